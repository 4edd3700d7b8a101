use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::Precision;

rule! {
    /// Start and end have a time of day.
    ///
    /// "On 5 March" may mean a minute or a day. Somebody whose order failed at noon wants to know.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05
    ///        ^^^^^^^^^^ `start` has a date and no time of day
    /// end: 2024-03-05 11:00 UTC
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "time-without-clock", Warning, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    for (name, instant) in [("start", case.incident.start()), ("end", case.incident.end())] {
        if let Some(instant) = instant.filter(|instant| instant.precision == Precision::Day) {
            report
                .at(instant.span.clone(), format!("`{name}` has a date and no time of day"))
                .help("add the time and its zone; `~14:00` is better than nothing");
        }
    }
}
