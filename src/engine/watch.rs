//! Conditions on what happens at a desk, looked at day by day.

use super::stage::Stage;
use crate::model::Model;
use crate::model::parameter::Draw;
use crate::model::policy::{Condition, Watched};
use std::collections::VecDeque;

/// A condition and what was seen so far.
pub(crate) struct Watch {
    watched: Watched,
    /// Place in the chain; `None` when reports do not pass the desk.
    stage: Option<usize>,
    above: bool,
    bound: f64,
    days: usize,
    /// Numerator and denominator of the last days.
    seen: VecDeque<(f64, f64)>,
}

impl Watch {
    pub(crate) fn new(model: &Model, draw: &Draw, condition: &Condition) -> Self {
        let chain = &model.policy.desks;
        Self {
            watched: condition.watched,
            stage: chain.iter().position(|d| *d == condition.desk),
            above: condition.above,
            bound: draw.of(condition.bound),
            days: (libm::round(draw.of(condition.days)) as usize).max(1),
            seen: VecDeque::new(),
        }
    }

    /// Looks at the end of a day.
    pub(crate) fn look(&mut self, stages: &[Stage]) {
        let Some(stage) = self.stage.and_then(|s| stages.get(s)) else {
            return;
        };
        let today = &stage.today;
        self.seen.push_back(match self.watched {
            Watched::Backlog => (today.backlog as f64, 1.0),
            Watched::BacklogDays => (stage.backlog_days(), 1.0),
            Watched::Arrivals => (today.arrived as f64, 1.0),
            Watched::Precision => (today.true_arrived as f64, today.arrived as f64),
        });
        if self.seen.len() > self.days {
            self.seen.pop_front();
        }
    }

    /// Whether the condition holds after the days that were looked at.
    pub(crate) fn holds(&self) -> bool {
        if self.seen.len() < self.days {
            return false;
        }
        let beyond = |value: f64| {
            if self.above {
                value > self.bound
            } else {
                value < self.bound
            }
        };
        match self.watched {
            Watched::Backlog | Watched::BacklogDays => self.seen.iter().all(|s| beyond(s.0)),
            Watched::Arrivals | Watched::Precision => {
                let (sum, weight) = self
                    .seen
                    .iter()
                    .fold((0.0, 0.0), |a, s| (a.0 + s.0, a.1 + s.1));
                weight > 0.0 && beyond(sum / weight)
            }
        }
    }
}
