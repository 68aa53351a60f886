//! `vessels report A [B…]`: load, simulate, compare, write one page.

use super::compare::{Named, align, load_all, name, with_page};
use crate::cli::args::{Report, ReportFormat};
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use std::path::{Path, PathBuf};
use vessels::compare::{Comparison, Side, compare};
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::report::{self, Run, html, markdown};
use vessels::results::{Results, simulate};

/// The greatest number of scenarios: as many as the chart of differences has colours.
const MOST: usize = 6;
/// Confidence of the intervals of mean differences.
const CONFIDENCE: f64 = 0.95;

pub(crate) fn run(args: &Report, language: Language) -> Result<Status, CliError> {
    if args.files.len() > MOST {
        return Err(CliError::Name(format!(
            "{} scenarios were given; a report has at most {MOST}",
            args.files.len()
        )));
    }
    let Some(scenarios) = load_all(&args.files, &overrides(args), args.quiet) else {
        return Ok(Status::Refused);
    };
    let scenarios = align(scenarios)?;
    let (folder, files) = targets(args)?;
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let mut outputs = Outputs::open(&folder, &names, args.force)?;
    let results = simulate_all(args, &scenarios)?;
    let comparison = compared(&scenarios, &results)?;
    let report = built(args, &scenarios, &results, comparison.as_ref(), language)?;
    for (name, format) in &files {
        outputs.write(name, &written(&report, *format)?)?;
    }
    outputs.finish()?;
    if !args.quiet {
        let mut stdout = std::io::stdout().lock();
        for name in &names {
            writeln!(stdout, "{}", folder.join(name).display())?;
        }
    }
    Ok(Status::Done)
}

fn overrides(args: &Report) -> Vec<String> {
    let mut set = args.set.clone();
    set.extend(args.replications.map(|n| format!("run.replications={n}")));
    set.extend(args.seed.map(|n| format!("run.seed={n}")));
    set
}

/// The folder, and the files in it with their formats.
fn targets(args: &Report) -> Result<(PathBuf, Vec<(String, ReportFormat)>), CliError> {
    let default = || {
        let names: Vec<String> = args.files.iter().map(|f| name(f)).collect();
        Path::new("out").join(names.join("+")).join("report.html")
    };
    let out = args.out.clone().unwrap_or_else(default);
    let folder = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let stem = out.file_stem().map(|s| s.display().to_string());
    let Some(stem) = stem else {
        return Err(CliError::Name(format!(
            "`{}` is no file name",
            out.display()
        )));
    };
    let own = out
        .extension()
        .and_then(|e| ReportFormat::of_extension(&e.to_string_lossy()));
    let formats = match (args.format.is_empty(), own) {
        (false, _) => args.format.clone(),
        (true, Some(format)) => vec![format],
        (true, None) => {
            return Err(CliError::Name(format!(
                "`{}` ends in none of .html, .md and .json; name it so, or say `--format`",
                out.display()
            )));
        }
    };
    let files = formats
        .into_iter()
        .map(|format| (format!("{stem}.{}", format.extension()), format))
        .collect();
    Ok((folder, files))
}

fn simulate_all(args: &Report, scenarios: &[Named]) -> Result<Vec<Results>, CliError> {
    scenarios
        .iter()
        .map(|scenario| {
            let model = &scenario.loaded.model;
            let mut progress = Progress::new(&model.title, args.quiet);
            let threads = args.threads.map(usize::from);
            Ok(simulate(model, threads, &mut progress)?)
        })
        .collect()
}

fn compared(scenarios: &[Named], results: &[Results]) -> Result<Option<Comparison>, CliError> {
    if scenarios.len() < 2 {
        return Ok(None);
    }
    let sides: Vec<Side<'_>> = scenarios
        .iter()
        .zip(results)
        .map(|(scenario, results)| Side {
            name: &scenario.name,
            model: &scenario.loaded.model,
            results,
        })
        .collect();
    Ok(Some(compare(sides[0], &sides[1..], CONFIDENCE)?))
}

fn built(
    args: &Report,
    scenarios: &[Named],
    results: &[Results],
    comparison: Option<&Comparison>,
    language: Language,
) -> Result<report::Report, CliError> {
    let runs: Vec<Run<'_>> = scenarios
        .iter()
        .zip(results)
        .map(|(scenario, results)| Run {
            name: &scenario.name,
            loaded: &scenario.loaded,
            results,
        })
        .collect();
    let command = command(args, language);
    let report = match comparison {
        Some(comparison) => with_page(comparison, scenarios, |page| {
            report::report(&runs, Some(page), command, language)
        }),
        None => report::report(&runs, None, command, language),
    };
    report.map_err(|e| CliError::Unknown(e.to_string()))
}

fn written(report: &report::Report, format: ReportFormat) -> Result<Vec<u8>, CliError> {
    Ok(match format {
        ReportFormat::Html => html::page(report).into_bytes(),
        ReportFormat::Md => markdown::page(report).into_bytes(),
        ReportFormat::Json => {
            let json = serde_json::to_string_pretty(report)
                .map_err(|e| CliError::Unknown(e.to_string()))?;
            format!("{json}\n").into_bytes()
        }
    })
}

/// The command that repeats the report, fit for a shell.
fn command(args: &Report, language: Language) -> String {
    let mut words = vec!["vessels".to_owned(), "report".into()];
    words.extend(args.files.iter().map(|f| quoted(&f.display().to_string())));
    for set in &args.set {
        words.extend(["--set".into(), quoted(set)]);
    }
    for (option, value) in [("--replications", args.replications), ("--seed", args.seed)] {
        if let Some(value) = value {
            words.extend([option.into(), value.to_string()]);
        }
    }
    words.extend(["--lang".into(), language.tag().into()]);
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=%+:,@".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}
