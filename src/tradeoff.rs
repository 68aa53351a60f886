//! What each margin leaves of detection: the vessels, worked out at central values for both readings of a margin.

use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::policy::Order;
use crate::theory::rule::Target;

/// A reading of "at most so many false positives".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Share of innocent items that is flagged.
    FalsePositiveRate,
    /// Share of flags that is innocent.
    FalseDiscoveryRate,
}

impl Reading {
    /// Both, in the order of tables.
    pub const BOTH: [Reading; 2] = [Reading::FalsePositiveRate, Reading::FalseDiscoveryRate];

    /// The rule that sets this margin.
    pub fn target(self, margin: f64) -> Target {
        match self {
            Self::FalsePositiveRate => Target::FalsePositiveRate(margin),
            Self::FalseDiscoveryRate => Target::FalseDiscoveryRate(margin),
        }
    }
}

/// What one margin leaves of one order.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The margin.
    pub margin: f64,
    /// How it is read.
    pub reading: Reading,
    /// The operating point; `None` where no threshold meets the margin.
    pub point: Option<OperatingPoint>,
}

impl Setting {
    /// Rightly and wrongly flagged items per day; zero where the margin cannot be met.
    pub fn flags_per_day(&self) -> (f64, f64) {
        self.point.as_ref().map_or((0.0, 0.0), flags_per_day)
    }
}

/// Rightly and wrongly flagged items per day at an operating point.
pub fn flags_per_day(point: &OperatingPoint) -> (f64, f64) {
    let (right, wrong) = point.field.flagged(&point.curve, point.setting);
    (
        point.field.items_per_day * right,
        point.field.items_per_day * wrong,
    )
}

/// What a margin leaves of an order in a draw.
///
/// # Errors
///
/// [`OperatingError::Curve`] when the draw describes no curve; a margin that cannot be met is no error here.
pub fn at_margin(
    model: &Model,
    draw: &Draw,
    order: &Order,
    reading: Reading,
    margin: f64,
) -> Result<Setting, OperatingError> {
    let point = match model.setting_for(draw, order, reading.target(margin)) {
        Ok(setting) => Some(model.operating_point(draw, order, setting)?),
        Err(OperatingError::Unreachable { .. }) => None,
        Err(error) => return Err(error),
    };
    Ok(Setting {
        margin,
        reading,
        point,
    })
}

/// Margins from 1e-1 to 1e-9, `per_decade` in each factor of ten.
pub fn margins(per_decade: u32) -> Vec<f64> {
    (0..=8 * per_decade)
        .map(|i| libm::pow(10.0, -1.0 - f64::from(i) / f64::from(per_decade)))
        .collect()
}

/// The margin that the minister's answer of January 2023 gives as an example.
pub const MINISTERS_MARGIN: f64 = 1e-4;
