//! `vessels new NAME`

use crate::cli::args::New;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use std::path::Path;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::say;

const SCENARIO: &str = include_str!("new/scenario.toml");
const WORLD: &str = include_str!("new/world.toml");

pub(crate) fn run(args: &New, language: Language) -> Result<Status, CliError> {
    let name = &args.name;
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(allowed) {
        return Err(CliError::Name(format!(
            "`{name}` cannot be a name: use letters, digits, `-` and `_`"
        )));
    }
    let files = [format!("{name}.toml"), format!("worlds/{name}.toml")];
    let mut outputs = Outputs::open(Path::new("."), &files, args.force)?;
    outputs.write(&files[0], SCENARIO.replace("NAME", name).as_bytes())?;
    outputs.write(&files[1], WORLD.replace("NAME", name).as_bytes())?;
    outputs.finish()?;
    let wrote = say!(
        language,
        "new-wrote",
        scenario = &files[0],
        world = &files[1]
    );
    writeln!(std::io::stdout(), "{wrote}")?;
    Ok(Status::Done)
}
