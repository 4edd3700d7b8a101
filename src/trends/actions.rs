//! Action items over all reports: what became of them, whose they are, what they are for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::incident::Incident;
use crate::incident::action_item::{ActionItem, ActionKind, ActionStatus, prevent_nothing};

/// What became of some action items.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Done.
    pub done: usize,
    /// Open, and not past a date.
    pub open: usize,
    /// Open, and past their date.
    pub overdue: usize,
    /// Declined.
    pub declined: usize,
}

/// How long items are overdue: the most days of each class; the last has no bound.
pub const AGES: [i64; 4] = [7, 30, 90, 365];

/// The action items of an archive in numbers.
#[derive(Debug, Default)]
pub struct ActionNumbers<'a> {
    /// All of them.
    pub all: Counts,
    /// Overdue ones by [`AGES`].
    pub ages: [usize; 5],
    /// By owner, nobody among them; most overdue first, then most open.
    pub owners: Vec<(Option<&'a str>, Counts)>,
    /// By what they are for, in the format's order, unnamed last.
    pub kinds: Vec<(Option<ActionKind>, Counts)>,
    /// By the year of their report, where it has one.
    pub years: BTreeMap<i32, Counts>,
    /// Reports whose items all say what they are for, and none keeps it from happening again.
    pub nothing_preventive: Vec<&'a Incident>,
}

impl Counts {
    /// How many there are.
    pub fn total(&self) -> usize {
        self.done + self.open + self.overdue + self.declined
    }

    fn add(&mut self, item: &ActionItem, today: NaiveDate) {
        match item.status.as_ref().map(|status| status.value) {
            Some(ActionStatus::Done) => self.done += 1,
            Some(ActionStatus::Declined) => self.declined += 1,
            _ if item.is_overdue(today) => self.overdue += 1,
            _ => self.open += 1,
        }
    }
}

/// An item that is counted, with what a reader may see of it.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// Its report.
    pub incident: &'a Incident,
    /// The year of its report.
    pub year: Option<i32>,
    /// The item.
    pub item: &'a ActionItem,
    /// Its owner, where one is named.
    pub owner: Option<&'a str>,
}

impl<'a> ActionNumbers<'a> {
    /// Of items, those of one report beside each other.
    pub fn new(items: &[Counted<'a>], today: NaiveDate) -> Self {
        let mut numbers = Self::default();
        let mut owners: BTreeMap<Option<&str>, Counts> = BTreeMap::new();
        let mut kinds: BTreeMap<Option<ActionKind>, Counts> = BTreeMap::new();
        for counted in items {
            let kind = counted.item.kind.as_ref().map(|kind| kind.value);
            numbers.all.add(counted.item, today);
            owners.entry(counted.owner).or_default().add(counted.item, today);
            kinds.entry(kind).or_default().add(counted.item, today);
            if let Some(year) = counted.year {
                numbers.years.entry(year).or_default().add(counted.item, today);
            }
            let due = counted.item.due.as_ref().and_then(|due| due.date).filter(|_| counted.item.is_overdue(today));
            if let Some(due) = due {
                let days = (today - due).num_days();
                let class = AGES.iter().position(|most| days <= *most).unwrap_or(AGES.len());
                numbers.ages[class] += 1;
            }
        }
        numbers.owners = owners.into_iter().collect();
        // The sort is stable: names stay in their order.
        numbers.owners.sort_by_key(|(_, counts)| std::cmp::Reverse((counts.overdue, counts.open)));
        numbers.kinds = kinds.into_iter().collect();
        // `None` sorts first, and says least.
        numbers.kinds.sort_by_key(|(kind, _)| kind.is_none());
        let reports = items.chunk_by(|a, b| std::ptr::eq(a.incident, b.incident));
        let idle = reports.filter(|items| prevent_nothing(items.iter().map(|counted| counted.item)));
        numbers.nothing_preventive = idle.filter_map(|items| items.first()).map(|first| first.incident).collect();
        numbers
    }
}
