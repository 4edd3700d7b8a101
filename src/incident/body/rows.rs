//! The words of timeline rows: what stands around their times, and what the columns of a table are called.

use crate::incident::instant::{Precision, TimePrefix};
use crate::source::{Span, Spanned};

/// What an item says in brackets before its time: "**[Outage start]** At 09:00, …"; and where what follows begins.
pub(super) fn tag(text: &str) -> Option<(&str, usize)> {
    let open = text.trim_start_matches(['*', '_']);
    let (name, rest) = open.strip_prefix('[')?.split_once(']')?;
    let words =
        name.len() < 40 && name.starts_with(char::is_alphabetic) && !name.contains(|c: char| c.is_ascii_digit());
    // A link has its target behind it.
    let rest = rest.trim_start_matches(['*', '_', ':', ' ']);
    (words && !rest.starts_with(['(', '['])).then_some((name, text.len() - rest.len()))
}

pub(super) fn is_time_word(title: &str) -> bool {
    TIME_WORDS.iter().any(|word| title.contains(word))
}

pub(super) fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

pub(super) const SEPARATORS: &[char] =
    &[' ', '-', '–', '—', ':', '：', '|', '*', ')', ']', '\u{a0}', '\n', '\r', '\t', ',', '・', '>'];
pub(super) const TIME_WORDS: &[&str] = &["time", "when", "utc", "時刻", "日時", "时间", "時間", "uhrzeit", "zeit"];
pub(super) const DATE_WORDS: &[&str] = &["date", "day", "datum", "tag", "日付", "日期"];
pub(super) const KIND_WORDS: &[&str] = &["kind", "phase", "type", "art"];
pub(super) const EVENT_WORDS: &[&str] =
    &["event", "what", "description", "action", "ereignis", "was", "出来事", "イベント", "内容", "事件"];

/// What stands behind a time, without the dash or colon between them.
pub(super) fn after(text: &str, start: usize) -> Spanned<String> {
    let behind = text.trim_start_matches(SEPARATORS);
    let start = start + (text.len() - behind.len());
    let words = behind.trim_end();
    Spanned::new(words.to_owned(), start..start + words.len())
}

/// What stands behind a time in a text that begins at `start`. Bold that begins before the time and ends behind it goes on in the words.
pub(super) fn behind(text: &str, time: &Span, start: usize) -> Spanned<String> {
    let words = after(text.get(time.end - start..).unwrap_or(""), time.end);
    let before = text.get(..words.span.start - start).unwrap_or("");
    let open = before.matches("**").count() % 2 == 1 && words.value.matches("**").count() % 2 == 1;
    if open { words.map(|words| format!("**{words}")) } else { words }
}

/// What stands before a time that ends a text, up to `end`; marks that the time closes belong to neither.
pub(super) fn ahead(text: &str, end: usize) -> Spanned<String> {
    let text = text.trim_start();
    let start = end - text.len();
    let marks = |c: char| SEPARATORS.contains(&c) && c != '*' || matches!(c, '(' | '[');
    let words = text.trim_end_matches(marks);
    let span = start..start + words.len();
    let words = if words.matches("**").count() % 2 == 1 { words.trim_matches('*').trim_end() } else { words };
    Spanned::new(words.to_owned(), span)
}

/// A line of prose may begin with a date ("2024 was …", "On May 3 …"); a row has a mark between its time and its words, or a clock.
pub(super) fn stands_for_a_row(line: &str, prefix: &TimePrefix) -> bool {
    let clock = prefix.at.as_ref().is_none_or(|at| at.precision != Precision::Day);
    let read = line.get(..prefix.len).unwrap_or("").trim_end();
    let behind = line.get(prefix.len..).unwrap_or("").trim_start();
    clock || read.ends_with([':', '*', ']']) || behind.starts_with(['-', '–', '—', ':', '|'])
}

/// Whether a text holds digits with a colon between them.
pub(super) fn names_a_clock(text: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(':').any(|(at, _)| {
        digit(text.get(..at).and_then(|before| before.chars().next_back()))
            && digit(text.get(at + 1..).and_then(|behind| behind.chars().next()))
    })
}
