use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Kind, Status};
use crate::incident::headings::Meaning;

rule! {
    /// A report says what improves: lessons, action items, or both.
    ///
    /// What wins back trust is not the apology but what is different tomorrow, done by whom and by when.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report names no lesson and no action item
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// All shops were slow.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Action items
    ///
    /// - [ ] Cap the retries at three (@ada, due 2024-04-01)
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Lehren
    ///
    /// Ein Wiederholversuch ohne Pause ist ein Angriff auf sich selbst.
    /// ```
    "missing-actions-and-lessons", Error, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let told = [Meaning::Lessons, Meaning::ActionItems, Meaning::ForOthers, Meaning::WentWrong].iter().any(|m| incident.passage(*m).is_some());
    let given = !incident.action_items().is_empty() || !incident.lessons().is_empty();
    let asked = incident.status() != Status::Ongoing && incident.kind() != Kind::Maintenance;
    if asked && !told && !given {
        let found = report.at(incident.head(), "this report names no lesson and no action item");
        found.help("add `lessons` and `action_items`, or sections of these names");
        case.stub(found, Meaning::ActionItems);
    }
}
