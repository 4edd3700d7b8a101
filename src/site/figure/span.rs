//! The scales of the figures over many incidents: lengths on a logarithmic scale, days on a linear one.

use chrono::{Datelike as _, Duration, NaiveDate};

use crate::site::figure::geometry::width;
use crate::site::words::Words;

/// Marks of the logarithmic scale in minutes.
const MARKS: &[i64] = &[1, 10, 60, 240, 720, 1440, 5760, 20_160, 80_640, 322_560, 1_290_240, 5_160_960];
/// The mark that every scale reaches.
const DAY: i64 = 1440;
/// Steps of a scale of days, in months.
const STEPS: &[i32] = &[1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
/// A scale of days is at least this long.
const SHORTEST: i64 = 90;

/// Lengths from a minute to a day, or to as much more as there is.
pub(super) struct Lengths {
    most: i64,
}

impl Lengths {
    pub(super) fn up_to(longest: Duration) -> Self {
        let enough = MARKS.iter().copied().find(|mark| *mark >= DAY && *mark >= longest.num_minutes());
        Self { most: enough.unwrap_or_else(|| longest.num_minutes()) }
    }

    /// Where a length stands, from 0 to 1; nothing is shorter than a minute.
    pub(super) fn at(&self, length: Duration) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "seconds of some years")]
        let (minutes, most) = ((length.num_seconds() as f64 / 60.0).max(1.0), self.most as f64);
        (minutes.ln() / most.ln()).clamp(0.0, 1.0)
    }

    /// The marks with where they stand and their words.
    pub(super) fn marks(&self, words: &Words) -> Vec<(f64, String)> {
        let within = MARKS.iter().filter(|mark| **mark <= self.most);
        within.map(|mark| (self.at(Duration::minutes(*mark)), words.duration(Duration::minutes(*mark)))).collect()
    }
}

/// Which of some labels in the middle of their places can stand on a plot of a width, in em; the first and the last turn inwards.
pub(super) fn that_fit(labels: &[(f64, String)], plot: f64) -> Vec<bool> {
    let mut free = f64::MIN;
    let mut fit: Vec<bool> = Vec::with_capacity(labels.len());
    for (f, text) in labels {
        let half = width(text) / 2.0;
        let middle = (f * plot).max(half).min(plot - half);
        let fits = middle - half >= free;
        if fits {
            free = middle + half + 0.8;
        }
        fit.push(fits);
    }
    fit
}

/// The same, where the last has its place before all others: it says how far the scale reaches.
pub(super) fn that_fit_before_the_last(labels: &[(f64, String)], plot: f64) -> Vec<bool> {
    let Some(((f, text), others)) = labels.split_last() else { return Vec::new() };
    let half = width(text) / 2.0;
    let begins = (f * plot).min(plot - half) - half - 0.8;
    let room = |(f, text): &(f64, String)| (f * plot).max(width(text) / 2.0) + width(text) / 2.0 <= begins;
    let with_room: Vec<(f64, String)> = others.iter().filter(|label| room(label)).cloned().collect();
    let mut fit = that_fit(&with_room, plot);
    fit.resize(others.len(), false);
    fit.push(true);
    fit
}

/// Days from a little before the first to a little after the last.
pub(super) struct Days {
    from: NaiveDate,
    days: i64,
}

impl Days {
    pub(super) fn new(first: NaiveDate, last: NaiveDate) -> Self {
        let pad = ((last - first).num_days() / 30).max((SHORTEST - (last - first).num_days()) / 2).max(1);
        let from = first.checked_sub_signed(Duration::days(pad)).unwrap_or(first);
        Self { from, days: (last - from).num_days() + pad }
    }

    /// Where a day stands, from 0 to 1.
    pub(super) fn at(&self, day: NaiveDate) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "days of some centuries")]
        let share = (day - self.from).num_days() as f64 / self.days.max(1) as f64;
        share.clamp(0.0, 1.0)
    }

    /// Years, or months where there are few: where each stands, its words, and whether a narrow figure has room for it. `plots` are the
    /// widths in em of a narrow and a wide plot.
    pub(super) fn marks(&self, words: &Words, plots: (f64, f64)) -> Vec<(f64, String, bool)> {
        let step = |plot: f64, of: i32| {
            let fits = |step: &&i32| **step % of == 0 && self.fits(**step, plot);
            STEPS.iter().find(fits).copied().unwrap_or(1200)
        };
        let wide = step(plots.1, 1);
        let narrow = step(plots.0, wide);
        let first = self.from.year() * 12 + i32::try_from(self.from.month0()).unwrap_or(0) + 1;
        let months = (first..).take_while(|month| start_of(*month).is_some_and(|day| self.holds(day)));
        let marks = months.filter(|month| month % wide == 0).filter_map(|month| {
            let day = start_of(month)?;
            let text = if wide < 12 { month_of(day, words) } else { day.year().to_string() };
            Some((self.at(day), text, month % narrow == 0))
        });
        marks.collect()
    }

    fn holds(&self, day: NaiveDate) -> bool {
        (day - self.from).num_days() <= self.days
    }

    #[allow(clippy::cast_precision_loss, reason = "days of some centuries")]
    fn fits(&self, months: i32, plot: f64) -> bool {
        let each = if months < 12 { 5.6 } else { 3.4 };
        self.days as f64 / (f64::from(months) * 30.4) * each <= plot
    }
}

/// The first day of a month, counted from the year 0.
fn start_of(month: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(month.div_euclid(12), u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
}

fn month_of(day: NaiveDate, words: &Words) -> String {
    let name = words.months_short().get(day.month0() as usize).cloned().unwrap_or_default();
    format!("{name}\u{a0}{}", day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_reach_a_day_or_the_longest() {
        let words = Words::of("en");
        let short = Lengths::up_to(Duration::minutes(5));
        assert_eq!(short.marks(&words).last().map(|(f, text)| (*f, text.as_str())), Some((1.0, "1\u{a0}day")));
        assert!(short.at(Duration::seconds(3)).abs() < 1e-9);
        let long = Lengths::up_to(Duration::days(20));
        assert!(long.at(Duration::days(20)) < 1.0 && long.at(Duration::days(20)) > 0.8);
    }

    #[test]
    fn marks_of_days_have_room() {
        let words = Words::of("en");
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (first, last) in [("2024-03-01", "2024-03-01"), ("2024-01-01", "2024-12-30"), ("1970-01-01", "2026-11-24")]
        {
            let days = Days::new(day(first), day(last));
            let marks = days.marks(&words, (18.0, 40.0));
            assert!(marks.iter().any(|(.., narrow)| *narrow), "{first} to {last} has no mark when narrow");
            for (plot, marks) in [
                (18.0, marks.iter().filter(|(.., narrow)| *narrow).collect::<Vec<_>>()),
                (40.0, marks.iter().collect()),
            ] {
                let met = marks.windows(2).find(|pair| (pair[1].0 - pair[0].0) * plot < width(&pair[0].1));
                assert!(met.is_none(), "{met:?} of {first} to {last} at {plot}");
            }
        }
    }

    #[test]
    fn marks_that_would_meet_are_left_out() {
        let words = Words::of("de");
        let marks = Lengths::up_to(Duration::days(10)).marks(&words);
        let fit = that_fit(&marks, 21.5);
        let kept: Vec<_> = marks.iter().zip(fit).filter(|(_, fits)| *fits).map(|(mark, _)| mark).collect();
        assert!(kept.len() >= 3 && kept.len() < marks.len());
    }

    #[test]
    fn the_end_of_a_scale_has_its_label_before_all_others() {
        let marks = Lengths::up_to(Duration::hours(3)).marks(&Words::of("en"));
        let marks: Vec<(f64, String)> = marks.into_iter().map(|(f, text)| (0.01 + 0.98 * f, text)).collect();
        for plot in [12.0, 20.5, 36.0] {
            let fit = that_fit_before_the_last(&marks, plot);
            assert_eq!((fit.len(), fit.first(), fit.last()), (marks.len(), Some(&true), Some(&true)), "{plot}");
            let ends = marks.iter().zip(&fit).filter(|(_, fits)| **fits).map(|((f, text), _)| {
                let half = width(text) / 2.0;
                let middle = (f * plot).max(half).min(plot - half);
                (middle - half, middle + half)
            });
            let ends: Vec<(f64, f64)> = ends.collect();
            assert!(ends.windows(2).all(|pair| pair[0].1 < pair[1].0), "{plot}: {ends:?}");
        }
        assert!(that_fit_before_the_last(&[], 20.0).is_empty());
    }
}
