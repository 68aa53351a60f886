//! One replication: a pure function of the model, the thresholds set in advance, the seed and its number.

use super::desk::{Day, DeskRun, DeskSetup, Ledger};
use super::error::EngineError;
use super::flags::{Flagger, binomial, shared_out};
use super::labels::{ChainLabels, DeskTotals, by_day, label};
use super::lanes::Plan;
use super::mixes::{Mix, mixes};
use super::unflagged::{Unflagged, unflagged};
use super::volume::ServiceVolume;
use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::policy::Outputs;
use crate::random::streams::{Stream, Streams};
use crate::theory::curve::Setting;

/// What all replications of a run share.
pub(crate) struct Prepared<'a> {
    pub(crate) model: &'a Model,
    pub(crate) central: Draw,
    pub(crate) preset: Vec<Setting>,
    pub(crate) streams: Streams,
}

/// Everything that happened in one replication.
pub(crate) struct Outcome {
    pub(crate) draw: Draw,
    pub(crate) points: Vec<OperatingPoint>,
    pub(crate) plan: Plan,
    /// Items by stream and phase.
    pub(crate) items: Vec<Vec<u64>>,
    /// Flags by lane and phase.
    pub(crate) flags: Vec<Vec<u64>>,
    pub(crate) labels: ChainLabels,
    /// By stream.
    pub(crate) unflagged: Vec<Unflagged>,
    /// Desks of the chain.
    pub(crate) desks: Vec<DeskOutcome>,
}

/// A desk of the chain.
pub(crate) struct DeskOutcome {
    /// One place, or one for each member state and the rest.
    pub(crate) places: Vec<Ledger>,
    /// By day, all places together; empty when only totals are asked for.
    pub(crate) days: Vec<Day>,
    /// Abuse among arrivals, by day.
    pub(crate) true_arrivals: Vec<u64>,
    /// Peak of the backlog, all places together.
    pub(crate) peak: u64,
}

/// A desk of the chain at work.
struct Stage {
    places: Vec<DeskRun>,
    place_shares: Vec<f64>,
    bundle: f64,
    stream: Stream,
    joined: Vec<u64>,
    incoming: Vec<Vec<u64>>,
    outgoing: Vec<Vec<u64>>,
    days: Vec<Day>,
    arrivals_by_day: Vec<u64>,
    peak: u64,
}

pub(crate) fn replicate(prepared: &Prepared<'_>, replication: u64) -> Result<Outcome, EngineError> {
    let model = prepared.model;
    let draw = if model.run.draws {
        let parameters = &model.parameters;
        parameters.draw(&prepared.central, &prepared.streams, replication)
    } else {
        prepared.central.clone()
    };
    let points = model
        .operating_points(&draw, &prepared.preset)
        .map_err(|source| EngineError::Draw {
            replication,
            source,
        })?;
    let plan = Plan::new(model, &draw, &points);
    check_shares(model, &draw, replication)?;
    let mixes = mixes(model, &draw, &plan.lanes);
    let mut run = Running::new(prepared, &draw, &plan, &mixes, replication);
    for day in 0..model.run.days {
        run.day(day)?;
    }
    let (items, flags, stages) = run.close();
    let by_lane: Vec<u64> = flags.iter().map(|f| f.iter().sum()).collect();
    let totals: Vec<DeskTotals> = stages
        .iter()
        .map(|s| DeskTotals::new(s.places.iter().map(|p| &p.ledger), s.joined.clone()))
        .collect();
    let mut stream = prepared.streams.stream("labels", replication);
    let labels = label(&plan.lanes, &mixes, &totals, &by_lane, &mut stream);
    let desks = stages
        .into_iter()
        .enumerate()
        .map(|(i, stage)| finish(prepared, &plan, &labels, i, stage, replication))
        .collect();
    let unflagged = not_flagged(prepared, &plan, &items, &flags, replication);
    Ok(Outcome {
        unflagged,
        draw,
        points,
        plan,
        items,
        flags,
        labels,
        desks,
    })
}

fn not_flagged(
    prepared: &Prepared<'_>,
    plan: &Plan,
    items: &[Vec<u64>],
    flags: &[Vec<u64>],
    replication: u64,
) -> Vec<Unflagged> {
    let world = &prepared.model.world;
    let of_stream = |(stream, items): (&super::lanes::ItemStream, &Vec<u64>)| {
        let mut flagged = vec![0; items.len()];
        for lane in stream.lanes.clone() {
            for (sum, n) in flagged.iter_mut().zip(&flags[lane]) {
                *sum += n;
            }
        }
        let name = format!(
            "unflagged/{}/{}",
            world.services[stream.service].name, world.modalities[stream.modality]
        );
        let mut random = prepared.streams.stream(&name, replication);
        unflagged(stream, world.material.len(), items, &flagged, &mut random)
    };
    plan.streams.iter().zip(items).map(of_stream).collect()
}

/// Uncertain shares of one whole may exceed it in a draw though they do not at central values.
fn check_shares(model: &Model, draw: &Draw, replication: u64) -> Result<(), EngineError> {
    for (s, service) in model.world.services.iter().enumerate() {
        for (m, modality) in model.world.modalities.iter().enumerate() {
            let shares = model.world.composition(draw, s, m);
            let total: f64 = shares.iter().sum();
            if shares.iter().any(|p| !(*p >= 0.0)) || !(total <= 1.0 + 1e-9) {
                return Err(EngineError::Probability {
                    replication,
                    what: format!(
                        "the shares of `{modality}` at `{}` exceed one in this draw of the uncertain numbers",
                        service.name
                    ),
                });
            }
        }
    }
    Ok(())
}

struct Running<'a> {
    prepared: &'a Prepared<'a>,
    plan: &'a Plan,
    replication: u64,
    volumes: Vec<ServiceVolume>,
    flaggers: Vec<Flagger>,
    items: Vec<Vec<u64>>,
    flags: Vec<Vec<u64>>,
    today: Vec<u64>,
    stages: Vec<Stage>,
    daily: bool,
    phase: usize,
}

impl<'a> Running<'a> {
    fn new(
        prepared: &'a Prepared<'a>,
        draw: &Draw,
        plan: &'a Plan,
        mixes: &[Vec<Mix>],
        replication: u64,
    ) -> Self {
        let model = prepared.model;
        let streams = &prepared.streams;
        let phases = plan.phase_starts.len();
        let flagger = |stream: &super::lanes::ItemStream| {
            let service = &model.world.services[stream.service].name;
            let modality = &model.world.modalities[stream.modality];
            let name = format!("flags/{service}/{modality}");
            Flagger::new(streams.stream(&name, replication), stream.lanes.len())
        };
        Self {
            volumes: (0..model.world.services.len())
                .map(|s| ServiceVolume::new(model, draw, s, streams, replication))
                .collect(),
            flaggers: plan.streams.iter().map(flagger).collect(),
            items: vec![vec![0; phases]; plan.streams.len()],
            flags: vec![vec![0; phases]; plan.lanes.len()],
            today: vec![0; plan.lanes.len()],
            stages: stages(prepared, draw, plan, mixes, replication),
            daily: model.run.outputs == Outputs::Daily,
            phase: 0,
            prepared,
            plan,
            replication,
        }
    }

    fn day(&mut self, day: usize) -> Result<(), EngineError> {
        while self.plan.phase_starts.get(self.phase + 1) == Some(&day) {
            self.phase += 1;
        }
        let weekday = self.prepared.model.weekday(day);
        self.flag(day, weekday);
        for i in 0..self.stages.len() {
            let (before, rest) = self.stages.split_at_mut(i);
            let stage = &mut rest[0];
            let from: &[Vec<u64>] = match before.last() {
                Some(previous) => &previous.outgoing,
                None => std::slice::from_ref(&self.today),
            };
            stage.receive(from);
            if !stage.day(day, weekday, self.daily) {
                return Err(self.not_conserved(day, i));
            }
        }
        Ok(())
    }

    fn not_conserved(&self, day: usize, stage: usize) -> EngineError {
        let model = self.prepared.model;
        EngineError::Conservation {
            replication: self.replication,
            seed: model.run.seed,
            day,
            desk: model.world.desks[model.policy.desks[stage]].name.clone(),
            what: "units",
        }
    }

    fn flag(&mut self, day: usize, weekday: usize) {
        let factors: Vec<f64> = self
            .volumes
            .iter_mut()
            .map(|v| v.factor(day, weekday))
            .collect();
        for (i, stream) in self.plan.streams.iter().enumerate() {
            let items =
                self.volumes[stream.service].items(stream.modality, factors[stream.service]);
            self.items[i][self.phase] += items;
            self.flaggers[i].flag(stream, &self.plan.lanes, self.phase, items, &mut self.today);
        }
        for (sum, n) in self.flags.iter_mut().zip(&self.today) {
            sum[self.phase] += n;
        }
    }

    fn close(mut self) -> (Vec<Vec<u64>>, Vec<Vec<u64>>, Vec<Stage>) {
        for place in self.stages.iter_mut().flat_map(|s| &mut s.places) {
            place.close();
        }
        (self.items, self.flags, self.stages)
    }
}

fn stages(
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
            let name = format!("desk/{}/{p}", desk.name);
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
    fn receive(&mut self, from: &[Vec<u64>]) {
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
    fn day(&mut self, day: usize, weekday: usize, daily: bool) -> bool {
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

/// The records of a desk; which of its arrivals were abuse is drawn by day where days are asked for.
fn finish(
    prepared: &Prepared<'_>,
    plan: &Plan,
    labels: &ChainLabels,
    i: usize,
    stage: Stage,
    replication: u64,
) -> DeskOutcome {
    let model = prepared.model;
    let mut true_arrivals = vec![0; stage.days.len()];
    if !stage.days.is_empty() {
        let name = format!(
            "labels-by-day/{}",
            model.world.desks[model.policy.desks[i]].name
        );
        let mut stream = prepared.streams.stream(&name, replication);
        for (l, lane) in plan.lanes.iter().enumerate() {
            let abuse: u64 = lane
                .kinds
                .iter()
                .zip(&labels.desks[i].arrived[l])
                .filter(|(k, _)| model.world.is_abusive(k.class))
                .map(|(_, n)| n)
                .sum();
            let lanes = plan.lanes.len();
            let arrivals: Vec<u64> = stage
                .arrivals_by_day
                .iter()
                .skip(l)
                .step_by(lanes)
                .copied()
                .collect();
            let of_day = by_day(&arrivals, abuse, &mut stream);
            for (sum, n) in true_arrivals.iter_mut().zip(of_day) {
                *sum += n;
            }
        }
    }
    DeskOutcome {
        places: stage.places.into_iter().map(|p| p.ledger).collect(),
        days: stage.days,
        true_arrivals,
        peak: stage.peak,
    }
}
