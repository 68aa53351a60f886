//! Draws of the uncertain numbers: states of the world.

use super::Model;
use super::parameter::{Draw, Number};
use super::precision::Sampling;
use crate::design::sobol::{DIMENSIONS, Dimension};
use crate::design::{key, quasi_uniform};
use crate::random::streams::{Streams, uniform_open};

/// Independent randomisations that quasi-Monte Carlo draws are dealt to, so that they have a standard error.
pub const RANDOMISATIONS: u64 = 8;

/// What a job fixes in place of the draw of one parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fixed {
    /// The parameter has this value, in the unit of its dimension. It replaces the draw when that is done: parameters that are
    /// correlated with it stay where they are.
    Value(f64),
    /// The independent uniform number of the parameter, in (0, 1), in place of its draw: the quantile of its own
    /// distribution, unless it is correlated with parameters whose paths come before its own. Then the Gaussian copula makes a
    /// dependent one of it (designs have independent coordinates), and it moves those that come after it as any draw does.
    Quantile(f64),
}

/// One parameter fixed by a job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pin {
    /// Index of the parameter in [`super::parameter::Parameters::iter`].
    pub parameter: usize,
    /// At what.
    pub fixed: Fixed,
}

/// Draws states of the world: every uncertain parameter by inversion of one uniform number, which is keyed by the path of the
/// parameter, so that a draw depends on (seed, path, number of the draw) alone; and on those of the parameters before it that it is
/// correlated with. Plain and quasi-Monte Carlo numbers are made dependent alike.
#[derive(Debug, Clone)]
pub struct Sampler {
    streams: Streams,
    drawn: Vec<Drawn>,
}

/// One parameter that is drawn.
#[derive(Debug, Clone)]
struct Drawn {
    parameter: usize,
    /// The name of its stream.
    name: String,
    quasi: Option<Quasi>,
}

/// One coordinate of randomised quasi-Monte Carlo: a key for every randomisation.
#[derive(Debug, Clone)]
struct Quasi {
    dimension: Dimension,
    keys: Vec<u64>,
}

impl Quasi {
    fn new(dimension: usize, seed: u64, name: &str) -> Option<Self> {
        let key = |r| key(seed, &format!("{name}/randomisation/{r}"));
        Some(Self {
            dimension: Dimension::new(dimension).ok()?,
            keys: (0..RANDOMISATIONS).map(key).collect(),
        })
    }

    /// `None` beyond the last point of the sequence.
    fn uniform(&self, draw: u64) -> Option<f64> {
        let index = u32::try_from(draw / RANDOMISATIONS).ok()?;
        let key = self.keys[(draw % RANDOMISATIONS) as usize];
        Some(quasi_uniform(self.dimension, index, key))
    }
}

impl Sampler {
    /// The sampler of a model: draws nothing when only central values are asked for.
    ///
    /// Quasi-Monte Carlo gives the first [`DIMENSIONS`] uncertain parameters a coordinate each, in the order of their paths, those of the
    /// world before those of policy and mechanisms: so policies on one world share its draws. Any others, and draws beyond the
    /// sequence, are plain. The order of paths is better together than hashing names into dimensions, which
    /// would stay put when a parameter is added (measured in [`crate::design`]).
    pub fn new(model: &Model) -> Self {
        let parameters = &model.parameters;
        let seed = model.run.seed;
        let mut drawn: Vec<Drawn> = parameters
            .drawn()
            .iter()
            .filter(|_| model.run.draws)
            .map(|&parameter| Drawn {
                parameter,
                name: format!("epistemic/{}", parameters.at(parameter).path),
                quasi: None,
            })
            .collect();
        if model.run.sampling == Sampling::Quasi {
            let of_policy =
                |path: &str| path.starts_with("policy.") || path.starts_with("mechanisms.");
            drawn.sort_by_key(|d| {
                let path = parameters.at(d.parameter).path.clone();
                (of_policy(&path), path)
            });
            for (dimension, drawn) in drawn.iter_mut().enumerate().take(DIMENSIONS) {
                drawn.quasi = Quasi::new(dimension, seed, &drawn.name);
            }
            drawn.sort_by_key(|d| d.parameter);
        }
        Self {
            streams: Streams::new(seed),
            drawn,
        }
    }

    /// The state of the world of draw number `index`: `central` with every uncertain parameter drawn, and `pins` in place of
    /// what they fix. A quantile of a parameter without a distribution leaves it as it is. `model` is the one of [`Self::new`].
    pub fn draw(&self, model: &Model, central: &Draw, index: u64, pins: &[Pin]) -> Draw {
        let mut uniforms = self.uniforms(index);
        let mut draw = central.clone();
        for pin in pins {
            match pin.fixed {
                Fixed::Value(value) => draw.set(pin.parameter, value),
                Fixed::Quantile(u) => set_uniform(&mut uniforms, pin.parameter, u),
            }
        }
        if let Some(dependence) = &model.dependence {
            dependence.correlate(&mut uniforms);
        }
        for &(parameter, u) in &uniforms {
            let is_set = |pin: &&Pin| pin.parameter == parameter;
            let value = pins.iter().find(is_set).map(|pin| pin.fixed);
            if !matches!(value, Some(Fixed::Value(_))) {
                draw.set(parameter, quantile(model, parameter, u));
            }
        }
        draw
    }

    /// One uniform number for every drawn parameter, in the order of their indices.
    fn uniforms(&self, index: u64) -> Vec<(usize, f64)> {
        let uniform = |drawn: &Drawn| {
            let quasi = drawn.quasi.as_ref().and_then(|q| q.uniform(index));
            let plain = || uniform_open(&mut self.streams.stream(&drawn.name, index));
            (drawn.parameter, quasi.unwrap_or_else(plain))
        };
        self.drawn.iter().map(uniform).collect()
    }
}

fn quantile(model: &Model, parameter: usize, u: f64) -> f64 {
    match &model.parameters.at(parameter).number {
        Number::Fixed(value) => *value,
        Number::Uncertain(dist) => dist.quantile(u),
    }
}

/// Puts `u` in place of the uniform number of a parameter, or adds it where the parameter is not drawn.
fn set_uniform(uniforms: &mut Vec<(usize, f64)>, parameter: usize, u: f64) {
    match uniforms.binary_search_by_key(&parameter, |(p, _)| *p) {
        Ok(at) => uniforms[at].1 = u,
        Err(at) => uniforms.insert(at, (parameter, u)),
    }
}
