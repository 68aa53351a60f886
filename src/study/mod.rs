//! Many settings of one model, or of several: points of a design × replications, each a job with a number that does not change.
//!
//! A job is a pure function of (scenarios, seed, design, its number), so a study can be cut into parts anywhere: parts of it may be
//! computed on other machines, lost, repeated and joined.

pub mod axis;
pub mod combination;
pub mod crossed;
pub mod description;
mod error;
mod headline;
pub mod reordered;
mod rows;
mod words;

pub use error::StudyError;

use crate::model::Model;
use crate::model::epistemic::{Fixed, Pin};
use crate::model::factor::Role;
use crate::model::parameter::Draw;
use crate::results::Key;
use crate::results::evaluate::{Cell, Evaluator};
use crate::results::selector::Selector;
use axis::{Axis, Scale, Value, share, stream};
use combination::{Combination, Method};
use headline::is_headline;

/// Most combinations of settings of keys that are no numbers: each is a model of its own.
pub const GREATEST_VARIANTS: usize = 4096;

/// What is to be studied.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Names of the scenarios: policies on one world, or one.
    pub policies: Vec<String>,
    /// What varies.
    pub axes: Vec<Axis>,
    /// Which design was wanted.
    pub method: Method,
    /// How the axes are combined.
    pub combination: Combination,
    /// Replications at every point.
    pub replications: u64,
    /// What is asked for; the headline numbers when empty.
    pub selectors: Vec<Selector>,
}

/// A study that can be computed, job by job.
#[derive(Debug)]
pub struct Study {
    plan: Plan,
    keys: Vec<Key>,
    variants: Vec<Variant>,
}

/// One policy with one setting of every key that is no number.
#[derive(Debug)]
struct Variant {
    evaluator: Evaluator,
    /// By key of the study: position among the numbers of the evaluator.
    columns: Vec<Option<usize>>,
    /// By axis: its parameter.
    parameters: Vec<Option<usize>>,
}

/// One job: where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Number of the point: policies are the slowest factor.
    pub point: u64,
    /// Number of the replication at that point.
    pub replication: u64,
    /// Index of the policy.
    pub policy: usize,
    /// By axis: its coordinate.
    coordinates: Vec<f64>,
}

/// What came out of one job.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The job.
    pub job: Job,
    /// By axis: its value.
    pub values: Vec<Value>,
    /// By key of the study; NaN where it is undefined or the policy has no such thing.
    pub numbers: Vec<f64>,
}

impl Study {
    /// Gets every model ready; `load` returns the model of a policy with settings (`path=value`) laid over it.
    ///
    /// # Errors
    ///
    /// What `load` returns, or [`StudyError`] when there are too many variants, a model cannot be run, a number that
    /// was asked for exists in none of them, or an axis is in none.
    pub fn new<E: From<StudyError>>(
        plan: Plan,
        mut load: impl FnMut(usize, &[String]) -> Result<Model, E>,
    ) -> Result<Self, E> {
        let mut evaluators = Vec::new();
        let combinations = combinations(&plan.axes)?;
        for policy in 0..plan.policies.len() {
            for settings in &combinations {
                let model = load(policy, settings)?;
                let name = &plan.policies[policy];
                evaluators.push(Evaluator::new(model, &[]).map_err(StudyError::of(name))?);
            }
        }
        let keys = keys(&evaluators, &plan.selectors)?;
        for axis in &plan.axes {
            let known = |e: &Evaluator| e.model().parameters.find(&axis.path).is_some();
            if axis.is_number() && !evaluators.iter().any(known) {
                return Err(StudyError::Axis(axis.path.clone()).into());
            }
        }
        let variants = evaluators
            .into_iter()
            .map(|evaluator| Variant::new(evaluator, &keys, &plan.axes))
            .collect();
        Ok(Self {
            plan,
            keys,
            variants,
        })
    }

    /// What it was made of.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What its numbers are about.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The model of a policy, with the first setting of every key that is no number.
    pub fn model(&self, policy: usize) -> &Model {
        let of_one = self.variants.len() / self.plan.policies.len();
        self.variants[policy * of_one].evaluator.model()
    }

    /// Paths of the axes that a policy has not, as far as they are numbers.
    pub fn lacking(&self, policy: usize) -> impl Iterator<Item = &str> {
        let parameters = &self.model(policy).parameters;
        let axes = self.plan.axes.iter().filter(|axis| axis.is_number());
        axes.map(|axis| axis.path.as_str())
            .filter(|path| parameters.find(path).is_none())
    }

    /// Paths of the axes over their own distributions that are fixed numbers in a policy.
    pub fn fixed(&self, policy: usize) -> impl Iterator<Item = &str> {
        let parameters = &self.model(policy).parameters;
        let axes = self.plan.axes.iter();
        axes.filter(|axis| matches!(axis.scale, Scale::Own(_)))
            .filter(|axis| {
                parameters
                    .iter()
                    .any(|p| p.path == axis.path && !p.is_uncertain())
            })
            .map(|axis| axis.path.as_str())
    }

    /// Number of points, those of all policies together.
    pub fn points(&self) -> u64 {
        self.plan.policies.len() as u64 * self.plan.combination.points()
    }

    /// Number of jobs.
    pub fn jobs(&self) -> u64 {
        self.points() * self.plan.replications
    }

    /// Job number `number`, below [`Self::jobs`].
    pub fn job(&self, number: u64) -> Job {
        let point = number / self.plan.replications;
        let length = self.plan.combination.points();
        Job {
            point,
            replication: number % self.plan.replications,
            policy: (point / length) as usize,
            coordinates: self
                .plan
                .combination
                .coordinates(point % length, &self.plan.axes),
        }
    }

    /// The replication is the number of the draw and of the chance streams, unless chance is a factor: so all points share both.
    fn cell(&self, job: &Job) -> Cell {
        let is_chance = |a: &Axis| a.scale == Scale::Chance;
        let chance = self.plan.axes.iter().position(is_chance);
        let shift = chance.map_or(0, |axis| stream(job.coordinates[axis]));
        Cell {
            draw: job.replication,
            chance: shift.wrapping_mul(self.plan.replications) + job.replication,
        }
    }

    /// The position of the variant of a job.
    fn variant(&self, job: &Job) -> usize {
        let mut index = job.policy;
        for (axis, u) in self.plan.axes.iter().zip(&job.coordinates) {
            if let Scale::Words(words) = &axis.scale {
                index = index * words.len() + share(*u, words.len());
            }
        }
        index
    }

    /// What the axes fix, by axis.
    fn pins(&self, variant: &Variant, job: &Job) -> Vec<(usize, Pin)> {
        let axes = self.plan.axes.iter().zip(&variant.parameters);
        axes.zip(&job.coordinates)
            .enumerate()
            .filter_map(|(i, ((axis, parameter), u))| Some((i, axis.pin((*parameter)?, *u)?)))
            .collect()
    }

    /// Parameters that thresholds know to have been set.
    fn levers(&self, pins: &[(usize, Pin)]) -> Vec<(usize, f64)> {
        pins.iter()
            .filter(|(axis, _)| self.plan.axes[*axis].role == Role::Lever)
            .filter_map(|(_, pin)| match pin.fixed {
                Fixed::Value(value) => Some((pin.parameter, value)),
                Fixed::Quantile(_) => None,
            })
            .collect()
    }

    /// By axis: the value in the state of the world that the job is run in. A coordinate of a correlated number is not its
    /// quantile, so numbers come from the state.
    fn values(&self, variant: &Variant, state: &Draw, job: &Job) -> Vec<Value> {
        let axes = self.plan.axes.iter().zip(&variant.parameters);
        axes.zip(&job.coordinates)
            .map(|((axis, parameter), u)| match (parameter, &axis.scale) {
                (Some(parameter), Scale::Own(_)) => Value::Number(state.at(*parameter)),
                _ => axis.value(*u),
            })
            .collect()
    }

    /// By axis: the value that its coordinate asks for.
    fn asked(&self, job: &Job) -> Vec<Value> {
        let axes = self.plan.axes.iter().zip(&job.coordinates);
        axes.map(|(axis, u)| axis.value(*u)).collect()
    }

    /// The whole setting of a job, for messages.
    fn setting(&self, job: &Job, values: &[Value]) -> String {
        let mut text = format!(
            "point {}, replication {}, {}",
            job.point, job.replication, self.plan.policies[job.policy]
        );
        for (axis, value) in self.plan.axes.iter().zip(values) {
            let value = match value {
                Value::Number(x) => x.to_string(),
                Value::Word(word) => word.clone(),
            };
            text.push_str(&format!(", {} = {value} {}", axis.path, axis.unit));
        }
        text
    }
}

impl Variant {
    fn new(evaluator: Evaluator, keys: &[Key], axes: &[Axis]) -> Self {
        let column = |key: &Key| evaluator.keys().iter().position(|k| k == key);
        let columns = keys.iter().map(column).collect();
        let parameter = |axis: &Axis| evaluator.model().parameters.find(&axis.path);
        let parameters = axes.iter().map(parameter).collect();
        Self {
            evaluator,
            columns,
            parameters,
        }
    }
}

/// Every combination of the settings of keys that are no numbers, the last axis fastest.
fn combinations(axes: &[Axis]) -> Result<Vec<Vec<String>>, StudyError> {
    let mut all = vec![Vec::new()];
    for axis in axes {
        let Scale::Words(words) = &axis.scale else {
            continue;
        };
        let count = all.len() * words.len();
        if count > GREATEST_VARIANTS {
            return Err(StudyError::Variants(count));
        }
        let longer = |settings: &Vec<String>| -> Vec<Vec<String>> {
            let add = |word: &String| [&settings[..], &[format!("{}={word}", axis.path)]].concat();
            words.iter().map(add).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    Ok(all)
}

/// The keys of a study: those asked for, in that order; otherwise all that any variant has.
fn keys(evaluators: &[Evaluator], selectors: &[Selector]) -> Result<Vec<Key>, StudyError> {
    let mut all: Vec<Key> = Vec::new();
    for evaluator in evaluators {
        for key in evaluator.keys() {
            if !all.contains(key) {
                all.push(key.clone());
            }
        }
    }
    if selectors.is_empty() {
        all.retain(|key| evaluators.iter().any(|e| is_headline(key, e.model())));
        return Ok(all);
    }
    let find = |s: &Selector| s.find(&all).map(|i| all[i].clone());
    Ok(selectors.iter().map(find).collect::<Result<_, _>>()?)
}
