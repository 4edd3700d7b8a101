//! The formats of a run: one file each, and each always gets the whole run.

pub mod concise;
mod findings;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod sarif;
pub mod score_json;
pub mod score_text;

use std::io;

use chrono::NaiveDate;

use crate::archive::Archive;
use crate::checklist::finding::{Findings, Level};
use crate::checklist::scorecard::Scorecard;
use crate::config::Config;

/// Everything one run found, borrowed for whoever shows it: reports on stdout, the site.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// All reports.
    pub archive: &'a Archive,
    /// What the rules found, per report in the archive's order.
    pub findings: &'a Findings,
    /// The verdicts, per report in the archive's order; empty where they were not asked for.
    pub scorecards: &'a [Scorecard],
    /// The configuration.
    pub config: &'a Config,
    /// Today.
    pub today: NaiveDate,
}

/// The formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Source excerpts with each finding underlined.
    Full,
    /// One line a finding: `path:line:column: level: message [rule]`.
    Concise,
    /// The whole run for machines; the shape is in the guide and versioned.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands that mark lines in a pull request.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit XML.
    Junit,
    /// A comment for a pull request.
    Markdown,
}

/// Whether escape codes for colour are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// For terminals.
    Styled,
    /// For files and pipes.
    Plain,
}

/// Writes a run in a format.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, format: Format, colour: Colour, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Full => full::write(run, colour, out),
        Format::Concise => concise::write(run, out),
        Format::Json => json::write(run, out),
        Format::Sarif => sarif::write(run, out),
        Format::Github => github::write(run, out),
        Format::Gitlab => gitlab::write(run, out),
        Format::Junit => junit::write(run, out),
        Format::Markdown => markdown::write(run, out),
    }
}

/// "12 reports: 3 errors, 2 warnings, 5 advice".
pub fn summary(run: &Run<'_>) -> String {
    let reports = counted(run.archive.incidents.len(), "report", "reports");
    let parts: Vec<String> = [
        (Level::Error, "error", "errors"),
        (Level::Warning, "warning", "warnings"),
        (Level::Advice, "advice", "advice"),
    ]
    .into_iter()
    .map(|(level, one, many)| (run.findings.count(level), one, many))
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    if parts.is_empty() { format!("{reports}: nothing to mend") } else { format!("{reports}: {}", parts.join(", ")) }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
