//! Boundaries of a study: boxes and trees find the rule that was planted, and policies are measured by hand.

use crate::support::close;
use vessels::boundary::{
    BoundaryError, Condition, Goal, Options, box_sentence, cases, discover, robust,
};
use vessels::discovery::prim::{self, Choice};
use vessels::discovery::robust::Measure;
use vessels::export::rows::{Column, Kind, Table, Values};
use vessels::random::Streams;
use vessels::random::streams::uniform_open;

fn column(name: &str, part: &str, kind: Kind) -> Column {
    Column {
        name: name.into(),
        kind,
        unit: if name.ends_with("people") {
            "count"
        } else {
            ""
        }
        .into(),
        part: part.into(),
        doc: String::new(),
    }
}

/// A sweep of `points` points: backlog is 1 where `margin` is above 0.7 and people are fewer than 400, else 0; two rows each.
fn planted(points: u64) -> Table {
    let mut stream = Streams::new(7).stream("planted", 0);
    let mut uniform = || uniform_open(&mut stream);
    let (mut people, mut margin, mut dummy, mut backlog) = (vec![], vec![], vec![], vec![]);
    for _ in 0..points {
        let (p, m, d) = ((uniform() * 1000.0).floor(), uniform(), uniform());
        let is_such = m > 0.7 && p < 400.0;
        for half in [0.5, 1.5] {
            people.push(p);
            margin.push(m);
            dummy.push(d);
            backlog.push(if is_such { half } else { 0.0 });
        }
    }
    let rows = 2 * points;
    Table {
        columns: vec![
            column("policy", "job", Kind::Text),
            column("point", "job", Kind::Integer),
            column("replication", "job", Kind::Integer),
            column("people", "lever", Kind::Real),
            column("margin", "lever", Kind::Real),
            column("dummy", "uncertainty", Kind::Real),
            column("backlog@desk", "metric", Kind::Real),
        ],
        values: vec![
            Values::Texts(vec!["one".into(); rows as usize]),
            Values::Integers((0..rows).map(|r| r / 2).collect()),
            Values::Integers((0..rows).map(|r| r % 2).collect()),
            Values::Reals(people),
            Values::Reals(margin),
            Values::Reals(dummy),
            Values::Reals(backlog),
        ],
        manifest: serde_json::Value::Null,
    }
}

fn options() -> Options {
    Options {
        peeling: prim::Options::default(),
        choice: Choice::Balanced,
        boxes: 1,
        resamples: 20,
        seed: 1,
    }
}

#[test]
fn a_planted_box_is_found_and_said() {
    let table = planted(2000);
    let condition = Condition::parse("backlog@desk > 0.9").expect("a condition");
    let cases = cases(&table, &["backlog@desk"]).expect("cases");
    assert_eq!(cases.len(), 2000, "replications are averaged");
    let interest = cases.interest(std::slice::from_ref(&condition));
    // 12 % of 2,000: 240 with standard deviation 14.5; six of them away with probability 2e-9.
    let hits = interest.iter().filter(|y| **y).count() as f64;
    close("cases of interest", hits, 240.0, 6.0 * 14.5 / 240.0);
    let found = discover(&cases, &interest, &options()).expect("an answer");
    let first = &found.boxes[0];
    let restricted: Vec<usize> = first.region.restricted().collect();
    assert_eq!(restricted, [0, 1], "people and margin, and not the dummy");
    // A peel takes 5 % of what is left, so a limit is at most 5 % of the range of the box beyond the planted one.
    let (_, people) = first.region.limits[0].ends();
    let (margin, _) = first.region.limits[1].ends();
    assert!((350.0..430.0).contains(&people), "{people}");
    assert!((0.68..0.75).contains(&margin), "{margin}");
    assert!(first.quality.density > 0.9 && first.quality.coverage > 0.85);
    assert!(first.quasi_p.iter().all(|p| p.whole < 1e-6));
    let sentence = box_sentence(&cases, first, "points with a backlog");
    assert!(sentence.contains("`people` are fewer than"), "{sentence}");
    assert!(sentence.contains("`margin` is above 0."), "{sentence}");
    let leaf = &found.leaves[0];
    assert!(leaf.quality.density > 0.95 && leaf.quality.coverage > 0.9);
}

#[test]
fn what_cannot_be_answered_is_said() {
    let table = planted(100);
    let some = cases(&table, &["backlog@desk"]).expect("cases");
    let always = vec![true; 100];
    let error = discover(&some, &always, &options()).expect_err("nothing to find");
    let (hits, of) = (100, 100);
    assert_eq!(error, BoundaryError::OneSided { hits, cases: of });
    let error = cases(&table, &["backlog@disk"]).expect_err("no such number");
    assert_eq!(
        error.to_string(),
        "the sweep has no number `backlog@disk`; it has `backlog@desk`"
    );
    let goal = Goal::of(&Condition::parse("backlog@desk < 1").expect("a condition"));
    let one = Table {
        columns: table.columns[..3]
            .iter()
            .chain(&table.columns[6..])
            .cloned()
            .collect(),
        values: table.values[..3]
            .iter()
            .chain(&table.values[6..])
            .cloned()
            .collect(),
        ..table.clone()
    };
    let error = robust(&one, std::slice::from_ref(&goal), 10, 1).expect_err("one policy");
    assert_eq!(error, BoundaryError::OnePolicy);
    // Every point is a policy of its own with a state of its own.
    let error = robust(&table, &[goal], 10, 1).expect_err("different states");
    assert!(matches!(error, BoundaryError::States { .. }), "{error}");
}

/// Two levers in four states: regret and the share that is good enough by hand.
#[test]
fn policies_are_measured_by_hand() {
    let (loose, strict) = ([4.0, 6.0, 8.0, 30.0], [10.0, 10.0, 10.0, 10.0]);
    let found = [[0.5, 0.5, 0.5, 0.5], [0.2, 0.2, 0.2, 0.2]];
    let table = Table {
        columns: vec![
            column("policy", "job", Kind::Text),
            column("point", "job", Kind::Integer),
            column("replication", "job", Kind::Integer),
            column("margin", "lever", Kind::Real),
            column("backlog", "metric", Kind::Real),
            column("found", "metric", Kind::Real),
        ],
        values: vec![
            Values::Texts(vec!["one".into(); 8]),
            Values::Integers(vec![0, 0, 0, 0, 1, 1, 1, 1]),
            Values::Integers(vec![0, 1, 2, 3, 0, 1, 2, 3]),
            Values::Reals([[1e-3; 4], [1e-4; 4]].concat()),
            Values::Reals([loose, strict].concat()),
            Values::Reals(found.concat()),
        ],
        manifest: serde_json::Value::Null,
    };
    let goal = |text: &str| Goal::of(&Condition::parse(text).expect("a condition"));
    let goals = [goal("backlog < 9"), goal("found > 30 %")];
    let held = robust(&table, &goals, 200, 1).expect("an answer");
    assert_eq!(held.policies, ["margin = 0.001", "margin = 0.0001"]);
    assert_eq!(
        (held.states, held.means[0].as_slice()),
        (4, &[12.0, 10.0][..])
    );
    let score = |policy: usize, measure: Measure| {
        let scores = &held.scores[0][policy];
        scores
            .iter()
            .find(|s| s.measure == measure)
            .expect("measured")
            .value
    };
    // Best in each state: 4, 6, 8, 10. Regret: 0, 0, 0, 20 and 6, 4, 2, 0.
    assert_eq!(score(0, Measure::MaxRegret), 20.0);
    assert_eq!(score(1, Measure::MaxRegret), 6.0);
    assert_eq!(score(0, Measure::MeanRegret), 5.0);
    assert_eq!(score(1, Measure::MeanRegret), 3.0);
    assert_eq!(score(0, Measure::Satisficing(9.0)), 0.75);
    assert_eq!(score(1, Measure::Satisficing(9.0)), 0.0);
    // One finds more, the other has the smaller backlog on average: neither beats the other.
    assert!(held.standing.iter().all(|s| s.is_undominated));
    let shares: Vec<f64> = held.standing.iter().map(|s| s.shares.of_states).collect();
    assert_eq!(
        shares,
        [1.0, 0.25],
        "strict is beaten wherever its backlog is larger"
    );
}
