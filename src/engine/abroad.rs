//! Reports from abroad that reach a desk besides those of the chain.

use super::flags::{binomial, poisson, shared_out};
use crate::model::Model;
use crate::model::mechanism::ClearingHouse;
use crate::model::parameter::Draw;
use crate::random::gamma::gamma;
use crate::random::streams::{Stream, Streams};

/// The reports of one clearing house, day by day.
pub(crate) struct Abroad {
    mean: f64,
    /// Shape of the gamma multiplier of a day; `None` for none.
    shape: Option<f64>,
    /// By class.
    mix: Vec<f64>,
    reports_per_incident: f64,
    stream: Stream,
}

impl Abroad {
    pub(crate) fn new(
        model: &Model,
        draw: &Draw,
        house: &ClearingHouse,
        streams: &Streams,
        replication: u64,
    ) -> Self {
        let mut mix: Vec<f64> = house.mix.iter().map(|share| draw.of(*share)).collect();
        let ordinary = model.world.ordinary();
        let named: f64 = mix
            .iter()
            .enumerate()
            .filter(|m| m.0 != ordinary)
            .map(|m| m.1)
            .sum();
        if let Some(rest) = mix.get_mut(ordinary) {
            *rest = (1.0 - named).max(0.0);
        }
        let variation = draw.of(house.overdispersion);
        Self {
            mean: draw.of(house.reports),
            shape: (variation > 0.0).then(|| 1.0 / (variation * variation)),
            mix,
            reports_per_incident: draw.of(house.reports_per_incident),
            stream: streams.stream(&format!("abroad/{}", house.name), replication),
        }
    }

    /// Units of work of a day, by class.
    pub(crate) fn day(&mut self) -> Vec<u64> {
        let stream = &mut self.stream;
        let factor = self.shape.map_or(1.0, |shape| gamma(stream, shape) / shape);
        let reports = poisson(self.mean * factor, stream);
        let incidents = if self.reports_per_incident > 1.0 {
            binomial(reports, 1.0 / self.reports_per_incident, stream)
        } else {
            reports
        };
        shared_out(incidents, &self.mix, stream)
    }
}
