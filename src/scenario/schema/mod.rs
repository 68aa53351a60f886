//! Every key of a scenario file, described once: the checker, the JSON Schema, the page `docs/scenario.md`
//! and `vessels explain KEY` all read these tables.

mod detectors;
mod mechanisms;
mod policy;
mod run;
mod study;
mod techniques;
mod triggers;
mod world;

pub use policy::{ORDER, POLICY, RULE};
pub use run::{EXPECTATION, RUN, STOP};
pub use study::FACTOR;
pub use world::{DESK, MATERIAL, SERVICE};

use crate::units::Dim;

/// A table of a scenario file.
#[derive(Debug)]
pub struct Table {
    /// How it is called in messages.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Its keys, in the order of the documentation.
    pub keys: &'static [Key],
}

impl Table {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|k| k.name == name)
    }

    /// The alternatives of one group, of which exactly one is given.
    pub fn group(&self, group: &str) -> impl Iterator<Item = &'static Key> {
        self.keys
            .iter()
            .filter(move |k| matches!(k.presence, Presence::OneOf(g) if g == group))
    }
}

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be there.
    pub presence: Presence,
    /// What it means.
    pub doc: &'static str,
    /// An example, as TOML.
    pub example: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may be left out, and then means nothing.
    Optional,
    /// It may be left out, and then has this value (as TOML).
    Default(&'static str),
    /// Exactly one key of the named group must be there.
    OneOf(&'static str),
}

/// What a key takes.
#[derive(Debug)]
pub enum Kind {
    /// A number with a dimension and a range, possibly uncertain.
    Quantity(Domain),
    /// A list of so many numbers.
    Quantities(Domain, usize),
    /// A table from names to numbers.
    QuantityMap(Domain, NameOf),
    /// A whole number, never uncertain.
    Integer(i64, i64),
    /// Free text.
    Text,
    /// `true` or `false`.
    Flag,
    /// One of a few words, with their meanings.
    Choice(&'static [(&'static str, &'static str)]),
    /// Several of a few words.
    Choices(&'static [(&'static str, &'static str)]),
    /// The name of something that the world defines.
    Name(NameOf),
    /// Names of things that the world defines.
    Names(NameOf),
    /// One of a few words, or a list of names.
    Selector(&'static [(&'static str, &'static str)], NameOf),
    /// A table with fixed keys.
    Table(&'static Table),
    /// A table from names that the user chooses to tables.
    Map(&'static Table),
    /// A list of tables.
    List(&'static Table),
}

/// The things of a world that have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// A service.
    Service,
    /// A modality that some service carries.
    Modality,
    /// Any modality: the key defines it.
    NewModality,
    /// A class of abuse material.
    Material,
    /// A class of benign items, without `ordinary`.
    Benign,
    /// Any class, or one of the words `abusive`, `benign`, `ordinary`.
    Decision,
    /// A class or a detector.
    Priority,
    /// A detector.
    Detector,
    /// A desk.
    Desk,
    /// A member state.
    MemberState,
    /// An order, also one that is not enabled.
    Order,
    /// A class of abuse material or of benign items, or `ordinary`.
    Class,
}

impl NameOf {
    /// What it is called in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Modality | Self::NewModality => "modality",
            Self::Material => "class of abuse material",
            Self::Benign => "class of benign items",
            Self::Decision | Self::Class => "class",
            Self::Priority => "class or detector",
            Self::Detector => "detector",
            Self::Desk => "desk",
            Self::MemberState => "member state",
            Self::Order => "order",
        }
    }
}

/// The dimension and the range of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    /// The dimension.
    pub dim: Dim,
    /// The least value, in the unit of the dimension.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

impl Domain {
    const fn new(dim: Dim, low: f64, high: f64) -> Self {
        Self { dim, low, high }
    }

    /// The range in words, such as `0 to 1`; `None` when there is none.
    pub fn range(&self) -> Option<String> {
        match (self.low, self.high) {
            (f64::NEG_INFINITY, f64::INFINITY) => None,
            (low, f64::INFINITY) if low == f64::MIN_POSITIVE => Some("above 0".into()),
            (low, f64::INFINITY) => Some(format!("at least {}", end(low))),
            (low, high) if low == f64::MIN_POSITIVE => {
                Some(format!("above 0, at most {}", end(high)))
            }
            (low, high) => Some(format!("{} to {}", end(low), end(high))),
        }
    }
}

fn end(value: f64) -> String {
    if value.abs() >= 1e9 {
        format!("{value:e}")
    } else {
        format!("{value}")
    }
}

const POSITIVE: f64 = f64::MIN_POSITIVE;
const INF: f64 = f64::INFINITY;
const SHARE: Domain = Domain::new(Dim::Share, 0.0, 1.0);
const NUMBER: Domain = Domain::new(Dim::Number, -INF, INF);
const RATIO: Domain = Domain::new(Dim::Ratio, 0.0, INF);
const COUNT: Domain = Domain::new(Dim::Count, 0.0, 1e18);
const DAYS: Domain = Domain::new(Dim::Days, 0.0, 36_500.0);
/// Days, rates and other counts above this are refused: they would not fit exact integers.
const PER_DAY: Domain = Domain::new(Dim::PerDay, 0.0, 1e18);

/// The title that anything with a name may have.
const fn titled(example: &'static str) -> Key {
    key(
        "title",
        Kind::Text,
        Presence::Optional,
        "Name for tables and charts; the key when left out.",
        example,
    )
}

const fn key(
    name: &'static str,
    kind: Kind,
    presence: Presence,
    doc: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        kind,
        presence,
        doc,
        example,
    }
}

/// The whole document: a scenario laid over its world. A file with neither `world` nor `policy` is a world by itself.
pub static ROOT: Table = Table {
    name: "scenario",
    doc: "A scenario is one world, one policy and how to run it. A **world** file holds the sections from `population` to `mechanisms`; \
a **scenario** file names its world, adds `policy`, `run` and `expect`, and may repeat any key of the world to override it. \
One file may also hold everything. Names of services, classes, detectors, desks, member states, orders and triggers are yours to choose.",
    keys: &[
        run::TITLE,
        run::QUESTION,
        run::LOOK_AT,
        run::GROUP,
        run::PROPONENTS,
        run::CRITICS,
        run::DECIDED_BY,
        run::WORLD,
        world::POPULATION,
        world::MEMBER_STATES,
        world::SERVICES,
        world::MATERIALS,
        world::BENIGN_CLASSES,
        world::GROUPS,
        detectors::DETECTORS,
        world::DESKS,
        techniques::TECHNIQUES_KEY,
        mechanisms::MECHANISMS_KEY,
        policy::POLICY_KEY,
        run::RUN_KEY,
        run::STOP_KEY,
        study::FACTORS,
        run::EXPECT,
    ],
};

/// The keys of [`ROOT`] that a world alone does not have.
pub const SCENARIO_ONLY: &[&str] = &[
    "question",
    "look-at",
    "group",
    "proponents",
    "critics",
    "decided-by",
    "world",
    "policy",
    "run",
    "stop",
    "factors",
    "expect",
];
