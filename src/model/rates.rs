//! Flag rates: with what probability one item of a service and modality is of a class and flagged for an order.

use super::Model;
use super::operating::OperatingPoint;
use super::parameter::Draw;
use super::world::Class;
use crate::special::normal;

/// Rates of one modality of one service while one set of orders is active.
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    /// Share of the items, by class.
    pub composition: Vec<f64>,
    /// P(an item is of the class, scanned and not flagged), by class.
    pub missed: Vec<f64>,
    /// P(an item is of the class and flagged where users report and no detector reads), by class.
    pub told: Vec<f64>,
    /// `(class, order, P(an item is of the class and flagged, the flag counted for the order))`; zero rates are left out.
    pub flags: Vec<(Class, usize, f64)>,
}

/// What happens to a readable item of one class.
struct Fate {
    /// P(flag counted for each active order).
    flagged: Vec<f64>,
    /// P(scanned and not flagged).
    missed: f64,
    /// P(flagged and not scanned).
    told: f64,
}

impl Rates {
    /// P(an item is flagged).
    pub fn flagged(&self) -> f64 {
        self.flags.iter().map(|f| f.2).sum()
    }
}

/// Whether each order reads this modality of this service on a day.
pub fn active_orders(
    model: &Model,
    draw: &Draw,
    service: usize,
    modality: usize,
    day: usize,
) -> Vec<usize> {
    (0..model.policy.orders.len())
        .filter(|&i| {
            let order = &model.policy.orders[i];
            let (start, end) = model.order_days(draw, i);
            let detector = &model.world.detectors[order.detector];
            order.services.contains(&service)
                && detector.modalities.contains(&modality)
                && (start..end).contains(&day)
        })
        .collect()
}

impl Model {
    /// First day of an order and the day after its last, within the horizon, as far as they are known in advance: an order
    /// that stands by has none, and renewals that depend on a condition are left out.
    pub fn order_days(&self, draw: &Draw, order: usize) -> (usize, usize) {
        let order = &self.policy.orders[order];
        let horizon = self.run.days;
        if order.stands_by {
            return (horizon, horizon);
        }
        let whole = |days: f64| (libm::round(days) as usize).min(horizon);
        let (from, terms) = match order.renew_if {
            None => (draw.of(order.from), 1.0 + order.renewals as f64),
            Some(_) => (draw.of(order.from), 1.0),
        };
        let end = order
            .duration
            .map_or(horizon, |d| whole(from + terms * draw.of(d)));
        let start = whole(from);
        (start, end.max(start))
    }

    /// Days on which the set of active orders may change, ascending, beginning with 0.
    pub fn phase_starts(&self, draw: &Draw) -> Vec<usize> {
        let mut starts: Vec<usize> = (0..self.policy.orders.len())
            .flat_map(|i| {
                let (start, end) = self.order_days(draw, i);
                [start, end]
            })
            .chain([0])
            .filter(|day| *day < self.run.days)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// The rates of one modality of one service while `active` orders read it.
    pub fn rates(
        &self,
        draw: &Draw,
        points: &[OperatingPoint],
        service: usize,
        modality: usize,
        active: &[usize],
    ) -> Rates {
        let composition = self.world.composition(draw, service, modality);
        let coverage: Vec<f64> = active.iter().map(|i| self.coverage(draw, *i)).collect();
        let mut missed = vec![0.0; composition.len()];
        let mut told = missed.clone();
        let mut flags = Vec::new();
        for (class, share) in composition.iter().enumerate().filter(|(_, s)| **s > 0.0) {
            let readable = match self.world.material.get(class) {
                Some(material) => 1.0 - draw.of(material.evasion),
                None => 1.0,
            };
            let fate = self.fate(draw, points, class, active, &coverage);
            missed[class] = share * readable * fate.missed;
            told[class] = share * readable * fate.told;
            for (order, p) in active.iter().zip(fate.flagged) {
                if p > 0.0 {
                    flags.push((class, *order, share * readable * p));
                }
            }
        }
        Rates {
            composition,
            missed,
            told,
            flags,
        }
    }

    /// What happens to a readable item of a class. Devices of several orders are nested.
    fn fate(
        &self,
        draw: &Draw,
        points: &[OperatingPoint],
        class: Class,
        active: &[usize],
        coverage: &[f64],
    ) -> Fate {
        let mut levels: Vec<f64> = coverage.to_vec();
        levels.sort_by(f64::total_cmp);
        levels.dedup();
        let correlation = draw.of(self.policy.correlation);
        let mut fate = Fate {
            flagged: vec![0.0; active.len()],
            missed: 0.0,
            told: 0.0,
        };
        let mut below = 0.0;
        for level in levels {
            let reached: Vec<usize> = (0..active.len())
                .filter(|i| coverage[*i] >= level)
                .collect();
            for (share, hits) in self.hits(draw, points, class, active) {
                let hits: Vec<f64> = reached.iter().map(|i| hits[*i]).collect();
                let first = first_hit(&hits, correlation);
                let any: f64 = first.iter().sum();
                if reached.iter().any(|i| self.scans(active[*i])) {
                    fate.missed += (level - below) * share * (1.0 - any).max(0.0);
                } else {
                    fate.told += (level - below) * share * any;
                }
                for (i, p) in reached.iter().zip(first) {
                    fate.flagged[*i] += (level - below) * share * p;
                }
            }
            below = level;
        }
        fate
    }

    /// P(hit of each active order | item of the class), for each group of the population with its share.
    fn hits(
        &self,
        draw: &Draw,
        points: &[OperatingPoint],
        class: Class,
        active: &[usize],
    ) -> Vec<(f64, Vec<f64>)> {
        if self.world.is_abusive(class) {
            let hits = active
                .iter()
                .map(|i| self.abuse_hit(draw, *i, &points[*i], class))
                .collect();
            return vec![(1.0, hits)];
        }
        let shift = self.class_shift(draw, class);
        self.world
            .group_shares(draw)
            .into_iter()
            .filter(|(share, _)| *share > 0.0)
            .map(|(share, extra)| {
                let hit = |i: &usize| {
                    let point = &points[*i];
                    point
                        .curve
                        .false_positive_rate(point.setting, shift + extra)
                };
                (share, active.iter().map(hit).collect())
            })
            .collect()
    }

    fn abuse_hit(&self, draw: &Draw, order: usize, point: &OperatingPoint, class: Class) -> f64 {
        let detector = &self.world.detectors[self.policy.orders[order].detector];
        if detector.detects.contains(&class) {
            return point.recall;
        }
        let cross = detector.cross_match(draw, class);
        let chance = point.curve.false_positive_rate(point.setting, 0.0);
        cross * point.recall + (1.0 - cross) * chance
    }
}

/// P(detector j hits and none before it does), given each detector's hit probability. With `correlation` ρ, scores share
/// one normal factor: given u, detector j hits with `Φ((Φ⁻¹(p_j) + √ρ·u)/√(1−ρ))`; u is integrated by the trapezoidal rule,
/// which converges exponentially here.
fn first_hit(hits: &[f64], correlation: f64) -> Vec<f64> {
    if hits.len() < 2 || correlation == 0.0 {
        return first_of(hits);
    }
    const STEP: f64 = 0.1;
    const STEPS: i32 = 130;
    let deviates: Vec<f64> = hits
        .iter()
        .map(|p| {
            if *p < 0.5 {
                -normal::upper_quantile(*p)
            } else {
                normal::quantile(*p)
            }
        })
        .collect();
    let (load, rest) = (correlation.sqrt(), (1.0 - correlation).sqrt());
    let mut total = vec![0.0; hits.len()];
    for i in -STEPS..=STEPS {
        let u = f64::from(i) * STEP;
        let weight = STEP * normal::density(u);
        let given: Vec<f64> = deviates
            .iter()
            .map(|z| {
                if z.is_finite() {
                    normal::cdf((z + load * u) / rest)
                } else {
                    normal::cdf(*z)
                }
            })
            .collect();
        for (sum, p) in total.iter_mut().zip(first_of(&given)) {
            *sum += weight * p;
        }
    }
    total
}

fn first_of(hits: &[f64]) -> Vec<f64> {
    let mut free = 1.0;
    hits.iter()
        .map(|p| {
            let first = free * p;
            free *= 1.0 - p;
            first
        })
        .collect()
}
