use chrono::Duration;

use crate::incident::duration::{self, WrittenDuration};
use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::working_hours::is_working_time;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision};
use crate::incident::told::MomentKind;

rule! {
    /// A duration told in words agrees with the times.
    ///
    /// Durations typed by hand are wrong surprisingly often: in one public archive two reports state the same 35 h 36 min, and neither lasted
    /// that long. Read are the sentences that say how long it lasted, and lines such as `Duration: 3 h`; an exact duration must agree to its
    /// finest unit, "about two hours" within a fifth. Other durations ("within ten minutes", "during support hours") are left alone, and so are
    /// lines that count from another moment the report names, or that leave the nights out between usual working hours.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:10:00Z
    /// summary: The shops were slow. The incident lasted about two hours.
    ///                                                         ^^^^^^^^^ the times say 3 h 10 min
    /// ---
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// - First detected: 2024-03-05 13:42
    /// - Repaired: 2024-03-05 17:54
    /// - Resolved 2024-03-07 19:18
    /// - Time to repair: 4h 12m
    /// - Time to resolve: 35h 36m
    ///                    ^^^^^^^ the times say 2 d 5 h 36 min
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:10:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// - Duration: 3h 1m
    ///             ^^^^^ the times say 3 h 10 min
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:10:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// - Duration: 3 h 10 min
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:10:00Z
    /// summary: The outage lasted 3 hours and 10 minutes. We answered for two hours, within ten minutes each.
    /// ---
    ///
    /// ## Auswirkungen
    ///
    /// Die Störung dauerte etwa drei Stunden.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:10:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// - Duration: 2 h during support hours
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// - First detected: 2024-03-05 17:42
    /// - Resolved 2024-03-06 09:30
    /// - Time to resolve: 2h 30m during support hours
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// - First detected: 2024-03-05 13:14
    /// - Incident declared: 2024-03-05 14:05
    /// - Repaired: 2024-03-05 14:20
    /// - Time to repair: 15m
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// - First detected: 2024-03-05 12:15
    /// - Resolved: 2024-03-06 10:00
    /// - Time to resolve: 4h 45m
    /// ```
    "prose-disagrees-with-times", Warning, StartAndEnd
}

/// Words right before a duration that make it the incident's own.
const LASTED: &[&str] = &["lasted", "lasting", "duration", "total duration", "outage duration", "dauerte", "dauer", "gesamtdauer"];

fn check(case: &Case<'_>, report: &mut Report) {
    told(case, report);
    let (Some(start), Some(end)) = (case.incident.start(), case.incident.end()) else { return };
    if start.precision == Precision::Day || end.precision == Precision::Day || end.at < start.at {
        return;
    }
    let lasted = end.at - start.at;
    for meaning in [Meaning::Summary, Meaning::Impact] {
        let Some(passage) = case.incident.passage(meaning).filter(|passage| speaks_of_length(passage.text)) else { continue };
        for written in duration::find(passage.text).into_iter().filter(|written| is_the_incidents(passage.text, written)) {
            let allowed = if written.approximate { lasted / 5 } else { written.unit - Duration::seconds(1) };
            if (written.length - lasted).abs() > allowed {
                let span = case.place(&passage, written.start..written.end);
                let found = report.at(span.clone(), format!("the times say {}", spoken(lasted)));
                found.note(start.span.clone(), "from here").note(end.span.clone(), "to here");
                found.help("correct the words or the times; a duration for which something else held needs to say what");
                // The times of the front matter were written as data: they are computed from, never towards the words.
                let exact = !written.approximate && case.incident.facts.start.is_some() && case.incident.facts.end.is_some();
                if exact && case.incident.source.slice(&span) == passage.text.get(written.start..written.end).unwrap_or("") {
                    found.fix(span, spoken(lasted));
                }
            }
        }
    }
}

/// Lines of a report without times in its front matter: `Time to resolve: 35h 36m` between `First detected` and `Resolved`.
fn told(case: &Case<'_>, report: &mut Report) {
    let Some(told) = &case.incident.body.told else { return };
    let exact = |kind: MomentKind| told.moment(kind).filter(|at| at.precision != Precision::Day);
    let Some(start) = exact(MomentKind::Started).or_else(|| exact(MomentKind::Detected)) else { return };
    for named in told.durations.iter().filter(|named| named.until != MomentKind::Detected) {
        let Some(end) = exact(named.until).filter(|end| end.at >= start.at) else { continue };
        let lasted = end.at - start.at;
        let written = &named.written;
        let allowed = if written.approximate { lasted / 5 } else { written.unit - Duration::seconds(1) };
        let disagrees = (written.length - lasted).abs() > allowed;
        if disagrees && !is_of_another_interval(case, written, end) && !is_working_time(written.length, start.at, end.at) {
            report
                .at(written.start..written.end, format!("the times say {}", spoken(lasted)))
                .note(start.span.clone(), "from here")
                .note(end.span.clone(), "to here")
                .help("correct the words or the times; a duration for which something else held needs to say what");
        }
    }
}

/// "Time to repair: 15 min", counted from when it was declared or from the row of the timeline that tells of the fault.
fn is_of_another_interval(case: &Case<'_>, written: &WrittenDuration, end: &Instant) -> bool {
    let told = case.incident.body.told.as_ref();
    let named = told.into_iter().flat_map(|told| told.moments.iter().map(|moment| &moment.at).chain(&told.rows));
    let rows = case.incident.timeline().iter().filter_map(|row| row.at.as_ref());
    let mut begins = named.chain(rows).filter(|at| at.precision != Precision::Day && at.at < end.at);
    begins.any(|at| end.at - at.at == written.length)
}

/// Most texts hold none of the words, and need no closer look.
fn speaks_of_length(text: &str) -> bool {
    let roots = ["last", "Last", "uration", "dauer", "Dauer"];
    roots.iter().any(|root| text.contains(root))
}

/// "lasted (about) two hours", and not "lasted two hours for most" or "two hours during support hours".
fn is_the_incidents(text: &str, written: &WrittenDuration) -> bool {
    let before = text.get(..written.start).unwrap_or("").to_lowercase();
    let clause = before.rsplit(['.', '\n', ';', ',']).next().unwrap_or("");
    let words: Vec<&str> = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = words.iter().rev().take(4).any(|word| LASTED.contains(word));
    let after = text.get(written.end..).unwrap_or("").trim_start_matches([' ', '*', '_']);
    let bounded = ["during", "of support", "for ", "in ", "per ", "für ", "während"].iter().any(|word| after.starts_with(word));
    near && !bounded
}

fn spoken(length: Duration) -> String {
    let (days, hours, minutes) = (length.num_days(), length.num_hours() % 24, length.num_minutes() % 60);
    let parts = [(days, "d"), (hours, "h"), (minutes, "min")];
    let named: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, unit)| format!("{n} {unit}")).collect();
    if named.is_empty() { "0 min".to_owned() } else { named.join(" ") }
}
