//! What a study varies.

use serde::{Deserialize, Serialize};

/// Who sets a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The legislator: thresholds that are set in advance know it.
    Lever,
    /// Nobody: thresholds that are set in advance do not know it.
    Uncertainty,
}

/// The values that a factor takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// From the first number to the second, in even steps.
    Linear(f64, f64),
    /// From the first number to the second, both above nought, in even ratios.
    Log(f64, f64),
    /// These numbers.
    Levels(Vec<f64>),
    /// The distribution of the parameter.
    Own,
    /// These settings of a key that is no number.
    Words(Vec<String>),
}

/// One factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// The path of its key.
    pub path: String,
    /// Its name for readers; the path when nobody gave one.
    pub title: String,
    /// Who sets it.
    pub role: Role,
    /// Its values.
    pub span: Span,
    /// Levels in a factorial design, where they do not follow from the values.
    pub steps: Option<usize>,
}
