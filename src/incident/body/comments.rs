//! Comments that mean something: `<!-- internal -->` fences and waivers. Those in code are no comments.

use memchr::memmem;

use crate::incident::body::Page;
use crate::incident::body::blocks::{Block, Kind};
use crate::incident::instant::{TimeContext, find_date};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::waiver::Waiver;
use crate::source::{SourceFile, Span, Spanned};

/// Everything in a text that begins like a comment and is closed, marks included, with its words; one inside another is found too.
pub(in crate::incident) fn comments_in(text: &str) -> impl Iterator<Item = (Span, &str)> {
    // Each ends where the next `-->` stands; it is looked for once, however many begin before it.
    let mut end = 0;
    memmem::find_iter(text.as_bytes(), "<!--").map_while(move |at| {
        let start = at + "<!--".len();
        if end < start {
            end = start + text.get(start..)?.find("-->")?;
        }
        Some((at..end + 3, text.get(start..end)?.trim()))
    })
}

/// The comments in raw HTML, marks included. One cannot begin inside another.
fn comments<'a>(source: &'a SourceFile, html: &'a [Span]) -> impl Iterator<Item = (Span, &'a str)> {
    html.iter().flat_map(move |span| {
        let mut done = 0;
        let outer = comments_in(source.slice(span)).filter(move |(inner, _)| {
            let begins = inner.start >= done;
            done = done.max(inner.end);
            begins
        });
        outer.map(|(inner, words)| (span.start + inner.start..span.start + inner.end, words))
    })
}

/// Passages between `<!-- internal -->` and `<!-- /internal -->`. One left open runs to the end: nothing internal gets out by it.
pub(super) fn fences(source: &SourceFile, html: &[Span], problems: &mut Vec<Problem>) -> Vec<Span> {
    let mut passages = Vec::new();
    let mut open: Option<Span> = None;
    for (span, words) in comments(source, html) {
        let (opens, closes) = (words.eq_ignore_ascii_case("internal"), words.eq_ignore_ascii_case("/internal"));
        match (opens, closes, &open) {
            (true, _, None) => open = Some(span),
            (true, _, Some(first)) => problems.push(
                Problem::new(ProblemKind::UnbalancedFence, span, "this internal passage begins inside another one")
                    .help(format!("close the one from line {} first", source.line_column(first.start).line)),
            ),
            (_, true, Some(first)) => {
                passages.push(first.start..span.end);
                open = None;
            }
            (_, true, None) => problems.push(
                Problem::new(
                    ProblemKind::UnbalancedFence,
                    span,
                    "this internal passage is closed but was never opened",
                )
                .help("write `<!-- internal -->` where it begins"),
            ),
            _ => {}
        }
    }
    if let Some(first) = open {
        problems.push(
            Problem::new(ProblemKind::UnbalancedFence, first.clone(), "this internal passage is never closed")
                .help("write `<!-- /internal -->` where it ends"),
        );
        passages.push(first.start..source.text.len());
    }
    passages
}

/// `<!-- afterword: waive rule-name because reason -->`, perhaps with `until 2030-01-01` before `because` or at the end.
pub(super) fn waivers(page: &Page<'_>, html: &[Span], problems: &mut Vec<Problem>) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for (span, words) in comments(page.source, html) {
        let Some(order) = words.strip_prefix("afterword:").map(str::trim) else { continue };
        match waiver(page, order, &span) {
            Some(waiver) => waivers.push(waiver),
            None => problems.push(
                Problem::new(ProblemKind::BadWaiver, span, "this comment is not a waiver we can read")
                    .help("write `<!-- afterword: waive rule-name because reason -->`"),
            ),
        }
    }
    waivers
}

fn waiver(page: &Page<'_>, order: &str, span: &Span) -> Option<Waiver> {
    let rest = order.strip_prefix("waive").filter(|rest| rest.starts_with(char::is_whitespace))?.trim_start();
    let name = rest.split_whitespace().next()?;
    let rest = rest.get(name.len()..)?.trim();
    let (before, reason) = match rest.split_once("because") {
        Some((before, reason)) => (before.trim(), Some(reason.trim())),
        None => (rest, None),
    };
    if !before.is_empty() && !before.starts_with("until ") {
        return None;
    }
    let (reason, until) = match reason.and_then(|reason| Some((reason, reason.rfind(" until ")?))) {
        Some((reason, at)) if find_date(reason.get(at..)?, None).is_some() => (reason.get(..at), reason.get(at..)),
        _ => (reason, Some(before).filter(|before| !before.is_empty())),
    };
    let until = match until {
        Some(words) => Some(Spanned::new(find_date(words, TimeContext::default().date)?, span.clone())),
        None => None,
    };
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    Some(Waiver {
        rule: Spanned::new(
            name.to_owned(),
            page.source.slice(span).find(name).map_or(span.clone(), |at| span.start + at..span.start + at + name.len()),
        ),
        reason: reason.map(|reason| Spanned::new(reason.to_owned(), span.clone())),
        until,
        scope: Some(scope(page, span)),
        span: span.clone(),
    })
}

/// What a comment covers: the list item or table row it stands in, else the block after it; before a heading, that section.
/// Directly above a list (no blank line between) it covers the first item, with a blank line the whole list.
fn scope(page: &Page<'_>, comment: &Span) -> Span {
    if let Some(around) = around(page.blocks, comment) {
        return around;
    }
    let next = page.blocks.partition_point(|block| block.span.start < comment.end);
    let behind = page.blocks.get(next..).unwrap_or_default();
    let after = behind.iter().find(|block| block.kind != Kind::Verbatim).or_else(|| behind.first());
    let Some(block) = after else { return comment.end..page.source.text.len() };
    let between = page.source.slice(&(comment.end..block.span.start));
    match block.kind {
        Kind::Heading(_) => {
            let section = page.sections.iter().find(|section| {
                block.span.start <= section.heading.span.start && section.heading.span.start < block.span.end
            });
            block.span.start..section.map_or(block.span.end, |section| section.whole.end)
        }
        Kind::List if between.matches('\n').count() < 2 => {
            block.children.first().map_or(block.span.clone(), |item| item.span.clone())
        }
        _ => block.span.clone(),
    }
}

fn around(blocks: &[Block], comment: &Span) -> Option<Span> {
    // Blocks stand in order, so the one around a place is found by halving.
    let behind = blocks.partition_point(|block| block.span.start <= comment.start);
    let block = blocks.get(behind.checked_sub(1)?).filter(|block| comment.end <= block.span.end)?;
    let inner = around(&block.children, comment);
    let holds = matches!(block.kind, Kind::Item(_) | Kind::Row | Kind::HeadRow)
        || (block.kind == Kind::Paragraph && inner.is_none());
    inner.or_else(|| holds.then(|| block.span.clone()))
}
