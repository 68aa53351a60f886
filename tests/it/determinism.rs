//! The same bytes: from day to day, and for any number of threads.

use crate::small::{bytes, simulated, small};
use std::collections::BTreeSet;
use vessels::model::epistemic::Sampler;
use vessels::random::streams::Streams;
use vessels::scenario::Loaded;

/// The small scenario with uncertain numbers, bundles, priorities, expiry and copies.
fn rich() -> Loaded {
    small(&[
        (
            "prevalence = \"5 per million\"",
            "prevalence = \"1 to 20 per million\"",
        ),
        (
            "accounts = \"400 000\"",
            "accounts = \"400 000\"\noverdispersion = \"10 %\"",
        ),
        (
            "expires-after = \"30 days\"",
            "expires-after = \"9 days\"\nitems-per-arrival = 2",
        ),
        ("capacity = \"2000/day\"", "capacity = \"20/day\""),
        (
            "reads = \"flags\"",
            "reads = \"flags\"\ndeduplicate = { by-virality = true }\nqueue = \"random\"",
        ),
        ("people = 40", "people = 4"),
        ("replications = 6", "replications = 70"),
    ])
}

/// FNV-1a, 64 bits.
fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Results are pinned: a change of any byte must be meant, and said in the changelog.
#[test]
fn results_are_pinned() {
    let (summary, daily) = bytes(&simulated(&rich(), 2));
    insta::assert_snapshot!(format!(
        "summary.csv {}\ndaily.csv   {}",
        digest(&summary),
        digest(&daily)
    ));
}

#[test]
fn threads_change_nothing() {
    let loaded = rich();
    let one = bytes(&simulated(&loaded, 1));
    for threads in [2, 3] {
        assert_eq!(
            one,
            bytes(&simulated(&loaded, threads)),
            "{threads} threads"
        );
    }
}

/// A replication does not depend on how many there are.
#[test]
fn replications_are_a_prefix() {
    let few = small(&[("replications = 6", "replications = 1")]);
    let many = small(&[("replications = 6", "replications = 2")]);
    let first = |loaded: &Loaded| {
        let central = loaded.model.parameters.central();
        Sampler::new(&loaded.model).draw(&loaded.model, &central, 0, &[])
    };
    assert_eq!(first(&few), first(&many));
}

/// Uncertain numbers have a stream each: the names of all parameters differ.
#[test]
fn stream_names_are_unique() {
    for loaded in std::iter::once(rich()).chain(crate::repo::bundled()) {
        let mut seen = BTreeSet::new();
        for parameter in loaded.model.parameters.iter().filter(|p| p.is_uncertain()) {
            assert!(
                seen.insert(parameter.path.clone()),
                "{} twice",
                parameter.path
            );
        }
    }
}

/// Streams of different names are different: no two of the names of a model share their first number.
#[test]
fn streams_differ() {
    use rand::Rng;
    let loaded = rich();
    let streams = Streams::new(1);
    let mut seen = BTreeSet::new();
    for parameter in loaded.model.parameters.iter() {
        for replication in 0..100 {
            let drawn = streams.stream(&parameter.path, replication).next_u64();
            // 10,000 numbers of 64 bits: a false alarm has probability 3e-12.
            assert!(
                seen.insert(drawn) || parameter.path.is_empty(),
                "{}",
                parameter.path
            );
        }
    }
}
