//! What the desks found, in items of the services.

use super::plan::Plan;
use super::stage::Stage;
use crate::model::Model;
use crate::model::parameter::Draw;

/// Items of the services found today at a desk of the chain, by class of abuse: its forwarded units times the items bundled in
/// them.
pub(crate) fn found(
    model: &Model,
    draw: &Draw,
    plan: &Plan,
    stages: &[Stage],
    place: Option<usize>,
) -> Vec<f64> {
    let mut found = vec![0.0; model.world.material.len()];
    let Some(place) = place else {
        return found;
    };
    let bundle: f64 = model.policy.desks[..=place]
        .iter()
        .map(|d| draw.of(model.world.desks[*d].items_per_arrival))
        .product();
    for (k, kind) in plan.kinds.iter().enumerate() {
        if kind.abroad.is_some() {
            continue;
        }
        if let Some(sum) = found.get_mut(kind.class) {
            let units: u64 = stages[place].outgoing.iter().map(|counts| counts[k]).sum();
            *sum += units as f64 * bundle;
        }
    }
    found
}
