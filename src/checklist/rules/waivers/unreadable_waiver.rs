use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// A comment that begins with `afterword:` is a waiver that can be read.
    ///
    /// A comment with a slip in it waives nothing, and nobody would notice.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// <!-- afterword: wave empty-section because it comes tomorrow -->
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this comment is not a waiver we can read
    ///
    /// ## Lessons
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// <!-- afterword: waive empty-section because it comes tomorrow -->
    ///
    /// ## Lessons
    /// ```
    "unreadable-waiver", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::BadWaiver]);
}
