//! How each of the twelve items is judged: from facts where there are facts, else from signals in the report's own sentences.
//!
//! Every judgement names the passages that decided it. What it cannot see it does not claim: a reviewer may vouch for the rest.

mod facts;
mod shapes;
mod signals;
mod stated;
mod weights;

use std::cell::OnceCell;

use crate::checklist::item::Item;
use crate::checklist::items::shapes::{Shapes, words_in};
use crate::checklist::items::signals::Measure;
use crate::checklist::phrases::{Found, Phrases};
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
        // Three passages are enough to follow a verdict. The rest of their room is given back: a site keeps all verdicts.
        let mut evidence: Vec<Span> = evidence.into_iter().take(3).collect();
        evidence.shrink_to_fit();
        Self { verdict, evidence, reason }
    }

    fn no(reason: &'static str) -> Self {
        Self::new(Verdict::No, [], reason)
    }
}

/// Judges every item, in the checklist's order: by facts where facts decide, else by the weighted signals.
pub(super) fn judge_all(reader: &Reader<'_>) -> Vec<(Item, Judgement)> {
    let counts = Counts::new(reader);
    let judge = |item: &Item| (*item, facts::judge(*item, reader).unwrap_or_else(|| weights::judge(*item, &counts)));
    Item::ALL.iter().map(judge).collect()
}

/// The signals of a report, each counted when it is first asked for.
struct Counts<'r, 'a> {
    reader: &'r Reader<'a>,
    counted: [OnceCell<Measure>; Signal::ALL.len()],
}

impl<'r, 'a> Counts<'r, 'a> {
    fn new(reader: &'r Reader<'a>) -> Self {
        Self { reader, counted: [const { OnceCell::new() }; Signal::ALL.len()] }
    }

    fn of(&self, signal: Signal) -> &Measure {
        static NOTHING: Measure = Measure { count: 0, evidence: Vec::new() };
        // `ALL` holds every signal, so that there is a cell for each.
        self.counted.get(signal as usize).map_or(&NOTHING, |cell| cell.get_or_init(|| signal.measure(self.reader)))
    }
}

/// A report, cut into its sentences once for all twelve items.
pub(super) struct Reader<'a> {
    pub(super) incident: &'a Incident,
    prose: &'a Prose,
    /// The sentences that are more than a note, with the lists that have a word in them.
    full: Vec<(&'a Span, Found)>,
    /// The shapes of every sentence's words.
    shapes: Vec<Shapes>,
    /// The lists that have a word in any sentence: most signals of a report are ruled out by it.
    all: Found,
}

impl<'a> Reader<'a> {
    pub(super) fn new(incident: &'a Incident, prose: &'a Prose) -> Self {
        let sentences = prose.sentences.iter().zip(prose.found.iter().copied());
        let full = sentences.filter(|(span, _)| is_full(incident.source.slice(span))).collect();
        let all = prose.found.iter().copied().fold(Found::default(), Found::or);
        let shapes = prose.sentences.iter().map(|span| Shapes::of(incident.source.slice(span))).collect();
        Self { incident, prose, full, shapes, all }
    }

    fn text(&self, span: &Span) -> &'a str {
        self.incident.source.slice(span)
    }

    /// The sentences, with the lists that have a word in them.
    fn found(&self) -> impl Iterator<Item = (&'a Span, Found)> {
        self.prose.sentences.iter().zip(self.prose.found.iter().copied())
    }

    /// Sentences in which a word of a list stands.
    fn with(&self, phrases: Phrases) -> impl Iterator<Item = &'a Span> {
        self.found().filter(move |(_, found)| found.has(phrases)).map(|(span, _)| span)
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
        Some((self.first_line(&passage), words_in(passage.text)))
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

/// Whether a sentence is more than a note: some words, and an end.
fn is_full(text: &str) -> bool {
    let ends = text.trim_end().ends_with(['.', '!', '?', '。', '！', '？', ')']);
    if !ends {
        return false;
    }
    // More letters than five words have are six words, however they are parted: that is told without looking for words.
    let letters = text.len() - text.bytes().filter(u8::is_ascii_whitespace).count();
    if text.is_ascii() && letters > 50 {
        return true;
    }
    // Most of the others are known to be long enough after a few words.
    let mut words = 0;
    text.split_whitespace().any(|word| {
        words += word.chars().count().div_ceil(10);
        words >= 6
    })
}

/// Every signal of a report with its count.
pub(super) fn signals(reader: &Reader<'_>) -> Vec<(Signal, usize)> {
    Signal::ALL.iter().map(|signal| (*signal, signal.measure(reader).count)).collect()
}
