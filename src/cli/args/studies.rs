//! Arguments of commands that run studies, or read them.

use super::Look;
use clap::ValueEnum;
use std::path::PathBuf;

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
    /// [default of `sweep`, when neither the command line nor the scenario has factors: all uncertain numbers]
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
    /// Every combination of levels of the levers, each over the same points of the uncertainties, for `vessels robust`
    Crossed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SamplingKind {
    /// Independent points
    Random,
    /// Latin hypercube
    Latin,
    /// Scrambled Sobol' points
    Sobol,
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
    /// Points of a random, latin or sobol design; of a crossed design those of the uncertainties; base points of saltelli;
    /// trajectories of morris
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) points: u64,
    /// How a crossed design draws the points of its uncertainties
    #[arg(long, value_enum, default_value = "latin")]
    pub(crate) sampling: SamplingKind,
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
    #[command(flatten)]
    pub(crate) look: Look,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no answer
    #[arg(short, long)]
    pub(crate) quiet: bool,
}
