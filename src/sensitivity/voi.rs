//! What it is worth to know an input before choosing between policies.
//!
//! From a sample of n rows with the net benefit of every policy in each row (the same random numbers for all policies):
//!
//! - EVPI, the expected value of perfect information: E(max_p b_p) − max_p E(b_p), the worth of knowing everything;
//! - EVPPI of an input, that of partial perfect information: E(max_p E(b_p | x)) − max_p E(b_p) (Raiffa and Schlaifer
//!   1961), with E(b_p | x) the means of bins along x (Strong and Oakley 2013; Strong, Oakley and Brennan 2014 regress).
//!
//! The policy that looks best in a bin of few rows is often best by luck, which biases the plain estimate upward. When
//! the policies are chosen on nine tenths of the rows and judged on the other tenth, in turn, the luck is gone, and
//! what is left is a downward bias, since the choice is made with less knowledge. Both are given, as
//! [`Partial::optimistic`] and [`Partial::pessimistic`]; the estimate is their middle, and [`Partial::is_biased`] says
//! when they are further apart than the sampling error explains. Standard errors are those of the mean gain by the
//! choices made; when every bin has the same best policy the gain is 0 in every row and so is its error, which does not
//! say that the true worth is 0.
//!
//! Strong, M. and Oakley, J. E. (2013) Med. Decis. Making 33, 755. Strong, M., Oakley, J. E. and Brennan, A. (2014)
//! Med. Decis. Making 34, 311.

use rayon::prelude::*;

use super::bins::{Bins, bins_for};
use super::error::{SensitivityError, at_least, columns, moments};

/// Parts into which the rows are split to choose and judge on different rows.
const FOLDS: usize = 10;

/// The worth of information, in units of the net benefit.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// The policy with the highest mean net benefit, the choice without further knowledge; the first of equals.
    pub best: usize,
    /// Mean net benefit of that policy.
    pub benefit: f64,
    /// Expected value of perfect information, at least 0.
    pub perfect: f64,
    /// Standard error of `perfect`.
    pub standard_error: f64,
    /// Expected value of knowing each input.
    pub inputs: Vec<Partial>,
}

/// The expected value of knowing one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partial {
    /// Middle of `optimistic` and `pessimistic`, but at least 0.
    pub value: f64,
    /// Standard error of both.
    pub standard_error: f64,
    /// Estimate from policies chosen and judged on the same rows: too high on average, never below 0.
    pub optimistic: f64,
    /// Estimate from policies chosen and judged on different rows: too low on average, may be below 0.
    pub pessimistic: f64,
}

impl Partial {
    /// Whether bias matters: the two estimates are more than two standard errors apart.
    pub fn is_biased(&self) -> bool {
        self.optimistic - self.pessimistic > 2.0 * self.standard_error
    }
}

/// The worth of knowing everything, and of knowing each input (a column each), for a choice between policies (a column
/// of net benefits each).
///
/// # Errors
/// Columns of different lengths, values that are not finite, fewer than 100 rows, an input that does not vary, fewer
/// than two policies.
pub fn worth<X: AsRef<[f64]> + Sync, B: AsRef<[f64]> + Sync>(
    inputs: &[X],
    benefits: &[B],
) -> Result<Worth, SensitivityError> {
    super::error::setting("number of policies", benefits.len() as f64, 2.0, 1e6)?;
    let n = benefits[0].as_ref().len();
    at_least(100, n)?;
    columns("policy", benefits, n)?;
    columns("input", inputs, n)?;
    for (i, input) in inputs.iter().enumerate() {
        moments("input", i, input.as_ref())?;
    }
    let rows: Vec<Vec<f64>> = (0..n)
        .map(|row| benefits.iter().map(|b| b.as_ref()[row]).collect())
        .collect();
    let mut totals = Totals::new(benefits.len());
    rows.iter().for_each(|row| totals.add(row));
    let best = totals.best();
    let gains: Vec<f64> = rows
        .iter()
        .map(|row| row[largest(row)] - row[best])
        .collect();
    let (perfect, standard_error) = mean_and_error(&gains);
    Ok(Worth {
        best,
        benefit: totals.sums[best] / n as f64,
        perfect,
        standard_error,
        inputs: inputs
            .par_iter()
            .map(|input| partial(input.as_ref(), &rows, best))
            .collect(),
    })
}

/// The worth of one input.
fn partial(input: &[f64], rows: &[Vec<f64>], best: usize) -> Partial {
    let bins = Bins::new(input, bins_for(rows.len()));
    let (policies, number) = (rows[0].len(), bins.sizes.len());
    // Sums by fold and bin, then those of all other folds.
    let mut parts = vec![vec![Totals::new(policies); number]; FOLDS];
    for (row, benefits) in rows.iter().enumerate() {
        parts[row % FOLDS][bins.of_row[row]].add(benefits);
    }
    let all: Vec<Totals> = (0..number)
        .map(|bin| Totals::sum(parts.iter().map(|part| &part[bin])))
        .collect();
    let chosen: Vec<usize> = all.iter().map(Totals::best).collect();
    let gains: Vec<f64> = rows
        .iter()
        .zip(&bins.of_row)
        .map(|(row, &bin)| row[chosen[bin]] - row[best])
        .collect();
    let (optimistic, standard_error) = mean_and_error(&gains);
    let judged: f64 = parts.iter().map(|part| judged(part, &all)).sum();
    let pessimistic = judged / rows.len() as f64;
    Partial {
        value: (0.5 * (optimistic + pessimistic)).max(0.0),
        standard_error,
        optimistic,
        pessimistic,
    }
}

/// Gain over the rows of one part, of policies chosen on the other rows.
fn judged(part: &[Totals], all: &[Totals]) -> f64 {
    let others: Vec<Totals> = all
        .iter()
        .zip(part)
        .map(|(all, own)| all.less(own))
        .collect();
    let usual = Totals::sum(others.iter()).best();
    part.iter()
        .zip(&others)
        .map(|(own, others)| {
            let chosen = if others.rows > 0 {
                others.best()
            } else {
                usual
            };
            own.sums[chosen] - own.sums[usual]
        })
        .sum()
}

/// Sums of net benefits by policy.
#[derive(Clone)]
struct Totals {
    rows: usize,
    sums: Vec<f64>,
}

impl Totals {
    fn new(policies: usize) -> Self {
        Self {
            rows: 0,
            sums: vec![0.0; policies],
        }
    }

    fn add(&mut self, benefits: &[f64]) {
        self.rows += 1;
        self.sums
            .iter_mut()
            .zip(benefits)
            .for_each(|(s, b)| *s += b);
    }

    fn sum<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        parts
            .cloned()
            .reduce(|mut sum, part| {
                sum.rows += part.rows;
                sum.sums
                    .iter_mut()
                    .zip(part.sums)
                    .for_each(|(s, p)| *s += p);
                sum
            })
            .unwrap_or_else(|| Self::new(0))
    }

    fn less(&self, part: &Self) -> Self {
        Self {
            rows: self.rows - part.rows,
            sums: self
                .sums
                .iter()
                .zip(&part.sums)
                .map(|(s, p)| s - p)
                .collect(),
        }
    }

    fn best(&self) -> usize {
        largest(&self.sums)
    }
}

/// Place of the largest value; the first of equals.
fn largest(values: &[f64]) -> usize {
    (1..values.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best })
}

fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (mean, (squares / (n * (n - 1.0))).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Streams, uniform_open};
    use crate::special::normal;

    /// Worth of knowing a normal difference of mean m and standard deviation s: s·L(|m|/s), L the unit normal loss
    /// (Raiffa and Schlaifer 1961, section 5.9.5).
    fn loss(mean: f64, sd: f64) -> f64 {
        let u = mean.abs() / sd;
        sd * (normal::density(u) - u * normal::survival(u))
    }

    /// Net benefits 0 and m + Σ βᵢxᵢ; the policies share a term that no input explains.
    fn sample(index: u64, n: usize, mean: f64, slopes: &[f64]) -> Worth {
        let mut stream = Streams::new(8).stream("voi", index);
        let mut normal = || normal::quantile(uniform_open(&mut stream));
        let inputs: Vec<Vec<f64>> = slopes
            .iter()
            .map(|_| (0..n).map(|_| normal()).collect())
            .collect();
        let shared: Vec<f64> = (0..n).map(|_| 50.0 + 10.0 * normal()).collect();
        let other = (0..n)
            .map(|row| {
                let gain: f64 = slopes.iter().zip(&inputs).map(|(s, x)| s * x[row]).sum();
                shared[row] + mean + gain
            })
            .collect();
        worth(&inputs, &[shared, other]).unwrap()
    }

    /// 100 samples of 4,000 rows. The mean of each estimate must lie within five of its own standard errors (false
    /// alarm 6e-7 each) and 1 % of the truth: the one of m = 15 bins in which the better policy changes loses at most
    /// β/(8 m² φ) = 0.0014 β (half a bin of width 1/(mφ), judged by the other policy), 0.5 % of the truth, and as much
    /// is left for what the middle of the two estimates does not cancel. For an input without effect the plain estimate
    /// fails the same test.
    #[test]
    fn a_linear_normal_choice_has_its_closed_form() {
        let (mean, slopes) = (-0.2, [1.0, 2.0, 0.0]);
        let worths: Vec<Worth> = (0..100).map(|i| sample(i, 4000, mean, &slopes)).collect();
        let close = |of: &dyn Fn(&Worth) -> f64, truth: f64| {
            let values: Vec<f64> = worths.iter().map(of).collect();
            let (found, error) = mean_and_error(&values);
            (found - truth).abs() <= 5.0 * error + 0.01 * truth
        };
        assert!(close(&|w| w.perfect, loss(mean, 5.0_f64.sqrt())));
        assert!(close(&|w| w.inputs[0].value, loss(mean, 1.0)));
        assert!(close(&|w| w.inputs[1].value, loss(mean, 2.0)));
        let of_nothing = |of: fn(&Partial) -> f64| -> f64 {
            worths.iter().map(|w| of(&w.inputs[2])).sum::<f64>() / 100.0
        };
        assert!(of_nothing(|p| p.pessimistic) <= 0.0);
        assert!(!close(&|w| w.inputs[2].optimistic, 0.0));
        assert!(!close(&|w| w.inputs[0].value, loss(mean, 2.0)));
        assert!(worths.iter().all(|w| w.best == 0));
        assert!(worths.iter().filter(|w| w.inputs[1].is_biased()).count() < 5);
    }

    /// The error of the estimate over 200 samples, in its own standard errors, has a standard deviation of 1 ± 0.25:
    /// five standard errors of a standard deviation from 200 normal values, 5/√400.
    #[test]
    fn standard_errors_are_right() {
        let truth = loss(0.4, 1.5);
        let errors: Vec<f64> = (500..700)
            .map(|i| sample(i, 2000, 0.4, &[1.5, 1.0]).inputs[0])
            .map(|p| (p.value - truth) / p.standard_error)
            .collect();
        let (mean, error) = mean_and_error(&errors);
        let sd = error * 200.0_f64.sqrt();
        assert!((sd - 1.0).abs() < 0.25, "{mean} {sd}");
    }

    #[test]
    fn an_input_that_decides_nothing_is_worth_nothing() {
        let found = sample(1, 1000, 20.0, &[1.0]);
        assert_eq!(found.best, 1);
        assert_eq!(found.inputs[0].value, 0.0);
        assert_eq!(found.perfect, 0.0);
    }

    #[test]
    fn one_policy_is_no_choice() {
        let x = [(0..200).map(f64::from).collect::<Vec<_>>()];
        assert!(worth(&x, &x).is_err());
    }
}
