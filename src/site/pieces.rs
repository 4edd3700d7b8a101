//! A text cut where its rendering could cut it: lines, sentences, blocks of Markdown, link targets, titles.

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use crate::incident::body::markdown_options;

/// A part of a text that would be shown in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its words.
    pub(super) text: String,
    /// Where it begins.
    pub(super) start: usize,
    /// Whether it is the text as a whole.
    pub(super) whole: bool,
}

/// The pieces of a text, as it is written and as Markdown.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let one_line = !text.trim().contains('\n');
    if one_line {
        pieces.push(Piece { text: text.to_owned(), start: 0, whole: true });
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        sentences(line, at, &mut pieces);
        at += line.len();
    }
    if text.contains(['*', '_', '`', '[', '!', '<', '&', '\\', '\n']) {
        markdown(text, &mut pieces);
    }
    pieces
}

fn sentences(text: &str, start: usize, pieces: &mut Vec<Piece>) {
    let mut at = 0;
    for part in text.split_inclusive(['.', '!', '?', ';', ':', '|', '。']) {
        if part.chars().any(char::is_alphanumeric) {
            let blank = part.len() - part.trim_start().len();
            pieces.push(Piece { text: part.trim().to_owned(), start: start + at + blank, whole: false });
        }
        at += part.len();
    }
}

fn markdown(text: &str, pieces: &mut Vec<Piece>) {
    let mut block = String::new();
    let mut start = 0;
    for (event, range) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
        match event {
            Event::Text(words) | Event::Code(words) => {
                if block.is_empty() {
                    start = range.start;
                }
                block.push_str(&words);
            }
            Event::Html(html) | Event::InlineHtml(html) => sentences(&html, range.start, pieces),
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            // An alternative text stands in an attribute, apart from the words around the picture.
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                cut(&mut block, start, pieces);
                targets(dest_url, title, range.start, pieces);
            }
            Event::Start(Tag::Link { dest_url, title, .. }) => targets(dest_url, title, range.start, pieces),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::End(_) => cut(&mut block, start, pieces),
            _ => {}
        }
    }
}

fn cut(block: &mut String, start: usize, pieces: &mut Vec<Piece>) {
    let first = pieces.len();
    sentences(block, 0, pieces);
    pieces.iter_mut().skip(first).for_each(|piece| piece.start = start);
    block.clear();
}

fn targets(url: CowStr<'_>, title: CowStr<'_>, start: usize, pieces: &mut Vec<Piece>) {
    for target in [url, title].into_iter().filter(|target| !target.is_empty()) {
        pieces.push(Piece { text: target.into_string(), start, whole: false });
    }
}
