//! Distributions of uncertain numbers: a closed set, drawn by inversion, cut off at the range of the quantity.

mod fit;
mod shape;

pub use shape::{DistError, Shape};

/// An uncertain number: a shape, cut off at the range of its quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Dist {
    shape: Shape,
    low: f64,
    high: f64,
    p_low: f64,
    p_high: f64,
}

impl Dist {
    /// `shape` cut off to `low..=high`.
    pub fn new(shape: Shape, low: f64, high: f64) -> Self {
        let (p_low, p_high) = (shape.below(low), shape.cdf(high));
        Self {
            shape,
            low,
            high,
            p_low,
            p_high,
        }
    }

    /// The part of the shape that lies outside the range and is cut off.
    pub fn cut_off(&self) -> f64 {
        1.0 - (self.p_high - self.p_low)
    }

    /// The shape before cutting.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The value at probability `p` (inside 0..1): draws are `quantile(uniform)`.
    pub fn quantile(&self, p: f64) -> f64 {
        let inside = self.p_low + p * (self.p_high - self.p_low);
        let inside = inside.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
        self.shape.quantile(inside).clamp(self.low, self.high)
    }

    /// The central value that pre-set rules are solved on: the median.
    pub fn central(&self) -> f64 {
        self.quantile(0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes() -> Vec<Shape> {
        [
            Shape::interval(1e-7, 1e-5),
            Shape::interval(-2.0, 3.0),
            Shape::lognormal(1e-6, 0.5),
            Shape::lognormal_moments(10.0, 4.0),
            Shape::uniform_quantiles((0.1, 2.0), (0.9, 4.0)),
            Shape::triangular(1.0, 2.0, 5.0),
            Shape::beta_moments(0.8, 0.05),
            Shape::beta_quantiles((0.05, 0.1), (0.95, 0.3)),
        ]
        .into_iter()
        .map(|s| s.expect("a valid shape"))
        .collect()
    }

    #[test]
    fn quantile_and_cdf_are_inverse() {
        for shape in shapes() {
            for p in [0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999] {
                let back = shape.cdf(shape.quantile(p));
                assert!((back - p).abs() < 1e-9, "{shape:?} at {p}: {back}");
            }
        }
    }

    #[test]
    fn quantiles_given_are_quantiles_had() {
        let shape = Shape::interval(1e-7, 1e-5).expect("ascending");
        assert!((shape.quantile(0.05) / 1e-7 - 1.0).abs() < 1e-12);
        assert!((shape.quantile(0.95) / 1e-5 - 1.0).abs() < 1e-12);
        let shape = Shape::beta_quantiles((0.05, 0.1), (0.95, 0.3)).expect("feasible");
        assert!((shape.quantile(0.05) - 0.1).abs() < 1e-6);
        assert!((shape.quantile(0.95) - 0.3).abs() < 1e-6);
    }

    #[test]
    fn impossible_distributions_are_refused() {
        assert!(Shape::beta_moments(0.5, 0.6).is_err());
        assert!(Shape::beta_quantiles((0.05, 0.3), (0.95, 0.1)).is_err());
        assert!(Shape::lognormal_quantiles((0.05, -1.0), (0.95, 1.0)).is_err());
        assert!(Shape::triangular(2.0, 1.0, 3.0).is_err());
        assert!(Shape::uniform(1.0, 1.0).is_err());
        assert!(Shape::normal(0.0, 0.0).is_err());
        assert!(Shape::discrete(&[1.0], &[]).is_err());
        assert!(Shape::discrete(&[1.0], &[0.0]).is_err());
    }

    #[test]
    fn cutting_off_keeps_the_shape_inside() {
        let shape = Shape::normal(0.5, 0.5).expect("valid");
        let cut = Dist::new(shape, 0.0, 1.0);
        assert!((cut.cut_off() - 0.317_310_507_862_914_1).abs() < 1e-12);
        assert!((cut.central() - 0.5).abs() < 1e-12);
        assert!(cut.quantile(1e-12) >= 0.0 && cut.quantile(1.0 - 1e-12) <= 1.0);
    }

    #[test]
    fn discrete_values_come_with_their_weights() {
        let shape = Shape::discrete(&[3.0, 1.0], &[1.0, 3.0]).expect("valid");
        assert_eq!(shape.quantile(0.74), 1.0);
        assert_eq!(shape.quantile(0.76), 3.0);
        assert_eq!(Dist::new(shape, 0.0, 10.0).cut_off(), 0.0);
    }
}
