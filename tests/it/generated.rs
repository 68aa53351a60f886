//! Generated files are fresh: the committed copy is what the definitions say.

use std::path::Path;
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
