//! `vessels check FILE…`

use crate::cli::args::Check;
use crate::cli::status::{CliError, Status};
use crate::cli::{load, render};
use std::io::Write;
use vessels::language::Language;
use vessels::say;

pub(crate) fn run(args: &Check, language: Language) -> Result<Status, CliError> {
    let mut status = Status::Done;
    let mut stdout = std::io::stdout().lock();
    for file in &args.files {
        match load(file, &args.set, false) {
            Ok(loaded) => {
                let valid = say!(
                    language,
                    "check-valid",
                    file = file.display().to_string(),
                    world = usize::from(loaded.world_only),
                    count = loaded.warnings.len(),
                    warnings = loaded.warnings.len().to_string()
                );
                writeln!(stdout, "{valid}")?;
            }
            Err(error) => {
                render::error(&error);
                status = Status::Refused;
            }
        }
    }
    Ok(status)
}
