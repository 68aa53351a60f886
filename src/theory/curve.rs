//! Detector curves: false-positive rate and recall as the threshold moves.

use crate::special::{binomial, normal};
use thiserror::Error;

/// Why numbers describe no curve.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum CurveError {
    /// An operating point is not inside 0..1.
    #[error("an operating point must lie inside 0 and 1, got FPR {fpr} and recall {recall}")]
    Outside {
        /// False-positive rate.
        fpr: f64,
        /// Recall.
        recall: f64,
    },
    /// Too few or too many points.
    #[error("{got} points where {wanted} are wanted")]
    Number {
        /// How many there are.
        got: usize,
        /// How many are wanted.
        wanted: &'static str,
    },
    /// Points that do not increase in both numbers.
    #[error("points must increase strictly in both FPR and recall")]
    Order,
    /// A curve no better than chance.
    #[error("the separation is {0}: abuse would not score higher than ordinary items")]
    NoSeparation(f64),
    /// A spread that is not positive.
    #[error("the spread is {0}, and must be positive")]
    NoSpread(f64),
    /// Shares of transformations exceed one.
    #[error("the shares of the transformations add up to {0}, more than 1")]
    Shares(f64),
}

/// A threshold of one curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Setting {
    /// A score, in standard deviations of ordinary items; flagged at or above it.
    Score(f64),
    /// The radius of a hash, in bits; flagged at or below it.
    Radius(u64),
    /// The only point of a fixed detector.
    Point,
}

/// A detector curve.
#[derive(Debug, Clone, PartialEq)]
pub enum Curve {
    /// Ordinary items N(0, 1), abuse N(separation, spread) (Green and Swets 1966).
    Binormal {
        /// μ, positive.
        separation: f64,
        /// σ, positive.
        spread: f64,
    },
    /// Measured points as normal deviates, ascending.
    Empirical {
        /// `(Φ⁻¹(FPR), Φ⁻¹(recall))`, at least two.
        deviates: Vec<(f64, f64)>,
        /// Whether the first and last segments go on.
        extrapolate: bool,
    },
    /// A perceptual hash.
    Hash(HashCurve),
    /// One point.
    Fixed {
        /// False-positive rate.
        fpr: f64,
        /// Recall.
        recall: f64,
    },
}

/// Thresholds are sought between minus and plus this score; tail probabilities beyond are below 1e-299.
const SCORE_LIMIT: f64 = 37.0;

impl Curve {
    /// Binormal by its two parameters.
    ///
    /// # Errors
    ///
    /// Both must be positive and finite.
    pub fn binormal(separation: f64, spread: f64) -> Result<Self, CurveError> {
        if !(separation > 0.0 && separation.is_finite()) {
            return Err(CurveError::NoSeparation(separation));
        }
        if !(spread > 0.0 && spread.is_finite()) {
            return Err(CurveError::NoSpread(spread));
        }
        Ok(Self::Binormal { separation, spread })
    }

    /// Binormal with spread 1 by the area under it: μ = √2·Φ⁻¹(AUC).
    ///
    /// # Errors
    ///
    /// The area must lie above ½ and below 1.
    pub fn from_auc(auc: f64) -> Result<Self, CurveError> {
        if !(auc < 1.0) {
            return Err(CurveError::NoSeparation(f64::INFINITY));
        }
        Self::binormal(std::f64::consts::SQRT_2 * normal::quantile(auc), 1.0)
    }

    /// Binormal through one point `(FPR, recall)` (spread 1) or two.
    ///
    /// # Errors
    ///
    /// Points must lie inside 0..1 and increase, and the curve must lie above the chance line at them.
    pub fn from_anchors(points: &[(f64, f64)]) -> Result<Self, CurveError> {
        match deviates(points)?.as_slice() {
            [(f, r)] => Self::binormal(r - f, 1.0),
            [(f1, r1), (f2, r2)] => {
                let spread = (f2 - f1) / (r2 - r1);
                Self::binormal(spread * r1 - f1, spread)
            }
            other => Err(CurveError::Number {
                got: other.len(),
                wanted: "one or two",
            }),
        }
    }

    /// Measured points `(FPR, recall)`.
    ///
    /// # Errors
    ///
    /// At least two points inside 0..1, strictly increasing in both numbers.
    pub fn empirical(points: &[(f64, f64)], extrapolate: bool) -> Result<Self, CurveError> {
        let deviates = deviates(points)?;
        if deviates.len() < 2 {
            return Err(CurveError::Number {
                got: deviates.len(),
                wanted: "at least two",
            });
        }
        Ok(Self::Empirical {
            deviates,
            extrapolate,
        })
    }

    /// P(flag | innocent item whose scores are shifted by `shift`).
    pub fn false_positive_rate(&self, setting: Setting, shift: f64) -> f64 {
        match (self, setting) {
            (Self::Hash(hash), Setting::Radius(radius)) => hash.false_positive_rate(radius),
            (Self::Fixed { fpr, .. }, _) => *fpr,
            (_, Setting::Score(t)) => normal::survival(t - shift),
            _ => f64::NAN,
        }
    }

    /// P(flag | abuse).
    pub fn recall(&self, setting: Setting) -> f64 {
        match (self, setting) {
            (Self::Binormal { separation, spread }, Setting::Score(t)) => {
                normal::cdf((separation - t) / spread)
            }
            (Self::Empirical { deviates, .. }, Setting::Score(t)) => {
                normal::cdf(interpolate(deviates, -t))
            }
            (Self::Hash(hash), Setting::Radius(radius)) => hash.recall(radius),
            (Self::Fixed { recall, .. }, _) => *recall,
            _ => f64::NAN,
        }
    }

    /// Whether the setting lies beyond the measured points.
    pub fn is_extrapolated(&self, setting: Setting) -> bool {
        match (self, setting) {
            (Self::Empirical { deviates, .. }, Setting::Score(t)) => {
                let ends = (deviates[0].0, deviates[deviates.len() - 1].0);
                -t < ends.0 - 1e-12 || -t > ends.1 + 1e-12
            }
            _ => false,
        }
    }

    /// Range of scores in which a threshold may be sought; `None` for curves without scores.
    pub fn score_range(&self) -> Option<(f64, f64)> {
        match self {
            Self::Binormal { .. } => Some((-SCORE_LIMIT, SCORE_LIMIT)),
            Self::Empirical {
                deviates,
                extrapolate,
            } => Some(if *extrapolate {
                (-SCORE_LIMIT, SCORE_LIMIT)
            } else {
                (-deviates[deviates.len() - 1].0, -deviates[0].0)
            }),
            Self::Hash(_) | Self::Fixed { .. } => None,
        }
    }

    /// A length on the score axis below which nothing on the curve changes much.
    pub fn resolution(&self) -> f64 {
        match self {
            Self::Binormal { spread, .. } => 0.05 * spread.clamp(0.04, 1.0),
            _ => 0.05,
        }
    }

    /// Area under the curve, where it has a closed form: Φ(μ/√(1 + σ²)).
    pub fn auc(&self) -> Option<f64> {
        match self {
            Self::Binormal { separation, spread } => {
                Some(normal::cdf(separation / (1.0 + spread * spread).sqrt()))
            }
            _ => None,
        }
    }
}

fn deviates(points: &[(f64, f64)]) -> Result<Vec<(f64, f64)>, CurveError> {
    let inside = |p: f64| p > 0.0 && p < 1.0;
    if let Some(&(fpr, recall)) = points.iter().find(|(f, r)| !inside(*f) || !inside(*r)) {
        return Err(CurveError::Outside { fpr, recall });
    }
    let mut deviates: Vec<(f64, f64)> = points
        .iter()
        .map(|(f, r)| (normal::quantile(*f), normal::quantile(*r)))
        .collect();
    deviates.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rising = deviates
        .windows(2)
        .all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1);
    if rising {
        Ok(deviates)
    } else {
        Err(CurveError::Order)
    }
}

/// Straight lines through the points, the first and last segments continued.
fn interpolate(points: &[(f64, f64)], x: f64) -> f64 {
    let right = points
        .partition_point(|p| p.0 < x)
        .clamp(1, points.len() - 1);
    let (a, b) = (points[right - 1], points[right]);
    a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0)
}

/// A perceptual hash compared with a list.
#[derive(Debug, Clone, PartialEq)]
pub struct HashCurve {
    bits: u64,
    list_size: f64,
    transformations: Vec<(f64, f64)>,
    recommended: Option<u64>,
}

impl HashCurve {
    /// `bits` effective bits, `list_size` listed pieces, transformations as `(share, flip probability of a bit)`.
    ///
    /// # Errors
    ///
    /// Shares must not add up to more than one.
    pub fn new(
        bits: u64,
        list_size: f64,
        transformations: Vec<(f64, f64)>,
    ) -> Result<Self, CurveError> {
        let total: f64 = transformations.iter().map(|t| t.0).sum();
        if total > 1.0 + 1e-9 {
            return Err(CurveError::Shares(total));
        }
        Ok(Self {
            bits,
            list_size,
            transformations,
            recommended: None,
        })
    }

    /// The same hash with a recommended radius.
    #[must_use]
    pub fn recommending(self, radius: Option<u64>) -> Self {
        Self {
            recommended: radius.map(|r| r.min(self.bits)),
            ..self
        }
    }

    /// The same hash with a longer list.
    #[must_use]
    pub fn with_more(&self, pieces: f64) -> Self {
        Self {
            list_size: self.list_size + pieces,
            ..self.clone()
        }
    }

    /// Listed pieces.
    pub fn list_size(&self) -> f64 {
        self.list_size
    }

    /// The recommended radius.
    pub fn recommended(&self) -> Option<u64> {
        self.recommended
    }

    /// Effective bits.
    pub fn bits(&self) -> u64 {
        self.bits
    }

    /// `1 − (1 − p₀)^M` with `p₀ = P(Bin(bits, ½) ≤ radius)`, in log space.
    pub fn false_positive_rate(&self, radius: u64) -> f64 {
        let p0 = binomial::cdf(radius, self.bits, 0.5);
        if p0 >= 1.0 {
            return if self.list_size > 0.0 { 1.0 } else { 0.0 };
        }
        -libm::expm1(self.list_size * libm::log1p(-p0))
    }

    /// `Σ_j w_j · P(Bin(bits, q_j) ≤ radius)`.
    pub fn recall(&self, radius: u64) -> f64 {
        self.transformations
            .iter()
            .map(|(share, flip)| share * binomial::cdf(radius, self.bits, *flip))
            .sum::<f64>()
            .min(1.0)
    }
}
