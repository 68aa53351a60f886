//! Results of a run: one number per metric and replication, sketches by day, and where they come from.

pub mod evaluate;
pub mod expected;
mod measure;
pub mod metric;
pub mod metric_page;
pub mod running;
pub mod selector;
pub mod series;
pub mod stop;

use crate::engine::{EngineError, Observer};
use crate::model::Model;
use crate::model::epistemic::RANDOMISATIONS;
use crate::model::precision::Sampling;
use crate::parallel::Pool;
use crate::sensitivity::layers::{Layers, layers};
use crate::stats::summary::{Clusters, Summary};
use measure::{Place, Subject, USERS};
use metric::Metric;
use running::Running;
use series::SeriesSet;
use stop::End;

/// What a summary row is about: an empty name means all.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The metric.
    pub metric: &'static Metric,
    /// Name of the service.
    pub service: String,
    /// Name of the desk, or `desk/STATE`.
    pub desk: String,
    /// Name of the class, order or group.
    pub class: String,
}

/// One metric over replications.
#[derive(Debug, Clone)]
pub struct Estimate {
    /// What it is about.
    pub key: Key,
    /// Mean and quantiles; `None` where the metric is undefined in every replication.
    pub summary: Option<Summary>,
    /// How much of the variance is ignorance and how much is chance; only with two or more repeats of every draw, and where
    /// there is variance.
    pub layers: Option<Layers>,
    /// One number per replication, in their order; NaN where it is undefined.
    pub values: Vec<f64>,
}

/// Results of a run.
#[derive(Debug, Clone)]
pub struct Results {
    /// Replications that were run.
    pub replications: u64,
    /// Why no more were run.
    pub end: End,
    /// All metrics.
    pub estimates: Vec<Estimate>,
    /// By day, before any desk, for each desk of the chain, and for each class whose pieces are counted; empty when only totals are asked for.
    pub daily: Vec<SeriesSet>,
}

impl Results {
    /// The summary of a metric; empty names mean all.
    pub fn find(&self, metric: &str, service: &str, desk: &str, class: &str) -> Option<&Estimate> {
        self.estimates.iter().find(|e| {
            e.key.metric.name == metric
                && e.key.service == service
                && e.key.desk == desk
                && e.key.class == class
        })
    }

    /// The summary of a metric at a desk.
    pub fn at_desk(&self, metric: &Metric, desk: &str) -> Option<&Summary> {
        self.find(metric.name, "", desk, "")?.summary.as_ref()
    }

    /// The summary of a metric for a class, an order or a group.
    pub fn of_class(&self, metric: &Metric, class: &str) -> Option<&Summary> {
        self.find(metric.name, "", "", class)?.summary.as_ref()
    }

    /// The summary of a metric over everything.
    pub fn overall(&self, metric: &Metric) -> Option<&Summary> {
        self.find(metric.name, "", "", "")?.summary.as_ref()
    }
}

/// Runs a model and collects its results.
///
/// # Errors
///
/// [`EngineError`].
pub fn simulate(
    model: &Model,
    threads: Option<usize>,
    observer: &mut dyn Observer,
) -> Result<Results, EngineError> {
    let pool = Pool::new(threads).map_err(EngineError::Threads)?;
    let greatest = model.run.replications;
    let mut running = Running::new(model);
    observer.started(greatest);
    let end = running.go_on(model, greatest, &pool, observer)?;
    observer.finished();
    Ok(running.results(model, &pool, end))
}

/// Which replications of a model belong together.
pub fn clusters(model: &Model) -> Clusters {
    let rows = model.run.repeats;
    match model.run.sampling {
        Sampling::Quasi if model.run.draws => Clusters::Randomisations {
            count: RANDOMISATIONS,
            rows,
        },
        _ if rows > 1 => Clusters::Rows(rows),
        _ => Clusters::Independent,
    }
}

fn layers_of(model: &Model, values: &[f64]) -> Option<Layers> {
    let repeats = usize::try_from(model.run.repeats).ok()?;
    if repeats < 2 || !model.run.draws {
        return None;
    }
    let draws: Vec<&[f64]> = values.chunks(repeats).collect();
    layers(&draws).ok()
}

fn key(model: &Model, metric: &'static Metric, place: Place) -> Key {
    let world = &model.world;
    let desk = place.desk.map_or(String::new(), |(i, state)| {
        let desk = &world.desks[model.policy.desks[i]].name;
        match state {
            None => desk.clone(),
            Some(s) => format!("{desk}/{}", world.member_states[s].name),
        }
    });
    Key {
        metric,
        service: place
            .service
            .map_or(String::new(), |s| world.services[s].name.clone()),
        desk,
        class: match place.class {
            None => String::new(),
            Some(Subject::Class(c)) => world.class_name(c).to_owned(),
            Some(Subject::Order(o)) => model.policy.orders[o].name.clone(),
            Some(Subject::Group(g)) => world.groups[g].name.clone(),
            Some(Subject::User(u)) => USERS[u].to_owned(),
        },
    }
}
