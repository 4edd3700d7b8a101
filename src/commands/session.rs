//! What every command begins with: the configuration, the paths, the day, the colours.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::NaiveDate;

use crate::archive::Archive;
use crate::cli::{ColourChoice, Common};
use crate::config::Config;
use crate::report::Colour;

/// What a run works on.
pub(super) struct Session {
    pub(super) config: Config,
    /// Files and folders to read.
    pub(super) paths: Vec<PathBuf>,
    pub(super) today: NaiveDate,
    pub(super) colour: Colour,
    pub(super) quiet: bool,
}

impl Session {
    /// # Errors
    /// A configuration that cannot be used.
    pub(super) fn open(paths: &[PathBuf], common: &Common) -> anyhow::Result<Self> {
        let config = configuration(paths, common)?;
        let paths = if paths.is_empty() {
            archive_paths(&config)
        } else {
            paths.iter().flat_map(|path| of_archive(path, &config)).collect()
        };
        Ok(Self { paths, today: today(common), colour: colour(common), quiet: common.quiet, config })
    }

    /// The archive of these paths; where nothing is in it, a note says so.
    ///
    /// # Errors
    /// A path, folder, glob or heading that cannot be read.
    pub(super) fn archive(&self) -> anyhow::Result<Archive> {
        let archive = Archive::read(&self.paths, &self.config)?;
        if archive.incidents.is_empty() {
            let paths: Vec<String> = self.paths.iter().map(|path| format!("`{}`", path.display())).collect();
            self.note(&format!(
                "no reports in {}; reports are the Markdown files that the globs under `[archive]` in afterword.toml name",
                paths.join(", ")
            ));
        }
        Ok(archive)
    }

    /// A line on standard error, for people; not with `--quiet`.
    pub(super) fn note(&self, words: &str) {
        if !self.quiet {
            eprintln!("{words}");
        }
    }
}

/// The clock is read once, here.
pub(super) fn today(common: &Common) -> NaiveDate {
    common.today.unwrap_or_else(|| chrono::Local::now().date_naive())
}

fn colour(common: &Common) -> Colour {
    let styled = match common.color {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => {
            std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    if styled { Colour::Styled } else { Colour::Plain }
}

/// The configuration named, or the nearest one at or above the first path or the current folder.
pub(super) fn configuration(paths: &[PathBuf], common: &Common) -> anyhow::Result<Config> {
    if let Some(path) = &common.config {
        return Ok(Config::load(path)?);
    }
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    let first = paths.first().filter(|path| path.as_os_str() != "-").map_or(here.clone(), |path| here.join(path));
    let Some(found) = Config::find(&first) else { return Ok(Config { root: PathBuf::new(), ..Config::default() }) };
    // Shown the way the user would type it.
    Ok(Config::load(found.strip_prefix(&here).unwrap_or(&found))?)
}

fn archive_paths(config: &Config) -> Vec<PathBuf> {
    config.archive.paths.iter().map(|path| tidy(&config.root.join(path))).collect()
}

/// A folder that is an archive's own means the archive, as its configuration describes it.
fn of_archive(path: &Path, config: &Config) -> Vec<PathBuf> {
    let is_root = path.is_dir() && path.join(crate::config::FILE_NAME).is_file() && same(path, &config.root);
    if is_root { archive_paths(config) } else { vec![path.to_path_buf()] }
}

fn same(a: &Path, b: &Path) -> bool {
    let b = if b.as_os_str().is_empty() { Path::new(".") } else { b };
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// `folder/.` is `folder`, and nothing is `.`.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let kept: PathBuf = path.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect();
    if kept.as_os_str().is_empty() { PathBuf::from(".") } else { kept }
}
