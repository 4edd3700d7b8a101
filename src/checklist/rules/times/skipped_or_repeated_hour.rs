use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// No local time falls into an hour that a clock change skipped or repeated, unless its offset is written out.
    ///
    /// When the clocks go back, 02:30 happens twice; when they go forward, never. Incidents love these nights.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-10-27 02:30 Europe/Berlin
    ///        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `2024-10-27 02:30 Europe/Berlin` came twice: the clocks were put back over it
    /// end: 2024-10-27 05:00 Europe/Berlin
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// timezone: Europe/Berlin
    /// start: 2024-03-31 02:30
    ///        ^^^^^^^^^^^^^^^^ `2024-03-31 02:30` never happened: the clocks were put forward over it
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-10-27 02:30 +02:00
    /// end: 2024-10-27 05:00 Europe/Berlin
    /// ---
    /// ```
    "skipped-or-repeated-hour", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::SkippedOrRepeatedHour]);
}
