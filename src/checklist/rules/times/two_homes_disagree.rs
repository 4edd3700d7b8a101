use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::{Instant, Precision};
use crate::incident::timeline::TimelineEntry;

rule! {
    /// Where front matter and body tell the same fact, they agree.
    ///
    /// Every fact has one home. A second copy is forgotten when the first is corrected, and then the page shows one and the reader finds the
    /// other. Compared are the first and last rows of the timelines and the number of action items.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// timeline:
    ///   - {at: 2024-03-05T10:00:00Z, event: the alarm rang}
    ///   - {at: 2024-03-05T11:00:00Z, event: it was over}
    /// ---
    ///
    /// ## Timeline
    ///
    /// - 2024-03-05 10:30 UTC: the alarm rang
    ///   ^^^^^^^^^^^^^^^^^^^^^ this time differs from the timeline in the front matter
    /// - 2024-03-05 11:00 UTC: it was over
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// timeline:
    ///   - {at: 2024-03-05T10:00:00Z, event: the alarm rang}
    /// ---
    ///
    /// ## Timeline
    ///
    /// - 2024-03-05 11:00 CET: the alarm rang
    /// ```
    "two-homes-disagree", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let (facts, restated) = (&case.incident.facts, &case.incident.restated);
    let ends = |rows: &[TimelineEntry]| -> Vec<Instant> {
        let timed: Vec<&Instant> = rows.iter().filter_map(|row| row.at.as_ref()).collect();
        timed.first().into_iter().chain(timed.last()).map(|at| (*at).clone()).collect()
    };
    for (here, there) in restated.timeline.iter().zip(ends(&facts.timeline)) {
        let exact = here.precision != Precision::Day && there.precision != Precision::Day;
        if exact && (here.at - there.at).num_minutes() != 0 {
            report
                .at(here.span.clone(), "this time differs from the timeline in the front matter")
                .note(there.span.clone(), "there")
                .help("keep the timeline in one place: the key `timeline` or the section");
            return;
        }
    }
    let (here, there) = (restated.action_items, facts.action_items.len());
    if let (Some(first), true) = (&restated.first_action_item, here != there) {
        report
            .at(first.clone(), format!("the body lists {here} action items, the front matter {there}"))
            .help("keep the action items in one place: the key `action_items` or the section");
    }
}
