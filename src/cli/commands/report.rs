//! `vessels report A [B…]`: load, simulate, compare, write one page.

use super::compare::{Named, align, load_all, name, simulate_all, with_page};

use crate::cli::args::{Report, ReportFormat};
use crate::cli::load_scenario;
use crate::cli::status::{CliError, Status};
use crate::cli::study::as_study;
use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};
use vessels::compare::{Comparison, Side, compare};
use vessels::export::json::digest;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::report::explorer::BUILT_IN;
use vessels::report::{self, Influences, Run, html, markdown};
use vessels::results::Results;

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
    let Some(scenarios) = load_all(&args.files, &args.simulated.settings(), args.quiet) else {
        return Ok(Status::Refused);
    };
    let mut scenarios = align(scenarios)?;
    let (folder, files) = targets(args)?;
    let explorer = explorer(args, &files)?;
    let influences = influences(args)?;
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let mut outputs = Outputs::open(&folder, &names, args.force)?;
    let threads = args.simulated.threads();
    let results = simulate_all(&mut scenarios, threads, args.quiet, language)?;
    let comparison = compared(&scenarios, &results)?;
    let runs: Vec<Run<'_>> = scenarios.iter().zip(&results).map(run_of).collect();
    let command = command(args, language);
    let report = match &comparison {
        Some(comparison) => with_page(comparison, &scenarios, |page| {
            report::report(&runs, Some(page), &influences, command, language)
        }),
        None => report::report(&runs, None, &influences, command, language),
    };
    let report = report.map_err(|e| CliError::Unknown(e.to_string()))?;
    for (name, format) in &files {
        let bytes = match (&explorer, format) {
            (Some(template), ReportFormat::Html) => explorable(&report, &runs, template)?,
            _ => written(&report, *format)?,
        };
        outputs.write(name, &bytes)?;
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

fn run_of<'a>((scenario, results): (&'a Named, &'a Results)) -> Run<'a> {
    Run {
        name: &scenario.name,
        loaded: &scenario.loaded,
        results,
    }
}

/// Finished sensitivity analyses.
fn influences(args: &Report) -> Result<Vec<Influences>, CliError> {
    let as_studied = |name_there: &str, seed: u64, replications: u64| {
        let file = args.files.iter().find(|f| name(f) == name_there)?;
        let set = as_study(&args.simulated.set, seed, replications);
        Some(digest(&load_scenario(file, &set, true).ok()?))
    };
    let read = |path: &PathBuf| {
        let wrong =
            |e: &dyn std::fmt::Display| CliError::Name(format!("`{}`: {e}", path.display()));
        let text = std::fs::read_to_string(path).map_err(|e| wrong(&e))?;
        Influences::read(&text, as_studied).map_err(|e| wrong(&e))
    };
    args.sensitivity.iter().map(read).collect()
}

/// The page of the explorer, where one is wanted.
fn explorer(
    args: &Report,
    files: &[(String, ReportFormat)],
) -> Result<Option<Cow<'static, str>>, CliError> {
    if !args.explore {
        return Ok(None);
    }
    if !files
        .iter()
        .any(|(_, format)| *format == ReportFormat::Html)
    {
        return Err(CliError::Name(
            "the explorer needs a page: `--explore` goes with the format `html`".into(),
        ));
    }
    match (&args.explorer, BUILT_IN) {
        (Some(path), _) => match std::fs::read_to_string(path) {
            Ok(text) => Ok(Some(text.into())),
            Err(e) => Err(CliError::Name(format!("`{}`: {e}", path.display()))),
        },
        (None, Some(text)) => Ok(Some(text.into())),
        (None, None) => Err(CliError::Name(
            "this program was built without the explorer: run `web/build.sh` and build it again, or name \
             the page with `--explorer FILE`"
                .into(),
        )),
    }
}

fn explorable(
    report: &report::Report,
    runs: &[Run<'_>],
    template: &str,
) -> Result<Vec<u8>, CliError> {
    let page = report::explorer::page(report, runs, template);
    Ok(page
        .map_err(|e| CliError::Name(format!("the page of the explorer cannot be used: {e}")))?
        .into_bytes())
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
    for set in &args.simulated.set {
        words.extend(["--set".into(), quoted(set)]);
    }
    for (option, value) in [
        ("--replications", args.simulated.replications),
        ("--seed", args.simulated.seed),
    ] {
        if let Some(value) = value {
            words.extend([option.into(), value.to_string()]);
        }
    }
    for file in &args.sensitivity {
        words.extend(["--sensitivity".into(), quoted(&file.display().to_string())]);
    }
    if args.explore {
        words.push("--explore".into());
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
