//! Rules of the house, read from the source text.

use crate::small::walk;
use crate::support::Files;
use std::collections::BTreeSet;
use std::path::Path;
use vessels::model::parameter::{Origin, Status};
use vessels::scenario::{Library, Loaded, load};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Source files with their paths below `src`, and their text up to the unit tests.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    files.sort();
    files
        .into_iter()
        .filter(|f| f.extension().is_some_and(|e| e == "rs") && !f.ends_with("tests.rs"))
        .map(|f| {
            let text = std::fs::read_to_string(&f).unwrap();
            let code = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            let name = f
                .strip_prefix(root().join("src"))
                .unwrap()
                .display()
                .to_string();
            (name.replace('\\', "/"), code.to_owned())
        })
        .collect()
}

/// Lines that are neither comments nor documentation.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// What each layer may name; it may always name itself. Layers only look left.
const LAYERS: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("diag", &[]),
    ("language", &[]),
    ("text", &["language"]),
    ("special", &[]),
    ("stats", &[]),
    ("chart", &["language"]),
    ("parallel", &[]),
    ("random", &["special"]),
    ("dist", &["special"]),
    ("theory", &["random", "special"]),
    ("dependence", &["special"]),
    ("design", &["dependence", "random", "special"]),
    ("sensitivity", &["dependence", "random", "special", "stats"]),
    ("discovery", &["language", "random", "special", "stats"]),
    (
        "model",
        &[
            "units",
            "dist",
            "diag",
            "random",
            "theory",
            "special",
            "dependence",
            "design",
        ],
    ),
    (
        "scenario",
        &[
            "units",
            "diag",
            "text",
            "dist",
            "theory",
            "model",
            "dependence",
        ],
    ),
    ("bundled", &["scenario"]),
    (
        "engine",
        &["model", "parallel", "random", "theory", "units"],
    ),
    (
        "results",
        &[
            "language",
            "engine",
            "model",
            "parallel",
            "stats",
            "units",
            "theory",
            "text",
            "diag",
            "sensitivity",
            "special",
        ],
    ),
    ("solve", &["random", "special", "stats"]),
    (
        "study",
        &["language", "design", "dist", "engine", "model", "results"],
    ),
    ("contrast", &["engine", "results", "model"]),
    (
        "compare",
        &["language", "results", "model", "stats", "text", "special"],
    ),
    (
        "findings",
        &["language", "results", "model", "stats", "text"],
    ),
    ("twin", &["results", "model", "theory"]),
    ("tradeoff", &["model", "theory"]),
    (
        "answer",
        &["language", "results", "model", "stats", "text", "units"],
    ),
    (
        "export",
        &["compare", "results", "scenario", "model", "stats", "study"],
    ),
    (
        "boundary",
        &["language", "discovery", "export", "random", "text"],
    ),
    (
        "influence",
        &[
            "language",
            "design",
            "export",
            "sensitivity",
            "special",
            "study",
            "text",
        ],
    ),
    (
        "pictures",
        &[
            "language",
            "answer",
            "boundary",
            "chart",
            "compare",
            "contrast",
            "discovery",
            "influence",
            "model",
            "random",
            "results",
            "solve",
            "stats",
            "study",
            "text",
            "theory",
            "tradeoff",
            "units",
        ],
    ),
    (
        "report",
        &[
            "answer",
            "bundled",
            "chart",
            "compare",
            "export",
            "language",
            "model",
            "pictures",
            "results",
            "scenario",
            "sensitivity",
            "stats",
            "units",
        ],
    ),
    ("cli", &["cli"]),
];

fn layer(file: &str) -> &str {
    file.split('/')
        .next()
        .unwrap_or(file)
        .trim_end_matches(".rs")
}

/// The modules of this crate that a line names.
fn named(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in line.split("crate::").skip(1) {
        let end = part
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(part.len());
        // The macro of messages is the languages'; of a group, `crate::{…}`, the name is empty and thus in no table.
        found.push(if &part[..end] == "say" {
            "language"
        } else {
            &part[..end]
        });
    }
    found
}

#[test]
fn layers_only_look_left() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let here = layer(&file);
        if matches!(here, "lib" | "main") {
            continue;
        }
        let allowed = LAYERS.iter().find(|(name, _)| *name == here);
        let (_, allowed) = allowed
            .unwrap_or_else(|| panic!("{file}: layer `{here}` is not in the table of the test"));
        for (line, text) in code(&text) {
            for module in named(text) {
                if module != here && !allowed.contains(&module) {
                    wrong.push(format!("src/{file}:{line}: `{here}` names `{module}`"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Modules of the first level, without the two roots.
fn modules() -> BTreeSet<String> {
    sources()
        .iter()
        .map(|(file, _)| layer(file).to_owned())
        .filter(|module| !matches!(module.as_str(), "lib" | "main"))
        .collect()
}

/// A person who looks for a module finds it in both tables; the tables name no module that is gone.
#[test]
fn tables_of_modules_are_complete() {
    for page in ["CONTRIBUTING.md", "DESIGN.md"] {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        let column = if page == "DESIGN.md" { 2 } else { 1 };
        let header = if page == "DESIGN.md" {
            "| layer |"
        } else {
            "| module |"
        };
        let listed: BTreeSet<String> = text
            .lines()
            .skip_while(|line| !line.starts_with(header))
            .take_while(|line| line.starts_with('|'))
            .filter_map(|line| line.split('|').nth(column))
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
            .map(str::to_owned)
            .collect();
        assert_eq!(listed, modules(), "the table of modules in {page}");
    }
}

/// Crates that one place alone may name, so that they can be exchanged there.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["cli/render.rs"]),
    ("bytes", &["export/rows/"]),
    ("clap", &["cli/", "main.rs"]),
    ("fluent_bundle", &["language/"]),
    ("include_dir", &["language/"]),
    ("indicatif", &["cli/progress.rs"]),
    ("maud", &["report/html.rs"]),
    ("parquet", &["export/"]),
    ("plotters", &["chart/paint.rs", "chart/font.rs"]),
    ("png", &["chart/paint.rs", "chart/mod.rs"]),
    ("rand::rngs", &["random/streams.rs"]),
    ("std::process::ExitCode", &["cli/status.rs", "main.rs"]),
    ("tempfile", &["export/"]),
    ("unic_langid", &["language/"]),
];

/// Whether a path in a line begins with a crate's, or a module's, `name`.
fn begins_path(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let inside = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '"'));
        !inside && line[at + name.len()..].starts_with("::")
    })
}

#[test]
fn outside_crates_have_single_doors() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (line, text) in code(&text) {
            for (name, doors) in DOORS {
                if begins_path(text, name) && !doors.iter().any(|door| file.starts_with(door)) {
                    wrong.push(format!("src/{file}:{line}: `{name}` belongs to {doors:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The library calculates; files, clocks, environment and printing belong to `export` and `cli`.
#[test]
fn only_the_edges_touch_the_world() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if matches!(layer(&file), "cli" | "main") {
            continue;
        }
        for (line, text) in code(&text) {
            for word in [
                "std::fs",
                "std::time",
                "std::env",
                "println!",
                "eprintln!",
                "print!",
                "std::process",
                "dbg!",
            ] {
                let files_of_export = layer(&file) == "export" && word == "std::fs";
                if text.contains(word) && !files_of_export {
                    wrong.push(format!("src/{file}:{line}: {word}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Methods of `f64` whose last digits differ between platforms.
const TRANSCENDENTAL: &[&str] = &[
    ".ln()",
    ".ln_1p()",
    ".log(",
    ".log10()",
    ".log2()",
    ".exp()",
    ".exp2()",
    ".exp_m1()",
    ".powf(",
    ".powi(",
    ".sin()",
    ".cos()",
    ".tan()",
    ".sin_cos()",
    ".asin()",
    ".acos()",
    ".atan()",
    ".atan2(",
    ".sinh()",
    ".cosh()",
    ".tanh()",
    ".asinh()",
    ".acosh()",
    ".atanh()",
    ".cbrt()",
    ".hypot(",
    "f64::ln",
    "f64::exp",
    "f64::powf",
    "f64::powi",
    "f64::log",
];

/// Results are the same bytes on every platform: transcendental functions come from `libm`.
#[test]
fn transcendental_functions_come_from_libm() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if layer(&file) == "chart" {
            continue;
        }
        for (line, text) in code(&text) {
            for method in TRANSCENDENTAL {
                if text.contains(method) {
                    wrong.push(format!("src/{file}:{line}: {method}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One noun or verb a file. Let off by name: one long table of keys, and files that are still to be split.
#[test]
fn files_are_short() {
    const CEILING: usize = 400;
    const LET_OFF: &[&str] = &[
        "scenario/schema/world.rs",
        "chart/tradeoff.rs",
        "chart/vessels.rs",
        "model/world.rs",
    ];
    let long: Vec<String> = sources()
        .iter()
        .filter(|(file, _)| !LET_OFF.contains(&file.as_str()))
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > CEILING)
        .map(|(file, lines)| format!("src/{file}: {lines} lines"))
        .collect();
    assert!(
        long.is_empty(),
        "above {CEILING} lines:\n{}",
        long.join("\n")
    );
}

/// Scenario files below `scenarios`, by their paths there.
fn scenario_files() -> BTreeSet<String> {
    let folder = root().join("scenarios");
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "toml"))
        .map(|f| {
            f.strip_prefix(&folder)
                .unwrap()
                .display()
                .to_string()
                .replace('\\', "/")
        })
        .collect()
}

#[test]
fn every_scenario_is_bundled() {
    let text = std::fs::read_to_string(root().join("src/bundled.rs")).unwrap();
    let list = text
        .split("bundled!(")
        .nth(1)
        .unwrap()
        .split(");")
        .next()
        .unwrap();
    let bundled: BTreeSet<String> = list
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    assert_eq!(bundled, scenario_files(), "the list in src/bundled.rs");
}

/// All scenarios and worlds of the repository.
pub(crate) fn bundled() -> Vec<Loaded> {
    scenario_files()
        .iter()
        .map(
            |file| match load(&Files, &Path::new("scenarios").join(file), &[]) {
                Ok(loaded) => loaded,
                Err(refused) => panic!("{file}: {:#?}", refused.diagnostics),
            },
        )
        .collect()
}

/// A number that is published says where; one that is not says why it was chosen.
#[test]
fn every_bundled_value_has_its_source() {
    let mut wrong = BTreeSet::new();
    for loaded in bundled() {
        for parameter in loaded.model.parameters.iter() {
            let written = matches!(parameter.origin, Origin::Text(_));
            if !written || parameter.path.starts_with("expect.") {
                continue;
            }
            let meta = &parameter.meta;
            let fault = match meta.status {
                None => "no status",
                Some(Status::Assumption) if meta.note.is_none() => "an assumption without a note",
                Some(Status::Assumption) => continue,
                Some(_) if meta.source.is_none() => "no source",
                Some(_) => continue,
            };
            wrong.insert(format!(
                "{}: `{}` = {}: {fault}",
                loaded.origin(parameter.origin),
                parameter.path,
                parameter.written
            ));
        }
    }
    for loaded in bundled() {
        for expectation in loaded
            .model
            .expectations
            .iter()
            .filter(|e| e.source.is_none())
        {
            wrong.insert(format!(
                "`{}` of {}: no source",
                expectation.name, loaded.model.title
            ));
        }
    }
    let list: Vec<String> = wrong.into_iter().collect();
    assert!(
        list.is_empty(),
        "{} values:\n{}",
        list.len(),
        list.join("\n")
    );
}

/// The first comment says which question a scenario answers and what to look at.
#[test]
fn every_scenario_begins_with_its_question() {
    for file in scenario_files() {
        let text = Files.read(&Path::new("scenarios").join(&file)).unwrap();
        assert!(text.starts_with("# "), "{file} begins without a comment");
    }
    for loaded in bundled().iter().filter(|l| !l.world_only) {
        let model = &loaded.model;
        assert!(
            model.question.is_some() && model.look_at.is_some() && model.group.is_some(),
            "{}",
            model.title
        );
    }
}
