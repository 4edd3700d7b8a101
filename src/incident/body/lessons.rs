//! The five whys, the lessons and other lists of the body.

use crate::incident::body::blocks::{Block, Kind};
use crate::incident::body::text::plain;
use crate::incident::body::{Page, Section};
use crate::incident::facts::{Because, Lessons, Text, Why};
use crate::incident::headings::Meaning;
use crate::source::{Span, Spanned};

/// The lessons by group; a section without a group gives general ones from its own text, not from its sub-sections.
pub(super) fn read(page: &Page<'_>) -> Lessons {
    // What stands under "What went well, and where we were lucky" is told once.
    let mut known: Vec<Span> = Vec::new();
    let mut of = |meaning: Meaning| {
        let mut texts = listed(page, meaning);
        texts.retain(|text| !known.contains(&text.span));
        known.extend(texts.iter().map(|text| text.span.clone()));
        texts
    };
    let (went_well, went_wrong) = (of(Meaning::WentWell), of(Meaning::WentWrong));
    let (got_lucky, for_others) = (of(Meaning::GotLucky), of(Meaning::ForOthers));
    let general = page.sections_of(Meaning::Lessons).into_iter();
    let general = general.flat_map(|section| texts(page, page.blocks_in(&section.own)));
    let general = general.filter(|text| !known.contains(&text.span)).collect();
    Lessons { general, went_well, went_wrong, got_lucky, for_others }
}

/// The entries of the sections of a meaning.
pub(super) fn listed(page: &Page<'_>, meaning: Meaning) -> Vec<Text> {
    page.sections_of(meaning).into_iter().flat_map(|section| texts(page, page.entries_in(section, meaning))).collect()
}

/// Items of lists; paragraphs where there is no list.
fn texts(page: &Page<'_>, blocks: Vec<&Block>) -> Vec<Text> {
    let text = |block: &Block| {
        let span = page.source.trim(&block.text);
        let words = page.source.slice(&span);
        (!plain(words).trim_matches('-').is_empty()).then(|| Spanned::new(words.to_owned(), span))
    };
    let lists = blocks.iter().filter(|block| block.kind == Kind::List).flat_map(|list| &list.children);
    let items: Vec<Text> = lists.filter_map(text).collect();
    if !items.is_empty() {
        return items;
    }
    blocks.iter().filter(|block| block.kind == Kind::Paragraph).filter_map(|block| text(block)).collect()
}

/// The rungs of the five whys: items of lists, nested where the chain branches; else sub-headings with their text.
pub(super) fn whys(page: &Page<'_>) -> Vec<Why> {
    page.sections_of(Meaning::FiveWhys)
        .into_iter()
        .flat_map(|section| {
            let blocks = page.blocks_in(&section.whole);
            let lists: Vec<Why> =
                blocks.iter().filter(|b| b.kind == Kind::List).flat_map(|list| rungs(page, list)).collect();
            if lists.is_empty() { headed(page, section) } else { lists }
        })
        .collect()
}

fn rungs(page: &Page<'_>, list: &Block) -> Vec<Why> {
    let items = list.children.iter();
    items
        .map(|item| {
            let span = page.source.trim(&item.text);
            let mut why = Why::of_text(Spanned::new(page.source.slice(&span).to_owned(), span.clone()));
            let nested: Vec<Why> = item
                .children
                .iter()
                .filter(|block| block.kind == Kind::List)
                .flat_map(|list| rungs(page, list))
                .collect();
            if !nested.is_empty() {
                nest(&mut why, nested);
            }
            why
        })
        .collect()
}

/// A question alone is answered by the list under it; an answer leads on to the whys under it.
fn nest(why: &mut Why, nested: Vec<Why>) {
    match why.because.last_mut() {
        Some(answer) => answer.whys.extend(nested),
        None => {
            why.because = nested
                .into_iter()
                .map(|rung| {
                    let text = rung.why.clone().or_else(|| rung.because.first().map(|answer| answer.text.clone()));
                    let asked = rung.why.is_some();
                    let whys = if asked {
                        vec![rung]
                    } else {
                        rung.because.into_iter().flat_map(|answer| answer.whys).collect()
                    };
                    let text = text.unwrap_or_else(|| Spanned::new(String::new(), why.span.clone()));
                    Because { text: if asked { Spanned::new(String::new(), text.span) } else { text }, whys }
                })
                .collect();
        }
    }
}

/// `### Why was it slow?` with the answer under it.
fn headed(page: &Page<'_>, section: &Section) -> Vec<Why> {
    let inner = page.sections.iter().filter(|sub| {
        section.whole.start <= sub.heading.span.start
            && sub.whole.end <= section.whole.end
            && sub.heading.span != section.heading.span
    });
    inner
        .map(|sub| {
            let span = page.source.trim(&sub.own);
            let answer = Spanned::new(page.source.slice(&span).to_owned(), span);
            let because =
                if answer.value.is_empty() { Vec::new() } else { vec![Because { text: answer, whys: Vec::new() }] };
            Why { why: Some(sub.heading.clone()), because, span: sub.heading.span.clone() }
        })
        .collect()
}
