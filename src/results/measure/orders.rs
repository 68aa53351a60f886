//! Orders: the thresholds at which they worked, averaged over the items that they read.

use super::super::metric::*;
use super::{Measure, Place, Subject, ratio};
use crate::engine::Spell;

/// The mean of a number of a spell over the items read; NaN where nothing was read.
fn mean(spells: &[Spell], of: impl Fn(&Spell) -> f64) -> f64 {
    match spells {
        [only] => of(only),
        _ => {
            let read: f64 = spells.iter().map(|s| s.read).sum();
            ratio(spells.iter().map(|s| s.read * of(s)).sum(), read)
        }
    }
}

/// False flags over flags, both expected of what was read.
fn false_discovery_rate(spells: &[Spell]) -> f64 {
    if let [only] = spells {
        return only.point.fdr_field.unwrap_or(f64::NAN);
    }
    let (mut right, mut wrong) = (0.0, 0.0);
    for Spell { point, read } in spells {
        let (r, w) = point.field.flagged(&point.curve, point.setting);
        right += read * r;
        wrong += read * w;
    }
    ratio(wrong, right + wrong)
}

impl Measure<'_> {
    pub(super) fn orders(&mut self) {
        let outcome = self.outcome;
        for (i, spells) in outcome.carried.spells.iter().enumerate() {
            let place = Place {
                class: Some(Subject::Order(i)),
                ..Place::default()
            };
            let mut put = |metric, value| self.put(metric, place, value);
            let threshold = |s: &Spell| s.point.threshold().unwrap_or(f64::NAN);
            put(&ORDER_THRESHOLD, mean(spells, threshold));
            put(&ORDER_RECALL, mean(spells, |s| s.point.recall));
            put(&ORDER_FPR, mean(spells, |s| s.point.fpr_field));
            put(&ORDER_FPR_BENCH, mean(spells, |s| s.point.fpr_bench));
            put(&ORDER_FDR, false_discovery_rate(spells));
            let beyond = |s: &Spell| f64::from(u8::from(s.point.extrapolated));
            put(&ORDER_EXTRAPOLATED, mean(spells, beyond));
        }
    }

    /// False-positive rate of an order over what it read.
    pub(super) fn false_positive_rate(&self, order: usize) -> f64 {
        mean(&self.outcome.carried.spells[order], |s| s.point.fpr_field)
    }

    /// False-flag rate of each group over that of everybody else.
    pub(super) fn groups(&mut self) {
        let shares = self.model.world.group_shares(&self.outcome.draw);
        let flags: Vec<f64> = shares.iter().map(|s| self.flags_of_group(s.1)).collect();
        for group in 0..self.model.world.groups.len() {
            let others = (0..shares.len()).filter(|g| *g != group);
            let (weight, sum) = others.fold((0.0, 0.0), |a, g| {
                (a.0 + shares[g].0, a.1 + shares[g].0 * flags[g])
            });
            let place = Place {
                class: Some(Subject::Group(group)),
                ..Place::default()
            };
            self.put(&GROUP_RATIO, place, ratio(flags[group], ratio(sum, weight)));
        }
    }

    /// Expected false flags, over all orders, if the innocent items of everybody were shifted by `shift`.
    fn flags_of_group(&self, shift: f64) -> f64 {
        let orders = self
            .model
            .policy
            .orders
            .iter()
            .zip(&self.outcome.carried.spells);
        orders
            .filter(|(_, spells)| !spells.is_empty())
            .map(|(order, spells)| {
                let alone = self.model.field_of_group(&self.outcome.draw, order, shift);
                let flags = |s: &Spell| s.read * alone.flagged(&s.point.curve, s.point.setting).1;
                spells.iter().map(flags).sum::<f64>()
            })
            .sum()
    }
}
