use chrono::Duration;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::Precision;

rule! {
    /// No long stretch of the incident is without a row.
    ///
    /// Silence in a timeline looks like nobody worked. Counted are stretches between two rows, inside the incident, of more than an hour and
    /// more than a third of it. If nothing did happen, a row that says so ("the restore ran; nothing to do but wait") is worth its line.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T16:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:00 the alarm rang
    /// - 10:20 we began the restore
    /// - 15:30 the restore was done
    ///   ^^^^^ nothing is recorded for the 5 h 10 min before this row
    /// - 16:00 it was over
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
    /// - 10:50 we began the restore
    /// - 11:30 the restore was done
    /// - 12:00 it was over
    /// ```
    "silent-gap", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let (Some(start), Some(end)) = (case.incident.start(), case.incident.end()) else { return };
    let long = ((end.at - start.at) / 3).max(Duration::hours(1));
    let rows: Vec<_> = case.incident.timeline().iter().filter_map(|row| row.at.as_ref()).collect();
    for pair in rows.windows(2) {
        let [before, after] = pair else { continue };
        let inside = before.at >= start.at && after.at <= end.at;
        let exact = before.precision != Precision::Day && after.precision != Precision::Day;
        if inside && exact && after.at - before.at > long {
            let hours = (after.at - before.at).num_minutes();
            report
                .at(after.span.clone(), format!("nothing is recorded for the {} h {} min before this row", hours / 60, hours % 60))
                .note(before.span.clone(), "the row before")
                .help("say what was tried, or that there was nothing to do but wait");
        }
    }
}
