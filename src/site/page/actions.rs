//! Every open action item: overdue first, then by date; who has how many.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::site::markdown::{inline, plain};
use crate::site::page::Frame;
use crate::site::page::home::{SiteContext, href, is_promised};
use crate::site::page::pager::{PER_PAGE, Pager};
use crate::site::page::seen::Seen;

/// Owners named before the rest is left to the list.
const OWNERS: usize = 20;

/// The view of `actions.html`.
#[derive(Debug, Serialize)]
pub struct ActionsPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: String,
    owners: Vec<Owner>,
    rows: Vec<Row>,
    pager: Pager,
}

/// Who has open action items.
#[derive(Debug, Clone, Serialize)]
struct Owner {
    name: Option<String>,
    open: usize,
    overdue: usize,
}

/// An open action item.
#[derive(Debug, Clone, Serialize)]
struct Row {
    html: String,
    owner: Option<String>,
    purpose: Option<String>,
    due: Option<String>,
    late: bool,
    href: String,
    title: String,
}

/// The open action items of a site, those due first at the top, those without a date last.
pub(in crate::site) fn open_actions<'a>(
    incidents: &[&'a Incident],
    internal: bool,
) -> Vec<(&'a Incident, &'a ActionItem)> {
    let mut open: Vec<(&Incident, &ActionItem)> = Vec::new();
    for incident in incidents {
        let seen = Seen::new(incident, internal);
        let items = incident.action_items().iter().filter(|item| internal || !item.internal);
        let items = items.filter(|item| item.is_open() && is_promised(item) && seen.text(&item.action).is_some());
        open.extend(items.map(|item| (*incident, item)));
    }
    let date = |item: &ActionItem| item.due.as_ref().and_then(|due| due.date);
    open.sort_by_key(|(_, item)| (date(item).is_none(), date(item)));
    open
}

impl<'a> ActionsPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "actions.html";

    pub(in crate::site) fn new(
        context: &SiteContext<'a>,
        frame: Frame<'a>,
        open: &[(&Incident, &ActionItem)],
        n: usize,
    ) -> Self {
        let words = context.words;
        let overdue = open.iter().filter(|(_, item)| item.is_overdue(context.today)).count();
        let counts = format!("{}, {}", words.count("actions_open", open.len()), words.count("overdue", overdue));
        let page = open.iter().skip(n * PER_PAGE).take(PER_PAGE);
        Self {
            frame,
            title: words.get("nav_actions"),
            description: if open.is_empty() { words.get("no_open_action").to_owned() } else { counts },
            owners: if n == 0 { owners(context, open) } else { Vec::new() },
            rows: page.map(|(incident, item)| row(context, incident, item)).collect(),
            pager: Pager::new("actions", n, open.len(), words),
        }
    }
}

fn row(context: &SiteContext<'_>, incident: &Incident, item: &ActionItem) -> Row {
    let (words, seen) = (context.words, Seen::new(incident, context.internal));
    let late = item.is_overdue(context.today);
    let due = item.due.as_ref().and_then(|due| match due.date {
        Some(date) => Some(words.date_short(date)),
        None => seen.text(&due.text).map(str::to_owned),
    });
    Row {
        html: seen.text(&item.action).map(inline).unwrap_or_default(),
        owner: owner(context, incident, item),
        purpose: item.kind.as_ref().map(|kind| words.get(&format!("type_{}", kind.value.word())).to_owned()),
        due,
        late,
        href: format!("{}#actions", href(incident)),
        title: plain(seen.name()),
    }
}

fn owner(context: &SiteContext<'_>, incident: &Incident, item: &ActionItem) -> Option<String> {
    let seen = Seen::new(incident, context.internal);
    let named = item.owner.as_ref().and_then(|owner| seen.text(owner)).map(str::trim);
    named.filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Who has most that is overdue, then most that is open; items of nobody count too.
fn owners(context: &SiteContext<'_>, open: &[(&Incident, &ActionItem)]) -> Vec<Owner> {
    let mut counts: BTreeMap<Option<String>, (usize, usize)> = BTreeMap::new();
    for (incident, item) in open {
        let (all, overdue) = counts.entry(owner(context, incident, item)).or_default();
        *all += 1;
        *overdue += usize::from(item.is_overdue(context.today));
    }
    let mut owners: Vec<Owner> =
        counts.into_iter().map(|(name, (open, overdue))| Owner { name, open, overdue }).collect();
    // The sort is stable: names stay in their order.
    owners.sort_by_key(|owner| std::cmp::Reverse((owner.overdue, owner.open)));
    owners.truncate(OWNERS);
    owners
}
