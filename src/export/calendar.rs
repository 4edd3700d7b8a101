//! `actions.ics`: every open action item with a date, on the day it is due, for calendars (RFC 5545).
//!
//! Events of a whole day, not to-dos: the calendars that most people subscribe with show no to-dos.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};

use crate::export::Export;
use crate::feeds::{self, printable};
use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::incident::plain::plain;
use crate::incident::seen::Seen;

/// The calendar's text; `name` is how a calendar program lists it.
pub fn write(export: &Export<'_>, name: &str) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Afterword//Action items//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("X-WR-CALNAME", printable(name)));
    for incident in export.incidents {
        let mut taken = BTreeSet::new();
        for (item, due) in export.action_items(incident).into_iter().filter_map(open_and_dated) {
            if let Some(action) = Seen::new(incident, export.internal).text(&item.action) {
                let uid = uid(export, incident, item, &mut taken);
                calendar.push(event(export, incident, action, due, &uid));
            }
        }
    }
    calendar.to_string().into_bytes()
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

fn event(export: &Export<'_>, incident: &Incident, action: &str, due: NaiveDate, uid: &str) -> Event {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    // The calendar must not change with the hour it is built at: the stamp is that of the report.
    let stamp: DateTime<Utc> =
        feeds::updated(incident, export.internal).map_or_else(|| midnight(due), |at| at.with_timezone(&Utc));
    let page = export.page(incident);
    let title = printable(&export.title(incident));
    let mut event = Event::with_uid(uid);
    event.timestamp(stamp);
    event.starts(due);
    event.ends(due.checked_add_days(Days::new(1)).unwrap_or(due));
    event.summary(&printable(&plain(action)));
    event.description(&format!("{title}\n{page}"));
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    if export.base.is_some() {
        event.url(&page);
    }
    event.done()
}
