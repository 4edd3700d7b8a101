//! Words that stand in the place of a number where it is told whom an incident hit, and how badly.

mod count;
mod effect;
mod place;

use crate::checklist::context::Spoken;
use crate::checklist::measure::measures;
use crate::checklist::phrases::Phrases;
use crate::checklist::phrases::vague::{
    BADLY, CASES, DEGREE, GRADE, GUESSED, HAZY, HEDGED, QUANTITY, SHARE, SPELL, TOUCHED, WITNESSED,
};
use crate::checklist::rule::Case;
use crate::checklist::vague::count::{cases, quantity, share, touched, witnessed};
use crate::checklist::vague::effect::{badly, degree, grade, guessed, hazy, hedged, spell};
use crate::checklist::vague::place::{Place, Readers};
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
    /// Which share of anything was hit, in so many words.
    Share,
    /// How large a failure.
    Outage,
    /// How long.
    Length,
    /// How large an effect, or whether there was one.
    Effect,
}

/// Judges a word of a list: what it says vaguely, and which words say it.
type Judge = fn(&Spoken<'_>, Place) -> Option<(Vague, Span)>;

/// The lists, and what makes a word of each vague.
const KINDS: [(Phrases, Judge); 12] = [
    (QUANTITY, quantity),
    (SHARE, share),
    (DEGREE, degree),
    (HAZY, hazy),
    (SPELL, spell),
    (HEDGED, hedged),
    (TOUCHED, touched),
    (BADLY, badly),
    (CASES, cases),
    (GUESSED, guessed),
    (WITNESSED, witnessed),
    (GRADE, grade),
];

/// The vague words of a report, in the order of the file, one to a sentence.
pub(super) fn vague_words(case: &Case<'_>) -> Vec<Span> {
    let readers = Readers::of(case);
    let mut found: Vec<(Span, usize)> = Vec::new();
    for (list, vague) in KINDS {
        for spoken in case.spoken(list) {
            let Some(place) = readers.place(&spoken.span) else { continue };
            let Some((vague, span)) = vague(&spoken, place) else { continue };
            if readers.ask(place, vague) && !is_measured(&spoken, vague) && !is_denied(&spoken, vague) {
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
    if vague == Vague::Length {
        return measures.length;
    }
    let long = matches!(vague, Vague::Outage | Vague::Effect);
    measures.amount || if long { measures.length } else { measures.total }
}

/// "No users reported issues", "if some users": it is not said that it happened. A question tells nothing either.
fn is_denied(spoken: &Spoken<'_>, vague: Vague) -> bool {
    const DENIALS: &[&str] =
        &["no", "not", "without", "never", "avoid", "prevent", "keine", "kein", "nicht", "ohne", "if", "wenn", "falls"];
    /// "No significant impact" denies as vaguely.
    const WEIGHED: &[&str] = &[
        "significant",
        "noticeable",
        "perceivable",
        "substantial",
        "considerable",
        "notable",
        "major",
        "nennenswerte",
        "nennenswerten",
        "spürbare",
        "spürbaren",
        "merkliche",
        "merklichen",
        "erhebliche",
        "erheblichen",
    ];
    /// "Not at scale" leaves open how much, as "at scale" does.
    const SCALES: &[&str] =
        &["at scale", "on a large scale", "to a large extent", "im großen stil", "in großem umfang"];
    let word = spoken.word.to_lowercase();
    let weighed =
        WEIGHED.contains(&word.as_str()) && spoken.follows(1, &["no", "any", "keine", "keinen", "kein", "ohne"]);
    // "Could not pay for hours" is as long as it says.
    const ABLE: &[&str] = &["could", "can", "did", "would"];
    let before = spoken.words_before();
    let unable = |at: usize| before.get(at + 1).is_some_and(|word| ABLE.contains(&word.as_str()));
    let long = vague == Vague::Length && before.iter().take(3).position(|word| word == "not").is_some_and(unable);
    let asks = spoken.sentence.trim_end_matches(|c: char| c.is_whitespace() || c == '*').ends_with('?');
    asks || (!weighed && !long && !SCALES.contains(&word.as_str()) && spoken.follows(3, DENIALS))
}
