//! All numbers of a scenario in one list: what each is, where it comes from, and its value in a draw.

use crate::diag::Span;
use crate::dist::Dist;
use crate::units::{Dim, Unit};
use serde::Serialize;
use std::marker::PhantomData;

/// How far a number can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The publisher's own page, or an official data set, was read.
    Primary,
    /// A page that names the source was read.
    Secondary,
    /// Calculated from other figures.
    Derived,
    /// Nothing is published; somebody chose it, and the note says why.
    Assumption,
    /// Remembered or reported, not read.
    Unverified,
}

/// What is said about a number.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Meta {
    /// Publication, page, row of a table.
    pub source: Option<String>,
    /// How far it can be trusted.
    pub status: Option<Status>,
    /// Caveat.
    pub note: Option<String>,
}

impl Meta {
    /// Whether the value was published, or follows from what was.
    pub fn is_published(&self) -> bool {
        let read = matches!(
            self.status,
            Some(Status::Primary | Status::Secondary | Status::Derived)
        );
        read && self.source.is_some()
    }
}

/// A number as read: fixed or uncertain.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// Known exactly.
    Fixed(f64),
    /// Drawn once per replication.
    Uncertain(Dist),
}

/// Where the value of a parameter was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// In a text: world, scenario or `--set`.
    Text(Span),
    /// Nowhere: the default of its key.
    Default,
}

/// One number of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its path, such as `material.new.prevalence`: the key of its random draws.
    pub path: String,
    /// Its value or distribution, in the unit of its dimension.
    pub number: Number,
    /// Source, status and note.
    pub meta: Meta,
    /// Where it was written.
    pub origin: Origin,
    /// Its dimension.
    pub dim: Dim,
    /// The least and the greatest value that it may have.
    pub range: (f64, f64),
    /// The text as written.
    pub written: String,
}

impl Parameter {
    /// The value that pre-set rules are solved on: the number itself, or the median.
    pub fn central(&self) -> f64 {
        match &self.number {
            Number::Fixed(value) => *value,
            Number::Uncertain(dist) => dist.central(),
        }
    }

    /// Whether it is drawn.
    pub fn is_uncertain(&self) -> bool {
        matches!(self.number, Number::Uncertain(_))
    }
}

/// A handle of one parameter of unit `U`.
#[derive(Debug)]
pub struct Param<U> {
    index: usize,
    unit: PhantomData<U>,
}

impl<U> Clone for Param<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Param<U> {}

impl<U> Param<U> {
    /// Its position in [`Parameters::iter`].
    pub fn index(self) -> usize {
        self.index
    }
}

/// All parameters of a scenario.
#[derive(Debug, Clone, Default)]
pub struct Parameters {
    list: Vec<Parameter>,
    uncertain: Vec<usize>,
}

impl Parameters {
    pub(crate) fn add<U: Unit>(&mut self, parameter: Parameter) -> Param<U> {
        let index = self.list.len();
        if parameter.is_uncertain() {
            self.uncertain.push(index);
        }
        self.list.push(parameter);
        Param {
            index,
            unit: PhantomData,
        }
    }

    /// The parameter behind a handle.
    pub fn get<U>(&self, parameter: Param<U>) -> &Parameter {
        &self.list[parameter.index]
    }

    /// All parameters, in the order in which the model names them.
    pub fn iter(&self) -> impl Iterator<Item = &Parameter> {
        self.list.iter()
    }

    /// The position of the parameter at a path.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.list.iter().position(|p| p.path == path)
    }

    /// How many are uncertain.
    pub fn uncertain(&self) -> usize {
        self.uncertain.len()
    }

    /// Every parameter at its central value.
    pub fn central(&self) -> Draw {
        Draw {
            values: self.list.iter().map(Parameter::central).collect(),
        }
    }

    /// The parameter at a position of [`Self::iter`].
    pub(crate) fn at(&self, index: usize) -> &Parameter {
        &self.list[index]
    }

    /// Positions of the uncertain ones, in order.
    pub(crate) fn drawn(&self) -> &[usize] {
        &self.uncertain
    }
}

/// One value for every parameter: a state of the world.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    values: Vec<f64>,
}

impl Draw {
    /// The value of a parameter, in the unit of its dimension.
    pub fn of<U: Unit>(&self, parameter: Param<U>) -> f64 {
        self.values[parameter.index]
    }

    /// The value at a position of [`Parameters::iter`].
    pub fn at(&self, index: usize) -> f64 {
        self.values[index]
    }

    pub(crate) fn set(&mut self, index: usize, value: f64) {
        self.values[index] = value;
    }
}
