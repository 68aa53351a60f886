//! Sweeps: the same bytes however they are cut, and nothing lost when they are interrupted, damaged or mixed up.

mod bytes;
mod crossed;
mod damage;
mod faulty;
mod foreign;
mod interrupted;
mod listed;
mod policies;
mod refused;

use crate::small::small;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vessels::export::rows::{Formats, Opened, Plan as Files, Shard, Store};
use vessels::export::study::{columns, values};
use vessels::model::factor::Role;
use vessels::scenario::factors;
use vessels::study::axis::Axis;
use vessels::study::combination::{Combination, Method};
use vessels::study::description::Description;
use vessels::study::{Plan, Study, StudyError};

/// Names of files begin with it.
const STEM: &str = "small.sobol";

const BOTH: Formats = Formats {
    parquet: true,
    csv: true,
};

/// A small study in blocks of a few rows.
struct Sweep {
    study: Study,
    description: Description,
}

/// File by file, its bytes.
type Bytes = BTreeMap<String, Vec<u8>>;

impl Sweep {
    /// 10 points of two numbers, three replications each: 30 rows, so 5 blocks.
    fn new(seed: u64) -> Self {
        Self::of(Method::Sobol(10), seed)
    }

    /// Another design of the same factors: so many points that a few blocks hold them.
    fn of(method: Method, seed: u64) -> Self {
        let days = "days = 3\noutputs = \"totals\"\nseed = ";
        let loaded = small(&[("days = 28", &format!("{days}{seed}"))]);
        let over = [
            (Role::Lever, "desks.provider.staff.people=1 .. 400 log in 3"),
            (Role::Uncertainty, "material.new.prevalence=1e-6 .. 1e-5"),
        ];
        let factors = factors(&loaded, &over.map(|(r, text)| (r, text.to_owned()))).unwrap();
        let axes: Vec<Axis> = factors.iter().map(|f| Axis::of(f, &loaded.model)).collect();
        let plan = Plan {
            policies: vec!["small".into()],
            combination: Combination::new(method, &axes, seed).unwrap(),
            axes,
            method,
            replications: 3,
            selectors: Vec::new(),
        };
        let model = |_: usize, _: &[String]| Ok::<_, StudyError>(loaded.model.clone());
        let study = Study::new(plan, model).unwrap();
        let description = Description {
            rows_per_block: 7,
            ..Description::new(&study, &["digest".into()])
        };
        Self { study, description }
    }

    fn blocks(&self) -> u64 {
        self.description.blocks()
    }

    fn plan(&self, folder: &Path, shard: Option<Shard>) -> Files {
        Files {
            folder: folder.to_owned(),
            stem: STEM.into(),
            manifest: serde_json::to_value(&self.description).unwrap(),
            columns: columns(&self.study, &self.description),
            blocks: self.blocks(),
            shard,
            formats: BOTH,
        }
    }

    fn open(&self, folder: &Path, shard: Option<Shard>) -> Store {
        match self.plan(folder, shard).open(false).unwrap() {
            Opened::Store(store) => store,
            Opened::Done(files) => panic!("{files:?} are there already"),
        }
    }

    fn put(&self, store: &mut Store, block: u64) {
        let rows = self.study.rows(self.description.jobs_of(block)).unwrap();
        store.put(block, &values(&self.study, &rows)).unwrap();
    }

    fn put_missing(&self, store: &mut Store) {
        for block in store.missing() {
            self.put(store, block);
        }
    }

    /// All that is missing, and the files.
    fn make(&self, folder: &Path, shard: Option<Shard>) -> Vec<PathBuf> {
        let mut store = self.open(folder, shard);
        self.put_missing(&mut store);
        store.finish().unwrap()
    }

    /// Every shard of a division, in a folder.
    fn shards(&self, folder: &Path, of: u64) -> Vec<PathBuf> {
        let shard = |number| self.make(folder, Some(Shard { number, of })).remove(0);
        (1..=of).map(shard).collect()
    }

    /// One undivided run.
    fn whole(&self) -> Bytes {
        let folder = folder();
        self.make(folder.path(), None);
        bytes(folder.path())
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Everything in a folder, what is hidden as well.
fn bytes(folder: &Path) -> Bytes {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path());
    entries
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap_or_default())
        })
        .collect()
}

/// `bytes`, with names rather than bytes where they differ.
fn assert_same(got: &Bytes, wanted: &Bytes) {
    let names = |b: &Bytes| b.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(got), names(wanted));
    for (name, bytes) in got {
        assert!(*bytes == wanted[name], "{name} differs");
    }
}
