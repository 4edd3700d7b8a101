//! Were those affected told, where and in time?

use crate::checklist::rule::rules;

rules! {
    no_channel,
    late_first_word,
    broken_update_promise,
    overdue_promise,
    promise_without_date,
    no_contact,
    no_last_word,
    missing_remedy,
}
