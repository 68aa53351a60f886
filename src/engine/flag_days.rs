//! Items and flags by day, and which of what came in by day was abuse.

use super::labels::by_day;
use super::lanes::Plan;
use crate::model::Model;
use crate::random::streams::Stream;

/// What was carried and flagged on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct FlagDay {
    pub(crate) items: u64,
    pub(crate) flags: u64,
    /// Of the flags, abuse.
    pub(crate) true_flags: u64,
}

/// Items and flags by day.
#[derive(Default)]
pub(crate) struct FlagDays {
    pub(crate) items: Vec<u64>,
    /// `flags[day · lanes + lane]`.
    pub(crate) flags: Vec<u64>,
}

impl FlagDays {
    /// Draws which flags of a day were abuse.
    pub(crate) fn label(
        self,
        model: &Model,
        plan: &Plan,
        labels: &[Vec<u64>],
        stream: &mut Stream,
    ) -> Vec<FlagDay> {
        let right = true_by_day(model, plan, &self.flags, labels, stream);
        let lanes = plan.lanes.len().max(1);
        let day = |(day, items): (usize, &u64)| FlagDay {
            items: *items,
            flags: self.flags.iter().skip(day * lanes).take(lanes).sum(),
            true_flags: right.get(day).copied().unwrap_or(0),
        };
        self.items.iter().enumerate().map(day).collect()
    }
}

/// Abuse among what came in by day (`counts[day · lanes + lane]`), given its labels by lane and kind.
pub(crate) fn true_by_day(
    model: &Model,
    plan: &Plan,
    counts: &[u64],
    labels: &[Vec<u64>],
    stream: &mut Stream,
) -> Vec<u64> {
    let lanes = plan.lanes.len();
    let mut right = vec![0; counts.len().checked_div(lanes).unwrap_or(0)];
    for (l, lane) in plan.lanes.iter().enumerate() {
        let kinds = lane.kinds.iter().zip(&labels[l]);
        let abuse: u64 = kinds
            .filter(|(k, _)| model.world.is_abusive(k.class))
            .map(|(_, n)| n)
            .sum();
        let of_lane: Vec<u64> = counts.iter().skip(l).step_by(lanes).copied().collect();
        for (sum, n) in right.iter_mut().zip(by_day(&of_lane, abuse, stream)) {
            *sum += n;
        }
    }
    right
}
