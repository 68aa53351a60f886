//! All integration tests, in one binary.

mod cli;
mod determinism;
mod diagnostics;
mod invariants;
mod repo;
mod schema;
mod small;
