//! Times in the sentences of the story: "from 10:00 to 11:30 UTC", "on 3 May at about 18:52".

use chrono::Duration;

use crate::incident::body::blocks::Kind;
use crate::incident::body::told::Reader;
use crate::incident::instant::{Instant, Precision, TimeContext, TimePrefix, read_prefix};
use crate::source::Span;

/// What the sentences of the story say.
#[derive(Default)]
pub(super) struct Story {
    /// From … to …
    pub(super) range: Option<(Instant, Instant)>,
    /// The first day with a time of day.
    pub(super) clock: Option<Instant>,
    /// The first day.
    pub(super) day: Option<Instant>,
    /// "The outage began around 11:00."
    pub(super) began: Option<Instant>,
    /// "It was resolved at 23:01."
    pub(super) over: Option<Instant>,
}

impl Story {
    pub(super) fn read(reader: &Reader<'_>, texts: &[(Kind, Span)]) -> Self {
        let mut story = Self::default();
        let mut times = reader.times.clone();
        for (index, (kind, span)) in texts.iter().enumerate() {
            let text = reader.page.source.slice(span);
            let mut at = 0;
            let mut last_range_end = None;
            while let Some(begin) = next_word(text, at) {
                let rest = text.get(begin..).unwrap_or("");
                let Some(prefix) = read_prefix(rest, span.start + begin, &times) else {
                    at = begin + rest.chars().next().map_or(1, char::len_utf8);
                    continue;
                };
                let mut len = prefix.len.max(1);
                let until = prefix.until.clone().or_else(|| {
                    let (until, more) = and_then(text, begin, &prefix, span.start, &times)?;
                    len += more;
                    Some(until)
                });
                if let Some(at) = &prefix.at {
                    let clock = at.precision != Precision::Day;
                    if clock && (prefix.dated || times.date.is_some()) {
                        story.says(text, begin, at);
                    }
                    if prefix.dated {
                        times.date = Some(at.at.date_naive());
                    }
                    if let Some(until) = until.filter(|_| clock) {
                        match &mut story.range {
                            None => {
                                story.range = Some((at.clone(), until));
                                last_range_end = Some(index);
                            }
                            // "and again from 19:03 until 19:19"
                            Some(range)
                                if last_range_end == Some(index)
                                    && until.at > range.1.at
                                    && until.at - range.0.at < Duration::days(3) =>
                            {
                                range.1 = until
                            }
                            Some(_) => {}
                        }
                    }
                    if index < 3
                        && *kind == Kind::Paragraph
                        && clock
                        && (prefix.dated || times.date.is_some())
                        && story.clock.is_none()
                    {
                        story.clock = Some(at.clone());
                    }
                    if index < 3 && *kind == Kind::Paragraph && prefix.dated && story.day.is_none() {
                        story.day = Some(at.clone());
                    }
                }
                at = begin + len;
            }
        }
        story
    }
}

impl Story {
    /// What the words right before a time say of it: the first beginning, the last end.
    fn says(&mut self, text: &str, begin: usize, at: &Instant) {
        let before = text.get(..begin).unwrap_or("").to_lowercase();
        let clause = before.rsplit(['.', ';', '!', '?', '\n']).next().unwrap_or("");
        let words: Vec<&str> = clause.split_whitespace().rev().take(6).collect();
        let near =
            |some: &[&str]| words.iter().any(|word| some.contains(&word.trim_matches(|c: char| !c.is_alphabetic())));
        if self.began.is_none() && near(BEGAN) && !near(ENDED) {
            self.began = Some(at.clone());
        }
        if near(ENDED) && !near(NOT_YET) && self.over.as_ref().is_none_or(|over| at.at > over.at) {
            self.over = Some(at.clone());
        }
    }
}

/// Words right before the time that something began.
const BEGAN: &[&str] =
    &["began", "begun", "started", "starting", "beginning", "since", "onset", "begann", "seit", "ab"];
/// Words right before the time that it was over.
const ENDED: &[&str] = &[
    "resolved",
    "restored",
    "recovered",
    "ended",
    "until",
    "normal",
    "completed",
    "fixed",
    "operational",
    "behoben",
    "wiederhergestellt",
    "endete",
    "beendet",
];
/// Words that take it back.
const NOT_YET: &[&str] = &["not", "before", "nicht", "vor", "from"];

/// "between 10:00 and 11:00".
fn and_then(
    text: &str,
    begin: usize,
    prefix: &TimePrefix,
    offset: usize,
    times: &TimeContext,
) -> Option<(Instant, usize)> {
    let before = text.get(..begin)?.to_lowercase();
    let tail: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let between =
        tail.iter().any(|word| ["between", "zwischen"].contains(&word.trim_matches(|c: char| !c.is_alphabetic())));
    let rest = text.get(begin + prefix.len..)?;
    let words = rest.trim_start();
    let after = words.strip_prefix("and ").or_else(|| words.strip_prefix("und ")).filter(|_| between)?;
    let skipped = rest.len() - after.len();
    let mut around = times.clone();
    around.date = prefix.at.as_ref().map(|at| at.at.date_naive());
    around.report = around.report.or(prefix.zone);
    let second = read_prefix(after, offset + begin + prefix.len + skipped, &around)?;
    let (from, until) = (prefix.at.as_ref()?, second.at?);
    let until =
        if until.at < from.at && !second.dated { Instant { at: until.at + Duration::days(1), ..until } } else { until };
    Some((until, skipped + second.len))
}

/// Where the next word begins that may be a time: with a digit, or a capital letter.
pub(super) fn next_word(text: &str, from: usize) -> Option<usize> {
    let mut before = text.get(..from)?.chars().next_back().unwrap_or(' ');
    for (at, c) in text.get(from..)?.char_indices() {
        let begins = !before.is_alphanumeric() && !matches!(before, '.' | '/' | '-' | '#' | '_' | ':');
        if begins && (c.is_ascii_digit() || c.is_uppercase() || matches!(c, '~' | '午' | '上' | '下')) {
            return Some(from + at);
        }
        before = c;
    }
    None
}
