//! Timelines: what happened when.

use crate::incident::instant::Instant;
use crate::source::{Span, Spanned};

/// One row of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// When; `None` where the row has no time or none that can be read.
    pub at: Option<Instant>,
    /// The end of a range (`16:58-17:02`).
    pub until: Option<Box<Instant>>,
    /// The time as written, where there is one that could not be read; its place in any case. What could be read is not kept twice.
    pub at_text: Spanned<String>,
    /// What happened, as Markdown.
    pub text: Spanned<String>,
    /// The phase it belongs to.
    pub kind: Option<Spanned<EntryKind>>,
    /// A link or a note that proves it.
    pub evidence: Option<Box<Spanned<String>>>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole row.
    pub span: Span,
}

words! {
    /// The phases of an incident that a timeline entry can belong to.
    EntryKind {
        /// It was noticed.
        Detect = "detect",
        /// Someone was asked for help.
        Escalate = "escalate",
        /// The cause was looked for.
        Diagnose = "diagnose",
        /// Something was decided.
        Decide = "decide",
        /// Something was done.
        Act = "act",
        /// Someone was told.
        Communicate = "communicate",
        /// One shift gave over to the next.
        Handover = "handover",
        /// Something came back.
        Restore = "restore",
    }
}

/// A word to users: what was told, where, and when the next word was promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// When it was sent.
    pub at: Option<Instant>,
    /// Where it was given.
    pub channel: Option<Spanned<String>>,
    /// What it said.
    pub text: Option<Spanned<String>>,
    /// When the next word was promised.
    pub next: Option<Instant>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}
