//! The parts of a written time, read from left to right in whatever order they stand.

use chrono::Weekday;

use crate::incident::instant::clock::{Clock, clock, dotted_clock};
use crate::incident::instant::dates::{WrittenDate, date, month, ordinal, trailing_year};
use crate::incident::instant::{Zone, zones};

/// A time as written, before dates and zones around it are known.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Written {
    pub(super) date: Option<WrittenDate>,
    pub(super) clock: Option<Clock>,
    pub(super) zone: Option<Zone>,
    pub(super) weekday: Option<Weekday>,
    pub(super) approximate: bool,
}

/// One time, or two with a dash between them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Range {
    pub(super) from: Written,
    pub(super) to: Option<Written>,
    pub(super) len: usize,
}

const WEEKDAYS: &[(&str, &[&str])] = &[
    ("Monday", &["monday", "montag", "mon", "mo"]),
    ("Tuesday", &["tuesday", "dienstag", "tues", "tue", "di"]),
    ("Wednesday", &["wednesday", "mittwoch", "wed", "mi"]),
    ("Thursday", &["thursday", "donnerstag", "thurs", "thur", "thu", "do"]),
    ("Friday", &["friday", "freitag", "fri", "fr"]),
    ("Saturday", &["saturday", "samstag", "sonnabend", "sat", "sa"]),
    ("Sunday", &["sunday", "sonntag", "sun", "so"]),
];

const APPROXIMATELY: &[&str] = &[
    "~",
    "≈",
    "about ",
    "approx. ",
    "approx ",
    "approximately ",
    "around ",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "gegen ",
    "etwa ",
    "ungefähr ",
    "rund ",
    "約",
    "约",
    "大约",
    "roughly ",
    "before ",
    "after ",
];

/// The English name of a weekday.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.get(weekday.num_days_from_monday() as usize).map_or("", |(name, _)| name)
}

/// Reads a time or a range at the beginning of a text.
pub(super) fn range(text: &str) -> Option<Range> {
    if let Some(days) = days(text) {
        return Some(days);
    }
    let (from, rest) = written(text)?;
    let (to, rest) = match second(&from, rest) {
        Some((to, rest)) => (Some(to), rest),
        None => (None, rest),
    };
    let rest = rest.trim_start_matches([')', ']', '*', '`', '_', ':', '）', '】']);
    Some(Range { from, to, len: text.len() - rest.len() })
}

/// `May 3-5, 2024`, `July 15 & 16`, `3.–5. Mai 2024`: two days of one month.
fn days(text: &str) -> Option<Range> {
    let open = text.trim_start_matches(['(', '*', '_', '`']);
    let (month_number, first, second, rest) = match month(open) {
        Some((month, rest)) => {
            let (first, rest) = number(rest.trim_start_matches(['.', ' ']), 1, 2)?;
            let (second, rest) = number(and_day(ordinal(rest))?, 1, 2)?;
            (month, first, second, ordinal(rest))
        }
        None => {
            let (first, rest) = number(open, 1, 2)?;
            let (second, rest) = number(and_day(ordinal(rest).trim_start_matches('.'))?, 1, 2)?;
            let (month, rest) = month(ordinal(rest).trim_start_matches(['.', ' ']))?;
            (month, first, second, rest)
        }
    };
    // "May 3 - 14:02" has a clock behind the dash, "May 3-2024" a year.
    if second <= first || rest.starts_with([':', '.', '/', '-', 'h']) && !rest.starts_with(". ") {
        return None;
    }
    let (year, rest) = trailing_year(rest);
    let day = |day| Some(Written { date: Some(WrittenDate::new(year, month_number, day)?), ..Written::default() });
    let rest = rest.trim_start_matches([')', '*', '_', '`', ':']);
    Some(Range { from: day(first)?, to: Some(day(second)?), len: text.len() - rest.len() })
}

/// What stands behind a dash or an "and" between two days.
fn and_day(text: &str) -> Option<&str> {
    let open = text.trim_start();
    ["-", "–", "—", "& ", "and ", "und ", "to ", "bis "]
        .iter()
        .find_map(|word| open.strip_prefix(word))
        .map(str::trim_start)
}

/// What stands behind a dash: a time, which may leave out what the first one said.
fn second<'t>(from: &Written, rest: &'t str) -> Option<(Written, &'t str)> {
    let rest = rest.trim_start_matches(['*', '`', ']']).trim_start();
    // "12:00 (maybe before) to 17:55"
    let aside = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let rest = aside
        .filter(|(inner, _)| inner.len() < 40 && !inner.contains(|c: char| c.is_ascii_digit()))
        .map_or(rest, |(_, after)| after.trim_start());
    let dashes = ["=>", "->", "→", "–", "—", "-", "～", "〜", "~", "から", "to ", "until ", "till ", "bis "];
    let after = dashes.iter().find_map(|dash| rest.strip_prefix(dash))?.trim_start();
    let (to, rest) = written(after)?;
    // "09:00 - 12 May deploy": a second time needs a clock where the first has one.
    (to.clock.is_some() == from.clock.is_some()).then_some((to, rest))
}

/// Reads the parts of one time.
fn written(text: &str) -> Option<(Written, &str)> {
    let mut written = Written::default();
    let mut rest = text.trim_start_matches(['[', '(', '*', '`', '_', '（', '【', '"']);
    let mut read = rest;
    loop {
        rest = rest.trim_start_matches([' ', '\u{a0}', '\t', ',', '，']);
        let Some(after) = part(rest, &mut written) else { break };
        rest = after;
        read = after;
        // Brackets and marks between the parts: `(UTC)`, `**2024-05-01** 14:02`, `[14:02]`.
        rest = rest.trim_start_matches([')', ']', '*', '`', '）']);
        rest = rest.strip_prefix('T').filter(|after| after.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(rest);
        (written.approximate, rest) = clock_behind(rest, written.approximate);
        if written.date.is_none() {
            rest = day_behind(rest);
        }
    }
    (written.date.is_some() || written.clock.is_some()).then_some((written, read))
}

/// "09:30 UTC on 3 May": where the day begins.
fn day_behind(rest: &str) -> &str {
    let open = rest.trim_start_matches([' ', '\u{a0}', ',']);
    let day = ["on ", "of ", "am "]
        .iter()
        .find_map(|word| open.strip_prefix(word))
        .map(|day| day.trim_start_matches(['*', '_', '`']));
    day.filter(|day| {
        date(day).is_some() || weekday(day).is_some_and(|(_, rest)| date(rest.trim_start_matches([' ', ','])).is_some())
    })
    .unwrap_or(rest)
}

/// Whether "-11:40" behind a clock is the end of a range and no offset: without a day always, with one where no zone has that offset.
fn is_later_clock(text: &str, dated: bool) -> bool {
    let Some((hours, rest)) = text.strip_prefix('-').and_then(|rest| number(rest, 2, 2)) else { return false };
    let Some((minutes, _)) = rest.strip_prefix(':').and_then(|rest| number(rest, 2, 2)) else { return false };
    !dated || hours > 12 || !matches!(minutes, 0 | 30)
}

/// What stands between a day and its clock: "@", "at about", a dash.
fn clock_behind(rest: &str, approximate: bool) -> (bool, &str) {
    let open = rest.trim_start_matches([' ', '\u{a0}', ',']);
    if open.is_empty() || begins_number(open) {
        return (approximate, rest);
    }
    let joined = ["@ ", "at ", "um ", "from ", "von ", "between ", "- ", "– ", "at: ", ": "]
        .iter()
        .find_map(|word| open.strip_prefix(word))
        .unwrap_or(open);
    let about = APPROXIMATELY.iter().find_map(|word| strip_word(joined, word));
    // "2024-03-05 ~ 22:00".
    let clock = about.map_or(joined, str::trim_start);
    if clock.len() < open.len() && starts_clock(clock) {
        (approximate || about.is_some(), clock)
    } else {
        (approximate, rest)
    }
}

fn starts_clock(text: &str) -> bool {
    clock(text.trim_start_matches(['*', '`', '[', '('])).is_some()
}

/// Reads one part and says where the next begins; each part may come once.
fn part<'t>(text: &'t str, written: &mut Written) -> Option<&'t str> {
    let open = text.trim_start_matches(['[', '(', '*', '`', '（']);
    let nothing_yet = written.date.is_none() && written.clock.is_none();
    if nothing_yet
        && !written.approximate
        && !begins_number(open)
        && let Some(rest) = APPROXIMATELY.iter().find_map(|word| strip_word(open, word))
    {
        written.approximate = true;
        return Some(rest);
    }
    let dotted = |text| dotted_clock(text).filter(|_| written.date.is_some());
    if written.clock.is_none()
        && let Some((clock, rest)) = clock(open).or_else(|| dotted(open))
    {
        written.clock = Some(clock);
        let rest = rest.strip_prefix('頃').or_else(|| rest.strip_prefix("ごろ")).map_or(rest, |after| {
            written.approximate = true;
            after
        });
        return Some(rest);
    }
    if written.date.is_none()
        && let Some((date, rest)) = date(open)
    {
        written.date = Some(date);
        return Some(rest);
    }
    if written.weekday.is_none()
        && let Some((weekday, rest)) = weekday(open)
    {
        written.weekday = Some(weekday);
        return Some(rest);
    }
    if written.clock.is_some() && written.zone.is_none() && !is_later_clock(open, written.date.is_some()) {
        let (zone, rest) = zone(open)?;
        written.zone = Some(zone);
        return Some(rest);
    }
    None
}

pub(super) fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let head = text.get(..word.len())?;
    if head.eq_ignore_ascii_case(word) { text.get(word.len()..) } else { None }
}

/// Digits at the beginning, at least `min` and at most `max`, not followed by another digit.
pub(super) fn number(text: &str, min: usize, max: usize) -> Option<(u32, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(min..=max).contains(&len) {
        return None;
    }
    let (digits, rest) = text.split_at_checked(len)?;
    Some((digits.parse().ok()?, rest))
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn begins_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric())
}

fn weekday(text: &str) -> Option<(Weekday, &str)> {
    // Most words begin like none.
    if !text.starts_with(['M', 'T', 'W', 'D', 'F', 'S', 'm', 't', 'w', 'd', 'f', 's']) {
        return None;
    }
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    WEEKDAYS.iter().zip(days).find_map(|((_, names), day)| {
        let rest = names.iter().find_map(|name| strip_word(text, name).filter(|rest| !begins_word(rest)))?;
        // The two-letter ones are words of their own ("so", "do", "mi") unless a date follows.
        let short = text.len() - rest.len() <= 2;
        let follows = date(rest.trim_start_matches([' ', '.', ','])).is_some();
        (!short || follows).then_some((day, rest.trim_start_matches('.')))
    })
}

/// A zone behind a clock: `Z`, `+01:00`, `UTC`, `(Berlin, UTC+1)`, `America/Los_Angeles`, `Pacific time`.
fn zone(text: &str) -> Option<(Zone, &str)> {
    let word_end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '/' | '_' | ':' | '\u{2212}'));
    let len = text.find(word_end).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(len)?;
    let trimmed = word.trim_end_matches([':', '-', '/']);
    let rest = text.get(trimmed.len()..).unwrap_or(rest);
    let zone = zones::zone(trimmed)?;
    // "Berlin, UTC+1": the offset behind the city is exact.
    let exact = rest.strip_prefix(", ").and_then(|after| {
        let len = after.find(word_end).unwrap_or(after.len());
        let (word, rest) = after.split_at_checked(len)?;
        if word.starts_with("UTC") { zones::zone(word).map(|zone| (zone, rest)) } else { None }
    });
    let (zone, rest) = exact.unwrap_or((zone, rest));
    let rest = [" Standard Time", " Daylight Time", " time", " Time"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    Some((zone, rest))
}
