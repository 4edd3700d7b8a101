//! Times in the sentences of the story: "from 10:00 to 11:30 UTC", "on 3 May at about 18:52".

use chrono::{Duration, NaiveDate};

use crate::incident::body::blocks::Kind;
use crate::incident::body::told::Reader;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision, TimeContext, TimePrefix, read_prefix};
use crate::source::Span;

/// How many paragraphs at the beginning tell what happened as a whole.
const OPENING: usize = 3;

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
    /// "On 3 May at 11:00 the certificates expired", in the first sentences.
    pub(super) opening: Option<Instant>,
    /// "It was resolved at 23:01."
    pub(super) over: Option<Instant>,
    /// "By 06:20 we had fully recovered": an end that comes after others.
    pub(super) recovered: Option<Instant>,
}

impl Story {
    pub(super) fn read(reader: &Reader<'_>, texts: &[(Kind, Span)]) -> Self {
        let mut telling = Telling {
            story: Self::default(),
            times: reader.times.clone(),
            home: reader.times.date,
            ranged: None,
            central: true,
        };
        for (index, (kind, span)) in texts.iter().enumerate() {
            telling.central = index < OPENING || reader.in_section(&[Meaning::Impact, Meaning::Summary], span);
            telling.paragraph(reader.page.source.slice(span), span.start, index, *kind);
        }
        telling.story
    }
}

/// The story while it is read.
struct Telling {
    story: Story,
    /// What a time takes from the sentences before it.
    times: TimeContext,
    /// The day of the report: what "this morning" means.
    home: Option<NaiveDate>,
    /// The paragraph or list item that told the range last.
    ranged: Option<(usize, Kind)>,
    /// Whether the paragraph stands where the whole is told.
    central: bool,
}

impl Telling {
    fn paragraph(&mut self, text: &str, offset: usize, index: usize, kind: Kind) {
        // Most paragraphs hold no time.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let mut at = 0;
        while let Some(begin) = next_word(text, at) {
            let rest = text.get(begin..).unwrap_or("");
            let Some(mut prefix) = read_prefix(rest, offset + begin, &self.times) else {
                at = begin + rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let behind = rest.get(prefix.len..).unwrap_or("");
            if !prefix.dated && said_of_today(behind) {
                let today = TimeContext { date: self.home, ..self.times.clone() };
                prefix = read_prefix(rest, offset + begin, &today).unwrap_or(prefix);
            }
            let mut len = prefix.len.max(1);
            let until = prefix.until.clone().or_else(|| {
                let (until, more) = self.and_then(text, begin, &prefix, offset)?;
                len += more;
                Some(until)
            });
            self.time(text, begin, &prefix, until, index, kind);
            at = begin + len;
        }
    }

    fn time(
        &mut self,
        text: &str,
        begin: usize,
        prefix: &TimePrefix,
        until: Option<Instant>,
        index: usize,
        kind: Kind,
    ) {
        let Some(at) = &prefix.at else { return };
        let clock = at.precision != Precision::Day;
        let placed = clock && (prefix.dated || self.times.date.is_some());
        if placed {
            self.story.says(text, begin, prefix.len, at);
        }
        if prefix.dated {
            self.times.date = Some(at.at.date_naive());
        }
        let until = until.filter(|until| clock || until.precision != Precision::Day);
        let of_it = |_: &Instant| self.central || self.ranged.is_some() || speaks_of_trouble(text);
        if let Some(until) = until.filter(of_it).filter(|_| !is_a_habit(text.get(..begin).unwrap_or(""))) {
            self.range(at, until, index, kind);
        }
        if index < OPENING && kind == Kind::Paragraph {
            if placed && self.story.clock.is_none() {
                self.story.clock = Some(at.clone());
                let first = text.get(..begin).unwrap_or("");
                if !first.contains(". ") && prefix.dated {
                    self.story.opening = Some(at.clone());
                }
            }
            if prefix.dated && self.story.day.is_none() {
                self.story.day = Some(at.clone());
            }
        }
    }

    fn range(&mut self, at: &Instant, until: Instant, index: usize, kind: Kind) {
        // "and again from 19:03 until 19:19", or the next item of the same list.
        let goes_on = self
            .ranged
            .is_some_and(|(last, of)| last == index || (last + 1 == index && of == Kind::List && kind == Kind::List));
        match &mut self.story.range {
            None => {
                self.story.range = Some((at.clone(), until));
                self.ranged = Some((index, kind));
            }
            Some(range) if goes_on => {
                self.ranged = Some((index, kind));
                if until.at > range.1.at && until.at - range.0.at < Duration::days(3) {
                    range.1 = until;
                }
            }
            Some(_) => {}
        }
    }

    /// "between 10:00 and 11:00", "since the release (10:00) until the fix (11:00)".
    fn and_then(&self, text: &str, begin: usize, prefix: &TimePrefix, offset: usize) -> Option<(Instant, usize)> {
        let before = text.get(..begin)?;
        let before = before.rsplit(['.', ';']).next().unwrap_or(before);
        let opened = |some: &[&str], within: usize| {
            let near = before.split_whitespace().rev().take(within);
            near.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
                .any(|word| some.iter().any(|known| word.eq_ignore_ascii_case(known)))
        };
        let rest = text.get(begin + prefix.len..)?;
        let second = if opened(&["between", "zwischen"], 3) {
            behind(rest, &["and", "und"], 0)
        } else if opened(&["from", "since", "seit", "von"], 6) {
            behind(rest, &["until", "till", "to", "through", "bis"], 4)
        } else {
            None
        }?;
        let skipped = rest.len() - second.len();
        let mut around = self.times.clone();
        around.date = prefix.at.as_ref().map(|at| at.at.date_naive());
        around.report = around.report.or(prefix.zone);
        let mut found = read_prefix(second, offset + begin + prefix.len + skipped, &around)?;
        if !found.dated && said_of_today(second.get(found.len..).unwrap_or("")) {
            around.date = self.home;
            found = read_prefix(second, offset + begin + prefix.len + skipped, &around)?;
        }
        let (from, until) = (prefix.at.as_ref()?, found.at?);
        let clocked = from.precision != Precision::Day;
        let until = if until.at < from.at && !found.dated && clocked {
            Instant { at: until.at + Duration::days(1), ..until }
        } else {
            until
        };
        Some((until, skipped + found.len))
    }
}

/// What stands behind one of some words, which comes after at most `skip` others without a digit and before the sentence ends.
/// After "until" a few words may name what happened then: "until the fix (11:00)".
fn behind<'t>(rest: &'t str, words: &[&str], skip: usize) -> Option<&'t str> {
    let mut rest = rest.trim_start();
    for _ in 0..=skip {
        let (word, after) = rest.split_once(char::is_whitespace)?;
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        if words.contains(&bare) {
            return time_soon(after.trim_start(), skip.saturating_sub(1));
        }
        if word.contains(|c: char| c.is_ascii_digit()) || word.ends_with(['.', ';']) {
            return None;
        }
        rest = after.trim_start();
    }
    None
}

/// Where the next time begins, at most `skip` words on.
fn time_soon(text: &str, skip: usize) -> Option<&str> {
    let mut rest = text;
    for _ in 0..=skip {
        if read_prefix(rest, 0, &TimeContext::default()).is_some() {
            return Some(rest);
        }
        let (word, after) = rest.split_once(char::is_whitespace)?;
        if word.contains(|c: char| c.is_ascii_digit()) || word.ends_with(['.', ';']) {
            return None;
        }
        rest = after.trim_start();
    }
    None
}

/// "business hours (09:00-17:00)", "every night between 02:00 and 03:00": a window of each day.
fn is_a_habit(before: &str) -> bool {
    let clause = before.rsplit(['.', ';', '\n']).next().unwrap_or("");
    let words = clause.split_whitespace().rev().take(4).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.into_iter().any(|word| {
        ["hours", "window", "daily", "every", "each", "nightly", "täglich", "jede", "jeden"].contains(&word)
    })
}

/// Whether a paragraph further in tells of the trouble, and not of a build that ran "from 10:00 to 10:10".
fn speaks_of_trouble(text: &str) -> bool {
    let lower = text.to_lowercase();
    TROUBLE.iter().any(|word| lower.contains(word))
}

/// Words of trouble, and beginnings of words.
const TROUBLE: &[&str] = &[
    "outage",
    "down",
    "unavailab",
    "unable",
    "not available",
    "degrad",
    "affected",
    "impact",
    "incident",
    "fail",
    "error",
    "disrupt",
    "no builds",
    "could not",
    "couldn't",
    "users",
    "customers",
    "slow",
    "answered http",
    "lost",
    "störung",
    "ausfall",
    "障害",
    "影響",
    "故障",
    "影响",
];

/// "10:45 this morning", "18:00 today".
fn said_of_today(behind: &str) -> bool {
    let behind = behind.trim_start();
    ["this morning", "this afternoon", "this evening", "today", "tonight", "heute"]
        .iter()
        .any(|words| behind.starts_with(words))
}

impl Story {
    /// What the words around a time say of it: the first beginning, the last end.
    fn says(&mut self, text: &str, begin: usize, len: usize, at: &Instant) {
        let before = text.get(..begin).unwrap_or("").to_lowercase();
        let clause = before.rsplit(['.', ';', '!', '?', '\n']).next().unwrap_or("");
        let words: Vec<&str> = clause.split_whitespace().rev().take(6).collect();
        let near =
            |some: &[&str]| words.iter().any(|word| some.contains(&word.trim_matches(|c: char| !c.is_alphabetic())));
        // "By 11:00 all shops had recovered": the time opens its sentence.
        let behind = if clause.split_whitespace().count() <= 4 { opened(text.get(begin + len..)) } else { Vec::new() };
        let then = |some: &[&str]| behind.iter().any(|word| some.contains(&word.as_str()));
        if self.began.is_none() && near(BEGAN) && !near(ENDED) {
            self.began = Some(at.clone());
        }
        // "It recovered until 15:00, when it broke again."
        let relapse =
            text.get(begin + len..).is_some_and(|rest| rest.trim_start_matches([' ', ',']).starts_with("when "));
        let ended = near(ENDED) && !near(NOT_YET) && !relapse || then(ENDED) && !then(NOT_YET);
        if ended && self.over.as_ref().is_none_or(|over| at.at > over.at) {
            self.over = Some(at.clone());
        }
        let recovered = then(RECOVERED) || near(RECOVERED);
        if ended && recovered && self.recovered.as_ref().is_none_or(|over| at.at > over.at) {
            self.recovered = Some(at.clone());
        }
    }
}

/// The words of a sentence behind the time it begins with, up to the next number.
fn opened(behind: Option<&str>) -> Vec<String> {
    let sentence = behind.unwrap_or("").split(['.', ';', '\n']).next().unwrap_or("").to_lowercase();
    let words = sentence.split_whitespace().take_while(|word| !word.contains(|c: char| c.is_ascii_digit())).take(14);
    words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned()).collect()
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
    "corrected",
    "operational",
    "behoben",
    "wiederhergestellt",
    "endete",
    "beendet",
];
/// Words of a recovery as a whole.
const RECOVERED: &[&str] = &["recovered", "fully", "completely", "vollständig"];
/// Words that take it back.
const NOT_YET: &[&str] = &["not", "before", "nicht", "vor", "from"];

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
