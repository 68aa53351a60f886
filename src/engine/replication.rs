//! One replication: a pure function of the model, the thresholds set in advance, the seed and its number.

use super::account_laws::AccountLaws;
use super::desk::{Day, Ledger};
use super::error::EngineError;
use super::plan::Plan;
use super::stage::{Stage, stages};
use super::traffic::{Carried, Traffic};
use super::unflagged::Unflagged;
use crate::model::Model;
use crate::model::parameter::Draw;
use crate::model::policy::{Action, Outputs, Rule};
use crate::model::world::GREATEST_TOTAL;
use crate::random::streams::Streams;
use crate::theory::curve::Setting;

/// What all replications under one setting of the levers share.
pub(crate) struct Prepared<'a> {
    pub(crate) model: &'a Model,
    /// What is believed when thresholds are set: central values, with the levers as they were chosen.
    pub(crate) central: Draw,
    pub(crate) preset: Vec<Setting>,
    /// Thresholds that triggers set, by trigger; `None` where they set none.
    pub(crate) triggered: Vec<Option<Setting>>,
    pub(crate) streams: Streams,
    pub(crate) laws: AccountLaws,
}

impl<'a> Prepared<'a> {
    /// Thresholds are solved on central values; `levers` are parameters, by index, that were given other values.
    pub(crate) fn new(model: &'a Model, levers: &[(usize, f64)]) -> Result<Self, EngineError> {
        let mut central = model.parameters.central();
        for &(parameter, value) in levers {
            central.set(parameter, value);
        }
        let failed = |source| EngineError::Draw {
            replication: 0,
            source,
        };
        Ok(Self {
            preset: model.preset(&central).map_err(failed)?,
            triggered: model.trigger_presets(&central).map_err(failed)?,
            streams: Streams::new(model.run.seed),
            laws: AccountLaws::default(),
            central,
            model,
        })
    }
}

/// Thresholds of a model at its central values, without any lever.
#[derive(Debug, Clone)]
pub(crate) struct Thresholds {
    preset: Vec<Setting>,
    triggered: Vec<Option<Setting>>,
}

impl<'a> Prepared<'a> {
    /// The thresholds of what was prepared without levers.
    pub(crate) fn thresholds(&self) -> Thresholds {
        Thresholds {
            preset: self.preset.clone(),
            triggered: self.triggered.clone(),
        }
    }

    /// What [`Self::new`] gives; `base` are the thresholds without levers, and those that no lever can touch are not solved again.
    pub(crate) fn under(
        model: &'a Model,
        base: &Thresholds,
        levers: &[(usize, f64)],
    ) -> Result<Self, EngineError> {
        let Some(touched) = touched(model, levers) else {
            return Self::new(model, levers);
        };
        let mut central = model.parameters.central();
        for &(parameter, value) in levers {
            central.set(parameter, value);
        }
        let failed = |source| EngineError::Draw {
            replication: 0,
            source,
        };
        let (mut preset, mut triggered) = (base.preset.clone(), base.triggered.clone());
        for (order, setting) in model.policy.orders.iter().zip(&mut preset) {
            if touched(&order.name, order.rule) {
                *setting = model.setting(&central, order).map_err(failed)?;
            }
        }
        for (trigger, setting) in model.policy.triggers.iter().zip(&mut triggered) {
            if let Action::Rule(rule) = trigger.action {
                let order = &model.policy.orders[trigger.order];
                if touched(&order.name, rule) {
                    let solved = model.setting_under(&central, order, rule);
                    *setting = Some(solved.map_err(failed)?);
                }
            }
        }
        Ok(Self {
            preset,
            triggered,
            streams: Streams::new(model.run.seed),
            laws: AccountLaws::default(),
            central,
            model,
        })
    }
}

/// Whether a threshold, by the name of its order and its rule, can depend on levers: on those of the order itself, and on those of
/// desks where the rule is the capacity of one. `None` where a lever is of anything else.
fn touched(model: &Model, levers: &[(usize, f64)]) -> Option<impl Fn(&str, Rule) -> bool> {
    let mut has_desk = false;
    let mut orders: Vec<&str> = Vec::new();
    for (parameter, _) in levers {
        let path = model.parameters.at(*parameter).path.as_str();
        if path.starts_with("desks.") {
            has_desk = true;
            continue;
        }
        let of_order = path.strip_prefix("policy.orders.")?;
        let names = model.policy.orders.iter().map(|o| o.name.as_str());
        let is_of = |name: &&str| {
            let rest = of_order.strip_prefix(name);
            rest.is_some_and(|rest| rest.starts_with('.'))
        };
        // Names may hold points: `a.b` is not `a`.
        orders.push(names.filter(is_of).max_by_key(|name| name.len())?);
    }
    Some(move |name: &str, rule: Rule| {
        orders.contains(&name) || (has_desk && matches!(rule, Rule::Desk(_)))
    })
}

/// Everything that happened in one replication.
pub(crate) struct Outcome {
    pub(crate) draw: Draw,
    pub(crate) plan: Plan,
    pub(crate) carried: Carried,
    /// Desks of the chain.
    pub(crate) desks: Vec<DeskOutcome>,
}

/// What was carried and flagged on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct FlagDay {
    pub(crate) items: u64,
    pub(crate) flags: u64,
    /// Of the flags, abuse.
    pub(crate) true_flags: u64,
}

/// A desk of the chain.
pub(crate) struct DeskOutcome {
    /// One place, or one for each member state and the rest.
    pub(crate) places: Vec<Ledger>,
    /// By day, all places together; empty when only totals are asked for.
    pub(crate) days: Vec<Day>,
    /// Peak of the backlog, all places together.
    pub(crate) peak: u64,
}

impl Outcome {
    /// Items that each order read.
    pub(crate) fn read(&self) -> impl Iterator<Item = f64> {
        let spells = self.carried.spells.iter();
        spells.map(|of_order| of_order.iter().map(|s| s.read).sum())
    }

    /// What was not flagged, by stream.
    pub(crate) fn unflagged(&self) -> impl Iterator<Item = &Unflagged> {
        self.carried.streams.iter().map(|s| &s.unflagged)
    }
}

/// The replication with chance number `replication` in the state of the world `draw`.
pub(crate) fn replicate(
    prepared: &Prepared<'_>,
    draw: Draw,
    replication: u64,
) -> Result<Outcome, EngineError> {
    let model = prepared.model;
    let failed = |source| EngineError::Draw {
        replication,
        source,
    };
    let points = model
        .operating_points(&draw, &prepared.preset)
        .map_err(failed)?;
    check_shares(model, &draw, replication)?;
    let plan = Plan::new(model, &draw);
    let mut run = Running {
        traffic: Traffic::new(prepared, &draw, &points, &plan, replication),
        stages: stages(prepared, &draw, &plan, &followed(model), replication),
        prepared,
        draw: &draw,
        plan: &plan,
        replication,
    };
    for day in 0..model.run.days {
        run.day(day)?;
    }
    let Running {
        traffic, stages, ..
    } = run;
    Ok(Outcome {
        carried: traffic.close(),
        desks: stages.into_iter().map(finish).collect(),
        draw,
        plan,
    })
}

/// Places in the chain whose forwarded units the mechanisms need to know day by day.
fn followed(model: &Model) -> Vec<bool> {
    let mechanisms = &model.mechanisms;
    let mut followed = vec![false; model.policy.desks.len()];
    let removal = mechanisms.removal.as_ref().map(|r| r.desk);
    let learning = mechanisms.learning.as_ref().map(|l| l.desk);
    for desk in [removal, learning].into_iter().flatten() {
        if let Some(place) = model.found_at(desk) {
            followed[place] = true;
        }
    }
    followed
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
            return refuse(&format!(
                "the shares in the bench mix of `{}`",
                detector.name
            ));
        }
    }
    for house in &model.mechanisms.clearing_houses {
        if exceed_one(house.mix.iter().map(|share| draw.of(*share))) {
            return refuse(&format!("the shares in the mix of `{}`", house.name));
        }
    }
    let users = model.mechanisms.displacement.iter();
    if exceed_one(users.map(|u| draw.of(u.share))) {
        return refuse("the shares of types of user");
    }
    Ok(())
}

fn exceed_one(shares: impl Iterator<Item = f64>) -> bool {
    shares.sum::<f64>() > 1.0 + 1e-9
}

struct Running<'a> {
    prepared: &'a Prepared<'a>,
    draw: &'a Draw,
    plan: &'a Plan,
    replication: u64,
    traffic: Traffic<'a>,
    stages: Vec<Stage>,
}

impl Running<'_> {
    fn day(&mut self, day: usize) -> Result<(), EngineError> {
        let model = self.prepared.model;
        let weekday = model.weekday(day);
        let daily = model.run.outputs == Outputs::Daily;
        self.traffic.begin(day)?;
        if self.traffic.overflows() {
            let what = format!(
                "on day {day} the stock of pieces has grown so much that more abuse circulates than items"
            );
            return Err(EngineError::Probability {
                replication: self.replication,
                what,
            });
        }
        self.traffic.flag(day, weekday)?;
        for i in 0..self.stages.len() {
            let (before, rest) = self.stages.split_at_mut(i);
            let stage = &mut rest[0];
            let from: &[Vec<u64>] = match before.last() {
                Some(previous) => &previous.outgoing,
                None => std::slice::from_ref(&self.traffic.reported),
            };
            stage.receive(from);
            if !stage.day(day, weekday, daily) {
                let desk = &model.world.desks[model.policy.desks[i]].name;
                return Err(self.not_conserved(day, format!("units at desk `{desk}`")));
            }
        }
        if !self.traffic.end(day, &self.stages, self.plan, self.draw) {
            return Err(self.not_conserved(day, "pieces in circulation".into()));
        }
        Ok(())
    }

    fn not_conserved(&self, day: usize, what: String) -> EngineError {
        EngineError::Conservation {
            replication: self.replication,
            seed: self.prepared.model.run.seed,
            day,
            what,
        }
    }
}

fn finish(mut stage: Stage) -> DeskOutcome {
    for place in &mut stage.places {
        place.close();
    }
    DeskOutcome {
        places: stage.places.into_iter().map(|p| p.ledger).collect(),
        days: stage.days,
        peak: stage.peak,
    }
}
