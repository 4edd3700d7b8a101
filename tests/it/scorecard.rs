//! The scorecards of reports whose scores are known.

use std::path::PathBuf;

use afterword::archive::Archive;
use afterword::checklist::item::Item;
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
    assert_eq!(quoted, ["We took the shops down for all customers.", "We are sorry.", "Shops down"], "each once");
}

/// The verdict on one item of a report with this text.
fn verdict(text: &str, item: Item) -> &'static str {
    let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
    score(&incident).answer(item).map_or("", |answer| answer.verdict.word())
}

#[test]
fn a_service_named_as_affected_that_failed_is_who_was_impacted() {
    let told =
        "---\ntitle: Slow search\naffected: [search]\n---\nThe search service returned errors from 10:00 to 11:00.\n";
    assert_eq!(verdict(told, Item::WhoWasImpacted), "yes");
    let untold = "# A look back\n\nThe week was long and much was done in the garden behind the house.\n";
    assert_eq!(verdict(untold, Item::WhoWasImpacted), "no");
}

#[test]
fn planned_work_admits_no_failure() {
    let failed = "# Outage of the shop\n\nThe shop was down because the disk was full. We missed the alert.\n";
    let planned =
        "# Move of the shop\n\nFor the planned maintenance the shop will be down. It is scheduled for the night.\n";
    assert_eq!(verdict(failed, Item::AdmitsFailure), "yes");
    assert_ne!(verdict(planned, Item::AdmitsFailure), "yes");
}

#[test]
fn word_that_was_given_is_told_from_word_that_came_in() {
    let given =
        "# Down\n\nThe shop was down. We posted updates on our status page and in the forum, which you can follow.\n";
    let came_in = "# Down\n\nThe shop was down. Reports from three people came in by then.\n";
    assert_eq!(verdict(given, Item::HasAChannel), "yes");
    assert_eq!(verdict(came_in, Item::HasAChannel), "no");
}

#[test]
fn parts_named_by_acronym_and_version_are_technologies() {
    let named =
        "# Down\n\nAfter the step to PostgreSQL 12.4 the DNS and TLS checks of nginx failed, and `dig` showed it.\n";
    assert_eq!(verdict(named, Item::Technologies), "yes");
    assert_ne!(verdict("# Down\n\nThe database was slow, and so the shop was slow.\n", Item::Technologies), "yes");
}

#[test]
fn who_sets_the_rule_on_channels_aside_named_one_in_passing() {
    let waived = "---\ntitle: x\nwaive:\n  no-channel: in passing\n---\nWe posted updates on our status page and in the forum.\n";
    assert_eq!(verdict(waived, Item::HasAChannel), "partial");
}
