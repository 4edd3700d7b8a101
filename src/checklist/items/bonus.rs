//! The four bonus items: what the best reports add.

use crate::checklist::items::{Judgement, Reader};
use crate::checklist::phrases::find;
use crate::checklist::phrases::verdict::{BECAUSE, FOR_OTHERS, PARTS, PEOPLE, PERSONS, PROCESS, PRODUCTS, TAKEAWAY};
use crate::checklist::scorecard::Verdict;
use crate::incident::facts::Why;
use crate::incident::headings::Meaning;
use crate::source::Span;

/// The parts involved, by name.
pub(super) fn technologies(reader: &Reader<'_>) -> Judgement {
    let incident = reader.incident;
    if let Some(first) = incident.facts.technologies.first() {
        return Judgement::new(Verdict::Yes, [first.span.clone()], "lists them");
    }
    let named: Vec<Span> = reader.with(PRODUCTS).cloned().collect();
    let body = incident.source.slice(&incident.body.span);
    // Names in code are names of parts too.
    let in_code =
        body.split('`').skip(1).step_by(2).filter(|code| code.chars().count() > 2 && !code.contains('\n')).count();
    if !named.is_empty() || in_code >= 2 {
        let code = body.find('`').map(|at| incident.body.span.start + at..incident.body.span.start + at + 1);
        let place =
            code.map(|at| incident.source.trim(&incident.source.line_span(incident.source.line_column(at.start).line)));
        return Judgement::new(Verdict::Yes, named.into_iter().chain(place), "names the parts involved");
    }
    let kinds: Vec<Span> = reader.with(PARTS).cloned().collect();
    if kinds.is_empty() {
        return Judgement::no("no part involved is named");
    }
    Judgement::new(Verdict::Partial, kinds, "names kinds of parts only")
}

/// A chain of whys, listed or told.
pub(super) fn five_whys(reader: &Reader<'_>) -> Judgement {
    let incident = reader.incident;
    let listed = incident.five_whys();
    let depth = depth(listed).max(listed.len());
    let rungs = || listed.iter().map(|why| why.span.clone());
    match depth {
        3.. => return Judgement::new(Verdict::Yes, rungs(), "asks why at least three times in a row"),
        1..3 => return Judgement::new(Verdict::Partial, rungs(), "asks why, but stops early"),
        0 => {}
    }
    let causes =
        [Meaning::RootCause, Meaning::ContributingFactors, Meaning::Summary, Meaning::Trigger, Meaning::Detection];
    let chain: Vec<Span> = reader.with(BECAUSE).cloned().collect();
    let about_causes = chain.iter().filter(|span| reader.is_in(span, &causes)).count();
    let reaches =
        reader.with(PROCESS).filter(|span| reader.has(span, BECAUSE) || reader.is_in(span, &causes)).count() > 0;
    let told = reader.passage(Meaning::RootCause).is_some_and(|(_, words)| words >= 60);
    match (chain.len(), about_causes) {
        (3.., 1..) if reaches || told => {
            Judgement::new(Verdict::Yes, chain, "tells a chain of causes down to a process or a design")
        }
        (2.., _) if reaches || told => {
            Judgement::new(Verdict::Partial, chain, "links causes, without asking on to the end")
        }
        (_, 1..) => Judgement::new(Verdict::Partial, chain, "links one cause to another"),
        _ => Judgement::no("no chain of whys"),
    }
}

fn depth(whys: &[Why]) -> usize {
    let below = |why: &Why| why.because.iter().map(|answer| depth(&answer.whys)).max().unwrap_or(0);
    whys.iter().map(|why| 1 + below(why)).max().unwrap_or(0)
}

/// People at work are told of.
pub(super) fn human_elements(reader: &Reader<'_>) -> Judgement {
    if let Some((span, _)) = reader.passage(Meaning::People).filter(|(_, words)| *words >= 8) {
        return Judgement::new(Verdict::Yes, [span], "tells of the people");
    }
    let people: Vec<Span> = reader.with(PEOPLE).cloned().collect();
    let acting = people.iter().filter(|span| reader.has(span, PERSONS) || reader.text(span).contains('@')).count();
    let mentions = reader.incident.timeline().iter().filter(|row| row.text.value.contains('@')).count();
    match (people.len(), acting + mentions) {
        (2.., 1..) | (_, 3..) => Judgement::new(Verdict::Yes, people, "tells of people at work"),
        (1.., _) | (_, 1..) => Judgement::new(Verdict::Partial, people, "mentions people in passing"),
        _ => Judgement::no("no person appears"),
    }
}

/// Takeaways an outsider can use.
pub(super) fn others_can_learn(reader: &Reader<'_>) -> Judgement {
    let lessons = reader.incident.lessons();
    if let Some(first) = lessons.for_others.first() {
        return Judgement::new(Verdict::Yes, [first.span.clone()], "says what others can take away");
    }
    let general = || {
        lessons.general.iter().filter(|lesson| {
            lesson.value.split_whitespace().map(|w| w.chars().count().div_ceil(10)).sum::<usize>() >= 8
        })
    };
    let addressed: Vec<Span> = reader.with(FOR_OTHERS).filter(|span| reader.has(span, TAKEAWAY)).cloned().collect();
    let worded: Vec<Span> =
        general().filter(|lesson| find(&lesson.value).has(TAKEAWAY)).map(|lesson| lesson.span.clone()).collect();
    if !addressed.is_empty() || worded.len() >= 2 {
        return Judgement::new(
            Verdict::Yes,
            addressed.into_iter().chain(worded),
            "words takeaways that hold elsewhere",
        );
    }
    let any: Vec<Span> = lessons.iter().map(|lesson| lesson.span.clone()).take(1).collect();
    match (general().next(), any.is_empty()) {
        (Some(lesson), _) => Judgement::new(Verdict::Partial, [lesson.span.clone()], "lessons that hold inside"),
        (None, false) => Judgement::new(Verdict::Partial, any, "lessons that hold inside"),
        (None, true) if !reader.incident.action_items().is_empty() => Judgement::new(
            Verdict::Partial,
            reader.incident.action_items().iter().map(|item| item.action.span.clone()).take(1),
            "only to-dos of its own",
        ),
        _ => Judgement::no("no takeaway is stated"),
    }
}
