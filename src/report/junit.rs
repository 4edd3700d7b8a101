//! JUnit XML: a suite a report, a case a rule that raised something; a report without findings is one case that passed.

use std::io;

use crate::checklist::finding::Level;
use crate::report::Run;

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let failures = |level: Level| level > Level::Advice;
    let failed = run.findings.iter().filter(|finding| failures(finding.level)).count();
    let cases: usize = (0..run.archive.incidents.len()).map(|index| run.findings.of(index).len().max(1)).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"afterword\" tests=\"{cases}\" failures=\"{failed}\" errors=\"0\">")?;
    for (index, incident) in run.archive.incidents.iter().enumerate() {
        let (own, path) = (run.findings.of(index), text(&incident.source.path));
        let failed = own.iter().filter(|finding| failures(finding.level)).count();
        let tests = own.len().max(1);
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\">"
        )?;
        if own.is_empty() {
            writeln!(out, "    <testcase name=\"check\" classname=\"{path}\"/>")?;
        }
        for finding in own {
            let at = incident.source.line_column(finding.span.start);
            let (rule, message) = (finding.rule.name, text(&finding.message));
            writeln!(out, "    <testcase name=\"{rule} ({}:{})\" classname=\"{path}\">", at.line, at.column)?;
            let place = format!("{path}:{}:{}", at.line, at.column);
            let help = finding.help.as_deref().map(|help| format!("\n{}", text(help))).unwrap_or_default();
            if failures(finding.level) {
                writeln!(
                    out,
                    "      <failure message=\"{message}\" type=\"{}\">{place}: {message}{help}</failure>",
                    finding.level
                )?;
            } else {
                // Advice fails nothing; it is there to read.
                writeln!(out, "      <system-out>{place}: {message}{help}</system-out>")?;
            }
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// A text as XML may hold it: escaped, and without the characters that XML knows no way to write.
fn text(text: &str) -> String {
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let escaped = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&apos;".to_owned(),
        c => c.to_string(),
    };
    text.chars().filter(allowed).map(escaped).collect()
}
