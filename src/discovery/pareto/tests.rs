use proptest::prelude::*;

use super::*;
use Direction::{Maximise, Minimise};

#[test]
fn a_front_by_hand() {
    // Cost (less is better) and benefit (more is better).
    let table = [1.0, 1.0, 2.0, 3.0, 2.0, 2.0, 3.0, 3.0, 4.0, 5.0, 1.0, 1.0];
    let directions = [Minimise, Maximise];
    let front = |d: &[Direction]| Policies::new(&table, d).unwrap().non_dominated();
    assert_eq!(front(&directions), [true, true, false, false, true, true]);
    // Named mutant: without directions, the last of the trade-off beats all.
    assert_eq!(
        front(&[Maximise, Maximise]),
        [false, false, false, false, true, false]
    );
}

#[test]
fn epsilon_keeps_one_of_each_box() {
    let table = [0.1, 0.9, 0.12, 0.88, 0.5, 0.5, 0.55, 0.52, 0.9, 0.1];
    let directions = [Maximise, Maximise];
    let policies = Policies::new(&table, &directions).unwrap();
    assert_eq!(policies.non_dominated(), [true, true, false, true, true]);
    // Steps of 0.25: the boxes (0, 3), (2, 2), (3, 0); in the second box place 3 is nearer to the corner.
    assert_eq!(policies.epsilon_set(&[0.25, 0.25]).unwrap(), [1, 3, 4]);
    assert_eq!(policies.epsilon_set(&[10.0, 10.0]).unwrap().len(), 1);
    assert!(policies.epsilon_set(&[0.1]).is_err());
    assert!(policies.epsilon_set(&[0.1, 0.0]).is_err());
}

/// Two metrics, three policies, two states: the second policy is beaten in the second state only, the third always.
#[test]
fn standing_by_hand() {
    let values = [
        1.0, 2.0, 2.0, 1.0, 0.0, 0.0, //
        3.0, 3.0, 2.0, 1.0, 0.0, 0.0,
    ];
    let directions = [Maximise, Maximise];
    let times = 1000;
    let found = standing(&values, 3, &directions, times, &Streams::new(2)).unwrap();
    let states: Vec<f64> = found.iter().map(|s| s.of_states).collect();
    assert_eq!(states, [1.0, 0.5, 0.0]);
    assert_eq!(found[1].of_states_se, 0.125_f64.sqrt());
    assert_eq!((found[0].of_resamples, found[2].of_resamples), (1.0, 0.0));
    // Means of the first are (1, 2), (2, 2.5) or (3, 3): only the first draw, of probability 1/4, leaves the second
    // policy. Six standard errors: false alarm 2e-9.
    let off = 6.0 * (0.25_f64 * 0.75 / times as f64).sqrt();
    assert!((found[1].of_resamples - 0.25).abs() < off);
}

#[test]
fn refuses_by_name() {
    let error = |values: &[f64], d: &[Direction]| Policies::new(values, d).map(|_| ()).unwrap_err();
    assert_eq!(error(&[1.0], &[]).to_string(), "there are no metrics");
    assert_eq!(error(&[], &[Maximise]).to_string(), "there are no policies");
    assert!(matches!(
        error(&[1.0; 3], &[Maximise; 2]),
        DiscoveryError::Length { expected: 4, .. }
    ));
    assert!(matches!(
        error(&[1.0, f64::INFINITY], &[Maximise; 2]),
        DiscoveryError::NotFinite {
            column: 1,
            row: 0,
            ..
        }
    ));
    let streams = Streams::new(1);
    let of = |policies, times| standing(&[1.0; 4], policies, &[Maximise], times, &streams);
    assert!(of(0, 1).is_err() && of(3, 1).is_err() && of(2, 0).is_err());
    assert!(of(2, 1).is_ok());
}

/// Few distinct values, so that ties are common.
fn table() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec((0_u8..6).prop_map(f64::from), 3..90).prop_map(|mut v| {
        v.truncate(v.len() / 3 * 3);
        v
    })
}

proptest! {
    #[test]
    fn the_front_is_what_it_says(table in table(), shift in 0_usize..30) {
        let directions = [Maximise, Minimise, Maximise];
        let policies = Policies::new(&table, &directions).unwrap();
        let rows = policies.rows();
        let front = policies.non_dominated();
        for (place, row) in rows.iter().enumerate() {
            prop_assert_eq!(front[place], !rows.iter().any(|other| dominates(other, row)));
        }
        // The order of policies does not matter.
        let mut turned = table.clone();
        turned.rotate_left(3 * (shift % rows.len()));
        let mut expected = front.clone();
        expected.rotate_left(shift % rows.len());
        prop_assert_eq!(Policies::new(&turned, &directions).unwrap().non_dominated(), expected);
    }

    #[test]
    fn every_policy_is_covered_within_a_step(table in table(), step in 0.3..3.0_f64, shift in 0_usize..30) {
        let directions = [Maximise, Minimise, Maximise];
        let policies = Policies::new(&table, &directions).unwrap();
        let rows = policies.rows();
        let kept = policies.epsilon_set(&[step; 3]).unwrap();
        for row in &rows {
            let near = |&k: &usize| rows[k].iter().zip(*row).all(|(a, b)| a + step > *b);
            prop_assert!(kept.iter().any(near));
        }
        let mut turned = table.clone();
        turned.rotate_left(3 * (shift % rows.len()));
        let again = Policies::new(&turned, &directions).unwrap();
        let sorted = |policies: &Policies<'_>, kept: &[usize]| {
            let mut all: Vec<Vec<u64>> = kept
                .iter()
                .map(|&k| policies.rows()[k].iter().map(|v| v.to_bits()).collect())
                .collect();
            all.sort();
            all
        };
        let places = again.epsilon_set(&[step; 3]).unwrap();
        prop_assert_eq!(sorted(&policies, &kept), sorted(&again, &places));
    }
}
