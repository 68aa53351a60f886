//! A mechanism leaves the draws of everything that it does not act on as they were, bit by bit; with parameters that do
//! nothing it does nothing.
//!
//! Where the design cannot give this: stocks fluctuate by themselves (pieces end and are made at random), so a mechanism that
//! needs stocks is null only in a world whose pieces neither end nor are made; and a desk that somebody watches decides day by
//! day instead of at the end, so the last desk's decisions are drawn in another order.

use super::rich::{ALL, Mechanism, named, text};
use super::{by_day, same_days};
use crate::small::{bytes, valid};
use crate::support::run;
use std::collections::HashSet;
use vessels::results::Results;
use vessels::results::series::Series;

const RUN: &str = "days = 40\nreplications = 2\nseed = 11\n";

fn results(mechanisms: &[Mechanism]) -> Results {
    run(&valid(&text(mechanisms, RUN)))
}

/// The mechanism with other lines in their place.
fn edited(header: &str, edits: &[(&str, &str)]) -> Mechanism {
    let mut m = named(header);
    for (from, to) in edits {
        assert!(m.lines.contains(from), "{header}: {from}");
        m.lines = m.lines.replace(from, to).leak();
    }
    m
}

/// What moves abuse alone leaves items and false flags as they were, on every day.
#[test]
fn what_moves_abuse_leaves_innocent_flags() {
    let learning = edited("mechanisms.learning", &[("\"hash\"", "\"classifier\"")]);
    let moving = [
        named("mechanisms.displacement.casual"),
        named("mechanisms.displacement.determined"),
        named("mechanisms.removal"),
        named("mechanisms.prevention"),
        named("mechanisms.deterrence"),
        learning,
    ];
    let without = results(&[]);
    for m in moving {
        let with = results(&[m]);
        for series in [Series::Items, Series::FalseFlags] {
            let days = |r| by_day(r, "", "", series);
            same_days(m.header, &days(&without), &days(&with));
        }
        let abuse = |r| by_day(r, "", "", Series::TrueFlags);
        assert_ne!(abuse(&without), abuse(&with), "{} does nothing", m.header);
    }
}

/// The same on top of everything else, except what holds flags back or learns from them (deterrence, triggers).
#[test]
fn displacement_on_top_of_others_leaves_innocent_flags() {
    let kept =
        |m: &&Mechanism| m.header != "policy.orders.waits" && m.header != "mechanisms.learning";
    let others: Vec<Mechanism> = ALL.iter().filter(kept).copied().collect();
    let user = named("mechanisms.displacement.determined");
    let without: Vec<Mechanism> = others
        .iter()
        .filter(|m| m.header != user.header)
        .copied()
        .collect();
    let (with, without) = (results(&others), results(&without));
    for series in [Series::Items, Series::FalseFlags] {
        same_days(
            user.header,
            &by_day(&without, "", "", series),
            &by_day(&with, "", "", series),
        );
    }
}

/// A mechanism of a desk leaves the flags and the desks before it as they were.
#[test]
fn later_desks_leave_earlier_ones() {
    let at_second = |header| edited(header, &[("desk = \"first\"", "desk = \"second\"")]);
    let mechanisms = [
        at_second("mechanisms.hiring.s"),
        at_second("mechanisms.fatigue.s"),
        at_second("mechanisms.welfare.s"),
        named("mechanisms.shared-staff.s"),
        named("mechanisms.outsourcing.s"),
        named("mechanisms.clearing-house.abroad"),
    ];
    let without = results(&[]);
    for m in mechanisms {
        let with = results(&[m]);
        for series in Series::OF_FLAGS {
            same_days(
                m.header,
                &by_day(&without, "", "", *series),
                &by_day(&with, "", "", *series),
            );
        }
        for series in Series::OF_DESK {
            same_days(
                m.header,
                &by_day(&without, "first", "", *series),
                &by_day(&with, "first", "", *series),
            );
        }
    }
}

/// Reports from abroad leave what becomes of the units of the chain as it was, to the unit, where all are read: copies, bundles,
/// places and decisions.
#[test]
fn reports_from_abroad_leave_the_units_of_the_chain() {
    let edits = [
        ("people = 3,", "people = 3000,"),
        ("people = 2,", "people = 3000,"),
        ("capacity = \"20/day\"", "unlimited = true"),
        (
            "items-per-arrival = 1.5\n",
            "items-per-arrival = 1.5\nsplit-over-member-states = true\ndeduplicate = { share = 0.2 }\n",
        ),
        (
            "[desks.first]",
            "[member-states.A]\nshare = 0.6\n[member-states.B]\nshare = 0.3\n[desks.first]",
        ),
    ];
    let ran = |mechanisms: &[Mechanism]| {
        let mut text = text(mechanisms, RUN);
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        run(&valid(&text))
    };
    let (without, with) = (ran(&[]), ran(&[named("mechanisms.clearing-house.abroad")]));
    let values = |r: &Results, metric: &str| r.find(metric, "", "", "").unwrap().values.clone();
    for (alone, beside) in [
        ("actionable-per-year", "actionable-own-per-year"),
        ("found-share", "found-share"),
        ("copies-share", "copies-share"),
    ] {
        assert_eq!(values(&without, alone), values(&with, beside), "{beside}");
    }
    let abroad = values(&with, "actionable-abroad-per-year");
    assert!(abroad.iter().all(|n| *n > 0.0), "{abroad:?}");
}

/// Rows of `summary.csv` that are there without the mechanism, and the days, are the same with it.
fn null(mechanism: Mechanism, others: &[Mechanism], change: impl Fn(String) -> String) {
    let with: Vec<Mechanism> = others.iter().copied().chain([mechanism]).collect();
    let written = |list: &[Mechanism]| bytes(&run(&valid(&change(text(list, RUN)))));
    let (without, with) = (written(others), written(&with));
    for (without, with) in [(&without.0, &with.0), (&without.1, &with.1)] {
        let rows: HashSet<&str> = with.lines().collect();
        for row in without.lines() {
            assert!(
                rows.contains(&row),
                "{}: {row} is not there",
                mechanism.header
            );
        }
    }
}

#[test]
fn null_parameters_do_nothing() {
    let nulls = [
        edited(
            "mechanisms.accounts",
            &[
                ("hits = 2\n", "hits = 1\n"),
                ("hits-of = { words = 1 }\n", ""),
                ("= 0.01", "= 0"),
            ],
        ),
        edited("mechanisms.bursts.meme", &[("0.3 per day", "0 per day")]),
        edited("mechanisms.displacement.casual", &[("\"30 %\"", "0")]),
        edited(
            "mechanisms.displacement.determined",
            &[
                ("leaves = \"50 %\"", "leaves = 0"),
                ("encrypts = \"50 %\"", "encrypts = 0"),
            ],
        ),
        edited(
            "mechanisms.encryption.chat",
            &[("\"5 days\"", "\"50 days\"")],
        ),
        edited("mechanisms.hiring.s", &[("step = 0.2", "step = 0")]),
        edited("mechanisms.fatigue.s", &[("day = 0.2", "day = 0")]),
        edited("mechanisms.welfare.s", &[("= 3", "= 1000000000")]),
        edited("mechanisms.outsourcing.s", &[("\"40 %\"", "0")]),
        edited(
            "mechanisms.clearing-house.abroad",
            &[("\"30/day\"", "\"0/day\""), ("\"90 %\"", "1")],
        ),
        named("mechanisms.shared-staff.s"),
    ];
    for m in nulls {
        null(m, &[], |text| text);
        let others: Vec<Mechanism> = ALL
            .iter()
            .filter(|o| o.header != m.header)
            .copied()
            .collect();
        // The decisions of a desk that is watched come day by day, so nothing here needs the last desk.
        null(m, &others, |text| text);
    }
}

/// Pieces that neither end nor are made: what finds nothing, takes nothing or makes nothing changes nothing.
#[test]
fn level_stocks_do_nothing() {
    let still = |text: String| {
        text.replace("lifetime = \"1 year\"\n", "")
            .replace("lifetime = \"100 days\"\n", "")
    };
    let nulls = [
        edited("mechanisms.removal", &[("\"50 %\"", "0")]),
        edited("mechanisms.learning", &[("\"70 %\"", "0")]),
        edited("mechanisms.prevention", &[("\"30 %\"", "1")]),
        named("mechanisms.deterrence"),
    ];
    for m in nulls {
        null(m, &[], still);
    }
}
