//! Says whether the explorer has been built, so that `vessels report --explore` has it.

use std::path::Path;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(explorer)");
    println!("cargo::rerun-if-changed=build.rs");
    // The engine inside the explorer is built without `cli`, and must not wait for the page that holds it.
    if std::env::var_os("CARGO_FEATURE_CLI").is_none() || !Path::new("web/dist").is_dir() {
        return;
    }
    println!("cargo::rerun-if-changed=web/dist");
    if Path::new("web/dist/explorer.html").is_file() {
        println!("cargo::rustc-cfg=explorer");
    }
}
