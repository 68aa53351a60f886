//! The command line: exit codes, what goes where, what is written and what is not.

use crate::schema;
use crate::small::{Folder, Ran, SCENARIO, walk};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use vessels::diag::Code;
use vessels::results::metric::METRICS;
use vessels::scenario::reference;

const TABLES: [&str; 3] = ["daily.csv", "run.json", "summary.csv"];

/// Runs `small.toml` without charts into `out`.
fn run(folder: &Folder, more: &[&str]) -> Ran {
    let mut arguments = vec!["run", "small.toml", "--out", "out", "--no-charts"];
    arguments.extend(more);
    folder.run(&arguments)
}

#[test]
fn done_is_zero() {
    let folder = Folder::small(&[]);
    let ran = run(&folder, &[]).exits(0);
    assert!(ran.stdout.contains("small scenario"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "", "no terminal, no progress");
    for table in TABLES {
        assert!(!folder.read(&format!("out/{table}")).is_empty());
    }
}

#[test]
fn a_missed_expectation_is_one() {
    let expect = |low: &str, high: &str| {
        let section =
            format!("[expect.load]\nmetric = \"items\"\nlow = {low}\nhigh = {high}\n\n[run]");
        Folder::small(&[("[run]", &section)])
    };
    run(&expect("1", "1e12"), &[]).exits(0);
    let folder = expect("1", "2");
    let ran = run(&folder, &[]).exits(1);
    assert!(ran.stdout.contains("MISSED"), "{}", ran.stdout);
    assert!(
        folder.path().join("out/summary.csv").exists(),
        "tables are written all the same"
    );
}

#[test]
fn bad_input_is_two() {
    let folder = Folder::small(&[]);
    for arguments in [
        &["run", "nothing.toml"][..],
        &["run", "small.toml", "--set", "run.dayz=3"],
        &["run", "worlds/small.toml"],
        &["theory", "nothing.toml"],
        &["tradeoff", "worlds/small.toml"],
        &["check", "nothing.toml"],
        &["check", "small.toml", "nothing.toml"],
        &["explain", "nothing-of-that-name"],
        &["new", "../elsewhere"],
        &["frobnicate"],
        &["run"],
        &["run", "small.toml", "--threads", "0"],
        &["run", "small.toml", "-q", "-v"],
        &["run", "small.toml", "--format", "gif"],
    ] {
        let ran = folder.run(arguments).exits(2);
        assert_eq!(ran.stdout.replace("small.toml: a valid scenario\n", ""), "");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder.files(), ["small.toml", "worlds/small.toml"]);
}

#[test]
fn warnings_are_not_data() {
    let folder = Folder::small(&[("people = 40", "people = 1")]);
    let ran = run(&folder, &[]).exits(0);
    assert!(ran.stderr.contains("warning[S032]"));
    assert!(!ran.stdout.contains("S032"));
    for command in ["theory", "tradeoff"] {
        let ran = folder.run(&[command, "small.toml"]).exits(0);
        assert!(ran.stderr.contains("warning[S032]"));
        assert!(!ran.stdout.contains("S032"));
    }
}

#[test]
fn quiet_is_silent() {
    let folder = Folder::small(&[("people = 40", "people = 1")]);
    let ran = run(&folder, &["-q"]).exits(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
    assert!(folder.path().join("out/summary.csv").exists());
}

#[test]
fn verbose_prints_every_metric() {
    let folder = Folder::small(&[]);
    let short = run(&folder, &[]).exits(0).stdout;
    let long = run(&folder, &["-v", "--force"]).exits(0).stdout;
    assert!(long.len() > short.len());
    let summary = folder.read("out/summary.csv");
    for line in summary.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let (name, is_undefined) = (fields[0], fields[6].is_empty());
        assert!(is_undefined || long.contains(name), "`{name}` is missing");
    }
}

#[test]
fn a_closed_pipe_is_quiet() {
    let folder = Folder::small(&[]);
    for arguments in [
        &["list"][..],
        &["schema"],
        &["man"],
        &["completions", "bash"],
        &["explain", "title"],
        &["theory", "small.toml"],
        &["tradeoff", "small.toml"],
        &["check", "small.toml"],
        &["run", "small.toml", "--no-charts", "--force"],
    ] {
        let mut child = folder
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ran = Ran::new(child.wait_with_output().unwrap()).exits(0);
        assert_eq!(ran.stderr, "", "{arguments:?}");
    }
}

/// A reader that goes away early loses the answer, not the files.
#[test]
fn a_closed_pipe_loses_no_output() {
    let folder = Folder::small(&[]);
    folder.write("other.toml", SCENARIO);
    for (arguments, written) in [
        (
            &[
                "run",
                "small.toml",
                "other.toml",
                "--out",
                "both",
                "--no-charts",
            ][..],
            &["both/small/summary.csv", "both/other/summary.csv"][..],
        ),
        (
            &["tradeoff", "small.toml", "--out", "tradeoff"],
            &["tradeoff/charts/tradeoff.csv"],
        ),
    ] {
        let mut child = folder
            .command(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert!(child.wait().unwrap().success());
        for file in written {
            assert!(!folder.read(file).is_empty());
        }
    }
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = Folder::small(&[]);
    run(&folder, &["--seed", "1"]).exits(0);
    let before = folder.read("out/summary.csv");
    let ran = run(&folder, &["--seed", "2"]).exits(2);
    assert!(ran.stderr.contains("--force"), "{}", ran.stderr);
    assert_eq!(folder.read("out/summary.csv"), before);
    run(&folder, &["--seed", "2", "--force"]).exits(0);
    assert_ne!(folder.read("out/summary.csv"), before);
}

/// One file in the way is enough, and is found before the first replication.
#[test]
fn outputs_are_opened_before_the_run() {
    for existing in ["out/daily.csv", "out/run.json", "out/charts/funnel.png"] {
        let folder = Folder::small(&[]);
        folder.write(existing, "mine");
        let started = Instant::now();
        folder
            .run(&[
                "run",
                "small.toml",
                "--out",
                "out",
                "--replications",
                "100000000",
            ])
            .exits(2);
        assert!(started.elapsed() < Duration::from_secs(20));
        assert_eq!(folder.read(existing), "mine");
        assert_eq!(
            folder.files(),
            [existing, "small.toml", "worlds/small.toml"]
        );
    }
}

#[test]
fn a_folder_that_cannot_be_made() {
    let folder = Folder::small(&[]);
    folder.write("out", "a file where a folder is wanted");
    let ran = run(&folder, &[]).exits(2);
    assert!(ran.stderr.contains("out"), "{}", ran.stderr);
}

/// Killed in the middle, no output stands under its name.
#[test]
fn outputs_appear_whole_or_not_at_all() {
    let folder = Folder::small(&[]);
    let mut child = folder
        .command(&[
            "run",
            "small.toml",
            "--out",
            "out",
            "--replications",
            "100000000",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(30);
    while folder.files().len() < 5 && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(200));
    assert!(child.try_wait().unwrap().is_none(), "it still runs");
    child.kill().unwrap();
    child.wait().unwrap();
    let files = folder.files();
    assert!(files.len() >= 5, "outputs were open: {files:?}");
    for file in files {
        let name = Path::new(&file)
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        assert!(
            file.ends_with("small.toml") || name.starts_with(".vessels-"),
            "{file}"
        );
    }
    run(&folder, &[]).exits(0);
}

#[test]
fn several_files_have_a_folder_each() {
    let folder = Folder::small(&[]);
    folder.write("other.toml", &SCENARIO.replace("small scenario", "another"));
    let ran = folder
        .run(&[
            "run",
            "small.toml",
            "other.toml",
            "--out",
            "out",
            "--no-charts",
        ])
        .exits(0);
    assert!(ran.stdout.contains("small scenario") && ran.stdout.contains("another"));
    for name in ["small", "other"] {
        for table in TABLES {
            assert!(!folder.read(&format!("out/{name}/{table}")).is_empty());
        }
    }
    let folder = Folder::small(&[]);
    folder.run(&["run", "small.toml", "--no-charts"]).exits(0);
    assert!(folder.path().join("out/small/summary.csv").exists());
}

/// Two scenarios of one name would write the same files: nothing is lost, and nothing is run.
#[test]
fn files_of_one_name_are_refused() {
    let folder = Folder::small(&[]);
    folder.write("b/small.toml", &SCENARIO.replace("worlds/", "../worlds/"));
    let before = folder.files();
    for force in [&[][..], &["--force"]] {
        let mut arguments = vec![
            "run",
            "small.toml",
            "b/small.toml",
            "--out",
            "out",
            "--no-charts",
        ];
        arguments.extend(force);
        folder.run(&arguments).exits(2);
        assert_eq!(folder.files(), before);
    }
}

/// One refused file: the others are not run either.
#[test]
fn all_files_are_read_before_the_first_is_run() {
    let folder = Folder::small(&[]);
    folder.write("bad.toml", &SCENARIO.replace("days = 28", "dayz = 28"));
    folder
        .run(&[
            "run",
            "small.toml",
            "bad.toml",
            "--out",
            "out",
            "--no-charts",
        ])
        .exits(2);
    assert!(!folder.files().iter().any(|f| f.starts_with("out/")));
}

fn scenario_of(folder: &Folder) -> toml::Table {
    let json: serde_json::Value = serde_json::from_str(&folder.read("out/run.json")).unwrap();
    json["scenario"].as_str().unwrap().parse().unwrap()
}

#[test]
fn set_takes_every_kind_of_value() {
    let folder = Folder::small(&[]);
    for (setting, path, expected) in [
        ("run.days=30", "run.days", "30"),
        ("benign.family.share = 0.02", "benign.family.share", "0.02"),
        ("benign.family.share=2 %", "benign.family.share", "\"2 %\""),
        (
            "desks.police.capacity=300/day",
            "desks.police.capacity",
            "\"300/day\"",
        ),
        (
            "desks.police.capacity=\"300/day\"",
            "desks.police.capacity",
            "\"300/day\"",
        ),
        (
            "material.new.prevalence=0.1 to 10 per million",
            "material.new.prevalence",
            "\"0.1 to 10 per million\"",
        ),
        (
            "services.mail.encrypted=false",
            "services.mail.encrypted",
            "false",
        ),
        ("run.outputs=totals", "run.outputs", "\"totals\""),
        ("title=Another title", "title", "\"Another title\""),
        ("policy.desks=[\"police\"]", "policy.desks", "[\"police\"]"),
        (
            "policy.orders.new.rule={ fdr = \"50 %\" }",
            "policy.orders.new.rule",
            "{ fdr = \"50 %\" }",
        ),
        (
            "policy.orders.new.rule.recall=50 %",
            "policy.orders.new.rule",
            "{ recall = \"50 %\" }",
        ),
        (
            "services.mail.growth=5 %/year",
            "services.mail.growth",
            "\"5 %/year\"",
        ),
        (
            "services.mail.weekly=[1, 1, 1, 1, 1, 0, 0]",
            "services.mail.weekly",
            "[1, 1, 1, 1, 1, 0, 0]",
        ),
        (
            "benign.family.shift={ normal = { mean = 1, sd = 0.1 } }",
            "benign.family.shift",
            "{ normal = { mean = 1, sd = 0.1 } }",
        ),
    ] {
        let ran = run(
            &folder,
            &["--force", "--replications", "2", "--set", setting],
        );
        assert_eq!(ran.code, Some(0), "{setting}: {}", ran.stderr);
        let scenario = toml::Value::Table(scenario_of(&folder));
        let found = path.split('.').fold(&scenario, |value, key| &value[key]);
        let expected: toml::Table = format!("x = {expected}").parse().unwrap();
        assert_eq!(found, &expected["x"], "{setting}");
    }
}

/// The last setting of a path holds, and options stand above settings.
#[test]
fn later_settings_hold() {
    let folder = Folder::small(&[]);
    run(
        &folder,
        &[
            "--set",
            "run.seed=5",
            "--set",
            "run.seed=6",
            "--replications",
            "2",
        ],
    )
    .exits(0);
    assert_eq!(scenario_of(&folder)["run"]["seed"].as_integer(), Some(6));
    run(
        &folder,
        &[
            "--set",
            "run.seed=5",
            "--seed",
            "7",
            "--replications",
            "2",
            "--force",
        ],
    )
    .exits(0);
    assert_eq!(scenario_of(&folder)["run"]["seed"].as_integer(), Some(7));
}

#[test]
fn set_remembers_where_a_value_came_from() {
    let folder = Folder::small(&[]);
    run(
        &folder,
        &[
            "--set",
            "desks.police.capacity=300/day",
            "--replications",
            "2",
        ],
    )
    .exits(0);
    let json: serde_json::Value = serde_json::from_str(&folder.read("out/run.json")).unwrap();
    let origin = |path: &str| {
        let values = json["values"].as_array().unwrap();
        let value = values.iter().find(|v| v["path"] == path);
        value.unwrap_or_else(|| panic!("no {path}"))["origin"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(origin("desks.police.capacity"), "--set:1:23");
    assert_eq!(origin("policy.orders.new.rule.fpr"), "small.toml:10:16");
    assert_eq!(origin("population"), "worlds/small.toml:2:14");
    assert_eq!(origin("services.mail.growth"), "default");
}

#[test]
fn the_seed_and_nothing_else_decides() {
    let folder = Folder::small(&[]);
    let mut seen = Vec::new();
    for seed in ["1", "2", "1"] {
        run(
            &folder,
            &["--seed", seed, "--force", "--set", "run.replications=6"],
        )
        .exits(0);
        seen.push((folder.read("out/summary.csv"), folder.read("out/daily.csv")));
    }
    assert_eq!(seen[0], seen[2]);
    assert_ne!(seen[0].0, seen[1].0);
    assert_ne!(seen[0].1, seen[1].1);
}

#[test]
fn the_number_of_threads_shows_nowhere() {
    let folder = Folder::small(&[(
        "prevalence = \"5 per million\"",
        "prevalence = \"1 to 20 per million\"",
    )]);
    let mut seen = Vec::new();
    for threads in ["1", "2", "3"] {
        folder
            .run(&[
                "run",
                "small.toml",
                "--out",
                "out",
                "--force",
                "--threads",
                threads,
                "--replications",
                "40",
            ])
            .exits(0);
        let mut files = Vec::new();
        walk(&folder.path().join("out"), &mut files);
        files.sort();
        assert!(files.len() > TABLES.len());
        seen.push(
            files
                .into_iter()
                .map(|f| (f.clone(), std::fs::read(f).unwrap()))
                .collect::<Vec<_>>(),
        );
    }
    for other in &seen[1..] {
        for ((name, bytes), (_, first)) in other.iter().zip(&seen[0]) {
            assert!(bytes == first, "{} differs", name.display());
        }
    }
}

/// Every command that draws, with as little work as it can have.
const DRAWING: [&str; 6] = [
    "run small.toml --replications 2",
    "compare small.toml other.toml --replications 4",
    "tradeoff small.toml",
    "solve small.toml --lever desks.provider.staff.people=1..40 --metric backlog@provider --target 1000 --replications 2",
    "sensitivity small.toml --uncertainty material.new.prevalence=1e-6..1e-4 --metric flags --method tornado --points 2",
    "discover small.toml --uncertainty material.new.prevalence=1e-6..1e-4 --points 60 --when true-flags>50 --set run.days=7",
];

#[test]
fn charts_in_the_formats_that_are_asked_for() {
    for command in DRAWING {
        let with = |format: &str| {
            let folder = Folder::small(&[]);
            let path = |name: &str| folder.path().join(name);
            std::fs::copy(path("small.toml"), path("other.toml")).unwrap();
            let line = format!("{command} --out out {format}");
            folder.run(&line.split(' ').collect::<Vec<_>>()).exits(0);
            folder.files()
        };
        let charts = |files: &[String], end: &str| -> Vec<String> {
            let charts = files.iter().filter(|f| f.starts_with("out/charts/"));
            charts
                .filter_map(|f| f.strip_suffix(end).map(str::to_owned))
                .collect()
        };
        let both = with("--format svg,png,svg");
        assert!(!charts(&both, ".png").is_empty(), "{command}");
        assert_eq!(charts(&both, ".png"), charts(&both, ".svg"), "{command}");
        assert_eq!(charts(&both, ".png"), charts(&both, ".csv"), "{command}");
        let svg = with("--format svg");
        assert_eq!(charts(&svg, ".svg"), charts(&both, ".svg"), "{command}");
        assert!(charts(&svg, ".png").is_empty(), "{command}");
        let none = with("--no-charts");
        assert!(charts(&none, "").is_empty(), "{command}: {none:?}");
    }
}

#[test]
fn explain_knows_every_code_key_and_metric() {
    let folder = Folder::new();
    for code in Code::ALL {
        let ran = folder.run(&["explain", &code.id().to_lowercase()]).exits(0);
        assert!(ran.stdout.starts_with(code.id()), "{}", ran.stdout);
    }
    for metric in METRICS {
        let ran = folder.run(&["explain", metric.name]).exits(0);
        assert!(ran.stdout.contains(metric.doc), "{}", ran.stdout);
    }
    for (path, key) in reference::keys() {
        let found = reference::matching(&path);
        assert!(found.iter().any(|(_, k)| k.doc == key.doc), "{path}");
    }
    let ran = folder
        .run(&["explain", "policy.orders.new.rule.fdr"])
        .exits(0);
    assert!(ran.stdout.contains("flagged items"), "{}", ran.stdout);
}

#[test]
fn every_bundled_scenario_is_listed_and_runs_from_anywhere() {
    let folder = Folder::new();
    let listed = folder.run(&["list"]).exits(0).stdout;
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(scenarios).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            listed.contains(&format!("  {name} ")),
            "{name} is not listed"
        );
        folder.run(&["check", name]).exits(0);
        folder.run(&["theory", name]).exits(0);
        folder.run(&["tradeoff", name]).exits(0);
    }
}

#[test]
fn what_new_writes_can_be_run() {
    let folder = Folder::new();
    let ran = folder.run(&["new", "my-case_2"]).exits(0);
    assert!(ran.stdout.contains("vessels run my-case_2.toml"));
    assert_eq!(folder.files(), ["my-case_2.toml", "worlds/my-case_2.toml"]);
    let ran = folder
        .run(&["check", "my-case_2.toml", "worlds/my-case_2.toml"])
        .exits(0);
    assert_eq!(ran.stderr, "", "no warnings");
    folder
        .run(&[
            "run",
            "my-case_2.toml",
            "--replications",
            "2",
            "--set",
            "run.days=14",
            "--no-charts",
        ])
        .exits(0);
    folder.run(&["new", "my-case_2"]).exits(2);
    folder.run(&["new", "my-case_2", "--force"]).exits(0);
    for name in ["", "a/b", "a b", "..", "ü"] {
        folder.run(&["new", name]).exits(2);
    }
}

#[test]
fn the_schema_accepts_what_the_loader_accepts() {
    let folder = Folder::small(&[]);
    let text = folder.run(&["schema"]).exits(0).stdout;
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"),
        &mut files,
    );
    walk(folder.path(), &mut files);
    for file in files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "toml"))
    {
        let document: toml::Value =
            toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let document = serde_json::to_value(document).unwrap();
        if let Err(error) = schema::validate(&schema, &document) {
            panic!("{}: {error}", file.display());
        }
    }
}

#[test]
fn the_schema_refuses_mistakes() {
    let folder = Folder::small(&[]);
    let text = folder.run(&["schema"]).exits(0).stdout;
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    for (from, to) in [
        ("days = 28", "dayz = 28"),
        ("days = 28", "days = \"28\""),
        ("days = 28", "days = 0"),
        ("\"client-side\"", "\"clientside\""),
        ("desks = [\"provider\", \"police\"]", "desks = \"provider\""),
        ("rule = { fpr = \"0.02 %\" }", "rule = { fpt = \"0.02 %\" }"),
        ("rule = { fpr = \"0.02 %\" }", "rule = { fpr = 1.6 }"),
    ] {
        assert!(SCENARIO.contains(from));
        let document: toml::Value = toml::from_str(&SCENARIO.replace(from, to)).unwrap();
        let document = serde_json::to_value(document).unwrap();
        assert!(schema::validate(&schema, &document).is_err(), "{to}");
    }
}

#[test]
fn completions_man_and_help() {
    let folder = Folder::new();
    let commands = [
        "run",
        "tradeoff",
        "theory",
        "check",
        "schema",
        "list",
        "new",
        "explain",
        "completions",
        "man",
    ];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.run(&["completions", shell]).exits(0).stdout;
        for command in commands {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let page = folder.run(&["man"]).exits(0).stdout;
    assert!(page.contains(".TH vessels"));
    for text in [page, folder.run(&["--help"]).exits(0).stdout] {
        for command in commands {
            assert!(text.contains(command), "{command}");
        }
    }
    let version = folder.run(&["--version"]).exits(0).stdout;
    assert_eq!(version, format!("vessels {}\n", env!("CARGO_PKG_VERSION")));
}

/// Transcripts; the blocks of pages are run by `pages` and `book`.
#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .default_bin_name("vessels")
        .case("tests/cmd/*.trycmd")
        .run();
}
