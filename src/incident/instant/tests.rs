//! Times as people write them, and what they are read as.

use super::*;

fn show(text: &str) -> String {
    let date = NaiveDate::from_ymd_opt(2021, 6, 7);
    let context = TimeContext { date, ..TimeContext::default() };
    let Some(prefix) = read_prefix(text, 0, &context) else { return "-".to_owned() };
    let mark = |instant: &Instant| {
        let exact = match instant.precision {
            Precision::Day => "d",
            Precision::Minute => "m",
            Precision::Second => "s",
        };
        let about = if instant.approximate { "~" } else { "" };
        let assumed = if instant.zone == ZoneSource::Assumed { "?" } else { "" };
        format!("{about}{}{assumed}{exact}", instant.at.format("%FT%T%:z"))
    };
    let mut shown = prefix.at.as_ref().map(mark).unwrap_or_default();
    if let Some(until) = &prefix.until {
        shown.push_str(&format!("..{}", until.at.format("%dT%T")));
    }
    if let Some(trouble) = &prefix.trouble {
        shown.push_str(&format!(" {trouble:?}"));
    }
    format!("{shown}|{}", &text[prefix.len..])
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, shown) in [
        ("2018-01-31T05:10:00Z", "2018-01-31T05:10:00+00:00s|"),
        ("2018-01-31T05:10:00.123+01:00", "2018-01-31T05:10:00+01:00s|"),
        ("2018-01-31 05:10 America/Los_Angeles", "2018-01-31T05:10:00-08:00m|"),
        ("2018-01-31 05:10 UTC — pulled", "2018-01-31T05:10:00+00:00m| — pulled"),
        ("2018-01-31", "2018-01-31T00:00:00+00:00?d|"),
        ("14:02 UTC — text", "2021-06-07T14:02:00+00:00m| — text"),
        ("14:02: text", "2021-06-07T14:02:00+00:00?m| text"),
        ("**09:05** text", "2021-06-07T09:05:00+00:00?m| text"),
        ("~01:30 x", "~2021-06-07T01:30:00+00:00?m| x"),
        ("`01:30` x", "2021-06-07T01:30:00+00:00?m| x"),
        ("16:58-17:02 x", "2021-06-07T16:58:00+00:00?m..07T17:02:00| x"),
        ("23:50–00:10 UTC x", "2021-06-07T23:50:00+00:00m..08T00:10:00| x"),
        ("12:00 ～ 13:10", "2021-06-07T12:00:00+00:00?m..07T13:10:00|"),
        ("7:56am UTC x", "2021-06-07T07:56:00+00:00m| x"),
        ("12:42 PM", "2021-06-07T12:42:00+00:00?m|"),
        ("3pm EST", "2021-06-07T15:00:00-05:00m|"),
        ("20:56 PM UTC x", "2021-06-07T20:56:00+00:00m TwentyFourHourPm| x"),
        ("February 15, 2024: 7:56am UTC", "2024-02-15T07:56:00+00:00m|"),
        ("15 Feb 2024, 07:56", "2024-02-15T07:56:00+00:00?m|"),
        ("31. Januar 2018, 14:02 Uhr MEZ: x", "2018-01-31T14:02:00+01:00m| x"),
        ("3. März 2018", "2018-03-03T00:00:00+00:00?d|"),
        ("gegen 14:00 Uhr", "~2021-06-07T14:00:00+00:00?m|"),
        ("Feb 04, 2021, 21:45 (UTC):** x", "2021-02-04T21:45:00+00:00m| x"),
        ("[2025-05-16 09:14 UTC]: x", "2025-05-16T09:14:00+00:00m| x"),
        ("13:00 (JST) x", "2021-06-07T13:00:00+09:00m| x"),
        ("10:00 (Berlin, UTC+1) x", "2021-06-07T10:00:00+01:00m| x"),
        ("2026年3月26日 12:51", "2026-03-26T12:51:00+00:00?m|"),
        ("2026-03-26 午後3:05頃", "~2026-03-26T15:05:00+00:00?m|"),
        ("13/05/2024 10:00", "2024-05-13T10:00:00+00:00?m|"),
        ("31.01.2018 05:10", "2018-01-31T05:10:00+00:00?m|"),
        ("Friday 2024-03-05 10:00Z", "2024-03-05T10:00:00+00:00m Weekday { is: \"Tuesday\" }|"),
        ("Tue, 5 March 2024", "2024-03-05T00:00:00+00:00?d|"),
        ("May 3: x", "2021-05-03T00:00:00+00:00?d| x"),
        ("2024-03-31 02:30 Europe/Berlin", "2024-03-31T03:30:00+02:00m Skipped|"),
        ("2024-10-27 02:30 Europe/Berlin", "2024-10-27T02:30:00+02:00m Repeated|"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00s|"),
        ("10 minutes later", "-"),
        ("So we went on", "-"),
        ("2024-13-45", "-"),
        ("99:99", "-"),
        ("", "-"),
        ("5 servers", "-"),
        ("so 14:02", "-"),
    ] {
        assert_eq!(show(text), shown, "{text:?}");
    }
}

#[test]
fn times_are_read_as_sentences_have_them() {
    for (text, shown) in [
        ("2024-05-01 ~14:02 x", "~2024-05-01T14:02:00+00:00?m| x"),
        ("2024-05-01 - ~14:02 UTC: x", "~2024-05-01T14:02:00+00:00m| x"),
        ("5 March 2024 at around 14:02 UTC", "~2024-03-05T14:02:00+00:00m|"),
        ("1400UTC August 5th 2023, x", "2023-08-05T14:00:00+00:00m|, x"),
        ("0930 UTC x", "2021-06-07T09:30:00+00:00m| x"),
        ("11:07 UTC => 13:40 UTC (2h)", "2021-06-07T11:07:00+00:00m..07T13:40:00| (2h)"),
        ("today at 17h50 UTC", "-"),
        ("17h50 UTC x", "2021-06-07T17:50:00+00:00m| x"),
        ("25.07.2019 gegen 17 Uhr", "~2019-07-25T17:00:00+00:00?m|"),
        ("12h30 of work", "-"),
        ("2026-03-28 〜 2026-03-29", "2026-03-28T00:00:00+00:00?d..29T00:00:00|"),
        ("10:15-11:40 x", "2021-06-07T10:15:00+00:00?m..07T11:40:00| x"),
        ("13:30-13:45 x", "2021-06-07T13:30:00+00:00?m..07T13:45:00| x"),
        ("2024-05-01 10:15-11:40 x", "2024-05-01T10:15:00+00:00?m..01T11:40:00| x"),
        ("2024-05-01 10:15-07:00 x", "2024-05-01T10:15:00-07:00m| x"),
        ("21.04.2020 von 10:04 - 10:24", "2020-04-21T10:04:00+00:00?m..21T10:24:00|"),
        ("4:11 AM UTC on November 24th, x", "2021-11-24T04:11:00+00:00m|, x"),
        ("10:00 am GMT on **3rd June 2023**, x", "2023-06-03T10:00:00+00:00m|, x"),
        ("22:30 UTC on October 29 to 05:39 UTC on October 30", "2021-10-29T22:30:00+00:00m..30T05:39:00|"),
        ("10:00 on call", "2021-06-07T10:00:00+00:00?m| on call"),
        ("January 14-19, 2026", "2026-01-14T00:00:00+00:00?d..19T00:00:00|"),
        ("July 15 & 16, 2014 x", "2014-07-15T00:00:00+00:00?d..16T00:00:00| x"),
        ("3.–5. Mai 2024: x", "2024-05-03T00:00:00+00:00?d..05T00:00:00| x"),
        ("May 3 - 14:02 x", "2021-05-03T14:02:00+00:00?m| x"),
        ("3 and 5 servers", "-"),
        ("1400 servers", "-"),
        ("2520 UTC", "-"),
        ("21.10.15.1603 is out", "-"),
    ] {
        assert_eq!(show(text), shown, "{text:?}");
    }
}

#[test]
fn a_time_of_day_alone_has_no_instant_without_a_date() {
    let prefix = read_prefix("14:02 x", 0, &TimeContext::default()).expect("a time");
    assert_eq!((prefix.at, prefix.len), (None, 5));
    assert_eq!(read("14:02", 0, &TimeContext::default()), (None, Some(TimeTrouble::Unreadable)));
}

#[test]
fn zones_and_dates_are_found_in_headings() {
    for (text, offset) in [
        ("Timeline (all times in PST) 01/16/2024 - 02/28/2024", "-08:00"),
        ("タイムライン（JST）", "+09:00"),
        ("Time (UTC)", "+00:00"),
        ("Zeiten in MESZ", "+02:00"),
        ("(Berlin, UTC+1)", "+01:00"),
    ] {
        let Some(Zone::Fixed(zone)) = find_zone(text) else { panic!("no zone in {text}") };
        assert_eq!(zone.to_string(), offset, "{text}");
    }
    assert_eq!(find_zone("Pacific time"), Some(Zone::Named(Tz::America__Los_Angeles)));
    assert_eq!(find_zone("AT the END of the day"), None);
    assert_eq!(find_date("All times in PST, on February 5th 2019", None), NaiveDate::from_ymd_opt(2019, 2, 5));
    assert_eq!(find_date("nothing here 14:02", None), None);
}

#[test]
fn no_text_makes_it_panic() {
    let pieces = [
        "2024",
        "-",
        "/",
        ":",
        "99999999999",
        "é",
        "年",
        "午後",
        "UTC",
        "+",
        "~",
        "(",
        "T",
        " ",
        "pm",
        "May",
        "\u{feff}",
        "１",
    ];
    let mut seed = 7_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..6 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
        }
        let _ = read(&text, 0, &TimeContext::default());
        let _ = find_zone(&text);
        let _ = find_date(&text, None);
    }
}
