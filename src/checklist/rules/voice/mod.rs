//! Does it speak plainly, of systems rather than persons, and in its own words?

use crate::checklist::rule::rules;

rules! {
    blames_a_person,
    human_error_as_cause,
    blames_a_supplier,
    counterfactual,
    canned_phrase,
    vague_impact,
    vague_time,
    hindsight,
    animated_language,
    marketing,
    unexplained_acronym,
    no_first_person,
}
