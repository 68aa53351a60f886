//! Series by day: reports at each desk, backlog and delay.

use super::head;
use crate::answer::{frequency, noun, reads_innocent_items};
use crate::chart::{BacklogDelay, DayLoad, DayQueue, DeskLoad, DeskQueue, ReportLoad};
use crate::language::Language;
use crate::model::Model;
use crate::model::world::{Capacity, Desk};
use crate::results::Results;
use crate::results::metric::PRECISION;
use crate::results::series::{Series, SeriesSet, WEEK};
use crate::say;
use crate::stats::sketch::Sketch;

fn desks<'a>(
    model: &'a Model,
    results: &'a Results,
) -> impl Iterator<Item = (&'a Desk, &'a SeriesSet)> {
    model
        .policy
        .desks
        .iter()
        .map(|d| &model.world.desks[*d])
        .zip(results.daily.iter().skip(1))
}

fn at(sketch: &Sketch, p: f64) -> f64 {
    sketch.quantile(p).unwrap_or(0.0)
}

/// From so many days on, charts show averages of weeks: the weekend would only blacken them.
const WEEKLY_FROM: usize = 120;

fn weekly(model: &Model) -> bool {
    model.run.days >= WEEKLY_FROM
}

fn subtitle(model: &Model, results: &Results, language: Language) -> String {
    let replications = language.replications(results.replications);
    if weekly(model) {
        say!(language, "chart-days-weekly", replications = replications)
    } else {
        say!(language, "chart-days-daily", replications = replications)
    }
}

fn load_subtitle(model: &Model, results: &Results, language: Language) -> String {
    say!(
        language,
        "chart-load-subtitle",
        of = if weekly(model) { "weeks" } else { "days" },
        replications = language.replications(results.replications)
    )
}

/// A series as a chart shows it, with the days between its points.
struct Shown<'a> {
    series: &'a SeriesSet,
    weekly: bool,
}

impl Shown<'_> {
    fn of(&self, series: Series) -> &[Sketch] {
        if self.weekly {
            self.series.weekly(series)
        } else {
            self.series.daily(series)
        }
    }

    fn day(&self, point: usize) -> u32 {
        let day = if self.weekly { point * WEEK } else { point };
        u32::try_from(day).unwrap_or(u32::MAX)
    }
}

pub(super) fn report_load(model: &Model, results: &Results, language: Language) -> ReportLoad {
    ReportLoad {
        head: head(model, load_subtitle(model, results, language), language),
        desks: desks(model, results)
            .map(|(desk, series)| DeskLoad {
                desk: language.translate(&desk.title).into_owned(),
                unit: noun(language, desk.reads),
                note: results
                    .at_desk(&PRECISION, &desk.name)
                    .filter(|_| reads_innocent_items(model))
                    .map_or(String::new(), |p| frequency(language, p, desk.reads)),
                days: loads(&Shown {
                    series,
                    weekly: weekly(model),
                }),
            })
            .collect(),
    }
}

fn loads(series: &Shown<'_>) -> Vec<DayLoad> {
    let all = series.of(Series::Arrivals);
    (0..all.len())
        .map(|day| DayLoad {
            day: series.day(day),
            true_median: at(&series.of(Series::TrueArrivals)[day], 0.5),
            false_median: at(&series.of(Series::FalseArrivals)[day], 0.5),
            total_low: at(&all[day], 0.05),
            total_median: at(&all[day], 0.5),
            total_high: at(&all[day], 0.95),
            capacity: at(&series.of(Series::Capacity)[day], 0.5),
        })
        .collect()
}

/// Desks that read everything at once are left out.
pub(super) fn backlog_delay(model: &Model, results: &Results, language: Language) -> BacklogDelay {
    BacklogDelay {
        head: head(model, subtitle(model, results, language), language),
        desks: desks(model, results)
            .filter(|(desk, _)| !matches!(desk.capacity, Capacity::Unlimited))
            .map(|(desk, series)| DeskQueue {
                desk: language.translate(&desk.title).into_owned(),
                unit: noun(language, desk.reads),
                days: queues(&Shown {
                    series,
                    weekly: weekly(model),
                }),
            })
            .collect(),
    }
}

/// Days without work have no delay; the chart then shows the last one.
fn queues(series: &Shown<'_>) -> Vec<DayQueue> {
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
                day: series.day(day),
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
