use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::times::named_instants;
use crate::incident::instant::{Precision, ZoneSource};

rule! {
    /// Every time of the facts has a zone: its own, the report's `timezone`, or the archive's.
    ///
    /// Of 38 public reports that were read for this checklist, 14 name no zone. A reader in another country then cannot tell whether their own
    /// trouble was this one. Without a zone UTC is assumed, which is a guess.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05 10:00
    ///        ^^^^^^^^^^^^^^^^ `start` has no time zone; UTC was assumed
    /// end: 2024-03-05 11:00 UTC
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// timezone: Europe/Berlin
    /// start: 2024-03-05 10:00
    /// end: 2024-03-05 11:00
    /// ---
    /// ```
    ///
    /// ```markdown config=timezone="Europe/Berlin"
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05 10:00
    /// ---
    /// ```
    "time-without-zone", Warning, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    for (name, instant) in named_instants(case.incident) {
        if instant.zone == ZoneSource::Assumed && instant.precision != Precision::Day {
            report
                .at(instant.span.clone(), format!("`{name}` has no time zone; UTC was assumed"))
                .help("add the zone to the time, or `timezone: Europe/Berlin` to the front matter");
        }
    }
}
