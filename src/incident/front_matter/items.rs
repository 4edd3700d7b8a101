//! Action items and promises.

use crate::incident::action_item::{ActionItem, ActionKind, ActionStatus, Due, Kept, Promise};
use crate::incident::facts::Text;
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, date_of, instant_of, word_list};
use crate::incident::front_matter::parts::{entries, is_internal, missing};
use crate::incident::instant::TimeContext;
use crate::source::Spanned;

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
        let (kind, priority) = (f.word("type", word_list!(ActionKind), p), f.text("priority", p).map(Box::new));
        let (status, done) = (f.word("status", word_list!(ActionStatus), p), f.date("done", p));
        let (ticket, reason, internal) = (f.text("ticket", p), f.text("reason", p).map(Box::new), is_internal(f, p));
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
