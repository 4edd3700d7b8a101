use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::ActionItem;

rule! {
    /// After the worst kind of outage something is done soon.
    ///
    /// Treynor Sloss asks for at least one urgent bug after every outage that users felt. Asked of the worst severity: one item that is done, is due
    /// within thirty days of the end, or has the highest priority.
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-12-01, type: prevent}
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is due within 30 days of an incident of the worst severity
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-12-01, type: prevent}
    ///   - {action: Ring when the lock is held, owner: Ada, due: 2024-03-20, type: detect}
    /// ---
    /// ```
    "no-urgent-action-item", Advice, WhatImproves
}

/// Days after the end that count as soon.
const SOON: i64 = 30;

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let worst = incident.severity().and_then(|severity| case.config.severities.rank(&severity.value)) == Some(1);
    let Some(end) = incident.likely_end().or_else(|| incident.likely_start()).filter(|_| worst) else { return };
    let soon = |item: &ActionItem| {
        let first = item.priority.as_ref().is_some_and(|priority| ["p0", "p1", "high", "highest", "urgent", "hoch", "0", "1"].contains(&priority.value.to_lowercase().as_str()));
        let due = item.due.as_ref().and_then(|due| due.date).is_some_and(|due| (due - end.at.date_naive()).num_days() <= SOON);
        !item.is_open() || first || due
    };
    let items = incident.action_items();
    // Where no item has a date, the missing dates have findings of their own.
    let dated = items.iter().any(|item| item.due.as_ref().is_some_and(|due| due.date.is_some()));
    if let Some(item) = items.first().filter(|_| dated && !items.iter().any(soon)) {
        report
            .at(item.action.span.clone(), format!("nothing is due within {SOON} days of an incident of the worst severity"))
            .help("do one thing soon, even if the large one takes longer");
    }
}
