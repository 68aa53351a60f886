//! A validated scenario: immutable, resolved, with typed handles in place of uncertain numbers.

pub mod dependence;
pub mod detector;
pub mod epistemic;
pub mod factor;
pub mod flow;
pub mod mechanism;
pub mod operating;
pub mod parameter;
pub mod policy;
mod population;
pub mod precision;
pub mod rates;
pub mod staff;
mod trigger;
pub mod world;

use dependence::Dependence;
use factor::Factor;
use mechanism::Mechanisms;
use parameter::Parameters;
use policy::{Expectation, Policy, Run};
use world::World;

/// Everything that a run needs to know.
#[derive(Debug, Clone)]
pub struct Model {
    /// One line.
    pub title: String,
    /// The question that it answers.
    pub question: Option<String>,
    /// What to look at.
    pub look_at: Option<String>,
    /// The document or debate that it belongs to.
    pub group: Option<String>,
    /// What those who want it expect.
    pub proponents: Option<String>,
    /// What those who oppose it expect.
    pub critics: Option<String>,
    /// Which numbers decide between them.
    pub decided_by: Option<String>,
    /// All numbers.
    pub parameters: Parameters,
    /// Which uncertain numbers are correlated; `None` when all are independent.
    pub dependence: Option<Dependence>,
    /// How things are.
    pub world: World,
    /// What is ordered.
    pub policy: Policy,
    /// What happens over time.
    pub mechanisms: Mechanisms,
    /// How it is run.
    pub run: Run,
    /// What a study of it varies.
    pub factors: Vec<Factor>,
    /// What must come out.
    pub expectations: Vec<Expectation>,
}

impl Model {
    /// Weekday of a day (Monday = 0).
    pub fn weekday(&self, day: usize) -> usize {
        (self.run.start_weekday + day) % 7
    }
}
