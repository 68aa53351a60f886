//! Volumes: how many items a service carries on a day.

use crate::model::Model;
use crate::model::parameter::Draw;
use crate::random::gamma::gamma;
use crate::random::streams::{Stream, Streams};

/// The volume of one service over the days of a replication.
pub(crate) struct ServiceVolume {
    base: Vec<f64>,
    carried: Vec<f64>,
    weekly: [f64; 7],
    growth: f64,
    gamma: Option<(f64, Stream)>,
}

impl ServiceVolume {
    pub(crate) fn new(
        model: &Model,
        draw: &Draw,
        service: usize,
        streams: &Streams,
        replication: u64,
    ) -> Self {
        let service = &model.world.services[service];
        let mut weekly = [0.0; 7];
        for (weekday, factor) in weekly.iter_mut().enumerate() {
            *factor = service.day_factor(draw, 0, weekday);
        }
        let variation = draw.of(service.overdispersion);
        let gamma = (variation > 0.0).then(|| {
            let name = format!("volume/{}", service.name);
            (
                1.0 / (variation * variation),
                streams.stream(&name, replication),
            )
        });
        Self {
            base: (0..model.world.modalities.len())
                .map(|m| service.base_volume(draw, m))
                .collect(),
            carried: vec![0.0; model.world.modalities.len()],
            weekly,
            growth: draw.of(service.growth),
            gamma,
        }
    }

    /// The factor of a day on the base volume: rhythm, growth, and a gamma multiplier of mean 1.
    pub(crate) fn factor(&mut self, day: usize, weekday: usize) -> f64 {
        let mut factor = self.weekly[weekday];
        if self.growth != 0.0 {
            factor *= libm::pow(1.0 + self.growth, day as f64 / crate::units::DAYS_PER_YEAR);
        }
        match &mut self.gamma {
            None => factor,
            Some((shape, stream)) => factor * gamma(stream, *shape) / *shape,
        }
    }

    /// Whole items of one modality at a factor, at most 2⁶³ − 1; the fraction is carried over to the next day, so that
    /// nothing is lost of small volumes.
    pub(crate) fn items(&mut self, modality: usize, factor: f64) -> u64 {
        let wanted = self.base[modality] * factor + self.carried[modality];
        let items = libm::round(wanted).max(0.0);
        self.carried[modality] = wanted - items;
        (items as u64).min(i64::MAX as u64)
    }
}
