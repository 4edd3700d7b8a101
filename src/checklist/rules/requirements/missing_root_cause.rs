use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Kind, Status};
use crate::incident::headings::Meaning;

rule! {
    /// A report says why it could happen.
    ///
    /// A report that does not know its cause may say so ("we do not know yet; we looked at …"): that is a cause section too. While the incident
    /// goes on, none is asked for.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say why it could happen
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
    /// ## Root cause
    ///
    /// A retry without a pause multiplied every request by ten.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Fünf Warum
    ///
    /// 1. Warum waren die Shops langsam? Weil jede Anfrage zehnmal kam.
    /// ```
    "missing-root-cause", Error, WhatWentWrong
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let told = [Meaning::RootCause, Meaning::ContributingFactors, Meaning::Trigger].iter().any(|m| incident.passage(*m).is_some());
    let given = incident.facts.key("root_cause").is_some() || !incident.facts.contributing_factors.is_empty();
    let asked = incident.status() != Status::Ongoing && incident.kind() != Kind::Maintenance;
    if asked && !told && !given && incident.five_whys().is_empty() {
        let found = report.at(incident.head(), "this report does not say why it could happen");
        found.help("add `root_cause: …`, a section `## Root cause`, or `five_whys`; if it is not known, say what was ruled out");
        case.stub(found, Meaning::RootCause);
    }
}
