//! Results to bytes, and bytes to files that appear whole or not at all.

#[cfg(feature = "cli")]
pub mod differences;
mod error;
pub mod json;
#[cfg(feature = "cli")]
pub mod rows;
#[cfg(feature = "cli")]
pub mod study;
pub mod tables;
#[cfg(feature = "cli")]
pub mod target;

pub use error::ExportError;
