//! Every action item: what is open, overdue ones first; what became of the others; who has how many, and what for.

use serde::Serialize;

use chrono::Datelike as _;

use crate::incident::Incident;
use crate::incident::action_item::{ActionItem, ActionStatus};
use crate::site::figure::strips::parts;
use crate::site::markdown::plain;
use crate::site::page::Frame;
use crate::site::page::home::{SiteContext, day, href, is_promised};
use crate::site::page::pager::{PER_PAGE, Pager};
use crate::site::page::seen::Seen;
use crate::site::page::trends::states;
use crate::site::words::Words;
use crate::trends::actions::{AGES, ActionNumbers, Counted, Counts};

/// Owners named before the rest is left to the list.
const OWNERS: usize = 20;
/// Done and declined items, and reports with nothing preventive, that are listed.
const LATEST: usize = 10;

/// The view of `actions.html`.
#[derive(Debug, Serialize)]
pub struct ActionsPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: String,
    first: bool,
    share: String,
    key: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    pager: Pager,
    ages: Vec<Age>,
    owners: Vec<Share>,
    more_owners: Option<String>,
    kinds: Vec<Share>,
    done: Vec<Row>,
    declined: Vec<Row>,
    idle: Vec<Idle>,
    more_idle: Option<String>,
}

/// Overdue items of an age.
#[derive(Debug, Clone, Serialize)]
struct Age {
    name: String,
    count: usize,
    svg: String,
}

/// What became of the items of an owner, or of those with a purpose.
#[derive(Debug, Clone, Serialize)]
struct Share {
    name: Option<String>,
    overdue: usize,
    open: usize,
    done: usize,
    declined: usize,
}

/// A report with nothing preventive.
#[derive(Debug, Clone, Serialize)]
struct Idle {
    title: String,
    href: String,
    date: String,
}

/// An action item.
#[derive(Debug, Clone, Serialize)]
struct Row {
    html: String,
    owner: Option<String>,
    purpose: Option<String>,
    due: Option<String>,
    state: String,
    class: &'static str,
    note: Option<String>,
    href: String,
    title: String,
}

/// The action items of a site that have a state or a date, report by report.
pub(in crate::site) fn action_items<'a>(incidents: &[&'a Incident], internal: bool) -> Vec<Counted<'a>> {
    let mut items = Vec::new();
    for incident in incidents {
        let seen = Seen::new(incident, internal);
        let year = day(incident).map(|day| day.year());
        let shown = incident.action_items().iter().filter(|item| internal || !item.internal);
        let shown = shown.filter(|item| is_promised(item) && seen.text(&item.action).is_some());
        items.extend(shown.map(|item| {
            let owner = item.owner.as_ref().and_then(|owner| seen.text(owner)).map(str::trim);
            Counted { incident, year, item, owner: owner.filter(|name| !name.is_empty()) }
        }));
    }
    items
}

/// The open ones, those due first at the top, those without a date last.
pub(in crate::site) fn open_first<'a>(items: &[Counted<'a>]) -> Vec<Counted<'a>> {
    let mut open: Vec<Counted<'a>> = items.iter().filter(|counted| counted.item.is_open()).copied().collect();
    let date = |item: &ActionItem| item.due.as_ref().and_then(|due| due.date);
    open.sort_by_key(|counted| (date(counted.item).is_none(), date(counted.item)));
    open
}

impl<'a> ActionsPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "actions.html";

    pub(in crate::site) fn new(
        context: &SiteContext<'a>,
        frame: Frame<'a>,
        items: &[Counted<'_>],
        open: &[Counted<'_>],
        numbers: &ActionNumbers<'_>,
        n: usize,
    ) -> Self {
        let (words, first) = (context.words, n == 0);
        let page = open.iter().skip(n * PER_PAGE).take(PER_PAGE);
        let more_owners = numbers.owners.len().saturating_sub(OWNERS);
        let more_idle = numbers.nothing_preventive.len().saturating_sub(LATEST);
        let share = |name: Option<String>, counts: &Counts| Share {
            name,
            overdue: counts.overdue,
            open: counts.open,
            done: counts.done,
            declined: counts.declined,
        };
        let owners = numbers.owners.iter().take(OWNERS).filter(|_| first);
        let kinds = numbers.kinds.iter().filter(|_| first);
        let kind =
            |kind: &crate::incident::action_item::ActionKind| words.get(&format!("type_{}", kind.word())).to_owned();
        let idle = numbers.nothing_preventive.iter().take(LATEST).filter(|_| first);
        Self {
            frame,
            title: words.get("nav_actions"),
            description: lead(&numbers.all, words),
            first,
            share: if numbers.all.total() > 0 { states(&numbers.all) } else { String::new() },
            key: key(&numbers.all, words),
            rows: page.map(|counted| row(context, counted)).collect(),
            pager: Pager::new("actions", n, open.len(), words),
            ages: if first && numbers.all.overdue > 0 { ages(numbers, words) } else { Vec::new() },
            owners: owners.map(|(owner, counts)| share(owner.map(str::to_owned), counts)).collect(),
            more_owners: (more_owners > 0).then(|| words.fill("more_owners", &[("n", &more_owners.to_string())])),
            kinds: kinds.map(|(of, counts)| share(of.as_ref().map(kind), counts)).collect(),
            done: latest(context, items, ActionStatus::Done, first),
            declined: latest(context, items, ActionStatus::Declined, first),
            idle: idle.map(|incident| idle_row(context, incident)).collect(),
            more_idle: (more_idle > 0).then(|| words.fill("more_reports", &[("n", &more_idle.to_string())])),
        }
    }
}

/// "Of 34 actions: 21 done, 7 open within their time. 3 actions are overdue."
fn lead(all: &Counts, words: &Words) -> String {
    if all.total() == 0 {
        return words.get("no_action_yet").to_owned();
    }
    let numbers = [
        ("all", words.count("n_actions", all.total())),
        ("done", words.number(all.done)),
        ("open", words.number(all.open)),
    ];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let mut lead = words.fill("actions_lead", &numbers);
    if all.overdue > 0 {
        lead = format!("{lead} {}", words.count("see_overdue", all.overdue));
    }
    lead
}

fn key(all: &Counts, words: &Words) -> Vec<(&'static str, String)> {
    let named = [
        ("p-done", "tr_done", all.done),
        ("p-open", "tr_open", all.open),
        ("p-late", "tr_overdue", all.overdue),
        ("p-no", "tr_declined", all.declined),
    ];
    let some = named.into_iter().filter(|(.., count)| *count > 0);
    some.map(|(class, name, count)| (class, words.fill(name, &[("n", &words.number(count))]))).collect()
}

/// Classes from the shortest to the longest overdue, each with a bar from zero.
fn ages(numbers: &ActionNumbers<'_>, words: &Words) -> Vec<Age> {
    let most = numbers.ages.iter().copied().max().unwrap_or(0);
    let name = |class: usize| match AGES.get(class) {
        Some(days) => words.fill("age_up_to", &[("n", &days.to_string())]),
        None => words.fill("age_over", &[("n", &AGES.last().copied().unwrap_or(0).to_string())]),
    };
    let row = |(class, count): (usize, &usize)| Age {
        name: name(class),
        count: *count,
        svg: parts(&[("p-late", *count), ("p-space", most - count)]),
    };
    numbers.ages.iter().enumerate().map(row).collect()
}

/// The newest that are done or declined.
fn latest(context: &SiteContext<'_>, items: &[Counted<'_>], status: ActionStatus, first: bool) -> Vec<Row> {
    let of = |counted: &&Counted<'_>| first && counted.item.status.as_ref().is_some_and(|known| known.value == status);
    let mut found: Vec<&Counted<'_>> = items.iter().filter(of).collect();
    // Without a date of their own, the order of the reports, newest first, stays.
    found.sort_by_key(|counted| std::cmp::Reverse(counted.item.done.as_ref().map(|day| day.value)));
    found.into_iter().take(LATEST).map(|counted| row(context, counted)).collect()
}

fn row(context: &SiteContext<'_>, counted: &Counted<'_>) -> Row {
    let (words, seen, item) = (context.words, Seen::new(counted.incident, context.internal), counted.item);
    let due = item.due.as_ref().and_then(|due| match due.date {
        Some(date) => Some(words.date_short(date)),
        None => seen.text(&due.text).map(str::to_owned),
    });
    let reason = item.reason.as_ref().and_then(|reason| seen.text(reason)).map(plain);
    let days = item.due.as_ref().and_then(|due| due.date).map_or(0, |due| (context.today - due).num_days());
    let (state, class, note) = match item.status.as_ref().map(|status| status.value) {
        Some(ActionStatus::Done) => ("state_done", "ok", item.done.as_ref().map(|day| words.date_short(day.value))),
        Some(ActionStatus::Declined) => ("state_declined", "", reason),
        _ if item.is_overdue(context.today) => (
            "state_overdue",
            "late",
            Some(words.count("days", usize::try_from(days).unwrap_or(0)).replace(' ', "\u{a0}")),
        ),
        _ => ("state_open", "", None),
    };
    Row {
        html: seen.text(&item.action).map(|text| context.inline(counted.incident, text)).unwrap_or_default(),
        owner: counted.owner.map(str::to_owned),
        purpose: item.kind.as_ref().map(|kind| words.get(&format!("type_{}", kind.value.word())).to_owned()),
        due,
        state: words.get(state).to_owned(),
        class,
        note,
        href: format!("{}#actions", href(counted.incident)),
        title: plain(seen.name()),
    }
}

fn idle_row(context: &SiteContext<'_>, incident: &Incident) -> Idle {
    Idle {
        title: plain(Seen::new(incident, context.internal).name()),
        href: href(incident),
        date: day(incident).map(|day| context.words.date_short(day)).unwrap_or_default(),
    }
}
