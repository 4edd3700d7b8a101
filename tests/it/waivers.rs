//! Waivers set aside what they name, where they stand, and nothing else; and no page shows them.

use afterword::archive::Archive;
use afterword::checklist::selection::Selection;
use afterword::checklist::{self};
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// The lines on which a rule finds something.
fn lines(text: &str, rule: &str) -> Vec<usize> {
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
    let today = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day");
    let findings = checklist::check(&archive, &Config::default(), &Selection::default(), today);
    let found = findings.of(0).iter().filter(|finding| finding.rule.name == rule);
    found.map(|finding| archive.incidents[0].source.line_column(finding.span.start).line).collect()
}

const WAIVE: &str = "<!-- afterword: waive placeholder because it is on purpose -->";

#[test]
fn before_a_block_it_covers_that_block() {
    assert_eq!(lines("TODO one\n\nTODO two\n", "placeholder"), [1, 3]);
    assert_eq!(lines(&format!("{WAIVE}\n\nTODO one\n\nTODO two\n"), "placeholder"), [5]);
    assert_eq!(lines(&format!("{WAIVE}\nTODO one\n\nTODO two\n"), "placeholder"), [4]);
}

#[test]
fn of_a_rule_that_was_not_asked_no_waiver_is_unused() {
    let unused = |only: &[&str], skip: &[&str]| {
        let text = format!("---\ntitle: x\nwaive:\n  hindsight: it is on purpose\n---\n\n{WAIVE}\n\nTODO one\n");
        let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
        let today = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day");
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let selection = Selection::default().limited(&owned(only), &owned(skip)).expect("rules");
        let findings = checklist::check(&archive, &Config::default(), &selection, today);
        findings.of(0).iter().filter(|finding| finding.rule.name == "unused-waiver").count()
    };
    assert_eq!(unused(&[], &[]), 1);
    assert_eq!(unused(&[], &["placeholder"]), 1);
    assert_eq!(unused(&[], &["hindsight"]), 0);
    assert_eq!(unused(&["waivers"], &[]), 0);
}

#[test]
fn before_a_heading_it_covers_the_section() {
    let text = format!("TODO zero\n\n{WAIVE}\n\n## A\n\nTODO one\n\n### B\n\nTODO two\n\n## C\n\nTODO three\n");
    assert_eq!(lines(&text, "placeholder"), [1, 15]);
}

#[test]
fn in_a_list_it_covers_its_item() {
    let text = format!("- TODO one\n- TODO two {WAIVE}\n- TODO three\n");
    assert_eq!(lines(&text, "placeholder"), [1, 3]);
    let text = format!("- TODO one\n  {WAIVE}\n- TODO two\n");
    assert_eq!(lines(&text, "placeholder"), [2 + 1]);
    // Directly above a list its first item, with a blank line the whole list.
    assert_eq!(lines(&format!("{WAIVE}\n- TODO one\n- TODO two\n"), "placeholder"), [3]);
    assert_eq!(lines(&format!("{WAIVE}\n\n- TODO one\n- TODO two\n\nTODO three\n"), "placeholder"), [6]);
}

#[test]
fn in_a_table_it_covers_its_row() {
    let text = format!("| a | b |\n|---|---|\n| TODO one | x |\n| TODO two | {WAIVE} |\n| TODO three | x |\n");
    assert_eq!(lines(&text, "placeholder"), [3, 5]);
    let text = format!("{WAIVE}\n\n| a |\n|---|\n| TODO one |\n\nTODO two\n");
    assert_eq!(lines(&text, "placeholder"), [7]);
}

#[test]
fn in_the_front_matter_it_covers_the_report_until_its_day() {
    let with = |waiver: &str| format!("---\ntitle: x\nwaive:\n  placeholder: {waiver}\n---\n\nTODO one\n");
    assert!(lines(&with("it is on purpose"), "placeholder").is_empty());
    assert!(lines(&with("{reason: it is on purpose, until: 2024-06-01}"), "placeholder").is_empty());
    assert_eq!(lines(&with("{reason: it is on purpose, until: 2024-05-31}"), "placeholder"), [7]);
    assert_eq!(lines(&with("{until: 2024-06-02}"), "placeholder"), [7], "without a reason nothing is set aside");
    assert_eq!(lines(&with("{reason: it is on purpose, until: 2024-05-31}"), "expired-waiver"), [4]);
}

#[test]
fn another_rule_is_not_set_aside_and_an_unused_waiver_is_found() {
    let text = "<!-- afterword: waive empty-section because x -->\n\nTODO one\n";
    assert_eq!(lines(text, "placeholder"), [3]);
    assert_eq!(lines(text, "unused-waiver"), [1]);
}

#[test]
fn one_in_code_is_an_example_and_no_waiver() {
    assert_eq!(lines(&format!("`{WAIVE}`\n\nTODO one\n"), "placeholder"), [3]);
    assert_eq!(lines(&format!("```\n{WAIVE}\n```\n\nTODO one\n"), "placeholder"), [5]);
}

#[test]
fn no_page_shows_one() {
    for text in [
        format!("{WAIVE}\n\nText\n"),
        format!("- a {WAIVE}\n"),
        format!("## A {WAIVE}\n\nText\n"),
        format!("| a |\n|---|\n| b {WAIVE} |\n"),
    ] {
        let html = afterword::site::markdown::block(&text, 2);
        assert!(!html.contains("waive") && !html.contains("--"), "{text:?} shows {html}");
    }
}
