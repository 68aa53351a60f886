//! Which uncertain numbers depend on each other.

use super::Model;
use super::parameter::Meta;
use crate::dependence::GaussianCopula;
use serde::Serialize;

/// The rank correlation of two uncertain numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Correlation {
    /// The paths of the two.
    pub between: [String; 2],
    /// Spearman's rank correlation, in [−1, 1].
    pub rank: f64,
    /// Source, status and note of the correlation.
    #[serde(flatten)]
    pub meta: Meta,
}

/// All rank correlations of a model, and the Gaussian copula that has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dependence {
    /// As they were written, in that order.
    pub correlations: Vec<Correlation>,
    /// Correlated parameters, by position in [`super::parameter::Parameters::iter`], in the order of their paths: the variables
    /// of the copula.
    pub parameters: Vec<usize>,
    /// What makes independent uniform numbers dependent.
    pub copula: GaussianCopula,
}

impl Dependence {
    /// Puts dependent uniform numbers in place of independent ones, which are given with their parameters and sorted by them.
    ///
    /// A correlated parameter without a number is not drawn: it stays at its median, and the others are drawn as if it
    /// were drawn there.
    pub(super) fn correlate(&self, uniforms: &mut [(usize, f64)]) {
        let place = |parameter: &usize| uniforms.binary_search_by_key(parameter, |(p, _)| *p);
        let places: Vec<_> = self.parameters.iter().map(place).collect();
        let number = |place: &Result<usize, usize>| place.map_or(0.5, |at| uniforms[at].1);
        let mut inputs: Vec<f64> = places.iter().map(number).collect();
        self.copula.correlate(&mut inputs);
        for (place, u) in places.into_iter().zip(inputs) {
            if let Ok(at) = place {
                uniforms[at].1 = u;
            }
        }
    }
}

impl Model {
    /// Paths of the uncertain numbers that are correlated with another one, sorted. Where there are any, methods that assume
    /// independent inputs (indices of Sobol') do not apply.
    pub fn correlated(&self) -> Vec<&str> {
        let dependence = self.dependence.iter();
        dependence
            .flat_map(|d| &d.parameters)
            .map(|&i| self.parameters.at(i).path.as_str())
            .collect()
    }
}
