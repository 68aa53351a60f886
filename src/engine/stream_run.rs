//! One stream of items at work: its rates, its random numbers and its counts.

use super::flags::Flagger;
use super::plan::{Lane, Plan};
use super::reading::{Base, Reading, ServiceState};
use super::replication::Prepared;
use super::unflagged::{Stretch, Unflagged};
use crate::random::streams::Stream;

/// One stream over a replication.
#[derive(Debug, Clone)]
pub(crate) struct StreamTotals {
    pub(crate) items: u64,
    /// By lane of the stream.
    pub(crate) flags: Vec<u64>,
    /// Flags that a detector read, by lane of the stream: the expected number where users report besides.
    pub(crate) scanned_flags: Vec<f64>,
    /// Whether each order of the stream read any item.
    pub(crate) read: Vec<bool>,
    /// Days on which the detector of each order of the stream read any item, for whichever order.
    pub(crate) days_read: Vec<u64>,
    /// Expected false flags, by order of the stream, bursts aside.
    pub(crate) false_by_order: Vec<f64>,
    pub(crate) unflagged: Unflagged,
}

/// One stream at work.
pub(crate) struct StreamRun {
    pub(super) base: Option<Base>,
    pub(super) state: ServiceState,
    pub(super) stock: Vec<f64>,
    pub(super) flagger: Flagger,
    /// Of bursts and of orders, when flags must be told apart.
    pub(super) attribution: Stream,
    rest: Stream,
    /// Flags of today, by lane of the stream.
    pub(super) today: Vec<u64>,
    pub(super) totals: StreamTotals,
    /// Items and flags since the rates last changed.
    pub(super) stretch: (u64, u64),
    /// What is not drawn yet.
    undrawn: Stretch,
}

impl StreamRun {
    pub(super) fn new(prepared: &Prepared<'_>, plan: &Plan, s: usize, replication: u64) -> Self {
        let (world, streams) = (&prepared.model.world, &prepared.streams);
        let stream = &plan.streams[s];
        let place = format!(
            "{}/{}",
            world.services[stream.service].name, world.modalities[stream.modality]
        );
        let random = |what: &str| streams.stream(&format!("{what}/{place}"), replication);
        let lanes = plan.lanes[stream.lanes.clone()].iter();
        let lane = |lane: &Lane| {
            let class = world.class_name(lane.class);
            streams.stream(&format!("flags/{place}/{class}"), replication)
        };
        Self {
            base: None,
            state: ServiceState::default(),
            stock: Vec::new(),
            flagger: Flagger::new(lanes.map(lane).collect()),
            attribution: random("attribution"),
            rest: random("unflagged"),
            today: vec![0; stream.lanes.len()],
            totals: StreamTotals {
                items: 0,
                flags: vec![0; stream.lanes.len()],
                scanned_flags: vec![0.0; stream.lanes.len()],
                read: vec![false; stream.orders.len()],
                days_read: vec![0; stream.orders.len()],
                false_by_order: vec![0.0; stream.orders.len()],
                unflagged: Unflagged::none(world.material.len()),
            },
            stretch: (0, 0),
            undrawn: Stretch::default(),
        }
    }

    pub(super) fn count(&mut self, lane: usize, flags: u64, scanned: f64) {
        self.totals.flags[lane] += flags;
        self.totals.scanned_flags[lane] += flags as f64 * scanned;
    }

    pub(super) fn end_stretch(&mut self, reading: &Reading, lanes: &[Lane]) {
        let (items, flags) = std::mem::take(&mut self.stretch);
        let material = self.totals.unflagged.missed.len();
        for (lane, rates) in lanes.iter().zip(&reading.by_order) {
            if lane.class >= material {
                for (sum, rate) in self.totals.false_by_order.iter_mut().zip(rates) {
                    *sum += items as f64 * rate;
                }
            }
        }
        if items > flags {
            let totals = &mut self.totals.unflagged;
            let rest = items - flags;
            self.undrawn
                .add(reading, lanes, rest, totals, &mut self.rest);
        }
    }

    /// Ends the replication.
    pub(super) fn close(&mut self, reading: &Reading, lanes: &[Lane]) {
        self.end_stretch(reading, lanes);
        self.undrawn
            .draw(&mut self.totals.unflagged, &mut self.rest);
    }
}
