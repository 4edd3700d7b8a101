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

#[test]
fn a_time_in_a_paragraph_of_its_own_is_told_by_what_follows() {
    let text = "# Shops were slow\n\n## Timeline\n\n*2024-03-05 10:02 UTC*\n\nThe alarm rang.\n\n> Loudly.\n\n---\n*2024-03-05 10:09 UTC*\n\nAda came.\n";
    assert_once(text, &["The alarm rang", "Loudly", "Ada came"]);
    let article = article(text);
    let rows: Vec<&str> = article.split("<time datetime").collect();
    assert!(
        rows.iter().any(|row| row.contains(">10:02<") && row.contains("Loudly") && !row.contains("beside")),
        "{article}"
    );
}

#[test]
fn a_clock_that_cannot_be_read_is_shown_as_it_was_written() {
    let text = "# Shops were slow\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 2024-03-05 10:02 | x |\n| 2024-03-05 07:7:47 | y |\n";
    assert!(article(text).contains(">2024-03-05 07:7:47</time>"), "{}", article(text));
    let text = "# Shops were slow\n\n## Timeline\n\n### 2024-03-05 10:02\n\nx\n\n### 2024-03-05 ~ 22:00\n\ny\n";
    assert!(article(text).contains(">~22:00</time>"), "{}", article(text));
}

#[test]
fn a_day_without_beginning_and_end_is_told() {
    let text = "# Shops were slow\n\n## Timeline\n\n- 2024-03-05 10:02 UTC x\n- 2024-03-05 10:05 UTC y\n";
    assert!(
        article(text).contains("5\u{a0}March\u{a0}2024; the report sets no exact beginning and end."),
        "{}",
        article(text)
    );
}

#[test]
fn what_happened_may_stand_before_the_first_section() {
    let text = "# Shops were slow\n\n<p>By Ada</p>\n\n*Short.*\n\n*For an hour nobody could* buy a thing in our shops. It was bad.\n\n## More\n\nWords.\n";
    let article = article(text);
    assert!(article.contains("<dd><em>For an hour nobody could</em> buy a thing in our shops.</dd>"), "{article}");
}

#[test]
fn a_root_cause_that_is_called_so_comes_before_others() {
    let text = "# Shops were slow\n\n## Analysis\n\nWe looked long.\n\n## Root cause\n\nRetries added up.\n";
    let article = article(text);
    let cause = article.split_once("id=\"whys\"").map_or("", |(_, rest)| rest).split("<section").next().unwrap_or("");
    assert!(cause.contains("Retries added up") && !cause.contains("We looked long"), "{article}");
    assert_once(text, &["Retries added up", "We looked long"]);
}

#[test]
fn a_bare_address_is_a_link() {
    let text = "# Shops were slow\n\n## Summary\n\nSee https://a.example/b_c_d?e=1&f=2. Not `https://c.example`, once \
                [https://d.example](https://e.example) and <a href=\"https://f.example\">https://f.example</a>.\n\n## Lessons\n\n- Read https://g.example/h today\n";
    assert_once(
        text,
        &[
            "<a href=\"https://a.example/b_c_d?e=1&amp;f=2\">https://a.example/b_c_d?e=1&amp;f=2</a>. Not <code>https://c.example</code>",
            "<a href=\"https://e.example\">https://d.example</a>",
            "<a href=\"https://f.example\">https://f.example</a>",
            "Read <a href=\"https://g.example/h\">https://g.example/h</a> today",
        ],
    );
}

#[test]
fn bold_around_a_time_and_its_words_stays_bold() {
    let text = "# Shops were slow\n\n## Timeline\n\n- **2024-03-05 10:02 The alarm** rang.\n- **10:05** Ada **ran**.\n- **10:07: It was over.**\n";
    assert_once(
        text,
        &["<strong>The alarm</strong> rang.", "Ada <strong>ran</strong>.", "<strong>It was over.</strong>"],
    );
    let text =
        "# Shops were slow\n\n## Timeline\n\n- **The alarm** (2024-03-05 10:02)\n- **Mended 2024-03-05 10:46**\n";
    assert_once(text, &["<strong>The alarm</strong></div>", ">Mended</div>"]);
    let text =
        "# Shops were slow\n\n## Five whys\n\n1. **Why was it slow?** The disk was full.\n2. Why? **So** it was.\n";
    assert_once(
        text,
        &[
            "<strong>Why was it slow?</strong></b><p>The disk was full.</p>",
            "<b>Why?</b><p><strong>So</strong> it was.</p>",
        ],
    );
    let text = "# Shops were slow\n\n## Timeline\n\n- **At first:** nothing.\n- **Then:** the alarm.\n";
    assert_once(text, &["<strong>At first:</strong> nothing.", "<strong>Then:</strong> the alarm."]);
}
