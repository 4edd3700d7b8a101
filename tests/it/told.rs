//! When it began and was over, as reports without such keys tell it: the same facts as different writers put them.

use afterword::incident::instant::{Instant, Precision};
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;

/// `2024-03-05 14:02 .. 2024-03-05 15:10`; a day alone without its clock, `-` for what is not told; `=` before what is stated.
fn told(path: &str, text: &str) -> String {
    let incident = Incident::read(SourceFile::new(path, text), &Reading::default());
    let show = |likely: Option<&Instant>, stated: Option<&Instant>| {
        let Some(at) = likely else { return "-".to_owned() };
        assert!(incident.source.text.get(at.span.clone()).is_some_and(|words| !words.is_empty()), "a place in {text}");
        let mark = if stated.is_some() { "=" } else { "" };
        let clock = if at.precision == Precision::Day { "%F" } else { "%F %H:%M" };
        format!("{mark}{}", at.at.format(clock))
    };
    format!("{} .. {}", show(incident.likely_start(), incident.start()), show(incident.likely_end(), incident.end()))
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, is) in cases {
        assert_eq!(told("2024-03-05-shops.md", text), *is, "{text}");
    }
}

#[test]
fn ranges_are_read_where_the_trouble_is_told() {
    check(&[
        (
            "# Shops down\n\n## Impact\n\n- 2024-03-05 - 11:07 UTC => 13:40 UTC (2 h of outage)\n- 2024-03-05 - 15:30 UTC => 17:11 UTC (the second outage)\n",
            "=2024-03-05 11:07 .. =2024-03-05 17:11",
        ),
        (
            "# Shops down\n\n## Impact\n\nNo orders since the release (2024-03-04 18:00 CET) until the fix\n(2024-03-05 13:43 CET).\n",
            "=2024-03-04 18:00 .. =2024-03-05 13:43",
        ),
        (
            "# Shops down\n\nFrom March 5, 4:02 PM UTC to March 6, 3:02 PM UTC orders were slow.\n\nBy March 7, 6:20 AM UTC we had worked through the queue and fully recovered.\n",
            "=2024-03-05 16:02 .. =2024-03-07 06:20",
        ),
        (
            "# Shops down\n\nOrders failed.\n\n## Duration\n\n**Total impact duration:** 5 hours 26 minutes (10:45 - 16:11 UTC)\n",
            "=2024-03-05 10:45 .. =2024-03-05 16:11",
        ),
        (
            "# Outages\n\n### March 5, 2024 - first\n\n**Duration:** 21:45 to 23:28 UTC\n\n### March 9, 2024 - second\n\n**Duration:** 18:00 to 19:12 UTC\n",
            "=2024-03-05 21:45 .. =2024-03-09 19:12",
        ),
        // A window of each day, and a build, are no outage.
        (
            "# Shops slow\n\nAlerts are quiet in the night hours (23:00-07:00).\n\n## Timeline\n\n- 10:15 orders fail\n- 11:00 all is resolved\n",
            "2024-03-05 10:15 .. 2024-03-05 11:00",
        ),
        (
            "# Shops slow\n\nOne.\n\nTwo.\n\nThree.\n\n## Analysis\n\nThe image was built at 14:25-14:35 UTC.\n\n## Timeline\n\n- 10:15 orders fail\n- 11:00 all is resolved\n",
            "2024-03-05 10:15 .. 2024-03-05 11:00",
        ),
    ]);
}

#[test]
fn rows_say_that_it_was_over() {
    check(&[
        // A report about it, a disclosure, a decision come after.
        (
            "# X\n\n## Timeline\n\n- 10:00 orders fail\n- 10:40 orders work again\n- 12:00 postmortem published\n",
            "2024-03-05 10:00 .. 2024-03-05 10:40",
        ),
        (
            "# X\n\n## Timeline\n\n- 10:00 orders fail\n- 10:40 a node was replaced\n- 12:00 public disclosure\n",
            "2024-03-05 10:00 .. 2024-03-05 10:40",
        ),
        (
            "# X\n\n## Timeline\n\n- 10:00 orders fail\n- 10:40 we decided to restart the nodes\n",
            "2024-03-05 10:00 .. -",
        ),
        // What is taken back, expected, or named does not count.
        (
            "# X\n\n## Timeline\n\n- 10:00 orders fail\n- 10:20 restart; this does not resolve it, should be back to normal soon\n- 10:40 traffic returns to normal\n- 11:30 the cause is fixed\n",
            "2024-03-05 10:00 .. 2024-03-05 10:40",
        ),
        (
            "# X\n\n## Timeline\n\n- 10:00 orders fail\n- 10:20 the `resolved` webhook was tried\n- 10:40 a node was replaced\n",
            "2024-03-05 10:00 .. 2024-03-05 10:40",
        ),
        (
            "# X\n\n## Timeline\n\n- 10:00 the hole was disclosed\n- 10:40 a new version went out\n",
            "2024-03-05 10:00 .. 2024-03-05 10:40",
        ),
        // The words of a row that is a range, and a tag before the time.
        (
            "# X\n\n## Timeline\n\n- **[Outage start]** On 2024-03-04, at 07:35, orders failed\n- At 09:00, users wrote\n- **[Outage end]** At 20:31, all was well\n- At 20:32, users were told\n",
            "2024-03-04 07:35 .. 2024-03-04 20:31",
        ),
    ]);
}

#[test]
fn rows_say_where_it_began() {
    check(&[
        // A change right before the first sign is not yet the incident; long before, the fault lay there unseen.
        (
            "# X\n\n## Timeline\n\n- 09:13 the deployment is triggered\n- 09:20 orders fail\n- 10:08 all is resolved\n",
            "2024-03-05 09:20 .. 2024-03-05 10:08",
        ),
        (
            "# X\n\n## Timeline\n\n- 01:13 version 7 is deployed\n- 09:20 orders fail\n- 10:08 all is resolved\n",
            "2024-03-05 01:13 .. 2024-03-05 10:08",
        ),
        // "restart of" is no "start of".
        (
            "# X\n\n## Timeline\n\n- 09:30 no heartbeats\n- 11:25 restart of the incident bot\n- 12:08 all is resolved\n",
            "2024-03-05 09:30 .. 2024-03-05 12:08",
        ),
        // The title's day decides about rows with a wrong date.
        (
            "# 2024-03-05: Shops down\n\n## Timeline\n\n### 2024-03-05 13:59\n\nOrders fail.\n\n### 2024-02-05 14:15\n\nFound.\n",
            "2024-03-05 13:59 .. -",
        ),
        (
            "# X\n\n## Timeline\n\n- 2024-03-05 14:01 seen. The errors started on March 2nd at 15:00 UTC.\n- 2024-03-05 15:00 all is resolved\n",
            "2024-03-02 15:00 .. 2024-03-05 15:00",
        ),
        (
            "# X\n\n| | |\n|---|---|\n| Detected | 2024-03-05 10:34 |\n| Resolved | 2024-03-05 12:01 |\n\n## Timeline\n\n- 2024-03-04 19:48 the listener failed\n- 2024-03-05 10:39 restarted\n",
            "2024-03-04 19:48 .. =2024-03-05 12:01",
        ),
    ]);
}

#[test]
fn sentences_say_it() {
    check(&[
        (
            "# X\n\nOn 4 March 2024, at 07:35 UTC, the certificates expired.\n\nAs of March 4, 2024 11:17 UTC, we have corrected the settings.\n",
            "2024-03-04 07:35 .. 2024-03-04 11:17",
        ),
        ("# X\n\nAt 4:11 AM UTC on March 4th, all orders failed.\n", "2024-03-04 04:11 .. -"),
        ("# X\n\nSeit dem 04.03.2024 gegen 17 Uhr ist das Netz gestört.\n", "2024-03-04 17:00 .. -"),
        (
            "# X\n\nOn March 4, 2024 at 12:30 UTC errors rose. It recovered until 15:00 UTC, when they rose again.\n",
            "2024-03-04 12:30 .. -",
        ),
        ("# Ausfall am 04.03.2024 von 10:04 - 10:24\n\nNichts ging.\n", "=2024-03-04 10:04 .. =2024-03-04 10:24"),
        ("# X\n\nVersion 24.03.04.1603 was bad.\n", "- .. -"),
    ]);
}

#[test]
fn labels_and_days_are_made_sharper_by_rows_of_the_same_day() {
    check(&[
        (
            "# X\n\n**Date:** January 14-19, 2024\n\n## Timeline\n\n- 2024-01-14 10:18 orders fail\n- 2024-01-19 16:00 fix applied\n",
            "2024-01-14 10:18 .. 2024-01-19 16:00",
        ),
        ("# X\n\n| 影響期間 | 2024-03-05 〜 2024-03-06 |\n|---|---|\n| a | b |\n", "=2024-03-05 .. =2024-03-06"),
        (
            "# X\n\n- Fault occurs 2024-03-05 14:13\n- Resolved 2024-03-05 14:59\n",
            "=2024-03-05 14:13 .. =2024-03-05 14:59",
        ),
        ("# X\n\n- Start: 2024-03-05 10:00 UTC\n- Duration: 1 h 30 min\n", "=2024-03-05 10:00 .. 2024-03-05 11:30"),
    ]);
}

#[test]
fn posts_of_a_status_page_have_their_times_in_keys() {
    let post = |keys: &str| format!("---\ntitle: Shops down\n{keys}---\n\nWe are looking into it.\n");
    for (keys, is) in [
        (
            "date: 2024-02-07T14:40:00-00:00\nresolved: true\nresolvedWhen: 2024-02-07T15:20:00-00:00\n",
            "=2024-02-07 14:40 .. =2024-02-07 15:20",
        ),
        ("date: 05-03-2024 01:40\nresolvedDate: 05-03-2024 17:00\n", "=2024-05-03 01:40 .. =2024-05-03 17:00"),
        // An end before the beginning is none; a post without such keys is a post.
        ("date: 2024-02-07T14:40:00Z\nresolvedWhen: 2024-02-07T05:00:00Z\n", "=2024-02-07 14:40 .. -"),
        ("date: 2024-02-07T14:40:00Z\n", "- .. -"),
        // The format's own keys come first.
        (
            "start: 2024-02-07T14:00:00Z\ndate: 2024-02-07T14:40:00Z\nresolvedWhen: 2024-02-07T15:00:00Z\n",
            "=2024-02-07 14:00 .. =2024-02-07 15:00",
        ),
    ] {
        assert_eq!(told("shops.md", &post(keys)), is, "{keys}");
    }
}
