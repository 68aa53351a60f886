//! Several scenarios in one sweep.

use crate::small::{Folder, SCENARIO, WORLD};

/// A scenario that has not what a lever moves says so, and its rows do not depend on it.
#[test]
fn a_lever_that_a_scenario_lacks_is_named() {
    let folder = Folder::small(&[]);
    let staff = r#"staff = { people = 40, speed = "25/hour", hours = "6 h" }"#;
    assert!(WORLD.contains(staff));
    let world = WORLD.replace(staff, r#"capacity = "1000/day""#);
    folder.write("worlds/plain.toml", &world);
    let scenario = SCENARIO.replace("worlds/small.toml", "worlds/plain.toml");
    folder.write("plain.toml", &scenario);
    let lever = "desks.provider.staff.people=10; 40";
    let sweep = ["sweep", "small.toml", "plain.toml", "--lever", lever];
    let more = ["--replications", "2", "--out", "swept"];
    let ran = folder.run(&[&sweep[..], &more].concat()).exits(0);
    let note =
        "`plain` has no `desks.provider.staff.people`: its rows are the same at every value of it.";
    assert!(ran.stdout.contains(note), "{}", ran.stdout);
    assert!(!ran.stdout.contains("`small` has no"), "{}", ran.stdout);
    let table = folder.read("swept/small+plain.full.2x2.csv");
    let rows_of = |policy: &str, value: &str| -> Vec<String> {
        let begin = |row: &&str| row.starts_with(policy) && row.split(',').nth(3) == Some(value);
        let rest = |row: &str| row.split(',').skip(4).collect::<Vec<_>>().join(",");
        table.lines().filter(begin).map(rest).collect()
    };
    assert_eq!(rows_of("plain", "10").len(), 2, "{table}");
    assert_eq!(rows_of("plain", "10"), rows_of("plain", "40"));
    assert_ne!(rows_of("small", "10"), rows_of("small", "40"));
}
