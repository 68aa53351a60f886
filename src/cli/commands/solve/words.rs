//! The answer in words.

use super::{Problem, value};
use crate::cli::args::{Solve, StatisticKind};
use vessels::language::Language;
use vessels::say;
use vessels::solve::{Answer, Crossing};

/// Replications below which an interval of the bootstrap is too narrow to be relied upon.
const FEW: u64 = 10;

/// Sentences about the solutions, about single states of the world, and what was computed.
pub(super) fn words(
    args: &Solve,
    problem: &Problem<'_>,
    answer: &Answer,
    language: Language,
) -> String {
    let subject = subject(args, problem, language);
    let mut lines = Vec::new();
    if answer.crossings.is_empty() {
        lines.push(none(problem, answer, &subject, language));
    }
    for crossing in &answer.crossings {
        let sentence = sentence(problem, crossing, answer.is_least, &subject, language);
        lines.push(sentence);
    }
    if answer.crossings.len() > 1 {
        lines.push(say!(
            language,
            "solve-several",
            crossings = answer.crossings.len().to_string(),
            points = args.grid.to_string()
        ));
    }
    if args.replications < FEW && !answer.crossings.is_empty() {
        let replications = language.thousands(args.replications as f64);
        lines.push(say!(language, "solve-few", replications = replications));
    }
    let undefined = answer.undefined.iter().filter(|_| has_values(answer));
    lines.extend(undefined.map(|part| hole(problem, *part, &subject, language)));
    lines.extend(states(problem, answer, language));
    lines.push(String::new());
    lines.push(say!(
        language,
        "solve-points",
        points = answer.sampled.len().to_string(),
        path = &problem.axis.path,
        replications = language.thousands(args.replications as f64),
        seed = problem.question.seed.to_string()
    ));
    lines.join("\n") + "\n"
}

/// A statistic by its name.
pub(super) fn name(kind: StatisticKind, language: Language) -> String {
    match kind {
        StatisticKind::Mean => say!(language, "answer-mean"),
        StatisticKind::P05 => say!(language, "answer-quantile-low"),
        StatisticKind::Median => say!(language, "answer-median"),
        StatisticKind::P95 => say!(language, "answer-quantile-high"),
    }
}

fn subject(args: &Solve, problem: &Problem<'_>, language: Language) -> String {
    let statistic = match args.of {
        StatisticKind::Mean => "mean",
        StatisticKind::P05 => "low",
        StatisticKind::Median => "median",
        StatisticKind::P95 => "high",
    };
    say!(
        language,
        "solve-subject",
        statistic = statistic,
        metric = problem.key.selector()
    )
}

/// A value of the factor for readers: four digits, with its unit; of a false-positive rate also the specificity.
pub(super) fn print(problem: &Problem<'_>, x: f64, language: Language) -> String {
    let digits = format!("{x:.3e}").parse().unwrap_or(x);
    let text = language.precise(digits, problem.parameter.dim.unit());
    if !problem.parameter.path.ends_with(".fpr") {
        return text;
    }
    let specificity = language.complement(digits);
    say!(
        language,
        "solve-specificity",
        rate = text,
        specificity = specificity
    )
}

/// Whether the statistic is defined anywhere.
fn has_values(answer: &Answer) -> bool {
    answer.sampled.iter().any(|s| !s.statistic.is_nan())
}

/// A part of the range in which the number is undefined.
fn hole(
    problem: &Problem<'_>,
    (low, high): (f64, f64),
    subject: &str,
    language: Language,
) -> String {
    let at = |u: f64| print(problem, value(&problem.axis, u), language);
    say!(
        language,
        "solve-undefined",
        path = &problem.axis.path,
        subject = subject,
        wide = usize::from(low < high),
        low = at(low),
        high = at(high)
    )
}

fn none(problem: &Problem<'_>, answer: &Answer, subject: &str, language: Language) -> String {
    let at = |u: f64| print(problem, value(&problem.axis, u), language);
    let target = problem.question.target;
    let values = || {
        let statistics = answer.sampled.iter().map(|s| s.statistic);
        statistics.filter(|v| !v.is_nan())
    };
    let written = |x: f64| measured(problem, x, language);
    let side = match values().next() {
        None => "undefined",
        Some(first) if first >= target => "above",
        Some(_) => "below",
    };
    let (least, most) = (
        values().reduce(f64::min).unwrap_or(f64::NAN),
        values().reduce(f64::max).unwrap_or(f64::NAN),
    );
    say!(
        language,
        "solve-none",
        path = &problem.axis.path,
        low = at(0.0),
        high = at(1.0),
        subject = subject,
        target = written(target),
        side = side,
        equal = usize::from(least == most && answer.undefined.is_empty()),
        least = written(least),
        most = written(most)
    )
}

/// A value of the metric with its unit; shares as percentages.
fn measured(problem: &Problem<'_>, x: f64, language: Language) -> String {
    language.quantity(x, problem.key.metric.unit)
}

fn sentence(
    problem: &Problem<'_>,
    c: &Crossing,
    is_least: bool,
    subject: &str,
    language: Language,
) -> String {
    let at = |u: f64| print(problem, problem.solution(u), language);
    let (low, high) = c.interval;
    let way = match (c.rises, is_least) {
        (true, false) => "rises",
        (false, false) => "falls",
        (true, true) => "leaves",
        (false, true) => "returns",
    };
    say!(
        language,
        "solve-crossing",
        path = &problem.axis.path,
        value = at(c.at),
        subject = subject,
        way = way,
        target = measured(problem, problem.question.target, language),
        low = low.map_or_else(|| say!(language, "solve-below-range"), at),
        high = high.map_or_else(|| say!(language, "solve-above-range"), at)
    )
}

/// How the answer differs between states of the world.
fn states(problem: &Problem<'_>, answer: &Answer, language: Language) -> Option<String> {
    let states = &answer.states;
    let total = states.crossing.len() + states.below + states.above;
    if total == 0 {
        return None;
    }
    let share = |n: usize| language.share(n as f64 / total as f64);
    let at = |u: f64| print(problem, problem.solution(u), language);
    let place = states.summary().map_or(String::new(), |summary| {
        say!(
            language,
            "solve-states-place",
            middle = at(summary.p50),
            low = at(summary.p05),
            high = at(summary.p95)
        )
    });
    Some(say!(
        language,
        "solve-states",
        within = share(states.crossing.len()),
        place = place,
        below = share(states.below),
        above = share(states.above)
    ))
}
