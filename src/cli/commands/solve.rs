//! `vessels solve FILE`: which value of one factor makes a metric meet a target.

mod record;
mod words;

use crate::cli::args::{Solve, StatisticKind};
use crate::cli::status::{CliError, Status};
use crate::cli::study::{Material, pool};
use rayon::prelude::*;
use record::{RECORD, Record};
use std::io::Write as _;
use std::path::PathBuf;
use vessels::chart::Chart;
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::model::factor::Role;
use vessels::model::parameter::Parameter;
use vessels::pictures::{SolutionAxes, solution};
use vessels::results::Key;
use vessels::results::evaluate::{Cell, Evaluator};
use vessels::solve::{Answer, Question, QuestionError, Run, Statistic, solve};
use vessels::study::axis::{Axis, Scale, Value};
use vessels::text::read_number;
use words::{name, print, words};

/// Resamples of the bootstrap.
const RESAMPLES: usize = 1000;

/// What is solved, and for what.
struct Problem<'a> {
    axis: Axis,
    parameter: &'a Parameter,
    index: usize,
    key: Key,
    question: Question,
}

pub(crate) fn run(args: &Solve, language: Language) -> Result<Status, CliError> {
    if let [_, second, ..] = &args.study.files[..] {
        return Err(CliError::Name(format!(
            "one scenario at a time is solved: leave out `{}`, and give it a command of its own",
            second.display()
        )));
    }
    let material = Material::load(&args.study, args.replications)?;
    let [axis] = &material.axes()[..] else {
        return Err(CliError::Name(
            "name one factor to solve for, such as `--lever \"desks.police.staff.people=100 .. 10000 log\"`".into(),
        ));
    };
    if !matches!(axis.scale, Scale::Linear(..) | Scale::Log(..)) {
        return Err(CliError::Name(format!(
            "`{}` needs a range to solve in: write `{0}=LOW .. HIGH` or `{0}=LOW .. HIGH log`",
            axis.path
        )));
    }
    let [selector] = material.selectors() else {
        return Err(CliError::Name(
            "name one number that must meet the target, such as `--metric backlog@police`".into(),
        ));
    };
    let evaluator = Evaluator::new(material.model().clone(), std::slice::from_ref(selector))?;
    let parameters = &evaluator.model().parameters;
    let (index, parameter) = parameters
        .iter()
        .enumerate()
        .find(|(_, p)| p.path == axis.path)
        .ok_or_else(|| CliError::Name(format!("`{}` is no number", axis.path)))?;
    let problem = Problem {
        axis: axis.clone(),
        parameter,
        index,
        key: evaluator.keys()[0].clone(),
        question: question(args, evaluator.keys()[0].metric.unit, material.seed())?,
    };
    let outputs = open(args)?;
    let answer = answer(args, &evaluator, &problem)?;
    let digest = material.digests().remove(0);
    export(
        args, &digest, &evaluator, &problem, &answer, outputs, language,
    )?;
    if !args.quiet {
        let text = words(args, &problem, &answer, language);
        std::io::stdout().lock().write_all(text.as_bytes())?;
    }
    Ok(Status::Done)
}

fn question(args: &Solve, unit: &str, seed: u64) -> Result<Question, CliError> {
    let target = read_number(&args.target).ok_or_else(|| {
        CliError::Name(format!(
            "`{}` is no target: write a number in the unit of the metric with a point before decimals, such as `10000` or `0.5 %`",
            args.target
        ))
    })?;
    let is_share = unit.starts_with("share") || unit == "ratio";
    if target.is_percent && !is_share {
        return Err(CliError::Name(format!(
            "`{}` is a percentage, and the unit of the metric is {unit}",
            args.target
        )));
    }
    Ok(Question {
        statistic: statistic(args.of),
        target: target.value,
        replications: usize::try_from(args.replications).unwrap_or(usize::MAX),
        grid: args.grid,
        tolerance: args.tolerance,
        resamples: RESAMPLES,
        confidence: 0.95,
        seed,
    })
}

fn statistic(kind: StatisticKind) -> Statistic {
    match kind {
        StatisticKind::Mean => Statistic::Mean,
        StatisticKind::P05 => Statistic::Percentile(5),
        StatisticKind::Median => Statistic::Percentile(50),
        StatisticKind::P95 => Statistic::Percentile(95),
    }
}

/// Runs that are computed together: the settings of their coordinates are in memory at the same time.
const TOGETHER: usize = 4096;

fn answer(args: &Solve, evaluator: &Evaluator, problem: &Problem<'_>) -> Result<Answer, CliError> {
    let pool = pool(args.study.threads)?;
    solve(&problem.question, |runs| {
        let mut values = Vec::with_capacity(runs.len());
        for runs in runs.chunks(TOGETHER) {
            values.extend(pool.install(|| numbers(evaluator, problem, runs))?);
        }
        Ok(values)
    })
}

/// The metric in every run; thresholds are solved once for neighbours at one coordinate.
fn numbers(
    evaluator: &Evaluator,
    problem: &Problem<'_>,
    runs: &[Run],
) -> Result<Vec<f64>, CliError> {
    let together: Vec<&[Run]> = runs.chunk_by(|a, b| a.0 == b.0).collect();
    let of_coordinate = |runs: &&[Run]| -> Result<Vec<f64>, CliError> {
        let at = runs[0].0;
        let pins: Vec<_> = problem.axis.pin(problem.index, at).into_iter().collect();
        let levers = match problem.axis.role {
            Role::Lever => vec![(problem.index, value(&problem.axis, at))],
            Role::Uncertainty => Vec::new(),
        };
        let setting = evaluator.under(&levers)?;
        let one = |run: &Run| {
            let (draw, chance) = (run.1 as u64, run.1 as u64);
            Ok(setting.evaluate(Cell { draw, chance }, &pins)?[0])
        };
        runs.par_iter().map(one).collect()
    };
    let values: Vec<Vec<f64>> = together
        .par_iter()
        .map(of_coordinate)
        .collect::<Result<_, _>>()?;
    Ok(values.concat())
}

/// Numbers of which every use takes the whole number next to them.
const ROUNDED: &str = "mechanisms.accounts.hits";

impl Problem<'_> {
    /// The value of the factor at the coordinate of a solution: of a number that is rounded the whole number behind the step.
    fn solution(&self, u: f64) -> f64 {
        let x = value(&self.axis, u);
        if self.axis.path.starts_with(ROUNDED) {
            x.ceil()
        } else {
            x
        }
    }
}

fn value(axis: &Axis, u: f64) -> f64 {
    match axis.value(u) {
        Value::Number(x) => x,
        Value::Word(_) => f64::NAN,
    }
}

fn open(args: &Solve) -> Result<Outputs, CliError> {
    let mut names = vec!["solve.csv".to_owned(), RECORD.to_owned()];
    names.extend(args.look.drawing().files("solution"));
    let folder = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("out/solve"));
    Ok(Outputs::open(&folder, &names, args.force)?)
}

fn export(
    args: &Solve,
    digest: &str,
    evaluator: &Evaluator,
    problem: &Problem<'_>,
    answer: &Answer,
    mut outputs: Outputs,
    language: Language,
) -> Result<(), CliError> {
    let header = ["kind", "factor", "value", "low", "high"];
    let at = |u: Option<f64>| u.map_or(String::new(), |u| problem.solution(u).to_string());
    let sampled = answer.sampled.iter().map(|s| {
        let factor = value(&problem.axis, s.at).to_string();
        let empty = String::new();
        vec![
            "sampled".into(),
            factor,
            s.statistic.to_string(),
            empty.clone(),
            empty,
        ]
    });
    let solved = answer.crossings.iter().map(|c| {
        let target = problem.question.target.to_string();
        let (low, high) = (at(c.interval.0), at(c.interval.1));
        vec!["solution".into(), at(Some(c.at)), target, low, high]
    });
    outputs.write("solve.csv", &tables::csv(&header, sampled.chain(solved))?)?;
    let record = Record::new(args, digest, evaluator, problem, answer);
    let json =
        serde_json::to_string_pretty(&record).map_err(|e| CliError::Unknown(e.to_string()))?;
    outputs.write(RECORD, format!("{json}\n").as_bytes())?;
    let axes = SolutionAxes {
        factor: format!("{} [{}]", problem.axis.title, problem.axis.unit),
        is_logarithmic: matches!(problem.axis.scale, Scale::Log(..)),
        metric: format!("{} [{}]", problem.key.selector(), problem.key.metric.unit),
        statistic: name(args.of, language),
    };
    let drawing = args.look.drawing();
    if !drawing.is_empty() {
        let chart = solution(
            evaluator.model(),
            answer,
            &axes,
            problem.question.target,
            |u| value(&problem.axis, u),
            |x| print(problem, x, language),
            language,
        );
        drawing.draw(&Chart::Solution(chart), &mut outputs)?;
    }
    outputs.finish()?;
    Ok(())
}

impl From<QuestionError> for CliError {
    fn from(error: QuestionError) -> Self {
        Self::Name(error.to_string())
    }
}
