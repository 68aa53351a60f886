//! Arguments of `vessels discover` and `vessels robust`.

use super::{DesignKind, Look, SamplingKind, Study, Sweep, TableFormat};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use vessels::text::read_number;

/// How scenarios are swept that stand in the place of a table.
#[derive(Debug, clap::Args)]
pub(crate) struct Sampled {
    /// Of scenarios: a lever, such as `--lever "desks.police.staff.people=100 .. 3000 log in 5"`; may be repeated
    #[arg(long, value_name = "PATH=OVER")]
    lever: Vec<String>,
    /// Of scenarios: an uncertainty, such as `--uncertainty material.new.prevalence` for its own distribution; may be repeated
    #[arg(long, value_name = "PATH[=OVER]")]
    uncertainty: Vec<String>,
    /// Of scenarios: how factors are combined [default: latin for discover, crossed for robust]
    #[arg(long, value_enum)]
    design: Option<DesignKind>,
    /// Of scenarios: points of the design [default: 1024; of a crossed design 100 for each combination of levers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    points: Option<u64>,
    /// Of scenarios: how a crossed design draws the points of its uncertainties [default: latin]
    #[arg(long, value_enum)]
    sampling: Option<SamplingKind>,
    /// Of scenarios: replications at every point [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    replications: Option<u64>,
    /// Of scenarios: make chance inside a replication a factor of its own
    #[arg(long)]
    chance: bool,
    /// Of scenarios: a number to keep beside those of the conditions; may be repeated [default: headline numbers]
    #[arg(long, value_name = "METRIC[@DESK][:CLASS][%SERVICE]")]
    metric: Vec<String>,
    /// Of scenarios: override a value in all of them; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Of scenarios: number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// Points of the uncertainties of a crossed design when nobody says how many.
const STATES: u64 = 100;
/// Points of any other design, as in a sweep.
const POINTS: u64 = 1024;
/// Least resolution of a fractional design, as in a sweep.
const RESOLUTION: u32 = 4;

impl Sampled {
    /// The first option that was given, by name.
    pub(crate) fn given(&self) -> Option<&'static str> {
        let options = [
            ("--lever", !self.lever.is_empty()),
            ("--uncertainty", !self.uncertainty.is_empty()),
            ("--design", self.design.is_some()),
            ("--points", self.points.is_some()),
            ("--sampling", self.sampling.is_some()),
            ("--replications", self.replications.is_some()),
            ("--chance", self.chance),
            ("--metric", !self.metric.is_empty()),
            ("--set", !self.set.is_empty()),
            ("--threads", self.threads.is_some()),
        ];
        let given = options.into_iter().find(|(_, is_given)| *is_given);
        given.map(|(name, _)| name)
    }

    /// The sweep of `files` into `folder`.
    pub(crate) fn sweep(
        &self,
        files: &[PathBuf],
        usual: DesignKind,
        seed: Option<u64>,
        folder: &Path,
        quiet: bool,
    ) -> Sweep {
        let design = self.design.unwrap_or(usual);
        let points = if design == DesignKind::Crossed {
            STATES
        } else {
            POINTS
        };
        Sweep {
            study: Study {
                files: files.to_vec(),
                lever: self.lever.clone(),
                uncertainty: self.uncertainty.clone(),
                metric: self.metric.clone(),
                set: self.set.clone(),
                seed,
                threads: self.threads,
            },
            design: Some(design),
            points: self.points.unwrap_or(points),
            sampling: self.sampling.unwrap_or(SamplingKind::Latin),
            resolution: RESOLUTION,
            listed: None,
            replications: self.replications.unwrap_or(1),
            chance: self.chance,
            shard: None,
            out: Some(folder.to_owned()),
            format: vec![TableFormat::Parquet, TableFormat::Csv],
            force: false,
            quiet,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Chosen {
    /// The greatest harmonic mean of coverage and density
    Balanced,
    /// The greatest coverage with at least this density
    Density,
    /// The greatest density with at least this coverage
    Coverage,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Discover {
    /// The table of a sweep, Parquet or CSV; or scenario files, or names of bundled scenarios, which are swept first
    #[arg(required = true, value_name = "TABLE|SCENARIO")]
    pub(crate) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) sampled: Sampled,
    /// What is asked of a number, such as `backlog@police > 10000` or `found-share:new < 1 %`; several must all hold
    #[arg(long, required = true, value_name = "CONDITION")]
    pub(crate) when: Vec<String>,
    /// Which box on the way is kept
    #[arg(long, value_enum, default_value = "balanced")]
    pub(crate) choose: Chosen,
    /// The density or coverage that is asked for
    #[arg(long, value_name = "SHARE", default_value = "80 %", value_parser = share)]
    pub(crate) at_least: f64,
    /// Most boxes
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) boxes: u16,
    /// Share of a box that one cut takes off
    #[arg(long, value_name = "SHARE", default_value = "5 %", value_parser = share)]
    pub(crate) alpha: f64,
    /// Least share of all points in a box
    #[arg(long, value_name = "SHARE", default_value = "5 %", value_parser = share)]
    pub(crate) mass: f64,
    /// Seed of resamples and folds [default: 1], and of all random numbers of scenarios [default: that of the first]
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Folder for tables and charts, and for the table of scenarios that are swept [default: out/discover]
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

#[derive(Debug, clap::Args)]
pub(crate) struct Robust {
    /// The table of a sweep that crosses levers with uncertainties or replications; or scenario files, or names of bundled
    /// scenarios, which are swept first
    #[arg(required = true, value_name = "TABLE|SCENARIO")]
    pub(crate) sources: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) sampled: Sampled,
    /// What is good enough, such as `backlog@police < 1000`; the side says which way is better; may be repeated
    #[arg(long, required = true, value_name = "CONDITION")]
    pub(crate) goal: Vec<String>,
    /// Seed of resamples [default: 1], and of all random numbers of scenarios [default: that of the first]
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Folder for tables and the chart, and for the table of scenarios that are swept [default: out/robust]
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

/// `5 %` or `0.05`.
fn share(text: &str) -> Result<f64, String> {
    let share = read_number(text).map(|written| written.value);
    share.ok_or_else(|| "write a share, such as `5 %` or `0.05`".into())
}
