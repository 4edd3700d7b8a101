use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;

rule! {
    /// A severe incident has action items.
    ///
    /// Lessons that nobody turns into work are lost with the next reorganisation. If truly nothing is to be done, one declined item with its reason
    /// says so. Asked of the two worst severities.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ lessons, but nothing that will be done
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// lessons: [The lock is shared by all shops.]
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
    /// lessons: [The lock is shared by all shops.]
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01}
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev4
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// lessons: [The lock is shared by all shops.]
    /// ---
    /// ```
    "no-action-items", Advice, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let severe = incident.severity().and_then(|severity| case.config.severities.rank(&severity.value)).is_some_and(|rank| rank <= 2);
    // Where lessons are missing too, `missing-actions-and-lessons` has said so.
    if severe && incident.action_items().is_empty() && !incident.lessons().is_empty() && incident.passage(Meaning::ActionItems).is_none() {
        report.at(incident.head(), "lessons, but nothing that will be done").help("add `action_items`, or one declined item with its reason");
    }
}
