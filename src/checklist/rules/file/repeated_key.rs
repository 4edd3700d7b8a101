use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// No key stands twice.
    ///
    /// Of two values a reader sees one and the tool takes the other. The first is read until one of them goes.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev2
    /// severity: sev1
    /// ^^^^^^^^ the key `severity` stands twice
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// ---
    /// ```
    "repeated-key", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::DuplicateKey]);
}
