use crate::checklist::phrases::verdict::CHANNEL_BY_NAME;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Audience, Kind};
use crate::incident::headings::Meaning;

rule! {
    /// A public report says where word was given.
    ///
    /// Can those affected find where news was, and is, given? It is the third prerequisite of the 2010 guideline. A list of `updates`, a section on what
    /// users were told, or one sentence that names the place.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say where users were told
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// updates:
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it.}
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// ---
    ///
    /// We gave word on our status page every half hour.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: internal
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// ---
    /// ```
    "no-channel", Warning, HasAChannel
}

fn check(case: &Case<'_>, report: &mut Report) {
    if case.incident.audience() != Audience::Public || case.incident.kind() != Kind::Incident {
        return;
    }
    let named = case.prose.found.iter().any(|found| found.has(CHANNEL_BY_NAME));
    if !named && case.incident.facts.updates.is_empty() && case.incident.passage(Meaning::Updates).is_none() {
        report
            .at(case.incident.head(), "this report does not say where users were told")
            .help("add `updates: [{at, channel, text}]`, or name the place in a sentence");
    }
}
