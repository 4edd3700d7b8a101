use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A waiver says why.
    ///
    /// The reason is what the next reader, or the auditor, has instead of the rule. A waiver without one sets nothing aside.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-start:
    ///   ^^^^^^^^^^^^^ the waiver of `missing-start` gives no reason
    /// ---
    /// ```
    ///
    /// ```markdown
    /// <!-- afterword: waive empty-section -->
    ///                       ^^^^^^^^^^^^^ the waiver of `empty-section` gives no reason
    ///
    /// ## Lessons
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-start: the first sign was a customer who wrote a day later
    /// ---
    /// ```
    "waiver-without-reason", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    for waiver in case.incident.waivers().filter(|waiver| waiver.reason.is_none()) {
        report
            .at(waiver.rule.span.clone(), format!("the waiver of `{}` gives no reason", waiver.rule.value))
            .help("write why the rule does not hold here; without a reason it is not waived");
    }
}
