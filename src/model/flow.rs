//! Mean flows: expected flags and arrivals per day at central or drawn values, without queues' memory.

use super::Model;
use super::operating::OperatingPoint;
use super::parameter::Draw;
use super::rates::active_orders;
use super::world::{Class, Desk};

/// Expected units per day by class and order.
type Flow = Vec<(Class, usize, f64)>;

impl Model {
    /// Expected flags per day of an average week, with the orders that are active on `day`.
    fn mean_flags(&self, draw: &Draw, points: &[OperatingPoint], day: usize) -> Flow {
        let mut flow: Flow = Vec::new();
        for (s, service) in self.world.services.iter().enumerate() {
            for m in 0..self.world.modalities.len() {
                let volume = service.base_volume(draw, m);
                if volume == 0.0 {
                    continue;
                }
                let active = active_orders(self, draw, s, m, day);
                for (class, order, p) in self.rates(draw, points, s, m, &active).flags {
                    match flow.iter_mut().find(|f| (f.0, f.1) == (class, order)) {
                        Some(entry) => entry.2 += volume * p,
                        None => flow.push((class, order, volume * p)),
                    }
                }
            }
        }
        flow
    }

    /// Expected arrivals per day at each desk of the chain, in the phase with the most flags. A desk that is overloaded
    /// passes on what it can read.
    pub fn mean_flows(&self, draw: &Draw, points: &[OperatingPoint]) -> Vec<f64> {
        let total = |flow: &Flow| flow.iter().map(|f| f.2).sum::<f64>();
        let mut flow = self
            .phase_starts(draw)
            .into_iter()
            .map(|day| self.mean_flags(draw, points, day))
            .max_by(|a, b| total(a).total_cmp(&total(b)))
            .unwrap_or_default();
        let mut arrivals = Vec::new();
        for &d in &self.policy.desks {
            let desk = &self.world.desks[d];
            let bundle = draw.of(desk.items_per_arrival);
            for (class, _, n) in &mut flow {
                *n *= (1.0 - desk.duplicate_share(draw, &self.world, *class)) / bundle;
            }
            let load = total(&flow);
            arrivals.push(load);
            let served = self.served_share(draw, desk, load);
            for (class, _, n) in &mut flow {
                *n *= served * draw.of(desk.forward[*class]);
            }
        }
        arrivals
    }

    fn served_share(&self, draw: &Draw, desk: &Desk, load: f64) -> f64 {
        let capacity = desk.mean_capacity_per_day(draw);
        if load <= 0.0 {
            return 1.0;
        }
        if !desk.split {
            return (capacity / load).min(1.0);
        }
        self.world
            .state_shares(draw)
            .iter()
            .filter(|(share, _)| *share > 0.0)
            .map(|(share, staff)| share * (capacity * staff / (load * share)).min(1.0))
            .sum()
    }
}
