//! The keys of the front matter that have parts, each in its short and its long form.

use chrono_tz::Tz;

use crate::incident::action_item::{ActionItem, ActionKind, ActionStatus, Due, Kept, Promise};
use crate::incident::facts::{
    Affected, Because, Correction, DetectedBy, Detection, Impact, Lessons, Service, Text, Why,
};
use crate::incident::fields::{Fields, date_of, instant_of, text_of, word_list, wrong_type};
use crate::incident::front_matter::short_form;
use crate::incident::instant::{self, TimeContext};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::timeline::{EntryKind, TimelineEntry, Update};
use crate::incident::waiver::Waiver;
use crate::incident::yaml::{Key, Node, Yaml};
use crate::source::Spanned;

type Problems = Vec<Problem>;

pub(super) fn timezone(fields: &mut Fields<'_>, p: &mut Problems) -> Option<Spanned<Tz>> {
    let text = fields.text("timezone", p)?;
    let Ok(zone) = text.value.trim().parse::<Tz>() else {
        let message = format!("`{}` is not a time zone", text.value.trim());
        p.push(
            Problem::new(ProblemKind::WrongType, text.span, message)
                .help("use an IANA name such as `Europe/Berlin`, or `UTC`"),
        );
        return None;
    };
    Some(Spanned::new(zone, text.span))
}

/// Reads each entry of a list: the long form through `long`, a plain text through `short`.
fn entries<T>(
    nodes: &[Node],
    name: &str,
    times: &TimeContext,
    p: &mut Problems,
    short: impl Fn(Text, &mut Problems) -> Option<T>,
    long: impl Fn(&mut Fields<'_>, &Node, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let mut read = Vec::with_capacity(nodes.len());
    for node in nodes {
        match &node.value {
            Yaml::Map(map) => {
                let mut fields = Fields::new(map, times, p);
                read.extend(long(&mut fields, node, p));
                fields.finish(&format!("an entry of `{name}`"), p);
            }
            Yaml::Null => {}
            _ => match short_form(node) {
                Some(text) => read.extend(short(text, p)),
                None => p.push(wrong_type(node, name, "text or a mapping in each entry")),
            },
        }
    }
    read
}

fn is_internal(fields: &mut Fields<'_>, p: &mut Problems) -> bool {
    fields.flag("internal", p).is_some_and(|flag| flag.value)
}

fn missing(node: &Node, key: &str, name: &str, p: &mut Problems) {
    let message = format!("this entry of `{name}` has no `{key}`");
    p.push(Problem::new(ProblemKind::WrongType, node.span.clone(), message).help(format!("add `{key}: …` to it")));
}

pub(super) fn services(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Service> {
    let short = |name: Text, _: &mut Problems| {
        let span = name.span.clone();
        Some(Service { name, start: None, end: None, effect: None, internal: false, span })
    };
    entries(fields.list("services"), "services", times, p, short, |f, node, p| {
        let name = f.text("name", p);
        let (start, end) = (f.instant("start", p), f.instant("end", p));
        let (effect, internal) = (f.text("effect", p), is_internal(f, p));
        if name.is_none() {
            missing(node, "name", "services", p);
        }
        Some(Service { name: name?, start, end, effect, internal, span: node.span.clone() })
    })
}

pub(super) fn impact(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Impact> {
    let node = fields.node("impact")?;
    let span = node.span.clone();
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let summary = f.text("summary", p);
            let affected = affected(&mut f, times, p);
            let (data_loss, remaining) = (f.text("data_loss", p), f.text("remaining", p));
            f.finish("`impact`", p);
            Some(Impact { summary, affected, data_loss, remaining, span })
        }
        Yaml::Scalar(_) => {
            let summary = text_of(node, "impact", p)?;
            Some(Impact { summary: Some(summary), affected: Vec::new(), data_loss: None, remaining: None, span })
        }
        _ => {
            p.push(wrong_type(node, "impact", "text or a mapping"));
            None
        }
    }
}

fn affected(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Affected> {
    let short = |who: Text, _: &mut Problems| {
        let span = who.span.clone();
        Some(Affected { who: Some(who), count: None, of: None, internal: false, span })
    };
    entries(fields.list("affected"), "affected", times, p, short, |f, node, p| {
        let (who, count, of) = (f.text("who", p), f.text("count", p), f.text("of", p));
        Some(Affected { who, count, of, internal: is_internal(f, p), span: node.span.clone() })
    })
}

pub(super) fn detection(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Detection> {
    let node = fields.node("detection")?;
    let span = node.span.clone();
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let how = f.word("how", word_list!(DetectedBy), p);
            let text = f.text("text", p);
            f.finish("`detection`", p);
            Some(Detection { how, text, span })
        }
        Yaml::Scalar(_) => {
            let text = text_of(node, "detection", p)?;
            let how = DetectedBy::from_word(text.value.trim()).map(|how| Spanned::new(how, text.span.clone()));
            let text = if how.is_some() { None } else { Some(text) };
            Some(Detection { how, text, span })
        }
        _ => {
            p.push(wrong_type(node, "detection", "text or a mapping"));
            None
        }
    }
}

pub(super) fn five_whys(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Why> {
    whys(fields.list("five_whys"), times, p)
}

fn whys(nodes: &[Node], times: &TimeContext, p: &mut Problems) -> Vec<Why> {
    let short = |text: Text, _: &mut Problems| Some(why_of_text(text));
    entries(nodes, "five_whys", times, p, short, |f, node, p| {
        let why = f.text("why", p);
        let because = answers(f.list("because"), times, p);
        Some(Why { why, because, span: node.span.clone() })
    })
}

/// An answer is a text, or a mapping `{text, why, because}` whose own whys hang under it: there the chain branches.
fn answers(nodes: &[Node], times: &TimeContext, p: &mut Problems) -> Vec<Because> {
    let short = |text: Text, _: &mut Problems| Some(Because { text, whys: Vec::new() });
    entries(nodes, "because", times, p, short, |f, node, p| {
        let text = f.text("text", p);
        let why = f.text("why", p);
        let because = answers(f.list("because"), times, p);
        let mut under = whys(f.list("five_whys"), times, p);
        match (text, why) {
            (Some(text), why) => {
                if why.is_some() || !because.is_empty() {
                    under.insert(0, Why { why, because, span: node.span.clone() });
                }
                Some(Because { text, whys: under })
            }
            // `{why, because}` without a text of its own: the question stands for the answer it asks about.
            (None, Some(why)) => {
                let asked = Why { why: Some(why.clone()), because, span: node.span.clone() };
                Some(Because { text: Spanned::new(String::new(), why.span), whys: vec![asked] })
            }
            (None, None) => {
                missing(node, "text", "because", p);
                None
            }
        }
    })
}

/// "Why did it fail? Because …" in one line is a question and its answer.
pub(super) fn why_of_text(text: Text) -> Why {
    let span = text.span.clone();
    let split = text.value.split_once('?').map(|(why, answer)| (format!("{}?", why.trim()), answer.trim().to_owned()));
    let (why, because) = match split {
        Some((why, answer)) if answer.is_empty() => (Some(why), None),
        Some((why, answer)) => (Some(why), Some(answer)),
        None => (None, Some(text.value)),
    };
    Why {
        why: why.map(|why| Spanned::new(why, span.clone())),
        because: because
            .map(|text| Because { text: Spanned::new(text, span.clone()), whys: Vec::new() })
            .into_iter()
            .collect(),
        span,
    }
}

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
                let (kind, evidence) = (f.word("kind", word_list!(EntryKind), p), f.text("evidence", p));
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
        // A row with a time of day only belongs to the day of the row before it.
        if let Some(at) = row.last().and_then(|row| row.at.as_ref()) {
            times.date = Some(at.at.date_naive());
        }
        rows.extend(row);
    }
    rows
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

pub(super) fn lessons(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Lessons> {
    let node = fields.node("lessons")?;
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let lessons = Lessons {
                general: f.texts("general", p),
                went_well: f.texts("went_well", p),
                went_wrong: f.texts("went_wrong", p),
                got_lucky: f.texts("got_lucky", p),
                for_others: f.texts("for_others", p),
            };
            f.finish("`lessons`", p);
            Some(lessons)
        }
        Yaml::List(list) => {
            let general = list.iter().filter_map(|item| text_of(item, "lessons", p)).collect();
            Some(Lessons { general, ..Lessons::default() })
        }
        _ => {
            let general = text_of(node, "lessons", p).into_iter().collect();
            Some(Lessons { general, ..Lessons::default() })
        }
    }
}

fn due(fields: &mut Fields<'_>, p: &mut Problems) -> Option<Due> {
    let text = fields.text("due", p)?;
    // Words such as "next quarter" are read: a rule says that they are vague.
    let date = date_of(&text, &mut Vec::new()).map(|date| date.value);
    Some(Due { date, text })
}

pub(super) fn action_items(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<ActionItem> {
    let short = |action: Text, _: &mut Problems| {
        let span = action.span.clone();
        Some(ActionItem::of(action, span))
    };
    entries(fields.list("action_items"), "action_items", times, p, short, |f, node, p| {
        let action = f.text("action", p);
        let (owner, due) = (f.text("owner", p), due(f, p));
        let (kind, priority) = (f.word("type", word_list!(ActionKind), p), f.text("priority", p));
        let (status, done) = (f.word("status", word_list!(ActionStatus), p), f.date("done", p));
        let (ticket, reason, internal) = (f.text("ticket", p), f.text("reason", p), is_internal(f, p));
        if action.is_none() {
            missing(node, "action", "action_items", p);
        }
        let status = status.or_else(|| done.as_ref().map(|day| Spanned::new(ActionStatus::Done, day.span.clone())));
        let span = node.span.clone();
        Some(ActionItem { action: action?, owner, due, kind, priority, status, done, ticket, reason, internal, span })
    })
}

pub(super) fn promises(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Promise> {
    let short = |what: Text, _: &mut Problems| {
        let span = what.span.clone();
        Some(Promise { what, due: None, kept: None, internal: false, span })
    };
    entries(fields.list("promises"), "promises", times, p, short, |f, node, p| {
        let (what, due) = (f.text("what", p), due(f, p));
        let kept = f.text("kept", p).and_then(|text| kept(&text, times, p));
        let internal = is_internal(f, p);
        if what.is_none() {
            missing(node, "what", "promises", p);
        }
        Some(Promise { what: what?, due, kept, internal, span: node.span.clone() })
    })
}

fn kept(text: &Text, times: &TimeContext, p: &mut Problems) -> Option<Kept> {
    match text.value.trim().to_lowercase().as_str() {
        "yes" | "true" => Some(Kept::Said(Spanned::new(true, text.span.clone()))),
        "no" | "false" => Some(Kept::Said(Spanned::new(false, text.span.clone()))),
        _ => instant_of(text, times, p).map(Kept::At),
    }
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

pub(super) fn attest(fields: &mut Fields<'_>, _: &TimeContext, p: &mut Problems) -> Vec<(Text, Text)> {
    pairs(fields, "attest", p)
        .into_iter()
        .filter_map(|(key, node)| {
            let reason = text_of(node, "attest", p)?;
            Some((Spanned::new(key.name.clone(), key.span.clone()), reason))
        })
        .collect()
}

pub(super) fn waive(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for (key, node) in pairs(fields, "waive", p) {
        let rule = Spanned::new(key.name.clone(), key.span.clone());
        let span = key.span.start..node.span.end.max(key.span.end);
        let (reason, until) = match &node.value {
            Yaml::Map(map) => {
                let mut f = Fields::new(map, times, p);
                let read = (f.text("reason", p), f.date("until", p));
                f.finish("a waiver", p);
                read
            }
            _ => (text_of(node, "waive", p), None),
        };
        waivers.push(Waiver { rule, reason, until, scope: None, span });
    }
    waivers
}

fn pairs<'a>(fields: &mut Fields<'a>, name: &'static str, p: &mut Problems) -> Vec<(&'a Key, &'a Node)> {
    match fields.node(name) {
        Some(Node { value: Yaml::Map(map), .. }) => map.iter().map(|(key, node)| (key, node)).collect(),
        Some(node) => {
            p.push(wrong_type(node, name, "a mapping"));
            Vec::new()
        }
        None => Vec::new(),
    }
}
