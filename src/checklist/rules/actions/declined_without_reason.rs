use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::ActionStatus;

rule! {
    /// What is declined says why.
    ///
    /// Deciding against something is fine and often right. The reason is what the next person needs, who has the same idea.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, status: declined}
    ///                                                   ^^^^^^^^ declined, and no word of why
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, status: declined, reason: the database goes away in May}
    /// ---
    /// ```
    "declined-without-reason", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items() {
        let status = item.status.as_ref().filter(|status| status.value == ActionStatus::Declined && item.reason.is_none());
        if let Some(status) = status {
            report.at(status.span.clone(), "declined, and no word of why").help("add `reason: …`");
        }
    }
}
