use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// What was to keep it from happening again was done.
    ///
    /// The report says that this happened before (`repeat_of`). Action items of the earlier report that are still open are the first cause of the later
    /// one. Do them now, or say in this report why they would not have helped.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow again
    /// repeat_of: first
    ///            ^^^^^ of this report `Give each shop its own lock` is still open
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ==> first.md <==
    /// ---
    /// title: Shops slow
    /// start: 2024-01-05T10:00:00Z
    /// end: 2024-01-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-02-01}
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow again
    /// repeat_of: first
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ==> first.md <==
    /// ---
    /// title: Shops slow
    /// start: 2024-01-05T10:00:00Z
    /// end: 2024-01-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-02-01, status: done, done: 2024-01-20}
    /// ---
    /// ```
    "repeat-with-open-actions", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for id in &case.incident.facts.repeat_of {
        let Some(earlier) = case.archive.get(&id.value) else { continue };
        let open: Vec<&str> = earlier.action_items().iter().filter(|item| item.is_open()).map(|item| item.action.value.as_str()).collect();
        if let Some(first) = open.first() {
            let rest = if open.len() > 1 { format!(" and {} more", open.len() - 1) } else { String::new() };
            let short: String = first.chars().take(60).collect();
            report
                .at(id.span.clone(), format!("of this report `{}` is still open{rest}", short.replace('\n', " ")))
                .help(format!("do it, or say why it would not have helped; see {}", earlier.source.path));
        }
    }
}
