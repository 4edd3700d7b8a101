//! Headings, bold labels that stand for headings, and what stands under them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::incident::body::blocks::{Block, Kind, Markdown};
use crate::incident::body::text::{label, plain};
use crate::incident::body::{Section, is_within};
use crate::incident::facts::Text;
use crate::incident::headings::{Headings, Meaning};
use crate::incident::instant::{TimeContext, read_prefix};
use crate::incident::spacing::collapsed;
use crate::source::{SourceFile, Span, Spanned};

/// The level of a bold label that stands for a heading.
pub(super) const LABEL: u8 = 7;

/// The title: the first heading of level 1, else the first heading, Markdown's or HTML's.
pub(super) fn title(source: &SourceFile, markdown: &Markdown, table: &Headings) -> Option<Text> {
    let headings = || {
        markdown.blocks.iter().filter_map(|block| match block.kind {
            Kind::Heading(level) if !block.plain.trim().is_empty() => Some((level, block)),
            _ => None,
        })
    };
    let first = headings().find(|(level, _)| *level == 1).or_else(|| headings().next());
    let html = markdown.html.iter().find_map(|span| html_heading(source, span));
    let text = |block: &Block| Spanned::new(clean(&block.plain), source.trim(&block.text));
    match (first, html) {
        (Some((_, block)), Some(html)) if html.span.start < block.span.start => Some(html),
        (Some((1, block)), _) => Some(text(block)),
        // A report that begins with "## Summary" has no title.
        (Some((_, block)), _) => Some(text(block))
            .filter(|text| table.meanings(&text.value, None).is_empty() || is_first_of_many(&text.value)),
        (None, html) => html,
    }
}

/// "Timeline of the outage of 3 May" is a title; "Timeline" is not.
fn is_first_of_many(heading: &str) -> bool {
    heading.split_whitespace().count() > 3
}

fn clean(heading: &str) -> String {
    let kept: String = heading.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')).collect();
    collapsed(&kept)
}

/// `<h1>Title</h1>` in raw HTML.
fn html_heading(source: &SourceFile, span: &Span) -> Option<Text> {
    let html = source.slice(span);
    let at = html.find("<h1").or_else(|| html.find("<h2"))?;
    let rest = html.get(at..)?;
    let inner = rest.get(rest.find('>')? + 1..)?;
    let inner = inner.get(..inner.find("</h")?)?;
    let start = span.start + at + (rest.len() - rest.get(rest.find('>')? + 1..)?.len());
    let text = plain(inner);
    (!text.is_empty()).then(|| Spanned::new(text, source.trim(&(start..start + inner.len()))))
}

/// Sections by heading, then the labels whose meaning no heading has.
pub(super) fn read(source: &SourceFile, blocks: &[Block], internal: &[Span], headings: &Headings) -> Vec<Section> {
    let end = source.text.len();
    let found: Vec<(u8, &Block)> = blocks
        .iter()
        .filter_map(|block| match block.kind {
            Kind::Heading(level) => Some((level, block)),
            _ => None,
        })
        .collect();
    let mut sections: Vec<Section> = Vec::with_capacity(found.len());
    // The sections around the next heading, outermost first.
    let mut open: Vec<(u8, Option<Meaning>)> = Vec::new();
    for (index, (level, block)) in found.iter().enumerate() {
        open.retain(|(outer, _)| outer < level);
        let parent = open.iter().rev().find_map(|(_, meaning)| *meaning);
        let meanings = headings.meanings(&block.plain, parent);
        open.push((*level, meanings.first().copied()));
        // "## Timeline" may be followed by "## May 12" on the same level: its days belong to it.
        let days = |next: &Block| meanings.contains(&Meaning::Timeline) && is_day(&next.plain);
        let whole = found.iter().skip(index + 1).find(|(other, next)| other < level || (other == level && !days(next)));
        let whole = whole.map_or(end, |(_, next)| next.span.start);
        let own = found.get(index + 1).map_or(end, |(_, next)| next.span.start);
        sections.push(Section {
            heading: Spanned::new(clean(&block.plain), source.trim(&block.text)),
            level: *level,
            own: block.span.end..own,
            whole: block.span.end..whole,
            meanings,
            internal: is_within(internal, &block.span),
        });
    }
    let known: BTreeSet<Meaning> = sections.iter().flat_map(|section| section.meanings.clone()).collect();
    labels(source, blocks, headings, &known, internal, &mut sections);
    sections.sort_by_key(|section| (section.heading.span.start, section.level));
    sections
}

/// A heading that is a day and nothing else.
pub(super) fn is_day(heading: &str) -> bool {
    let near = NaiveDate::from_ymd_opt(2024, 1, 1);
    let times = TimeContext { date: near, ..TimeContext::default() };
    read_prefix(heading, 0, &times)
        .is_some_and(|prefix| prefix.dated && heading.get(prefix.len..).is_some_and(|rest| rest.trim().is_empty()))
}

/// `**Impact**: text`, `- **Impact**: text`, and `**Timeline**` alone before the blocks it names.
fn labels(
    source: &SourceFile,
    blocks: &[Block],
    headings: &Headings,
    known: &BTreeSet<Meaning>,
    internal: &[Span],
    sections: &mut Vec<Section>,
) {
    let mut open: Option<usize> = None;
    for block in blocks {
        if let (Some(index), Kind::Heading(_)) = (open, block.kind) {
            close(sections, index, block.span.start);
            open = None;
        }
        for (item, alone) in candidates(block) {
            let Some(found) = label(source.slice(&item.text)) else { continue };
            let meanings = headings.meanings(found.name, None);
            if meanings.is_empty() || meanings.iter().all(|meaning| known.contains(meaning)) {
                continue;
            }
            if let Some(index) = open.take() {
                close(sections, index, item.span.start);
            }
            let start = item.text.start;
            let rest = start + found.end..item.span.end.max(start + found.end);
            if alone && source.slice(&rest).trim().is_empty() {
                open = Some(sections.len());
            }
            sections.push(Section {
                heading: Spanned::new(
                    found.name.to_owned(),
                    start + found.name_at..start + found.name_at + found.name.len(),
                ),
                level: LABEL,
                meanings,
                own: rest.clone(),
                whole: rest,
                internal: is_within(internal, &item.span),
            });
        }
    }
    if let Some(index) = open {
        close(sections, index, source.text.len());
    }
}

fn close(sections: &mut [Section], index: usize, end: usize) {
    if let Some(section) = sections.get_mut(index) {
        section.own.end = end.max(section.own.start);
        section.whole.end = section.own.end;
    }
}

/// Paragraphs, and the items of lists: a label alone in a paragraph names what follows it.
fn candidates(block: &Block) -> Vec<(&Block, bool)> {
    match block.kind {
        Kind::Paragraph => vec![(block, true)],
        Kind::List => block
            .children
            .iter()
            .flat_map(|item| {
                let nested =
                    item.children.iter().filter(|child| child.kind == Kind::List).flat_map(|list| &list.children);
                std::iter::once((item, false)).chain(nested.map(|item| (item, false)))
            })
            .collect(),
        _ => Vec::new(),
    }
}
