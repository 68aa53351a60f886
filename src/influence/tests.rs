//! Rows that are missing, constant or of another design.

use super::*;
use crate::export::rows::{Column, Kind as Of, Table, Values};
use crate::language::Language;
use crate::sensitivity::Resampling;
use crate::study::combination::Method;
use crate::study::description::{Description, Factor, Measured, Policy};

const POINTS: usize = 40;

fn column(name: &str) -> Column {
    Column {
        name: name.into(),
        kind: Of::Real,
        unit: String::new(),
        part: String::new(),
        doc: String::new(),
    }
}

/// A random sample of `moves`, which is the output too, and of `stays`.
fn table(method: Method, output: impl Fn(usize) -> f64) -> Table {
    let factor = |path: &str| Factor {
        path: path.into(),
        title: path.into(),
        unit: String::new(),
        role: crate::model::factor::Role::Uncertainty,
        over: String::new(),
    };
    let description = Description {
        ties: Vec::new(),
        held: 0,
        reordered: false,
        program: "vessels".into(),
        version: "0".into(),
        policies: vec![Policy {
            name: "one".into(),
            title: "one".into(),
            digest: String::new(),
            lacks: Vec::new(),
            fixed: Vec::new(),
            other: Vec::new(),
        }],
        seed: 1,
        method,
        design: "a design".into(),
        listed: String::new(),
        factors: vec![factor("moves"), factor("stays")],
        metrics: vec![Measured {
            column: "out".into(),
            unit: String::new(),
            doc: String::new(),
        }],
        points: POINTS as u64,
        replications: 1,
        jobs: POINTS as u64,
        rows_per_block: 1000,
    };
    let reals = |value: &dyn Fn(usize) -> f64| Values::Reals((0..POINTS).map(value).collect());
    Table {
        columns: vec![column("moves"), column("stays"), column("out")],
        values: vec![
            reals(&|row| ((row * 17) % POINTS) as f64),
            reals(&|_| 7.0),
            reals(&output),
        ],
        manifest: serde_json::to_value(description).unwrap(),
    }
}

fn own(row: usize) -> f64 {
    ((row * 17) % POINTS) as f64
}

fn settings() -> Settings {
    Settings {
        resampling: Resampling::new(100, 0.9, 1).unwrap(),
        seed: 1,
        pairs: true,
        higher_is_better: true,
    }
}

fn asked(table: &Table, kind: Kind) -> Result<Answer, InfluenceError> {
    answer(&Runs::new(table, &[])?, 0, kind, &settings())
}

#[test]
fn constant_inputs_are_left_out_and_named() {
    let table = table(Method::Random(40), own);
    let answer = asked(&table, Kind::GivenData).unwrap();
    assert_eq!(answer.constant, ["stays"]);
    assert_eq!(answer.inputs.len(), 1);
    assert!(answer.inputs[0].key() > 0.8);
    assert!(print(&answer, 20, Language::default()).contains("one value only: stays"));
}

#[test]
fn a_metric_without_variance_has_nothing_to_explain() {
    for (method, kind) in [
        (Method::Random(40), Kind::Pawn),
        (Method::Saltelli(10), Kind::Sobol),
        (Method::Morris(13), Kind::Morris),
    ] {
        let answer = asked(&table(method, |_| 3.0), kind).unwrap();
        assert!(!answer.varies && answer.inputs.is_empty());
        assert!(print(&answer, 20, Language::default()).contains("does not vary: 3"));
    }
}

#[test]
fn undefined_rows_are_dropped_and_counted() {
    let hole = |row: usize| if row % 10 == 3 { f64::NAN } else { own(row) };
    let answer = asked(&table(Method::Random(40), hole), Kind::GivenData).unwrap();
    assert_eq!((answer.points, answer.dropped), (36, 4));
    assert!(
        print(&answer, 20, Language::default()).contains("4 points where the metric is undefined")
    );
}

/// One undefined row of four takes the others with it: they are compared with each other.
#[test]
fn base_rows_are_dropped_as_a_whole() {
    let hole = |row: usize| if row == 5 { f64::NAN } else { own(row) };
    let answer = asked(&table(Method::Saltelli(10), hole), Kind::Sobol).unwrap();
    assert_eq!((answer.points, answer.dropped), (36, 4));
}

#[test]
fn more_than_a_fifth_undefined_is_refused() {
    let hole = |row: usize| if row % 4 == 3 { f64::NAN } else { own(row) };
    let error = asked(&table(Method::Random(40), hole), Kind::GivenData).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`out` is undefined in 10 of 40 rows, more than a fifth: the indices of the rest would be about other scenarios"
    );
}

#[test]
fn the_design_must_suit_the_method() {
    for (method, kind) in [
        (Method::Random(40), Kind::Sobol),
        (Method::Random(40), Kind::Morris),
        (Method::Saltelli(10), Kind::GivenData),
        (Method::Morris(13), Kind::Shapley),
        (Method::Listed(40), Kind::Tornado),
    ] {
        let error = asked(&table(method, own), kind).unwrap_err();
        assert!(matches!(error, InfluenceError::Design { .. }), "{error}");
    }
}

#[test]
fn parts_of_tables_are_refused() {
    let mut part = table(Method::Random(40), own);
    for values in &mut part.values {
        if let Values::Reals(values) = values {
            values.truncate(30);
        }
    }
    let error = Runs::new(&part, &[]).unwrap_err();
    assert!(error.to_string().contains("vessels merge"), "{error}");
    part.manifest = serde_json::Value::Null;
    let error = Runs::new(&part, &[]).unwrap_err();
    assert!(matches!(error, InfluenceError::NoDescription));
}

#[test]
fn faint_factors_are_not_shown() {
    let mut answer = asked(&table(Method::Random(40), own), Kind::GivenData).unwrap();
    let first = answer.inputs[0].clone();
    let mut faint = first.clone();
    faint.measures[0].value = 0.001;
    answer.inputs = [vec![first; 8], vec![faint; 9]].concat();
    assert_eq!(answer.shown(20).len(), 8);
    assert_eq!(answer.shown(3).len(), 3);
    answer.inputs.drain(..6);
    assert_eq!(answer.shown(20).len(), 6);
}

/// Of many inputs that do nothing, those above 0 by chance must not sum to an explanation.
#[test]
fn what_all_inputs_explain_is_not_made_of_chance() {
    let table = table(Method::Random(40), own);
    let mut answer = asked(&table, Kind::GivenData).unwrap();
    let said = |answer: &Answer| sentences(answer, Language::default()).join(" ");
    assert!(said(&answer).contains("all factors explain 100 % (100 to 100) in sum; the rest"));
    let mut sum = Measure::new("explained", 1.04);
    (sum.low, sum.high) = (Some(0.9), Some(1.18));
    answer.explained = Some(sum);
    assert!(said(&answer).contains("104 % (90 to 118) in sum"));
    let wide = answer.explained.as_mut().unwrap();
    (wide.low, wide.high) = (Some(0.4), Some(1.7));
    assert!(!said(&answer).contains("in sum"));
}

#[test]
fn shares_above_the_whole_are_said_to_be_errors() {
    let mut answer = asked(&table(Method::Random(40), own), Kind::GivenData).unwrap();
    let note = "No true share is above 100 %";
    assert!(!print(&answer, 20, Language::default()).contains(note));
    answer.inputs[0].measures[0].value = 1.02;
    assert!(print(&answer, 20, Language::default()).contains(note));
}

/// A metric that is another number at one point of 32 paths through two factors: the difference by which this one is
/// multiplied is 0.
#[test]
fn effects_of_too_few_points_are_not_told() {
    let mut rare = table(Method::Listed(POINTS as u64), |row| {
        f64::from(u8::from(row == 2))
    });
    let rows = 128;
    let mut description: Description = serde_json::from_value(rare.manifest.clone()).unwrap();
    (description.points, description.jobs) = (rows, rows);
    rare.manifest = serde_json::to_value(description).unwrap();
    for (column, values) in rare.values.iter_mut().enumerate() {
        let value = |row: u64| match column {
            0 => row as f64,
            1 => (row * row) as f64,
            _ => f64::from(u8::from(row == 2)),
        };
        *values = Values::Reals((0..rows).map(value).collect());
    }
    let answer = asked(&rare, Kind::Shapley).unwrap();
    assert!(answer.undecided && answer.inputs.is_empty());
    let text = print(&answer, 20, Language::default());
    assert!(text.contains("few of the 128 points"), "{text}");
}

/// Where chance is the first, it is said once; where it makes all, nothing is left for ignorance.
#[test]
fn chance_is_said_once() {
    let mut answer = asked(&table(Method::Saltelli(10), own), Kind::Sobol).unwrap();
    let mut chance = answer.inputs[0].clone();
    chance.path = "chance".into();
    answer.inputs.push(chance);
    for (value, rest) in [(0.4, true), (1.03, false)] {
        answer.inputs[1].measures[0].value = value;
        let said = sentences(&answer, Language::default()).join(" ");
        assert_eq!(said.contains("the rest is ignorance"), rest, "{said}");
    }
    answer.inputs.swap(0, 1);
    let said = sentences(&answer, Language::default()).join(" ");
    assert_eq!(
        said.to_lowercase().matches("chance inside").count(),
        1,
        "{said}"
    );
    assert!(said.contains("Next: moves"), "{said}");
}
