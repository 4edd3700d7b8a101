//! Every text of the site, and how dates, durations and counts are written, per language.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, Utc};
use serde::Deserialize;

use crate::site::theme::built_in;

/// The words of one language.
#[derive(Debug, Clone, Deserialize)]
pub struct Words {
    /// The BCP 47 tag.
    pub tag: String,
    months: Vec<String>,
    months_short: Vec<String>,
    /// `{d} {month} {y}`.
    date: String,
    /// Every other text, by name.
    pub text: BTreeMap<String, String>,
}

/// The languages there are words for.
pub const LANGUAGES: &[&str] = &["en", "de"];

impl Words {
    /// The words of a language; `de-AT` has those of `de`, a language without words the English ones.
    pub fn of(tag: &str) -> Self {
        let base = tag.split('-').next().unwrap_or("en").to_lowercase();
        let known = LANGUAGES.iter().find(|known| **known == base).unwrap_or(&"en");
        let text = built_in(&format!("messages/{known}.toml"));
        toml::from_str(&text).unwrap_or_else(|_| Self {
            tag: (*known).to_owned(),
            months: Vec::new(),
            months_short: Vec::new(),
            date: String::new(),
            text: BTreeMap::new(),
        })
    }

    /// A text; its name where it is missing, so that a test and a reader can see it.
    pub fn get<'w>(&'w self, name: &'w str) -> &'w str {
        self.text.get(name).map_or(name, String::as_str)
    }

    /// A text with its `{places}` filled in.
    pub fn fill(&self, name: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.get(name).to_owned();
        for (place, value) in values {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }

    /// "1 report", "7 reports": the texts `NAME_one` and `NAME_many`.
    pub fn count(&self, name: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "many" };
        self.fill(&format!("{name}_{form}"), &[("n", &count.to_string())])
    }

    /// `31 January 2018`.
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated(date, &self.months)
    }

    /// `31 Jan 2018`.
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.dated(date, &self.months_short)
    }

    /// The names of the months, January first.
    pub fn months(&self) -> &[String] {
        &self.months
    }

    /// The short names of the months, January first.
    pub fn months_short(&self) -> &[String] {
        &self.months_short
    }

    fn dated(&self, date: NaiveDate, months: &[String]) -> String {
        let month = months.get(date.month0() as usize).map_or("", String::as_str);
        let filled = self.date.replace("{d}", &date.day().to_string()).replace("{month}", month);
        filled.replace("{y}", &date.year().to_string()).replace(' ', "\u{a0}")
    }

    /// `11 h 30 min`, `2 days 3 h`, `45 s`.
    pub fn duration(&self, length: Duration) -> String {
        let (days, hours, minutes) = (length.num_days(), length.num_hours() % 24, length.num_minutes() % 60);
        let day = self.get(if days == 1 { "day_one" } else { "day_many" });
        let parts: Vec<String> = match (days, hours, minutes) {
            (0, 0, 0) => vec![format!("{} s", length.num_seconds().max(0))],
            (0, 0, m) => vec![format!("{m} min")],
            (0, h, 0) => vec![format!("{h} h")],
            (0, h, m) => vec![format!("{h} h"), format!("{m} min")],
            (d, 0, _) => vec![format!("{d} {day}")],
            (d, h, _) => vec![format!("{d} {day}"), format!("{h} h")],
        };
        parts.join(" ").replace(' ', "\u{a0}")
    }
}

/// `05:10`.
pub fn clock(at: &DateTime<FixedOffset>) -> String {
    at.format("%H:%M").to_string()
}

/// `UTC`, `UTC+1`, `UTC−8`, `UTC+5:30`.
pub fn offset(at: &DateTime<FixedOffset>) -> String {
    let minutes = at.offset().local_minus_utc() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// The same instant in UTC.
pub fn utc(at: &DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.with_timezone(&Utc).fixed_offset()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_same_texts() {
        let english = Words::of("en");
        assert!(english.text.len() > 50, "the English texts cannot be read");
        for tag in LANGUAGES {
            let words = Words::of(tag);
            assert_eq!(words.text.keys().collect::<Vec<_>>(), english.text.keys().collect::<Vec<_>>(), "{tag}");
            assert_eq!((words.months.len(), words.months_short.len()), (12, 12), "{tag}");
        }
    }

    #[test]
    fn dates_and_durations_follow_the_language() {
        let day = NaiveDate::from_ymd_opt(2018, 1, 31).expect("a day");
        assert_eq!(Words::of("en").date(day), "31\u{a0}January\u{a0}2018");
        assert_eq!(Words::of("de-AT").date(day), "31.\u{a0}Januar\u{a0}2018");
        assert_eq!(Words::of("en").duration(Duration::minutes(690)), "11\u{a0}h\u{a0}30\u{a0}min");
        assert_eq!(Words::of("de").duration(Duration::hours(51)), "2\u{a0}Tage\u{a0}3\u{a0}h");
    }
}
