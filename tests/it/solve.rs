//! Solving backwards, as the program says it.

use crate::small::{Folder, Ran};

const PEOPLE: &str = "desks.provider.staff.people=1 .. 400 log";

fn solve(folder: &Folder, more: &[&str]) -> Ran {
    let common = ["solve", "small.toml", "--replications", "12", "--force"];
    folder.run(&[&common[..], more].concat())
}

/// A comma is no point, in any language: what could be read in two ways is refused.
#[test]
fn targets_that_can_be_read_in_two_ways_are_refused() {
    let folder = Folder::small(&[]);
    let people = ["--lever", PEOPLE];
    let share = ["--metric", "read-share@provider", "--no-charts"];
    for language in ["en", "nl"] {
        let target = ["--target", "0,5 %", "--lang", language];
        let refused = solve(&folder, &[&people[..], &share, &target].concat()).exits(2);
        let said = "`0,5 %` is no target";
        assert!(refused.stderr.contains(said), "{}", refused.stderr);
    }
    let backlog = ["--metric", "backlog@provider", "--no-charts"];
    let target = ["--target", "5 %"];
    let refused = solve(&folder, &[&people[..], &backlog, &target].concat()).exits(2);
    assert!(
        refused.stderr.contains("`5 %` is a percentage"),
        "{}",
        refused.stderr
    );
    let same = |target: &str| {
        let target = ["--target", target];
        solve(&folder, &[&people[..], &backlog, &target].concat())
            .exits(0)
            .stdout
    };
    assert_eq!(same("10,000"), same("10 thousand"));
}

#[test]
fn one_scenario_is_solved() {
    let folder = Folder::small(&[]);
    folder.write("other.toml", crate::small::SCENARIO);
    let more = [
        "--lever",
        PEOPLE,
        "--metric",
        "backlog@provider",
        "--target",
        "1000",
    ];
    let refused = solve(&folder, &[&["other.toml"], &more[..]].concat()).exits(2);
    assert!(
        refused.stderr.contains("leave out `other.toml`"),
        "{}",
        refused.stderr
    );
}

/// Where the delay is undefined is said, and what lies beside it is found.
#[test]
fn undefined_parts_are_said() {
    let folder = Folder::new();
    let ran = folder.run(&[
        "solve",
        "reference",
        "--set",
        "run.days=20",
        "--lever",
        "desks.review.capacity=0 .. 1e7",
        "--metric",
        "delay-end@review",
        "--target",
        "3",
        "--replications",
        "6",
        "--no-charts",
    ]);
    let ran = ran.exits(0);
    assert!(ran.stdout.contains("falls below 3 days"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("is undefined: nothing is said there"),
        "{}",
        ran.stdout
    );
    assert!(
        !ran.stdout.contains("does not change it here"),
        "{}",
        ran.stdout
    );
}

/// The number of people that read everything turns a budget into a margin: fewer false alarms need fewer people.
#[test]
fn a_budget_has_a_margin() {
    let folder = Folder::small(&[]);
    let rate = ["--lever", "policy.orders.new.rule.fpr=1e-8 .. 1e-2 log"];
    let needed = [
        "--metric",
        "people-needed@provider",
        "--target",
        "20",
        "--no-charts",
    ];
    let ran = solve(&folder, &[&rate[..], &needed].concat()).exits(0);
    assert!(ran.stdout.contains("(specificity 99."), "{}", ran.stdout);
    assert!(ran.stdout.contains("20 FTE"), "{}", ran.stdout);
    let json: serde_json::Value =
        serde_json::from_str(&folder.read("out/solve/solve.json")).unwrap();
    assert_eq!(json["metric"]["target"], 20.0);
    assert_eq!(json["replications"], 12);
    assert!(json["solutions"][0]["value"].as_f64().unwrap() > 0.0);
}
