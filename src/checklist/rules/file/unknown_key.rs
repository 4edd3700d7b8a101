use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// Every key of the front matter is one of the format, or declared in `afterword.toml`.
    ///
    /// A misspelt key is a fact that nobody sees: the report looks complete in the editor and is not on the page. Keys of your own are
    /// declared under `custom_keys`.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severty: sev2
    /// ^^^^^^^ `severty` is not a key of the front matter
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev2
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=custom_keys=["cost_centre"]
    /// ---
    /// title: Shops slow
    /// severity: sev2
    /// cost_centre: 4711
    /// ---
    /// ```
    "unknown-key", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::UnknownKey]);
}
