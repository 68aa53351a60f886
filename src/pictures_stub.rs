//! Temporary.
#![allow(missing_docs)]
use crate::{
    chart::Chart,
    model::{Model, operating::OperatingError, policy::Outputs},
    results::Results,
};
pub fn has_days(model: &Model) -> bool {
    model.run.outputs == Outputs::Daily
}
pub fn names(_: &Model) -> Vec<&'static str> {
    vec![]
}
pub fn charts(_: &Model, _: &Results) -> Result<Vec<Chart>, OperatingError> {
    Ok(vec![])
}
pub fn tradeoff(_: &Model) -> Result<Chart, OperatingError> {
    Ok(Chart)
}
