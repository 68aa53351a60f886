//! Boxes: one limit for each column.

use super::{Cases, Column};

/// What a box asks of one column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// Nothing.
    Free,
    /// A value from `lower` to `upper`, both included; an end that is not restricted is infinite.
    Range {
        /// Least value, or −∞.
        lower: f64,
        /// Greatest value, or ∞.
        upper: f64,
    },
    /// A category whose bit is set: category c has the bit 2ᶜ.
    Levels(u64),
}

impl Limit {
    /// Whether a value (for categories, a code) is allowed.
    pub fn allows(&self, value: f64) -> bool {
        match *self {
            Self::Free => true,
            Self::Range { lower, upper } => value >= lower && value <= upper,
            Self::Levels(kept) => (0.0..64.0).contains(&value) && kept >> (value as u32) & 1 == 1,
        }
    }

    /// The ends of the range; infinite where there is none.
    pub fn ends(&self) -> (f64, f64) {
        match *self {
            Self::Range { lower, upper } => (lower, upper),
            Self::Free | Self::Levels(_) => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// A range, or nothing when both ends are infinite.
    pub fn range(lower: f64, upper: f64) -> Self {
        if lower == f64::NEG_INFINITY && upper == f64::INFINITY {
            Self::Free
        } else {
            Self::Range { lower, upper }
        }
    }
}

/// A box: the cases that every limit allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// One limit for each column.
    pub limits: Vec<Limit>,
}

impl Region {
    /// The box of everything, for d columns.
    pub fn everything(columns: usize) -> Self {
        Self {
            limits: vec![Limit::Free; columns],
        }
    }

    /// Whether a case lies in the box.
    pub fn contains(&self, columns: &[Column<'_>], row: usize) -> bool {
        self.limits
            .iter()
            .zip(columns)
            .all(|(limit, column)| matches!(limit, Limit::Free) || limit.allows(column.value(row)))
    }

    /// Columns that are restricted, ascending.
    pub fn restricted(&self) -> impl Iterator<Item = usize> + '_ {
        let free = |limit: &Limit| matches!(limit, Limit::Free);
        (0..self.limits.len()).filter(move |&j| !free(&self.limits[j]))
    }

    /// Cases in the box, and how many of them are of interest.
    pub fn count(&self, cases: &Cases<'_>) -> (usize, usize) {
        let inside = (0..cases.len()).filter(|&row| self.contains(cases.columns(), row));
        inside.fold((0, 0), |(n, k), row| {
            (n + 1, k + usize::from(cases.interest()[row]))
        })
    }
}

/// How much of what is of interest a box holds, and how much of the box is of interest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Cases in the box.
    pub cases: usize,
    /// Cases of interest in the box.
    pub hits: usize,
    /// Share of all cases of interest that are in the box.
    pub coverage: f64,
    /// Share of the cases in the box that are of interest; 0 of an empty box.
    pub density: f64,
    /// Share of all cases that are in the box.
    pub mass: f64,
}

impl Quality {
    /// From the counts of a box and of all cases.
    pub fn new(cases: usize, hits: usize, all: &Cases<'_>) -> Self {
        Self {
            cases,
            hits,
            coverage: hits as f64 / all.hits() as f64,
            density: if cases == 0 {
                0.0
            } else {
                hits as f64 / cases as f64
            },
            mass: cases as f64 / all.len() as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_include_their_ends() {
        let range = Limit::range(1.0, 2.0);
        assert!(range.allows(1.0) && range.allows(2.0));
        assert!(!range.allows(0.999) && !range.allows(2.001));
        assert_eq!(Limit::range(f64::NEG_INFINITY, f64::INFINITY), Limit::Free);
        let levels = Limit::Levels(0b101);
        assert!(levels.allows(0.0) && !levels.allows(1.0) && levels.allows(2.0));
        assert!(!levels.allows(64.0) && !levels.allows(-1.0));
    }
}
