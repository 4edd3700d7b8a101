//! Where in a report a word stands, and what must be told there.

use std::cell::OnceCell;

use crate::checklist::measure::measures;
use crate::checklist::rule::Case;
use crate::checklist::vague::Vague;
use crate::incident::headings::Meaning;
use crate::source::Span;

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Where an impact is told.
    Impact,
    /// In the summary, or in the lines that stand for one.
    Summary,
    /// Where it is told how it was noticed.
    Noticed,
    /// In the story.
    Story,
    /// Among the lessons.
    Lessons,
    /// In a row of what happened when.
    Timeline,
}

/// Sections in which something else is told than what users felt.
const ASIDE: &[Meaning] = &[
    Meaning::ActionItems,
    Meaning::ForOthers,
    Meaning::RootCause,
    Meaning::ContributingFactors,
    Meaning::FiveWhys,
    Meaning::References,
    Meaning::Trigger,
    Meaning::Promises,
    Meaning::Technologies,
    Meaning::Participants,
    Meaning::People,
    Meaning::CustomerAction,
    Meaning::Metadata,
];

/// Sections that look back.
const LESSONS: &[Meaning] = &[Meaning::Lessons, Meaning::WentWell, Meaning::WentWrong, Meaning::GotLucky];

/// The lines under the title that are read as a summary, in bytes.
const OPENING: usize = 2500;

/// Whom impact and summary count.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    people: bool,
    things: bool,
}

/// A report as those read it who ask how many were hit.
pub(super) struct Readers<'a> {
    case: &'a Case<'a>,
    /// Whether the lines under the title stand for a summary.
    opening: bool,
    counted: OnceCell<Counted>,
}

impl<'a> Readers<'a> {
    pub(super) fn of(case: &'a Case<'a>) -> Self {
        Self { case, opening: case.incident.passage(Meaning::Summary).is_none(), counted: OnceCell::new() }
    }

    /// Where a word stands; `None` where nothing is told that users felt.
    pub(super) fn place(&self, span: &Span) -> Option<Place> {
        if span.start < self.case.incident.body.span.start {
            return self.key(span);
        }
        const LABELS: [&str; 5] = ["impact", "effect", "duration", "auswirkung", "dauer"];
        let is = |meanings: &[Meaning]| self.case.is_in(span, meanings);
        let label = self.case.label(span).map(str::to_lowercase).unwrap_or_default();
        let labelled = LABELS.iter().any(|known| label.contains(known));
        if label.contains("severity") || label.contains("schwere") || (is(ASIDE) && !labelled) {
            return None;
        }
        Some(if labelled || is(&[Meaning::Impact]) {
            Place::Impact
        } else if label.contains("identified") {
            Place::Noticed
        } else if is(&[Meaning::Summary]) || self.is_opening(span) {
            Place::Summary
        } else if self.is_row(span) || is(&[Meaning::Updates]) {
            Place::Timeline
        } else if is(LESSONS) {
            Place::Lessons
        } else {
            Place::Story
        })
    }

    /// The same in the front matter, where the key says what is told.
    fn key(&self, span: &Span) -> Option<Place> {
        let facts = &self.case.incident.facts;
        let is = |text: &Span| text.start <= span.start && span.start < text.end;
        if facts.impact.as_ref().is_some_and(|impact| is(&impact.span)) {
            return Some(Place::Impact);
        }
        let told =
            facts.timeline.iter().any(|row| is(&row.span)) || facts.updates.iter().any(|update| is(&update.span));
        let summary = facts.summary.as_ref().is_some_and(|summary| is(&summary.span));
        // The line that site generators show under a title.
        let line = self.case.incident.source.line_column(span.start).line;
        let shown = || {
            facts.key("description").is_some_and(|key| self.case.incident.source.line_column(key.start).line == line)
        };
        match (told, summary || shown()) {
            (true, _) => Some(Place::Timeline),
            (_, true) => Some(Place::Summary),
            _ => None,
        }
    }

    /// A row of the timeline; other words in its section are told afterwards.
    fn is_row(&self, span: &Span) -> bool {
        let rows = self.case.incident.timeline();
        let at = rows.partition_point(|row| row.text.span.end <= span.start);
        rows.get(at).is_some_and(|row| row.text.span.start <= span.start)
            || (rows.is_empty() && self.case.is_in(span, &[Meaning::Timeline]))
    }

    /// Where there is no summary, the lines under the title stand for one.
    fn is_opening(&self, span: &Span) -> bool {
        let end = self.case.incident.body.span.start + OPENING;
        self.opening && span.start < end && self.case.is_opening(span)
    }

    /// Whether a number is wanted here. Where impact or summary count those who were hit, the rest may be told without.
    pub(super) fn ask(&self, place: Place, vague: Vague) -> bool {
        let told = matches!(place, Place::Impact | Place::Summary | Place::Noticed);
        let nobody = || !self.counted().people && !self.counted().things;
        match vague {
            Vague::People => told || !self.counted().people,
            Vague::Things => told || (matches!(place, Place::Timeline | Place::Lessons) && nobody()),
            Vague::Hit => told && place != Place::Noticed && nobody(),
            Vague::Outage => told || (place != Place::Timeline && nobody()),
            // "The majority was not affected" tells the impact wherever it stands.
            Vague::Share => true,
            Vague::Effect | Vague::Length => told,
        }
    }

    /// Whether impact or summary say how many people or things were hit, or which share.
    fn counted(&self) -> Counted {
        *self.counted.get_or_init(|| {
            let incident = self.case.incident;
            let mut groups = incident.facts.impact.iter().flat_map(|impact| &impact.affected);
            let stated = groups.any(|group| group.count.is_some());
            let passages = [Meaning::Impact, Meaning::Summary].into_iter().filter_map(|of| incident.passage(of));
            let told = passages.flat_map(|passage| passage.text.lines()).map(|line| measures(without_number(line)));
            told.fold(Counted { people: stated, things: false }, |all, line| Counted {
                people: all.people || line.people,
                things: all.things || line.things,
            })
        })
    }
}

/// A line without the number of a list's item, which counts nothing.
fn without_number(line: &str) -> &str {
    let rest = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(['.', ')']).filter(|rest| rest.starts_with(' ')).unwrap_or(line)
}
