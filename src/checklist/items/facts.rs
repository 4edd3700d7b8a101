//! Verdicts that facts alone decide: what stands in the front matter as data needs no reading between lines.

use crate::checklist::item::Item;
use crate::checklist::items::{Judgement, Reader};
use crate::checklist::phrases::account::MEDIA;
use crate::checklist::phrases::find;
use crate::checklist::phrases::verdict::FOUND;
use crate::checklist::scorecard::Verdict;
use crate::incident::facts::Why;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision};
use crate::source::Span;

/// The verdict of an item, where facts decide it.
pub(super) fn judge(item: Item, reader: &Reader<'_>) -> Option<Judgement> {
    let facts = &reader.incident.facts;
    let yes = |places: Vec<Span>, reason| (!places.is_empty()).then(|| Judgement::new(Verdict::Yes, places, reason));
    match item {
        Item::HasAChannel => {
            let told =
                facts.updates.iter().filter_map(|update| update.channel.as_ref()).map(|channel| channel.span.clone());
            yes(told.collect(), "lists what was told, where and when").or_else(|| in_passing(reader))
        }
        Item::StartAndEnd => {
            let exact = |at: &&Instant| at.precision != Precision::Day;
            let (start, end) = (reader.incident.start().filter(exact)?, reader.incident.end().filter(exact)?);
            yes(vec![start.span.clone(), end.span.clone()], "both are stated, with the time of day")
        }
        Item::WhoWasImpacted => {
            let groups = facts.impact.iter().flat_map(|impact| &impact.affected).filter(|group| group.who.is_some());
            // Who sets the rule aside says that nobody is named. The reason is not quoted: no page shows a waiver.
            let admitted = || waives(reader, "missing-impact").then(|| Judgement::no("no word of who was affected"));
            yes(groups.map(|group| group.span.clone()).collect(), "names who was affected").or_else(admitted)
        }
        Item::WhatWentWrong => {
            // A mechanism takes a few sentences, and says how it came to light.
            let cause = facts.root_cause.as_ref().filter(|cause| cause.value.split_whitespace().count() >= 20);
            let found = cause.filter(|cause| find(&cause.value).has(FOUND));
            yes(found.map(|cause| cause.span.clone()).into_iter().collect(), "tells the mechanism and how it was found")
        }
        Item::Technologies => yes(facts.technologies.iter().map(|name| name.span.clone()).collect(), "lists them"),
        Item::FiveWhys => {
            let whys = reader.incident.five_whys();
            let places = whys.iter().map(|why| why.span.clone());
            match depth(whys).max(whys.len()) {
                0 => None,
                1..3 => Some(Judgement::new(Verdict::Partial, places, "asks why, but stops early")),
                _ => Some(Judgement::new(Verdict::Yes, places, "asks why at least three times in a row")),
            }
        }
        Item::HumanElements => {
            let told = reader.passage(Meaning::People).filter(|(_, words)| *words >= 8);
            yes(told.map(|(span, _)| span).into_iter().collect(), "tells of the people")
        }
        Item::OthersCanLearn => {
            let lessons = &reader.incident.lessons().for_others;
            yes(lessons.iter().map(|lesson| lesson.span.clone()).collect(), "says what others can take away")
        }
        _ => None,
    }
}

/// Who sets the rule on channels aside says that users were told of none, or in passing only.
fn in_passing(reader: &Reader<'_>) -> Option<Judgement> {
    let mut named = reader.with(MEDIA).take(1).cloned().peekable();
    waives(reader, "no-channel").then(|| match named.peek() {
        Some(_) => Judgement::new(Verdict::Partial, named, "names a channel, in passing"),
        None => Judgement::no("no word of where users were told"),
    })
}

fn waives(reader: &Reader<'_>, rule: &str) -> bool {
    reader.incident.facts.waive.iter().any(|waiver| waiver.rule.value == rule)
}

fn depth(whys: &[Why]) -> usize {
    let below = |why: &Why| why.because.iter().map(|answer| depth(&answer.whys)).max().unwrap_or(0);
    whys.iter().map(|why| 1 + below(why)).max().unwrap_or(0)
}
