//! What was solved and what came out, for programs.

use super::{Problem, name};
use crate::cli::args::Solve;
use serde::Serialize;
use vessels::language::Language;
use vessels::model::factor::Role;
use vessels::results::evaluate::Evaluator;
use vessels::solve::{Answer, Crossing};

/// The file.
pub(super) const RECORD: &str = "solve.json";

#[derive(Serialize)]
pub(super) struct Record<'a> {
    program: &'static str,
    version: &'static str,
    scenario: Scenario<'a>,
    seed: u64,
    replications: u64,
    factor: Factor<'a>,
    metric: Metric<'a>,
    solutions: Vec<Solution>,
    undefined: Vec<[f64; 2]>,
    states: States,
}

#[derive(Serialize)]
struct Scenario<'a> {
    file: String,
    title: &'a str,
    digest: &'a str,
    set: &'a [String],
}

#[derive(Serialize)]
struct Factor<'a> {
    path: &'a str,
    unit: &'a str,
    role: Role,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct Metric<'a> {
    name: String,
    unit: &'a str,
    statistic: String,
    target: f64,
}

#[derive(Serialize)]
struct Solution {
    value: f64,
    /// Ends of the interval; none outside the range.
    low: Option<f64>,
    high: Option<f64>,
    confidence: f64,
    rises: bool,
}

/// Replications by what each says by itself.
#[derive(Serialize)]
struct States {
    crossing: usize,
    below: usize,
    above: usize,
    undefined: usize,
    p05: Option<f64>,
    p50: Option<f64>,
    p95: Option<f64>,
}

impl<'a> Record<'a> {
    pub(super) fn new(
        args: &'a Solve,
        digest: &'a str,
        evaluator: &'a Evaluator,
        problem: &'a Problem<'_>,
        answer: &Answer,
    ) -> Self {
        let at = |u: f64| problem.solution(u);
        let solution = |c: &Crossing| Solution {
            value: at(c.at),
            low: c.interval.0.map(at),
            high: c.interval.1.map(at),
            confidence: problem.question.confidence,
            rises: c.rises,
        };
        let states = &answer.states;
        let quantiles = states.summary();
        Self {
            program: "vessels",
            version: env!("CARGO_PKG_VERSION"),
            scenario: Scenario {
                file: args.study.files[0].display().to_string(),
                title: &evaluator.model().title,
                digest,
                set: &args.study.set,
            },
            seed: problem.question.seed,
            replications: args.replications,
            factor: Factor {
                path: &problem.axis.path,
                unit: &problem.axis.unit,
                role: problem.axis.role,
                low: super::value(&problem.axis, 0.0),
                high: super::value(&problem.axis, 1.0),
            },
            metric: Metric {
                name: problem.key.selector(),
                unit: problem.key.metric.unit,
                statistic: name(args.of, Language::default()),
                target: problem.question.target,
            },
            solutions: answer.crossings.iter().map(solution).collect(),
            undefined: answer
                .undefined
                .iter()
                .map(|(a, b)| [at(*a), at(*b)])
                .collect(),
            states: States {
                crossing: states.crossing.len(),
                below: states.below,
                above: states.above,
                undefined: states.undefined,
                p05: quantiles.map(|q| at(q.p05)),
                p50: quantiles.map(|q| at(q.p50)),
                p95: quantiles.map(|q| at(q.p95)),
            },
        }
    }
}
