//! Averages over a gamma-distributed factor.

use crate::special::saddle::{deviance, factorial_remainder};

/// How exact an average is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Digits {
    /// 1e-13.
    All,
    /// 1e-7: a quarter of the work.
    Seven,
}

impl Digits {
    /// Step in units of 1/√κ', greatest step, and −ln of what is negligible.
    fn terms(self) -> (f64, f64, f64) {
        match self {
            Self::All => (0.6, 0.2, 41.5),
            Self::Seven => (1.05, 0.4, 18.5),
        }
    }
}

/// ln E[f(a)] for a gamma variable `a` of mean 1 and the given shape, from ln f.
///
/// The trapezoid rule in u = ln a, which converges geometrically for an integrand that is analytic in a strip (Trefethen
/// and Weideman 2014). `power` bounds the slope of ln f in u, so that the integrand is no narrower than the density of a
/// gamma variable of shape κ' = κ + power. For that density a step h leaves a relative error of 2·|Γ(κ' + 2πi/h)|/Γ(κ'),
/// below 1e-13 (1e-7 for [`Digits::Seven`]) for all κ' at the step chosen here. f must be log-concave in u, or at least rise to one peak and fall: the
/// sum ends where the terms are below double precision.
pub(super) fn ln_gamma_average(
    shape: f64,
    power: f64,
    digits: Digits,
    ln_function: impl Fn(f64) -> f64,
) -> f64 {
    ln_gamma_sum(shape, power, digits, ln_function, |_, _| {})
}

/// The places of the gamma variable that carry the average of f, with their shares of it.
pub(super) fn gamma_nodes(
    shape: f64,
    power: f64,
    digits: Digits,
    ln_function: impl Fn(f64) -> f64,
) -> Vec<(f64, f64)> {
    let mut nodes = Vec::new();
    let ln_total = ln_gamma_sum(shape, power, digits, ln_function, |a, ln_term| {
        nodes.push((a, ln_term));
    });
    for node in &mut nodes {
        node.1 = libm::exp(node.1 - ln_total);
    }
    nodes
}

/// See [`ln_gamma_average`]; `seen` is told every place and the logarithm of its term.
fn ln_gamma_sum(
    shape: f64,
    power: f64,
    digits: Digits,
    ln_function: impl Fn(f64) -> f64,
    mut seen: impl FnMut(f64, f64),
) -> f64 {
    if shape == f64::INFINITY {
        let ln_value = ln_function(1.0);
        seen(1.0, ln_value);
        return ln_value;
    }
    if !(shape > 0.0) {
        return f64::NAN;
    }
    let (width, widest, negligible) = digits.terms();
    let step = (width / (shape + power).sqrt()).min(widest);
    let ln_constant = libm::log(shape) - factorial_remainder(shape) + libm::log(step);
    let mut integrand = |u: f64| {
        let a = libm::exp(u);
        let ln_value = ln_function(a);
        let ln_term = ln_constant + ln_value - ln_density_loss(shape, u, a);
        let is_bare_power = shape * a < NOTHING && ln_value > -NOTHING;
        seen(a, ln_term);
        (ln_term, is_bare_power)
    };
    let mut sum = LnSum::new(integrand(0.0).0);
    // From here on the density takes more than a double can hold from whatever f gives.
    let reach = libm::log1p((power + 1500.0) / shape);
    for direction in [step, -step] {
        march(
            &mut sum,
            (shape, reach),
            negligible,
            direction,
            &mut integrand,
        );
    }
    sum.ln_total()
}

/// Less than this added to 1 is nothing.
const NOTHING: f64 = 1e-17;

/// κ·(a − 1 − u), where a = eᵘ.
fn ln_density_loss(shape: f64, u: f64, a: f64) -> f64 {
    if u.abs() < 1.0 {
        deviance(shape, shape * a, -shape * libm::expm1(u))
    } else {
        shape * (a - 1.0 - u)
    }
}

/// Adds the terms on one side of u = 0 until they fall and no longer count.
///
/// Where f has reached 1 and only aᵏ is left of the density, the rest is a geometric series. Where f is nought it is so
/// for all smaller a, and for larger a up to the reach.
fn march(
    sum: &mut LnSum,
    (shape, reach): (f64, f64),
    negligible: f64,
    step: f64,
    mut integrand: impl FnMut(f64) -> (f64, bool),
) {
    let mut last = f64::INFINITY;
    for index in 1_u32.. {
        let u = f64::from(index) * step;
        let (term, is_bare_power) = integrand(u);
        sum.add(term);
        if is_bare_power {
            sum.add(term - libm::log(libm::expm1(shape * step.abs())));
            return;
        }
        let is_nothing = term == f64::NEG_INFINITY && (step < 0.0 || u > reach);
        let is_negligible = sum.largest - term > negligible && term <= last;
        if is_nothing || is_negligible || sum.largest.is_nan() {
            return;
        }
        last = term;
    }
}

/// A sum of terms that are given by their logarithms.
struct LnSum {
    largest: f64,
    relative: f64,
}

impl LnSum {
    fn new(term: f64) -> Self {
        let relative = if term == f64::NEG_INFINITY { 0.0 } else { 1.0 };
        Self {
            largest: term,
            relative,
        }
    }

    fn add(&mut self, term: f64) {
        if term <= self.largest {
            if term > f64::NEG_INFINITY {
                self.relative += libm::exp(term - self.largest);
            }
        } else {
            self.relative = self.relative * libm::exp(self.largest - term) + 1.0;
            self.largest = term;
        }
    }

    fn ln_total(&self) -> f64 {
        self.largest + libm::log(self.relative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_density_has_mass_one_and_its_moments() {
        for shape in [1e-2, 0.3, 1.0, 7.0, 1e3, 1e6] {
            let mass = ln_gamma_average(shape, 0.0, Digits::All, |_| 0.0);
            assert!(mass.abs() < 1e-12, "{shape}: {mass:e}");
            let second = libm::exp(ln_gamma_average(shape, 2.0, Digits::All, |a| {
                2.0 * libm::log(a)
            }));
            assert!(
                (second / (1.0 + 1.0 / shape) - 1.0).abs() < 1e-11,
                "{shape}"
            );
            // E[e^(−ta)] = (1 + t/κ)^(−κ).
            let transform = ln_gamma_average(shape, 0.0, Digits::All, |a| -3.0 * a);
            let exact = -shape * libm::log1p(3.0 / shape);
            assert!(
                (transform - exact).abs() < 1e-12,
                "{shape}: {transform}, not {exact}"
            );
        }
        assert_eq!(
            ln_gamma_average(f64::INFINITY, 1.0, Digits::All, libm::log),
            0.0
        );
        assert!(ln_gamma_average(0.0, 1.0, Digits::All, libm::log).is_nan());
    }
}
