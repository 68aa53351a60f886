//! Draws of the uncertain numbers: states of the world.

use super::Model;
use super::parameter::{Draw, Number};
use crate::random::streams::{Streams, uniform_open};

/// What a job fixes in place of the draw of one parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fixed {
    /// The parameter has this value, in the unit of its dimension.
    Value(f64),
    /// The parameter is at this quantile of its own distribution, in (0, 1).
    Quantile(f64),
}

/// One parameter fixed by a job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pin {
    /// Index of the parameter in [`Parameters::iter`].
    pub parameter: usize,
    /// At what.
    pub fixed: Fixed,
}

/// Draws states of the world: every uncertain parameter by inversion of one uniform number, whose stream is keyed by
/// the path of the parameter, so that a draw depends on (seed, path, number of the draw) alone.
#[derive(Debug, Clone)]
pub struct Sampler {
    streams: Streams,
    /// Indices of the parameters that are drawn, with the names of their streams.
    drawn: Vec<(usize, String)>,
}

impl Sampler {
    /// The sampler of a model: draws nothing when only central values are asked for.
    pub fn new(model: &Model) -> Self {
        let parameters = &model.parameters;
        let drawn = if model.run.draws {
            let name = |i: usize| format!("epistemic/{}", parameters.at(i).path);
            parameters.drawn().iter().map(|i| (*i, name(*i))).collect()
        } else {
            Vec::new()
        };
        Self {
            streams: Streams::new(model.run.seed),
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
        let uniform = |(parameter, name): &(usize, String)| {
            let mut stream = self.streams.stream(name, index);
            (*parameter, uniform_open(&mut stream))
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
