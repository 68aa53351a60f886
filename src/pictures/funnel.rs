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
    if !reads_innocent_items(model) {
        stages.iter_mut().for_each(|stage| stage.sentence.clear());
    }
    Funnel {
        head: head(model, subtitle, language),
        stages,
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
            .and_then(|e| e.summary)
    };
    let of = |metric, f: fn(&Summary) -> f64| get(metric).map_or(0.0, |s| f(&s));
    let (right, wrong) = (of(parts.0, |s| s.p50), of(parts.1, |s| s.p50));
    let wrong_high = of(parts.1, |s| s.p95);
    let sentence = if right + wrong > 0.0 {
        let precision = |wrong| right / (right + wrong);
        natural_frequency(
            words.language,
            precision(wrong),
            precision(wrong_high),
            &words.unit,
        )
    } else {
        say!(words.language, "chart-funnel-nothing")
    };
    FunnelStage {
        label: words.label,
        unit: words.unit,
        true_count: right,
        false_count: wrong,
        true_low: of(parts.0, |s| s.p05),
        true_high: of(parts.0, |s| s.p95),
        false_low: of(parts.1, |s| s.p05),
        false_high: wrong_high,
        sentence,
    }
}
