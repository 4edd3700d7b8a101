//! The twelve verdicts of one report, each with the lines that decided it.

use crate::checklist::item::Item;
use crate::incident::Incident;
use crate::source::Span;

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
    pub reason: String,
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

/// Judges one report.
pub fn score(incident: &Incident) -> Scorecard {
    let judge = |item: &Item| {
        let _ = incident;
        Answer { item: *item, verdict: Verdict::No, attested: None, evidence: Vec::new(), reason: String::new() }
    };
    Scorecard { answers: Item::ALL.iter().map(judge).collect() }
}
