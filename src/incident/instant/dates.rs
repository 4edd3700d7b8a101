//! Days as people write them.

use chrono::{Datelike as _, NaiveDate};

use crate::incident::instant::scan::{begins_word, number, strip_word};

/// A date whose year may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WrittenDate {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl WrittenDate {
    /// The day; a missing year is that of `near`.
    pub(super) fn resolve(self, near: Option<NaiveDate>) -> Option<NaiveDate> {
        let year = self.year.or(near.map(|near| near.year()))?;
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    pub(super) fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
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

pub(super) fn date(text: &str) -> Option<(WrittenDate, &str)> {
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

pub(super) fn month(text: &str) -> Option<(u32, &str)> {
    // Most words begin like none.
    if !text.starts_with(['J', 'F', 'M', 'A', 'S', 'O', 'N', 'D', 'j', 'f', 'm', 'a', 's', 'o', 'n', 'd']) {
        return None;
    }
    let named = |(index, names): (usize, &&[&str])| {
        let rest = names.iter().find_map(|name| {
            let head = text.get(..name.len())?;
            let rest = text.get(name.len()..)?;
            (in_lower_case(head, name) && !begins_word(rest)).then_some(rest)
        })?;
        Some((u32::try_from(index).ok()? + 1, rest))
    };
    MONTHS.iter().enumerate().find_map(named)
}

/// Whether a text in lower case is `name`, which is in lower case.
fn in_lower_case(text: &str, name: &str) -> bool {
    text.eq_ignore_ascii_case(name) || !text.is_ascii() && text.to_lowercase() == name
}

pub(super) fn ordinal(text: &str) -> &str {
    let suffix = ["st", "nd", "rd", "th"].iter().find_map(|suffix| strip_word(text, suffix));
    suffix.filter(|rest| !begins_word(rest)).unwrap_or(text)
}

pub(super) fn trailing_year(text: &str) -> (Option<i32>, &str) {
    let rest = text.trim_start_matches(['.', ',', ' ', '-']);
    match number(rest, 4, 4) {
        Some((year, after)) if (1970..2200).contains(&year) => (i32::try_from(year).ok(), after),
        _ => (None, text),
    }
}
