use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// A weekday written beside a date is that date's.
    ///
    /// One of the two is wrong, and readers will believe the other one.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: Friday 2024-03-05 10:00 UTC
    ///        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the weekday does not fit the date: it was a Tuesday
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: Tuesday 2024-03-05 10:00 UTC
    /// ---
    /// ```
    "wrong-weekday", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::WeekdayMismatch]);
}
