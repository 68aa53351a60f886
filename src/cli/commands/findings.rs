//! `vessels findings [FILE…]`

use crate::cli::args::Findings;
use crate::cli::bundled::FILES;
use crate::cli::load_scenario;
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use std::path::PathBuf;
use vessels::findings::page;
use vessels::results::simulate;

pub(crate) fn run(args: &Findings) -> Result<Status, CliError> {
    let set: Vec<String> = args
        .replications
        .map(|n| format!("run.replications={n}"))
        .into_iter()
        .chain(["run.outputs=totals".to_owned()])
        .collect();
    let mut runs = Vec::new();
    for file in files(args) {
        let loaded = load_scenario(&file, &set, true)?;
        let mut progress = Progress::new(&loaded.model.title, false);
        let results = simulate(&loaded.model, args.threads.map(usize::from), &mut progress)?;
        let name = file.file_stem().unwrap_or(file.as_os_str());
        runs.push((name.display().to_string(), loaded.model, results));
    }
    let rows: Vec<_> = runs.iter().map(|(n, m, r)| (n.clone(), m, r)).collect();
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(page(&command(args), &rows).as_bytes())?;
    Ok(Status::Done)
}

fn files(args: &Findings) -> Vec<PathBuf> {
    if !args.files.is_empty() {
        return args.files.clone();
    }
    let bundled = FILES.iter().filter(|(path, _)| !path.contains('/'));
    bundled
        .map(|(path, _)| PathBuf::from(path.trim_end_matches(".toml")))
        .collect()
}

fn command(args: &Findings) -> String {
    let mut command = "vessels findings".to_owned();
    for file in &args.files {
        command.push_str(&format!(" {}", file.display()));
    }
    if let Some(n) = args.replications {
        command.push_str(&format!(" --replications {n}"));
    }
    command
}
