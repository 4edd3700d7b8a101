//! The page that searches, the lists one can browse instead, and a report as the index describes it.

use serde::Serialize;

use crate::incident::Incident;
use crate::site::index::Index;
use crate::site::page::Frame;
use crate::site::page::facts::description;
use crate::site::page::groups::{Common, Group};
use crate::site::page::home::{Listed, SiteContext};
use crate::site::search::FILTERS;

/// Groups listed before the rest is left to the page of them all.
const LISTED: usize = 8;
/// Characters of a report's first sentence under its title.
const SNIPPET: usize = 160;

/// The view of `search.html`.
#[derive(Debug, Serialize)]
pub struct SearchPage<'a> {
    frame: Frame<'a>,
    description: &'a str,
    choices: Vec<Choice>,
    browse: Vec<Browse>,
}

/// A filter and what can be chosen.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    name: &'static str,
    label: String,
    options: Vec<Link>,
}

/// Some groups of a kind.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct Browse {
    heading: String,
    links: Vec<Link>,
    /// The page of them all, and its name with how many there are.
    all: Option<(String, String)>,
}

/// One group.
#[derive(Debug, Clone, Serialize)]
struct Link {
    name: String,
    href: String,
    /// The filter with which the search page shows the same reports.
    filter: &'static str,
    value: String,
    count: usize,
}

impl<'a> SearchPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "search.html";

    pub(in crate::site) fn new(context: &SiteContext<'a>, frame: Frame<'a>, index: &Index<'_>) -> Self {
        let choice = |common: Common| Choice {
            name: common.filter(),
            label: heading(context, common),
            options: index.groups(common).iter().map(|group| link(common, group)).collect(),
        };
        Self {
            frame,
            description: context.words.get("search_lead"),
            choices: FILTERS.into_iter().map(choice).filter(|choice| !choice.options.is_empty()).collect(),
            browse: browse(context, index),
        }
    }
}

/// The lists one can browse: the services with most reports, the worst severities, the newest years, the kinds.
pub(in crate::site) fn browse(context: &SiteContext<'_>, index: &Index<'_>) -> Vec<Browse> {
    let list = |common: Common| {
        let mut links: Vec<Link> = index.groups(common).iter().map(|group| link(common, group)).collect();
        if common == Common::Service {
            links.sort_by_key(|link| std::cmp::Reverse(link.count));
        }
        let all = (links.len() > LISTED).then(|| {
            let count = links.len().to_string();
            (format!("{}.html", common.folder()), context.words.fill("browse_all", &[("n", &count)]))
        });
        links.truncate(LISTED);
        Browse { heading: heading(context, common), links, all }
    };
    FILTERS.into_iter().map(list).filter(|list| !list.links.is_empty()).collect()
}

fn heading(context: &SiteContext<'_>, common: Common) -> String {
    let name = match common {
        Common::Severity => "f_severity",
        Common::Year => "f_year",
        Common::Kind => "f_kind",
        _ => "f_service",
    };
    context.words.get(name).to_owned()
}

fn link(common: Common, group: &Group<'_>) -> Link {
    Link {
        name: group.name.clone(),
        href: format!("{}/{}.html", common.folder(), group.slug),
        filter: common.filter(),
        value: group.slug.clone(),
        count: group.incidents.len(),
    }
}

/// A report as the script lists it; an array, as names would weigh more than values.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct Found(
    /// Address without folder and ending.
    String,
    /// Title.
    String,
    /// Its language where it is not the site's.
    String,
    /// Day, for programs.
    String,
    /// Day, for people.
    String,
    /// Rank of its severity; 0 for none.
    usize,
    /// Name of its severity.
    String,
    /// Kind, where it is not an incident.
    String,
    /// Services.
    String,
    /// How long it took.
    String,
    /// Its first words.
    String,
);

impl Found {
    /// Of a report and how lists show it.
    pub(in crate::site) fn new(incident: &Incident, listed: &Listed) -> Self {
        let said = description(incident);
        let mut snippet: String = said.chars().take(SNIPPET).collect();
        if snippet.len() < said.len() {
            let end = snippet.rfind(' ').unwrap_or(snippet.len());
            snippet.truncate(end);
            snippet.push('…');
        }
        // Without a summary the title would stand twice.
        let snippet = if snippet == listed.title || said == incident.name() { String::new() } else { snippet };
        Self(
            incident.address().into_owned(),
            listed.title.clone(),
            listed.lang.clone().unwrap_or_default(),
            listed.datetime.clone().unwrap_or_default(),
            listed.date.clone(),
            listed.severity.as_ref().map_or(0, |severity| severity.rank),
            listed.severity.as_ref().map(|severity| severity.name.clone()).unwrap_or_default(),
            listed.kind.clone().unwrap_or_default(),
            listed.services.clone(),
            listed.long.clone(),
            snippet,
        )
    }
}
