//! Lanes: kinds of flags that the desks cannot tell apart, so that they need not be drawn apart.
//!
//! Every item of a stream (one modality of one service) is flagged independently, so the flags of a lane on a day are one
//! binomial, and given their number their classes are independent of the day and of everything a queue does. Classes
//! are drawn afterwards, once per replication (see [`super::labels`]). Two kinds share a lane when no desk of the chain
//! gives them another priority and their rates keep the same proportion in every phase of the orders.

use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::rates::{Rates, active_orders};
use crate::model::world::Class;

/// A kind of flag: its class and the order that it counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) class: Class,
    pub(crate) order: usize,
}

/// Flags that are treated alike.
#[derive(Debug, Clone)]
pub(crate) struct Lane {
    pub(crate) service: usize,
    pub(crate) kinds: Vec<Kind>,
    /// Probability of each kind, given the lane.
    pub(crate) mix: Vec<f64>,
    /// P(an item of the stream is flagged in this lane), by phase.
    pub(crate) rate: Vec<f64>,
    /// Priority at each desk of the chain.
    pub(crate) priority: Vec<usize>,
}

/// One modality of one service.
#[derive(Debug, Clone)]
pub(crate) struct ItemStream {
    pub(crate) service: usize,
    pub(crate) modality: usize,
    pub(crate) lanes: std::ops::Range<usize>,
    /// By phase.
    pub(crate) rates: Vec<Rates>,
}

/// All streams and lanes of a draw.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub(crate) phase_starts: Vec<usize>,
    pub(crate) streams: Vec<ItemStream>,
    pub(crate) lanes: Vec<Lane>,
}

impl Plan {
    pub(crate) fn new(model: &Model, draw: &Draw, points: &[OperatingPoint]) -> Self {
        let mut plan = Self {
            phase_starts: model.phase_starts(draw),
            ..Self::default()
        };
        for s in 0..model.world.services.len() {
            for m in 0..model.world.modalities.len() {
                if model.world.services[s].base_volume(draw, m) > 0.0 {
                    plan.add_stream(model, draw, points, s, m);
                }
            }
        }
        plan
    }

    fn add_stream(
        &mut self,
        model: &Model,
        draw: &Draw,
        points: &[OperatingPoint],
        service: usize,
        modality: usize,
    ) {
        let rates: Vec<Rates> = self
            .phase_starts
            .iter()
            .map(|day| {
                let active = active_orders(model, draw, service, modality, *day);
                model.rates(draw, points, service, modality, &active)
            })
            .collect();
        let first = self.lanes.len();
        for (kind, profile) in profiles(&rates) {
            let priority = priorities(model, kind);
            let reference = profile.iter().copied().find(|p| *p > 0.0).unwrap_or(1.0);
            let shape: Vec<f64> = profile.iter().map(|p| p / reference).collect();
            let same = |lane: &&mut Lane| {
                let head = lane.rate.iter().copied().find(|p| *p > 0.0).unwrap_or(1.0);
                lane.priority == priority
                    && lane.rate.iter().zip(&shape).all(|(a, b)| a / head == *b)
            };
            match self.lanes[first..].iter_mut().find(same) {
                Some(lane) => {
                    lane.kinds.push(kind);
                    lane.mix.push(reference);
                }
                None => self.lanes.push(Lane {
                    service,
                    kinds: vec![kind],
                    mix: vec![reference],
                    rate: shape,
                    priority,
                }),
            }
        }
        for lane in &mut self.lanes[first..] {
            let total: f64 = lane.mix.iter().sum();
            lane.rate.iter_mut().for_each(|r| *r *= total);
            lane.mix.iter_mut().for_each(|p| *p /= total);
        }
        self.streams.push(ItemStream {
            service,
            modality,
            lanes: first..self.lanes.len(),
            rates,
        });
    }
}

/// Each kind of flag with its rate in every phase.
fn profiles(rates: &[Rates]) -> Vec<(Kind, Vec<f64>)> {
    let mut profiles: Vec<(Kind, Vec<f64>)> = Vec::new();
    for (phase, rates_of_phase) in rates.iter().enumerate() {
        for (class, order, p) in &rates_of_phase.flags {
            let kind = Kind {
                class: *class,
                order: *order,
            };
            let entry = match profiles.iter().position(|(k, _)| *k == kind) {
                Some(i) => &mut profiles[i],
                None => {
                    profiles.push((kind, vec![0.0; rates.len()]));
                    let last = profiles.len() - 1;
                    &mut profiles[last]
                }
            };
            entry.1[phase] = *p;
        }
    }
    profiles
}

fn priorities(model: &Model, kind: Kind) -> Vec<usize> {
    let order = &model.policy.orders[kind.order];
    let detector = &model.world.detectors[order.detector].name;
    let class = model.world.class_name(kind.class);
    model
        .policy
        .desks
        .iter()
        .map(|d| model.world.desks[*d].priority_of(class, detector))
        .collect()
}
