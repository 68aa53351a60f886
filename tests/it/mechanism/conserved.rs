//! Everything at once: units, held flags and pieces are conserved, on one thread and on two.

use super::rich::{ALL, Mechanism, text};
use crate::small::{bytes, loaded, simulated, valid};
use proptest::prelude::*;
use proptest::sample::subsequence;
use vessels::engine::Nobody;
use vessels::results::simulate;

#[test]
fn everything_on_is_conserved_for_any_seed_and_number_of_threads() {
    for seed in 1..=6 {
        let run = format!("days = 45\nreplications = 3\nseed = {seed}\n");
        let model = valid(&text(ALL, &run));
        assert!(
            bytes(&simulated(&model, 1)) == bytes(&simulated(&model, 2)),
            "{seed}"
        );
    }
}

/// Other numbers in the place of those of a mechanism, some at the ends of their range.
fn varied(m: &Mechanism, pick: usize) -> Mechanism {
    let edits: &[(&str, &[&str])] = &[
        ("hits = 2\n", &["hits = 2\n", "hits = 5\n", "hits = 1\n"]),
        (
            "window = \"10 days\"",
            &["window = \"1 day\"", "window = \"100 days\""],
        ),
        (
            "correlation = 0.01",
            &["correlation = 0", "correlation = 0.5"],
        ),
        (
            "half-life = \"1 day\"",
            &["half-life = \"0 days\"", "half-life = \"20 days\""],
        ),
        ("greatest = 1000", &["greatest = 10", "greatest = 100000"]),
        (
            "lag = \"2 days\"",
            &["lag = \"0 days\"", "lag = \"40 days\""],
        ),
        (
            "lag = \"3 days\"",
            &["lag = \"0 days\"", "lag = \"9 days\""],
        ),
        (
            "share = \"50 %\"",
            &["share = \"100 %\"", "share = \"0 %\""],
        ),
        (
            "share = \"70 %\"",
            &["share = \"100 %\"", "share = \"0 %\""],
        ),
        ("desk = \"second\"\nlag", &["lag", "desk = \"third\"\nlag"]),
        ("reduction = \"30 %\"", &["reduction = \"100 %\""]),
        ("elasticity = 0.8", &["elasticity = 0", "elasticity = 50"]),
        ("memory = \"10 days\"", &["memory = \"0.5 days\""]),
        (
            "leaves = \"30 %\"",
            &["leaves = \"100 %\"", "leaves = \"0 %\""],
        ),
        ("encrypts = \"50 %\"", &["encrypts = \"100 %\""]),
        ("ramp = \"10 days\"", &["ramp = \"0 days\""]),
        ("step = 0.2", &["step = 5", "step = 0"]),
        ("training = \"3 days\"", &["training = \"0 days\""]),
        ("per-backlog-day = 0.2", &["per-backlog-day = 100"]),
        ("exposures = 3", &["exposures = 1", "exposures = 10000"]),
        ("speed = 1.5", &["speed = 0.01"]),
        ("hours = \"8 h\"\nerrors", &["hours = \"0 h\"\nerrors"]),
        ("pass-through = \"90 %\"", &["pass-through = \"0 %\""]),
        (
            "reports = \"30/day\"",
            &["reports = \"5000/day\"", "reports = \"0.01/day\""],
        ),
        ("duration = \"4 days\"", &["duration = \"1 day\""]),
        ("coverage = \"5 %\"", &["coverage = \"100 %\""]),
    ];
    let mut lines = m.lines.to_owned();
    for (i, (from, choices)) in edits.iter().enumerate() {
        let choice = (pick >> (i % 16)) % (choices.len() + 1);
        if choice > 0 {
            lines = lines.replace(from, choices[choice - 1]);
        }
    }
    Mechanism {
        header: m.header,
        lines: lines.leak(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(19),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_subset_is_conserved(
        chosen in subsequence(ALL.to_vec(), 0..=ALL.len()),
        picks in prop::collection::vec(any::<usize>(), ALL.len()),
        desks in 0_usize..4,
        people in 1_u32..30,
        volume in 0_u32..3,
        queue in prop::sample::select(vec!["fifo", "lifo", "random"]),
        days in 1_u32..40,
        seed in any::<u32>(),
    ) {
        let chosen: Vec<Mechanism> = chosen.iter().zip(&picks).map(|(m, p)| varied(m, *p)).collect();
        let volume = ["40000/day", "7.3/day", "900/day"][volume as usize];
        let text = text(&chosen, &format!("days = {days}\nreplications = 2\nseed = {seed}\n"))
            .replace("\"40000/day\"", &format!("\"{volume}\""))
            .replace("people = 3", &format!("people = {people}"))
            .replace("reads = \"flags\"", &format!("reads = \"flags\"\nqueue = \"{queue}\""));
        let text = match desks {
            0 => text.replace("items-per-arrival = 1.5", "items-per-arrival = 7"),
            1 => text.replace("capacity = \"20/day\"", "unlimited = true"),
            2 => text.replace("pieces = 4000", "pieces = 3"),
            _ => text,
        };
        // What a lowered choice contradicts is refused with a reason, not run.
        let loaded = loaded(&text, &[]);
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(refused) => panic!("{text}\n{:#?}", refused.diagnostics),
        };
        let on = |threads| simulate(&loaded.model, Some(threads), &mut Nobody);
        let (one, two) = (on(1), on(2));
        prop_assert!(one.is_ok(), "{:?}\n{}", one.err(), text);
        prop_assert!(bytes(&one.unwrap()) == bytes(&two.unwrap()), "{}", text);
    }
}
