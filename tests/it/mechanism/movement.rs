//! Where abuse goes, and who may read what: displacement, encryption, user reports, techniques, groups, minors.

use super::{by_day, results};
use crate::support::{Verdict, accept, close, mean, mean_in_band, reject};
use vessels::results::Results;
use vessels::results::series::Series;

const DAYS: usize = 60;
const ITEMS: f64 = 1e6;

fn ran(prevalence: &str, order: &str, more: &str) -> Results {
    let text = format!(
        r#"
title = "movement"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1 million/day"
[material.abuse]
modality = "image"
prevalence = "{prevalence}"
[detectors.all]
detects = ["abuse"]
scanning-cost = "1 EUR per million"
fixed = {{ fpr = "20 %", recall = "50 %" }}
[policy]
desks = []
[policy.orders.a]
detector = "all"
{order}
{more}
[run]
days = {DAYS}
replications = 1
seed = 8
uncertainty = "central"
charts = false
"#
    );
    results(&text)
}

/// A total of binomial numbers against the sum of their means.
fn total(what: &str, got: f64, days: impl Iterator<Item = f64>) -> Verdict {
    let (sum, variance) = days.fold((0.0, 0.0), |a, p| {
        (a.0 + ITEMS * p, a.1 + ITEMS * p * (1.0 - p))
    });
    mean_in_band(what, 1, got, sum, variance.sqrt(), 0.0)
}

fn flags(results: &Results) -> Vec<f64> {
    by_day(results, "", "", Series::Flags)
}

const USERS: [(f64, f64, f64, f64); 2] = [(0.6, 0.3, 0.0, 30.0), (0.25, 0.8, 0.5, 6.0)];

/// Shares that have left and that are encrypted in advance, of all.
fn moved(day: usize, start: usize, grown: impl Fn(f64) -> f64) -> (f64, f64) {
    if day < start {
        return (0.0, 0.0);
    }
    let since = (day - start) as f64;
    USERS.iter().fold(
        (0.0, 0.0),
        |(left, hidden), (share, leaves, encrypts, time)| {
            let d = grown(since / time);
            (
                left + share * leaves * d,
                hidden + share * (1.0 - leaves * d) * encrypts * d,
            )
        },
    )
}

#[test]
fn users_leave_and_encrypt_with_a_time_constant() {
    let mut tables = String::new();
    for (i, (share, leaves, encrypts, time)) in USERS.iter().enumerate() {
        tables += &format!(
            "[mechanisms.displacement.u{i}]\nshare = {share}\nleaves = {leaves}\nencrypts = {encrypts}\ntime = \"{time} days\"\n"
        );
    }
    let start = 10;
    let results = ran("100 %", "from = \"10 days\"", &tables);
    let got: f64 = flags(&results).iter().sum();
    let elsewhere = mean(&results, "displaced-share", "", "") * ITEMS * DAYS as f64;
    let verdicts = |start: usize, grown: fn(f64) -> f64| {
        let shares = move |day| moved(day, start, grown);
        let read = (10..DAYS).map(|day| 0.5 * (1.0 - shares(day).0 - shares(day).1));
        let gone = (0..DAYS).map(|day| shares(day).0 + shares(day).1);
        [
            total("flags", got, read),
            total("displaced", elsewhere, gone),
        ]
    };
    let law: fn(f64) -> f64 = |x| 1.0 - (-x).exp();
    accept(verdicts(start, law));
    reject("starts with the run", verdicts(0, law));
    reject("starts a day late", verdicts(start + 1, law));
    reject("linear", verdicts(start, |x| x.min(1.0)));
    reject("at once", verdicts(start, |_| 1.0));
}

/// When an order ends, who left stays away, and no more follow.
#[test]
fn nobody_leaves_for_an_order_that_has_ended() {
    let users = "[mechanisms.displacement.all]\nshare = 1\nleaves = 0.8\ntime = \"20 days\"\n";
    let later = "[policy.orders.b]\ndetector = \"all\"\nfrom = \"40 days\"\n";
    for (more, resumed) in [("", DAYS), (later, 40)] {
        let results = ran("100 %", "duration = \"10 days\"", &format!("{users}{more}"));
        let elsewhere = mean(&results, "displaced-share", "", "") * ITEMS * DAYS as f64;
        let gone = |stops: bool| {
            let read = move |day: usize| {
                if stops {
                    day.min(10) + day.saturating_sub(resumed)
                } else {
                    day
                }
            };
            (0..DAYS).map(move |day| 0.8 * (1.0 - (-(read(day) as f64) / 20.0).exp()))
        };
        accept([total("stays", elsewhere, gone(true))]);
        reject("goes on", [total("stays", elsewhere, gone(false))]);
    }
}

/// Nobody leaves before somebody is read: not for an order that reads none of its messages.
#[test]
fn an_order_that_reads_nothing_drives_nobody_away() {
    let users = "[mechanisms.displacement.all]\nshare = 1\nleaves = 1\ntime = \"1 day\"\n";
    let encrypted = "[mechanisms.encryption.one]\nservice = \"one\"\nfrom = \"0 days\"\n";
    let gone = |order: &str, more: &str| {
        let results = ran("10 %", order, &format!("{users}{more}"));
        mean(&results, "displaced-share", "", "")
    };
    assert_eq!(gone("technique = \"server-side\"", encrypted), 0.0);
    assert!(gone("technique = \"client-side\"", encrypted) > 0.9);
    assert!(gone("technique = \"server-side\"", "") > 0.9);
}

/// Accounts count as scanned once a message of theirs could be read, and not for an order that could read none.
#[test]
fn accounts_are_scanned_when_something_is_read() {
    let scanned = |from: usize, technique: &str| {
        let encrypted =
            format!("[mechanisms.encryption.one]\nservice = \"one\"\nfrom = \"{from} days\"\n");
        let order = format!("from = \"20 days\"\ntechnique = \"{technique}\"");
        mean(&ran("10 %", &order, &encrypted), "accounts-scanned", "", "")
    };
    assert_eq!(scanned(20, "server-side"), 0.0);
    assert_eq!(scanned(21, "server-side"), 10_000.0);
    assert_eq!(scanned(20, "client-side"), 10_000.0);
}

#[test]
fn a_service_turns_encrypted_on_a_ramp() {
    let ramp =
        "[mechanisms.encryption.one]\nservice = \"one\"\nfrom = \"10 days\"\nramp = \"20 days\"\n";
    let open = |day: usize, length: f64| 1.0 - ((day as f64 - 10.0) / length).clamp(0.0, 1.0);
    let results = ran("10 %", "technique = \"server-side\"", ramp);
    // A tenth is abuse, half of which is found; a fifth of the rest is flagged for nothing.
    let rate = 0.1 * 0.5 + 0.9 * 0.2;
    let verdicts = |length: f64| -> Vec<Verdict> {
        let days = flags(&results).into_iter().enumerate();
        days.map(|(day, n)| {
            total(
                "flags of a day",
                n,
                std::iter::once(rate * open(day, length)),
            )
        })
        .collect()
    };
    accept(verdicts(20.0));
    reject("a day longer", verdicts(21.0));
    // What is read on the device is read as before.
    let results = ran("10 %", "technique = \"client-side\"", ramp);
    let all: f64 = flags(&results).iter().sum();
    accept([total("client-side", all, (0..DAYS).map(|_| rate))]);
    // Two orders, one of which loses its messages: each device order reads on, the server reads what is left of both.
    let results = ran(
        "10 %",
        "technique = \"server-side\"\ncoverage = \"50 %\"\n[policy.orders.b]\ndetector = \"all\"\ntechnique = \"client-side\"\ncoverage = \"40 %\"",
        ramp,
    );
    let last = flags(&results)[DAYS - 1];
    accept([total("only the device", last, std::iter::once(0.4 * rate))]);
}

#[test]
fn users_report_what_they_receive() {
    let results = ran(
        "10 %",
        "technique = \"user-report\"\ncoverage = \"5 %\"",
        "",
    );
    let of = |metric| {
        results
            .find(metric, "", "", "")
            .unwrap()
            .summary
            .map_or(f64::NAN, |s| s.mean)
    };
    let all: f64 = flags(&results).iter().sum();
    let days = || 0..DAYS;
    accept([total("flags", all, days().map(|_| 0.05 * (0.05 + 0.18)))]);
    reject(
        "covers all",
        [total("flags", all, days().map(|_| 0.05 + 0.18))],
    );
    for metric in [
        "items-scanned",
        "accounts-scanned",
        "abuse-scanned",
        "scanning-cost-per-year",
        "client-side-accounts",
        "client-side-services",
        "accounts-with-list-on-device",
    ] {
        assert_eq!(of(metric), 0.0, "{metric}");
    }
    assert!(of("missed-share") > 0.9);
    // It reads encrypted services too.
    let hidden = ran(
        "10 %",
        "technique = \"user-report\"\ncoverage = \"5 %\"",
        "[mechanisms.encryption.one]\nservice = \"one\"\nfrom = \"0 days\"\n",
    );
    let all: f64 = flags(&hidden).iter().sum();
    accept([total(
        "encrypted",
        all,
        days().map(|_| 0.05 * (0.05 + 0.18)),
    )]);
    // Nobody flees from what other users may report.
    let user = "[mechanisms.displacement.a]\nshare = 1\nleaves = 1\ntime = \"1 day\"\n";
    let stayed = ran(
        "10 %",
        "technique = \"user-report\"\ncoverage = \"5 %\"",
        user,
    );
    assert_eq!(mean(&stayed, "displaced-share", "", ""), 0.0);
}

/// Users report more than devices scan: what only they saw was not scanned.
#[test]
fn scanned_is_what_detectors_read() {
    let orders = "technique = \"client-side\"\ncoverage = \"10 %\"\n[policy.orders.b]\ndetector = \"all\"\ntechnique = \"user-report\"\ncoverage = \"50 %\"";
    let results = ran("10 %", orders, "");
    let all = |metric| mean(&results, metric, "", "") * DAYS as f64;
    let verdicts = |share: f64| {
        let days = || 0..DAYS;
        [
            total("items", all("items-scanned"), days().map(|_| share)),
            total("abuse", all("abuse-scanned"), days().map(|_| share * 0.1)),
        ]
    };
    accept(verdicts(0.1));
    reject("what users saw", verdicts(0.1 + 0.4 * 0.23));
}

#[test]
fn techniques_have_their_devices_cost_and_lists() {
    let order = "technique = \"client-side\"\ncoverage = \"80 %\"";
    let terms = "[techniques.client-side]\ndevices = \"50 %\"\ncost = \"3 EUR per million\"\nlist-on-device = false\n";
    let (plain, with) = (ran("10 %", order, ""), ran("10 %", order, terms));
    let of = |r: &Results, metric| mean(r, metric, "", "");
    let all = |r| flags(r).iter().sum::<f64>();
    let rate = 0.05 + 0.18;
    accept([
        total("plain", all(&plain), (0..DAYS).map(|_| 0.8 * rate)),
        total("half", all(&with), (0..DAYS).map(|_| 0.4 * rate)),
    ]);
    reject(
        "devices ignored",
        [total("half", all(&with), (0..DAYS).map(|_| 0.8 * rate))],
    );
    close(
        "cost",
        of(&plain, "scanning-cost-per-year"),
        0.8 * 365.0,
        1e-9,
    );
    close(
        "cost with the technique",
        of(&with, "scanning-cost-per-year"),
        0.4 * 4.0 * 365.0,
        1e-9,
    );
    close("accounts", of(&with, "client-side-accounts"), 4000.0, 1e-9);
    close(
        "lists",
        of(&plain, "accounts-with-list-on-device"),
        8000.0,
        1e-9,
    );
    assert_eq!(of(&with, "accounts-with-list-on-device"), 0.0);
    close("scanned", of(&with, "accounts-scanned"), 4000.0, 1e-9);
}

/// A technique that is said to read nothing encrypted stops with encryption; one that is said to read it goes on.
#[test]
fn techniques_say_what_they_read_after_a_service_turned() {
    let turned = "[mechanisms.encryption.one]\nservice = \"one\"\nfrom = \"0 days\"\n";
    let blind = ran(
        "10 %",
        "technique = \"homomorphic\"",
        &format!("{turned}[techniques.homomorphic]\nreads-encrypted = false\n"),
    );
    assert!(flags(&blind).iter().all(|n| *n == 0.0));
    let sees = ran(
        "10 %",
        "technique = \"server-side\"",
        &format!("{turned}[techniques.server-side]\nreads-encrypted = true\n"),
    );
    assert!(flags(&sees).iter().all(|n| *n > 2e5));
}

/// By hand: a group whose scores are shifted by 0.5 at a threshold of 2 is flagged Φ(−1.5)/Φ(−2) times as often.
#[test]
fn groups_and_minors_are_counted() {
    let text = r#"
title = "groups"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1 million/day"
[material.abuse]
modality = "image"
prevalence = "0 %"
[benign.teens]
modality = "image"
share = "25 %"
minors = true
[benign.dogs]
modality = "image"
share = "25 %"
[groups.dialect]
share = "20 %"
shift = 0.5
[detectors.all]
detects = ["abuse"]
binormal = { separation = 3 }
[desks.review]
unlimited = true
forward = { abusive = 1, benign = 0 }
[policy]
desks = ["review"]
[policy.orders.a]
detector = "all"
rule = { threshold = 2 }
[run]
days = 60
replications = 1
uncertainty = "central"
charts = false
"#;
    let results = results(text);
    let (usual, shifted) = (0.022750131948179, 0.066807201268858);
    close(
        "ratio",
        mean(&results, "group-flag-ratio", "", "dialect"),
        shifted / usual,
        1e-9,
    );
    let rate = 0.8 * usual + 0.2 * shifted;
    let all: f64 = flags(&results).iter().sum();
    accept([total("flags", all, (0..DAYS).map(|_| rate))]);
    reject("no group", [total("flags", all, (0..DAYS).map(|_| usual))]);
    let minors = mean(&results, "minors-reported-per-year", "review", "") * DAYS as f64 / 365.0;
    accept([total("minors", minors, (0..DAYS).map(|_| 0.25 * rate))]);
    reject(
        "both classes",
        [total("minors", minors, (0..DAYS).map(|_| 0.5 * rate))],
    );
}
