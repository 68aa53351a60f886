//! Files that are sound, and say what is not so; files in the way; places where nothing can be written.

use super::{BOTH, STEM, Sweep, assert_same, bytes, folder};
use crate::small::Folder;
use std::path::{Path, PathBuf};
use vessels::export::rows::{
    Column, Formats, Kind, Opened, Plan, Shard, Table, Values, merge, read_table,
};

/// Makes the shard of a plan from the blocks of a sweep, whatever the plan says.
fn forged(sweep: &Sweep, plan: Plan) -> PathBuf {
    let Opened::Store(mut store) = plan.open(false).unwrap() else {
        panic!("it is there");
    };
    for block in store.missing() {
        sweep.put(&mut store, block.min(sweep.blocks() - 1));
    }
    store.finish().unwrap().remove(0)
}

fn refused(shards: &[PathBuf]) -> String {
    let joined = folder();
    let error = merge(shards, joined.path(), STEM, BOTH, false).unwrap_err();
    assert_eq!(bytes(joined.path()).len(), 0, "nothing is left");
    error.to_string()
}

/// A number of shards that nobody has makes no work and takes no memory.
#[test]
fn absurd_numbers_of_shards() {
    let sweep = Sweep::new(1);
    for of in [1_000_000_000_000_000_000, u64::MAX] {
        for number in [1, of / 2, of] {
            let parts = folder();
            let shard = forged(&sweep, sweep.plan(parts.path(), Some(Shard { number, of })));
            let message = refused(&[shard]);
            assert!(
                message.starts_with(&format!("of {of} shards these are missing: ")),
                "{message}"
            );
            assert!(message.ends_with(&format!("{} more", of - 13)), "{message}");
        }
    }
}

/// Ranges that overlap, have gaps, or end too early: each shard is sound, and of the same study.
#[test]
fn blocks_of_another_division() {
    let sweep = Sweep::new(1);
    for blocks in [1, 3, 4] {
        let parts = folder();
        let mut shards = sweep.shards(parts.path(), 2);
        let elsewhere = folder();
        let half = Some(Shard { number: 1, of: 2 });
        let plan = Plan {
            blocks,
            ..sweep.plan(elsewhere.path(), half)
        };
        if plan.blocks == 4 {
            // 4 / 2 is 5 / 2: the same blocks.
            assert_eq!(
                forged(&sweep, plan),
                elsewhere
                    .path()
                    .join(format!("{STEM}.shard-0001-of-0002.parquet"))
            );
            continue;
        }
        shards[0] = forged(&sweep, plan);
        let message = refused(&shards);
        assert!(message.contains(shards[0].to_str().unwrap()), "{message}");
        assert!(
            message.contains(&format!(
                "it holds blocks 0 to {}, and shard 1 of 2 of 5 blocks has 0 to 2",
                blocks / 2
            )),
            "{message}"
        );
    }
}

/// All shards agree, and the table that they are is shorter than the study.
#[test]
fn all_shards_of_too_few_blocks() {
    let sweep = Sweep::new(1);
    let parts = folder();
    let shard = |number| {
        let shard = Some(Shard { number, of: 2 });
        let plan = Plan {
            blocks: 3,
            ..sweep.plan(parts.path(), shard)
        };
        forged(&sweep, plan)
    };
    let message = refused(&[shard(1), shard(2)]);
    assert!(message.contains("of 5 blocks"), "{message}");
}

#[test]
fn rows_that_are_missing_in_a_block() {
    let sweep = Sweep::new(1);
    let parts = folder();
    let mut shards = sweep.shards(parts.path(), 2);
    let elsewhere = folder();
    let mut store = sweep.open(elsewhere.path(), Some(Shard { number: 1, of: 2 }));
    sweep.put(&mut store, 0);
    let jobs = sweep.description.jobs_of(1);
    let rows = sweep.study.rows(jobs.start..jobs.end - 1).unwrap();
    let values = vessels::export::study::values(&sweep.study, &rows);
    store.put(1, &values).unwrap();
    shards[0] = store.finish().unwrap().remove(0);
    let message = refused(&shards);
    assert!(message.contains(shards[0].to_str().unwrap()), "{message}");
    assert!(
        message.ends_with("rows are missing in it, or too many"),
        "{message}"
    );
}

#[test]
fn shards_with_other_columns() {
    let sweep = Sweep::new(1);
    let (parts, elsewhere) = (folder(), folder());
    let mut shards = sweep.shards(parts.path(), 2);
    let mut plan = sweep.plan(elsewhere.path(), Some(Shard { number: 1, of: 2 }));
    let last = plan.columns.len() - 1;
    plan.columns[last].name = "another".into();
    shards[0] = forged(&sweep, plan);
    let message = refused(&shards);
    for part in [
        &format!("columns.{last}"),
        "name: \"another\"",
        shards[0].to_str().unwrap(),
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

/// Blocks are those of the columns, and each column has a value for each row.
#[test]
fn blocks_that_do_not_fit() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let mut store = sweep.open(folder.path(), None);
    let rows = sweep.study.rows(sweep.description.jobs_of(0)).unwrap();
    let values = vessels::export::study::values(&sweep.study, &rows);
    let mut short = values.clone();
    short[1] = Values::Integers(vec![1]);
    let mut other = values.clone();
    other[1] = Values::Texts(vec!["x".into(); rows.len()]);
    for wrong in [&values[1..], &short, &other, &[]] {
        assert!(store.put(0, wrong).is_err());
    }
    assert!(store.put(5, &values).is_err());
    store.put(0, &values).unwrap();
}

/// A table that is no study, whose blocks may have no rows.
fn table(rows: [usize; 4], shards: u64) -> Table {
    let column = |name: &str, kind| Column {
        name: name.into(),
        kind,
        unit: String::new(),
        part: String::new(),
        doc: String::new(),
    };
    let folder = folder();
    let formats = BOTH;
    let plan = |shard| Plan {
        folder: folder.path().into(),
        stem: STEM.into(),
        manifest: serde_json::json!({ "name": "no study" }),
        columns: vec![column("number", Kind::Integer), column("word", Kind::Text)],
        blocks: 4,
        shard,
        formats,
    };
    let make = |plan: Plan| {
        let Opened::Store(mut store) = plan.open(false).unwrap() else {
            panic!("it is there");
        };
        for block in store.missing() {
            let rows = rows[block as usize];
            let numbers = Values::Integers(vec![block; rows]);
            let words = Values::Texts(vec![format!("block {block}"); rows]);
            store.put(block, &[numbers, words]).unwrap();
        }
        store.finish().unwrap().remove(0)
    };
    let parts: Vec<PathBuf> = (1..=shards)
        .map(|number| make(plan(Some(Shard { number, of: shards }))))
        .collect();
    let [whole, joined] = ["whole", "joined"].map(|f| folder.path().join(f));
    merge(&parts, &joined, STEM, formats, false).unwrap();
    make(Plan {
        folder: whole.clone(),
        ..plan(None)
    });
    assert_same(&bytes(&joined), &bytes(&whole));
    let parquet = read_table(&whole.join(format!("{STEM}.parquet"))).unwrap();
    let csv = read_table(&whole.join(format!("{STEM}.csv"))).unwrap();
    assert_eq!(csv, parquet);
    parquet
}

#[test]
fn blocks_without_rows() {
    for rows in [[2, 0, 3, 1], [0, 1, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0]] {
        for shards in [1, 2, 3, 6] {
            assert_eq!(table(rows, shards).rows(), rows.iter().sum::<usize>());
        }
    }
}

/// Whatever is under one of the names stays, in a format that is wanted or not, and with blocks of an earlier run or without.
#[test]
fn files_in_the_way_stay() {
    let sweep = Sweep::new(1);
    let csv_only = Formats {
        parquet: false,
        csv: true,
    };
    for end in ["parquet", "csv", "columns.json", "json"] {
        for formats in [BOTH, csv_only] {
            for blocks in [None, Some(0), Some(3)] {
                let folder = folder();
                if let Some(blocks) = blocks {
                    let mut store = sweep.open(folder.path(), None);
                    (0..blocks).for_each(|block| sweep.put(&mut store, block));
                }
                let path = folder.path().join(format!("{STEM}.{end}"));
                std::fs::write(&path, "mine").unwrap();
                let plan = Plan {
                    formats,
                    ..sweep.plan(folder.path(), None)
                };
                let message = plan.clone().open(false).unwrap_err().to_string();
                assert!(message.contains(path.to_str().unwrap()), "{message}");
                assert_eq!(std::fs::read(&path).unwrap(), b"mine");
                plan.open(true).unwrap();
                assert!(!path.exists());
            }
        }
    }
}

/// A file that comes while blocks are made: it stays, and so do the blocks.
#[test]
fn files_that_come_in_the_way() {
    let sweep = Sweep::new(1);
    for (shard, name) in [
        (None, format!("{STEM}.csv")),
        (
            Some(Shard { number: 1, of: 2 }),
            format!("{STEM}.shard-0001-of-0002.parquet"),
        ),
    ] {
        let folder = folder();
        let mut store = sweep.open(folder.path(), shard);
        sweep.put_missing(&mut store);
        let path = folder.path().join(&name);
        std::fs::write(&path, "mine").unwrap();
        let message = store.finish().unwrap_err().to_string();
        assert!(message.contains(path.to_str().unwrap()), "{message}");
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        let others = bytes(folder.path());
        assert!(
            others.keys().all(|n| n.starts_with('.') || *n == name),
            "{:?}",
            others.keys()
        );
        std::fs::remove_file(&path).unwrap();
        let mut store = sweep.open(folder.path(), shard);
        assert!(store.missing().is_empty());
        sweep.put_missing(&mut store);
        store.finish().unwrap();
    }
}

/// The same manifest, other columns: blocks of the one are none of the other.
#[test]
fn blocks_of_other_columns_are_made_again() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let mut plan = sweep.plan(folder.path(), None);
    plan.columns[4].unit = "another".into();
    let Opened::Store(mut store) = plan.open(false).unwrap() else {
        panic!("it is there");
    };
    sweep.put_missing(&mut store);
    assert_eq!(sweep.open(folder.path(), None).missing().len(), 5);
}

/// The program where it cannot write: one line that names the path, and nothing under a final name.
#[test]
fn folders_that_cannot_be_written() {
    let folder = Folder::small(&[]);
    folder.write("file", "no folder");
    let lever = "desks.provider.staff.people=1 .. 3";
    let sweep = ["sweep", "small.toml", "--lever", lever, "--points", "8"];
    let ran = folder
        .run(&[&sweep[..], &["--out", "file/below"]].concat())
        .exits(2);
    assert!(ran.stderr.contains("`file/below`"), "{}", ran.stderr);
    folder
        .run(&[&sweep[..], &["--out", "parts", "--shard", "1/1"]].concat())
        .exits(0);
    let ran = folder.run(&["merge", "parts", "--out", "file"]).exits(2);
    assert!(ran.stderr.contains("`file"), "{}", ran.stderr);
    let ran = folder.run(&["merge", "nothing.shard-0001-of-0001.parquet"]);
    let stderr = ran.exits(2).stderr;
    assert!(
        stderr.contains("`nothing.shard-0001-of-0001.parquet`"),
        "{stderr}"
    );
}

/// A disk that is full: a limit on the size of files ends writing in the same way.
#[cfg(unix)]
#[test]
fn disks_that_are_full() {
    let folder = Folder::small(&[]);
    let lever = "desks.provider.staff.people=1 .. 3";
    let program = env!("CARGO_BIN_EXE_vessels");
    let run = |limit: u32, more: &str| {
        let command = format!(
            "trap '' XFSZ; ulimit -f {limit}; '{program}' sweep small.toml --lever '{lever}' --set run.days=2 --points 4000 --out out {more}"
        );
        let output = std::process::Command::new("sh")
            .args(["-c", &command])
            .current_dir(folder.path())
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    for (limit, more) in [(4, "--format parquet"), (300, ""), (300, "--shard 1/1")] {
        let message = run(limit, more);
        assert!(message.contains("error: `out/"), "{limit} {message}");
        assert!(message.contains("`: File too large"), "{limit} {message}");
        let visible = |f: &&String| f.starts_with("out/") && !f.contains("/.");
        assert_eq!(folder.files().iter().filter(visible).count(), 0);
    }
    assert_eq!(run(1 << 20, "-q"), "");
    assert!(Path::new(&folder.path().join("out")).exists());
}

/// `--force` leaves nothing of an earlier table in formats that are not wanted now.
#[test]
fn merges_by_force() {
    let sweep = Sweep::new(1);
    let (parts, joined) = (folder(), folder());
    let shards = sweep.shards(parts.path(), 2);
    sweep.make(joined.path(), None);
    let csv = Formats {
        parquet: false,
        csv: true,
    };
    let other = Sweep::new(2);
    let elsewhere = folder();
    let others = other.shards(elsewhere.path(), 2);
    let before = bytes(joined.path());
    let mixed = [shards[0].clone(), others[1].clone()];
    merge(&mixed, joined.path(), STEM, csv, true).unwrap_err();
    assert_same(&bytes(joined.path()), &before);
    merge(&others, joined.path(), STEM, csv, true).unwrap();
    let mut wanted = other.whole();
    wanted.remove(&format!("{STEM}.parquet"));
    assert_same(&bytes(joined.path()), &wanted);
}

/// A folder with more blocks than a folder can hold is not begun.
#[test]
fn too_many_blocks() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let blocks = 10_000_001;
    let plan = Plan {
        blocks,
        ..sweep.plan(folder.path(), None)
    };
    let message = plan.open(false).unwrap_err().to_string();
    assert!(
        message.starts_with("10000001 blocks are too many"),
        "{message}"
    );
    assert_eq!(bytes(folder.path()).len(), 0);
    let plan = Plan {
        blocks: u64::MAX,
        ..sweep.plan(
            folder.path(),
            Some(Shard {
                number: 2,
                of: u64::MAX,
            }),
        )
    };
    assert!(matches!(plan.open(false).unwrap(), Opened::Store(s) if s.missing() == [1]));
}
