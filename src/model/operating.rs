//! Operating points: what each order's rule fixes, and what that means under both readings of a margin.

use super::Model;
use super::parameter::Draw;
use super::policy::{Action, Calibration, Order, Rule, Solved};
use crate::theory::bayes;
use crate::theory::curve::{Curve, CurveError, Setting};
use crate::theory::rule::{Population, Target, Unreachable, solve};
use thiserror::Error;

/// Why an order has no operating point in a draw.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum OperatingError {
    /// The numbers of this draw describe no curve.
    #[error("order `{order}`: {source}")]
    Curve {
        /// The order.
        order: String,
        /// Why.
        source: CurveError,
    },
    /// No threshold meets the rule.
    #[error("order `{order}`: no threshold meets its rule; {source}")]
    Unreachable {
        /// The order.
        order: String,
        /// The best that can be met.
        source: Unreachable,
    },
}

/// The operating point of one order in one draw.
#[derive(Debug, Clone, PartialEq)]
pub struct OperatingPoint {
    /// The threshold.
    pub setting: Setting,
    /// The curve it lies on.
    pub curve: Curve,
    /// Recall.
    pub recall: f64,
    /// Share of innocent items flagged, of the mixture that the order really reads.
    pub fpr_field: f64,
    /// The same of the mixture on the bench.
    pub fpr_bench: f64,
    /// Share of flags that are innocent, in the field; `None` when nothing is flagged.
    pub fdr_field: Option<f64>,
    /// The same on the bench.
    pub fdr_bench: Option<f64>,
    /// What the order reads.
    pub field: Population,
    /// What the authority tested on.
    pub bench: Population,
    /// Whether the setting lies beyond measured points.
    pub extrapolated: bool,
}

/// What fixes a threshold, and the threshold that it fixes.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    curve: Curve,
    population: Population,
    target: Target,
    /// The threshold.
    pub setting: Setting,
}

impl OperatingPoint {
    fn new(curve: Curve, setting: Setting, field: Population, bench: Population) -> Self {
        Self {
            setting,
            recall: curve.recall(setting),
            fpr_field: field.false_positive_rate(&curve, setting),
            fpr_bench: bench.false_positive_rate(&curve, setting),
            fdr_field: field.false_discovery_rate(&curve, setting),
            fdr_bench: bench.false_discovery_rate(&curve, setting),
            extrapolated: curve.is_extrapolated(setting),
            curve,
            field,
            bench,
        }
    }

    /// The same threshold on another curve, such as that of a longer list.
    pub fn on(self, curve: Curve) -> Self {
        Self::new(curve, self.setting, self.field, self.bench)
    }

    /// The threshold as a number: a score, or the radius of a hash in bits; `None` for a fixed detector.
    pub fn threshold(&self) -> Option<f64> {
        match self.setting {
            Setting::Score(score) => Some(score),
            Setting::Radius(radius) => Some(radius as f64),
            Setting::Point => None,
        }
    }

    /// Precision in the field at another prevalence.
    pub fn precision_at(&self, prevalence: f64) -> Option<f64> {
        bayes::precision(prevalence, self.recall, self.fpr_field)
    }
}

impl Model {
    fn target(&self, draw: &Draw, order: &Order, rule: Rule) -> Target {
        match rule {
            Rule::FalsePositiveRate(margin) => Target::FalsePositiveRate(draw.of(margin)),
            Rule::FalseDiscoveryRate(margin) => Target::FalseDiscoveryRate(draw.of(margin)),
            Rule::Recall(recall) => Target::Recall(draw.of(recall)),
            Rule::Threshold(threshold) => Target::Threshold(draw.of(threshold)),
            Rule::FlagsPerDay(flags) => Target::FlagsPerDay(draw.of(flags)),
            Rule::Desk(desk) => {
                Target::FlagsPerDay(self.world.desks[desk].mean_capacity_per_day(draw))
            }
            Rule::Cost { false_flag, miss } => Target::Cost {
                false_flag: draw.of(false_flag),
                miss: draw.of(miss),
            },
            Rule::Own => Target::Own(self.world.detectors[order.detector].radius()),
        }
    }

    /// The threshold that the rule of an order fixes in a draw.
    ///
    /// # Errors
    ///
    /// [`OperatingError`] when the draw describes no curve or the rule cannot be met.
    pub fn setting(&self, draw: &Draw, order: &Order) -> Result<Setting, OperatingError> {
        self.setting_under(draw, order, order.rule)
    }

    /// The threshold that another rule would fix for an order in a draw.
    ///
    /// # Errors
    ///
    /// [`OperatingError`] when the draw describes no curve or the rule cannot be met.
    pub fn setting_under(
        &self,
        draw: &Draw,
        order: &Order,
        rule: Rule,
    ) -> Result<Setting, OperatingError> {
        self.setting_for(draw, order, self.target(draw, order, rule))
    }

    /// The threshold for another target on the curve and populations of an order.
    ///
    /// # Errors
    ///
    /// [`OperatingError`] when the draw describes no curve or the target cannot be met.
    pub fn setting_for(
        &self,
        draw: &Draw,
        order: &Order,
        target: Target,
    ) -> Result<Setting, OperatingError> {
        self.solution(draw, order, target, None)
            .map(|solution| solution.setting)
    }

    /// The threshold with what it follows from; that of `known` where it follows from the same.
    fn solution(
        &self,
        draw: &Draw,
        order: &Order,
        target: Target,
        known: Option<&Solution>,
    ) -> Result<Solution, OperatingError> {
        let curve = self.curve(draw, order)?;
        let margin = matches!(
            target,
            Target::FalsePositiveRate(_) | Target::FalseDiscoveryRate(_)
        );
        let population = match (order.calibration, margin) {
            (Calibration::Bench, true) => self.bench(draw, order),
            _ => self.field(draw, order),
        };
        let same = |known: &&Solution| {
            (known.target, &known.curve, &known.population) == (target, &curve, &population)
        };
        let setting = match known.filter(same) {
            Some(known) => known.setting,
            None => solve(&curve, &population, target).map_err(|source| {
                OperatingError::Unreachable {
                    order: order.name.clone(),
                    source,
                }
            })?,
        };
        Ok(Solution {
            curve,
            population,
            target,
            setting,
        })
    }

    fn curve(&self, draw: &Draw, order: &Order) -> Result<Curve, OperatingError> {
        self.world.detectors[order.detector]
            .curve(draw)
            .map_err(|source| OperatingError::Curve {
                order: order.name.clone(),
                source,
            })
    }

    /// The operating point of an order in a draw at a given threshold.
    ///
    /// # Errors
    ///
    /// [`OperatingError::Curve`] when the draw describes no curve.
    pub fn operating_point(
        &self,
        draw: &Draw,
        order: &Order,
        setting: Setting,
    ) -> Result<OperatingPoint, OperatingError> {
        let curve = self.curve(draw, order)?;
        let (field, bench) = (self.field(draw, order), self.bench(draw, order));
        Ok(OperatingPoint::new(curve, setting, field, bench))
    }

    /// The thresholds that are set in advance: one for each order, solved on the central values.
    ///
    /// # Errors
    ///
    /// The first order that has none.
    pub fn preset(&self, central: &Draw) -> Result<Vec<Setting>, OperatingError> {
        let solutions = self.solutions(central, &[])?;
        Ok(solutions.iter().map(|solution| solution.setting).collect())
    }

    /// The same with what they follow from. `known`, by order, are solutions on other central values: an order for which everything that
    /// its threshold follows from is as it was there is not solved again.
    ///
    /// # Errors
    ///
    /// As [`Self::preset`].
    pub fn solutions(
        &self,
        central: &Draw,
        known: &[Solution],
    ) -> Result<Vec<Solution>, OperatingError> {
        let orders = self.policy.orders.iter().enumerate();
        orders
            .map(|(i, order)| {
                let target = self.target(central, order, order.rule);
                self.solution(central, order, target, known.get(i))
            })
            .collect()
    }

    /// The thresholds that triggers set, solved on the central values: one for each trigger, `None` for those that set none.
    ///
    /// # Errors
    ///
    /// The first trigger whose rule cannot be met.
    pub fn trigger_presets(&self, central: &Draw) -> Result<Vec<Option<Setting>>, OperatingError> {
        self.policy
            .triggers
            .iter()
            .map(|trigger| match trigger.action {
                Action::Start | Action::Stop => Ok(None),
                Action::Rule(rule) => {
                    let order = &self.policy.orders[trigger.order];
                    self.setting_under(central, order, rule).map(Some)
                }
            })
            .collect()
    }

    /// The operating points of all orders in a draw: at the threshold set in advance, or solved anew.
    ///
    /// # Errors
    ///
    /// The first order that has none in this draw.
    pub fn operating_points(
        &self,
        draw: &Draw,
        preset: &[Setting],
    ) -> Result<Vec<OperatingPoint>, OperatingError> {
        let point = |(order, preset): (&Order, &Setting)| {
            let setting = match order.solved {
                Solved::PreSet => *preset,
                Solved::Attained => self.setting(draw, order)?,
            };
            self.operating_point(draw, order, setting)
        };
        self.policy.orders.iter().zip(preset).map(point).collect()
    }
}
