use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Audience, Status};
use crate::incident::instant::Precision;

rule! {
    /// Users are told that it is over.
    ///
    /// Whoever was told of the trouble waits for its end. The last update comes at the end or after it.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// updates:
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it.}
    ///          ^^^^^^^^^^^^^^^^^^^^ the last word came before the end
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// updates:
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it., next: 2024-03-05T13:05:00Z}
    ///   - {at: 2024-03-05T13:05:00Z, channel: status page, text: It is over.}
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// status: ongoing
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// updates:
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it.}
    /// ---
    /// ```
    "no-last-word", Warning, HasAChannel
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    if incident.audience() != Audience::Public || incident.status() == Status::Ongoing {
        return;
    }
    let last = incident.facts.updates.iter().filter_map(|update| update.at.as_ref()).max_by_key(|at| at.at);
    let (Some(last), Some(end)) = (last, incident.end()) else { return };
    let exact = last.precision != Precision::Day && end.precision != Precision::Day;
    if exact && last.at < end.at {
        report
            .at(last.span.clone(), "the last word came before the end")
            .note(end.span.clone(), "the end")
            .help("add the update that said it was over; if there was none, say so");
    }
}
