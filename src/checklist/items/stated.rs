//! Signals that are counted in facts and marks rather than in sentences.

use memchr::memchr_iter;

use crate::checklist::items::Reader;
use crate::checklist::items::shapes::words_in;
use crate::checklist::items::signals::{Measure, SHOWN, Signal};
use crate::checklist::phrases::find;
use crate::checklist::phrases::verdict::{FAILURE, TAKEAWAY};
use crate::incident::instant::Precision;

/// Keys under which posts of a status page name what is affected.
const AFFECTED: &[&str] =
    &["affected", "affectedSystems", "affected_services", "services", "components", "systems", "clusters"];

impl Signal {
    /// Those that are counted in facts rather than in sentences.
    pub(super) fn of_facts(self, reader: &Reader<'_>) -> Measure {
        let incident = reader.incident;
        match self {
            Self::EndClock => {
                let end = incident.likely_end().filter(|at| at.precision != Precision::Day);
                Measure::of(end.map(|at| &at.span).into_iter())
            }
            Self::StartClock => {
                let start = incident.likely_start().filter(|at| at.precision != Precision::Day);
                Measure::of(start.map(|at| &at.span).into_iter())
            }
            Self::Whys => Measure::of(incident.five_whys().iter().map(|why| &why.span)),
            Self::Rows => Measure::of(incident.timeline().iter().map(|row| &row.text.span)),
            Self::Lessons => {
                let lessons = incident.lessons();
                let all = lessons.for_others.iter().chain(&lessons.general);
                Measure::of(all.map(|lesson| &lesson.span))
            }
            Self::ActionWords => Measure {
                count: incident.action_items().iter().map(|item| words_in(&item.action.value)).sum(),
                evidence: incident.action_items().iter().take(SHOWN).map(|item| item.action.span.clone()).collect(),
            },
            Self::Dated => {
                let start = incident.likely_start().map(|at| at.span.clone());
                Measure::of(start.or_else(|| reader.dated()).iter())
            }
            Self::Actions => Measure::of(incident.action_items().iter().map(|item| &item.action.span)),
            Self::Takeaways => {
                let lessons = incident.lessons();
                let all = lessons.for_others.iter().chain(&lessons.general);
                Measure::of(all.filter(|lesson| find(&lesson.value).has(TAKEAWAY)).map(|lesson| &lesson.span))
            }
            Self::TitleFailure => {
                let title = incident.title().filter(|title| find(&title.value).has(FAILURE));
                Measure::of(title.map(|title| &title.span).into_iter())
            }
            Self::StatusPost => {
                let mark = incident.facts.key("affected").or_else(|| incident.facts.key("resolved"));
                Measure::of(incident.facts.posted.as_ref().and(mark.or(incident.facts.key("date"))).into_iter())
            }
            Self::Affected => Measure::of(AFFECTED.iter().filter_map(|key| incident.facts.key(key))),
            Self::Updates => updates(reader),
            Self::Code => code(reader),
            _ => {
                let body = incident.source.slice(&incident.body.span);
                Measure { count: words_in(body), evidence: Vec::new() }
            }
        }
    }
}

/// Sentences and headings that begin with "Update".
fn updates(reader: &Reader<'_>) -> Measure {
    let headings = reader.incident.body.sections.iter().map(|section| &section.heading.span);
    Measure::of(reader.prose.sentences.iter().chain(headings).filter(|span| begins_update(reader.text(span))))
}

fn begins_update(text: &str) -> bool {
    let word = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let word = word.get(..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())).unwrap_or("");
    ["update", "updated", "edit", "aktualisierung"].iter().any(|begin| word.eq_ignore_ascii_case(begin))
}

/// Code between backticks, and blocks of it.
fn code(reader: &Reader<'_>) -> Measure {
    let body = reader.incident.source.slice(&reader.incident.body.span);
    Measure { count: memchr_iter(b'`', body.as_bytes()).count() / 2, evidence: Vec::new() }
}
