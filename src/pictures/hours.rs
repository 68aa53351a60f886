//! Hours of a desk by use.

use super::head;
use crate::chart::{Hours, WeekHours};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::TARGETED_LOST;
use crate::results::series::{Series, WEEK};
use crate::say;

/// The desk of the chain whose people are shared with targeted investigation: its place, and the place of the mechanism.
pub(super) fn shared_desk(model: &Model) -> Option<(usize, usize)> {
    let shared = &model.mechanisms.shared_staff;
    let desks = model.policy.desks.iter().enumerate();
    desks
        .filter_map(|(i, d)| Some((i, shared.iter().position(|s| s.desk == *d)?)))
        .next()
}

pub(super) fn hours(model: &Model, results: &Results, language: Language) -> Option<Hours> {
    let (chain, shared) = shared_desk(model)?;
    let shared = &model.mechanisms.shared_staff[shared];
    let desk = &model.world.desks[shared.desk];
    let draw = model.parameters.central();
    let terms = model.staff_terms(&draw, shared.desk)?;
    let working_days = desk.working_days.iter().filter(|d| **d).count() as f64 / 7.0;
    let set = results.daily.get(chain + 1)?;
    let mean = |series, week: usize| set.weekly(series)[week].mean().unwrap_or(0.0);
    let week = |week: usize| {
        let per_unit = terms.hours / terms.units;
        let right = mean(Series::TrueServed, week) * per_unit;
        let wrong = mean(Series::Served, week) * per_unit - right;
        let available = mean(Series::People, week) * draw.of(shared.hours) * working_days;
        WeekHours {
            day: u32::try_from(week * WEEK).unwrap_or(u32::MAX),
            targeted: (available - right - wrong).max(0.0),
            true_reports: right,
            false_reports: wrong.max(0.0),
            unused: 0.0,
            available,
        }
    };
    let lost = results.at_desk(&TARGETED_LOST, &desk.name);
    Some(Hours {
        head: head(
            model,
            say!(
                language,
                "chart-hours-subtitle",
                desk = language.translate(&desk.title),
                replications = language.replications(results.replications)
            ),
            language,
        ),
        lost_cases: lost.map_or(String::new(), |s| {
            say!(
                language,
                "chart-hours-lost",
                median = language.number(s.p50),
                low = language.number(s.p05),
                high = language.number(s.p95)
            )
        }),
        weeks: (0..set.weekly(Series::Served).len()).map(week).collect(),
    })
}
