//! Search without a server: an index in small files, of which a query loads only those its words need.
//!
//! `search/index.js` says which file has which terms, by the first term of each, and which has which reports. The others bear a
//! fingerprint in their names, so that no browser mixes files of two builds. Reports are numbered from the oldest, so that a new one
//! moves none.

mod encode;
mod postings;
mod terms;
mod texts;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use crate::incident::Incident;
use crate::site::fingerprint;
use crate::site::index::Index;
use crate::site::page::groups::Common;
use crate::site::page::home::SiteContext;
use crate::site::page::search::Found;
use crate::site::search::encode::{list, script};
use crate::site::search::postings::Postings;
use crate::site::theme::Theme;

/// Bytes after which a file of terms ends.
const SHARD: usize = 32 * 1024;
/// Reports described in one file.
const PER_FILE: usize = 50;

/// What reports can be filtered by, in the order in which it is offered.
pub(in crate::site) const FILTERS: [Common; 4] = [Common::Service, Common::Severity, Common::Year, Common::Kind];

/// The script, and the files of the index.
#[derive(Debug)]
pub(super) struct Search {
    /// Its script, seen from the root.
    pub(super) script: String,
    /// Paths seen from the root, with what stands there.
    files: Vec<(String, Vec<u8>)>,
}

/// The terms of the published reports in files, each with its first term.
pub(super) struct Shards(Vec<(String, IndexFile)>);

/// `search/index.js`: where everything is.
#[derive(Serialize)]
struct Table {
    /// How many reports there are.
    reports: usize,
    /// How many each file describes.
    per: usize,
    /// The files that describe reports.
    described: Vec<String>,
    /// The first term of each file of terms, and the file.
    terms: Vec<(String, String)>,
    /// The file that says which report has which service, severity, year, kind.
    filters: String,
}

impl Search {
    /// Of the published reports.
    pub(super) fn new(shards: Shards, context: &SiteContext<'_>, index: &Index<'_>, theme: &Theme) -> Self {
        let oldest_first = oldest_first(context);
        let mut files = Vec::new();
        let terms = shards.0.into_iter().map(|(first, file)| (first, keep(&mut files, file))).collect();
        let described = oldest_first.par_chunks(PER_FILE).enumerate().map(|(n, incidents)| {
            let shown = incidents.iter().filter_map(|incident| Some((incident, context.listed(incident)?)));
            file('r', n, &shown.map(|(incident, listed)| Found::new(incident, listed)).collect::<Vec<_>>())
        });
        let described: Vec<IndexFile> = described.collect();
        let described = described.into_iter().map(|file| keep(&mut files, file)).collect();
        let filters = keep(&mut files, file('f', 0, &filters(&oldest_first, index)));
        let table = Table { reports: oldest_first.len(), per: PER_FILE, described, terms, filters };
        files.push(("search/index.js".to_owned(), script("index", &table)));
        let own = format!("assets/search.{:08x}.js", fingerprint(theme.search.as_bytes()));
        files.push((own.clone(), theme.search.clone().into_bytes()));
        Self { script: own, files }
    }

    /// The paths with their numbers.
    pub(super) fn paths(&self) -> impl Iterator<Item = (usize, &str)> {
        self.files.iter().enumerate().map(|(n, (path, _))| (n, path.as_str()))
    }

    /// What stands at the path of a number.
    pub(super) fn bytes(&self, n: usize) -> Option<Vec<u8>> {
        self.files.get(n).map(|(_, bytes)| bytes.clone())
    }
}

impl Shards {
    /// Of the published reports; `None` where the site is to have no search.
    pub(super) fn of(context: &SiteContext<'_>) -> Option<Self> {
        context.config.site.search.then(|| {
            let shards = shards(&Postings::of(&oldest_first(context), context.internal));
            let files = shards.into_par_iter().enumerate();
            Self(files.map(|(n, (first, lines))| (first, file('t', n, &lines))).collect())
        })
    }
}

fn oldest_first<'a>(context: &SiteContext<'a>) -> Vec<&'a Incident> {
    context.incidents.iter().rev().copied().collect()
}

/// A file of the index: its name, and what stands in it.
struct IndexFile(String, Vec<u8>);

fn file(kind: char, n: usize, value: &impl Serialize) -> IndexFile {
    let name = format!("{kind}{n}.{:08x}", fingerprint(&script("", value)));
    let bytes = script(&name, value);
    IndexFile(name, bytes)
}

/// Adds a file and says its name.
fn keep(files: &mut Vec<(String, Vec<u8>)>, IndexFile(name, bytes): IndexFile) -> String {
    files.push((format!("search/{name}.js"), bytes));
    name
}

/// Lines of a term and three lists of reports: those with it in the title, in the head, elsewhere. Each shard with its first term.
fn shards(postings: &Postings) -> Vec<(String, String)> {
    let mut shards: Vec<(String, String)> = Vec::new();
    for (term, places) in &postings.terms {
        let of = |field: u32| {
            let numbers = places.iter().filter(|place| **place & 3 == field).map(|place| place >> 2);
            list(&numbers.collect::<Vec<_>>())
        };
        let line = format!("{term} {} {} {}", of(0), of(1), of(2));
        let line = line.trim_end();
        match shards.last_mut() {
            Some((_, lines)) if lines.len() + line.len() < SHARD => {
                lines.push('\n');
                lines.push_str(line);
            }
            _ => shards.push((term.to_string(), line.to_owned())),
        }
    }
    shards
}

/// For each filter and each of its values the reports that have it.
fn filters<'a>(oldest_first: &[&Incident], index: &'a Index<'_>) -> BTreeMap<&'static str, BTreeMap<&'a str, String>> {
    let numbers: HashMap<*const Incident, u32> =
        oldest_first.iter().map(|incident| std::ptr::from_ref(*incident)).zip(0_u32..).collect();
    let reports = |incidents: &[&Incident]| {
        let found = incidents.iter().filter_map(|incident| numbers.get(&std::ptr::from_ref(*incident)).copied());
        let mut found: Vec<u32> = found.collect();
        found.sort_unstable();
        list(&found)
    };
    let values = |common: Common| {
        index.groups(common).iter().map(|group| (group.slug.as_str(), reports(&group.incidents))).collect()
    };
    FILTERS.into_iter().map(|common| (common.filter(), values(common))).collect()
}
