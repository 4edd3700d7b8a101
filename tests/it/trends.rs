//! Pages that are made of numbers over all reports: trends, causes, lessons, actions, the checklist over time.

use std::collections::BTreeMap;

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading};
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

fn archive_of(files: &[(String, String)]) -> Archive {
    let read = |(path, text): &(String, String)| {
        Incident::read(SourceFile::new(path.clone(), text.clone()), &Reading::default())
    };
    Archive::new(files.iter().map(read).collect())
}

fn site(files: &[(String, String)], language: &str, audience: Audience) -> BTreeMap<String, String> {
    let archive = archive_of(files);
    let mut config = Config::default();
    language.clone_into(&mut config.site.language);
    let findings = Findings::default();
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    let site = Site::new(&run, Options { audience, drafts: false }, &[]).expect("the templates");
    let pages = site.render().expect("every page");
    pages.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// Reports a month apart, the n-th of which lasted n times ten minutes.
fn reports(count: u32, more: &str) -> Vec<(String, String)> {
    let report = |n: u32| {
        let (year, month) = (2020 + n / 12, n % 12 + 1);
        let text = format!(
            "---\ntitle: Report {n}\naudience: public\nseverity: sev{}\nservices: [Shops]\nstart: {year}-{month:02}-10T10:00:00Z\n\
             end: {year}-{month:02}-10T{:02}:{:02}:00Z\n{more}---\n",
            n % 4 + 1,
            10 + (n + 1) * 10 / 60 % 12,
            (n + 1) * 10 % 60
        );
        (format!("{n:05}.md"), text)
    };
    (0..count).map(report).collect()
}

#[test]
fn few_incidents_are_shown_as_few() {
    let none = &site(&[], "en", Audience::Internal)["trends.html"];
    assert!(none.contains("there is nothing to draw") && !none.contains("<figure"));
    let three = &site(&reports(3, ""), "en", Audience::Internal)["trends.html"];
    assert!(three.contains("3\u{a0}incidents since 2020: too few to call anything a trend."));
    assert!(three.contains("too few for quartiles") && !three.contains("class=\"iqr\""));
    assert_eq!(three.matches("<title>").count(), 1 + 3, "the page's own title, and one for each mark");
    let four = &site(&reports(4, ""), "en", Audience::Internal)["trends.html"];
    assert!(
        four.contains("Half of them were over within 25\u{a0}min; a quarter took longer than 32\u{a0}min."),
        "{four}"
    );
    assert!(four.contains("class=\"iqr\""));
}

#[test]
fn no_mean_is_a_headline_and_the_reason_has_its_source() {
    let page = &site(&reports(11, ""), "en", Audience::Internal)["trends.html"];
    assert!(page.contains("no mean time to repair") && page.contains("https://www.thevoid.community/report"));
    assert!(!page.contains("MTTR"));
    let german = &site(&reports(11, ""), "de", Audience::Internal)["trends.html"];
    assert!(german.contains("Die mittlere Hälfte aller Störungen dauerte 35\u{a0}min bis 1\u{a0}h\u{a0}25\u{a0}min"));
}

#[test]
fn every_number_of_the_page_is_in_its_words() {
    let more = "detection: {how: monitoring}\ndetected: 2020-01-10T10:04:00Z\nupdates: [{at: 2020-01-10T10:20:00Z, text: t}]\n";
    let mut files = reports(1, more);
    files.extend(reports(5, "detection: {how: customer}\n").into_iter().skip(1));
    files.push(("a-near-miss.md".to_owned(), "---\ntitle: near\nkind: near-miss\n---\n".to_owned()));
    files.push(("b-without.md".to_owned(), "---\ntitle: times unknown\n---\n".to_owned()));
    files.push((
        "c-now.md".to_owned(),
        "---\ntitle: now\nstatus: ongoing\nstart: 2026-11-24T10:00:00Z\n---\n".to_owned(),
    ));
    let page = &site(&files, "en", Audience::Internal)["trends.html"];
    assert!(page.contains("5\u{a0}incidents since 2020"), "a near miss and what goes on have no outage to measure");
    assert!(page.contains("1\u{a0}more incident does not say when it began or ended"));
    assert!(page.contains("Monitoring found 1 of 5"));
    assert!(page.contains("Until we noticed <span class=\"quiet\">1\u{a0}incident</span>"));
    assert!(page.contains("Until the first word to you <span class=\"quiet\">1\u{a0}incident</span>"));
    assert!(page.contains("1\u{a0}incident does not say who found it."), "the one without times does not");
}

#[test]
fn a_thousand_incidents_make_a_light_page() {
    let action = "action_items:\n  - {action: Do it, owner: Ada, due: 2020-03-01, type: prevent}\ntags: [a]\nlessons: {for_others: [Look at the label twice.]}\n";
    let pages = site(&reports(1000, action), "en", Audience::Internal);
    for (path, page) in pages.iter().filter(|(path, _)| !path.contains('/') && path.ends_with(".html")) {
        assert!(page.len() < 100 * 1024, "{path} has {} bytes", page.len());
    }
    assert!(pages["trends.html"].contains("1000\u{a0}incidents") && pages["trends.html"].contains("class=\"many m1\""));
    assert!(pages.contains_key("lessons.2.html") && pages.contains_key("actions.10.html"));
    assert!(pages.values().all(|page| !page.contains(" style=\"")), "a strict policy forbids styles in attributes");
}

#[test]
fn reports_share_a_cause_where_they_say_so() {
    let report = |n: u32, more: &str| {
        let text = format!(
            "---\ntitle: Report {n}\naudience: public\nstart: 2024-0{n}-01T10:00:00Z\nend: 2024-0{n}-01T11:00:00Z\n{more}---\n"
        );
        (format!("{n}.md"), text)
    };
    let files = [
        report(1, "trigger: An expired certificate\ntags: [tls]\n"),
        report(2, "contributing_factors: [\"an expired *certificate*.\", Something else]\ntags: [tls]\n"),
        report(3, "root_cause: Nobody renewed it\ntags: [tls]\n"),
        report(4, "repeat_of: '3'\n"),
        report(5, "repeat_of: ['4', missing]\n"),
    ];
    let pages = site(&files, "en", Audience::Internal);
    let causes = &pages["causes.html"];
    let rows: Vec<&str> = causes.match_indices("<li><a href=\"causes/").map(|(at, _)| &causes[at..at + 60]).collect();
    assert_eq!(rows.len(), 2, "tags alone are no cause: {rows:?}");
    assert!(
        rows[0].contains("causes/report-3.html") && rows[1].contains("causes/an-expired-certificate.html"),
        "{rows:?}"
    );
    assert!(pages["causes/report-3.html"].contains("3\u{a0}reports"));
    let empty = site(&files[..1], "en", Audience::Internal);
    assert!(empty["causes.html"].contains("No two reports name the same cause."));
}

#[test]
fn lessons_for_others_come_before_general_ones() {
    let report = |n: u32, lessons: &str| {
        (
            format!("{n}.md"),
            format!("---\ntitle: Report {n}\naudience: public\nstart: 2024-0{n}-01T10:00:00Z\n---\n\n{lessons}"),
        )
    };
    let files = [
        report(1, "## Lessons learned\n\n- General one\n"),
        report(2, "## Lessons learned\n\n- General two\n\n### What others can learn\n\n- Shared two\n"),
        report(3, "## Lessons learned\n\n<!-- internal -->\n- canary-lesson\n<!-- /internal -->\n"),
    ];
    let page = &site(&files, "en", Audience::Public)["lessons.html"];
    assert!(page.contains("General one") && page.contains("Shared two") && !page.contains("General two"), "{page}");
    assert!(!page.contains("canary-lesson"));
    let place = |text: &str| page.find(text).expect("a lesson");
    assert!(place("Shared two") < place("General one"), "newest first");
    assert!(page.contains("href=\"reports/2.html#lessons\""));
}

#[test]
fn actions_are_counted_by_state_age_owner_and_purpose() {
    let items = "action_items:\n  - {action: One, owner: Ada, due: 2026-11-20, type: detect}\n  - {action: Two, owner: Ada, due: 2025-01-01, type: detect}\n  \
        - {action: Three, due: 2027-01-01, type: mitigate}\n  - {action: Four, status: done, done: 2024-03-01, type: detect}\n  \
        - {action: Five, status: declined, reason: It would not have helped, type: detect}\n  - {action: A wish}\n";
    let text = format!("---\ntitle: Report\nstart: 2024-01-01T10:00:00Z\n{items}---\n");
    let page = &site(&[("a.md".to_owned(), text)], "en", Audience::Internal)["actions.html"];
    assert!(
        page.contains("Of 5\u{a0}actions: 1\u{a0}done, 1\u{a0}open and not overdue. 2\u{a0}actions are overdue."),
        "{page}"
    );
    assert!(page.contains("up to 7 days") && page.contains("more than 365 days"));
    assert!(page.contains("overdue</span> 692\u{a0}days"), "how long is said");
    assert!(page.contains("It would not have helped"), "the reason is shown");
    assert!(page.contains("Reports with nothing preventive") && page.contains("<a href=\"reports/a.html\">Report</a>"));
    assert!(!page.contains("A wish"), "what has neither state nor date promises nothing");
    let none = &site(&[], "en", Audience::Internal)["actions.html"];
    assert!(none.contains("No report names an action") && !none.contains("<table"));
}

#[test]
fn the_checklist_shows_the_answers_over_the_years() {
    let page = &site(&reports(30, ""), "en", Audience::Internal)["checklist.html"];
    for year in ["2020", "2021", "2022"] {
        assert!(page.contains(&format!("<th scope=\"col\">{year}<small")), "{year} has no column");
    }
    assert!(page.contains("30 yes") || page.contains("30 partly") || page.contains("30 no"));
    let one = &site(&reports(3, ""), "en", Audience::Internal)["checklist.html"];
    assert!(!one.contains("id=\"years\""), "one year says what the whole says");
}
