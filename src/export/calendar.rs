//! `actions.ics`: the open action items on the days they are due, and `anniversaries.ics`: the reports every year on their days; for calendars
//! (RFC 5545).
//!
//! Events of a whole day, not to-dos: the calendars that most people subscribe with show no to-dos.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};

use crate::export::Export;
use crate::feeds::{self, printable};
use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::incident::plain::plain;
use crate::incident::seen::Seen;

/// Action items that a calendar has: programs that subscribe load all of it again and again, on phones too.
const MOST: usize = 1000;

/// The open action items that have a date, of many those due nearest to today; `name` is how a calendar program lists it.
pub fn actions(export: &Export<'_>, name: &str) -> Vec<u8> {
    let mut items = Vec::new();
    for incident in export.incidents {
        let mut taken = BTreeSet::new();
        for (item, due) in export.action_items(incident).into_iter().filter_map(open_and_dated) {
            if let Some(action) = Seen::new(incident, export.internal).text(&item.action) {
                items.push((*incident, action, due, uid(export, incident, item, &mut taken)));
            }
        }
    }
    // The order of the reports stays; of those equally near, the first ones are kept.
    let mut nearest: Vec<(i64, usize)> =
        items.iter().enumerate().map(|(n, (_, _, due, _))| ((*due - export.today).num_days().abs(), n)).collect();
    nearest.sort_unstable();
    nearest.truncate(MOST);
    let kept: BTreeSet<usize> = nearest.into_iter().map(|(_, n)| n).collect();
    let mut calendar = empty("Action items", name);
    for (_, (incident, action, due, uid)) in items.iter().enumerate().filter(|(n, _)| kept.contains(n)) {
        calendar.push(due_event(export, incident, action, *due, uid));
    }
    calendar.to_string().into_bytes()
}

/// Every report on its day, every year; `days` are the reports with their days.
pub fn anniversaries(export: &Export<'_>, days: &[(&Incident, NaiveDate)], name: &str) -> Vec<u8> {
    let mut calendar = empty("Anniversaries", name);
    for (incident, day) in days {
        let uid = feeds::id(&export.config.site, "anniversary", &incident.id);
        let title = format!("{}: {}", day.year(), printable(&export.title(incident)));
        let mut event = whole_day(export, incident, *day, &uid);
        event.summary(&title);
        event.description(&export.page(incident));
        // Other years have no 29 February.
        let leap = (day.month(), day.day()) == (2, 29);
        let rule = if leap { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" } else { "FREQ=YEARLY" };
        event.append_property(Property::new("RRULE", rule));
        calendar.push(event.done());
    }
    calendar.to_string().into_bytes()
}

fn empty(what: &str, name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", format!("-//Afterword//{what}//EN")));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("X-WR-CALNAME", printable(name)));
    calendar
}

fn open_and_dated(item: &ActionItem) -> Option<(&ActionItem, NaiveDate)> {
    let due = item.due.as_ref().and_then(|due| due.date)?;
    item.is_open().then_some((item, due))
}

/// Made from the ticket, else from the words: it stays when items change their order.
fn uid(export: &Export<'_>, incident: &Incident, item: &ActionItem, taken: &mut BTreeSet<String>) -> String {
    let words = item.ticket.as_ref().map_or_else(|| plain(&item.action.value), |ticket| ticket.value.clone());
    let mut name = format!("{}\n{words}", incident.id);
    let mut n = 2;
    while !taken.insert(name.clone()) {
        name = format!("{}\n{words}\n{n}", incident.id);
        n += 1;
    }
    feeds::id(&export.config.site, "action", &name)
}

fn due_event(export: &Export<'_>, incident: &Incident, action: &str, due: NaiveDate, uid: &str) -> Event {
    let mut event = whole_day(export, incident, due, uid);
    event.summary(&printable(&plain(action)));
    event.description(&format!("{}\n{}", printable(&export.title(incident)), export.page(incident)));
    event.done()
}

/// An event of a day that keeps nobody from meeting.
fn whole_day(export: &Export<'_>, incident: &Incident, day: NaiveDate, uid: &str) -> Event {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    // The calendar must not change with the hour it is built at: the stamp is that of the report.
    let stamp: DateTime<Utc> =
        feeds::updated(incident, export.internal).map_or_else(|| midnight(day), |at| at.with_timezone(&Utc));
    let mut event = Event::with_uid(uid);
    event.timestamp(stamp);
    event.starts(day);
    event.ends(day.checked_add_days(Days::new(1)).unwrap_or(day));
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    if export.base.is_some() {
        event.url(&export.page(incident));
    }
    event
}
