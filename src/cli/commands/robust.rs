//! `vessels robust TABLE`, or scenarios that are swept first: how policies hold up over states of the world.

use super::source::{Source, described, refuse_old};
use super::sweep;
use crate::cli::args::{DesignKind, Robust};
use crate::cli::status::{CliError, Status};
use std::io::Write as _;
use std::path::PathBuf;
use vessels::boundary::{Condition, Goal, Robust as Held, Score, Standing, robust};
use vessels::chart::Chart;
use vessels::discovery::robust::Measure;
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::say;
use vessels::study::description::Description;

/// Resamples of the states.
const RESAMPLES: usize = 1000;
/// Seed of resamples when nobody gives one.
const SEED: u64 = 1;
/// The first file that is written.
const SCORES: &str = "robust.csv";

pub(crate) fn run(args: &Robust, language: Language) -> Result<Status, CliError> {
    let goals: Vec<Goal> = args
        .goal
        .iter()
        .map(|text| Condition::parse(text).map(|c| Goal::of(&c)))
        .collect::<Result<_, _>>()?;
    let folder = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("out/robust"));
    refuse_old(&folder.join(SCORES), args.force)?;
    let wanted: Vec<String> = goals.iter().map(|g| g.metric.clone()).collect();
    let source = Source {
        sources: &args.sources,
        sampled: &args.sampled,
        usual: DesignKind::Crossed,
        seed: args.seed,
        wanted: &wanted,
        folder: &folder,
        force: args.force,
        quiet: args.quiet,
        language,
    };
    let table = source.table()?;
    let study = described(&table);
    let held = robust(&table, &goals, RESAMPLES, args.seed.unwrap_or(SEED))?;
    let mut names = vec![SCORES.to_owned(), "front.csv".to_owned()];
    let has_front = goals.len() >= 2;
    if has_front {
        names.extend(args.look.drawing().files("front"));
    }
    let mut outputs = Outputs::open(&folder, &names, args.force)?;
    outputs.write(SCORES, &robust_csv(&goals, &held)?)?;
    outputs.write("front.csv", &front_csv(&goals, &held)?)?;
    if has_front {
        let chart = vessels::pictures::front(&goals, &held, study.as_ref(), language);
        args.look
            .drawing()
            .draw(&Chart::Front(chart), &mut outputs)?;
    }
    outputs.finish()?;
    if !args.quiet {
        let text = words(&goals, &held, study.as_ref(), language);
        std::io::stdout().lock().write_all(text.as_bytes())?;
    }
    Ok(Status::Done)
}

/// A measure in the table.
fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Laplace => "mean",
        Measure::MeanRegret => "mean regret",
        Measure::RegretQuantile(_) => "90 % quantile of regret",
        Measure::MaxRegret => "greatest regret",
        Measure::Maximin => "worst value",
        Measure::Satisficing(_) => "share of states good enough",
        _ => "other",
    }
}

/// A measure in words.
fn said(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Laplace => say!(language, "robust-mean"),
        Measure::MeanRegret => say!(language, "robust-mean-regret"),
        Measure::RegretQuantile(_) => say!(language, "robust-regret-quantile"),
        Measure::MaxRegret => say!(language, "robust-greatest-regret"),
        Measure::Maximin => say!(language, "robust-worst"),
        Measure::Satisficing(_) => say!(language, "robust-good-enough"),
        other => name(other).to_owned(),
    }
}

/// A rank for readers: policies that are equal share their places, 2 and 3 as `2–3`.
fn place(rank: f64, all: impl Iterator<Item = f64>) -> String {
    let equal = all.filter(|other| *other == rank).count() as f64;
    let first = rank - (equal - 1.0) / 2.0;
    if equal > 1.0 {
        format!("{first}–{}", first + equal - 1.0)
    } else {
        first.to_string()
    }
}

fn words(goals: &[Goal], held: &Held, study: Option<&Description>, language: Language) -> String {
    let mut lines = vec![say!(
        language,
        "robust-head",
        policies = held.policies.len().to_string(),
        count = held.states,
        states = language.thousands(held.states as f64)
    )];
    if held.undefined > 0 {
        let undefined = language.thousands(held.undefined as f64);
        lines.push(say!(language, "robust-undefined", states = undefined));
    }
    lines.extend(study.and_then(|study| sweep::held(study, language)));
    for ((goal, unit), policies) in goals.iter().zip(&held.units).zip(&held.scores) {
        lines.push(format!("\n{}", goal.metric));
        let measures = policies.first().map_or(0, Vec::len);
        lines.extend((0..measures).flat_map(|m| measured(held, policies, (m, unit), language)));
    }
    if let Some(scores) = &held.all_goals {
        lines.push(format!("\n{}", say!(language, "robust-all-goals")));
        let policies: Vec<Vec<Score>> = scores.iter().map(|s| vec![*s]).collect();
        lines.extend(measured(held, &policies, (0, ""), language));
    }
    if goals.len() >= 2 {
        lines.push(format!("\n{}", say!(language, "robust-front")));
        let standings = held.policies.iter().zip(&held.standing);
        lines.extend(standings.map(|(policy, s)| standing(policy, s, held.states, language)));
    }
    lines.push(format!("\n{}\n", say!(language, "robust-weights")));
    lines.join("\n")
}

/// Whether resamples say anything about a measure: no resample goes beyond the greatest value that was seen, so an interval of
/// an extreme would hold nothing on that side.
fn has_interval(measure: Measure) -> bool {
    !matches!(measure, Measure::MaxRegret | Measure::Maximin)
}

/// Policies by their rank under measure number `m` of a metric in `unit`.
fn measured(
    held: &Held,
    policies: &[Vec<Score>],
    (m, unit): (usize, &str),
    language: Language,
) -> Vec<String> {
    let mut order: Vec<usize> = (0..policies.len()).collect();
    order.sort_by(|a, b| policies[*a][m].rank.total_cmp(&policies[*b][m].rank));
    let mut lines = vec![format!("  {}:", said(policies[0][m].measure, language))];
    lines.extend(order.into_iter().map(|p| {
        let score = &policies[p][m];
        let written = |x: f64| match score.measure {
            Measure::Satisficing(_) => language.share(x),
            _ => value(x, unit, language),
        };
        let score = say!(
            language,
            "robust-score",
            rank = place(score.rank, policies.iter().map(|of| of[m].rank)),
            states = held.states,
            interval = usize::from(has_interval(score.measure)),
            policy = &held.policies[p],
            value = written(score.value),
            low = written(score.resampled.low),
            high = written(score.resampled.high),
            share = language.share(score.resampled.best)
        );
        format!("    {score}")
    }));
    lines
}

/// A value in a unit that the line above does not name; shares as percentages.
fn value(x: f64, unit: &str, language: Language) -> String {
    if unit.starts_with("share") {
        language.percent(x)
    } else {
        language.number(x)
    }
}

fn standing(policy: &str, standing: &Standing, count: usize, language: Language) -> String {
    let line = say!(
        language,
        "robust-standing",
        policy = policy,
        undominated = usize::from(standing.is_undominated),
        count = count,
        states = language.share(standing.shares.of_states),
        resamples = language.share(standing.shares.of_resamples)
    );
    format!("  {line}")
}

fn robust_csv(goals: &[Goal], held: &Held) -> Result<Vec<u8>, CliError> {
    let header = [
        "metric",
        "policy",
        "measure",
        "value",
        "low",
        "high",
        "rank",
        "share_best",
    ];
    // One state has no interval.
    let end = |x: f64, score: &Score| {
        if held.states > 1 && has_interval(score.measure) {
            x.to_string()
        } else {
            String::new()
        }
    };
    let row = |metric: &str, policy: &str, score: &Score| {
        vec![
            metric.to_owned(),
            policy.to_owned(),
            name(score.measure).into(),
            score.value.to_string(),
            end(score.resampled.low, score),
            end(score.resampled.high, score),
            score.rank.to_string(),
            score.resampled.best.to_string(),
        ]
    };
    let mut rows = Vec::new();
    for (goal, policies) in goals.iter().zip(&held.scores) {
        for (policy, scores) in held.policies.iter().zip(policies) {
            rows.extend(scores.iter().map(|s| row(&goal.metric, policy, s)));
        }
    }
    let together = held.all_goals.iter().flatten();
    let together = held.policies.iter().zip(together);
    rows.extend(together.map(|(policy, s)| row("all goals", policy, s)));
    Ok(tables::csv(&header, rows.into_iter())?)
}

fn front_csv(goals: &[Goal], held: &Held) -> Result<Vec<u8>, CliError> {
    let mut header: Vec<String> = vec!["policy".into()];
    header.extend(goals.iter().map(|g| format!("mean {}", g.metric)));
    header.extend(["undominated", "share_of_states", "share_of_resamples"].map(String::from));
    let rows = held.policies.iter().enumerate().map(|(p, policy)| {
        let standing = &held.standing[p];
        let mut row = vec![policy.clone()];
        row.extend(held.means.iter().map(|m| m[p].to_string()));
        row.extend([
            standing.is_undominated.to_string(),
            standing.shares.of_states.to_string(),
            standing.shares.of_resamples.to_string(),
        ]);
        row
    });
    Ok(tables::csv(&header, rows)?)
}
