//! One type for all designs: points that are found by their row.

use super::factorial::Factorial;
use super::fractional::Fractional;
use super::morris::Morris;
use super::one_at_a_time::OneAtATime;
use super::saltelli::Saltelli;
use super::sample::Sample;

/// A design of experiments. Every row is computed on its own, so rows may be run in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Design {
    /// Points of the unit cube, at random or evenly spread.
    Sample(Sample),
    /// Every combination of levels.
    Factorial(Factorial),
    /// A part of the combinations of two levels.
    Fractional(Fractional),
    /// A base point and the other levels of each factor.
    OneAtATime(OneAtATime),
    /// Two samples and all exchanges of one column, for indices of variance.
    Saltelli(Saltelli),
    /// Trajectories of elementary effects.
    Morris(Morris),
}

/// A point of a design.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// A coordinate for each factor, in the open interval (0, 1): the argument of a quantile function.
    Unit(Vec<f64>),
    /// The number of a level for each factor, from 0.
    Levels(Vec<u32>),
}

impl Design {
    /// How many rows there are; never none.
    #[expect(
        clippy::len_without_is_empty,
        reason = "a design without rows cannot be made"
    )]
    pub fn len(&self) -> u64 {
        match self {
            Self::Sample(design) => design.points(),
            Self::Factorial(design) => design.points(),
            Self::Fractional(design) => design.points(),
            Self::OneAtATime(design) => design.points(),
            Self::Saltelli(design) => design.points(),
            Self::Morris(design) => design.points(),
        }
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        match self {
            Self::Sample(design) => design.factors(),
            Self::Factorial(design) => design.levels().len(),
            Self::Fractional(design) => design.factors(),
            Self::OneAtATime(design) => design.factors(),
            Self::Saltelli(design) => design.factors(),
            Self::Morris(design) => design.factors(),
        }
    }

    /// The point of a row, from 0; nothing beyond the last row.
    pub fn point(&self, row: u64) -> Option<Point> {
        match self {
            Self::Sample(design) => design.point(row).map(Point::Unit),
            Self::Factorial(design) => design.point(row).map(Point::Levels),
            Self::Fractional(design) => design.point(row).map(Point::Levels),
            Self::OneAtATime(design) => design.point(row).map(Point::Levels),
            Self::Saltelli(design) => design.point(row).map(Point::Unit),
            Self::Morris(design) => design.point(row).map(Point::Unit),
        }
    }

    /// All points in order.
    pub fn iter(&self) -> impl Iterator<Item = Point> + '_ {
        (0..self.len()).map_while(|row| self.point(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::latin::Placement;
    use crate::design::{assign_dimensions, key};
    use proptest::prelude::*;

    fn designs(points: u64, seed: u64) -> Vec<Design> {
        let names = ["a", "b", "c"];
        let keys = names.map(|name| key(seed, name));
        let other = names.map(|name| key(seed, &format!("{name}, second sample")));
        let dimensions = assign_dimensions(&names).unwrap();
        let a = Sample::random(points, &keys).unwrap();
        let b = Sample::random(points, &other).unwrap();
        vec![
            Design::Sample(a.clone()),
            Design::Sample(Sample::latin(points, &keys, Placement::Jittered).unwrap()),
            Design::Sample(Sample::latin(points, &keys, Placement::Centred).unwrap()),
            Design::Sample(Sample::sobol(points, &keys, &dimensions).unwrap()),
            Design::Factorial(Factorial::new(&[2, 3, points as u32]).unwrap()),
            Design::Fractional(Fractional::new(3, &["C=AB"]).unwrap()),
            Design::OneAtATime(OneAtATime::new(&[3, 3, 2], &[1, 1, 0]).unwrap()),
            Design::Saltelli(Saltelli::new(a, b).unwrap()),
            Design::Morris(Morris::new(points, 4, &keys).unwrap()),
        ]
    }

    proptest! {
        /// Walking through and looking up in any order give the same; nothing is outside.
        #[test]
        fn rows_are_found_by_number(points in 1_u64..40, seed: u64, jump in 1_u64..1000) {
            for design in designs(points, seed) {
                let all: Vec<Point> = design.iter().collect();
                let rows = design.len();
                prop_assert_eq!(all.len() as u64, rows);
                prop_assert_eq!(design.factors(), 3);
                for i in 0..rows {
                    let row = (i * jump) % rows;
                    let point = design.point(row).unwrap();
                    let (Point::Unit(_) | Point::Levels(_)) = &point;
                    if let Point::Unit(u) = &point {
                        prop_assert!(u.iter().all(|&u| u > 0.0 && u < 1.0));
                    }
                    prop_assert_eq!(&point, &all[row as usize]);
                }
                prop_assert_eq!(design.point(rows), None);
                prop_assert_eq!(design.point(u64::MAX), None);
            }
        }
    }
}
