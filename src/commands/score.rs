//! `afterword score`.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use rayon::prelude::*;

use crate::archive::AT_A_TIME;
use crate::checklist::finding::Findings;
use crate::checklist::scorecard;
use crate::cli::{Common, Score, ScoreFormat};
use crate::commands::session::Session;
use crate::report::{Run, score_json, score_text};

pub(super) fn run(options: &Score, common: &Common) -> anyhow::Result<ExitCode> {
    let session = Session::open(&options.paths, common)?;
    let archive = session.archive()?;
    let scorecards: Vec<_> = archive.incidents.par_iter().with_max_len(AT_A_TIME).map(scorecard::score).collect();
    let findings = Findings::default();
    let run = Run {
        archive: &archive,
        findings: &findings,
        scorecards: &scorecards,
        config: &session.config,
        today: session.today,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match options.format {
        ScoreFormat::Text => score_text::write(&run, &mut out)?,
        ScoreFormat::Json => score_json::write(&run, &mut out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
