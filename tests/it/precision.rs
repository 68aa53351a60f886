//! When a run ends, what repeats share, and what quasi-Monte Carlo gains.

use crate::small::{simulated, small};
use vessels::results::Results;
use vessels::results::stop::{End, half_width};
use vessels::scenario::Loaded;
use vessels::sensitivity::layers::layers;

fn edited(run: &str) -> Loaded {
    let run = format!("replications = {run}");
    small(&[
        (
            "prevalence = \"5 per million\"",
            "prevalence = \"2 to 9 per million\"",
        ),
        (
            "text = \"3 million/day\", image = \"200 000/day\"",
            "text = \"1 to 9 million/day\", image = \"200 000/day\"",
        ),
        ("replications = 6", &run),
    ])
}

fn stopping(half_width: &str) -> Loaded {
    edited(&format!(
        "600\noutputs = \"totals\"\n\n[stop]\nmetric = \"items\"\nof = \"mean\"\nat-least = 20\n{half_width}"
    ))
}

#[test]
fn a_run_ends_when_it_is_precise() {
    let loaded = stopping("relative-half-width = \"2 %\"");
    let [one, two] = [1, 2].map(|threads| simulated(&loaded, threads));
    assert_eq!(
        (one.replications, one.end),
        (two.replications, End::Precise)
    );
    assert!(
        (21..600).contains(&one.replications),
        "{}",
        one.replications
    );
    let stop = loaded.model.run.stop.as_ref().unwrap();
    let summary = one.find("items", "", "", "").unwrap().summary.unwrap();
    assert!(half_width(stop, &summary, one.replications) <= 0.02 * summary.mean);
}

#[test]
fn an_impossible_width_runs_to_the_end() {
    let loaded = stopping("half-width = 1e-9");
    let results = simulated(&loaded, 2);
    assert_eq!((results.replications, results.end), (600, End::Complete));
}

fn values<'a>(results: &'a Results, metric: &str, service: &str) -> &'a [f64] {
    &results.find(metric, service, "", "").unwrap().values
}

#[test]
fn repeats_share_their_draw() {
    let results = simulated(&edited("60\nrepeats = 3\nuncertainty = \"draw\""), 2);
    let items = values(&results, "items", "mail");
    // Volumes are rounded, not random: the same draw gives the same number.
    assert!(items.chunks(3).all(|c| c[0] == c[1] && c[1] == c[2]));
    assert!(
        items
            .chunks(3)
            .zip(items.chunks(3).skip(1))
            .all(|(a, b)| a[0] != b[0])
    );
    let flags = values(&results, "flags", "mail");
    assert!(flags.chunks(3).all(|c| c[0] != c[1]));
}

/// Flags of innocent texts of one service over one day: binomial with a volume V that is uniform and a rate f that is known. The epistemic
/// variance is f²·Var V, the aleatory f(1 − f)·E V.
///
/// V is uniform in (1, 3) million and f = 3e-7 (fixed), so the shares are 0.03 and 0.6 of one flag: 0.0476. With 4,000 draws of 4 the
/// standard error of the share comes from the method; 5 of them are passed with a probability of 6e-7.
#[test]
fn shares_are_those_of_the_closed_form() {
    let text = r#"title = "one stream"
population = 1000000
[services.chat]
accounts = "1 million"
volume = { text = { uniform = { min = "1 million/day", max = "3 million/day" } } }
[material.new]
modality = "text"
prevalence = 0
[detectors.one]
detects = ["new"]
fixed = { fpr = 3e-7, recall = 0.5 }
[desks.police]
unlimited = true
forward = { abusive = 0.5, benign = 0.5 }
[policy]
desks = ["police"]
[policy.orders.new]
detector = "one"
technique = "client-side"
[run]
days = 1
replications = 16000
repeats = 4
outputs = "totals"
"#;
    let results = simulated(&crate::small::valid(text), 2);
    let by_draw: Vec<&[f64]> = values(&results, "flags", "").chunks(4).collect();
    let found = layers(&by_draw).unwrap().share;
    let (rate, mean, variance) = (3e-7, 2e6, 4e12 / 12.0);
    let epistemic = rate * rate * variance;
    let expected = epistemic / (epistemic + rate * (1.0 - rate) * mean);
    let off = (found.value - expected).abs();
    assert!(off < 5.0 * found.standard_error, "{found:?} {expected}");
    assert!(found.value > 3.0 * found.standard_error, "power: {found:?}");
}

/// The mean of a lognormal volume, over 50 seeds. Were quasi-Monte Carlo no better, its mean squared error would be below that of plain draws in
/// half of all cases, and below a quarter of it with a probability under 1e-5 (an F ratio with 50 and 50 degrees of freedom, normal limit).
/// Errors in units of their standard errors: the sum of 50 squares of t with 7 degrees of freedom has mean 70 and
/// variance 50·(2·49·6/(25·3)) = 392 (kurtosis 5); 6 standard deviations above is 189.
#[test]
fn quasi_draws_are_better_and_calibrated() {
    let errors = |sampling: &str| -> Vec<(f64, f64)> {
        (1..=50)
            .map(|seed| {
                let loaded = edited(&format!(
                    "128\noutputs = \"totals\"\nsampling = \"{sampling}\"\nseed = {seed}"
                ));
                let results = simulated(&loaded, 2);
                let summary = results
                    .find("items", "mail", "", "")
                    .unwrap()
                    .summary
                    .unwrap();
                (summary.mean, summary.mcse)
            })
            .collect()
    };
    // Lognormal with 5 and 95 % quantiles 1 and 9 million a day: median 3 million, σ = ln 9/(2·1.6449).
    let sigma = 9_f64.ln() / (2.0 * 1.644_853_626_951_472_7);
    let truth = 3e6 * (sigma * sigma / 2.0).exp() + 200_000.0;
    let square = |runs: &[(f64, f64)]| runs.iter().map(|(m, _)| (m - truth).powi(2)).sum::<f64>();
    let (plain, quasi) = (errors("plain"), errors("quasi"));
    assert!(
        square(&quasi) < 0.25 * square(&plain),
        "{} {}",
        square(&quasi),
        square(&plain)
    );
    let scaled: f64 = quasi.iter().map(|(m, e)| ((m - truth) / e).powi(2)).sum();
    assert!(scaled < 189.0, "{scaled}");
}
