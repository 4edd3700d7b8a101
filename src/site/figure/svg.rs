//! The figure's geometry as SVG: x in per cent, everything else in em, so bars stretch and type never shrinks.

use std::fmt::Write as _;

use chrono::{Duration, Timelike as _};

use crate::site::figure::geometry::{push_apart, staircase, width};
use crate::site::figure::{Moment, Scale};
use crate::site::words::{Words, clock};

pub(super) fn percent(fraction: f64) -> String {
    trimmed(fraction * 100.0) + "%"
}

pub(super) fn em(value: f64) -> String {
    if value.abs() < 0.005 { "0".to_owned() } else { trimmed(value) + "em" }
}

/// A number with two places at most, and none that is not needed. Whole numbers are written in a fraction of the time.
pub(super) fn trimmed(value: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "per cents and ems; what is out of range becomes its end")]
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    // A page has dozens of these; `format!` takes several times as long.
    let mut number = String::with_capacity(8);
    number.push_str(sign);
    number.push_str(&whole.to_string());
    let digit = |value: u64| char::from(b'0' + u8::try_from(value % 10).unwrap_or(0));
    if rest > 0 {
        number.extend(['.', digit(rest / 10)]);
    }
    if rest % 10 > 0 {
        number.push(digit(rest));
    }
    number
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The bar of a service; one that goes on has a dashed line behind it.
pub(super) fn bar(from: f64, to: f64, open: bool) -> String {
    let mut svg = format!(
        "<rect class=\"bar\" x=\"{}\" width=\"{}\" height=\"100%\"/>",
        percent(from),
        percent((to - from).max(0.0))
    );
    if open {
        let _ = write!(svg, "<line class=\"open\" x1=\"{}\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>", percent(to));
    }
    svg
}

/// Silences and messages.
pub(super) fn told(silences: &[(f64, f64)], sent: &[f64]) -> String {
    let mut svg = String::new();
    for (from, to) in silences {
        let _ = write!(
            svg,
            "<rect class=\"hatch\" x=\"{}\" width=\"{}\" height=\"100%\"/>",
            percent(*from),
            percent(to - from)
        );
    }
    for at in sent {
        let _ = write!(svg, "<line class=\"tick\" x1=\"{0}\" x2=\"{0}\" y2=\"100%\"/>", percent(*at));
    }
    svg
}

/// Grid, labels and axis; how many rows the labels take; whether they had to become numbers at every width.
pub(super) fn ground(scale: &Scale, moments: &[Moment], words: &Words) -> (String, usize, bool) {
    let fractions: Vec<f64> = moments.iter().map(|moment| scale.fraction(moment.at)).collect();
    let text = |moment: &Moment, plus: bool| match (plus, moment.plus.is_empty()) {
        (true, false) => format!("{} {} {}", moment.label, moment.clock, moment.plus),
        _ => format!("{} {}", moment.label, moment.clock),
    };
    let tried = [true, false].into_iter().find_map(|plus| {
        let labels: Vec<(f64, f64)> =
            moments.iter().zip(&fractions).map(|(moment, f)| (*f, width(&text(moment, plus)))).collect();
        staircase(&labels).map(|places| (places, plus))
    });
    let rows = tried.as_ref().and_then(|(places, _)| places.iter().map(|place| place.row + 1).max());
    #[allow(clippy::cast_precision_loss, reason = "six rows at most")]
    let head = rows.map_or(1.35, |rows| rows as f64) * 1.6 + 0.2;
    let mut svg = String::with_capacity(4096);
    axis(&mut svg, scale, head, words);
    for (index, (moment, f)) in moments.iter().zip(&fractions).enumerate() {
        if let Some((places, plus)) = &tried
            && let Some(place) = places.get(index)
        {
            #[allow(clippy::cast_precision_loss, reason = "six rows at most")]
            let y = (rows.unwrap_or(1) - 1 - place.row) as f64 * 1.6 + 1.1;
            label(&mut svg, moment, *f, y, place.left, *plus);
        }
    }
    badges(&mut svg, moments, &fractions, tried.is_some());
    (svg, rows.unwrap_or(1), tried.is_none())
}

fn axis(svg: &mut String, scale: &Scale, head: f64, words: &Words) {
    let mut minute = 0;
    while minute <= scale.minutes {
        let at = scale.from + Duration::minutes(minute);
        let f = scale.fraction(at);
        let anchor = if f < 0.02 {
            "start"
        } else if f > 0.98 {
            "end"
        } else {
            "middle"
        };
        let midnight = at.hour() == 0 && at.minute() == 0;
        let text = if scale.days && midnight { words.date_short(at.date_naive()) } else { clock(&at) };
        // The year is in the caption.
        let text = text
            .rsplit_once('\u{a0}')
            .filter(|(_, year)| year.len() == 4)
            .map_or(text.clone(), |(day, _)| day.to_owned());
        let major = if scale.narrow_step == 1440 { midnight } else { minute % scale.narrow_step == 0 };
        let minor = if major { "" } else { " class=\"w\"" };
        let _ = write!(
            svg,
            "<g{minor}><svg x=\"{x}\" y=\"100%\"><text y=\"-.45em\" text-anchor=\"{anchor}\">{text}</text></svg><svg y=\"-1.9em\"><line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"{top}\" y2=\"100%\"/></svg></g>",
            x = percent(f),
            top = em(head + 2.3)
        );
        minute += scale.step;
    }
    svg.push_str("<svg y=\"-1.9em\"><line class=\"base\" x2=\"100%\" y1=\"100%\" y2=\"100%\"/></svg>");
}

fn label(svg: &mut String, moment: &Moment, f: f64, y: f64, left: bool, plus: bool) {
    let dash = if moment.dashed { " dash" } else { "" };
    let (dx, anchor) = if left { ("-.4em", "end") } else { (".4em", "start") };
    let plus = if plus && !moment.plus.is_empty() {
        format!(" <tspan class=\"q\">{}</tspan>", escape(&moment.plus))
    } else {
        String::new()
    };
    let _ = write!(
        svg,
        "<g class=\"w\"><svg y=\"-1.9em\"><line class=\"hair{dash}\" x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"100%\"/></svg><svg x=\"{x}\"><text class=\"l\" x=\"{dx}\" y=\"{at}\" text-anchor=\"{anchor}\"><tspan>{label}</tspan> {clock}{plus}</text></svg></g>",
        x = percent(f),
        from = em(y + 1.0),
        at = em(y),
        label = escape(&moment.label),
        clock = escape(&moment.clock),
    );
}

/// Numbered badges for narrow figures, or for every width where labels would meet.
fn badges(svg: &mut String, moments: &[Moment], fractions: &[f64], narrow_only: bool) {
    let class = if narrow_only { " class=\"x\"" } else { "" };
    for (index, ((moment, f), dx)) in moments.iter().zip(fractions).zip(push_apart(fractions)).enumerate() {
        let dash = if moment.dashed { " dash" } else { "" };
        let _ = write!(
            svg,
            "<g{class}><svg y=\"-1.9em\"><line class=\"hair{dash}\" x1=\"{x}\" x2=\"{x}\" y1=\"4.6em\" y2=\"100%\"/></svg><svg x=\"{x}\" class=\"badge\"><line class=\"hair\" x1=\"{d}\" x2=\"0\" y1=\".8em\" y2=\"2.7em\"/><circle cx=\"{d}\" cy=\".8em\" r=\".75em\"/><text x=\"{d}\" y=\"1.12em\">{n}</text></svg></g>",
            x = percent(*f),
            d = em(dx),
            n = index + 1,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn numbers_have_the_places_they_need() {
        for hundredths in -1234..=1234 {
            let value = f64::from(hundredths) / 100.0;
            assert_eq!(trimmed(value), value.to_string());
        }
        assert_eq!(trimmed(-0.001), "0");
        assert_eq!(trimmed(33.333_333), "33.33");
        assert_eq!(trimmed(66.666_667), "66.67");
    }
}
