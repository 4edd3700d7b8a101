use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// The file is UTF-8 and can be read.
    ///
    /// A file in another encoding shows question marks where names and umlauts should be, and no two tools agree on which.
    ///
    /// ## Fails
    ///
    /// ```markdown unreadable
    /// ---
    /// title: Gro�
    ///           ^ this file is not UTF-8
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Größe
    /// ---
    /// ```
    "not-utf8", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::NotUtf8]);
}
