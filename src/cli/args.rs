//! Arguments and their help texts.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What a margin for false positives does to detection, reports, desks and people: a simulator of client-side scanning.
#[derive(Debug, Parser)]
#[command(name = "vessels", version, about, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Simulate scenarios; print the answer, write tables and charts
    Run(Run),
    /// What each margin leaves of detection, under both readings (no simulation)
    Tradeoff(Tradeoff),
    /// Run a scenario, or several, over a design of levers and uncertainties; one row per replication
    Sweep(Sweep),
    /// Join the shards of a sweep into the files that one undivided run writes
    Merge(Merge),
    /// Solve backwards: which value of one factor makes a metric meet a target
    Solve(Solve),
    /// The closed-form twin of a scenario: everything that has a formula (no simulation)
    Theory(Theory),
    /// Print everything that is wrong with scenario or world files
    Check(Check),
    /// Print a JSON Schema of the scenario format, for editors
    Schema,
    /// List the bundled scenarios, by document
    List,
    /// Run scenarios and print what each says, as one Markdown table with intervals
    Findings(Findings),
    /// Write a commented scenario and world to start from
    New(New),
    /// Explain a diagnostic code, a key of the scenario format, or a metric
    Explain(Explain),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the manual page
    Man,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Run {
    /// Scenario files, or names of bundled scenarios
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Folder for tables and charts [default: out/NAME]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Number of replications, in place of the scenario's
    #[arg(long, value_name = "N")]
    pub(crate) replications: Option<u64>,
    /// Seed of all random numbers, in place of the scenario's
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Override a value, such as `--set desks.police.staff.people=300`; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
    /// Formats of the charts
    #[arg(long, value_enum, value_delimiter = ',', default_value = "png")]
    pub(crate) format: Vec<ChartFormat>,
    /// Draw no charts
    #[arg(long)]
    pub(crate) no_charts: bool,
    /// Also run without each mechanism in turn, and show what it does
    #[arg(long)]
    pub(crate) each_mechanism: bool,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no answer, no warnings and no progress
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Print every metric
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChartFormat {
    /// Pixels
    Png,
    /// Vectors
    Svg,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Tradeoff {
    /// Scenario file, or the name of a bundled scenario
    pub(crate) file: PathBuf,
    /// Override a value; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
    /// Also write the chart and its numbers into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Findings {
    /// Scenario files, or names of bundled scenarios [default: all that are bundled]
    pub(crate) files: Vec<PathBuf>,
    /// Run each scenario with every one of these values, separated by `;`; several options make a grid
    #[arg(long, value_name = "PATH=VALUE;VALUE")]
    pub(crate) vary: Vec<String>,
    /// Number of replications, in place of the scenarios'
    #[arg(long, value_name = "N")]
    pub(crate) replications: Option<u64>,
    /// Number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// What varies, how often it is run, and what is kept.
#[derive(Debug, clap::Args)]
pub(crate) struct Study {
    /// Scenario files, or names of bundled scenarios: policies on one world
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// A lever, such as `--lever "desks.police.staff.people=100 .. 3000 log in 5"`; may be repeated
    #[arg(long, value_name = "PATH=OVER")]
    pub(crate) lever: Vec<String>,
    /// An uncertainty, such as `--uncertainty material.new.prevalence` for its own distribution; may be repeated
    #[arg(long, value_name = "PATH[=OVER]")]
    pub(crate) uncertainty: Vec<String>,
    /// A number to keep, such as `backlog@police`, `found-share:new` or `flags%whatsapp`; may be repeated
    /// [default: headline numbers]
    #[arg(long, value_name = "METRIC[@DESK][:CLASS][%SERVICE]")]
    pub(crate) metric: Vec<String>,
    /// Override a value in all scenarios; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
    /// Seed of all random numbers [default: that of the first scenario]
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignKind {
    /// Every combination of levels
    Full,
    /// Part of the combinations of the two outer levels
    Fractional,
    /// The middle, and one factor at a time
    OneAtATime,
    /// Independent points
    Random,
    /// Latin hypercube
    Latin,
    /// Scrambled Sobol' points
    Sobol,
    /// Two samples with exchanged columns, for `vessels sensitivity`
    Saltelli,
    /// Trajectories, for `vessels sensitivity`
    Morris,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// Apache Parquet
    Parquet,
    /// Comma-separated values
    Csv,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sweep {
    #[command(flatten)]
    pub(crate) study: Study,
    /// How factors are combined [default: full when all have levels or steps, otherwise sobol]
    #[arg(long, value_enum)]
    pub(crate) design: Option<DesignKind>,
    /// Points of a random, latin or sobol design; base points of saltelli; trajectories of morris
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) points: u64,
    /// Least resolution of a fractional design
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(3..))]
    pub(crate) resolution: u32,
    /// A CSV or Parquet file of points: the header names factors, all of them levers unless `--uncertainty PATH` says otherwise
    #[arg(long, value_name = "FILE", conflicts_with_all = ["design", "lever"])]
    pub(crate) listed: Option<PathBuf>,
    /// Replications at every point
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) replications: u64,
    /// Make chance inside a replication a factor of its own
    #[arg(long)]
    pub(crate) chance: bool,
    /// Make one part only, such as `3/8`; `vessels merge` joins the parts
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<String>,
    /// Folder for the table [default: out/sweep]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Formats of the whole table
    #[arg(long, value_enum, value_delimiter = ',', default_value = "parquet,csv")]
    pub(crate) format: Vec<TableFormat>,
    /// Replace a table of another study, and begin anew
    #[arg(long)]
    pub(crate) force: bool,
    /// Print neither progress nor what was done
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Merge {
    /// Shards, or the folder that holds them
    #[arg(required = true)]
    pub(crate) shards: Vec<PathBuf>,
    /// Folder for the table [default: that of the first shard]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Formats of the whole table
    #[arg(long, value_enum, value_delimiter = ',', default_value = "parquet,csv")]
    pub(crate) format: Vec<TableFormat>,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatisticKind {
    /// Mean over replications
    Mean,
    /// 5 % quantile
    P05,
    /// Median
    Median,
    /// 95 % quantile
    P95,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Solve {
    #[command(flatten)]
    pub(crate) study: Study,
    /// What the metric must meet, in its unit: `10000`, `1 %`
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub(crate) target: String,
    /// Which number of the metric must meet it
    #[arg(long, value_enum, default_value = "median")]
    pub(crate) of: StatisticKind,
    /// Replications at every point
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(2..))]
    pub(crate) replications: u64,
    /// Points of the first grid
    #[arg(long, value_name = "N", default_value_t = 9)]
    pub(crate) grid: usize,
    /// Width of the range, as a part of 1, below which a solution is not narrowed further
    #[arg(long, value_name = "SHARE", default_value_t = 1e-3)]
    pub(crate) tolerance: f64,
    /// Folder for the table and the chart [default: out/solve]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Formats of the chart
    #[arg(long, value_enum, value_delimiter = ',', default_value = "png")]
    pub(crate) format: Vec<ChartFormat>,
    /// Draw no chart
    #[arg(long)]
    pub(crate) no_charts: bool,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no answer
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Theory {
    /// Scenario file, or the name of a bundled scenario
    pub(crate) file: PathBuf,
    /// Override a value; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Scenario or world files, or names of bundled scenarios
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Override a value; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct New {
    /// Name of the scenario: writes NAME.toml and worlds/NAME.toml into the current folder
    pub(crate) name: String,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// Such as `S012`, `policy.orders.rule.fdr`, `evasion` or `backlog`
    pub(crate) topic: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}
