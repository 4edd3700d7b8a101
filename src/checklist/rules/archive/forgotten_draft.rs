use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Status;

rule! {
    /// A draft becomes a report, or goes.
    ///
    /// A draft that nobody touched for a month is a promise to oneself that was not kept. The days run from the end, or the start; `[policy] draft_days`
    /// sets them (30).
    ///
    /// ## Fails
    ///
    /// ```markdown today=2024-05-01
    /// ---
    /// title: Shops slow
    /// status: draft
    ///         ^^^^^ a draft since 57 days
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown today=2024-03-20
    /// ---
    /// title: Shops slow
    /// status: draft
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "forgotten-draft", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let Some(status) = incident.facts.status.as_ref().filter(|status| status.value == Status::Draft) else { return };
    let Some(last) = incident.likely_end().or_else(|| incident.likely_start()) else { return };
    let days = (case.today - last.at.date_naive()).num_days();
    if days > i64::from(case.config.policy.draft_days) {
        report.at(status.span.clone(), format!("a draft since {days} days")).help("finish it, or take it out and say where its lessons went");
    }
}
