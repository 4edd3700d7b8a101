use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// Every time can be read as one.
    ///
    /// Durations, order and the drawing on the page are computed from times. "Tuesday afternoon" is a memory; look it up in a log while the log
    /// still exists.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: Tuesday afternoon
    ///        ^^^^^^^^^^^^^^^^^ `Tuesday afternoon` is not a time
    /// end: 2024-02-30 10:00 UTC
    ///      ^^^^^^^^^^^^^^^^^^^^ `2024-02-30 10:00 UTC` is not a time
    /// ---
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 20:56 PM UTC: the queue was empty
    ///   ^^^^^^^^^^^^^ `20:56 PM UTC` mixes the 24-hour clock with am or pm
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05 10:00 Europe/Berlin
    /// end: 5 March 2024, 11:00 CET
    /// ---
    /// ```
    "unreadable-time", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::BadTime]);
}
