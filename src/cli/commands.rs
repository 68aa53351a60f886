//! One file per command.

pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod discover;
pub(crate) mod explain;
pub(crate) mod findings;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod new;
pub(crate) mod report;
pub(crate) mod robust;
pub(crate) mod run;
pub(crate) mod sensitivity;
pub(crate) mod solve;
mod source;
pub(crate) mod sweep;
pub(crate) mod texts;
pub(crate) mod theory;
pub(crate) mod tradeoff;
