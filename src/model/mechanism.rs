//! What may happen over time: every mechanism is off unless the scenario has its table.

mod people;
mod traffic;

pub use people::{ClearingHouse, Fatigue, Hiring, Leaving, Outsourcing, SharedStaff, Welfare};
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

    /// The kinds that are switched on, in the order of [`MechanismKind::ALL`].
    pub fn switched_on(&self) -> Vec<MechanismKind> {
        let kinds = MechanismKind::ALL.iter().copied();
        kinds.filter(|kind| self.is_on(*kind)).collect()
    }

    fn is_on(&self, kind: MechanismKind) -> bool {
        match kind {
            MechanismKind::Accounts => self.accounts.is_some(),
            MechanismKind::Bursts => !self.bursts.is_empty(),
            MechanismKind::Learning => self.learning.is_some(),
            MechanismKind::Removal => self.removal.is_some(),
            MechanismKind::Prevention => self.prevention.is_some(),
            MechanismKind::Deterrence => self.deterrence.is_some(),
            MechanismKind::Displacement => !self.displacement.is_empty(),
            MechanismKind::Encryption => !self.encryption.is_empty(),
            MechanismKind::SharedStaff => !self.shared_staff.is_empty(),
            MechanismKind::Hiring => !self.hiring.is_empty(),
            MechanismKind::Fatigue => !self.fatigue.is_empty(),
            MechanismKind::Welfare => !self.welfare.is_empty(),
            MechanismKind::Outsourcing => !self.outsourcing.is_empty(),
            MechanismKind::ClearingHouse => !self.clearing_houses.is_empty(),
        }
    }

    /// The same with one kind switched off.
    #[must_use]
    pub fn without(&self, kind: MechanismKind) -> Self {
        let mut rest = self.clone();
        match kind {
            MechanismKind::Accounts => rest.accounts = None,
            MechanismKind::Bursts => rest.bursts.clear(),
            MechanismKind::Learning => rest.learning = None,
            MechanismKind::Removal => rest.removal = None,
            MechanismKind::Prevention => rest.prevention = None,
            MechanismKind::Deterrence => rest.deterrence = None,
            MechanismKind::Displacement => rest.displacement.clear(),
            MechanismKind::Encryption => rest.encryption.clear(),
            MechanismKind::SharedStaff => rest.shared_staff.clear(),
            MechanismKind::Hiring => rest.hiring.clear(),
            MechanismKind::Fatigue => rest.fatigue.clear(),
            MechanismKind::Welfare => rest.welfare.clear(),
            MechanismKind::Outsourcing => rest.outsourcing.clear(),
            MechanismKind::ClearingHouse => rest.clearing_houses.clear(),
        }
        rest
    }
}

macro_rules! kinds {
    ($($kind:ident = $key:literal, $title:literal;)+) => {
        /// A kind of mechanism.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum MechanismKind {
            $(#[doc = $title] $kind,)+
        }

        impl MechanismKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// Its table in a scenario, below `mechanisms`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$kind => $key,)+ }
            }

            /// For charts and tables.
            pub fn title(self) -> &'static str {
                match self { $(Self::$kind => $title,)+ }
            }
        }
    };
}

kinds! {
    Accounts = "accounts", "account threshold";
    Bursts = "bursts", "bursts";
    Learning = "learning", "list learning";
    Removal = "removal", "removal";
    Prevention = "prevention", "prevention";
    Deterrence = "deterrence", "deterrence";
    Displacement = "displacement", "displacement and evasion";
    Encryption = "encryption", "services turning encrypted";
    SharedStaff = "shared-staff", "shared staff";
    Hiring = "hiring", "hiring";
    Fatigue = "fatigue", "fatigue";
    Welfare = "welfare", "limits on exposure";
    Outsourcing = "outsourcing", "outsourcing";
    ClearingHouse = "clearing-house", "reports from abroad";
}
