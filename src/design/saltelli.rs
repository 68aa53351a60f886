//! The design of Saltelli (2002; Saltelli and others, 2010) for indices of variance: two independent
//! samples A and B, and for every factor i the sample AᵢB, which is A with column i from B.

use super::{DesignError, Sample};

/// Rows of A, B and all AᵢB. They go by the row of the samples: A, B, A₁B, A₂B, …; so a beginning of
/// the design is the design of a shorter sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saltelli {
    a: Sample,
    b: Sample,
    rows: u64,
}

/// What a row of the design of Saltelli is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A row of A.
    A,
    /// A row of B.
    B,
    /// A row of A with this factor, from 0, taken from B.
    Swapped(usize),
}

impl Saltelli {
    /// The design of two samples of one method and size. They must have no key in common, nor, for
    /// scrambled points of Sobol', a dimension: make the second with names of its own.
    ///
    /// # Errors
    /// Samples that differ in method, points or factors, or share a column; more than 2⁶⁴ − 1 rows.
    pub fn new(a: Sample, b: Sample) -> Result<Self, DesignError> {
        let (left, right) = (a.factors() as u64, b.factors() as u64);
        for (what, left, right) in [
            ("factors of both samples", left, right),
            ("points of both samples", a.points(), b.points()),
        ] {
            if left != right {
                return Err(DesignError::Lengths { what, left, right });
            }
        }
        if a.method() != b.method() {
            return Err(DesignError::Methods);
        }
        super::sample::distinct(&[a.identities(), b.identities()].concat())?;
        let rows = a
            .points()
            .checked_mul(left + 2)
            .ok_or(DesignError::TooManyPoints { most: u64::MAX })?;
        Ok(Self { a, b, rows })
    }

    /// How many rows there are: the points of a sample times two more than the factors.
    pub fn points(&self) -> u64 {
        self.rows
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.a.factors()
    }

    /// The row of the samples that a row belongs to, and what it is; nothing beyond the last row.
    pub fn place(&self, row: u64) -> Option<(u64, Block)> {
        let width = self.factors() as u64 + 2;
        let block = match row % width {
            0 => Block::A,
            1 => Block::B,
            i => Block::Swapped((i - 2) as usize),
        };
        (row < self.rows).then_some((row / width, block))
    }

    /// The point of a row; nothing beyond the last row.
    pub fn point(&self, row: u64) -> Option<Vec<f64>> {
        let (base, block) = self.place(row)?;
        match block {
            Block::A => self.a.point(base),
            Block::B => self.b.point(base),
            Block::Swapped(factor) => {
                let mut point = self.a.point(base)?;
                point[factor] = self.b.coordinate(base, factor)?;
                Some(point)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_a_b_and_swaps(points in 1_u64..20, factors in 1_u64..8) {
            let keys = |from: u64| (from..from + factors).collect::<Vec<u64>>();
            let a = Sample::random(points, &keys(0)).unwrap();
            let b = Sample::random(points, &keys(100)).unwrap();
            let design = Saltelli::new(a.clone(), b.clone()).unwrap();
            prop_assert_eq!(design.points(), points * (factors + 2));
            let mut row = 0;
            for base in 0..points {
                let (of_a, of_b) = (a.point(base).unwrap(), b.point(base).unwrap());
                prop_assert_eq!(design.place(row), Some((base, Block::A)));
                prop_assert_eq!(design.point(row), Some(of_a.clone()));
                prop_assert_eq!(design.point(row + 1), Some(of_b.clone()));
                for factor in 0..factors as usize {
                    let mut swapped = of_a.clone();
                    swapped[factor] = of_b[factor];
                    prop_assert_eq!(design.point(row + 2 + factor as u64), Some(swapped));
                }
                row += factors + 2;
            }
            prop_assert_eq!(design.point(row), None);
        }
    }

    #[test]
    fn refuses_samples_that_do_not_match() {
        let sample = |points, keys: &[u64]| Sample::random(points, keys).unwrap();
        for (a, b) in [
            (sample(4, &[1, 2]), sample(4, &[3])),
            (sample(4, &[1]), sample(5, &[2])),
            (sample(4, &[1, 2]), sample(4, &[3, 2])),
            (sample(u64::MAX, &[1]), sample(u64::MAX, &[2])),
            (
                sample(4, &[1]),
                Sample::latin(4, &[2], super::super::latin::Placement::Centred).unwrap(),
            ),
        ] {
            assert!(Saltelli::new(a, b).is_err());
        }
    }
}
