//! A large archive: the example incidents, many times over, under other names and in other years. Benchmarks measure it, tests walk it.

use std::path::Path;

use afterword::archive::Archive;
use afterword::config::Config;
use afterword::source::SourceFile;
use regex::{Captures, Regex};

/// Years over which the copies are spread.
const YEARS: usize = 12;

/// The example's configuration.
pub(super) fn config() -> Config {
    Config::load(&example().join("afterword.toml")).expect("the example's configuration")
}

/// So many reports.
pub(super) fn sources(reports: usize) -> Vec<SourceFile> {
    let archive = Archive::read(&[example()], &config()).expect("the example");
    let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let examples = archive.incidents.into_iter().map(|incident| (file(&incident.source.path), incident.source.text));
    let (files, texts): (Vec<String>, Vec<String>) = examples.unzip();
    let date = Regex::new(r"\b(20\d\d)(-[01]\d-[0-3]\d\b)").expect("an expression");
    let copy = |n: usize| {
        let earlier = n / texts.len() % YEARS;
        let moved = |found: &Captures<'_>| {
            let year: usize = found[1].parse().expect("digits");
            format!("{}{}", year - earlier, &found[2])
        };
        // Links lead to the copies beside this one.
        let first = n - n % texts.len();
        let mut text = texts[n % texts.len()].clone();
        for (at, file) in files.iter().enumerate() {
            let beside = if first + at < reports { first + at } else { at };
            text = text.replace(file, &format!("report-{beside:05}.md"));
        }
        SourceFile::new(format!("report-{n:05}.md"), date.replace_all(&text, moved).into_owned())
    };
    (0..reports).map(copy).collect()
}

fn example() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents")
}
