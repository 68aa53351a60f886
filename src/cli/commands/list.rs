//! `vessels list`

use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::bundled::catalogue;
use vessels::language::Language;

pub(crate) fn run(language: Language) -> Result<Status, CliError> {
    let catalogue = catalogue();
    let width = catalogue.iter().map(|e| e.name.len()).max().unwrap_or(0);
    let mut stdout = std::io::stdout().lock();
    for (i, entry) in catalogue.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &catalogue[i].group);
        if before != Some(&entry.group) {
            let gap = if i > 0 { "\n" } else { "" };
            writeln!(stdout, "{gap}{}", language.translate(&entry.group))?;
        }
        let title = language.translate(&entry.title);
        writeln!(stdout, "  {:<width$} {title}", entry.name)?;
    }
    Ok(Status::Done)
}
