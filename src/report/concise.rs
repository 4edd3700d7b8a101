//! `path:line:col: level: message [rule]`, one line a finding: for editors and for grep.

use std::io;

use crate::report::Run;

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (index, incident) in run.archive.incidents.iter().enumerate() {
        for finding in run.findings.of(index) {
            let at = incident.source.line_column(finding.span.start);
            let path = &incident.source.path;
            let (level, message, rule) = (finding.level, &finding.message, finding.rule.name);
            writeln!(out, "{path}:{}:{}: {level}: {message} [{rule}]", at.line, at.column)?;
        }
    }
    Ok(())
}
