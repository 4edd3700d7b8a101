//! The reports of one group, and the list of groups.

use chrono::Datelike as _;
use serde::Serialize;

use crate::site::files::ANNIVERSARIES;
use crate::site::page::Frame;
use crate::site::page::groups::{Common, Group};
use crate::site::page::home::{Listed, SiteContext, day, is_promised};
use crate::site::page::pager::{PER_PAGE, Pager};

/// The view of `listing.html`: the reports of one group.
#[derive(Debug, Serialize)]
pub struct ListingPage<'a> {
    frame: Frame<'a>,
    title: String,
    description: String,
    up: (String, &'a str),
    reports: Vec<&'a Listed>,
    pager: Pager,
}

impl<'a> ListingPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "listing.html";

    pub(in crate::site) fn new(
        context: &SiteContext<'a>,
        frame: Frame<'a>,
        common: Common,
        group: &Group<'_>,
        n: usize,
    ) -> Self {
        let (words, folder) = (context.words, common.folder());
        let page = group.incidents.iter().skip(n * PER_PAGE).take(PER_PAGE);
        Self {
            frame,
            title: group.name.clone(),
            description: words.count("n_reports", group.incidents.len()),
            up: (format!("{folder}.html"), words.get(common.nav())),
            reports: page.filter_map(|incident| context.listed(incident)).collect(),
            pager: Pager::new(&group.slug, n, group.incidents.len(), words),
        }
    }
}

/// The view of `directory.html`: all groups of a kind.
#[derive(Debug, Serialize)]
pub struct DirectoryPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: &'a str,
    nothing: &'a str,
    rows: Vec<Row>,
    around: Option<Vec<&'a Listed>>,
    /// The days as a calendar, seen from the root.
    calendar: Option<&'static str>,
    pager: Pager,
}

/// One group in the list.
#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    href: String,
    count: String,
    latest: String,
    open: Option<String>,
    overdue: Option<String>,
}

impl<'a> DirectoryPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "directory.html";

    pub(in crate::site) fn new(
        context: &SiteContext<'a>,
        frame: Frame<'a>,
        common: Common,
        groups: &[Group<'_>],
        n: usize,
    ) -> Self {
        let words = context.words;
        let (lead, none) = match common {
            Common::Service => ("services_lead", "no_services"),
            Common::Tag => ("tags_lead", "no_tags"),
            Common::Cause => ("causes_lead", "no_causes"),
            Common::Year => ("years_lead", "no_reports"),
            Common::Month => ("anniversaries_lead", "no_reports"),
            Common::Severity => ("severities_lead", "no_severities"),
            Common::Kind => ("kinds_lead", "no_reports"),
        };
        Self {
            frame,
            title: words.get(common.nav()),
            description: words.get(lead),
            nothing: words.get(none),
            rows: groups.iter().skip(n * PER_PAGE).take(PER_PAGE).map(|group| row(context, common, group)).collect(),
            around: (common == Common::Month).then(|| around_today(context)),
            calendar: (common == Common::Month).then_some(ANNIVERSARIES),
            pager: Pager::new(common.folder(), n, groups.len(), words),
        }
    }
}

fn row(context: &SiteContext<'_>, common: Common, group: &Group<'_>) -> Row {
    let words = context.words;
    let items = group.incidents.iter().flat_map(|incident| incident.action_items());
    let open: Vec<_> =
        items.filter(|item| (context.internal || !item.internal) && item.is_open() && is_promised(item)).collect();
    let overdue = open.iter().filter(|item| item.is_overdue(context.today)).count();
    let latest = group.incidents.iter().filter_map(|incident| day(incident)).max();
    Row {
        name: group.name.clone(),
        href: format!("{}/{}.html", common.folder(), group.slug),
        count: words.count("n_reports", group.incidents.len()),
        latest: latest.map(|day| words.date_short(day)).unwrap_or_default(),
        open: (!open.is_empty()).then(|| words.count("actions_open", open.len())),
        overdue: (overdue > 0).then(|| words.count("overdue", overdue)),
    }
}

/// Days before and after today that count as "around" it.
const AROUND: i64 = 7;

/// Reports of earlier years that began around this day of the year, newest first.
fn around_today<'a>(context: &SiteContext<'a>) -> Vec<&'a Listed> {
    let today = context.today;
    let near = |date: chrono::NaiveDate| {
        // The turn of the year is a week like any other; 29 February counts as the day after the 28th.
        let turned = (today.year() - 1..=today.year() + 1).filter_map(|year| {
            date.with_year(year).or_else(|| date.pred_opt().and_then(|before| before.with_year(year)))
        });
        (today - date).num_days() > AROUND
            && turned.into_iter().any(|turned| (turned - today).num_days().abs() <= AROUND)
    };
    let found = context.incidents.iter().filter(|incident| !incident.is_withdrawn() && day(incident).is_some_and(near));
    found.take(PER_PAGE).filter_map(|incident| context.listed(incident)).collect()
}
