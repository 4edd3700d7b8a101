//! What several reports give as their cause.
//!
//! Two reports share a cause where their writers say so: one is a repeat of the other (`repeat_of`), or both name the same trigger, root
//! cause or contributing factor in the same words. Nothing is guessed from tags, services or wording that is only alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::incident::Incident;
use crate::incident::facts::Text;
use crate::incident::headings::Meaning;
use crate::source::Spanned;

/// A cause that two or more reports share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Its name as Markdown: the words that the reports share, or the title of the first of those that are repeats.
    pub name: String,
    /// Whether the reports say that they are repeats of each other; else they use the same words.
    pub repeats: bool,
    /// Its reports as places in the list that it was made from, in the list's order.
    pub reports: Vec<usize>,
}

/// Longer texts tell a story; no two reports tell it in the same words.
const LONGEST: usize = 160;

/// The causes that published reports, newest first, share; those of most reports first. `shown` gives a text that the site's readers may
/// see, `name` a report's title.
pub fn causes<'a>(
    incidents: &[&'a Incident],
    shown: impl Fn(&'a Incident, &Text) -> bool,
    name: impl Fn(&'a Incident) -> String,
) -> Vec<Cause> {
    let mut by_words: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (place, incident) in incidents.iter().enumerate() {
        let texts = named(incident).into_iter().filter(|text| shown(incident, text));
        let keys: BTreeMap<String, String> =
            texts.filter_map(|text| Some((key(&text.value)?, text.value.trim().to_owned()))).collect();
        for (key, words) in keys {
            let (first, reports) = by_words.entry(key).or_insert_with(|| (String::new(), Vec::new()));
            // The oldest report's spelling stays when later ones come.
            *first = words;
            reports.push(place);
        }
    }
    let shared = by_words.into_values().filter(|(_, reports)| reports.len() > 1);
    let mut causes: Vec<Cause> = shared.map(|(name, reports)| Cause { name, repeats: false, reports }).collect();
    let chains = chains(incidents).into_iter().filter_map(|reports| {
        let oldest = incidents.get(*reports.last()?)?;
        Some(Cause { name: name(oldest), repeats: true, reports })
    });
    causes.extend(chains);
    causes.sort_by(|a, b| b.reports.len().cmp(&a.reports.len()).then_with(|| a.name.cmp(&b.name)));
    causes
}

/// The texts in which a report names a cause.
fn named(incident: &Incident) -> Vec<Text> {
    let facts = &incident.facts;
    let mut texts: Vec<Text> =
        facts.trigger.iter().chain(&facts.root_cause).chain(&facts.contributing_factors).cloned().collect();
    if facts.contributing_factors.is_empty() {
        for section in incident.body.sections_of(Meaning::ContributingFactors) {
            texts.extend(items(incident.source.slice(&section.whole), section.whole.start));
        }
    }
    texts
}

/// The one-line items of a list in Markdown.
fn items(text: &str, start: usize) -> impl Iterator<Item = Text> {
    text.split_inclusive('\n')
        .scan(start, |at, line| {
            let from = *at;
            *at += line.len();
            Some((from, line))
        })
        .filter_map(|(from, line)| {
            let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "))?;
            let span = from + (line.len() - item.len())..from + line.trim_end().len();
            Some(Spanned::new(item.trim().to_owned(), span))
        })
}

/// What makes two texts the same: letters and digits in their order; not case, spaces or marks.
fn key(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Reports that are repeats of each other, each chain in the list's order.
fn chains(incidents: &[&Incident]) -> Vec<Vec<usize>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, incident) in incidents.iter().enumerate() {
        places.entry(incident.id.as_str()).or_insert(place);
    }
    let mut linked: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (place, incident) in incidents.iter().enumerate() {
        for id in &incident.facts.repeat_of {
            if let Some(other) = places.get(id.value.as_str()).filter(|other| **other != place) {
                linked.entry(place).or_default().insert(*other);
                linked.entry(*other).or_default().insert(place);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut chains = Vec::new();
    for start in linked.keys() {
        let mut chain = BTreeSet::new();
        let mut next = vec![*start];
        while let Some(place) = next.pop() {
            if seen.insert(place) {
                chain.insert(place);
                next.extend(linked.get(&place).into_iter().flatten());
            }
        }
        if chain.len() > 1 {
            chains.push(chain.into_iter().collect());
        }
    }
    chains
}
