//! The archive's own templates and files, read from disk.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use walkdir::{DirEntry, WalkDir};

/// The archive's own templates, texts, stylesheet and scripts, by their names below the folder.
pub(super) fn own_templates(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let files = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    let wanted = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ["html", "css", "ftl", "js"].iter().any(|known| ending == *known))
    };
    files
        .map(DirEntry::into_path)
        .filter(wanted)
        .map(|path| {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("the template {} cannot be read", path.display()))?;
            Ok((name, text))
        })
        .collect()
}

/// The files of the folder for static files, by their paths in the site. What begins with a dot is left out.
///
/// # Errors
/// A link that leads out of the folder or to no file, a file that cannot be read.
pub(super) fn static_files(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let root = folder.canonicalize().with_context(|| format!("`{}` cannot be read", folder.display()))?;
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(shown) {
        let entry = entry.with_context(|| format!("`{}` cannot be read", folder.display()))?;
        if entry.file_type().is_dir() || entry.depth() == 0 {
            continue;
        }
        let path = entry.path();
        let inside = path.canonicalize().is_ok_and(|target| target.starts_with(&root) && target.is_file());
        if !inside {
            anyhow::bail!(
                "`{}` is a link that leads out of `{}` or to no file, so nothing was built\nhelp: put the file itself there",
                path.display(),
                folder.display()
            );
        }
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let bytes =
            std::fs::read(path).with_context(|| format!("the static file {} cannot be read", path.display()))?;
        files.push((name, bytes));
    }
    Ok(files)
}
