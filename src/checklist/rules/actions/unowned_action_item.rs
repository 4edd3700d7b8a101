use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// An action item has an owner.
    ///
    /// Of 121 action items in one company's public reports 2 had an owner. What is everybody's is nobody's. Items that are done or declined need
    /// none.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Give each shop its own lock (due 2024-04-01)
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody owns this action item
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, due: 2024-04-01}
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody owns this action item
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Give each shop its own lock (@ada, due 2024-04-01)
    /// - [x] Stop the report
    /// ```
    "unowned-action-item", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_open() && item.owner.is_none()) {
        report
            .at(item.action.span.clone(), "nobody owns this action item")
            .help("name one person: `owner: Ada`, or `(@ada, …)` in a list");
    }
}
