//! Published results that a run must reproduce.

use super::Results;
use crate::model::Model;
use crate::model::policy::Expectation;
use crate::text::thousands;
use std::fmt;

/// An expectation and what came out.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// What was expected.
    pub expectation: &'a Expectation,
    /// The mean over replications; `None` when there is no such metric, or it is undefined.
    pub mean: Option<f64>,
}

impl Outcome<'_> {
    /// Whether the mean lies between the two ends.
    pub fn is_met(&self) -> bool {
        self.mean
            .is_some_and(|m| m >= self.expectation.low && m <= self.expectation.high)
    }
}

impl fmt::Display for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let e = self.expectation;
        let verdict = if self.is_met() { "met" } else { "MISSED" };
        let mean = self.mean.map_or("nothing of that name".into(), exact);
        write!(
            f,
            "expected `{}` {} to {}: {mean}, {verdict}",
            e.name,
            exact(e.low),
            exact(e.high)
        )?;
        match &e.source {
            Some(source) => write!(f, " ({source})"),
            None => Ok(()),
        }
    }
}

/// Six significant digits, so that the band can be seen.
fn exact(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let digits = 5.0 - libm::floor(libm::log10(value.abs()));
    let rounded = format!("{value:.*}", digits.clamp(0.0, 15.0) as usize);
    if value.abs() >= 1000.0 {
        thousands(value)
    } else {
        rounded
    }
}

/// All expectations of a model against the results of a run.
pub fn outcomes<'a>(model: &'a Model, results: &Results) -> Vec<Outcome<'a>> {
    model
        .expectations
        .iter()
        .map(|expectation| {
            let e = expectation;
            let found = results.find(&e.metric, &e.service, &e.desk, &e.class);
            Outcome {
                expectation,
                mean: found.and_then(|f| f.summary).map(|s| s.mean),
            }
        })
        .collect()
}
