//! Points in time as people write them, and as instants. Knows nothing of keys or sections.

use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;

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

/// Reads one time that fills its text, as front matter has it: RFC 3339, `2018-01-31 05:10 America/Los_Angeles`, `… UTC`,
/// `… +01:00`, without a zone, or a date alone. `offset` is where `text` begins in the file.
///
/// The first trouble is returned beside the instant; an unreadable text has no instant.
pub fn read(text: &str, offset: usize, context: &TimeContext) -> (Option<Instant>, Option<TimeTrouble>) {
    let _ = (text, offset, context);
    (None, Some(TimeTrouble::Unreadable))
}

/// A zone from its name: IANA names, `UTC`, `GMT`, `Z`, offsets, and the abbreviations that people use (`PST`, `CEST`, `JST` …).
pub fn zone(name: &str) -> Option<Zone> {
    if let Ok(tz) = name.parse::<Tz>() {
        return Some(Zone::Named(tz));
    }
    None
}

/// The beginning of a text that is a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePrefix {
    /// Bytes of the text that the time takes.
    pub len: usize,
    /// When.
    pub at: Option<Instant>,
    /// The end of a range.
    pub until: Option<Instant>,
    /// What is wrong with it.
    pub trouble: Option<TimeTrouble>,
}

/// Reads the longest beginning of a text that is a time or a range of times: `14:02 UTC`, `~01:30`, `16:58-17:02`,
/// `Feb 04, 2021, 21:45 (UTC)`. `None` where the text does not begin with one.
pub fn read_prefix(text: &str, offset: usize, context: &TimeContext) -> Option<TimePrefix> {
    let _ = (text, offset, context);
    None
}
