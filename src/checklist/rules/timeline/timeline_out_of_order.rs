use chrono::Duration;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::{Instant, Precision};
use crate::incident::timeline::TimelineEntry;
use crate::source::Span;

rule! {
    /// The rows of a timeline follow one another.
    ///
    /// In public reports one timeline in eight has a row out of order, and nearly all of these are real mistakes: a wrong day, a wrong month, a
    /// zone mixed up. A timeline that runs backwards as a whole (newest first) is left alone, and so is one that passes midnight.
    ///
    /// ## Fails
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// - First detected: 2024-03-05 10:02
    ///
    /// ## What we did
    ///
    /// - 2024-03-05 10:02 the alarm rang
    /// - 2023-03-05 10:14 we changed the password
    ///   ^^^^^^^^^^^^^^^^ this row lies before the one above it
    /// - 2024-03-05 11:00 all queues were empty
    /// ```
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
    /// - 11:40 the queue was empty
    /// - 11:04 we restarted the workers
    ///   ^^^^^ this row lies before the one above it
    /// ```
    ///
    /// ## Fixed
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
    /// - 11:04 we restarted the workers
    /// - 11:40 the queue was empty
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
    /// - 23:50 the alarm rang
    /// - 00:10 the queue was empty
    /// ```
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
    /// - 11:40 the queue was empty
    /// - 11:04 we restarted the workers
    /// - 10:02 the alarm rang
    /// ```
    "timeline-out-of-order", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let rows: Vec<_> = case.incident.timeline().iter().filter_map(|row| Some((row, row.at.as_ref()?))).collect();
    if rows.len() > 2 && rows.is_sorted_by(|(_, a), (_, b)| a.at >= b.at) {
        return;
    }
    let mut sorted = in_order(case, &rows);
    let mut latest = None;
    let mut slips = 0;
    for (row, at) in rows.into_iter().filter(|(_, at)| at.precision != Precision::Day) {
        match latest {
            // More rows than this are no slips: a second list has begun, from its own beginning.
            Some(before) if at.at < before && slips < 3 => {
                slips += 1;
                let found = report.at(row.at_text.span.clone(), "this row lies before the one above it");
                found.help("check its day and its zone, or move it up");
                // One fix sorts all rows; the first finding carries it.
                if let Some(edits) = sorted.take() {
                    edits.into_iter().for_each(|(span, text)| {
                        found.fix(span, text);
                    });
                }
            }
            _ => {
                latest = Some(at.at);
                slips = 0;
            }
        }
    }
    told_elsewhere(case, report);
}

/// The rows in order, each in the place of another. Only where it is certain: neighbours in one list, all times written alike, and none
/// off by a day, which would be a wrong date and not a wrong place.
fn in_order(case: &Case<'_>, rows: &[(&TimelineEntry, &Instant)]) -> Option<Vec<(Span, String)>> {
    let source = &case.incident.source;
    let alike = rows.windows(2).all(|pair| {
        let [(a, at), (b, next)] = pair else { return false };
        let between = source.slice(&(a.span.end..b.span.start));
        let marks = between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '*' | '+' | '|' | ','));
        let clocks = at.precision != Precision::Day && next.precision != Precision::Day;
        marks && clocks && a.at_text.span.len() == b.at_text.span.len() && at.at - next.at < Duration::hours(20)
    });
    if !alike || rows.len() != case.incident.timeline().len() {
        return None;
    }
    let mut order: Vec<&(&TimelineEntry, &Instant)> = rows.iter().collect();
    order.sort_by_key(|(_, at)| at.at);
    let moved = rows.iter().zip(order).filter(|((here, _), (there, _))| here.span != there.span);
    Some(moved.map(|((here, _), (there, _))| (here.span.clone(), source.slice(&there.span).to_owned())).collect())
}

/// Lines of a story that begin with a time are rows too, whatever their section is named; only a slip of a day or more is certain there.
fn told_elsewhere(case: &Case<'_>, report: &mut Report) {
    let rows = case.incident.body.told.as_ref().map_or(&[][..], |told| told.rows.as_slice());
    let mut latest: Option<&Instant> = None;
    for at in rows {
        match latest {
            Some(before) if before.at - at.at > Duration::hours(20) && before.at - at.at < Duration::days(800) => {
                report
                    .at(at.span.clone(), "this row lies before the one above it")
                    .note(before.span.clone(), "the one above")
                    .help("check its year, month and day");
            }
            _ => latest = Some(at),
        }
    }
}
