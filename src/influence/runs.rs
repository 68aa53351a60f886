//! The rows of a study as columns of inputs and outputs, one entry for each point.

use super::InfluenceError;
use super::range::range;
use crate::export::rows::{Table, Values};
use crate::study::combination::Method;
use crate::study::description::Description;
use std::collections::BTreeSet;

/// What varied, and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Runs {
    /// What the study was.
    pub description: Description,
    /// What varied; chance has the path `chance`.
    pub inputs: Vec<Input>,
    /// What came out.
    pub outputs: Vec<Output>,
}

/// One factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Path of the key, or `chance`.
    pub path: String,
    /// Name for readers.
    pub title: String,
    /// Unit; empty where it has none.
    pub unit: String,
    /// Its value at every point: words are numbered in the order of the alphabet.
    pub values: Vec<f64>,
    /// Its different values where they are words, in the order of the alphabet; empty where they are numbers.
    pub words: Vec<String>,
    /// Lowest and highest value as given, or the 5 % and the 95 % quantile of its own distribution; where the study does not
    /// say them, those of the points. NaN of words and chance.
    pub range: [f64; 2],
}

/// One metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// How it is asked for.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// What it means.
    pub doc: String,
    /// By policy, its mean over the replications of every point; NaN where it is defined in none.
    pub values: Vec<Vec<f64>>,
}

impl Input {
    /// Whether it stands for chance inside a replication.
    pub fn is_chance(&self) -> bool {
        self.path == CHANCE
    }

    /// Whether its values are words.
    pub fn is_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether its values have no order: they can differ, but not be more or less.
    pub fn is_unordered(&self) -> bool {
        self.is_words() || self.is_chance()
    }

    /// Whether it has the same value everywhere.
    pub fn is_constant(&self) -> bool {
        self.values.windows(2).all(|pair| pair[0] == pair[1])
    }
}

/// Path of the factor that stands for chance.
pub(super) const CHANCE: &str = "chance";

impl Runs {
    /// The rows of a whole table, in the order in which a study writes them; all its metrics when none is `wanted`.
    ///
    /// # Errors
    ///
    /// [`InfluenceError`] when the table does not describe its study, is a part of it, or lacks a metric.
    pub fn new(table: &Table, wanted: &[String]) -> Result<Self, InfluenceError> {
        let description: Description = serde_json::from_value(table.manifest.clone())
            .map_err(|_| InfluenceError::NoDescription)?;
        let (found, expected) = (table.rows() as u64, description.jobs);
        if found != expected || description.policies.is_empty() || description.replications == 0 {
            return Err(InfluenceError::Rows { found, expected });
        }
        let per_policy = description.points / description.policies.len() as u64;
        let jobs = per_policy
            .checked_mul(description.policies.len() as u64)
            .and_then(|points| points.checked_mul(description.replications));
        if jobs != Some(expected) {
            return Err(InfluenceError::NoDescription);
        }
        in_order(table, description.replications)?;
        let inputs = inputs(table, &description)?;
        let outputs = outputs(table, &description, wanted)?;
        Ok(Self {
            description,
            inputs,
            outputs,
        })
    }

    /// Points of one policy.
    pub fn points(&self) -> usize {
        (self.description.points / self.description.policies.len() as u64) as usize
    }

    /// The design of the points.
    pub fn design(&self) -> Method {
        self.description.method
    }
}

/// Points follow each other, and the replications of a point stand together, as far as the table numbers them.
fn in_order(table: &Table, replications: u64) -> Result<(), InfluenceError> {
    let numbers = |name: &str| table.find(name).and_then(|(_, values)| values.numbers());
    let (Some(points), Some(within)) = (numbers("point"), numbers("replication")) else {
        return Ok(());
    };
    let is_elsewhere = |row: &usize| {
        let job = *row as u64;
        let here = (points[*row], within[*row]);
        here != ((job / replications) as f64, (job % replications) as f64)
    };
    match (0..table.rows()).find(is_elsewhere) {
        Some(row) => Err(InfluenceError::Order { row: row + 1 }),
        None => Ok(()),
    }
}

fn inputs(table: &Table, description: &Description) -> Result<Vec<Input>, InfluenceError> {
    let each = description.replications as usize;
    let points = (description.points / description.policies.len() as u64) as usize;
    let input = |factor: &crate::study::description::Factor| {
        let missing = || InfluenceError::Column(factor.path.clone());
        let (_, values) = table.find(&factor.path).ok_or_else(missing)?;
        let words = match values {
            Values::Texts(words) => different(words),
            _ => Vec::new(),
        };
        let all = match values {
            Values::Texts(texts) => numbered(texts, &words),
            numbers => numbers.numbers().ok_or_else(missing)?,
        };
        let values = varying(all.into_iter().step_by(each).collect(), points);
        let is_ordered = words.is_empty() && factor.path != CHANCE;
        Ok(Input {
            path: factor.path.clone(),
            title: factor.title.clone(),
            unit: factor.unit.clone(),
            range: if is_ordered {
                range(&factor.over).unwrap_or_else(|| extremes(&values))
            } else {
                [f64::NAN; 2]
            },
            values,
            words,
        })
    };
    description.factors.iter().map(input).collect()
}

/// The values of the first policy in which they vary: each policy draws an uncertain number from its own distribution, or fixes it.
fn varying(all: Vec<f64>, points: usize) -> Vec<f64> {
    let is_varying = |values: &&[f64]| values.windows(2).any(|pair| pair[0] != pair[1]);
    let mut policies = all.chunks(points.max(1));
    let first = policies.find(is_varying);
    first.map_or_else(|| all[..points].to_vec(), <[f64]>::to_vec)
}

fn different(words: &[String]) -> Vec<String> {
    let different: BTreeSet<&String> = words.iter().collect();
    different.into_iter().cloned().collect()
}

fn numbered(texts: &[String], different: &[String]) -> Vec<f64> {
    let number = |word: &String| different.binary_search(word).unwrap_or(0) as f64;
    texts.iter().map(number).collect()
}

fn extremes(values: &[f64]) -> [f64; 2] {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    [
        least,
        values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    ]
}

fn outputs(
    table: &Table,
    description: &Description,
    wanted: &[String],
) -> Result<Vec<Output>, InfluenceError> {
    let all = || description.metrics.iter().map(|m| &m.column);
    let names: Vec<&String> = if wanted.is_empty() {
        all().collect()
    } else {
        wanted.iter().collect()
    };
    let output = |name: &&String| {
        let known = || all().map(String::as_str).collect::<Vec<_>>().join(", ");
        let measured = description.metrics.iter().find(|m| m.column == **name);
        let measured = measured.ok_or_else(|| InfluenceError::Metric {
            name: (*name).clone(),
            known: known(),
        })?;
        let missing = || InfluenceError::Column(measured.column.clone());
        let (_, values) = table.find(name).ok_or_else(missing)?;
        let values = values.numbers().ok_or_else(missing)?;
        let means = means(&values, description.replications as usize);
        let points = means.len() / description.policies.len();
        Ok(Output {
            name: measured.column.clone(),
            unit: measured.unit.clone(),
            doc: measured.doc.clone(),
            values: means.chunks(points.max(1)).map(<[f64]>::to_vec).collect(),
        })
    };
    names.iter().map(output).collect()
}

/// Means over the replications of every point, of those that are defined.
fn means(values: &[f64], replications: usize) -> Vec<f64> {
    let mean = |of_point: &[f64]| {
        let defined = of_point.iter().filter(|x| x.is_finite());
        let (sum, count) = defined.fold((0.0, 0.0), |(s, n), x| (s + x, n + 1.0));
        sum / count
    };
    values.chunks(replications).map(mean).collect()
}
