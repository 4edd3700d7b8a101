//! Reports that have something in common: a service, a tag, a year, a month.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use crate::incident::Incident;
use crate::site::page::home::day;
use crate::site::words::Words;

/// What reports of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) enum Common {
    /// A service that was hit.
    Service,
    /// A tag.
    Tag,
    /// The year.
    Year,
    /// The month, whatever the year.
    Month,
}

impl Common {
    pub(in crate::site) const ALL: [Self; 4] = [Self::Service, Self::Tag, Self::Year, Self::Month];

    /// The folder of its pages, which is also the name of the page that lists them and of its texts.
    pub(in crate::site) fn folder(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::Tag => "tags",
            Self::Year => "years",
            Self::Month => "anniversaries",
        }
    }

    /// Whether its groups have feeds. Nobody waits for news of a month that is over.
    pub(in crate::site) fn is_followed(self) -> bool {
        !matches!(self, Self::Year | Self::Month)
    }
}

/// A group of reports.
#[derive(Debug)]
pub(in crate::site) struct Group<'a> {
    /// Its name.
    pub(in crate::site) name: String,
    /// Its name in addresses.
    pub(in crate::site) slug: String,
    /// Its reports, newest first; those of a month by day.
    pub(in crate::site) incidents: Vec<&'a Incident>,
}

/// The groups of reports, by name; years newest first. Letter case makes no two services of one.
pub(in crate::site) fn groups<'a>(
    common: Common,
    incidents: &[&'a Incident],
    internal: bool,
    words: &Words,
) -> Vec<Group<'a>> {
    let mut by_key: BTreeMap<String, (String, Vec<&'a Incident>)> = BTreeMap::new();
    for incident in incidents {
        let keys: BTreeMap<String, String> = names(common, incident, internal, words).into_iter().collect();
        for (key, name) in keys {
            by_key.entry(key).or_insert_with(|| (name, Vec::new())).1.push(incident);
        }
    }
    let mut taken = BTreeSet::new();
    let mut groups: Vec<Group<'a>> = by_key
        .into_iter()
        .map(|(key, (name, incidents))| Group { name, slug: free_slug(&key, &mut taken), incidents })
        .collect();
    match common {
        Common::Year => groups.reverse(),
        Common::Month => groups
            .iter_mut()
            .for_each(|group| group.incidents.sort_by_key(|incident| day(incident).map(|day| day.day()))),
        Common::Service | Common::Tag => {}
    }
    groups
}

/// What a report has, each with the key it is sorted by.
fn names(common: Common, incident: &Incident, internal: bool, words: &Words) -> Vec<(String, String)> {
    let named = |name: &str| {
        let name = name.trim();
        (!name.is_empty()).then(|| (name.to_lowercase(), name.to_owned()))
    };
    match common {
        Common::Service => {
            let services = incident.facts.services.iter().filter(|service| internal || !service.internal);
            services.filter_map(|service| named(&service.name.value)).collect()
        }
        Common::Tag => incident.facts.tags.iter().filter_map(|tag| named(&tag.value)).collect(),
        Common::Year => day(incident).iter().filter_map(|day| named(&day.year().to_string())).collect(),
        Common::Month => {
            let month = |day: chrono::NaiveDate| {
                let name = words.months().get(day.month0() as usize).cloned().unwrap_or_default();
                (format!("{:02}", day.month()), name)
            };
            day(incident).into_iter().map(month).collect()
        }
    }
}

/// A name in an address: letters, digits and hyphens, and no two alike.
fn free_slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = slug(name);
    let mut free = slug.clone();
    let mut n = 2;
    while !taken.insert(free.clone()) {
        free = format!("{slug}-{n}");
        n += 1;
    }
    free
}

fn slug(name: &str) -> String {
    let spaced: String =
        name.to_lowercase().chars().take(60).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let slug = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses_that_never_meet() {
        let mut taken = BTreeSet::new();
        let slugs: Vec<String> =
            ["API", "C++", "C#", "../etc", "***", "Größe"].iter().map(|name| free_slug(name, &mut taken)).collect();
        assert_eq!(slugs, ["api", "c", "c-2", "etc", "unnamed", "größe"]);
    }
}
