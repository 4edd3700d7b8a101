use chrono::Duration;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::Precision;

rule! {
    /// The timeline begins no later than the incident.
    ///
    /// What came before the alarm is the part that teaches: the deploy, the first wrong answer, the quiet quarter of an hour.
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
    /// - 10:45 the alarm rang
    ///   ^^^^^ the timeline begins after the incident did
    /// - 12:00 it was over
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
    /// - 09:58 we deployed the new version
    /// - 12:00 it was over
    /// ```
    "timeline-starts-late", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(start) = case.incident.start().filter(|start| start.precision != Precision::Day) else { return };
    let times = case.incident.timeline().iter().filter_map(|row| row.at.as_ref());
    let first = times.min_by_key(|at| at.at).filter(|first| first.precision != Precision::Day);
    // A few minutes are the difference between noticing and writing down.
    if let Some(first) = first.filter(|first| first.at - start.at > Duration::minutes(5)) {
        report
            .at(first.span.clone(), "the timeline begins after the incident did")
            .note(start.span.clone(), "the start")
            .help("add what happened at the start and just before it");
    }
}
