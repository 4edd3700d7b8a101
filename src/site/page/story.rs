//! The sections of the body that are told, not listed: shown in their order, each once.

use serde::Serialize;

use crate::incident::Home;
use crate::incident::anchor;
use crate::incident::body::Section;
use crate::incident::headings::Meaning;
use crate::site::markdown::{block, inline, plain};
use crate::site::page::report::Context;
use crate::source::Span;

/// A section as it is told.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    /// 2 or 3.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// The heading, as HTML.
    pub heading: String,
    /// The heading's words alone.
    pub name: String,
    /// The text, as HTML.
    pub html: String,
}

/// What stands before the first section.
pub(in crate::site) fn intro(context: &Context<'_>) -> String {
    let body = &context.incident.body;
    let headings: Vec<&Section> = body.sections.iter().filter(|section| section.level <= 6).collect();
    let span = match (headings.first(), context.title_section()) {
        (_, Some(title)) => title.own.clone(),
        (Some(first), None) => body.span.start..line_start(context, first.heading.span.start),
        (None, None) => body.span.clone(),
    };
    block(&context.visible(&span), 2)
}

fn line_start(context: &Context<'_>, at: usize) -> usize {
    let source = &context.incident.source;
    source.line_span(source.line_column(at).line).start
}

/// The sections that no component shows.
pub(in crate::site) fn sections(context: &Context<'_>) -> Vec<Told> {
    let incident = context.incident;
    let title = context.title_section().map(|section| section.heading.span.start);
    let mut told = Vec::new();
    // Everything inside a section that a component shows has been shown.
    let mut shown: Span = 0..0;
    for section in incident.body.sections.iter().filter(|section| section.level <= 6) {
        let at = section.heading.span.start;
        if Some(at) == title || (shown.start <= at && at < shown.end) || (section.internal && !context.internal) {
            continue;
        }
        if is_shown_elsewhere(context, section) {
            shown = section.whole.clone();
            continue;
        }
        let html = block(&context.visible(&section.own), 3);
        let base = context.title_section().map_or(1, |title| title.level);
        let level = if section.level <= base + 1 { 2 } else { 3 };
        told.push(Told {
            level,
            id: anchor(&section.heading.value),
            heading: inline(&section.heading.value),
            name: plain(&section.heading.value),
            html,
        });
    }
    // A heading with nothing under it and nothing below it says nothing.
    let kept: Vec<bool> = told
        .iter()
        .enumerate()
        .map(|(index, section)| {
            let below = told.get(index + 1).is_some_and(|next| next.level > section.level);
            !section.html.trim().is_empty() || below
        })
        .collect();
    told.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(section, _)| section).collect()
}

/// Data that was read is shown by its component, unless the front matter tells it too: then both are told, and a rule compares them; a section whose data could not be read is told as it stands.
fn is_shown_elsewhere(context: &Context<'_>, section: &Section) -> bool {
    let incident = context.incident;
    let (facts, body) = (&incident.facts, &incident.body);
    let own_home = |meaning: Meaning| {
        incident.passage(meaning).is_some_and(|passage| {
            passage.home == Home::Body && section.whole.start <= passage.start && passage.end <= section.whole.end
        })
    };
    section.meanings.iter().any(|meaning| match meaning {
        Meaning::Timeline => {
            facts.timeline.is_empty() && holds(section, body.timeline.iter().map(|row| row.span.start))
        }
        Meaning::ActionItems => {
            facts.action_items.is_empty() && holds(section, body.action_items.iter().map(|item| item.span.start))
        }
        Meaning::FiveWhys => facts.five_whys.is_empty() && !body.five_whys.is_empty(),
        Meaning::Lessons | Meaning::WentWell | Meaning::WentWrong | Meaning::GotLucky | Meaning::ForOthers => {
            facts.lessons.is_empty() && holds(section, body.lessons.iter().map(|lesson| lesson.span.start))
        }
        Meaning::Summary => own_home(Meaning::Summary),
        Meaning::RootCause | Meaning::Remedy | Meaning::People | Meaning::CustomerAction => own_home(*meaning),
        _ => false,
    })
}

fn holds(section: &Section, mut places: impl Iterator<Item = usize>) -> bool {
    places.any(|at| section.whole.start <= at && at < section.whole.end)
}
