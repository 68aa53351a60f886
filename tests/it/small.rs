//! A small world and a small scenario as text, a folder to put them in, and the program to run there.

use crate::support::Texts;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use vessels::engine::Nobody;
use vessels::export::tables;
use vessels::results::{Results, simulate};
use vessels::scenario::{Loaded, Refused, load};

/// A world with two services, three classes of material, one confusable class, all detector families and two desks.
pub(crate) const WORLD: &str = r#"title = "small world"
population = { value = "1 million", status = "assumption", note = "made up" }

[services.chat]
accounts = "800 000"
items = { text = "20/day", image = "2/day" }
encrypted = true

[services.mail]
accounts = "400 000"
volume = { text = "3 million/day", image = "200 000/day" }

[material.known]
modality = "image"
prevalence = "20 per million"
copies-per-piece = 4

[material.new]
modality = "image"
prevalence = "5 per million"

[material.grooming]
modality = "text"
prevalence = "1 per million"

[benign.family]
modality = "image"
share = "1 %"
shift = 1.0

[detectors.hash]
detects = ["known"]
hash = { bits = 96, list-size = 5000, radius = 12, transformations = [{ share = "90 %", flip = "4 %" }] }

[detectors.classifier]
detects = ["new"]
binormal = { anchors = [{ fpr = "0.1 %", recall = "80 %" }] }

[detectors.measured]
detects = ["grooming"]
empirical = { points = [{ fpr = "0.01 %", recall = "40 %" }, { fpr = "1 %", recall = "85 %" }] }

[detectors.vendor]
detects = ["known"]
fixed = { fpr = "1 in 1 million", recall = "98 %" }

[desks.provider]
reads = "flags"
staff = { people = 40, speed = "25/hour", hours = "6 h" }
forward = { abusive = "95 %", benign = "5 %" }

[desks.police]
capacity = "2000/day"
forward = { abusive = "60 %", benign = "1 %" }
expires-after = "30 days"
"#;

/// A scenario on [`WORLD`].
pub(crate) const SCENARIO: &str = r#"title = "small scenario"
world = "worlds/small.toml"

[policy]
desks = ["provider", "police"]

[policy.orders.new]
detector = "classifier"
technique = "client-side"
rule = { fpr = "0.01 %" }

[policy.orders.grooming]
detector = "measured"
services = ["mail"]
rule = { fpr = "0.02 %" }

[run]
days = 28
replications = 6
"#;

/// A text with replacements; each `from` must occur exactly once in one of the two texts.
pub(crate) fn edited(edits: &[(&str, &str)]) -> (String, String) {
    let (mut scenario, mut world) = (SCENARIO.to_owned(), WORLD.to_owned());
    for (from, to) in edits {
        let text = match (scenario.matches(from).count(), world.matches(from).count()) {
            (1, 0) => &mut scenario,
            (0, 1) => &mut world,
            (s, w) => panic!("`{from}` is {s} times in the scenario and {w} times in the world"),
        };
        *text = text.replace(from, to);
    }
    (scenario, world)
}

/// Loads one text that holds everything.
pub(crate) fn loaded(text: &str, set: &[String]) -> Result<Loaded, Box<Refused>> {
    let texts = Texts::default().with("all.toml", text);
    load(&texts, Path::new("all.toml"), set)
}

/// The same, of a text that must be valid.
pub(crate) fn valid(text: &str) -> Loaded {
    loaded(text, &[]).unwrap_or_else(|refused| panic!("{text}\n{:?}", refused.diagnostics))
}

/// [`SCENARIO`] on [`WORLD`], with replacements.
pub(crate) fn small(edits: &[(&str, &str)]) -> Loaded {
    let (scenario, world) = edited(edits);
    let texts = Texts::default()
        .with("small.toml", scenario)
        .with("worlds/small.toml", world);
    load(&texts, Path::new("small.toml"), &[]).unwrap()
}

/// Results of a run on so many threads.
pub(crate) fn simulated(loaded: &Loaded, threads: usize) -> Results {
    simulate(&loaded.model, Some(threads), &mut Nobody).unwrap()
}

/// `summary.csv` and `daily.csv`.
pub(crate) fn bytes(results: &Results) -> (String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        text(tables::summary_csv(results).unwrap()),
        text(tables::daily_csv(results).unwrap()),
    )
}

/// A temporary folder in which the program is run.
pub(crate) struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A folder with `small.toml` and `worlds/small.toml`.
    pub(crate) fn small(edits: &[(&str, &str)]) -> Self {
        let (scenario, world) = edited(edits);
        let folder = Self::new();
        folder.write("small.toml", &scenario);
        folder.write("worlds/small.toml", &world);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// The program, to be run in this folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vessels"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_remove("CLICOLOR_FORCE")
            .env("COLUMNS", "120");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::new(self.command(arguments).output().unwrap())
    }

    /// All files, below this folder, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        walk(self.path(), &mut found);
        let mut names: Vec<String> = found
            .iter()
            .map(|p| p.strip_prefix(self.path()).unwrap().display().to_string())
            .collect();
        names.sort();
        names
    }
}

/// All files below a folder.
pub(crate) fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn new(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts the exit code, showing everything when it is another.
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout:\n{}\nstderr:\n{}",
            self.stdout,
            self.stderr
        );
        self
    }
}
