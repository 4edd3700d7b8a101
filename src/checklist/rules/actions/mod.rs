//! Will what was promised be done, by whom and by when?

use crate::checklist::rule::rules;

rules! {
    no_action_items,
    unowned_action_item,
    shared_action_item,
    undated_action_item,
    vague_due_date,
    overdue_action_item,
    vague_action_item,
    untyped_action_item,
    nothing_preventive,
    no_detecting_action_item,
    no_urgent_action_item,
    done_without_date,
    declined_without_reason,
}
