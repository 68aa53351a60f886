//! Operating rules: from a margin, a recall, a number of flags or a pair of costs to a threshold.

use super::curve::{Curve, HashCurve, Setting};
use thiserror::Error;

/// What a detector reads: innocent items by shift, and abuse.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// `(weight, shift)` of innocent items; weights add up to one.
    pub benign: Vec<(f64, f64)>,
    /// Share of the items read that is abuse which the detector detects with its recall.
    pub prevalence: f64,
    /// Share of the items read that is other abuse, flagged at the rate of ordinary items.
    pub other_abuse: f64,
    /// Share of the items read that is other abuse and resembles a listed piece: flagged with the recall (cross-match).
    pub resembling: f64,
    /// Items read per day.
    pub items_per_day: f64,
}

impl Population {
    /// FPR of the mixture: `Σ_b β_b · FPR_b / Σ_b β_b`.
    pub fn false_positive_rate(&self, curve: &Curve, setting: Setting) -> f64 {
        self.benign
            .iter()
            .map(|(weight, shift)| weight * curve.false_positive_rate(setting, *shift))
            .sum()
    }

    /// Shares of the items read that are `(rightly, wrongly)` flagged.
    pub fn flagged(&self, curve: &Curve, setting: Setting) -> (f64, f64) {
        let by_chance = self.other_abuse - self.resembling;
        let right = (self.prevalence + self.resembling) * curve.recall(setting)
            + by_chance * curve.false_positive_rate(setting, 0.0);
        let innocent = 1.0 - self.prevalence - self.other_abuse;
        (right, innocent * self.false_positive_rate(curve, setting))
    }

    /// FP / (FP + TP); `None` when nothing is flagged.
    pub fn false_discovery_rate(&self, curve: &Curve, setting: Setting) -> Option<f64> {
        let (right, wrong) = self.flagged(curve, setting);
        (right + wrong > 0.0).then(|| wrong / (right + wrong))
    }

    /// Flags per day.
    pub fn flags_per_day(&self, curve: &Curve, setting: Setting) -> f64 {
        let (right, wrong) = self.flagged(curve, setting);
        self.items_per_day * (right + wrong)
    }

    fn cost(&self, curve: &Curve, setting: Setting, false_flag: f64, miss: f64) -> f64 {
        let (_, wrong) = self.flagged(curve, setting);
        false_flag * wrong + miss * self.prevalence * (1.0 - curve.recall(setting))
    }
}

/// What fixes a threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// FPR of the mixture at most this.
    FalsePositiveRate(f64),
    /// FDR at most this, with the highest recall.
    FalseDiscoveryRate(f64),
    /// Recall at least this.
    Recall(f64),
    /// At most so many flags a day.
    FlagsPerDay(f64),
    /// Least `false_flag·FP + miss·FN` per item (Metz 1978).
    Cost {
        /// Cost of one innocent item flagged.
        false_flag: f64,
        /// Cost of one abusive item missed.
        miss: f64,
    },
    /// The threshold itself: a score, or a radius in bits.
    Threshold(f64),
    /// The detector's own point; a hash has a recommended radius.
    Own(Option<u64>),
}

/// A rule that no threshold of the curve meets.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("the best that can be met is {best}")]
pub struct Unreachable {
    /// The best value of the quantity in the rule that some threshold meets; NaN when there is none.
    pub best: f64,
}

/// The threshold that a rule fixes on a population.
///
/// # Errors
///
/// [`Unreachable`] when no threshold meets it.
pub fn solve(
    curve: &Curve,
    population: &Population,
    target: Target,
) -> Result<Setting, Unreachable> {
    match curve {
        Curve::Hash(hash) => solve_radius(curve, hash, population, target),
        Curve::Fixed { .. } => solve_point(curve, population, target),
        Curve::Binormal { .. } | Curve::Empirical { .. } => solve_score(curve, population, target),
    }
}

fn solve_score(
    curve: &Curve,
    population: &Population,
    target: Target,
) -> Result<Setting, Unreachable> {
    let range = curve.score_range().unwrap_or((0.0, 0.0));
    let fpr = |t: f64| population.false_positive_rate(curve, Setting::Score(t));
    let recall = |t: f64| curve.recall(Setting::Score(t));
    let flags = |t: f64| population.flags_per_day(curve, Setting::Score(t));
    let score = match target {
        Target::FalsePositiveRate(margin) => falling_to(range, margin, fpr)?,
        Target::FlagsPerDay(limit) => falling_to(range, limit, flags)?,
        Target::Recall(wanted) => rising_back_to(range, wanted, recall)?,
        Target::FalseDiscoveryRate(margin) => false_discovery(curve, population, margin)?,
        Target::Cost { false_flag, miss } => {
            let cost = |t: f64| population.cost(curve, Setting::Score(t), false_flag, miss);
            least(range, curve.resolution(), cost).0
        }
        Target::Threshold(t) if t >= range.0 && t <= range.1 => t,
        Target::Threshold(t) => {
            let best = t.clamp(range.0, range.1);
            return Err(Unreachable { best });
        }
        Target::Own(_) => return Err(Unreachable { best: f64::NAN }),
    };
    Ok(Setting::Score(score))
}

/// Whether a value keeps to a limit, up to the rounding of sums and of normal deviates.
fn keeps_to(value: f64, limit: f64) -> bool {
    value <= limit * (1.0 + 1e-12)
}

/// The lowest score at which a falling function is at most `limit`.
fn falling_to(range: (f64, f64), limit: f64, f: impl Fn(f64) -> f64) -> Result<f64, Unreachable> {
    let best = f(range.1);
    if !keeps_to(best, limit) {
        return Err(Unreachable { best });
    }
    if f(range.0) <= limit {
        return Ok(range.0);
    }
    Ok(bisect(range.0, range.1, |t| f(t) > limit))
}

/// The highest score at which a falling function is at least `wanted`.
fn rising_back_to(
    range: (f64, f64),
    wanted: f64,
    f: impl Fn(f64) -> f64,
) -> Result<f64, Unreachable> {
    let best = f(range.0);
    if !keeps_to(wanted, best) {
        return Err(Unreachable { best });
    }
    if f(range.1) >= wanted {
        return Ok(range.1);
    }
    Ok(bisect(range.0, range.1, |t| f(t) >= wanted))
}

/// The point where `below` turns from true to false, to the last bit.
fn bisect(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return high;
        }
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The lowest score, and so the highest recall, at which the FDR is at most `margin`. The curve may be improper, so the
/// FDR need not fall with the score: the range is scanned, and the first crossing refined.
fn false_discovery(
    curve: &Curve,
    population: &Population,
    margin: f64,
) -> Result<f64, Unreachable> {
    let range = curve.score_range().unwrap_or((0.0, 0.0));
    let fdr = |t: f64| {
        population
            .false_discovery_rate(curve, Setting::Score(t))
            .unwrap_or(f64::INFINITY)
    };
    let step = curve.resolution();
    let mut previous = range.0;
    let steps = libm::ceil((range.1 - range.0) / step) as usize;
    for i in 0..=steps {
        let t = (range.0 + i as f64 * step).min(range.1);
        if fdr(t) <= margin {
            return Ok(if i == 0 {
                t
            } else {
                bisect(previous, t, |t| fdr(t) > margin)
            });
        }
        previous = t;
    }
    let (lowest, best) = least(range, step, fdr);
    if best <= margin {
        let start = (lowest - 2.0 * step).max(range.0);
        return Ok(bisect(start, lowest, |t| fdr(t) > margin));
    }
    Err(Unreachable { best })
}

/// Argument and value of the least value of `f`: a scan in steps, then golden section about the best step.
fn least(range: (f64, f64), step: f64, f: impl Fn(f64) -> f64) -> (f64, f64) {
    let steps = libm::ceil((range.1 - range.0) / step) as usize;
    let at = |i: usize| (range.0 + i as f64 * step).min(range.1);
    let best = (0..=steps)
        .map(|i| (at(i), f(at(i))))
        .fold(
            (range.0, f64::INFINITY),
            |a, b| if b.1 < a.1 { b } else { a },
        );
    let (mut low, mut high) = ((best.0 - step).max(range.0), (best.0 + step).min(range.1));
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    for _ in 0..80 {
        let (a, b) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
        if f(a) <= f(b) {
            high = b;
        } else {
            low = a;
        }
    }
    let middle = 0.5 * (low + high);
    let refined = (middle, f(middle));
    if refined.1 < best.1 { refined } else { best }
}

/// A hash has whole radii. A margin is met at the recommended radius where that keeps to it: a margin is a limit, not an
/// aim. Otherwise, the largest radius that keeps to the margin; for a recall, the smallest that reaches it.
fn solve_radius(
    curve: &Curve,
    hash: &HashCurve,
    population: &Population,
    target: Target,
) -> Result<Setting, Unreachable> {
    let bits = hash.bits();
    let fpr = |r: u64| population.false_positive_rate(curve, Setting::Radius(r));
    let recall = |r: u64| curve.recall(Setting::Radius(r));
    let flags = |r: u64| population.flags_per_day(curve, Setting::Radius(r));
    let fdr = |r: u64| {
        let fdr = population.false_discovery_rate(curve, Setting::Radius(r));
        fdr.unwrap_or(f64::INFINITY)
    };
    let recommended = |limit: f64, f: &dyn Fn(u64) -> f64| {
        hash.recommended().filter(|radius| f(*radius) <= limit)
    };
    let radius = match target {
        Target::FalsePositiveRate(margin) => match recommended(margin, &fpr) {
            Some(radius) => radius,
            None => largest_radius(bits, margin, fpr)?,
        },
        Target::FlagsPerDay(limit) => match recommended(limit, &flags) {
            Some(radius) => radius,
            None => largest_radius(bits, limit, flags)?,
        },
        Target::FalseDiscoveryRate(margin) => match recommended(margin, &fdr) {
            Some(radius) => radius,
            None => widest_precise(bits, margin, fdr)?,
        },
        Target::Recall(wanted) => {
            let best = recall(bits);
            if !(best >= wanted) {
                return Err(Unreachable { best });
            }
            first_radius(bits, |r| recall(r) >= wanted)
        }
        Target::Cost { false_flag, miss } => {
            let cost = |r: &u64| population.cost(curve, Setting::Radius(*r), false_flag, miss);
            (0..=bits)
                .min_by(|a, b| cost(a).total_cmp(&cost(b)))
                .unwrap_or(0)
        }
        Target::Threshold(radius) if radius >= 0.0 && radius <= bits as f64 => {
            libm::floor(radius) as u64
        }
        Target::Threshold(radius) => {
            let best = radius.clamp(0.0, bits as f64);
            return Err(Unreachable { best });
        }
        Target::Own(Some(radius)) => radius.min(bits),
        Target::Own(None) => return Err(Unreachable { best: f64::NAN }),
    };
    Ok(Setting::Radius(radius))
}

/// The first radius at which a predicate that turns from false to true is true; `bits` when it never is.
fn first_radius(bits: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, bits);
    while low < high {
        let middle = (low + high) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

fn largest_radius(bits: u64, limit: f64, f: impl Fn(u64) -> f64) -> Result<u64, Unreachable> {
    let best = f(0);
    if !(best <= limit) {
        return Err(Unreachable { best });
    }
    if f(bits) <= limit {
        return Ok(bits);
    }
    Ok(first_radius(bits, |r| f(r) > limit) - 1)
}

fn widest_precise(bits: u64, margin: f64, fdr: impl Fn(u64) -> f64) -> Result<u64, Unreachable> {
    (0..=bits)
        .rev()
        .find(|r| fdr(*r) <= margin)
        .ok_or_else(|| Unreachable {
            best: (0..=bits).map(fdr).fold(f64::INFINITY, f64::min),
        })
}

fn solve_point(
    curve: &Curve,
    population: &Population,
    target: Target,
) -> Result<Setting, Unreachable> {
    let point = Setting::Point;
    let (best, met) = match target {
        Target::FalsePositiveRate(margin) => {
            let fpr = population.false_positive_rate(curve, point);
            (fpr, keeps_to(fpr, margin))
        }
        Target::FalseDiscoveryRate(margin) => {
            let fdr = population.false_discovery_rate(curve, point).unwrap_or(0.0);
            (fdr, keeps_to(fdr, margin))
        }
        Target::Recall(wanted) => (curve.recall(point), curve.recall(point) >= wanted),
        Target::FlagsPerDay(limit) => {
            let flags = population.flags_per_day(curve, point);
            (flags, keeps_to(flags, limit))
        }
        Target::Cost { .. } | Target::Own(_) => (f64::NAN, true),
        Target::Threshold(_) => (f64::NAN, false),
    };
    if met {
        Ok(point)
    } else {
        Err(Unreachable { best })
    }
}
