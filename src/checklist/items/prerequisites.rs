//! The four prerequisites: what makes a report worth hearing.

use crate::checklist::items::{Judgement, Reader};
use crate::checklist::phrases::verdict::{
    BLAME, CHANNEL, CHANNEL_BY_NAME, CHANNEL_WEAK, FAILURE, HEDGE, OWNS, SORRY, WE,
};
use crate::checklist::phrases::voice::CANNED;
use crate::checklist::scorecard::Verdict;
use crate::incident::headings::Meaning;
use crate::source::Span;

/// Plainly, in the organisation's own voice.
pub(super) fn admits_failure(reader: &Reader<'_>) -> Judgement {
    let sorry: Vec<Span> = reader.with(SORRY).cloned().collect();
    let failing: Vec<&Span> = reader.with(FAILURE).collect();
    let plain = |span: &&&Span| !reader.has(span, HEDGE);
    let own = failing.iter().filter(plain).filter(|span| reader.has(span, WE)).map(|span| (*span).clone());
    let strong: Vec<Span> = sorry.into_iter().chain(own).collect();
    if !strong.is_empty() {
        return Judgement::new(Verdict::Yes, strong, "says in its own voice that it failed");
    }
    let full: Vec<Span> =
        reader.full().filter(|span| reader.has(span, FAILURE) && !reader.has(span, HEDGE)).cloned().collect();
    if full.len() > 1 {
        return Judgement::new(Verdict::Yes, full, "says plainly what failed");
    }
    let notes: Vec<Span> = failing.into_iter().cloned().collect();
    if notes.is_empty() && full.is_empty() {
        return Judgement::no("no sentence says that something failed");
    }
    Judgement::new(Verdict::Partial, notes, "names a failure only in notes or hedged")
}

/// People's own words: connected sentences, first person, no canned apology.
pub(super) fn sounds_human(reader: &Reader<'_>) -> Judgement {
    let canned: Vec<Span> = reader.with(CANNED).cloned().collect();
    let full: Vec<&Span> = reader.full().collect();
    let own: Vec<Span> = full.iter().filter(|span| reader.has(span, WE)).map(|span| (*span).clone()).collect();
    if !canned.is_empty() {
        return Judgement::new(Verdict::Partial, canned, "apologises in words from a box");
    }
    if own.len() >= 2 || (own.len() == 1 && full.len() >= 4) {
        return Judgement::new(Verdict::Yes, own, "connected sentences in the first person");
    }
    if full.is_empty() {
        return Judgement::no("only notes, no connected sentence");
    }
    Judgement::new(Verdict::Partial, full.into_iter().cloned(), "connected sentences, hardly any in the first person")
}

/// Where word was given to those affected.
pub(super) fn has_a_channel(reader: &Reader<'_>) -> Judgement {
    let facts = &reader.incident.facts;
    let told: Vec<Span> =
        facts.updates.iter().filter_map(|update| update.channel.as_ref()).map(|channel| channel.span.clone()).collect();
    if !told.is_empty() {
        return Judgement::new(Verdict::Yes, told, "lists what was told, where and when");
    }
    let section = reader.passage(Meaning::Updates).filter(|(_, words)| *words >= 12).map(|(span, _)| span);
    let named: Vec<Span> = reader.with(CHANNEL_BY_NAME).cloned().collect();
    let any: Vec<Span> = reader.with(CHANNEL).cloned().collect();
    let weak = reader.with(CHANNEL_WEAK).next().is_some();
    match (section, named.is_empty(), any.is_empty()) {
        (Some(section), ..) if !weak => Judgement::new(Verdict::Yes, [section], "tells what was told to users"),
        (_, false, _) if !weak => Judgement::new(Verdict::Yes, named, "names where word was given"),
        (_, _, false) => Judgement::new(Verdict::Partial, any, "says that users were told, hardly where"),
        _ => match facts.contact.as_ref() {
            Some(contact) => {
                Judgement::new(Verdict::Partial, [contact.span.clone()], "names whom to ask, not where word was given")
            }
            None => Judgement::no("no word of where users were told"),
        },
    }
}

/// Owns it: no blame passed on, unknowns named.
pub(super) fn is_authentic(reader: &Reader<'_>) -> Judgement {
    let blame: Vec<Span> = reader.with(BLAME).cloned().collect();
    let owned: Vec<Span> = reader.with(OWNS).filter(|span| reader.has(span, WE)).cloned().collect();
    let full = reader.full().count();
    match (blame.is_empty(), owned.is_empty()) {
        (false, true) => Judgement::new(Verdict::No, blame, "passes the blame on"),
        (false, false) => Judgement::new(Verdict::Partial, blame, "leans on someone else's failure beside its own"),
        (true, false) => Judgement::new(Verdict::Yes, owned, "owns its part"),
        (true, true) if full >= 8 => {
            Judgement::new(Verdict::Yes, reader.full().take(1).cloned(), "tells it at length and blames nobody")
        }
        (true, true) => {
            Judgement::new(Verdict::Partial, reader.full().take(1).cloned(), "too thin to tell whose part it was")
        }
    }
}
