use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::prevent_nothing;

rule! {
    /// Something keeps it from happening again.
    ///
    /// Items that only find it sooner or hurt less leave the trap where it is. Asked where every item says what it is for.
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
    ///   - {action: Ring when the lock is held for a minute, owner: Ada, due: 2024-04-01, type: detect}
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing here keeps it from happening again
    ///   - {action: Show a kind page, owner: Ada, due: 2024-04-01, type: mitigate}
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
    ///   - {action: Ring when the lock is held for a minute, owner: Ada, due: 2024-04-01, type: detect}
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01, type: prevent}
    /// ---
    /// ```
    "nothing-preventive", Advice, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    let items = case.incident.action_items();
    let Some(first) = items.first() else { return };
    if prevent_nothing(items.iter()) {
        report.at(first.action.span.clone(), "nothing here keeps it from happening again").help("add an item with `type: prevent`, or a declined one with the reason");
    }
}
