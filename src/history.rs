//! What git knows of the reports. The one place that runs git.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Why git could not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HistoryError {
    /// There is no git, or it could not be started.
    NoGit(String),
    /// Git said no.
    Refused(String),
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit(reason) => write!(f, "git could not be started: {reason}"),
            Self::Refused(words) => write!(f, "git said: {words}"),
        }
    }
}

impl std::error::Error for HistoryError {}

/// The files that differ from a revision, those that git does not know yet among them, as absolute paths.
///
/// # Errors
/// No git, no repository around `folder`, or no such revision.
pub fn changed_since(revision: &str, folder: &Path) -> Result<BTreeSet<PathBuf>, HistoryError> {
    let top = PathBuf::from(git(folder, &["rev-parse", "--show-toplevel"])?.trim_end_matches(['\n', '\r']));
    let differ = git(&top, &["diff", "--name-only", "-z", "--end-of-options", revision, "--"])?;
    let unknown = git(&top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    let names = differ.split('\0').chain(unknown.split('\0')).filter(|name| !name.is_empty());
    Ok(names.map(|name| top.join(name)).filter_map(|path| path.canonicalize().ok()).collect())
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, HistoryError> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.map_err(|error| HistoryError::NoGit(error.to_string()))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    let first = words.lines().find(|line| !line.trim().is_empty()).unwrap_or("no").trim();
    Err(HistoryError::Refused(first.trim_start_matches("fatal: ").to_owned()))
}
