//! Policies on one world under common random numbers: what changes from a base to other scenarios, paired by replication.
//!
//! Every random stream is keyed by the path of what it drives, so replication *r* of two scenarios has the same state of the
//! world and the same chance in all that both contain. What is left between them is the effect of what differs, and its
//! error is that of the differences, not that of two independent runs (Law 2015, *Simulation Modeling and Analysis*, 5th
//! ed., ch. 11.2; Glasserman & Yao 1992, *Management Science* 38(6)).

pub mod headline;
pub mod page;
pub mod paired;
pub mod power;
pub mod relative;
mod table;
pub mod words;
pub mod world;

use crate::model::Model;
use crate::results::{Key, Results, clusters};
use crate::stats::summary::Clusters;
use paired::Paired;
use thiserror::Error;
use world::WorldDifferences;

/// A scenario and what came out of it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Short name, such as that of its file.
    pub name: &'a str,
    /// The scenario.
    pub model: &'a Model,
    /// Its results.
    pub results: &'a Results,
}

/// What one base and other scenarios differ in.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Name of the base.
    pub base: String,
    /// Title of the base.
    pub title: String,
    /// Confidence of every interval (share of one).
    pub confidence: f64,
    /// Replications of each scenario.
    pub replications: u64,
    /// Horizon of each, in days.
    pub days: usize,
    /// Seed of each.
    pub seed: u64,
    /// The others, in the order given.
    pub others: Vec<Against>,
}

/// One scenario against the base.
#[derive(Debug, Clone)]
pub struct Against {
    /// Short name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Every metric that both have, in the order of the base.
    pub pairs: Vec<Pair>,
    /// Metrics with a place that only the base has.
    pub only_base: usize,
    /// Metrics with a place that only this scenario has.
    pub only_other: usize,
    /// What differs outside policy and mechanisms.
    pub world: WorldDifferences,
}

/// One metric in both scenarios.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What it is about.
    pub key: Key,
    /// The paired statistics; `None` where no replication has a finite number on both sides.
    pub paired: Option<Paired>,
}

impl Against {
    /// The pair of a metric; empty names mean all.
    pub fn find(&self, metric: &str, service: &str, desk: &str, class: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| {
            let key = &pair.key;
            key.metric.name == metric
                && key.service == service
                && key.desk == desk
                && key.class == class
        })
    }
}

/// Why scenarios cannot be compared.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum CompareError {
    /// Nothing to compare with the base.
    #[error("a comparison needs a base and at least one other scenario")]
    NoOther,
    /// Horizons differ.
    #[error(
        "`{base}` runs for {base_days} days and `{other}` for {other_days}: totals of different horizons cannot be compared; give both the same `run.days`, for instance with `--set \"run.days={base_days}\"`"
    )]
    Horizon {
        /// Name of the base.
        base: String,
        /// Its days.
        base_days: usize,
        /// Name of the other.
        other: String,
        /// Its days.
        other_days: usize,
    },
    /// Seed, replications or drawing differ, so that replications do not belong together.
    #[error(
        "`{base}` and `{other}` were run with another {what}: their replications do not belong together"
    )]
    Unpaired {
        /// Name of the base.
        base: String,
        /// Name of the other.
        other: String,
        /// What differs.
        what: &'static str,
    },
    /// A confidence that is no share between 0 and 1.
    #[error("a confidence must lie between 50 % and 100 %, both excluded; {0} was given")]
    Confidence(f64),
}

/// Refuses scenarios with another horizon than the base, before anything is run.
///
/// # Errors
///
/// [`CompareError::Horizon`] with the names of both.
pub fn check_horizon(base: (&str, &Model), other: (&str, &Model)) -> Result<(), CompareError> {
    let (base_days, other_days) = (base.1.run.days, other.1.run.days);
    if base_days == other_days {
        return Ok(());
    }
    Err(CompareError::Horizon {
        base: base.0.to_owned(),
        base_days,
        other: other.0.to_owned(),
        other_days,
    })
}

/// Refuses a confidence that is not between 50 % and 100 %.
///
/// # Errors
///
/// [`CompareError::Confidence`].
pub fn check_confidence(confidence: f64) -> Result<(), CompareError> {
    if confidence > 0.5 && confidence < 1.0 {
        Ok(())
    } else {
        Err(CompareError::Confidence(confidence))
    }
}

/// The model with the seed, the replications, the drawing and the end of the base, so that replications belong together.
pub fn aligned(base: &Model, model: &Model) -> Model {
    let mut aligned = model.clone();
    aligned.run.seed = base.run.seed;
    aligned.run.replications = base.run.replications;
    aligned.run.repeats = base.run.repeats;
    aligned.run.sampling = base.run.sampling;
    aligned.run.draws = base.run.draws;
    aligned.run.stop.clone_from(&base.run.stop);
    aligned.run.minutes = base.run.minutes;
    aligned
}

/// The model with as many replications as the base was run for, whatever ended it.
pub fn followed(base: &Results, model: &Model) -> Model {
    let mut followed = model.clone();
    followed.run.replications = base.replications;
    followed.run.stop = None;
    followed.run.minutes = None;
    followed
}

/// Compares others with a base, metric by metric and replication by replication.
///
/// # Errors
///
/// [`CompareError`] when the runs do not belong together.
pub fn compare(
    base: Side<'_>,
    others: &[Side<'_>],
    confidence: f64,
) -> Result<Comparison, CompareError> {
    check_confidence(confidence)?;
    if others.is_empty() {
        return Err(CompareError::NoOther);
    }
    let others = others.iter().map(|other| {
        check_horizon((base.name, base.model), (other.name, other.model))?;
        belong_together(base, *other)?;
        Ok(against(base, *other, clusters(base.model), confidence))
    });
    let run = &base.model.run;
    Ok(Comparison {
        base: base.name.to_owned(),
        title: base.model.title.clone(),
        confidence,
        replications: base.results.replications,
        days: run.days,
        seed: run.seed,
        others: others.collect::<Result<_, _>>()?,
    })
}

fn belong_together(base: Side<'_>, other: Side<'_>) -> Result<(), CompareError> {
    let (a, b) = (&base.model.run, &other.model.run);
    let what = if a.seed != b.seed {
        "seed"
    } else if base.results.replications != other.results.replications {
        "number of replications"
    } else if a.draws != b.draws {
        "`run.uncertainty`"
    } else if clusters(base.model) != clusters(other.model) {
        "`run.repeats` or `run.sampling`"
    } else {
        return Ok(());
    };
    Err(CompareError::Unpaired {
        base: base.name.to_owned(),
        other: other.name.to_owned(),
        what,
    })
}

fn against(base: Side<'_>, other: Side<'_>, clusters: Clusters, confidence: f64) -> Against {
    let find = |key: &Key| {
        let found = other
            .results
            .find(key.metric.name, &key.service, &key.desk, &key.class);
        found.map(|estimate| &estimate.values)
    };
    let pairs: Vec<Pair> = base
        .results
        .estimates
        .iter()
        .filter_map(|estimate| {
            let values = find(&estimate.key)?;
            Some(Pair {
                key: estimate.key.clone(),
                paired: Paired::of(&estimate.values, values, clusters, confidence),
            })
        })
        .collect();
    Against {
        name: other.name.to_owned(),
        title: other.model.title.clone(),
        only_base: base.results.estimates.len() - pairs.len(),
        only_other: other.results.estimates.len() - pairs.len(),
        pairs,
        world: world::differences(base.model, other.model),
    }
}
