//! Full factorial designs: every combination of the levels of all factors.

use super::DesignError;

/// Every combination of levels; the last factor changes fastest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factorial {
    levels: Vec<u32>,
    rows: u64,
}

impl Factorial {
    /// The combinations of factors with these numbers of levels.
    ///
    /// # Errors
    /// No factors, a factor without levels, or more than 2⁶⁴ − 1 combinations.
    pub fn new(levels: &[u32]) -> Result<Self, DesignError> {
        levels_of_at_least(1, levels)?;
        let rows = levels
            .iter()
            .try_fold(1_u64, |rows, &l| rows.checked_mul(u64::from(l)))
            .ok_or(DesignError::TooManyPoints { most: u64::MAX })?;
        Ok(Self {
            levels: levels.to_vec(),
            rows,
        })
    }

    /// How many combinations there are.
    pub fn points(&self) -> u64 {
        self.rows
    }

    /// The numbers of levels.
    pub fn levels(&self) -> &[u32] {
        &self.levels
    }

    /// The levels of a row, from 0; nothing beyond the last row.
    pub fn point(&self, row: u64) -> Option<Vec<u32>> {
        let mut rest = Some(row).filter(|&row| row < self.rows)?;
        let mut point = vec![0; self.levels.len()];
        for (level, &levels) in point.iter_mut().zip(&self.levels).rev() {
            *level = (rest % u64::from(levels)) as u32;
            rest /= u64::from(levels);
        }
        Some(point)
    }
}

/// Refuses an empty list of factors, and factors with too few levels.
pub(super) fn levels_of_at_least(least: u32, levels: &[u32]) -> Result<(), DesignError> {
    if levels.is_empty() {
        return Err(DesignError::NoFactors);
    }
    match levels.iter().position(|&l| l < least) {
        Some(factor) => Err(DesignError::Levels {
            factor,
            levels: levels[factor],
            least,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_all_combinations_in_order(levels in prop::collection::vec(1_u32..5, 1..6)) {
            let design = Factorial::new(&levels).unwrap();
            let rows: Vec<Vec<u32>> = (0..design.points()).map(|i| design.point(i).unwrap()).collect();
            prop_assert_eq!(rows.len() as u64, levels.iter().map(|&l| u64::from(l)).product::<u64>());
            prop_assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(rows.iter().all(|row| row.iter().zip(&levels).all(|(x, l)| x < l)));
            prop_assert_eq!(design.point(design.points()), None);
        }
    }

    #[test]
    fn refuses() {
        assert_eq!(Factorial::new(&[]), Err(DesignError::NoFactors));
        assert!(matches!(
            Factorial::new(&[2, 0]),
            Err(DesignError::Levels { factor: 1, .. })
        ));
        assert!(matches!(
            Factorial::new(&[u32::MAX; 3]),
            Err(DesignError::TooManyPoints { .. })
        ));
    }
}
