//! Strips: the lengths of some incidents on one line, with their middle half and median. Under four there are the values alone. And the
//! small charts of counts: squares, bars and parts of a whole.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::Duration;
use serde::Serialize;

use crate::site::figure::dots::{cell, shape};
use crate::site::figure::span::{Lengths, that_fit_before_the_last};
use crate::site::figure::svg::{em, percent};
use crate::site::words::Words;
use crate::trends::quartiles;

/// More values than this are drawn as one path a severity.
const SINGLE: usize = 24;
/// From so many values on the columns that they fall on are coarser.
const CROWD: usize = 300;
/// Rows of a column: values that fall on one place lie above and below each other.
const ROWS: usize = 7;
/// The plot of a narrow and of a wide figure in em, as in the other figures.
const PLOTS: (f64, f64) = (20.5, 36.0);
/// Squares up to this many; more become a bar.
const SQUARES: usize = 40;

/// Strips with a common scale.
#[derive(Debug, Clone, Serialize)]
pub struct Strips {
    ground: String,
    rows: Vec<StripRow>,
}

/// One strip, or one row of a chart of counts.
#[derive(Debug, Clone, Serialize)]
pub struct StripRow {
    /// What it is of.
    pub name: String,
    /// Of how many.
    pub note: String,
    /// The median, or the number.
    pub value: String,
    /// From quarter to quarter, or why there is none.
    pub range: String,
    /// The drawing.
    pub svg: String,
}

/// What one strip is made from.
#[derive(Debug, Clone)]
pub struct Strip {
    /// What it is of.
    pub name: String,
    /// Lengths with their severity, 0 where none is told apart.
    pub values: Vec<(Duration, usize)>,
}

/// Draws strips; those without values are left out. `None` where none is left.
pub fn strips(strips: Vec<Strip>, words: &Words) -> Option<Strips> {
    let longest = strips.iter().flat_map(|strip| &strip.values).map(|(length, _)| *length).max()?;
    let lengths = Lengths::up_to(longest);
    let marks = lengths.marks(words);
    let marks: Vec<(f64, String)> = marks.into_iter().map(|(f, text)| (place(f), text)).collect();
    let (narrow, wide) = (that_fit_before_the_last(&marks, PLOTS.0), that_fit_before_the_last(&marks, PLOTS.1));
    let mut ground = String::new();
    for (((f, text), narrow), wide) in marks.iter().zip(narrow).zip(wide) {
        let anchor = match *f {
            f if f < 0.02 => "start",
            f if f > 0.98 => "end",
            _ => "middle",
        };
        // What fits when narrow may be in the way when wide, and the other way round: each width has its own labels.
        let label = |class: &str| {
            format!(
                "<svg x=\"{}\" y=\"100%\"{class}><text y=\"-.45em\" text-anchor=\"{anchor}\">{text}</text></svg>",
                percent(*f)
            )
        };
        match (narrow, wide) {
            (true, true) => ground.push_str(&label("")),
            (true, false) => ground.push_str(&label(" class=\"x\"")),
            (false, true) => ground.push_str(&label(" class=\"w\"")),
            (false, false) => {}
        }
        let _ = write!(
            ground,
            "<svg y=\"-1.9em\"><line class=\"grid\" x1=\"{0}\" x2=\"{0}\" y1=\"2.2em\" y2=\"100%\"/></svg>",
            percent(*f)
        );
    }
    let rows = strips.iter().filter(|strip| !strip.values.is_empty());
    Some(Strips { ground, rows: rows.map(|strip| row(strip, &lengths, words)).collect() })
}

fn row(strip: &Strip, lengths: &Lengths, words: &Words) -> StripRow {
    let values: Vec<Duration> = strip.values.iter().map(|(length, _)| *length).collect();
    let quarters = quartiles(&values);
    let at = |length: Duration| place(lengths.at(length));
    let mut svg = String::new();
    if let Some(quarters) = quarters {
        let (from, to) = (at(quarters.lower), at(quarters.upper));
        let _ = write!(
            svg,
            "<rect class=\"iqr\" x=\"{}\" width=\"{}\" height=\"100%\"/>",
            percent(from),
            percent(to - from)
        );
    }
    if strip.values.len() > SINGLE {
        path(&mut svg, strip, &at);
    } else {
        for (length, rank) in &strip.values {
            let _ = write!(svg, "<svg x=\"{}\" y=\"50%\">{}</svg>", percent(at(*length)), shape(*rank, 0.34));
        }
    }
    if let Some(quarters) = quarters {
        let _ = write!(svg, "<line class=\"med\" x1=\"{0}\" x2=\"{0}\" y2=\"100%\"/>", percent(at(quarters.median)));
    }
    let (value, range) = match quarters {
        Some(quarters) => (
            words.about(quarters.median),
            words.fill("tr_quarters", &[("from", &words.about(quarters.lower)), ("to", &words.about(quarters.upper))]),
        ),
        None => (String::new(), words.get("tr_too_few").to_owned()),
    };
    StripRow { name: strip.name.clone(), note: words.count("n_incidents", values.len()), value, range, svg }
}

/// Many values as the ends of lines without length: the worst in the middle, more of them above and below, as many as there is room for.
fn path(svg: &mut String, strip: &Strip, at: &dyn Fn(Duration) -> f64) {
    let columns = if strip.values.len() > CROWD { 100.0 } else { 200.0 };
    let mut cells: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (length, rank) in &strip.values {
        // Those without a severity come after the mildest.
        cells.entry(cell(at(*length), columns)).or_default().push(if *rank == 0 { usize::MAX } else { *rank });
    }
    let mut paths = [String::new(), String::new(), String::new()];
    for (x, mut ranks) in cells {
        ranks.sort_unstable();
        for (n, rank) in ranks.iter().take(ROWS).enumerate() {
            let away = n.div_ceil(2);
            let y = if n % 2 == 0 { ROWS / 2 + away } else { ROWS / 2 - away };
            if let Some(path) = paths.get_mut((*rank).min(3) - 1) {
                let _ = write!(path, "M{x} {}h0", y * 2 + 1);
            }
        }
    }
    let _ = write!(
        svg,
        "<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 {columns} {}\" preserveAspectRatio=\"none\">",
        ROWS * 2
    );
    for (path, class) in paths.iter().zip(["m1", "m2", "m3"]).rev().filter(|(path, _)| !path.is_empty()) {
        let _ = write!(svg, "<path class=\"many {class}\" d=\"{path}\"/>");
    }
    svg.push_str("</svg>");
}

/// A mark at the edge must not be cut.
fn place(f: f64) -> f64 {
    0.01 + 0.98 * f
}

/// A number as squares, those marked filled and oldest first; more than forty as a bar, on a scale up to `most`.
pub fn squares(filled: &[bool], most: usize) -> String {
    let mut svg = String::new();
    if most > SQUARES {
        let _ = write!(svg, "<rect class=\"bar\" width=\"{}\" height=\"100%\"/>", percent(share(filled.len(), most)));
        return svg;
    }
    let (side, step) = match most {
        0..=13 => (1.05, 1.5),
        14..=26 => (0.6, 0.78),
        _ => (0.4, 0.52),
    };
    let mut x = 0.06;
    for filled in filled {
        let class = if *filled { "bar" } else { "p-open" };
        let _ = write!(
            svg,
            "<rect class=\"{class}\" x=\"{}\" y=\".06em\" width=\"{}\" height=\".95em\"/>",
            em(x),
            em(side)
        );
        x += step;
    }
    svg
}

/// Parts of a whole, each with its class.
pub fn parts(parts: &[(&str, usize)]) -> String {
    let whole = parts.iter().map(|(_, count)| count).sum::<usize>();
    let mut svg = String::new();
    let mut before = 0;
    for (class, count) in parts.iter().filter(|(_, count)| *count > 0) {
        let (from, to) = (share(before, whole), share(before + count, whole));
        let _ = write!(
            svg,
            "<rect class=\"{class}\" x=\"{}\" width=\"{}\" height=\"100%\"/>",
            percent(from + 0.001),
            percent((to - from - 0.002).max(0.001))
        );
        before += count;
    }
    svg
}

#[allow(clippy::cast_precision_loss, reason = "numbers of reports")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
