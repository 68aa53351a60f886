//! Which orders are in force on a day: dates, renewals, triggers.

use super::stage::Stage;
use super::watch::Watch;
use crate::model::Model;
use crate::model::parameter::Draw;
use crate::model::policy::Action;

/// The state of one order.
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    /// Begins on a day.
    Waiting(usize),
    /// Until something starts it.
    StandingBy,
    /// In force up to a day, which may be past the horizon.
    InForce(usize),
    Ended,
}

/// One order over the days of a replication.
struct Entry {
    state: State,
    /// When it begins or began, in days: ends are rounded, not terms.
    begin: f64,
    duration: Option<f64>,
    /// Terms that were granted.
    terms: u64,
    renewals: u64,
    renew_if: Option<Watch>,
    /// Days on which it was in force.
    days: u64,
}

/// All orders and triggers of a replication.
pub(crate) struct OrderBook {
    entries: Vec<Entry>,
    /// Triggers that have not fired: index, and what they watch.
    triggers: Vec<(usize, Watch)>,
    active: Vec<bool>,
}

/// What the start of a day changed.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Changes {
    /// Whether the orders in force are others than the day before.
    pub(crate) active: bool,
    /// Triggers that give an order another rule.
    pub(crate) rules: Vec<usize>,
}

fn whole(days: f64) -> usize {
    libm::round(days) as usize
}

impl OrderBook {
    pub(crate) fn new(model: &Model, draw: &Draw) -> Self {
        let watch = |c: &crate::model::policy::Condition| Watch::new(model, draw, c);
        let entry = |order: &crate::model::policy::Order| Entry {
            state: if order.stands_by {
                State::StandingBy
            } else {
                State::Waiting(whole(draw.of(order.from)))
            },
            begin: draw.of(order.from),
            duration: order.duration.map(|d| draw.of(d)),
            terms: 1,
            renewals: order.renewals,
            renew_if: order.renew_if.as_ref().map(watch),
            days: 0,
        };
        let triggers = model.policy.triggers.iter().enumerate();
        Self {
            entries: model.policy.orders.iter().map(entry).collect(),
            triggers: triggers.map(|(i, t)| (i, watch(&t.when))).collect(),
            active: vec![false; model.policy.orders.len()],
        }
    }

    /// By order of the policy.
    pub(crate) fn active(&self) -> &[bool] {
        &self.active
    }

    /// Days on which each order was in force.
    pub(crate) fn days(&self) -> Vec<u64> {
        self.entries.iter().map(|e| e.days).collect()
    }

    /// Starts and ends orders at the start of a day.
    pub(crate) fn begin(&mut self, model: &Model, day: usize) -> Changes {
        let mut changes = Changes::default();
        let fired: Vec<usize> = self
            .triggers
            .iter()
            .filter(|(_, w)| w.holds())
            .map(|(i, _)| *i)
            .collect();
        self.triggers.retain(|(i, _)| !fired.contains(i));
        for i in fired {
            let trigger = &model.policy.triggers[i];
            let entry = &mut self.entries[trigger.order];
            match trigger.action {
                Action::Start => entry.start(day),
                Action::Stop => entry.state = State::Ended,
                Action::Rule(_) => changes.rules.push(i),
            }
        }
        for (entry, active) in self.entries.iter_mut().zip(&mut self.active) {
            let now = entry.is_active(day);
            changes.active |= now != *active;
            *active = now;
        }
        changes
    }

    /// Looks at the desks at the end of a day.
    pub(crate) fn end(&mut self, stages: &[Stage]) {
        let renewals = self.entries.iter_mut().filter_map(|e| e.renew_if.as_mut());
        for watch in self.triggers.iter_mut().map(|(_, w)| w).chain(renewals) {
            watch.look(stages);
        }
    }
}

impl Entry {
    fn start(&mut self, day: usize) {
        if matches!(self.state, State::StandingBy | State::Waiting(_)) {
            self.begin = day as f64;
            self.state = self.in_force();
        }
    }

    fn in_force(&self) -> State {
        let end = |d| whole(self.begin + self.terms as f64 * d);
        State::InForce(self.duration.map_or(usize::MAX, end))
    }

    /// Moves on to `day` and says whether the order is in force on it.
    fn is_active(&mut self, day: usize) -> bool {
        if let State::Waiting(from) = self.state
            && day >= from
        {
            self.state = self.in_force();
        }
        while let State::InForce(end) = self.state
            && day >= end
        {
            let granted = self.renew_if.as_ref().is_none_or(Watch::holds);
            self.state = if self.renewals > 0 && granted && self.duration > Some(0.0) {
                self.renewals -= 1;
                self.terms += 1;
                self.in_force()
            } else {
                State::Ended
            };
        }
        let active = matches!(self.state, State::InForce(end) if day < end);
        self.days += u64::from(active);
        active
    }
}
