//! Rules that triggers set, and where mechanisms count what was found.

use super::Model;
use super::operating::{OperatingError, OperatingPoint};
use super::parameter::Draw;
use super::policy::{Action, Solved};
use crate::theory::curve::Setting;

impl Model {
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
        let order = &self.policy.orders[trigger.order];
        let setting = match (order.solved, preset, trigger.action) {
            (Solved::PreSet, Some(preset), _) => preset,
            (_, _, Action::Rule(rule)) => self.setting_under(draw, order, rule)?,
            _ => self.setting(draw, order)?,
        };
        self.operating_point(draw, order, setting)
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
