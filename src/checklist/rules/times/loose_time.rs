use chrono::NaiveDate;

use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::times::named_instants;
use crate::incident::instant::{Instant, Precision, ZoneSource};

rule! {
    /// Times of the front matter are written year first.
    ///
    /// Every form that people write is read, but other programs that look into the file, and people from other countries, know one:
    /// `2024-03-05T11:30:00Z`. Is 03/05 in March or in May? The fix writes what was read.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00Z
    /// end: 5 March 2024 11:30 UTC
    ///      ^^^^^^^^^^^^^^^^^^^^^^ `end` is written loosely
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00Z
    /// end: 2024-03-05T11:30Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05 10:00 UTC
    /// end: 2024-03-05T11:30:00+01:00
    /// ---
    /// ```
    "loose-time", Advice, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    for (name, instant) in named_instants(case.incident).filter(|(_, instant)| !instant.approximate) {
        let written = case.incident.source.slice(&instant.span).trim_matches(['"', '\'', ' ']).to_lowercase();
        let day_first = written.get(..10).is_none_or(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").is_err());
        if day_first || written.ends_with("am") || written.ends_with("pm") || written.ends_with("uhr") {
            report
                .at(instant.span.clone(), format!("`{name}` is written loosely"))
                .help(format!("write `{}`", plain(instant)))
                .fix(instant.span.clone(), plain(instant));
        }
    }
}

/// The time with what was written of it: no zone where none was.
fn plain(instant: &Instant) -> String {
    let clock = match instant.precision {
        Precision::Day => "",
        Precision::Minute => "T%H:%M",
        Precision::Second => "T%H:%M:%S",
    };
    let zone = match instant.zone {
        ZoneSource::Stated if instant.precision != Precision::Day => "%:z",
        _ => "",
    };
    instant.at.format(&format!("%Y-%m-%d{clock}{zone}")).to_string().replace("+00:00", "Z")
}
