//! What was wrong on pages when somebody looked at them.

use std::collections::BTreeMap;
use std::process::Command;

use afterword::archive::{Archive, reading};
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::facts::Audience;
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

fn site(text: &str, today: NaiveDate) -> BTreeMap<String, String> {
    let config = Config::default();
    let reading = reading(&config).expect("headings");
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &reading)]);
    let findings = Findings::default();
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    let options = Options { audience: Audience::Internal, drafts: false };
    let files = Site::new(&run, options, &[]).expect("the templates").render().expect("every page");
    files.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).expect("a day")
}

fn page(text: &str) -> String {
    site(text, day(6, 1)).remove("reports/a.html").expect("the page")
}

#[test]
fn an_end_without_a_beginning_is_told() {
    let page = page("---\ntitle: Mail was late\nend: 2024-05-03T12:00:00Z\n---\n");
    assert!(
        page.contains("Until <time datetime=\"2024-05-03T12:00:00+00:00\">3\u{a0}May\u{a0}2024, 12:00</time> (UTC)"),
        "{page}"
    );
    assert!(page.contains("It cannot be told: the beginning was not recorded."));
    assert!(!page.contains("The report sets no exact beginning"));
}

#[test]
fn a_promised_word_that_did_not_come_is_told_when_its_day_is_over() {
    let text = "---\ntitle: Mail is late\nstatus: ongoing\nstart: 2024-05-03T10:00:00Z\nupdates:\n\
                \x20 - {at: 2024-05-03T11:00:00Z, text: Late., next: 2024-05-03T12:00:00Z}\n---\n";
    for (today, missed) in [(day(5, 3), false), (day(5, 4), true)] {
        let pages = site(text, today);
        for path in ["index.html", "reports/a.html"] {
            assert_eq!(pages[path].contains("none is recorded."), missed, "{path} on {today}");
            assert_eq!(
                pages[path].contains("Next word by <time") || pages[path].contains("Next word by 3"),
                !missed,
                "{path} on {today}"
            );
        }
    }
}

#[test]
fn a_timeline_speaks_of_hours_since_the_start_only_where_it_counts_them() {
    let of = |start: &str| {
        page(&format!(
            "---\ntitle: Mail\n{start}timeline:\n  - {{at: 2024-05-03T10:00:00Z, event: Mail stops.}}\n---\n"
        ))
    };
    assert!(of("start: 2024-05-03T10:00:00Z\n").contains("Times are UTC; then hours and minutes since the start."));
    assert!(of("").contains("Times are UTC.</p>"));
}

#[test]
fn a_timeline_in_a_language_from_right_to_left_says_so() {
    let page = page(
        "---\ntitle: تعطل\nlang: ar\nstart: 2024-05-03T10:00:00Z\ntimeline:\n\
         \x20 - {at: 2024-05-03T10:00:00Z, event: توقف البريد., kind: act}\n---\n",
    );
    assert!(
        page.contains("<span class=\"kind\">Acted</span><div lang=\"ar\" dir=\"rtl\">توقف البريد.</div>"),
        "{page}"
    );
}

#[test]
fn two_days_are_drawn_with_days_and_not_with_noon_thrice() {
    let page = page("---\ntitle: Mail\nstart: 2024-05-03T15:00:00Z\nend: 2024-05-05T15:00:00Z\n---\n");
    let major: Vec<&str> = page.split("<g><svg x=").skip(1).filter_map(|part| part.split("</text>").next()).collect();
    let shown: Vec<&str> = major.iter().filter_map(|part| part.rsplit('>').next()).collect();
    assert_eq!(shown, ["4\u{a0}May", "5\u{a0}May", "6\u{a0}May"]);
}

#[test]
fn no_example_of_a_rule_begins_or_ends_with_an_empty_line() {
    let pages = site("---\ntitle: Mail\n---\n", day(6, 1));
    let rules: Vec<_> = pages.iter().filter(|(path, _)| path.starts_with("checklist/")).collect();
    assert!(rules.len() > 100);
    for (path, page) in rules {
        for code in page.split("<code").skip(1).filter_map(|part| part.split_once('>')?.1.split("</code>").next()) {
            assert!(!code.starts_with('\n') && !code.ends_with("\n\n"), "{path}: {code:?}");
        }
    }
}

#[test]
fn one_report_is_not_called_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.md"), "---\ntitle: Mail\n---\n").expect("a report");
    let built = Command::new(env!("CARGO_BIN_EXE_afterword")).args(["build"]).current_dir(folder.path()).output();
    let said = String::from_utf8(built.expect("the program").stdout).expect("UTF-8");
    assert!(said.contains("\n1 report, ") || said.starts_with("1 report, "), "{said}");
}

#[test]
fn whys_inside_the_root_cause_are_shown_once() {
    let text = "---\ntitle: Shops slow\n---\n\n## Root cause\n\nA report held the lock.\n\n### Five whys\n\n1. Why slow? The lock was held.\n\
                2. Why? It reads the live copy.\n\n### More\n\nThe second copy was never made.\n";
    let page = page(text);
    for (words, times) in [("A report held", 1), ("It reads the live copy", 1), ("The second copy", 1)] {
        let body = page.split("id=\"checklist\"").next().unwrap_or("");
        assert_eq!(body.matches(words).count(), times, "{words}");
    }
}

#[test]
fn whys_of_a_section_stand_once_beside_those_of_the_front_matter() {
    let text = "---\ntitle: Shops slow\nfive_whys: [The lock was held.]\n---\n\n## Root cause\n\nA report held it.\n\n### Five whys\n\n\
                1. Why? It reads the live copy.\n";
    let page = page(text);
    let told = page.split("id=\"checklist\"").next().unwrap_or("");
    for words in ["The lock was held", "It reads the live copy"] {
        assert_eq!(told.matches(words).count(), 1, "{words}");
    }
}

#[test]
fn a_word_promised_for_another_day_names_the_day() {
    let told = |next: &str| {
        page(&format!(
            "---\ntitle: Mail\nstart: 2024-05-03T10:00:00Z\nupdates:\n  - {{at: 2024-05-03T11:00:00Z, text: Late., next: {next}}}\n---\n"
        ))
    };
    assert!(told("2024-05-03T12:00:00Z").contains("next word promised by 12:00"));
    assert!(told("2024-05-04T11:00:00Z").contains("next word promised by 4\u{a0}May\u{a0}2024, 11:00"));
}

#[test]
fn a_time_that_is_not_known_to_the_minute_says_so_wherever_it_stands() {
    let page = page(
        "---\ntitle: Mail\nstart: ~2024-05-03T10:00:00+02:00\nend: ~2024-05-03T12:00:00+02:00\nmitigated: 2024-05-03T11:00:00+02:00\n---\n",
    );
    assert!(
        page.contains(">3\u{a0}May\u{a0}2024, ~10:00</time> to <time") && page.contains(">~12:00</time> (UTC+2)"),
        "{page}"
    );
    assert!(page.contains("3\u{a0}May\u{a0}2024, ~08:00 to ~10:00 UTC"), "{page}");
    assert!(page.contains("~2\u{a0}h"), "{page}");
}

#[test]
fn long_numbers_are_grouped_and_other_words_left_alone() {
    let page = page(
        "---\ntitle: Mail\nimpact: {affected: [{who: readers, count: 399488, of: 1200000}, {who: shops, count: about 40000}, {who: hosts, count: 412}]}\n---\n",
    );
    assert!(page.contains("399,488 of 1,200,000 readers, about 40000 shops, 412 hosts"), "{page}");
}

#[test]
fn a_quoted_line_is_not_cut_inside_a_word_and_shows_no_braces() {
    let long = "Nobody had looked at the certificate since somebody else had left the team ".repeat(4);
    let page = page(&format!(
        "---\ntitle: Mail\nstart: 2024-05-03T10:00:00Z\nend: 2024-05-03T12:00:00Z\nimpact: {{affected: [{{who: readers, count: 12}}]}}\n\
         root_cause: \"{long}\"\n---\n\n## Summary\n\nWe broke it. We are sorry.\n"
    ));
    let quotes: Vec<&str> =
        page.split("<blockquote").skip(1).filter_map(|rest| rest.split("</blockquote>").next()).collect();
    assert!(quotes.iter().any(|quote| quote.contains("who: readers, count: 12")), "{quotes:?}");
    assert!(!quotes.iter().any(|quote| quote.contains(['{', '"', '}']) && !quote.contains("class=\"")), "{quotes:?}");
    let cut = quotes.iter().find(|quote| quote.contains(" …")).expect("a long line");
    let last = cut.split(" …").next().and_then(|before| before.split_whitespace().next_back()).expect("a word");
    assert!(long.split_whitespace().any(|word| word == last), "{cut}");
}

#[test]
fn what_was_withdrawn_is_no_day_to_remember_and_answers_nothing() {
    let withdrawn = "---\ntitle: Taken back\nstatus: withdrawn\nstart: 2023-06-01T10:00:00Z\n---\n";
    let pages = site(withdrawn, day(6, 1));
    assert!(!pages["anniversaries.html"].contains("Taken back") && !pages.contains_key("anniversaries/06.html"));
    assert!(pages["index.html"].contains("Taken back"), "it stays in the lists");
    assert!(!pages["checklist.html"].contains("1\u{a0}report") && pages["checklist.html"].contains("The rules"));
}

#[test]
fn a_page_without_drawings_has_no_list_of_them() {
    let pages = site("---\ntitle: times unknown\nstatus: withdrawn\n---\n", day(6, 1));
    assert!(!pages["trends.html"].contains("On this page") && !pages["trends.html"].contains("railed"));
}

#[test]
fn what_is_open_stays_on_the_line_of_its_number() {
    let text = "---\ntitle: Mail was late\nstart: 2024-05-03T10:00:00Z\nend: 2024-05-03T12:00:00Z\naction_items:\n\
                \x20 - {action: Watch the queue, owner: Amira, due: 2024-07-01, status: open}\n\
                \x20 - {action: Use two queues, owner: Amira, status: declined, reason: One is enough}\n---\n";
    let pages = site(text, day(6, 1));
    assert!(pages["index.html"].contains("1\u{a0}action\u{a0}open"), "{}", pages["index.html"]);
    let actions = &pages["actions.html"];
    assert!(actions.contains("0\u{a0}done, 1\u{a0}open and not overdue."), "{actions}");
    assert!(actions.contains("<td data-h=\"State\">"), "narrow, the word before every value: {actions}");
    assert!(actions.contains("declined</span>: One is enough"), "no one is declined by the reason: {actions}");
}
