//! Temporary.
#![allow(missing_docs)]
#[derive(Debug, thiserror::Error)]
#[error("chart")]
pub struct ChartError;
#[derive(Debug, Clone, Copy)]
pub enum Format {
    Png,
    Svg,
}
#[derive(Debug)]
pub struct Chart;
pub struct Table {
    pub header: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}
impl Chart {
    pub fn name(&self) -> &'static str {
        ""
    }
    pub fn table(&self) -> Table {
        Table {
            header: vec![],
            rows: vec![],
        }
    }
    pub fn render(&self, _: Format) -> Result<Vec<u8>, ChartError> {
        Err(ChartError)
    }
}
