//! What every report must tell: when, who, what went wrong, what improves.

use crate::incident::Passage;
use crate::source::Span;

/// The first line of a passage: enough to point at, short enough to show.
fn first_line(passage: &Passage<'_>) -> Span {
    let line = passage.text.lines().next().unwrap_or("");
    passage.start..passage.start + line.len()
}

use crate::checklist::rule::rules;

rules! {
    missing_title,
    missing_start,
    missing_end,
    time_without_clock,
    missing_impact,
    impact_without_number,
    impact_without_who,
    missing_root_cause,
    cause_without_mechanism,
    missing_actions_and_lessons,
    missing_summary,
    summary_too_long,
    data_loss_not_stated,
    missing_detection,
    missing_timeline,
    missing_custom_key,
}
