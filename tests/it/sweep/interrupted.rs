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
        again.stdout.contains("8000 rows, already there."),
        "{}",
        again.stdout
    );
}
