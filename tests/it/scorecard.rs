//! The scorecards of reports whose scores are known.

use std::path::PathBuf;

use afterword::archive::Archive;
use afterword::checklist::scorecard::score;
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;

/// The guideline of 2010 scored one real report in public; the retelling must get the same twelve verdicts.
#[test]
fn the_launch_that_filled_the_swap_space_gets_the_scores_of_the_guideline() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("example-incidents/2010-01-26-swap-space.md");
    let archive = Archive::read(&[folder], &Config::default()).expect("the example");
    let card = score(&archive.incidents[0]);
    let verdicts: Vec<&str> = card.answers.iter().map(|answer| answer.verdict.word()).collect();
    assert_eq!(verdicts, ["yes", "yes", "partial", "yes", "no", "no", "yes", "yes", "yes", "no", "yes", "yes"]);
}

#[test]
fn a_reviewers_word_counts_and_is_called_one() {
    let text = "---\ntitle: x\nattest:\n  human-elements: I was there\n---\n";
    let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
    let card = score(&incident);
    let vouched: Vec<&str> = card.answers.iter().filter(|a| a.attested.is_some()).map(|a| a.item.word()).collect();
    assert_eq!(vouched, ["human-elements"]);
}

#[test]
fn verdicts_show_the_lines_that_decided() {
    let text = "# Shops down\n\nWe took the shops down for all customers. We are sorry.\n";
    let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
    let card = score(&incident);
    let admits = &card.answers[0];
    assert_eq!(admits.verdict.word(), "yes");
    let quoted: Vec<&str> = admits.evidence.iter().map(|span| incident.source.slice(span)).collect();
    assert_eq!(quoted, ["We took the shops down for all customers.", "We are sorry."], "each once");
}
