use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Kind;
use crate::incident::headings::Meaning;

rule! {
    /// A report says who felt what.
    ///
    /// The impact is why anyone reads it. Write what people saw ("orders failed with an error page"), not which component was red.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say who was affected, and how
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// The database was slow.
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
    /// ## Impact
    ///
    /// All 412 shops could not take orders.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// impact: All 412 shops could not take orders.
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: A backup could not be read, in a test
    /// kind: near-miss
    /// ---
    /// ```
    "missing-impact", Error, WhoWasImpacted
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let given = incident.facts.key("impact").is_some() || incident.passage(Meaning::Impact).is_some();
    if !given && incident.kind() == Kind::Incident {
        let found = report.at(incident.head(), "this report does not say who was affected, and how");
        found.help("add `impact: …` or a section `## Impact`: who, how many, what they could not do");
        case.stub(found, Meaning::Impact);
    }
}
