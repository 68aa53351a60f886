//! Temporary.
#![allow(missing_docs)]
use crate::{model::{Model, policy::Outputs}, results::Results, chart::Chart};
pub fn has_days(model: &Model) -> bool { model.run.outputs == Outputs::Daily }
pub fn names(_: &Model) -> Vec<&'static str> { vec![] }
pub fn charts(_: &Model, _: &Results) -> Vec<Chart> { vec![] }
