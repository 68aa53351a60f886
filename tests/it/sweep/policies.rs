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

/// `small` with an uncertain prevalence, `fixed` with one number for it, `narrow` with another distribution.
fn alternatives() -> Folder {
    let folder = Folder::small(&[]);
    let fixed = "prevalence = \"5 per million\"";
    assert!(WORLD.contains(fixed));
    for (name, prevalence) in [
        ("wide", "1 to 20 per million"),
        ("fixed", "5 per million"),
        ("narrow", "4 to 6 per million"),
    ] {
        let world = WORLD.replace(fixed, &format!("prevalence = \"{prevalence}\""));
        folder.write(&format!("worlds/{name}.toml"), &world);
        let scenario = SCENARIO.replace("worlds/small.toml", &format!("worlds/{name}.toml"));
        folder.write(&format!("{name}.toml"), &scenario);
    }
    folder
}

/// The values of a column, of one policy.
fn column(table: &str, policy: &str, name: &str) -> Vec<f64> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = header.iter().position(|h| *h == name).unwrap();
    lines
        .filter(|line| line.starts_with(policy))
        .map(|line| line.split(',').nth(at).unwrap().parse().unwrap())
        .collect()
}

/// A number that is uncertain in one alternative only is drawn there at every point, whichever file comes first.
#[test]
fn each_scenario_draws_its_own_uncertain_numbers() {
    const PATH: &str = "material.new.prevalence";
    let folder = alternatives();
    let mut tables = Vec::new();
    for files in [["wide", "fixed", "narrow"], ["fixed", "narrow", "wide"]] {
        let names = files.map(|f| format!("{f}.toml"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let out = files.join("-");
        let more = ["--design", "latin", "--points", "40", "--out", &out];
        let days = ["--set", "run.days=5"];
        let ran = folder
            .run(&[&["sweep"], &names[..], &more, &days].concat())
            .exits(0);
        let note = format!("In `fixed` `{PATH}` is a fixed number");
        assert!(ran.stdout.contains(&note), "{}", ran.stdout);
        assert!(
            ran.stdout.contains("has another distribution"),
            "{}",
            ran.stdout
        );
        tables.push(folder.read(&format!("{out}/{}.latin.40x1.csv", files.join("+"))));
    }
    for table in &tables {
        let wide = column(table, "wide", PATH);
        let narrow = column(table, "narrow", PATH);
        assert!(column(table, "fixed", PATH).iter().all(|x| *x == 5e-6));
        // The same quantiles of both, in the same order: lognormals around 4.5 and 4.9 per million.
        let (half, near) = (20_f64.ln() / 2.0, 1.5_f64.ln() / 2.0);
        for (w, n) in wide.iter().zip(&narrow) {
            let quantile = (w.ln() - 20e-12_f64.ln() / 2.0) / half;
            let other = (n.ln() - 24e-12_f64.ln() / 2.0) / near;
            assert!((quantile - other).abs() < 1e-6, "{w} {n}");
        }
    }
    for metric in [PATH, "flags", "found-share:new"] {
        for policy in ["wide", "fixed", "narrow"] {
            let [first, second] = [0, 1].map(|i| column(&tables[i], policy, metric));
            assert_eq!(first, second, "{policy}, {metric}");
        }
    }
}

/// What knowing a number is worth does not depend on which file is named first, and the number is among the factors.
#[test]
fn a_number_of_one_alternative_is_worth_knowing_in_any_order() {
    let folder = alternatives();
    let worth = |files: [&str; 2]| {
        let out = files.join("-");
        let names = files.map(|f| format!("{f}.toml"));
        let more = [
            "--set",
            "run.days=5",
            "--metric",
            "actionable-per-year",
            "--worth",
            "--better",
            "higher",
            "--points",
            "200",
            "--no-charts",
            "--out",
            &out,
        ];
        let run = ["sensitivity", &names[0], &names[1]];
        folder.run(&[&run[..], &more].concat()).exits(0);
        let csv = folder.read(&format!("{out}/sensitivity.csv"));
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let [first, second] = [["fixed", "wide"], ["wide", "fixed"]].map(worth);
    assert!(
        first
            .iter()
            .any(|line| line.contains("material.new.prevalence"))
    );
    assert_eq!(first, second);
}

/// What stands still is said, and written down.
#[test]
fn uncertain_numbers_that_are_no_factors_are_counted() {
    let folder = alternatives();
    let run = |arguments: &[&str]| {
        let days = ["--set", "run.days=5", "--force"];
        folder.run(&[arguments, &days].concat()).exits(0).stdout
    };
    let people = ["--lever", "desks.provider.staff.people=1 .. 400 log"];
    let points = ["--points", "40", "--out", "out"];
    let one = run(&[&["sweep", "wide.toml"], &people[..], &points].concat());
    let still = "Other uncertain numbers (1) stand still at one draw";
    assert!(one.contains(still), "{one}");
    let json: serde_json::Value =
        serde_json::from_str(&folder.read("out/wide.sobol.40x1.json")).unwrap();
    assert_eq!(json["held"], 1);
    let more = ["--replications", "3"];
    let three = run(&[&["sweep", "wide.toml"], &people[..], &points, &more].concat());
    assert!(
        three.contains("have the same 3 draws at every point"),
        "{three}"
    );
    let named = ["--uncertainty", "material.new.prevalence"];
    let all = run(&[&["sweep", "wide.toml"], &people[..], &named, &points].concat());
    assert!(!all.contains("Other uncertain numbers"), "{all}");
    let when = ["--when", "backlog@provider > 100"];
    let found = run(&[&["discover", "wide.toml"], &people[..], &when, &points].concat());
    assert_eq!(found.matches(still).count(), 1, "{found}");
}

/// A factor that is asked for by name may be uncertain in a later scenario only.
#[test]
fn a_named_number_may_be_uncertain_in_a_later_scenario() {
    let folder = alternatives();
    let run = ["sweep", "fixed.toml", "wide.toml", "--points", "8"];
    let more = ["--uncertainty", "material.new.prevalence", "--out", "out"];
    folder.run(&[&run[..], &more].concat()).exits(0);
    let table = folder.read("out/fixed+wide.sobol.8x1.csv");
    let mut wide = column(&table, "wide", "material.new.prevalence");
    wide.dedup();
    assert_eq!(wide.len(), 8);
}

/// In a crossed design a state is the same draw of every scenario, whatever its value there.
#[test]
fn states_of_scenarios_with_other_distributions_are_compared() {
    let folder = alternatives();
    let files = ["wide.toml", "fixed.toml", "narrow.toml"];
    let more = ["--points", "12", "--goal", "flags < 100", "--out", "out"];
    let ran = folder
        .run(&[&["robust"], &files[..], &more, &["--set", "run.days=5"]].concat())
        .exits(0);
    let head = "3 policies in 12 states of the world";
    assert!(ran.stdout.contains(head), "{}", ran.stdout);
}
