//! Monte Carlo that goes on where it was.

use crate::answer::{Answer, failure};
use crate::state::Job;
use serde_json::{Value, json};
use vessels::engine::Nobody;
use vessels::export::json::digest;
use vessels::export::tables;
use vessels::parallel::Pool;
use vessels::results::running::Running;
use vessels::results::series::SeriesSet;
use vessels::results::stop::End;
use vessels::results::{Estimate, Results};
use vessels::stats::sketch::Sketch;

/// Most replications: every value of every one is kept.
const MOST: u64 = 100_000;

/// Series that are given when none are named.
const SERIES: [&str; 3] = ["flags", "arrivals", "backlog"];

/// Runs on to `replications` and answers with what has come out.
pub(crate) fn run(job: &mut Job, replications: u64, series: Option<&[String]>) -> Answer {
    let (results, end) = go_on(job, replications)?;
    let wanted = |name: &str| match series {
        Some(names) => names.iter().any(|n| n == name),
        None => SERIES.contains(&name),
    };
    let sets = job.running.as_ref().map_or(&[][..], Running::daily);
    let daily: Vec<Value> = sets.iter().flat_map(|set| days(set, &wanted)).collect();
    Ok(json!({
        "replications": results.replications,
        "precise": end == End::Precise,
        "digest": digest_of(job, replications),
        "rows": results.estimates.iter().map(row).collect::<Vec<_>>(),
        "daily": daily,
    }))
}

/// `summary.csv` of `replications`.
pub(crate) fn table(job: &mut Job, replications: u64) -> Answer {
    job.subject
        .load(&[format!("run.replications={replications}")])?;
    if job
        .running
        .as_ref()
        .is_some_and(|r| r.replications() > replications)
    {
        job.running = None;
    }
    let (results, _) = go_on(job, replications)?;
    let bytes = tables::summary_csv(&results).map_err(|e| failure(&e.to_string()))?;
    let csv = String::from_utf8(bytes).map_err(|e| failure(&e.to_string()))?;
    Ok(json!({ "replications": results.replications, "csv": csv }))
}

fn go_on(job: &mut Job, replications: u64) -> Result<(Results, End), Value> {
    if !(1..=MOST).contains(&replications) {
        return Err(failure(&format!("1 to {MOST} replications are run here")));
    }
    let model = &job.loaded.model;
    let pool = Pool::new(Some(1)).map_err(|e| failure(&e))?;
    let running = job.running.get_or_insert_with(|| Running::new(model));
    let end = running
        .go_on(model, replications, &pool, &mut Nobody)
        .map_err(|e| failure(&e.to_string()))?;
    Ok((running.so_far(model, &pool), end))
}

/// Digest of a run of so many replications; `None` where the scenario allows no such run.
fn digest_of(job: &Job, replications: u64) -> Option<String> {
    if replications == job.loaded.model.run.replications {
        return Some(digest(&job.loaded));
    }
    let more = [format!("run.replications={replications}")];
    Some(digest(&job.subject.load(&more).ok()?))
}

fn row(estimate: &Estimate) -> Value {
    let key = &estimate.key;
    let s = estimate.summary.as_ref();
    json!({
        "metric": key.metric.name,
        "unit": key.metric.unit,
        "interest": key.metric.interest.name(),
        "service": key.service,
        "desk": key.desk,
        "class": key.class,
        "mean": s.map(|s| s.mean),
        "mcse": s.map(|s| s.mcse),
        "p05": s.map(|s| s.p05),
        "p50": s.map(|s| s.p50),
        "p95": s.map(|s| s.p95),
    })
}

fn days(set: &SeriesSet, wanted: &dyn Fn(&str) -> bool) -> Vec<Value> {
    let named = set.series.iter().map(|s| (*s, s.name()));
    named
        .filter(|(_, (name, _))| wanted(name))
        .map(|(series, (name, unit))| {
            let sketches = set.daily(series);
            let at = |p: f64| -> Vec<Option<f64>> {
                let quantile = |s: &Sketch| s.quantile(p).filter(|q| q.is_finite());
                sketches.iter().map(quantile).collect()
            };
            json!({
                "series": name,
                "unit": unit,
                "desk": set.desk,
                "class": set.class,
                "p05": at(0.05),
                "p50": at(0.50),
                "p95": at(0.95),
            })
        })
        .collect()
}
