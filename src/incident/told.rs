//! What a report without front matter says of its times: in label lines, tables and sentences.

use crate::incident::duration::WrittenDuration;
use crate::incident::facts::{Posted, Text};
use crate::incident::instant::Instant;
use crate::source::Span;

/// What the body says of its own times.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Moments with a name, in the order of the file.
    pub moments: Vec<Moment>,
    /// Durations with a name, in the order of the file.
    pub durations: Vec<ToldDuration>,
    /// The times that lines outside the timeline begin with, in the order of the file.
    pub rows: Vec<Instant>,
    /// When it began: stated, or inferred from the story.
    pub start: Option<ToldTime>,
    /// When it was over.
    pub end: Option<ToldTime>,
    /// How bad, in the report's words.
    pub severity: Option<Text>,
}

impl Told {
    /// Takes the times of a status page's post: they were entered as such.
    pub(super) fn post(&mut self, posted: &Posted) {
        let stated = |at: &Instant| ToldTime { at: at.clone(), basis: Basis::Stated };
        self.start = Some(stated(&posted.start));
        self.end =
            posted.end.as_ref().map(stated).or_else(|| self.end.take().filter(|end| end.at.at > posted.start.at));
    }

    /// The first moment of a kind.
    pub fn moment(&self, kind: MomentKind) -> Option<&Instant> {
        self.moments.iter().find(|moment| moment.kind == kind).map(|moment| &moment.at)
    }
}

/// A named moment: `Resolved: 2024-03-05 11:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Which.
    pub kind: MomentKind,
    /// When.
    pub at: Instant,
}

words! {
    /// What a label before a time says.
    MomentKind {
        /// It began.
        Started = "started",
        /// It was noticed.
        Detected = "detected",
        /// It was called an incident, or someone took it up.
        Declared = "declared",
        /// Users felt it less.
        Mitigated = "mitigated",
        /// It was over.
        Ended = "ended",
        /// The day of the incident.
        Day = "day",
    }
}

/// A named duration: `Time to repair: 4h 12m`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldDuration {
    /// The moment it runs to.
    pub until: MomentKind,
    /// How long, with places in the file.
    pub written: WrittenDuration,
}

/// A time, and how sure its meaning is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldTime {
    /// When.
    pub at: Instant,
    /// Whether the report says so, or a reader would conclude it.
    pub basis: Basis,
}

/// Why a fact is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The report says so in as many words.
    Stated,
    /// A reader would conclude it: from the first row of a timeline, from the day in the title.
    Inferred,
}

impl ToldTime {
    /// Its place.
    pub fn span(&self) -> Span {
        self.at.span.clone()
    }
}
