//! One replication: a pure function of the model, the thresholds set in advance, the seed and its number.

use super::desk::{Day, Ledger};
use super::error::EngineError;
use super::flag_days::{FlagDay, FlagDays, true_by_day};
use super::flags::Flagger;
use super::labels::{ChainLabels, DeskTotals, label};
use super::lanes::Plan;
use super::mixes::{Mix, mixes};
use super::stage::{Stage, stages};
use super::unflagged::{Unflagged, unflagged};
use super::volume::ServiceVolume;
use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::policy::Outputs;
use crate::model::world::GREATEST_TOTAL;
use crate::random::streams::Streams;
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
    /// By day; empty when only totals are asked for.
    pub(crate) flag_days: Vec<FlagDay>,
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
    let Closed {
        items,
        flags,
        days,
        stages,
    } = run.close();
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
    let mut stream = prepared.streams.stream("labels-by-day", replication);
    let flag_days = days.label(model, &plan, &labels.flags, &mut stream);
    let unflagged = not_flagged(prepared, &plan, &items, &flags, replication);
    Ok(Outcome {
        unflagged,
        flag_days,
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
    let refuse = |what: &str| {
        Err(EngineError::Probability {
            replication,
            what: format!("{what} exceed one in this draw of the uncertain numbers"),
        })
    };
    let world = &model.world;
    let totals = world.services.iter();
    let total: f64 = totals.map(|s| s.greatest_total(draw, model.run.days)).sum();
    if !(total <= 2.0 * GREATEST_TOTAL) {
        return Err(EngineError::Probability {
            replication,
            what: "in this draw of the uncertain numbers the volumes are too large to be counted exactly".into(),
        });
    }
    for (s, service) in world.services.iter().enumerate() {
        for (m, modality) in world.modalities.iter().enumerate() {
            let shares = world.composition(draw, s, m);
            if shares.iter().any(|p| !(*p >= 0.0)) || exceed_one(shares.iter().copied()) {
                return refuse(&format!("the shares of `{modality}` at `{}`", service.name));
            }
        }
    }
    if exceed_one(world.groups.iter().map(|g| draw.of(g.share))) {
        return refuse("the shares of groups");
    }
    if exceed_one(world.member_states.iter().map(|m| draw.of(m.share)))
        || exceed_one(world.member_states.iter().map(|m| draw.of(m.staff_share)))
    {
        return refuse("the shares of member states");
    }
    for detector in &world.detectors {
        if exceed_one(detector.bench_mix.iter().map(|(_, share)| draw.of(*share))) {
            return refuse(&format!("the bench mix of `{}`", detector.name));
        }
    }
    Ok(())
}

fn exceed_one(shares: impl Iterator<Item = f64>) -> bool {
    shares.sum::<f64>() > 1.0 + 1e-9
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
    days: FlagDays,
    phase: usize,
}

/// What a replication leaves behind.
struct Closed {
    items: Vec<Vec<u64>>,
    flags: Vec<Vec<u64>>,
    days: FlagDays,
    stages: Vec<Stage>,
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
            days: FlagDays::default(),
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
        let mut carried = 0;
        for (i, stream) in self.plan.streams.iter().enumerate() {
            let items =
                self.volumes[stream.service].items(stream.modality, factors[stream.service]);
            carried += items;
            self.items[i][self.phase] += items;
            self.flaggers[i].flag(stream, &self.plan.lanes, self.phase, items, &mut self.today);
        }
        for (sum, n) in self.flags.iter_mut().zip(&self.today) {
            sum[self.phase] += n;
        }
        if self.daily {
            self.days.items.push(carried);
            self.days.flags.extend(&self.today);
        }
    }

    fn close(mut self) -> Closed {
        for place in self.stages.iter_mut().flat_map(|s| &mut s.places) {
            place.close();
        }
        Closed {
            items: self.items,
            flags: self.flags,
            days: self.days,
            stages: self.stages,
        }
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
    let name = &model.world.desks[model.policy.desks[i]].name;
    let stream = &mut prepared
        .streams
        .stream(&format!("labels-by-day/{name}"), replication);
    let arrived = &labels.desks[i].arrived;
    let true_arrivals = true_by_day(model, plan, &stage.arrivals_by_day, arrived, stream);
    DeskOutcome {
        places: stage.places.into_iter().map(|p| p.ledger).collect(),
        days: stage.days,
        true_arrivals,
        peak: stage.peak,
    }
}
