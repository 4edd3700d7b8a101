//! What a report tells once stands once on its page, and times do not contradict themselves.

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading};
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// The article before the checklist, which quotes.
fn article(text: &str) -> String {
    page("reports/a.html", &[text])
        .split_once("<article")
        .and_then(|(_, rest)| rest.split_once("id=\"checklist\""))
        .map(|(article, _)| article.to_owned())
        .expect("an article")
}

fn page(path: &str, texts: &[&str]) -> String {
    let read =
        |(name, text): (char, &&str)| Incident::read(SourceFile::new(format!("{name}.md"), *text), &Reading::default());
    let archive = Archive::new(('a'..).zip(texts).map(read).collect());
    let (findings, config) = (Findings::default(), Config::default());
    let today = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day");
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    let site = Site::new(&run, Options { audience: Audience::Internal, drafts: false }, &[]).expect("the templates");
    String::from_utf8(site.bytes(path).expect("a path").expect("a page")).expect("UTF-8")
}

fn assert_once(text: &str, marks: &[&str]) {
    let article = article(text);
    for mark in marks {
        assert_eq!(article.matches(mark).count(), 1, "{mark} in {text}:\n{article}");
    }
}

#[test]
fn what_stands_under_a_bold_label_is_shown_once() {
    let text = "# Shops were slow\n\n- **Key events**\n  - First seen 2024-03-05 10:15\n  - Mended 2024-03-05 10:46\n\n\
                - **Context**: The fair was on.\n\n- **Review actions**:\n  - Cap the retries\n  - Tell the shops\n\n- **Thanks**: To Ada.\n";
    assert_once(text, &["First seen", "Mended", "The fair was on", "Cap the retries", "Tell the shops", "To Ada"]);
    let text =
        "# Shops were slow\n\n**Summary**\n\nThe shops were slow. It lasted long.\n\n**Detection**: Ada saw it.\n";
    assert_once(text, &["It lasted long", "Ada saw it"]);
    // What no row shows keeps the passage as it stands.
    let text = "# Shops were slow\n\n**Action items**\n\nAgreed on Monday.\n\n- Cap the retries\n";
    assert_once(text, &["Agreed on Monday"]);
}

#[test]
fn what_stands_in_another_section_and_has_a_place_of_its_own_is_shown_once() {
    let text = "# Shops were slow\n\n## Root cause\n\nRetries added up.\n\n### Next steps\n\nWe agreed:\n\n- Cap the retries\n\n\
                ### What went well\n\n- The alarm rang.\n\n## More\n\nWords.\n";
    assert_once(text, &["Retries added up", "We agreed", "Cap the retries", "The alarm rang", "Words."]);
    let text = "# Shops were slow\n\n## Action items\n\n### What went wrong\n\n- Nobody knew.\n\n### Process\n\n- Write it down\n";
    assert_once(text, &["Nobody knew", "Write it down"]);
    let text = "# Shops were slow\n\n## What went wrong\n\n- Nobody knew.\n\n### Action items\n\n- Write it down\n";
    assert_once(text, &["Nobody knew", "Write it down"]);
}

#[test]
fn a_lesson_of_two_groups_is_shown_once() {
    let text = "# Shops were slow\n\n## What went well, and where we got lucky\n\n- The alarm rang.\n";
    assert_once(text, &["The alarm rang"]);
}

#[test]
fn a_title_is_no_answer_that_holds_the_whole_report() {
    let text =
        "# Overview of the incident\n\nThe shops were slow. They were down.\n\n## Words\n\nNobody bought a thing.\n";
    assert_once(text, &["They were down", "Nobody bought a thing"]);
    let text = "# Slow shops, root cause: retries\n\nBefore it all.\n\n## Root cause\n\nThey added up.\n";
    assert_once(text, &["Before it all", "They added up"]);
}

#[test]
fn a_ticket_that_an_action_names_is_not_named_again() {
    let text =
        "# Shops were slow\n\n## Action items\n\n- Cap the retries, see OPS-17 (ada)\n- Tell the shops (OPS-18)\n";
    assert_once(text, &["OPS-17", "OPS-18"]);
}

#[test]
fn times_with_seconds_agree_with_the_duration_between_them() {
    let text = "---\ntitle: Shops down\nstart: 2024-03-05T10:00:20Z\nend: 2024-03-05T10:02:00Z\ntimeline:\n  - {at: 2024-03-05T10:01:05Z, event: x}\n---\n";
    let english = article(text);
    for shown in
        ["5\u{a0}March\u{a0}2024, 10:00:20</time>", ">10:02</time>", "1\u{a0}min\u{a0}40\u{a0}s", ">10:01:05</time>"]
    {
        assert!(english.contains(shown), "{shown} is missing in {english}");
    }
    let german = article(&text.replace("title", "lang: de\ntitle"));
    for shown in ["5.\u{a0}März\u{a0}2024, 10:00:20</time>", "1\u{a0}min\u{a0}40\u{a0}s"] {
        assert!(german.contains(shown), "{shown} is missing in {german}");
    }
    let minutes = article(&text.replace(":20Z", ":00Z"));
    assert!(minutes.contains("2024, 10:00</time>") && minutes.contains("<b>2\u{a0}min</b>"), "{minutes}");
}

#[test]
fn the_checklist_shows_the_newest_year_first() {
    let of = |year: u32| format!("---\ntitle: Of {year}\nstart: {year}-03-05T10:00:00Z\n---\n");
    let page = page("checklist.html", &[&of(2022), &of(2023), &of(2024)]);
    let places: Vec<_> = ["2024<small", "2023<small", "2022<small"].map(|year| page.find(year)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}
