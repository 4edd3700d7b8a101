use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Kind;
use crate::incident::headings::Meaning;
use crate::incident::timeline::{EntryKind, TimelineEntry};

rule! {
    /// A report says how it was found, and by whom.
    ///
    /// If customers found it first, that is worth an action item of its own.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say how it was found
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
    /// detection: monitoring
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Detection
    ///
    /// A customer called.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Timeline
    ///
    /// - 10:05 UTC: the latency alert fired
    /// ```
    "missing-detection", Warning, WhatWentWrong
}

/// Words in a timeline that tell of being noticed.
const NOTICED: &[&str] = &[
    "alert", "alarm", "paged", "pager", "page", "notice", "detect", "report", "monitor", "discover", "observe", "ticket", "complain",
    "bemerk", "meld", "entdeck", "überwach", "検知", "アラート", "报警", "告警", "发现",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let given = incident.facts.key("detection").is_some() || incident.facts.detected.is_some();
    let told = incident.passage(Meaning::Detection).is_some();
    let row = |row: &TimelineEntry| {
        let text = row.text.value.to_lowercase();
        row.kind.as_ref().is_some_and(|kind| kind.value == EntryKind::Detect) || NOTICED.iter().any(|word| text.contains(word))
    };
    let in_timeline = incident.timeline().iter().any(row);
    if !given && !told && !in_timeline && incident.kind() != Kind::Maintenance {
        let found = report.at(incident.head(), "this report does not say how it was found");
        found.help("add `detection: monitoring`, `customer`, `staff` or `third-party`, or tell it in a section");
        case.stub(found, Meaning::Detection);
    }
}
