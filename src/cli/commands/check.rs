//! `vessels check FILE…`

use crate::cli::args::Check;
use crate::cli::status::{CliError, Status};
use crate::cli::{load, render};
use std::io::Write;

pub(crate) fn run(args: &Check) -> Result<Status, CliError> {
    let mut status = Status::Done;
    let mut stdout = std::io::stdout().lock();
    for file in &args.files {
        match load(file, &args.set, false) {
            Ok(loaded) => {
                let warnings = match loaded.warnings.len() {
                    0 => String::new(),
                    1 => ", 1 warning".into(),
                    n => format!(", {n} warnings"),
                };
                let kind = if loaded.world_only {
                    "world"
                } else {
                    "scenario"
                };
                writeln!(stdout, "{}: a valid {kind}{warnings}", file.display())?;
            }
            Err(error) => {
                render::error(&error);
                status = Status::Refused;
            }
        }
    }
    Ok(status)
}
