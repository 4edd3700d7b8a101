use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// Every value has a form that its key takes.
    ///
    /// A list where a text belongs, or a word that is not in a closed list, cannot be shown or compared.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: [Shops, slow]
    ///        ^^^^^^^^^^^^^ `title` takes text, not a list
    /// status: finished
    ///         ^^^^^^^^ `finished` is not a value of `status`
    /// start: 2024-03-05T10:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: final
    /// lessons: one lesson may stand without a list
    /// ---
    /// ```
    "wrong-type", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::WrongType]);
}
