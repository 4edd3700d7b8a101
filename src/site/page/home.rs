//! The home page: what goes on now, the newest reports, a calendar of the years, open promises.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use crate::incident::Incident;
use crate::incident::action_item::{ActionItem, Kept};
use crate::incident::instant::Precision;
use crate::site::index::Index;
use crate::site::markdown::{inline_in, plain};
use crate::site::page::facts::{moment, next_word};
use crate::site::page::search::{Browse, browse};
use crate::site::page::{Frame, Severity, is_felt, is_ongoing, severity};
use crate::site::targets::Pages;
use crate::site::words::{Words, offset};

/// Reports on one page of the list.
pub(in crate::site) const PER_PAGE: usize = 50;
/// A listed report names so many services; one more than that is named too.
const MOST_SERVICES: usize = 5;
/// Years of the calendar; the page of the years has all of them.
const YEARS: usize = 20;
/// Promises listed before the rest is counted.
const PROMISES: usize = 8;

/// The view of `home.html`.
#[derive(Debug, Serialize)]
pub struct HomePage<'a> {
    frame: Frame<'a>,
    description: String,
    first: bool,
    now: Vec<Now>,
    reports: Vec<&'a Listed>,
    calendar: Vec<Year>,
    months: Vec<(String, &'a str)>,
    browse: Vec<Browse>,
    promises: Vec<Open>,
    more_promises: Option<String>,
    newer: Option<String>,
    older: Option<String>,
    page_n: Option<String>,
}

/// An incident that goes on.
#[derive(Debug, Clone, Serialize)]
pub struct Now {
    title: String,
    lang: Option<String>,
    href: String,
    severity: Option<Severity>,
    since: Option<String>,
    next: Option<String>,
    last: Option<String>,
    last_html: Option<String>,
}

/// A report in the list.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    pub(in crate::site) title: String,
    pub(in crate::site) lang: Option<String>,
    pub(in crate::site) href: String,
    pub(in crate::site) datetime: Option<String>,
    pub(in crate::site) date: String,
    pub(in crate::site) severity: Option<Severity>,
    pub(in crate::site) kind: Option<String>,
    pub(in crate::site) services: String,
    pub(in crate::site) open: Option<String>,
    pub(in crate::site) overdue: Option<String>,
    pub(in crate::site) long: String,
}

/// A year of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct Year {
    year: i32,
    months: Vec<Option<Month>>,
}

/// A month with reports.
#[derive(Debug, Clone, Serialize)]
pub struct Month {
    count: usize,
    rank: usize,
    href: String,
    label: String,
}

/// A promise or an action that is open.
#[derive(Debug, Clone, Serialize)]
pub struct Open {
    due: String,
    late: bool,
    html: String,
    href: String,
    title: String,
    #[serde(skip)]
    date: NaiveDate,
}

/// What the pages over many reports are made from.
pub(in crate::site) struct SiteContext<'a> {
    /// The published reports, newest first.
    pub(in crate::site) incidents: &'a [&'a Incident],
    pub(in crate::site) config: &'a crate::config::Config,
    pub(in crate::site) words: &'a Words,
    pub(in crate::site) today: NaiveDate,
    pub(in crate::site) internal: bool,
    /// Where links lead.
    pub(in crate::site) pages: Pages<'a>,
    /// How lists show the reports, by path. A report stands in half a dozen lists: in its services, its year, its severity.
    pub(in crate::site) listed: &'a HashMap<&'a str, Listed>,
}

impl<'a> SiteContext<'a> {
    /// A text of a report that stands inside a line, as HTML.
    pub(in crate::site) fn inline(&self, incident: &Incident, text: &str) -> String {
        inline_in(text, &self.pages.of_list(incident))
    }

    /// A report as lists show it.
    pub(in crate::site) fn listed(&self, incident: &Incident) -> Option<&'a Listed> {
        self.listed.get(incident.source.path.as_str())
    }
}

impl<'a> HomePage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "home.html";

    /// Page `n` of the list, from 0.
    pub(in crate::site) fn new(context: &SiteContext<'a>, frame: Frame<'a>, n: usize, index: &Index<'_>) -> Self {
        let words = context.words;
        let pages = context.incidents.len().div_ceil(PER_PAGE).max(1);
        let first = n == 0;
        let mut promises = if first { open_promises(context) } else { Vec::new() };
        let more = promises.len().saturating_sub(PROMISES);
        promises.truncate(PROMISES);
        let href = |page: usize| if page == 0 { "index.html".to_owned() } else { format!("page-{}.html", page + 1) };
        let going_on = context.incidents.iter().filter(|incident| first && is_ongoing(incident));
        let page = context.incidents.iter().skip(n * PER_PAGE).take(PER_PAGE);
        Self {
            frame,
            description: context.config.site.description.clone().unwrap_or_else(|| words.get("home_lead").to_owned()),
            first,
            now: going_on.map(|incident| now(incident, context)).collect(),
            reports: page.filter_map(|incident| context.listed(incident)).collect(),
            calendar: if first { calendar(context) } else { Vec::new() },
            months: words.months_short().iter().map(|name| (name.chars().take(1).collect(), name.as_str())).collect(),
            browse: if first { browse(context, index) } else { Vec::new() },
            promises,
            more_promises: (more > 0).then(|| words.fill("more_promises", &[("n", &more.to_string())])),
            newer: (n > 0).then(|| href(n - 1)),
            older: (n + 1 < pages).then(|| href(n + 1)),
            page_n: (pages > 1)
                .then(|| words.fill("page_n", &[("n", &(n + 1).to_string()), ("m", &pages.to_string())])),
        }
    }
}

/// The address of a report, seen from the root.
pub(in crate::site) fn href(incident: &Incident) -> String {
    format!("reports/{}.html", incident.address())
}

/// The language of a report where it is not the site's.
pub(in crate::site) fn lang(incident: &Incident, context: &SiteContext<'_>) -> Option<String> {
    let own = incident.facts.lang.as_ref().map(|lang| lang.value.clone());
    own.filter(|own| *own != context.words.tag)
}

/// The day a report is listed under.
pub(in crate::site) fn day(incident: &Incident) -> Option<NaiveDate> {
    let start = incident.start().or(incident.facts.detected.as_ref()).or(incident.facts.published.as_ref());
    let named = || crate::incident::instant::find_date(&incident.id, None);
    start
        .map(|at| at.at.date_naive())
        .or_else(named)
        .or_else(|| incident.timeline().iter().find_map(|row| row.at.as_ref()).map(|at| at.at.date_naive()))
        // Of a report that was withdrawn nothing else may be left.
        .or_else(|| incident.facts.corrections.iter().find_map(|row| row.at.as_ref()).map(|at| at.at.date_naive()))
}

fn now(incident: &Incident, context: &SiteContext<'_>) -> Now {
    let words = context.words;
    let updates = incident.facts.updates.iter().filter(|update| context.internal || !update.internal);
    let last = updates.rev().find(|update| update.at.is_some());
    Now {
        title: plain(incident.name()),
        lang: lang(incident, context),
        href: href(incident),
        severity: severity(incident, context.config, words),
        since: incident.start().map(|start| words.fill("since", &[("time", &zoned(start, words))])),
        next: last
            .and_then(|update| update.next.as_ref())
            .map(|at| next_word(at, &zoned(at, words), context.today, words)),
        last: last
            .and_then(|update| update.at.as_ref())
            .map(|at| words.fill("last_word", &[("time", &zoned(at, words))])),
        last_html: last.and_then(|update| update.text.as_ref()).map(|text| context.inline(incident, &text.value)),
    }
}

/// `24 November 2026, 08:40 (UTC+1)`: here no fact sheet beside it says the zone.
fn zoned(at: &crate::incident::instant::Instant, words: &Words) -> String {
    let told = moment(at, words);
    if at.precision == Precision::Day { told } else { format!("{told} ({})", offset(&at.at)) }
}

/// A list without checkboxes, states or dates says nothing of being open.
pub(in crate::site) fn is_promised(item: &ActionItem) -> bool {
    item.status.is_some() || item.due.is_some()
}

/// A report as a list shows it.
pub(in crate::site) fn listed(incident: &Incident, context: &SiteContext<'_>) -> Listed {
    let words = context.words;
    let date = day(incident);
    let items: Vec<_> = incident.action_items().iter().filter(|item| context.internal || !item.internal).collect();
    let open = items.iter().filter(|item| item.is_open() && is_promised(item)).count();
    let overdue = items.iter().filter(|item| item.is_overdue(context.today)).count();
    let kind = (!is_felt(incident)).then(|| words.get("kind_near-miss").to_owned());
    let exact = |at: &&crate::incident::instant::Instant| at.precision != Precision::Day;
    let long = match (incident.start().filter(exact), incident.end().filter(exact)) {
        _ if incident.is_withdrawn() => words.get("status_withdrawn").to_owned(),
        _ if is_ongoing(incident) => words.get("status_ongoing").to_owned(),
        _ if !is_felt(incident) => words.get("not_felt").to_owned(),
        (Some(start), Some(end)) if end.at >= start.at => words.duration(end.at - start.at),
        _ => String::new(),
    };
    Listed {
        title: plain(incident.name()),
        lang: lang(incident, context),
        href: href(incident),
        datetime: date.map(|date| date.to_string()),
        date: date.map(|date| words.date_short(date)).unwrap_or_default(),
        severity: severity(incident, context.config, words),
        kind,
        services: services(incident, context),
        open: (open > 0).then(|| words.count("actions_open", open)),
        overdue: (overdue > 0).then(|| words.count("overdue", overdue)),
        long,
    }
}

/// The first services by name; of many, how many more.
fn services(incident: &Incident, context: &SiteContext<'_>) -> String {
    let shown = incident.facts.services.iter().filter(|service| context.internal || !service.internal);
    let names: Vec<&str> = shown.map(|service| service.name.value.as_str()).collect();
    match names.get(..MOST_SERVICES) {
        Some(first) if names.len() > MOST_SERVICES + 1 => {
            let more = (names.len() - MOST_SERVICES).to_string();
            format!("{} {}", first.join(", "), context.words.fill("and_more", &[("n", &more)]))
        }
        _ => names.join(", "),
    }
}

/// Years downwards, months across; a cell leads to the report of its month, or to the year where it has several.
fn calendar(context: &SiteContext<'_>) -> Vec<Year> {
    let mut months: BTreeMap<(i32, u32), Vec<&Incident>> = BTreeMap::new();
    for incident in context.incidents.iter().filter(|incident| !incident.is_withdrawn()) {
        if let Some(day) = day(incident) {
            months.entry((day.year(), day.month())).or_default().push(incident);
        }
    }
    let mut years: Vec<i32> = months.keys().map(|(year, _)| *year).collect();
    years.dedup();
    let month = |year: i32, month: u32| {
        let incidents = months.get(&(year, month))?;
        let first = incidents.first()?;
        let ranks = incidents
            .iter()
            .filter_map(|incident| severity(incident, context.config, context.words))
            .map(|severity| severity.rank);
        let name = context.words.months_short().get(month as usize - 1).cloned().unwrap_or_default();
        let named = incidents.iter().map(|incident| plain(incident.name())).collect::<Vec<_>>().join("; ");
        // A long list of titles in every cell would weigh more than the page.
        let label = if incidents.len() > 3 { format!("{name} {year}") } else { format!("{name} {year}: {named}") };
        // One report is a click away; several stand on the page of their year.
        let href = if incidents.len() == 1 { href(first) } else { format!("years/{year}.html") };
        Some(Month { count: incidents.len(), rank: ranks.min().unwrap_or(0), href, label })
    };
    years
        .into_iter()
        .rev()
        .take(YEARS)
        .map(|year| Year { year, months: (1..=12).map(|m| month(year, m)).collect() })
        .collect()
}

/// What was promised, and action items with a date: overdue first, then by date.
fn open_promises(context: &SiteContext<'_>) -> Vec<Open> {
    let words = context.words;
    let mut open = Vec::new();
    for incident in context.incidents {
        let mut push = |html: String, date: NaiveDate| {
            let late = date < context.today;
            let name = if late { "overdue_since" } else { "due_by" };
            let due = words.fill(name, &[("date", &words.date_short(date))]);
            open.push(Open { due, late, html, href: href(incident), title: plain(incident.name()), date });
        };
        for promise in incident.facts.promises.iter().filter(|promise| context.internal || !promise.internal) {
            let kept = matches!(&promise.kept, Some(Kept::At(_)))
                || matches!(&promise.kept, Some(Kept::Said(said)) if said.value);
            if let Some(date) = promise.due.as_ref().and_then(|due| due.date).filter(|_| !kept) {
                push(context.inline(incident, &promise.what.value), date);
            }
        }
        for item in incident.action_items().iter().filter(|item| item.is_open() && (context.internal || !item.internal))
        {
            if let Some(date) = item.due.as_ref().and_then(|due| due.date) {
                push(context.inline(incident, &item.action.value), date);
            }
        }
    }
    open.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.html.cmp(&b.html)));
    open
}
