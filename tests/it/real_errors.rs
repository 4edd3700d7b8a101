//! Mistakes that public reports really made, in reports of the same shape, and the guilty-looking neighbours that are none.

use afterword::archive::Archive;
use afterword::checklist;
use afterword::checklist::selection::Selection;
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// `line rule: message` of the findings about times in some files.
fn times(files: &[(&str, &str)]) -> Vec<String> {
    let incidents = files.iter().map(|(path, text)| Incident::read(SourceFile::new(*path, *text), &Reading::default()));
    let archive = Archive::new(incidents.collect());
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let findings = checklist::check(&archive, &Config::default(), &Selection::default(), today);
    let rules =
        ["prose-disagrees-with-times", "timeline-out-of-order", "days-disagree", "unreadable-time", "duplicate-title"];
    let all = archive.incidents.iter().enumerate().flat_map(|(index, incident)| {
        let own = findings.of(index).iter().filter(|finding| rules.contains(&finding.rule.name));
        own.map(|finding| {
            let line = incident.source.line_column(finding.span.start).line;
            format!("{}:{line} {}: {}", incident.source.path, finding.rule.name, finding.message)
        })
    });
    all.collect()
}

/// A bulleted list of key events with the durations typed by hand below it.
fn key_events(events: &str, durations: &str, story: &str) -> String {
    format!(
        "---\ntitle: Incident - queues full\nweight: 4\n---\n\n# Incident - queues full\n\n- **Key events**\n{events}\n{durations}\n- **Context**:\n{story}"
    )
}

#[test]
fn a_duration_copied_from_another_report_is_found() {
    let events = "  - First detected: 2023-09-18 13:42\n  - Incident declared: 2023-09-18 15:12\n  - Repaired: 2023-09-18 17:54\n  - Resolved 2023-09-20 19:18\n";
    let durations = "- **Time to repair**: 4h 12m\n\n- **Time to resolve**: 35h 36m\n";
    let text = key_events(events, durations, "  - 2023-09-18 13:42 The alarm rang\n");
    assert_eq!(times(&[("q.md", &text)]), ["q.md:16 prose-disagrees-with-times: the times say 2 d 5 h 36 min"]);
    let both = key_events(
        "  - First detected: 2023-11-01 10:15\n  - Repaired: 2023-11-03 14:38\n  - Resolved 2023-11-03 14:38\n",
        "- **Time to repair**: 35h 36m\n\n- **Time to resolve**: 35h 36m\n",
        "",
    );
    assert_eq!(times(&[("q.md", &both)]).len(), 2);
    let support = key_events(
        "  - First detected: 2020-04-15 14:13\n  - Resolved 2020-04-16 12:22\n",
        "- **Time to resolve**: 5h 09m (during support hours 10:00-17:00)\n",
        "",
    );
    assert_eq!(times(&[("q.md", &support)]), [""; 0]);
}

#[test]
fn durations_of_another_interval_and_of_working_hours_are_left_alone() {
    // From the fault, which a row tells and no label.
    let fault = key_events(
        "  - First detected: 2024-09-20 11:24\n  - Repaired: 2024-09-20 11:33\n",
        "- **Time to repair**: 11m\n",
        "  - 2024-09-20 11:22: The routes were removed\n",
    );
    // From when it was declared.
    let declared = key_events(
        "  - First detected 2020-09-28 13:14\n  - Incident declared 2020-09-28 14:05\n  - Repaired 2020-09-28 14:20\n",
        "- **Time to repair**: 0h 15m\n",
        "",
    );
    // Seven to the end of the repair, and nothing of the night before.
    let night = key_events(
        "  - First detected 2021-09-04 22:05\n  - Repaired 2021-09-05 12:16\n",
        "- **Time to repair**: 5h 16m\n",
        "",
    );
    // Working days from nine to half past four, without the weekend.
    let week = key_events(
        "  - First detected: 2023-08-04 09:14\n  - Repaired: 2023-08-10 12:28\n",
        "- **Time to repair**: 33h 14m\n",
        "",
    );
    for text in [fault, declared, night, week] {
        assert_eq!(times(&[("q.md", &text)]), [""; 0], "{text}");
    }
    let minutes = key_events(
        "  - First detected 2021-07-12 15:44\n  - Resolved 2021-07-13 11:49\n",
        "- **Time to resolve**: 20h 03m\n",
        "",
    );
    assert_eq!(times(&[("q.md", &minutes)]), ["q.md:12 prose-disagrees-with-times: the times say 20 h 5 min"]);
}

#[test]
fn a_row_of_last_year_is_found() {
    let story = "  - 2023-01-11 14:34: The passwords matched\n  - 2022-01-11 14:40 One password was changed\n  - 2023-01-11 14:51 The reason was found\n";
    let text = key_events("  - First detected: 2023-01-11 14:22\n  - Resolved 2023-01-11 15:51\n", "", story);
    assert_eq!(times(&[("q.md", &text)]), ["q.md:15 timeline-out-of-order: this row lies before the one above it"]);
}

#[test]
fn an_end_two_months_late_is_found() {
    let story = "  - 2023-07-25 16:18: Incident repaired\n  - 2023-07-05 16:18: Incident resolved\n";
    let events =
        "  - First detected: 2023-07-25 14:05\n  - Repaired: 2023-07-25 15:55\n  - Resolved 2023-09-25 15:55\n";
    let text = key_events(events, "- **Time to resolve**: 1h 50m\n", story);
    let found = times(&[("q.md", &text)]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].contains("the times say 62 d 1 h 50 min") && found[1].contains("timeline-out-of-order"),
        "{found:?}"
    );
}

#[test]
fn headings_with_the_date_of_another_report_are_found() {
    let text = "# 2021-06-28: Migration\n\n## Timeline\n\n### 2021-06-28 13:59\n\nBegun.\n\n### 2021-06-28 14:09\n\nErrors.\n\n\
        ### 2021-06-11 14:15\n\nStopped.\n\n### 2021-06-11 14:24\n\nUndone.\n\n### 2021-06-11 17:05\n\nMended.\n";
    let found = times(&[("2021-06-28--migration.md", text)]);
    let rows = found.iter().filter(|line| line.contains("timeline-out-of-order")).count();
    assert_eq!(rows, 3, "{found:?}");
}

#[test]
fn the_title_of_another_report_is_found() {
    let first = "# Post Mortem 2021-06-06\n\nThe disk was full on 2021-06-06.\n";
    let second = "# Post Mortem 2021-06-06\n\nFor about 2 days the queue stood still. It was restored on 2021-07-22.\n";
    let found = times(&[("2021-06-06.md", first), ("2021-07-17.md", second)]);
    assert!(found.iter().any(|line| line.starts_with("2021-07-17.md:1 days-disagree")), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("2021-07-17.md:1 duplicate-title")), "{found:?}");
    assert!(!found.iter().any(|line| line.starts_with("2021-06-06.md")), "{found:?}");
}

#[test]
fn three_dates_that_disagree_are_found() {
    let text = "---\ntags: post-mortem\n---\n\n# 2021-06-03 - nobody could log in\n\n## Chronology\n\n* 2021-06-07 12:37:00 - told\n\
        * 2021-06-07 16:37:00 - mended by hand\n* 2021-06-07 07:37:00 - mended for good\n";
    let found = times(&[("20210607-login.md", text)]);
    assert!(
        found.iter().any(|line| line.contains("the title names 2021-06-03, the times begin on 2021-06-07")),
        "{found:?}"
    );
    assert!(found.iter().any(|line| line.contains("timeline-out-of-order")), "{found:?}");
}

#[test]
fn an_afternoon_that_is_said_twice_is_found() {
    let text = "# Cards not recorded\n\n## Timeline:\n\n- 2023-01-31 18:30 UTC: merged\n- 2023-01-31  20:56 PM UTC: deployed\n";
    let found = times(&[("2023-02-02-cards.md", text)]);
    assert!(found.iter().any(|line| line.contains(":6 unreadable-time") && line.contains("20:56 PM")), "{found:?}");
}
