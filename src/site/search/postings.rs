//! Which term stands in which report, gathered on all cores.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::incident::Incident;
use crate::site::search::terms::each_term;
use crate::site::search::texts::each_text;

/// Reports that one core reads at a time.
const CHUNK: usize = 256;

/// Such chunks that each core reads before what they found is put together: what all of them found would be held twice.
const AT_ONCE: usize = 2;

/// All terms, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// The terms, sorted as a browser compares strings. To each the reports, rising: a report's number times four, and where the term stands
    /// in it.
    pub(super) terms: Vec<(Box<str>, Vec<u32>)>,
}

/// The terms of some reports.
#[derive(Default)]
struct Chunk(FxHashMap<Box<str>, Found>);

/// Where a term stands.
struct Found {
    /// The last report it was found in: most terms stand in a report more than once.
    report: u32,
    /// As in `Postings`.
    places: Vec<u32>,
}

impl Postings {
    /// Of reports that are numbered in this order.
    pub(super) fn of(incidents: &[&Incident], internal: bool) -> Self {
        let mut lists: FxHashMap<Box<str>, Vec<u32>> = FxHashMap::default();
        let at_once = AT_ONCE * rayon::current_num_threads();
        for (n, some) in incidents.chunks(CHUNK * at_once).enumerate() {
            let first = |chunk: usize| (n * at_once + chunk) * CHUNK;
            let chunks = some.par_chunks(CHUNK).enumerate();
            let chunks: Vec<Chunk> = chunks.map(|(chunk, some)| Chunk::of(first(chunk), some, internal)).collect();
            // Chunk by chunk, so that every list rises whatever order the terms come in.
            for chunk in chunks {
                for (term, Found { places: found, .. }) in chunk.0 {
                    match lists.get_mut(&term) {
                        Some(list) => {
                            // Room for twice as many, as a list takes by itself, would stand empty in most.
                            list.reserve_exact(found.len());
                            list.extend(found);
                        }
                        None => {
                            lists.insert(term, found);
                        }
                    }
                }
            }
        }
        let mut terms: Vec<(Box<str>, Vec<u32>)> = lists.into_iter().collect();
        terms.par_sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        Self { terms }
    }
}

impl Chunk {
    fn of(first: usize, incidents: &[&Incident], internal: bool) -> Self {
        let mut chunk = Self::default();
        let mut buffer = String::new();
        for (report, incident) in (first..).zip(incidents) {
            let report = u32::try_from(report).unwrap_or(u32::MAX >> 2);
            each_text(incident, internal, &mut |field, text| {
                each_term(text, &mut buffer, &mut |term| chunk.put(term, report, field as u32));
            });
        }
        chunk
    }

    /// Only the first place in a report counts, which is the best.
    fn put(&mut self, term: &str, report: u32, field: u32) {
        let place = report << 2 | field;
        match self.0.get_mut(term) {
            Some(found) if found.report == report => {}
            Some(found) => {
                found.report = report;
                found.places.push(place);
            }
            None => {
                self.0.insert(term.into(), Found { report, places: vec![place] });
            }
        }
    }
}
