//! Hypergeometric draws, exact in distribution for any population below 2⁶³.

use rand::Rng;

use super::streams::{floor, uniform_centred, uniform_open};
use crate::special::hypergeometric::ln_probability;
use crate::special::saddle::{deviance, root_argument, stirling_error};

/// Below this mean a draw adds up probabilities from 0 upwards.
const INVERSION_BELOW: f64 = 10.0;

/// The number of successes among `draws` items taken without replacement from `population` items
/// of which `successes` are successes.
///
/// Small means are drawn by inversion, others by the ratio of uniforms: E. Stadlober, *The ratio of
/// uniforms approach for generating discrete random variates* (1990), HRUA, with probabilities
/// relative to the mode in the form of Loader (2000). Successes or draws above the population
/// count as the population. Takes nothing from `rng` if the outcome is certain.
pub fn hypergeometric<R: Rng + ?Sized>(
    rng: &mut R,
    population: u64,
    successes: u64,
    draws: u64,
) -> u64 {
    let (successes, draws) = (successes.min(population), draws.min(population));
    // Draw the rarer kind into the smaller part; the rest follows by subtraction.
    let rarer = successes.min(population - successes);
    let fewer = draws.min(population - draws);
    let drawn = reduced(rng, population, rarer, fewer);
    let in_fewer = if rarer == successes {
        drawn
    } else {
        fewer - drawn
    };
    if fewer == draws {
        in_fewer
    } else {
        successes - in_fewer
    }
}

/// For at most half of the population in both arguments, so that the support begins at 0.
fn reduced<R: Rng + ?Sized>(rng: &mut R, population: u64, successes: u64, draws: u64) -> u64 {
    if successes == 0 || draws == 0 {
        return 0;
    }
    let mean = successes as f64 * (draws as f64 / population as f64);
    if mean < INVERSION_BELOW {
        inversion(rng, population, successes, draws)
    } else {
        RatioOfUniforms::new(population, successes, draws).sample(rng)
    }
}

/// Sequential search from 0.
fn inversion<R: Rng + ?Sized>(rng: &mut R, population: u64, successes: u64, draws: u64) -> u64 {
    let mut rest = uniform_open(rng);
    // P(0) is at least 1 − mean (Markov's inequality); the margin is for rounding.
    let mean = successes as f64 * (draws as f64 / population as f64);
    if rest <= 1.0 - mean - 1e-9 {
        return 0;
    }
    let at_zero = libm::exp(ln_probability(0, population, successes, draws));
    let others_left = population - successes - draws;
    loop {
        let mut probability = at_zero;
        for k in 0..=successes.min(draws) {
            if rest <= probability {
                return k;
            }
            rest -= probability;
            let ways = (successes - k) as f64 * (draws - k) as f64;
            probability *= ways / ((k + 1) as f64 * (others_left + k + 1) as f64);
            if probability < f64::MIN_POSITIVE {
                break;
            }
        }
        // Only rounding leads here.
        rest = uniform_open(rng);
    }
}

/// The ratio-of-uniforms method about the mode.
struct RatioOfUniforms {
    population: u64,
    successes: u64,
    draws: u64,
    /// Expected counts of the two-by-two table: successes drawn and left, others drawn and left.
    means: [f64; 4],
    mode: u64,
    /// Mode minus mean, in (−1, 1).
    mode_minus_mean: f64,
    /// Width of the enclosing rectangle.
    width: f64,
    ln_weight_at_mode: f64,
    under_root_at_mode: f64,
}

impl RatioOfUniforms {
    fn new(population: u64, successes: u64, draws: u64) -> Self {
        /// 2·√(2/e).
        const WIDTH_PER_DEVIATION: f64 = 1.715_527_769_921_413_5;
        /// 3 − 2·√(3/e).
        const WIDTH_AT_LEAST: f64 = 0.898_916_162_058_898_8;
        let (all, rows, columns) = (
            u128::from(population),
            u128::from(successes),
            u128::from(draws),
        );
        let mode = (rows + 1) * (columns + 1) / (all + 2);
        let excess = (mode * all) as i128 - (rows * columns) as i128;
        let total = population as f64;
        let mean = successes as f64 * (draws as f64 / total);
        let variance = mean
            * ((population - successes) as f64 / total)
            * ((population - draws) as f64 / (total - 1.0));
        let (drawn, left) = (draws as f64 / total, (population - draws) as f64 / total);
        let (rarer, others) = (successes as f64, (population - successes) as f64);
        let mut method = Self {
            population,
            successes,
            draws,
            means: [rarer * drawn, rarer * left, others * drawn, others * left],
            mode: mode as u64,
            mode_minus_mean: excess as f64 / total,
            width: WIDTH_PER_DEVIATION * (variance + 0.5).sqrt() + WIDTH_AT_LEAST,
            ln_weight_at_mode: 0.0,
            under_root_at_mode: 1.0,
        };
        (method.ln_weight_at_mode, method.under_root_at_mode) = method.weight(method.mode, 0);
        method
    }

    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> u64 {
        loop {
            let u = uniform_open(rng);
            let v = uniform_centred(rng);
            let offset = floor(self.width * v / u - self.mode_minus_mean + 0.5);
            let Some(k) = self.mode.checked_add_signed(offset) else {
                continue;
            };
            if k > self.successes.min(self.draws) {
                continue;
            }
            let ln_ratio = self.ln_ratio(k, offset);
            // Bounds of 2·ln u spare most logarithms (Stadlober, 1990).
            if u * (4.0 - u) - 3.0 <= ln_ratio {
                return k;
            }
            if u * (u - ln_ratio) < 1.0 && 2.0 * libm::log(u) <= ln_ratio {
                return k;
            }
        }
    }

    /// ln P(k)/P(mode) for `k` = mode + `offset`.
    fn ln_ratio(&self, k: u64, offset: i64) -> f64 {
        let (ln_weight, under_root) = self.weight(k, offset);
        ln_weight - self.ln_weight_at_mode + 0.5 * libm::log(self.under_root_at_mode / under_root)
    }

    /// The parts of ln P(k) that depend on k: from the four cells of the two-by-two table, the
    /// deviances and Stirling errors, and apart from them what stands under the root.
    fn weight(&self, k: u64, offset: i64) -> (f64, f64) {
        let difference = offset as f64 + self.mode_minus_mean;
        let others = self.population - self.successes;
        let others_drawn = self.draws - k;
        let cells = [
            (k, self.means[0], difference),
            (self.successes - k, self.means[1], -difference),
            (others_drawn, self.means[2], -difference),
            (others - others_drawn, self.means[3], difference),
        ];
        cells.iter().fold(
            (0.0, 1.0),
            |(ln_weight, under_root), &(cell, mean, difference)| {
                let x = cell as f64;
                (
                    ln_weight - deviance(x, mean, difference) - stirling_error(x),
                    under_root * root_argument(x),
                )
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: [(u64, u64, u64); 9] = [
        (50, 25, 20),
        (100, 50, 50),
        (1_000, 100, 200),
        (1_000_000, 400_000, 30),
        (100_000_000, 1_000_000, 1_500),
        (1_000_000_000, 500_000_000, 500_000_000),
        (1_000_000_000_000_000_000, 1_000_000_000, 20_000_000_000),
        (
            1_000_000_000_000_000_000,
            500_000_000_000_000_000,
            500_000_000_000_000_000,
        ),
        (i64::MAX as u64, 1 << 61, 1 << 60),
    ];

    #[test]
    fn ratios_agree_with_probabilities() {
        for (population, successes, draws) in CASES {
            let method = RatioOfUniforms::new(population, successes, draws);
            let at_mode = ln_probability(method.mode, population, successes, draws);
            for step in -80..=80 {
                let offset = (f64::from(step) * method.width / 17.0).round() as i64;
                let Some(k) = method.mode.checked_add_signed(offset) else {
                    continue;
                };
                if k > successes.min(draws) {
                    continue;
                }
                let expected = ln_probability(k, population, successes, draws) - at_mode;
                let tolerance = 1e-11 * (1.0 + expected.abs());
                assert!(
                    (method.ln_ratio(k, offset) - expected).abs() < tolerance,
                    "{k}"
                );
            }
        }
    }

    /// The condition under which the method is exact: the rectangle encloses the whole region, that
    /// is |x − centre|·√(P(k)/P(mode)) is nowhere above half of the width.
    #[test]
    fn rectangle_encloses_the_region() {
        for (population, successes, draws) in CASES {
            let method = RatioOfUniforms::new(population, successes, draws);
            for step in -3_000..=3_000 {
                let offset = (f64::from(step) * method.width / 500.0).floor() as i64;
                let Some(k) = method.mode.checked_add_signed(offset) else {
                    continue;
                };
                if k > successes.min(draws) {
                    continue;
                }
                let root = libm::exp(0.5 * method.ln_ratio(k, offset));
                let from_centre = offset as f64 + method.mode_minus_mean - 0.5;
                let farthest = from_centre.abs().max((from_centre + 1.0).abs());
                assert!(
                    farthest * root <= 0.5 * method.width,
                    "{population} {successes} {draws} {k}"
                );
            }
        }
    }

    #[test]
    fn cheap_bounds_of_twice_the_logarithm() {
        for step in 1..10_000 {
            let u = f64::from(step) / 10_000.0;
            let exact = 2.0 * libm::log(u);
            assert!(u * (4.0 - u) - 3.0 >= exact);
            assert!(u - 1.0 / u <= exact);
        }
    }
}
