//! `vessels robust TABLE`, or scenarios that are swept first: how policies hold up over states of the world.

use super::source::{Source, refuse_old};
use crate::cli::args::{DesignKind, Robust};
use crate::cli::status::{CliError, Status};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use vessels::boundary::{Condition, Goal, Robust as Held, robust};
use vessels::chart::{Chart, Format};
use vessels::discovery::robust::Measure;
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::text::{number, percent, thousands};

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
    };
    let held = robust(
        &source.table()?,
        &goals,
        RESAMPLES,
        args.seed.unwrap_or(SEED),
    )?;
    let mut names = vec![SCORES.to_owned(), "front.csv".to_owned()];
    let has_front = goals.len() >= 2 && !args.no_charts;
    if has_front {
        names.extend(["charts/front.png".into(), "charts/front.csv".into()]);
    }
    let mut outputs = Outputs::open(&folder, &names, args.force)?;
    outputs.write(SCORES, &robust_csv(&goals, &held)?)?;
    outputs.write("front.csv", &front_csv(&goals, &held)?)?;
    if has_front {
        let chart = vessels::pictures::front(&goals, &held, language);
        let formats = [(Format::Png, "png")];
        super::run::draw(
            &Chart::Front(chart),
            &formats,
            args.size.into(),
            &mut outputs,
        )?;
    }
    outputs.finish()?;
    if !args.quiet {
        std::io::stdout()
            .lock()
            .write_all(words(&goals, &held).as_bytes())?;
    }
    Ok(Status::Done)
}

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

fn words(goals: &[Goal], held: &Held) -> String {
    let mut out = format!("{} policies in ", held.policies.len());
    out.push_str(&if held.states == 1 {
        "one state of the world: that says nothing about others; vary uncertainties, or give `--replications`.\n".into()
    } else {
        let states = thousands(held.states as f64);
        format!(
            "{states} states of the world, the same for all; 90 % intervals over resamples of the states.\n"
        )
    });
    if held.undefined > 0 {
        let _ = writeln!(
            out,
            "{} states are left out, because a number is undefined there.",
            held.undefined
        );
    }
    for (g, goal) in goals.iter().enumerate() {
        let _ = writeln!(out, "\n{}", goal.metric);
        let measures = held.scores[g].first().map_or(0, Vec::len);
        for m in 0..measures {
            let mut order: Vec<usize> = (0..held.policies.len()).collect();
            order.sort_by(|a, b| {
                let rank = |p: &usize| held.scores[g][*p][m].rank;
                rank(a).total_cmp(&rank(b))
            });
            let _ = writeln!(out, "  {}:", name(held.scores[g][0][m].measure));
            for &p in &order {
                let score = &held.scores[g][p][m];
                let format = match score.measure {
                    Measure::Satisficing(_) => percent,
                    _ => number,
                };
                let _ = write!(
                    out,
                    "    {}. {}: {}",
                    place(score.rank, held.scores[g].iter().map(|of| of[m].rank)),
                    held.policies[p],
                    format(score.value),
                );
                if held.states > 1 {
                    let _ = write!(
                        out,
                        " ({} to {}); best in {} of resamples",
                        format(score.resampled.low),
                        format(score.resampled.high),
                        percent(score.resampled.best)
                    );
                }
                out.push('\n');
            }
        }
    }
    if goals.len() >= 2 {
        out.push_str("\nBeaten by no other policy in all numbers at once, by means:\n");
        for (policy, standing) in held.policies.iter().zip(&held.standing) {
            let shares = &standing.shares;
            let answer = if standing.is_undominated { "yes" } else { "no" };
            let _ = write!(out, "  {policy}: {answer}");
            if held.states > 1 {
                let (states, resamples) = (shares.of_states, shares.of_resamples);
                let _ = write!(
                    out,
                    "; in {} of states and {} of resamples",
                    percent(states),
                    percent(resamples)
                );
            }
            out.push('\n');
        }
    }
    out.push_str(
        "\nNo weights are put on these numbers; which measure of risk counts is for the reader.\n",
    );
    out
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
    let end = |x: f64| {
        if held.states > 1 {
            x.to_string()
        } else {
            String::new()
        }
    };
    let mut rows = Vec::new();
    for (goal, policies) in goals.iter().zip(&held.scores) {
        for (policy, scores) in held.policies.iter().zip(policies) {
            for score in scores {
                rows.push(vec![
                    goal.metric.clone(),
                    policy.clone(),
                    name(score.measure).into(),
                    score.value.to_string(),
                    end(score.resampled.low),
                    end(score.resampled.high),
                    score.rank.to_string(),
                    score.resampled.best.to_string(),
                ]);
            }
        }
    }
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
