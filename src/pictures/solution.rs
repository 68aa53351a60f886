//! What was sampled to solve for a factor, as a chart.

use super::head;
use crate::chart::{ChartHead, Solution, SolutionMark, SolutionPoint};
use crate::language::Language;
use crate::model::Model;
use crate::say;
use crate::solve::Answer;
use crate::stats::summary::Summary;

/// What a chart of a solution says of its axes.
#[derive(Debug, Clone)]
pub struct Axes {
    /// Name of the factor with its unit.
    pub factor: String,
    /// Whether it is on a logarithmic scale.
    pub is_logarithmic: bool,
    /// Name of the metric with its unit.
    pub metric: String,
    /// Which statistic the line shows.
    pub statistic: String,
}

/// The chart of an answer; `value` turns a coordinate into the value of the factor, `print` a value into words.
pub fn solution(
    model: &Model,
    answer: &Answer,
    axes: &Axes,
    target: f64,
    value: impl Fn(f64) -> f64,
    print: impl Fn(f64) -> String,
    language: Language,
) -> Solution {
    let point = |s: &crate::solve::Sampled| {
        let summary = Summary::of(&s.values);
        SolutionPoint {
            at: value(s.at),
            statistic: s.statistic,
            low: summary.map_or(f64::NAN, |s| s.p05),
            high: summary.map_or(f64::NAN, |s| s.p95),
        }
    };
    let mark = |c: &crate::solve::Crossing| SolutionMark {
        at: value(c.at),
        low: value(c.interval.0.unwrap_or(0.0)),
        high: value(c.interval.1.unwrap_or(1.0)),
        label: print(value(c.at)),
    };
    let replications = answer.sampled.first().map_or(0, |s| s.values.len());
    Solution {
        head: ChartHead {
            footnote: say!(
                language,
                "chart-solution-foot",
                version = env!("CARGO_PKG_VERSION"),
                seed = model.run.seed.to_string()
            ),
            ..head(
                model,
                say!(
                    language,
                    "chart-solution-subtitle",
                    statistic = language.translate(&axes.statistic),
                    replications = language.thousands(replications as f64)
                ),
                language,
            )
        },
        factor: translated(&axes.factor, language),
        is_logarithmic: axes.is_logarithmic,
        metric: translated(&axes.metric, language),
        points: answer.sampled.iter().map(point).collect(),
        target,
        solutions: answer.crossings.iter().map(mark).collect(),
    }
}

/// A name with its unit in the language: `flags [flags/day]`.
fn translated(name: &str, language: Language) -> String {
    match name
        .strip_suffix(']')
        .and_then(|name| name.rsplit_once(" ["))
    {
        Some((name, unit)) => format!("{name} [{}]", language.translate(unit)),
        None => name.to_owned(),
    }
}
