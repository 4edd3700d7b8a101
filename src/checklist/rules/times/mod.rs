//! Do the times of the facts make sense, alone and together?

use crate::incident::Incident;
use crate::incident::instant::Instant;

/// The five instants of the facts in the order they must have, with their keys.
fn named_instants(incident: &Incident) -> impl Iterator<Item = (&'static str, &Instant)> {
    let facts = &incident.facts;
    let all = [
        ("start", &facts.start),
        ("detected", &facts.detected),
        ("acknowledged", &facts.acknowledged),
        ("mitigated", &facts.mitigated),
        ("end", &facts.end),
    ];
    all.into_iter().filter_map(|(name, instant)| Some((name, instant.as_ref()?)))
}

use crate::checklist::rule::rules;

rules! {
    unreadable_time,
    loose_time,
    time_without_zone,
    ends_before_start,
    times_out_of_order,
    skipped_or_repeated_hour,
    wrong_weekday,
    time_in_the_future,
    prose_disagrees_with_times,
    days_disagree,
    two_homes_disagree,
}
