//! Points in time as people write them, and as instants. Knows nothing of keys or sections.

mod clock;
mod dates;
mod scan;
mod zones;

use chrono::offset::LocalResult;
use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _};
use chrono_tz::Tz;

use crate::incident::instant::scan::Written;

pub use crate::incident::instant::zones::{find_zone, zone};
use crate::source::Span;

/// A point in time with what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instant {
    /// The instant, in the offset it was written in; midnight where only a date was given.
    pub at: DateTime<FixedOffset>,
    /// How exact it was written.
    pub precision: Precision,
    /// Where its zone came from.
    pub zone: ZoneSource,
    /// "about", "~", "circa", 頃.
    pub approximate: bool,
    /// The place it was read from.
    pub span: Span,
}

/// How exact a time was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A date without a time of day.
    Day,
    /// Hours and minutes.
    Minute,
    /// Seconds too.
    Second,
}

/// Where the zone of an instant came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneSource {
    /// Written with the time.
    Stated,
    /// From the report's `timezone`, a heading ("all times UTC"), or an entry before it.
    Report,
    /// From `afterword.toml`.
    Archive,
    /// From nowhere: UTC was assumed.
    Assumed,
}

/// A zone as written: a named zone with its clock changes, or a fixed offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// `Europe/Berlin`.
    Named(Tz),
    /// `+01:00`, `UTC`, `PST`.
    Fixed(FixedOffset),
}

/// What a time without a date or a zone takes from around it.
#[derive(Debug, Clone, Default)]
pub struct TimeContext {
    /// The report's zone: `timezone`, or what its headings and tables say.
    pub report: Option<Zone>,
    /// The archive's zone.
    pub archive: Option<Tz>,
    /// The date of the entry before, or of the incident.
    pub date: Option<NaiveDate>,
}

/// What is wrong with a written time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeTrouble {
    /// Not a time we can read.
    Unreadable,
    /// The local time was skipped by a clock change.
    Skipped,
    /// The local time came twice; the earlier one was taken.
    Repeated,
    /// The weekday written beside the date is not that date's.
    Weekday {
        /// The weekday the date has, in English.
        is: &'static str,
    },
    /// `20:56 PM`: a 24-hour clock with PM; read as 20:56.
    TwentyFourHourPm,
}

/// The beginning of a text that is a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePrefix {
    /// Bytes of the text that the time takes, with the brackets, marks and colon around it.
    pub len: usize,
    /// When; `None` for a time of day without a date to take from around it.
    pub at: Option<Instant>,
    /// The end of a range.
    pub until: Option<Instant>,
    /// What is wrong with it.
    pub trouble: Option<TimeTrouble>,
    /// Whether it names a day of its own.
    pub dated: bool,
    /// The zone written with it.
    pub zone: Option<Zone>,
}

/// Reads one time that fills its text, as front matter has it: RFC 3339, `2018-01-31 05:10 America/Los_Angeles`, `… UTC`,
/// `… +01:00`, without a zone, or a date alone. `offset` is where `text` begins in the file.
///
/// The first trouble is returned beside the instant; an unreadable text has no instant.
pub fn read(text: &str, offset: usize, context: &TimeContext) -> (Option<Instant>, Option<TimeTrouble>) {
    let trimmed = text.trim();
    let start = offset + (text.len() - text.trim_start().len());
    match read_prefix(trimmed, start, context) {
        Some(prefix) if prefix.len == trimmed.len() && prefix.until.is_none() && prefix.at.is_some() => {
            (prefix.at, prefix.trouble)
        }
        _ => (None, Some(TimeTrouble::Unreadable)),
    }
}

/// Reads the longest beginning of a text that is a time or a range of times: `14:02 UTC`, `~01:30`, `16:58-17:02`,
/// `Feb 04, 2021, 21:45 (UTC)`. `None` where the text does not begin with one.
pub fn read_prefix(text: &str, offset: usize, context: &TimeContext) -> Option<TimePrefix> {
    let range = scan::range(text)?;
    let span = offset..offset + text.get(..range.len).map_or(0, |read| read.trim_end().len());
    let zone = range.from.zone.or(range.to.as_ref().and_then(|to| to.zone));
    let (at, trouble) = resolve(&range.from, zone, &span, context);
    let until = range.to.as_ref().and_then(|to| {
        let date = at.as_ref().map(|at| at.at.date_naive()).or(context.date);
        let around = TimeContext { date, ..context.clone() };
        let (until, _) = resolve(to, zone, &span, &around);
        // 23:50–00:10 ends on the next day.
        until.map(|until| match &at {
            Some(at) if to.date.is_none() && until.at < at.at => Instant { at: until.at + Duration::days(1), ..until },
            _ => until,
        })
    });
    Some(TimePrefix { len: range.len, at, until, trouble, dated: range.from.date.is_some(), zone })
}

/// The first date in a text, wherever it stands; a date without a year takes the year of `near`.
pub fn find_date(text: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    // Most titles and names have no date, and every date has a digit.
    if !text.contains(char::is_numeric) {
        return None;
    }
    let starts = text.char_indices().scan(' ', |before, (at, c)| {
        let begins = !before.is_alphanumeric() && c.is_alphanumeric();
        *before = c;
        Some(begins.then_some(at))
    });
    starts.flatten().find_map(|at| {
        let written = scan::range(text.get(at..)?)?.from;
        written.date.and_then(|date| date.resolve(near))
    })
}

/// The wall clock and the zone become an instant.
fn resolve(
    written: &Written,
    zone: Option<Zone>,
    span: &Span,
    context: &TimeContext,
) -> (Option<Instant>, Option<TimeTrouble>) {
    let date = match &written.date {
        Some(date) => date.resolve(context.date),
        None => context.date,
    };
    let Some(date) = date else { return (None, None) };
    let (time, precision) = match written.clock {
        None => (NaiveTime::MIN, Precision::Day),
        Some(clock) if clock.seconds => (clock.time, Precision::Second),
        Some(clock) => (clock.time, Precision::Minute),
    };
    let (zone, source) = match (zone, context.report, context.archive) {
        (Some(zone), _, _) => (zone, ZoneSource::Stated),
        (None, Some(zone), _) => (zone, ZoneSource::Report),
        (None, None, Some(tz)) => (Zone::Named(tz), ZoneSource::Archive),
        (None, None, None) => (Zone::Named(Tz::UTC), ZoneSource::Assumed),
    };
    let Some((at, clock_change)) = zone.at(date.and_time(time)) else { return (None, Some(TimeTrouble::Unreadable)) };
    let clock_change = clock_change.filter(|_| precision != Precision::Day);
    let weekday = written.weekday.filter(|weekday| *weekday != date.weekday());
    let trouble = weekday.map(|_| TimeTrouble::Weekday { is: scan::weekday_name(date.weekday()) });
    let pm = written.clock.is_some_and(|clock| clock.twenty_four_hour_pm).then_some(TimeTrouble::TwentyFourHourPm);
    let instant = Instant { at, precision, zone: source, approximate: written.approximate, span: span.clone() };
    (Some(instant), trouble.or(pm).or(clock_change))
}

impl Zone {
    /// The instant of a wall clock in this zone, and whether a clock change skipped or repeated it. `None` beyond the calendar.
    fn at(self, wall: NaiveDateTime) -> Option<(DateTime<FixedOffset>, Option<TimeTrouble>)> {
        match self {
            Self::Fixed(offset) => offset.from_local_datetime(&wall).single().map(|at| (at, None)),
            Self::Named(tz) => match tz.from_local_datetime(&wall) {
                LocalResult::Single(at) => Some((at.fixed_offset(), None)),
                LocalResult::Ambiguous(first, _) => Some((first.fixed_offset(), Some(TimeTrouble::Repeated))),
                LocalResult::None => {
                    // The clock jumped over this time: count on from before the jump.
                    let before = wall.checked_sub_signed(Duration::hours(3))?;
                    let before = tz.from_local_datetime(&before).earliest()?;
                    Some(((before + Duration::hours(3)).fixed_offset(), Some(TimeTrouble::Skipped)))
                }
            },
        }
    }
}

#[cfg(test)]
mod tests;
