use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Audience;
use crate::incident::instant::Precision;

rule! {
    /// The first word comes within the time that the policy allows.
    ///
    /// Silence in the first hour costs more trust than the outage. The time runs from `detected`, or from `start` where that is not known; `[policy]
    /// first_word_minutes` in `afterword.toml` sets it (60).
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
    /// detected: 2024-03-05T10:10:00Z
    /// updates:
    ///   - {at: 2024-03-05T11:30:00Z, channel: status page, text: We see it., next: 2024-03-05T12:00:00Z}
    ///          ^^^^^^^^^^^^^^^^^^^^ the first word came after 80 minutes
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
    /// detected: 2024-03-05T10:10:00Z
    /// updates:
    ///   - {at: 2024-03-05T10:20:00Z, channel: status page, text: We see it., next: 2024-03-05T11:00:00Z}
    ///   - {at: 2024-03-05T13:05:00Z, channel: status page, text: It is over.}
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: internal
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// updates:
    ///   - {at: 2024-03-05T11:30:00Z, channel: status page, text: We see it., next: 2024-03-05T12:00:00Z}
    ///   - {at: 2024-03-05T13:05:00Z, channel: status page, text: It is over.}
    /// ---
    /// ```
    "late-first-word", Warning, HasAChannel
}

fn check(case: &Case<'_>, report: &mut Report) {
    if case.incident.audience() != Audience::Public {
        return;
    }
    let facts = &case.incident.facts;
    let from = facts.detected.as_ref().or(facts.start.as_ref()).filter(|at| at.precision != Precision::Day);
    let first = facts.updates.iter().filter_map(|update| update.at.as_ref()).min_by_key(|at| at.at);
    let (Some(from), Some(first)) = (from, first) else { return };
    let waited = (first.at - from.at).num_minutes();
    if waited > i64::from(case.config.policy.first_word_minutes) && first.precision != Precision::Day {
        report
            .at(first.span.clone(), format!("the first word came after {waited} minutes"))
            .note(from.span.clone(), "counted from here")
            .help(format!("the policy allows {} minutes; say in the report why it took longer, and waive this", case.config.policy.first_word_minutes));
    }
}
