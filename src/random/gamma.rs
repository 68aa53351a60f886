//! Gamma draws.

use rand::Rng;

use super::streams::uniform_open;
use crate::special::normal;

/// A gamma variable of scale 1, whose mean and variance are both `shape` > 0.
///
/// Rejection from a cubed normal: G. Marsaglia and W. W. Tsang, *A simple method for generating
/// gamma variables* (2000); the normal comes by inversion. Below a shape of 1 a draw of shape + 1
/// is multiplied by U^(1/shape) as given there. NaN, without a draw, if the shape is not positive
/// and finite.
pub fn gamma<R: Rng + ?Sized>(rng: &mut R, shape: f64) -> f64 {
    if !(shape > 0.0 && shape.is_finite()) {
        return f64::NAN;
    }
    if shape < 1.0 {
        let power = libm::log(uniform_open(rng)) / shape;
        return cubed_normal(rng, shape + 1.0) * libm::exp(power);
    }
    cubed_normal(rng, shape)
}

/// For shapes of at least 1.
fn cubed_normal<R: Rng + ?Sized>(rng: &mut R, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal::quantile(uniform_open(rng));
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let cube = root * root * root;
        let u = uniform_open(rng);
        let square = x * x;
        if u < 1.0 - 0.0331 * square * square
            || libm::log(u) < 0.5 * square + d * (1.0 - cube + libm::log(cube))
        {
            return d * cube;
        }
    }
}
