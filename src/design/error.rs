//! What is wrong with a design that was asked for.

/// A design that cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DesignError {
    /// The number of the dimension is beyond the table.
    #[error(
        "points of Sobol' have at most {available} factors: take `--design latin` or `random`, or name the factors that vary"
    )]
    Dimension {
        /// The number asked for, from 0.
        dimension: usize,
        /// How many there are.
        available: usize,
    },
    /// More factors than the method can serve.
    #[error("{factors} factors are more than the {available} that this design can serve")]
    TooManyFactors {
        /// The number asked for.
        factors: usize,
        /// The most there can be.
        available: usize,
    },
    /// A design without factors.
    #[error("a design needs at least one factor")]
    NoFactors,
    /// A design without rows.
    #[error("a design needs at least one {0}")]
    Empty(&'static str),
    /// More rows than can be numbered or kept apart.
    #[error(
        "a design of more than {most} points is refused: vary fewer factors, ask for fewer points, or take a sample (`--design sobol`)"
    )]
    TooManyPoints {
        /// The most there can be.
        most: u64,
    },
    /// Two factors have one name.
    #[error("two factors are both called `{0}`")]
    Twice(String),
    /// Two factors have one key or dimension, so they would always be equal.
    #[error(
        "factors {0} and {1}, counted from 0, have the same key: their values would be the same"
    )]
    SameKey(usize, usize),
    /// Two lists that must be of one length are not.
    #[error("{what}: {left} and {right} must be the same number")]
    Lengths {
        /// What is counted.
        what: &'static str,
        /// The number in the first.
        left: u64,
        /// The number in the second.
        right: u64,
    },
    /// A factor with too few levels.
    #[error("factor {factor}, counted from 0, has {levels} levels; it needs at least {least}")]
    Levels {
        /// The factor, from 0.
        factor: usize,
        /// Its levels.
        levels: u32,
        /// How many are needed.
        least: u32,
    },
    /// A base level that the factor does not have.
    #[error(
        "the base level of factor {factor} is {level}, but it has {levels} levels, counted from 0"
    )]
    Base {
        /// The factor, from 0.
        factor: usize,
        /// The level asked for, from 0.
        level: u32,
        /// Its levels.
        levels: u32,
    },
    /// Steps between ends that are no interval.
    #[error("the steps from {low} to {high} {reason}")]
    Ends {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
        /// What is wrong with them.
        reason: &'static str,
    },
    /// A generator of a fractional factorial design that cannot be used.
    #[error("generator `{word}`: {reason}")]
    Generator {
        /// The generator as written.
        word: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No standard design has that many factors at that resolution.
    #[error(
        "no table has a two-level design of resolution {resolution} or more for {factors} factor{}",
        if *.factors == 1 { "" } else { "s" }
    )]
    NoStandard {
        /// The number of factors.
        factors: usize,
        /// The resolution asked for.
        resolution: u32,
    },
    /// The two samples of a Saltelli design are not made alike.
    #[error("the two samples must be chosen by the same method")]
    Methods,
    /// Fewer trajectories to choose from than are to be chosen, or more than can be compared.
    #[error(
        "{chosen} trajectories cannot be chosen from {candidates}; there may be {most} at most"
    )]
    Candidates {
        /// How many are to be chosen.
        chosen: u64,
        /// How many there are to choose from.
        candidates: u64,
        /// The most that are compared.
        most: u64,
    },
    /// The levels of a Morris design must be even in number.
    #[error("trajectories need an even number of levels, at least 2, not {0}")]
    OddLevels(u32),
    /// A matrix that is not the lower triangular factor of a correlation matrix.
    #[error("the Cholesky factor is not one of a correlation matrix: {0}")]
    Factor(&'static str),
    /// A value that cannot be ranked.
    #[error("column {column}, row {row}, counted from 0, is not a number")]
    NotANumber {
        /// The column, from 0.
        column: usize,
        /// The row, from 0.
        row: usize,
    },
}
