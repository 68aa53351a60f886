//! The `vessels` command: parses arguments and turns the result into an exit code.
#![forbid(unsafe_code)]

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(cli::args::Args::parse()).into()
}
