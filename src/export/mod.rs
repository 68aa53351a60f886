//! Results to bytes, and bytes to files that appear whole or not at all.

pub mod json;
pub mod rows;
pub mod study;
pub mod tables;
pub mod target;
