//! What may happen over time: every mechanism is off unless the scenario has its table.

mod people;
mod traffic;

pub use people::{ClearingHouse, Fatigue, Hiring, Outsourcing, SharedStaff, Welfare};
pub use traffic::{
    Accounts, Burst, Deterrence, Encryption, Learning, Prevention, Removal, UserType,
};

/// The mechanisms that are switched on.
#[derive(Debug, Clone, Default)]
pub struct Mechanisms {
    /// A number of hits per account before anything is reported.
    pub accounts: Option<Accounts>,
    /// Days on which one innocent item hits many users.
    pub bursts: Vec<Burst>,
    /// Confirmed new pieces enter the list of a hash detector.
    pub learning: Option<Learning>,
    /// Found pieces stop circulating.
    pub removal: Option<Removal>,
    /// Fewer pieces are made.
    pub prevention: Option<Prevention>,
    /// Fewer pieces are shared where detection is likely.
    pub deterrence: Option<Deterrence>,
    /// Users who leave or encrypt in advance, by type of user.
    pub displacement: Vec<UserType>,
    /// Services that turn end-to-end encrypted.
    pub encryption: Vec<Encryption>,
    /// Desks whose people also do targeted investigation.
    pub shared_staff: Vec<SharedStaff>,
    /// Desks that hire when they are behind.
    pub hiring: Vec<Hiring>,
    /// Desks that make more errors under load.
    pub fatigue: Vec<Fatigue>,
    /// Desks whose people may see only so much abuse a day.
    pub welfare: Vec<Welfare>,
    /// Desks a part of whose work is done elsewhere.
    pub outsourcing: Vec<Outsourcing>,
    /// Desks that also receive reports from abroad.
    pub clearing_houses: Vec<ClearingHouse>,
}

impl Mechanisms {
    /// Whether the stocks of pieces move.
    pub fn moves_pieces(&self) -> bool {
        self.removal.is_some()
            || self.learning.is_some()
            || self.prevention.is_some()
            || self.deterrence.is_some()
    }
}
