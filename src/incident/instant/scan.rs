//! The parts of a written time, read from left to right in whatever order they stand.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::incident::instant::clock::{Clock, clock, dotted_clock};
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

/// A date whose year may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WrittenDate {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// One time, or two with a dash between them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Range {
    pub(super) from: Written,
    pub(super) to: Option<Written>,
    pub(super) len: usize,
}

impl WrittenDate {
    /// The day; a missing year is that of `near`.
    pub(super) fn resolve(self, near: Option<NaiveDate>) -> Option<NaiveDate> {
        let year = self.year.or(near.map(|near| near.year()))?;
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        // 2024 was a leap year: a 29 February without a year is possible.
        NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).map(|_| Self { year, month, day })
    }
}

const MONTHS: &[&[&str]] = &[
    &["january", "januar", "jan"],
    &["february", "februar", "feb"],
    &["march", "märz", "mar", "mrz"],
    &["april", "apr"],
    &["may", "mai"],
    &["june", "juni", "jun"],
    &["july", "juli", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oktober", "oct", "okt"],
    &["november", "nov"],
    &["december", "dezember", "dec", "dez"],
];

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
    ["-", "–", "—", "& ", "and ", "und ", "to ", "bis "].iter().find_map(|word| open.strip_prefix(word)).map(str::trim_start)
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
    let joined = ["@ ", "at ", "um ", "from ", "von ", "between ", "- ", "– ", "at: ", ": "]
        .iter()
        .find_map(|word| open.strip_prefix(word))
        .unwrap_or(open);
    let about = APPROXIMATELY.iter().find_map(|word| strip_word(joined, word));
    let clock = about.unwrap_or(joined);
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

pub(super) fn begins_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric())
}

fn date(text: &str) -> Option<(WrittenDate, &str)> {
    numeric_date(text).or_else(|| month_first(text)).or_else(|| day_first(text))
}

fn numeric_date(text: &str) -> Option<(WrittenDate, &str)> {
    let (first, rest) = number(text, 1, 4)?;
    let digits = text.len() - rest.len();
    if let Some(rest) = rest.strip_prefix('年') {
        let (month, rest) = number(rest.trim_start(), 1, 2)?;
        let (day, rest) = number(rest.strip_prefix('月')?.trim_start(), 1, 2)?;
        let rest = rest.strip_prefix('日')?;
        return Some((WrittenDate::new(i32::try_from(first).ok(), month, day)?, rest));
    }
    if let Some(rest) = rest.strip_prefix('月') {
        let (day, rest) = number(rest.trim_start(), 1, 2)?;
        return Some((WrittenDate::new(None, first, day)?, rest.strip_prefix('日')?));
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, rest) = number(rest.strip_prefix(separator)?, 1, 2)?;
    let after = rest.strip_prefix(separator);
    if digits == 4 {
        let (day, rest) = number(after?, 1, 2)?;
        if !(1970..2200).contains(&first) {
            return None;
        }
        return Some((WrittenDate::new(i32::try_from(first).ok(), second, day)?, rest));
    }
    let (year, digits_rest) = after.and_then(|rest| number(rest, 2, 4))?;
    // "21.10.15.1603" is a version.
    if digits_rest.strip_prefix('.').is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let year =
        i32::try_from(if year < 100 { year + 2000 } else { year }).ok().filter(|year| (1970..2200).contains(year))?;
    // 31.01.2018 is day first; with slashes the American order is meant unless the first number cannot be a month.
    let (month, day) = if separator == '.' || first > 12 { (second, first) } else { (first, second) };
    Some((WrittenDate::new(Some(year), month, day)?, digits_rest))
}

/// `February 15, 2024`, `Feb 4th`.
fn month_first(text: &str) -> Option<(WrittenDate, &str)> {
    let (month, rest) = month(text)?;
    let (day, rest) = number(rest.trim_start_matches(['.', ' ']), 1, 2)?;
    let rest = ordinal(rest);
    // "May 14:02" is no fourteenth of May.
    if rest.strip_prefix(':').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let (year, rest) = trailing_year(rest);
    Some((WrittenDate::new(year, month, day)?, rest))
}

/// `15 Feb 2024`, `31. Januar 2018`, `4th of May`.
fn day_first(text: &str) -> Option<(WrittenDate, &str)> {
    let (day, rest) = number(text, 1, 2)?;
    let rest = ordinal(rest).trim_start_matches(['.', ' ', '\u{a0}', '-']);
    let rest = strip_word(rest, "of ").unwrap_or(rest);
    let (month, rest) = month(rest)?;
    let (year, rest) = trailing_year(rest);
    Some((WrittenDate::new(year, month, day)?, rest))
}

fn month(text: &str) -> Option<(u32, &str)> {
    let named = |(index, names): (usize, &&[&str])| {
        let rest = names.iter().find_map(|name| {
            let head = text.get(..name.len())?;
            let rest = text.get(name.len()..)?;
            (head.to_lowercase() == *name && !begins_word(rest)).then_some(rest)
        })?;
        Some((u32::try_from(index).ok()? + 1, rest))
    };
    MONTHS.iter().enumerate().find_map(named)
}

fn ordinal(text: &str) -> &str {
    let suffix = ["st", "nd", "rd", "th"].iter().find_map(|suffix| strip_word(text, suffix));
    suffix.filter(|rest| !begins_word(rest)).unwrap_or(text)
}

fn trailing_year(text: &str) -> (Option<i32>, &str) {
    let rest = text.trim_start_matches(['.', ',', ' ', '-']);
    match number(rest, 4, 4) {
        Some((year, after)) if (1970..2200).contains(&year) => (i32::try_from(year).ok(), after),
        _ => (None, text),
    }
}

fn weekday(text: &str) -> Option<(Weekday, &str)> {
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
