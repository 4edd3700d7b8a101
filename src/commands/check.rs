//! `afterword check`.

use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use crate::archive::{self, Archive};
use crate::checklist;
use crate::checklist::baseline::Baseline;
use crate::checklist::finding::{Findings, Level};
use crate::checklist::selection::Selection;
use crate::cli::{Check, Common};
use crate::commands::mend;
use crate::commands::session::Session;
use crate::config::{Config, LevelSetting};
use crate::history;
use crate::incident::Incident;
use crate::report::{self, Run};
use crate::source::SourceFile;

pub(super) fn run(options: &Check, common: &Common) -> anyhow::Result<ExitCode> {
    let session = Session::open(&options.paths, common)?;
    let selection = Selection::new(&session.config)?.limited(&options.only, &options.skip)?;
    let stdin = options.paths.iter().any(|path| path.as_os_str() == "-");
    let mut archive = if stdin { from_stdin(&options.stdin_name, &session.config)? } else { session.archive()? };
    if options.diff {
        let (_, changes) = mend::all(archive, &session, &selection)?;
        let mut out = BufWriter::new(io::stdout().lock());
        mend::show(&changes, &mut out)?;
        out.flush()?;
        return Ok(ExitCode::from(u8::from(!changes.is_empty())));
    }
    if options.fix {
        if stdin {
            bail!("--fix writes files, and standard input is none; `--diff` shows what it would change");
        }
        let (mended, changes) = mend::all(archive, &session, &selection)?;
        mend::write(&changes)?;
        for change in &changes {
            let times = if change.fixes == 1 { "one place" } else { "several places" };
            session.note(&format!("mended {} in {times}", change.path));
        }
        archive = mended;
    }
    let mut findings = checklist::check(&archive, &session.config, &selection, session.today);
    if let Some(revision) = &options.changed_since {
        keep_changed(&archive, &mut findings, revision, &session)?;
    }
    if let Some(path) = &options.write_baseline {
        return write_baseline(&archive, &findings, path);
    }
    if let Some(path) = &options.baseline {
        let aside = read_baseline(path)?.set_aside(&archive, &mut findings);
        session.note(&format!("{aside} known findings of {} are set aside", path.display()));
    }
    let run =
        Run { archive: &archive, findings: &findings, scorecards: &[], config: &session.config, today: session.today };
    let mut out = BufWriter::new(io::stdout().lock());
    report::write(&run, options.format, session.colour, &mut out)?;
    out.flush()?;
    let gate = options.gate.or(session.config.check.gate).unwrap_or(LevelSetting::Error);
    let failed = Level::of(gate).is_some_and(|gate| findings.iter().any(|finding| finding.level >= gate));
    // The process ends now, and the system takes all of it at once; piece by piece on one core is felt at ten thousand reports.
    std::mem::forget((archive, findings));
    Ok(ExitCode::from(u8::from(failed)))
}

fn from_stdin(name: &str, config: &Config) -> anyhow::Result<Archive> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
    let reading = archive::reading(config)?;
    Ok(Archive::new(vec![Incident::read(SourceFile::from_bytes(name, bytes), &reading)]))
}

/// Keeps the findings of reports that git says have changed; all reports were read, for the references between them.
fn keep_changed(archive: &Archive, findings: &mut Findings, revision: &str, session: &Session) -> anyhow::Result<()> {
    let first = session.paths.first().map_or(Path::new("."), |path| path);
    let folder = if first.is_dir() {
        first
    } else {
        first.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
    };
    let changed = history::changed_since(revision, folder)?;
    let mut count = 0;
    for (incident, own) in archive.incidents.iter().zip(&mut findings.per_incident) {
        let path = Path::new(&incident.source.path).canonicalize().ok();
        if path.is_some_and(|path| changed.contains(&path)) {
            count += 1;
        } else {
            own.clear();
        }
    }
    let reports = if count == 1 { "1 report".to_owned() } else { format!("{count} reports") };
    session.note(&format!("{reports} changed since {revision}; the others were read and are not shown"));
    Ok(())
}

fn write_baseline(archive: &Archive, findings: &Findings, path: &Path) -> anyhow::Result<ExitCode> {
    let baseline = Baseline::of(archive, findings);
    std::fs::write(path, baseline.text()).with_context(|| format!("{} cannot be written", path.display()))?;
    let _ = writeln!(
        io::stdout(),
        "{} findings are known from here on; `afterword check --baseline {}` shows new ones only",
        baseline.len(),
        path.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn read_baseline(path: &Path) -> anyhow::Result<Baseline> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the baseline {} cannot be read; `--write-baseline {0}` makes one", path.display()))?;
    Baseline::parse(&text).map_err(|line| {
        anyhow::anyhow!(
            "{}:{line}:1: this is no line of a baseline; write it anew with `--write-baseline`",
            path.display()
        )
    })
}
