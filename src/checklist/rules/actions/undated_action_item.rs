use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// An action item has a due date.
    ///
    /// Of the same 121 items 1 had a date. Without one there is no day on which somebody asks.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Give each shop its own lock (@ada)
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this action item has no due date
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Give each shop its own lock (@ada, due 2024-04-01)
    /// - [x] Stop the report (@ada)
    /// ```
    "undated-action-item", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_open() && item.due.is_none()) {
        report
            .at(item.action.span.clone(), "this action item has no due date")
            .help("add a day: `due: 2024-04-01`, or `(due 2024-04-01)` in a list");
    }
}
