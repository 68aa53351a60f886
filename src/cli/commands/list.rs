//! `vessels list`

use crate::cli::bundled::{Bundled, FILES, resolve};
use crate::cli::status::{CliError, Status};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

pub(crate) fn run() -> Result<Status, CliError> {
    let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (path, _) in FILES.iter().filter(|(path, _)| !path.contains('/')) {
        let name = path.trim_end_matches(".toml");
        let loaded = vessels::scenario::load(&Bundled, &resolve(Path::new(name)), &[])?;
        let group = loaded.model.group.unwrap_or_else(|| "Other".into());
        groups
            .entry(group)
            .or_default()
            .push((name.to_owned(), loaded.model.title));
    }
    let names = groups.values().flatten().map(|(name, _)| name.len());
    let width = names.max().unwrap_or(0);
    let mut stdout = std::io::stdout().lock();
    for (i, (group, scenarios)) in groups.iter().enumerate() {
        if i > 0 {
            writeln!(stdout)?;
        }
        writeln!(stdout, "{group}")?;
        for (name, title) in scenarios {
            writeln!(stdout, "  {name:<width$} {title}")?;
        }
    }
    Ok(Status::Done)
}
