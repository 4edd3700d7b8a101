//! Reading, checking and rendering an archive: the example incidents, many times over.
//!
//! `cargo bench` prints times per report; a slower change shows here before a person notices it.

use std::path::Path;

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::checklist::selection::Selection;
use afterword::checklist::{self, scorecard};
use afterword::config::Config;
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading, front_matter, yaml};
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::ItemsCount;

/// Reports in the archive that is measured.
const REPORTS: usize = 500;

fn main() {
    divan::main();
}

fn config() -> Config {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents/afterword.toml");
    Config::load(&path).expect("the example's configuration")
}

/// The example's files, repeated under other names.
fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents");
    let archive = Archive::read(&[root], &config()).expect("the example");
    let texts: Vec<String> = archive.incidents.into_iter().map(|incident| incident.source.text).collect();
    (0..REPORTS).map(|n| SourceFile::new(format!("2024-01-01-report-{n}.md"), texts[n % texts.len()].clone())).collect()
}

fn archive() -> Archive {
    Archive::new(sources().into_iter().map(|source| Incident::read(source, &Reading::default())).collect())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

/// The front matter as a tree: the dearest part of reading.
#[divan::bench]
fn yaml_trees(bencher: Bencher) {
    let sources = sources();
    let blocks: Vec<&str> = sources
        .iter()
        .filter_map(|source| source.text.get(front_matter::split(&source.text, &mut Vec::new()).yaml?))
        .collect();
    bencher
        .counter(ItemsCount::new(blocks.len()))
        .bench_local(|| blocks.iter().filter(|block| yaml::read(block, 0).is_ok()).count());
}

#[divan::bench]
fn read(bencher: Bencher) {
    bencher.counter(ItemsCount::new(REPORTS)).with_inputs(sources).bench_local_values(|sources| {
        sources.into_iter().map(|source| Incident::read(source, &Reading::default())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn check(bencher: Bencher) {
    let (archive, config) = (archive(), config());
    let selection = Selection::new(&config).expect("no levels are set");
    bencher.counter(ItemsCount::new(REPORTS)).bench_local(|| checklist::check(&archive, &config, &selection, today()));
}

#[divan::bench]
fn score(bencher: Bencher) {
    let archive = archive();
    bencher
        .counter(ItemsCount::new(REPORTS))
        .bench_local(|| archive.incidents.iter().map(scorecard::score).collect::<Vec<_>>());
}

#[divan::bench]
fn render(bencher: Bencher) {
    let (archive, config, findings) = (archive(), config(), Findings::default());
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today: today() };
    let options = Options { audience: Audience::Internal, drafts: true };
    bencher.counter(ItemsCount::new(REPORTS)).bench_local(|| {
        let site = Site::new(&run, options, &[]).expect("the templates");
        site.render().expect("every page").len()
    });
}
