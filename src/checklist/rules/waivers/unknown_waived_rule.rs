use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules;
use crate::incident::front_matter::fields::nearest;

rule! {
    /// A waiver names a rule that exists.
    ///
    /// A waiver of a misspelt rule sets nothing aside, and hides that from its writer.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-strat: nobody knows when it began
    ///   ^^^^^^^^^^^^^ there is no rule `missing-strat`
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-start: nobody knows when it began
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-start: nobody knows when it began
    /// ---
    /// ```
    "unknown-waived-rule", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let names: Vec<&str> = rules::all().map(|rule| rule.name).collect();
    for waiver in case.incident.waivers().filter(|waiver| rules::find(&waiver.rule.value).is_none()) {
        let found = report.at(waiver.rule.span.clone(), format!("there is no rule `{}`", waiver.rule.value));
        match nearest(&waiver.rule.value, &names) {
            Some(known) => found.help(format!("did you mean `{known}`?")).fix(waiver.rule.span.clone(), known),
            None => found.help("`afterword rules` lists them"),
        };
    }
}
