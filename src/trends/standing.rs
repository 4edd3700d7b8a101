//! Where each report stands among the others: what came before and after it, since when none was as long, which share its cause.

use std::collections::{BTreeSet, HashMap};

use chrono::Duration;

use crate::incident::Incident;
use crate::incident::facts::Kind;
use crate::trends::causes::Cause;
use crate::trends::timed;

/// An incident is the longest "since" another only where at least this many came in between.
const BETWEEN: usize = 3;
/// Earlier reports of the same cause that are named.
const EARLIER: usize = 5;

/// How an incident's length compares with those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Longest {
    /// Longer than each of so many incidents before it.
    Ever(usize),
    /// None was as long since the one at this place.
    Since(usize),
}

/// Where one report stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// How its length compares.
    pub longest: Option<Longest>,
    /// The causes it shares, by their place, and the how many-eth report of each it is, from 1.
    pub causes: Vec<(usize, usize)>,
    /// The reports before it that share a cause or that it repeats, the latest first.
    pub earlier: Vec<usize>,
}

/// Where the reports of an archive stand. A place is an index into the list, which is newest first.
#[derive(Debug, Default)]
pub struct Standings<'a> {
    incidents: Vec<&'a Incident>,
    places: HashMap<&'a str, usize>,
    standings: Vec<Standing>,
}

impl<'a> Standings<'a> {
    /// Of published reports, newest first, and the causes they share.
    pub fn new(incidents: &[&'a Incident], causes: &[Cause]) -> Self {
        let mut standings = vec![Standing::default(); incidents.len()];
        lengths(incidents, &mut standings);
        let mut earlier: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); incidents.len()];
        for (number, cause) in causes.iter().enumerate() {
            for (before, place) in cause.reports.iter().rev().enumerate() {
                let at = cause.reports.len() - before;
                if let (Some(standing), Some(earlier)) = (standings.get_mut(*place), earlier.get_mut(*place)) {
                    standing.causes.push((number, before + 1));
                    earlier.extend(cause.reports.iter().skip(at).take(EARLIER));
                }
            }
        }
        for (standing, earlier) in standings.iter_mut().zip(earlier) {
            standing.earlier = earlier.into_iter().take(EARLIER).collect();
        }
        let places = incidents.iter().enumerate().map(|(place, incident)| (incident.source.path.as_str(), place));
        Self { incidents: incidents.to_vec(), places: places.collect(), standings }
    }

    /// The place of a report; `None` where it is not published.
    pub fn place(&self, incident: &Incident) -> Option<usize> {
        self.places.get(incident.source.path.as_str()).copied()
    }

    /// The report at a place.
    pub fn at(&self, place: usize) -> Option<&'a Incident> {
        self.incidents.get(place).copied()
    }

    /// Where the report at a place stands.
    pub fn of(&self, place: usize) -> Option<&Standing> {
        self.standings.get(place)
    }
}

/// One walk from the oldest to the newest; on the stack stay those that no later one has reached.
fn lengths(incidents: &[&Incident], standings: &mut [Standing]) {
    let mut stack: Vec<(Duration, usize, usize)> = Vec::new();
    let mut number = 0;
    for (place, incident) in incidents.iter().enumerate().rev() {
        let Some(timed) = timed(incident).filter(|timed| timed.incident.kind() == Kind::Incident) else { continue };
        while stack.last().is_some_and(|(lasted, ..)| *lasted < timed.lasted) {
            stack.pop();
        }
        let longest = match stack.last() {
            None if number >= BETWEEN => Some(Longest::Ever(number)),
            Some((_, since, at)) if number - at > BETWEEN => Some(Longest::Since(*since)),
            _ => None,
        };
        if let Some(standing) = standings.get_mut(place) {
            standing.longest = longest;
        }
        stack.push((timed.lasted, place, number));
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Reading;
    use crate::source::SourceFile;

    #[test]
    fn the_longest_since_needs_some_in_between() {
        let minutes = [90, 10, 20, 30, 80, 90, 5, 200];
        let reports: Vec<Incident> = minutes
            .iter()
            .enumerate()
            .map(|(day, minutes)| {
                let text = format!(
                    "---\ntitle: t\nstart: 2024-01-{:02}T00:00:00Z\nend: 2024-01-{:02}T{:02}:{:02}:00Z\n---\n",
                    day + 1,
                    day + 1,
                    minutes / 60,
                    minutes % 60
                );
                Incident::read(SourceFile::new(format!("{day}.md"), text), &Reading::default())
            })
            .collect();
        let newest_first: Vec<&Incident> = reports.iter().rev().collect();
        let standings = Standings::new(&newest_first, &[]);
        let longest: Vec<Option<Longest>> =
            (0..reports.len()).rev().map(|place| standings.of(place).and_then(|standing| standing.longest)).collect();
        let place = |index: usize| reports.len() - 1 - index;
        // 80 is the longest since 90 with three between; 90 is as long as the first, so no longest since anything but it.
        let since_first = Some(Longest::Since(place(0)));
        assert_eq!(longest, [None, None, None, None, since_first, since_first, None, Some(Longest::Ever(7))]);
    }
}
