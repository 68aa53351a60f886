//! `run.json`: the resolved scenario with origin and source of every value, seed, versions, digest, and all estimates.

use crate::model::parameter::{Meta, Number};
use crate::model::precision::Sampling;
use crate::results::Results;
use crate::results::stop::End;
use crate::scenario::{Loaded, print_quantity};
use crate::stats::summary::Summary;
use serde::Serialize;

#[derive(Serialize)]
struct Run<'a> {
    program: &'static str,
    version: &'static str,
    generator: &'static str,
    title: &'a str,
    question: Option<&'a str>,
    digest: String,
    seed: u64,
    replications: u64,
    repeats: u64,
    sampling: &'static str,
    end: &'static str,
    days: usize,
    quantile_error_of_daily_series: f64,
    files: Vec<&'a str>,
    scenario: &'a str,
    warnings: Vec<String>,
    values: Vec<Value<'a>>,
    written: Vec<Written<'a>>,
    estimates: Vec<Estimate<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    path: &'a str,
    unit: &'static str,
    written: &'a str,
    central: f64,
    central_written: String,
    uncertain: bool,
    p05: f64,
    p95: f64,
    origin: String,
    #[serde(flatten)]
    meta: &'a Meta,
}

/// Any value, number or not, as it stands in its file.
#[derive(Serialize)]
struct Written<'a> {
    path: &'a str,
    text: &'a str,
    origin: String,
}

#[derive(Serialize)]
struct Estimate<'a> {
    metric: &'a str,
    unit: &'a str,
    interest: &'a str,
    service: &'a str,
    desk: &'a str,
    class: &'a str,
    summary: Option<Summary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    layers: Option<Layers>,
}

/// How much of the spread of a metric is ignorance, and how much is chance.
#[derive(Serialize)]
struct Layers {
    epistemic_variance: f64,
    epistemic_variance_error: f64,
    aleatory_variance: f64,
    aleatory_variance_error: f64,
    epistemic_share: f64,
    epistemic_share_error: f64,
}

/// A 64-bit FNV-1a digest of the resolved scenario and the version, in hexadecimal: equal digests mean equal results.
pub fn digest(loaded: &Loaded) -> String {
    let run = &loaded.model.run;
    let text = format!(
        "{}\n{}\n{}\n{}",
        env!("CARGO_PKG_VERSION"),
        run.seed,
        run.replications,
        loaded.resolved
    );
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The bytes of `run.json`.
pub fn run_json(loaded: &Loaded, results: &Results) -> Vec<u8> {
    let model = &loaded.model;
    let run = Run {
        program: "vessels",
        version: env!("CARGO_PKG_VERSION"),
        generator: "ChaCha8, one stream per component and replication",
        title: &model.title,
        question: model.question.as_deref(),
        digest: digest(loaded),
        seed: model.run.seed,
        replications: results.replications,
        repeats: model.run.repeats,
        sampling: match model.run.sampling {
            Sampling::Plain => "plain",
            Sampling::Quasi => "quasi",
        },
        end: match results.end {
            End::Complete => "all replications",
            End::Precise => "precise enough",
            End::Time => "time was up",
        },
        days: model.run.days,
        quantile_error_of_daily_series: crate::stats::sketch::RELATIVE_ERROR,
        files: loaded.sources.iter().map(|s| s.name.as_str()).collect(),
        scenario: &loaded.resolved,
        warnings: loaded
            .warnings
            .iter()
            .map(|w| format!("{}: {}", w.code, w.title))
            .collect(),
        values: values(loaded),
        written: loaded
            .written
            .iter()
            .map(|w| Written {
                path: &w.path,
                text: &w.text,
                origin: loaded.place(w),
            })
            .collect(),
        estimates: results.estimates.iter().map(estimate).collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&run).expect("numbers and text can be written as JSON");
    bytes.push(b'\n');
    bytes
}

fn values(loaded: &Loaded) -> Vec<Value<'_>> {
    loaded
        .model
        .parameters
        .iter()
        .map(|p| {
            let (p05, p95) = match &p.number {
                Number::Fixed(v) => (*v, *v),
                Number::Uncertain(dist) => (dist.quantile(0.05), dist.quantile(0.95)),
            };
            Value {
                path: &p.path,
                unit: p.dim.unit(),
                written: &p.written,
                central: p.central(),
                central_written: print_quantity(p.central(), p.dim),
                uncertain: p.is_uncertain(),
                p05,
                p95,
                origin: loaded.origin(p.origin),
                meta: &p.meta,
            }
        })
        .collect()
}

fn estimate(estimate: &crate::results::Estimate) -> Estimate<'_> {
    let key = &estimate.key;
    Estimate {
        metric: key.metric.name,
        unit: key.metric.unit,
        interest: key.metric.interest.name(),
        service: &key.service,
        desk: &key.desk,
        class: &key.class,
        summary: estimate.summary,
        layers: estimate.layers.map(|l| Layers {
            epistemic_variance: l.epistemic.value,
            epistemic_variance_error: l.epistemic.standard_error,
            aleatory_variance: l.aleatory.value,
            aleatory_variance_error: l.aleatory.standard_error,
            epistemic_share: l.share.value,
            epistemic_share_error: l.share.standard_error,
        }),
    }
}
