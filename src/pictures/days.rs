//! Series by day: reports at each desk, backlog and delay.

use super::{head, replications};
use crate::answer::natural_frequency;
use crate::chart::{BacklogDelay, DayLoad, DayQueue, DeskLoad, DeskQueue, ReportLoad};
use crate::model::Model;
use crate::model::world::Desk;
use crate::results::metric::PRECISION;
use crate::results::{DeskSeries, Results, Series};
use crate::stats::sketch::Sketch;

fn desks<'a>(
    model: &'a Model,
    results: &'a Results,
) -> impl Iterator<Item = (&'a Desk, &'a DeskSeries)> {
    model
        .policy
        .desks
        .iter()
        .map(|d| &model.world.desks[*d])
        .zip(&results.daily)
}

fn at(sketch: &Sketch, p: f64) -> f64 {
    sketch.quantile(p).unwrap_or(0.0)
}

fn subtitle(results: &Results) -> String {
    format!(
        "Lines: median by day; bands: 90 % of {}.",
        replications(results)
    )
}

pub(super) fn report_load(model: &Model, results: &Results) -> ReportLoad {
    ReportLoad {
        head: head(model, subtitle(results)),
        desks: desks(model, results)
            .map(|(desk, series)| DeskLoad {
                desk: desk.title.clone(),
                unit: desk.reads.noun().into(),
                note: results
                    .at_desk(&PRECISION, &desk.name)
                    .map_or(String::new(), |p| {
                        natural_frequency(p.p50, desk.reads.noun())
                    }),
                days: loads(series),
            })
            .collect(),
    }
}

fn loads(series: &DeskSeries) -> Vec<DayLoad> {
    let all = series.of(Series::Arrivals);
    (0..all.len())
        .map(|day| DayLoad {
            day: day as u32,
            true_median: at(&series.of(Series::TrueArrivals)[day], 0.5),
            false_median: at(&series.of(Series::FalseArrivals)[day], 0.5),
            total_low: at(&all[day], 0.05),
            total_median: at(&all[day], 0.5),
            total_high: at(&all[day], 0.95),
            capacity: at(&series.of(Series::Capacity)[day], 0.5),
        })
        .collect()
}

pub(super) fn backlog_delay(model: &Model, results: &Results) -> BacklogDelay {
    BacklogDelay {
        head: head(model, subtitle(results)),
        desks: desks(model, results)
            .map(|(desk, series)| DeskQueue {
                desk: desk.title.clone(),
                unit: desk.reads.noun().into(),
                days: queues(series),
            })
            .collect(),
    }
}

/// Days without work have no delay; the chart then shows the last one.
fn queues(series: &DeskSeries) -> Vec<DayQueue> {
    let (backlog, delay) = (series.of(Series::Backlog), series.of(Series::Delay));
    let mut last = (0.0, 0.0, 0.0);
    (0..backlog.len())
        .map(|day| {
            if delay[day].count() > 0 {
                last = (
                    at(&delay[day], 0.05),
                    at(&delay[day], 0.5),
                    at(&delay[day], 0.95),
                );
            }
            DayQueue {
                day: day as u32,
                backlog_low: at(&backlog[day], 0.05),
                backlog_median: at(&backlog[day], 0.5),
                backlog_high: at(&backlog[day], 0.95),
                delay_low: last.0,
                delay_median: last.1,
                delay_high: last.2,
            }
        })
        .collect()
}
