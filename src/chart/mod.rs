//! Charts: what has been computed, drawn for people.
//!
//! Every chart is a struct of plain data that holds each number to be drawn. Nothing is computed from them here but
//! places in the picture; means, intervals and curves come from elsewhere. A [`Chart`] gives its picture as the
//! bytes of a [`Format::Png`] or [`Format::Svg`] file and its numbers as a [`Table`].
//!
//! Intervals are 90 % intervals over replications unless the subtitle of the chart says otherwise.

mod axis;
mod backlog;
mod change;
mod dashes;
mod differences;
mod font;
pub mod format;
mod frame;
mod front;
mod funnel;
mod glass;
mod hours;
mod indices;
mod interests;
mod key;
mod label;
mod lanes;
mod load;
mod mechanisms;
mod metric;
mod overlap;
mod paint;
mod peeling;
mod precision;
mod risk;
mod scatter;
mod scene;
mod solution;
mod span;
mod spots;
mod stocks;
mod table;
mod theme;
mod time;
mod tornado;
mod tradeoff;
mod vessels;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use crate::language::Language;
use crate::say;
use serde::Serialize;

pub use backlog::{BacklogDelay, DayQueue, DeskQueue};
pub use change::{Change, Difference, DifferenceRow};
pub use differences::{DifferencePanel, Differences};
pub use front::{Front, FrontPolicy};
pub use funnel::{Funnel, FunnelStage};
pub use hours::{Hours, WeekHours};
pub use indices::{IndexRow, IndexValue, Indices};
pub use interests::{Interest, Interests};
pub use load::{DayLoad, DeskLoad, ReportLoad};
pub use mechanisms::{DayReports, MechanismOff, Mechanisms, TotalChange};
pub use metric::{Metric, MetricValue, NumberStyle};
pub use peeling::{Peeling, PeelingStep};
pub use precision::{Precision, PrecisionLine, PrecisionPoint};
pub use risk::{Risk, RiskFamily, RiskLine, RiskPoint};
pub use scatter::{Scatter, ScatterAxis, ScatterPoint};
pub use solution::{Solution, SolutionMark, SolutionPoint};
pub use stocks::{ClassStock, DayStock, OrderEvent, Stocks};
pub use table::Table;
pub use theme::Size;
pub use tornado::{Tornado, TornadoRow};
pub use tradeoff::{Mark, Reading, Tradeoff, TradeoffLine, TradeoffPoint};
pub use vessels::{VesselPair, VesselSetting, Vessels};

use scene::Scene;

/// The words around a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChartHead {
    /// Language of every text of the chart.
    pub language: Language,
    /// Title of the scenario.
    pub title_scenario: String,
    /// Number of replications and what a band or whisker is; wrapped to two lines.
    pub subtitle: String,
    /// Source, seed, version; wrapped to two lines.
    pub footnote: String,
}

/// Kind of picture file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable network graphics, 8-bit RGB.
    Png,
    /// Scalable vector graphics.
    Svg,
}

impl Format {
    /// Extension of a file of this kind, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Svg => "svg",
        }
    }
}

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// The embedded typeface could not be read: the program was built from a damaged file.
    #[error("the embedded typeface cannot be read")]
    Font,
    /// A backend of plotters refused; nothing is returned of the picture.
    #[error("the chart cannot be drawn: {0}")]
    Drawing(String),
    /// The picture could not be compressed.
    #[error("the picture cannot be written as PNG")]
    Png(#[from] png::EncodingError),
}

/// A chart of any kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "chart", rename_all = "kebab-case")]
pub enum Chart {
    /// The communicating vessels: margin for false positives and share found, by class and setting.
    Vessels(Vessels),
    /// Share found, and flags per day, against the margin.
    Tradeoff(Tradeoff),
    /// Reports per day at each desk.
    ReportLoad(ReportLoad),
    /// Backlog and delay at each desk.
    BacklogDelay(BacklogDelay),
    /// From items to actionable cases.
    Funnel(Funnel),
    /// Precision against prevalence.
    Precision(Precision),
    /// Distinct pieces in circulation, by class.
    Stocks(Stocks),
    /// Reports per day with each mechanism switched off in turn.
    Mechanisms(Mechanisms),
    /// Police hours by use.
    Hours(Hours),
    /// A user's risk of a false report against the threshold of hits.
    Risk(Risk),
    /// What one or more scenarios mean for four interests.
    Interests(Interests),
    /// A metric against the factor that was solved for.
    Solution(Solution),
    /// Boxes on the way of a search, by coverage and density.
    Peeling(Peeling),
    /// The points of a sweep in two dimensions of a box.
    Scatter(Scatter),
    /// Policies by two numbers, with the front.
    Front(Front),
    /// What changes from one scenario to others.
    Differences(Differences),
    /// Influence of every factor on a number.
    Indices(Indices),
    /// A number with each factor at its low and its high end.
    Tornado(Tornado),
}

impl Chart {
    /// Short name, fit for a file name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Chart::Vessels(_) => "vessels",
            Chart::Tradeoff(_) => "tradeoff",
            Chart::ReportLoad(_) => "report-load",
            Chart::BacklogDelay(_) => "backlog-delay",
            Chart::Funnel(_) => "funnel",
            Chart::Precision(_) => "precision",
            Chart::Stocks(_) => "stocks",
            Chart::Mechanisms(_) => "mechanisms",
            Chart::Hours(_) => "hours",
            Chart::Risk(_) => "risk",
            Chart::Interests(_) => "interests",
            Chart::Solution(_) => "solution",
            Chart::Peeling(_) => "peeling",
            Chart::Scatter(_) => "scatter",
            Chart::Front(_) => "front",
            Chart::Differences(_) => "differences",
            Chart::Indices(_) => "indices",
            Chart::Tornado(_) => "tornado",
        }
    }

    /// What the chart shows, in words of its language.
    #[must_use]
    pub fn title(&self) -> String {
        let language = self.head().language;
        match self {
            Chart::Vessels(_) => say!(language, "chart-title-vessels"),
            Chart::Tradeoff(_) => say!(language, "chart-title-tradeoff"),
            Chart::ReportLoad(chart) if chart.is_limited() => {
                say!(language, "chart-title-report-load")
            }
            Chart::ReportLoad(_) => say!(language, "chart-load-title"),
            Chart::BacklogDelay(_) => say!(language, "chart-title-backlog-delay"),
            Chart::Funnel(_) => say!(language, "chart-title-funnel"),
            Chart::Precision(_) => say!(language, "chart-title-precision"),
            Chart::Stocks(_) => say!(language, "chart-title-stocks"),
            Chart::Mechanisms(_) => say!(language, "chart-title-mechanisms"),
            Chart::Hours(_) => say!(language, "chart-title-hours"),
            Chart::Risk(_) => say!(language, "chart-title-risk"),
            Chart::Interests(_) => say!(language, "chart-title-interests"),
            Chart::Solution(_) => say!(language, "chart-title-solution"),
            Chart::Peeling(_) => say!(language, "chart-title-peeling"),
            Chart::Scatter(chart) => say!(
                language,
                "chart-title-scatter",
                inside = format::percent(language, chart.inside),
                outside = format::percent(language, chart.outside)
            ),
            Chart::Front(_) => say!(language, "chart-title-front"),
            Chart::Differences(_) => say!(language, "chart-title-differences"),
            Chart::Indices(chart) => chart.title.clone(),
            Chart::Tornado(_) => say!(language, "chart-title-tornado"),
        }
    }

    /// The picture as the bytes of a file, for a page.
    ///
    /// # Errors
    ///
    /// As [`Chart::render_at`].
    pub fn render(&self, format: Format) -> Result<Vec<u8>, ChartError> {
        self.render_at(format, Size::Page)
    }

    /// The picture as the bytes of a file, of one of both sizes.
    ///
    /// # Errors
    ///
    /// [`ChartError`] when the typeface, the backend or the compression fails; never because of the numbers.
    pub fn render_at(&self, format: Format, size: Size) -> Result<Vec<u8>, ChartError> {
        font::register()?;
        let scene = self.scene(size);
        match format {
            Format::Png => paint::png(&scene),
            Format::Svg => paint::svg(&scene),
        }
    }

    /// Every number of the chart.
    #[must_use]
    pub fn table(&self) -> Table {
        match self {
            Chart::Vessels(chart) => chart.table(),
            Chart::Tradeoff(chart) => chart.table(),
            Chart::ReportLoad(chart) => chart.table(),
            Chart::BacklogDelay(chart) => chart.table(),
            Chart::Funnel(chart) => chart.table(),
            Chart::Precision(chart) => chart.table(),
            Chart::Stocks(chart) => chart.table(),
            Chart::Mechanisms(chart) => chart.table(),
            Chart::Hours(chart) => chart.table(),
            Chart::Risk(chart) => chart.table(),
            Chart::Interests(chart) => chart.table(),
            Chart::Solution(chart) => chart.table(),
            Chart::Peeling(chart) => chart.table(),
            Chart::Scatter(chart) => chart.table(),
            Chart::Front(chart) => chart.table(),
            Chart::Differences(chart) => chart.table(),
            Chart::Indices(chart) => chart.table(),
            Chart::Tornado(chart) => chart.table(),
        }
    }

    /// Every line of text of the picture, in drawing order: title first. For a description beside the picture.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.scene(Size::Page)
            .labels()
            .map(|label| label.text.clone())
            .collect()
    }

    /// Texts that touch each other or leave the picture, in words; empty when all of them have room.
    #[must_use]
    pub fn faults(&self, size: Size) -> Vec<String> {
        overlap::faults(&self.scene(size))
    }

    fn head(&self) -> &ChartHead {
        match self {
            Chart::Vessels(chart) => &chart.head,
            Chart::Tradeoff(chart) => &chart.head,
            Chart::ReportLoad(chart) => &chart.head,
            Chart::BacklogDelay(chart) => &chart.head,
            Chart::Funnel(chart) => &chart.head,
            Chart::Precision(chart) => &chart.head,
            Chart::Stocks(chart) => &chart.head,
            Chart::Mechanisms(chart) => &chart.head,
            Chart::Hours(chart) => &chart.head,
            Chart::Risk(chart) => &chart.head,
            Chart::Interests(chart) => &chart.head,
            Chart::Solution(chart) => &chart.head,
            Chart::Peeling(chart) => &chart.head,
            Chart::Scatter(chart) => &chart.head,
            Chart::Front(chart) => &chart.head,
            Chart::Differences(chart) => &chart.head,
            Chart::Indices(chart) => &chart.head,
            Chart::Tornado(chart) => &chart.head,
        }
    }

    /// The same picture with other words below it.
    #[must_use]
    pub fn with_footnote(&self, footnote: String) -> Self {
        let mut chart = self.clone();
        chart.head_mut().footnote = footnote;
        chart
    }

    fn head_mut(&mut self) -> &mut ChartHead {
        match self {
            Chart::Vessels(chart) => &mut chart.head,
            Chart::Tradeoff(chart) => &mut chart.head,
            Chart::ReportLoad(chart) => &mut chart.head,
            Chart::BacklogDelay(chart) => &mut chart.head,
            Chart::Funnel(chart) => &mut chart.head,
            Chart::Precision(chart) => &mut chart.head,
            Chart::Stocks(chart) => &mut chart.head,
            Chart::Mechanisms(chart) => &mut chart.head,
            Chart::Hours(chart) => &mut chart.head,
            Chart::Risk(chart) => &mut chart.head,
            Chart::Interests(chart) => &mut chart.head,
            Chart::Solution(chart) => &mut chart.head,
            Chart::Peeling(chart) => &mut chart.head,
            Chart::Scatter(chart) => &mut chart.head,
            Chart::Front(chart) => &mut chart.head,
            Chart::Differences(chart) => &mut chart.head,
            Chart::Indices(chart) => &mut chart.head,
            Chart::Tornado(chart) => &mut chart.head,
        }
    }

    /// The picture on the sheet that leaves its smallest letters largest among those on which texts and plots have room; where
    /// they have room on none, on the largest.
    fn scene(&self, size: Size) -> Scene {
        let sheets = size.sheets();
        let mut scenes = sheets.iter().map(|sheet| self.on(size, *sheet));
        if sheets.len() == 1 {
            return scenes.next().unwrap_or_default();
        }
        let mut best: Option<Scene> = None;
        for scene in scenes {
            let crowded = scene.is_cramped() || !overlap::faults(&scene).is_empty();
            let better = |best: &Scene| scene.smallest() > 1.001 * best.smallest();
            if !crowded && best.as_ref().is_none_or(better) {
                best = Some(scene);
            }
        }
        let largest = || self.on(size, sheets.last().copied().unwrap_or_default());
        best.unwrap_or_else(largest)
    }

    fn on(&self, size: Size, sheet: (f64, f64)) -> Scene {
        let mut scene = Scene::new(self.head().language, size, sheet);
        let body = frame::draw(&mut scene, &self.title(), self.head());
        match self {
            Chart::Vessels(chart) => chart.draw(&mut scene, body),
            Chart::Tradeoff(chart) => chart.draw(&mut scene, body),
            Chart::ReportLoad(chart) => chart.draw(&mut scene, body),
            Chart::BacklogDelay(chart) => chart.draw(&mut scene, body),
            Chart::Funnel(chart) => chart.draw(&mut scene, body),
            Chart::Precision(chart) => chart.draw(&mut scene, body),
            Chart::Stocks(chart) => chart.draw(&mut scene, body),
            Chart::Mechanisms(chart) => chart.draw(&mut scene, body),
            Chart::Hours(chart) => chart.draw(&mut scene, body),
            Chart::Risk(chart) => chart.draw(&mut scene, body),
            Chart::Interests(chart) => chart.draw(&mut scene, body),
            Chart::Solution(chart) => chart.draw(&mut scene, body),
            Chart::Peeling(chart) => chart.draw(&mut scene, body),
            Chart::Scatter(chart) => chart.draw(&mut scene, body),
            Chart::Front(chart) => chart.draw(&mut scene, body),
            Chart::Differences(chart) => chart.draw(&mut scene, body),
            Chart::Indices(chart) => chart.draw(&mut scene, body),
            Chart::Tornado(chart) => chart.draw(&mut scene, body),
        }
        scene
    }
}
