use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::times::named_instants;

rule! {
    /// Nothing has happened later than today.
    ///
    /// A year typed wrong in January, or a date copied from a plan. Promised times (`due`, `next`) may lie ahead, these may not.
    ///
    /// ## Fails
    ///
    /// ```markdown today=2024-06-01
    /// ---
    /// title: Shops slow
    /// start: 2025-03-05T10:00:00Z
    ///        ^^^^^^^^^^^^^^^^^^^^ `start` lies in the future
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown today=2024-06-01
    /// ---
    /// title: Shops slow
    /// start: 2024-06-01T23:00:00Z
    /// ---
    /// ```
    "time-in-the-future", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    // A day of grace: it may be tomorrow already where the report was written.
    let Some(tomorrow) = case.today.succ_opt() else { return };
    for (name, instant) in named_instants(case.incident).filter(|(_, instant)| instant.at.date_naive() > tomorrow) {
        report.at(instant.span.clone(), format!("`{name}` lies in the future")).help("check the year and the month");
    }
}
