//! Results to charts: chooses the numbers that each chart shows. Drawing is [`crate::chart`]'s.

mod curves;
mod days;
mod funnel;
mod vessels;

use crate::chart::{Chart, ChartHead};
use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::Outputs;
use crate::results::Results;

/// Whether a model asks for series by day.
pub fn has_days(model: &Model) -> bool {
    model.run.outputs == Outputs::Daily
}

/// The names of the charts of a model, in order.
pub fn names(model: &Model) -> Vec<&'static str> {
    let mut names = Vec::new();
    if sets_margins(model) {
        names.extend(["vessels", "tradeoff", "precision"]);
    }
    names.push("funnel");
    if has_days(model) && !model.policy.desks.is_empty() {
        names.extend(["report-load", "backlog-delay"]);
    }
    names
}

/// Whether some order sorts items at all: one that passes everything on has no margin to show.
fn sets_margins(model: &Model) -> bool {
    central_points(model).is_ok_and(|points| points.iter().any(|p| p.fpr_field < 1.0 - 1e-9))
}

/// The charts of a run, as [`names`] lists them.
///
/// # Errors
///
/// [`OperatingError`] when a draw describes no detector, which the run would have found before.
pub fn charts(model: &Model, results: &Results) -> Result<Vec<Chart>, OperatingError> {
    let mut charts = Vec::new();
    for name in names(model) {
        charts.push(match name {
            "vessels" => Chart::Vessels(vessels::vessels(model, results)?),
            "tradeoff" => tradeoff(model)?,
            "precision" => Chart::Precision(curves::precision(model, results)?),
            "funnel" => Chart::Funnel(funnel::funnel(model, results)),
            "report-load" => Chart::ReportLoad(days::report_load(model, results)),
            _ => Chart::BacklogDelay(days::backlog_delay(model, results)),
        });
    }
    Ok(charts)
}

/// The chart of `vessels tradeoff`, at central values.
///
/// # Errors
///
/// [`OperatingError`] when the model describes no detector, which loading excludes.
pub fn tradeoff(model: &Model) -> Result<Chart, OperatingError> {
    Ok(Chart::Tradeoff(curves::tradeoff(model)?))
}

fn head(model: &Model, subtitle: String) -> ChartHead {
    ChartHead {
        title_scenario: model.title.clone(),
        subtitle,
        footnote: format!(
            "vessels {}, seed {}. Every assumption and its source: run.json.",
            env!("CARGO_PKG_VERSION"),
            model.run.seed
        ),
    }
}

fn replications(results: &Results) -> String {
    format!(
        "{} replications",
        crate::text::thousands(results.replications as f64)
    )
}

/// The operating points of all orders at central values.
fn central_points(model: &Model) -> Result<Vec<OperatingPoint>, OperatingError> {
    let central = model.parameters.central();
    let preset = model.preset(&central)?;
    model.operating_points(&central, &preset)
}
