use proptest::prelude::*;

use super::*;
use crate::random::{Streams, uniform_open};
use crate::special::normal;

/// Three policies in four states.
const TABLE: [f64; 12] = [
    1.0, 4.0, 2.0, 9.0, //
    3.0, 3.0, 3.0, 3.0, //
    0.0, 8.0, 1.0, 7.0,
];

fn values(direction: Direction, measure: Measure) -> Vec<f64> {
    let outcomes = Outcomes::new(&TABLE, 3, 4, direction).unwrap();
    let scores = scores(&outcomes, measure).unwrap();
    scores.iter().map(|s| s.value).collect()
}

#[test]
fn regret_by_hand() {
    use Direction::{Maximise, Minimise};
    let outcomes = Outcomes::new(&TABLE, 3, 4, Maximise).unwrap();
    assert_eq!(outcomes.regret()[0], [2.0, 4.0, 1.0, 0.0]);
    assert_eq!(outcomes.regret()[1], [0.0, 5.0, 0.0, 6.0]);
    assert_eq!(outcomes.regret()[2], [3.0, 0.0, 2.0, 2.0]);
    assert_eq!(values(Maximise, Measure::MaxRegret), [4.0, 6.0, 3.0]);
    assert_eq!(values(Maximise, Measure::MeanRegret), [1.75, 2.75, 1.75]);
    // Sorted regret of the first: 0 1 2 4; 0.9 · 3 = 2.7 lies 0.7 of the way from 2 to 4.
    let p90 = values(Maximise, Measure::RegretQuantile(0.9));
    assert!((p90[0] - 3.4).abs() < 1e-12);
    // Minimised, the best are 0, 3, 1, 3.
    assert_eq!(values(Minimise, Measure::MaxRegret), [6.0, 3.0, 5.0]);
    // Named mutant: regret against the policy's own best state would be 8 for the first.
    assert_ne!(values(Maximise, Measure::MaxRegret)[0], 8.0);
}

#[test]
fn the_other_measures_by_hand() {
    use Direction::{Maximise, Minimise};
    assert_eq!(values(Maximise, Measure::Satisficing(3.0)), [0.5, 1.0, 0.5]);
    assert_eq!(values(Minimise, Measure::Satisficing(3.0)), [0.5, 1.0, 0.5]);
    assert_eq!(
        values(Minimise, Measure::Satisficing(1.0)),
        [0.25, 0.0, 0.5]
    );
    assert_eq!(values(Maximise, Measure::Maximin), [1.0, 3.0, 0.0]);
    assert_eq!(values(Minimise, Measure::Maximin), [9.0, 3.0, 8.0]);
    assert_eq!(values(Maximise, Measure::Hurwicz(0.25)), [3.0, 3.0, 2.0]);
    assert_eq!(values(Minimise, Measure::Hurwicz(1.0)), [1.0, 3.0, 0.0]);
    assert_eq!(values(Minimise, Measure::Laplace), [4.0, 3.0, 4.0]);
    assert_eq!(values(Maximise, Measure::SignalToNoise)[1], 4.0);
    assert_eq!(values(Minimise, Measure::SignalToNoise)[1], 4.0);
    // Median 3; the worse half is 1 and 2 when maximised, 4 and 9 when minimised.
    let deviations = Measure::UndesirableDeviations;
    assert_eq!(values(Maximise, deviations)[..2], [0.75, 0.0]);
    assert_eq!(values(Minimise, deviations)[..2], [1.75, 0.0]);
}

#[test]
fn errors_are_of_means_and_shares() {
    let outcomes = Outcomes::new(&TABLE, 3, 4, Direction::Maximise).unwrap();
    let se = |measure| scores(&outcomes, measure).unwrap()[0].se;
    assert_eq!(se(Measure::Satisficing(3.0)), Some(0.25));
    // Values 1 4 2 9: mean 4, squares 9 + 0 + 4 + 25 = 38.
    let expected = (38.0_f64 / 3.0).sqrt() / 2.0;
    assert!((se(Measure::Laplace).unwrap() - expected).abs() < 1e-12);
    assert_eq!(se(Measure::MaxRegret), None);
}

#[test]
fn ranks_share_ties() {
    let ranks = |v: &[f64]| ranks(v, Direction::Minimise);
    assert_eq!(ranks(&[2.0, 1.0, 2.0, 5.0]), [2.5, 1.0, 2.5, 4.0]);
}

/// A mean of 400 uniforms: the percentile interval agrees with the normal one within the error of 2,000 resamples.
///
/// The standard deviation of a bootstrapped 2.5 % quantile is √(p·q/B)/φ(z)·σ = 0.06 σ; six of them: false alarm below
/// 1e-8 for both ends and policies.
#[test]
fn the_interval_of_a_mean_is_the_normal_one() {
    let mut rng = Streams::new(4).stream("states", 0);
    let table: Vec<f64> = (0..800)
        .map(|i| uniform_open(&mut rng) + if i < 400 { 0.0 } else { 0.3 })
        .collect();
    let outcomes = Outcomes::new(&table, 2, 400, Direction::Maximise).unwrap();
    let measure = Measure::Laplace;
    let streams = Streams::new(9);
    let resampled = bootstrap(&outcomes, measure, 2000, 0.95, &streams).unwrap();
    let z = normal::quantile(0.975);
    let off = 6.0 * (0.025_f64 * 0.975 / 2000.0).sqrt() / normal::density(z);
    for (score, found) in scores(&outcomes, measure).unwrap().iter().zip(&resampled) {
        let se = score.se.unwrap();
        assert!((found.low - (score.value - z * se)).abs() < off * se);
        assert!((found.high - (score.value + z * se)).abs() < off * se);
    }
    // Ten standard errors apart: the second is best in every resample.
    assert_eq!((resampled[0].best, resampled[1].best), (0.0, 1.0));
    assert_eq!(
        resampled,
        bootstrap(&outcomes, measure, 2000, 0.95, &streams).unwrap()
    );
}

#[test]
fn refuses_by_name() {
    let new = |values: &[f64], p, s| {
        Outcomes::new(values, p, s, Direction::Maximise)
            .map(|_| ())
            .unwrap_err()
    };
    assert_eq!(new(&[], 0, 1).to_string(), "there are no policies");
    assert_eq!(new(&[], 1, 0).to_string(), "there are no states");
    assert!(matches!(new(&[1.0], 1, 2), DiscoveryError::Length { .. }));
    assert!(matches!(
        new(&[0.0, 1.0, 2.0, f64::NAN], 2, 2),
        DiscoveryError::NotFinite {
            column: 1,
            row: 1,
            ..
        }
    ));
    let outcomes = Outcomes::new(&TABLE, 3, 4, Direction::Maximise).unwrap();
    for measure in [
        Measure::RegretQuantile(1.1),
        Measure::Hurwicz(-0.1),
        Measure::Satisficing(f64::NAN),
    ] {
        assert!(scores(&outcomes, measure).is_err());
    }
    let streams = Streams::new(1);
    assert!(bootstrap(&outcomes, Measure::Laplace, 0, 0.9, &streams).is_err());
    assert!(bootstrap(&outcomes, Measure::Laplace, 1, 1.0, &streams).is_err());
}

proptest! {
    /// Some policy has no regret in each state; the order of policies does not matter; Hurwicz lies between the ends.
    #[test]
    fn measures_are_consistent(table in proptest::collection::vec(-10.0..10.0_f64, 12), weight in 0.0..1.0_f64) {
        for direction in [Direction::Minimise, Direction::Maximise] {
            let outcomes = Outcomes::new(&table, 4, 3, direction).unwrap();
            let regret = outcomes.regret();
            for state in 0..3 {
                prop_assert!(regret.iter().all(|r| r[state] >= 0.0));
                prop_assert!(regret.iter().any(|r| r[state] == 0.0));
            }
            let value = |measure| scores(&outcomes, measure).unwrap()[0].value;
            let (worst, best) = (value(Measure::Maximin), value(Measure::Hurwicz(1.0)));
            let between = direction.good(value(Measure::Hurwicz(weight)));
            prop_assert!(between >= direction.good(worst) - 1e-9);
            prop_assert!(between <= direction.good(best) + 1e-9);
            prop_assert!(value(Measure::MeanRegret) <= value(Measure::MaxRegret) + 1e-9);
            prop_assert!(value(Measure::RegretQuantile(0.9)) <= value(Measure::MaxRegret));
        }
    }
}
