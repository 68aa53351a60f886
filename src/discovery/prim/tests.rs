use proptest::prelude::*;

use super::*;
use crate::discovery::Column;
use crate::random::{Streams, uniform_open};
use crate::special::binomial;

/// Number i of SplitMix64, as in `benches/peers/prim_ema.py`.
fn uniform(i: u64) -> f64 {
    let z = i.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The data of `benches/peers/prim_ema.py`, by columns.
fn planted(n: usize, d: usize) -> (Vec<Vec<f64>>, Vec<bool>) {
    let mut columns: Vec<Vec<f64>> = (0..d)
        .map(|j| (0..n).map(|i| uniform((i * d + j) as u64)).collect())
        .collect();
    let interest = (0..n)
        .map(|i| {
            let inside = (0.3..=0.7).contains(&columns[0][i]) && columns[1][i] >= 0.4;
            uniform((n * d + i) as u64) < if inside { 0.9 } else { 0.05 }
        })
        .collect();
    for value in &mut columns[d - 1] {
        *value = (*value * 20.0).floor() / 20.0;
    }
    (columns, interest)
}

fn real(columns: &[Vec<f64>]) -> Vec<Column<'_>> {
    columns.iter().map(|c| Column::Real(c)).collect()
}

fn pasting() -> Options {
    Options {
        paste: Some(0.05),
        ..Options::default()
    }
}

#[test]
fn the_boxes_of_ema_workbench() {
    let theirs: Vec<serde_json::Value> = serde_json::from_str(include_str!("ema.json")).unwrap();
    let (columns, interest) = planted(500, 4);
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let prim = Prim::new(&cases, pasting()).unwrap();
    let ours = prim.find();
    assert_eq!(ours.steps.len(), theirs.len());
    for (number, (ours, theirs)) in ours.steps.iter().zip(&theirs).enumerate() {
        assert_eq!(ours.quality.cases as u64, theirs["cases"], "box {number}");
        assert_eq!(ours.quality.hits as u64, theirs["hits"], "box {number}");
        let quasi_p = prim.quasi_p(&ours.region);
        for (j, limit) in ours.region.limits.iter().enumerate() {
            let (lower, upper) = limit.ends();
            let theirs = &theirs["limits"][j];
            // The reader of JSON may be off by the last digit.
            let same = |a: f64, b: f64| a == b || (a - b).abs() <= f64::EPSILON * a.abs();
            assert!(same(theirs[0].as_f64().unwrap_or(f64::NEG_INFINITY), lower));
            assert!(same(theirs[1].as_f64().unwrap_or(f64::INFINITY), upper));
        }
        for p in &quasi_p {
            let theirs = &theirs["quasi_p"][format!("x{}", p.column)];
            for (ours, theirs) in [(p.lower, &theirs[0]), (p.upper, &theirs[1])] {
                let theirs = theirs.as_f64().unwrap();
                let ours = ours.unwrap_or(-1.0);
                assert!(
                    (ours - theirs).abs() <= 1e-9 * theirs.abs(),
                    "{ours} {theirs}"
                );
            }
        }
        assert_eq!(quasi_p.len(), theirs["quasi_p"].as_object().unwrap().len());
    }
}

/// Where every case of a box is of interest and none outside, peeling ends on the border: a limit is off by at most the
/// gap between the last case outside and the first inside, or by what the last peel took too much.
///
/// The limits are 0.2 and 0.8 of column 0 and 0.5 of column 1; n = 4000. A peel takes 5 % of the cases in the box, so
/// the last one along a column can take at most 5 % + 1 case of the width; the gap to the next case in a border strip is
/// above g with probability (1 − g·w)ⁿ for a strip of height w ≥ 0.5: with g = 0.02, e⁻⁴⁰.
#[test]
fn a_planted_box_is_found() {
    let n = 4000;
    let mut rng = Streams::new(3).stream("planted", 0);
    let mut column = || (0..n).map(|_| uniform_open(&mut rng)).collect::<Vec<f64>>();
    let columns = vec![column(), column(), column()];
    let interest: Vec<bool> = (0..n)
        .map(|i| columns[0][i] >= 0.2 && columns[0][i] <= 0.8 && columns[1][i] >= 0.5)
        .collect();
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let found = Prim::new(&cases, Options::default()).unwrap().find();
    let chosen = &found.steps[found.choose(Choice::Density(0.999)).unwrap()];
    let (low, high) = chosen.region.limits[0].ends();
    let (second, none) = chosen.region.limits[1].ends();
    let off = 0.05 + 0.02;
    assert!((low - 0.2).abs() < off && (high - 0.8).abs() < off && (second - 0.5).abs() < off);
    assert_eq!(none, f64::INFINITY);
    assert!(chosen.quality.coverage > 1.0 - 3.0 * off / 0.5);
    // Named mutant: a box of all cases has density 0.3 and is not chosen.
    assert!(found.steps[0].quality.density < 0.4);
}

#[test]
fn quasi_p_is_the_binomial_tail() {
    let x: Vec<f64> = (0..20).map(f64::from).collect();
    let interest: Vec<bool> = (0..20).map(|i| (10..18).contains(&i)).collect();
    let cases = Cases::new(vec![Column::Whole(&x)], &interest).unwrap();
    let prim = Prim::new(&cases, Options::default()).unwrap();
    let region = Region {
        limits: vec![Limit::range(9.0, 17.0)],
    };
    let p = prim.quasi_p(&region)[0];
    // In the box 8 of 9; without the lower limit 8 of 18; without the upper 8 of 11; without both 8 of 20.
    assert_eq!(p.lower, Some(binomial::survival(8, 9, 8.0 / 18.0)));
    assert_eq!(p.upper, Some(binomial::survival(8, 9, 8.0 / 11.0)));
    assert_eq!(p.whole, binomial::survival(8, 9, 8.0 / 20.0));
    // 9·0.4⁸·0.6 + 0.4⁹.
    assert!((p.whole - 0.003_801_088).abs() < 1e-12);
}

#[test]
fn categories_and_whole_numbers_are_peeled() {
    let n = 600;
    let code: Vec<u32> = (0..n).map(|i| i % 5).collect();
    let count: Vec<f64> = (0..n).map(|i| f64::from(i / 5 % 12)).collect();
    let interest: Vec<bool> = (0..n)
        .map(|i| matches!(i % 5, 1 | 3) && i / 5 % 12 >= 6)
        .collect();
    let columns = vec![Column::Category(&code), Column::Whole(&count)];
    let cases = Cases::new(columns, &interest).unwrap();
    let found = Prim::new(&cases, Options::default()).unwrap().find();
    let last = found.steps.last().unwrap();
    assert_eq!(last.region.limits[0], Limit::Levels(0b01010));
    assert_eq!(last.region.limits[1], Limit::range(6.0, f64::INFINITY));
    assert_eq!((last.quality.coverage, last.quality.density), (1.0, 1.0));
}

#[test]
fn two_boxes_are_covered_one_after_the_other() {
    let n = 3000;
    let mut rng = Streams::new(5).stream("planted", 1);
    let mut column = || (0..n).map(|_| uniform_open(&mut rng)).collect::<Vec<f64>>();
    let columns = vec![column(), column()];
    let corner = |i: usize| {
        let (x, y) = (columns[0][i], columns[1][i]);
        let first = (0.1..0.6).contains(&x) && (0.1..0.6).contains(&y);
        first || ((0.8..0.95).contains(&x) && (0.8..0.95).contains(&y))
    };
    let interest: Vec<bool> = (0..n).map(corner).collect();
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let options = Options {
        mass: 0.01,
        ..Options::default()
    };
    let found = cover(&cases, options, Choice::Density(0.95), 5).unwrap();
    let quality = |i: usize| found[i].trajectory.steps[found[i].chosen].quality;
    assert!(found.len() >= 2);
    assert!(quality(0).coverage + quality(1).coverage > 0.85);
    assert!(quality(0).hits + quality(1).hits <= cases.hits());
    assert!(found[1].trajectory.steps[0].quality.cases == n - quality(0).cases);
}

/// The columns of the planted box return in every resample, columns of noise do not. The seed is fixed; the shares of
/// the noise columns are not predicted, so this is an example and not a test of a probability.
#[test]
fn resamples_return_to_the_planted_columns() {
    let (columns, interest) = planted(1000, 4);
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let found = Prim::new(&cases, Options::default()).unwrap().find();
    let chosen = found.steps[found.choose(Choice::Balanced).unwrap()].quality;
    let streams = Streams::new(11);
    let again = resample(&cases, Options::default(), &chosen, 40, &streams).unwrap();
    assert!(again[0].at_coverage == 1.0 && again[1].at_coverage == 1.0);
    assert!(again[2].at_coverage < 1.0 && again[3].at_coverage < 1.0);
    let expected = (again[2].at_density * (1.0 - again[2].at_density) / 40.0).sqrt();
    assert_eq!(again[2].at_density_se, expected);
    assert!(resample(&cases, Options::default(), &chosen, 0, &streams).is_err());
}

/// A box that holds every case of interest has the coverage of the box of everything: resamples must not choose that one.
#[test]
fn resamples_of_a_box_of_full_coverage_restrict_what_it_restricts() {
    let column: Vec<f64> = (0..200).map(uniform).collect();
    let interest: Vec<bool> = column.iter().map(|&x| x < 0.4).collect();
    let cases = Cases::new(vec![Column::Real(&column)], &interest).unwrap();
    let found = Prim::new(&cases, Options::default()).unwrap().find();
    let mut boxes = found.steps.iter().map(|s| s.quality);
    let chosen = boxes.rfind(|q| q.coverage == 1.0).unwrap();
    let streams = Streams::new(12);
    let again = resample(&cases, Options::default(), &chosen, 20, &streams).unwrap();
    assert_eq!((again[0].at_coverage, again[0].at_density), (1.0, 1.0));
}

#[test]
fn choices_follow_their_rules() {
    let (columns, interest) = planted(500, 4);
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let found = Prim::new(&cases, Options::default()).unwrap().find();
    let quality = |choice| found.steps[found.choose(choice).unwrap()].quality;
    let dense = quality(Choice::Density(0.7));
    assert!(dense.density >= 0.7);
    let better = |s: &Step| s.quality.density >= 0.7 && s.quality.coverage > dense.coverage;
    assert!(!found.steps.iter().any(better));
    let wide = quality(Choice::Coverage(0.8));
    assert!(wide.coverage >= 0.8);
    let better = |s: &Step| s.quality.coverage >= 0.8 && s.quality.density > wide.density;
    assert!(!found.steps.iter().any(better));
    assert_eq!(found.choose(Choice::Density(1.1)), None);
    assert_eq!(quality(Choice::Coverage(1.0)).coverage, 1.0);
}

#[test]
fn options_are_checked() {
    let x = [1.0, 2.0];
    let cases = Cases::new(vec![Column::Real(&x)], &[true, false]).unwrap();
    for options in [
        Options {
            alpha: 0.0,
            ..Options::default()
        },
        Options {
            alpha: 0.5,
            ..Options::default()
        },
        Options {
            mass: f64::NAN,
            ..Options::default()
        },
        Options {
            paste: Some(0.7),
            ..Options::default()
        },
    ] {
        assert!(matches!(
            Prim::new(&cases, options),
            Err(DiscoveryError::Option { .. })
        ));
    }
}

/// Few distinct values, so that ties are common.
fn some_cases() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, Vec<u32>, Vec<bool>)> {
    let row = (0_u8..30, 0_u8..6, 0_u32..4, any::<bool>());
    proptest::collection::vec(row, 2..120).prop_map(|rows| {
        (
            rows.iter().map(|r| f64::from(r.0) / 7.0).collect(),
            rows.iter().map(|r| f64::from(r.1)).collect(),
            rows.iter().map(|r| r.2).collect(),
            rows.iter().map(|r| r.3).collect(),
        )
    })
}

proptest! {
    #[test]
    fn a_box_holds_what_it_says((a, b, c, mut interest) in some_cases(), alpha in 0.01..0.4_f64) {
        interest[0] = true;
        interest[1] = false;
        let columns = vec![Column::Real(&a), Column::Whole(&b), Column::Category(&c)];
        let cases = Cases::new(columns, &interest).unwrap();
        for objective in [Objective::Lenient, Objective::LenientByMass, Objective::Mean] {
            let options = Options { alpha, objective, paste: Some(alpha), ..Options::default() };
            let found = Prim::new(&cases, options).unwrap().find();
            for step in &found.steps {
                let held = step.region.count(&cases);
                prop_assert_eq!(held, (step.quality.cases, step.quality.hits));
                prop_assert!(step.quality.mass >= options.mass);
            }
            for pair in found.steps[..found.peeled].windows(2) {
                prop_assert!(pair[1].quality.mass < pair[0].quality.mass);
                prop_assert!(pair[1].quality.coverage <= pair[0].quality.coverage);
            }
            for pair in found.steps[found.peeled - 1..].windows(2) {
                prop_assert!(pair[1].quality.mass > pair[0].quality.mass);
                prop_assert!(pair[1].quality.density > pair[0].quality.density);
            }
        }
    }
}
