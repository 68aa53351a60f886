//! Points from which Shapley effects are computed: paths through the unit cube.
//!
//! A path has 2d points for d inputs. The first is random; at each of the next d one more input, in random order, has been
//! drawn anew, given those that have not (all with the numbers of one second point). The last d − 1 are companions, one for
//! each input but the first in the order: there it has its new value, those before it in the order are drawn given that
//! value, but with the numbers of the first point, and the others are those of the first point. Where inputs are
//! independent, coordinates are exchanged: all of the order up to an input, or that of the input alone. Correlated ones are
//! those of a Gaussian copula, and are drawn from its conditional distribution (Song, Nelson and Staum 2016). Coordinates
//! are independent uniform numbers, which the copula makes dependent in the order of their names.
//!
//! Song, E., Nelson, B. L. and Staum, J. (2016) SIAM/ASA J. Uncertain. Quantif. 4, 1060.

use super::conditional::Normal;
use super::error::{SensitivityError, setting};
use super::resampling::shuffled;
use crate::dependence::{CorrelationMatrix, pearson_of_spearman};
use crate::random::{Streams, uniform_open};
use crate::special::normal;

/// The least and the greatest coordinate.
const ENDS: (f64, f64) = (f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);

/// Paths through the unit cube, each a function of the seed and of its number.
#[derive(Clone, Debug)]
pub struct Paths {
    inputs: usize,
    streams: Streams,
    /// Inputs that are correlated with others, in the order of the copula.
    tied: Vec<usize>,
    normal: Normal,
}

impl Paths {
    /// Paths of inputs with these names; one without a name is independent of all others. `ranks` are pairs of names with
    /// their rank correlation, also with what is no input and stands still.
    ///
    /// # Errors
    /// No inputs; correlations that no numbers can have together.
    pub fn new(
        names: &[Option<&str>],
        ranks: &[(&str, &str, f64)],
        seed: u64,
    ) -> Result<Self, SensitivityError> {
        setting("number of inputs", names.len() as f64, 1.0, 1e6)?;
        let pairs: Vec<(&str, &str, f64)> = ranks
            .iter()
            .map(|(a, b, rank)| (*a, *b, pearson_of_spearman(*rank)))
            .collect();
        let impossible = |column| SensitivityError::NotPositiveDefinite { column };
        let matrix = CorrelationMatrix::new(&pairs).map_err(|_| impossible(0))?;
        let factor = matrix.factor().map_err(|_| impossible(0))?;
        let place = |name: &String| names.iter().position(|n| *n == Some(name.as_str()));
        let (kept, tied): (Vec<usize>, Vec<usize>) = matrix
            .names()
            .iter()
            .enumerate()
            .filter_map(|(variable, name)| Some((variable, place(name)?)))
            .unzip();
        let row = |&i: &usize| -> Vec<f64> {
            let before = kept.iter().filter(|j| **j <= i);
            before.map(|&j| factor[i][j]).collect()
        };
        let part: Vec<Vec<f64>> = kept.iter().map(row).collect();
        Ok(Self {
            inputs: names.len(),
            streams: Streams::new(seed),
            tied,
            normal: Normal::new(&part)?,
        })
    }

    /// Points of a path through `inputs` inputs.
    pub fn length(inputs: usize) -> usize {
        2 * inputs
    }

    /// The order in which the inputs of a path are drawn anew; correlations do not change it.
    pub fn order(&self, path: u64) -> Vec<usize> {
        shuffled(&mut self.streams.stream("paths/order", path), self.inputs)
    }

    /// The points of a path, each with a coordinate in (0, 1) for every input: the first, those along the order, and the
    /// companions of all inputs of the order but the first.
    pub fn points(&self, path: u64) -> Vec<Vec<f64>> {
        let sample = |name: &str| -> Vec<f64> {
            let mut stream = self.streams.stream(name, path);
            (0..self.inputs)
                .map(|_| uniform_open(&mut stream))
                .collect()
        };
        let walk = Walk {
            paths: self,
            order: self.order(path),
            one: sample("paths/one"),
            other: sample("paths/other"),
        };
        let along = (0..=self.inputs).map(|renewed| walk.along(renewed));
        along
            .chain((1..self.inputs).map(|place| walk.companion(place)))
            .collect()
    }

    fn scores(&self, of: &[f64]) -> Vec<f64> {
        let tied = self.tied.iter();
        tied.map(|&input| normal::quantile(of[input])).collect()
    }

    /// Positions among the correlated inputs of those that are not `renewed`.
    fn kept(&self, renewed: &[usize]) -> Vec<usize> {
        let is_kept = |place: &usize| !renewed.contains(&self.tied[*place]);
        (0..self.tied.len()).filter(is_kept).collect()
    }

    /// Puts the coordinates of correlated variables into a point.
    fn set(&self, point: &mut [f64], joint: &[f64]) {
        for (&input, score) in self.tied.iter().zip(self.normal.independent(joint)) {
            point[input] = normal::cdf(score).clamp(ENDS.0, ENDS.1);
        }
    }
}

/// One path: its order, its first point and the numbers with which inputs are drawn anew.
struct Walk<'a> {
    paths: &'a Paths,
    order: Vec<usize>,
    one: Vec<f64>,
    other: Vec<f64>,
}

impl Walk<'_> {
    /// The point at which the first `renewed` inputs of the order have been drawn anew.
    fn along(&self, renewed: usize) -> Vec<f64> {
        let renewed = &self.order[..renewed];
        let mut point = self.one.clone();
        renewed.iter().for_each(|&i| point[i] = self.other[i]);
        if renewed.iter().any(|input| self.paths.tied.contains(input)) {
            self.paths.set(&mut point, &self.joint(renewed));
        }
        point
    }

    /// The correlated variables where `renewed` have been drawn anew.
    fn joint(&self, renewed: &[usize]) -> Vec<f64> {
        let (paths, normal) = (self.paths, &self.paths.normal);
        let mut joint = normal.joint(&paths.scores(&self.one));
        let scores = paths.scores(&self.other);
        normal.renew(&paths.kept(renewed), &mut joint, &scores);
        joint
    }

    /// The companion of the input at a place of the order.
    fn companion(&self, place: usize) -> Vec<f64> {
        let input = self.order[place];
        let mut point = self.one.clone();
        point[input] = self.other[input];
        if self.paths.tied.contains(&input) {
            let mut joint = self.joint(&self.order[..=place]);
            let kept = self.paths.kept(&self.order[..place]);
            let scores = self.paths.scores(&self.one);
            self.paths.normal.renew(&kept, &mut joint, &scores);
            self.paths.set(&mut point, &joint);
        }
        point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn independent_inputs_are_exchanged_one_by_one() {
        let paths = Paths::new(&[Some("a"), None, Some("c")], &[("x", "y", 0.5)], 1).unwrap();
        let points = paths.points(3);
        assert_eq!(points.len(), Paths::length(3));
        let differ =
            |a: &[f64], b: &[f64]| -> Vec<usize> { (0..3).filter(|&i| a[i] != b[i]).collect() };
        for (step, input) in paths.order(3).into_iter().enumerate() {
            assert_eq!(differ(&points[step], &points[step + 1]), [input]);
            if step > 0 {
                assert_eq!(differ(&points[0], &points[3 + step]), [input]);
                assert_eq!(points[3 + step][input], points[step + 1][input]);
            }
        }
        assert_ne!(points, paths.points(4));
    }

    /// Every point of a path has the correlation (rank 0.7, of normals 0.717), and an input that is not drawn anew keeps
    /// its value. Of 4,000 paths a correlation has a standard error of 0.0077; five of them.
    #[test]
    fn correlated_inputs_stay_correlated_on_the_way() {
        let ranks = [("b", "a", 0.7)];
        let paths = Paths::new(&[Some("b"), Some("a")], &ranks, 1).unwrap();
        let r = pearson_of_spearman(0.7);
        // `a` comes first in the copula, and `b` is made of both.
        let seen = |u: &[f64]| {
            let [b, a] = [normal::quantile(u[0]), normal::quantile(u[1])];
            [r * a + (1.0 - r * r).sqrt() * b, a]
        };
        let mut products = [0.0; 4];
        for path in 0..4000 {
            let points = paths.points(path);
            let [first, last] = paths.order(path)[..] else {
                panic!("two inputs")
            };
            let near = |[a, b]: [usize; 2], input: usize| {
                (seen(&points[a])[input] - seen(&points[b])[input]).abs() < 1e-9
            };
            assert!(near([0, 1], last) && near([2, 3], last) && !near([0, 3], first));
            for (product, point) in products.iter_mut().zip(&points) {
                let [b, a] = seen(point);
                *product += a * b / 4000.0;
            }
        }
        // The product of two normals of correlation r has variance 1 + r².
        let error = ((1.0 + r * r) / 4000.0).sqrt();
        for product in products {
            assert!((product - r).abs() < 5.0 * error, "{products:?}");
        }
    }
}
