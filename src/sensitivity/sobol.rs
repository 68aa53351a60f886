//! Variance-based indices of independent inputs (Sobol' 1993; Homma and Saltelli 1996).
//!
//! With A and B two independent samples of n rows and AB_i the sample A with column i taken from B, f_A, f_B and f_ABi
//! the outputs in the same rows and V the variance of f over A and B together:
//!
//! - first order, the share of the variance that knowing x_i alone removes on average:
//!   S_i = V(E(f | x_i)) / V ≈ mean((f_B − f̄)(f_ABi − f_A)) / V (Saltelli et al. 2010, table 2, row b);
//! - total, the share that is left when all but x_i are known:
//!   T_i = E(V(f | x_~i)) / V ≈ mean((f_A − f_ABi)²) / 2V (Jansen 1999).
//!
//! Of the estimators of S_i this one is exactly 0 for an input without effect and has an error in proportion to the
//! change that x_i makes, which suits models of many inputs with few that matter; that of Jansen,
//! 1 − mean((f_B − f_ABi)²)/2V, is better only for an input that explains nearly everything. f_B is centred on the mean
//! of A and B, without which a large mean would swamp the product.
//!
//! Sobol', I. M. (1993) Math. Model. Comput. Exp. 1, 407. Homma, T. and Saltelli, A. (1996) Reliab. Eng. Syst. Saf. 52,
//! 1. Jansen, M. J. W. (1999) Comput. Phys. Commun. 117, 35. Saltelli, A. et al. (2010) Comput. Phys. Commun. 181, 259.

use super::error::{SensitivityError, at_least, column, columns, moments};
use super::resampling::{Estimate, LANES, Resampling, Weights, add, blocks, lanes, weighted};

/// Indices of one input, as shares of the variance of the output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// First-order index: the input alone. Its estimate may be a little below 0.
    pub first: Estimate,
    /// Total index: the input with all its interactions.
    pub total: Estimate,
}

/// First-order and total index of every input.
///
/// `a` and `b` are the n outputs of the samples A and B, `ab[i]` those of AB_i.
///
/// # Errors
/// Columns of different lengths, values that are not finite, fewer than 4 rows, an output that does not vary.
pub fn indices<C: AsRef<[f64]> + Sync>(
    a: &[f64],
    b: &[f64],
    ab: &[C],
    resampling: &Resampling,
) -> Result<Vec<Index>, SensitivityError> {
    let centre = checked(a, b, ab)?;
    let estimates = resampling.estimates(a.len(), |weights| ratios(a, b, ab, centre, weights));
    let pairs = estimates.chunks_exact(2).enumerate();
    pairs
        .map(|(column, pair)| {
            let [first, total] = [pair[0], pair[1]];
            if first.value.is_finite() && total.value.is_finite() {
                return Ok(Index { first, total });
            }
            let what = "output of AB";
            Err(SensitivityError::NoVariance { what, column })
        })
        .collect()
}

/// The mean of A and B together, when everything is as it must be.
pub(super) fn checked<C: AsRef<[f64]>>(
    a: &[f64],
    b: &[f64],
    ab: &[C],
) -> Result<f64, SensitivityError> {
    at_least(4, a.len())?;
    column("output of A", 0, a, a.len())?;
    column("output of B", 0, b, a.len())?;
    columns("output of AB", ab, a.len())?;
    let both: Vec<f64> = a.iter().chain(b).copied().collect();
    Ok(moments("output", 0, &both)?.0)
}

/// First-order and total indices in turn, for each resample.
fn ratios<C: AsRef<[f64]>>(
    a: &[f64],
    b: &[f64],
    ab: &[C],
    centre: f64,
    weights: &[Weights],
) -> Vec<Weights> {
    let mut sums = vec![[0.0; LANES]; 2 * ab.len()];
    for rows in blocks(a.len()) {
        let (a, b, weights) = (&a[rows.clone()], &b[rows.clone()], &weights[rows.clone()]);
        for (sums, ab) in sums.chunks_exact_mut(2).zip(ab) {
            let terms = a.iter().zip(b).zip(&ab.as_ref()[rows.clone()]);
            let [product, square] = weighted(
                weights,
                terms.map(|((a, b), ab)| {
                    let change = ab - a;
                    [(b - centre) * change, change * change]
                }),
            );
            add(&mut sums[0], &product);
            add(&mut sums[1], &square);
        }
    }
    let variance = variances(a, b, centre, weights);
    let n = a.len() as f64;
    for sums in sums.chunks_exact_mut(2) {
        sums[0] = lanes(|lane| sums[0][lane] / (n * variance[lane]));
        sums[1] = lanes(|lane| sums[1][lane] / (2.0 * n * variance[lane]));
    }
    sums
}

/// Variance of A and B together, in each resample.
pub(super) fn variances(a: &[f64], b: &[f64], centre: f64, weights: &[Weights]) -> Weights {
    let terms = a.iter().zip(b).map(|(a, b)| {
        let (a, b) = (a - centre, b - centre);
        [a + b, a * a + b * b]
    });
    let [sum, squares] = weighted(weights, terms);
    let n = 2.0 * a.len() as f64;
    lanes(|lane| {
        let mean = sum[lane] / n;
        squares[lane] / n - mean * mean
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Streams, uniform_open};
    use crate::sensitivity::known::{Ishigami, SobolG};
    use crate::sensitivity::pairs::{interactions, second_order};
    use crate::special::normal;

    /// Outputs of A, B, AB and BA for a model on the unit cube.
    struct Sample {
        a: Vec<f64>,
        b: Vec<f64>,
        ab: Vec<Vec<f64>>,
        ba: Vec<Vec<f64>>,
    }

    fn sample(seed: u64, n: usize, d: usize, model: impl Fn(&[f64]) -> f64) -> Sample {
        let mut stream = Streams::new(seed).stream("sobol", 0);
        let mut points = || -> Vec<Vec<f64>> {
            let mut point = || (0..d).map(|_| uniform_open(&mut stream)).collect();
            (0..n).map(|_| point()).collect()
        };
        let (a, b) = (points(), points());
        let crossed = |base: &[Vec<f64>], other: &[Vec<f64>], i: usize| -> Vec<f64> {
            let row = |(base, other): (&Vec<f64>, &Vec<f64>)| {
                let mut point = base.clone();
                point[i] = other[i];
                model(&point)
            };
            base.iter().zip(other).map(row).collect()
        };
        Sample {
            ab: (0..d).map(|i| crossed(&a, &b, i)).collect(),
            ba: (0..d).map(|i| crossed(&b, &a, i)).collect(),
            a: a.iter().map(|p| model(p)).collect(),
            b: b.iter().map(|p| model(p)).collect(),
        }
    }

    fn ishigami(seed: u64, n: usize) -> Sample {
        let model = Ishigami { a: 7.0, b: 0.1 };
        sample(seed, n, 3, |x| model.evaluate([x[0], x[1], x[2]]))
    }

    fn resampling() -> Resampling {
        Resampling::new(200, 0.95, 3).unwrap()
    }

    /// Whether every estimate is within z standard errors of its truth, where the standard error is a quarter of the
    /// 95 % bootstrap interval (1.96·2 = 3.92) and z is that of a false alarm of 1e-5 for the family, widened by 1.25
    /// for the error of an interval of 200 resamples.
    fn close(found: &[Estimate], truth: &[f64]) -> bool {
        let z = 1.25 * normal::upper_quantile(0.5e-5 / truth.len() as f64);
        found.iter().zip(truth).all(|(f, t)| {
            let error = (f.interval.high - f.interval.low) / 3.92;
            (f.value - t).abs() <= z * error
        })
    }

    #[test]
    fn ishigami_has_its_indices_and_mutants_have_not() {
        let model = Ishigami { a: 7.0, b: 0.1 };
        let s = ishigami(1, 1 << 13);
        let found = indices(&s.a, &s.b, &s.ab, &resampling()).unwrap();
        let first: Vec<Estimate> = found.iter().map(|i| i.first).collect();
        let total: Vec<Estimate> = found.iter().map(|i| i.total).collect();
        assert!(close(&first, &model.first()), "{first:?}");
        assert!(close(&total, &model.total()), "{total:?}");
        // Mutants: exchanged; the total without the factor ½; first order with A in place of B.
        assert!(!close(&first, &model.total()));
        assert!(!close(&total, &model.first()));
        let twice: Vec<f64> = model.total().iter().map(|t| 2.0 * t).collect();
        assert!(!close(&total, &twice));
        let wrong = indices(&s.a, &s.a, &s.ab, &resampling()).unwrap();
        let wrong: Vec<Estimate> = wrong.iter().map(|i| i.first).collect();
        assert!(!close(&wrong, &model.first()));
    }

    #[test]
    fn the_g_function_has_its_indices_with_a_large_mean() {
        let model = SobolG {
            a: vec![0.0, 1.0, 4.5, 9.0, 99.0, 99.0],
        };
        let s = sample(2, 1 << 13, 6, |x| 1e6 + model.evaluate(x));
        let found = indices(&s.a, &s.b, &s.ab, &resampling()).unwrap();
        let first: Vec<Estimate> = found.iter().map(|i| i.first).collect();
        let total: Vec<Estimate> = found.iter().map(|i| i.total).collect();
        assert!(close(&first, &model.first()), "{first:?}");
        assert!(close(&total, &model.total()), "{total:?}");
    }

    #[test]
    fn an_input_without_effect_is_exactly_nought() {
        let s = sample(3, 64, 2, |x| 7.0 + x[0]);
        let found = indices(&s.a, &s.b, &s.ab, &resampling()).unwrap()[1];
        for estimate in [found.first, found.total] {
            assert_eq!(estimate.value, 0.0);
            assert_eq!((estimate.interval.low, estimate.interval.high), (0.0, 0.0));
        }
    }

    #[test]
    fn pairs_are_those_of_the_model() {
        let model = Ishigami { a: 7.0, b: 0.1 };
        let s = ishigami(4, 1 << 13);
        let truth = [0.0, model.interaction(), 0.0];
        let total = interactions(&s.a, &s.b, &s.ab, &resampling()).unwrap();
        let second = second_order(&s.a, &s.b, &s.ab, &s.ba, &resampling()).unwrap();
        for pairs in [total, second] {
            let inputs: Vec<_> = pairs.iter().map(|p| p.inputs).collect();
            assert_eq!(inputs, [(0, 1), (0, 2), (1, 2)]);
            let found: Vec<Estimate> = pairs.iter().map(|p| p.index).collect();
            assert!(close(&found, &truth), "{found:?}");
            assert!(!close(&found, &[0.0, 0.0, 0.0]));
        }
    }

    /// A 95 % interval from 1,024 rows covers the truth in 95 % of samples; of 300 samples, 3.8 is the standard
    /// deviation of the number covered. Five of them (false alarm 6e-7), and two points for percentile intervals
    /// at this size.
    #[test]
    fn intervals_cover() {
        let model = Ishigami { a: 7.0, b: 0.1 };
        let mut covered = [0; 2];
        for seed in 100..400 {
            let s = ishigami(seed, 1 << 10);
            let found = indices(&s.a, &s.b, &s.ab, &resampling()).unwrap()[0];
            let within = |e: Estimate, t: f64| e.interval.low <= t && t <= e.interval.high;
            covered[0] += usize::from(within(found.first, model.first()[0]));
            covered[1] += usize::from(within(found.total, model.total()[0]));
        }
        assert!(
            covered.iter().all(|c| (260..=300).contains(c)),
            "{covered:?}"
        );
    }

    #[test]
    fn results_do_not_depend_on_threads() {
        let s = ishigami(5, 1000);
        let one = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .build()
            .unwrap();
        let few = rayon::ThreadPoolBuilder::new()
            .num_threads(5)
            .build()
            .unwrap();
        let run = || indices(&s.a, &s.b, &s.ab, &resampling()).unwrap();
        assert_eq!(one.install(run), few.install(run));
    }

    #[test]
    fn unusable_numbers_are_named() {
        let s = ishigami(6, 16);
        let run = |a: &[f64], b: &[f64], ab: &[Vec<f64>]| {
            indices(a, b, ab, &resampling()).unwrap_err().to_string()
        };
        let mut holes = s.ab.clone();
        holes[2][5] = f64::NAN;
        assert_eq!(
            run(&s.a, &s.b, &holes),
            "output of AB 2 has a value that is not finite in row 5"
        );
        holes[2].pop();
        assert_eq!(
            run(&s.a, &s.b, &holes),
            "output of AB 2 has 15 entries, not 16"
        );
        assert_eq!(run(&s.a, &s.b, &[]), "there is no column of output of AB");
        let same = vec![3.0; 16];
        assert_eq!(
            run(&same, &same, &s.ab),
            "output 0 has no variance, or one that is not finite"
        );
        assert!(run(&s.a[..3], &s.b, &s.ab).contains("too few"));
        let mut huge = s.ab.clone();
        huge[1][0] = 1e200;
        assert!(run(&s.a, &s.b, &huge).starts_with("output of AB 1 has no variance, or"));
    }
}
