use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Audience, Kind};
use crate::incident::headings::Meaning;

rule! {
    /// After the worst kind of outage the report says what is made right.
    ///
    /// A credit, a refund, an extended term; "nothing, because …" is an answer too. Asked of public reports of the worst severity.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ no word of what is made right
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
    /// remedy: Every shop gets March for free.
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev3
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// ---
    /// ```
    "missing-remedy", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let worst = incident.severity().and_then(|severity| case.config.severities.rank(&severity.value)) == Some(1);
    if worst && incident.kind() == Kind::Incident && incident.audience() == Audience::Public && incident.passage(Meaning::Remedy).is_none() {
        report.at(incident.head(), "no word of what is made right").help("add `remedy: …`; `none, because …` is an answer");
    }
}
