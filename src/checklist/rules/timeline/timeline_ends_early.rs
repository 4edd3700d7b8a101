use chrono::Duration;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::Precision;

rule! {
    /// The timeline reaches the end of the incident.
    ///
    /// Readers want to see it come back. Where the last row lies well before the end, the recovery is missing, or the end is wrong.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T12:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:00 the alarm rang
    /// - 10:30 we restarted the workers
    ///   ^^^^^ the timeline stops before the end of the incident
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T12:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:00 the alarm rang
    /// - 12:03 the queue was empty
    /// ```
    "timeline-ends-early", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(end) = case.incident.end().filter(|end| end.precision != Precision::Day) else { return };
    let times = case.incident.timeline().iter().filter_map(|row| row.until.as_deref().or(row.at.as_ref()));
    let last = times.max_by_key(|at| at.at).filter(|last| last.precision != Precision::Day);
    if let Some(last) = last.filter(|last| end.at - last.at > Duration::minutes(5)) {
        report
            .at(last.span.clone(), "the timeline stops before the end of the incident")
            .note(end.span.clone(), "the end")
            .help("add how it came back");
    }
}
