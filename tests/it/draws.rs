//! Draws far out in the tails: a bundled scenario must stand any number of replications.

use vessels::model::Model;
use vessels::model::epistemic::{Fixed, Pin, Sampler};
use vessels::model::parameter::Draw;

/// Less likely than one draw in a million sweeps of a thousand replications.
const FAR: f64 = 1e-9;

/// What is impossible in a draw, if something is.
fn fault(model: &Model, draw: &Draw) -> Option<String> {
    let preset = model.preset(&model.parameters.central()).unwrap();
    if let Err(error) = model.operating_points(draw, &preset) {
        return Some(error.to_string());
    }
    let (services, modalities) = (&model.world.services, &model.world.modalities);
    let mut wholes = (0..services.len()).flat_map(|s| (0..modalities.len()).map(move |m| (s, m)));
    wholes
        .find(|&(s, m)| {
            let shares = model.world.composition(draw, s, m);
            shares.iter().any(|share| !(*share >= 0.0))
        })
        .map(|(s, m)| format!("shares of `{}` at `{}`", modalities[m], services[s].name))
}

/// Each uncertain number at both far ends, the others wherever they fall.
#[test]
fn no_bundled_scenario_has_an_impossible_draw() {
    let mut faults = Vec::new();
    for loaded in crate::repo::bundled() {
        if loaded.world_only {
            continue;
        }
        let model = &loaded.model;
        let (sampler, central) = (Sampler::new(model), model.parameters.central());
        let numbers = model.parameters.iter().enumerate();
        for (parameter, number) in numbers.filter(|(_, p)| p.is_uncertain()) {
            for u in [FAR, 1.0 - FAR] {
                let fixed = Fixed::Quantile(u);
                let draw = sampler.draw(model, &central, 0, &[Pin { parameter, fixed }]);
                let path = &number.path;
                let said = fault(model, &draw);
                faults.extend(said.map(|f| format!("{}, {path} at {u}: {f}", model.title)));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
