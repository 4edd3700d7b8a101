//! Ridge regression with weights of known sign, and the limits between the verdicts.

use std::fmt;

use afterword::checklist::scorecard::Signal;

/// How strongly large weights are held back.
const RIDGE: f64 = 100.0;
/// How often each weight is set anew; far more than it takes.
const ROUNDS: usize = 300;

/// One report and what its reader said.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) counts: Vec<(Signal, usize)>,
    /// 2 yes, 1 partial, 0 no.
    pub(crate) is: usize,
    /// With whom it is left out.
    pub(crate) fold: usize,
}

/// A signal, how its count becomes a number, and which way it speaks.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Term {
    /// ln(1 + n), for it.
    For(Signal),
    /// ln(1 + n), against it.
    Against(Signal),
    /// 1 where there is any, for it.
    Any(Signal),
    /// 1 where there is any, against it.
    Not(Signal),
}

/// Weights and limits.
pub(crate) struct Model {
    base: f64,
    terms: Vec<(Term, f64)>,
    partial: f64,
    yes: f64,
}

impl Term {
    /// What it adds for a weight of 1; negative where it speaks against.
    fn of(self, sample: &Sample) -> f64 {
        let (Self::For(signal) | Self::Against(signal) | Self::Any(signal) | Self::Not(signal)) = self;
        // The counts stand in the order of the signals.
        let count = sample.counts.get(signal as usize).map_or(0, |(_, count)| *count) as f64;
        match self {
            Self::For(_) => count.ln_1p(),
            Self::Against(_) => -count.ln_1p(),
            Self::Any(_) => count.min(1.0),
            Self::Not(_) => -count.min(1.0),
        }
    }
}

impl Model {
    fn points(&self, sample: &Sample) -> f64 {
        self.base + self.terms.iter().map(|(term, weight)| weight * term.of(sample)).sum::<f64>()
    }

    /// 2 yes, 1 partial, 0 no.
    pub(crate) fn says(&self, sample: &Sample) -> usize {
        let points = self.points(sample);
        usize::from(points >= self.partial) + usize::from(points >= self.yes)
    }

    /// Weights one after the other, each the best that the others leave, and none below zero.
    pub(crate) fn fit(terms: &[Term], samples: &[Sample]) -> Self {
        let n = samples.len().max(1) as f64;
        let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
        let is: Vec<f64> = samples.iter().map(|sample| sample.is as f64).collect();
        let mean_is = mean(&is);
        // In units of each signal's spread, so that all are held back alike.
        let columns: Vec<(Vec<f64>, f64, f64)> = terms
            .iter()
            .map(|term| {
                let raw: Vec<f64> = samples.iter().map(|sample| term.of(sample)).collect();
                let middle = mean(&raw);
                let spread = (raw.iter().map(|x| (x - middle).powi(2)).sum::<f64>() / n).sqrt() + 1e-6;
                (raw.iter().map(|x| (x - middle) / spread).collect(), middle, spread)
            })
            .collect();
        let mut weights = vec![0.0; terms.len()];
        let mut left: Vec<f64> = is.iter().map(|is| is - mean_is).collect();
        for _ in 0..ROUNDS {
            for ((column, _, _), weight) in columns.iter().zip(&mut weights) {
                let pull: f64 = column.iter().zip(&left).map(|(x, left)| x * (left + *weight * x)).sum();
                let size: f64 = column.iter().map(|x| x * x).sum();
                let new = (pull / (size + RIDGE)).max(0.0);
                let change = new - *weight;
                column.iter().zip(&mut left).for_each(|(x, left)| *left -= change * x);
                *weight = new;
            }
        }
        let scaled: Vec<f64> = weights.iter().zip(&columns).map(|(weight, (_, _, spread))| weight / spread).collect();
        let shift: f64 = scaled.iter().zip(&columns).map(|(weight, (_, middle, _))| weight * middle).sum();
        let terms = terms.iter().copied().zip(scaled).filter(|(_, weight)| *weight > 5e-4).collect();
        let mut model = Self { base: mean_is - shift, terms, partial: 0.0, yes: 0.0 };
        (model.partial, model.yes) = model.limits(samples);
        model
    }

    /// The two limits with the best kappa.
    fn limits(&self, samples: &[Sample]) -> (f64, f64) {
        let mut points: Vec<(f64, usize)> = samples.iter().map(|sample| (self.points(sample), sample.is)).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let first = points.first().map_or(0.0, |(first, _)| first - 0.1);
        let between = points.windows(2).enumerate().filter(|(_, pair)| pair[1].0 - pair[0].0 > 1e-9);
        let mut cuts: Vec<(usize, f64)> =
            between.map(|(at, pair)| (at + 1, f64::midpoint(pair[0].0, pair[1].0))).collect();
        cuts = cuts.iter().copied().step_by((cuts.len() / 24).max(1)).collect();
        cuts.insert(0, (0, first));
        // How many of each verdict lie below a place.
        let below = |place: usize| {
            let mut counts = [0.0; 3];
            points.iter().take(place).for_each(|(_, is)| counts[*is] += 1.0);
            counts
        };
        let counted: Vec<([f64; 3], f64)> = cuts.iter().map(|(place, limit)| (below(*place), *limit)).collect();
        let all = below(points.len());
        let mut best = (f64::MIN, (first, first));
        for (at, (lower, partial)) in counted.iter().enumerate() {
            for (upper, yes) in counted.iter().skip(at) {
                let found = of_table(&[0, 1, 2].map(|is| [lower[is], upper[is] - lower[is], all[is] - upper[is]]));
                if found > best.0 + 1e-9 {
                    best = (found, (*partial, *yes));
                }
            }
        }
        best.1
    }
}

impl fmt::Display for Model {
    /// As a row of `checklist/items/weights.rs`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}, &[", self.base)?;
        for (term, weight) in &self.terms {
            match term {
                Term::For(signal) => write!(f, "({signal:?}, Log, {weight:.3}), ")?,
                Term::Against(signal) => write!(f, "({signal:?}, Log, -{weight:.3}), ")?,
                Term::Any(signal) => write!(f, "({signal:?}, Has, {weight:.3}), ")?,
                Term::Not(signal) => write!(f, "({signal:?}, Has, -{weight:.3}), ")?,
            }
        }
        write!(f, "], [{:.3}, {:.3}]", self.partial, self.yes)
    }
}

/// Cohen's kappa with linear weights.
pub(crate) fn kappa(pairs: impl Iterator<Item = (usize, usize)>) -> f64 {
    let mut table = [[0.0_f64; 3]; 3];
    pairs.for_each(|(is, says)| table[is][says] += 1.0);
    of_table(&table)
}

fn of_table(table: &[[f64; 3]; 3]) -> f64 {
    let total: f64 = table.iter().flatten().sum();
    let (mut seen, mut chance) = (0.0, 0.0);
    for (i, row) in table.iter().enumerate() {
        let whole: f64 = row.iter().sum();
        for (j, count) in row.iter().enumerate() {
            let weight = i.abs_diff(j) as f64 / 2.0;
            seen += weight * count;
            chance += weight * whole * table.iter().map(|row| row[j]).sum::<f64>() / total.max(1.0);
        }
    }
    if chance > 0.0 { 1.0 - seen / chance } else { 0.0 }
}
