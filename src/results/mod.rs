//! Results of a run: one number per metric and replication, sketches by day, and where they come from.

pub mod evaluate;
pub mod expected;
mod measure;
pub mod metric;
pub mod metric_page;
pub mod selector;
pub mod series;
pub mod stop;

use crate::engine::{self, EngineError, Observer, Outcome, Prepared};
use crate::model::Model;
use crate::model::epistemic::{RANDOMISATIONS, Sampler};
use crate::model::policy::Outputs;
use crate::model::precision::Sampling;
use crate::sensitivity::layers::{Layers, layers};
use crate::stats::summary::{Clusters, Summary};
use measure::{Place, Subject, USERS, measure};
use metric::Metric;
use rayon::ThreadPool;
use rayon::prelude::*;
use series::{Days, Series, SeriesSet};
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
    let pool = engine::pool(threads)?;
    let mut collector = Collector::new(model, &pool);
    let prepared = Prepared::new(model, &[])?;
    let sampler = Sampler::new(model);
    let greatest = model.run.replications;
    observer.started(greatest);
    let mut end = End::Complete;
    let mut look = next_look(model, 0);
    while collector.replications < greatest {
        let first = collector.replications;
        let last = look.min(greatest).min(first + CHUNK);
        engine::run(
            &prepared,
            &sampler,
            first..last,
            &pool,
            observer,
            |replication, outcome| Sample::of(model, replication, outcome),
            |_, sample| collector.take(sample),
        )?;
        if last == look {
            if collector.is_precise() {
                end = End::Precise;
                break;
            }
            look = next_look(model, last);
        }
        if last < greatest && !observer.goes_on() {
            end = End::Time;
            break;
        }
    }
    observer.finished();
    Ok(collector.finish(end))
}

/// Most replications between two questions to the observer whether to go on.
const CHUNK: u64 = 256;

/// After how many replications the precision is looked at next, when `n` have been run; draws are always complete.
fn next_look(model: &Model, n: u64) -> u64 {
    let stop = model.run.stop.as_ref();
    stop.map_or(u64::MAX, |stop| stop.next_look(n, model.run.repeats))
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

/// What is kept of one replication.
struct Sample {
    /// What the values are about; only in the first replication, since it is the same in all.
    keys: Vec<(&'static Metric, Place)>,
    values: Vec<f64>,
    /// Before any desk, then by desk; empty when only totals are asked for.
    days: Vec<Days>,
}

impl Sample {
    fn of(model: &Model, replication: u64, outcome: &Outcome) -> Self {
        let rows = measure(model, outcome);
        let first = if replication == 0 {
            rows.as_slice()
        } else {
            &[]
        };
        let days = match model.run.outputs {
            Outputs::Daily => std::iter::once(Days::of_flags(outcome))
                .chain(outcome.desks.iter().map(Days::of_desk))
                .chain(
                    model
                        .counted_material()
                        .map(|class| Days::of_pieces(&outcome.piece_days[class])),
                )
                .collect(),
            Outputs::Totals => Vec::new(),
        };
        Self {
            keys: first.iter().map(|r| (r.metric, r.place)).collect(),
            values: rows.iter().map(|r| r.value).collect(),
            days,
        }
    }
}

struct Collector<'a> {
    model: &'a Model,
    pool: &'a ThreadPool,
    keys: Vec<(&'static Metric, Place)>,
    values: Vec<Vec<f64>>,
    daily: Vec<SeriesSet>,
    replications: u64,
}

impl<'a> Collector<'a> {
    fn new(model: &'a Model, pool: &'a ThreadPool) -> Self {
        let days = model.run.days;
        let desk =
            |d: &usize| SeriesSet::new((&model.world.desks[*d].name, ""), Series::OF_DESK, days);
        let pieces = |class: usize| {
            let name = &model.world.material[class].name;
            SeriesSet::new(("", name), Series::OF_PIECES, days)
        };
        let daily = match model.run.outputs {
            Outputs::Daily => std::iter::once(SeriesSet::new(("", ""), Series::OF_FLAGS, days))
                .chain(model.policy.desks.iter().map(desk))
                .chain(model.counted_material().map(pieces))
                .collect(),
            Outputs::Totals => Vec::new(),
        };
        Self {
            model,
            pool,
            keys: Vec::new(),
            values: Vec::new(),
            daily,
            replications: 0,
        }
    }

    fn take(&mut self, sample: Sample) {
        if self.replications == 0 {
            self.values = vec![Vec::new(); sample.keys.len()];
            self.keys = sample.keys;
        }
        self.replications += 1;
        for (values, value) in self.values.iter_mut().zip(sample.values) {
            values.push(value);
        }
        if !sample.days.is_empty() {
            let sets = self.daily.par_iter_mut().zip(&sample.days);
            self.pool
                .install(|| sets.for_each(|(set, days)| set.push(days)));
        }
    }

    /// Whether the number that the run is to make precise is so.
    fn is_precise(&self) -> bool {
        let Some(stop) = &self.model.run.stop else {
            return false;
        };
        let keys = self.keys.iter().map(|(m, p)| key(self.model, m, *p));
        let Some(position) = keys.into_iter().position(|key| stop::is_about(stop, &key)) else {
            return false;
        };
        let summary = Summary::clustered(&self.values[position], clusters(self.model));
        stop::is_met(stop, summary.as_ref())
    }

    fn finish(self, end: End) -> Results {
        let model = self.model;
        let estimate =
            |((metric, place), values): (&(&'static Metric, Place), Vec<f64>)| Estimate {
                key: key(model, metric, *place),
                summary: Summary::clustered(&values, clusters(model)),
                layers: layers_of(model, &values),
                values,
            };
        let rows = self.keys.par_iter().zip(self.values);
        let estimates = self.pool.install(|| rows.map(estimate).collect());
        Results {
            replications: self.replications,
            end,
            estimates,
            daily: self.daily,
        }
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
