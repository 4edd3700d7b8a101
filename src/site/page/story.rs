//! The sections of the body that are told, not listed: shown in their order, each once.

use percent_encoding::percent_decode_str;
use serde::Serialize;

use crate::incident::body::Section;
use crate::incident::headings::Meaning;
use crate::incident::{Home, Incident, anchor};
use crate::site::markdown::plain;
use crate::site::page::beside::all_drawn;
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

/// The first paragraph of running text before the first section: old reports often say there what others call the summary.
pub(in crate::site) fn opening(context: &Context<'_>) -> Option<String> {
    let spans = intro_spans(context);
    let text: String = spans.iter().map(|span| prose(context, span)).collect::<Vec<_>>().join("\n\n");
    let mut paragraphs = text.split("\n\n").map(str::trim);
    let runs = |paragraph: &&str| {
        let words = plain(paragraph);
        paragraph.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '`' | '"' | '“' | '*' | '_' | '['))
            && !paragraph.starts_with("* ")
            && !paragraph.contains("\n|")
            && words.chars().count() > 40
            && words.ends_with(['.', '!', '?', '。'])
    };
    paragraphs.find(runs).map(str::to_owned)
}

/// What stands before the first section.
pub(in crate::site) fn intro(context: &Context<'_>) -> String {
    intro_spans(context).iter().map(|span| context.block(&prose(context, span), 2)).collect()
}

fn intro_spans(context: &Context<'_>) -> Vec<Span> {
    let body = &context.incident.body;
    let headings: Vec<&Section> = body.sections.iter().filter(|section| section.level <= 6).collect();
    let first = headings.first().map(|first| body.span.start..line_start(context.incident, first.heading.span.start));
    // What stands under the title may as a whole answer a question, and then stands there.
    let own = title_section(context.incident).map(|title| title.own.clone());
    let answer = |meaning: &Meaning| context.incident.passage(*meaning).map(|passage| passage.span());
    let own = own.filter(|own| {
        let own = Some(context.incident.source.trim(own));
        !TOLD.iter().any(|meaning| answer(meaning) == own)
    });
    let spans = [first.or_else(|| Some(body.span.clone())), own];
    spans.into_iter().flatten().collect()
}

/// A part of the body as it is told, without the sections in it that other components show.
pub(in crate::site) fn prose(context: &Context<'_>, span: &Span) -> String {
    parts(context.incident, span).iter().map(|part| context.visible(part)).collect()
}

/// What is left of a part of the body without the sections in it that other components show. What stands under a bold label stays unless
/// it is shown as a whole.
pub(in crate::site) fn parts(incident: &Incident, span: &Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = span.start;
    for section in incident.body.sections.iter().filter(|section| span.contains(&section.heading.span.start)) {
        let start = line_start(incident, section.heading.span.start);
        let shown = if section.level > 6 {
            let marks =
                |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '*' | '+' | '_' | '.' | ')');
            let before = incident.source.slice(&(start..section.heading.span.start));
            before.chars().all(marks) && shown_whole(incident, section)
        } else {
            shown_elsewhere(incident, section).is_some()
        };
        if shown && start >= at {
            parts.push(at..start);
            at = section.whole.end.min(span.end);
        }
    }
    parts.push(at..span.end);
    parts
}

/// Whether a component shows everything that stands in a section.
fn shown_whole(incident: &Incident, section: &Section) -> bool {
    shown_elsewhere(incident, section).is_some_and(|shown| !shown.drawn || all_drawn(incident, section))
}

fn line_start(incident: &Incident, at: usize) -> usize {
    let source = &incident.source;
    source.line_span(source.line_column(at).line).start
}

/// The sections that no component shows.
pub(in crate::site) fn sections(context: &Context<'_>) -> Vec<Told> {
    let incident = context.incident;
    let title = title_section(context.incident).map(|section| section.heading.span.start);
    let mut told = Vec::new();
    // Everything inside a section that a component shows has been shown.
    let mut shown: Span = 0..0;
    for section in incident.body.sections.iter().filter(|section| section.level <= 6) {
        let at = section.heading.span.start;
        if Some(at) == title || (shown.start <= at && at < shown.end) || (section.internal && !context.internal) {
            continue;
        }
        if shown_elsewhere(incident, section).is_some() {
            shown = section.whole.clone();
            continue;
        }
        let html = context.block(&prose(context, &section.own), 3);
        let base = title_section(context.incident).map_or(1, |title| title.level);
        let level = if section.level <= base + 1 { 2 } else { 3 };
        told.push(Told {
            level,
            id: anchor(&section.heading.value),
            heading: context.inline(&section.heading.value),
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

/// A component of the page that shows what stands in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) struct Shown {
    /// Its anchor; empty at the top of the page.
    pub(in crate::site) anchor: &'static str,
    /// Whether it draws rows that were read, not the section as it stands.
    pub(in crate::site) drawn: bool,
}

/// Data that was read is shown by its component, unless the front matter tells it too: then both are told, and a rule compares them; a
/// section whose data could not be read is told as it stands.
pub(in crate::site) fn shown_elsewhere(incident: &Incident, section: &Section) -> Option<Shown> {
    let (facts, body) = (&incident.facts, &incident.body);
    let drawn = |anchor, is_there| (Shown { anchor, drawn: true }, is_there);
    let told = |anchor, meaning| (Shown { anchor, drawn: false }, answers(incident, meaning, &section.whole));
    section.meanings.iter().find_map(|meaning| {
        let (shown, is_there) = match meaning {
            Meaning::Timeline => drawn(
                "timeline",
                facts.timeline.is_empty() && holds(section, body.timeline.iter().map(|row| row.span.start)),
            ),
            Meaning::ActionItems => drawn(
                "actions",
                facts.action_items.is_empty() && holds(section, body.action_items.iter().map(|item| item.span.start)),
            ),
            Meaning::FiveWhys => drawn(
                "whys",
                facts.five_whys.is_empty() && holds(section, body.five_whys.iter().map(|why| why.span.start)),
            ),
            Meaning::Lessons | Meaning::WentWell | Meaning::WentWrong | Meaning::GotLucky | Meaning::ForOthers => {
                drawn(
                    "lessons",
                    facts.lessons.is_empty() && holds(section, body.lessons.iter().map(|lesson| lesson.span.start)),
                )
            }
            Meaning::Summary | Meaning::CustomerAction => told("", *meaning),
            Meaning::RootCause => told("whys", *meaning),
            Meaning::Remedy => told("remedy", *meaning),
            Meaning::People => told("lessons", *meaning),
            _ => return None,
        };
        is_there.then_some(shown)
    })
}

/// Questions whose answer from the body stands in a place of its own.
pub(in crate::site) const TOLD: &[Meaning] =
    &[Meaning::Summary, Meaning::CustomerAction, Meaning::RootCause, Meaning::Remedy, Meaning::People];

/// Whether the answer to a question stands in a part of the body.
fn answers(incident: &Incident, meaning: Meaning, part: &Span) -> bool {
    incident
        .passage(meaning)
        .is_some_and(|passage| passage.home == Home::Body && part.start <= passage.start && passage.end <= part.end)
}

/// The sections that a component draws rows of, each with what it shows; those inside another are part of it.
pub(in crate::site) fn drawn<'a>(context: &Context<'a>) -> Vec<(Shown, &'a Section)> {
    let incident = context.incident;
    let title = title_section(incident).map(|section| section.heading.span.start);
    let mut shown: Span = 0..0;
    let mut found = Vec::new();
    for section in incident.body.sections.iter().filter(|section| section.level <= 6) {
        let at = section.heading.span.start;
        if Some(at) == title || (shown.start <= at && at < shown.end) || (section.internal && !context.internal) {
            continue;
        }
        // In a section that is told, others may stand that are drawn.
        if let Some(component) = shown_elsewhere(incident, section).filter(|component| component.drawn) {
            shown = section.whole.clone();
            found.push((component, section));
        }
    }
    found
}

/// Where the page of a report shows what stands under a heading, by the heading's anchor; none where that is the top of the page.
pub(in crate::site) fn anchor_on_page(incident: &Incident, wanted: &str) -> Option<String> {
    let wanted = percent_decode_str(wanted).decode_utf8().ok().filter(|wanted| !wanted.is_empty())?;
    let mut shown: (Span, &str) = (0..0, "");
    for section in incident.body.sections.iter().filter(|section| section.level <= 6) {
        let at = section.heading.span.start;
        // What stands below a heading that is shown elsewhere goes with it.
        let below = (shown.0.start <= at && at < shown.0.end).then_some(shown.1);
        let place = below.or_else(|| shown_elsewhere(incident, section).map(|shown| shown.anchor));
        if let Some(place) = place.filter(|_| below.is_none()) {
            shown = (section.whole.clone(), place);
        }
        let own = anchor(&section.heading.value);
        if own == wanted {
            let is_title = title_section(incident).is_some_and(|title| title.heading.span.start == at);
            let place = place.map(str::to_owned).or_else(|| (!is_title).then_some(own));
            return place.filter(|place| !place.is_empty());
        }
    }
    None
}

/// The heading that is a report's title, where the body has one.
pub(in crate::site) fn title_section(incident: &Incident) -> Option<&Section> {
    let title = incident.body.title.as_ref()?;
    let first = incident.body.sections.iter().find(|section| section.level <= 6)?;
    // "## About" under a title in the front matter is a section like any other.
    let stands_for_it = first.level == 1 || (incident.facts.title.is_none() && first.meanings.is_empty());
    (first.heading.span.start == title.span.start && stands_for_it).then_some(first)
}

fn holds(section: &Section, mut places: impl Iterator<Item = usize>) -> bool {
    places.any(|at| section.whole.start <= at && at < section.whole.end)
}
