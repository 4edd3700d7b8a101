//! Every incident of a folder: the one place that walks folders and reads reports from disk, and the pictures they show.

pub mod pictures;
mod svg;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::archive::pictures::Pictures;
use crate::config::{ArchiveConfig, Config};
use crate::incident::headings::Headings;
use crate::incident::{Incident, Reading};
use crate::source::{SourceFile, Unreadable, system_words};

/// How many reports, or pages, a core takes at a time where many are worked on side by side. Left to itself, rayon cuts them into a few
/// large pieces, nothing can be taken from one that is begun, and all cores wait for whoever has the last.
pub const AT_A_TIME: usize = 32;

/// All reports of a run, sorted by path, with the way from an id to its report.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// The reports, sorted by path.
    pub incidents: Vec<Incident>,
    /// Id → indices of the reports that bear it; more than one is a finding.
    pub by_id: BTreeMap<String, Vec<usize>>,
    /// Title → indices of the reports that bear it, of those that share one.
    pub by_title: BTreeMap<String, Vec<usize>>,
    /// The pictures that the reports show.
    pub pictures: Pictures,
}

/// Why an archive cannot be read at all. What is wrong inside one file is a finding instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArchiveError {
    /// A path given by the user does not exist.
    Missing(PathBuf),
    /// A folder that cannot be listed. Going on would leave its reports out, and a build would take their pages away.
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said, in words.
        reason: String,
    },
    /// A glob that cannot be read.
    Glob(String),
    /// A key of `[headings]` that is no meaning.
    Heading(String),
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "`{}` does not exist; name a file or a folder", path.display()),
            Self::Folder { path, reason } => {
                write!(
                    f,
                    "`{}` cannot be read: {reason}; make it readable, or leave it out of the paths",
                    path.display()
                )
            }
            Self::Glob(message) => write!(f, "a glob in afterword.toml cannot be read: {message}"),
            Self::Heading(word) => write!(
                f,
                "`{word}` under `[headings]` in afterword.toml is not a meaning; use one such as `timeline` or `root-cause`"
            ),
        }
    }
}

impl std::error::Error for ArchiveError {}

impl Archive {
    /// Reads every report under the paths, in parallel. Files named directly are read whatever the globs say.
    ///
    /// # Errors
    /// A path that does not exist, or a glob or heading of the configuration that cannot be read.
    pub fn read(paths: &[PathBuf], config: &Config) -> Result<Self, ArchiveError> {
        let reading = reading(config)?;
        let files = files(paths, &config.archive)?;
        let limit = config.archive.max_bytes;
        let incidents: Vec<Incident> =
            files.par_iter().with_max_len(AT_A_TIME).map(|path| Incident::read(load(path, limit), &reading)).collect();
        let pictures = Pictures::of(&incidents, &config.root);
        Ok(Self { pictures, ..Self::new(incidents) })
    }

    /// An archive of reports that are already read.
    pub fn new(mut incidents: Vec<Incident>) -> Self {
        // Files come sorted; sorting them again would copy every report once more.
        if !incidents.is_sorted_by(|a, b| a.source.path <= b.source.path) {
            incidents.sort_by(|a, b| a.source.path.cmp(&b.source.path));
        }
        let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, incident) in incidents.iter().enumerate() {
            by_id.entry(incident.id.clone()).or_default().push(index);
        }
        let by_title = shared_titles(&incidents);
        Self { incidents, by_id, by_title, pictures: Pictures::default() }
    }

    /// Whether a file of this path was read.
    pub fn has_path(&self, path: &str) -> bool {
        self.at_path(path).is_some()
    }

    /// The report of this path.
    pub fn at_path(&self, path: &str) -> Option<&Incident> {
        let place = self.incidents.binary_search_by(|incident| incident.source.path.as_str().cmp(path)).ok()?;
        self.incidents.get(place)
    }

    /// The report that a relative path leads to, seen from the file of this path.
    pub fn linked(&self, from: &str, path: &str) -> Option<&Incident> {
        self.at_path(&joined(from, path))
    }

    /// The only report whose id goes on behind these words and a hyphen.
    pub fn beginning_with(&self, words: &str) -> Option<&Incident> {
        let begin = format!("{words}-");
        let mut found = self.by_id.range(begin.clone()..).map(|(id, _)| id).take_while(|id| id.starts_with(&begin));
        let id = found.next().filter(|_| !words.is_empty())?;
        found.next().is_none().then(|| self.get(id))?
    }

    /// The report with an id; the first by path where several bear it.
    pub fn get(&self, id: &str) -> Option<&Incident> {
        let index = self.by_id.get(id)?.first()?;
        self.incidents.get(*index)
    }
}

/// A relative path seen from a file.
pub fn joined(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, "" | "..")) => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn shared_titles(incidents: &[Incident]) -> BTreeMap<String, Vec<usize>> {
    let mut by_title: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, incident) in incidents.iter().enumerate() {
        if let Some(title) = incident.title() {
            by_title.entry(title.value.trim()).or_default().push(index);
        }
    }
    by_title.into_iter().filter(|(_, all)| all.len() > 1).map(|(title, all)| (title.to_owned(), all)).collect()
}

/// What reading needs to know of the configuration.
///
/// # Errors
/// A key of `[headings]` that is no meaning.
pub fn reading(config: &Config) -> Result<Reading, ArchiveError> {
    let (headings, unknown) = Headings::with(&config.headings);
    match unknown.into_iter().next() {
        Some(word) => Err(ArchiveError::Heading(word)),
        None => Ok(Reading { headings, timezone: config.timezone, custom_keys: config.custom_keys.clone() }),
    }
}

/// The files that are reports, sorted and without repeats.
fn files(paths: &[PathBuf], config: &ArchiveConfig) -> Result<Vec<PathBuf>, ArchiveError> {
    let include = globs(&config.include)?;
    let exclude = globs(&config.exclude)?;
    let mut files = Vec::new();
    for path in paths {
        if path.is_file() {
            files.push(path.clone());
        } else if path.is_dir() {
            let wanted = |file: &Path| {
                let inside = file.strip_prefix(path).unwrap_or(file);
                include.is_match(inside) && !exclude.is_match(inside)
            };
            for entry in WalkDir::new(path).into_iter().filter_entry(is_visible) {
                let entry = entry.map_err(|error| unlisted(path, &error))?;
                if entry.file_type().is_file() && wanted(entry.path()) {
                    files.push(entry.into_path());
                }
            }
        } else {
            return Err(ArchiveError::Missing(path.clone()));
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// Folders that never hold reports are not walked: `.git`, `.github`, `node_modules`.
fn is_visible(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let hidden = (name.starts_with('.') && name.len() > 1 && name != "..") || name == "node_modules";
    entry.depth() == 0 || !entry.file_type().is_dir() || !hidden
}

fn globs(patterns: &[String]) -> Result<GlobSet, ArchiveError> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).literal_separator(true).case_insensitive(true).build();
        set.add(glob.map_err(|error| ArchiveError::Glob(error.to_string()))?);
    }
    set.build().map_err(|error| ArchiveError::Glob(error.to_string()))
}

fn unlisted(root: &Path, error: &walkdir::Error) -> ArchiveError {
    let reason = error.io_error().map_or_else(|| error.to_string(), system_words);
    ArchiveError::Folder { path: error.path().unwrap_or(root).to_path_buf(), reason }
}

fn load(path: &Path, limit: u64) -> SourceFile {
    let shown = shown(path);
    let disk = |error: std::io::Error| Unreadable::Disk { reason: system_words(&error) };
    match std::fs::metadata(path) {
        Err(error) => return SourceFile::unreadable(shown, disk(error)),
        Ok(meta) if meta.len() > limit => {
            return SourceFile::unreadable(shown, Unreadable::TooLarge { bytes: meta.len(), limit });
        }
        Ok(_) => {}
    }
    match std::fs::read(path) {
        Ok(bytes) => SourceFile::from_bytes(shown, bytes),
        Err(error) => SourceFile::unreadable(shown, disk(error)),
    }
}

/// A path as the user would type it: `/` on every system, no `./` in front.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn relative_paths() {
        for (from, path, to) in [
            ("a.md", "b.md", "b.md"),
            ("x/a.md", "./b.md", "x/b.md"),
            ("x/y/a.md", "../b.md", "x/b.md"),
            ("x/a.md", "../b.md", "b.md"),
            ("../x/a.md", "../b.md", "../b.md"),
            ("../a.md", "../b.md", "../../b.md"),
            ("/x/a.md", "../b.md", "/b.md"),
        ] {
            assert_eq!(joined(from, path), to, "{from} {path}");
        }
    }
}
