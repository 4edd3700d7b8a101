use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::Precision;

rule! {
    /// An incident, and each of its services, ends after it starts.
    ///
    /// A negative duration is a slip of the pen, most often a wrong day or month, and every figure computed from it is wrong.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-02-05T11:00:00Z
    ///      ^^^^^^^^^^^^^^^^^^^^ this end lies before its start
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// services:
    ///   - {name: Shops, start: 2024-03-05T10:00:00Z, end: 2024-03-05T09:00:00Z}
    ///                                                     ^^^^^^^^^^^^^^^^^^^^ this end lies before its start
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05 10:00 Europe/Berlin
    /// end: 2024-03-05 09:30 UTC
    /// ---
    /// ```
    "ends-before-start", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    let facts = &case.incident.facts;
    let own = facts.start.as_ref().zip(facts.end.as_ref());
    let services = facts.services.iter().filter_map(|service| service.start.as_ref().zip(service.end.as_ref()));
    for (start, end) in own.into_iter().chain(services) {
        let whole_day = end.precision == Precision::Day && end.at.date_naive() >= start.at.date_naive();
        if end.at < start.at && !whole_day {
            report
                .at(end.span.clone(), "this end lies before its start")
                .note(start.span.clone(), "the start")
                .help("check the day and the zone of both");
        }
    }
}
