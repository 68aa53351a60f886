//! A desk of the chain with all its places: what it receives from the one before and from abroad, and its days.

use super::abroad::Abroad;
use super::desk::{Day, DeskRun, DeskSetup, KindSetup};
use super::flags::{binomial, shared_out};
use super::plan::Plan;
use super::replication::Prepared;
use super::staffing::Staffing;
use crate::model::Model;
use crate::model::parameter::Draw;
use crate::random::streams::Stream;

/// A desk of the chain at work.
pub(crate) struct Stage {
    pub(crate) places: Vec<DeskRun>,
    place_shares: Vec<f64>,
    bundle: f64,
    /// Random numbers of what arrives, by source, and the source of each kind: what comes from abroad leaves those of the chain alone.
    streams: Vec<Stream>,
    sources: Vec<usize>,
    abroad: Vec<House>,
    /// Units that came from abroad.
    pub(crate) from_abroad: u64,
    incoming: Vec<Vec<u64>>,
    pub(crate) outgoing: Vec<Vec<u64>>,
    /// Today, all places together.
    pub(crate) today: Day,
    /// By day, all places together; empty when only totals are asked for.
    pub(crate) days: Vec<Day>,
    pub(crate) peak: u64,
}

/// A clearing house that reports to a desk.
struct House {
    reports: Abroad,
    /// The indices of its kinds, by class.
    kinds: Vec<usize>,
}

/// The desks of the chain at the start of a replication. `followed`: places in the chain whose forwarded units somebody needs to know
/// day by day.
pub(crate) fn stages(
    prepared: &Prepared<'_>,
    draw: &Draw,
    plan: &Plan,
    followed: &[bool],
    replication: u64,
) -> Vec<Stage> {
    let desks = 0..prepared.model.policy.desks.len();
    desks
        .map(|i| Stage::new(prepared, draw, plan, i, followed[i], replication))
        .collect()
}

/// What a desk does with each kind of unit.
fn kinds(model: &Model, draw: &Draw, plan: &Plan, chain: usize) -> Vec<KindSetup> {
    let index = model.policy.desks[chain];
    let desk = &model.world.desks[index];
    let passed_on = |kind: &super::plan::Kind| {
        let house = &model.mechanisms.clearing_houses[kind.abroad?];
        (house.desk == index).then(|| draw.of(house.pass_through))
    };
    let setup = |kind: &super::plan::Kind| KindSetup {
        priority: kind.priority[chain],
        is_abuse: model.world.is_abusive(kind.class),
        duplicate: desk.duplicate_share(draw, &model.world, kind.class),
        forward: draw.of(desk.forward[kind.class]),
        passed_on: passed_on(kind).unwrap_or(1.0),
        source: kind.abroad.map_or(0, |house| house + 1),
    };
    plan.kinds.iter().map(setup).collect()
}

impl Stage {
    fn new(
        prepared: &Prepared<'_>,
        draw: &Draw,
        plan: &Plan,
        chain: usize,
        followed: bool,
        replication: u64,
    ) -> Self {
        let (model, streams) = (prepared.model, &prepared.streams);
        let index = model.policy.desks[chain];
        let desk = &model.world.desks[index];
        let shares = if desk.split {
            model.world.state_shares(draw)
        } else {
            vec![(1.0, 1.0)]
        };
        let setups = kinds(model, draw, plan, chain);
        let by_source = |name: &str| -> Vec<Stream> {
            let houses = model.mechanisms.clearing_houses.iter();
            let houses = houses.map(|h| format!("{name}/{}", h.name));
            let names = std::iter::once(name.to_owned()).chain(houses);
            names.map(|n| streams.stream(&n, replication)).collect()
        };
        let place = |(p, (_, staff)): (usize, &(f64, f64))| {
            let state = model.world.member_states.get(p);
            let state = state.map_or("other", |s| s.name.as_str());
            let name = format!("desk/{}/{state}", desk.name);
            DeskRun::new(DeskSetup {
                desk,
                draw,
                staffing: Staffing::new(model, draw, index, *staff),
                kinds: setups.clone(),
                forwards_daily: followed || chain + 1 < model.policy.desks.len(),
                horizon: model.run.days,
                stream: streams.stream(&name, replication),
                decisions: by_source(&format!("{name}/decisions")),
                copies: by_source(&format!("{name}/copies")),
            })
        };
        let houses = model.mechanisms.clearing_houses.iter().enumerate();
        let kinds_of = |house: usize| {
            let kinds = plan.kinds.iter().enumerate();
            let own = kinds.filter(move |(_, k)| k.abroad == Some(house));
            own.map(|(i, _)| i).collect()
        };
        Self {
            places: shares.iter().enumerate().map(place).collect(),
            place_shares: shares.iter().map(|s| s.0).collect(),
            bundle: draw.of(desk.items_per_arrival),
            streams: by_source(&format!("arrivals/{}", desk.name)),
            sources: setups.iter().map(|kind| kind.source).collect(),
            abroad: houses
                .filter(|(_, h)| h.desk == index)
                .map(|(i, h)| House {
                    reports: Abroad::new(model, draw, h, streams, replication),
                    kinds: kinds_of(i),
                })
                .collect(),
            from_abroad: 0,
            incoming: vec![vec![0; plan.kinds.len()]; shares.len()],
            outgoing: vec![vec![0; plan.kinds.len()]; shares.len()],
            today: Day::default(),
            days: Vec::new(),
            peak: 0,
        }
    }

    /// Takes over what the desk before forwarded: bundled, and shared out over places.
    pub(crate) fn receive(&mut self, from: &[Vec<u64>]) {
        let same_places = from.len() == self.incoming.len();
        if !same_places {
            self.incoming.iter_mut().for_each(|p| p.fill(0));
        }
        for (place, counts) in from.iter().enumerate() {
            for (kind, n) in counts.iter().enumerate() {
                let stream = &mut self.streams[self.sources[kind]];
                let bundles = bundled(*n, self.bundle, stream);
                if same_places {
                    self.incoming[place][kind] = bundles;
                } else if self.incoming.len() == 1 {
                    self.incoming[0][kind] += bundles;
                } else {
                    let shares = &self.place_shares;
                    share_out(&mut self.incoming, shares, stream, kind, bundles);
                }
            }
        }
        self.receive_from_abroad();
    }

    fn receive_from_abroad(&mut self) {
        for house in &mut self.abroad {
            let by_class = house.reports.day();
            for (kind, n) in house.kinds.iter().zip(by_class) {
                self.from_abroad += n;
                if self.incoming.len() == 1 {
                    self.incoming[0][*kind] += n;
                } else {
                    let shares = &self.place_shares;
                    let stream = &mut self.streams[self.sources[*kind]];
                    share_out(&mut self.incoming, shares, stream, *kind, n);
                }
            }
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
            total.add(&today);
        }
        self.peak = self.peak.max(total.backlog);
        self.today = total;
        if daily {
            self.days.push(total);
        }
        conserved
    }

    /// The backlog in days of work, all places together.
    pub(crate) fn backlog_days(&self) -> f64 {
        let capacity: f64 = self.places.iter().map(DeskRun::mean_capacity).sum();
        if self.today.backlog == 0 {
            0.0
        } else {
            self.today.backlog as f64 / capacity
        }
    }
}

/// Bundles of `size` units on average.
fn bundled(units: u64, size: f64, stream: &mut Stream) -> u64 {
    if size <= 1.0 || units == 0 {
        return units;
    }
    binomial(units, 1.0 / size, stream)
}

/// Units of a kind go to places by their shares.
fn share_out(incoming: &mut [Vec<u64>], shares: &[f64], stream: &mut Stream, kind: usize, n: u64) {
    if n == 0 {
        return;
    }
    for (incoming, n) in incoming.iter_mut().zip(shared_out(n, shares, stream)) {
        incoming[kind] += n;
    }
}
