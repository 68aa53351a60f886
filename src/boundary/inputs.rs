//! Rows of a sweep as cases: one for each policy and point, with means over replications.

use super::{BoundaryError, Condition};
use crate::export::rows::{Table, Values};
use std::collections::BTreeMap;

/// One factor over all cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Name of the column.
    pub name: String,
    /// Unit; empty where it has none.
    pub unit: String,
    /// Whether a legislator sets it.
    pub is_lever: bool,
    /// Whether equal ratios are equally likely in the sweep, or nearly.
    pub is_log: bool,
    /// Values, or codes of `words`.
    pub values: Vec<f64>,
    /// Settings of a factor that is no number, by code; empty otherwise.
    pub words: Vec<String>,
}

impl Factor {
    /// Whether it counts things.
    pub fn is_count(&self) -> bool {
        self.unit == "count"
    }

    /// Whether it has one value only.
    pub fn is_constant(&self) -> bool {
        self.values.windows(2).all(|pair| pair[0] == pair[1])
    }
}

/// Cases of a sweep.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases {
    /// Factors that vary, the policy among them.
    pub factors: Vec<Factor>,
    /// By metric that was asked for: its mean over replications, by case.
    pub metrics: Vec<Vec<f64>>,
    /// Units of these metrics.
    pub units: Vec<String>,
    /// Cases that were left out because a metric is undefined in every replication.
    pub undefined: usize,
}

/// Columns of a table that name jobs.
const POLICY: &str = "policy";
const POINT: &str = "point";

/// Cases with the metrics `wanted`: replications of a point are averaged, those in which the metric is undefined left out.
///
/// # Errors
///
/// [`BoundaryError`] when the table is no sweep, or has no such metric.
pub fn cases(table: &Table, wanted: &[&str]) -> Result<Cases, BoundaryError> {
    let groups = groups(table)?;
    let columns = wanted
        .iter()
        .map(|name| metric(table, name))
        .collect::<Result<Vec<_>, _>>()?;
    let means: Vec<Vec<f64>> = columns
        .iter()
        .map(|(_, values)| groups.iter().map(|rows| mean(values, rows)).collect())
        .collect();
    let whole = |case: &usize| means.iter().all(|m| m[*case].is_finite());
    let kept: Vec<usize> = (0..groups.len()).filter(whole).collect();
    if kept.is_empty() {
        let is_nowhere = |m: &Vec<f64>| m.iter().all(|v| !v.is_finite());
        let metric = means.iter().position(is_nowhere).unwrap_or(0);
        return Err(BoundaryError::Undefined {
            name: wanted.get(metric).copied().unwrap_or_default().to_owned(),
            points: groups.len(),
        });
    }
    let first: Vec<usize> = kept.iter().map(|case| groups[*case][0]).collect();
    let pick = |m: &Vec<f64>| kept.iter().map(|case| m[*case]).collect();
    Ok(Cases {
        factors: factors(table, &first),
        metrics: means.iter().map(pick).collect(),
        units: columns.iter().map(|(unit, _)| unit.clone()).collect(),
        undefined: groups.len() - kept.len(),
    })
}

impl Cases {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.metrics.first().map_or(0, Vec::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether all conditions hold, by case; condition i is about metric i.
    pub fn interest(&self, conditions: &[Condition]) -> Vec<bool> {
        let holds = |case: usize| {
            let pairs = conditions.iter().zip(&self.metrics);
            pairs.into_iter().all(|(c, m)| c.holds(m[case]))
        };
        (0..self.len()).map(holds).collect()
    }
}

/// Rows by policy and point, wherever they stand; in the order of the first row of each.
fn groups(table: &Table) -> Result<Vec<Vec<usize>>, BoundaryError> {
    let Some((_, Values::Texts(policies))) = table.find(POLICY) else {
        return Err(BoundaryError::Table("column `policy`"));
    };
    let points = table.find(POINT).and_then(|(_, v)| v.numbers());
    let points = points.ok_or(BoundaryError::Table("column `point`"))?;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: BTreeMap<(&str, u64), usize> = BTreeMap::new();
    for (row, policy) in policies.iter().enumerate() {
        let group = *known
            .entry((policy, points[row].to_bits()))
            .or_insert(groups.len());
        match groups.get_mut(group) {
            Some(rows) => rows.push(row),
            None => groups.push(vec![row]),
        }
    }
    Ok(groups)
}

fn metric(table: &Table, name: &str) -> Result<(String, Vec<f64>), BoundaryError> {
    let metrics = || table.columns.iter().filter(|c| c.part == "metric");
    let known = metrics().find(|c| c.name == name);
    let values = known.and_then(|c| table.find(&c.name)?.1.numbers());
    match (known, values) {
        (Some(column), Some(values)) => Ok((column.unit.clone(), values)),
        _ => Err(BoundaryError::Column {
            name: name.to_owned(),
            present: metrics().map(|c| c.name.clone()).collect(),
        }),
    }
}

fn mean(values: &[f64], rows: &[usize]) -> f64 {
    let defined: Vec<f64> = rows
        .iter()
        .map(|r| values[*r])
        .filter(|v| !v.is_nan())
        .collect();
    defined.iter().sum::<f64>() / defined.len() as f64
}

/// Factors that vary, at the given rows.
fn factors(table: &Table, rows: &[usize]) -> Vec<Factor> {
    let is_factor = |part: &str| matches!(part, "lever" | "uncertainty");
    let columns = table.columns.iter().zip(&table.values);
    columns
        .filter(|(c, _)| is_factor(&c.part) || c.name == POLICY)
        .map(|(column, values)| {
            let (values, words) = coded(values, rows);
            Factor {
                name: column.name.clone(),
                unit: column.unit.clone(),
                is_lever: column.part != "uncertainty",
                is_log: is_log(&column.doc, &values),
                values,
                words,
            }
        })
        .filter(|factor| !factor.is_constant())
        .collect()
}

/// Greatest ratio of two values that a scale of even steps still shows.
const LINEAR: f64 = 50.0;

/// Of a range what the sweep says of it; of anything else whether its values are far apart.
fn is_log(over: &str, values: &[f64]) -> bool {
    let over = over.rsplit(": ").next().unwrap_or_default();
    if over.contains(" .. ") {
        return over.ends_with(" log");
    }
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    low > 0.0 && high > LINEAR * low
}

/// Values at rows; texts as codes in the order in which they first occur.
fn coded(values: &Values, rows: &[usize]) -> (Vec<f64>, Vec<String>) {
    if let Some(numbers) = values.numbers() {
        return (rows.iter().map(|r| numbers[*r]).collect(), Vec::new());
    }
    let mut words: Vec<String> = Vec::new();
    let code = |row: &usize| {
        let word = values.print(*row);
        let known = words.iter().position(|w| *w == word);
        known.unwrap_or_else(|| {
            words.push(word);
            words.len() - 1
        }) as f64
    };
    let codes = rows.iter().map(code).collect();
    (codes, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_follow_the_sweep() {
        let wide = [1.0, 1000.0];
        assert!(is_log("people: 1 .. 1000 log", &[1.0, 2.0]));
        assert!(!is_log("people: 1 .. 1000", &wide));
        assert!(is_log(
            "share: its own distribution, 1 to 9 (5 and 95 %)",
            &wide
        ));
        assert!(!is_log("people: 1; 2; 3", &[1.0, 3.0]));
        assert!(!is_log("", &[0.0, 1000.0]), "zero has no logarithm");
    }
}
