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
    let texts: Vec<String> = archive.incidents.into_iter().map(|incident| incident.source.text).collect();
    let date = Regex::new(r"\b(20\d\d)(-[01]\d-[0-3]\d\b)").expect("an expression");
    let copy = |n: usize| {
        let earlier = n / texts.len() % YEARS;
        let moved = |found: &Captures<'_>| {
            let year: usize = found[1].parse().expect("digits");
            format!("{}{}", year - earlier, &found[2])
        };
        SourceFile::new(format!("report-{n:05}.md"), date.replace_all(&texts[n % texts.len()], moved).into_owned())
    };
    (0..reports).map(copy).collect()
}

fn example() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents")
}
