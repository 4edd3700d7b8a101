//! The twelve verdicts over all reports, and year by year.

use std::collections::BTreeMap;

use crate::checklist::item::Item;
use crate::checklist::scorecard::{Answer, Scorecard, Verdict};

/// How some reports answer one question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// They do.
    pub yes: usize,
    /// In part.
    pub partly: usize,
    /// They do not.
    pub no: usize,
    /// A reviewer vouches for it.
    pub vouched: usize,
}

/// The answers of an archive.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    all: BTreeMap<Item, Tally>,
    years: BTreeMap<i32, (usize, BTreeMap<Item, Tally>)>,
}

impl Tally {
    /// How many reports there are.
    pub fn total(&self) -> usize {
        self.yes + self.partly + self.no + self.vouched
    }
}

impl Answers {
    /// Of scorecards, each with the year it belongs to, where that is known.
    pub fn new<'a>(scorecards: impl Iterator<Item = (Option<i32>, &'a Scorecard)>) -> Self {
        let mut answers = Self::default();
        for (year, card) in scorecards {
            for answer in &card.answers {
                answers.all.entry(answer.item).or_default().add(answer);
            }
            let Some(year) = year else { continue };
            let (reports, tallies) = answers.years.entry(year).or_default();
            *reports += 1;
            for answer in &card.answers {
                tallies.entry(answer.item).or_default().add(answer);
            }
        }
        answers
    }

    /// How all reports answer a question.
    pub fn of(&self, item: Item) -> Tally {
        self.all.get(&item).copied().unwrap_or_default()
    }

    /// The years that have reports with how many, oldest first.
    pub fn years(&self) -> impl Iterator<Item = (i32, usize)> {
        self.years.iter().map(|(year, (reports, _))| (*year, *reports))
    }

    /// How the reports of a year answer a question.
    pub fn in_year(&self, year: i32, item: Item) -> Tally {
        self.years.get(&year).and_then(|(_, tallies)| tallies.get(&item)).copied().unwrap_or_default()
    }
}

impl Tally {
    fn add(&mut self, answer: &Answer) {
        match answer.verdict {
            _ if answer.attested.is_some() => self.vouched += 1,
            Verdict::Yes => self.yes += 1,
            Verdict::Partial => self.partly += 1,
            Verdict::No => self.no += 1,
        }
    }
}
