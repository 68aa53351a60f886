//! Charts of bundled scenarios: in every language and both sizes, their texts have room.

use crate::support::bundled;
use vessels::chart::{Chart, Size};
use vessels::engine::Nobody;
use vessels::language::Language;
use vessels::model::Model;
use vessels::pictures;
use vessels::results::{Results, simulate};

/// Scenarios that between them draw every chart of `run`.
const SCENARIOS: [&str; 6] = [
    "commission-2022",
    "account-threshold",
    "overloaded-police",
    "germany-2022",
    "rise-then-fall",
    "eu-centre-filter",
];

fn runs() -> Vec<(Model, Results)> {
    let run = |name: &str| {
        let model = bundled(name, &["run.replications=4"]).model;
        let results = simulate(&model, None, &mut Nobody).unwrap();
        (model, results)
    };
    SCENARIOS.into_iter().map(run).collect()
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
