//! Goodness of fit of many draws to a distribution, for the tests of the samplers.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::special;

/// False-alarm probability of a whole family of tests.
const FAMILY: f64 = 1e-6;

/// Number of cells aimed at.
const CELLS: usize = 60;

/// What a right sampler has.
pub(super) struct Moments {
    /// A whole number near the mean; values are taken relative to it, so no digits are lost.
    pub(super) reference: u64,
    pub(super) mean_minus_reference: f64,
    pub(super) variance: f64,
    /// Fourth central moment.
    pub(super) fourth: f64,
}

/// Three statistics, each with its two-sided probability under the right distribution.
#[derive(Debug)]
pub(super) struct Fit {
    /// (name, observed, two-sided probability)
    statistics: Vec<(&'static str, f64, f64)>,
}

impl Fit {
    /// Whether all statistics pass in a family of `tests` such fits.
    pub(super) fn passes(&self, tests: usize) -> bool {
        let each = FAMILY / (tests * self.statistics.len()) as f64;
        self.statistics
            .iter()
            .all(|&(_, _, probability)| probability > each)
    }

    pub(super) fn assert_passes(&self, tests: usize, name: &str) {
        assert!(self.passes(tests), "{name}: {self:?}");
    }
}

/// Chi-square of the whole distribution, mean and variance of counts.
pub(super) fn counts(values: &[u64], expected: &Moments, cdf: impl Fn(u64) -> f64) -> Fit {
    let number = values.len() as f64;
    let deviations: Vec<f64> = values
        .iter()
        .map(|&value| {
            (i128::from(value) - i128::from(expected.reference)) as f64
                - expected.mean_minus_reference
        })
        .collect();
    let mean = deviations.iter().sum::<f64>() / number;
    let variance = deviations.iter().map(|d| d * d).sum::<f64>() / number;
    // Standard error of the mean of squares about the true mean.
    let spread = (expected.fourth - expected.variance * expected.variance).max(0.0) / number;
    let mut statistics = Vec::new();
    // The normal approximation of these two needs many events; the cells test rare ones exactly.
    if number * expected.variance > 1e3 {
        statistics.push(z_test("mean", mean / (expected.variance / number).sqrt()));
        if spread > 0.0 {
            statistics.push(z_test(
                "variance",
                (variance - expected.variance) / spread.sqrt(),
            ));
        }
    }
    statistics.push(chi_square(&cells(values, cdf)));
    Fit { statistics }
}

/// Chi-square of numbers that should be uniform, where those below `lump` are one cell.
pub(super) fn uniforms(values: &[f64], lump: f64) -> Fit {
    let number = values.len() as f64;
    let mut observed = vec![0.0; CELLS + 1];
    for &value in values {
        let place = ((value - lump) / (1.0 - lump) * CELLS as f64).ceil();
        observed[(place.max(0.0) as usize).min(CELLS)] += 1.0;
    }
    let each = number * (1.0 - lump) / CELLS as f64;
    let mut cells: Vec<(f64, f64)> = observed.iter().map(|&o| (o, each)).collect();
    cells[0].1 = number * lump;
    Fit {
        statistics: vec![chi_square(&merged(cells))],
    }
}

fn z_test(name: &'static str, z: f64) -> (&'static str, f64, f64) {
    (name, z, 2.0 * special::normal::survival(z.abs()))
}

/// Observed and expected numbers in cells between quantiles of the expected distribution.
fn cells(values: &[u64], cdf: impl Fn(u64) -> f64) -> Vec<(f64, f64)> {
    let limits = limits(&cdf, values.iter().copied().max().unwrap_or(0));
    let number = values.len() as f64;
    let mut observed = vec![0.0; limits.len() + 1];
    for &value in values {
        observed[limits.partition_point(|&limit| limit < value)] += 1.0;
    }
    let mut below = 0.0;
    let mut cells = Vec::with_capacity(observed.len());
    for (index, &count) in observed.iter().enumerate() {
        let up_to = limits.get(index).map_or(1.0, |&limit| cdf(limit));
        cells.push((count, number * (up_to - below)));
        below = up_to;
    }
    merged(cells)
}

/// Upper limits of cells: quantiles of the expected distribution at equal steps, and finer ones in
/// both tails; found by bisection on its distribution function up to `greatest`.
fn limits(cdf: &impl Fn(u64) -> f64, greatest: u64) -> Vec<u64> {
    let mut levels: Vec<f64> = (1..CELLS).map(|i| i as f64 / CELLS as f64).collect();
    levels.extend([1e-4, 3e-4, 1e-3, 4e-3, 0.996, 0.999, 0.9997, 0.9999]);
    let mut limits: Vec<u64> = levels
        .into_iter()
        .map(|level| {
            let (mut low, mut high) = (0, greatest);
            while low < high {
                let middle = low + (high - low) / 2;
                if cdf(middle) < level {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            low
        })
        .collect();
    limits.sort_unstable();
    limits.dedup();
    limits
}

/// Joins neighbours until every cell expects at least five.
fn merged(cells: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut merged: Vec<(f64, f64)> = Vec::new();
    let mut open = (0.0, 0.0);
    for (observed, expected) in cells {
        open = (open.0 + observed, open.1 + expected);
        if open.1 >= 5.0 {
            merged.push(std::mem::take(&mut open));
        }
    }
    if let Some(last) = merged.last_mut() {
        *last = (last.0 + open.0, last.1 + open.1);
    }
    merged
}

/// Two-sided: too good a fit is as suspicious as too bad a one.
fn chi_square(cells: &[(f64, f64)]) -> (&'static str, f64, f64) {
    if cells.len() < 2 {
        return ("chi-square", 0.0, 1.0);
    }
    let statistic = cells.iter().map(|&(o, e)| (o - e) * (o - e) / e).sum();
    let distribution = ChiSquared::new((cells.len() - 1) as f64).expect("positive");
    // With very few cells the counts are coarse and a perfect fit is an ordinary event.
    let lower = if cells.len() > 5 {
        distribution.cdf(statistic)
    } else {
        1.0
    };
    let upper = distribution.sf(statistic);
    ("chi-square", statistic, 2.0 * lower.min(upper))
}

/// Two-sample chi-square test of homogeneity on cells of the pooled sample.
pub(super) fn assert_same_distribution(
    mut first: Vec<u64>,
    mut second: Vec<u64>,
    tests: usize,
    name: &str,
) {
    let mut pooled = [first.as_slice(), second.as_slice()].concat();
    pooled.sort_unstable();
    first.sort_unstable();
    second.sort_unstable();
    let mut limits: Vec<u64> = (1..CELLS)
        .map(|i| pooled[i * pooled.len() / CELLS])
        .collect();
    limits.push(u64::MAX);
    limits.dedup();
    let in_cells = |sample: &[u64]| -> Vec<f64> {
        let ends: Vec<usize> = limits
            .iter()
            .map(|&limit| sample.partition_point(|&value| value <= limit))
            .collect();
        let starts = std::iter::once(&0).chain(&ends);
        ends.iter()
            .zip(starts)
            .map(|(&end, &start)| (end - start) as f64)
            .collect()
    };
    // Equal sizes: each cell should be split in halves.
    let (mut statistic, mut used) = (0.0, 0);
    for (a, b) in in_cells(&first).into_iter().zip(in_cells(&second)) {
        if a + b >= 10.0 {
            statistic += (a - b) * (a - b) / (a + b);
            used += 1;
        }
    }
    if used < 2 {
        return;
    }
    let threshold = ChiSquared::new(f64::from(used - 1))
        .expect("positive")
        .inverse_cdf(1.0 - FAMILY / tests as f64);
    assert!(
        statistic < threshold,
        "{name}: {statistic} of {threshold} in {used} cells"
    );
}

/// A whole number within rounding of n·p.
pub(super) fn rounded_product(n: u64, p: f64) -> u64 {
    ((n as f64 * p).round() as u64).min(n)
}

/// Moments and distribution function of a hypergeometric variable, by adding up its probabilities
/// near the mean or, when that is too wide, integrating them.
pub(super) fn hypergeometric_reference(
    population: u64,
    successes: u64,
    draws: u64,
) -> (Moments, impl Fn(u64) -> f64) {
    let probability =
        move |k: u64| special::hypergeometric::probability(k, population, successes, draws);
    let (all, rows, columns) = (
        u128::from(population),
        u128::from(successes),
        u128::from(draws),
    );
    let reference = rows * columns / all;
    let scaled = (rows * columns - reference * all) as f64;
    let reference = reference as u64;
    let total = population as f64;
    let [p, q] = [successes, population - successes].map(|part| part as f64 / total);
    let [f, g] = [draws, population - draws].map(|part| part as f64 / total);
    let variance = total * p * q * f * g * (total / (total - 1.0));
    let deviation = variance.sqrt();
    let mean_minus_reference = scaled / total;
    // Points of a grid from twelve standard deviations below the mean to as many above it; where a
    // step is more than one, the midpoint rule of a smooth peak is exact to 1e-10.
    let step = ((deviation / 40.0) as u64).max(1);
    let reach = ((12.0 * deviation) as u64 / step + 40) * step;
    let first = reference.saturating_sub(reach);
    let last = (reference + reach).min(successes.min(draws));
    let mut sums = vec![0.0];
    let (mut k, mut fourth) = (first, 0.0);
    while k <= last {
        let mass = probability(k) * step as f64;
        let d = (i128::from(k) - i128::from(reference)) as f64 - mean_minus_reference;
        fourth += mass * d * d * d * d;
        sums.push(sums[sums.len() - 1] + mass);
        k += step;
    }
    let cdf = move |k: u64| {
        if k < first {
            return 0.0;
        }
        // sums[i] is the integral up to first + i·step − step/2.
        let position = ((k - first) as f64 + 0.5) / step as f64 + 0.5;
        let index = position.floor();
        if index as usize + 1 >= sums.len() {
            return 1.0;
        }
        interpolate(&sums, index as usize, position - index)
    };
    (
        Moments {
            reference,
            mean_minus_reference,
            variance,
            fourth,
        },
        cdf,
    )
}

/// Cubic interpolation between `sums[i]` and `sums[i + 1]`; exact at the points.
fn interpolate(sums: &[f64], i: usize, t: f64) -> f64 {
    if t == 0.0 {
        return sums[i];
    }
    let slope = |at: usize| {
        let after = sums[(at + 1).min(sums.len() - 1)];
        0.5 * (after - sums[at.saturating_sub(1)])
    };
    let (from, to) = (sums[i], sums[i + 1]);
    let (start, end) = (slope(i), slope(i + 1));
    let rise = to - from;
    from + t * (start + t * (3.0 * rise - 2.0 * start - end + t * (start + end - 2.0 * rise)))
}
