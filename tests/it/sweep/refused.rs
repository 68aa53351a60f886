//! Messages of `sweep` and `merge`.

use crate::small::Folder;

/// Standard error of a command that is refused without having written a table.
fn refused(folder: &Folder, arguments: &[&str]) -> String {
    let before = folder.files();
    let ran = folder.run(arguments).exits(2);
    assert_eq!(folder.files(), before);
    assert_eq!(ran.stdout, "");
    ran.stderr
}

fn sweep(more: &[&str]) -> String {
    let folder = Folder::small(&[]);
    refused(&folder, &[&["sweep", "small.toml"], more].concat())
}

fn listed(name: &str, text: &str) -> String {
    let folder = Folder::small(&[]);
    folder.write(name, text);
    refused(&folder, &["sweep", "small.toml", "--listed", name])
}

const PEOPLE: &str = "desks.provider.staff.people";

#[test]
fn shards_that_do_not_exist() {
    for shard in ["9/8", "0/8", "x", "1/0"] {
        let message = sweep(&["--shard", shard]);
        let wanted =
            format!("`{shard}` is no shard: write `i/n` with i from 1 to n, such as `3/8`");
        assert!(message.contains(&wanted), "{message}");
    }
}

#[test]
fn factors_that_do_not_fit() {
    for (name, over) in [
        (
            "a_factor_that_does_not_exist",
            "desks.provider.staff.peeple=1 .. 3",
        ),
        (
            "a_factor_outside_its_domain",
            "material.new.prevalence=0.5 .. 2",
        ),
        (
            "a_factor_with_levels_outside",
            "desks.police.forward.benign=1 %; 101 %",
        ),
        (
            "a_log_range_from_nothing",
            "desks.provider.staff.people=0 .. 10 log",
        ),
        (
            "a_factor_out_of_order",
            "desks.provider.staff.people=10 .. 1",
        ),
        ("a_factor_without_values", "desks.provider.staff.people="),
        (
            "a_factor_of_one_step",
            "desks.provider.staff.people=1 .. 10 in 1",
        ),
    ] {
        insta::assert_snapshot!(name, sweep(&["--lever", over]));
    }
}

/// As factors they would change nothing, and every row would say that they did.
#[test]
fn keys_that_a_study_sets() {
    for path in ["run.replications", "run.repeats", "run.seed", "run.outputs"] {
        let error = sweep(&["--lever", &format!("{path}=1;2")]);
        assert!(
            error.contains("is no factor: a study sets it itself"),
            "{error}"
        );
    }
}

#[test]
fn factors_given_twice() {
    let one = format!("{PEOPLE}=1 .. 3");
    let two = format!("{PEOPLE}=4 .. 5");
    insta::assert_snapshot!(sweep(&["--lever", &one, "--lever", &two]));
    insta::assert_snapshot!(sweep(&["--lever", &one, "--uncertainty", &two]));
}

/// Rows say only the name of their scenario.
#[test]
fn scenarios_of_one_name() {
    let folder = Folder::small(&[]);
    let twice = [
        "sweep",
        "small.toml",
        "./small.toml",
        "--lever",
        "desks.provider.staff.people=1;2",
    ];
    let error = refused(&folder, &twice);
    assert!(
        error.contains("two scenarios have the name `small`"),
        "{error}"
    );
}

/// A rule, and a number in it: rows would say what was not so.
#[test]
fn factors_within_factors() {
    let whole = "policy.orders.new.rule={ fpr = \"1 %\" };{ fdr = \"50 %\" }";
    let part = "policy.orders.new.rule.fpr=1e-4 .. 1e-2 log";
    for two in [[whole, part], [part, whole]] {
        let error = sweep(&["--lever", two[0], "--lever", two[1]]);
        let said = "the factor `policy.orders.new.rule.fpr` is a part of the factor `policy.orders.new.rule`";
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn metrics_that_do_not_exist() {
    let people = format!("{PEOPLE}=1 .. 3");
    insta::assert_snapshot!(sweep(&["--lever", &people, "--metric", "flag"]));
    insta::assert_snapshot!(sweep(&["--lever", &people, "--metric", "backlog@nobody"]));
}

#[test]
fn points_that_do_not_fit() {
    for (name, text) in [
        (
            "listed_without_a_value",
            "desks.provider.staff.people,material.new.prevalence\n3,1e-6\n4,\n",
        ),
        (
            "listed_with_an_unknown_column",
            "desks.provider.staff.people,colour\n3,red\n",
        ),
        (
            "listed_outside_the_domain",
            "material.new.prevalence\n0.1\n1.5\n",
        ),
        (
            "listed_with_a_short_row",
            "desks.provider.staff.people,material.new.prevalence\n3\n",
        ),
        (
            "listed_twice",
            "desks.provider.staff.people,desks.provider.staff.people\n3,4\n",
        ),
        ("listed_without_points", "desks.provider.staff.people\n"),
        ("listed_without_anything", ""),
        ("listed_no_number", "desks.provider.staff.people\nmany\n"),
    ] {
        insta::assert_snapshot!(name, listed("points.csv", text));
    }
    insta::assert_snapshot!(
        "listed_that_is_no_table",
        listed("points.parquet", "no table at all")
    );
    let folder = Folder::small(&[]);
    let absent = refused(&folder, &["sweep", "small.toml", "--listed", "nothing.csv"]);
    assert!(absent.contains("`nothing.csv`"), "{absent}");
}

/// The file, the row and the column, also among many; a role is given to a column that is there, by its name alone.
#[test]
fn listed_points_are_named_by_row() {
    let mut text = "material.new.prevalence\n".to_owned();
    for row in 1..=900 {
        text.push_str(if row == 613 { "2\n" } else { "1e-6\n" });
    }
    let error = listed("points.csv", &text);
    let place = "`points.csv`, row 613, column `material.new.prevalence`";
    assert!(error.contains(place), "{error}");
    let folder = Folder::small(&[]);
    folder.write("points.csv", "desks.provider.staff.people\n10\n40\n");
    let run = ["sweep", "small.toml", "--listed", "points.csv"];
    let named = |argument: &str| {
        let more = ["--uncertainty", argument, "--quiet", "--out", "out"];
        folder.run(&[&run[..], &more].concat())
    };
    let error = named("material.new.prevalence").exits(2).stderr;
    let said = "`points.csv` has no column `material.new.prevalence`";
    assert!(error.contains(said), "{error}");
    let error = named(&format!("{PEOPLE}=1 .. 10")).exits(2).stderr;
    assert!(error.contains("alone: its values are those of"), "{error}");
    // A number without a distribution is an uncertainty because it is called one.
    named(PEOPLE).exits(0);
    let table = folder.read("out/small.listed.2x1.columns.json");
    assert!(table.contains("\"part\": \"uncertainty\""), "{table}");
}

/// A setting that does not fit is shown where it was written, and a range of a setting of the run is refused with what to write.
#[test]
fn settings_that_do_not_fit() {
    let error = sweep(&["--lever", "policy.orders.new.technique=client-side;magic"]);
    assert!(error.contains("--> --lever:1:29"), "{error}");
    let error = sweep(&["--lever", "run.days=10 .. 20"]);
    assert!(error.contains("such as `run.days=10; 20`"), "{error}");
}

#[test]
fn levels_given_twice() {
    let error = sweep(&["--lever", &format!("{PEOPLE}=5; 5")]);
    let said = format!("the factor `{PEOPLE}` has the level `5` twice");
    assert!(error.contains(&said), "{error}");
}

#[test]
fn merges_of_nothing() {
    let folder = Folder::small(&[]);
    folder.write("x.shard-0001-of-0002.parquet", "no table");
    folder.write("y.shard-0001-of-0002.parquet", "no table");
    folder.write("empty/readme", "no shards");
    for (name, arguments) in [
        ("merge_of_a_folder_without_shards", &["merge", "empty"][..]),
        ("merge_of_another_file", &["merge", "small.toml"]),
        (
            "merge_of_no_table",
            &["merge", "x.shard-0001-of-0002.parquet"],
        ),
        ("merge_of_two_sweeps", &["merge", "."]),
    ] {
        insta::assert_snapshot!(name, refused(&folder, arguments));
    }
}

/// The program as in `contrib`: shards by the command, joined by the command, and an undivided run.
#[test]
fn shards_of_the_program_are_the_whole() {
    let folder = Folder::small(&[]);
    let over = format!("{PEOPLE}=1 .. 400");
    let sweep = |more: &[&str]| {
        let common = [
            "sweep",
            "small.toml",
            "--lever",
            &over,
            "--points",
            "2100",
            "--set",
            "run.days=2",
            "--metric",
            "flags",
        ];
        folder.run(&[&common[..], more].concat()).exits(0)
    };
    sweep(&["--out", "whole"]);
    for shard in ["2/4", "1/4", "4/4"] {
        sweep(&["--out", "parts", "--shard", shard]);
    }
    let missing = folder.run(&["merge", "parts"]).exits(2).stderr;
    assert!(
        missing.contains("of 4 shards these are missing: 3"),
        "{missing}"
    );
    sweep(&["--out", "parts", "--shard", "3/4"]);
    folder.run(&["merge", "parts", "--out", "joined"]).exits(0);
    let [whole, joined] = ["whole", "joined"].map(|f| super::bytes(&folder.path().join(f)));
    super::assert_same(&joined, &whole);
    assert_eq!(whole.len(), 4);
    folder.run(&["merge", "parts", "--out", "joined"]).exits(0);
    folder
        .run(&["merge", "parts", "--out", "joined", "--force"])
        .exits(0);
}
