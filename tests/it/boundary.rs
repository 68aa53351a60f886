//! Boundaries of a study: boxes and trees find the rule that was planted, and policies are measured by hand.

use crate::small::Folder;
use crate::support::close;
use vessels::boundary::{
    BoundaryError, Condition, FoundBox, Goal, Options, box_sentence, cases, discover, robust,
};
use vessels::discovery::prim::{self, Choice};
use vessels::discovery::robust::Measure;
use vessels::export::rows::{Column, Kind, Table, Values};
use vessels::language::Language;
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
    let sentence = box_sentence(
        &cases,
        (0, first),
        "points with a backlog",
        Language::default(),
    );
    assert!(sentence.contains("`people` are fewer than"), "{sentence}");
    assert!(sentence.contains("`margin` is above 0."), "{sentence}");
    let leaf = &found.leaves[0];
    assert!(leaf.quality.density > 0.95 && leaf.quality.coverage > 0.9);
}

/// A second box is one of what the first leaves: both counts are there, and the sentence says which is which.
#[test]
fn a_second_box_is_of_what_the_first_leaves() {
    let table = planted(2000);
    let condition = Condition::parse("backlog@desk > 0.9").expect("a condition");
    let cases = cases(&table, &["backlog@desk"]).expect("cases");
    let interest = cases.interest(std::slice::from_ref(&condition));
    let two = Options {
        boxes: 2,
        ..options()
    };
    let found = discover(&cases, &interest, &two).expect("an answer");
    let [first, second] = &found.boxes[..] else {
        panic!("two boxes, not {}", found.boxes.len())
    };
    assert_eq!(first.quality, first.whole);
    let inside = |case: usize, found: &FoundBox| {
        let mut limits = found.region.limits.iter().zip(&cases.factors);
        limits.all(|(limit, factor)| limit.allows(factor.values[case]))
    };
    let count = |is_in: &dyn Fn(usize) -> bool| {
        let inside: Vec<usize> = (0..2000).filter(|case| is_in(*case)).collect();
        let hits = inside.iter().filter(|case| interest[**case]).count();
        (inside.len(), hits)
    };
    let whole = count(&|case| inside(case, second));
    let left = count(&|case| inside(case, second) && !inside(case, first));
    assert_ne!(whole, left, "the boxes overlap, or this tests nothing");
    assert_eq!((second.whole.cases, second.whole.hits), whole);
    assert_eq!((second.quality.cases, second.quality.hits), left);
    let sentence = box_sentence(&cases, (1, second), "such points", Language::default());
    let begin = "Among the points outside the box above: ";
    assert!(sentence.starts_with(begin), "{sentence}");
    let end = format!(
        "whether or not the box above holds them too, {:.0} are such.",
        100.0 * second.whole.density
    );
    assert!(sentence.ends_with(&end), "{sentence} / {end}");
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
    let found = [[0.5, 0.2, 0.5, 0.5], [0.2, 0.2, 0.2, 0.2]];
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
    // In the fourth state the backlog is too large, in the second too little is found.
    let all_goals = held.all_goals.as_ref().expect("two goals");
    let met: Vec<f64> = all_goals.iter().map(|s| s.value).collect();
    assert_eq!(met, [0.5, 0.0]);
    // One finds more, the other has the smaller backlog on average: neither beats the other.
    assert!(held.standing.iter().all(|s| s.is_undominated));
    let shares: Vec<f64> = held.standing.iter().map(|s| s.shares.of_states).collect();
    assert_eq!(
        shares,
        [1.0, 0.25],
        "strict is beaten wherever its backlog is larger"
    );
}

/// Two margins over the same two worlds, with two replications each: four states, and rows of one state stand apart.
#[test]
fn points_of_uncertainties_are_states() {
    // By world and replication; the strict margin is better in world 1 and worse in world 2.
    let (loose, strict) = ([10.0, 14.0, 2.0, 6.0], [5.0, 7.0, 8.0, 8.0]);
    let table = Table {
        columns: vec![
            column("policy", "job", Kind::Text),
            column("point", "job", Kind::Integer),
            column("replication", "job", Kind::Integer),
            column("prevalence", "uncertainty", Kind::Real),
            column("margin", "lever", Kind::Real),
            column("backlog", "metric", Kind::Real),
        ],
        values: vec![
            Values::Texts(vec!["one".into(); 8]),
            Values::Integers(vec![0, 0, 1, 1, 2, 2, 3, 3]),
            Values::Integers([[0, 1]; 4].concat()),
            Values::Reals([[1e-6, 1e-6, 3e-6, 3e-6]; 2].concat()),
            Values::Reals([[1e-3; 4], [1e-4; 4]].concat()),
            Values::Reals([loose, strict].concat()),
        ],
        manifest: serde_json::Value::Null,
    };
    let goal = Goal::of(&Condition::parse("backlog < 8.5").expect("a condition"));
    let held = robust(&table, std::slice::from_ref(&goal), 200, 1).expect("an answer");
    assert_eq!((held.policies.len(), held.states), (2, 4));
    assert!(held.all_goals.is_none(), "one goal alone has its own share");
    assert_eq!(held.means[0], [8.0, 7.0]);
    let score = |policy: usize, measure: Measure| {
        let mut scores = held.scores[0][policy].iter();
        scores.find(|s| s.measure == measure).expect("there").value
    };
    // Best in each state: 5, 7, 2, 6. Regret: 5, 7, 0, 0 and 0, 0, 6, 2.
    let regret = [0, 1].map(|p| (score(p, Measure::MaxRegret), score(p, Measure::MeanRegret)));
    assert_eq!(regret, [(7.0, 3.0), (6.0, 2.0)]);
    let enough = [0, 1].map(|p| score(p, Measure::Satisficing(8.5)));
    assert_eq!(enough, [0.5, 1.0]);
    let shares: Vec<f64> = held.standing.iter().map(|s| s.shares.of_states).collect();
    assert_eq!(shares, [0.5, 0.5]);
    // Were only replications states, two rows would have one state, and the policies two.
    let mut other = table.clone();
    other.values[3] = Values::Reals([[1e-6, 1e-6, 3e-6, 3e-6], [1e-6, 1e-6, 4e-6, 4e-6]].concat());
    let error = robust(&other, &[goal], 10, 1).expect_err("another world");
    assert!(
        matches!(error, BoundaryError::States { found: 2, .. }),
        "{error}"
    );
}

/// Arguments that sweep the small scenario.
const OVER: [&str; 8] = [
    "--lever",
    "desks.provider.staff.people=1 .. 40 in 3",
    "--uncertainty",
    "material.new.prevalence=1e-6 .. 1e-4 log",
    "--set",
    "run.days=7",
    "--points",
    "60",
];

/// Bytes of files of a folder.
fn read(folder: &Folder, below: &str, names: &[&str]) -> Vec<Vec<u8>> {
    let read = |name: &&str| std::fs::read(folder.path().join(below).join(name));
    names
        .iter()
        .map(|n| read(n).unwrap_or_else(|e| panic!("{below}/{n}: {e}")))
        .collect()
}

#[test]
fn scenarios_are_swept_first() {
    let folder = Folder::small(&[]);
    let when = ["--when", "backlog@provider > 1000", "--seed", "3"];
    let sweep = [
        "sweep",
        "small.toml",
        "--design",
        "latin",
        "--seed",
        "3",
        "--out",
        "sweep",
    ];
    folder.run(&[&sweep[..], &OVER].concat()).exits(0);
    let table = "sweep/small.latin.60x1.parquet";
    let of_table = ["discover", table, "--out", "of-table"];
    let of_table = folder.run(&[&of_table[..], &when].concat()).exits(0);
    let direct = ["discover", "small.toml", "--out", "direct"];
    let direct = [&direct[..], &OVER, &when].concat();
    let said = folder.run(&direct).exits(0);
    assert!(said.stdout.ends_with(&of_table.stdout), "{}", said.stdout);
    let names = [
        "boxes.csv",
        "trajectory.csv",
        "charts/peeling.csv",
        "charts/peeling.png",
        "charts/scatter.csv",
        "charts/scatter.png",
    ];
    assert_eq!(
        read(&folder, "direct", &names),
        read(&folder, "of-table", &names)
    );
    let tables = [
        "small.latin.60x1.parquet",
        "small.latin.60x1.csv",
        "small.latin.60x1.json",
    ];
    assert_eq!(
        read(&folder, "direct", &tables),
        read(&folder, "sweep", &tables)
    );
    // What is there is not replaced unasked, and a table that is there is used again.
    folder.run(&direct).exits(2);
    let again = folder.run(&[&direct[..], &["--force"]].concat()).exits(0);
    assert!(again.stdout.contains("already there"), "{}", again.stdout);
    // A number that no sweep keeps unasked is kept because the condition names it.
    let other = [
        "discover",
        "small.toml",
        "--out",
        "other",
        "--no-charts",
        "--quiet",
    ];
    let when = ["--when", "items > 2e7"];
    let never = folder.run(&[&other[..], &OVER, &when].concat()).exits(2);
    assert!(never.stderr.contains("0 of 60 points"), "{}", never.stderr);
    let kept = std::fs::read_to_string(folder.path().join("other/small.latin.60x1.csv")).unwrap();
    let header = kept.lines().next().unwrap();
    assert!(header.ends_with(",items") && header.contains(",backlog@provider,"));
}

#[test]
fn robust_crosses_what_it_sweeps() {
    let folder = Folder::small(&[]);
    let goals = [
        "--goal",
        "backlog@provider < 1000",
        "--goal",
        "found-share:new > 1 %",
    ];
    let sweep = [
        "sweep",
        "small.toml",
        "--design",
        "crossed",
        "--out",
        "sweep",
    ];
    folder.run(&[&sweep[..], &OVER].concat()).exits(0);
    let table = "sweep/small.crossed.180x1.parquet";
    let of_table = ["robust", table, "--out", "of-table"];
    let of_table = folder.run(&[&of_table[..], &goals].concat()).exits(0);
    assert!(of_table.stdout.starts_with("3 policies in 60 states"));
    let direct = ["robust", "small.toml", "--out", "direct"];
    let direct = folder.run(&[&direct[..], &OVER, &goals].concat()).exits(0);
    assert!(
        direct.stdout.ends_with(&of_table.stdout),
        "{}",
        direct.stdout
    );
    let names = ["robust.csv", "front.csv", "charts/front.csv"];
    assert_eq!(
        read(&folder, "direct", &names),
        read(&folder, "of-table", &names)
    );
    let of_table = ["robust", table, "--out", "never"];
    let refused = folder
        .run(&[&of_table[..], &OVER[6..], &goals].concat())
        .exits(2);
    assert!(refused.stderr.contains("`--points`"), "{}", refused.stderr);
}

/// A number that is undefined is named, with the policy or the points.
#[test]
fn what_is_undefined_everywhere_is_named() {
    let folder = Folder::small(&[]);
    let off = [
        "--lever",
        "policy.orders.new.enabled=true;false",
        "--goal",
        "order-recall:new > 10 %",
        "--points",
        "4",
    ];
    let refused = folder
        .run(&[&["robust", "small.toml"], &off[..]].concat())
        .exits(2);
    let said =
        "`order-recall:new` is undefined under the policy `policy.orders.new.enabled = false`";
    assert!(refused.stderr.contains(said), "{}", refused.stderr);
    let never = [
        "discover",
        "small.toml",
        "--set",
        "desks.police.capacity=0/day",
        "--when",
        "delay-end@police > 1",
        "--points",
        "20",
    ];
    let refused = folder.run(&[&never[..], &OVER[..2]].concat()).exits(2);
    let said = "`delay-end@police` is undefined at all 20 points of the sweep";
    assert!(refused.stderr.contains(said), "{}", refused.stderr);
}

/// Charts of a study name its scenarios, design, replications and seed.
#[test]
fn charts_say_what_they_are_of() {
    let folder = Folder::small(&[]);
    let svg = ["--format", "svg"];
    let when = ["--when", "backlog@provider > 1000", "--out", "where"];
    folder
        .run(&[&["discover", "small.toml"], &OVER[..], &when, &svg].concat())
        .exits(0);
    let goals = ["--goal", "backlog@provider < 1000", "--goal", "flags < 100"];
    let out = ["--replications", "2", "--out", "held"];
    folder
        .run(&[&["robust", "small.toml"], &OVER[..], &goals, &out, &svg].concat())
        .exits(0);
    for (chart, replications) in [
        ("where/charts/peeling.svg", "1 replication each"),
        ("where/charts/scatter.svg", "1 replication each"),
        ("held/charts/front.svg", "2 replications each"),
    ] {
        let svg = folder.read(chart);
        let words = svg.split('<').filter_map(|part| part.split_once('>'));
        let words: Vec<&str> = words
            .flat_map(|(_, text)| text.split_whitespace())
            .collect();
        let text = words.join(" ");
        for said in ["small scenario: ", replications, "seed "] {
            assert!(text.contains(said), "{chart}: {said} / {text}");
        }
    }
}
