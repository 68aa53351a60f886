//! Who is told how far a run is.

/// Is told how far a run is; every method has an empty default.
pub trait Observer {
    /// The run begins.
    fn started(&mut self, _replications: u64) {}
    /// So many replications are done.
    fn done(&mut self, _replications: u64) {}
    /// Whether to go on; asked now and then. A run that is ended here is not repeated by another machine.
    fn goes_on(&mut self) -> bool {
        true
    }
    /// The run has ended.
    fn finished(&mut self) {}
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nobody;

impl Observer for Nobody {}
