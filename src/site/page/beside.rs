//! What a report says around the rows that its page draws: prose and pictures before, between and behind them, and what hangs under one.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::incident::body::{Beside, Section, beside};
use crate::incident::facts::Why;
use crate::incident::{Home, Incident};
use crate::site::page::report::Context;
use crate::site::page::story::{TOLD, drawn, parts, shown_elsewhere};
use crate::source::Span;

/// What stands before the first row and behind the last, as HTML.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Margins {
    /// Before the rows.
    pub before: String,
    /// Behind them.
    pub behind: String,
}

/// Passages of one report that no row shows.
pub(in crate::site) struct Besides {
    list: Vec<Passage>,
}

/// One passage, as HTML.
struct Passage {
    /// The component beside whose rows it stands.
    anchor: &'static str,
    start: usize,
    inside: bool,
    /// The section of the component.
    section: Span,
    html: String,
}

impl Besides {
    pub(in crate::site) fn of(context: &Context<'_>) -> Self {
        let incident = context.incident;
        let (source, mut list, mut before) = (&incident.source, Vec::new(), Vec::new());
        let drawn = drawn(context);
        let rows = if drawn.is_empty() { Vec::new() } else { shown(incident) };
        let times = times(incident);
        for (component, section) in drawn {
            // The component's own heading stands for the first; a second list is told apart by its own.
            let again = before.contains(&component.anchor) && component.anchor != "lessons";
            before.push(component.anchor);
            let heading = again.then(|| Beside {
                text: format!("{} {}", "#".repeat(usize::from(section.level) + 1), section.heading.value),
                span: section.heading.span.clone(),
                inside: false,
            });
            let shown: Vec<Span> = rows.iter().cloned().chain(headings(incident, section, component.anchor)).collect();
            for passage in heading.into_iter().chain(beside(source, &section.whole, &shown, &times)) {
                if context.may_show(&passage.span) {
                    list.push(Passage {
                        anchor: anchor_at(incident, section, passage.span.start).unwrap_or(component.anchor),
                        start: passage.span.start,
                        inside: passage.inside,
                        section: section.whole.clone(),
                        html: context.block(&passage.text, 3_u8.saturating_sub(section.level)),
                    });
                }
            }
        }
        list.retain(|passage| !passage.html.trim().is_empty());
        Self { list }
    }

    /// The passages of a component between its rows, which stand in the order of the page.
    pub(in crate::site) fn woven(&self, anchor: &str, rows: &[Span]) -> Woven {
        let mut woven = Woven { rows: vec![(String::new(), String::new()); rows.len()], behind: String::new() };
        for passage in self.list.iter().filter(|passage| passage.anchor == anchor) {
            let next = rows.partition_point(|row| row.start <= passage.start);
            let last = next.checked_sub(1);
            let inside = |row: &usize| passage.inside || rows.get(*row).is_some_and(|row| passage.start < row.end);
            let own = last.filter(inside).and_then(|last| woven.rows.get_mut(last)).map(|(_, inside)| inside);
            let place = match own {
                Some(inside) => inside,
                None => woven.rows.get_mut(next).map_or(&mut woven.behind, |(before, _)| before),
            };
            place.push_str(&passage.html);
        }
        woven
    }

    /// The passages around lessons, by where the lesson begins: groups do not stand in the order of the file.
    pub(in crate::site) fn around_lessons(&self, incident: &Incident, lessons: &[Span]) -> BTreeMap<usize, Around> {
        let mut starts: Vec<usize> = lessons.iter().map(|lesson| lesson.start).collect();
        starts.sort_unstable();
        let groups = incident.body.sections.iter().filter(|section| section.level <= 6);
        let groups = groups.filter(|section| shown_elsewhere(incident, section).is_some_and(|shown| shown.drawn));
        let groups: Vec<usize> = groups.map(|section| section.heading.span.start).collect();
        let mut around: BTreeMap<usize, Around> = BTreeMap::new();
        for passage in self.list.iter().filter(|passage| passage.anchor == "lessons") {
            let mut within = starts.iter().filter(|start| passage.section.contains(start));
            let next = within.clone().find(|start| **start > passage.start);
            let last = within.rfind(|start| **start <= passage.start);
            // What stands under the heading of a group goes with the lessons that follow.
            let begun = |last: &&usize| groups.iter().any(|at| **last < *at && *at < passage.start);
            match (last.filter(|last| next.is_none() || !begun(last)), next) {
                (Some(before), _) => {
                    let place = around.entry(*before).or_default();
                    if passage.inside { &mut place.inside } else { &mut place.behind }.push_str(&passage.html);
                }
                (None, Some(next)) => {
                    let headings = incident.body.sections.iter().map(|section| section.heading.span.start);
                    let apart = headings.filter(|at| *at < *next).any(|at| at > passage.start);
                    let place = around.entry(*next).or_default();
                    if apart { &mut place.above } else { &mut place.before }.push_str(&passage.html);
                }
                (None, None) => {}
            }
        }
        around
    }
}

/// What stands around one lesson, as HTML.
#[derive(Debug, Default)]
pub(in crate::site) struct Around {
    /// Before the heading of its group.
    pub(in crate::site) above: String,
    /// Before it.
    pub(in crate::site) before: String,
    /// Under it.
    pub(in crate::site) inside: String,
    /// Behind it.
    pub(in crate::site) behind: String,
}

/// Passages between rows.
pub(in crate::site) struct Woven {
    /// Before each row, and under it.
    rows: Vec<(String, String)>,
    behind: String,
}

impl Woven {
    /// Takes what stands before the first row and behind the last.
    pub(in crate::site) fn margins(&mut self) -> Margins {
        Margins { before: self.before(0), behind: std::mem::take(&mut self.behind) }
    }

    /// Takes what stands before a row and under it.
    pub(in crate::site) fn take(&mut self, row: usize) -> (String, String) {
        self.rows.get_mut(row).map(std::mem::take).unwrap_or_default()
    }

    /// Takes what stands before a row.
    pub(in crate::site) fn before(&mut self, row: usize) -> String {
        self.rows.get_mut(row).map(|(before, _)| std::mem::take(before)).unwrap_or_default()
    }
}

/// Whether the rows that the page draws show everything that stands in a section.
pub(in crate::site) fn all_drawn(incident: &Incident, section: &Section) -> bool {
    beside(&incident.source, &section.whole, &rows(incident), &times(incident)).is_empty()
}

/// The page tells when a row was by the time that was read.
fn times(incident: &Incident) -> Vec<Span> {
    incident.body.timeline.iter().filter(|row| row.at.is_some()).map(|row| row.at_text.span.clone()).collect()
}

/// The component that shows the innermost section around a place, where that is another than the one around it.
fn anchor_at(incident: &Incident, outer: &Section, at: usize) -> Option<&'static str> {
    let around = incident.body.sections.iter().filter(|section| {
        section.level <= 6 && section.level > outer.level && section.whole.start <= at && at < section.whole.end
    });
    around.filter_map(|section| shown_elsewhere(incident, section)).filter(|shown| shown.drawn).last().map(|s| s.anchor)
}

/// Headings inside a section for which those of the page stand, and passages that another part of the page tells whole.
fn headings(incident: &Incident, outer: &Section, anchor: &str) -> Vec<Span> {
    let inner = incident.body.sections.iter().filter(|section| {
        section.level <= 6
            && outer.whole.start <= section.heading.span.start
            && section.heading.span.start < outer.whole.end
    });
    let mut shown = Vec::new();
    for section in inner {
        match shown_elsewhere(incident, section) {
            Some(other) if !other.drawn => shown.extend([section.heading.span.clone(), section.whole.clone()]),
            Some(other) if other.anchor != anchor || anchor == "lessons" => shown.push(section.heading.span.clone()),
            _ => {}
        }
    }
    shown
}

/// The texts of the body that rows show, with those that rows show in another form: times, owners, days.
fn rows(incident: &Incident) -> Vec<Span> {
    let (facts, body) = (&incident.facts, &incident.body);
    let mut shown: Vec<Span> = Vec::new();
    if facts.timeline.is_empty() {
        shown.extend(body.timeline.iter().flat_map(|row| [row.at_text.span.clone(), row.text.span.clone()]));
    }
    if facts.action_items.is_empty() {
        for item in &body.action_items {
            let parts = [item.owner.as_ref(), item.due.as_ref().map(|due| &due.text), item.ticket.as_ref()];
            shown.extend(parts.into_iter().flatten().map(|part| part.span.clone()));
            // A purpose that is the section's has the whole row as its place.
            let kind = item.kind.as_ref().map(|kind| kind.span.clone());
            let kind = kind.filter(|span| item.action.span.start < span.start || span.end < item.action.span.end);
            shown.extend(kind.into_iter().chain([item.action.span.clone()]));
        }
    }
    if facts.lessons.is_empty() {
        shown.extend(body.lessons.iter().map(|lesson| lesson.span.clone()));
    }
    if facts.five_whys.is_empty() {
        whys(&body.five_whys, &mut shown);
    }
    shown
}

/// With them, the answers that stand in a place of their own.
fn shown(incident: &Incident) -> Vec<Span> {
    let mut shown = rows(incident);
    let told = TOLD.iter().filter_map(|meaning| incident.passage(*meaning));
    let told = told.filter(|passage| passage.home == Home::Body);
    shown.extend(told.flat_map(|passage| parts(incident, &passage.span())));
    shown
}

fn whys(list: &[Why], shown: &mut Vec<Span>) {
    for why in list {
        shown.push(why.span.clone());
        shown.extend(why.why.iter().map(|text| text.span.clone()));
        for answer in &why.because {
            shown.push(answer.text.span.clone());
            whys(&answer.whys, shown);
        }
    }
}
