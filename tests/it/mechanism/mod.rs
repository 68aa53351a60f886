//! Proof of each mechanism of the engine: off is absent, on touches nothing else, and what it does has a formula.

mod accounts;
mod bursts;
mod conserved;
mod desks;
mod independence;
mod movement;
mod off;
mod orders;
mod rich;
mod stocks;

use crate::small::valid;
use crate::support::run;
use vessels::results::Results;
use vessels::results::series::Series;

/// Results of a text that holds everything.
fn results(text: &str) -> Results {
    run(&valid(text))
}

/// A series as means over replications, by day. A run of one replication gives its numbers as they are.
fn by_day(results: &Results, desk: &str, class: &str, series: Series) -> Vec<f64> {
    let held = |s: &&vessels::results::series::SeriesSet| {
        s.desk == desk && s.class == class && s.series.contains(&series)
    };
    let set = results.daily.iter().find(held);
    let set = set.unwrap_or_else(|| panic!("no {series:?} at `{desk}` of `{class}`"));
    let mean = |sketch: &vessels::stats::sketch::Sketch| sketch.mean().unwrap_or(f64::NAN);
    set.daily(series).iter().map(mean).collect()
}

/// Equal, bit by bit; says where not.
fn same_days(what: &str, a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len(), "{what}");
    for (day, (x, y)) in a.iter().zip(b).enumerate() {
        assert_eq!(x.to_bits(), y.to_bits(), "{what}: day {day}: {x} and {y}");
    }
}

fn assert_near(what: &str, got: f64, wanted: f64) {
    let error = (got - wanted).abs();
    assert!(
        error <= 1e-9 * (1.0 + wanted.abs()),
        "{what}: {got}, by hand {wanted}"
    );
}

/// A world without chance: a thousand items a day, all innocent or all abuse, all flagged. `prevalence` is `0 %` or `100 %`.
fn certain(prevalence: &str, desks: &str, policy: &str, mechanisms: &str) -> String {
    format!(
        r#"
title = "certain"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1000/day"
[material.abuse]
modality = "image"
prevalence = "{prevalence}"
pieces = 1000000
carriers = "10 %"
[detectors.all]
detects = ["abuse"]
fixed = {{ fpr = "100 %", recall = "100 %" }}
{desks}
[policy]
{policy}
{mechanisms}
"#
    )
}

const RUN_ONCE: &str =
    "[run]\ndays = 60\nreplications = 1\nuncertainty = \"central\"\ncharts = false\n";
