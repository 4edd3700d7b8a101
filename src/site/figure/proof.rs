//! The proof that no label of a drawn incident meets another at any width: what is measured is the SVG that readers get.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{DateTime, Duration, FixedOffset};
use regex::Regex;

use crate::incident::{Incident, Reading};
use crate::site::figure::geometry::width;
use crate::site::figure::{Figure, draw};
use crate::site::words::Words;
use crate::source::SourceFile;

/// A small generator of numbers in 0..1, so that a failure can be repeated.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap_or(0)) / f64::from(1_u32 << 31)
    }
}

/// An incident from a minute to four weeks, with moments anywhere in it, some of them missing and some at one instant.
fn incident(next: &mut Numbers) -> (Incident, DateTime<FixedOffset>) {
    let zones = ["Z", "+05:45", "-08:00"];
    let zone = zones[(next.next() * 2.99) as usize];
    let start: DateTime<FixedOffset> =
        format!("2024-02-27T{:02}:{:02}:00{zone}", (next.next() * 23.9) as u32, (next.next() * 59.9) as u32)
            .parse()
            .expect("a time");
    // As many short ones as long ones.
    let minutes = (40_320_f64.ln() * next.next()).exp();
    let at = |f: f64| (start + Duration::seconds((minutes * 60.0 * f) as i64)).to_rfc3339();
    let mut text = format!("---\ntitle: t\nstart: {}\n", at(0.0));
    let ongoing = next.next() < 0.2;
    text.push_str(if ongoing { "status: ongoing\n" } else { "" });
    let (near, f) = (next.next() < 0.5, next.next());
    // Half of the time everything that happens happens early, as it does.
    let mut moment = |key: &str| {
        let f = if near { next.next() * 0.05 } else { next.next() };
        if next.next() < 0.8 { format!("{key}: {}\n", at(f)) } else { String::new() }
    };
    let (detected, mitigated) = (moment("detected"), moment("mitigated"));
    text.push_str(&detected);
    text.push_str(&mitigated);
    if !ongoing {
        text.push_str(&format!("end: {}\n", at(1.0)));
    }
    text.push_str(&format!("updates:\n  - {{at: {}, next: {}}}\n---\n", at(f * 0.3), at(f * 1.2)));
    let now = start + Duration::seconds((minutes * 60.0) as i64);
    (Incident::read(SourceFile::new("a.md", text), &Reading::default()), now)
}

/// A text in the figure: its row, and how it is anchored at a share of the width.
#[derive(Debug)]
struct Label {
    y: String,
    f: f64,
    dx: f64,
    anchor: String,
    text: String,
}

impl Label {
    fn reach(&self, plot: f64) -> (f64, f64) {
        let (x, wide) = (self.f * plot + self.dx, width(&self.text));
        match self.anchor.as_str() {
            "end" => (x - wide, x),
            "middle" => (x - wide / 2.0, x + wide / 2.0),
            _ => (x, x + wide),
        }
    }
}

fn number(text: &str) -> f64 {
    text.trim_end_matches("em").trim_end_matches('%').parse().expect("a number")
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"<svg x="([\d.]+%)"><text class="l" x="([-.\d]+em)" y="([-.\d]+em)" text-anchor="(\w+)">(.*?)</text>"#)
});
static TICK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"<g( class="w")?><svg x="([\d.]+%)" y="100%"><text y="-.45em" text-anchor="(\w+)">([^<]*)</text>"#)
});
static BADGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"<svg x="([\d.]+%)" class="badge">.*?<circle cx="([-.\d]+(?:em)?)""#));
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern("<[^>]+>"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern")
}

fn labels(figure: &Figure) -> Vec<Label> {
    let found = LABEL.captures_iter(&figure.ground).map(|found| Label {
        f: number(&found[1]) / 100.0,
        dx: number(&found[2]),
        y: found[3].to_owned(),
        anchor: found[4].to_owned(),
        text: TAG.replace_all(&found[5], "").into_owned(),
    });
    found.collect()
}

/// The words of the axis: all of them where there is room, else those that are not marked for wide figures.
fn axis(figure: &Figure, wide: bool) -> Vec<Label> {
    let found = TICK.captures_iter(&figure.ground).filter(|found| wide || found.get(1).is_none());
    let label = |found: regex::Captures<'_>| Label {
        f: number(&found[2]) / 100.0,
        dx: 0.0,
        y: "axis".to_owned(),
        anchor: found[3].to_owned(),
        text: found[4].to_owned(),
    };
    found.map(label).collect()
}

fn badges(figure: &Figure) -> Vec<(f64, f64)> {
    BADGE.captures_iter(&figure.ground).map(|found| (number(&found[1]) / 100.0, number(&found[2]))).collect()
}

fn assert_apart(labels: &[Label], plots: &[f64]) {
    for plot in plots {
        for (n, a) in labels.iter().enumerate() {
            for b in labels.iter().skip(n + 1).filter(|b| b.y == a.y) {
                let ((from, to), (start, end)) = (a.reach(*plot), b.reach(*plot));
                assert!(to <= start + 0.01 || end <= from + 0.01, "at {plot}em: {a:?} meets {b:?}");
            }
        }
    }
}

#[test]
fn nothing_meets_in_random_incidents_of_a_minute_to_four_weeks() {
    let mut next = Numbers(7);
    let (mut drawn, mut labelled, mut steps) = (0, 0, BTreeSet::new());
    for tag in ["en", "de"] {
        let words = Words::of(tag);
        for _ in 0..400 {
            let (incident, now) = incident(&mut next);
            let Some(figure) = draw(&incident, &words, now, true, None) else { continue };
            drawn += 1;
            let texts = labels(&figure);
            labelled += usize::from(!texts.is_empty());
            steps.insert(figure.steps);
            // From the narrowest plot that has labels to a screen twice as wide as the page.
            let wide: Vec<f64> = (0..40).map(|n| 38.5 + f64::from(n) * 1.7).collect();
            assert_apart(&texts, &wide);
            assert_apart(&axis(&figure, true), &wide);
            let narrow: Vec<f64> = (0..30).map(|n| 21.5 + f64::from(n) * 0.9).collect();
            assert_apart(&axis(&figure, false), &narrow);
            let badges = badges(&figure);
            for plot in narrow.iter().chain(&wide) {
                let places: Vec<f64> = badges.iter().map(|(f, dx)| f * plot + dx).collect();
                assert!(places.len() == figure.moments.len(), "a moment has no badge");
                assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 1.5), "badges meet at {plot}em: {places:?}");
            }
        }
    }
    assert!(drawn > 700, "only {drawn} of 800 were drawn");
    assert!(labelled * 10 > drawn * 9, "only {labelled} of {drawn} have labels");
    assert!(steps.len() > 3, "the incidents are too alike: {steps:?}");
}
