use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// An action item says what it is for.
    ///
    /// `prevent`, `detect`, `mitigate` or `process`: with it one sees at a glance that five items all make the pager ring sooner and none keeps the
    /// disk from filling. Asked of items in the front matter.
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01}
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this action item does not say what it is for
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01, type: prevent}
    /// ---
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Give each shop its own lock (@ada, due 2024-04-01)
    /// ```
    "untyped-action-item", Advice, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.facts.action_items.iter().filter(|item| item.is_open() && item.kind.is_none()) {
        report
            .at(item.action.span.clone(), "this action item does not say what it is for")
            .help("add `type: prevent`, `detect`, `mitigate` or `process`");
    }
}
