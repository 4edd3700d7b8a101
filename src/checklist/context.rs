//! What stands around a word: the sentence, the clause, the section. Language rules judge by it, never by a word alone.

use std::borrow::Cow;

use crate::checklist::phrases::{Found, Phrases};
use crate::checklist::rule::Case;
use crate::incident::body::Section;
use crate::incident::headings::Meaning;
use crate::incident::spacing::collapsed;
use crate::source::Span;

/// A word of a voice list in its sentence, said in the report's own voice.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'a> {
    /// The very word.
    pub(super) span: Span,
    /// The word, on one line.
    pub(super) word: Cow<'a, str>,
    /// The sentence.
    pub(super) sentence: &'a str,
    /// The sentence up to the word.
    pub(super) before: &'a str,
    /// The sentence behind the word.
    pub(super) after: &'a str,
    /// Which lists have a word in the sentence.
    pub(super) found: Found,
}

impl<'a> Case<'a> {
    /// The words of a list, in the order of the file, but those within quotation marks: what somebody else said is no fault of the
    /// report. Of words that overlap the longest counts.
    pub(super) fn spoken(&self, list: Phrases) -> Vec<Spoken<'a>> {
        let mut found: Vec<Spoken<'a>> = Vec::new();
        for (span, sentence, words) in self.prose.cues(list) {
            let spoken = self.at(span, sentence, words);
            if spoken.is_quoted() {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.span.end > span.start => {
                    if span.len() > last.span.len() {
                        *last = spoken;
                    }
                }
                _ => found.push(spoken),
            }
        }
        found
    }

    /// A word in its sentence.
    pub(super) fn at(&self, span: &Span, sentence: &Span, found: Found) -> Spoken<'a> {
        let slice = |span: Span| self.incident.source.slice(&span);
        Spoken {
            span: span.clone(),
            word: on_one_line(slice(span.clone())),
            sentence: slice(sentence.clone()),
            before: slice(sentence.start..span.start),
            after: slice(span.end..sentence.end),
            found,
        }
    }

    /// Whether a place lies in a section of one of some meanings.
    pub(super) fn is_in(&self, span: &Span, meanings: &[Meaning]) -> bool {
        let around =
            self.sections().filter(|section| section.whole.start <= span.start && span.start < section.whole.end);
        around.flat_map(|section| &section.meanings).any(|meaning| meanings.contains(meaning))
    }

    /// Whether a place lies before the first section, in the front matter's texts or the lines under the title.
    pub(super) fn is_opening(&self, span: &Span) -> bool {
        let first = self.sections().find(|section| !section.meanings.is_empty());
        span.start < first.map_or(usize::MAX, |section| section.heading.span.start)
    }

    /// The sections without the report's title, which may have any words in it.
    pub(super) fn sections(&self) -> impl Iterator<Item = &'a Section> {
        let sections = self.incident.body.sections.as_slice();
        let title = match sections {
            [first, others @ ..] => first.level == 1 && others.iter().all(|section| section.level != 1),
            [] => false,
        };
        sections.iter().skip(usize::from(title))
    }
}

impl<'a> Case<'a> {
    /// The words of the label that a place stands under: `- **Impact**: …`, on its line, on the line that its list is indented under, or
    /// alone on a line before it.
    pub(super) fn label(&self, span: &Span) -> Option<&'a str> {
        let text = self.incident.source.text.as_str();
        let before = text.get(..span.start)?;
        let mut indent = usize::MAX;
        // "**Date:** … | **Duration:** …": the nearest label of a line speaks for what follows it.
        let own = before.rsplit('\n').next().and_then(|line| line.rsplit_once(" | "));
        if let Some(label) = own.and_then(|(_, part)| part.trim_start().starts_with("**").then(|| label(part))?) {
            return Some(label);
        }
        for line in before.rsplit('\n').take(12) {
            let marks = line.trim_start();
            let width = line.len() - marks.len();
            if marks.starts_with('#') {
                return None;
            }
            let alone = marks.trim_end().ends_with([':', '*']) && marks.starts_with(['-', '*']);
            if marks.is_empty() || (width >= indent && !(alone && width == indent)) {
                continue;
            }
            if let Some(label) = label(marks) {
                return Some(label);
            }
            indent = width;
        }
        None
    }
}

/// The label at the beginning of a line.
fn label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['-', '*', '+', '_', '|', ' ']);
    let end = line.find([':', '|', '*'])?;
    line.get(..end)
        .map(str::trim)
        .filter(|label| !label.is_empty() && label.len() < 40 && label.split_whitespace().count() < 5)
}

impl Spoken<'_> {
    /// Whether it stands within quotation marks.
    pub(super) fn is_quoted(&self) -> bool {
        is_open(self.before)
    }

    /// The words right before it in its clause, the nearest first, in lower case.
    pub(super) fn words_before(&self) -> Vec<String> {
        let clause = self.before.rsplit([',', ';', ':', '(', '—', '–', '|']).next().unwrap_or("");
        words(clause).rev().collect()
    }

    /// Where the first of the next `count` words ends that is one of some nouns, in any number.
    pub(super) fn named(&self, count: usize, lists: &[&[&str]]) -> Option<usize> {
        let clause = self.after.split([',', ';', '(', ')', ':', '|', '"']).next().unwrap_or("");
        let mut end = 0;
        for word in clause.split_whitespace().take(count) {
            let at = clause.get(end..)?.find(word)? + end;
            end = at + word.len();
            // "Outage/downtime"
            let first = word.trim_start_matches('/').split('/').next().unwrap_or("");
            let word = word.find(first).and_then(|at| word.get(..at + first.len())).unwrap_or(word);
            let kept = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let lower = kept.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if lists.iter().any(|nouns| is_noun(&lower, nouns)) {
                return Some(self.span.end + at + kept.len());
            }
        }
        None
    }

    /// The words right behind it, in lower case.
    pub(super) fn words_after(&self) -> Vec<String> {
        words(self.after).collect()
    }

    /// Whether one of the `count` words before it is one of some.
    pub(super) fn follows(&self, count: usize, some: &[&str]) -> bool {
        self.words_before().iter().take(count).any(|word| some.contains(&word.as_str()))
    }
}

/// A piece of text with every blank as one space.
pub(super) fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(collapsed(text)) } else { Cow::Borrowed(text) }
}

/// Whether a word in lower case is one of some nouns, in any number, English or German.
pub(super) fn is_noun(word: &str, nouns: &[&str]) -> bool {
    const ENDINGS: &[&str] = &["", "s", "es", "y", "ies", "n", "en", "e", "er", "ern", "in", "innen"];
    nouns.iter().any(|noun| word.strip_prefix(noun).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// The words of a text in lower case; `@name` keeps its mark.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    let cut = |c: char| !(c.is_alphanumeric() || matches!(c, '@' | '-' | '\'' | '’'));
    text.split(cut).filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_lowercase)
}

/// Whether a quotation is open at the end of a text.
fn is_open(text: &str) -> bool {
    let straight = text.matches('"').count() % 2 == 1;
    let paired = |open: char, close: &[char]| {
        text.rfind(open).is_some_and(|at| !text.get(at..).is_some_and(|rest| rest.contains(close)))
    };
    let european = || paired('“', &['”']) || paired('„', &['“', '”']) || paired('«', &['»']);
    let japanese = || paired('「', &['」']) || paired('『', &['』']);
    straight || (!text.is_ascii() && (european() || japanese()))
}
