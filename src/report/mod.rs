//! What a scenario implies, for people who decide: sentences, charts, every assumption, and what drives the result.
//!
//! A [`Report`] is plain data, made from results and never typed for one scenario. [`html::page`] writes it as one
//! self-contained page, [`markdown::page`] as Markdown; serialised, it is the JSON form of the same content.

mod assumptions;
mod desk;
mod difference;
mod documents;
mod drivers;
pub mod explorer;
mod figures;
mod foundations;
mod headlines;
pub mod html;
mod influences;
pub mod markdown;
mod mechanisms;
mod method;
mod numbers;
mod sentences;

pub use assumptions::Assumption;
pub use difference::{Against, DifferenceLine, DifferencePanel};
pub use drivers::{Driver, Drivers};
pub use figures::Figure;
pub use headlines::Headline;
pub use influences::{Influences, InfluencesError};

use crate::chart::{Chart, ChartError};
use crate::compare::page::Page;
use crate::language::Language;
use crate::model::operating::OperatingError;
use crate::results::Results;
use crate::say;
use crate::scenario::Loaded;
use serde::Serialize;

/// A scenario, what came out of it, and how it is called on the command line.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// Short name, such as that of its file.
    pub name: &'a str,
    /// The scenario.
    pub loaded: &'a Loaded,
    /// Its results.
    pub results: &'a Results,
}

/// A report on one scenario or several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Language of every sentence.
    pub language: Language,
    /// Version of the program.
    pub version: &'static str,
    /// The command that repeats the report.
    pub command: String,
    /// Scenarios, in the order given.
    pub sections: Vec<Section>,
    /// Charts and differences of several scenarios; `None` for one.
    pub comparison: Option<Comparison>,
}

/// What one scenario implies.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Short name.
    pub name: String,
    /// Title.
    pub title: String,
    /// The question, what both sides say, and what decides between them: heading and text.
    pub introduction: Vec<(String, String)>,
    /// Digest of the resolved scenario, seed, replications and version.
    pub digest: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Number of replications.
    pub replications: u64,
    /// Horizon, in days.
    pub days: usize,
    /// Whether uncertain values were drawn; without, every value stands at its middle.
    pub draws: bool,
    /// The sentences that matter, each with its footnotes.
    pub headlines: Vec<Headline>,
    /// Footnotes; [`Headline::notes`] counts from 0.
    pub notes: Vec<String>,
    /// What each headline number depends on most.
    pub drivers: Vec<Drivers>,
    /// How many of the values are assumed, and how to read the numbers then.
    pub caution: String,
    /// What the sentences of `change` hold, or why there are none.
    pub change_basis: String,
    /// What would change the conclusion, in sentences.
    pub change: Vec<String>,
    /// What the table of assumptions shows.
    pub assumptions_caption: String,
    /// Every number of the scenario.
    pub assumptions: Vec<Assumption>,
    /// Charts.
    pub figures: Vec<Figure>,
    /// How it was computed, and what it does not say.
    pub method: Vec<String>,
    /// Warnings of the scenario.
    pub warnings: Vec<String>,
}

/// Several scenarios side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What the intervals are, and over what.
    pub explanation: String,
    /// Each other scenario against the first.
    pub others: Vec<Against>,
    /// The four interests side by side, and the paired differences.
    pub figures: Vec<Figure>,
}

/// Why a report cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// A draw describes no detector.
    #[error("the operating points cannot be computed: {0}")]
    Operating(String),
}

impl From<OperatingError> for ReportError {
    fn from(error: OperatingError) -> Self {
        Self::Operating(error.to_string())
    }
}

/// The report on one or more runs; `comparison` is that of the first with the others, `influences` are sensitivity
/// analyses of them.
///
/// # Errors
///
/// [`ReportError`] when a chart cannot be made.
pub fn report(
    runs: &[Run<'_>],
    comparison: Option<&Page<'_>>,
    influences: &[Influences],
    command: String,
    language: Language,
) -> Result<Report, ReportError> {
    let sections: Result<_, _> = runs
        .iter()
        .map(|run| section(run, influences, language))
        .collect();
    let comparison = comparison
        .map(|page| side_by_side(runs, page, language))
        .transpose()?;
    Ok(Report {
        language,
        version: env!("CARGO_PKG_VERSION"),
        command,
        sections: sections?,
        comparison,
    })
}

fn side_by_side(
    runs: &[Run<'_>],
    page: &Page<'_>,
    language: Language,
) -> Result<Comparison, ReportError> {
    let pairs: Vec<_> = runs.iter().map(|r| (&r.loaded.model, r.results)).collect();
    let charts: [Chart; 2] = [
        crate::pictures::interests(&pairs, language),
        crate::pictures::differences(page, language),
    ];
    let foot = say!(
        language,
        "report-chart-foot",
        version = env!("CARGO_PKG_VERSION"),
        seed = page.comparison.seed.to_string()
    );
    let figures: Result<_, _> = charts
        .iter()
        .map(|chart| figures::figure(chart, "comparison", &foot, language))
        .collect();
    Ok(Comparison {
        explanation: difference::explanation(page, language),
        others: difference::others(runs, page, language),
        figures: figures?,
    })
}

fn section(
    run: &Run<'_>,
    influences: &[Influences],
    language: Language,
) -> Result<Section, ReportError> {
    let (loaded, results) = (run.loaded, run.results);
    let model = &loaded.model;
    let charts = crate::pictures::charts(model, results, language)?;
    let subjects = headlines::subjects(model, results, &charts, language);
    let drivers = drivers::drivers(model, results, &subjects, language);
    let (headlines, notes) = headlines::with_notes(model, &subjects, &drivers, language);
    let foot = say!(
        language,
        "report-chart-foot",
        version = env!("CARGO_PKG_VERSION"),
        seed = model.run.seed.to_string()
    );
    let figures: Result<_, _> = charts
        .iter()
        .map(|chart| figures::figure(chart, run.name, &foot, language))
        .collect();
    let mut change = drivers::change(&drivers, language);
    let change_basis = drivers::basis(model, &change, language);
    let assumptions = assumptions::assumptions(loaded, &drivers, language);
    for study in influences {
        change.extend(study.sentences(run.name, language));
    }
    Ok(Section {
        name: run.name.to_owned(),
        title: language.translate(&model.title).into_owned(),
        introduction: introduction(loaded, language),
        digest: crate::export::json::digest(loaded),
        seed: model.run.seed,
        replications: results.replications,
        days: model.run.days,
        draws: method::draws(model),
        caution: assumptions::caution(&assumptions, language),
        change_basis,
        change,
        assumptions_caption: assumptions::caption(method::draws(model), language),
        assumptions,
        method: method::method(model, results, language),
        warnings: loaded.warnings.iter().map(|w| w.title.clone()).collect(),
        headlines,
        notes,
        drivers,
        figures: figures?,
    })
}

fn introduction(loaded: &Loaded, language: Language) -> Vec<(String, String)> {
    let model = &loaded.model;
    [
        ("report-question", &model.question),
        ("report-proponents", &model.proponents),
        ("report-critics", &model.critics),
        ("report-decided-by", &model.decided_by),
    ]
    .into_iter()
    .filter_map(|(id, text)| {
        let text = language.translate(text.as_deref()?).into_owned();
        Some((language.message(id, &[]), text))
    })
    .collect()
}
