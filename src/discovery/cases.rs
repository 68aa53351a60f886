//! Cases: inputs in columns, and for each case whether it is of interest.

use super::DiscoveryError;

/// One input over all cases.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Real numbers; a limit lies halfway between two neighbours.
    Real(&'a [f64]),
    /// Whole numbers; a limit is one of the values that the box still holds.
    Whole(&'a [f64]),
    /// Categories without order, with codes from 0 to 63.
    Category(&'a [u32]),
}

impl Column<'_> {
    /// Number of cases.
    pub fn len(&self) -> usize {
        match self {
            Self::Real(values) | Self::Whole(values) => values.len(),
            Self::Category(codes) => codes.len(),
        }
    }

    /// Whether there are no cases.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a case; a category gives its code.
    pub fn value(&self, row: usize) -> f64 {
        match self {
            Self::Real(values) | Self::Whole(values) => values[row],
            Self::Category(codes) => f64::from(codes[row]),
        }
    }

    fn check(&self, column: usize) -> Result<(), DiscoveryError> {
        match self {
            Self::Real(values) => finite(values, column),
            Self::Whole(values) => finite(values, column).and_then(|()| whole(values, column)),
            Self::Category(codes) => match codes.iter().position(|code| *code > 63) {
                Some(row) => Err(DiscoveryError::Code {
                    column,
                    row,
                    code: codes[row],
                }),
                None => Ok(()),
            },
        }
    }
}

fn finite(values: &[f64], column: usize) -> Result<(), DiscoveryError> {
    match values.iter().position(|v| !v.is_finite()) {
        Some(row) => Err(DiscoveryError::NotFinite {
            column,
            row,
            value: values[row],
        }),
        None => Ok(()),
    }
}

fn whole(values: &[f64], column: usize) -> Result<(), DiscoveryError> {
    match values.iter().position(|v| v.floor() != *v) {
        Some(row) => Err(DiscoveryError::NotWhole {
            column,
            row,
            value: values[row],
        }),
        None => Ok(()),
    }
}

/// Cases that have been checked: d ≥ 1 columns of n values each, and n outcomes of which some but not all are of
/// interest.
#[derive(Clone, Debug)]
pub struct Cases<'a> {
    columns: Vec<Column<'a>>,
    interest: &'a [bool],
    hits: usize,
}

impl<'a> Cases<'a> {
    /// Checks columns and outcomes.
    ///
    /// # Errors
    ///
    /// [`DiscoveryError`] names the column and row at fault: a number that is not finite, a fraction among whole numbers,
    /// a code above 63; or a column of another length, no columns, and outcomes that are all alike.
    pub fn new(columns: Vec<Column<'a>>, interest: &'a [bool]) -> Result<Self, DiscoveryError> {
        if columns.is_empty() {
            return Err(DiscoveryError::Empty("columns"));
        }
        let n = interest.len();
        if u32::try_from(n).is_err() {
            return Err(DiscoveryError::TooMany(n));
        }
        for (index, column) in columns.iter().enumerate() {
            if column.len() != n {
                return Err(DiscoveryError::Length {
                    what: "a column",
                    expected: n,
                    found: column.len(),
                });
            }
            column.check(index)?;
        }
        let hits = interest.iter().filter(|y| **y).count();
        if hits == 0 || hits == n {
            return Err(DiscoveryError::OneSided { hits, cases: n });
        }
        Ok(Self {
            columns,
            interest,
            hits,
        })
    }

    /// Number of cases n.
    pub fn len(&self) -> usize {
        self.interest.len()
    }

    /// Never: cases hold at least one of interest and one other.
    pub fn is_empty(&self) -> bool {
        self.interest.is_empty()
    }

    /// Number of cases of interest.
    pub fn hits(&self) -> usize {
        self.hits
    }

    /// The columns.
    pub fn columns(&self) -> &[Column<'a>] {
        &self.columns
    }

    /// For each case, whether it is of interest.
    pub fn interest(&self) -> &'a [bool] {
        self.interest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_by_name() {
        let y = [true, false];
        let new = |column| Cases::new(vec![column], &y).map(|_| ()).unwrap_err();
        assert_eq!(
            new(Column::Whole(&[1.0, 1.5])).to_string(),
            "row 1 of column 0 is 1.5, not a whole number"
        );
        assert!(matches!(
            new(Column::Real(&[f64::NAN, 0.0])),
            DiscoveryError::NotFinite {
                column: 0,
                row: 0,
                ..
            }
        ));
        assert!(matches!(
            new(Column::Category(&[3, 64])),
            DiscoveryError::Code { code: 64, .. }
        ));
        assert!(matches!(
            new(Column::Real(&[1.0])),
            DiscoveryError::Length { found: 1, .. }
        ));
        assert!(Cases::new(vec![], &y).is_err());
        assert!(Cases::new(vec![Column::Real(&[1.0])], &[true]).is_err());
        assert!(Cases::new(vec![Column::Real(&[])], &[]).is_err());
    }
}
