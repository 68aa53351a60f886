//! Detectors as a scenario gives them, and the curve that they are in one draw.

use super::parameter::{Draw, Param};
use crate::theory::bayes;
use crate::theory::curve::{Curve, CurveError, HashCurve};
use crate::units::{Count, EurPerItem, Number, Share};

/// A detector.
#[derive(Debug, Clone)]
pub struct Detector {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Classes of abuse material that its recall is about.
    pub detects: Vec<usize>,
    /// Modalities that it scans.
    pub modalities: Vec<usize>,
    /// How its curve is given.
    pub family: Family,
    /// Shares of benign classes (index into the world's list) among the benign items of the bench.
    pub bench_mix: Vec<(usize, Param<Share>)>,
    /// Share of abuse on the bench.
    pub bench_prevalence: Param<Share>,
    /// Cost of scanning one item.
    pub scanning_cost: Param<EurPerItem>,
}

/// An operating point (false-positive rate, recall).
pub type Point = (Param<Share>, Param<Share>);

/// How a curve is given.
#[derive(Debug, Clone)]
pub enum Family {
    /// Normal scores.
    Binormal(Binormal),
    /// Measured points.
    Empirical {
        /// At least two.
        points: Vec<Point>,
        /// Whether the curve goes on beyond them.
        extrapolate: bool,
    },
    /// A perceptual hash.
    Hash {
        /// Effective bits.
        bits: u64,
        /// Listed pieces.
        list_size: Param<Count>,
        /// Recommended radius.
        radius: Option<u64>,
        /// Shares and flip probabilities of transformations.
        transformations: Vec<(Param<Share>, Param<Share>)>,
        /// Share of other classes (index into the world's list) that resembles a listed piece.
        cross_match: Vec<(usize, Param<Share>)>,
    },
    /// One point.
    Fixed(Point),
}

/// The ways to give a binormal curve.
#[derive(Debug, Clone)]
pub enum Binormal {
    /// Separation and spread.
    Parameters {
        /// μ.
        separation: Param<Number>,
        /// σ; 1 when left out.
        spread: Option<Param<Number>>,
    },
    /// Area under the curve.
    Auc(Param<Share>),
    /// One or two points.
    Anchors(Vec<Point>),
    /// Precision and recall on a bench.
    Bench {
        /// Share of flags that were right.
        precision: Param<Share>,
        /// Share of abuse that was flagged.
        recall: Param<Share>,
        /// Share of the bench that was abuse.
        prevalence: Param<Share>,
    },
}

impl Detector {
    /// The curve of one draw.
    ///
    /// # Errors
    ///
    /// [`CurveError`] when the numbers of this draw describe no curve.
    pub fn curve(&self, draw: &Draw) -> Result<Curve, CurveError> {
        let at = |point: &Point| (draw.of(point.0), draw.of(point.1));
        match &self.family {
            Family::Binormal(binormal) => binormal.curve(draw),
            Family::Empirical {
                points,
                extrapolate,
            } => {
                let points: Vec<_> = points.iter().map(at).collect();
                Curve::empirical(&points, *extrapolate)
            }
            Family::Hash {
                bits,
                list_size,
                radius,
                transformations,
                ..
            } => {
                let transformations = transformations.iter().map(at).collect();
                let hash = HashCurve::new(*bits, draw.of(*list_size), transformations)?;
                Ok(Curve::Hash(hash.recommending(*radius)))
            }
            Family::Fixed(point) => {
                let (fpr, recall) = at(point);
                Ok(Curve::Fixed { fpr, recall })
            }
        }
    }

    /// Share of items of a class that is not in `detects` but resembles a listed piece.
    pub fn cross_match(&self, draw: &Draw, class: usize) -> f64 {
        match &self.family {
            Family::Hash { cross_match, .. } => cross_match
                .iter()
                .find(|(c, _)| *c == class)
                .map_or(0.0, |(_, share)| draw.of(*share)),
            _ => 0.0,
        }
    }

    /// The recommended radius of a hash.
    pub fn radius(&self) -> Option<u64> {
        match self.family {
            Family::Hash { radius, .. } => radius,
            _ => None,
        }
    }

    /// Order in which flags are attributed: hash detectors first.
    pub fn attribution_rank(&self) -> usize {
        match self.family {
            Family::Hash { .. } => 0,
            Family::Fixed(_) => 1,
            Family::Empirical { .. } => 2,
            Family::Binormal(_) => 3,
        }
    }
}

impl Binormal {
    fn curve(&self, draw: &Draw) -> Result<Curve, CurveError> {
        match self {
            Self::Parameters { separation, spread } => {
                let spread = spread.map_or(1.0, |s| draw.of(s));
                Curve::binormal(draw.of(*separation), spread)
            }
            Self::Auc(auc) => Curve::from_auc(draw.of(*auc)),
            Self::Anchors(points) => {
                let points: Vec<_> = points
                    .iter()
                    .map(|p| (draw.of(p.0), draw.of(p.1)))
                    .collect();
                Curve::from_anchors(&points)
            }
            Self::Bench {
                precision,
                recall,
                prevalence,
            } => {
                let recall = draw.of(*recall);
                let fpr = bayes::bench_false_positive_rate(
                    draw.of(*precision),
                    recall,
                    draw.of(*prevalence),
                );
                Curve::from_anchors(&[(fpr, recall)])
            }
        }
    }
}
