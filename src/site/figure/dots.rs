//! Every incident a mark: when it began, and on a logarithmic scale how long it lasted.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{Duration, NaiveDate};

use crate::site::figure::geometry::width;
use crate::site::figure::span::{Days, Lengths};
use crate::site::figure::svg::{em, escape, percent, trimmed};
use crate::site::words::Words;

/// More marks than this are drawn as one path a severity, without words of their own: a page must stay light.
const SINGLE: usize = 150;
/// Height of the plot in em.
const HEIGHT: f64 = 21.0;
/// The narrowest figure, in em of its type.
const NARROW: f64 = 21.5;
/// The plot begins right of the words of the scale.
const LEFT: f64 = 0.14;
/// Columns and rows of the grid that marks of a path fall on: finer than can be seen.
const GRID: (f64, f64) = (240.0, 90.0);

/// An incident as a mark.
#[derive(Debug, Clone)]
pub struct Dot {
    /// The day it began.
    pub day: NaiveDate,
    /// How long it lasted.
    pub lasted: Duration,
    /// 1 for the worst, 0 where it is not known.
    pub rank: usize,
    /// What the mark says of itself.
    pub title: String,
}

/// Draws marks. `None` where there are none.
pub fn draw(dots: &[Dot], words: &Words) -> Option<String> {
    let (first, last) = (dots.iter().map(|dot| dot.day).min()?, dots.iter().map(|dot| dot.day).max()?);
    let lengths = Lengths::up_to(dots.iter().map(|dot| dot.lasted).max()?);
    let days = Days::new(first, last);
    let x = |day: NaiveDate| LEFT + (0.98 - LEFT) * days.at(day);
    let y = |lasted: Duration| HEIGHT * (1.0 - lengths.at(lasted)) + 1.0;
    let mut svg = String::with_capacity(dots.len().min(SINGLE) * 220 + 4096);
    for (f, text) in lengths.marks(words) {
        let at = HEIGHT * (1.0 - f) + 1.0;
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/><text y=\"{1}\">{text}</text>",
            em(at),
            em(at - 0.35)
        );
    }
    for (f, text, narrow) in days.marks(words, (NARROW * (0.98 - LEFT), 38.0)) {
        let class = if narrow { "" } else { " class=\"w\"" };
        let at = LEFT + (0.98 - LEFT) * f;
        // Near the edge the words turn inwards.
        let anchor = if (1.0 - at) * NARROW < width(&text) / 2.0 { "end" } else { "middle" };
        let _ = write!(
            svg,
            "<svg x=\"{}\"{class}><line class=\"grid\" y1=\"22em\" y2=\"22.5em\"/><text y=\"23.6em\" text-anchor=\"{anchor}\">{text}</text></svg>",
            percent(at)
        );
    }
    svg.push_str("<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"22em\" y2=\"22em\"/>");
    if dots.len() > SINGLE {
        paths(&mut svg, dots, &days, &lengths);
        return Some(svg);
    }
    for dot in dots {
        let _ = write!(
            svg,
            "<svg x=\"{}\" y=\"{}\"><title>{}</title>{}</svg>",
            percent(x(dot.day)),
            em(y(dot.lasted)),
            escape(&dot.title),
            shape(dot.rank, 0.42)
        );
    }
    labels(&mut svg, dots, words, &x, &y);
    Some(svg)
}

/// Diamond, disc, ring: severity in shape as well as in colour.
pub(super) fn shape(rank: usize, radius: f64) -> String {
    let r = em(radius);
    match rank {
        1 => {
            let (from, side) = (em(-radius * 1.07), em(radius * 2.14));
            format!(
                "<rect class=\"d d1\" x=\"{from}\" y=\"{from}\" width=\"{side}\" height=\"{side}\" transform=\"rotate(45)\"/>"
            )
        }
        2 => format!("<circle class=\"d d2\" r=\"{r}\"/>"),
        _ => format!("<circle class=\"d\" r=\"{r}\"/>"),
    }
}

/// Thousands of marks: squares, large dots and small dots as the ends of lines without length. Those that would cover each other are one.
fn paths(svg: &mut String, dots: &[Dot], days: &Days, lengths: &Lengths) {
    let _ = write!(
        svg,
        "<svg x=\"{}\" y=\"1em\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\">",
        percent(LEFT),
        percent(0.98 - LEFT),
        em(HEIGHT),
        GRID.0,
        GRID.1
    );
    // The worst come last, and lie on top.
    for class in ["m3", "m2", "m1"] {
        let rank = |dot: &&Dot| match dot.rank {
            1 => class == "m1",
            2 => class == "m2",
            _ => class == "m3",
        };
        let cells: BTreeSet<(i32, i32)> = dots
            .iter()
            .filter(rank)
            .map(|dot| (cell(days.at(dot.day), GRID.0), cell(1.0 - lengths.at(dot.lasted), GRID.1)))
            .collect();
        if !cells.is_empty() {
            let _ = write!(svg, "<path class=\"many {class}\" d=\"");
            cells.iter().for_each(|(x, y)| {
                let _ = write!(svg, "M{x} {y}h0");
            });
            svg.push_str("\"/>");
        }
    }
    svg.push_str("</svg>");
}

pub(super) fn cell(f: f64, cells: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "a few hundred cells")]
    let cell = (f * cells).round() as i32;
    cell
}

/// The longest and the shortest by name; left out where a label would meet the other or a mark.
fn labels(svg: &mut String, dots: &[Dot], words: &Words, x: &dyn Fn(NaiveDate) -> f64, y: &dyn Fn(Duration) -> f64) {
    let longest = dots.iter().max_by_key(|dot| dot.lasted);
    let shortest = dots.iter().min_by_key(|dot| dot.lasted).filter(|_| dots.len() > 2);
    let mut taken: Vec<f64> = Vec::new();
    for dot in longest.into_iter().chain(shortest) {
        let (f, at) = (x(dot.day), y(dot.lasted));
        let long = words.duration(dot.lasted);
        let full = format!("{}, {long}", words.date_short(dot.day));
        let left = f > 0.5;
        let room = |text: &str| width(text) + 0.9 <= NARROW * if left { f } else { 1.0 - f };
        let Some(text) = [full, long].into_iter().find(|text| room(text)) else { continue };
        let wide = width(&text) + 0.9;
        let meets = |other: &Dot| {
            let near = (y(other.lasted) - at).abs() < 0.9 && !std::ptr::eq(other, dot);
            // A mark may come into the label's way at one width and not at another.
            near && [NARROW, 26.0, 32.0, 40.0, 50.0, 62.0].iter().any(|plot| {
                let apart = (x(other.day) - f) * plot;
                if left { apart > -wide - 0.5 && apart < 0.5 } else { apart < wide + 0.5 && apart > -0.5 }
            })
        };
        if dots.iter().any(meets) || taken.iter().any(|other: &f64| (other - at).abs() < 1.3) {
            continue;
        }
        taken.push(at);
        let (dx, anchor) = if left { ("-.9em", "end") } else { (".9em", "start") };
        let _ = write!(
            svg,
            "<svg x=\"{}\"><text class=\"l\" x=\"{dx}\" y=\"{}em\" text-anchor=\"{anchor}\">{}</text></svg>",
            percent(f),
            trimmed(at + 0.35),
            escape(&text)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dots(count: u32) -> Vec<Dot> {
        let first = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
        (0..count)
            .map(|n| Dot {
                day: first + Duration::days(i64::from(n * 37 % 2000)),
                lasted: Duration::minutes(i64::from(n * n % 3000)),
                rank: n as usize % 5,
                title: "a <b> & c".to_owned(),
            })
            .collect()
    }

    #[test]
    fn few_marks_speak_and_many_stay_light() {
        let words = Words::of("en");
        assert_eq!(draw(&[], &words), None);
        let few = draw(&dots(11), &words).expect("a figure");
        assert_eq!(few.matches("<title>a &lt;b&gt; &amp; c</title>").count(), 11);
        let many = draw(&dots(10_000), &words).expect("a figure");
        assert!(many.len() < 64 * 1024 && many.matches("<path").count() == 3, "{} bytes", many.len());
        assert!(!few.contains("style=") && !many.contains("style="));
    }
}
