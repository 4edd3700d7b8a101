//! Which term stands in which report, gathered on all cores.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::incident::Incident;
use crate::site::search::terms::each_term;
use crate::site::search::texts::each_text;

/// Reports that one core reads at a time.
const CHUNK: usize = 256;

/// All terms, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// The terms, sorted as a browser compares strings.
    pub(super) terms: Vec<Box<str>>,
    /// Sorted: a term's number in the upper half; in the lower the report's number times four, and where it stands there.
    pub(super) hits: Vec<u64>,
}

/// The terms of some reports, numbered as they came.
#[derive(Default)]
struct Chunk {
    numbers: FxHashMap<Box<str>, u32>,
    /// The last report a term was seen in: only the first place there counts, which is the best.
    last: Vec<u32>,
    /// As in `Postings`, with this chunk's numbers of terms.
    hits: Vec<u64>,
}

impl Postings {
    /// Of reports that are numbered in this order.
    pub(super) fn of(incidents: &[&Incident], internal: bool) -> Self {
        let chunks: Vec<Chunk> = incidents
            .par_chunks(CHUNK)
            .enumerate()
            .map(|(n, incidents)| Chunk::of(n * CHUNK, incidents, internal))
            .collect();
        let mut numbers: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut hits: Vec<u64> = Vec::with_capacity(chunks.iter().map(|chunk| chunk.hits.len()).sum());
        for chunk in chunks {
            let mut global = vec![0; chunk.numbers.len()];
            for (term, local) in chunk.numbers {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                if let Some(slot) = global.get_mut(local as usize) {
                    *slot = *numbers.entry(term).or_insert(next);
                }
            }
            hits.extend(chunk.hits.into_iter().map(|hit| renumbered(hit, &global)));
        }
        // The numbers so far hang on the order in which chunks and hashes came; the sorted ones do not.
        let mut sorted: Vec<(Box<str>, u32)> = numbers.into_iter().collect();
        sorted.par_sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        let mut ranks = vec![0_u32; sorted.len()];
        for (rank, (_, number)) in (0_u32..).zip(&sorted) {
            if let Some(slot) = ranks.get_mut(*number as usize) {
                *slot = rank;
            }
        }
        // In place: some millions of them are most of what the index takes while it is made.
        hits.iter_mut().for_each(|hit| *hit = renumbered(*hit, &ranks));
        hits.par_sort_unstable();
        Self { terms: sorted.into_iter().map(|(term, _)| term).collect(), hits }
    }
}

/// A hit whose term has another number.
fn renumbered(hit: u64, numbers: &[u32]) -> u64 {
    let number = numbers.get((hit >> 32) as usize).copied().unwrap_or(0);
    u64::from(number) << 32 | hit & u64::from(u32::MAX)
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
        chunk.hits.shrink_to_fit();
        chunk
    }

    fn put(&mut self, term: &str, report: u32, field: u32) {
        let number = if let Some(number) = self.numbers.get(term) {
            *number
        } else {
            let number = u32::try_from(self.last.len()).unwrap_or(u32::MAX);
            self.numbers.insert(term.into(), number);
            self.last.push(u32::MAX);
            number
        };
        if let Some(last) = self.last.get_mut(number as usize).filter(|last| **last != report) {
            *last = report;
            self.hits.push(u64::from(number) << 32 | u64::from(report << 2 | field));
        }
    }
}
