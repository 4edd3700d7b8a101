//! Where things stand in a figure so that no label ever meets another.
//!
//! x is in per cent, everything else in em. A point stands at f·W + d with d fixed: for f₁ ≤ f₂ the distance
//! (f₂−f₁)·W + (d₂−d₁) only grows with W. So both placements are computed for the narrowest width they are shown at, and hold at every
//! wider one.

use std::cmp::Ordering;

/// em per character, on the safe side for a semi-bold Latin face.
const LATIN: f64 = 0.6;
/// em per character of a CJK face.
const WIDE_CHARACTER: f64 = 1.0;
/// The narrowest plot with labels above it, in em of the figure's type.
pub(super) const WIDE: f64 = 38.5;
/// The narrowest plot with numbered badges.
pub(super) const NARROW: f64 = 21.5;
/// A badge's width with its breathing space.
const BADGE: f64 = 1.75;
/// Steps of the axis in minutes.
const STEPS: &[i64] = &[1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 10_080, 40_320, 161_280];
/// Labels stand in at most this many rows.
const ROWS: usize = 6;

/// The first step that cuts a span (in minutes) into at most `most` pieces.
pub(super) fn step(span: i64, most: i64) -> i64 {
    let fits = |step: &&i64| span <= **step * most;
    STEPS.iter().find(fits).copied().unwrap_or_else(|| span.max(1))
}

/// The width of a text in em.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(|c| if u32::from(c) > 0x2e80 { WIDE_CHARACTER } else { LATIN }).sum()
}

/// A label's place: its row, counted from the lowest, and whether it stands left of its leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) left: bool,
}

/// A label that is placed: row, from, to, and its leader.
type Placed = (usize, f64, f64, f64);

/// Places labels in the fewest rows, from right to left, right of the leader before left of it: no text meets a text in its row, no
/// leader crosses a text. `None` where six rows do not suffice.
pub(super) fn staircase(labels: &[(f64, f64)]) -> Option<Vec<Place>> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|a, b| labels[*b].0.total_cmp(&labels[*a].0).then(b.cmp(a)));
    (1..=ROWS).find_map(|rows| {
        let mut places = vec![Place { row: 0, left: false }; labels.len()];
        // At most seven labels with twelve places each; the bound keeps hostile input from making it long.
        let mut tries = 20_000;
        place(&order, labels, rows, &mut Vec::new(), &mut places, &mut tries).then_some(places)
    })
}

fn place(
    order: &[usize],
    labels: &[(f64, f64)],
    rows: usize,
    placed: &mut Vec<Placed>,
    places: &mut [Place],
    tries: &mut u32,
) -> bool {
    let Some((first, rest)) = order.split_first() else { return true };
    let (f, wide) = labels[*first];
    let x = f * WIDE;
    for row in 0..rows {
        for left in [false, true] {
            *tries = tries.saturating_sub(1);
            if *tries == 0 {
                return false;
            }
            let (from, to) = if left { (x - 0.4 - wide, x - 0.4) } else { (x + 0.4, x + 0.4 + wide) };
            if from < 0.0 || to > WIDE || !fits(row, from, to, x, placed) {
                continue;
            }
            placed.push((row, from, to, x));
            if place(rest, labels, rows, placed, places, tries) {
                places[*first] = Place { row, left };
                return true;
            }
            placed.pop();
        }
    }
    false
}

/// Apart at the narrowest width is not enough: two things stay apart at every wider one only if they stand in the order of their
/// leaders, so that the distance between them grows.
fn fits(row: usize, from: f64, to: f64, x: f64, placed: &[Placed]) -> bool {
    const PAD: f64 = 0.9;
    const CLEAR: f64 = 0.2;
    placed.iter().all(|(other, a, b, leader)| match row.cmp(other) {
        Ordering::Equal => (to + PAD <= *a && x <= *leader) || (b + PAD <= from && *leader <= x),
        // My leader goes up past their text.
        Ordering::Greater => (x <= a - CLEAR && x <= *leader) || (b + CLEAR <= x && *leader <= x),
        Ordering::Less => (*leader <= from - CLEAR && *leader <= x) || (to + CLEAR <= *leader && x <= *leader),
    })
}

/// Badges, each as near its x as the others allow; returns how far each is pushed, in em.
pub(super) fn push_apart(fractions: &[f64]) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::with_capacity(fractions.len());
    for f in fractions {
        let least = places.last().map_or(BADGE / 2.0, |before| before + BADGE);
        places.push((f * NARROW).max(least));
    }
    let mut most = NARROW - BADGE / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - BADGE;
    }
    places.iter().zip(fractions).map(|(place, f)| place - f * NARROW).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator of numbers in 0..1, so that a failure can be repeated.
    fn numbers(mut seed: u64) -> impl FnMut() -> f64 {
        move || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(seed >> 33).unwrap_or(0)) / f64::from(1_u32 << 31)
        }
    }

    #[test]
    fn labels_never_meet_at_any_width() {
        let mut next = numbers(5);
        let mut placed = 0;
        for _ in 0..400 {
            let mut labels: Vec<(f64, f64)> = (0..5).map(|_| (next(), 6.0 + next() * 9.0)).collect();
            labels.sort_by(|a, b| a.0.total_cmp(&b.0));
            let Some(places) = staircase(&labels) else { continue };
            placed += 1;
            for scale in [1.0, 1.3, 2.5] {
                let at = |index: usize| {
                    let (f, wide) = labels[index];
                    let x = f * WIDE * scale;
                    let from = if places[index].left { x - 0.4 - wide } else { x + 0.4 };
                    (places[index].row, from, from + wide, x)
                };
                for a in 0..labels.len() {
                    for b in 0..labels.len() {
                        let ((row, from, to, x), (other, start, end, _)) = (at(a), at(b));
                        assert!(a == b || row != other || to <= start || end <= from, "{labels:?} at {scale}");
                        assert!(
                            row <= other || x <= start || end <= x,
                            "a leader crosses a text: {labels:?} at {scale}"
                        );
                    }
                }
            }
        }
        assert!(placed > 200, "only {placed} of 400 could be placed");
    }

    #[test]
    fn badges_keep_apart_and_inside() {
        let mut next = numbers(9);
        for _ in 0..200 {
            let mut fractions: Vec<f64> = (0..7).map(|_| next()).collect();
            fractions.sort_by(f64::total_cmp);
            let places: Vec<f64> = push_apart(&fractions).iter().zip(&fractions).map(|(d, f)| d + f * NARROW).collect();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] > BADGE - 1e-6), "{places:?}");
            assert!(
                places.iter().all(|place| (BADGE / 2.0 - 1e-6..=NARROW - BADGE / 2.0 + 1e-6).contains(place)),
                "{places:?}"
            );
        }
    }

    #[test]
    fn the_axis_has_few_steps() {
        for (span, wide) in [(1, 1), (7, 1), (60, 10), (690, 120), (2880, 360), (40_000, 10_080)] {
            assert_eq!(step(span, 9), wide, "{span}");
        }
    }
}
