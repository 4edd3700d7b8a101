//! What a reader would take for the start and the end, of all that a report tells.

use chrono::{Duration, NaiveDate};

use crate::incident::body::told::phrases::{AFTERMATH, CHANGE, OUTSET, OVER, REPAIRED, SIGN, UNDER_WAY, says};
use crate::incident::body::told::story::Story;
use crate::incident::instant::{Instant, Precision, TimeContext, read_prefix};
use crate::incident::timeline::{EntryKind, TimelineEntry};
use crate::incident::told::{Basis, MomentKind, Told, ToldTime};

/// Ranges further apart than this tell of different things.
const TOGETHER: Duration = Duration::days(14);

/// Days by which a row may stand before the day of the title and still be a part of it.
const LEAD_UP: i64 = 14;

/// How soon after a change its first sign shows.
const SOON: Duration = Duration::hours(2);

/// The most trustworthy of what was found.
pub(super) fn conclude(
    told: &Told,
    story: &Story,
    title: Option<Instant>,
    timeline: &[TimelineEntry],
    times: &TimeContext,
) -> (Option<ToldTime>, Option<ToldTime>) {
    let looked_back = looked_back(timeline, times);
    let rows = Rows::of(timeline, title.as_ref().map(|title| title.at.date_naive()));
    let stated = |at: Instant| ToldTime { at, basis: Basis::Stated };
    let inferred = |at: Option<Instant>| at.map(|at| ToldTime { at, basis: Basis::Inferred });
    let range = story.range.as_ref();
    let start = told
        .moment(MomentKind::Started)
        .cloned()
        .map(stated)
        .or_else(|| range.map(|(from, _)| stated(from.clone())))
        .or_else(|| inferred(told.moment(MomentKind::Detected).map(|at| earlier(at, rows.first()))))
        .or_else(|| inferred(rows.first().map(|at| earlier(at, looked_back.as_ref().or(story.opening.as_ref())))))
        .or_else(|| inferred(story.began.clone().or_else(|| story.clock.clone())))
        .or_else(|| told.moment(MomentKind::Day).cloned().map(stated))
        .or_else(|| inferred(story.day.clone()))
        .or_else(|| inferred(title));
    let start = start.map(|time| sharper(time, rows.first()));
    let after = |at: &Instant| start.as_ref().is_none_or(|start| start.at.at <= at.at);
    let lasted = || {
        let start = start.as_ref().filter(|start| start.at.precision != Precision::Day)?;
        let named =
            told.durations.iter().find(|named| named.until == MomentKind::Ended && !named.written.approximate)?;
        let span = named.written.start..named.written.end;
        Some(Instant { at: start.at.at.checked_add_signed(named.written.length)?, span, ..start.at.clone() })
    };
    let end = last_of_ranges(told)
        .map(stated)
        .or_else(|| range.map(|(_, to)| stated(later(to, story.recovered.as_ref()))))
        .or_else(|| inferred(told.moment(MomentKind::Mitigated).cloned()))
        .or_else(|| inferred(rows.over(OVER)))
        .or_else(|| inferred(story.over.clone().filter(after)))
        .or_else(|| inferred(lasted()))
        .or_else(|| inferred(rows.repaired().or_else(|| rows.last())));
    let told_over = rows.over(OVER).or_else(|| rows.over(REPAIRED)).filter(|_| !rows.open);
    let end = end.map(|time| sharper(time, told_over.as_ref()));
    (start, end)
}

/// What a row found out of the beginning: "the errors had started on 3 May at 14:00".
fn looked_back(timeline: &[TimelineEntry], times: &TimeContext) -> Option<Instant> {
    const BEGAN: &[&str] =
        &["started on ", "started at ", "began on ", "began at ", "starting on ", "begann am ", "begannen am "];
    const WHAT: &[&str] = &[
        "issue", "issues", "problem", "problems", "outage", "errors", "failures", "incident", "it", "this", "störung",
        "fehler",
    ];
    timeline.iter().find_map(|row| {
        let text = row.text.value.as_str();
        BEGAN.iter().find_map(|words| {
            let at = text.find(words)?;
            let before = text.get(..at)?.split_whitespace().rev().take(2).map(str::to_lowercase);
            before.into_iter().find(|word| WHAT.contains(&word.as_str()))?;
            let begin = at + words.len();
            let around =
                TimeContext { date: row.at.as_ref().map(|at| at.at.date_naive()).or(times.date), ..times.clone() };
            let prefix = read_prefix(text.get(begin..)?, row.text.span.start + begin, &around)?;
            prefix.at.filter(|at| prefix.dated && at.precision != Precision::Day)
        })
    })
}

/// A time of day of the same event that comes before.
fn earlier(one: &Instant, other: Option<&Instant>) -> Instant {
    let before =
        |other: &&Instant| other.precision != Precision::Day && other.at < one.at && one.at - other.at < TOGETHER;
    other.filter(before).unwrap_or(one).clone()
}

fn later(end: &Instant, recovered: Option<&Instant>) -> Instant {
    recovered.filter(|at| at.at > end.at && at.at - end.at < TOGETHER).unwrap_or(end).clone()
}

/// A day takes the clock that a row of the same day has.
fn sharper(time: ToldTime, row: Option<&Instant>) -> ToldTime {
    let finer = row.filter(|row| {
        time.at.precision == Precision::Day
            && row.precision != Precision::Day
            && row.at.date_naive() == time.at.at.date_naive()
    });
    finer.map_or(time, |row| ToldTime { at: row.clone(), basis: Basis::Inferred })
}

/// The end that a label states; of several ranges ("Duration: 10:00 to 11:00", once for each outage) the last one's.
fn last_of_ranges(told: &Told) -> Option<Instant> {
    let first = told.moment(MomentKind::Ended)?;
    let ranged = |at: &Instant| {
        told.moments.iter().any(|moment| moment.kind == MomentKind::Started && moment.at.span == at.span)
    };
    let ends = told.moments.iter().filter(|moment| moment.kind == MomentKind::Ended).map(|moment| &moment.at);
    let last = ends.filter(|at| ranged(first) && ranged(at) && at.at - first.at < TOGETHER).max_by_key(|at| at.at);
    Some(last.unwrap_or(first).clone())
}

/// The rows of the timeline that have a time; those with a clock, where any has.
struct Rows<'a> {
    /// In the order of time.
    sorted: Vec<(&'a TimelineEntry, &'a Instant)>,
    /// The first.
    opening: Option<(&'a TimelineEntry, &'a Instant)>,
    /// Whether the last row has a day alone, so that nobody knows when on it.
    open: bool,
}

impl<'a> Rows<'a> {
    fn of(timeline: &'a [TimelineEntry], day: Option<NaiveDate>) -> Self {
        let all: Vec<(&TimelineEntry, &Instant)> =
            timeline.iter().filter_map(|row| row.at.as_ref().map(|at| (row, at))).collect();
        // A title names the day: rows long before it tell of the lead-up, or have a wrong date.
        let lead_up = |at: &Instant| day.is_some_and(|day| (day - at.at.date_naive()).num_days() >= LEAD_UP);
        let on_day = day.is_some_and(|day| all.iter().any(|(_, at)| at.at.date_naive() == day));
        let all: Vec<_> = all.into_iter().filter(|(_, at)| !on_day || !lead_up(at)).collect();
        let clocks: Vec<_> = all.iter().copied().filter(|(_, at)| at.precision != Precision::Day).collect();
        let open = all.last().is_some_and(|(_, at)| at.precision == Precision::Day);
        let mut sorted = if clocks.is_empty() { all } else { clocks };
        // Rows that mostly run forwards are taken in their order for the beginning: one with a wrong clock is no earlier one.
        let steps = |back: bool| {
            sorted
                .windows(2)
                .filter(|pair| matches!(pair, [a, b] if (a.1.at > b.1.at) == back && a.1.at != b.1.at))
                .count()
        };
        let opening = sorted.first().copied().filter(|_| steps(false) >= steps(true));
        sorted.sort_by_key(|(_, at)| at.at);
        let opening = opening.or(sorted.first().copied());
        Self { sorted, opening, open }
    }

    /// The row that says that it began, or the first.
    fn first(&self) -> Option<&'a Instant> {
        // Further in, a row speaks of a beginning that was told before.
        let outset = self.sorted.iter().find(|(row, _)| says(&head(row), OUTSET));
        outset.copied().or_else(|| self.first_sign()).or(self.opening).map(|(_, at)| at)
    }

    /// The first sign of trouble, where the rows before it tell of a change alone: that a release went out is not yet the incident. Where
    /// the sign comes much later, the fault lay there unseen from the change on.
    fn first_sign(&self) -> Option<(&'a TimelineEntry, &'a Instant)> {
        let change = |row: &TimelineEntry| says(&row.text.value, CHANGE) && !says(&row.text.value, SIGN);
        let changes = self.sorted.iter().take_while(|(row, _)| change(row)).count();
        let next = self.sorted.get(changes).filter(|(row, _)| says(&row.text.value, SIGN));
        let (_, change) = self.sorted.first()?;
        next.copied().filter(|(_, sign)| (1..=3).contains(&changes) && sign.at - change.at <= SOON)
    }

    /// The last row that says so in some words.
    fn over(&self, words: &[&str]) -> Option<Instant> {
        let restored = |row: &TimelineEntry| row.kind.as_ref().is_some_and(|kind| kind.value == EntryKind::Restore);
        self.sorted.iter().rev().find(|(row, _)| restored(row) || says(&row.text.value, words)).map(Self::end)
    }

    /// A repair in the second half: one before it was not the last.
    fn repaired(&self) -> Option<Instant> {
        let late = self.sorted.get(self.sorted.len() / 2..).unwrap_or(&[]);
        late.iter().rev().find(|(row, _)| says(&row.text.value, REPAIRED)).map(Self::end)
    }

    /// The last row, not counting those that tell of what came after.
    fn last(&self) -> Option<Instant> {
        let told = self.sorted.iter().rposition(|(row, _)| !says(&row.text.value, AFTERMATH));
        let last = told.filter(|at| *at > 0).and_then(|at| self.sorted.get(at));
        // What is under way in the last row has no end that is told.
        last.filter(|(row, _)| !says(&head(row), UNDER_WAY)).map(Self::end)
    }

    /// A row that is a range ends with it.
    fn end((row, at): &(&TimelineEntry, &Instant)) -> Instant {
        row.until.as_deref().map_or_else(|| (*at).clone(), Clone::clone)
    }
}

/// The first words of a row.
fn head(row: &TimelineEntry) -> String {
    row.text.value.chars().take(60).collect()
}
