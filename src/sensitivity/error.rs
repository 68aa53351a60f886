//! What can be wrong with the numbers handed to a method, and the checks that say so.

/// Numbers from which no index can be computed. Columns and rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SensitivityError {
    /// No column was given where at least one is needed.
    #[error("there is no column of {what}")]
    NoColumns {
        /// Role of the columns.
        what: &'static str,
    },
    /// A column, or a list of columns, has another length than its companions.
    #[error("{what} {column} has {found} entries, not {expected}")]
    Length {
        /// Role of the column.
        what: &'static str,
        /// Number of the column in its role.
        column: usize,
        /// Entries it must have.
        expected: usize,
        /// Entries it has.
        found: usize,
    },
    /// An entry is infinite or not a number.
    #[error("{what} {column} has a value that is not finite in row {row}")]
    NotFinite {
        /// Role of the column.
        what: &'static str,
        /// Number of the column in its role.
        column: usize,
        /// First row at fault.
        row: usize,
    },
    /// All entries are equal, so there is nothing to explain, or to explain it with; or the square of their spread
    /// leaves the range of a number.
    #[error("{what} {column} has no variance, or one that is not finite")]
    NoVariance {
        /// Role of the column.
        what: &'static str,
        /// Number of the column in its role.
        column: usize,
    },
    /// There are too few rows for the method.
    #[error("too few rows: {found}, and at least {needed} are needed")]
    TooFewRows {
        /// Rows needed.
        needed: usize,
        /// Rows given.
        found: usize,
    },
    /// Contributions of all inputs do not sum to a variance that could be shared out.
    #[error("the contributions of all factors sum to nothing: more points are needed (`--points`)")]
    Undecided,
    /// There are too many inputs for an enumeration of their subsets.
    #[error("{found} inputs are too many: at most {most} can be treated")]
    TooManyInputs {
        /// Greatest number of inputs.
        most: usize,
        /// Inputs given.
        found: usize,
    },
    /// A setting of the method is out of its range.
    #[error("{what} is {found}, but must be at least {least} and at most {most}")]
    Setting {
        /// Name of the setting.
        what: &'static str,
        /// Least value allowed.
        least: f64,
        /// Greatest value allowed.
        most: f64,
        /// Value given.
        found: f64,
    },
    /// Inputs are linear combinations of each other, or a covariance matrix is not positive definite.
    #[error("the matrix of covariances is not positive definite at column {column}")]
    NotPositiveDefinite {
        /// First column that depends on those before it.
        column: usize,
    },
    /// A step of a trajectory does not move exactly one input, or a trajectory moves one input twice.
    #[error("step {step} of trajectory {trajectory} does not move exactly one new input")]
    NotAStep {
        /// Number of the trajectory.
        trajectory: usize,
        /// Number of the step in the trajectory.
        step: usize,
    },
}

/// Refuses a column of another length than `rows`, or one with a value that is not finite.
#[cfg(feature = "cli")]
pub(super) fn column(
    what: &'static str,
    column: usize,
    values: &[f64],
    rows: usize,
) -> Result<(), SensitivityError> {
    length(what, column, values.len(), rows)?;
    match values.iter().position(|v| !v.is_finite()) {
        Some(row) => Err(SensitivityError::NotFinite { what, column, row }),
        None => Ok(()),
    }
}

/// [`column()`] for each of a list that must not be empty.
#[cfg(feature = "cli")]
pub(super) fn columns<C: AsRef<[f64]>>(
    what: &'static str,
    columns: &[C],
    rows: usize,
) -> Result<(), SensitivityError> {
    if columns.is_empty() {
        return Err(SensitivityError::NoColumns { what });
    }
    for (index, values) in columns.iter().enumerate() {
        column(what, index, values.as_ref(), rows)?;
    }
    Ok(())
}

/// Refuses a length other than the expected one.
#[cfg(feature = "cli")]
pub(super) fn length(
    what: &'static str,
    column: usize,
    found: usize,
    expected: usize,
) -> Result<(), SensitivityError> {
    if found == expected {
        return Ok(());
    }
    Err(SensitivityError::Length {
        what,
        column,
        expected,
        found,
    })
}

/// Refuses fewer rows than needed.
pub(super) fn at_least(needed: usize, found: usize) -> Result<(), SensitivityError> {
    if found < needed {
        return Err(SensitivityError::TooFewRows { needed, found });
    }
    Ok(())
}

/// Refuses a setting out of its range, and NaN.
#[cfg(feature = "cli")]
pub(super) fn setting(
    what: &'static str,
    found: f64,
    least: f64,
    most: f64,
) -> Result<(), SensitivityError> {
    if found >= least && found <= most {
        return Ok(());
    }
    Err(SensitivityError::Setting {
        what,
        least,
        most,
        found,
    })
}

/// Mean and population variance of a column; refuses one that does not vary.
#[cfg(feature = "cli")]
pub(super) fn moments(
    what: &'static str,
    column: usize,
    values: &[f64],
) -> Result<(f64, f64), SensitivityError> {
    let first = values.first().copied().unwrap_or(0.0);
    let n = values.len() as f64;
    let mean = first + values.iter().map(|v| v - first).sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    let constant = values.iter().all(|&v| v == first);
    if constant || !(variance > 0.0) || !variance.is_finite() {
        return Err(SensitivityError::NoVariance { what, column });
    }
    Ok((mean, variance))
}
