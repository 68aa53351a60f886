//! Exit codes, and everything that can end a command.

use std::path::PathBuf;
use std::process::ExitCode;
use thiserror::Error;
use vessels::boundary::BoundaryError;
use vessels::chart::ChartError;
use vessels::compare::CompareError;
use vessels::design::DesignError;
use vessels::engine::EngineError;
use vessels::export::ExportError;
use vessels::export::rows::RowsError;
use vessels::influence::InfluenceError;
use vessels::results::evaluate::EvaluateError;
use vessels::results::selector::SelectorError;
use vessels::scenario::Refused;
use vessels::study::StudyError;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Done.
    Done,
    /// It ran, but a declared expectation failed.
    Failed,
    /// Bad input, or it could not be done.
    Refused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => ExitCode::SUCCESS,
            Status::Failed => ExitCode::from(1),
            Status::Refused => ExitCode::from(2),
        }
    }
}

/// Why a command did not end well.
#[derive(Debug, Error)]
pub(crate) enum CliError {
    /// The scenario was refused; its diagnostics say why.
    #[error("the scenario was refused")]
    Refused(Box<Refused>),
    /// A file that holds no policy.
    #[error(
        "`{0}` is a world: it holds no policy. Run a scenario that names it, or add a `[policy]`"
    )]
    WorldOnly(PathBuf),
    /// The run failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A study could not be computed.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// A scenario cannot be evaluated.
    #[error(transparent)]
    Evaluate(#[from] EvaluateError),
    /// The rows of a sweep say nothing about a boundary.
    #[error(transparent)]
    Boundary(#[from] BoundaryError),
    /// A design cannot be made.
    #[error(transparent)]
    Design(#[from] DesignError),
    /// A metric that does not exist.
    #[error(transparent)]
    Selector(#[from] SelectorError),
    /// What matters could not be computed.
    #[error(transparent)]
    Influence(#[from] InfluenceError),
    /// A long table could not be written, read or joined.
    #[error(transparent)]
    Rows(#[from] RowsError),
    /// Scenarios cannot be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// Outputs could not be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// Standard output could not be written.
    #[error("standard output cannot be written: {0}")]
    Stdout(#[from] std::io::Error),
    /// A topic that does not exist.
    #[error("{0}")]
    Unknown(String),
    /// A name that cannot be used.
    #[error("{0}")]
    Name(String),
}

impl From<Box<Refused>> for CliError {
    fn from(refused: Box<Refused>) -> Self {
        Self::Refused(refused)
    }
}

impl CliError {
    /// A reader that has gone away is no error.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Stdout(e) if e.kind() == std::io::ErrorKind::BrokenPipe)
    }

    pub(crate) fn status(&self) -> Status {
        if self.is_closed_pipe() {
            Status::Done
        } else {
            Status::Refused
        }
    }
}
