//! Generated files are fresh: the committed copy is what the definitions say.

use crate::support::bundled;
use std::path::Path;
use vessels::export::json::digest;
use vessels::findings;
use vessels::language::Language;
use vessels::results::metric_page;
use vessels::scenario::reference;

/// Compares a committed file with what it is generated from; writes it when `VESSELS_REFRESH` is set.
fn fresh(file: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("VESSELS_REFRESH").is_some() {
        let folder = path.parent().expect("a file has a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(&path, wanted).expect("the file can be written");
        return;
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    let line = found
        .lines()
        .zip(wanted.lines())
        .position(|(a, b)| a != b)
        .map_or_else(
            || found.lines().count().min(wanted.lines().count()) + 1,
            |i| i + 1,
        );
    // Git may have changed the ends of lines.
    assert!(
        found.replace("\r\n", "\n") == wanted,
        "{file} is stale from line {line} on; refresh it with\n\n    VESSELS_REFRESH=1 cargo test --test it generated\n"
    );
}

#[test]
fn the_page_of_the_scenario_format_is_fresh() {
    fresh("docs/scenario.md", &reference::page());
}

#[test]
fn the_page_of_metrics_is_fresh() {
    fresh("docs/metrics.md", &metric_page::page());
}

#[test]
fn the_json_schema_is_fresh() {
    let schema = reference::json_schema();
    fresh("schema/scenario.schema.json", &format!("{schema:#}\n"));
}

/// The page of findings takes minutes to make, so it is not made here: it says which scenarios it was made of, and these are compared. A
/// change of the engine that changes no scenario is not noticed.
#[test]
fn the_page_of_findings_is_about_the_scenarios_of_today() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/findings.md")).expect("the page");
    let page = page.replace("\r\n", "\n");
    let files = std::fs::read_dir(root.join("scenarios")).expect("the scenarios");
    let mut names: Vec<String> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    // As the program lists its files.
    names.sort_by_key(|name| format!("{name}.toml"));
    let digests: Vec<(String, String)> = names
        .into_iter()
        .map(|name| {
            let digest = digest(&bundled(&name, &["run.outputs=totals"]));
            (name, digest)
        })
        .collect();
    let wanted = findings::footer(&digests);
    let stale = wanted.lines().find(|line| !page.contains(*line));
    let columns = findings::page("vessels findings", &[], Language::default());
    assert!(
        page.ends_with(&wanted) && page.starts_with(&columns),
        "docs/findings.md is stale{}; refresh it with\n\n    cargo run --release -- findings > docs/findings.md\n",
        stale.map_or(String::new(), |line| format!(" ({line})"))
    );
}
