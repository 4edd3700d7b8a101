//! The listed parts of a report: timeline, whys, lessons, action items, messages, promises, corrections, scorecard.

use chrono::{Duration, NaiveDate};
use serde::Serialize;

use crate::checklist::item::Tier;
use crate::checklist::scorecard::Verdict;
use crate::incident::action_item::{ActionItem, ActionStatus, Kept};
use crate::incident::facts::Why;
use crate::incident::instant::Precision;
use crate::site::markdown::plain;
use crate::site::page::facts::moment;
use crate::site::page::report::Context;
use crate::site::words::{Words, clock};

/// A row of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineRow {
    /// RFC 3339 for machines.
    pub datetime: Option<String>,
    /// `05:10`, or as it was written.
    pub clock: String,
    /// The day, on the first row of each day where there are several.
    pub day: Option<String>,
    /// Hours and minutes since the start.
    pub plus: String,
    /// What kind of row it is.
    pub kind: Option<String>,
    /// The format's word for it.
    pub phase: Option<&'static str>,
    /// What happened, as HTML.
    pub html: String,
    /// What proves it, as HTML.
    pub evidence: Option<String>,
    /// The stretch without a row before it.
    pub gap: Option<String>,
}

/// The timeline's rows.
pub(in crate::site) fn timeline(context: &Context<'_>) -> Vec<TimelineRow> {
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
    shown
        .into_iter()
        .map(|row| {
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
                    |(at, here)| format!("{}{}", if at.approximate { "~" } else { "" }, clock(&here)),
                ),
                day: at.filter(|_| new_day).map(|(_, here)| words.date(here.date_naive())),
                plus: exact.zip(start).map(|((_, here), start)| since(here - start.at)).unwrap_or_default(),
                kind: row.kind.as_ref().map(|kind| words.get(&format!("e_{}", kind.value.word())).to_owned()),
                phase: row.kind.as_ref().map(|kind| kind.value.word()),
                html: context.inline(&context.without_internal(&row.text)),
                evidence: row.evidence.as_ref().map(|text| linked(&text.value, context)),
                gap: silent.map(|gap| words.fill("gap", &[("duration", &words.duration(gap))])),
            }
        })
        .collect()
}

/// `+1:35`, `−0:20`.
fn since(length: Duration) -> String {
    let minutes = length.num_minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// An address becomes a link; other text is Markdown.
fn linked(text: &str, context: &Context<'_>) -> String {
    let trimmed = text.trim();
    if trimmed.starts_with("http") && !trimmed.contains(char::is_whitespace) {
        context.inline(&format!("<{trimmed}>"))
    } else {
        context.inline(trimmed)
    }
}

/// The whys as a ladder, flattened into HTML: a straight chain goes down, a fork has one column per branch.
pub(in crate::site) fn whys(context: &Context<'_>) -> Option<String> {
    let whys = context.incident.five_whys();
    (!whys.is_empty()).then(|| {
        let mut html = String::new();
        ladder(whys, 1, "", context, &mut html);
        html
    })
}

fn ladder(whys: &[Why], first: usize, branch: &str, context: &Context<'_>, html: &mut String) {
    html.push_str("<ol class=\"whys\">");
    rungs(whys, first, branch, context, html);
    html.push_str("</ol>");
}

/// Writes the rungs of one chain; what hangs under an answer goes on below it.
fn rungs(whys: &[Why], first: usize, branch: &str, context: &Context<'_>, html: &mut String) {
    for (index, why) in whys.iter().enumerate() {
        let number = first + index;
        let below: Vec<&[Why]> =
            why.because.iter().map(|answer| answer.whys.as_slice()).filter(|whys| !whys.is_empty()).collect();
        let last = index + 1 == whys.len() && below.is_empty();
        html.push_str(if last { "<li class=\"root\">" } else { "<li>" });
        html.push_str(&format!("<span class=\"n\" aria-hidden=\"true\">{number}{branch}</span>"));
        if let Some(question) = &why.why {
            html.push_str(&format!("<b>{}</b>", context.inline(&context.without_internal(question))));
        }
        for answer in why.because.iter().filter(|answer| !answer.text.value.trim().is_empty()) {
            html.push_str(&format!("<p>{}</p>", context.inline(&context.without_internal(&answer.text))));
        }
        html.push_str("</li>");
        match below.as_slice() {
            [] => {}
            [one] => rungs(one, number + 1, branch, context, html),
            many => {
                html.push_str(if many.len() == 2 { "<li class=\"fork two\">" } else { "<li class=\"fork\">" });
                for (letter, whys) in ('a'..='z').zip(many) {
                    html.push_str("<div>");
                    ladder(whys, number + 1, &format!("{branch}{letter}"), context, html);
                    html.push_str("</div>");
                }
                html.push_str("</li>");
            }
        }
    }
}

/// A group of lessons.
#[derive(Debug, Clone, Serialize)]
pub struct LessonGroup {
    /// Its heading; none for lessons without a group.
    pub heading: Option<String>,
    /// The lessons, as HTML.
    pub lessons: Vec<String>,
}

pub(in crate::site) fn lessons(context: &Context<'_>) -> Vec<LessonGroup> {
    let lessons = context.incident.lessons();
    let groups = [
        (None, &lessons.general),
        (Some("l_well"), &lessons.went_well),
        (Some("l_wrong"), &lessons.went_wrong),
        (Some("l_lucky"), &lessons.got_lucky),
        (Some("l_others"), &lessons.for_others),
    ];
    let shown = groups.into_iter().map(|(name, texts)| LessonGroup {
        heading: name.map(|name| context.words.get(name).to_owned()),
        lessons: texts
            .iter()
            .filter(|text| context.may_show(&text.span))
            .map(|text| context.inline(&context.without_internal(text)))
            .collect(),
    });
    shown.filter(|group| !group.lessons.is_empty()).collect()
}

/// An action item as a row.
#[derive(Debug, Clone, Serialize)]
pub struct Action {
    /// What will be done, as HTML.
    pub html: String,
    /// Who.
    pub owner: Option<String>,
    /// What for.
    pub purpose: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// Where it stands.
    pub state: String,
    /// `late`, `ok` or nothing.
    pub class: &'static str,
    /// The ticket, as HTML.
    pub ticket: Option<String>,
}

pub(in crate::site) fn actions(context: &Context<'_>) -> Vec<Action> {
    let items = context.incident.action_items().iter().filter(|item| context.internal || !item.internal);
    items.map(|item| action(item, context)).collect()
}

fn action(item: &ActionItem, context: &Context<'_>) -> Action {
    let words = context.words;
    let due =
        item.due.as_ref().map(|due| due.date.map_or_else(|| due.text.value.clone(), |date| words.date_short(date)));
    let (state, class) = state(item, context.today, words);
    Action {
        html: context.inline(&context.without_internal(&item.action)),
        owner: item.owner.as_ref().map(|owner| owner.value.clone()),
        purpose: item.kind.as_ref().map(|kind| words.get(&format!("type_{}", kind.value.word())).to_owned()),
        due,
        state,
        class,
        ticket: item.ticket.as_ref().map(|ticket| linked(&ticket.value, context)),
    }
}

fn state(item: &ActionItem, today: NaiveDate, words: &Words) -> (String, &'static str) {
    let reason = item.reason.as_ref().map(|reason| format!(": {}", plain(&reason.value))).unwrap_or_default();
    match item.status.as_ref().map(|status| status.value) {
        Some(ActionStatus::Done) => {
            let day = item.done.as_ref().map(|day| format!(" {}", words.date_short(day.value))).unwrap_or_default();
            (format!("{}{day}", words.get("state_done")), "ok")
        }
        Some(ActionStatus::Declined) => (format!("{}{reason}", words.get("state_declined")), ""),
        _ if item.is_overdue(today) => (words.get("state_overdue").to_owned(), "late"),
        _ => (words.get("state_open").to_owned(), ""),
    }
}

/// A word to users.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// When it was sent.
    pub time: Option<String>,
    /// RFC 3339.
    pub datetime: Option<String>,
    /// Where.
    pub channel: Option<String>,
    /// What it said, as HTML.
    pub html: Option<String>,
    /// What was promised next.
    pub next: Option<String>,
    /// Whether that was kept.
    pub kept: Option<String>,
    /// `late` or `ok`.
    pub class: &'static str,
}

pub(in crate::site) fn messages(context: &Context<'_>) -> Vec<Message> {
    let words = context.words;
    let updates: Vec<_> =
        context.incident.facts.updates.iter().filter(|update| context.internal || !update.internal).collect();
    let sent = |index: usize| updates.get(index + 1).and_then(|next| next.at.as_ref()).map(|at| at.at);
    updates
        .iter()
        .enumerate()
        .map(|(index, update)| {
            let (kept, class) = match (&update.next, sent(index)) {
                (Some(due), Some(at)) if at <= due.at => (Some(words.get("told_kept").to_owned()), "ok"),
                (Some(due), Some(at)) => {
                    (Some(words.fill("told_late", &[("duration", &words.duration(at - due.at))])), "late")
                }
                _ => (None, ""),
            };
            Message {
                time: update.at.as_ref().map(|at| moment(at, words)),
                datetime: update.at.as_ref().map(|at| at.at.to_rfc3339()),
                channel: update
                    .channel
                    .as_ref()
                    .map(|channel| words.fill("told_via", &[("channel", &plain(&channel.value))])),
                html: update.text.as_ref().map(|text| context.inline(&text.value)),
                next: update.next.as_ref().map(|at| words.fill("told_next", &[("time", &clock(&at.at))])),
                kept,
                class,
            }
        })
        .collect()
}

/// A promise made in public.
#[derive(Debug, Clone, Serialize)]
pub struct Promised {
    /// What, as HTML.
    pub html: String,
    /// By when, and whether it was kept.
    pub state: String,
    /// `late`, `ok` or nothing.
    pub class: &'static str,
}

pub(in crate::site) fn promises(context: &Context<'_>) -> Vec<Promised> {
    let words = context.words;
    let shown = context.incident.facts.promises.iter().filter(|promise| context.internal || !promise.internal);
    shown
        .map(|promise| {
            let due = promise
                .due
                .as_ref()
                .map(|due| due.date.map_or_else(|| due.text.value.clone(), |date| words.date(date)));
            let due = due.map(|date| words.fill("p_due", &[("date", &date)]));
            let late = promise.due.as_ref().and_then(|due| due.date).is_some_and(|due| due < context.today);
            let (kept, class) = match &promise.kept {
                Some(Kept::Said(said)) if said.value => (Some(words.get("p_kept").to_owned()), "ok"),
                Some(Kept::At(at)) => {
                    (Some(format!("{} {}", words.get("p_kept"), words.date(at.at.date_naive()))), "ok")
                }
                Some(Kept::Said(_)) => (Some(words.get("p_broken").to_owned()), "late"),
                None if late => (Some(words.get("state_overdue").to_owned()), "late"),
                None => (None, ""),
            };
            let state: Vec<String> = due.into_iter().chain(kept).collect();
            Promised { html: context.inline(&promise.what.value), state: state.join(", "), class }
        })
        .collect()
}

/// A tier of the scorecard.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreTier {
    /// Its name.
    pub name: String,
    /// Its answers.
    pub answers: Vec<ScoreRow>,
}

/// An answer of the scorecard.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreRow {
    /// The question.
    pub question: String,
    /// The symbol: `yes`, `partly`, `no`, `vouched`.
    pub mark: &'static str,
    /// The verdict's word.
    pub verdict: String,
    /// Why a reviewer vouches for it.
    pub vouched: Option<String>,
    /// The lines that decided it.
    pub evidence: Vec<Quote>,
}

/// A quoted line.
#[derive(Debug, Clone, Serialize)]
pub struct Quote {
    /// "line 12".
    pub line: String,
    /// The words.
    pub text: String,
}

pub(in crate::site) fn scorecard(context: &Context<'_>) -> Vec<ScoreTier> {
    let words = context.words;
    let Some(card) = context.scorecard else { return Vec::new() };
    let tier = |tier: &Tier| {
        let answers = card.answers.iter().filter(|answer| answer.item.tier() == *tier);
        let rows = answers.map(|answer| {
            let (mark, verdict) = match (answer.verdict, &answer.attested) {
                (_, Some(_)) => ("vouched", "v_vouched"),
                (Verdict::Yes, None) => ("yes", "v_yes"),
                (Verdict::Partial, None) => ("partly", "v_partial"),
                (Verdict::No, None) => ("no", "v_no"),
            };
            let quoted =
                answer.evidence.iter().filter(|span| answer.attested.is_none() && context.may_show(span)).take(2);
            ScoreRow {
                question: words.get(&format!("i_{}", answer.item.word())).to_owned(),
                mark,
                verdict: words.get(verdict).to_owned(),
                vouched: answer.attested.clone(),
                evidence: quoted.map(|span| quote(context, span)).collect(),
            }
        });
        ScoreTier { name: words.get(&format!("tier_{}", tier.word())).to_owned(), answers: rows.collect() }
    };
    Tier::ALL.iter().map(tier).collect()
}

fn quote(context: &Context<'_>, span: &crate::source::Span) -> Quote {
    let line = context.incident.source.line_column(span.start).line;
    let text = plain(context.incident.source.slice(span));
    let short: String = text.chars().take(200).collect();
    let dots = if short.len() < text.len() { " …" } else { "" };
    Quote { line: context.words.fill("line", &[("n", &line.to_string())]), text: format!("{short}{dots}") }
}
