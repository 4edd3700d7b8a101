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
    /// How large an effect, or whether there was one.
    Effect,
    /// How long.
    Length,
}

/// The vague words of a report, in the order of the file, one to a sentence.
pub(super) fn vague_words(case: &Case<'_>) -> Vec<Span> {
    let readers = Readers::of(case);
    let mut found: Vec<(Span, usize)> = Vec::new();
    for (list, vague) in KINDS {
        for spoken in case.spoken(list) {
            let place = readers.place(&spoken.span);
            let dbg = std::env::var("DBG").is_ok();
            if dbg { eprintln!("DBG {} place {place:?} {:?} | {}", case.incident.source.path, spoken.word, spoken.sentence.replace('\n', " ")); }
            let Some(place) = place else { continue };
            let v = vague(&spoken, place);
            if dbg { eprintln!("    -> {place:?} {v:?} ask {:?} measured {:?} denied {}", v.clone().map(|(v, _)| readers.ask(place, v)), v.clone().map(|(v, _)| is_measured(&spoken, v)), is_denied(&spoken)); }
            let Some((vague, span)) = v else { continue };
            if readers.ask(place, vague) && !is_measured(&spoken, vague) && !is_denied(&spoken) {
                found.push((span, spoken.span.start - spoken.before.len()));
            }
        }
    }
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by_key(|(_, sentence)| *sentence);
    found.into_iter().map(|(span, _)| span).collect()
}

/// Whether the sentence has the number: how long it took says nothing of how many, how many nothing of how long.
fn is_measured(spoken: &Spoken<'_>, vague: Vague) -> bool {
    let measures = measures(spoken.sentence);
    match vague {
        Vague::Length => measures.length,
        Vague::Outage | Vague::Effect => measures.amount || measures.length,
        Vague::People | Vague::Things | Vague::Hit => measures.amount || measures.total,
    }
}
