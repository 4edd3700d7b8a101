//! The body: sections by meaning, and the data in them. Knows nothing of rules or HTML.

mod actions;
mod beside;
mod blocks;
mod comments;
mod lessons;
mod rows;
mod said;
mod sections;
mod text;
mod timeline;
mod told;

use chrono::NaiveDate;

use crate::incident::action_item::ActionItem;
pub use crate::incident::body::beside::{Beside, beside};
use crate::incident::body::blocks::Block;
pub use crate::incident::body::blocks::options as markdown_options;
pub(in crate::incident) use crate::incident::body::comments::comments_in;
use crate::incident::facts::{Lessons, Text, Why};
use crate::incident::headings::{Headings, Meaning};
use crate::incident::instant::{TimeContext, find_date};
use crate::incident::problem::Problem;
use crate::incident::references::References;
use crate::incident::timeline::TimelineEntry;
use crate::incident::told::Told;
use crate::incident::waiver::Waiver;
use crate::source::{SourceFile, Span};

/// What the Markdown body of one report says.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The whole body.
    pub span: Span,
    /// The first heading of level 1, or of any level where there is none.
    pub title: Option<Text>,
    /// Sections in the order of the file; a section holds its sub-sections' text too.
    pub sections: Vec<Section>,
    /// Rows of the timeline sections, lists, tables and sub-headings alike.
    pub timeline: Vec<TimelineEntry>,
    /// Entries of the action item sections.
    pub action_items: Vec<ActionItem>,
    /// Rungs of the five whys section.
    pub five_whys: Vec<Why>,
    /// Entries of the lessons sections, by group.
    pub lessons: Lessons,
    /// Entries of the sections on what else played a part.
    pub contributing_factors: Vec<Text>,
    /// Entries of the sections on what kept it from being worse.
    pub mitigators: Vec<Text>,
    /// Entries of the sections on what is still dangerous.
    pub risks: Vec<Text>,
    /// Passages between `<!-- internal -->` and `<!-- /internal -->`, fences included.
    pub internal: Vec<Span>,
    /// `<!-- afterword: waive … -->` comments.
    pub waivers: Vec<Waiver>,
    /// What it says of its times, where the front matter does not name them.
    pub told: Option<Box<Told>>,
    /// Links and images with their destinations.
    pub links: Vec<Link>,
    /// What labels in brackets stand for, where it defines any.
    pub references: Option<Box<References>>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading's text without markup, at its place. A bold label that stands for a heading counts as one.
    pub heading: Text,
    /// 1 to 6; 7 for a bold label.
    pub level: u8,
    /// What the heading means; most specific first; empty where we do not know it.
    pub meanings: Vec<Meaning>,
    /// The text under the heading, up to the next heading of any level.
    pub own: Span,
    /// The text under the heading with all sub-sections.
    pub whole: Span,
    /// Whether it stands in an internal passage.
    pub internal: bool,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub destination: String,
    /// The image's alternative text; empty for links.
    pub text: String,
    /// Whether it is an image.
    pub image: bool,
    /// The whole link.
    pub span: Span,
}

/// What reading a body needs to know beside its text.
#[derive(Debug, Clone, Copy)]
pub struct BodyContext<'a> {
    /// The table of headings.
    pub headings: &'a Headings,
    /// Zone and date for times without them.
    pub times: &'a TimeContext,
    /// The front matter's title, which may name a day.
    pub entitled: Option<&'a Text>,
    /// Whether the front matter leaves start or end to the body.
    pub untold: bool,
}

impl Body {
    /// Reads the body that begins at `start` of the file. Never fails.
    pub fn read(source: &SourceFile, start: usize, context: BodyContext<'_>) -> Self {
        let mut markdown = blocks::read(source, start);
        let mut problems = Vec::new();
        markdown.links.shrink_to_fit();
        let internal = comments::fences(source, &markdown.html, &mut problems);
        let mut sections = sections::read(source, &markdown.blocks, &internal, context.headings);
        sections.shrink_to_fit();
        let title = sections::title(source, &markdown, context.headings);
        let page = Page { source, blocks: &markdown.blocks, sections: &sections, internal: &internal };
        let named = context.entitled.or(title.as_ref());
        let times = around(&page, named, context.times);
        let timeline = timeline::read(&page, &times, &mut problems);
        let told = context.untold.then(|| Box::new(told::read(&page, named, &times, &timeline)));
        Self {
            span: start..source.text.len(),
            timeline,
            told,
            action_items: actions::read(&page, &times),
            five_whys: lessons::whys(&page),
            lessons: lessons::read(&page),
            contributing_factors: lessons::listed(&page, Meaning::ContributingFactors),
            mitigators: lessons::listed(&page, Meaning::Mitigators),
            risks: lessons::listed(&page, Meaning::Risks),
            waivers: comments::waivers(&page, &markdown.html, &mut problems),
            title,
            internal,
            links: markdown.links,
            references: markdown.references,
            problems,
            sections,
        }
    }

    /// The sections of a meaning, in the order of the file.
    pub fn sections_of(&self, meaning: Meaning) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.meanings.contains(&meaning))
    }
}

/// What the readers of a body's parts look at.
struct Page<'a> {
    source: &'a SourceFile,
    blocks: &'a [Block],
    sections: &'a [Section],
    internal: &'a [Span],
}

impl<'a> Page<'a> {
    /// The top-level sections of a meaning: one inside another of the same meaning is read with it.
    fn sections_of(&self, meaning: Meaning) -> Vec<&'a Section> {
        let mut found: Vec<&Section> = Vec::new();
        for section in self.sections.iter().filter(|section| section.meanings.contains(&meaning)) {
            if found
                .last()
                .is_none_or(|outer| outer.whole.end < section.whole.end || section.whole.start < outer.whole.start)
            {
                found.push(section);
            }
        }
        found
    }

    /// The blocks inside a place, in order: whole blocks, and for a label in a list item the blocks inside that item.
    fn blocks_in(&self, span: &Span) -> Vec<&'a Block> {
        let mut found = Vec::new();
        collect_inside(self.blocks, span, &mut found);
        found
    }

    /// The blocks of a section that are to be read as entries of a meaning: not those under a sub-heading whose entries are of another.
    fn entries_in(&self, section: &Section, meaning: Meaning) -> Vec<&'a Block> {
        let inner = self.sections.iter().filter(|inner| {
            section.whole.contains(&inner.heading.span.start)
                && inner.meanings.iter().any(|other| LISTED.contains(other))
                && !inner.meanings.contains(&meaning)
        });
        let others: Vec<Span> = inner.map(|inner| inner.heading.span.start..inner.whole.end).collect();
        let mut blocks = self.blocks_in(&section.whole);
        blocks.retain(|block| !others.iter().any(|other| other.start < block.span.end && block.span.end <= other.end));
        blocks
    }

    fn is_internal(&self, span: &Span) -> bool {
        is_within(self.internal, span)
    }
}

/// Meanings whose sections are read entry by entry.
const LISTED: &[Meaning] = &[
    Meaning::ActionItems,
    Meaning::FiveWhys,
    Meaning::WentWell,
    Meaning::WentWrong,
    Meaning::GotLucky,
    Meaning::ForOthers,
];

/// Whether a place lies in one of some passages, which stand in order and apart.
pub(in crate::incident) fn is_within(passages: &[Span], span: &Span) -> bool {
    let behind = passages.partition_point(|passage| passage.start <= span.start);
    behind.checked_sub(1).and_then(|at| passages.get(at)).is_some_and(|passage| span.end <= passage.end)
}

fn collect_inside<'a>(blocks: &'a [Block], span: &Span, found: &mut Vec<&'a Block>) {
    // Blocks stand in order, so the first that can matter is found by halving.
    let first = blocks.partition_point(|block| block.span.end <= span.start);
    for block in blocks.iter().skip(first).take_while(|block| block.span.start < span.end) {
        if span.start <= block.span.start
            && block.span.start < span.end
            && block.span.end <= span.end.max(block.span.start + 1)
        {
            found.push(block);
        } else {
            collect_inside(&block.children, span, found);
        }
    }
}

/// The date and zone that entries without them take: the front matter's, else the file's name, else the title's.
fn around(page: &Page<'_>, title: Option<&Text>, times: &TimeContext) -> TimeContext {
    // `2024-03-05-shops/index.md` is named by its folder.
    let mut parts = page.source.path.rsplit('/');
    let file = parts.next().unwrap_or("");
    let file = if file.starts_with("index.") { parts.next().unwrap_or(file) } else { file };
    let near = || find_date(&file.replace('_', " "), None).or_else(|| date_of_digits(file));
    let entitled = || title.and_then(|title| find_date(&title.value, None));
    // A post is named after the day it was published: the day its first lines name is the incident's, if it is not long before that.
    let said = |published: NaiveDate| {
        let paragraphs = page.blocks.iter().filter(|block| block.kind == blocks::Kind::Paragraph).take(2);
        let days = paragraphs.filter_map(|block| find_date(page.source.slice(&block.text), Some(published)));
        days.filter(|day| (0..8).contains(&(published - *day).num_days())).min()
    };
    let near = || near().map(|day| said(day).unwrap_or(day));
    // Where nothing else names the day, the first paragraphs may: "On 3 May 2024 at 1pm".
    let told = || {
        let paragraphs = page.blocks.iter().filter(|block| block.kind == blocks::Kind::Paragraph).take(2);
        paragraphs.into_iter().find_map(|block| find_date(page.source.slice(&block.text), None))
    };
    let named = times.date.or_else(entitled).or_else(near).or_else(told);
    TimeContext { date: named, ..times.clone() }
}

/// `20210607-artifactory.md`.
fn date_of_digits(file: &str) -> Option<NaiveDate> {
    let digits = file.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    NaiveDate::parse_from_str(digits, "%Y%m%d").ok()
}
