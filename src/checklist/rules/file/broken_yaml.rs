use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// The front matter is valid YAML.
    ///
    /// As long as it is not, none of its facts can be read, and every check of them would be a guess. The body is read all the same.
    /// Anchors, aliases and several documents are YAML, but a report is read by people in ten years: write the value out.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops: slow
    ///             ^^^^^^ mapping values are not allowed in this context
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: "Shops: slow"
    /// ---
    /// ```
    "broken-yaml", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::BrokenYaml, ProblemKind::DuplicateKey]);
}
