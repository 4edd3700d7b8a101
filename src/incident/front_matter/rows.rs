//! Rows with a time: timeline, updates, corrections.

use chrono::Duration;

use crate::incident::facts::{Correction, Text};
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, instant_of, word_list};
use crate::incident::front_matter::parts::{entries, is_internal, missing};
use crate::incident::instant::{self, TimeContext};
use crate::incident::timeline::{EntryKind, TimelineEntry, Update};
use crate::source::Spanned;

pub(super) fn timeline(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<TimelineEntry> {
    let mut rows = Vec::new();
    let mut times = times.clone();
    for node in fields.list("timeline") {
        let row = entries(
            std::slice::from_ref(node),
            "timeline",
            &times,
            p,
            |text, p| Some(short_row(text, &times, p)),
            |f, node, p| {
                let at_text = f.text("at", p);
                let at = at_text.as_ref().and_then(|text| instant_of(text, &times, p));
                let event = f.text("event", p);
                let (kind, evidence) = (f.word("kind", word_list!(EntryKind), p), f.text("evidence", p).map(Box::new));
                let internal = is_internal(f, p);
                if event.is_none() {
                    missing(node, "event", "timeline", p);
                }
                let nowhere = node.span.start..node.span.start;
                let at_text = at_text.unwrap_or_else(|| Spanned::new(String::new(), nowhere));
                Some(TimelineEntry {
                    at,
                    until: None,
                    at_text,
                    text: event?,
                    kind,
                    evidence,
                    internal,
                    span: node.span.clone(),
                })
            },
        );
        let row: Vec<TimelineEntry> = row.into_iter().map(|row| past_midnight(row, rows.last(), &times)).collect();
        // A row with a time of day only belongs to the day of the row before it.
        if let Some(at) = row.last().and_then(|row| row.at.as_ref()) {
            times.date = Some(at.at.date_naive());
        }
        rows.extend(row);
    }
    for row in rows.iter_mut().filter(|row| row.at.is_some()) {
        row.at_text.value = String::new();
    }
    rows.shrink_to_fit();
    rows
}

/// A bare clock that goes back by more than four hours has passed midnight, as in the body's timelines.
fn past_midnight(mut row: TimelineEntry, before: Option<&TimelineEntry>, times: &TimeContext) -> TimelineEntry {
    let bare = instant::read_prefix(&row.at_text.value, 0, times).is_some_and(|prefix| !prefix.dated);
    if let (Some(at), Some(before), true) = (&mut row.at, before.and_then(|before| before.at.as_ref()), bare)
        && before.at - at.at > Duration::hours(4)
    {
        at.at += Duration::days(1);
    }
    row
}

/// `"14:02 text"`: the longest beginning that is a time, then the event.
fn short_row(text: Text, times: &TimeContext, p: &mut Problems) -> TimelineEntry {
    let (at, at_text, event) = match instant::read_prefix(&text.value, text.span.start, times) {
        Some(prefix) => {
            let event = text
                .value
                .get(prefix.len..)
                .unwrap_or("")
                .trim_start_matches([' ', '–', '—', '-', ':', '|'])
                .to_owned();
            let written = text.value.get(..prefix.len).unwrap_or("").trim().to_owned();
            let written = Spanned::new(written, text.span.clone());
            let at = instant_of(&written, times, p);
            (at, written, event)
        }
        None => (None, Spanned::new(String::new(), text.span.start..text.span.start), text.value),
    };
    TimelineEntry {
        at,
        until: None,
        at_text,
        text: Spanned::new(event, text.span.clone()),
        kind: None,
        evidence: None,
        internal: false,
        span: text.span,
    }
}

pub(super) fn updates(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Update> {
    let short = |text: Text, p: &mut Problems| {
        let row = short_row(text, times, p);
        Some(Update { at: row.at, channel: None, text: Some(row.text), next: None, internal: false, span: row.span })
    };
    entries(fields.list("updates"), "updates", times, p, short, |f, node, p| {
        let (at, channel) = (f.instant("at", p), f.text("channel", p));
        let (text, next) = (f.text("text", p), f.instant("next", p));
        Some(Update { at, channel, text, next, internal: is_internal(f, p), span: node.span.clone() })
    })
}

pub(super) fn corrections(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Correction> {
    let short = |text: Text, p: &mut Problems| {
        let row = short_row(text, times, p);
        Some(Correction { at: row.at, what: row.text, internal: false, span: row.span })
    };
    entries(fields.list("corrections"), "corrections", times, p, short, |f, node, p| {
        let (at, what) = (f.instant("at", p), f.text("what", p));
        let internal = is_internal(f, p);
        if what.is_none() {
            missing(node, "what", "corrections", p);
        }
        Some(Correction { at, what: what?, internal, span: node.span.clone() })
    })
}
