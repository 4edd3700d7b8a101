//! `afterword check`.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::archive::Archive;
use crate::checklist::selection::Selection;
use crate::checklist::{self, finding::Level, scorecard};
use crate::config::Config;
use crate::report::{self, Format, Run};

pub(super) fn run(paths: &[PathBuf], today: Option<NaiveDate>) -> anyhow::Result<ExitCode> {
    let from = std::env::current_dir()?;
    let config = Config::find(&from).map(|path| Config::load(&path)).transpose()?.unwrap_or_default();
    let today = today.unwrap_or_else(|| chrono::Local::now().date_naive());
    let paths = if paths.is_empty() { &config.archive.paths } else { paths };
    let archive = Archive::read(paths, &config)?;
    let findings = checklist::check(&archive, &config, &Selection::new(&config.check), today);
    let scorecards: Vec<_> = archive.incidents.iter().map(scorecard::score).collect();
    let run = Run { archive: &archive, findings: &findings, scorecards: &scorecards, config: &config, today };
    let mut out = io::stdout().lock();
    report::write(&run, Format::Concise, &mut out)?;
    out.flush()?;
    Ok(if findings.count(Level::Error) > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
