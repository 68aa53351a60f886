//! One factor at a time: a base point, and every other level of each factor with the others at base.

use super::DesignError;
use super::factorial::levels_of_at_least;

/// The base point and the points that differ from it in one factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneAtATime {
    base: Vec<u32>,
    levels: Vec<u32>,
    rows: u64,
}

impl OneAtATime {
    /// Factors with these numbers of levels, at least two, and the level of each at the base point.
    /// Three levels with the base at 1 are the usual low, base and high.
    ///
    /// # Errors
    /// No factors, lists of two lengths, a factor with one level, or a base level that is not there.
    pub fn new(levels: &[u32], base: &[u32]) -> Result<Self, DesignError> {
        levels_of_at_least(2, levels)?;
        if levels.len() != base.len() {
            return Err(DesignError::Lengths {
                what: "factors and base levels",
                left: levels.len() as u64,
                right: base.len() as u64,
            });
        }
        let mut pairs = levels.iter().zip(base);
        if let Some(factor) = pairs.position(|(levels, level)| level >= levels) {
            return Err(DesignError::Base {
                factor,
                level: base[factor],
                levels: levels[factor],
            });
        }
        Ok(Self {
            base: base.to_vec(),
            levels: levels.to_vec(),
            rows: 1 + levels.iter().map(|&l| u64::from(l) - 1).sum::<u64>(),
        })
    }

    /// How many points there are: one, and for each factor its levels less one.
    pub fn points(&self) -> u64 {
        self.rows
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.levels.len()
    }

    /// The factor that a row changes and its level there; nothing for the base point, row 0, and
    /// beyond the last row.
    pub fn change(&self, row: u64) -> Option<(usize, u32)> {
        let mut rest = row.checked_sub(1)?;
        for (factor, (&levels, &base)) in self.levels.iter().zip(&self.base).enumerate() {
            let others = u64::from(levels) - 1;
            if rest < others {
                let level = rest as u32;
                return Some((factor, level + u32::from(level >= base)));
            }
            rest -= others;
        }
        None
    }

    /// The levels of a row, from 0; nothing beyond the last row.
    pub fn point(&self, row: u64) -> Option<Vec<u32>> {
        let mut point = (row < self.rows).then(|| self.base.clone())?;
        if let Some((factor, level)) = self.change(row) {
            point[factor] = level;
        }
        Some(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_base_and_high() {
        let design = OneAtATime::new(&[3, 2], &[1, 0]).unwrap();
        let rows: Vec<_> = (0..design.points())
            .map(|i| design.point(i).unwrap())
            .collect();
        assert_eq!(rows, [[1, 0], [0, 0], [2, 0], [1, 1]]);
        assert_eq!(design.change(0), None);
        assert_eq!(design.change(2), Some((0, 2)));
        assert_eq!(design.change(4), None);
        assert_eq!(design.point(4), None);
        assert_eq!(design.factors(), 2);
    }

    #[test]
    fn refuses() {
        assert_eq!(OneAtATime::new(&[], &[]), Err(DesignError::NoFactors));
        for (levels, base) in [(&[2, 1][..], &[0, 0][..]), (&[2], &[2]), (&[2], &[0, 0])] {
            assert!(OneAtATime::new(levels, base).is_err());
        }
    }
}
