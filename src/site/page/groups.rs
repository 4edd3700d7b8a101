//! Reports that have something in common: a service, a tag, a cause, a year, a month.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use crate::incident::Incident;
use crate::incident::facts::Kind;
use crate::site::markdown::plain;
use crate::site::page::home::{SiteContext, day};
use crate::site::page::{kind_name, severity};
use crate::trends::causes::Cause;

/// What reports of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) enum Common {
    /// A service that was hit.
    Service,
    /// A tag.
    Tag,
    /// What they give as their cause.
    Cause,
    /// The year.
    Year,
    /// The month, whatever the year.
    Month,
    /// The severity, where the configuration knows it.
    Severity,
    /// The kind.
    Kind,
}

impl Common {
    pub(in crate::site) const ALL: [Self; 7] =
        [Self::Service, Self::Tag, Self::Cause, Self::Year, Self::Month, Self::Severity, Self::Kind];

    /// The folder of its pages, which is also the name of the page that lists them and of its texts.
    pub(in crate::site) fn folder(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::Tag => "tags",
            Self::Cause => "causes",
            Self::Year => "years",
            Self::Month => "anniversaries",
            Self::Severity => "severities",
            Self::Kind => "kinds",
        }
    }

    /// Its name in an address with filters: `search.html?service=mail`.
    pub(in crate::site) fn filter(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Tag => "tag",
            Self::Cause => "cause",
            Self::Year => "year",
            Self::Month => "month",
            Self::Severity => "severity",
            Self::Kind => "kind",
        }
    }

    /// The text that names the pages of all its groups.
    pub(in crate::site) fn nav(self) -> &'static str {
        match self {
            Self::Service => "nav_services",
            Self::Tag => "nav_tags",
            Self::Cause => "nav_causes",
            Self::Year => "nav_years",
            Self::Month => "nav_anniversaries",
            Self::Severity => "nav_severities",
            Self::Kind => "nav_kinds",
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

/// The causes that reports share, in their order.
pub(in crate::site) fn of_causes<'a>(causes: &[Cause], incidents: &[&'a Incident]) -> Vec<Group<'a>> {
    let mut taken = BTreeSet::new();
    let group = |cause: &Cause| {
        let reports = cause.reports.iter().filter_map(|place| incidents.get(*place).copied());
        let name = plain(&cause.name);
        Group { slug: free_slug(&name, &mut taken), name, incidents: reports.collect() }
    };
    causes.iter().map(group).collect()
}

/// The groups of reports, by name; years newest first. Letter case makes no two services of one.
pub(in crate::site) fn groups<'a>(
    common: Common,
    incidents: &[&'a Incident],
    context: &SiteContext<'_>,
) -> Vec<Group<'a>> {
    let mut by_key: BTreeMap<String, (String, Vec<&'a Incident>)> = BTreeMap::new();
    for incident in incidents {
        let keys: BTreeMap<String, String> = names(common, incident, context).into_iter().collect();
        for (key, name) in keys {
            by_key.entry(key).or_insert_with(|| (name, Vec::new())).1.push(incident);
        }
    }
    let mut taken = BTreeSet::new();
    let mut groups: Vec<Group<'a>> = by_key
        .into_iter()
        .map(|(key, (name, incidents))| Group {
            name,
            slug: free_slug(without_rank(common, &key), &mut taken),
            incidents,
        })
        .collect();
    match common {
        Common::Year => groups.reverse(),
        Common::Month => groups
            .iter_mut()
            .for_each(|group| group.incidents.sort_by_key(|incident| day(incident).map(|day| day.day()))),
        Common::Service | Common::Tag | Common::Cause | Common::Severity | Common::Kind => {}
    }
    groups
}

/// What a report has, each with the key it is sorted by.
fn names(common: Common, incident: &Incident, context: &SiteContext<'_>) -> Vec<(String, String)> {
    let (internal, words) = (context.internal, context.words);
    let named = |name: &str| {
        let name = name.trim();
        (!name.is_empty()).then(|| (name.to_lowercase(), name.to_owned()))
    };
    match common {
        Common::Service => {
            let services = incident.facts.services.iter().filter(|service| internal || !service.internal);
            services.filter_map(|service| named(&service.name.value)).collect()
        }
        // No report alone has a cause in common; see `of_causes`.
        Common::Cause => Vec::new(),
        Common::Tag => incident.facts.tags.iter().filter_map(|tag| named(&tag.value)).collect(),
        Common::Year => day(incident).iter().filter_map(|day| named(&day.year().to_string())).collect(),
        // What was taken back is no day to remember.
        Common::Month if incident.is_withdrawn() => Vec::new(),
        Common::Month => {
            let month = |day: chrono::NaiveDate| {
                let name = words.months().get(day.month0() as usize).cloned().unwrap_or_default();
                (format!("{:02}", day.month()), name)
            };
            day(incident).into_iter().map(month).collect()
        }
        Common::Severity => {
            let name = incident.facts.severity.as_ref().map_or("", |severity| severity.value.trim());
            let rank = context.config.severities.rank(name);
            let shown = severity(incident, context.config, words);
            rank.zip(shown)
                .map(|(rank, shown)| (format!("{rank:03} {}", name.to_lowercase()), shown.name))
                .into_iter()
                .collect()
        }
        Common::Kind => {
            let key = match incident.kind() {
                Kind::Incident => "001 incident",
                Kind::NearMiss => "002 near-miss",
                Kind::Maintenance => "003 maintenance",
            };
            vec![(key.to_owned(), words.get(kind_name(incident)).to_owned())]
        }
    }
}

/// A key as it stands in addresses. Severities and kinds have a number before it, which sorts them.
fn without_rank(common: Common, key: &str) -> &str {
    match common {
        Common::Severity | Common::Kind => key.split_once(' ').map_or(key, |(_, name)| name),
        _ => key,
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
