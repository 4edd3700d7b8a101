//! Numbers from the archive: how long, how soon, how often again. Knows nothing of pages.
//!
//! No mean is computed anywhere: a few long outages carry it, and no user ever had the mean incident. What is given are the single
//! values and, from four on, their quarters.

pub mod actions;
pub mod answers;
pub mod causes;
pub mod standing;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, Duration, FixedOffset};

use crate::incident::Incident;
use crate::incident::facts::{DetectedBy, Kind, Status};
use crate::incident::instant::{Instant, Precision};

/// Fewer values than this have no quarters.
pub const FEWEST: usize = 4;

/// An incident whose start and end are known to the minute.
#[derive(Debug, Clone, Copy)]
pub struct Timed<'a> {
    /// Its report.
    pub incident: &'a Incident,
    /// When users began to feel it.
    pub start: DateTime<FixedOffset>,
    /// How long they did.
    pub lasted: Duration,
}

/// What an archive's incidents have in times.
#[derive(Debug, Default)]
pub struct Trends<'a> {
    /// The incidents with both times, oldest first.
    pub timed: Vec<Timed<'a>>,
    /// How many incidents are over, and do not say when they began or ended.
    pub untimed: usize,
    /// From the start until it was noticed, oldest first.
    pub until_noticed: Vec<Duration>,
    /// From the start until the first word to users, oldest first.
    pub until_told: Vec<Duration>,
    /// Who found it: the year it began, oldest first.
    pub found: BTreeMap<DetectedBy, Vec<i32>>,
    /// How many incidents do not say who found them.
    pub found_by_unknown: usize,
}

/// Where the quarters of some values meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quartiles {
    /// A quarter is below.
    pub lower: Duration,
    /// Half are below.
    pub median: Duration,
    /// A quarter is above.
    pub upper: Duration,
}

impl<'a> Trends<'a> {
    /// Of reports in any order. Near misses and announced maintenance have no outage to measure; what goes on is not over yet.
    /// `internal` says whether messages count that only internal builds show.
    pub fn new(incidents: &[&'a Incident], internal: bool) -> Self {
        let mut trends = Self::default();
        let over = |incident: &&&Incident| {
            incident.kind() == Kind::Incident && !matches!(incident.status(), Status::Ongoing | Status::Withdrawn)
        };
        let mut over: Vec<&'a Incident> = incidents.iter().filter(over).copied().collect();
        over.sort_by(|a, b| began(a).cmp(&began(b)).then_with(|| a.source.path.cmp(&b.source.path)));
        for incident in over {
            trends.add(incident, internal);
        }
        trends
    }

    fn add(&mut self, incident: &'a Incident, internal: bool) {
        match timed(incident) {
            Some(timed) => self.timed.push(timed),
            None => self.untimed += 1,
        }
        match incident.facts.detection.as_ref().and_then(|detection| detection.how.as_ref()) {
            Some(how) => self.found.entry(how.value).or_default().push(began(incident).map_or(0, |at| at.year())),
            None => self.found_by_unknown += 1,
        }
        let Some(start) = incident.start().filter(is_exact) else { return };
        let since = |at: DateTime<FixedOffset>| (at - start.at).max(Duration::zero());
        self.until_noticed.extend(incident.facts.detected.as_ref().filter(is_exact).map(|at| since(at.at)));
        let updates = incident.facts.updates.iter().filter(|update| internal || !update.internal);
        self.until_told.extend(updates.filter_map(|update| update.at.as_ref()).map(|at| at.at).min().map(since));
    }
}

/// An incident with both times.
pub fn timed(incident: &Incident) -> Option<Timed<'_>> {
    let (start, end) = (incident.start().filter(is_exact)?, incident.end().filter(is_exact)?);
    let lasted = end.at - start.at;
    (lasted >= Duration::zero()).then_some(Timed { incident, start: start.at, lasted })
}

fn began(incident: &Incident) -> Option<DateTime<FixedOffset>> {
    incident.start().or(incident.facts.detected.as_ref()).map(|at| at.at)
}

fn is_exact(instant: &&Instant) -> bool {
    instant.precision != Precision::Day
}

/// The quarters of values in any order; `None` where there are too few.
pub fn quartiles(values: &[Duration]) -> Option<Quartiles> {
    if values.len() < FEWEST {
        return None;
    }
    let mut seconds: Vec<i64> = values.iter().map(Duration::num_seconds).collect();
    seconds.sort_unstable();
    let at = |quarter: usize| {
        // Between two values lies their share of the way.
        let place = (seconds.len() - 1) * quarter;
        let below = seconds.get(place / 4).copied().unwrap_or(0);
        let above = seconds.get(place / 4 + 1).copied().unwrap_or(below);
        let share = i64::try_from(place % 4).unwrap_or(0);
        Duration::seconds(below + (above - below) * share / 4)
    };
    Some(Quartiles { lower: at(1), median: at(2), upper: at(3) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_need_four_values_and_lie_between_them() {
        let minutes = |values: &[i64]| values.iter().map(|value| Duration::minutes(*value)).collect::<Vec<_>>();
        assert_eq!(quartiles(&minutes(&[5, 6, 7])), None);
        let found = quartiles(&minutes(&[40, 10, 30, 20])).expect("four values");
        assert_eq!(
            (found.lower.num_seconds(), found.median.num_seconds(), found.upper.num_seconds()),
            (17 * 60 + 30, 25 * 60, 32 * 60 + 30)
        );
        let same = quartiles(&minutes(&[9; 50])).expect("fifty values");
        assert_eq!((same.lower, same.upper), (Duration::minutes(9), Duration::minutes(9)));
    }
}
