//! From items to actionable cases.

use super::head;
use crate::answer::{by, natural_frequency, noun, reads_innocent_items};
use crate::chart::{Funnel, FunnelStage};
use crate::language::Language;
use crate::model::Model;
use crate::model::world::WorkUnit;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;
use crate::units::DAYS_PER_YEAR;

pub(super) fn funnel(model: &Model, results: &Results, language: Language) -> Funnel {
    let subtitle = say!(
        language,
        "chart-funnel-subtitle",
        innocent = if reads_innocent_items(model) {
            "yes"
        } else {
            "no"
        },
        replications = language.replications(results.replications)
    );
    let words = |label: String, unit: String| Words {
        label,
        unit,
        language,
    };
    let items_noun = || say!(language, "chart-items");
    let mut stages = vec![
        items(
            results,
            &ITEMS,
            words(items_noun(), items_noun()),
            (&CIRCULATING, DAYS_PER_YEAR),
        ),
        items(
            results,
            &ITEMS_SCANNED,
            words(say!(language, "chart-funnel-scanned"), items_noun()),
            (&ABUSE_SCANNED, 1.0),
        ),
    ];
    stages.push(stage(
        results,
        words(
            say!(language, "chart-funnel-flagged", by = by(model)),
            noun(language, WorkUnit::Flags),
        ),
        (&TRUE_FLAGS, &FALSE_FLAGS),
        "",
    ));
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        let title = language.translate(&desk.title);
        stages.push(stage(
            results,
            words(
                say!(language, "chart-funnel-to", desk = title),
                noun(language, desk.reads),
            ),
            (&TRUE_ARRIVALS, &FALSE_ARRIVALS),
            &desk.name,
        ));
    }
    if let Some(&d) = model.policy.desks.last() {
        stages.push(stage(
            results,
            words(
                say!(language, "chart-funnel-actionable"),
                noun(language, WorkUnit::Cases),
            ),
            (&TRUE_FORWARDED, &FALSE_FORWARDED),
            &model.world.desks[d].name,
        ));
    }
    let nothing = |stage: &FunnelStage| stage.true_high + stage.false_high == 0.0;
    if nothing(&stages[FLAGGED]) && !stages.iter().skip(FLAGGED).all(nothing) {
        // Everything comes from elsewhere: nothing is scanned here.
        stages.drain(..=FLAGGED);
    }
    let abuse_only = !reads_innocent_items(model);
    if abuse_only {
        stages.iter_mut().for_each(|stage| stage.sentence.clear());
    }
    Funnel {
        head: head(model, subtitle, language),
        stages,
        abuse_only,
    }
}

/// The stage of flags, before any desk.
const FLAGGED: usize = 2;

/// What a stage is called, and what is counted there.
struct Words {
    label: String,
    unit: String,
    language: Language,
}

/// Items; `abuse` is the metric of the abuse among them and its time in days.
fn items(
    results: &Results,
    metric: &'static Metric,
    words: Words,
    (abuse, days): (&'static Metric, f64),
) -> FunnelStage {
    let all = results.overall(metric);
    let abuse = results.overall(abuse);
    let right = |f: fn(&Summary) -> f64| abuse.map_or(0.0, |s| f(s) / days);
    let median = right(|s| s.p50);
    let wrong = |f: fn(&Summary) -> f64| all.map_or(0.0, |s| (f(s) - median).max(0.0));
    let total = all.map_or(0.0, |s| s.p50);
    FunnelStage {
        label: words.label,
        unit: words.unit,
        true_count: median,
        true_low: right(|s| s.p05),
        true_high: right(|s| s.p95),
        false_count: wrong(|s| s.p50),
        false_low: wrong(|s| s.p05),
        false_high: wrong(|s| s.p95),
        sentence: if median > 0.0 {
            one_in(total / median, words.language)
        } else {
            String::new()
        },
    }
}

fn one_in(many: f64, language: Language) -> String {
    if many < 1.0005 {
        return say!(language, "chart-funnel-all");
    }
    if many < 10.0 {
        let share = language.percent(1.0 / many);
        return say!(language, "chart-funnel-share", share = share);
    }
    say!(
        language,
        "chart-funnel-one-in",
        many = language.number(many)
    )
}

fn stage(
    results: &Results,
    words: Words,
    parts: (&'static Metric, &'static Metric),
    desk: &str,
) -> FunnelStage {
    let get = |metric: &'static Metric| {
        results
            .find(metric.name, "", desk, "")
            .filter(|e| e.summary.is_some())
    };
    let of = |metric, f: fn(&Summary) -> f64| {
        let summary = get(metric).and_then(|e| e.summary);
        summary.map_or(0.0, |s| f(&s))
    };
    let (right, wrong) = (of(parts.0, |s| s.p50), of(parts.1, |s| s.p50));
    let values = |metric| get(metric).map_or(&[][..], |e| &e.values);
    let sentence = match precision(values(parts.0), values(parts.1)) {
        Some(s) => natural_frequency(words.language, s.p50, s.p05, &words.unit),
        None => say!(words.language, "chart-funnel-nothing"),
    };
    FunnelStage {
        label: words.label,
        unit: words.unit,
        true_count: right,
        false_count: wrong,
        true_low: of(parts.0, |s| s.p05),
        true_high: of(parts.0, |s| s.p95),
        false_low: of(parts.1, |s| s.p05),
        false_high: of(parts.1, |s| s.p95),
        sentence,
    }
}

/// The share that is right in each replication, as the metrics of precision have it; `None` where nothing is counted in any.
fn precision(right: &[f64], wrong: &[f64]) -> Option<Summary> {
    let pairs = right.iter().zip(wrong);
    let shares: Vec<f64> = pairs
        .map(|(right, wrong)| right / (right + wrong))
        .collect();
    Summary::of(&shares)
}
