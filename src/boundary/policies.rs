//! Policies over states of the world: what each risks, and which no other beats.

use super::{BoundaryError, Condition, Relation};
use crate::discovery::pareto::{self, Policies};
use crate::discovery::robust::{Direction, Measure, Outcomes, Resampled, bootstrap, ranks, scores};
use crate::export::rows::{Column, Table, Values};
use crate::random::Streams;

/// What is wanted of one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// Name of the column.
    pub metric: String,
    /// Whether more of it is better.
    pub direction: Direction,
    /// What is good enough.
    pub enough: f64,
}

impl Goal {
    /// The goal of a condition: its bound is good enough, and further on its side is better.
    pub fn of(condition: &Condition) -> Self {
        Self {
            metric: condition.column.clone(),
            direction: match condition.relation {
                Relation::Above => Direction::Maximise,
                Relation::Below => Direction::Minimise,
            },
            enough: condition.bound,
        }
    }

    /// Whether a value is good enough: on the better side of the bound, or on it.
    fn is_met(&self, value: f64) -> bool {
        self.direction.good(value) >= self.direction.good(self.enough)
    }
}

/// One policy by one measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The measure.
    pub measure: Measure,
    /// Its value.
    pub value: f64,
    /// Its interval over resamples of the states, and how often the policy is best.
    pub resampled: Resampled,
    /// Its rank, 1 for the best.
    pub rank: f64,
}

/// Whether any policy beats one in all metrics.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Whether none does, by means over states.
    pub is_undominated: bool,
    /// In which share of states and of resamples none does.
    pub shares: pareto::Standing,
}

/// Policies over states.
#[derive(Debug, Clone, PartialEq)]
pub struct Robust {
    /// Names of the policies: their levers.
    pub policies: Vec<String>,
    /// Number of states of the world, the same for all policies.
    pub states: usize,
    /// States left out because a metric is undefined for some policy.
    pub undefined: usize,
    /// By goal: the unit of its metric.
    pub units: Vec<String>,
    /// By goal and policy: mean over states.
    pub means: Vec<Vec<f64>>,
    /// By goal, then policy, then measure.
    pub scores: Vec<Vec<Vec<Score>>>,
    /// By policy: the share of states in which all goals are met at once; nothing of one goal.
    pub all_goals: Option<Vec<Score>>,
    /// By policy, against all goals together.
    pub standing: Vec<Standing>,
}

/// Confidence of intervals over resamples.
const LEVEL: f64 = 0.9;

/// Policies of a sweep, measured by `goals`: a policy is a setting of the levers, a state of the world a setting of the
/// uncertainties with the number of the replication.
///
/// # Errors
///
/// [`BoundaryError`] when there is one policy only, policies were run in different states, or a metric is not there.
pub fn robust(
    table: &Table,
    goals: &[Goal],
    resamples: usize,
    seed: u64,
) -> Result<Robust, BoundaryError> {
    let names = labels(table, |part, name| part == "lever" || name == "policy");
    let states = crossed_states(table).unwrap_or_else(|| {
        labels(table, |part, name| {
            part == "uncertainty" || name == "replication"
        })
    });
    let policies = distinct(&names);
    if policies.len() < 2 {
        return Err(BoundaryError::OnePolicy);
    }
    let columns: Vec<Vec<f64>> = goals
        .iter()
        .map(|goal| column(table, &goal.metric))
        .collect::<Result<_, _>>()?;
    let rows = matrix(&policies, &names, &states)?;
    let defined = |state: &usize| {
        let rows = rows.iter().map(|policy| policy[*state]);
        rows.into_iter()
            .all(|row| columns.iter().all(|c| c[row].is_finite()))
    };
    let all = rows.first().map_or(0, Vec::len);
    let kept: Vec<usize> = (0..all).filter(defined).collect();
    if kept.is_empty() {
        return Err(nowhere(goals, &columns, &policies, &rows));
    }
    let value = |goal: usize, policy: usize, state: usize| columns[goal][rows[policy][state]];
    let streams = Streams::new(seed);
    let mut means = Vec::new();
    let mut all_scores = Vec::new();
    for (g, goal) in goals.iter().enumerate() {
        let values: Vec<f64> = (0..policies.len())
            .flat_map(|p| kept.iter().map(move |s| (p, *s)))
            .map(|(p, s)| value(g, p, s))
            .collect();
        let outcomes = Outcomes::new(&values, policies.len(), kept.len(), goal.direction)?;
        let mean = |row: &[f64]| row.iter().sum::<f64>() / row.len() as f64;
        means.push(values.chunks(kept.len()).map(mean).collect());
        all_scores.push(measured(
            goal,
            &outcomes,
            policies.len(),
            resamples,
            &streams,
        )?);
    }
    let meets_all = |policy: usize, state: usize| {
        let met = |(g, goal): (usize, &Goal)| goal.is_met(value(g, policy, state));
        goals.iter().enumerate().all(met)
    };
    let all_goals = (goals.len() >= 2)
        .then(|| together(&policies, &kept, meets_all, resamples, &streams))
        .transpose()?;
    let standing = standing(goals, &policies, &kept, &means, value, resamples, &streams)?;
    Ok(Robust {
        all_goals,
        states: kept.len(),
        undefined: all - kept.len(),
        units: goals.iter().map(|goal| unit(table, &goal.metric)).collect(),
        policies,
        means,
        scores: all_scores,
        standing,
    })
}

/// Why no state is left: the metric that is undefined in most of them under one policy.
fn nowhere(
    goals: &[Goal],
    columns: &[Vec<f64>],
    policies: &[String],
    rows: &[Vec<usize>],
) -> BoundaryError {
    let mut worst = (0, 0, 0);
    for (g, column) in columns.iter().enumerate() {
        for (p, rows) in rows.iter().enumerate() {
            let undefined = rows.iter().filter(|row| !column[**row].is_finite()).count();
            if undefined > worst.0 {
                worst = (undefined, g, p);
            }
        }
    }
    BoundaryError::NoState {
        metric: goals[worst.1].metric.clone(),
        policy: policies[worst.2].clone(),
        undefined: worst.0,
        states: rows[worst.2].len(),
    }
}

fn unit(table: &Table, name: &str) -> String {
    let column = table.columns.iter().find(|c| c.name == name);
    column.map_or(String::new(), |c| c.unit.clone())
}

/// Every measure of one goal, by policy.
fn measured(
    goal: &Goal,
    outcomes: &Outcomes<'_>,
    policies: usize,
    resamples: usize,
    streams: &Streams,
) -> Result<Vec<Vec<Score>>, BoundaryError> {
    let measures = [
        Measure::Laplace,
        Measure::MeanRegret,
        Measure::RegretQuantile(0.9),
        Measure::MaxRegret,
        Measure::Maximin,
        Measure::Satisficing(goal.enough),
    ];
    let mut by_policy: Vec<Vec<Score>> = vec![Vec::new(); policies];
    for measure in measures {
        let scores = scored(outcomes, measure, goal.direction, resamples, streams)?;
        for (all, score) in by_policy.iter_mut().zip(scores) {
            all.push(score);
        }
    }
    Ok(by_policy)
}

/// One measure of every policy.
fn scored(
    outcomes: &Outcomes<'_>,
    measure: Measure,
    direction: Direction,
    resamples: usize,
    streams: &Streams,
) -> Result<Vec<Score>, BoundaryError> {
    let values: Vec<f64> = scores(outcomes, measure)?.iter().map(|s| s.value).collect();
    let ranks = ranks(&values, measure.better(direction));
    let resampled = bootstrap(outcomes, measure, resamples, LEVEL, streams)?;
    let each = values.into_iter().zip(resampled).zip(ranks);
    Ok(each
        .map(|((value, resampled), rank)| Score {
            measure,
            value,
            resampled,
            rank,
        })
        .collect())
}

/// The share of states in which a policy meets all goals.
fn together(
    policies: &[String],
    states: &[usize],
    meets_all: impl Fn(usize, usize) -> bool,
    resamples: usize,
    streams: &Streams,
) -> Result<Vec<Score>, BoundaryError> {
    let met: Vec<f64> = (0..policies.len())
        .flat_map(|p| states.iter().map(move |s| (p, *s)))
        .map(|(p, s)| f64::from(u8::from(meets_all(p, s))))
        .collect();
    let better = Direction::Maximise;
    let outcomes = Outcomes::new(&met, policies.len(), states.len(), better)?;
    let all = Measure::Satisficing(1.0);
    scored(&outcomes, all, better, resamples, streams)
}

fn standing(
    goals: &[Goal],
    policies: &[String],
    states: &[usize],
    means: &[Vec<f64>],
    value: impl Fn(usize, usize, usize) -> f64,
    resamples: usize,
    streams: &Streams,
) -> Result<Vec<Standing>, BoundaryError> {
    let directions: Vec<Direction> = goals.iter().map(|g| g.direction).collect();
    let of_means: Vec<f64> = (0..policies.len())
        .flat_map(|p| means.iter().map(move |m| m[p]))
        .collect();
    let front = Policies::new(&of_means, &directions)?.non_dominated();
    let mut tables = Vec::new();
    for state in states {
        for policy in 0..policies.len() {
            tables.extend((0..goals.len()).map(|goal| value(goal, policy, *state)));
        }
    }
    let shares = pareto::standing(&tables, policies.len(), &directions, resamples, streams)?;
    let pairs = front.into_iter().zip(shares);
    Ok(pairs
        .map(|(is_undominated, shares)| Standing {
            is_undominated,
            shares,
        })
        .collect())
}

/// The states of a crossed sweep by their numbers: scenarios with distributions of their own have other values in the same state.
fn crossed_states(table: &Table) -> Option<Vec<String>> {
    let [_, points] = table.manifest["method"]["crossed"].as_array()?.as_slice() else {
        return None;
    };
    let is_uncertain = |c: &Column| c.part == "uncertainty";
    let states = if table.columns.iter().any(is_uncertain) {
        points.as_u64()?.max(1)
    } else {
        1
    };
    let (_, Values::Integers(points)) = table.find("point")? else {
        return None;
    };
    let (_, Values::Integers(replications)) = table.find("replication")? else {
        return None;
    };
    let label = |(point, replication): (&u64, &u64)| format!("{} {replication}", point % states);
    Some(points.iter().zip(replications).map(label).collect())
}

/// By policy and state: the row.
fn matrix(
    policies: &[String],
    names: &[String],
    states: &[String],
) -> Result<Vec<Vec<usize>>, BoundaryError> {
    let rows_of = |policy: &String| -> Vec<usize> {
        let all = 0..names.len();
        all.filter(|row| names[*row] == *policy).collect()
    };
    let rows: Vec<Vec<usize>> = policies.iter().map(rows_of).collect();
    let expected: Vec<&String> = rows[0].iter().map(|row| &states[*row]).collect();
    for (policy, rows) in policies.iter().zip(&rows) {
        let found: Vec<&String> = rows.iter().map(|row| &states[*row]).collect();
        if found != expected {
            let same = found.iter().filter(|s| expected.contains(s)).count();
            return Err(BoundaryError::States {
                policy: policy.clone(),
                found: same,
                expected: expected.len(),
            });
        }
    }
    Ok(rows)
}

fn column(table: &Table, name: &str) -> Result<Vec<f64>, BoundaryError> {
    let metrics = || table.columns.iter().filter(|c| c.part == "metric");
    let known = metrics().any(|c| c.name == name);
    let values = table.find(name).and_then(|(_, values)| values.numbers());
    values
        .filter(|_| known)
        .ok_or_else(|| BoundaryError::Column {
            name: name.to_owned(),
            present: metrics().map(|c| c.name.clone()).collect(),
        })
}

/// One text for each row, of the columns that `is_in` picks and that vary.
fn labels(table: &Table, is_in: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let columns = table.columns.iter().zip(&table.values);
    let chosen: Vec<(&str, &Values)> = columns
        .filter(|(c, _)| is_in(&c.part, &c.name))
        .filter(|(_, v)| (1..v.len()).any(|row| v.print(row) != v.print(0)))
        .map(|(c, v)| (c.name.as_str(), v))
        .collect();
    let label = |row: usize| {
        let part = |(name, values): &(&str, &Values)| match *name {
            "policy" => values.print(row),
            name => format!("{name} = {}", short(values, row)),
        };
        let parts: Vec<String> = chosen.iter().map(part).collect();
        parts.join(", ")
    };
    (0..table.rows()).map(label).collect()
}

/// The value of a row with as few digits, at least four, as tell all values of its column apart.
fn short(values: &Values, row: usize) -> String {
    let Values::Reals(values) = values else {
        return values.print(row);
    };
    let rounded = |value: f64, digits: usize| {
        let text = format!("{value:.*e}", digits - 1);
        text.parse::<f64>().unwrap_or(value)
    };
    let tells_apart = |digits: &usize| {
        let alike = |v: &f64| rounded(*v, *digits) == rounded(values[row], *digits);
        values.iter().all(|v| *v == values[row] || !alike(v))
    };
    let digits = (4..17).find(tells_apart).unwrap_or(17);
    rounded(values[row], digits).to_string()
}

fn distinct(labels: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for label in labels {
        if !seen.contains(label) {
            seen.push(label.clone());
        }
    }
    seen
}
