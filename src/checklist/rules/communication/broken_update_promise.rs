use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Audience;
use crate::incident::instant::Instant;
use crate::incident::timeline::Update;

rule! {
    /// The next word comes when it was promised.
    ///
    /// "Next update at 11:00" is a promise made to people who have nothing else to hold on to. A word later than promised, or none, is told as what
    /// it was.
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
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it., next: 2024-03-05T11:00:00Z}
    ///                                                                              ^^^^^^^^^^^^^^^^^^^^ the next word came 125 minutes after this promise
    ///   - {at: 2024-03-05T13:05:00Z, channel: status page, text: It is over.}
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
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it., next: 2024-03-05T11:00:00Z}
    ///   - {at: 2024-03-05T10:58:00Z, channel: status page, text: It is over.}
    /// ---
    /// ```
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
    ///   - {at: 2024-03-05T12:50:00Z, channel: status page, text: It is over.}
    /// ---
    /// ```
    "broken-update-promise", Warning, HasAChannel
}

/// Minutes that nobody minds.
const GRACE: i64 = 5;

fn check(case: &Case<'_>, report: &mut Report) {
    if case.incident.audience() != Audience::Public {
        return;
    }
    let mut updates: Vec<(&Update, &Instant)> = case.incident.facts.updates.iter().filter_map(|update| Some((update, update.at.as_ref()?))).collect();
    updates.sort_by_key(|(_, at)| at.at);
    for (index, (update, _)) in updates.iter().enumerate() {
        let Some(next) = &update.next else { continue };
        let came = updates.get(index + 1).map(|(_, at)| at.at);
        let late = came.map(|came| (came - next.at).num_minutes());
        let message = match late {
            Some(minutes) if minutes > GRACE => format!("the next word came {minutes} minutes after this promise"),
            None if case.incident.end().is_some_and(|end| end.at > next.at) => "no word came at this time".to_owned(),
            _ => continue,
        };
        report.at(next.span.clone(), message).help("tell in the report why, or correct the times");
    }
}
