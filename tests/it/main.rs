//! All integration tests, in one binary.
#![allow(missing_docs)]

mod cli;
mod curves;
mod determinism;
mod diagnostics;
mod generated;
mod invariants;
mod oracles;
mod per_message;
mod published;
mod queues;
mod repo;
mod schema;
mod small;
mod support;
