//! Arguments and their help texts.

mod sensitivity;

pub(crate) use sensitivity::{Better, Sensitivity, SensitivityMethod};

mod boundary;
mod shared;
mod studies;

pub(crate) use boundary::*;
pub(crate) use shared::*;
pub(crate) use studies::*;

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use vessels::language::Language;

/// What a margin for false positives does to detection, reports, desks and people: a simulator of client-side scanning.
#[derive(Debug, Parser)]
#[command(name = "vessels", version, about, max_term_width = 100)]
pub(crate) struct Args {
    /// Language of answers and charts, such as `nl` [default: that of the environment, else `en`]
    #[arg(long, global = true, value_name = "TAG", value_parser = language)]
    pub(crate) lang: Option<Language>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Args {
    /// The language that was asked for, or that of the environment.
    pub(crate) fn language(&self) -> Language {
        let locale = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        };
        self.lang
            .unwrap_or_else(|| Language::of_locale(&locale().unwrap_or_default()))
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::find(tag).ok_or_else(|| {
        let tags: Vec<&str> = Language::all().map(Language::tag).collect();
        format!("the languages are {}", tags.join(", "))
    })
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Simulate scenarios; print the answer, write tables and charts
    Run(Run),
    /// Write one page that can be sent to people: sentences, charts, every assumption with its source
    Report(Report),
    /// Compare policies on one world: differences replication by replication, on the same random numbers
    Compare(Compare),
    /// What each margin leaves of detection, under both readings (no simulation)
    Tradeoff(Tradeoff),
    /// Run a scenario, or several, over a design of levers and uncertainties; one row per replication
    Sweep(Sweep),
    /// Join the shards of a sweep into the files that one undivided run writes
    Merge(Merge),
    /// Solve backwards: which value of one factor makes a metric meet a target
    Solve(Solve),
    /// What matters: which factors the spread of a metric comes from, and what knowing them would be worth
    Sensitivity(Sensitivity),
    /// Where it flips: in which settings of a sweep a condition holds, in words
    Discover(Discover),
    /// How the policies of a sweep hold up over states of the world: regret, good enough, and which no other beats
    Robust(Robust),
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
    #[command(flatten)]
    pub(crate) simulated: Simulated,
    #[command(flatten)]
    pub(crate) look: Look,
    /// Also run without each mechanism in turn, and show what it does: one more run for each, of at most 100 replications
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

#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    /// One to six scenario files, or names of bundled scenarios; the others are compared with the first
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The page; its ending says what it is: .html, .md or .json [default: out/NAME/report.html]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Formats, in place of that of the ending of `--out`
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) format: Vec<ReportFormat>,
    /// Put the explorer below the report, with these scenarios: the engine itself, in the same page
    #[arg(long)]
    pub(crate) explore: bool,
    /// What a sensitivity analysis found: its file sensitivity.json; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) sensitivity: Vec<PathBuf>,
    /// The explorer, in place of the one that was built with this program (web/build.sh makes one)
    #[arg(long, value_name = "FILE", requires = "explore")]
    pub(crate) explorer: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) simulated: Simulated,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no warnings and no progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// One self-contained page
    Html,
    /// Markdown, without charts
    Md,
    /// Everything but the pictures, for programs
    Json,
}

impl ReportFormat {
    /// The format of files with this ending.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        [Self::Html, Self::Md, Self::Json]
            .into_iter()
            .find(|format| format.extension() == extension)
    }

    /// The ending of its files, without the dot.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Json => "json",
        }
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    /// Two to six scenario files, or names of bundled scenarios; the first is the base
    #[arg(required = true, num_args = 2..)]
    pub(crate) files: Vec<PathBuf>,
    /// The scenario that the others are compared with, in place of the first
    #[arg(long, value_name = "FILE")]
    pub(crate) base: Option<PathBuf>,
    /// Confidence of the intervals of mean differences
    #[arg(long, value_name = "SHARE", default_value = "95 %")]
    pub(crate) confidence: String,
    /// Folder for tables and the chart [default: out]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) simulated: Simulated,
    #[command(flatten)]
    pub(crate) look: Look,
    /// Replace files that exist
    #[arg(long)]
    pub(crate) force: bool,
    /// Print no answer, no warnings and no progress
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Print every metric that the scenarios share
    #[arg(short, long)]
    pub(crate) verbose: bool,
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
    #[command(flatten)]
    pub(crate) look: Look,
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
