use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Audience;
use crate::incident::headings::Meaning;

rule! {
    /// A public report says who answers questions.
    ///
    /// One address, read by a person. `contact` in the report, a section of that name, or `contact` under `[site]` in `afterword.toml` for all of
    /// them.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say who answers questions
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
    /// contact: help@example.com
    /// ---
    /// ```
    ///
    /// ```markdown config=site.contact="help@example.com"
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// ---
    /// ```
    "no-contact", Advice, HasAChannel
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let named = incident.passage(Meaning::Contact).is_some() || case.config.site.contact.is_some();
    if incident.audience() == Audience::Public && !named {
        report.at(incident.head(), "this report does not say who answers questions").help("add `contact: …` here, or under `[site]` in afterword.toml");
    }
}
