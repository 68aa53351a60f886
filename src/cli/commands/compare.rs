//! `vessels compare A B…`: load, align, simulate, compare, print, export, draw.

use crate::cli::args::Compare;
use crate::cli::charts::Drawing;
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use crate::cli::{load_scenario, render};
use std::io::Write;
use std::path::{Path, PathBuf};
use vessels::compare::page::{Page, many, page};
use vessels::compare::{
    Comparison, Side, aligned, check_confidence, check_horizon, compare, followed,
};
use vessels::export::differences::{compare_csv, compare_json};
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::model::policy::Outputs as Collected;
use vessels::results::{Results, simulate};
use vessels::say;
use vessels::scenario::Loaded;

/// The greatest number of scenarios: as many as the chart has colours that are told apart.
const MOST: usize = 6;

/// A scenario and the name that stands for it.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) loaded: Loaded,
}

pub(crate) fn run(args: &Compare, language: Language) -> Result<Status, CliError> {
    let confidence = confidence(&args.confidence)?;
    let files = ordered(args)?;
    let Some(scenarios) = load_all(&files, &args.simulated.settings(), args.quiet) else {
        return Ok(Status::Refused);
    };
    let mut scenarios = align(scenarios)?;
    for scenario in &mut scenarios {
        scenario.loaded.model.run.outputs = Collected::Totals;
    }
    let is_wanted = scenarios[0].loaded.model.run.charts;
    let drawing = args.look.drawing().if_wanted(is_wanted);
    let mut outputs = open(args, &drawing)?;
    let threads = args.simulated.threads();
    let results = simulate_all(&mut scenarios, threads, args.quiet, language)?;
    let sides: Vec<Side<'_>> = scenarios
        .iter()
        .zip(&results)
        .map(|(scenario, results)| Side {
            name: &scenario.name,
            model: &scenario.loaded.model,
            results,
        })
        .collect();
    let comparison = compare(sides[0], &sides[1..], confidence)?;
    write(&comparison, &scenarios, &drawing, &mut outputs, language)?;
    let folder = outputs.folder().display().to_string();
    outputs.finish()?;
    if !args.quiet {
        let mut stdout = std::io::stdout().lock();
        let text = with_page(&comparison, &scenarios, |whole| {
            let text = page(whole, language, args.verbose);
            format!("{text}\n{}", many(whole, language))
        });
        let charts = drawing.len();
        let left = say!(language, "compare-left", charts = charts, folder = folder);
        writeln!(stdout, "{text}{left}")?;
    }
    Ok(Status::Done)
}

/// `95 %` or `0.95` as a share.
fn confidence(text: &str) -> Result<f64, CliError> {
    let (number, unit) = match text.trim().strip_suffix('%') {
        Some(percent) => (percent.trim(), 100.0),
        None => (text.trim(), 1.0),
    };
    let refused = || {
        CliError::Name(format!(
            "`{text}` is no confidence: write `95 %` or `0.95`; it lies above 50 % and below 100 %"
        ))
    };
    let value = number.parse::<f64>().map_err(|_| refused())? / unit;
    check_confidence(value).map_err(|_| refused())?;
    Ok(value)
}

pub(super) fn name(file: &Path) -> String {
    let name = file.file_stem().unwrap_or(file.as_os_str());
    name.display().to_string()
}

/// The files with the base first; each must have a name of its own.
fn ordered(args: &Compare) -> Result<Vec<PathBuf>, CliError> {
    let mut files = args.files.clone();
    if files.len() > MOST {
        return Err(CliError::Name(format!(
            "{} scenarios were given; at most {MOST} can be compared at once",
            files.len()
        )));
    }
    for (i, file) in files.iter().enumerate() {
        if let Some(other) = files[..i].iter().find(|other| name(other) == name(file)) {
            return Err(CliError::Name(format!(
                "`{}` and `{}` have the same name, `{}`; give each scenario a file name of its own",
                other.display(),
                file.display(),
                name(file)
            )));
        }
    }
    if let Some(base) = &args.base {
        let is_base = |file: &PathBuf| file == base || name(file) == base.display().to_string();
        let Some(at) = files.iter().position(is_base) else {
            let names: Vec<String> = files.iter().map(|f| format!("`{}`", f.display())).collect();
            return Err(CliError::Name(format!(
                "the base `{}` is none of the scenarios {}",
                base.display(),
                names.join(", ")
            )));
        };
        files[..=at].rotate_right(1);
    }
    Ok(files)
}

/// All scenarios; `None`, with the mistakes of every file printed, when one of them is refused.
pub(super) fn load_all(files: &[PathBuf], set: &[String], quiet: bool) -> Option<Vec<Named>> {
    let load = |file: &PathBuf| {
        load_scenario(file, set, quiet)
            .map_err(|error| render::error(&error))
            .map(|loaded| Named {
                name: name(file),
                loaded,
            })
    };
    let loaded: Vec<Result<Named, ()>> = files.iter().map(load).collect();
    loaded.into_iter().collect::<Result<_, ()>>().ok()
}

/// Gives every scenario seed, replications and drawing of the first; refuses another horizon.
pub(super) fn align(mut scenarios: Vec<Named>) -> Result<Vec<Named>, CliError> {
    let base = scenarios[0].loaded.model.clone();
    for n in 0..scenarios.len() {
        let model = &scenarios[n].loaded.model;
        check_horizon((&scenarios[0].name, &base), (&scenarios[n].name, model))?;
        scenarios[n].loaded.model = aligned(&base, model);
    }
    Ok(scenarios)
}

/// Runs all scenarios, each for as many replications as the first came to.
pub(super) fn simulate_all(
    scenarios: &mut [Named],
    threads: Option<usize>,
    quiet: bool,
    language: Language,
) -> Result<Vec<Results>, CliError> {
    let mut results: Vec<Results> = Vec::new();
    for scenario in scenarios {
        if let Some(base) = results.first() {
            scenario.loaded.model = followed(base, &scenario.loaded.model);
        }
        let model = &scenario.loaded.model;
        let mut progress = Progress::new(&model.title, quiet, language);
        results.push(simulate(model, threads, &mut progress)?);
    }
    Ok(results)
}

fn open(args: &Compare, drawing: &Drawing) -> Result<Outputs, CliError> {
    let mut names = vec!["compare.csv".to_owned(), "compare.json".to_owned()];
    names.extend(drawing.files("differences"));
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from("out"));
    Ok(Outputs::open(&folder, &names, args.force)?)
}

fn write(
    comparison: &Comparison,
    scenarios: &[Named],
    drawing: &Drawing,
    outputs: &mut Outputs,
    language: Language,
) -> Result<(), CliError> {
    let loaded: Vec<&Loaded> = scenarios.iter().map(|s| &s.loaded).collect();
    outputs.write("compare.csv", &compare_csv(comparison)?)?;
    let json = compare_json(comparison, loaded[0], &loaded[1..]);
    outputs.write("compare.json", &json)?;
    if !drawing.is_empty() {
        let chart = with_page(comparison, scenarios, |page| {
            vessels::pictures::differences(page, language)
        });
        drawing.draw(&chart, outputs)?;
    }
    Ok(())
}

/// Hands a comparison over together with its models.
pub(super) fn with_page<T>(
    comparison: &Comparison,
    scenarios: &[Named],
    then: impl FnOnce(&Page<'_>) -> T,
) -> T {
    let models: Vec<_> = scenarios.iter().map(|s| &s.loaded.model).collect();
    then(&Page {
        comparison,
        base: models[0],
        others: &models[1..],
    })
}

#[cfg(test)]
mod tests {
    use super::confidence;

    #[test]
    fn a_confidence_is_a_share_or_a_percentage() {
        assert_eq!(confidence("0.9").ok(), Some(0.9));
        assert_eq!(confidence(" 95 % ").ok(), Some(0.95));
        assert_eq!(confidence("99.7%").ok(), Some(0.997));
        for text in ["95", "", "%", "0", "1", "100 %", "-5 %", "NaN", "much"] {
            assert!(confidence(text).is_err(), "{text}");
        }
    }
}
