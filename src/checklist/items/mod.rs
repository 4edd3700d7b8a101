//! How each of the twelve items is judged: from facts where there are facts, else from signals in the report's own sentences.
//!
//! Every judgement names the passages that decided it. What it cannot see it does not claim: a reviewer may vouch for the rest.

mod facts;
mod signals;
mod weights;

use std::cell::OnceCell;

use crate::checklist::item::Item;
use crate::checklist::items::signals::Measure;
use crate::checklist::phrases::Phrases;
use crate::checklist::prose::Prose;
use crate::checklist::scorecard::Verdict;
use crate::incident::headings::Meaning;
use crate::incident::instant::find_date;
use crate::incident::{Home, Incident, Passage};
use crate::source::Span;

pub use crate::checklist::items::signals::Signal;

/// A verdict with what decided it.
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    pub(super) evidence: Vec<Span>,
    pub(super) reason: &'static str,
}

impl Judgement {
    fn new(verdict: Verdict, evidence: impl IntoIterator<Item = Span>, reason: &'static str) -> Self {
        // Three passages are enough to follow a verdict.
        Self { verdict, evidence: evidence.into_iter().take(3).collect(), reason }
    }

    fn no(reason: &'static str) -> Self {
        Self::new(Verdict::No, [], reason)
    }
}

/// Judges every item, in the checklist's order: by facts where facts decide, else by the weighted signals.
pub(super) fn judge_all(reader: &Reader<'_>) -> Vec<(Item, Judgement)> {
    let counted: Vec<OnceCell<Measure>> = Signal::ALL.iter().map(|_| OnceCell::new()).collect();
    let measure = |signal: Signal| match counted.get(signal as usize) {
        Some(cell) => cell.get_or_init(|| signal.measure(reader)).clone(),
        None => signal.measure(reader),
    };
    let judge = |item: &Item| (*item, facts::judge(*item, reader).unwrap_or_else(|| weights::judge(*item, &measure)));
    Item::ALL.iter().map(judge).collect()
}

/// A report, cut into its sentences once for all twelve items.
pub(super) struct Reader<'a> {
    pub(super) incident: &'a Incident,
    prose: &'a Prose,
}

impl<'a> Reader<'a> {
    pub(super) fn new(incident: &'a Incident, prose: &'a Prose) -> Self {
        Self { incident, prose }
    }

    fn text(&self, span: &Span) -> &'a str {
        self.incident.source.slice(span)
    }

    /// Sentences in which a word of a list stands.
    fn with(&self, phrases: Phrases) -> impl Iterator<Item = &Span> {
        let pairs = self.prose.sentences.iter().zip(&self.prose.found);
        pairs.filter(move |(_, found)| found.has(phrases)).map(|(span, _)| span)
    }

    /// Whether a word of a list stands in one of the sentences.
    fn has(&self, sentence: &Span, phrases: Phrases) -> bool {
        let place = |span: &Span| (span.start, span.end);
        let index = self.prose.sentences.binary_search_by_key(&place(sentence), place).ok();
        index.and_then(|index| self.prose.found.get(index)).is_some_and(|found| found.has(phrases))
    }

    /// Sentences that are more than a note: some words, and an end.
    fn full(&self) -> impl Iterator<Item = &Span> {
        self.prose.sentences.iter().filter(|span| {
            let text = self.text(span);
            let ends = text.trim_end().ends_with(['.', '!', '?', '。', '！', '？', ')']);
            // Most sentences are known to be long enough after a few words.
            let mut words = 0;
            ends && text.split_whitespace().any(|word| {
                words += word.chars().count().div_ceil(10);
                words >= 6
            })
        })
    }

    /// The first day that the title or one of the first sentences names.
    fn dated(&self) -> Option<Span> {
        let title = self.incident.title().map(|title| &title.span);
        let named = |span: &&Span| find_date(self.text(span), None).is_some();
        title
            .into_iter()
            .chain(self.prose.sentences.iter().take(12))
            .find(named)
            .cloned()
            .or_else(|| self.incident.facts.key("date").cloned())
    }

    /// Whether a place lies in a section of one of some meanings.
    fn is_in(&self, span: &Span, meanings: &[Meaning]) -> bool {
        let sections = self.incident.body.sections.iter();
        sections
            .filter(|section| section.whole.start <= span.start && span.start < section.whole.end)
            .any(|section| section.meanings.iter().any(|meaning| meanings.contains(meaning)))
    }

    /// The place of what answers a question, and how many words it has.
    fn passage(&self, meaning: Meaning) -> Option<(Span, usize)> {
        let passage = self.incident.passage(meaning)?;
        let words = passage.text.split_whitespace().map(|word| word.chars().count().div_ceil(12)).sum();
        Some((self.first_line(&passage), words))
    }

    /// The first line of a passage; the whole value of a key.
    fn first_line(&self, passage: &Passage<'_>) -> Span {
        let line = match passage.home {
            Home::FrontMatter => passage.end,
            Home::Body => passage.start + passage.text.lines().next().unwrap_or("").len(),
        };
        passage.start..line
    }
}

/// Every signal of a report with its count.
pub(super) fn signals(reader: &Reader<'_>) -> Vec<(Signal, usize)> {
    Signal::ALL.iter().map(|signal| (*signal, signal.measure(reader).count)).collect()
}
