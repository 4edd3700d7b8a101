//! Can the file be read, and does it hold what the format knows?

use crate::checklist::rule::rules;

rules! {
    not_utf8,
    too_large,
    broken_yaml,
    repeated_key,
    unknown_key,
    wrong_type,
    unknown_schema,
    withdrawn_without_reason,
    duplicate_id,
    id_changed_in_title_only,
    malformed_id,
    no_front_matter,
    unknown_service,
    unknown_tag,
    unknown_severity,
    unknown_reference,
    unknown_checklist_item,
    unbalanced_internal_fence,
}
