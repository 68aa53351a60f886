//! Keys of techniques: what each needs and costs.

use super::Presence::{Default, Optional};
use super::{Domain, INF, Key, Kind, SHARE, Table, key};
use crate::units::Dim;

/// The words for the techniques, in the order of the enumeration of the model, with their meanings.
pub(super) const TECHNIQUES: &[(&str, &str)] = &[
    (
        "server-side",
        "on the provider's servers: nothing can be read on end-to-end encrypted services",
    ),
    (
        "client-side",
        "on the device of the user, before encryption",
    ),
    ("homomorphic", "on encrypted data"),
    ("enclave", "in a trusted enclave"),
    (
        "user-report",
        "users report what they receive; nobody's messages are scanned",
    ),
];

pub(super) const TECHNIQUES_KEY: Key = key(
    "techniques",
    Kind::Table(&ALL),
    Optional,
    "What each technique of scanning needs and costs.",
    "[techniques.client-side]\ndevices = \"90 %\"\ncost = \"1 EUR per million\"",
);

static ALL: Table = Table {
    name: "techniques",
    doc: "Terms of the techniques that orders may name. What is left out has its default.",
    keys: &[
        technique(
            "server-side",
            &SERVER_SIDE,
            "Scanning on the provider's servers.",
            "[techniques.server-side]\ncost = \"0.5 EUR per million\"",
        ),
        technique(
            "client-side",
            &CLIENT_SIDE,
            "Scanning on the user's device.",
            "[techniques.client-side]\ndevices = \"90 %\"",
        ),
        technique(
            "homomorphic",
            &HOMOMORPHIC,
            "Scanning of encrypted data.",
            "[techniques.homomorphic]\ncost = \"100 EUR per million\"",
        ),
        technique(
            "enclave",
            &ENCLAVE,
            "Scanning in a trusted enclave.",
            "[techniques.enclave]\ndevices = \"50 %\"",
        ),
        technique(
            "user-report",
            &USER_REPORT,
            "Users report what they receive. Nobody's messages are scanned: the items do not count as scanned, nor their accounts, and the cost per item is 0 whatever is written.",
            "[techniques.user-report]\nreads-encrypted = true",
        ),
    ],
};

const fn technique(
    name: &'static str,
    table: &'static Table,
    doc: &'static str,
    example: &'static str,
) -> Key {
    key(name, Kind::Table(table), Optional, doc, example)
}

const DEVICES: Key = key(
    "devices",
    Kind::Quantity(SHARE),
    Default("1"),
    "Share of devices that can run it; multiplies the coverage of every order that uses it.",
    r#"devices = "90 %""#,
);

const COST: Key = key(
    "cost",
    Kind::Quantity(Domain::new(Dim::EurPerItem, 0.0, INF)),
    Default("\"0 EUR\""),
    "Cost per item scanned, on top of the detector's `scanning-cost`.",
    r#"cost = "1 EUR per million""#,
);

const fn list_on_device(default: &'static str) -> Key {
    key(
        "list-on-device",
        Kind::Flag,
        Default(default),
        "Whether the list of pieces, or the classifier, is on the user's device, where it can be taken apart.",
        "list-on-device = true",
    )
}

const fn reads_encrypted(default: &'static str) -> Key {
    key(
        "reads-encrypted",
        Kind::Flag,
        Default(default),
        "Whether it reads before encryption, or without decrypting; otherwise it reads nothing on services that are end-to-end encrypted.",
        "reads-encrypted = true",
    )
}

const DOC: &str = "What this technique needs and costs.";

static SERVER_SIDE: Table = Table {
    name: "server-side",
    doc: DOC,
    keys: &[
        DEVICES,
        COST,
        list_on_device("false"),
        reads_encrypted("false"),
    ],
};

static CLIENT_SIDE: Table = Table {
    name: "client-side",
    doc: DOC,
    keys: &[
        DEVICES,
        COST,
        list_on_device("true"),
        reads_encrypted("true"),
    ],
};

static HOMOMORPHIC: Table = Table {
    name: "homomorphic",
    doc: DOC,
    keys: &[
        DEVICES,
        COST,
        list_on_device("false"),
        reads_encrypted("true"),
    ],
};

static ENCLAVE: Table = Table {
    name: "enclave",
    doc: DOC,
    keys: &[
        DEVICES,
        COST,
        list_on_device("false"),
        reads_encrypted("true"),
    ],
};

static USER_REPORT: Table = Table {
    name: "user-report",
    doc: DOC,
    keys: &[
        DEVICES,
        COST,
        list_on_device("false"),
        reads_encrypted("true"),
    ],
};
