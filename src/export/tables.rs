//! `summary.csv` and `daily.csv`.

use super::target::ExportError;
use crate::results::Results;
use crate::results::series::Series;
use crate::stats::sketch::Sketch;

/// The columns of `summary.csv`.
pub const SUMMARY_COLUMNS: [&str; 14] = [
    "metric", "unit", "interest", "service", "desk", "class", "mean", "mcse", "sd", "p05", "p25",
    "p50", "p75", "p95",
];

/// One row per metric and place; an empty cell in `service`, `desk` or `class` means all, and empty numbers mean that the metric is undefined.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn summary_csv(results: &Results) -> Result<Vec<u8>, ExportError> {
    let rows = results.estimates.iter().map(|estimate| {
        let key = &estimate.key;
        let mut row: Vec<String> = vec![
            key.metric.name.into(),
            key.metric.unit.into(),
            key.metric.interest.name().into(),
            key.service.clone(),
            key.desk.clone(),
            key.class.clone(),
        ];
        let numbers = estimate
            .summary
            .map(|s| [s.mean, s.mcse, s.sd, s.p05, s.p25, s.p50, s.p75, s.p95]);
        row.extend(numbers.map_or(vec![String::new(); 8], |n| n.iter().map(number).collect()));
        row
    });
    csv(&SUMMARY_COLUMNS, rows)
}

/// One row per day, desk and series: mean, median and 90 % band over replications.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn daily_csv(results: &Results) -> Result<Vec<u8>, ExportError> {
    let header = ["day", "metric", "unit", "desk", "mean", "p05", "p50", "p95"];
    let rows = results.daily.iter().flat_map(|desk| {
        Series::ALL.into_iter().flat_map(move |series| {
            let (name, unit) = series.name();
            desk.daily(series)
                .iter()
                .enumerate()
                .map(move |(day, sketch)| {
                    let mut row: Vec<String> =
                        vec![day.to_string(), name.into(), unit.into(), desk.desk.clone()];
                    row.extend(band(sketch));
                    row
                })
        })
    });
    csv(&header, rows)
}

fn band(sketch: &Sketch) -> Vec<String> {
    [
        sketch.mean(),
        sketch.quantile(0.05),
        sketch.quantile(0.50),
        sketch.quantile(0.95),
    ]
    .iter()
    .map(|n| n.as_ref().map_or(String::new(), number))
    .collect()
}

fn number(value: &f64) -> String {
    if value.is_nan() {
        String::new()
    } else if *value != 0.0 && (value.abs() < 1e-5 || value.abs() >= 1e16) {
        format!("{value:e}")
    } else {
        format!("{value}")
    }
}

/// A table as CSV.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn csv<S: AsRef<str>>(
    header: &[S],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, ExportError> {
    let failed = |e: csv::Error| ExportError::Table(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(header.iter().map(AsRef::as_ref))
        .map_err(failed)?;
    for row in rows {
        writer.write_record(&row).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|e| ExportError::Table(e.to_string()))
}
