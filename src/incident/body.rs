//! The body: sections by meaning, and the data in them. Knows nothing of rules or HTML.

use crate::incident::action_item::ActionItem;
use crate::incident::facts::{Lessons, Text, Why};
use crate::incident::headings::{Headings, Meaning};
use crate::incident::instant::TimeContext;
use crate::incident::problem::Problem;
use crate::incident::timeline::TimelineEntry;
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
    /// Passages between `<!-- internal -->` and `<!-- /internal -->`, fences included.
    pub internal: Vec<Span>,
    /// `<!-- afterword: waive … -->` comments.
    pub waivers: Vec<Waiver>,
    /// Links and images with their destinations.
    pub links: Vec<Link>,
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
    /// Its text, or the image's alternative text.
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
}

impl Body {
    /// Reads the body that begins at `start` of the file. Never fails.
    pub fn read(source: &SourceFile, start: usize, context: BodyContext<'_>) -> Self {
        let _ = context;
        Self { span: start..source.text.len(), ..Self::default() }
    }

    /// The sections of a meaning, in the order of the file.
    pub fn sections_of(&self, meaning: Meaning) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.meanings.contains(&meaning))
    }
}
