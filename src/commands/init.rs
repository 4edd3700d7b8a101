//! `afterword init`.

// What is said is not worth stopping for: a reader that went away (`afterword build | head`) leaves the work to be done.
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::commands::new::TEMPLATE;
use crate::config::FILE_NAME;

const CONFIG: &str = include_str!("../../templates/afterword.toml");

pub(super) fn run(folder: &Path) -> anyhow::Result<ExitCode> {
    for (name, text) in [(FILE_NAME, CONFIG), ("templates/incident/report.md", TEMPLATE)] {
        let path = folder.join(name);
        if path.exists() {
            let _ = writeln!(std::io::stdout(), "left alone  {} (it is there already)", path.display());
            continue;
        }
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        let _ = writeln!(std::io::stdout(), "wrote       {}", path.display());
    }
    let _ = writeln!(std::io::stdout(), "\nNext: afterword new \"What users could not do\"");
    Ok(ExitCode::SUCCESS)
}
