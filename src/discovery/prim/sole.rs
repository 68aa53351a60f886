//! Which limit alone keeps a case out of a box.

use super::{Limit, Prim, Region};
use crate::discovery::Column;

/// Where a case lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the box.
    Inside,
    /// Below the lower limit of a column, and within all other limits.
    Below(usize),
    /// Above the upper limit of a column, or of a category that it does not keep, and within all other limits.
    Beyond(usize),
    /// Outside several limits, or taken by an earlier box.
    Elsewhere,
}

/// More than one limit.
const SEVERAL: u32 = u32::MAX;

impl Prim<'_> {
    /// The place of every case. Column by column: whole columns are read in their order.
    pub(super) fn places(&self, region: &Region) -> impl Iterator<Item = Place> {
        let start = |active: &bool| if *active { 0 } else { SEVERAL };
        let mut codes: Vec<u32> = self.active.iter().map(start).collect();
        for (j, (limit, column)) in region.limits.iter().zip(self.cases.columns()).enumerate() {
            mark(&mut codes, limit, column, 2 * j as u32 + 1);
        }
        codes.into_iter().map(|code| match code {
            0 => Place::Inside,
            SEVERAL => Place::Elsewhere,
            odd if odd % 2 == 1 => Place::Below((odd / 2) as usize),
            even => Place::Beyond((even / 2) as usize - 1),
        })
    }
}

/// Writes `below` or `below + 1` to the cases that a limit keeps out and that none before it did.
fn mark(codes: &mut [u32], limit: &Limit, column: &Column<'_>, below: u32) {
    match (*limit, column) {
        (Limit::Free, _) => {}
        (Limit::Range { lower, upper }, Column::Real(values) | Column::Whole(values)) => {
            for (code, value) in codes.iter_mut().zip(*values) {
                let new = if *value < lower {
                    below
                } else if *value > upper {
                    below + 1
                } else {
                    0
                };
                *code = joined(*code, new);
            }
        }
        (limit, column) => {
            for (row, code) in codes.iter_mut().enumerate() {
                let out = !limit.allows(column.value(row));
                *code = joined(*code, if out { below + 1 } else { 0 });
            }
        }
    }
}

#[inline]
fn joined(old: u32, new: u32) -> u32 {
    if new == 0 {
        old
    } else if old == 0 {
        new
    } else {
        SEVERAL
    }
}
