//! Is the timeline complete, in order, and a record of facts?

use crate::checklist::rule::rules;

rules! {
    timeline_out_of_order,
    timeline_entry_without_time,
    timeline_starts_late,
    timeline_ends_early,
    silent_gap,
    opinion_in_entry,
}
