//! Every text of the site, and how dates, numbers, durations and counts are written, per language.
//!
//! The texts are Fluent messages, one file a language: `templates/messages/TAG.ftl`, built in or the archive's own. What a language lacks
//! is said in English.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, Timelike as _, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use crate::site::theme::{RenderError, built_in, built_in_names};
use crate::source::SourceFile;

/// The folder of the messages, in the binary and in an archive's templates.
const FOLDER: &str = "messages/";

/// The language whose messages are complete, and stand in for what others lack.
const REFERENCE: &str = "en";

/// The words of one language.
pub struct Words {
    /// The BCP 47 tag.
    pub tag: String,
    /// The texts that have no places to fill, by name: what templates show.
    pub text: BTreeMap<String, String>,
    bundle: FluentBundle<FluentResource>,
    months: Vec<String>,
    months_short: Vec<String>,
    thousands: String,
    decimal: String,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// The languages there are words for, sorted: the built-in ones and the archive's own (`messages/TAG.ftl` by name and text).
pub fn languages(own: &[(String, String)]) -> BTreeSet<String> {
    let names = built_in_names().chain(own.iter().map(|(name, _)| name.clone()));
    names.filter_map(|name| Some(name.strip_prefix(FOLDER)?.strip_suffix(".ftl")?.to_owned())).collect()
}

impl Words {
    /// The built-in words of a language; `de-AT` has those of `de`, a language without words the English ones.
    pub fn of(tag: &str) -> Self {
        let base = primary(tag);
        let known = languages(&[]).contains(&base);
        Self::read(if known { &base } else { REFERENCE }, &[]).unwrap_or_else(|_| Self::empty(REFERENCE))
    }

    /// The words of a language of `languages`, with the archive's own messages over the built-in ones, message by message.
    ///
    /// # Errors
    /// A message file that is not Fluent, with its place.
    pub fn read(tag: &str, own: &[(String, String)]) -> Result<Self, RenderError> {
        let mut words = Self::empty(tag);
        let mut names = BTreeSet::new();
        let name = format!("{FOLDER}{tag}.ftl");
        let reference = format!("{FOLDER}{REFERENCE}.ftl");
        let own = own.iter().filter(|(own, _)| *own == name).map(|(_, text)| text.clone());
        for text in [built_in(&reference), built_in(&name)].into_iter().chain(own) {
            let resource = parse(&name, text)?;
            names.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            words.bundle.add_resource_overriding(resource);
        }
        words.text = names.into_iter().filter_map(|name| Some((name.clone(), words.plain(&name)?))).collect();
        words.settle();
        Ok(words)
    }

    fn empty(tag: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The pages mark directions themselves; the marks that Fluent puts around each place would be found in every search.
        bundle.set_use_isolating(false);
        Self {
            tag: tag.to_owned(),
            text: BTreeMap::new(),
            bundle,
            months: Vec::new(),
            months_short: Vec::new(),
            thousands: String::new(),
            decimal: String::new(),
        }
    }

    /// Takes from the messages what is asked for often.
    fn settle(&mut self) {
        self.months = (1..=12).map(|n| self.get(&format!("month_{n}")).to_owned()).collect();
        self.months_short = (1..=12).map(|n| self.get(&format!("month_short_{n}")).to_owned()).collect();
        self.thousands = self.get("thousands").to_owned();
        self.decimal = self.get("decimal").to_owned();
        let thousands = self.thousands.clone();
        // The only function of a fresh bundle cannot be there already.
        let _ = self.bundle.add_function("NUMBER", move |values, _| written(values, &thousands));
    }

    /// A message without places; `None` where it has some.
    fn plain(&self, name: &str) -> Option<String> {
        let mut errors = Vec::new();
        let pattern = self.bundle.get_message(name)?.value()?;
        let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// A text; its name where it is missing, so that a test and a reader can see it.
    pub fn get<'w>(&'w self, name: &'w str) -> &'w str {
        self.text.get(name).map_or(name, String::as_str)
    }

    /// A text with its places filled in.
    pub fn fill(&self, name: &str, values: &[(&str, &str)]) -> String {
        // Nearly all are words and places; those need none of Fluent's choices.
        let pattern = self.bundle.get_message(name).and_then(|message| message.value());
        if let Some(text) = pattern.and_then(|pattern| filled(pattern, values)) {
            return text;
        }
        self.format(name, values.iter().map(|(place, value)| (*place, FluentValue::from(*value))))
    }

    /// "1 report", "7 reports": a text whose form hangs on the count `$n`.
    pub fn count(&self, name: &str, count: usize) -> String {
        let text = self.format(name, [("n", FluentValue::from(count))].into_iter());
        // A number at the end of a line says nothing.
        match text.split_once(' ') {
            Some((number, rest)) if number.starts_with(|c: char| c.is_ascii_digit()) => format!("{number}\u{a0}{rest}"),
            _ => text,
        }
    }

    fn format<'v>(&self, name: &str, values: impl Iterator<Item = (&'v str, FluentValue<'v>)>) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let mut arguments = FluentArgs::new();
        values.for_each(|(place, value)| arguments.set(place, value));
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// `12,000`.
    pub fn number(&self, number: usize) -> String {
        grouped(&number.to_string(), &self.thousands)
    }

    /// A number that somebody wrote, if it is one: `399488` is hard to read.
    pub fn written(&self, text: &str) -> String {
        grouped(text.trim(), &self.thousands)
    }

    /// `2.5`: a number with this many digits behind the point.
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        let written = format!("{number:.digits$}");
        let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
        let point = if rest.is_empty() { "" } else { self.decimal.as_str() };
        format!("{}{point}{rest}", grouped(whole, &self.thousands))
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
        let (day, year) = (date.day().to_string(), date.year().to_string());
        unbroken(&self.fill("date", &[("day", &day), ("month", month), ("year", &year)]))
    }

    /// A duration that was calculated from others, to the minute: its seconds would claim what nobody measured.
    pub fn about(&self, length: Duration) -> String {
        self.duration(if length.num_minutes() > 0 { Duration::minutes(length.num_minutes()) } else { length })
    }

    /// `11 h 30 min`, `2 days 3 h`, `45 s`.
    pub fn duration(&self, length: Duration) -> String {
        let (days, hours, minutes) = (length.num_days(), length.num_hours() % 24, length.num_minutes() % 60);
        let seconds = length.num_seconds().max(0);
        let name = match (days, hours, minutes) {
            (0, 0, 0) => "duration_seconds",
            (0, 0, _) if seconds % 60 > 0 => "duration_minutes_seconds",
            (0, 0, _) => "duration_minutes",
            (0, _, 0) => "duration_hours",
            (0, _, _) => "duration_hours_minutes",
            (_, 0, _) => "duration_days",
            _ => "duration_days_hours",
        };
        // Below a minute they are all there is.
        let seconds = if length.num_minutes() > 0 { seconds % 60 } else { seconds };
        let values = [("days", days), ("hours", hours), ("minutes", minutes), ("seconds", seconds)];
        unbroken(&self.format(name, values.into_iter().map(|(place, value)| (place, FluentValue::from(value)))))
    }
}

/// A text in which no line ends.
fn unbroken(text: &str) -> String {
    let mut kept = String::with_capacity(text.len() + 4);
    kept.extend(text.chars().map(|c| if c == ' ' { '\u{a0}' } else { c }));
    kept
}

/// The language itself, without region and script.
pub(super) fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or(tag).to_lowercase()
}

fn parse(name: &str, text: String) -> Result<FluentResource, RenderError> {
    FluentResource::try_new(text).map_err(|(resource, errors)| {
        let source = SourceFile::new(name, resource.source());
        let of = |error: &fluent_syntax::parser::ParserError| {
            let place = source.line_column(error.pos.start);
            format!("{name}:{}:{}: {}", place.line, place.column, error.kind)
        };
        let all: Vec<String> = errors.iter().map(of).collect();
        RenderError(format!("these texts cannot be read: {}", all.join("; ")))
    })
}

/// What `NUMBER` writes.
fn written(values: &[FluentValue<'_>], thousands: &str) -> FluentValue<'static> {
    match values.first() {
        Some(FluentValue::Number(number)) => FluentValue::from(grouped(&number.as_string(), thousands)),
        Some(FluentValue::String(text)) => FluentValue::from(text.clone().into_owned()),
        _ => FluentValue::Error,
    }
}

/// The digits of a whole number in groups of three, from ten thousand on; a year-like number stays in one piece.
fn grouped(digits: &str, separator: &str) -> String {
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push_str(separator);
        }
        written.push(digit);
    }
    written
}

/// A pattern of words and places with its places filled in; `None` for one that chooses or calculates.
fn filled(pattern: &Pattern<&str>, values: &[(&str, &str)]) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        text.push_str(match element {
            PatternElement::TextElement { value } => value,
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => values.iter().find(|(place, _)| *place == id.name).map(|(_, value)| *value)?,
            PatternElement::Placeable { .. } => return None,
        });
    }
    Some(text)
}

/// `05:10`.
pub fn clock(at: &DateTime<FixedOffset>) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `05:10`, and `05:10:20` where there are seconds: without them, times and the durations between them would not agree.
pub fn clock_to_the_second(at: &DateTime<FixedOffset>) -> String {
    if at.second() == 0 { clock(at) } else { format!("{}:{:02}", clock(at), at.second()) }
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

/// The words of every language there is, each with the archive's own texts over the built-in ones.
pub(super) fn all_words(own_templates: &[(String, String)]) -> Result<BTreeMap<String, Words>, RenderError> {
    languages(own_templates).into_iter().map(|tag| Ok((tag.clone(), Words::read(&tag, own_templates)?))).collect()
}

/// What to say of a language that nobody has texts for.
pub(super) fn no_texts(language: &str, words: &BTreeMap<String, Words>) -> RenderError {
    let known = words.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    RenderError(format!(
        "`site.language = \"{language}\"`: there are no texts in this language; there are some in {known}, and \
         `templates/messages/{language}.ftl` would bring more"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_numbers_and_durations_follow_the_language() {
        let day = NaiveDate::from_ymd_opt(2018, 1, 31).expect("a day");
        let (english, german) = (Words::of("en"), Words::of("de-AT"));
        assert_eq!(english.date(day), "31\u{a0}January\u{a0}2018");
        assert_eq!(german.date(day), "31.\u{a0}Januar\u{a0}2018");
        assert_eq!(english.duration(Duration::minutes(690)), "11\u{a0}h\u{a0}30\u{a0}min");
        assert_eq!(german.duration(Duration::hours(51)), "2\u{a0}Tage\u{a0}3\u{a0}h");
        assert_eq!(german.duration(Duration::hours(24)), "1\u{a0}Tag");
        assert_eq!((english.number(12_345), german.number(1_234_567)), ("12,345".to_owned(), "1.234.567".to_owned()));
        assert_eq!((english.decimal(2.5, 1), german.decimal(2.5, 1)), ("2.5".to_owned(), "2,5".to_owned()));
        assert_eq!(
            (english.count("n_reports", 1), english.count("n_reports", 12_000)),
            ("1\u{a0}report".into(), "12,000\u{a0}reports".into())
        );
    }

    #[test]
    fn an_archive_replaces_single_texts_and_brings_a_language() {
        let own = [
            ("messages/de.ftl".to_owned(), "nav_actions = Versprechen\n".to_owned()),
            ("messages/fr.ftl".to_owned(), "nav_actions = Actions à faire\n".to_owned()),
        ];
        let german = Words::read("de", &own).expect("the German texts");
        assert_eq!((german.get("nav_actions"), german.get("nav_reports")), ("Versprechen", "Berichte"));
        let french = Words::read("fr", &own).expect("the French texts");
        assert_eq!((french.get("nav_actions"), french.get("nav_reports")), ("Actions à faire", "Reports"));
        assert!(languages(&own).contains("fr"));
    }

    #[test]
    fn texts_that_are_not_fluent_are_named_with_their_place() {
        let own = [("messages/de.ftl".to_owned(), "skip = Weiter\nnav = { $n\n".to_owned())];
        let error = Words::read("de", &own).expect_err("an error");
        assert!(error.0.contains("messages/de.ftl:"), "{error}");
    }
}
