//! The twelve verdicts of one report, each with the lines that decided it.

use crate::checklist::item::Item;
use crate::checklist::items::{self, Reader};
use crate::checklist::prose::Prose;
use crate::incident::Incident;
use crate::source::Span;

pub use crate::checklist::items::Signal;

words! {
    /// The answer to one item.
    Verdict {
        /// It does.
        Yes = "yes",
        /// In part.
        Partial = "partial",
        /// It does not.
        No = "no",
    }
}

/// The answer to one item, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The question.
    pub item: Item,
    /// The verdict.
    pub verdict: Verdict,
    /// Why a reviewer vouches for it; then the verdict is theirs and never shown as proven.
    pub attested: Option<String>,
    /// The passages that decided it, in the order of the file.
    pub evidence: Vec<Span>,
    /// One sentence: what was found, or what was looked for and not found.
    pub reason: &'static str,
}

/// The twelve answers of one report, in the checklist's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scorecard {
    /// One per item.
    pub answers: Vec<Answer>,
}

impl Scorecard {
    /// The answer to an item.
    pub fn answer(&self, item: Item) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.item == item)
    }

    /// How many items have a verdict, vouched ones included.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.answers.iter().filter(|answer| answer.verdict == verdict).count()
    }
}

/// What the verdicts of a report are computed from: every signal with its count. For measuring, and for finding better weights.
pub fn signals(incident: &Incident) -> Vec<(Signal, usize)> {
    let prose = Prose::read(incident);
    items::signals(&Reader::new(incident, &prose))
}

/// Judges one report. A reviewer who vouches for an item in `attest` answers it with yes, and the answer says whose word it is.
pub fn score(incident: &Incident) -> Scorecard {
    let prose = Prose::read(incident);
    let reader = Reader::new(incident, &prose);
    let answer = |(item, judged): (Item, items::Judgement)| {
        let vouched = incident.facts.attest.iter().find(|(name, _)| Item::from_word(&name.value) == Some(item));
        match vouched {
            Some((name, reason)) if judged.verdict != Verdict::Yes => Answer {
                item,
                verdict: Verdict::Yes,
                attested: Some(reason.value.clone()),
                evidence: std::iter::once(name.span.start..reason.span.end.max(name.span.end)).collect(),
                reason: "a reviewer vouches for it",
            },
            _ => Answer {
                item,
                verdict: judged.verdict,
                attested: None,
                evidence: judged.evidence,
                reason: judged.reason,
            },
        }
    };
    Scorecard { answers: items::judge_all(&reader).into_iter().map(answer).collect() }
}
