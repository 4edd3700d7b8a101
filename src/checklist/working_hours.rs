//! Durations that leave the nights out: five hours of work from an afternoon to the next morning.

use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, NaiveTime, Weekday};

/// When working days begin and end, in minutes of the day, in steps of half an hour.
const OPENS: std::ops::RangeInclusive<i64> = 7 * 60..=10 * 60;
const CLOSES: std::ops::RangeInclusive<i64> = 16 * 60..=19 * 60;
/// Longer than this nobody adds up by hand.
const DAYS: i64 = 31;

/// Whether a length is the working time between two instants, for some usual working hours, with weekends or without.
pub(super) fn is_working_time(length: Duration, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> bool {
    let nights = (to.date_naive() - from.date_naive()).num_days();
    if !(1..=DAYS).contains(&nights) || length >= to - from {
        return false;
    }
    OPENS.step_by(30).any(|opens| {
        CLOSES.step_by(30).any(|closes| {
            [true, false]
                .into_iter()
                .any(|weekends| worked(from, to, (opens, closes), weekends) == length.num_minutes())
        })
    })
}

/// The minutes that lie in the hours of work.
fn worked(from: DateTime<FixedOffset>, to: DateTime<FixedOffset>, (opens, closes): (i64, i64), weekends: bool) -> i64 {
    let days = from.date_naive().iter_days().take_while(|day| *day <= to.date_naive());
    let at_work = days.filter(|day| weekends || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    let minutes = at_work.map(|day| {
        let begin = opens.max(minute_of(from, day));
        let end = closes.min(minute_of(to, day));
        (end - begin).max(0)
    });
    minutes.sum()
}

/// The minutes from the beginning of a day to an instant, on another day more than a day or less than none.
fn minute_of(at: DateTime<FixedOffset>, day: NaiveDate) -> i64 {
    (at.naive_local() - day.and_time(NaiveTime::MIN)).num_minutes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("{text}:00Z")).expect("an instant")
    }

    #[test]
    fn nights_and_weekends_are_left_out() {
        let is = |minutes, from, to| is_working_time(Duration::minutes(minutes), at(from), at(to));
        // From a quarter past twelve to five, and nothing until ten.
        assert!(is(285, "2024-05-13T12:15", "2024-05-14T10:00"));
        // Friday to Tuesday, nine to five, without the weekend: 3 h, 8 h, 2 h 20.
        assert!(is(800, "2024-05-10T14:00", "2024-05-14T11:20"));
        // In one day nothing is left out, and no working hours give a minute more.
        assert!(!is(60, "2024-05-13T12:15", "2024-05-13T15:15"));
        assert!(!is(286, "2024-05-13T12:15", "2024-05-14T10:00"));
        assert!(!is(2136, "2024-05-13T13:42", "2024-05-15T19:18"));
    }
}
