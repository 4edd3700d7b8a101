//! GitLab's code quality report: a JSON array that a merge request shows beside the changed lines.

use std::io;

use serde_json::{Value, json};

use crate::checklist::finding::Level;
use crate::report::Run;
use crate::report::findings::located;

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = located(run).map(|found| {
        let severity = match found.finding.level {
            Level::Error => "critical",
            Level::Warning => "minor",
            Level::Advice => "info",
        };
        json!({
            "description": found.words(),
            "check_name": found.finding.rule.name,
            "fingerprint": found.fingerprint,
            "severity": severity,
            "location": {
                "path": found.incident.source.path,
                "lines": { "begin": found.start.line, "end": found.end.line.max(found.start.line) },
            },
        })
    });
    serde_json::to_writer_pretty(&mut *out, &Value::Array(rows.collect()))?;
    writeln!(out)
}
