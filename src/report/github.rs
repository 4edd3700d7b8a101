//! Workflow commands of GitHub Actions: each finding marks its very line in a pull request.

use std::io;

use crate::checklist::finding::Level;
use crate::report::findings::located;
use crate::report::{Run, summary};

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for found in located(run) {
        let command = match found.finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        // GitHub takes the end column to be the last character marked; a span over several lines has no columns.
        let columns = if found.end.line == found.start.line {
            let last = found.end.column.max(found.start.column + 1) - 1;
            format!(",col={},endColumn={last}", found.start.column)
        } else {
            String::new()
        };
        writeln!(
            out,
            "::{command} file={},line={},endLine={}{columns},title={}::{}",
            property(&found.incident.source.path),
            found.start.line,
            found.end.line,
            property(found.finding.rule.name),
            data(&found.words()),
        )?;
    }
    writeln!(out, "{}", summary(run))
}

/// As the runner reads the text behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the runner reads the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
