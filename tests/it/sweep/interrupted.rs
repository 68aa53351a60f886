//! Runs that end too early.

use super::{BOTH, STEM, Sweep, assert_same, bytes, folder};
use crate::small::Folder;
use std::process::Stdio;
use std::time::{Duration, Instant};
use vessels::export::rows::{Opened, Shard, merge};

/// Interrupted after every number of blocks, and after every single block.
#[test]
fn resumed_after_any_block() {
    let sweep = Sweep::new(1);
    let whole = sweep.whole();
    let blocks = sweep.blocks();
    let first = (0..=blocks).map(|n| (0..n).collect::<Vec<_>>());
    let alone = (0..blocks).map(|b| vec![b]);
    for done in first.chain(alone) {
        let folder = folder();
        let mut store = sweep.open(folder.path(), None);
        for block in &done {
            sweep.put(&mut store, *block);
        }
        drop(store);
        let there = bytes(folder.path());
        assert!(there.keys().all(|name| name.starts_with('.')), "{there:?}");
        let mut store = sweep.open(folder.path(), None);
        let missing: Vec<u64> = (0..blocks).filter(|b| !done.contains(b)).collect();
        assert_eq!(store.missing(), missing);
        sweep.put_missing(&mut store);
        store.finish().unwrap();
        assert_same(&bytes(folder.path()), &whole);
    }
}

#[test]
fn a_finished_table_is_left_alone() {
    let sweep = Sweep::new(1);
    for shard in [None, Some(Shard { number: 2, of: 3 })] {
        let folder = folder();
        let files = sweep.make(folder.path(), shard);
        let before = bytes(folder.path());
        let plan = sweep.plan(folder.path(), shard);
        let Opened::Done(again) = plan.open(false).unwrap() else {
            panic!("it is there");
        };
        assert_eq!(again, files);
        assert_same(&bytes(folder.path()), &before);
    }
}

/// Between two of the final names, as a kill may leave it: the parquet is there, the manifest is not, blocks are.
#[test]
fn interrupted_between_two_names() {
    let sweep = Sweep::new(1);
    let whole = sweep.whole();
    let folder = folder();
    let mut store = sweep.open(folder.path(), None);
    sweep.put_missing(&mut store);
    let parquet = format!("{STEM}.parquet");
    std::fs::write(folder.path().join(&parquet), &whole[&parquet]).unwrap();
    sweep.open(folder.path(), None).finish().unwrap();
    assert_same(&bytes(folder.path()), &whole);
}

/// Two processes at the same shard: the second finds the work of the first done.
#[test]
fn two_at_once() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let (mut a, mut b) = (
        sweep.open(folder.path(), None),
        sweep.open(folder.path(), None),
    );
    sweep.put_missing(&mut a);
    sweep.put_missing(&mut b);
    a.finish().unwrap();
    b.finish().unwrap();
    assert_same(&bytes(folder.path()), &sweep.whole());
}

/// The second process is still at its blocks when the first has finished the table and removed their folder.
#[test]
fn a_block_that_comes_too_late_is_in_the_table() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let mut late = sweep.open(folder.path(), None);
    let files = sweep.make(folder.path(), None);
    sweep.put_missing(&mut late);
    assert_eq!(late.finish().unwrap(), files);
    assert_same(&bytes(folder.path()), &sweep.whole());
}

/// What an earlier merge left does not stay.
#[test]
fn remains_of_a_merge_are_removed() {
    let sweep = Sweep::new(1);
    let (parts, joined) = (folder(), folder());
    let shards = sweep.shards(parts.path(), 2);
    let scratch = joined.path().join(format!(".{STEM}.merge"));
    std::fs::create_dir(&scratch).unwrap();
    std::fs::write(scratch.join(".vessels-old.part"), "remains").unwrap();
    merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
    assert_same(&bytes(joined.path()), &sweep.whole());
}

/// Killed between the last of the final names and the removal of the blocks, or while they were removed: a repetition removes them.
#[test]
fn blocks_that_are_left_behind_are_removed() {
    let sweep = Sweep::new(1);
    for shard in [None, Some(Shard { number: 2, of: 3 })] {
        for kept in 0..3 {
            let (folder, elsewhere) = (folder(), folder());
            sweep.make(folder.path(), shard);
            let before = bytes(folder.path());
            let mut store = sweep.open(elsewhere.path(), shard);
            sweep.put_missing(&mut store);
            let hidden = std::fs::read_dir(elsewhere.path()).unwrap().next();
            let hidden = hidden.unwrap().unwrap();
            let left = folder.path().join(hidden.file_name());
            std::fs::rename(hidden.path(), &left).unwrap();
            let blocks = std::fs::read_dir(&left).unwrap().map(|e| e.unwrap().path());
            let is_block = |p: &std::path::PathBuf| p.extension().is_some_and(|e| e == "parquet");
            for block in blocks.filter(is_block).skip(kept) {
                std::fs::remove_file(block).unwrap();
            }
            let plan = sweep.plan(folder.path(), shard);
            assert!(matches!(plan.open(false).unwrap(), Opened::Done(_)));
            assert_same(&bytes(folder.path()), &before);
        }
    }
}

/// Blocks of another study are not removed by a table that is there.
#[test]
fn blocks_of_another_study_stay() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let mut store = Sweep::new(2).open(folder.path(), None);
    Sweep::new(2).put(&mut store, 0);
    for (name, bytes) in sweep.whole() {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let before = bytes(folder.path());
    let plan = sweep.plan(folder.path(), None);
    assert!(matches!(plan.open(false).unwrap(), Opened::Done(_)));
    assert_same(&bytes(folder.path()), &before);
}

/// A merge that a scheduler repeats finds its table, and leaves it; one of another table is refused.
#[test]
fn merges_are_repeated() {
    let sweep = Sweep::new(1);
    let (parts, joined) = (folder(), folder());
    let shards = sweep.shards(parts.path(), 3);
    let files = merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
    let before = bytes(joined.path());
    assert_eq!(
        merge(&shards, joined.path(), STEM, BOTH, false).unwrap(),
        files
    );
    assert_same(&bytes(joined.path()), &before);
    let others = folder();
    let shards = Sweep::new(2).shards(others.path(), 3);
    let error = merge(&shards, joined.path(), STEM, BOTH, false).unwrap_err();
    assert!(
        error.to_string().contains("`seed` is 1 there and 2 here"),
        "{error}"
    );
    assert_same(&bytes(joined.path()), &before);
}

/// A merge that was killed between any two of its final names is repeated without `force`; what is not its own stays.
#[test]
fn merges_killed_between_two_names() {
    let sweep = Sweep::new(1);
    let whole = sweep.whole();
    let parts = folder();
    let shards = sweep.shards(parts.path(), 2);
    let ends = ["parquet", "csv", "columns.json", "json"];
    for appeared in 0..=4 {
        for foreign in [None, Some(appeared)] {
            let joined = folder();
            let path = |end: &str| joined.path().join(format!("{STEM}.{end}"));
            std::fs::create_dir(joined.path().join(format!(".{STEM}.merge"))).unwrap();
            for end in &ends[..appeared] {
                std::fs::write(path(end), &whole[&format!("{STEM}.{end}")]).unwrap();
            }
            match foreign.and_then(|at| ends.get(at)) {
                None => {
                    merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
                    assert_same(&bytes(joined.path()), &whole);
                }
                Some(end) => {
                    std::fs::write(path(end), "mine").unwrap();
                    let before = bytes(joined.path());
                    let message = merge(&shards, joined.path(), STEM, BOTH, false);
                    let message = message.unwrap_err().to_string();
                    assert!(message.contains(path(end).to_str().unwrap()), "{message}");
                    let mut after = bytes(joined.path());
                    after.insert(format!(".{STEM}.merge"), Vec::new());
                    assert_same(&after, &before);
                }
            }
        }
    }
}

/// The program, killed again and again, early and late: in the end the bytes are those of an undisturbed run, and nothing else is there.
#[test]
fn killed_at_any_time() {
    let folder = Folder::small(&[]);
    let lever = "desks.provider.staff.people=1 .. 400";
    let run = |out: &'static str, shard: &'static [&'static str]| {
        let sweep = ["sweep", "small.toml", "--lever", lever, "--points", "3000"];
        let more = ["--set", "run.days=2", "--threads", "1", "--out", out];
        [&sweep[..], &more, shard].concat()
    };
    for (out, undisturbed, shard) in [("a", "b", &[][..]), ("c", "d", &["--shard", "2/2"])] {
        for wait in (0..400).step_by(10) {
            let mut child = folder
                .command(&run(out, shard))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_millis(wait));
            let _ = child.kill();
            if child.wait().unwrap().success() {
                break;
            }
        }
        folder.run(&run(out, shard)).exits(0);
        folder.run(&run(undisturbed, shard)).exits(0);
        let [a, b] = [out, undisturbed].map(|f| bytes(&folder.path().join(f)));
        assert_same(&a, &b);
    }
}

/// The program, killed when some blocks are there, and run again.
#[test]
fn killed_and_run_again() {
    let folder = Folder::small(&[]);
    let arguments = |out| {
        let lever = "desks.provider.staff.people=1 .. 400";
        [
            "sweep",
            "small.toml",
            "--lever",
            lever,
            "--points",
            "8000",
            "--threads",
            "1",
            "--design",
            "latin",
            "--out",
            out,
        ]
    };
    let mut child = folder
        .command(&arguments("killed"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    let blocks = || {
        let is_block = |f: &&String| f.ends_with(".parquet");
        folder.files().iter().filter(is_block).count()
    };
    while blocks() < 2 && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(child.try_wait().unwrap().is_none(), "it still runs");
    child.kill().unwrap();
    child.wait().unwrap();
    let kept = blocks();
    assert!((2..8).contains(&kept), "{kept} blocks");
    let visible = |f: &&String| f.starts_with("killed/") && !f.contains("/.");
    assert_eq!(folder.files().iter().filter(visible).count(), 0);
    folder.run(&arguments("killed")).exits(0);
    folder.run(&arguments("quiet")).exits(0);
    let [killed, quiet] = ["killed", "quiet"].map(|f| bytes(&folder.path().join(f)));
    assert_same(&killed, &quiet);
    assert_eq!(killed.len(), 4);
    let again = folder.run(&arguments("killed")).exits(0);
    assert!(
        again.stdout.contains("8,000 rows, already there."),
        "{}",
        again.stdout
    );
}
