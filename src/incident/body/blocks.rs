//! The body as a tree of blocks with their places, from one pass of the Markdown parser. Knows nothing of meanings.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::incident::body::Link;
use crate::incident::body::text::plain;
use crate::incident::references::References;
use crate::source::{SourceFile, Span};

/// Blocks nested deeper than this are read as part of the block around them: no person writes them.
const MAX_DEPTH: usize = 24;

/// A block of Markdown.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// The whole block.
    pub(super) span: Span,
    /// Its own inline text, without blocks inside it; empty for containers.
    pub(super) text: Span,
    /// Blocks inside it.
    pub(super) children: Vec<Block>,
    /// The text of a heading without markup.
    pub(super) plain: String,
}

/// The kinds of blocks that reading tells apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Paragraph,
    /// Level 1 to 6.
    Heading(u8),
    List,
    /// Whether its checkbox is ticked, where it has one.
    Item(Option<bool>),
    Table,
    HeadRow,
    Row,
    Cell,
    /// Code, raw HTML.
    Verbatim,
    Quote,
}

/// Everything one pass finds.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    pub(super) blocks: Vec<Block>,
    pub(super) links: Vec<Link>,
    pub(super) references: Option<Box<References>>,
    /// Raw HTML, in blocks and in lines: comments are among it.
    pub(super) html: Vec<Span>,
}

/// The Markdown that reports are written in; the site renders the same.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// The blocks of one place alone.
pub(super) fn read_in(source: &SourceFile, place: &Span) -> Vec<Block> {
    read_text(source.slice(place), place.start).blocks
}

/// Reads the text from `start`.
pub(super) fn read(source: &SourceFile, start: usize) -> Markdown {
    read_text(source.text.get(start..).unwrap_or(""), start)
}

/// Reads a text that begins at `start` of the file.
fn read_text(text: &str, start: usize) -> Markdown {
    let mut markdown = Markdown::default();
    let mut open: Vec<Block> = vec![Block::default()];
    let mut link: Option<Link> = None;
    let mut footnotes: Vec<String> = Vec::new();
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    for (event, range) in events.by_ref() {
        let span = range.start + start..range.end + start;
        match event {
            Event::Start(tag) => match block_kind(&tag) {
                Some(kind) => {
                    match tag {
                        Tag::HtmlBlock => markdown.html.push(span.clone()),
                        Tag::FootnoteDefinition(label) => footnotes.push(label.to_string()),
                        _ => {}
                    }
                    open.push(Block { kind, text: span.start..span.start, span, ..Block::default() });
                }
                None => {
                    if let Some(found) = link_of(&tag, &span) {
                        link = Some(found);
                    }
                    inline(&mut open, &span, None);
                }
            },
            Event::End(tag) if is_block_end(tag) => close(&mut open),
            Event::End(TagEnd::Link | TagEnd::Image) => markdown.links.extend(link.take()),
            Event::End(_) => {}
            Event::TaskListMarker(done) => {
                if let Some(Block { kind: Kind::Item(task), text, .. }) =
                    open.iter_mut().rev().find(|block| matches!(block.kind, Kind::Item(_)))
                {
                    *task = Some(done);
                    *text = span.end..span.end;
                }
            }
            Event::InlineHtml(_) => {
                markdown.html.push(span.clone());
                inline(&mut open, &span, None);
            }
            Event::Html(_) | Event::Rule => {}
            Event::SoftBreak | Event::HardBreak => inline(&mut open, &span, Some(" ")),
            Event::Text(words) | Event::Code(words) => {
                if let Some(link) = link.as_mut().filter(|link| link.image) {
                    link.text.push_str(&words);
                }
                inline(&mut open, &span, Some(&words));
            }
            _ => inline(&mut open, &span, None),
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    let links = events.reference_definitions().iter();
    let links = links.map(|(label, link)| (label, &*link.dest, link.title.as_deref().unwrap_or("")));
    markdown.references = References::of(links, footnotes);
    markdown.blocks = open.pop().map(|root| root.children).unwrap_or_default();
    markdown
}

/// A table as its columns' titles, without markup and in lower case, and its rows.
pub(super) fn columns<'b>(source: &SourceFile, table: &'b Block) -> (Vec<String>, Vec<&'b Block>) {
    let (head, rows): (Vec<&Block>, Vec<&Block>) = table.children.iter().partition(|row| row.kind == Kind::HeadRow);
    let cells = head.iter().flat_map(|row| &row.children);
    (cells.map(|cell| plain(source.slice(&cell.text)).to_lowercase()).collect(), rows)
}

fn block_kind(tag: &Tag<'_>) -> Option<Kind> {
    Some(match tag {
        Tag::Heading { level, .. } => Kind::Heading(*level as u8),
        Tag::Paragraph => Kind::Paragraph,
        Tag::List(_) => Kind::List,
        Tag::Item => Kind::Item(None),
        Tag::Table(_) => Kind::Table,
        Tag::TableHead => Kind::HeadRow,
        Tag::TableRow => Kind::Row,
        Tag::TableCell => Kind::Cell,
        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => Kind::Verbatim,
        Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => Kind::Quote,
        _ => return None,
    })
}

fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}

fn link_of(tag: &Tag<'_>, span: &Span) -> Option<Link> {
    let (destination, image) = match tag {
        Tag::Link { dest_url, .. } => (dest_url, false),
        Tag::Image { dest_url, .. } => (dest_url, true),
        _ => return None,
    };
    Some(Link { destination: destination.to_string(), text: String::new(), image, span: span.clone() })
}

/// Inline text belongs to the innermost block, as long as no block inside that one came before it.
fn inline(open: &mut [Block], span: &Span, words: Option<&str>) {
    let Some(block) = open.last_mut() else { return };
    if !block.children.is_empty() || matches!(block.kind, Kind::Verbatim) {
        return;
    }
    if block.text.is_empty() {
        block.text = span.clone();
    }
    block.text.end = block.text.end.max(span.end);
    if let (Kind::Heading(_), Some(words)) = (block.kind, words) {
        block.plain.push_str(words);
    }
}

fn close(open: &mut Vec<Block>) {
    if open.len() < 2 {
        return;
    }
    let deep = open.len() > MAX_DEPTH;
    let Some(mut block) = open.pop() else { return };
    // The text of a loose item stands in a paragraph of its own.
    if let (Kind::Item(_), Some(first)) = (block.kind, block.children.first())
        && block.text.is_empty()
        && first.kind == Kind::Paragraph
    {
        block.text = first.text.clone();
        block.children.remove(0);
    }
    if let Some(parent) = open.last_mut().filter(|_| !deep) {
        parent.children.push(block);
    }
}
