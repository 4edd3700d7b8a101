//! The rule on vague impact: one finding to a section, and where a number is asked for.

use afterword::archive::Archive;
use afterword::checklist;
use afterword::checklist::selection::Selection;
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// Per finding the words it marks: the first, then those of its notes.
fn marked(text: &str) -> Vec<Vec<String>> {
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let findings = checklist::check(&archive, &Config::default(), &Selection::default(), today);
    let vague = findings.of(0).iter().filter(|finding| finding.rule.name == "vague-impact");
    let words = |span| archive.incidents[0].source.slice(span).to_owned();
    vague
        .map(|finding| {
            let notes = finding.notes.iter().map(|(span, _)| words(span));
            std::iter::once(words(&finding.span)).chain(notes).collect()
        })
        .collect()
}

#[test]
fn a_section_gets_one_finding() {
    let text = "# Root causes of a slow day\n\n## Impact\n\n- Some users saw errors.\n- Search degraded.\n- Orders lost: unknown\n\n\
                ## Timeline\n\n- 10:05 several jobs hang\n- 10:20 all is well\n";
    assert_eq!(marked(text), [vec!["Some", "degraded", "unknown"], vec!["several"]]);
}

#[test]
fn where_people_were_counted_the_story_may_be_told_without() {
    let story = "## Impact\n\nIMPACT\n\n## Story\n\nBy noon many users could not pay.\n";
    assert_eq!(marked(&story.replace("IMPACT", "The shop was down.")), [vec!["many"]]);
    assert_eq!(marked(&story.replace("IMPACT", "412 users could not pay.")), Vec::<Vec<String>>::new());
}

#[test]
fn a_key_of_the_front_matter_says_what_it_tells() {
    let keys = "---\ntitle: x\nsummary: Some users saw errors.\nroot_cause: Several checks failed for some users.\n\
                description: \"We had intermittent errors.\"\n---\n";
    assert_eq!(marked(keys), [vec!["Some", "intermittent errors"]]);
}

#[test]
fn a_share_that_was_hit_is_asked_for_wherever_it_stands() {
    let text = "## Impact\n\n412 users could not pay.\n\n## What went wrong\n\nA wide area of the shop was affected.\n\n\
                ## Recovery\n\nThe majority of shops was not impacted. A number of 31 shops was affected.\n";
    assert_eq!(marked(text), [vec!["A wide area of"], vec!["The majority of"]]);
}

#[test]
fn not_at_scale_is_as_vague_as_at_scale() {
    assert_eq!(marked("## Impact\n\nThe flaw was not used at scale.\n"), [vec!["at scale"]]);
    assert_eq!(marked("## Summary\n\nWe run the shop at scale.\n"), Vec::<Vec<String>>::new());
}
