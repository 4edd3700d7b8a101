//! The four requirements: what every report must hold.

use crate::checklist::items::{Judgement, Reader};
use crate::checklist::phrases::find;
use crate::checklist::phrases::verdict::{BECAUSE, FAILURE, FOUND, VAGUE, WHO};
use crate::checklist::scorecard::Verdict;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision};
use crate::source::Span;

/// Both instants, with time of day; a timeline that starts and ends it may stand for them.
pub(super) fn start_and_end(reader: &Reader<'_>) -> Judgement {
    let incident = reader.incident;
    let exact = |instant: &&Instant| instant.precision != Precision::Day;
    let timed: Vec<&Instant> = incident.timeline().iter().filter_map(|row| row.at.as_ref()).collect();
    let clocks: Vec<&Instant> = timed.iter().copied().filter(exact).collect();
    let start = incident.start().filter(exact).or_else(|| clocks.first().copied());
    let end = incident.end().filter(exact).or_else(|| clocks.last().copied().filter(|_| clocks.len() > 1));
    let place = |instant: &Instant| instant.span.clone();
    match (start, end) {
        (Some(start), Some(end)) => {
            Judgement::new(Verdict::Yes, [place(start), place(end)], "both can be told, with the time of day")
        }
        (Some(one), None) | (None, Some(one)) => {
            Judgement::new(Verdict::Partial, [place(one)], "only one of them has a time of day")
        }
        (None, None) => match incident.start().or_else(|| incident.end()).or_else(|| timed.first().copied()) {
            Some(day) => Judgement::new(Verdict::Partial, [place(day)], "a day, without a time of day"),
            None => match reader.dated() {
                Some(span) => Judgement::new(Verdict::Partial, [span], "a day is named, without start and end"),
                None => Judgement::no("neither start nor end is told"),
            },
        },
    }
}

/// Who, and what they felt.
pub(super) fn who_was_impacted(reader: &Reader<'_>) -> Judgement {
    let facts = &reader.incident.facts;
    if let Some(group) = facts.impact.iter().flat_map(|impact| &impact.affected).find(|group| group.who.is_some()) {
        return Judgement::new(Verdict::Yes, [group.span.clone()], "names who was affected");
    }
    let (summary, impact) = (reader.passage(Meaning::Summary), reader.passage(Meaning::Impact));
    if let Some((span, words)) = impact {
        let says_who = reader.incident.passage(Meaning::Impact).is_some_and(|passage| find(passage.text).has(WHO));
        let named = says_who || !facts.services.is_empty();
        return if named && words >= 5 {
            Judgement::new(Verdict::Yes, [span], "says who was affected and how")
        } else {
            Judgement::new(Verdict::Partial, [span], "names an effect, hardly who felt it")
        };
    }
    let felt: Vec<Span> = reader.with(WHO).filter(|span| reader.has(span, FAILURE)).cloned().collect();
    match (felt.len(), summary) {
        (2.., _) | (1, Some(_)) => Judgement::new(Verdict::Yes, felt, "says in the story who felt what"),
        (1, None) => Judgement::new(Verdict::Partial, felt, "one sentence hints at who felt it"),
        (0, Some((span, _))) if !facts.services.is_empty() => {
            Judgement::new(Verdict::Partial, [span], "names the service, not who uses it")
        }
        _ => Judgement::no("no word of who was affected"),
    }
}

/// The mechanism, and how it was found.
pub(super) fn what_went_wrong(reader: &Reader<'_>) -> Judgement {
    let cause = [Meaning::RootCause, Meaning::FiveWhys, Meaning::ContributingFactors, Meaning::Trigger]
        .into_iter()
        .find_map(|meaning| reader.passage(meaning));
    let chain: Vec<Span> = reader.with(BECAUSE).cloned().collect();
    let found: Vec<Span> = reader.with(FOUND).cloned().collect();
    let mechanism = cause.as_ref().is_some_and(|(_, words)| *words >= 20) || chain.len() >= 3;
    let evidence = cause.map(|(span, _)| span).into_iter().chain(chain.first().cloned());
    match (mechanism, found.is_empty()) {
        (true, false) => Judgement::new(
            Verdict::Yes,
            evidence.chain(found.first().cloned()),
            "tells the mechanism and how it was found",
        ),
        (true, true) => Judgement::new(Verdict::Partial, evidence, "tells the mechanism, not how it was found"),
        (false, _) => {
            let evidence: Vec<Span> = evidence.collect();
            if evidence.is_empty() {
                return Judgement::no("no cause is told");
            }
            Judgement::new(Verdict::Partial, evidence, "names a cause without its mechanism")
        }
    }
}

/// Lessons and actions that are specific.
pub(super) fn what_improves(reader: &Reader<'_>) -> Judgement {
    let incident = reader.incident;
    let actions = incident.action_items().iter().map(|item| (&item.action.span, item.action.value.as_str()));
    let lessons = incident.lessons().iter().map(|lesson| (&lesson.span, lesson.value.as_str()));
    let all: Vec<(&Span, &str)> = actions.chain(lessons).collect();
    let words = |text: &str| text.split_whitespace().map(|word| word.chars().count().div_ceil(10)).sum::<usize>();
    let specific = |text: &str| words(text) >= 4 && (!find(text).has(VAGUE) || words(text) >= 9);
    let firm: Vec<Span> = all.iter().filter(|(_, text)| specific(text)).map(|(span, _)| (*span).clone()).collect();
    if !firm.is_empty() {
        return Judgement::new(Verdict::Yes, firm, "names specific lessons or actions");
    }
    let told = [Meaning::ActionItems, Meaning::Lessons, Meaning::WentWrong]
        .into_iter()
        .find_map(|meaning| reader.passage(meaning));
    match (all.first(), told) {
        (_, Some((span, 12..))) => Judgement::new(Verdict::Yes, [span], "tells what changes"),
        (Some((span, _)), _) => Judgement::new(Verdict::Partial, [(*span).clone()], "names general intentions only"),
        (None, Some((span, _))) => Judgement::new(Verdict::Partial, [span], "says little of what changes"),
        (None, None) => {
            let will: Vec<Span> = reader.sentences_of_intent().collect();
            if will.is_empty() {
                return Judgement::no("no lesson and no action is named");
            }
            Judgement::new(
                if will.len() > 1 { Verdict::Yes } else { Verdict::Partial },
                will,
                "says in the story what will change",
            )
        }
    }
}
