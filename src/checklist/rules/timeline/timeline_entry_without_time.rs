use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Every row of a timeline has a time.
    ///
    /// A timeline answers "when". A row without a time belongs into the story, or its time can still be found in a chat or a log today and not
    /// in a month.
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
    /// - 10:02 the alarm rang
    /// - we restarted the workers
    ///   ^^^^^^^^^^^^^^^^^^^^^^^^ this row of the timeline has no time
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
    /// - 10:02 the alarm rang
    /// - ~10:10 we restarted the workers
    ///   - this took three tries
    /// ```
    "timeline-entry-without-time", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let rows = case.incident.timeline();
    for row in rows.iter().filter(|row| row.at.is_none() && row.at_text.value.is_empty()) {
        report
            .at(row.text.span.clone(), "this row of the timeline has no time")
            .help("add when it happened; `~14:10` is better than nothing");
    }
}
