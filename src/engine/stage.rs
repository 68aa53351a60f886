//! A desk of the chain with all its places: what it receives from the one before, and its days.

use super::desk::{Day, DeskRun, DeskSetup};
use super::flags::{binomial, shared_out};
use super::lanes::Plan;
use super::mixes::Mix;
use super::replication::Prepared;
use crate::model::parameter::Draw;
use crate::random::streams::Stream;

/// A desk of the chain at work.
pub(crate) struct Stage {
    pub(crate) places: Vec<DeskRun>,
    place_shares: Vec<f64>,
    bundle: f64,
    stream: Stream,
    pub(crate) joined: Vec<u64>,
    incoming: Vec<Vec<u64>>,
    pub(crate) outgoing: Vec<Vec<u64>>,
    /// By day, all places together; empty when only totals are asked for.
    pub(crate) days: Vec<Day>,
    /// `arrivals_by_day[day · lanes + lane]`.
    pub(crate) arrivals_by_day: Vec<u64>,
    pub(crate) peak: u64,
}

/// The desks of the chain at the start of a replication.
pub(crate) fn stages(
    prepared: &Prepared<'_>,
    draw: &Draw,
    plan: &Plan,
    mixes: &[Vec<Mix>],
    replication: u64,
) -> Vec<Stage> {
    let model = prepared.model;
    let last = model.policy.desks.len().saturating_sub(1);
    let lanes = plan.lanes.len();
    let stage = |(i, d): (usize, &usize)| {
        let desk = &model.world.desks[*d];
        let shares = if desk.split {
            model.world.state_shares(draw)
        } else {
            vec![(1.0, 1.0)]
        };
        let place = |(p, (_, staff)): (usize, &(f64, f64))| {
            let state = model.world.member_states.get(p);
            let state = state.map_or("other", |s| s.name.as_str());
            let name = format!("desk/{}/{state}", desk.name);
            DeskRun::new(DeskSetup {
                desk,
                draw,
                priority: plan.lanes.iter().map(|l| l.priority[i]).collect(),
                duplicate_share: mixes[i].iter().map(|m| m.duplicate_share).collect(),
                forward_share: mixes[i].iter().map(|m| m.forward_share).collect(),
                staff_share: *staff,
                forwards_daily: i != last,
                horizon: model.run.days,
                stream: prepared.streams.stream(&name, replication),
                copies: prepared
                    .streams
                    .stream(&format!("{name}/copies"), replication),
            })
        };
        Stage {
            places: shares.iter().enumerate().map(place).collect(),
            place_shares: shares.iter().map(|s| s.0).collect(),
            bundle: draw.of(desk.items_per_arrival),
            stream: prepared
                .streams
                .stream(&format!("arrivals/{}", desk.name), replication),
            joined: vec![0; lanes],
            incoming: vec![vec![0; lanes]; shares.len()],
            outgoing: vec![vec![0; lanes]; shares.len()],
            days: Vec::new(),
            arrivals_by_day: Vec::new(),
            peak: 0,
        }
    };
    model.policy.desks.iter().enumerate().map(stage).collect()
}

impl Stage {
    /// Takes over what the desk before forwarded: bundled, and shared out over places.
    pub(crate) fn receive(&mut self, from: &[Vec<u64>]) {
        let same_places = from.len() == self.incoming.len();
        if !same_places {
            self.incoming.iter_mut().for_each(|p| p.fill(0));
        }
        for (place, counts) in from.iter().enumerate() {
            for (lane, n) in counts.iter().enumerate() {
                let bundles = self.bundle(lane, *n);
                if same_places {
                    self.incoming[place][lane] = bundles;
                } else if self.incoming.len() == 1 {
                    self.incoming[0][lane] += bundles;
                } else {
                    self.share_out(lane, bundles);
                }
            }
        }
    }

    fn bundle(&mut self, lane: usize, n: u64) -> u64 {
        if self.bundle <= 1.0 || n == 0 {
            return n;
        }
        let opened = binomial(n, 1.0 / self.bundle).sample(&mut self.stream);
        self.joined[lane] += n - opened;
        opened
    }

    fn share_out(&mut self, lane: usize, n: u64) {
        if n == 0 {
            return;
        }
        let parts = shared_out(n, &self.place_shares, &mut self.stream);
        for (incoming, n) in self.incoming.iter_mut().zip(parts) {
            incoming[lane] += n;
        }
    }

    /// One day at all places; false when units were not conserved.
    pub(crate) fn day(&mut self, day: usize, weekday: usize, daily: bool) -> bool {
        let mut total = Day::default();
        let mut conserved = true;
        for (place, run) in self.places.iter_mut().enumerate() {
            let today = run.day(
                day,
                weekday,
                &self.incoming[place],
                &mut self.outgoing[place],
            );
            conserved &= run.is_conserved();
            total.arrived += today.arrived;
            total.served += today.served;
            total.delay_sum += today.delay_sum;
            total.backlog += today.backlog;
            total.capacity += today.capacity;
        }
        self.peak = self.peak.max(total.backlog);
        if daily {
            self.days.push(total);
            let lanes = self.joined.len();
            let lane_total = |lane: usize| self.incoming.iter().map(|p| p[lane]).sum::<u64>();
            self.arrivals_by_day.extend((0..lanes).map(lane_total));
        }
        conserved
    }
}
