//! How badly, how long, or whether at all, without a measure.

use crate::checklist::context::{Spoken, words};
use crate::checklist::measure::LENGTHS;
use crate::checklist::phrases::nouns::{EFFECTS, OUTAGES};
use crate::checklist::vague::Vague;
use crate::checklist::vague::place::Place;
use crate::source::Span;

/// "Degraded performance", from the adjective to the effect; "search degraded", where the impact is told.
pub(super) fn degree(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &[
        "the", "most", "known", "other", "these", "those", "such", "similar", "future", "as", "how", "too", "so", "of",
    ];
    const FOUND: &[&str] =
        &["discovered", "discovery", "identified", "found", "opened", "fixed", "solve", "solved", "uncovered"];
    const ARTICLES: &[&str] = &["the", "a", "an", "my", "our", "this", "its", "their"];
    /// What is announced or supposed did not happen.
    const SUPPOSED: &[&str] = &["can", "could", "would", "might", "may", "will", "kann", "könnte", "würde", "wird"];
    if place == Place::Impact && is_predicate(spoken) {
        // "Every service was impaired" counts them.
        return Some((Vague::Things, spoken.span.clone()));
    }
    let outage = spoken.named(3, &[OUTAGES]);
    let end = outage.or_else(|| spoken.named(2, &[EFFECTS]))?;
    let is = |word: &String, some: &[&str]| some.contains(&word.as_str());
    let behind: Vec<String> = words(spoken.after).take(5).collect();
    let blank = spoken.after.starts_with([' ', '\n', '\r', '-', '/']);
    let level = spoken.word.eq_ignore_ascii_case("high")
        && behind
            .first()
            .is_some_and(|word| ["avail", "impact", "perform"].iter().any(|known| word.starts_with(known)));
    let found = behind.iter().any(|word| is(word, FOUND)) || spoken.follows(3, FOUND);
    let other = behind.iter().take(2).any(|word| is(word, ARTICLES));
    let told = blank && !level && !found && !other && !spoken.follows(6, SUPPOSED) && !spoken.follows(1, KNOWN);
    told.then_some((if outage.is_some() { Vague::Outage } else { Vague::Effect }, spoken.span.start..end))
}

/// Adjectives that say alone, at the end of a clause, how badly.
const PREDICATES: &[&str] = &[
    "degraded",
    "reduced",
    "limited",
    "slow",
    "slower",
    "delayed",
    "impaired",
    "worse",
    "unstable",
    "intermittent",
    "sporadic",
    "langsam",
    "verlangsamt",
    "verzögert",
    "eingeschränkt",
    "instabil",
    "unzuverlässig",
];

/// "Search degraded."
fn is_predicate(spoken: &Spoken<'_>) -> bool {
    let rest = spoken.after.trim_start_matches('*');
    let ends = rest.starts_with(['.', ',', ';', ')', '!']) || rest.trim().is_empty();
    ends && spoken.before.contains(' ') && PREDICATES.contains(&spoken.word.to_lowercase().as_str())
}

/// Words that are vague alone; not as a label, and "we were slow to notice" is no effect.
pub(super) fn hazy(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    let label = spoken.after.trim_start_matches('*').starts_with(':');
    let slow_to =
        spoken.word.to_lowercase().ends_with(" slow") && words(spoken.after).next().is_some_and(|word| word == "to");
    (!label && !slow_to && !is_later(spoken)).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "For hours", "for several days", but not "for several users".
pub(super) fn spell(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const OPEN: &[&str] = &["several", "multiple", "many", "few", "of", "einige", "mehrere", "paar"];
    let open = words(&spoken.word).next_back().is_some_and(|word| OPEN.contains(&word.as_str()));
    let long = !open || words(spoken.after).take(2).any(|word| LENGTHS.iter().any(|length| word.starts_with(length)));
    (long && !is_later(spoken)).then(|| (Vague::Length, spoken.span.clone()))
}

/// "A few minutes later" is a time.
fn is_later(spoken: &Spoken<'_>) -> bool {
    const LATER: &[&str] = &["later", "ago", "earlier", "before", "später", "zuvor"];
    spoken.words_after().iter().take(3).any(|word| LATER.contains(&word.as_str()))
}

/// "May have affected": whether it did is left open.
pub(super) fn hedged(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const HIT: &[&str] = &[
        "affect",
        "affected",
        "affecting",
        "impact",
        "impacted",
        "impacting",
        "experienced",
        "seen",
        "noticed",
        "caused",
        "causing",
        "received",
        "lost",
        "encountered",
        "observed",
        "users",
        "customers",
        "exposed",
        "leaked",
        "accessed",
        "disclosed",
        "shared",
        "betroffen",
        "verloren",
        "bemerkt",
        "beeinträchtigt",
        "nutzer",
        "kunden",
    ];
    let german = ["möglich", "unter", "event", "womög"].iter().any(|root| spoken.word.to_lowercase().starts_with(root));
    // In German the verb comes last.
    let near = if german { 7 } else { 3 };
    Some((Vague::Effect, spoken.span.start..spoken.named(near, &[HIT])?))
}

/// "It seems nobody used it", where the impact is told.
pub(super) fn guessed(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    (place == Place::Impact).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "Scope: limited"
pub(super) fn grade(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const OTHER: &[&str] = &["confidence", "priority", "severity", "status"];
    let label = spoken.before.trim_end_matches(|c: char| c.is_whitespace() || c == '*').ends_with(':');
    let alone = !spoken.after.trim_start().starts_with(char::is_alphabetic)
        || ["unk", "unc", "not", "unb"].iter().any(|none| spoken.word.to_lowercase().starts_with(none));
    (place == Place::Impact && label && alone && !words(spoken.before).any(|word| OTHER.contains(&word.as_str())))
        .then(|| (Vague::Effect, spoken.span.clone()))
}

/// "Severely degraded"
pub(super) fn badly(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const BAD: &[&str] = &[
        "affect",
        "impact",
        "degrad",
        "reduc",
        "decreas",
        "increas",
        "delay",
        "slow",
        "limit",
        "hamper",
        "disrupt",
        "higher",
        "longer",
        "more",
        "less",
        "down",
        "unavailable",
        "verlangsam",
        "verzöger",
        "eingeschränkt",
        "beeinträchtigt",
        "reduziert",
        "erhöht",
        "gestört",
        "verringert",
        "länger",
        "langsamer",
        "mehr",
        "weniger",
    ];
    let near = words(spoken.after).next()?;
    BAD.iter().any(|root| near.starts_with(root)).then(|| (Vague::Effect, spoken.span.clone()))
}
