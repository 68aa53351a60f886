//! The Cramér–von Mises index by ranks: how much an input says about the whole distribution, without bins.
//!
//! ξ_i = ∫ V(P(f ≤ t | x_i)) dF(t) / ∫ F(t)(1 − F(t)) dF(t), F the distribution function of the output: 0 if and only
//! if the two are independent, 1 if and only if the output is a function of the input (Dette, Siburg and Stoimenov
//! 2013; as a sensitivity index: Gamboa, Klein and Lagnoux 2018). With the rows in the order of x_i, r the number of
//! outputs at most as large as that of a row and l the number at least as large, the estimate is ξ ≈ 1 − n Σ |r_(j+1) −
//! r_(j)| / (2 Σ l_j (n − l_j)) (Chatterjee 2021). Rows with equal inputs are taken in random order.
//!
//! Without effect ξ is normal about 0 with variance 2/(5n) where the output has no ties, which gives the threshold: that
//! of all d inputs together, of a level of its d-th root for each (Šidák 1967, as if they were independent). No
//! interval is given, because the bootstrap does not hold for ξ (Lin and Han 2024).
//!
//! Dette, H., Siburg, K. F. and Stoimenov, P. A. (2013) Scand. J. Stat. 40, 21. Gamboa, F., Klein, T. and Lagnoux, A.
//! (2018) SIAM/ASA J. Uncertain. Quantif. 6, 522. Chatterjee, S. (2021) J. Am. Stat. Assoc. 116, 2009. Lin, Z. and Han,
//! F. (2024) J. Econom. 239, 105440. Šidák, Z. (1967) J. Am. Stat. Assoc. 62, 626.

use rayon::prelude::*;

use super::bins::{ranks, sorted};
use super::error::{SensitivityError, setting};
use super::given_data::checked;
use super::resampling::shuffled;
use crate::random::Streams;
use crate::special::normal;

/// The index of every input, and what chance reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct CramerVonMises {
    /// ξ of every input; a little below 0 by chance when there is no effect.
    pub inputs: Vec<f64>,
    /// What one or more inputs exceed with probability 1 − level, if none has an effect.
    pub threshold: f64,
}

/// The index of every input (a column each), with a threshold at `level` in [0.5, 0.999]; `seed` orders equal inputs.
///
/// # Errors
/// As [`super::given_data::first_order`]; a level out of range.
pub fn cramer_von_mises<C: AsRef<[f64]> + Sync>(
    inputs: &[C],
    output: &[f64],
    level: f64,
    seed: u64,
) -> Result<CramerVonMises, SensitivityError> {
    checked(inputs, output)?;
    setting("level", level, 0.5, 0.999)?;
    let n = output.len();
    let order = shuffled(&mut Streams::new(seed).stream("sensitivity/ties", 0), n);
    let y: Vec<f64> = order.iter().map(|&row| output[row]).collect();
    let (at_most, at_least) = counts(&y);
    let spread: f64 = at_least.iter().map(|l| l * (n as f64 - l)).sum();
    let index = |input: &C| {
        let x: Vec<f64> = order.iter().map(|&row| input.as_ref()[row]).collect();
        let steps: f64 = sorted(&x)
            .windows(2)
            .map(|pair| (at_most[pair[1]] - at_most[pair[0]]).abs())
            .sum();
        1.0 - n as f64 * steps / (2.0 * spread)
    };
    Ok(CramerVonMises {
        inputs: inputs.par_iter().map(index).collect(),
        threshold: normal::upper_quantile(-libm::expm1(libm::log(level) / inputs.len() as f64))
            * (0.4 / n as f64).sqrt(),
    })
}

/// For each value the numbers of values at most, and at least, as large.
fn counts(values: &[f64]) -> (Vec<f64>, Vec<f64>) {
    // The mean rank of t equal values is that of the middle one: (t − 1)/2 below the last and above the first.
    let middle = ranks(values);
    let mut at_most = vec![0.0; values.len()];
    let mut at_least = vec![0.0; values.len()];
    for tie in sorted(values).chunk_by(|&i, &j| values[i] == values[j]) {
        let half = 0.5 * (tie.len() - 1) as f64;
        for &row in tie {
            at_most[row] = middle[row] + half;
            at_least[row] = (values.len() + 1) as f64 - middle[row] + half;
        }
    }
    (at_most, at_least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::uniform_open;

    fn uniforms(seed: u64, n: usize) -> Vec<f64> {
        let mut stream = Streams::new(seed).stream("xi", 0);
        (0..n).map(|_| uniform_open(&mut stream)).collect()
    }

    #[test]
    fn counts_with_ties() {
        let (at_most, at_least) = counts(&[5.0, 1.0, 5.0, 7.0]);
        assert_eq!(at_most, [3.0, 1.0, 3.0, 4.0]);
        assert_eq!(at_least, [3.0, 4.0, 3.0, 1.0]);
    }

    /// For an increasing function ξ = (n − 2)/(n + 1) exactly (Chatterjee 2021, section 1).
    #[test]
    fn a_function_of_the_input_has_nearly_one() {
        let x = uniforms(1, 500);
        let y: Vec<f64> = x.iter().map(|x| libm::exp(9.0 * x)).collect();
        let wave: Vec<f64> = x.iter().map(|x| libm::cos(12.0 * x)).collect();
        let of = |y: &[f64]| cramer_von_mises(&[&x], y, 0.95, 1).unwrap().inputs[0];
        assert!((of(&y) - 498.0 / 501.0).abs() < 1e-12);
        assert!(of(&wave) > 0.95);
    }

    /// y = x₁ with probability p and else independent: ξ = p². The indicator is 1{x ≤ t} p + …, so V(P(y ≤ t | x)) = p²
    /// t (1 − t). The standard deviation of ξ over 400 other samples of 10,000 rows is 0.009; five of them are 0.045,
    /// false alarm 6e-7.
    #[test]
    fn a_mixture_has_its_exact_index() {
        let n = 10_000;
        let (x, other, coin) = (uniforms(2, n), uniforms(3, n), uniforms(4, n));
        let y: Vec<f64> = (0..n)
            .map(|r| if coin[r] < 0.7 { x[r] } else { other[r] })
            .collect();
        let found = cramer_von_mises(&[&x, &other], &y, 0.95, 1).unwrap().inputs;
        assert!((found[0] - 0.49).abs() < 0.045, "{found:?}");
        assert!((found[1] - 0.09).abs() < 0.045, "{found:?}");
    }

    /// Of 300 sets of ten inputs without effect, half of them with few values, one or more exceed the threshold in 15 ± 3.8;
    /// five of these and 3 more for the normal approximation of 200 rows. A threshold for each input would be exceeded in
    /// 120.
    #[test]
    fn the_threshold_is_that_of_all_inputs_without_effect_together() {
        let few = |v: Vec<f64>| v.iter().map(|x| (3.0 * x).floor()).collect();
        let inputs: Vec<Vec<f64>> = (10..3010)
            .map(|seed| (seed, uniforms(seed, 200)))
            .map(|(seed, x)| if seed % 2 == 0 { few(x) } else { x })
            .collect();
        let y = uniforms(5, 200);
        let is_above = |set: &&[Vec<f64>]| {
            let found = cramer_von_mises(set, &y, 0.95, 1).unwrap();
            found.inputs.iter().any(|x| *x > found.threshold)
        };
        let above = inputs.chunks(10).filter(is_above).count();
        assert!((1..=37).contains(&above), "{above}");
    }
}
