//! A comment for a pull request: what must be mended first, then what should, a line each.

use std::io;

use crate::checklist::finding::{Finding, Level};
use crate::report::{Run, summary};

/// More than this no reviewer reads; the rest is counted.
const SHOWN: usize = 50;

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "### Postmortem check: {}\n", summary(run))?;
    let mut left = SHOWN;
    for (index, incident) in run.archive.incidents.iter().enumerate() {
        let own = run.findings.of(index);
        if own.is_empty() || left == 0 {
            continue;
        }
        writeln!(out, "**{}** (`{}`)\n", text(incident.name()), incident.source.path)?;
        let mut sorted: Vec<&Finding> = own.iter().collect();
        sorted.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        for finding in sorted.into_iter().take(left) {
            let line = incident.source.line_column(finding.span.start).line;
            let help = finding.help.as_deref().map(|help| format!(" — {}", text(help))).unwrap_or_default();
            let (mark, rule) = (mark(finding.level), finding.rule.name);
            writeln!(out, "- {mark} line {line}: {}{help} (`{rule}`)", text(&finding.message))?;
        }
        left = left.saturating_sub(own.len());
        writeln!(out)?;
    }
    let all = run.findings.iter().count();
    if all > SHOWN {
        writeln!(out, "… and {} more; `afterword check` shows them all.\n", all - SHOWN)?;
    }
    writeln!(out, "`afterword explain RULE` says why something is a rule, and how to set it aside.")
}

/// A word before the colour: colour alone tells some readers nothing.
fn mark(level: Level) -> &'static str {
    match level {
        Level::Error => "🛑 **error**",
        Level::Warning => "⚠️ **warning**",
        Level::Advice => "💡 advice",
    }
}

/// A text that makes no markup and calls nobody: `@name` outside code would write to that person.
fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => {
                in_code = !in_code;
                shown.push(c);
            }
            '\n' | '\r' => shown.push(' '),
            '<' if !in_code => shown.push_str("&lt;"),
            '@' if !in_code => shown.push_str("@\u{200b}"),
            '*' | '_' | '[' | ']' | '#' | '|' if !in_code => {
                shown.push('\\');
                shown.push(c);
            }
            c => shown.push(c),
        }
    }
    if in_code {
        shown.push('`');
    }
    shown
}
