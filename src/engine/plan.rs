//! What is drawn apart: lanes of flags (one class of one modality of one service) and kinds of units at the desks.

use crate::model::Model;
use crate::model::parameter::Draw;
use crate::model::world::Class;
use std::ops::Range;

/// What a desk can tell apart, and what is counted apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) class: Class,
    /// Priority at each desk of the chain.
    pub(crate) priority: Vec<usize>,
    /// The clearing house that reported it from abroad; `None` from the services.
    pub(crate) abroad: Option<usize>,
}

/// Flags of one class in one stream.
#[derive(Debug, Clone)]
pub(crate) struct Lane {
    pub(crate) class: Class,
    /// Index of the kind, by order of the stream.
    pub(crate) kinds: Vec<usize>,
}

impl Lane {
    /// The one kind that its flags are of; `None` when that depends on the order.
    pub(crate) fn only_kind(&self) -> Option<usize> {
        let first = *self.kinds.first()?;
        self.kinds.iter().all(|k| *k == first).then_some(first)
    }
}

/// One modality of one service.
#[derive(Debug, Clone)]
pub(crate) struct ItemStream {
    pub(crate) service: usize,
    pub(crate) modality: usize,
    /// Orders that may read it, by index into the policy's list.
    pub(crate) orders: Vec<usize>,
    /// Benign lanes first, so that abuse that moves or ends leaves the draws of innocent flags as they were.
    pub(crate) lanes: Range<usize>,
}

/// All streams, lanes and kinds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub(crate) streams: Vec<ItemStream>,
    pub(crate) lanes: Vec<Lane>,
    pub(crate) kinds: Vec<Kind>,
}

impl Plan {
    pub(crate) fn new(model: &Model, draw: &Draw) -> Self {
        let mut plan = Self::default();
        for (s, service) in model.world.services.iter().enumerate() {
            for m in 0..model.world.modalities.len() {
                if service.base_volume(draw, m) > 0.0 {
                    plan.add_stream(model, s, m);
                }
            }
        }
        for house in 0..model.mechanisms.clearing_houses.len() {
            for class in 0..model.world.classes() {
                plan.kinds.push(Kind {
                    class,
                    priority: priorities(model, class, None),
                    abroad: Some(house),
                });
            }
        }
        plan
    }

    fn add_stream(&mut self, model: &Model, service: usize, modality: usize) {
        let world = &model.world;
        let reads = |o: &usize| {
            let order = &model.policy.orders[*o];
            order.services.contains(&service)
                && world.detectors[order.detector]
                    .modalities
                    .contains(&modality)
        };
        let orders: Vec<usize> = (0..model.policy.orders.len()).filter(reads).collect();
        let first = self.lanes.len();
        if !orders.is_empty() {
            let carried = |class: &Class| {
                world
                    .class_modality(*class)
                    .is_none_or(|own| own == modality)
            };
            let material = world.material.len();
            let classes = (material..world.classes()).chain(0..material);
            for class in classes.filter(carried) {
                let kinds = orders.iter().map(|o| self.kind(model, class, *o)).collect();
                self.lanes.push(Lane { class, kinds });
            }
        }
        self.streams.push(ItemStream {
            service,
            modality,
            orders,
            lanes: first..self.lanes.len(),
        });
    }

    fn kind(&mut self, model: &Model, class: Class, order: usize) -> usize {
        let kind = Kind {
            class,
            priority: priorities(model, class, Some(order)),
            abroad: None,
        };
        if let Some(i) = self.kinds.iter().position(|k| *k == kind) {
            return i;
        }
        self.kinds.push(kind);
        self.kinds.len() - 1
    }
}

fn priorities(model: &Model, class: Class, order: Option<usize>) -> Vec<usize> {
    let detector = order.map_or("", |o| {
        &model.world.detectors[model.policy.orders[o].detector].name
    });
    let class = model.world.class_name(class);
    let desks = model.policy.desks.iter();
    desks
        .map(|d| model.world.desks[*d].priority_of(class, detector))
        .collect()
}
