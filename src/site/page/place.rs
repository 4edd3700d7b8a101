//! Where a report stands: how its length compares, whose cause it shares, what is unfinished there; the reports before and after it; what
//! git knows of its file.

use serde::Serialize;

use crate::history::FileHistory;
use crate::incident::Incident;
use crate::site::address::encoded;
use crate::site::markdown::{inline_in, plain};
use crate::site::page::groups::Group;
use crate::site::page::home::{day, is_promised};
use crate::site::page::report::Context;
use crate::site::page::seen::Seen;
use crate::trends::standing::{Longest, Standing, Standings};
use crate::trends::timed;

/// Unfinished actions of one earlier report that are listed; the others are on its page.
const UNFINISHED: usize = 3;
/// Causes that are named.
const CAUSES: usize = 5;

/// The archive around one report.
pub(in crate::site) struct Around<'a> {
    pub(in crate::site) standings: &'a Standings<'a>,
    /// The groups of reports that share a cause, in the standings' order.
    pub(in crate::site) causes: &'a [Group<'a>],
    /// What git knows of the report's file.
    pub(in crate::site) git: Option<&'a FileHistory>,
    /// Whether the repository is a shallow clone.
    pub(in crate::site) shallow: bool,
}

/// Where a report stands, for the template.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Place {
    longest: Option<Sentence>,
    causes: Vec<Sentence>,
    earlier: Vec<Earlier>,
    newer: Option<Link>,
    older: Option<Link>,
}

impl Place {
    /// Whether an earlier report of the same cause has this address.
    pub(in crate::site) fn names(&self, href: &str) -> bool {
        self.earlier.iter().any(|earlier| earlier.report.href == href)
    }
}

/// A sentence with a link at its end.
#[derive(Debug, Clone, Serialize)]
pub struct Sentence {
    text: String,
    link: Option<Link>,
}

/// A way to another page, seen from a report's.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    title: String,
    href: String,
    date: String,
}

/// An earlier report of the same cause.
#[derive(Debug, Clone, Serialize)]
pub struct Earlier {
    report: Link,
    unfinished: Vec<Unfinished>,
    more: Option<String>,
}

/// An action item of an earlier report that is still open.
#[derive(Debug, Clone, Serialize)]
pub struct Unfinished {
    html: String,
    state: String,
    late: bool,
}

/// What git knows, as a line.
#[derive(Debug, Clone, Serialize)]
pub struct Revision {
    text: String,
    short: String,
    note: Option<String>,
}

/// Where the report stands among those that are published.
pub(in crate::site) fn place(context: &Context<'_>) -> Place {
    let around = &context.around;
    let Some(place) = around.standings.place(context.incident) else { return Place::default() };
    let standing = around.standings.of(place).cloned().unwrap_or_default();
    let at = |place: usize| around.standings.at(place);
    Place {
        longest: standing.longest.and_then(|longest| sentence(longest, context)),
        causes: causes(&standing, context),
        earlier: standing.earlier.iter().filter_map(|place| Some(earlier(at(*place)?, context))).collect(),
        newer: place.checked_sub(1).and_then(at).map(|incident| link(incident, context)),
        older: at(place + 1).map(|incident| link(incident, context)),
    }
}

fn link(incident: &Incident, context: &Context<'_>) -> Link {
    Link {
        title: plain(Seen::new(incident, context.internal).name()),
        href: format!("{}.html", incident.address()),
        date: day(incident).map(|day| context.words.date(day)).unwrap_or_default(),
    }
}

fn sentence(longest: Longest, context: &Context<'_>) -> Option<Sentence> {
    let words = context.words;
    match longest {
        Longest::Ever(before) => {
            Some(Sentence { text: words.fill("pl_longest", &[("n", &before.to_string())]), link: None })
        }
        Longest::Since(place) => {
            let other = context.around.standings.at(place)?;
            let lasted = words.duration(timed(other)?.lasted);
            let date = day(other).map(|day| words.date(day)).unwrap_or_default();
            let text = words.fill("pl_longest_since", &[("date", &date), ("duration", &lasted)]);
            Some(Sentence { text, link: Some(link(other, context)) })
        }
    }
}

fn causes(standing: &Standing, context: &Context<'_>) -> Vec<Sentence> {
    let words = context.words;
    let sentence = |(cause, nth): &(usize, usize)| {
        let group = context.around.causes.get(*cause)?;
        let text = match *nth {
            1 => words.fill("pl_cause_first", &[("n", &group.incidents.len().to_string())]),
            // A language has words for the first few, and more than words for the others.
            2..=10 => words.fill("pl_cause", &[("nth", words.get(&format!("nth_{nth}")))]),
            nth => words.fill("pl_cause_many", &[("n", &(nth - 1).to_string())]),
        };
        let href = format!("../causes/{}.html", group.slug);
        Some(Sentence { text, link: Some(Link { title: group.name.clone(), href, date: String::new() }) })
    };
    standing.causes.iter().take(CAUSES).filter_map(sentence).collect()
}

/// An earlier report with what was promised in it and is not done.
fn earlier(incident: &Incident, context: &Context<'_>) -> Earlier {
    let words = context.words;
    let seen = Seen::new(incident, context.internal);
    let shown = incident.action_items().iter().filter(|item| context.internal || !item.internal);
    let open = shown.filter(|item| item.is_open() && is_promised(item));
    let mut unfinished: Vec<Unfinished> = open
        .filter_map(|item| {
            let html = inline_in(seen.text(&item.action)?, &context.pages.beside(incident));
            let late = item.is_overdue(context.today);
            let date = item.due.as_ref().and_then(|due| due.date).map(|date| words.date_short(date));
            let state = match (date, late) {
                (Some(date), true) => words.fill("pl_overdue", &[("date", &date)]),
                (Some(date), false) => words.fill("p_due", &[("date", &date)]),
                (None, _) => words.get("state_open").to_owned(),
            };
            Some(Unfinished { html, state, late })
        })
        .collect();
    let more = unfinished.len().saturating_sub(UNFINISHED);
    unfinished.truncate(UNFINISHED);
    let more = (more > 0).then(|| words.fill("pl_more", &[("n", &more.to_string())]));
    Earlier { report: link(incident, context), unfinished, more }
}

/// "In version control since 1 February 2018, last changed 3 March 2018, revision a41f09c."
pub(in crate::site) fn revision(context: &Context<'_>) -> Option<Revision> {
    let words = context.words;
    let file = context.around.git?;
    let last = words.date(file.last);
    let text = match file.first {
        Some(first) if first != file.last => words.fill("git_since", &[("first", &words.date(first)), ("last", &last)]),
        _ => words.fill("git_last", &[("last", &last)]),
    };
    let note = match (file.changed, context.around.shallow && file.first.is_none()) {
        (true, _) => Some("git_changed"),
        (false, true) => Some("git_shallow"),
        (false, false) => None,
    };
    let short = file.revision.chars().take(10).collect();
    Some(Revision { text, short, note: note.map(|name| words.get(name).to_owned()) })
}

/// Where the report can be edited, as the configuration says.
pub(in crate::site) fn edited_at(context: &Context<'_>) -> Option<String> {
    let (url, file) = (context.config.site.edit_url.as_ref()?, context.around.git?);
    Some(edit_url(url, &file.revision, &file.path))
}

/// Where a file can be edited: its path counts from the repository's top.
pub(in crate::site) fn edit_url(url: &str, revision: &str, path: &str) -> String {
    url.replace("{revision}", revision).replace("{path}", &encoded(path))
}
