//! Reports with and without each mechanism.

use super::head;
use crate::chart::{DayReports, MechanismOff, Mechanisms, TotalChange};
use crate::contrast::Contrast;
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::ARRIVALS;
use crate::results::series::{Series, WEEK};
use crate::say;
use crate::stats::summary::Summary;

/// Reports at the desk of the chain at which most mechanisms change something, the last of several. `None` where there is no desk, no series by day, or no mechanism.
pub(super) fn mechanisms(
    model: &Model,
    results: &Results,
    without: &[Contrast],
    language: Language,
) -> Option<Mechanisms> {
    let chain = telling(model, results, without)?;
    if without.is_empty() || !super::has_days(model) {
        return None;
    }
    let desk = &model.world.desks[model.policy.desks[chain]];
    let off = |contrast: &Contrast| MechanismOff {
        mechanism: language.translate(contrast.kind.title()).into_owned(),
        days: days(&contrast.results, chain),
        change: change(results, &contrast.results, &desk.name),
    };
    Some(Mechanisms {
        head: head(
            model,
            say!(
                language,
                "chart-mechanisms-subtitle",
                replications = language.replications(results.replications)
            ),
            language,
        ),
        desk: language.translate(&desk.title).into_owned(),
        unit: crate::answer::noun(language, desk.reads),
        all_on: days(results, chain),
        mechanisms: without.iter().take(16).map(off).collect(),
    })
}

/// Least change of a total, as a share, that can be seen.
const VISIBLE: f64 = 0.005;

fn telling(model: &Model, results: &Results, without: &[Contrast]) -> Option<usize> {
    let moved = |chain: &usize| {
        let desk = &model.world.desks[model.policy.desks[*chain]].name;
        let changes = without
            .iter()
            .filter_map(|off| change(results, &off.results, desk));
        changes.filter(|c| c.median.abs() >= VISIBLE).count()
    };
    (0..model.policy.desks.len()).max_by_key(moved)
}

fn days(results: &Results, chain: usize) -> Vec<DayReports> {
    let set = results.daily.get(chain + 1);
    let weeks = set.map_or(&[][..], |s| s.weekly(Series::Arrivals));
    weeks
        .iter()
        .enumerate()
        .map(|(week, sketch)| DayReports {
            day: u32::try_from(week * WEEK + WEEK - 1).unwrap_or(u32::MAX),
            per_day: sketch.mean().unwrap_or(0.0),
        })
        .collect()
}

/// (without − with)/with of the total, replication by replication.
fn change(with: &Results, without: &Results, desk: &str) -> Option<TotalChange> {
    let values = |r: &Results| Some(r.find(ARRIVALS.name, "", desk, "")?.values.clone());
    let (with, without) = (values(with)?, values(without)?);
    let pairs = with.iter().zip(&without).filter(|(w, _)| **w > 0.0);
    let changes: Vec<f64> = pairs.map(|(w, o)| (o - w) / w).collect();
    Summary::of(&changes).map(|s| TotalChange {
        low: s.p05,
        median: s.p50,
        high: s.p95,
    })
}
