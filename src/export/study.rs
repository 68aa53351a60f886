//! Rows of a study as columns of a long table.

use super::rows::{Column, Kind, Values};
use crate::study::description::{Description, has_words, number, words};
use crate::study::{Row, Study};

/// The columns of a study: policy, point and replication, then factors, then metrics.
pub fn columns(study: &Study, description: &Description) -> Vec<Column> {
    let own = |name: &str, kind, doc: &str| Column {
        name: name.into(),
        kind,
        unit: String::new(),
        part: "job".into(),
        doc: doc.into(),
    };
    let mut columns = vec![
        own("policy", Kind::Text, "Name of the scenario."),
        own("point", Kind::Integer, "Number of the design point."),
        own(
            "replication",
            Kind::Integer,
            "Number of the replication at the point.",
        ),
    ];
    for (axis, factor) in study.plan().axes.iter().zip(&description.factors) {
        columns.push(Column {
            name: factor.path.clone(),
            kind: if has_words(axis) {
                Kind::Text
            } else {
                Kind::Real
            },
            unit: factor.unit.clone(),
            part: serde_json::to_value(factor.role)
                .ok()
                .and_then(|v| Some(v.as_str()?.to_owned()))
                .unwrap_or_default(),
            doc: format!("{}: {}", factor.title, factor.over),
        });
    }
    for metric in &description.metrics {
        columns.push(Column {
            name: metric.column.clone(),
            kind: Kind::Real,
            unit: metric.unit.clone(),
            part: "metric".into(),
            doc: metric.doc.clone(),
        });
    }
    columns
}

/// The values of rows, column by column.
pub fn values(study: &Study, rows: &[Row]) -> Vec<Values> {
    let plan = study.plan();
    let policy = |row: &Row| plan.policies[row.job.policy].clone();
    let mut values = vec![
        Values::Texts(rows.iter().map(policy).collect()),
        Values::Integers(rows.iter().map(|r| r.job.point).collect()),
        Values::Integers(rows.iter().map(|r| r.job.replication).collect()),
    ];
    for (i, axis) in plan.axes.iter().enumerate() {
        values.push(if has_words(axis) {
            Values::Texts(words(rows, i))
        } else {
            Values::Reals(rows.iter().map(|r| number(&r.values[i])).collect())
        });
    }
    for i in 0..study.keys().len() {
        values.push(Values::Reals(rows.iter().map(|r| r.numbers[i]).collect()));
    }
    values
}
