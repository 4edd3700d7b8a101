//! The seven questions at the top of a report, in a reader's order, always all seven.

use chrono::NaiveDate;
use serde::Serialize;

use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision, find_date};
use crate::incident::{Home, Incident};
use crate::site::page::report::Context;
use crate::site::page::story;
use crate::site::page::{is_felt, is_ongoing};
use crate::site::words::{Words, clock_to_the_second, offset, utc};

/// One of the seven rows.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The question.
    pub question: String,
    /// The answer in bold, where it can be said in a word or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strong: Option<String>,
    /// The rest of the answer, as HTML.
    pub html: String,
    /// A line in small type under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub small: Option<String>,
    /// Whether it names a time that a script can say in the reader's own zone.
    pub here: bool,
}

/// The seven rows.
pub(in crate::site) fn rows(context: &Context<'_>) -> Vec<Row> {
    let row = |name: &str, (strong, html, small): Answer| {
        // "Yes, since 16:40", but "Nothing. A credit …".
        let apart = strong.is_some() && !html.is_empty() && !html.starts_with(',');
        let ended = strong.as_ref().is_some_and(|strong| strong.ends_with(['.', '!', '?']));
        let html = match (apart, ended) {
            (true, true) => format!(" {html}"),
            (true, false) => format!(". {html}"),
            (false, _) => html,
        };
        let here = html.contains("<time ");
        Row { question: context.words.get(name).to_owned(), strong, html, small, here }
    };
    vec![
        row("q_what", what(context)),
        row("q_when", when(context)),
        row("q_long", long(context)),
        row("q_who", who(context)),
        row("q_data", data(context)),
        row("q_do", to_do(context)),
        row("q_over", over(context)),
    ]
}

type Answer = (Option<String>, String, Option<String>);

fn text(words: &str) -> Answer {
    (None, words.to_owned(), None)
}

/// The first sentence of a text.
pub(in crate::site) fn first_sentence(text: &str) -> &str {
    // No sentence goes on behind an empty line: what follows is a listing or another paragraph.
    let text = text.trim().split("\n\n").next().unwrap_or("").trim();
    let ends = text.match_indices(['.', '!', '?', '。']).find(|(at, mark)| {
        let after = text.get(at + mark.len()..).unwrap_or("");
        let before = text.get(..*at).unwrap_or("");
        // Not after an abbreviation or a number: "approx. 3", "1. March".
        let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let short = word.chars().count() < 3 || word.chars().all(|c| c.is_ascii_digit());
        after.is_empty() || *mark == "。" || (after.starts_with(char::is_whitespace) && !short)
    });
    ends.and_then(|(at, mark)| text.get(..at + mark.len())).unwrap_or(text)
}

fn what(context: &Context<'_>) -> Answer {
    if let Some(trigger) = &context.incident.facts.trigger {
        return text(&context.inline(&trigger.value));
    }
    match context.passage(Meaning::Summary) {
        Some(summary) => text(&context.inline(first_sentence(&summary))),
        None => match story::opening(context) {
            Some(opening) => text(&context.inline(first_sentence(&opening))),
            None => text(context.words.get("unknown_what")),
        },
    }
}

/// `31 January 2018, 05:10`.
pub(in crate::site) fn moment(instant: &Instant, words: &Words) -> String {
    let date = words.date(instant.at.date_naive());
    match instant.precision {
        Precision::Day => format!("{}{date}", about(instant)),
        Precision::Minute | Precision::Second => {
            format!("{date}, {}{}", about(instant), clock_to_the_second(&instant.at))
        }
    }
}

/// The mark of a time that is not known to the minute.
fn about(instant: &Instant) -> &'static str {
    if instant.approximate { "~" } else { "" }
}

/// A moment in words, with the time for programs; a day alone is the same everywhere.
fn timed(instant: &Instant, words: String) -> String {
    match instant.precision {
        Precision::Day => words,
        Precision::Minute | Precision::Second => {
            format!("<time datetime=\"{}\">{words}</time>", instant.at.to_rfc3339())
        }
    }
}

fn when(context: &Context<'_>) -> Answer {
    let words = context.words;
    let (Some(start), end) = (context.incident.start(), context.incident.end()) else {
        return text(&without_start(context));
    };
    let zone = if start.precision == Precision::Day { String::new() } else { format!(" ({})", offset(&start.at)) };
    let Some(end) = end else {
        let since = words.fill("since", &[("time", &format!("{}{zone}", timed(start, moment(start, words))))]);
        return text(&capital(&since));
    };
    let end_here = Instant { at: end.at.with_timezone(start.at.offset()), ..end.clone() };
    let same_day = start.at.date_naive() == end_here.at.date_naive() && end.precision != Precision::Day;
    let to = if same_day {
        format!("{}{}", about(end), clock_to_the_second(&end_here.at))
    } else {
        moment(&end_here, words)
    };
    let range = [("from", &timed(start, moment(start, words))[..]), ("to", &timed(&end_here, to))];
    let range = words.fill("from_to", &range);
    let exact = end.precision != Precision::Day;
    let in_utc = (exact && !zone.is_empty() && offset(&start.at) != "UTC").then(|| {
        let (from, to) = (utc(&start.at), utc(&end.at));
        let to_clock = format!("{}{}", about(end), clock_to_the_second(&to));
        let to_text = if from.date_naive() == to.date_naive() {
            to_clock
        } else {
            format!("{}, {to_clock}", words.date(to.date_naive()))
        };
        let from_text = format!("{}, {}{}", words.date(from.date_naive()), about(start), clock_to_the_second(&from));
        format!("{} UTC", words.fill("utc_range", &[("from", &from_text), ("to", &to_text)]))
    });
    (None, format!("{range}{zone}"), in_utc)
}

/// What is known of the times of a report that does not say when it began.
fn without_start(context: &Context<'_>) -> String {
    let words = context.words;
    let told = |at: &Instant| {
        let zone = if at.precision == Precision::Day { String::new() } else { format!(" ({})", offset(&at.at)) };
        format!("{}{zone}", timed(at, moment(at, words)))
    };
    let found = context.incident.facts.detected.as_ref();
    let end = context.incident.end();
    found
        .map(|at| format!("{}: {}", words.get("m_detected"), told(at)))
        .or_else(|| end.map(|at| words.fill("until_when", &[("time", &told(at))])))
        .or_else(|| told_day(context.incident).map(|day| words.fill("on_day", &[("date", &words.date(day))])))
        .unwrap_or_else(|| words.get("unknown_when").to_owned())
}

/// The day of a report that says neither when it began nor when it ended, from its rows or its name.
fn told_day(incident: &Incident) -> Option<NaiveDate> {
    let row = incident.timeline().iter().find_map(|row| row.at.as_ref());
    let at = incident.likely_start().or(row).map(|at| at.at.date_naive());
    at.or_else(|| find_date(&incident.id, None))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn long(context: &Context<'_>) -> Answer {
    let (incident, words) = (context.incident, context.words);
    if !is_felt(incident) {
        return text(words.get("near_miss_long"));
    }
    let Some(start) = incident.start() else {
        return text(words.get(if incident.end().is_some() { "unknown_start" } else { "unknown_when" }));
    };
    let exact = start.precision != Precision::Day;
    match incident.end() {
        Some(end) if end.at >= start.at && exact && end.precision != Precision::Day => {
            let services = incident.facts.services.iter().filter_map(|service| service.end.as_ref());
            let back = incident.facts.mitigated.as_ref().or_else(|| services.min_by_key(|at| at.at)).map(|at| at.at);
            let first = back.filter(|first| *first < end.at && *first > start.at);
            let first = first.map(|first| words.fill("first_back", &[("duration", &words.duration(first - start.at))]));
            let mark = if start.approximate { about(start) } else { about(end) };
            (Some(format!("{mark}{}", words.duration(end.at - start.at))), first.unwrap_or_default(), None)
        }
        None if is_ongoing(incident) && exact => {
            let so_far = words.duration(context.now.signed_duration_since(start.at).max(chrono::Duration::zero()));
            (Some(words.fill("so_far", &[("duration", &so_far)])), String::new(), None)
        }
        Some(end) if end.at >= start.at => text(words.get("unknown_when")),
        _ => text(words.get("unknown_long")),
    }
}

fn who(context: &Context<'_>) -> Answer {
    let words = context.words;
    let impact = context.incident.facts.impact.as_ref();
    let groups = impact.map(|impact| impact.affected.as_slice()).unwrap_or_default();
    let shown = groups.iter().filter(|group| context.internal || !group.internal).filter_map(|group| {
        let who = group.who.as_ref().map_or("", |who| who.value.as_str());
        let count = match (&group.count, &group.of) {
            (Some(count), Some(of)) => {
                words.fill("of", &[("count", &words.written(&count.value)), ("of", &words.written(&of.value))])
            }
            (Some(count), None) => words.written(&count.value),
            _ => String::new(),
        };
        let both = format!("{count} {who}");
        (!both.trim().is_empty()).then(|| both.trim().to_owned())
    });
    let listed: Vec<String> = shown.collect();
    let strong = (!listed.is_empty()).then(|| listed.join(", "));
    let told = context
        .incident
        .passage(Meaning::Impact)
        .filter(|passage| passage.home == Home::FrontMatter || listed.is_empty());
    // A long section is shown in its place below; the fact sheet takes its first paragraph.
    let html = told.and_then(|_| context.passage(Meaning::Impact)).map(|text| context.inline(first_paragraph(&text)));
    match (strong, html) {
        (None, None) => text(words.get("unknown_who")),
        (strong, html) => (strong, html.unwrap_or_default(), None),
    }
}

fn first_paragraph(text: &str) -> &str {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty() && !block.starts_with('#'));
    let mut blocks = blocks.skip_while(|block| block.starts_with("<!--"));
    blocks.next().unwrap_or("")
}

fn data(context: &Context<'_>) -> Answer {
    let stated = context.incident.facts.impact.as_ref().and_then(|impact| impact.data_loss.as_ref());
    match stated.map(|text| text.value.trim()) {
        None => text(context.words.get("unknown_data")),
        Some(none) if is_none(none) => (Some(context.words.get("data_none").to_owned()), String::new(), None),
        Some(told) => text(&context.inline(told)),
    }
}

/// `none`, in the languages of the format.
fn is_none(text: &str) -> bool {
    matches!(
        text.to_lowercase().trim_end_matches('.'),
        "none" | "no" | "nothing" | "keiner" | "keine" | "kein" | "nein" | "nichts"
    )
}

fn to_do(context: &Context<'_>) -> Answer {
    match context.passage(Meaning::CustomerAction) {
        None => text(context.words.get("unknown_do")),
        Some(none) if is_none(none.trim()) => (Some(context.words.get("do_nothing").to_owned()), String::new(), None),
        Some(told) => text(&context.inline(&told)),
    }
}

fn over(context: &Context<'_>) -> Answer {
    let (incident, words) = (context.incident, context.words);
    let remaining = incident
        .facts
        .impact
        .as_ref()
        .and_then(|impact| impact.remaining.as_ref())
        .map(|text| context.inline(&text.value));
    let remaining = remaining.unwrap_or_default();
    if !is_felt(incident) {
        return (None, format!("{} {remaining}", words.get("near_miss_over")).trim().to_owned(), None);
    }
    if is_ongoing(incident) && incident.end().is_none() {
        let told = incident.facts.updates.iter().rev().filter(|update| context.may_show(&update.span));
        let next = told.filter_map(|update| update.next.as_ref()).next();
        let next =
            next.map(|at| next_word(at, &timed(at, moment(at, words)), context.today, words)).unwrap_or_default();
        return (Some(words.get("over_no").to_owned()), format!("{next} {remaining}").trim().to_owned(), None);
    }
    match incident.end() {
        Some(end) => {
            let since = words.fill("over_since", &[("time", &moment(end, words))]);
            let overdue = context.overdue();
            let link = if overdue > 0 {
                format!(" <a href=\"#actions\">{}</a>", words.count("see_overdue", overdue))
            } else {
                String::new()
            };
            (
                Some(words.get("over_yes").to_owned()),
                format!(", {since}. {remaining}{link}").trim_end().to_owned(),
                None,
            )
        }
        None => (None, format!("{} {remaining}", words.get("unknown_over")).trim().to_owned(), None),
    }
}

/// By when the next word was promised; once that day is over, that none came.
pub(in crate::site) fn next_word(at: &Instant, shown: &str, today: NaiveDate, words: &Words) -> String {
    let name = if at.at.date_naive() < today { "next_word_missed" } else { "next_word" };
    words.fill(name, &[("time", shown)])
}

/// What the times of a timeline are; of what lies behind them only where a start makes it known.
pub(in crate::site) fn zone_note(incident: &Incident, words: &Words) -> Option<String> {
    let start = incident.start();
    let zone = start.or_else(|| incident.timeline().iter().find_map(|row| row.at.as_ref()))?;
    let counted = start.is_some_and(|start| start.precision != Precision::Day);
    let name = if counted { "timeline_zone" } else { "timeline_zone_alone" };
    Some(words.fill(name, &[("zone", &offset(&zone.at))]))
}

/// One line for search engines and previews.
pub(in crate::site) fn description(incident: &Incident) -> String {
    let summary = incident.passage(Meaning::Summary).map(|passage| incident.plain(first_sentence(passage.text)));
    let mut text = summary.unwrap_or_else(|| incident.name().to_owned());
    if let Some((end, _)) = text.char_indices().nth(300) {
        text.truncate(end);
    }
    text
}
