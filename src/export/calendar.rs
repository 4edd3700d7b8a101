//! `actions.ics`: the open action items on the days they are due, and `anniversaries.ics`: the reports every year on their days; for calendars
//! (RFC 5545).
//!
//! Events of a whole day, not to-dos: the calendars that most people subscribe with show no to-dos.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};

use crate::export::Export;
use crate::feeds::{self, printable};
use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::incident::seen::Seen;

/// Action items that a calendar has: programs that subscribe load all of it again and again, on phones too.
const MOST: usize = 1000;

/// Octets of a line, without its end (RFC 5545, section 3.1).
const OCTETS: usize = 75;

/// A calendar holds something or is none (section 3.6); programs that are subscribed to one without it give up. This shows nowhere.
const SOMETHING: &str = "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n\
    TZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The open action items that have a date, of many those due nearest to today; `name` is how a calendar program lists it.
pub fn actions(export: &Export<'_>, name: &str) -> Vec<u8> {
    let dated = |incident: &'_ Incident| -> Vec<(usize, NaiveDate)> {
        let seen = Seen::new(incident, export.internal);
        let items = export.action_items(incident).into_iter().enumerate();
        let shown = items.filter(|(_, item)| seen.text(&item.action).is_some());
        shown.filter_map(|(at, item)| Some((at, open_and_dated(item)?))).collect()
    };
    // The order of the reports stays; of those equally near, the first ones are kept.
    let mut nearest = Vec::new();
    for (n, incident) in export.incidents.iter().enumerate() {
        nearest.extend(dated(incident).into_iter().map(|(at, due)| ((due - export.today).num_days().abs(), n, at)));
    }
    nearest.sort_unstable();
    nearest.truncate(MOST);
    let mut kept: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (_, n, at) in nearest {
        kept.entry(n).or_default().insert(at);
    }
    let reports = kept.iter().filter_map(|(n, kept)| Some((*export.incidents.get(*n)?, kept)));
    written(&empty("Action items", name), reports.flat_map(|(incident, kept)| due_events(export, incident, kept)))
}

/// Those action items of a report that are kept, by their place among all that are shown.
fn due_events(export: &Export<'_>, incident: &Incident, kept: &BTreeSet<usize>) -> Vec<Event> {
    let seen = Seen::new(incident, export.internal);
    let mut taken = BTreeSet::new();
    let mut events = Vec::new();
    for (at, item) in export.action_items(incident).into_iter().enumerate() {
        let (Some(due), Some(action)) = (open_and_dated(item), seen.text(&item.action)) else { continue };
        // Also for those left out, so that an item keeps its name when others go.
        let uid = uid(export, incident, item, &mut taken);
        if kept.contains(&at) {
            events.push(due_event(export, incident, action, due, &uid));
        }
    }
    events
}

/// Every report on its day, every year; `days` are the reports with their days.
pub fn anniversaries(export: &Export<'_>, days: &[(&Incident, NaiveDate)], name: &str) -> Vec<u8> {
    let events = days.iter().map(|(incident, day)| {
        let uid = feeds::id(&export.config.site, "anniversary", &incident.id);
        let title = format!("{}: {}", day.year(), printable(&export.title(incident)));
        let mut event = whole_day(export, incident, *day, &uid);
        event.summary(&title);
        event.description(&export.page(incident));
        // Other years have no 29 February.
        let leap = (day.month(), day.day()) == (2, 29);
        let rule = if leap { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" } else { "FREQ=YEARLY" };
        event.append_property(Property::new("RRULE", rule));
        event.done()
    });
    written(&empty("Anniversaries", name), events)
}

/// A calendar with its events, one after the other: ten thousand of them at once would take more memory than all their reports.
fn written(calendar: &Calendar, events: impl Iterator<Item = Event>) -> Vec<u8> {
    let frame = calendar.to_string();
    let (head, end) = frame.split_at(frame.rfind("END:VCALENDAR").unwrap_or(frame.len()));
    let mut text = folded(head);
    let mut is_empty = true;
    for event in events {
        is_empty = false;
        let mut lines = String::new();
        // Writing to a string cannot fail.
        let _ = event.fmt_write(&mut lines);
        text.push_str(&folded(&lines));
    }
    if is_empty {
        text.push_str(SOMETHING);
    }
    text.push_str(end);
    text.into_bytes()
}

/// The lines anew: the library counts the last piece of a long line without the space before it, so that it can be an octet too long.
fn folded(lines: &str) -> String {
    // Most lines are short.
    if !lines.contains("\r\n ") {
        return lines.to_owned();
    }
    let mut text = String::with_capacity(lines.len());
    for line in lines.replace("\r\n ", "").split_terminator("\r\n") {
        let (mut rest, mut room) = (line, OCTETS);
        while let Some((piece, after)) = place_to_fold(rest, room).and_then(|at| rest.split_at_checked(at)) {
            text.extend([piece, "\r\n "]);
            (rest, room) = (after, OCTETS - 1);
        }
        text.extend([rest, "\r\n"]);
    }
    text
}

/// Where a line that is too long goes on in the next one: between letters, and not beside a space, which some programs take for the fold's
/// own or drop at the end of a line.
fn place_to_fold(line: &str, room: usize) -> Option<usize> {
    if line.len() <= room {
        return None;
    }
    let places = || (1..=room).rev().filter(|at| line.is_char_boundary(*at));
    let between_letters = |at: &usize| {
        line.split_at_checked(*at).is_some_and(|(before, behind)| {
            !before.ends_with(char::is_whitespace) && !behind.starts_with(char::is_whitespace)
        })
    };
    places().find(between_letters).or_else(|| places().next())
}

fn empty(what: &str, name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", format!("-//Afterword//{what}//EN")));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("X-WR-CALNAME", printable(name)));
    calendar
}

fn open_and_dated(item: &ActionItem) -> Option<NaiveDate> {
    let due = item.due.as_ref().and_then(|due| due.date)?;
    item.is_open().then_some(due)
}

/// Made from the ticket, else from the words: it stays when items change their order.
fn uid(export: &Export<'_>, incident: &Incident, item: &ActionItem, taken: &mut BTreeSet<String>) -> String {
    let words = item.ticket.as_ref().map_or_else(|| incident.plain(&item.action.value), |ticket| ticket.value.clone());
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
    event.summary(&printable(&incident.plain(action)));
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
