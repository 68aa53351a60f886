//! Crossed designs: every policy in the same states of the world, however the table is cut.

use super::{BOTH, STEM, Sweep, assert_same, bytes, folder};
use vessels::boundary::{Condition, Goal, robust};
use vessels::export::rows::{Table, merge, read_table};
use vessels::study::combination::Method;
use vessels::study::crossed::Sampling;

const PEOPLE: &str = "desks.provider.staff.people";
const PREVALENCE: &str = "material.new.prevalence";

/// 3 levels of people × 4 points of the prevalence × 3 replications: 36 rows, so 6 blocks.
fn crossed(sampling: Sampling) -> Sweep {
    Sweep::of(Method::Crossed(sampling, 4), 1)
}

fn numbers(table: &Table, name: &str) -> Vec<f64> {
    let (_, values) = table.find(name).unwrap_or_else(|| panic!("no {name}"));
    values.numbers().unwrap()
}

#[test]
fn every_policy_meets_the_same_states() {
    for sampling in [Sampling::Random, Sampling::Latin, Sampling::Sobol] {
        let folder = folder();
        let files = crossed(sampling).make(folder.path(), None);
        let table = read_table(&files[0]).unwrap();
        assert_eq!(table.rows(), 36);
        let people: Vec<f64> = numbers(&table, PEOPLE).chunks(12).map(|c| c[0]).collect();
        assert_eq!((people[0], people[2]), (1.0, 400.0), "{people:?}");
        let states: Vec<(f64, f64)> = numbers(&table, PREVALENCE)
            .into_iter()
            .zip(numbers(&table, "replication"))
            .collect();
        for policy in states.chunks(12) {
            assert_eq!(policy, &states[..12], "{sampling:?}");
        }
        let mut different = numbers(&table, PREVALENCE);
        different.sort_by(f64::total_cmp);
        different.dedup();
        assert_eq!(different.len(), 4);
        // What arrives does not depend on the people at the desk: the same chance as well as the same world.
        let arrivals = numbers(&table, "flags");
        assert!(arrivals.iter().all(|x| x.is_finite()));
        assert_eq!(arrivals[..12], arrivals[12..24]);
        assert_eq!(arrivals[..12], arrivals[24..]);
        let goal = Goal::of(&Condition::parse("backlog@provider < 100").unwrap());
        let held = robust(&table, &[goal], 20, 1).unwrap();
        assert_eq!((held.policies.len(), held.states), (3, 12));
    }
}

#[test]
fn shards_are_the_whole() {
    let sweep = crossed(Sampling::Latin);
    let whole = sweep.whole();
    for of in [2, 5] {
        let parts = folder();
        let mut shards = sweep.shards(parts.path(), of);
        shards.reverse();
        let joined = folder();
        merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
        assert_same(&bytes(joined.path()), &whole);
    }
}
