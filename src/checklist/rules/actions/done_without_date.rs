use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::ActionStatus;

rule! {
    /// What is done says when.
    ///
    /// An auditor asks for the day; so does the one who wonders whether it was before the next incident. Asked of items in the front matter.
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
    ///   - {action: Give each shop its own lock, owner: Ada, status: done}
    ///                                                               ^^^^ done, and no word of when
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
    ///   - {action: Give each shop its own lock, owner: Ada, status: done, done: 2024-03-20}
    /// ---
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [x] Stop the report
    /// ```
    "done-without-date", Advice, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in &case.incident.facts.action_items {
        let status = item.status.as_ref().filter(|status| status.value == ActionStatus::Done && item.done.is_none());
        if let Some(status) = status {
            report.at(status.span.clone(), "done, and no word of when").help("add `done: 2024-03-20`");
        }
    }
}
