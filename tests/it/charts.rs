//! Charts of bundled scenarios: in every language and both sizes, their texts have room.

use crate::support::bundled;
use vessels::chart::{Chart, FunnelStage, Size};
use vessels::engine::Nobody;
use vessels::language::Language;
use vessels::model::Model;
use vessels::pictures;
use vessels::results::metric::{DETECTED_SHARE, ORDER_FDR};
use vessels::results::{Results, simulate};

/// Scenarios that between them draw every chart of `run`, with those that have the most labels and the longest names.
const SCENARIOS: [&str; 12] = [
    "commission-2022",
    "account-threshold",
    "bad-list-day",
    "conditional-clause",
    "encryption-2023",
    "eu-centre-filter",
    "germany-2022",
    "homomorphic",
    "hungary-2024",
    "motion-856",
    "overloaded-police",
    "rise-then-fall",
];

/// How many of them stand side by side in the chart of interests.
const TOGETHER: usize = 6;

fn run(name: &str, replications: &str) -> (Model, Results) {
    let model = bundled(name, &[replications]).model;
    let results = simulate(&model, None, &mut Nobody).unwrap();
    (model, results)
}

fn runs() -> Vec<(Model, Results)> {
    let few = |name| run(name, "run.replications=4");
    SCENARIOS.into_iter().map(few).collect()
}

#[test]
fn texts_of_bundled_scenarios_have_room() {
    let runs = runs();
    let mut found = Vec::new();
    for language in Language::all() {
        let mut charts: Vec<Chart> = Vec::new();
        for (model, results) in &runs {
            charts.extend(pictures::charts(model, results, language).unwrap());
        }
        let all: Vec<_> = runs
            .iter()
            .take(TOGETHER)
            .map(|(model, results)| (model, results))
            .collect();
        charts.push(pictures::interests(&all, language));
        for chart in charts {
            for size in [Size::Page, Size::Slide] {
                let faults = chart.faults(size).into_iter();
                found
                    .extend(faults.map(|f| format!("{language:?} {size:?} {}: {f}", chart.name())));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn dutch_charts_hold_dutch_words_and_numbers() {
    let dutch = Language::find("nl").unwrap();
    let (model, results) = &runs()[0];
    for chart in pictures::charts(model, results, dutch).unwrap() {
        let texts = chart.texts().join("\n");
        for english in [
            "million",
            "billion",
            "replications",
            "90 % of",
            "logarithmic",
        ] {
            assert!(!texts.contains(english), "{}: {english}", chart.name());
        }
        let table = chart.table();
        assert!(table.header.iter().all(|name| name.is_ascii()));
    }
}

/// As ordered, what is found and what of the flags is false are the medians of the run; at other margins the interval of
/// what is found holds what is uncertain about consent.
#[test]
fn both_vessels_are_of_the_same_replications() {
    for name in ["upload-moderation-2024", "hungary-2024"] {
        let (model, results) = run(name, "run.replications=20");
        let charts = pictures::charts(&model, &results, Language::default()).unwrap();
        let find = |chart| match chart {
            Chart::Vessels(vessels) => Some(vessels),
            _ => None,
        };
        let vessels = charts.into_iter().find_map(find).unwrap();
        for pair in &vessels.classes {
            let mut material = model.world.material.iter();
            let class = material.find(|m| m.title == pair.class).unwrap();
            let found = results.of_class(&DETECTED_SHARE, &class.name).unwrap();
            let ordered = pair.settings.iter().find(|s| s.as_ordered).unwrap();
            assert_eq!(
                (ordered.detected, ordered.detected_low),
                (found.p50, found.p05)
            );
            let mut orders = model.policy.orders.iter();
            let of_flags = |o: &str| results.of_class(&ORDER_FDR, o).map(|s| s.p50);
            assert!(
                orders.any(|o| of_flags(&o.name) == Some(ordered.fdr)),
                "{name}"
            );
            let width = |low: f64, high: f64, median: f64| (high - low) / median;
            let known = width(found.p05, found.p95, found.p50);
            for setting in &pair.settings {
                let (low, high) = (setting.detected_low, setting.detected_high);
                assert!(
                    width(low, high, setting.detected) > 0.5 * known,
                    "{setting:?}"
                );
                assert!(setting.margin < 1.0, "{setting:?}");
            }
        }
    }
}

#[test]
fn a_share_that_is_false_reads_the_same_in_every_chart() {
    let (model, results) = run("eu-centre-filter", "run.replications=20");
    let charts = pictures::charts(&model, &results, Language::default()).unwrap();
    let load = charts.iter().find_map(|chart| match chart {
        Chart::ReportLoad(load) => Some(load),
        _ => None,
    });
    let funnel = charts.iter().find_map(|chart| match chart {
        Chart::Funnel(funnel) => Some(funnel),
        _ => None,
    });
    for desk in &load.unwrap().desks {
        let said = |stage: &FunnelStage| stage.sentence == desk.note;
        assert!(funnel.unwrap().stages.iter().any(said), "{}", desk.note);
    }
}
