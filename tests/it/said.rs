//! What is said, and what is not, where a scenario holds no innocent items, no orders, or hardly an error.

use crate::support::{bundled, run};
use vessels::answer::{answer, natural_frequency};
use vessels::chart::Chart;
use vessels::language::Language;
use vessels::pictures;
use vessels::scenario::Loaded;

const ENGLISH: fn() -> Language = Language::default;

/// The answer, and the texts of the charts, of a few replications.
fn said(loaded: &Loaded) -> (String, Vec<(&'static str, String)>) {
    let results = run(loaded);
    let model = &loaded.model;
    let mut charts = pictures::charts(model, &results, ENGLISH()).unwrap();
    charts.push(pictures::interests(&[(model, &results)], ENGLISH()));
    let texts = |c: &Chart| (c.name(), c.texts().join("\n"));
    let answer = answer(model, &results, ENGLISH(), false);
    (answer, charts.iter().map(texts).collect())
}

fn chart<'a>(charts: &'a [(&str, String)], name: &str) -> &'a str {
    &charts.iter().find(|(n, _)| *n == name).unwrap().1
}

#[test]
fn reports_of_users_are_not_called_flags() {
    let (answer, charts) = said(&bundled("encryption-2023", &["run.replications=4"]));
    assert!(answer.contains("items are flagged, or reported by users, a day."));
    let funnel = chart(&charts, "funnel");
    assert!(funnel.contains("flagged or\nreported"), "{funnel}");
}

#[test]
fn nothing_is_said_of_what_is_right_where_nothing_is_innocent() {
    let (answer, charts) = said(&bundled("encryption-2023", &["run.replications=4"]));
    assert!(answer.contains("Innocent items are not part of this scenario"));
    for (name, texts) in &charts {
        assert!(!texts.contains("is innocent"), "{name}: {texts}");
        assert!(!texts.contains("is abuse material"), "{name}: {texts}");
    }
}

#[test]
fn where_all_reports_come_from_abroad_nothing_is_said_of_what_circulates() {
    let (answer, charts) = said(&bundled("clearing-house", &["run.replications=4"]));
    assert!(answer.contains("Nothing is scanned in this scenario"));
    for of_flags in ["flagged", "of what circulates", "missed"] {
        assert!(!answer.contains(of_flags), "{of_flags}: {answer}");
    }
    let interests = chart(&charts, "interests");
    let lines: Vec<&str> = interests.lines().collect();
    let share = "abuse flagged, of what circulates";
    let row = lines.iter().position(|line| *line == share).unwrap();
    assert_eq!(lines[row + 1], "unknown", "{interests}");
}

#[test]
fn none_is_innocent_only_where_no_replication_has_an_error() {
    let words = |median, least| natural_frequency(ENGLISH(), median, least, "cases");
    assert_eq!(words(1.0, 1.0), "none of the cases is innocent");
    assert_eq!(
        words(1.0, 0.999),
        "none of the cases is innocent in half of the replications or more"
    );
    assert_eq!(
        words(1.0 - 1e-9, 0.9),
        "of 1,000,000 cases, fewer than one is innocent"
    );
    let (_, charts) = said(&bundled("hungary-2024", &["run.replications=40"]));
    let funnel = chart(&charts, "funnel");
    assert!(
        !funnel.contains("none of the cases is innocent\n"),
        "{funnel}"
    );
}
