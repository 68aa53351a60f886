//! `vessels solve FILE`: which value of one factor makes a metric meet a target.

use crate::cli::args::{ChartFormat, Solve, StatisticKind};
use crate::cli::status::{CliError, Status};
use crate::cli::study::{Material, pool};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use vessels::chart::{Chart, Format};
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::model::factor::Role;
use vessels::model::parameter::Parameter;
use vessels::pictures::{SolutionAxes, solution};
use vessels::results::Key;
use vessels::results::evaluate::{Cell, Evaluator};
use vessels::scenario::print_quantity;
use vessels::solve::{Answer, Crossing, Question, QuestionError, Statistic, solve};
use vessels::study::axis::{Axis, Scale, Value};
use vessels::text::{number, percent, thousands};

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
        question: question(args, material.seed())?,
    };
    let outputs = open(args)?;
    let answer = answer(args, &evaluator, &problem)?;
    export(args, &evaluator, &problem, &answer, outputs, language)?;
    if !args.quiet {
        let text = words(args, &problem, &answer);
        std::io::stdout().lock().write_all(text.as_bytes())?;
    }
    Ok(Status::Done)
}

fn question(args: &Solve, seed: u64) -> Result<Question, CliError> {
    let text = args.target.replace(',', "");
    let (text, factor) = match text.trim().strip_suffix('%') {
        Some(share) => (share.trim().to_owned(), 0.01),
        None => (text.trim().to_owned(), 1.0),
    };
    let target: f64 = text.parse().map_err(|_| {
        CliError::Name(format!(
            "`{}` is no target: write a number in the unit of the metric, such as `10000` or `1 %`",
            args.target
        ))
    })?;
    Ok(Question {
        statistic: statistic(args.of),
        target: target * factor,
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

fn answer(args: &Solve, evaluator: &Evaluator, problem: &Problem<'_>) -> Result<Answer, CliError> {
    let pool = pool(args.study.threads)?;
    solve(&problem.question, |u| {
        let pins: Vec<_> = problem.axis.pin(problem.index, u).into_iter().collect();
        let levers = match problem.axis.role {
            Role::Lever => vec![(problem.index, value(&problem.axis, u))],
            Role::Uncertainty => Vec::new(),
        };
        let setting = evaluator.under(&levers)?;
        let one = |r: u64| {
            let (draw, chance) = (r, r);
            let numbers = setting.evaluate(Cell { draw, chance }, &pins)?;
            Ok(numbers[0])
        };
        pool.install(|| (0..args.replications).into_par_iter().map(one).collect())
    })
}

fn value(axis: &Axis, u: f64) -> f64 {
    match axis.value(u) {
        Value::Number(x) => x,
        Value::Word(_) => f64::NAN,
    }
}

fn formats(args: &Solve) -> Vec<(Format, &'static str)> {
    if args.no_charts {
        return Vec::new();
    }
    let format = |f: &ChartFormat| match f {
        ChartFormat::Png => (Format::Png, "png"),
        ChartFormat::Svg => (Format::Svg, "svg"),
    };
    args.format.iter().map(format).collect()
}

fn open(args: &Solve) -> Result<Outputs, CliError> {
    let mut names = vec!["solve.csv".to_owned()];
    if !args.no_charts {
        names.push("charts/solution.csv".into());
    }
    let charts = formats(args);
    names.extend(
        charts
            .iter()
            .map(|(_, end)| format!("charts/solution.{end}")),
    );
    let folder = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("out/solve"));
    Ok(Outputs::open(&folder, &names, args.force)?)
}

fn export(
    args: &Solve,
    evaluator: &Evaluator,
    problem: &Problem<'_>,
    answer: &Answer,
    mut outputs: Outputs,
    language: Language,
) -> Result<(), CliError> {
    let header = ["kind", "factor", "value", "low", "high"];
    let at = |u: Option<f64>| u.map_or(String::new(), |u| value(&problem.axis, u).to_string());
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
    let axes = SolutionAxes {
        factor: format!("{} [{}]", problem.axis.title, problem.axis.unit),
        is_logarithmic: matches!(problem.axis.scale, Scale::Log(..)),
        metric: format!("{} [{}]", problem.key.selector(), problem.key.metric.unit),
        statistic: name(args.of).to_owned(),
    };
    let formats = formats(args);
    if !formats.is_empty() {
        let chart = solution(
            evaluator.model(),
            answer,
            &axes,
            problem.question.target,
            |u| value(&problem.axis, u),
            |x| print(problem, x),
            language,
        );
        super::run::draw(
            &Chart::Solution(chart),
            &formats,
            args.size.into(),
            &mut outputs,
        )?;
    }
    outputs.finish()?;
    Ok(())
}

fn name(kind: StatisticKind) -> &'static str {
    match kind {
        StatisticKind::Mean => "mean",
        StatisticKind::P05 => "5 % quantile",
        StatisticKind::Median => "median",
        StatisticKind::P95 => "95 % quantile",
    }
}

/// A value of the factor for readers: four digits, with its unit; of a false-positive rate also the specificity.
fn print(problem: &Problem<'_>, x: f64) -> String {
    let digits = format!("{x:.3e}").parse().unwrap_or(x);
    let text = print_quantity(digits, problem.parameter.dim);
    if problem.parameter.path.ends_with(".fpr") {
        return format!("{text} (specificity {})", specificity(digits));
    }
    text
}

/// 1 − `fpr` as a percentage, with every digit that `fpr` has.
fn specificity(fpr: f64) -> String {
    let share = format!("{:.12}", 100.0 * (1.0 - fpr));
    format!("{} %", share.trim_end_matches('0').trim_end_matches('.'))
}

fn words(args: &Solve, problem: &Problem<'_>, answer: &Answer) -> String {
    let mut out = String::new();
    let target = measured(problem, problem.question.target);
    let subject = format!("the {} of {}", name(args.of), problem.key.selector());
    let path = &problem.axis.path;
    let range = format!(
        "{} to {}",
        print(problem, value(&problem.axis, 0.0)),
        print(problem, value(&problem.axis, 1.0))
    );
    if answer.crossings.is_empty() {
        let side = match answer.sampled.first() {
            Some(first) if first.statistic.is_nan() => "undefined",
            Some(first) if first.statistic >= problem.question.target => "at or above",
            _ => "below",
        };
        let (least, most) = (
            ends(problem, answer, f64::min),
            ends(problem, answer, f64::max),
        );
        let between = if least == most {
            format!("{least} at every point; {path} does not change it here")
        } else {
            format!("from {least} to {most}")
        };
        let _ = writeln!(
            out,
            "No value of {path} from {range} makes {subject} cross {target}: it is {side} it throughout, {between}."
        );
    }
    for crossing in &answer.crossings {
        let _ = writeln!(out, "{}", sentence(problem, crossing, &subject, &target));
    }
    if answer.crossings.len() > 1 {
        let _ = writeln!(
            out,
            "It crosses the target {} times, so there is no single answer; more may lie between the {} points of the grid.",
            answer.crossings.len(),
            args.grid
        );
    }
    states(&mut out, problem, answer);
    let replications = args.replications as f64;
    let _ = writeln!(
        out,
        "\n{} points of {path}, {} replications each, the same draws and chance at every point; seed {}.",
        answer.sampled.len(),
        thousands(replications),
        problem.question.seed
    );
    out
}

/// A value of the metric with its unit; shares as percentages.
fn measured(problem: &Problem<'_>, x: f64) -> String {
    match problem.key.metric.unit {
        unit if unit.starts_with("share") => percent(x),
        "ratio" => number(x),
        unit => format!("{} {unit}", number(x)),
    }
}

fn ends(problem: &Problem<'_>, answer: &Answer, pick: fn(f64, f64) -> f64) -> String {
    let values = answer.sampled.iter().map(|s| s.statistic);
    let end = values.filter(|v| !v.is_nan()).reduce(pick);
    end.map_or("nothing".into(), |x| measured(problem, x))
}

fn sentence(problem: &Problem<'_>, c: &Crossing, subject: &str, target: &str) -> String {
    let at = |u: Option<f64>, outside: &str| {
        u.map_or(outside.to_owned(), |u| {
            print(problem, value(&problem.axis, u))
        })
    };
    format!(
        "{} = {}: there {subject} {} {target}. 95 % interval from the number of replications: {} to {}.",
        problem.axis.path,
        at(Some(c.at), ""),
        if c.rises { "rises to" } else { "falls below" },
        at(c.interval.0, "below the range"),
        at(c.interval.1, "above the range")
    )
}

/// How the answer differs between states of the world.
fn states(out: &mut String, problem: &Problem<'_>, answer: &Answer) {
    let states = &answer.states;
    let total = states.crossing.len() + states.below + states.above;
    if total == 0 {
        return;
    }
    let share = |n: usize| percent(n as f64 / total as f64);
    let mut text = format!(
        "By itself, each state of the world has its own answer: in {} it crosses the target within the range",
        share(states.crossing.len())
    );
    if let Some(summary) = states.summary() {
        let at = |u: f64| print(problem, value(&problem.axis, u));
        let _ = write!(
            text,
            ", at {} (90 %: {} to {})",
            at(summary.p50),
            at(summary.p05),
            at(summary.p95)
        );
    }
    let _ = writeln!(
        out,
        "{text}; in {} it is below throughout, in {} at or above.",
        share(states.below),
        share(states.above)
    );
}

impl From<QuestionError> for CliError {
    fn from(error: QuestionError) -> Self {
        Self::Name(error.to_string())
    }
}
