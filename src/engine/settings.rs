//! At which thresholds the orders work, and how much each of them read at which.

use super::error::EngineError;
use super::replication::Prepared;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::theory::curve::Curve;

/// The list of a detector may grow by this share before its false-positive rate is calculated anew.
const LIST_STEP: f64 = 0.01;

/// What an order read at one threshold, with one list.
#[derive(Debug, Clone)]
pub(crate) struct Spell {
    pub(crate) point: OperatingPoint,
    /// Items.
    pub(crate) read: f64,
}

/// The operating points of all orders over the days of a replication.
pub(crate) struct Settings {
    points: Vec<OperatingPoint>,
    /// Items read since an order's point last changed.
    read: Vec<f64>,
    /// What came before, by order.
    past: Vec<Vec<Spell>>,
    /// Pieces that joined the list so far.
    listed: u64,
}

impl Settings {
    pub(crate) fn new(points: &[OperatingPoint]) -> Self {
        Self {
            points: points.to_vec(),
            read: vec![0.0; points.len()],
            past: vec![Vec::new(); points.len()],
            listed: 0,
        }
    }

    /// Those of today.
    pub(crate) fn points(&self) -> &[OperatingPoint] {
        &self.points
    }

    /// An order has read so many items more.
    pub(crate) fn add(&mut self, order: usize, items: f64) {
        self.read[order] += items;
    }

    fn change(&mut self, order: usize, point: OperatingPoint) {
        let before = std::mem::replace(&mut self.points[order], point);
        let read = std::mem::take(&mut self.read[order]);
        if read > 0.0 {
            self.past[order].push(Spell {
                point: before,
                read,
            });
        }
    }

    /// A trigger gives its order another rule; what its list has learned stays.
    pub(crate) fn change_rule(
        &mut self,
        prepared: &Prepared<'_>,
        draw: &Draw,
        trigger: usize,
    ) -> Result<(), EngineError> {
        let model = prepared.model;
        let order = model.policy.triggers[trigger].order;
        let preset = prepared.triggered[trigger];
        let changed = model.changed_point(draw, trigger, preset);
        let mut point = changed.map_err(|source| EngineError::Trigger {
            trigger: model.policy.triggers[trigger].name.clone(),
            source,
        })?;
        let curve = &self.points[order].curve;
        if matches!(curve, Curve::Hash(_)) {
            point = point.on(curve.clone());
        }
        self.change(order, point);
        Ok(())
    }

    /// Gives the detector that learns the list that it has today, of `listed` pieces more than at the start; whether its rates are
    /// calculated anew.
    pub(crate) fn grow_list(&mut self, prepared: &Prepared<'_>, listed: u64) -> bool {
        let Some(learning) = &prepared.model.mechanisms.learning else {
            return false;
        };
        let more = (listed - self.listed) as f64;
        let mut grown = false;
        for (i, order) in prepared.model.policy.orders.iter().enumerate() {
            if order.detector != learning.detector {
                continue;
            }
            let Curve::Hash(hash) = &self.points[i].curve else {
                continue;
            };
            if more >= LIST_STEP * hash.list_size() {
                let curve = Curve::Hash(hash.with_more(more));
                self.change(i, self.points[i].clone().on(curve));
                grown = true;
            }
        }
        if grown {
            self.listed = listed;
        }
        grown
    }

    /// By order, everything that it read.
    pub(crate) fn close(mut self) -> Vec<Vec<Spell>> {
        for order in 0..self.points.len() {
            let last = self.points[order].clone();
            self.change(order, last);
        }
        self.past
    }
}
