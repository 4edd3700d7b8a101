use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A waiver is within its time.
    ///
    /// It was set for a while. Either the reason still holds and gets a new date, or the report can now be mended.
    ///
    /// ## Fails
    ///
    /// ```markdown today=2024-06-01
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-end: {reason: the supplier has not answered yet, until: 2024-05-01}
    ///                                                                   ^^^^^^^^^^ the waiver of `missing-end` ended on 2024-05-01
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown today=2024-06-01
    /// ---
    /// title: Shops slow
    /// waive:
    ///   missing-end: {reason: the supplier has not answered yet, until: 2024-06-01}
    /// ---
    /// ```
    "expired-waiver", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let expired = case.incident.waivers().filter_map(|waiver| Some((waiver, waiver.until.as_ref()?)));
    for (waiver, until) in expired.filter(|(_, until)| until.value < case.today) {
        report
            .at(until.span.clone(), format!("the waiver of `{}` ended on {}", waiver.rule.value, until.value))
            .help("mend the report, or give the waiver a new date and a reason that still holds");
    }
}
