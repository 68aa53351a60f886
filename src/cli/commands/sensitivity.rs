//! `vessels sensitivity FILE…`: which factors the spread of a metric comes from.

use crate::cli::args::{Better, Sensitivity, SensitivityMethod};
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use crate::cli::study::{Material, pool};
use std::io::Write;
use std::path::Path;
use vessels::engine::Observer;
use vessels::export::rows::{Table, read_table};
use vessels::export::study::{columns, values};
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::influence::{self, Answer, Kind, Runs, Settings, Wanted};
use vessels::language::Language;
use vessels::model::Model;
use vessels::say;
use vessels::sensitivity::Resampling;
use vessels::study::Study;
use vessels::study::combination::Method;
use vessels::study::description::{Description, Tie};

/// Factors from which on screening comes first.
const MANY: usize = 40;

pub(crate) fn run(args: &Sensitivity, language: Language) -> Result<Status, CliError> {
    distinct(&args.metric)?;
    let (runs, mut outputs) = match &args.from {
        Some(_) if args.method == Some(SensitivityMethod::Tornado) => {
            return Err(influence::not_of_a_sweep().into());
        }
        Some(_) if args.method == Some(SensitivityMethod::Shapley) => {
            return Err(influence::shapley_not_of_a_sweep().into());
        }
        Some(file) => {
            let runs = read(file, &args.metric)?;
            let metrics: Vec<String> = runs.outputs.iter().map(|o| o.name.clone()).collect();
            (runs, open(args, &metrics)?)
        }
        None => {
            let outputs = open(args, &args.metric)?;
            (simulate(args, language)?, outputs)
        }
    };
    let kind = kind(args, Some(runs.design()));
    let settings = settings(args, runs.description.seed)?;
    let pool = pool(args.threads)?;
    let answers: Vec<Answer> = (0..runs.outputs.len())
        .map(|output| pool.install(|| influence::answer(&runs, output, kind, &settings)))
        .collect::<Result<_, _>>()?;
    write(args, &runs, &answers, &mut outputs, language)?;
    outputs.finish()?;
    if !args.quiet {
        report(args, &runs, &answers, language)?;
    }
    Ok(Status::Done)
}

/// Two answers may not have one name.
fn distinct(metrics: &[String]) -> Result<(), CliError> {
    let twice = |(i, metric): &(usize, &String)| metrics[..*i].contains(metric);
    match metrics.iter().enumerate().find(twice) {
        Some((_, metric)) => Err(CliError::Name(format!(
            "`--metric {metric}` is given twice"
        ))),
        None => Ok(()),
    }
}

/// What is asked for; otherwise what the design allows.
fn kind(args: &Sensitivity, design: Option<Method>) -> Kind {
    match (args.worth, args.method, design) {
        (true, _, _) => Kind::Worth,
        (_, Some(SensitivityMethod::Sobol), _) => Kind::Sobol,
        (_, Some(SensitivityMethod::Morris), _) => Kind::Morris,
        (_, Some(SensitivityMethod::Shapley), _) => Kind::Shapley,
        (_, Some(SensitivityMethod::Pawn), _) => Kind::Pawn,
        (_, Some(SensitivityMethod::GivenData), _) => Kind::GivenData,
        (_, Some(SensitivityMethod::Tornado), _) => Kind::Tornado,
        (_, None, None | Some(Method::Saltelli(_))) => Kind::Sobol,
        (_, None, Some(Method::Morris(_))) => Kind::Morris,
        (_, None, Some(_)) => Kind::GivenData,
    }
}

fn settings(args: &Sensitivity, seed: u64) -> Result<Settings, CliError> {
    let resampling = Resampling::new(args.resamples as usize, args.confidence, seed);
    Ok(Settings {
        resampling: resampling.map_err(influence::InfluenceError::from)?,
        seed,
        pairs: args.verbose,
        higher_is_better: args.better == Some(Better::Higher),
    })
}

fn read(file: &Path, metrics: &[String]) -> Result<Runs, CliError> {
    Ok(Runs::new(&read_table(file)?, metrics)?)
}

/// Runs the study that the method needs.
fn simulate(args: &Sensitivity, language: Language) -> Result<Runs, CliError> {
    let kind = kind(args, None);
    check_files(args, kind)?;
    let arguments = args.study();
    let points = args.points.unwrap_or(kind.points());
    let material = Material::load(&arguments, 1)?;
    let mut axes = material.axes();
    if args.lever.is_empty() && args.uncertainty.is_empty() {
        axes = material.uncertain();
    }
    let ties = ties(material.model());
    let wanted = influence::design(kind, axes, points, material.seed(), &ties)?;
    let Wanted {
        axes,
        method,
        combination,
        replications,
    } = wanted;
    let many = axes.len() > MANY && matches!(kind, Kind::Sobol | Kind::Shapley);
    let (study, description) =
        material.study(axes, method, combination, replications, &args.files)?;
    influence::independent(kind, &description)?;
    let design = design(kind, points, &description, language);
    if !args.quiet {
        cost(&design, &description, many, language)?;
    }
    let table = compute(args, &study, (&description, &design), language)?;
    Ok(Runs::new(&table, &[])?)
}

fn check_files(args: &Sensitivity, kind: Kind) -> Result<(), CliError> {
    if kind == Kind::Worth && args.files.len() < 2 {
        return Err(influence::InfluenceError::NoChoice.into());
    }
    if kind != Kind::Worth && args.files.len() > 1 {
        return Err(influence::InfluenceError::Policies(args.files.len()).into());
    }
    Ok(())
}

/// All correlations of a model.
fn ties(model: &Model) -> Vec<Tie> {
    let written = model.dependence.iter().flat_map(|d| &d.correlations);
    written
        .map(|correlation| Tie {
            between: correlation.between.clone(),
            rank: correlation.rank,
        })
        .collect()
}

/// The design in words; paths are listed points to the study.
fn design(kind: Kind, points: u64, description: &Description, language: Language) -> String {
    if kind != Kind::Shapley {
        return description.design_in(language);
    }
    say!(
        language,
        "sensitivity-paths",
        points = language.thousands(description.points as f64),
        count = points,
        paths = language.thousands(points as f64),
        factors = language.thousands(description.factors.len() as f64)
    )
}

/// Says what will be run, before it is.
fn cost(
    design: &str,
    description: &Description,
    many: bool,
    language: Language,
) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    let all = say!(
        language,
        "study-all",
        design = design,
        replications = language.thousands(description.jobs as f64),
        seed = description.seed.to_string()
    );
    writeln!(out, "{all}")?;
    if let Some(held) = super::sweep::held(description, language) {
        writeln!(out, "{held}")?;
    }
    if many {
        writeln!(out, "{}", say!(language, "sensitivity-many"))?;
    }
    Ok(())
}

fn compute(
    args: &Sensitivity,
    study: &Study,
    (description, design): (&Description, &str),
    language: Language,
) -> Result<Table, CliError> {
    let pool = pool(args.threads)?;
    let mut progress = Progress::new(design, args.quiet, language);
    progress.started(description.jobs);
    let mut rows = Vec::new();
    for block in 0..description.blocks() {
        rows.extend(pool.install(|| study.rows(description.jobs_of(block)))?);
        progress.done(rows.len() as u64);
    }
    progress.finished();
    Ok(Table {
        columns: columns(study, description),
        values: values(study, &rows),
        manifest: serde_json::to_value(description)
            .map_err(|e| CliError::Unknown(e.to_string()))?,
    })
}

/// The name of the chart of a metric.
fn chart_name(args: &Sensitivity, metric: &str) -> String {
    let what = if args.method == Some(SensitivityMethod::Tornado) {
        "tornado"
    } else {
        "indices"
    };
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    let metric: String = metric.chars().map(plain).collect();
    format!("{what}.{metric}")
}

fn open(args: &Sensitivity, metrics: &[String]) -> Result<Outputs, CliError> {
    let mut names = vec!["sensitivity.csv".to_owned(), "sensitivity.json".to_owned()];
    let drawing = args.look.drawing();
    let charts = metrics.iter().map(|m| chart_name(args, m));
    names.extend(charts.flat_map(|c| drawing.files(&c)));
    Ok(Outputs::open(&args.out, &names, args.force)?)
}

#[derive(serde::Serialize)]
struct Record<'a> {
    study: &'a Description,
    resamples: u32,
    confidence: f64,
    answers: &'a [Answer],
}

fn write(
    args: &Sensitivity,
    runs: &Runs,
    answers: &[Answer],
    outputs: &mut Outputs,
    language: Language,
) -> Result<(), CliError> {
    let records = influence::records(answers);
    let csv = tables::csv(&influence::HEADER, records.into_iter())?;
    outputs.write("sensitivity.csv", &csv)?;
    let record = Record {
        study: &runs.description,
        resamples: args.resamples,
        confidence: args.confidence,
        answers,
    };
    let json =
        serde_json::to_string_pretty(&record).map_err(|e| CliError::Unknown(e.to_string()))?;
    outputs.write("sensitivity.json", format!("{json}\n").as_bytes())?;
    let drawing = args.look.drawing();
    if drawing.is_empty() {
        return Ok(());
    }
    for (number, answer) in answers.iter().enumerate() {
        let name = chart_name(args, args.metric.get(number).unwrap_or(&answer.metric));
        let chart = vessels::pictures::influence(
            &runs.description,
            answer,
            usize::from(args.top),
            language,
        );
        drawing.draw_as(&chart, &name, outputs)?;
    }
    Ok(())
}

fn report(
    args: &Sensitivity,
    runs: &Runs,
    answers: &[Answer],
    language: Language,
) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    if args.from.is_some() {
        let description = &runs.description;
        let rows = say!(
            language,
            "study-rows",
            design = description.design_in(language),
            rows = language.thousands(description.jobs as f64),
            seed = description.seed.to_string()
        );
        writeln!(out, "{rows}")?;
    }
    for answer in answers {
        let text = influence::print(answer, usize::from(args.top), language);
        writeln!(out, "\n{text}")?;
    }
    let folder = args.out.display().to_string();
    let left = if args.look.drawing().is_empty() {
        say!(language, "answer-tables", folder = folder)
    } else {
        say!(language, "answer-tables-and-charts", folder = folder)
    };
    writeln!(out, "{left}")?;
    Ok(())
}
