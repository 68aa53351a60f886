//! The axis of a quantity whose size is not known beforehand: linear from zero, or logarithmic when the numbers differ
//! too much for that.

use super::axis::{Axis, Scale, Tick, decades, linear_ticks, log_ticks, named};
use super::format;
use crate::language::Language;
use crate::say;

/// A scale with its ticks, chosen from numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub(crate) scale: Scale,
    domain: (f64, f64),
    /// What a number is divided by at its tick.
    pub(crate) unit: f64,
    /// Its name with a space behind it: "million ", or nothing.
    pub(crate) unit_name: String,
    pub(crate) ticks: Vec<Tick>,
}

impl Span {
    /// Encloses `numbers`; logarithmic when all are positive and the largest is more than `ratio` times the smallest.
    pub(crate) fn enclosing(
        language: Language,
        numbers: impl Iterator<Item = f64> + Clone,
        ratio: f64,
        wanted: usize,
    ) -> Self {
        let finite = numbers.filter(|number| number.is_finite());
        let low = finite.clone().fold(f64::INFINITY, f64::min);
        let high = finite.fold(0.0, f64::max);
        if low > 0.0 && low.is_finite() && high / low > ratio {
            Self::log(language, low, high, wanted)
        } else {
            Self::linear(language, high, wanted)
        }
    }

    /// From zero to at least `high`.
    pub(crate) fn linear(language: Language, high: f64, wanted: usize) -> Self {
        let ticks = linear_ticks(high, wanted);
        let end = ticks.last().copied().unwrap_or(1.0);
        let (unit, unit_name) = axis_unit(language, end);
        Self {
            scale: Scale::Linear,
            domain: (0.0, end),
            unit,
            unit_name,
            ticks: named(&ticks, |tick| format::count(language, tick / unit)),
        }
    }

    /// From a round number at or below `low` to one at or above `high`; from zero where `low` is not far from it.
    pub(crate) fn between(language: Language, low: f64, high: f64, wanted: usize) -> Self {
        if low >= 0.0 && low < 0.4 * high {
            return Self::linear(language, high, wanted);
        }
        let width = if high > low {
            high - low
        } else {
            low.abs().max(1.0)
        };
        let steps = linear_ticks(width, wanted);
        let step = steps.get(1).copied().unwrap_or(1.0);
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil().max(first + 1.0);
        let count = (last - first).min(100.0) as u32;
        let ticks: Vec<f64> = (0..=count).map(|n| (first + f64::from(n)) * step).collect();
        let (unit, unit_name) = axis_unit(language, (first.abs().max(last.abs())) * step);
        Self {
            scale: Scale::Linear,
            domain: (first * step, last * step),
            unit,
            unit_name,
            ticks: named(&ticks, |tick| format::count(language, tick / unit)),
        }
    }

    /// From a round number below `low` to one above `high`: one, two or five times a power of ten within few powers of
    /// ten, else a power of ten.
    pub(crate) fn log(language: Language, low: f64, high: f64, wanted: usize) -> Self {
        let exponents = decades(low, high);
        let mut ticks = log_ticks(exponents, wanted.max(2));
        let mut domain = (
            libm::exp10(f64::from(exponents.0)),
            libm::exp10(f64::from(exponents.1)),
        );
        if exponents.1 - exponents.0 <= 3 {
            let fine = fine_ticks(exponents, low, high);
            if let [first, .., last] = fine[..] {
                domain = (first, last);
                let powers = log_ticks(exponents, usize::MAX).into_iter();
                let powers: Vec<f64> = powers
                    .filter(|tick| (first..=last).contains(tick))
                    .collect();
                ticks = match powers.len() {
                    _ if fine.len() <= 2 * wanted => fine,
                    0 | 1 => vec![first, last],
                    _ => powers,
                };
            }
        }
        Self {
            scale: Scale::Log,
            domain,
            unit: 1.0,
            unit_name: String::new(),
            ticks: named(&ticks, |tick| format::count(language, tick)),
        }
    }

    /// The axis from the domain to places.
    pub(crate) fn axis(&self, range: (f64, f64)) -> Axis {
        Axis::new(self.scale, self.domain, range)
    }

    /// `name` with the unit before it and the kind of scale behind it, as an axis says it.
    pub(crate) fn caption(&self, language: Language, name: &str) -> String {
        let name = format!("{}{name}", self.unit_name);
        if self.scale == Scale::Log {
            say!(language, "chart-logarithmic", name = name)
        } else {
            name
        }
    }
}

/// One, two and five times the powers of ten, from the last at or below `low` to the first at or above `high`.
fn fine_ticks((first, last): (i32, i32), low: f64, high: f64) -> Vec<f64> {
    let factors = |exponent: i32| [1.0, 2.0, 5.0].map(|f| f * libm::exp10(f64::from(exponent)));
    let all: Vec<f64> = (first..=last).flat_map(factors).collect();
    let from = all.iter().rposition(|tick| *tick <= low * 1.000_001);
    let to = all.iter().position(|tick| *tick >= high * 0.999_999);
    match (from, to) {
        (Some(from), Some(to)) if to > from => all[from..=to].to_vec(),
        _ => Vec::new(),
    }
}

/// A unit that keeps the numbers at an axis short, and its name with a space behind it.
pub(crate) fn axis_unit(language: Language, top: f64) -> (f64, String) {
    format::large(language, top).map_or((1.0, String::new()), |(unit, name)| {
        (unit, format!("{name} "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en() -> Language {
        Language::default()
    }

    #[test]
    fn the_scale_follows_the_numbers() {
        let scale = |numbers: &[f64]| Span::enclosing(en(), numbers.iter().copied(), 20.0, 4).scale;
        assert_eq!(scale(&[1.0, 19.0]), Scale::Linear);
        assert_eq!(scale(&[1.0, 21.0]), Scale::Log);
        assert_eq!(scale(&[0.0, 21.0]), Scale::Linear, "zero has no logarithm");
        assert_eq!(scale(&[f64::NAN, f64::INFINITY]), Scale::Linear);
        assert_eq!(scale(&[]), Scale::Linear);
    }

    #[test]
    fn a_narrow_range_is_not_drawn_from_zero() {
        let ticks = |low: f64, high: f64| -> Vec<f64> {
            let span = Span::between(en(), low, high, 4);
            span.ticks.into_iter().map(|tick| tick.0).collect()
        };
        assert_eq!(ticks(1.0, 19.0), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(22.0, 38.0), [20.0, 25.0, 30.0, 35.0, 40.0]);
        assert_eq!(ticks(-1.0, 1.0), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert!(ticks(7.0, 7.0).len() > 1, "one value has an axis too");
    }

    #[test]
    fn captions_say_unit_and_scale() {
        let linear = Span::linear(en(), 3.2e6, 4);
        assert_eq!(linear.caption(en(), "pieces"), "million pieces");
        assert_eq!(linear.ticks[1].1, "1");
        let log = Span::log(en(), 2e3, 3.2e6, 4);
        assert_eq!(log.caption(en(), "pieces"), "pieces (logarithmic)");
        assert_eq!(log.ticks[0].1, "1,000");
        let low: Vec<f64> = Span::log(en(), 3e3, 4e5, 3)
            .ticks
            .into_iter()
            .map(|tick| tick.0)
            .collect();
        assert_eq!(low, [1e4, 1e5], "no room for two and five times");
        let short: Vec<String> = Span::log(en(), 2.5e5, 1.1e7, 4)
            .ticks
            .into_iter()
            .map(|tick| tick.1)
            .collect();
        assert_eq!(
            short,
            [
                "200,000",
                "500,000",
                "1 million",
                "2 million",
                "5 million",
                "10 million",
                "20 million"
            ]
        );
    }
}
