//! `afterword new`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::{Common, New};
use crate::commands::session::{configuration, tidy, today};
use crate::config::Config;
use crate::incident::instant::{self, TimeContext, TimeTrouble, Zone};
use crate::incident::slug;

/// The built-in template of a report; an archive may hold its own as `templates/incident/report.md`.
pub(super) const TEMPLATE: &str = include_str!("../../templates/incident/report.md");

pub(super) fn run(options: &New, common: &Common) -> anyhow::Result<ExitCode> {
    let dirs: Vec<PathBuf> = options.dir.iter().cloned().collect();
    let config = configuration(&dirs, common)?;
    let day = match &options.start {
        Some(start) => day_of(start, &config)?,
        None => today(common),
    };
    let name = file_name(&options.title);
    anyhow::ensure!(!name.is_empty(), "a report needs a title in words: what users could not do");
    let folder = options.dir.clone().unwrap_or_else(|| first_folder(&config));
    let path = tidy(&folder.join(format!("{day}-{name}.md")));
    let text = fill(&template(&config)?, options);
    write_new(&path, &text)?;
    let _ = writeln!(std::io::stdout(), "{}", path.display());
    if !common.quiet {
        eprintln!("Fill in what is marked TODO; `afterword check {}` says what is missing.", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// The title as a file's name; one in other letters than Latin ones keeps its own.
fn file_name(title: &str) -> String {
    let latin = slug(title);
    if !latin.is_empty() {
        return latin;
    }
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase().chars().take(60).collect()
}

fn day_of(start: &str, config: &Config) -> anyhow::Result<chrono::NaiveDate> {
    let context = TimeContext { report: config.timezone.map(Zone::Named), ..TimeContext::default() };
    match instant::read(start, 0, &context) {
        (Some(instant), None | Some(TimeTrouble::Repeated)) => Ok(instant.at.date_naive()),
        _ => anyhow::bail!("`{start}` is not a time; write it as `2024-03-05 10:00 Europe/Berlin`"),
    }
}

fn first_folder(config: &Config) -> PathBuf {
    config.archive.paths.first().map_or_else(|| config.root.clone(), |path| tidy(&config.root.join(path)))
}

fn template(config: &Config) -> anyhow::Result<String> {
    let own = config.root.join(&config.site.templates).join("incident/report.md");
    if own.is_file() {
        return std::fs::read_to_string(&own).with_context(|| format!("{} cannot be read", own.display()));
    }
    Ok(TEMPLATE.to_owned())
}

fn fill(template: &str, options: &New) -> String {
    let todo = |words: &str| format!("# TODO: {words}");
    let services: Vec<String> = options.services.iter().map(|name| quoted(name)).collect();
    let values = [
        ("{title}", quoted(&options.title)),
        ("{status}", if options.live { "ongoing" } else { "draft" }.to_owned()),
        ("{severity}", options.severity.clone().unwrap_or_else(|| todo("how bad it was, such as sev2"))),
        ("{services}", services.join(", ")),
        ("{start}", options.start.clone().unwrap_or_else(|| todo("when users began to feel it, with its zone"))),
    ];
    let mut text = template.to_owned();
    if options.live {
        text = text.lines().filter(|line| !line.starts_with("end:")).map(|line| format!("{line}\n")).collect();
    }
    for (mark, value) in values {
        text = text.replace(mark, &value);
    }
    text
}

/// A text as a YAML scalar: quoted where YAML would read it otherwise.
fn quoted(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '’'))
        && text.starts_with(char::is_alphabetic)
        && !matches!(text.to_lowercase().as_str(), "yes" | "no" | "on" | "off" | "true" | "false" | "null");
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Never overwrites: two people may begin the same report at the same time.
fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => {
            file.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            anyhow::bail!("{} is there already; choose another title, or go on writing that one", path.display())
        }
        Err(error) => Err(error).with_context(|| format!("{} cannot be written", path.display())),
    }
}
