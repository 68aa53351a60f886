//! From numbers to places: scales, ticks and the lines that carry them.

use crate::language::Language;

use super::format;
use super::scene::{Anchor, Point, Rect, Scene};
use super::theme::{MIST, SILVER, THIN, TICK};

/// How an axis spreads its numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scale {
    Linear,
    Log,
    /// Shares of one, spread at both ends: log(p / (1 − p)).
    Logit,
    /// Changes (share of one) around 0: linear within 1 %, logarithmic far beyond (area hyperbolic sine).
    Stretched,
}

impl Scale {
    fn spread(self, value: f64) -> f64 {
        match self {
            Scale::Linear => value,
            Scale::Log => libm::log10(value),
            Scale::Logit => libm::log10(value / (1.0 - value)),
            Scale::Stretched => libm::asinh(100.0 * value),
        }
    }
}

/// A scale between two numbers, laid between two places (pixels).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Axis {
    scale: Scale,
    domain: (f64, f64),
    range: (f64, f64),
}

impl Axis {
    pub(crate) fn new(scale: Scale, domain: (f64, f64), range: (f64, f64)) -> Self {
        Self {
            scale,
            domain,
            range,
        }
    }

    /// Place of `value`; outside the domain the nearest end.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let (first, last) = (
            self.scale.spread(self.domain.0),
            self.scale.spread(self.domain.1),
        );
        let share = (self.scale.spread(value) - first) / (last - first);
        let share = if share.is_nan() {
            0.0
        } else {
            share.clamp(0.0, 1.0)
        };
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// Whether `value` has a place of its own.
    pub(crate) fn holds(&self, value: f64) -> bool {
        let (low, high) = (
            self.domain.0.min(self.domain.1),
            self.domain.0.max(self.domain.1),
        );
        (low..=high).contains(&value)
    }
}

/// Round numbers from 0 to at least `top`, about `wanted` of them; their last is the end of the axis.
pub(crate) fn linear_ticks(top: f64, wanted: usize) -> Vec<f64> {
    if top <= 0.0 || !top.is_finite() {
        return vec![0.0, 1.0];
    }
    let rough = top / wanted.max(1) as f64;
    let unit = libm::exp10(libm::log10(rough).floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * unit)
        .find(|step| *step >= rough * 0.999_999)
        .unwrap_or(10.0 * unit);
    let steps = (top / step - 1e-9).ceil().max(1.0) as u32;
    (0..=steps).map(|n| f64::from(n) * step).collect()
}

/// Powers of ten that enclose `low..high`, as exponents between −18 and 18.
pub(crate) fn decades(low: f64, high: f64) -> (i32, i32) {
    let first = (libm::log10(low) + 1e-9).floor().clamp(-18.0, 17.0) as i32;
    let last = (libm::log10(high) - 1e-9).ceil().min(18.0) as i32;
    (first, last.max(first + 1))
}

/// Every nth power of ten between two exponents, at most `most` of them.
pub(crate) fn log_ticks((first, last): (i32, i32), most: usize) -> Vec<f64> {
    let span = (last - first).unsigned_abs() as usize + 1;
    let every = span.div_ceil(most.max(1)).max(1);
    (first..=last)
        .step_by(every)
        .map(|exponent| libm::exp10(f64::from(exponent)))
        .collect()
}

/// A tick: the number and the text at it.
pub(crate) type Tick = (f64, String);

/// Ticks with a text each.
pub(crate) fn named(ticks: &[f64], name: impl Fn(f64) -> String) -> Vec<Tick> {
    ticks.iter().map(|tick| (*tick, name(*tick))).collect()
}

/// Width of the widest text of some ticks, in pixels.
pub(crate) fn widest(ticks: &[Tick]) -> f64 {
    ticks
        .iter()
        .map(|(_, text)| TICK.width(text))
        .fold(0.0, f64::max)
}

/// Horizontal grid lines across `plot` with their numbers at its left; where these would touch, only every second has one,
/// or every third, and so on.
pub(crate) fn draw_left(scene: &mut Scene, plot: Rect, axis: &Axis, ticks: &[Tick]) {
    let places: Vec<f64> = ticks.iter().map(|tick| axis.at(tick.0)).collect();
    let every = every(&places);
    for (n, (y, (_, text))) in places.iter().copied().zip(ticks).enumerate() {
        scene.line(vec![(plot.left, y), (plot.right, y)], MIST, THIN);
        if n % every != 0 {
            continue;
        }
        scene.text(
            (plot.left - 10.0, TICK.centred(y)),
            Anchor::Right,
            TICK,
            text.as_str(),
        );
    }
}

/// The least step among heights with which lines of text have some white between them.
fn every(heights: &[f64]) -> usize {
    let is_free = |every: &usize| {
        let named: Vec<f64> = heights.iter().copied().step_by(*every).collect();
        let gap = |pair: &[f64]| (pair[1] - pair[0]).abs();
        named.windows(2).all(|pair| gap(pair) > 1.05 * TICK.em)
    };
    (1..heights.len())
        .find(is_free)
        .unwrap_or(heights.len().max(1))
}

/// Ticks below a plot; where names would touch, only every second has one, or every third, and so on.
pub(crate) fn draw_below(scene: &mut Scene, plot: Rect, axis: &Axis, ticks: &[Tick]) {
    let every = apart(axis, ticks);
    for (n, (value, text)) in ticks.iter().enumerate() {
        let x = axis.at(*value);
        scene.line(vec![(x, plot.top), (x, plot.bottom)], MIST, THIN);
        if n % every == 0 {
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let place = (x, plot.bottom + 1.15 * TICK.em);
            scene.paragraph(place, Anchor::Centre, TICK, &lines);
        }
    }
    scene.line(
        vec![(plot.left, plot.bottom), (plot.right, plot.bottom)],
        SILVER,
        THIN,
    );
}

/// The least step from name to name with which none touches the next.
fn apart(axis: &Axis, ticks: &[Tick]) -> usize {
    let ends: Vec<(f64, f64)> = ticks
        .iter()
        .map(|(value, text)| {
            let widths = text.lines().map(|line| TICK.width(line));
            let half = widths.fold(0.0, f64::max) / 2.0;
            (axis.at(*value) - half, axis.at(*value) + half)
        })
        .collect();
    let is_free = |every: &usize| {
        let named: Vec<_> = ends.iter().step_by(*every).collect();
        let gap = |pair: &[&(f64, f64)]| (pair[1].0 - pair[0].1).max(pair[0].0 - pair[1].1);
        named.windows(2).all(|pair| gap(pair) > 0.4 * TICK.em)
    };
    (1..ticks.len()).find(is_free).unwrap_or(ticks.len().max(1))
}

/// Outline of the band between two lines.
pub(crate) fn band(upper: &[Point], lower: &[Point]) -> Vec<Point> {
    upper.iter().chain(lower.iter().rev()).copied().collect()
}

/// Text of a margin as a natural frequency in two lines.
pub(crate) fn frequency(language: Language, share: f64) -> String {
    let text = format::one_in(language, share);
    // The words before the number, such as "1 in".
    let mut words = text.splitn(3, ' ');
    match (words.next(), words.next(), words.next()) {
        (Some(one), Some(of), Some(number)) => format!("{one} {of}\n{number}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_place_and_clamp() {
        let axis = Axis::new(Scale::Log, (1e-1, 1e-9), (0.0, 80.0));
        assert!((axis.at(1e-4) - 30.0).abs() < 1e-9);
        assert_eq!(
            (axis.at(1.0), axis.at(0.0), axis.at(f64::NAN)),
            (0.0, 80.0, 0.0)
        );
        assert!(axis.holds(1e-9) && !axis.holds(0.0));
        let logit = Axis::new(Scale::Logit, (1e-3, 1.0 - 1e-3), (0.0, 100.0));
        assert!((logit.at(0.5) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn linear_ticks_are_round_and_enclose() {
        assert_eq!(linear_ticks(1.0, 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(linear_ticks(1.7, 4), [0.0, 0.5, 1.0, 1.5, 2.0]);
        assert_eq!(linear_ticks(0.0, 4), [0.0, 1.0]);
        assert_eq!(linear_ticks(40_000.0, 2), [0.0, 20_000.0, 40_000.0]);
    }

    #[test]
    fn log_ticks_enclose() {
        assert_eq!(decades(2.0, 16e9), (0, 11));
        assert_eq!(decades(1.0, 1.0), (0, 1));
        assert_eq!(log_ticks((0, 4), 3), [1.0, 100.0, 10_000.0]);
    }
}
