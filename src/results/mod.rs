//! Results of a run: one number per metric and replication, sketches by day, and where they come from.

pub mod expected;
mod measure;
pub mod metric;
pub mod metric_page;
pub mod series;

use crate::engine::{self, EngineError, Observer, Outcome};
use crate::model::Model;
use crate::model::policy::Outputs;
use crate::stats::summary::Summary;
use measure::{Place, Row, Subject, measure};
use metric::Metric;
use series::{Days, Series, SeriesSet};

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
}

/// Results of a run.
#[derive(Debug, Clone)]
pub struct Results {
    /// Replications that were run.
    pub replications: u64,
    /// All metrics.
    pub estimates: Vec<Estimate>,
    /// By day, before any desk and for each desk of the chain; empty when only totals are asked for.
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
    let mut collector = Collector::new(model);
    engine::run(
        model,
        threads,
        observer,
        |outcome| Sample::of(model, outcome),
        |_, sample| collector.take(sample),
    )?;
    Ok(collector.finish())
}

/// What is kept of one replication.
struct Sample {
    rows: Vec<Row>,
    /// Before any desk, then by desk; empty when only totals are asked for.
    days: Vec<Days>,
}

impl Sample {
    fn of(model: &Model, outcome: &Outcome) -> Self {
        let days = match model.run.outputs {
            Outputs::Daily => std::iter::once(Days::of_flags(outcome))
                .chain(outcome.desks.iter().map(Days::of_desk))
                .collect(),
            Outputs::Totals => Vec::new(),
        };
        Self {
            rows: measure(model, outcome),
            days,
        }
    }
}

struct Collector<'a> {
    model: &'a Model,
    keys: Vec<(&'static Metric, Place)>,
    values: Vec<Vec<f64>>,
    daily: Vec<SeriesSet>,
    replications: u64,
}

impl<'a> Collector<'a> {
    fn new(model: &'a Model) -> Self {
        let days = model.run.days;
        let desk = |d: &usize| SeriesSet::new(&model.world.desks[*d].name, Series::OF_DESK, days);
        let daily = match model.run.outputs {
            Outputs::Daily => std::iter::once(SeriesSet::new("", Series::OF_FLAGS, days))
                .chain(model.policy.desks.iter().map(desk))
                .collect(),
            Outputs::Totals => Vec::new(),
        };
        Self {
            model,
            keys: Vec::new(),
            values: Vec::new(),
            daily,
            replications: 0,
        }
    }

    fn take(&mut self, sample: Sample) {
        if self.replications == 0 {
            self.keys = sample.rows.iter().map(|r| (r.metric, r.place)).collect();
            self.values = vec![Vec::new(); sample.rows.len()];
        }
        self.replications += 1;
        for (values, row) in self.values.iter_mut().zip(&sample.rows) {
            values.push(row.value);
        }
        for (series, days) in self.daily.iter_mut().zip(&sample.days) {
            series.push(days);
        }
    }

    fn finish(self) -> Results {
        let model = self.model;
        let estimates = self
            .keys
            .iter()
            .zip(&self.values)
            .map(|((metric, place), values)| Estimate {
                key: key(model, metric, *place),
                summary: Summary::of(values),
            })
            .collect();
        Results {
            replications: self.replications,
            estimates,
            daily: self.daily,
        }
    }
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
        },
    }
}
