//! Are the exceptions themselves in order?

use crate::checklist::rule::rules;

rules! {
    unknown_waived_rule,
    waiver_without_reason,
    expired_waiver,
    unused_waiver,
    unreadable_waiver,
}
