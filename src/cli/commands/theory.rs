//! Temporary.
use crate::cli::args::Theory;
use crate::cli::status::{CliError, Status};
pub(crate) fn run(_: &Theory) -> Result<Status, CliError> { Ok(Status::Done) }
