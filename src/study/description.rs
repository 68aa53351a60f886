//! What a study is, for the file that holds its rows: equal descriptions mean equal bytes.

use super::axis::{Axis, Scale, Value};
use super::combination::{Combination, Method};
use super::{Row, Study, words};
use crate::language::Language;
use crate::model::factor::Role;
use crate::model::parameter::Number;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One policy of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Name of the scenario.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Digest of its resolved text.
    pub digest: String,
    /// Paths of the factors that it has not: its rows are the same at every value of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
    /// Paths of the factors over their own distributions that are fixed numbers in it: its rows are the same at every point of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<String>,
    /// Paths of the factors over their own distributions that have another distribution in it, at the same quantile of every point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<String>,
}

/// One axis of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Path of the key; the name of the column.
    pub path: String,
    /// Name for readers.
    pub title: String,
    /// Unit; empty where it has none.
    pub unit: String,
    /// Who sets it.
    pub role: Role,
    /// Its values, in words.
    pub over: String,
}

/// One metric of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// How it is asked for; the name of the column.
    pub column: String,
    /// Unit.
    pub unit: String,
    /// What it means.
    pub doc: String,
}

/// Two factors over their own distributions that are not independent of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Their paths.
    pub between: [String; 2],
    /// Spearman's rank correlation, in [−1, 1].
    pub rank: f64,
}

/// Everything that the rows depend on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Description {
    /// The program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Scenarios.
    pub policies: Vec<Policy>,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The design.
    pub method: Method,
    /// The design in English words.
    pub design: String,
    /// Digest of listed points; empty for designs that are calculated.
    pub listed: String,
    /// What varies.
    pub factors: Vec<Factor>,
    /// Which of them depend on each other, by the scenarios.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// Whether the columns of correlated factors were put in order, so that the sample has their rank correlation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
    /// Uncertain numbers that are no factors: at every point they have the draws of the replications, the same everywhere.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub held: u64,
    /// What is kept.
    pub metrics: Vec<Measured>,
    /// Points, those of all policies together.
    pub points: u64,
    /// Replications at every point.
    pub replications: u64,
    /// Jobs: points × replications, one row each.
    pub jobs: u64,
    /// Rows that are made and kept together.
    pub rows_per_block: u64,
}

/// Rows that are made and kept together: a fraction of a minute of work for the scenarios that are bundled.
const ROWS_PER_BLOCK: u64 = 1000;

impl Description {
    /// The description of a study; `digests` of its policies, in their order.
    pub fn new(study: &Study, digests: &[String]) -> Self {
        let plan = study.plan();
        let policy = |(i, name): (usize, &String)| Policy {
            name: name.clone(),
            title: study.model(i).title.clone(),
            digest: digests.get(i).cloned().unwrap_or_default(),
            lacks: study.lacking(i).map(str::to_owned).collect(),
            fixed: study.fixed(i).map(str::to_owned).collect(),
            other: differing(i, study),
        };
        let mut description = Self {
            program: "vessels".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            policies: plan.policies.iter().enumerate().map(policy).collect(),
            seed: study.model(0).run.seed,
            method: plan.method,
            design: String::new(),
            listed: plan.combination.digest(&plan.axes),
            factors: plan.axes.iter().map(factor).collect(),
            ties: ties(study),
            reordered: matches!(plan.combination, Combination::Reordered(_)),
            held: held(study),
            metrics: study
                .keys()
                .iter()
                .map(|key| Measured {
                    column: key.selector(),
                    unit: key.metric.unit.into(),
                    doc: key.metric.doc.into(),
                })
                .collect(),
            points: study.points(),
            replications: plan.replications,
            jobs: study.jobs(),
            rows_per_block: ROWS_PER_BLOCK,
        };
        description.design = description.design_in(Language::default());
        description
    }

    /// The design in words of a language.
    pub fn design_in(&self, language: Language) -> String {
        let points = self.points / (self.policies.len() as u64).max(1);
        let levers = self.factors.iter().filter(|f| f.role == Role::Lever);
        words::design(
            self.method,
            points,
            [levers.count(), self.factors.len()],
            language,
        )
    }

    /// Number of blocks.
    pub fn blocks(&self) -> u64 {
        self.jobs.div_ceil(self.rows_per_block)
    }

    /// Jobs of a block.
    pub fn jobs_of(&self, block: u64) -> std::ops::Range<u64> {
        let first = block * self.rows_per_block;
        first..(first + self.rows_per_block).min(self.jobs)
    }
}

fn is_nought(number: &u64) -> bool {
    *number == 0
}

/// Numbers that are drawn in any policy and that no axis moves; an axis of words moves all below its path.
fn held(study: &Study) -> u64 {
    let plan = study.plan();
    let is_moved = |path: &str| {
        let mut axes = plan.axes.iter();
        axes.any(|axis| {
            let below = path.strip_prefix(axis.path.as_str());
            below.is_some_and(|rest| rest.is_empty() || (has_words(axis) && rest.starts_with('.')))
        })
    };
    let models = (0..plan.policies.len()).map(|policy| study.model(policy));
    let drawn = models.filter(|model| model.run.draws);
    let uncertain = drawn.flat_map(|model| model.parameters.iter().filter(|p| p.is_uncertain()));
    let held: BTreeSet<&str> = uncertain
        .map(|p| p.path.as_str())
        .filter(|path| !is_moved(path))
        .collect();
    held.len() as u64
}

/// An axis with a range of its own replaces what is drawn, and depends on nothing.
fn ties(study: &Study) -> Vec<Tie> {
    let plan = study.plan();
    let is_drawn = |path: &String| {
        let mut axes = plan.axes.iter();
        axes.any(|a| a.path == *path && matches!(a.scale, Scale::Own(_)))
    };
    let mut ties: Vec<Tie> = Vec::new();
    for policy in 0..plan.policies.len() {
        let written = study.model(policy).dependence.iter();
        for correlation in written.flat_map(|d| &d.correlations) {
            let tie = Tie {
                between: correlation.between.clone(),
                rank: correlation.rank,
            };
            let counts = tie.rank != 0.0 && tie.between.iter().all(is_drawn);
            if counts && !ties.contains(&tie) {
                ties.push(tie);
            }
        }
    }
    ties
}

fn factor(axis: &Axis) -> Factor {
    Factor {
        path: axis.path.clone(),
        title: axis.title.clone(),
        unit: axis.unit.clone(),
        role: axis.role,
        over: over(&axis.scale),
    }
}

/// Factors over their own distributions that have another one in a policy than the factor says.
fn differing(policy: usize, study: &Study) -> Vec<String> {
    let axis = |axis: &Axis| {
        let Scale::Own(own) = &axis.scale else {
            return None;
        };
        let mut parameters = study.model(policy).parameters.iter();
        match &parameters.find(|p| p.path == axis.path)?.number {
            Number::Uncertain(dist) if dist != own => Some(axis.path.clone()),
            _ => None,
        }
    };
    study.plan().axes.iter().filter_map(axis).collect()
}

fn over(scale: &Scale) -> String {
    match scale {
        Scale::Linear(from, to) => format!("{from} .. {to}"),
        Scale::Log(from, to) => format!("{from} .. {to} log"),
        Scale::Levels(values) if values.len() > 100 => format!("{} values", values.len()),
        Scale::Levels(values) => {
            let values: Vec<String> = values.iter().map(f64::to_string).collect();
            values.join("; ")
        }
        Scale::Own(dist) => format!(
            "its own distribution, {} to {} (5 and 95 %)",
            dist.quantile(0.05),
            dist.quantile(0.95)
        ),
        Scale::Words(words) => words.join("; "),
        Scale::Chance => "streams of random numbers".into(),
    }
}

/// The value of an axis in a row, as a number where it is one.
pub fn number(value: &Value) -> f64 {
    match value {
        Value::Number(x) => *x,
        Value::Word(_) => f64::NAN,
    }
}

/// Whether an axis has words for values.
pub fn has_words(axis: &Axis) -> bool {
    matches!(axis.scale, Scale::Words(_))
}

/// The values of one axis over rows, as words.
pub fn words(rows: &[Row], axis: usize) -> Vec<String> {
    let word = |row: &Row| match &row.values[axis] {
        Value::Word(word) => word.clone(),
        Value::Number(x) => x.to_string(),
    };
    rows.iter().map(word).collect()
}
