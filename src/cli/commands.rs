//! One file per command.

pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod findings;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod new;
pub(crate) mod run;
pub(crate) mod solve;
pub(crate) mod sweep;
pub(crate) mod texts;
pub(crate) mod theory;
pub(crate) mod tradeoff;
