//! What git knows of the reports. The one place that runs git.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;

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

/// What git knows of an archive's files, from one walk of its history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Whether the repository is a shallow clone: what came before its oldest commits cannot be known.
    pub shallow: bool,
    files: BTreeMap<String, FileHistory>,
}

/// What git knows of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHistory {
    /// Its path from the repository's top, with `/`.
    pub path: String,
    /// The day of the first commit that touched it; `None` where a shallow clone does not tell.
    pub first: Option<NaiveDate>,
    /// The day of the last commit that touched it.
    pub last: NaiveDate,
    /// That commit, in full.
    pub revision: String,
    /// Whether the file on disk differs from it.
    pub changed: bool,
}

impl History {
    /// A history that is already known.
    pub fn new(shallow: bool, files: BTreeMap<String, FileHistory>) -> Self {
        Self { shallow, files }
    }

    /// What git knows of reports, by their paths as the archive shows them. Where there is no git or no repository, nothing is known,
    /// and that is no error: a site can be made of any folder.
    pub fn of(paths: &[&str]) -> Self {
        Self::read(paths).unwrap_or_default()
    }

    /// What is known of the report with a path.
    pub fn file(&self, path: &str) -> Option<&FileHistory> {
        self.files.get(path)
    }

    fn read(paths: &[&str]) -> Result<Self, HistoryError> {
        let Some(folder) = paths.first().map(|path| folder_of(path)) else { return Ok(Self::default()) };
        let about = git(&folder, &["rev-parse", "--is-shallow-repository", "--show-toplevel"])?;
        let (shallow, top) = about.split_once('\n').unwrap_or((about.as_str(), ""));
        let shallow = shallow == "true";
        let top = PathBuf::from(top.trim_end_matches(['\n', '\r']));
        let inside = names_inside(paths, &top);
        let common = common_folder(inside.values());
        // Names come unquoted and end at a line's end; a name that holds one is not found, and nothing is shown for it.
        let walk = [
            "-c",
            "core.quotePath=false",
            "log",
            "--no-renames",
            "--name-only",
            "--format=%x01%H %cs %p",
            "--",
            &common,
        ];
        let mut known = walked(&git(&top, &walk)?, shallow);
        let changed = git(&top, &["-c", "core.quotePath=false", "diff", "--name-only", "HEAD", "--", &common])?;
        for name in changed.lines() {
            if let Some(file) = known.get_mut(name) {
                file.changed = true;
            }
        }
        let files = inside.into_iter().filter_map(|(path, name)| Some((path, known.get(&name)?.clone())));
        Ok(Self { shallow, files: files.collect() })
    }
}

/// Each file with its last and its first commit; the newest commit comes first. In a shallow clone a commit without a parent is where the
/// copy was cut off: it seems to add every file, and says of none when it changed.
fn walked(log: &str, shallow: bool) -> BTreeMap<String, FileHistory> {
    let mut files: BTreeMap<String, FileHistory> = BTreeMap::new();
    for commit in log.split('\u{1}') {
        let mut lines = commit.lines();
        let mut head = lines.next().unwrap_or("").splitn(3, ' ');
        let (Some(revision), Some(date)) = (head.next(), head.next()) else { continue };
        let cut = shallow && head.next().is_none_or(str::is_empty);
        let Ok(date) = date.parse::<NaiveDate>() else { continue };
        for name in lines.filter(|line| !line.is_empty()) {
            match files.get_mut(name) {
                Some(file) => file.first = (!cut).then_some(date),
                None if cut => {}
                None => {
                    let file = FileHistory {
                        path: name.to_owned(),
                        first: Some(date),
                        last: date,
                        revision: revision.to_owned(),
                        changed: false,
                    };
                    files.insert(name.to_owned(), file);
                }
            }
        }
    }
    files
}

/// Each path with its name in the repository; folders are looked up once, not once a file.
fn names_inside(paths: &[&str], top: &Path) -> BTreeMap<String, String> {
    let mut folders: BTreeMap<PathBuf, Option<String>> = BTreeMap::new();
    let name = |path: &&str| {
        let folder = folder_of(path);
        let inside = folders.entry(folder).or_insert_with_key(|folder| {
            let real = folder.canonicalize().ok()?;
            Some(real.strip_prefix(top).ok()?.to_string_lossy().replace('\\', "/"))
        });
        let folder = inside.clone()?;
        let file = Path::new(path).file_name()?.to_string_lossy().into_owned();
        let name = if folder.is_empty() { file } else { format!("{folder}/{file}") };
        Some(((*path).to_owned(), name))
    };
    paths.iter().filter_map(name).collect()
}

/// The folder that holds all names, `.` for the repository's top: git looks at no more than it must.
fn common_folder<'a>(mut names: impl Iterator<Item = &'a String>) -> String {
    let folder = |name: &str| name.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
    let Some(first) = names.next() else { return ".".to_owned() };
    let mut common = folder(first);
    for name in names {
        while !common.is_empty() && !name.starts_with(&format!("{common}/")) {
            common = folder(&common);
        }
    }
    if common.is_empty() { ".".to_owned() } else { format!(":(literal){common}") }
}

fn folder_of(path: &str) -> PathBuf {
    let folder = Path::new(path).parent().map(Path::to_path_buf).unwrap_or_default();
    if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_gives_first_and_last_and_a_shallow_one_admits_what_it_lacks() {
        let log = "\u{1}ccc 2024-03-01 bbb\n\na.md\n\u{1}bbb 2024-02-01 aaa\n\na.md\nb.md\n\u{1}aaa 2024-01-01 \n\na.md\nb.md\nold.md\n";
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let whole = walked(log, false);
        let file = |files: &BTreeMap<String, FileHistory>, name: &str| {
            files.get(name).map(|file| (file.first, Some(file.last), file.revision.clone()))
        };
        assert_eq!(file(&whole, "a.md"), Some((day("2024-01-01"), day("2024-03-01"), "ccc".to_owned())));
        assert_eq!(file(&whole, "old.md"), Some((day("2024-01-01"), day("2024-01-01"), "aaa".to_owned())));
        let shallow = walked(log, true);
        assert_eq!(file(&shallow, "b.md"), Some((None, day("2024-02-01"), "bbb".to_owned())));
        assert_eq!(file(&shallow, "old.md"), None, "the cut tells nothing of a file that did not change since");
    }

    #[test]
    fn git_looks_only_where_reports_are() {
        let names =
            |list: &[&str]| common_folder(list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>().iter());
        assert_eq!(names(&["reports/a.md", "reports/2024/b.md"]), ":(literal)reports");
        assert_eq!(names(&["reports/a.md", "reports-old/b.md"]), ".");
        assert_eq!(names(&["a.md"]), ".");
    }
}
