//! What a unit of a lane probably is at each stage of the chain.
//!
//! Given its lane, the kind of every unit is independent of everything that queues do. A stage only tilts the
//! probabilities: copies are dismissed by class, and units are forwarded by class.

use super::lanes::{Kind, Lane};
use crate::model::Model;
use crate::model::parameter::Draw;

/// Probabilities of the kinds of one lane at one desk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mix {
    /// On arrival.
    pub(crate) arriving: Vec<f64>,
    /// Of copies.
    pub(crate) duplicate: Vec<f64>,
    /// Of what is queued.
    pub(crate) queued: Vec<f64>,
    /// Of what is forwarded.
    pub(crate) forwarded: Vec<f64>,
    /// Of what is read and not forwarded.
    pub(crate) dismissed: Vec<f64>,
    /// P(copy).
    pub(crate) duplicate_share: f64,
    /// P(forwarded | read).
    pub(crate) forward_share: f64,
}

/// Mixes of all lanes at every desk of the chain: `mixes[desk][lane]`.
pub(crate) fn mixes(model: &Model, draw: &Draw, lanes: &[Lane]) -> Vec<Vec<Mix>> {
    let mut arriving: Vec<Vec<f64>> = lanes.iter().map(|l| l.mix.clone()).collect();
    let mut chain = Vec::new();
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        let duplicate = |k: &Kind| desk.duplicate_share(draw, &model.world, k.class);
        let forward = |k: &Kind| draw.of(desk.forward[k.class]);
        let stage: Vec<Mix> = lanes
            .iter()
            .zip(&arriving)
            .map(|(lane, arriving)| {
                let copies = tilt(arriving, &lane.kinds, duplicate);
                let queued = tilt(arriving, &lane.kinds, |k| 1.0 - duplicate(k));
                let forwarded = tilt(&queued.0, &lane.kinds, forward);
                let dismissed = tilt(&queued.0, &lane.kinds, |k| 1.0 - forward(k));
                Mix {
                    arriving: arriving.clone(),
                    duplicate: copies.0,
                    queued: queued.0,
                    forwarded: forwarded.0,
                    dismissed: dismissed.0,
                    duplicate_share: copies.1,
                    forward_share: forwarded.1,
                }
            })
            .collect();
        arriving = stage.iter().map(|m| m.forwarded.clone()).collect();
        chain.push(stage);
    }
    chain
}

/// Probabilities multiplied by a share of each kind and normalised, and the mean share.
fn tilt(mix: &[f64], kinds: &[Kind], share: impl Fn(&Kind) -> f64) -> (Vec<f64>, f64) {
    let weighted: Vec<f64> = mix.iter().zip(kinds).map(|(p, k)| p * share(k)).collect();
    let total: f64 = weighted.iter().sum();
    if total <= 0.0 {
        return (vec![0.0; mix.len()], 0.0);
    }
    (weighted.iter().map(|w| w / total).collect(), total.min(1.0))
}
