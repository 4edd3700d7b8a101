//! The formats of a run: one file each, and each always gets the whole run.

pub mod concise;

use std::io;

use chrono::NaiveDate;

use crate::archive::Archive;
use crate::checklist::finding::Findings;
use crate::checklist::scorecard::Scorecard;
use crate::config::Config;

/// Everything one run found, borrowed for whoever shows it: reports on stdout, the site.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// All reports.
    pub archive: &'a Archive,
    /// What the rules found, per report in the archive's order.
    pub findings: &'a Findings,
    /// The verdicts, per report in the archive's order.
    pub scorecards: &'a [Scorecard],
    /// The configuration.
    pub config: &'a Config,
    /// Today.
    pub today: NaiveDate,
}

/// The formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One line a finding.
    Concise,
}

/// Writes a run in a format.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, format: Format, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Concise => concise::write(run, out),
    }
}
