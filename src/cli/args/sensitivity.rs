//! Arguments of `vessels sensitivity`.

use super::{Look, Study};
use clap::ValueEnum;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Sensitivity {
    /// Scenario files, or names of bundled scenarios: one, or the alternatives of a choice with `--worth`
    #[arg(required_unless_present = "from", conflicts_with = "from")]
    pub(crate) files: Vec<PathBuf>,
    /// Analyse the rows of a finished sweep: its Parquet or CSV file
    #[arg(long, value_name = "SWEEP", conflicts_with_all = ["points", "lever", "uncertainty", "set", "seed"])]
    pub(crate) from: Option<PathBuf>,
    /// A number to explain, such as `backlog@police`, `found-share:new` or `flags%whatsapp`; may be repeated [default with
    /// `--from`: all that the sweep kept]
    #[arg(
        long,
        value_name = "METRIC[@DESK][:CLASS][%SERVICE]",
        required_unless_present = "from"
    )]
    pub(crate) metric: Vec<String>,
    /// How influence is measured [default: sobol; of a sweep, what its design allows]
    #[arg(long, value_enum, conflicts_with = "worth")]
    pub(crate) method: Option<SensitivityMethod>,
    /// What knowing each factor would be worth before choosing between the scenarios
    #[arg(long, requires = "better")]
    pub(crate) worth: bool,
    /// Whether more or less of the metric is better
    #[arg(long, value_enum, requires = "worth")]
    pub(crate) better: Option<Better>,
    /// Base points of sobol [512], trajectories of morris [50], paths of shapley [500], replications of tornado [10], draws of
    /// the others [2000; of `--worth` 4000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) points: Option<u64>,
    /// A lever as a factor, such as `--lever "desks.police.staff.people=100 .. 3000 log"`; may be repeated
    #[arg(long, value_name = "PATH=OVER")]
    pub(crate) lever: Vec<String>,
    /// An uncertainty as a factor; may be repeated [default: all uncertain numbers, over their own distributions]
    #[arg(long, value_name = "PATH[=OVER]")]
    pub(crate) uncertainty: Vec<String>,
    /// Override a value in all scenarios; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
    /// Seed of all random numbers [default: that of the first scenario]
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Bootstrap resamples for intervals
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    pub(crate) resamples: u32,
    /// Confidence of intervals and thresholds
    #[arg(long, value_name = "SHARE", default_value = "90 %", value_parser = confidence)]
    pub(crate) confidence: f64,
    /// Factors that the table and the charts show
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) top: u16,
    /// Folder for tables and charts
    #[arg(long, value_name = "DIR", default_value = "out/sensitivity")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) look: Look,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no answer, no warnings and no progress
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Also what pairs of factors do only together (sobol)
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

impl Sensitivity {
    /// The study that is run.
    pub(crate) fn study(&self) -> Study {
        Study {
            files: self.files.clone(),
            lever: self.lever.clone(),
            uncertainty: self.uncertainty.clone(),
            metric: self.metric.clone(),
            set: self.set.clone(),
            seed: self.seed,
            threads: self.threads,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SensitivityMethod {
    /// Shares of the variance, alone and with others
    Sobol,
    /// Screening of many factors by elementary effects
    Morris,
    /// Shapley effects, also of correlated factors
    Shapley,
    /// Which factors move the whole distribution
    Pawn,
    /// First-order indices and rank correlations of an ordinary sample
    GivenData,
    /// One factor at a time, from its 5 % to its 95 % quantile, or to each of its words
    Tornado,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Better {
    /// More is better
    Higher,
    /// Less is better
    Lower,
}

/// `90 %` or `0.9`.
fn confidence(text: &str) -> Result<f64, String> {
    let (number, scale) = match text.trim().strip_suffix('%') {
        Some(percent) => (percent.trim(), 100.0),
        None => (text.trim(), 1.0),
    };
    let share = number.parse::<f64>().map_err(|e| e.to_string())? / scale;
    // 99.9 / 100 is a little above 0.999.
    if (0.5..0.999 + 1e-9).contains(&share) {
        Ok(share.min(0.999))
    } else {
        Err("it must be at least 50 % and at most 99.9 %".into())
    }
}
