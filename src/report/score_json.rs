//! The scorecards for machines. The shape is documented in the guide; `version` changes when it does.

use std::io;

use serde::Serialize;

use crate::checklist::scorecard::Scorecard;
use crate::incident::Incident;
use crate::incident::instant::{Instant, ZoneSource};
use crate::report::Run;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    reports: Vec<Report<'a>>,
}

#[derive(Serialize)]
struct Report<'a> {
    path: &'a str,
    items: Vec<Row<'a>>,
    facts: Facts<'a>,
}

#[derive(Serialize)]
struct Row<'a> {
    item: &'static str,
    verdict: &'static str,
    attested: bool,
    reason: &'a str,
    evidence: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Quote<'a> {
    line: usize,
    quote: &'a str,
}

#[derive(Serialize)]
struct Facts<'a> {
    title: Option<&'a str>,
    start: Option<String>,
    end: Option<String>,
    zone_stated: bool,
    duration_minutes: Option<i64>,
    severity: Option<&'a str>,
    timeline_entries: usize,
    action_items: usize,
    language: &'a str,
}

/// Writes the scorecards.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let pairs = run.archive.incidents.iter().zip(run.scorecards);
    let reports = pairs
        .map(|(incident, card)| Report {
            path: &incident.source.path,
            items: rows(incident, card),
            facts: facts(incident, &run.config.site.language),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &Document { version: VERSION, reports })?;
    writeln!(out)
}

fn rows<'a>(incident: &'a Incident, card: &'a Scorecard) -> Vec<Row<'a>> {
    let answers = card.answers.iter();
    answers
        .map(|answer| Row {
            item: answer.item.word(),
            verdict: answer.verdict.word(),
            attested: answer.attested.is_some(),
            reason: answer.reason,
            evidence: answer
                .evidence
                .iter()
                .map(|span| Quote {
                    line: incident.source.line_column(span.start).line,
                    quote: incident.source.slice(span),
                })
                .collect(),
        })
        .collect()
}

fn facts<'a>(incident: &'a Incident, language: &'a str) -> Facts<'a> {
    let shown = |instant: &Instant| instant.at.to_rfc3339();
    let (start, end) = (incident.start(), incident.end());
    Facts {
        title: incident.title().map(|title| title.value.as_str()),
        start: start.map(shown),
        end: end.map(shown),
        zone_stated: start
            .or(end)
            .is_some_and(|instant| matches!(instant.zone, ZoneSource::Stated | ZoneSource::Report)),
        duration_minutes: start.zip(end).map(|(start, end)| (end.at - start.at).num_minutes()),
        severity: incident.facts.severity.as_ref().map(|severity| severity.value.as_str()),
        timeline_entries: incident.timeline().len(),
        action_items: incident.action_items().len(),
        language: incident.facts.lang.as_ref().map_or(language, |lang| lang.value.as_str()),
    }
}
