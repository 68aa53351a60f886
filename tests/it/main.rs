//! All integration tests, in one binary.
#![allow(missing_docs)]
// What tests compute need not be the same bytes on every platform.
#![allow(clippy::disallowed_methods)]

mod book;
mod boundary;
mod charts;
mod cli;
mod compare;
mod correlations;
mod curves;
mod determinism;
mod diagnostics;
mod draws;
mod dutch;
mod generated;
mod invariants;
mod languages;
mod layout;
mod mechanism;
mod mechanisms;
mod oracles;
mod pages;
mod per_message;
mod positions;
mod precision;
mod published;
mod queues;
mod repo;
mod report;
mod said;
mod schema;
mod sensitivity;
mod small;
mod solve;
mod study;
mod support;
mod sweep;
mod told;
mod translations;
