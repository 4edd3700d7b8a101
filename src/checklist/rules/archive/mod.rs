//! How does this report stand beside the others of the archive?

use crate::checklist::rule::rules;

rules! {
    late_report,
    forgotten_draft,
    repeat_with_open_actions,
    undeclared_relation,
    duplicate_title,
    approver_is_author,
}
