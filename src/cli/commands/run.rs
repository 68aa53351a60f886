//! `vessels run FILE…`: load, simulate, print, export, draw.

use crate::cli::args::Run;
use crate::cli::charts::Drawing;
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use crate::cli::{load_scenario, render};
use std::io::Write;
use std::path::{Path, PathBuf};
use vessels::contrast::{Contrast, contrasts, shortened};
use vessels::export::target::Outputs;
use vessels::export::{json, tables};
use vessels::language::Language;
use vessels::model::Model;
use vessels::results::{Results, simulate};
use vessels::say;
use vessels::scenario::Loaded;

/// A scenario whose outputs are open.
struct Job {
    loaded: Loaded,
    outputs: Outputs,
}

pub(crate) fn run(args: &Run, language: Language) -> Result<Status, CliError> {
    let Some(loaded) = load_all(args) else {
        return Ok(Status::Refused);
    };
    distinct_folders(args)?;
    let jobs: Vec<Job> = loaded
        .into_iter()
        .map(|(file, loaded)| {
            let outputs = open(args, &file, &loaded)?;
            Ok(Job { loaded, outputs })
        })
        .collect::<Result<_, CliError>>()?;
    let panel = panel(args, &jobs)?;
    let mut status = Status::Done;
    let mut runs = Vec::new();
    for (i, job) in jobs.into_iter().enumerate() {
        if i > 0 && !args.quiet {
            print("\n")?;
        }
        let (loaded, results, own) = one(args, job, language)?;
        if own == Status::Failed {
            status = Status::Failed;
        }
        if panel.is_some() {
            runs.push((loaded, results));
        }
    }
    if let Some((mut outputs, drawing)) = panel {
        let runs: Vec<_> = runs.iter().map(|(l, r)| (&l.model, r)).collect();
        let chart = vessels::pictures::interests(&runs, language);
        drawing.draw(&chart, &mut outputs)?;
        let folder = outputs.folder().display().to_string();
        outputs.finish()?;
        if !args.quiet {
            let place = format!("{folder}/charts/interests.*");
            let text = say!(language, "answer-side-by-side", place = place);
            print(&format!("\n{text}\n"))?;
        }
    }
    Ok(status)
}

/// Opens the panel that shows up to eight scenarios side by side.
fn panel(args: &Run, jobs: &[Job]) -> Result<Option<(Outputs, Drawing)>, CliError> {
    let Some(first) = jobs.first().filter(|_| (2..=8).contains(&jobs.len())) else {
        return Ok(None);
    };
    let drawing = drawing(args, &first.loaded);
    if drawing.is_empty() {
        return Ok(None);
    }
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from("out"));
    let outputs = Outputs::open(&folder, &drawing.files("interests"), args.force)?;
    Ok(Some((outputs, drawing)))
}

/// All scenarios; `None`, with the mistakes of every file printed, when one of them is refused.
fn load_all(args: &Run) -> Option<Vec<(PathBuf, Loaded)>> {
    let load = |file: &PathBuf| {
        load_scenario(file, &args.simulated.settings(), args.quiet)
            .map_err(|error| render::error(&error))
            .map(|loaded| (file.clone(), loaded))
    };
    let loaded: Vec<Result<_, ()>> = args.files.iter().map(load).collect();
    loaded.into_iter().collect::<Result<_, ()>>().ok()
}

fn drawing(args: &Run, loaded: &Loaded) -> Drawing {
    args.look.drawing().if_wanted(loaded.model.run.charts)
}

fn folder(args: &Run, file: &Path) -> PathBuf {
    let name = file.file_stem().unwrap_or(file.as_os_str());
    match &args.out {
        Some(out) if args.files.len() == 1 => out.clone(),
        Some(out) => out.join(name),
        None => Path::new("out").join(name),
    }
}

/// Two scenarios may not write the same files.
fn distinct_folders(args: &Run) -> Result<(), CliError> {
    for (i, file) in args.files.iter().enumerate() {
        let here = folder(args, file);
        if let Some(other) = args.files[..i].iter().find(|f| folder(args, f) == here) {
            return Err(CliError::Name(format!(
                "`{}` and `{}` would both write into `{}`; run them one by one, with another `--out`",
                other.display(),
                file.display(),
                here.display()
            )));
        }
    }
    Ok(())
}

fn open(args: &Run, file: &Path, loaded: &Loaded) -> Result<Outputs, CliError> {
    let daily = vessels::pictures::has_days(&loaded.model);
    let mut names = vec!["summary.csv".to_owned(), "run.json".to_owned()];
    if daily {
        names.push("daily.csv".into());
    }
    if contrasts_asked(args, loaded) {
        names.push("mechanisms.csv".into());
    }
    let drawing = drawing(args, loaded);
    let mechanisms =
        contrasts_asked(args, loaded) && vessels::pictures::has_mechanisms(&loaded.model);
    let more = mechanisms.then_some("mechanisms");
    let charts = vessels::pictures::names(&loaded.model);
    names.extend(
        charts
            .into_iter()
            .chain(more)
            .flat_map(|c| drawing.files(c)),
    );
    Ok(Outputs::open(&folder(args, file), &names, args.force)?)
}

/// Whether the model is also run without each of its mechanisms.
fn contrasts_asked(args: &Run, loaded: &Loaded) -> bool {
    args.each_mechanism && !loaded.model.mechanisms.switched_on().is_empty()
}

/// The model with everything and without each mechanism, over as many replications each.
fn each_mechanism(
    args: &Run,
    model: &Model,
    results: &Results,
    progress: &mut Progress,
) -> Result<(Results, Vec<Contrast>), CliError> {
    let threads = args.simulated.threads();
    let few = shortened(model);
    let all = if few.run.replications == results.replications {
        results.clone()
    } else {
        simulate(&few, threads, progress)?
    };
    Ok((all, contrasts(&few, threads, progress)?))
}

fn one(args: &Run, job: Job, language: Language) -> Result<(Loaded, Results, Status), CliError> {
    let Job {
        loaded,
        mut outputs,
    } = job;
    let model = &loaded.model;
    let mut progress = Progress::new(&model.title, args.quiet, language).until(model.run.minutes);
    let results = simulate(model, args.simulated.threads(), &mut progress)?;
    outputs.write("summary.csv", &tables::summary_csv(&results)?)?;
    outputs.write("run.json", &json::run_json(&loaded, &results))?;
    if vessels::pictures::has_days(model) {
        outputs.write("daily.csv", &tables::daily_csv(&results)?)?;
    }
    let each = if contrasts_asked(args, &loaded) {
        Some(each_mechanism(args, model, &results, &mut progress)?)
    } else {
        None
    };
    if let Some((all, without)) = &each {
        let rows: Vec<_> = without.iter().map(|c| (c.kind.key(), &c.results)).collect();
        outputs.write("mechanisms.csv", &tables::mechanisms_csv(all, &rows)?)?;
    }
    let drawing = drawing(args, &loaded);
    if !drawing.is_empty() {
        for chart in vessels::pictures::charts(model, &results, language)
            .map_err(|e| CliError::Unknown(e.to_string()))?
        {
            drawing.draw(&chart, &mut outputs)?;
        }
        let chart = each.and_then(|(all, without)| {
            vessels::pictures::mechanisms(model, &all, &without, language)
        });
        if let Some(chart) = chart {
            drawing.draw(&chart, &mut outputs)?;
        }
    }
    let folder = outputs.folder().display().to_string();
    outputs.finish()?;
    let missed = missed_expectations(model, &results);
    if !args.quiet {
        let mut text = vessels::answer::answer(model, &results, language, args.verbose);
        for outcome in vessels::results::expected::outcomes(model, &results) {
            text.push_str(&outcome.sentence(language));
            text.push('\n');
        }
        let place = if drawing.is_empty() {
            say!(language, "answer-tables", folder = folder)
        } else {
            say!(language, "answer-tables-and-charts", folder = folder)
        };
        print(&format!("{text}\n{place}\n"))?;
    }
    let status = if missed { Status::Failed } else { Status::Done };
    Ok((loaded, results, status))
}

/// Prints; a reader that has gone away keeps no later scenario from being run.
fn print(text: &str) -> Result<(), CliError> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.into()),
        _ => Ok(()),
    }
}

fn missed_expectations(model: &vessels::model::Model, results: &Results) -> bool {
    vessels::results::expected::outcomes(model, results)
        .iter()
        .any(|o| !o.is_met())
}
