use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules;

rule! {
    /// A waiver sets something aside.
    ///
    /// One that no longer does is noise, and would silently swallow the next real finding of its rule.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   duplicate-id: there were two of them once
    ///   ^^^^^^^^^^^^ `duplicate-id` finds nothing here that this waiver sets aside
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// end: 2024-03-05T11:00:00Z
    /// waive:
    ///   missing-start: nobody knows when it began
    /// ---
    /// ```
    "unused-waiver", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    for (waiver, count) in case.incident.waivers().zip(case.waived) {
        let holds = waiver.reason.is_some() && waiver.until.as_ref().is_none_or(|until| case.today <= until.value);
        // Of a rule that was not asked (`--skip`) nothing can be said.
        if *count == Some(0) && holds && rules::find(&waiver.rule.value).is_some() {
            report
                .at(waiver.rule.span.clone(), format!("`{}` finds nothing here that this waiver sets aside", waiver.rule.value))
                .help("remove the waiver");
        }
    }
}
