//! On which days an order is in force, in a world without chance: order `a` flags a thousand items a day, order `b` three hundred.

use super::{assert_near, by_day, results};
use crate::support::mean;
use statrs::distribution::{ContinuousCDF, Normal};
use vessels::results::Results;
use vessels::results::series::Series;

const DAYS: usize = 40;

/// `desk`: its capacity.
fn ran(capacity: &str, a: &str, more: &str) -> Results {
    results(&text(capacity, a, more))
}

fn text(capacity: &str, a: &str, more: &str) -> String {
    format!(
        r#"
title = "orders"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1000/day"
[services.two]
accounts = 10000
volume.image = "300/day"
[material.abuse]
modality = "image"
prevalence = "0 %"
[detectors.all]
detects = ["abuse"]
binormal = {{ separation = 1 }}
[desks.review]
capacity = "{capacity}"
forward = {{ abusive = 1, benign = 1 }}
[policy]
desks = ["review"]
[policy.orders.a]
detector = "all"
services = ["one"]
rule = {{ threshold = -30 }}
{a}
{more}
[run]
days = {DAYS}
replications = 1
uncertainty = "central"
charts = false
"#
    )
}

/// Days on which each of the two was in force.
fn days(results: &Results) -> (Vec<usize>, Vec<usize>) {
    let flags = by_day(results, "", "", Series::Flags);
    assert!(
        flags
            .iter()
            .all(|n| [0.0, 300.0, 1000.0, 1300.0].contains(n)),
        "{flags:?}"
    );
    let on = |order: fn(f64) -> bool| (0..DAYS).filter(|d| order(flags[*d])).collect();
    (on(|n| n >= 1000.0), on(|n| n % 1000.0 == 300.0))
}

fn a_alone(capacity: &str, a: &str) -> Vec<usize> {
    days(&ran(capacity, a, "")).0
}

const B: &str =
    "[policy.orders.b]\ndetector = \"all\"\nservices = [\"two\"]\nrule = { threshold = -30 }\n";

fn span(days: std::ops::Range<usize>) -> Vec<usize> {
    days.collect()
}

#[test]
fn an_order_lasts_as_long_as_it_says() {
    assert_eq!(a_alone("100/day", ""), span(0..DAYS));
    assert_eq!(
        a_alone("100/day", "from = \"5 days\"\nduration = \"7 days\""),
        span(5..12)
    );
    assert_eq!(
        a_alone("100/day", "from = \"35 days\"\nduration = \"7 days\""),
        span(35..DAYS)
    );
}

#[test]
fn renewals_follow_each_other() {
    let order = "from = \"5 days\"\nduration = \"7 days\"\nrenewals = 2";
    assert_eq!(a_alone("100/day", order), span(5..26));
}

/// Four terms of two and a half days are ten days: ends are rounded, and not terms.
#[test]
fn half_days_of_renewals_add_up() {
    let order = |from: &str| format!("from = \"{from}\"\nduration = \"2.5 days\"\nrenewals = 3");
    assert_eq!(a_alone("100/day", &order("0 days")), span(0..10));
    assert_eq!(a_alone("100/day", &order("4.5 days")), span(5..15));
}

/// Nine hundred units a day are left over: 6300 in the evening of day 6, 12 600 of day 13, 18 900 of day 20.
#[test]
fn a_renewal_looks_at_the_evening_before() {
    let order = |above: &str, length: u32| {
        format!(
            "duration = \"7 days\"\nrenewals = 5\nrenew-if = {{ metric = \"backlog\", desk = \"review\", {above}, for = \"{length} days\" }}"
        )
    };
    assert_eq!(a_alone("100/day", &order("above = 6299", 1)), span(0..DAYS));
    assert_eq!(a_alone("100/day", &order("above = 6300", 1)), span(0..7));
    assert_eq!(a_alone("100/day", &order("below = 12601", 1)), span(0..21));
    assert_eq!(a_alone("100/day", &order("below = 12600", 1)), span(0..14));
    // Every one of the last three days must have more than 4499: 4500, 5400, 6300.
    assert_eq!(a_alone("100/day", &order("above = 4499", 3)), span(0..DAYS));
    assert_eq!(a_alone("100/day", &order("above = 4500", 3)), span(0..7));
}

/// In days of work: 6300 units at 100 a day are 63.
#[test]
fn days_of_work_are_units_over_capacity() {
    let order = |above: f64| {
        format!(
            "duration = \"7 days\"\nrenewals = 5\nrenew-if = {{ metric = \"backlog-days\", desk = \"review\", above = {above} }}"
        )
    };
    assert_eq!(a_alone("100/day", &order(62.9)), span(0..DAYS));
    assert_eq!(a_alone("100/day", &order(63.0)), span(0..7));
}

fn trigger(when: &str, rest: &str) -> String {
    format!(
        "{B}starts = \"trigger\"\nduration = \"5 days\"\n[policy.triggers.t]\nwhen = {{ desk = \"review\", {when} }}\norder = \"b\"\n{rest}\n"
    )
}

/// Order `a` begins on day 3: the mean of four days is 250, 500, 750 from the evening of day 3 on.
#[test]
fn a_trigger_starts_what_stands_by() {
    let started = |when: &str| {
        days(&ran(
            "100/day",
            "from = \"3 days\"",
            &trigger(when, "start = true"),
        ))
    };
    let arrivals = |above: u32| format!("metric = \"arrivals\", above = {above}, for = \"4 days\"");
    assert_eq!(started(&arrivals(500)), (span(3..DAYS), span(6..11)));
    assert_eq!(started(&arrivals(499)).1, span(5..10));
    assert_eq!(started(&arrivals(2000)).1, span(0..0));
    // Four days must have been seen, of which none had more.
    assert_eq!(
        started("metric = \"arrivals\", below = 1, for = \"3 days\"").1,
        span(3..8)
    );
    // The whole arrives after its end as well: once per run.
    assert_eq!(started("metric = \"backlog\", above = 1").1, span(4..9));
    // With renewals it lasts longer.
    let renewed =
        trigger(&arrivals(500), "start = true").replace("duration", "renewals = 2\nduration");
    assert_eq!(
        days(&ran("100/day", "from = \"3 days\"", &renewed)).1,
        span(6..21)
    );
    // Nothing is abuse, so precision is nought where something arrived, and no condition where nothing did.
    assert_eq!(started("metric = \"precision\", below = 0.5").1, span(4..9));
}

/// 5400 units wait in the evening of day 5, 6300 of day 6.
#[test]
fn a_trigger_stops_an_order_and_changes_a_rule() {
    let stop = |when: &str, rest: &str| {
        let more = format!(
            "[policy.triggers.t]\nwhen = {{ desk = \"review\", {when} }}\norder = \"a\"\n{rest}\n"
        );
        days(&ran(
            "100/day",
            "duration = \"20 days\"\nrenewals = 1",
            &more,
        ))
        .0
    };
    let when = "metric = \"backlog\", above = 5000, for = \"2 days\"";
    assert_eq!(stop(when, "stop = true"), span(0..7));
    assert_eq!(stop(when, "rule = { threshold = 30 }"), span(0..7));
    assert_eq!(stop(when, "rule = { threshold = -20 }"), span(0..DAYS));
    assert_eq!(
        stop("metric = \"backlog\", above = 5400", "stop = true"),
        span(0..7)
    );
    assert_eq!(
        stop("metric = \"backlog\", above = 5399", "stop = true"),
        span(0..6)
    );
}

/// Two triggers of one order: the second changes what the first started, and what was stopped does not start again.
#[test]
fn triggers_act_one_after_the_other() {
    let more = format!(
        "{B}starts = \"trigger\"\n[policy.triggers.first]\nwhen = {{ desk = \"review\", metric = \"backlog\", above = 1000 }}\norder = \"b\"\nstart = true\n[policy.triggers.second]\nwhen = {{ desk = \"review\", metric = \"backlog\", above = 5000 }}\norder = \"b\"\nstop = true\n[policy.triggers.third]\nwhen = {{ desk = \"review\", metric = \"backlog\", above = 9000 }}\norder = \"b\"\nstart = true\n"
    );
    // 1800 after day 1; then 1200 a day more: 3000, 4200, 5400 after day 4.
    assert_eq!(days(&ran("100/day", "", &more)).1, span(2..5));
}

/// The upper tail of the standard normal.
fn tail(score: f64) -> f64 {
    Normal::new(0.0, 1.0).expect("parameters").sf(score)
}

/// Order `a` reads ten days at score 1 and thirty at score 3, order `b` three hundred items a day at score 2, `c` nothing.
#[test]
fn an_order_is_described_by_what_it_read() {
    let groups = "[groups.dialect]\nshare = \"20 %\"\nshift = 0.5\n";
    let more = format!(
        "{B}[policy.orders.c]\ndetector = \"all\"\nservices = [\"two\"]\nstarts = \"trigger\"\nrule = {{ threshold = 1 }}\n{groups}[policy.triggers.t]\nwhen = {{ desk = \"review\", metric = \"arrivals\", above = 1, for = \"10 days\" }}\norder = \"a\"\nrule = {{ threshold = 3 }}\n"
    );
    let text = text("100/day", "", &more).replace("prevalence = \"0 %\"", "prevalence = \"10 %\"");
    let text = text.replacen("threshold = -30", "threshold = 1", 1);
    let text = text.replacen("threshold = -30", "threshold = 2", 1);
    let results = results(&text);
    let of = |metric, order| mean(&results, metric, "", order);
    let (early, late) = (0.25, 0.75);
    let recall = |t: f64| tail(t - 1.0);
    let false_rate = |t: f64| 0.8 * tail(t) + 0.2 * tail(t - 0.5);
    let averaged = |f: &dyn Fn(f64) -> f64| early * f(1.0) + late * f(3.0);
    assert_near("threshold", of("order-threshold", "a"), 2.5);
    assert_near("recall", of("order-recall", "a"), averaged(&recall));
    assert_near("FPR", of("order-fpr", "a"), averaged(&false_rate));
    let (wrong, right) = (0.9 * averaged(&false_rate), 0.1 * averaged(&recall));
    assert_near("FDR", of("order-fdr", "a"), wrong / (wrong + right));
    // The mean of both ratios is another number.
    let ratio = |t: f64| 0.9 * false_rate(t) / (0.9 * false_rate(t) + 0.1 * recall(t));
    assert!((averaged(&ratio) - wrong / (wrong + right)).abs() > 0.1);
    assert_near("FPR of the other", of("order-fpr", "b"), false_rate(2.0));
    let never = results.find("order-fpr", "", "", "c").expect("a row");
    assert!(never.summary.is_none());
    let flags = |shift: f64| {
        let a = early * tail(1.0 - shift) + late * tail(3.0 - shift);
        1000.0 * a + 300.0 * tail(2.0 - shift)
    };
    let group = of("group-flag-ratio", "dialect");
    assert_near("group", group, flags(0.5) / flags(0.0));
    let at_start = |shift: f64| 1000.0 * tail(1.0 - shift) + 300.0 * tail(2.0 - shift);
    assert!((at_start(0.5) / at_start(0.0) - group).abs() > 0.01);
}
