//! Words that stand in the place of a number where it is told whom an incident hit, and how badly.

mod criteria;
mod place;

use crate::checklist::context::Spoken;
use crate::checklist::measure::measures;
use crate::checklist::rule::Case;
use crate::checklist::vague::criteria::{KINDS, is_denied};
use crate::checklist::vague::place::Readers;
use crate::source::Span;

/// What a word says vaguely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vague {
    /// How many people.
    People,
    /// How many things.
    Things,
    /// Which people, hit by it.
    Hit,
    /// How large a failure.
    Outage,
    /// How large an effect, how long, or whether there was one.
    Effect,
}

/// The vague words of a report, in the order of the file, one to a sentence.
pub(super) fn vague_words(case: &Case<'_>) -> Vec<Span> {
    let readers = Readers::of(case);
    let mut found: Vec<(Span, usize)> = Vec::new();
    for (list, vague) in KINDS {
        for spoken in case.spoken(list) {
            let Some(place) = readers.place(&spoken.span) else { continue };
            let Some((vague, span)) = vague(&spoken, place) else { continue };
            if readers.ask(place, vague) && !is_measured(&spoken, vague) && !is_denied(&spoken) {
                found.push((span, spoken.span.start - spoken.before.len()));
            }
        }
    }
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by_key(|(_, sentence)| *sentence);
    found.into_iter().map(|(span, _)| span).collect()
}

/// Whether the sentence has the number: how long it took says nothing of how many, "every one" nothing of how badly.
fn is_measured(spoken: &Spoken<'_>, vague: Vague) -> bool {
    let measures = measures(spoken.sentence);
    let long = matches!(vague, Vague::Outage | Vague::Effect);
    measures.amount || if long { measures.length } else { measures.total }
}
