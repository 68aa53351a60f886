//! Files that are damaged, cut, or of somebody else.

use super::{BOTH, Files, STEM, Sweep, assert_same, bytes, folder};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::path::Path;
use vessels::export::rows::{Formats, Opened, Shard, merge, read_listed, read_table};

/// A block whose bytes are not those that were written is made again.
#[test]
fn damaged_blocks_are_made_again() {
    let sweep = Sweep::new(1);
    let whole = sweep.whole();
    let other = Sweep::new(2);
    for fault in 0..5 {
        let (folder, elsewhere) = (folder(), folder());
        let mut store = sweep.open(folder.path(), None);
        sweep.put_missing(&mut store);
        let block = |at: &Path| at.join(format!(".{STEM}.blocks/00000003.parquet"));
        let path = block(folder.path());
        let mut content = std::fs::read(&path).unwrap();
        match fault {
            0 => content.truncate(content.len() / 2),
            1 => content.clear(),
            2 => content[100] ^= 1,
            3 => content.extend(b"more"),
            _ => {
                let mut foreign = other.open(elsewhere.path(), None);
                other.put(&mut foreign, 3);
                content = std::fs::read(block(elsewhere.path())).unwrap();
            }
        }
        std::fs::write(&path, content).unwrap();
        let mut store = sweep.open(folder.path(), None);
        assert_eq!(store.missing(), [3]);
        sweep.put_missing(&mut store);
        store.finish().unwrap();
        assert_same(&bytes(folder.path()), &whole);
    }
}

/// A sound block under the number of another.
#[test]
fn exchanged_blocks_are_made_again() {
    let sweep = Sweep::new(1);
    let folder = folder();
    let mut store = sweep.open(folder.path(), None);
    sweep.put_missing(&mut store);
    let blocks = folder.path().join(format!(".{STEM}.blocks"));
    std::fs::copy(
        blocks.join("00000001.parquet"),
        blocks.join("00000003.parquet"),
    )
    .unwrap();
    let store = sweep.open(folder.path(), None);
    assert_eq!(
        store.missing(),
        [3],
        "its bytes are sound, its number is another"
    );
}

/// Blocks of another study are refused by their manifest.
#[test]
fn blocks_of_another_study_are_refused() {
    let folder = folder();
    let sweep = Sweep::new(1);
    let mut store = sweep.open(folder.path(), None);
    sweep.put(&mut store, 0);
    let other = Sweep::new(2).plan(folder.path(), None);
    let message = other.clone().open(false).unwrap_err().to_string();
    assert!(
        message.contains("`seed` is 1 there and 2 here"),
        "{message}"
    );
    other.open(true).unwrap();
}

/// Bytes and lengths all over a shard, every byte of its end; what had been merged before stays.
#[test]
fn damaged_shards_are_refused() {
    let sweep = Sweep::new(1);
    let (parts, joined) = (folder(), folder());
    let shards = sweep.shards(parts.path(), 2);
    merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
    let sound = std::fs::read(&shards[1]).unwrap();
    let refused = |content: &[u8], what: &str| {
        std::fs::write(&shards[1], content).unwrap();
        let merged = merge(&shards, joined.path(), STEM, BOTH, true);
        let message = merged.expect_err(what).to_string();
        let name = shards[1].to_str().unwrap();
        assert!(message.contains(name), "{what}: {message}");
        message
    };
    let end = sound.len() - 300;
    for at in (0..end).step_by(7).chain(end..sound.len()) {
        let mut content = sound.clone();
        content[at] ^= 1 << (at % 8);
        refused(&content, &format!("byte {at}"));
        if at % 5 == 0 {
            refused(&sound[..at], &format!("the first {at} bytes"));
            refused(&sound[at + 1..], &format!("the bytes behind {at}"));
        }
    }
    let mut content = sound.clone();
    content[100] ^= 1;
    assert!(refused(&content, "a page").ends_with("the checksum is wrong"));
    let key = b"vessels.checksum";
    let at = sound.windows(key.len()).position(|w| w == key).unwrap();
    let mut content = sound.clone();
    content[at + 8] = b'C';
    assert!(refused(&content, "a key").ends_with("the checksum is missing"));
    assert_same(&bytes(joined.path()), &sweep.whole());
}

/// A final table that is damaged is not said to be there.
#[test]
fn damaged_tables_are_refused() {
    let sweep = Sweep::new(1);
    for shard in [None, Some(Shard { number: 2, of: 3 })] {
        let folder = folder();
        let parquet = sweep.make(folder.path(), shard).remove(0);
        let sound = std::fs::read(&parquet).unwrap();
        for at in (0..sound.len()).step_by(13) {
            let mut content = sound.clone();
            content[at] ^= 0x10;
            std::fs::write(&parquet, content).unwrap();
            assert!(read_table(&parquet).is_err(), "byte {at}");
            let message = sweep.plan(folder.path(), shard).open(false);
            let message = message.unwrap_err().to_string();
            assert!(message.contains(parquet.to_str().unwrap()), "{message}");
        }
    }
}

/// Every file of a finished table is compared with what was written, whatever the formats; when it is whole it is found again.
#[test]
fn damaged_csv_is_refused() {
    let sweep = Sweep::new(1);
    let csv_only = Formats {
        parquet: false,
        csv: true,
    };
    for formats in [BOTH, csv_only] {
        let folder = folder();
        let plan = || Files {
            formats,
            ..sweep.plan(folder.path(), None)
        };
        let Opened::Store(mut store) = plan().open(false).unwrap() else {
            panic!("it is there already")
        };
        sweep.put_missing(&mut store);
        let files = store.finish().unwrap();
        let csv = files
            .iter()
            .find(|f| f.extension().is_some_and(|e| e == "csv"));
        let csv = csv.unwrap().clone();
        let columns = csv.with_extension("columns.json");
        assert!(matches!(plan().open(false).unwrap(), Opened::Done(_)));
        for path in [&csv, &columns] {
            let sound = std::fs::read(path).unwrap();
            let mut changed = sound.clone();
            changed[sound.len() / 2] ^= 1;
            for content in [&sound[..sound.len() / 2], &[], &changed] {
                std::fs::write(path, content).unwrap();
                let message = plan().open(false).unwrap_err().to_string();
                assert!(message.contains(path.to_str().unwrap()), "{message}");
                assert!(
                    message.contains("other bytes than were written"),
                    "{message}"
                );
            }
            std::fs::write(path, &sound).unwrap();
        }
        assert!(matches!(plan().open(false).unwrap(), Opened::Done(_)));
    }
}

/// Files that are no table, or no more: an error or a table, never a panic.
#[test]
fn any_file_can_be_read_or_refused() {
    let folder = folder();
    let files = Sweep::new(1).make(folder.path(), None);
    for (file, name) in [(&files[0], "x.parquet"), (&files[1], "x.csv")] {
        let sound = std::fs::read(file).unwrap();
        let path = folder.path().join(name);
        let read = |content: &[u8]| {
            std::fs::write(&path, content).unwrap();
            let _ = read_listed(&path);
            read_table(&path)
        };
        read(&sound).unwrap();
        let mut runner = TestRunner::deterministic();
        let faults = prop::collection::vec((0..sound.len(), any::<u8>()), 1..4);
        runner
            .run(&faults, |faults| {
                let mut content = sound.clone();
                for (at, byte) in faults {
                    content[at] = byte;
                }
                let _ = read(&content);
                Ok(())
            })
            .unwrap();
        runner
            .run(&prop::collection::vec(any::<u8>(), 0..300), |content| {
                let _ = read(&content);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_shard_that_is_no_shard() {
    let sweep = Sweep::new(1);
    let (parts, joined) = (folder(), folder());
    let whole = sweep.make(parts.path(), None).remove(0);
    let message = merge(&[whole], joined.path(), STEM, BOTH, false);
    let message = message.unwrap_err().to_string();
    assert!(message.ends_with("it is no shard"), "{message}");
    assert_eq!(bytes(joined.path()).len(), 0);
}

#[test]
fn shards_that_do_not_fit_together() {
    let sweep = Sweep::new(1);
    let (parts, other, joined) = (folder(), folder(), folder());
    let shards = sweep.shards(parts.path(), 3);
    let refused = |shards: &[std::path::PathBuf]| {
        let error = merge(shards, joined.path(), STEM, BOTH, false).unwrap_err();
        assert_eq!(bytes(joined.path()).len(), 0, "nothing is left");
        error.to_string()
    };
    assert_eq!(
        refused(&shards[1..2]),
        "of 3 shards these are missing: 1, 3"
    );
    let twice = refused(&[&shards[..], &shards[..1]].concat());
    assert!(
        twice.starts_with("shard 1 of 3 is there twice: "),
        "{twice}"
    );
    assert_eq!(refused(&[]), "there are no shards to join");
    let half = Shard { number: 2, of: 2 };
    let halves = sweep.make(other.path(), Some(half));
    let mixed = refused(&[shards[0].clone(), halves[0].clone()]);
    assert!(
        mixed.ends_with("`shards` is 3 in the first and 2 in the second"),
        "{mixed}"
    );
}

/// Of another seed, version or scenario: the message names the field.
#[test]
fn shards_of_another_study() {
    for field in ["seed", "version", "policies.0.digest", "rows_per_block"] {
        let (mut sweep, parts) = (Sweep::new(1), folder());
        let first = sweep.make(parts.path(), Some(Shard { number: 1, of: 2 }));
        match field {
            "seed" => {
                // The digest of a scenario differs with its seed, and says less.
                sweep = Sweep::new(2);
                sweep.description.policies[0].digest = "another".into();
            }
            "version" => sweep.description.version = "0.0.9".into(),
            "rows_per_block" => sweep.description.rows_per_block = 6,
            _ => sweep.description.policies[0].digest = "another".into(),
        }
        let second = sweep.make(parts.path(), Some(Shard { number: 2, of: 2 }));
        let error = merge(
            &[&first[..], &second[..]].concat(),
            parts.path(),
            STEM,
            BOTH,
            false,
        );
        let message = error.unwrap_err().to_string();
        assert!(message.contains(&format!("`{field}` is ")), "{message}");
    }
}

#[test]
fn a_table_of_another_study_stays() {
    let folder = folder();
    Sweep::new(1).make(folder.path(), None);
    let before = bytes(folder.path());
    let other = Sweep::new(2);
    let message = other
        .plan(folder.path(), None)
        .open(false)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("`seed` is 1 there and 2 here"),
        "{message}"
    );
    assert_same(&bytes(folder.path()), &before);
    let parts = tempfile::tempdir().unwrap();
    let shards = other.shards(parts.path(), 2);
    let message = merge(&shards, folder.path(), STEM, BOTH, false)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("`seed` is 1 there and 2 here"),
        "{message}"
    );
    assert_same(&bytes(folder.path()), &before);
    merge(&shards, folder.path(), STEM, BOTH, true).unwrap();
    assert_same(&bytes(folder.path()), &other.whole());
}

/// A file of that name which nobody claims is not overwritten either.
#[test]
fn a_file_of_that_name_stays() {
    let folder = folder();
    let path = folder.path().join(format!("{STEM}.csv"));
    std::fs::write(&path, "mine").unwrap();
    let plan = Sweep::new(1).plan(folder.path(), None);
    let message = plan.clone().open(false).unwrap_err().to_string();
    assert!(message.contains("exists"), "{message}");
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    plan.open(true).unwrap();
    assert!(!path.exists());
}
