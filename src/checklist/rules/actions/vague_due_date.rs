use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A due date is a day.
    ///
    /// "Soon", "Q3" and "next sprint" cannot be late.
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: next quarter}
    ///                                                            ^^^^^^^^^^^^ `next quarter` is no day
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
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-06-30}
    /// ---
    /// ```
    "vague-due-date", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_open()) {
        if let Some(due) = item.due.as_ref().filter(|due| due.date.is_none()) {
            report.at(due.text.span.clone(), format!("`{}` is no day", due.text.value.trim())).help("write the last day of it: `2024-06-30`");
        }
    }
}
