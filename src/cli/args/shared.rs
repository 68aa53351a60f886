//! Arguments that several commands have in common.

use crate::cli::charts::Drawing;
use clap::ValueEnum;
use vessels::chart::{Format, Size};

/// How often, on which random numbers and with which changes scenarios are run.
#[derive(Debug, clap::Args)]
pub(crate) struct Simulated {
    /// Number of replications, in place of the scenario's (of several, of the first's)
    #[arg(long, value_name = "N")]
    pub(crate) replications: Option<u64>,
    /// Seed of all random numbers, in place of the scenario's (of several, of the first's)
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Number of threads (results do not depend on it) [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Override a value in every scenario, such as `--set desks.police.staff.people=300`; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
}

impl Simulated {
    /// The overrides, with the keys of the scenario that options stand for.
    pub(crate) fn settings(&self) -> Vec<String> {
        let mut set = self.set.clone();
        set.extend(self.replications.map(|n| format!("run.replications={n}")));
        set.extend(self.seed.map(|n| format!("run.seed={n}")));
        set
    }

    pub(crate) fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from)
    }
}

/// What charts look like.
#[derive(Debug, clap::Args)]
pub(crate) struct Look {
    /// Formats of charts
    #[arg(long, value_enum, value_delimiter = ',', default_value = "png")]
    format: Vec<ChartFormat>,
    /// What charts are drawn for
    #[arg(long, value_enum, default_value = "page")]
    size: ChartSize,
    /// Draw no charts
    #[arg(long)]
    no_charts: bool,
}

impl Look {
    /// Each format once; none without charts.
    pub(crate) fn drawing(&self) -> Drawing {
        let known = [
            (ChartFormat::Png, Format::Png, "png"),
            (ChartFormat::Svg, Format::Svg, "svg"),
        ];
        let wanted = known
            .into_iter()
            .filter(|(kind, _, _)| !self.no_charts && self.format.contains(kind));
        let size = match self.size {
            ChartSize::Page => Size::Page,
            ChartSize::Slide => Size::Slide,
        };
        Drawing::new(wanted.map(|(_, format, end)| (format, end)).collect(), size)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChartFormat {
    /// Pixels
    Png,
    /// Vectors
    Svg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChartSize {
    /// 1600 by 1000 pixels
    Page,
    /// 1920 by 1080 pixels, larger letters, less small print
    Slide,
}
