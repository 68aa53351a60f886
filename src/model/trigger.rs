//! Rules that triggers set, and where mechanisms count what was found.

use super::Model;
use super::operating::{OperatingError, OperatingPoint};
use super::parameter::Draw;
use super::policy::{Action, Order, Solved, Trigger};
use crate::theory::curve::Setting;

impl Model {
    /// The order of a trigger with the rule that it sets; `None` when it sets none.
    pub fn changed_order(&self, trigger: &Trigger) -> Option<Order> {
        match trigger.action {
            Action::Rule(rule) => Some(Order {
                rule,
                ..self.policy.orders[trigger.order].clone()
            }),
            _ => None,
        }
    }

    /// The thresholds that triggers set, solved on the central values; by trigger, `None` where it sets none.
    ///
    /// # Errors
    ///
    /// The first trigger whose rule cannot be met.
    pub fn trigger_presets(&self, central: &Draw) -> Result<Vec<Option<Setting>>, OperatingError> {
        let preset = |trigger| {
            let order = self.changed_order(trigger);
            order.map(|order| self.setting(central, &order)).transpose()
        };
        self.policy.triggers.iter().map(preset).collect()
    }

    /// The operating point that a trigger gives its order in a draw; `preset` is its threshold when it is set in advance.
    ///
    /// # Errors
    ///
    /// [`OperatingError`] when the draw describes no curve or the rule cannot be met.
    pub fn changed_point(
        &self,
        draw: &Draw,
        trigger: usize,
        preset: Option<Setting>,
    ) -> Result<OperatingPoint, OperatingError> {
        let trigger = &self.policy.triggers[trigger];
        let order = self
            .changed_order(trigger)
            .unwrap_or_else(|| self.policy.orders[trigger.order].clone());
        let setting = match (order.solved, preset) {
            (Solved::PreSet, Some(preset)) => preset,
            _ => self.setting(draw, &order)?,
        };
        self.operating_point(draw, &order, setting)
    }

    /// The place in the chain whose forwarded units count as found: that of the named desk, or the last; `None` when reports
    /// pass no such desk.
    pub fn found_at(&self, desk: Option<usize>) -> Option<usize> {
        let chain = &self.policy.desks;
        match desk {
            Some(desk) => chain.iter().position(|d| *d == desk),
            None => chain.len().checked_sub(1),
        }
    }

    /// Classes of abuse whose pieces are counted and moved by a mechanism.
    pub fn counted_material(&self) -> impl Iterator<Item = usize> {
        let mechanisms = &self.mechanisms;
        let moved = mechanisms.moves_pieces();
        let material = self.world.material.iter().enumerate();
        material
            .filter(move |(_, m)| moved && m.pieces.is_some())
            .map(|(class, _)| class)
    }
}
