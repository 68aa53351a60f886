//! `summary.csv` and `daily.csv`.

use super::ExportError;
use crate::results::Results;
use crate::results::metric::Interest;
use crate::stats::sketch::Sketch;

/// The columns of `summary.csv`.
const SUMMARY_COLUMNS: [&str; 19] = [
    "metric",
    "unit",
    "interest",
    "service",
    "desk",
    "class",
    "mean",
    "mcse",
    "sd",
    "p05",
    "p25",
    "p50",
    "p75",
    "p95",
    "p05_mcse",
    "p50_mcse",
    "p95_mcse",
    "epistemic_share",
    "epistemic_share_error",
];

/// One row per metric and place; an empty cell in `service`, `desk` or `class` means all, and empty numbers mean that the metric is undefined
/// (shares: that draws were not repeated, or that there is no spread).
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
        let numbers = estimate.summary.map(|s| {
            [
                s.mean, s.mcse, s.sd, s.p05, s.p25, s.p50, s.p75, s.p95, s.p05_mcse, s.p50_mcse,
                s.p95_mcse,
            ]
        });
        row.extend(numbers.map_or(vec![String::new(); 11], |n| n.iter().map(number).collect()));
        let share = estimate
            .layers
            .map(|l| [l.share.value, l.share.standard_error]);
        row.extend(share.map_or(vec![String::new(); 2], |n| n.iter().map(number).collect()));
        row
    });
    csv(&SUMMARY_COLUMNS, rows)
}

/// The columns of `daily.csv`.
const DAILY_COLUMNS: [&str; 11] = [
    "day", "metric", "unit", "interest", "service", "desk", "class", "mean", "p05", "p50", "p95",
];

/// One row per day, desk and series: mean, median and 90 % band over replications; an empty cell in `service`, `desk` or `class` means all.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn daily_csv(results: &Results) -> Result<Vec<u8>, ExportError> {
    let rows = results.daily.iter().flat_map(|set| {
        set.series.iter().flat_map(move |series| {
            let (name, unit) = series.name();
            let days = set.daily(*series).iter().enumerate();
            days.map(move |(day, sketch)| {
                let day = day.to_string();
                let names = [
                    &day,
                    name,
                    unit,
                    Interest::Chain.name(),
                    "",
                    &set.desk,
                    &set.class,
                ];
                let mut row: Vec<String> = names.iter().map(ToString::to_string).collect();
                row.extend(band(sketch));
                row
            })
        })
    });
    csv(&DAILY_COLUMNS, rows)
}

/// The columns of `mechanisms.csv`.
const MECHANISMS_COLUMNS: [&str; 9] = [
    "without",
    "metric",
    "unit",
    "service",
    "desk",
    "class",
    "mean",
    "mean_without",
    "mcse_without",
];

/// One row per mechanism and metric: the mean with everything on, and without that mechanism, on the same random numbers.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn mechanisms_csv(all: &Results, without: &[(&str, &Results)]) -> Result<Vec<u8>, ExportError> {
    let rows = without.iter().flat_map(|(name, rest)| {
        all.estimates.iter().map(move |estimate| {
            let key = &estimate.key;
            let other = rest.find(key.metric.name, &key.service, &key.desk, &key.class);
            let other = other.and_then(|e| e.summary);
            let cell = |n: Option<f64>| n.as_ref().map_or(String::new(), number);
            vec![
                (*name).to_owned(),
                key.metric.name.into(),
                key.metric.unit.into(),
                key.service.clone(),
                key.desk.clone(),
                key.class.clone(),
                cell(estimate.summary.map(|s| s.mean)),
                cell(other.map(|s| s.mean)),
                cell(other.map(|s| s.mcse)),
            ]
        })
    });
    csv(&MECHANISMS_COLUMNS, rows)
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

pub(super) fn number(value: &f64) -> String {
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
