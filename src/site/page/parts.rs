//! The listed parts of a report: action items, messages, promises, scorecard.

use chrono::NaiveDate;
use serde::Serialize;

use crate::checklist::item::Tier;
use crate::checklist::scorecard::Verdict;
use crate::incident::action_item::{ActionItem, ActionStatus, Kept};
use crate::incident::instant::{Instant, Precision};
use crate::incident::timeline::Update;
use crate::site::markdown::plain;
use crate::site::page::beside::{Besides, Margins};
use crate::site::page::facts::moment;
use crate::site::page::report::Context;
use crate::site::words::{Words, clock};

/// An address becomes a link; other text is Markdown.
pub(in crate::site) fn linked(text: &str, context: &Context<'_>) -> String {
    let trimmed = text.trim();
    if trimmed.starts_with("http") && !trimmed.contains(char::is_whitespace) {
        context.inline(&format!("<{trimmed}>"))
    } else {
        context.inline(trimmed)
    }
}

/// A text, unless there is none.
pub(in crate::site) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// An action item as a row.
#[derive(Debug, Clone, Serialize)]
pub struct Action {
    /// What will be done, as HTML.
    pub html: String,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Where it stands.
    pub state: String,
    /// `late`, `ok` or nothing.
    pub class: &'static str,
    /// The ticket, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// What else the report says of it, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    /// What stands between it and the item before, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

/// The rows, what stands before them and what stands behind.
pub(in crate::site) fn actions(context: &Context<'_>, beside: &Besides) -> (Vec<Action>, Margins) {
    let items = context.incident.action_items().iter().filter(|item| context.internal || !item.internal);
    let items: Vec<&ActionItem> = items.collect();
    let spans: Vec<_> = items.iter().map(|item| item.span.clone()).collect();
    let mut woven = beside.woven("actions", &spans);
    let margins = woven.margins();
    let rows = items.into_iter().enumerate().map(|(index, item)| {
        let (before, more) = woven.take(index);
        Action { before: some(before), more: some(more), ..action(item, context) }
    });
    (rows.collect(), margins)
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
        // An action that names its ticket in its words needs no second one.
        ticket: item
            .ticket
            .as_ref()
            .filter(|ticket| !item.action.value.contains(&ticket.value))
            .map(|ticket| linked(&ticket.value, context)),
        more: None,
        before: None,
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
                next: update
                    .next
                    .as_ref()
                    .map(|next| words.fill("told_next", &[("time", &promised(update, next, words))])),
                kept,
                class,
            }
        })
        .collect()
}

/// When the next word was promised; another day is named.
fn promised(update: &Update, next: &Instant, words: &Words) -> String {
    let same_day =
        update.at.as_ref().is_some_and(|at| at.at.with_timezone(next.at.offset()).date_naive() == next.at.date_naive());
    if same_day && next.precision != Precision::Day { clock(&next.at) } else { moment(next, words) }
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
    #[serde(skip_serializing_if = "Option::is_none")]
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
    let text = context.incident.plain(without_yaml(context.incident.source.slice(span)));
    Quote { line: context.words.fill("line", &[("n", &line.to_string())]), text: shortened(text) }
}

/// Quotes and braces around a whole value are the file's, not the report's words.
fn without_yaml(text: &str) -> &str {
    let whole = text.trim();
    let pairs = [('"', '"'), ('\'', '\''), ('{', '}')];
    let inner = pairs.iter().find_map(|(open, close)| {
        whole.strip_prefix(*open)?.strip_suffix(*close).filter(|inner| !inner.contains([*open, *close]))
    });
    inner.unwrap_or(text)
}

/// At most so many letters; a word is not cut, unless it is as long as a sentence.
fn shortened(text: String) -> String {
    let Some((end, _)) = text.char_indices().nth(200) else { return text };
    let short = text.get(..end).unwrap_or(&text);
    let words = short.rsplit_once(char::is_whitespace).map(|(words, _)| words.trim_end());
    format!("{} …", words.filter(|words| words.len() * 2 > short.len()).unwrap_or(short))
}
