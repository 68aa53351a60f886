//! Who is told how far a run is.

/// Is told how far a run is; every method has an empty default.
pub trait Observer {
    /// The run begins.
    fn started(&mut self, _replications: u64) {}
    /// So many replications are done.
    fn done(&mut self, _replications: u64) {}
    /// The run has ended.
    fn finished(&mut self) {}
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nobody;

impl Observer for Nobody {}
