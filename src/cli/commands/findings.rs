//! `vessels findings [FILE…]`

use crate::cli::args::Findings;
use crate::cli::load_scenario;
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use std::path::PathBuf;
use vessels::export::json::digest;
use vessels::findings::{footer, page};
use vessels::language::Language;
use vessels::results::simulate;

pub(crate) fn run(args: &Findings, language: Language) -> Result<Status, CliError> {
    let common: Vec<String> = args
        .replications
        .map(|n| format!("run.replications={n}"))
        .into_iter()
        .chain(["run.outputs=totals".to_owned()])
        .collect();
    let grid = grid(&args.vary);
    let mut runs = Vec::new();
    let mut digests = Vec::new();
    for file in files(args) {
        for varied in &grid {
            let set = [&common[..], &varied[..]].concat();
            let loaded = load_scenario(&file, &set, true)?;
            let mut progress = Progress::new(&loaded.model.title, false, language);
            let threads = args.threads.map(usize::from);
            let results = simulate(&loaded.model, threads, &mut progress)?;
            let name = file.file_stem().unwrap_or(file.as_os_str());
            let words = [&[name.display().to_string()][..], &varied[..]].concat();
            digests.push((words.join(" "), digest(&loaded)));
            runs.push((words.join(" "), loaded.model, results));
        }
    }
    let rows: Vec<_> = runs.iter().map(|(n, m, r)| (n.clone(), m, r)).collect();
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(page(&command(args, language), &rows, language).as_bytes())?;
    stdout.write_all(footer(&digests).as_bytes())?;
    Ok(Status::Done)
}

/// Every combination of the values, the last option fastest; one empty combination when nothing varies.
fn grid(vary: &[String]) -> Vec<Vec<String>> {
    let mut grid = vec![Vec::new()];
    for option in vary {
        let (path, values) = option.split_once('=').unwrap_or((option, ""));
        let longer = |settings: &Vec<String>| -> Vec<Vec<String>> {
            let add = |value: &str| [&settings[..], &[format!("{path}={}", value.trim())]].concat();
            values.split(';').map(add).collect()
        };
        grid = grid.iter().flat_map(longer).collect();
    }
    grid
}

fn files(args: &Findings) -> Vec<PathBuf> {
    if !args.files.is_empty() {
        return args.files.clone();
    }
    let bundled = vessels::bundled::FILES
        .iter()
        .filter(|(path, _)| !path.contains('/'));
    bundled
        .map(|(path, _)| PathBuf::from(path.trim_end_matches(".toml")))
        .collect()
}

fn command(args: &Findings, language: Language) -> String {
    let mut command = "vessels findings".to_owned();
    if language != Language::default() {
        command.push_str(&format!(" --lang {}", language.tag()));
    }
    for file in &args.files {
        command.push_str(&format!(" {}", file.display()));
    }
    if let Some(n) = args.replications {
        command.push_str(&format!(" --replications {n}"));
    }
    for option in &args.vary {
        command.push_str(&format!(" --vary \"{option}\""));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn a_grid_has_every_combination() {
        assert_eq!(grid(&[]), [Vec::<String>::new()]);
        let both = grid(&["a=1;2".into(), "b=x; y".into()]);
        let words: Vec<String> = both.iter().map(|s| s.join(" ")).collect();
        assert_eq!(words, ["a=1 b=x", "a=1 b=y", "a=2 b=x", "a=2 b=y"]);
    }
}
