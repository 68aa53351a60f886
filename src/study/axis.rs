//! One axis of a design: from a coordinate of the unit interval to a value.

use crate::dist::Dist;
use crate::model::Model;
use crate::model::epistemic::{Fixed, Pin};
use crate::model::factor::{Factor, Role, Span};
use crate::model::parameter::Number;
use libm::{exp, log};
use serde::Serialize;

/// What the coordinates of an axis mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Scale {
    /// From the first number to the second in even steps.
    Linear(f64, f64),
    /// From the first number to the second, both above nought, in even ratios.
    Log(f64, f64),
    /// These values, each with the same share of the interval.
    Levels(Vec<f64>),

    /// The distribution of the parameter, by quantile.
    Own(Dist),
    /// Settings of a key that is no number, each with the same share of the interval.
    Words(Vec<String>),
    /// The number of the chance streams: randomness inside the replication as a factor of its own.
    Chance,
}

/// One factor of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The path of the key, or `chance`.
    pub path: String,
    /// Its name for readers.
    pub title: String,
    /// Its unit; empty where it has none.
    pub unit: String,
    /// Who sets it.
    pub role: Role,
    /// What its coordinates mean.
    pub scale: Scale,
    /// Levels in a factorial design, where they do not follow from the scale.
    pub steps: Option<usize>,
}

/// The value of a factor at a point.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, in the unit of its parameter.
    Number(f64),
    /// A setting of a key that is no number.
    Word(String),
}

/// Levels of a continuous axis in a factorial design when nobody says how many.
const STEPS: usize = 3;

/// Chance streams that the unit interval stands for.
const CHANCES: f64 = (1_u64 << 40) as f64;

impl Axis {
    /// The axis of a factor of `model`.
    pub fn of(factor: &Factor, model: &Model) -> Self {
        let parameters = &model.parameters;
        let parameter = parameters.find(&factor.path).map(|i| parameters.at(i));
        let own = || match parameter.map(|p| &p.number) {
            Some(Number::Uncertain(dist)) => Scale::Own(dist.clone()),
            Some(Number::Fixed(value)) => Scale::Levels(vec![*value]),
            None => Scale::Levels(Vec::new()),
        };
        Self {
            path: factor.path.clone(),
            title: factor.title.clone(),
            unit: parameter.map_or(String::new(), |p| p.dim.unit().to_owned()),
            role: factor.role,
            scale: match &factor.span {
                Span::Linear(from, to) => Scale::Linear(*from, *to),
                Span::Log(from, to) => Scale::Log(*from, *to),
                Span::Levels(values) => Scale::Levels(values.clone()),
                Span::Words(words) => Scale::Words(words.clone()),
                Span::Own => own(),
            },
            steps: factor.steps,
        }
    }

    /// One axis for every uncertain number of `model`, over its own distribution.
    pub fn uncertain(model: &Model) -> Vec<Self> {
        let drawn = model.parameters.iter().filter(|p| p.is_uncertain());
        drawn
            .map(|p| {
                let factor = Factor {
                    path: p.path.clone(),
                    title: p.path.clone(),
                    role: Role::Uncertainty,
                    span: Span::Own,
                    steps: None,
                };
                Self::of(&factor, model)
            })
            .collect()
    }

    /// One axis for every number that is uncertain in any of `models`, over its distribution in the first of them that has one; each
    /// model draws it from its own. In the order of the first model where all have the same numbers, otherwise in that of their
    /// paths, so that the order of the models does not matter.
    pub fn uncertain_in_any(models: &[&Model]) -> Vec<Self> {
        let each: Vec<Vec<Self>> = models.iter().map(|m| Self::uncertain(m)).collect();
        let paths =
            |axes: &[Self]| -> Vec<String> { axes.iter().map(|a| a.path.clone()).collect() };
        let are_equal = each
            .windows(2)
            .all(|pair| paths(&pair[0]) == paths(&pair[1]));
        let mut all: Vec<Self> = Vec::new();
        for axis in each.into_iter().flatten() {
            if all.iter().all(|known| known.path != axis.path) {
                all.push(axis);
            }
        }
        if !are_equal {
            all.sort_by(|a, b| a.path.cmp(&b.path));
        }
        all
    }

    /// An axis and the coordinates of listed points on it: `Levels` with one value for each point, or `Words` with the
    /// different settings.
    pub fn listed(factor: Factor, model: &Model, words: &[String]) -> (Self, Vec<f64>) {
        let axis = Self::of(&factor, model);
        let coordinate = |(row, word): (usize, &String)| match &axis.scale {
            Scale::Words(all) => {
                let place = all.iter().position(|w| w == word).unwrap_or(0);
                (place as f64 + 0.5) / all.len() as f64
            }
            _ => (row as f64 + 0.5) / words.len() as f64,
        };
        let coordinates = words.iter().enumerate().map(coordinate).collect();
        (axis, coordinates)
    }

    /// The factor that stands for chance inside the replication.
    pub fn chance() -> Self {
        Self {
            path: "chance".into(),
            title: "chance".into(),
            unit: String::new(),
            role: Role::Uncertainty,
            scale: Scale::Chance,
            steps: None,
        }
    }

    /// How many levels it has in a factorial design.
    pub fn levels(&self) -> usize {
        match &self.scale {
            Scale::Levels(values) => values.len(),
            Scale::Words(words) => words.len(),
            _ => self.steps.unwrap_or(STEPS),
        }
    }

    /// Whether it moves a number of the scenario, and not words or chance.
    pub fn is_number(&self) -> bool {
        !matches!(self.scale, Scale::Words(_) | Scale::Chance)
    }

    /// How many values it has, where they have no order: words, and streams of random numbers.
    pub(super) fn unordered(&self) -> Option<u64> {
        match &self.scale {
            Scale::Words(words) => Some(words.len() as u64),
            Scale::Chance => Some(CHANCES as u64),
            _ => None,
        }
    }

    /// Whether it has a fixed set of values.
    pub fn is_discrete(&self) -> bool {
        matches!(self.scale, Scale::Levels(_) | Scale::Words(_))
    }

    /// The coordinate of level `level` out of [`Self::levels`]: the ends included on a linear or logarithmic scale, the middle of equal
    /// shares otherwise.
    pub fn coordinate(&self, level: usize) -> f64 {
        let levels = self.levels();
        match self.scale {
            Scale::Linear(..) | Scale::Log(..) if levels > 1 => level as f64 / (levels - 1) as f64,
            _ => (level as f64 + 0.5) / levels as f64,
        }
    }

    /// The value at coordinate `u` in [0, 1]; that of a number which is correlated with others depends on their coordinates as
    /// well, and stands in [`super::Row`].
    pub fn value(&self, u: f64) -> Value {
        match &self.scale {
            Scale::Linear(from, to) => Value::Number(between(*from, *to, u)),
            Scale::Log(from, to) => {
                let inside = exp(between(log(*from), log(*to), u));
                Value::Number(at_ends(*from, *to, u).unwrap_or(inside))
            }
            Scale::Levels(values) => Value::Number(values[share(u, values.len())]),
            Scale::Own(dist) => Value::Number(dist.quantile(u)),
            Scale::Words(words) => Value::Word(words[share(u, words.len())].clone()),
            Scale::Chance => Value::Number(stream(u) as f64),
        }
    }

    /// What the axis fixes for `parameter` at coordinate `u`; `None` where it fixes no parameter.
    pub fn pin(&self, parameter: usize, u: f64) -> Option<Pin> {
        let fixed = match (&self.scale, self.value(u)) {
            (Scale::Chance, _) | (_, Value::Word(_)) => return None,
            (Scale::Own(_), _) => Fixed::Quantile(u),
            (_, Value::Number(value)) => Fixed::Value(value),
        };
        Some(Pin { parameter, fixed })
    }
}

/// The number of the chance streams at coordinate `u`.
pub(super) fn stream(u: f64) -> u64 {
    (u * CHANCES) as u64
}

/// Which of `n` equal shares of the unit interval `u` is in.
pub(super) fn share(u: f64, n: usize) -> usize {
    ((u * n as f64) as usize).min(n - 1)
}

fn between(from: f64, to: f64, u: f64) -> f64 {
    at_ends(from, to, u).unwrap_or(from + (to - from) * u)
}

fn at_ends(from: f64, to: f64, u: f64) -> Option<f64> {
    if u <= 0.0 {
        Some(from)
    } else if u >= 1.0 {
        Some(to)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(scale: Scale, steps: Option<usize>) -> Axis {
        Axis {
            scale,
            steps,
            ..Axis::chance()
        }
    }

    #[test]
    fn grids_contain_their_ends() {
        let linear = axis(Scale::Linear(1.0, 3.0), Some(5));
        let values: Vec<Value> = (0..5).map(|l| linear.value(linear.coordinate(l))).collect();
        assert_eq!(values, [1.0, 1.5, 2.0, 2.5, 3.0].map(Value::Number));
        let log = axis(Scale::Log(1e-7, 1e-5), Some(3));
        let Value::Number(middle) = log.value(log.coordinate(1)) else {
            panic!("a number")
        };
        assert!((middle / 1e-6 - 1.0).abs() < 1e-12);
        assert_eq!(log.value(log.coordinate(2)), Value::Number(1e-5));
    }

    #[test]
    fn levels_share_the_interval() {
        let levels = axis(Scale::Levels(vec![1.0, 2.0, 7.0]), None);
        for (level, value) in [1.0, 2.0, 7.0].into_iter().enumerate() {
            assert_eq!(levels.value(levels.coordinate(level)), Value::Number(value));
        }
        assert_eq!(levels.value(1.0), Value::Number(7.0));
        assert_eq!(levels.value(0.0), Value::Number(1.0));
    }

    #[test]
    fn chances_are_numbered() {
        assert_eq!(stream(0.0), 0);
        assert_ne!(stream(0.5), stream(0.5 + 1e-11));
    }
}
