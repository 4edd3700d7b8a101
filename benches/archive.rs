//! Reading, checking and rendering an archive: the example incidents, many times over.
//!
//! `cargo bench` prints times per report; a slower change shows here before a person notices it.

mod generated;

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::checklist::selection::Selection;
use afterword::checklist::{self, scorecard};
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

fn sources() -> Vec<SourceFile> {
    generated::sources(REPORTS)
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
    let (archive, config) = (archive(), generated::config());
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
    let (archive, config, findings) = (archive(), generated::config(), Findings::default());
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today: today() };
    let options = Options { audience: Audience::Internal, drafts: true };
    bencher.counter(ItemsCount::new(REPORTS)).bench_local(|| {
        let site = Site::new(&run, options, &[]).expect("the templates");
        site.render().expect("every page").len()
    });
}
