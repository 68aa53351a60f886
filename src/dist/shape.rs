//! Shapes of distributions, by their parameters or by quantiles.

use super::fit::{bisect, triangular_cdf, triangular_quantile};
use crate::special::{beta, normal};
use thiserror::Error;

/// Why there is no such distribution.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum DistError {
    /// A parameter is outside its domain.
    #[error("{what} must be {rule}, got {value}")]
    Parameter {
        /// The parameter.
        what: &'static str,
        /// What it must be.
        rule: &'static str,
        /// What it is.
        value: f64,
    },
    /// Parameters or quantiles out of order.
    #[error("{0}")]
    Order(&'static str),
    /// No member of the family has these properties.
    #[error("no {family} distribution has {property}")]
    Infeasible {
        /// The family.
        family: &'static str,
        /// What it cannot have.
        property: &'static str,
    },
}

/// The shape of an uncertain number, before it is cut off at its range.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// ln X is normal with mean `mu` and standard deviation `sigma`.
    Lognormal {
        /// Mean of ln X.
        mu: f64,
        /// Standard deviation of ln X.
        sigma: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Uniform between two ends.
    Uniform {
        /// Lower end.
        min: f64,
        /// Upper end.
        max: f64,
    },
    /// Triangular.
    Triangular {
        /// Lower end.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Upper end.
        max: f64,
    },
    /// Beta on 0..1.
    Beta {
        /// First shape.
        alpha: f64,
        /// Second shape.
        beta: f64,
    },
    /// Values with probabilities, ascending; cumulative probabilities end at 1.
    Discrete {
        /// Values, ascending.
        values: Vec<f64>,
        /// Cumulative probabilities.
        cumulative: Vec<f64>,
    },
}

/// z of the 95 % quantile: a 90 % interval reaches from −z to z.
const Z95: f64 = 1.644_853_626_951_472_2;

impl Shape {
    /// The distribution of a 90 % interval: lognormal when both ends are positive, normal otherwise.
    ///
    /// # Errors
    ///
    /// The ends must be finite and ascending.
    pub fn interval(low: f64, high: f64) -> Result<Self, DistError> {
        if low > 0.0 {
            Self::lognormal_quantiles((0.05, low), (0.95, high))
        } else {
            Self::normal_quantiles((0.05, low), (0.95, high))
        }
    }

    /// Lognormal by its median and the standard deviation of the logarithm.
    ///
    /// # Errors
    ///
    /// Both must be positive.
    pub fn lognormal(median: f64, sigma: f64) -> Result<Self, DistError> {
        positive("the median of a lognormal", median)?;
        positive("sigma", sigma)?;
        Ok(Self::Lognormal {
            mu: libm::log(median),
            sigma,
        })
    }

    /// Lognormal by its mean and standard deviation.
    ///
    /// # Errors
    ///
    /// Both must be positive.
    pub fn lognormal_moments(mean: f64, sd: f64) -> Result<Self, DistError> {
        positive("the mean of a lognormal", mean)?;
        positive("sd", sd)?;
        let variance = libm::log1p((sd / mean) * (sd / mean));
        Ok(Self::Lognormal {
            mu: libm::log(mean) - 0.5 * variance,
            sigma: variance.sqrt(),
        })
    }

    /// Lognormal by two quantiles `(probability, value)`.
    ///
    /// # Errors
    ///
    /// Values must be positive and ascend with their probabilities.
    pub fn lognormal_quantiles(low: (f64, f64), high: (f64, f64)) -> Result<Self, DistError> {
        positive("a quantile of a lognormal", low.1)?;
        let (mu, sigma) = location_scale((low.0, libm::log(low.1)), (high.0, libm::log(high.1)))?;
        Ok(Self::Lognormal { mu, sigma })
    }

    /// Normal by mean and standard deviation.
    ///
    /// # Errors
    ///
    /// The standard deviation must be positive.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, DistError> {
        positive("sd", sd)?;
        Ok(Self::Normal { mean, sd })
    }

    /// Normal by two quantiles `(probability, value)`.
    ///
    /// # Errors
    ///
    /// Values must ascend with their probabilities.
    pub fn normal_quantiles(low: (f64, f64), high: (f64, f64)) -> Result<Self, DistError> {
        let (mean, sd) = location_scale(low, high)?;
        Ok(Self::Normal { mean, sd })
    }

    /// Uniform between `min` and `max`.
    ///
    /// # Errors
    ///
    /// `min` must be below `max`.
    pub fn uniform(min: f64, max: f64) -> Result<Self, DistError> {
        if min < max {
            Ok(Self::Uniform { min, max })
        } else {
            Err(DistError::Order("`min` must be below `max`"))
        }
    }

    /// Uniform by two quantiles `(probability, value)`.
    ///
    /// # Errors
    ///
    /// Values must ascend with their probabilities.
    pub fn uniform_quantiles(low: (f64, f64), high: (f64, f64)) -> Result<Self, DistError> {
        let slope = (high.1 - low.1) / (high.0 - low.0);
        Self::uniform(low.1 - slope * low.0, high.1 + slope * (1.0 - high.0))
    }

    /// Triangular.
    ///
    /// # Errors
    ///
    /// `min ≤ mode ≤ max` and `min < max`.
    pub fn triangular(min: f64, mode: f64, max: f64) -> Result<Self, DistError> {
        if min <= mode && mode <= max && min < max {
            Ok(Self::Triangular { min, mode, max })
        } else {
            Err(DistError::Order("`min`, `mode` and `max` must ascend"))
        }
    }

    /// Beta by its two shapes.
    ///
    /// # Errors
    ///
    /// Both must be positive.
    pub fn beta(alpha: f64, beta: f64) -> Result<Self, DistError> {
        positive("alpha", alpha)?;
        positive("beta", beta)?;
        Ok(Self::Beta { alpha, beta })
    }

    /// Beta by mean and standard deviation.
    ///
    /// # Errors
    ///
    /// The mean must lie inside 0..1 and the variance below mean·(1 − mean).
    pub fn beta_moments(mean: f64, sd: f64) -> Result<Self, DistError> {
        positive("sd", sd)?;
        if !(mean > 0.0 && mean < 1.0) {
            return Err(DistError::Parameter {
                what: "the mean of a beta",
                rule: "between 0 and 1",
                value: mean,
            });
        }
        let concentration = mean * (1.0 - mean) / (sd * sd) - 1.0;
        if concentration <= 0.0 {
            return Err(DistError::Infeasible {
                family: "beta",
                property: "a standard deviation as large as that at this mean",
            });
        }
        Self::beta(mean * concentration, (1.0 - mean) * concentration)
    }

    /// Beta by two quantiles `(probability, value)`: bisection on the concentration, and within it on the mean.
    ///
    /// # Errors
    ///
    /// Values must lie inside 0..1 and ascend with their probabilities.
    pub fn beta_quantiles(low: (f64, f64), high: (f64, f64)) -> Result<Self, DistError> {
        if !(low.1 > 0.0 && low.1 < high.1 && high.1 < 1.0 && low.0 < high.0) {
            return Err(DistError::Order(
                "quantiles of a beta must lie inside 0..1 and ascend with their probabilities",
            ));
        }
        let mean_at = |log_concentration: f64| {
            let concentration = libm::exp(log_concentration);
            bisect(1e-12, 1.0 - 1e-12, |mean| {
                let alpha = mean * concentration;
                low.0 - beta::regularised(alpha, concentration - alpha, low.1)
            })
        };
        let log_concentration = bisect(-4.0, 20.0, |log_concentration| {
            let concentration = libm::exp(log_concentration);
            let alpha = mean_at(log_concentration) * concentration;
            beta::regularised(alpha, concentration - alpha, high.1) - high.0
        });
        let concentration = libm::exp(log_concentration);
        let alpha = mean_at(log_concentration) * concentration;
        let fitted = |p: (f64, f64)| beta::regularised(alpha, concentration - alpha, p.1) - p.0;
        if fitted(low).abs() > 1e-6 || fitted(high).abs() > 1e-6 {
            return Err(DistError::Infeasible {
                family: "beta",
                property: "these two quantiles",
            });
        }
        Self::beta(alpha, concentration - alpha)
    }

    /// Values with weights; weights need not add up to one.
    ///
    /// # Errors
    ///
    /// As many weights as values, none negative, not all zero.
    pub fn discrete(values: &[f64], weights: &[f64]) -> Result<Self, DistError> {
        let total: f64 = weights.iter().sum();
        if values.is_empty() || values.len() != weights.len() {
            return Err(DistError::Order("as many weights as values are needed"));
        }
        if weights.iter().any(|w| !(*w >= 0.0)) || total <= 0.0 {
            return Err(DistError::Order(
                "weights must not be negative nor all zero",
            ));
        }
        let mut pairs: Vec<(f64, f64)> = values
            .iter()
            .copied()
            .zip(weights.iter().copied())
            .collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut sum = 0.0;
        let cumulative = pairs
            .iter()
            .map(|(_, w)| {
                sum += w / total;
                sum
            })
            .collect();
        Ok(Self::Discrete {
            values: pairs.iter().map(|(v, _)| *v).collect(),
            cumulative,
        })
    }

    /// P(X ≤ x).
    pub fn cdf(&self, x: f64) -> f64 {
        match self {
            Self::Lognormal { .. } if x <= 0.0 => 0.0,
            Self::Lognormal { mu, sigma } => normal::cdf((libm::log(x) - mu) / sigma),
            Self::Normal { mean, sd } => normal::cdf((x - mean) / sd),
            Self::Uniform { min, max } => ((x - min) / (max - min)).clamp(0.0, 1.0),
            Self::Triangular { min, mode, max } => triangular_cdf(*min, *mode, *max, x),
            Self::Beta { alpha, beta } => beta::regularised(*alpha, *beta, x.clamp(0.0, 1.0)),
            Self::Discrete { values, cumulative } => {
                let below = values.partition_point(|v| *v <= x);
                if below == 0 {
                    0.0
                } else {
                    cumulative[below - 1]
                }
            }
        }
    }

    /// P(X < x), which differs from [`Shape::cdf`] only for discrete values.
    pub(super) fn below(&self, x: f64) -> f64 {
        match self {
            Self::Discrete { values, cumulative } => {
                let below = values.partition_point(|v| *v < x);
                if below == 0 {
                    0.0
                } else {
                    cumulative[below - 1]
                }
            }
            _ => self.cdf(x),
        }
    }

    /// The value that is exceeded with probability 1 − p, for p inside 0..1.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Lognormal { mu, sigma } => libm::exp(mu + sigma * normal::quantile(p)),
            Self::Normal { mean, sd } => mean + sd * normal::quantile(p),
            Self::Uniform { min, max } => min + p * (max - min),
            Self::Triangular { min, mode, max } => triangular_quantile(*min, *mode, *max, p),
            Self::Beta { alpha, beta } => beta::quantile(*alpha, *beta, p),
            Self::Discrete { values, cumulative } => {
                let i = cumulative.partition_point(|c| *c < p);
                values[i.min(values.len() - 1)]
            }
        }
    }
}

fn positive(what: &'static str, value: f64) -> Result<(), DistError> {
    if value > 0.0 && value.is_finite() {
        Ok(())
    } else {
        Err(DistError::Parameter {
            what,
            rule: "positive",
            value,
        })
    }
}

/// Mean and standard deviation of the normal through two quantiles.
fn location_scale(low: (f64, f64), high: (f64, f64)) -> Result<(f64, f64), DistError> {
    if !(low.0 < high.0 && low.1 < high.1) || !low.1.is_finite() || !high.1.is_finite() {
        return Err(DistError::Order(
            "quantiles must ascend with their probabilities",
        ));
    }
    let z = |p: f64| match p {
        0.05 => -Z95,
        0.95 => Z95,
        p => normal::quantile(p),
    };
    let (z_low, z_high) = (z(low.0), z(high.0));
    let sd = (high.1 - low.1) / (z_high - z_low);
    Ok((low.1 - z_low * sd, sd))
}
