//! `vessels schema`, `vessels completions SHELL` and `vessels man`: texts generated from definitions.

use crate::cli::args::{Args, Completions};
use crate::cli::status::{CliError, Status};
use clap::CommandFactory;
use std::io::Write;

pub(crate) fn schema() -> Result<Status, CliError> {
    let schema = vessels::scenario::reference::json_schema();
    writeln!(std::io::stdout(), "{schema:#}")?;
    Ok(Status::Done)
}

pub(crate) fn completions(args: &Completions) -> Result<Status, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "vessels", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Status::Done)
}

pub(crate) fn man() -> Result<Status, CliError> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut page)?;
    std::io::stdout().write_all(&page)?;
    Ok(Status::Done)
}
