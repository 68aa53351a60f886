//! A mechanism that is switched off is a mechanism that is not there, whatever else is on.

use super::rich::{ALL, Mechanism, text};
use crate::small::{bytes, simulated, valid};
use vessels::contrast::shortened;
use vessels::engine::Nobody;
use vessels::model::Model;
use vessels::results::simulate;

const RUN: &str = "days = 28\nreplications = 2\nseed = 4\n";

fn written(mechanisms: &[Mechanism], tail: &str) -> (String, String) {
    bytes(&simulated(
        &valid(&format!("{}{tail}", text(mechanisms, RUN))),
        1,
    ))
}

#[test]
fn off_is_absent() {
    let on = written(ALL, "");
    for (i, mechanism) in ALL.iter().enumerate() {
        let mut others = ALL.to_vec();
        others.remove(i);
        let absent = written(&others, "");
        let disabled = format!("{}enabled = false\n", mechanism.lines);
        let mut with = ALL.to_vec();
        with[i].lines = disabled.leak();
        let off = written(&with, "");
        assert!(absent == off, "{} is off and not absent", mechanism.header);
        assert!(on != off, "{} does nothing", mechanism.header);
    }
}

/// Techniques, groups and member states have no switch: written out with their defaults they change nothing.
#[test]
fn defaults_are_absent() {
    let absent = written(ALL, "");
    let techniques = "[techniques.client-side]\ndevices = 1\ncost = \"0 EUR\"\nlist-on-device = true\nreads-encrypted = true\n[techniques.server-side]\nreads-encrypted = false\nlist-on-device = false\n";
    assert!(absent == written(ALL, techniques));
    let seldom = "[techniques.client-side]\ndevices = 0.5\n";
    assert!(absent != written(ALL, seldom));
}

/// Runs that are compared are short, and have the random numbers of the long one.
#[test]
fn a_shortened_run_is_the_beginning_of_the_run() {
    let run = "days = 5\nreplications = 105\nrepeats = 3\nseed = 4\noutputs = \"totals\"\n";
    let model = valid(&text(ALL, run)).model;
    let few = shortened(&model);
    // Draws of three replications each are complete.
    assert_eq!(few.run.replications, 102);
    let results = |model: &Model| simulate(model, Some(1), &mut Nobody).expect("a run");
    let (all, few) = (results(&model), results(&few));
    for (all, few) in all.estimates.iter().zip(&few.estimates) {
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&all.values[..102]), bits(&few.values), "{:?}", all.key);
    }
}
