//! What an account threshold did to the flags of one detector at one service.

/// What became of the flags of one pool.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct PoolTotals {
    pub(crate) hits: u64,
    pub(crate) passed: u64,
    pub(crate) held: u64,
    pub(crate) lapsed: u64,
    /// The hits that an account needs.
    pub(crate) threshold: u64,
    /// Hits of innocent accounts, bursts included.
    pub(crate) innocent_hits: u64,
    /// Of those passed on, of innocent accounts.
    pub(crate) innocent_passed: u64,
    /// Times that an innocent account crossed the threshold.
    pub(crate) innocent_accounts: u64,
    /// The same of accounts that carry abuse.
    pub(crate) guilty_accounts: u64,
}

impl PoolTotals {
    pub(crate) fn is_conserved(&self) -> bool {
        self.hits == self.passed + self.held + self.lapsed
    }
}
