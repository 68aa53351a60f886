//! Latin hypercubes (McKay, Beckman and Conover, 1979): of n equal slices of every factor, each holds
//! exactly one of n points.

use super::hash;
use super::permutation::Permutation;

/// Where in its slice a point of a Latin hypercube lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// In the middle.
    Centred,
    /// Anywhere in it, uniformly.
    Jittered,
}

/// One column of a Latin hypercube.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slices {
    order: Permutation,
    points: u32,
    placement: Placement,
    key: u64,
}

/// Binary digits of a place in a slice, less one. With 32 of the slice a place is exact.
const DIGITS: u32 = 20;

impl Slices {
    pub(super) fn new(points: u32, key: u64, placement: Placement) -> Self {
        Self {
            order: Permutation::new(points, key),
            points,
            placement,
            key: !key,
        }
    }

    /// The coordinate of a row, in the open interval (0, 1).
    pub(super) fn at(&self, row: u64) -> f64 {
        let inside = match self.placement {
            Placement::Centred => 0.5,
            Placement::Jittered => {
                let digits = hash(self.key, row) >> (u64::BITS - DIGITS);
                (digits as f64 + 0.5) / f64::from(1 << DIGITS)
            }
        };
        (self.order.at(row) as f64 + inside) / f64::from(self.points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_slice_holds_one_point(points in 1_u32..400, key: u64, jittered: bool) {
            let placement = if jittered { Placement::Jittered } else { Placement::Centred };
            let column = Slices::new(points, key, placement);
            let mut seen: Vec<f64> = (0..u64::from(points)).map(|i| column.at(i)).collect();
            seen.sort_unstable_by(f64::total_cmp);
            for (slice, x) in (0..points).zip(seen) {
                let (low, high) = (f64::from(slice), f64::from(slice + 1));
                prop_assert!(low / f64::from(points) < x && x < high / f64::from(points));
            }
        }

        #[test]
        fn the_largest_stay_inside(row in 0..u64::from(u32::MAX), key: u64) {
            let x = Slices::new(u32::MAX, key, Placement::Jittered).at(row);
            prop_assert!(x > 0.0 && x < 1.0);
        }
    }
}
