use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// The front matter is valid YAML.
    ///
    /// What cannot be read cannot be checked, and would be missing from the page. The parts that can be read are read all the same. Anchors,
    /// aliases and several documents are YAML, but a report is read by people in ten years: write the value out.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops: slow
    ///             ^^^^^^ the front matter is not valid YAML: mapping values are not allowed in this context
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
    report.problems(case.incident, &[ProblemKind::BrokenYaml]);
}
