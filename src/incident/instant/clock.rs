//! Times of day as people write them.

use chrono::NaiveTime;

use crate::incident::instant::scan::{begins_word, number, strip_word};

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clock {
    pub(super) time: NaiveTime,
    pub(super) seconds: bool,
    pub(super) twenty_four_hour_pm: bool,
}

pub(super) fn clock(text: &str) -> Option<(Clock, &str)> {
    // Most words begin like none.
    if !text.starts_with(|c: char| c.is_ascii_digit() || !c.is_ascii()) {
        return None;
    }
    let half = ["午前", "上午"].iter().find_map(|word| text.strip_prefix(word).map(|rest| (false, rest)));
    let half =
        half.or_else(|| ["午後", "下午"].iter().find_map(|word| text.strip_prefix(word).map(|rest| (true, rest))));
    let (eastern_pm, text) = half.map_or((None, text), |(pm, rest)| (Some(pm), rest.trim_start()));
    if eastern_pm.is_none()
        && let Some(found) = four_digits(text).or_else(|| hours(text))
    {
        return Some(found);
    }
    let (hour, rest) = number(text, 1, 2)?;
    let (minute, second, rest) = minutes(rest)?;
    let (western_pm, rest) = half_of_day(rest);
    let minute_known = minute.is_some();
    let pm = eastern_pm.or(western_pm);
    if !minute_known && pm.is_none() {
        return None;
    }
    let mixed = hour > 12 && western_pm.is_some();
    let hour = match pm {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    // A leap second is read as the last second of its minute.
    let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), second.unwrap_or(0).min(59))?;
    let rest =
        strip_word(rest, " uhr").or_else(|| strip_word(rest, "h").filter(|after| !begins_word(after))).unwrap_or(rest);
    Some((Clock { time, seconds: second.is_some(), twenty_four_hour_pm: mixed }, rest))
}

/// `11.56` behind a date.
pub(super) fn dotted_clock(text: &str) -> Option<(Clock, &str)> {
    let (hour, rest) = number(text, 2, 2)?;
    let (minute, rest) = number(rest.strip_prefix('.')?, 2, 2)?;
    let time = NaiveTime::from_hms_opt(hour, minute, 0).filter(|_| !rest.starts_with('.'))?;
    let rest = strip_word(rest, " uhr").unwrap_or(rest);
    Some((Clock { time, seconds: false, twenty_four_hour_pm: false }, rest))
}

/// `:02`, `:02:59`, `:02:59.123`, `時02分`, or nothing.
#[allow(clippy::type_complexity, reason = "minutes, seconds and the rest")]
fn minutes(text: &str) -> Option<(Option<u32>, Option<u32>, &str)> {
    if let Some(rest) = text.strip_prefix('時').or_else(|| text.strip_prefix('时')) {
        return Some(match number(rest, 1, 2) {
            Some((minute, after)) => (Some(minute), None, after.strip_prefix('分').unwrap_or(after)),
            None => (Some(0), None, rest),
        });
    }
    let Some(rest) = text.strip_prefix(':').or_else(|| text.strip_prefix('：')) else {
        return Some((None, None, text));
    };
    let (minute, rest) = number(rest, 2, 2)?;
    let Some((second, rest)) = rest.strip_prefix(':').and_then(|rest| number(rest, 2, 2)) else {
        return Some((Some(minute), None, rest));
    };
    let fraction = rest.strip_prefix('.').or_else(|| rest.strip_prefix(','));
    let rest = fraction.and_then(|digits| number(digits, 1, 9)).map_or(rest, |(_, after)| after);
    Some((Some(minute), Some(second), rest))
}

fn half_of_day(text: &str) -> (Option<bool>, &str) {
    let trimmed = text.trim_start_matches([' ', '\u{a0}']);
    for (word, pm) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        if let Some(rest) = strip_word(trimmed, word).filter(|rest| !begins_word(rest)) {
            return (Some(pm), rest);
        }
    }
    (None, text)
}

/// `17h50 UTC`, `17 Uhr`: no duration, for a zone or the word for a time of day follows.
fn hours(text: &str) -> Option<(Clock, &str)> {
    let (hour, rest) = number(text, 1, 2)?;
    let clock = |minute: u32| {
        let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
        Some(Clock { time, seconds: false, twenty_four_hour_pm: false })
    };
    if let Some(rest) = strip_word(rest, " uhr").filter(|rest| !begins_word(rest)) {
        return Some((clock(0)?, rest));
    }
    let (minute, rest) = number(rest.strip_prefix('h')?, 2, 2)?;
    let zone = rest.trim_start_matches([' ', '(']);
    let zoned = ["UTC", "GMT", "CET", "CEST"].iter().any(|name| zone.starts_with(name));
    Some((clock(minute).filter(|_| zoned)?, rest))
}

/// `1400UTC`, `0930 UTC`: four digits are a clock only before the zone that says so.
fn four_digits(text: &str) -> Option<(Clock, &str)> {
    let (digits, rest) = number(text, 4, 4)?;
    let zone = rest.trim_start_matches(' ');
    let zoned = ["UTC", "GMT"].iter().any(|name| zone.strip_prefix(name).is_some_and(|after| !begins_word(after)));
    let time = NaiveTime::from_hms_opt(digits / 100, digits % 100, 0).filter(|_| zoned || rest.starts_with("Z "))?;
    Some((Clock { time, seconds: false, twenty_four_hour_pm: false }, rest))
}
