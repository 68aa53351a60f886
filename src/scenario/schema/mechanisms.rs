//! Keys of mechanisms: what may happen over time. Every one is off unless its table is there.

mod people;
mod traffic;

use super::Presence::{Default, Optional};
use super::{Key, Kind, Table, key};

/// A mechanism that is there may still be switched off.
const ENABLED: Key = key(
    "enabled",
    Kind::Flag,
    Default("true"),
    "`false` switches the mechanism off, as if its table were not there; its keys are still checked.",
    "enabled = false",
);

pub(super) const MECHANISMS_KEY: Key = key(
    "mechanisms",
    Kind::Table(&MECHANISMS),
    Optional,
    "What may happen over time. Every mechanism is off unless its table is there.",
    "[mechanisms.removal]\nshare = \"50 %\"\nlag = \"7 days\"",
);

static MECHANISMS: Table = Table {
    name: "mechanisms",
    doc: "What may happen over time. Each table switches one mechanism on; a mechanism that is left out, or has `enabled = false`, changes nothing. \
A scenario may switch off what its world has, and the other way round.",
    keys: &[
        traffic::ACCOUNTS_KEY,
        traffic::BURSTS,
        traffic::LEARNING_KEY,
        traffic::REMOVAL_KEY,
        traffic::PREVENTION_KEY,
        traffic::DETERRENCE_KEY,
        traffic::DISPLACEMENT,
        traffic::ENCRYPTION,
        people::SHARED_STAFF,
        people::HIRING,
        people::FATIGUE,
        people::WELFARE,
        people::OUTSOURCING,
        people::CLEARING_HOUSE,
    ],
};
