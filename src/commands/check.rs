//! `afterword check`.

use std::io::{self, BufWriter, Read as _, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::archive::{self, Archive};
use crate::checklist;
use crate::checklist::finding::Level;
use crate::checklist::selection::Selection;
use crate::cli::{Check, Common};
use crate::commands::session::Session;
use crate::config::{Config, LevelSetting};
use crate::incident::Incident;
use crate::report::{self, Run};
use crate::source::SourceFile;

pub(super) fn run(options: &Check, common: &Common) -> anyhow::Result<ExitCode> {
    let session = Session::open(&options.paths, common)?;
    let stdin = options.paths.iter().any(|path| path.as_os_str() == "-");
    let archive = if stdin {
        from_stdin(&options.stdin_name, &session.config)?
    } else {
        Archive::read(&session.paths, &session.config)?
    };
    if archive.incidents.is_empty() && !session.quiet {
        eprintln!("no reports found; the globs under `[archive]` in afterword.toml decide which files are reports");
    }
    let findings = checklist::check(&archive, &session.config, &Selection::new(&session.config.check), session.today);
    let run =
        Run { archive: &archive, findings: &findings, scorecards: &[], config: &session.config, today: session.today };
    let mut out = BufWriter::new(io::stdout().lock());
    report::write(&run, options.format, session.colour, &mut out)?;
    out.flush()?;
    let gate = options.gate.or(session.config.check.gate).unwrap_or(LevelSetting::Error);
    let failed = Level::of(gate).is_some_and(|gate| findings.iter().any(|finding| finding.level >= gate));
    Ok(ExitCode::from(u8::from(failed)))
}

fn from_stdin(name: &str, config: &Config) -> anyhow::Result<Archive> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
    let reading = archive::reading(config)?;
    Ok(Archive::new(vec![Incident::read(SourceFile::from_bytes(name, bytes), &reading)]))
}
