use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::times::named_instants;
use crate::incident::instant::Precision;

rule! {
    /// Start, detection, acknowledgement, mitigation and end follow one another.
    ///
    /// Nobody detects what has not begun. Where alarms really came first, the incident began earlier than `start` says.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// detected: 2024-03-05T09:50:00Z
    ///           ^^^^^^^^^^^^^^^^^^^^ `detected` lies before `start`
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// detected: 2024-03-05T10:00:00Z
    /// mitigated: 2024-03-05T10:40:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "times-out-of-order", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    let clocks: Vec<_> = named_instants(case.incident).filter(|(_, instant)| instant.precision != Precision::Day).collect();
    for pair in clocks.windows(2) {
        let [(before, first), (after, second)] = pair else { continue };
        // An end before the start has a rule of its own.
        if second.at < first.at && (*before, *after) != ("start", "end") {
            report
                .at(second.span.clone(), format!("`{after}` lies before `{before}`"))
                .note(first.span.clone(), format!("`{before}`"))
                .help("check the day and the zone of both");
        }
    }
}
