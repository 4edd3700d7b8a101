//! Does the chain of whys reach something that can be changed?

use crate::checklist::rule::rules;

rules! {
    too_few_whys,
    why_stops_at_a_person,
    repeated_why,
    unanswered_why,
    single_cause,
}
