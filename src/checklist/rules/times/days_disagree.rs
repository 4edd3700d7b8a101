use chrono::NaiveDate;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::instant::{Instant, find_date};

rule! {
    /// Title, file name and times name the same day.
    ///
    /// A report begun as a copy of the last one keeps its title; a date typed from memory is off by a week. The day in the title must lie within the
    /// incident, a day before it or after it at most, and the day in the file's name must not contradict the title. A post that is named after the day it
    /// was published may be three days late.
    ///
    /// ## Fails
    ///
    /// ```markdown bare path=20240607-queue.md
    /// # Outage of 2024-06-03
    ///   ^^^^^^^^^^^^^^^^^^^^ the title names 2024-06-03, the times begin on 2024-06-07
    ///
    /// The queue stood still.
    ///
    /// ## Timeline (UTC)
    ///
    /// - 2024-06-07 10:00 the queue stood still
    /// - 2024-06-07 11:00 the queue ran again
    /// ```
    ///
    /// ```markdown bare path=2024-07-17.md
    /// # Post mortem 2024-06-06
    ///   ^^^^^^^^^^^^^^^^^^^^^^ the title names 2024-06-06, the file 2024-07-17
    ///
    /// The queue stood still.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown bare path=2024-06-08-outage.md
    /// # Outage of 2024-06-06
    ///
    /// The queue stood still.
    ///
    /// ## Timeline (UTC)
    ///
    /// - 2024-06-05 23:10 the queue stood still
    /// - 2024-06-06 11:00 the queue ran again
    /// ```
    ///
    /// ```markdown bare path=2024-06-06-queue.md
    /// # Renewal of the contract of 2019
    ///
    /// The queue stood still on 2024-06-06.
    /// ```
    "days-disagree", Warning, StartAndEnd
}

/// Days that a title may be off, and that a post may be late.
const TITLE: i64 = 1;
const POST: i64 = 3;

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let Some(title) = incident.title() else { return };
    let Some(named) = find_date(&title.value, None) else { return };
    let day = |at: &Instant| at.at.date_naive();
    let (start, end) = (incident.likely_start().map(day), incident.likely_end().map(day));
    if let Some(start) = start {
        let end = end.unwrap_or(start).max(start);
        if (start - named).num_days() > TITLE || (named - end).num_days() > TITLE {
            report
                .at(title.span.clone(), format!("the title names {named}, the times begin on {start}"))
                .help("correct the one that is wrong");
            return;
        }
    }
    let Some(filed) = day_of_name(&incident.source.path) else { return };
    let late = (filed - named).num_days();
    let within = start.zip(end).is_some_and(|(start, end)| start <= filed && filed <= end);
    if !(0..=POST).contains(&late) && !within {
        report
            .at(title.span.clone(), format!("the title names {named}, the file {filed}"))
            .help("correct the one that is wrong");
    }
}

/// The day that a file's name begins with.
fn day_of_name(path: &str) -> Option<NaiveDate> {
    let file = path.rsplit('/').next()?;
    let digits: String = file.chars().take(10).filter(char::is_ascii_digit).collect();
    NaiveDate::parse_from_str(digits.get(..8)?, "%Y%m%d").ok()
}
