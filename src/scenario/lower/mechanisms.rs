//! Mechanisms that are switched on, and where they were written.

mod people;
mod traffic;

use super::super::reader::Reader;
use crate::diag::Span;
use crate::model::mechanism::Mechanisms;
use crate::model::world::World;

/// Where a mechanism was written: its table and the values of its keys.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    pub(crate) here: Span,
    keys: Vec<(&'static str, Span)>,
}

impl Marks {
    fn of(reader: &Reader<'_>, keys: &[&'static str]) -> Self {
        Self {
            here: reader.here(),
            keys: keys
                .iter()
                .filter(|k| reader.has(k))
                .map(|k| (*k, reader.span(k)))
                .collect(),
        }
    }

    /// Where the value of a key is, or its table when it is left out.
    pub(crate) fn key(&self, name: &str) -> Span {
        self.keys
            .iter()
            .find(|(key, _)| *key == name)
            .map_or(self.here, |(_, span)| *span)
    }
}

/// Where the mechanisms were written, in the order of the lists of the model.
#[derive(Debug, Clone, Default)]
pub(crate) struct MechanismPlaces {
    pub(crate) accounts: Option<Marks>,
    pub(crate) bursts: Vec<Marks>,
    pub(crate) learning: Option<Marks>,
    pub(crate) removal: Option<Marks>,
    pub(crate) prevention: Option<Marks>,
    pub(crate) deterrence: Option<Marks>,
    pub(crate) displacement: Vec<Marks>,
    pub(crate) encryption: Vec<Marks>,
    pub(crate) shared_staff: Vec<Marks>,
    pub(crate) hiring: Vec<Marks>,
    pub(crate) fatigue: Vec<Marks>,
    pub(crate) welfare: Vec<Marks>,
    pub(crate) outsourcing: Vec<Marks>,
    pub(crate) clearing_houses: Vec<Marks>,
}

pub(super) fn mechanisms(
    reader: &Reader<'_>,
    world: &World,
    places: &mut MechanismPlaces,
) -> Mechanisms {
    let r = reader.table_or_default("mechanisms");
    Mechanisms {
        accounts: one(&r, "accounts", &mut places.accounts, |r| {
            Some(traffic::accounts(r, world))
        }),
        bursts: each(&r, "bursts", &mut places.bursts, |name, r| {
            traffic::burst(name, r, world)
        }),
        learning: one(&r, "learning", &mut places.learning, |r| {
            traffic::learning(r, world)
        }),
        removal: one(&r, "removal", &mut places.removal, |r| {
            Some(traffic::removal(r, world))
        }),
        prevention: one(&r, "prevention", &mut places.prevention, |r| {
            Some(traffic::prevention(r))
        }),
        deterrence: one(&r, "deterrence", &mut places.deterrence, |r| {
            Some(traffic::deterrence(r))
        }),
        displacement: each(&r, "displacement", &mut places.displacement, |name, r| {
            Some(traffic::user_type(name, r))
        }),
        encryption: each(&r, "encryption", &mut places.encryption, |name, r| {
            traffic::encryption(name, r, world)
        }),
        shared_staff: each(&r, "shared-staff", &mut places.shared_staff, |_, r| {
            people::shared_staff(r, world)
        }),
        hiring: each(&r, "hiring", &mut places.hiring, |_, r| {
            people::hiring(r, world)
        }),
        fatigue: each(&r, "fatigue", &mut places.fatigue, |_, r| {
            people::fatigue(r, world)
        }),
        welfare: each(&r, "welfare", &mut places.welfare, |_, r| {
            people::welfare(r, world)
        }),
        outsourcing: each(&r, "outsourcing", &mut places.outsourcing, |_, r| {
            people::outsourcing(r, world)
        }),
        clearing_houses: each(
            &r,
            "clearing-house",
            &mut places.clearing_houses,
            |name, r| people::clearing_house(name, r, world),
        ),
    }
}

/// Keys whose places messages name.
const MARKED: &[&str] = &[
    "detector", "class", "least", "greatest", "from", "to", "desk", "share", "share-of", "service",
    "hours", "mix",
];

fn marks(reader: &Reader<'_>) -> Marks {
    Marks::of(reader, MARKED)
}

/// The table of one mechanism, when it is switched on and names only what exists.
fn one<T>(
    reader: &Reader<'_>,
    key: &str,
    place: &mut Option<Marks>,
    read: impl FnOnce(&Reader<'_>) -> Option<T>,
) -> Option<T> {
    let table = reader.table(key).filter(|r| r.flag("enabled"))?;
    let mechanism = read(&table)?;
    *place = Some(marks(&table));
    Some(mechanism)
}

/// The same of mechanisms with names, sorted by name.
fn each<T>(
    reader: &Reader<'_>,
    key: &str,
    places: &mut Vec<Marks>,
    read: impl Fn(String, &Reader<'_>) -> Option<T>,
) -> Vec<T> {
    reader
        .map(key)
        .into_iter()
        .filter(|(_, r)| r.flag("enabled"))
        .filter_map(|(name, r)| {
            let mechanism = read(name, &r)?;
            places.push(marks(&r));
            Some(mechanism)
        })
        .collect()
}
