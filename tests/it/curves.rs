//! Thresholds, rates and margins against 50 digits (`tests/data/thresholds.py`), and curves that are not proper.

use crate::support::close;
use vessels::special::binomial;
use vessels::theory::curve::{Curve, HashCurve, Setting};
use vessels::theory::rule::{Population, Target, solve};

const TOLERANCE: f64 = 1e-9;

struct Row {
    kind: String,
    parameters: Vec<f64>,
    margin: f64,
    threshold: f64,
    fpr: f64,
    recall: f64,
}

fn table(kinds: &[&str]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(include_str!("../data/thresholds.csv").as_bytes());
    let number = |s: &str| s.parse::<f64>().expect("a number");
    let rows: Vec<Row> = reader
        .records()
        .map(|record| {
            let record = record.expect("a row");
            Row {
                kind: record[0].to_owned(),
                parameters: record[1].split(' ').map(number).collect(),
                margin: number(&record[2]),
                threshold: number(&record[3]),
                fpr: number(&record[4]),
                recall: number(&record[5]),
            }
        })
        .filter(|row| kinds.contains(&row.kind.as_str()))
        .collect();
    assert!(rows.len() >= 15, "the table of {kinds:?} is too short");
    rows
}

fn population(prevalence: f64, benign: &[f64]) -> Population {
    let benign: Vec<(f64, f64)> = benign.chunks(2).map(|b| (b[0], b[1])).collect();
    Population {
        benign: if benign.is_empty() {
            vec![(1.0, 0.0)]
        } else {
            benign
        },
        prevalence,
        other_abuse: 0.0,
        resembling: 0.0,
        items_per_day: 1e10,
    }
}

fn check(row: &Row, population: &Population, target: Target) {
    let curve = Curve::binormal(row.parameters[0], row.parameters[1]).expect("a curve");
    let what = format!("{} {:?} at {:e}", row.kind, row.parameters, row.margin);
    let setting = solve(&curve, population, target).expect(&what);
    let Setting::Score(t) = setting else {
        panic!("{what}: {setting:?}");
    };
    close(&format!("{what}: threshold"), t, row.threshold, TOLERANCE);
    let fpr = population.false_positive_rate(&curve, setting);
    close(&format!("{what}: FPR"), fpr, row.fpr, TOLERANCE);
    let recall = curve.recall(setting);
    close(&format!("{what}: recall"), recall, row.recall, TOLERANCE);
}

#[test]
fn thresholds_of_a_false_positive_rate() {
    for row in table(&["fpr", "mixture-fpr"]) {
        let field = population(1e-6, &row.parameters[2..]);
        check(&row, &field, Target::FalsePositiveRate(row.margin));
    }
}

#[test]
fn thresholds_of_a_false_discovery_rate() {
    for row in table(&["fdr", "mixture-fdr"]) {
        let field = population(row.parameters[2], &row.parameters[3..]);
        check(&row, &field, Target::FalseDiscoveryRate(row.margin));
    }
}

#[test]
fn hash_rates() {
    for row in table(&["hash"]) {
        let [bits, size, radius] = row.parameters[..3] else {
            panic!("{:?}", row.parameters);
        };
        let (bits, radius) = (bits as u64, radius as u64);
        let what = format!("{bits} bits, {size} listed, radius {radius}");
        let transformations = row.parameters[3..].chunks(2).map(|t| (t[0], t[1]));
        let hash = HashCurve::new(bits, size, transformations.collect()).expect("a hash");
        let p0 = binomial::cdf(radius, bits, 0.5);
        close(&format!("{what}: p₀"), p0, row.threshold, TOLERANCE);
        close(
            &format!("{what}: FPR"),
            hash.false_positive_rate(radius),
            row.fpr,
            TOLERANCE,
        );
        close(
            &format!("{what}: recall"),
            hash.recall(radius),
            row.recall,
            TOLERANCE,
        );
    }
}

/// FDR of a curve at a threshold, from the definitions.
fn fdr(separation: f64, spread: f64, prevalence: f64, t: f64) -> f64 {
    let tail = |x: f64| 0.5 * libm::erfc(x / std::f64::consts::SQRT_2);
    let wrong = (1.0 - prevalence) * tail(t);
    let right = prevalence * tail((t - separation) / spread);
    wrong / (wrong + right)
}

/// The scores of abuse are narrower than those of ordinary items: a stricter threshold is not always more precise. A margin has
/// two thresholds, and the one with the higher recall is taken.
#[test]
fn of_two_thresholds_the_one_with_the_higher_recall() {
    let (separation, spread, prevalence) = (2.0, 0.5, 1e-3);
    let curve = Curve::binormal(separation, spread).expect("a curve");
    let field = population(prevalence, &[]);
    let margin = 0.985;
    let at = |i: i32| f64::from(i) * 1e-3;
    let meets = |i: &i32| fdr(separation, spread, prevalence, at(*i)) <= margin;
    let inside: Vec<i32> = (-5000..8000).filter(meets).collect();
    let (first, last) = (inside[0], inside[inside.len() - 1]);
    assert!(last < 7000, "the margin is lost again: {}", at(last));
    let setting = solve(&curve, &field, Target::FalseDiscoveryRate(margin)).expect("a threshold");
    let Setting::Score(t) = setting else {
        panic!("{setting:?}");
    };
    assert!(t <= at(first) && t > at(first - 1), "{t} at {}", at(first));
    assert!(curve.recall(setting) > curve.recall(Setting::Score(at(last))));
    close(
        "the margin is met",
        field.false_discovery_rate(&curve, setting).expect("flags"),
        margin,
        1e-12,
    );
}

#[test]
fn an_unreachable_margin_names_the_best_that_can_be_met() {
    for (separation, spread, prevalence) in [
        (2.0, 0.5, 1e-3),
        (3.0, 0.6, 1e-6),
        (1.0, 0.3, 0.2),
        (0.5, 0.9, 1e-4),
    ] {
        let curve = Curve::binormal(separation, spread).expect("a curve");
        let field = population(prevalence, &[]);
        let grid =
            (-10_000..20_000).map(|i| fdr(separation, spread, prevalence, f64::from(i) * 1e-3));
        let least = grid.fold(f64::INFINITY, f64::min);
        let what = format!("separation {separation}, spread {spread}, prevalence {prevalence}");
        let refused = solve(&curve, &field, Target::FalseDiscoveryRate(0.999 * least));
        let best = refused.expect_err(&what).best;
        assert!(best <= least, "{what}: {best} above {least}");
        close(&what, best, least, 1e-5);
        let margin = best * (1.0 + 1e-9);
        solve(&curve, &field, Target::FalseDiscoveryRate(margin)).expect("the best can be met");
    }
}

/// With a wider spread the far right tail is all abuse: any margin can be met, at a price in recall.
#[test]
fn a_wide_spread_meets_any_margin() {
    let curve = Curve::binormal(1.0, 2.0).expect("a curve");
    let field = population(1e-6, &[]);
    for margin in [0.5, 1e-2, 1e-4, 1e-8] {
        let setting =
            solve(&curve, &field, Target::FalseDiscoveryRate(margin)).expect("a threshold");
        let met = field.false_discovery_rate(&curve, setting).expect("flags");
        close("the margin is used up", met, margin, 1e-9);
    }
}

#[test]
fn a_fixed_detector_cannot_be_moved() {
    let curve = Curve::Fixed {
        fpr: 1e-3,
        recall: 0.8,
    };
    let field = population(1e-4, &[]);
    for target in [
        Target::FalsePositiveRate(1e-4),
        Target::FalseDiscoveryRate(0.5),
        Target::Recall(0.9),
    ] {
        let best = solve(&curve, &field, target)
            .expect_err("out of reach")
            .best;
        let wanted = match target {
            Target::FalsePositiveRate(_) => 1e-3,
            Target::Recall(_) => 0.8,
            _ => 1e-3 * (1.0 - 1e-4) / (1e-3 * (1.0 - 1e-4) + 0.8 * 1e-4),
        };
        close(&format!("{target:?}"), best, wanted, 1e-12);
    }
}

#[test]
fn an_empirical_curve_that_ends_names_its_end() {
    let points = [(1e-3, 0.5), (1e-2, 0.8), (0.1, 0.95)];
    let ends = Curve::empirical(&points, false).expect("a curve");
    let goes_on = Curve::empirical(&points, true).expect("a curve");
    let field = population(1e-4, &[]);
    let target = Target::FalsePositiveRate(1e-5);
    close(
        "the end",
        solve(&ends, &field, target).expect_err("bounded").best,
        1e-3,
        1e-9,
    );
    let setting = solve(&goes_on, &field, target).expect("extrapolated");
    assert!(goes_on.is_extrapolated(setting));
    for (fpr, recall) in points {
        let setting = solve(&ends, &field, Target::FalsePositiveRate(fpr)).expect("a point");
        close("at a point", ends.recall(setting), recall, 1e-9);
    }
}

/// The FPR of a mixture is a weighted sum, which rounding may lift above the margin that it equals.
#[test]
fn a_fixed_detector_keeps_to_its_own_rate_on_any_mixture() {
    let curve = Curve::Fixed {
        fpr: 1e-4,
        recall: 0.8,
    };
    for first in 1..100 {
        for second in 1..100 - first {
            let (a, b) = (f64::from(first) / 100.0, f64::from(second) / 100.0);
            let field = population(1e-4, &[a, 0.0, b, 0.0, 1.0 - a - b, 0.0]);
            let solved = solve(&curve, &field, Target::FalsePositiveRate(1e-4));
            assert!(solved.is_ok(), "shares {a}, {b}: {solved:?}");
        }
    }
}
