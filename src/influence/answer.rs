//! What a method says of one metric.

use crate::language::Language;
use crate::say;
use crate::sensitivity::Estimate;
use crate::study::description::Tie;
use serde::Serialize;

/// A method, or the worth of information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Shares of the variance: first-order and total index.
    Sobol,
    /// Screening by elementary effects.
    Morris,
    /// Shapley effects, from paths along which one factor after the other is drawn anew.
    Shapley,
    /// Distances between distributions, and the index of Cramér and von Mises.
    Pawn,
    /// First-order index, rank correlation and rank regression, from an ordinary sample.
    GivenData,
    /// One factor at a time, from its 5 % to its 95 % quantile, or to each of its words.
    Tornado,
    /// The worth of information before a choice between scenarios.
    Worth,
}

impl Kind {
    /// As it is asked for.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sobol => "sobol",
            Self::Morris => "morris",
            Self::Shapley => "shapley",
            Self::Pawn => "pawn",
            Self::GivenData => "given-data",
            Self::Tornado => "tornado",
            Self::Worth => "worth",
        }
    }

    /// The measures that an input has, the one by which inputs are sorted first.
    pub fn measures(self) -> &'static [&'static str] {
        match self {
            Self::Sobol => &["total", "first"],
            Self::Morris => &["mean-absolute", "sd", "mean"],
            Self::Shapley => &["shapley"],
            Self::Pawn => &["pawn", "cramer-von-mises"],
            Self::GivenData => &["first", "spearman", "srrc"],
            Self::Tornado => &["range", "at-low", "at-high"],
            Self::Worth => &["worth", "share-changed"],
        }
    }
}

/// One number of one input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// Which: one of [`Kind::measures`].
    pub name: &'static str,
    /// Its value; NaN where it has none.
    pub value: f64,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end of its interval.
    pub high: Option<f64>,
    /// What all inputs together stay below with the confidence that was asked for, if none has an effect.
    pub threshold: Option<f64>,
}

impl Measure {
    pub(super) fn new(name: &'static str, value: f64) -> Self {
        Self {
            name,
            value,
            low: None,
            high: None,
            threshold: None,
        }
    }

    pub(super) fn estimated(name: &'static str, estimate: &Estimate) -> Self {
        Self {
            low: Some(estimate.interval.low),
            high: Some(estimate.interval.high),
            ..Self::new(name, estimate.value)
        }
    }

    pub(super) fn against(name: &'static str, value: f64, threshold: f64) -> Self {
        Self {
            threshold: Some(threshold),
            ..Self::new(name, value)
        }
    }
}

/// One input, with everything that the method says of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Influence {
    /// Path of the key, or `chance`.
    pub path: String,
    /// Name for readers.
    pub title: String,
    /// Unit; empty where it has none.
    pub unit: String,
    /// Lower end of its range: as given, or the 5 % quantile of its own distribution; of a tornado the value at the low end.
    /// NaN of words and chance.
    pub from: f64,
    /// Upper end of its range, likewise.
    pub to: f64,
    /// Its settings where they are words: all, of a tornado those at the low and the high end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Numbers, in the order of [`Kind::measures`].
    pub measures: Vec<Measure>,
}

impl Influence {
    /// The measure by which inputs are sorted.
    pub fn key(&self) -> f64 {
        self.measures.first().map_or(f64::NAN, |m| m.value)
    }

    /// A measure by its name.
    pub fn measure(&self, name: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.name == name)
    }

    /// Its title in the language, or its path where nobody gave one.
    pub fn name(&self, language: Language) -> String {
        if self.path == super::runs::CHANCE {
            say!(language, "sensitivity-chance")
        } else {
            language.translate(&self.title).into_owned()
        }
    }
}

/// What two inputs do only together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// Path of the one.
    pub first: String,
    /// Path of the other.
    pub second: String,
    /// Total interaction, a share of the variance.
    pub interaction: Measure,
}

/// A choice between scenarios.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// Names of the scenarios.
    pub policies: Vec<String>,
    /// The one with the best mean.
    pub best: String,
    /// Mean of the metric under each.
    pub means: Vec<f64>,
    /// Expected value of perfect information, in units of the metric.
    pub perfect: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Share of the states of the world where another scenario is better.
    pub share_changed: f64,
    /// Whether more of the metric is better.
    pub higher_is_better: bool,
}

/// What a method says of one metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The method.
    pub method: Kind,
    /// The metric, as it is asked for.
    pub metric: String,
    /// Its unit.
    pub unit: String,
    /// What it means.
    pub doc: String,
    /// Points that were used.
    pub points: usize,
    /// Points that were left out because the metric is undefined there.
    pub dropped: usize,
    /// Replications at every point, whose mean was used.
    pub replications: u64,
    /// Mean over the points; of a tornado the value with every factor at its median.
    pub mean: f64,
    /// Standard deviation over the points.
    pub sd: f64,
    /// Confidence of intervals and thresholds.
    pub confidence: f64,
    /// Whether the metric varies at all; where it does not, there are no inputs.
    pub varies: bool,
    /// Whether too few points differ for any effect to be told; then there are no inputs either.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undecided: bool,
    /// Inputs that took one value only, and were left out.
    pub constant: Vec<String>,
    /// Inputs that are correlated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// Inputs, the most influential first.
    pub inputs: Vec<Influence>,
    /// Of given data: the sum of the first-order indices.
    pub explained: Option<Measure>,
    /// Of a rank regression: share of the variance of the ranks that it explains.
    pub r_squared: Option<f64>,
    /// Interactions of pairs, the greatest first, where they were asked for.
    pub pairs: Vec<Pair>,
    /// Of the worth of information: the choice.
    pub choice: Option<Choice>,
}

/// Inputs that are shown however little they do.
const ALWAYS: usize = 6;

/// Share of the greatest influence below which an input is not shown.
const FAINT: f64 = 0.005;

impl Answer {
    /// Inputs worth showing: at most `top`, and of those after the sixth none that does next to nothing.
    pub fn shown(&self, top: usize) -> &[Influence] {
        let least = self.inputs.first().map_or(0.0, |i| FAINT * i.key());
        let visible = self.inputs.iter().filter(|i| i.key() >= least).count();
        let shown = visible.max(ALWAYS).min(top).min(self.inputs.len());
        &self.inputs[..shown]
    }
}
