//! The same bytes on any number of threads and shards.

use super::{BOTH, STEM, Sweep, assert_same, bytes, folder};
use std::path::PathBuf;
use vessels::export::rows::{Formats, merge, read_table};

#[test]
fn whole_tables_hold_what_they_say() {
    let sweep = Sweep::new(1);
    assert_eq!(sweep.blocks(), 5);
    let folder = folder();
    let files = sweep.make(folder.path(), None);
    let ends = ["parquet", "csv", "columns.json", "json"];
    let names = ends.map(|end| folder.path().join(format!("{STEM}.{end}")));
    assert_eq!(files, names);
    let [parquet, csv] = [0, 1].map(|i| read_table(&files[i]).unwrap());
    let equal = format!("{parquet:?}") == format!("{csv:?}");
    assert!(equal, "the two tables differ");
    assert_eq!(parquet.rows(), 30);
    let (_, points) = parquet.find("point").unwrap();
    let expected: Vec<f64> = (0..30).map(|row| f64::from(row / 3)).collect();
    assert_eq!(points.numbers(), Some(expected));
    let (column, people) = parquet.find("desks.provider.staff.people").unwrap();
    assert_eq!(column.part, "lever");
    let people = people.numbers().unwrap();
    assert!(people.iter().all(|x| (1.0..=400.0).contains(x)));
    let mut different = people.clone();
    different.sort_by(f64::total_cmp);
    different.dedup();
    assert_eq!(different.len(), 10);
}

#[test]
fn threads_change_no_byte() {
    let sweep = Sweep::new(1);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap().install(|| sweep.whole())
    };
    let one = on(1);
    for threads in [2, 3] {
        assert_same(&on(threads), &one);
    }
}

/// Seeds that differ give bytes that differ: the comparisons of this file can fail.
#[test]
fn seeds_change_bytes() {
    let (one, two) = (Sweep::new(1).whole(), Sweep::new(2).whole());
    assert!(one.keys().filter(|k| one[*k] != two[*k]).count() >= 3);
}

/// Also more shards than blocks, and shards in the order of their names, backwards, or turned.
#[test]
fn shards_in_any_order_are_the_whole() {
    let sweep = Sweep::new(1);
    let whole = sweep.whole();
    for of in [1, 2, 3, 8] {
        let parts = folder();
        let mut shards = sweep.shards(parts.path(), of);
        for turn in 0..3 {
            let joined = folder();
            merge(&shards, joined.path(), STEM, BOTH, false).unwrap();
            assert_same(&bytes(joined.path()), &whole);
            if turn == 0 {
                shards.reverse();
            } else {
                shards.rotate_left(of as usize / 2);
            }
        }
    }
}

/// A shard may be made after, before, or as often as anyone likes.
#[test]
fn shards_do_not_know_of_each_other() {
    let sweep = Sweep::new(1);
    let (first, second) = (folder(), folder());
    let one = sweep.shards(first.path(), 3);
    let mut two: Vec<PathBuf> = Vec::new();
    for number in [3, 1, 2] {
        let shard = vessels::export::rows::Shard { number, of: 3 };
        two.extend(sweep.make(second.path(), Some(shard)));
    }
    two.sort();
    for (a, b) in one.iter().zip(&two) {
        assert_eq!(std::fs::read(a).unwrap(), std::fs::read(b).unwrap());
    }
}

#[test]
fn formats_are_those_wanted() {
    let sweep = Sweep::new(1);
    let parts = folder();
    let shards = sweep.shards(parts.path(), 2);
    let whole = sweep.whole();
    for (parquet, csv, files) in [(true, false, 2), (false, true, 3), (false, false, 1)] {
        let joined = folder();
        let formats = Formats { parquet, csv };
        let names = merge(&shards, joined.path(), STEM, formats, false).unwrap();
        assert_eq!(names.len(), files);
        // Only the checksum of a CSV depends on whether there is one.
        let described = |bytes: &[u8]| -> serde_json::Value {
            let mut value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            let noted = value.as_object_mut().unwrap().remove("csv");
            assert!(noted.is_some() || !csv);
            value
        };
        for (name, bytes) in bytes(joined.path()) {
            if name == format!("{STEM}.json") {
                assert_eq!(described(&bytes), described(&whole[&name]));
            } else {
                assert!(bytes == whole[&name], "{name}");
            }
        }
    }
}

/// Levers that repeat share their thresholds; rows are those of each point alone.
#[test]
fn rows_do_not_depend_on_their_neighbours() {
    let Sweep { study, .. } = Sweep::new(1);
    let all = study.rows(0..study.jobs()).unwrap();
    for job in 0..study.jobs() {
        let alone = study.rows(job..job + 1).unwrap();
        assert_eq!(
            format!("{:?}", alone[0]),
            format!("{:?}", all[job as usize])
        );
    }
}
