//! The whole run for machines. The shape is documented in the guide; `version` changes when it does.

use std::collections::BTreeSet;
use std::io;

use serde::{Serialize, Serializer};

use crate::checklist::finding::{Finding, Level};
use crate::incident::Incident;
use crate::report::Run;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    #[serde(serialize_with = "reports")]
    reports: &'a Run<'a>,
    summary: Summary,
}

#[derive(Serialize)]
struct Report<'a> {
    path: &'a str,
    id: &'a str,
    title: Option<&'a str>,
    status: &'static str,
    sections: Vec<&'static str>,
    timeline_entries: usize,
    action_items: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'static str,
    level: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    fixable: bool,
}

#[derive(Serialize)]
struct Summary {
    reports: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
}

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        reports: run,
        summary: Summary {
            reports: run.archive.incidents.len(),
            errors: run.findings.count(Level::Error),
            warnings: run.findings.count(Level::Warning),
            advice: run.findings.count(Level::Advice),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Each report is written as it is made; all of them at once would take as much memory as the archive's findings.
fn reports<S: Serializer>(run: &Run<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let incidents = run.archive.incidents.iter().enumerate();
    serializer.collect_seq(incidents.map(|(index, incident)| report(incident, run.findings.of(index))))
}

fn report<'a>(incident: &'a Incident, findings: &'a [Finding]) -> Report<'a> {
    let meanings = incident.body.sections.iter().flat_map(|section| &section.meanings);
    let sections: BTreeSet<_> = meanings.copied().collect();
    Report {
        path: &incident.source.path,
        id: &incident.id,
        title: incident.title().map(|title| title.value.as_str()),
        status: incident.status().word(),
        sections: sections.into_iter().map(crate::incident::headings::Meaning::word).collect(),
        timeline_entries: incident.timeline().len(),
        action_items: incident.action_items().len(),
        findings: findings.iter().map(|finding| row(incident, finding)).collect(),
    }
}

fn row<'a>(incident: &'a Incident, finding: &'a Finding) -> Row<'a> {
    let (start, end) = (incident.source.line_column(finding.span.start), incident.source.line_column(finding.span.end));
    Row {
        rule: finding.rule.name,
        level: finding.level.word(),
        message: &finding.message,
        help: finding.help.as_deref(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        fixable: finding.fix.is_some(),
    }
}
