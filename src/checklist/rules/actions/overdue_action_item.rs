use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No open action item is past its date.
    ///
    /// It is the first thing a reader looks for after the next incident. Do it, move the date and say why, or decline it with the reason.
    ///
    /// ## Fails
    ///
    /// ```markdown today=2024-05-01
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01}
    ///                                                            ^^^^^^^^^^ this action item is 30 days past its date
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown today=2024-05-01
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01, status: done, done: 2024-03-20}
    ///   - {action: Watch the lock, owner: Ada, due: 2024-05-01}
    /// ---
    /// ```
    "overdue-action-item", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_overdue(case.today)) {
        let Some(due) = &item.due else { continue };
        let days = due.date.map_or(0, |date| (case.today - date).num_days());
        let late = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        report
            .at(due.text.span.clone(), format!("this action item is {late} past its date"))
            .help("do it, move the date and say why, or decline it with the reason");
    }
}
