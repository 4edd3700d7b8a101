//! Trends: every incident drawn, quarters by year and by service, who found it, how soon word came, what became of actions and answers.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Duration};
use serde::Serialize;

use crate::checklist::item::Item;
use crate::incident::Incident;
use crate::incident::facts::DetectedBy;
use crate::site::figure::dots::{self, Dot};
use crate::site::figure::strips::{Strip, StripRow, Strips, parts, squares, strips};
use crate::site::markdown::plain;
use crate::site::page::home::{SiteContext, href};
use crate::site::page::seen::Seen;
use crate::site::page::{Frame, severity};
use crate::trends::actions::{ActionNumbers, Counts};
use crate::trends::answers::{Answers, Tally};
use crate::trends::{Timed, Trends, quartiles};

/// Rows of the table under the figure; the others are on the pages of their years.
const TABLE: usize = 60;
/// Years and services with a strip of their own.
const STRIPS: usize = 12;

/// The view of `trends.html`.
#[derive(Debug, Serialize)]
pub struct TrendsPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: String,
    untimed: Option<String>,
    dots: Option<String>,
    dots_title: String,
    dots_label: String,
    many: bool,
    rows: Vec<Row>,
    rest: Option<String>,
    long_title: String,
    years: Option<Strips>,
    services: Option<Strips>,
    more_services: Option<String>,
    until: Option<Strips>,
    until_title: String,
    found: Vec<StripRow>,
    found_title: String,
    filled: Option<String>,
    found_note: Option<String>,
    actions: Vec<StripRow>,
    actions_title: String,
    scores: Vec<StripRow>,
}

/// An incident in the table.
#[derive(Debug, Clone, Serialize)]
struct Row {
    title: String,
    href: String,
    date: String,
    severity: Option<String>,
    lasted: String,
    found: Option<String>,
}

impl<'a> TrendsPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "trends.html";

    pub(in crate::site) fn new(
        context: &SiteContext<'a>,
        frame: Frame<'a>,
        trends: &Trends<'_>,
        actions: &ActionNumbers<'_>,
        answers: &Answers,
    ) -> Self {
        let words = context.words;
        let dots: Vec<Dot> = trends.timed.iter().map(|timed| dot(timed, context)).collect();
        let drawn = dots::draw(&dots, words);
        let newest = trends.timed.iter().rev();
        let rest = trends.timed.len().saturating_sub(TABLE);
        let (services, more) = by_service(trends, context);
        let until = [("tr_until_noticed", &trends.until_noticed), ("tr_until_told", &trends.until_told)];
        // How long it lasted is drawn already; alone it would say nothing new.
        let parts = until.iter().any(|(_, values)| !values.is_empty());
        let lasted: Vec<Duration> = trends.timed.iter().map(|timed| timed.lasted).collect();
        let until = until.into_iter().chain([("tr_until_over", &lasted)]).map(|(name, values)| Strip {
            name: words.get(name).to_owned(),
            values: values.iter().map(|value| (*value, 0)).collect(),
        });
        Self {
            frame,
            title: words.get("nav_trends"),
            description: lead(trends, context),
            untimed: (trends.untimed > 0).then(|| words.count("tr_untimed", trends.untimed)),
            many: !drawn.as_deref().unwrap_or_default().contains("<title>"),
            dots_title: extremes(trends, context),
            dots_label: words.fill(
                "tr_dots_label",
                &[
                    ("incidents", &words.count("n_incidents", trends.timed.len())),
                    ("extremes", &extremes(trends, context)),
                ],
            ),
            dots: drawn,
            rows: newest.take(TABLE).map(|timed| table_row(timed, context)).collect(),
            rest: (rest > 0).then(|| words.fill("tr_rest", &[("n", &rest.to_string())])),
            long_title: long_title(&lasted, context),
            years: strips(by_year(trends, context), words),
            services: strips(services, words),
            more_services: (more > 0).then(|| words.count("tr_more_services", more)),
            until: strips(until.filter(|_| parts).collect(), words),
            until_title: until_title(trends, context),
            found: found(trends, context),
            found_title: found_title(trends, context),
            filled: since(trends).map(|year| words.fill("tr_found_filled", &[("year", &year.to_string())])),
            found_note: (trends.found_by_unknown > 0).then(|| words.count("tr_found_unknown", trends.found_by_unknown)),
            actions: closed(actions, context),
            actions_title: words.fill(
                "tr_closed",
                &[("n", &actions.all.done.to_string()), ("all", &words.count("n_actions", actions.all.total()))],
            ),
            scores: scores(answers, context),
        }
    }
}

fn dot(timed: &Timed<'_>, context: &SiteContext<'_>) -> Dot {
    let words = context.words;
    let severity = severity(timed.incident, context.config, words);
    let day = timed.start.date_naive();
    let title = words.fill(
        "tr_dot",
        &[
            ("date", &words.date_short(day)),
            ("title", &name(timed.incident, context)),
            ("duration", &words.duration(timed.lasted)),
        ],
    );
    let title = severity.as_ref().map_or(title.clone(), |severity| format!("{title}, {}", severity.name));
    Dot { day, lasted: timed.lasted, rank: severity.map_or(0, |severity| severity.rank), title }
}

fn name(incident: &Incident, context: &SiteContext<'_>) -> String {
    plain(Seen::new(incident, context.internal).name())
}

/// How many since when; from four on the quarters, below them only that they are few.
fn lead(trends: &Trends<'_>, context: &SiteContext<'_>) -> String {
    let words = context.words;
    let Some(first) = trends.timed.first() else { return words.get("tr_none").to_owned() };
    let incidents = words.count("n_incidents", trends.timed.len());
    let year = first.start.year().to_string();
    let lengths: Vec<Duration> = trends.timed.iter().map(|timed| timed.lasted).collect();
    match quartiles(&lengths) {
        None => words.fill("tr_lead_few", &[("incidents", &incidents), ("year", &year)]),
        Some(quarters) => {
            let (median, upper) = (words.about(quarters.median), words.about(quarters.upper));
            words.fill("tr_lead", &[("incidents", &incidents), ("year", &year), ("median", &median), ("upper", &upper)])
        }
    }
}

fn extremes(trends: &Trends<'_>, context: &SiteContext<'_>) -> String {
    let words = context.words;
    let longest = trends.timed.iter().map(|timed| timed.lasted).max();
    let shortest = trends.timed.iter().map(|timed| timed.lasted).min();
    match (longest, shortest) {
        (Some(longest), Some(_)) if trends.timed.len() == 1 => {
            words.fill("tr_only", &[("duration", &words.duration(longest))])
        }
        (Some(longest), Some(shortest)) => {
            words.fill("tr_extremes", &[("longest", &words.duration(longest)), ("shortest", &words.duration(shortest))])
        }
        _ => String::new(),
    }
}

fn long_title(lengths: &[Duration], context: &SiteContext<'_>) -> String {
    let words = context.words;
    quartiles(lengths).map_or_else(
        || words.get("tr_few_title").to_owned(),
        |quarters| {
            let (from, to) = (words.about(quarters.lower), words.about(quarters.upper));
            words.fill("tr_half", &[("from", &from), ("to", &to)])
        },
    )
}

fn until_title(trends: &Trends<'_>, context: &SiteContext<'_>) -> String {
    let words = context.words;
    let median = |values: &[Duration]| quartiles(values).map(|quarters| words.about(quarters.median));
    match (median(&trends.until_noticed), median(&trends.until_told)) {
        (Some(noticed), Some(told)) => words.fill("tr_until_title", &[("noticed", &noticed), ("told", &told)]),
        (Some(noticed), None) => words.fill("tr_until_noticed_title", &[("noticed", &noticed)]),
        (None, Some(told)) => words.fill("tr_until_told_title", &[("told", &told)]),
        (None, None) => words.get("tr_few_title").to_owned(),
    }
}

fn table_row(timed: &Timed<'_>, context: &SiteContext<'_>) -> Row {
    let (words, incident) = (context.words, timed.incident);
    let how = incident.facts.detection.as_ref().and_then(|detection| detection.how.as_ref());
    Row {
        title: name(incident, context),
        href: href(incident),
        date: words.date_short(timed.start.date_naive()),
        severity: severity(incident, context.config, words).map(|severity| severity.name),
        lasted: words.duration(timed.lasted),
        found: how.map(|how| words.get(&format!("f_{}", how.value.word())).to_owned()),
    }
}

fn value(timed: &Timed<'_>, context: &SiteContext<'_>) -> (Duration, usize) {
    (timed.lasted, severity(timed.incident, context.config, context.words).map_or(0, |severity| severity.rank))
}

/// All of them, then the newest years.
fn by_year(trends: &Trends<'_>, context: &SiteContext<'_>) -> Vec<Strip> {
    let mut years: BTreeMap<i32, Vec<(Duration, usize)>> = BTreeMap::new();
    for timed in &trends.timed {
        years.entry(timed.start.year()).or_default().push(value(timed, context));
    }
    let all =
        Strip { name: context.words.get("tr_all").to_owned(), values: years.values().flatten().copied().collect() };
    let one = years.len() == 1;
    let years = years.into_iter().rev().take(STRIPS).filter(|_| !one);
    std::iter::once(all).chain(years.map(|(year, values)| Strip { name: year.to_string(), values })).collect()
}

/// The services with most incidents, and how many others there are. An incident counts for each service it touched.
fn by_service(trends: &Trends<'_>, context: &SiteContext<'_>) -> (Vec<Strip>, usize) {
    let mut services: BTreeMap<String, (String, Vec<(Duration, usize)>)> = BTreeMap::new();
    for timed in &trends.timed {
        let facts = &timed.incident.facts;
        let shown = facts.services.iter().filter(|service| context.internal || !service.internal);
        let names: BTreeMap<String, String> =
            shown.map(|service| service.name.value.trim()).map(|name| (name.to_lowercase(), name.to_owned())).collect();
        for (key, name) in names.into_iter().filter(|(key, _)| !key.is_empty()) {
            services.entry(key).or_insert_with(|| (name, Vec::new())).1.push(value(timed, context));
        }
    }
    let mut strips: Vec<Strip> = services.into_values().map(|(name, values)| Strip { name, values }).collect();
    // The sort is stable: names stay in their order.
    strips.sort_by_key(|strip| std::cmp::Reverse(strip.values.len()));
    let more = strips.len().saturating_sub(STRIPS);
    strips.truncate(STRIPS);
    (strips, more)
}

/// One row for each who found incidents; the later ones are filled where there are years enough to tell them apart.
fn found(trends: &Trends<'_>, context: &SiteContext<'_>) -> Vec<StripRow> {
    let words = context.words;
    let most = trends.found.values().map(Vec::len).max().unwrap_or(0);
    let since = since(trends);
    let row = |how: &DetectedBy| {
        let years = trends.found.get(how)?;
        let filled: Vec<bool> = years.iter().map(|year| since.is_none_or(|since| *year >= since)).collect();
        let late = filled.iter().filter(|late| **late).count();
        let range = since.map(|since| {
            let (before, late) = ((years.len() - late).to_string(), late.to_string());
            words.fill("tr_before_since", &[("before", &before), ("year", &since.to_string()), ("since", &late)])
        });
        Some(StripRow {
            name: words.get(&format!("found_{}", how.word())).to_owned(),
            note: String::new(),
            value: years.len().to_string(),
            range: range.unwrap_or_default(),
            svg: squares(&filled, most),
        })
    };
    DetectedBy::ALL.iter().filter_map(row).collect()
}

/// The year from which squares are filled: the third last with incidents, where there are more years than that.
fn since(trends: &Trends<'_>) -> Option<i32> {
    let mut years: Vec<i32> = trends.found.values().flatten().copied().collect();
    years.sort_unstable();
    years.dedup();
    years.len().checked_sub(3).filter(|at| *at > 0).and_then(|at| years.get(at)).copied()
}

fn found_title(trends: &Trends<'_>, context: &SiteContext<'_>) -> String {
    let all: usize = trends.found.values().map(Vec::len).sum();
    let monitoring = trends.found.get(&DetectedBy::Monitoring).map_or(0, Vec::len);
    context.words.fill("tr_found_title", &[("n", &monitoring.to_string()), ("all", &all.to_string())])
}

/// Classes and counts of action items as parts of a bar.
pub(in crate::site) fn states(counts: &Counts) -> String {
    parts(&[("p-done", counts.done), ("p-open", counts.open), ("p-late", counts.overdue), ("p-no", counts.declined)])
}

/// What became of the action items of each year's reports, the newest first.
fn closed(actions: &ActionNumbers<'_>, context: &SiteContext<'_>) -> Vec<StripRow> {
    let words = context.words;
    let row = |(year, counts): (&i32, &Counts)| {
        let late = (counts.overdue > 0).then(|| words.count("overdue", counts.overdue));
        StripRow {
            name: year.to_string(),
            note: words.count("n_actions", counts.total()),
            value: words.fill("tr_done", &[("n", &counts.done.to_string())]),
            range: late.unwrap_or_default(),
            svg: states(counts),
        }
    };
    actions.years.iter().rev().take(STRIPS).map(row).collect()
}

/// The answers to one question as parts of a bar.
pub(in crate::site) fn tally(tally: Tally) -> String {
    parts(&[("p-yes", tally.yes), ("p-vouched", tally.vouched), ("p-partly", tally.partly), ("p-none", tally.no)])
}

/// "9 yes, 1 partly, 2 no": what is not nought.
pub(in crate::site) fn tally_words(tally: Tally, context: &SiteContext<'_>) -> String {
    let named =
        [("tr_yes", tally.yes), ("tr_vouched", tally.vouched), ("tr_partly", tally.partly), ("tr_no", tally.no)];
    let said = named.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(name, count)| context.words.fill(name, &[("n", &count.to_string())])).collect::<Vec<_>>().join(", ")
}

fn scores(answers: &Answers, context: &SiteContext<'_>) -> Vec<StripRow> {
    let row = |item: &Item| {
        let of = answers.of(*item);
        StripRow {
            name: context.words.get(&format!("i_{}", item.word())).to_owned(),
            note: String::new(),
            value: String::new(),
            range: tally_words(of, context),
            svg: tally(of),
        }
    };
    let some = Item::ALL.iter().filter(|item| answers.of(**item).total() > 0);
    some.map(row).collect()
}
