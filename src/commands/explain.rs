//! `afterword explain`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::checklist::rules;
use crate::incident::front_matter::fields::nearest;

pub(super) fn run(name: &str) -> anyhow::Result<ExitCode> {
    let Some(rule) = rules::find(name.trim()) else {
        let names: Vec<&str> = rules::all().map(|rule| rule.name).collect();
        let hint = nearest(name, &names)
            .map_or("`afterword rules` lists them".to_owned(), |known| format!("did you mean `{known}`?"));
        anyhow::bail!("there is no rule `{name}`; {hint}");
    };
    io::stdout().lock().write_all(rule.markdown().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
