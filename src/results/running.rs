//! A run that can be looked at on the way, and goes on where it was.

use super::measure::{Place, measure};
use super::metric::Metric;
use super::series::{Days, Series, SeriesSet};
use super::stop::{self, End};
use super::{Estimate, Results, clusters, key, layers_of};
use crate::engine::{self, EngineError, Observer, Outcome, Prepared};
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::policy::Outputs;
use crate::parallel::Pool;
use crate::stats::summary::Summary;

/// Most replications between two questions to the observer whether to go on.
const CHUNK: u64 = 256;

/// What has been collected of a run. Every method takes the model of [`Self::new`].
#[derive(Debug)]
pub struct Running {
    keys: Vec<(&'static Metric, Place)>,
    values: Vec<Vec<f64>>,
    daily: Vec<SeriesSet>,
    replications: u64,
    /// After how many replications the precision is looked at next.
    look: u64,
    precise: bool,
}

impl Running {
    /// A run of which nothing is done.
    pub fn new(model: &Model) -> Self {
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
            keys: Vec::new(),
            values: Vec::new(),
            daily,
            replications: 0,
            look: next_look(model, 0),
            precise: false,
        }
    }

    /// Replications that are done.
    pub fn replications(&self) -> u64 {
        self.replications
    }

    /// Runs on until so many replications are done in all, the run is precise enough, or the observer has had enough.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub fn go_on(
        &mut self,
        model: &Model,
        until: u64,
        pool: &Pool,
        observer: &mut dyn Observer,
    ) -> Result<End, EngineError> {
        if self.precise {
            return Ok(End::Precise);
        }
        if self.replications >= until {
            return Ok(End::Complete);
        }
        let prepared = Prepared::new(model, &[])?;
        let sampler = Sampler::new(model);
        while self.replications < until {
            let first = self.replications;
            let last = self.look.min(until).min(first + CHUNK);
            engine::run(
                &prepared,
                &sampler,
                first..last,
                pool,
                observer,
                |replication, outcome| Sample::of(model, replication, outcome),
                |_, sample| self.take(sample, pool),
            )?;
            if last == self.look {
                if self.is_precise(model) {
                    self.precise = true;
                    return Ok(End::Precise);
                }
                self.look = next_look(model, last);
            }
            if last < until && !observer.goes_on() {
                return Ok(End::Time);
            }
        }
        Ok(End::Complete)
    }

    fn take(&mut self, sample: Sample, pool: &Pool) {
        if self.replications == 0 {
            self.values = vec![Vec::new(); sample.keys.len()];
            self.keys = sample.keys;
        }
        self.replications += 1;
        for (values, value) in self.values.iter_mut().zip(sample.values) {
            values.push(value);
        }
        let sets = self.daily.iter_mut().zip(&sample.days).collect();
        pool.map(sets, |(set, days): (&mut SeriesSet, &Days)| set.push(days));
    }

    /// Whether the number that the run is to make precise is so.
    fn is_precise(&self, model: &Model) -> bool {
        let Some(stop) = &model.run.stop else {
            return false;
        };
        let keys = self.keys.iter().map(|(m, p)| key(model, m, *p));
        let Some(position) = keys.into_iter().position(|key| stop::is_about(stop, &key)) else {
            return false;
        };
        let clusters = clusters(model);
        let summary = Summary::clustered(&self.values[position], clusters);
        stop::is_met(stop, summary.as_ref(), clusters.count(self.replications))
    }

    /// What has come out; `end` says why no more was run.
    pub fn results(self, model: &Model, pool: &Pool, end: End) -> Results {
        Results {
            estimates: estimates(model, pool, &self.keys, self.values),
            replications: self.replications,
            end,
            daily: self.daily,
        }
    }

    /// What has come out so far, without the series by day: [`Self::daily`] has them.
    pub fn so_far(&self, model: &Model, pool: &Pool) -> Results {
        let end = if self.precise {
            End::Precise
        } else {
            End::Complete
        };
        Results {
            estimates: estimates(model, pool, &self.keys, self.values.clone()),
            replications: self.replications,
            end,
            daily: Vec::new(),
        }
    }

    /// The series by day so far, as [`Results::daily`].
    pub fn daily(&self) -> &[SeriesSet] {
        &self.daily
    }
}

fn estimates(
    model: &Model,
    pool: &Pool,
    keys: &[(&'static Metric, Place)],
    values: Vec<Vec<f64>>,
) -> Vec<Estimate> {
    let rows = keys.iter().zip(values).collect();
    pool.map(
        rows,
        |((metric, place), values): (&(_, Place), Vec<f64>)| Estimate {
            key: key(model, metric, *place),
            summary: Summary::clustered(&values, clusters(model)),
            layers: layers_of(model, &values),
            values,
        },
    )
}

/// After how many replications the precision is looked at next, when `n` have been run; draws are always complete.
fn next_look(model: &Model, n: u64) -> u64 {
    let stop = model.run.stop.as_ref();
    stop.map_or(u64::MAX, |stop| stop.next_look(n, model.run.repeats))
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
                        .map(|class| Days::of_pieces(&outcome.carried.piece_days[class])),
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
