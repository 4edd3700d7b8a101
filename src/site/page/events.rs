//! The timeline's rows, and the phases a long one can be narrowed to.

use chrono::Duration;
use serde::Serialize;

use crate::incident::instant::Precision;
use crate::incident::timeline::EntryKind;
use crate::site::page::beside::{Besides, Margins};
use crate::site::page::parts::{linked, some};
use crate::site::page::report::Context;
use crate::site::words::{Words, clock_to_the_second};

/// A row of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineRow {
    /// RFC 3339 for machines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
    /// `05:10`, or as it was written.
    pub clock: String,
    /// The day, on the first row of each day where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Hours and minutes since the start.
    pub plus: String,
    /// What kind of row it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The format's word for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<&'static str>,
    /// What happened, as HTML.
    pub html: String,
    /// What proves it, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The stretch without a row before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<String>,
    /// What else the report says of it, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    /// What stands between it and the row before, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

/// The timeline's rows, what stands before them and what stands behind.
pub(in crate::site) fn timeline(context: &Context<'_>, beside: &Besides) -> (Vec<TimelineRow>, Margins) {
    let (incident, words) = (context.incident, context.words);
    let start = incident.start().filter(|start| start.precision != Precision::Day);
    let shown: Vec<_> = incident.timeline().iter().filter(|row| context.internal || !row.internal).collect();
    let days = |at: &chrono::DateTime<chrono::FixedOffset>| at.date_naive();
    let timed: Vec<_> = shown.iter().filter_map(|row| row.at.as_ref()).collect();
    let several_days = timed.first().zip(timed.last()).is_some_and(|(first, last)| days(&first.at) != days(&last.at));
    // Silence counts while users felt it; days between two early signs are no silence.
    let felt = start.zip(incident.end()).map(|(start, end)| (start.at, end.at));
    let is_long = |from: chrono::DateTime<chrono::FixedOffset>, to: chrono::DateTime<chrono::FixedOffset>| {
        felt.is_some_and(|(start, end)| {
            from >= start && to <= end && to - from >= ((end - start) / 8).max(Duration::minutes(90))
        })
    };
    let mut before: Option<chrono::DateTime<chrono::FixedOffset>> = None;
    let spans: Vec<_> = shown.iter().map(|row| row.span.clone()).collect();
    let mut woven = beside.woven("timeline", &spans);
    let margins = woven.margins();
    let rows = shown
        .into_iter()
        .enumerate()
        .map(|(index, row)| {
            let (prose, more) = woven.take(index);
            let at =
                row.at.as_ref().map(|at| (at, start.map_or(at.at, |start| at.at.with_timezone(start.at.offset()))));
            let exact = at.filter(|(at, _)| at.precision != Precision::Day);
            let new_day =
                several_days && at.is_some_and(|(_, here)| before.is_none_or(|before| days(&before) != days(&here)));
            let silent = exact
                .zip(before)
                .filter(|((_, here), before)| is_long(*before, *here))
                .map(|((_, here), before)| here - before);
            before = at.map(|(_, here)| here).or(before);
            TimelineRow {
                datetime: at.map(|(_, here)| here.to_rfc3339()),
                clock: exact.map_or_else(
                    || row.at_text.value.clone(),
                    |(at, here)| format!("{}{}", if at.approximate { "~" } else { "" }, clock_to_the_second(&here)),
                ),
                day: at.filter(|_| new_day).map(|(_, here)| words.date(here.date_naive())),
                plus: exact.zip(start).map(|((_, here), start)| since(here - start.at)).unwrap_or_default(),
                kind: row.kind.as_ref().map(|kind| words.get(&format!("e_{}", kind.value.word())).to_owned()),
                phase: row.kind.as_ref().map(|kind| kind.value.word()),
                html: context.inline(&context.without_internal(&row.text)),
                evidence: row.evidence.as_ref().map(|text| linked(&text.value, context)),
                gap: silent.map(|gap| words.fill("gap", &[("duration", &words.duration(gap))])),
                more: some(more),
                before: some(prose),
            }
        })
        .collect();
    (rows, margins)
}

/// `+1:35`, `−0:20`.
fn since(length: Duration) -> String {
    let minutes = length.num_minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Timelines of fewer rows are read at a glance.
const FILTERED: usize = 8;

/// The phases that a long timeline can be narrowed to, in the format's order.
pub(in crate::site) fn phases<'w>(timeline: &[TimelineRow], words: &'w Words) -> Vec<(&'static str, &'w str)> {
    let has = |kind: &&EntryKind| timeline.iter().any(|row| row.phase == Some(kind.word()));
    let found: Vec<&EntryKind> = EntryKind::ALL.iter().filter(has).collect();
    if timeline.len() < FILTERED || found.len() < 2 {
        return Vec::new();
    }
    let named = |kind: &EntryKind| {
        let text = words.text.get(&format!("e_{}", kind.word()));
        (kind.word(), text.map_or(kind.word(), String::as_str))
    };
    found.into_iter().map(named).collect()
}
