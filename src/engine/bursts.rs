//! Bursts: one innocent item hits many users on one day, because it goes around or because a list entry is wrong.

use super::flags::{binomial, poisson, shared_out};
use super::plan::{ItemStream, Plan};
use super::reading::Reading;
use crate::model::Model;
use crate::model::mechanism::Burst;
use crate::model::parameter::Draw;
use crate::random::streams::{Stream, Streams, uniform_open};

/// The bursts of one kind over the days of a replication.
pub(crate) struct Bursts {
    class: usize,
    detector: usize,
    rate: f64,
    least: f64,
    greatest: f64,
    tail_index: f64,
    half_life: f64,
    /// Copies of the first day and age in days of those that go on.
    live: Vec<(f64, f64)>,
    /// Streams that it may hit, and their mean volumes.
    streams: Vec<usize>,
    weights: Vec<f64>,
    /// Random numbers of when, how many and where: the same under every policy.
    random: Stream,
    /// Random numbers of which copies are read.
    reading: Stream,
}

/// Copies of one burst in one stream on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    pub(crate) stream: usize,
    /// Copies that were sent.
    pub(crate) items: u64,
    /// `None` where no order with the detector reads the stream.
    pub(crate) flagged: Option<Flagged>,
}

/// Copies that were flagged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Flagged {
    pub(crate) flags: u64,
    pub(crate) lane: usize,
    /// Position among the orders of the stream.
    pub(crate) order: usize,
}

impl Bursts {
    pub(crate) fn new(
        model: &Model,
        draw: &Draw,
        plan: &Plan,
        burst: &Burst,
        streams: &Streams,
        replication: u64,
    ) -> Self {
        let modalities = &model.world.detectors[burst.detector].modalities;
        let own = model.world.class_modality(burst.class);
        let carries = |s: &ItemStream| {
            modalities.contains(&s.modality) && own.is_none_or(|m| m == s.modality)
        };
        let indices: Vec<usize> = (0..plan.streams.len())
            .filter(|i| carries(&plan.streams[*i]))
            .collect();
        let volume = |i: &usize| {
            let stream = &plan.streams[*i];
            model.world.services[stream.service].base_volume(draw, stream.modality)
        };
        Self {
            class: burst.class,
            detector: burst.detector,
            rate: draw.of(burst.rate),
            least: draw.of(burst.least),
            greatest: draw.of(burst.greatest).max(draw.of(burst.least)),
            tail_index: draw.of(burst.tail_index),
            half_life: draw.of(burst.half_life),
            live: Vec::new(),
            weights: indices.iter().map(volume).collect(),
            streams: indices,
            random: streams.stream(&format!("bursts/{}", burst.name), replication),
            reading: streams.stream(&format!("bursts/{}/read", burst.name), replication),
        }
    }

    /// The copies of a day, by stream.
    pub(crate) fn day(&mut self, model: &Model, plan: &Plan, readings: &[Reading]) -> Vec<Hit> {
        let copies = self.copies();
        if copies == 0 || self.streams.is_empty() {
            return Vec::new();
        }
        let parts = shared_out(copies, &self.weights, &mut self.random);
        let mut hits = Vec::new();
        for (i, items) in self.streams.iter().zip(parts) {
            let stream = &plan.streams[*i];
            let of_detector = |o: &usize| model.policy.orders[*o].detector == self.detector;
            let lane = stream
                .lanes
                .clone()
                .find(|l| plan.lanes[*l].class == self.class);
            let best = best_order(stream, &readings[*i], of_detector);
            let flagged = lane.zip(best).map(|(lane, (order, read))| Flagged {
                flags: binomial(items, read, &mut self.reading),
                lane,
                order,
            });
            hits.push(Hit {
                stream: *i,
                items,
                flagged,
            });
        }
        hits
    }

    /// Copies that are sent today: of new bursts, and of those that go on.
    fn copies(&mut self) -> u64 {
        for burst in &mut self.live {
            burst.1 += 1.0;
        }
        let new = poisson(self.rate, &mut self.random);
        for _ in 0..new {
            let size = self.size();
            self.live.push((size, 0.0));
        }
        let half_life = self.half_life;
        let today = |burst: &(f64, f64)| match burst.1 {
            0.0 => libm::round(burst.0),
            _ if half_life == 0.0 => 0.0,
            age => libm::round(burst.0 * libm::exp2(-age / half_life)),
        };
        self.live.retain(|burst| today(burst) >= 1.0);
        self.live.iter().map(|burst| today(burst) as u64).sum()
    }

    /// A bounded Pareto number by inversion: `L·(1 − u·(1 − (L/G)^α))^(−1/α)`.
    fn size(&mut self) -> f64 {
        let u = uniform_open(&mut self.random);
        let span = -libm::expm1(self.tail_index * libm::log(self.least / self.greatest));
        self.least * libm::exp(-libm::log1p(-u * span) / self.tail_index)
    }
}

/// The order with this detector that reads most of a stream, and the share that it reads.
fn best_order(
    stream: &ItemStream,
    reading: &Reading,
    of_detector: impl Fn(&usize) -> bool,
) -> Option<(usize, f64)> {
    let orders = stream.orders.iter().enumerate();
    orders
        .filter(|(_, o)| of_detector(o))
        .map(|(i, _)| (i, reading.read[i]))
        .filter(|(_, read)| *read > 0.0)
        .max_by(|a, b| a.1.total_cmp(&b.1))
}
