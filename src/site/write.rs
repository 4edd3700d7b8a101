//! Writing a site out so that every page on disk is whole at every moment.
//!
//! 1. Everything is rendered. What differs from what is on disk is staged beside the site; a failure or a kill up to here has touched
//!    nothing. 2. The pending manifest says which files are about to be ours. 3. Folders that are new are moved in as a whole, other
//!    staged files one by one, assets before the pages that need them. 4. Files of an earlier build that this one did not make are
//!    removed. 5. The manifest comes last. A move-in that was cut short is mended by the next build, which finds the pending manifest.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::archive::AT_A_TIME;
use crate::site::Site;
use crate::site::proof::Leak;
use crate::site::theme::RenderError;
use crate::source::system_words;

/// The list of files that are ours, one path a line.
const MANIFEST: &str = ".afterword-manifest";
/// The same while files are being moved in.
const PENDING: &str = ".afterword-manifest.pending";

/// What a build did to the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were already as they should be, and were left alone.
    pub unchanged: usize,
    /// Files of an earlier build that this one did not make.
    pub removed: usize,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum WriteError {
    /// A page could not be rendered; nothing was touched.
    Render(RenderError),
    /// Internal passages in what was rendered; nothing was touched.
    Leaks(Vec<Leak>),
    /// The folder holds files that no build made; nothing was touched.
    Foreign(PathBuf),
    /// A page would stand outside the folder; nothing was touched.
    Outside(String),
    /// Another build is writing to the same folder.
    Busy(PathBuf),
    /// The disk would not.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Render(error) => write!(f, "{error}"),
            Self::Foreign(path) => write!(
                f,
                "`{}` was not made by afterword, so the folder was left alone; name an empty folder with --out, or move that file away",
                path.display()
            ),
            Self::Leaks(leaks) => write_leaks(leaks, f),
            Self::Outside(path) => write!(f, "the page `{path}` would stand outside the site"),
            Self::Busy(path) => write!(f, "another build is writing to `{}`; wait for it to end", path.display()),
            Self::Disk(path, error) => write!(f, "`{}` cannot be written: {}", path.display(), system_words(error)),
        }
    }
}

impl std::error::Error for WriteError {}

/// Leaks that are listed before the rest is counted.
const LISTED: usize = 20;

/// Names places, never words: a log may be public where the report is not.
fn write_leaks(leaks: &[Leak], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "what is internal would be in the public site; nothing was written")?;
    for leak in leaks.iter().take(LISTED) {
        write!(f, "\n  {}: {} would be in {}", leak.place, leak.why, leak.file)?;
    }
    if leaks.len() > LISTED {
        write!(f, "\n  and {} more", leaks.len() - LISTED)?;
    }
    f.write_str(
        "\nhelp: where the words may be read by everyone, take the mark away; where not, take them out of what puts them there: a file of \
         yours under `static`, a template of yours, or, if neither holds them, a mistake in the program that we want to hear of",
    )
}

/// Writes the site to a folder.
///
/// # Errors
/// A page that cannot be rendered, a folder with foreign files, another build, or the disk. Up to the move-in nothing is touched.
pub fn write(site: &Site<'_>, out: &Path) -> Result<Written, WriteError> {
    let known = known_files(out)?;
    let paths: Vec<&str> = site.paths().collect();
    if let Some(path) = paths.iter().find(|path| !is_inside(path)) {
        return Err(WriteError::Outside((*path).to_owned()));
    }
    refuse_foreign(out, &known, &paths)?;
    let staging = Staging::open(out)?;
    make_folders(&staging.folder, &paths)?;
    let unchanged = AtomicUsize::new(0);
    let leaks = Mutex::new(Vec::new());
    // What stands at the top shows many reports; begun last, one such page would keep one core busy when all others are done.
    let (mut order, below): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| !path.contains('/'));
    order.extend(below);
    let staged: Vec<Option<&str>> = order
        .par_iter()
        .with_max_len(AT_A_TIME)
        .map(|path| {
            let Some(bytes) = site.bytes(path) else { return Ok(None) };
            let bytes = bytes.map_err(WriteError::Render)?;
            let found = site.leaks(path, &bytes);
            if !found.is_empty() {
                leaks.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
                return Ok(None);
            }
            if known.contains(*path) && fs::read(out.join(path)).is_ok_and(|old| old == bytes) {
                unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(None);
            }
            staging.put(path, &bytes)?;
            Ok(Some(*path))
        })
        .collect::<Result<_, WriteError>>()?;
    let mut leaks = leaks.into_inner().unwrap_or_else(PoisonError::into_inner);
    if !leaks.is_empty() {
        leaks.sort();
        return Err(WriteError::Leaks(leaks));
    }
    let staged: Vec<&str> = staged.into_iter().flatten().collect();
    // The paths of a site are sorted; going through them for each known file would take longer than rendering.
    let removed: Vec<&String> = known.iter().filter(|path| paths.binary_search(&path.as_str()).is_err()).collect();
    move_in(out, &staging, &staged, &known, &paths, &removed)?;
    Ok(Written { written: staged.len(), unchanged: unchanged.into_inner(), removed: removed.len() })
}

fn move_in(
    out: &Path,
    staging: &Staging,
    staged: &[&str],
    known: &BTreeSet<String>,
    paths: &[&str],
    removed: &[&String],
) -> Result<(), WriteError> {
    let pending = out.join(PENDING);
    if !staged.is_empty() || !removed.is_empty() {
        fs::create_dir_all(out).map_err(|error| WriteError::Disk(out.to_path_buf(), error))?;
        let all: BTreeSet<&str> = known.iter().map(String::as_str).chain(paths.iter().copied()).collect();
        replace(&pending, &list(all))?;
    }
    let (new_folders, single) = new_folders(out, staged);
    make_folders(out, &single)?;
    // First the assets that pages need, last the home page, when all it leads to is there.
    let wave = |path: &str| match path {
        "index.html" => 2,
        path => u8::from(path != "assets" && !path.starts_with("assets/")),
    };
    for now in 0..=2 {
        new_folders.par_iter().chain(&single).filter(|path| wave(path) == now).try_for_each(|path| {
            let target = out.join(path);
            fs::rename(staging.folder.join(path), &target).map_err(|error| WriteError::Disk(target, error))
        })?;
    }
    for path in removed {
        let target = out.join(path);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(WriteError::Disk(target, error)),
            _ => {}
        }
        // Only an empty folder goes; one with somebody's file in it stays.
        if let Some(folder) = target.parent().filter(|folder| *folder != out) {
            let _ = fs::remove_dir(folder);
        }
    }
    let manifest = list(paths.iter().copied().collect());
    if fs::read(out.join(MANIFEST)).map_or(true, |old| old != manifest) {
        replace(&out.join(MANIFEST), &manifest)?;
    }
    match fs::remove_file(&pending) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(WriteError::Disk(pending, error)),
        _ => Ok(()),
    }
}

/// The folders at the top that the site does not have yet, which are moved in as a whole, and the paths that stand in none of them.
fn new_folders<'a>(out: &Path, staged: &[&'a str]) -> (BTreeSet<&'a str>, Vec<&'a str>) {
    let top = |path: &'a str| path.split_once('/').map(|(top, _)| top);
    let mut folders: BTreeSet<&str> = staged.iter().copied().filter_map(top).collect();
    folders
        .retain(|top| fs::symlink_metadata(out.join(top)).is_err_and(|error| error.kind() == io::ErrorKind::NotFound));
    let single = staged.iter().copied().filter(|path| top(path).is_none_or(|top| !folders.contains(top))).collect();
    (folders, single)
}

fn list(paths: BTreeSet<&str>) -> Vec<u8> {
    paths.into_iter().map(|path| format!("{path}\n")).collect::<String>().into_bytes()
}

/// Writes a small file beside its place and moves it in.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let disk = |error| WriteError::Disk(path.to_path_buf(), error);
    let beside = path.with_extension("new");
    fs::write(&beside, bytes).map_err(disk)?;
    fs::rename(&beside, path).map_err(disk)
}

/// The files that earlier builds made, one that was cut short included.
fn known_files(out: &Path) -> Result<BTreeSet<String>, WriteError> {
    let mut known = BTreeSet::new();
    for name in [MANIFEST, PENDING] {
        let path = out.join(name);
        match fs::read_to_string(&path) {
            // A manifest names files inside the site; a line that leads out of it is not ours.
            Ok(text) => known.extend(text.lines().filter(|line| is_inside(line)).map(str::to_owned)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(WriteError::Disk(path, error)),
        }
    }
    Ok(known)
}

fn is_inside(path: &str) -> bool {
    let parts = Path::new(path).components();
    !path.is_empty() && parts.into_iter().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// A folder that no build made must be empty, and no file of ours may replace one of somebody else's.
fn refuse_foreign(out: &Path, known: &BTreeSet<String>, paths: &[&str]) -> Result<(), WriteError> {
    match fs::symlink_metadata(out) {
        Err(_) => return Ok(()),
        Ok(meta) if !meta.is_dir() && !out.is_dir() => return Err(WriteError::Foreign(out.to_path_buf())),
        Ok(_) => {}
    }
    let ours = out.join(MANIFEST).is_file() || out.join(PENDING).is_file();
    if !ours {
        let disk = |error| WriteError::Disk(out.to_path_buf(), error);
        // A first build that was cut short before its list was complete leaves at most these.
        let rest = |entry: &fs::DirEntry| !entry.file_name().to_string_lossy().starts_with(".afterword-manifest");
        let first = fs::read_dir(out).map_err(disk)?.filter_map(Result::ok).find(rest);
        return first.map_or(Ok(()), |entry| Err(WriteError::Foreign(entry.path())));
    }
    for path in paths {
        let target = out.join(path);
        let Ok(meta) = fs::symlink_metadata(&target) else { continue };
        if !known.contains(*path) || !meta.is_file() {
            return Err(WriteError::Foreign(target));
        }
    }
    // A folder of the site that is a link would lead our files out of it.
    let folders: BTreeSet<&Path> = paths
        .iter()
        .filter_map(|path| Path::new(path).parent())
        .filter(|folder| folder.components().count() > 0)
        .collect();
    for folder in folders {
        let folder = out.join(folder);
        if fs::symlink_metadata(&folder).is_ok_and(|meta| !meta.is_dir()) {
            return Err(WriteError::Foreign(folder));
        }
    }
    Ok(())
}

/// A folder beside the site, on the same file system, that goes when it is dropped.
struct Staging {
    folder: PathBuf,
    /// Held as long as this build writes; the system lets it go when the process ends, however it ends.
    _lock: File,
}

impl Staging {
    fn open(out: &Path) -> Result<Self, WriteError> {
        let name = out.file_name().map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned());
        let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = parent.join(format!(".{name}.afterword-staging"));
        let disk = |error| WriteError::Disk(folder.clone(), error);
        fs::create_dir_all(&folder).map_err(disk)?;
        let lock = File::create(folder.join(".lock")).map_err(disk)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WriteError::Busy(out.to_path_buf())),
            Err(TryLockError::Error(error)) => return Err(WriteError::Disk(folder, error)),
        }
        // What a build that was cut short left behind.
        for entry in
            fs::read_dir(&folder).map_err(disk)?.filter_map(Result::ok).filter(|entry| entry.file_name() != ".lock")
        {
            let path = entry.path();
            if path.is_dir() {
                fs::remove_dir_all(&path).map_err(disk)?
            } else {
                fs::remove_file(&path).map_err(disk)?
            }
        }
        Ok(Self { folder, _lock: lock })
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let target = self.folder.join(path);
        fs::write(&target, bytes).map_err(|error| WriteError::Disk(target, error))
    }
}

/// Makes the folders that some paths stand in, each once: most of ten thousand files stand in the same few.
fn make_folders(root: &Path, paths: &[&str]) -> Result<(), WriteError> {
    let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| Path::new(path).parent()).collect();
    for folder in folders {
        let folder = root.join(folder);
        fs::create_dir_all(&folder).map_err(|error| WriteError::Disk(folder, error))?;
    }
    Ok(())
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
