//! `afterword rules`.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use crate::checklist::rules::GROUPS;

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (index, (group, rules)) in GROUPS.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{group}")?;
        for rule in *rules {
            writeln!(out, "  {:28} {:8} {}", rule.name, rule.level.word(), rule.promise())?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
