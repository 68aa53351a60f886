//! Mechanisms at the desks against what a pencil gives: a thousand units arrive every day.

use super::{RUN_ONCE, assert_near, by_day, certain, results};
use crate::small::valid;
use crate::support::{accept, mean, mean_in_band, reject, sd_in_band};
use vessels::engine::Nobody;
use vessels::results::series::Series;
use vessels::results::{Results, simulate};

fn desk(people: u32, more: &str) -> String {
    format!(
        "[desks.review]\nstaff = {{ people = {people}, speed = \"10/hour\", hours = \"5 h\" }}\ncost = \"20 EUR/hour\"\nforward = {{ abusive = \"90 %\", benign = \"10 %\" }}\n{more}"
    )
}

fn ran(prevalence: &str, desk: &str, mechanisms: &str) -> Results {
    let policy = "desks = [\"review\"]\n[policy.orders.a]\ndetector = \"all\"\n";
    results(&certain(
        prevalence,
        desk,
        policy,
        &format!("{mechanisms}{RUN_ONCE}"),
    ))
}

fn review(results: &Results, metric: &str) -> f64 {
    mean(results, metric, "review", "")
}

/// Days of the run.
const DAYS: f64 = 60.0;

/// A count of units of which each is counted with probability `p`, as a mean of one sample.
fn count(what: &str, got: f64, units: f64, p: f64) -> crate::support::Verdict {
    mean_in_band(what, 1, got, units * p, (units * p * (1.0 - p)).sqrt(), 0.0)
}

#[test]
fn shared_staff_investigates_in_the_hours_that_are_left() {
    let shared =
        "[mechanisms.shared-staff.a]\ndesk = \"review\"\nhours = \"8 h\"\nyield = \"0.1/hour\"\n";
    // Thirty people can read 1500 a day; a thousand take 100 of their 240 hours.
    let results = ran("0 %", &desk(30, ""), shared);
    assert_near(
        "hours on false",
        review(&results, "hours-on-false-per-year"),
        100.0 * 365.0,
    );
    assert_near(
        "hours on true",
        review(&results, "hours-on-true-per-year"),
        0.0,
    );
    assert_near(
        "targeted",
        review(&results, "hours-targeted-per-year"),
        140.0 * 365.0,
    );
    assert_near(
        "cases",
        review(&results, "targeted-cases-per-year"),
        14.0 * 365.0,
    );
    assert_near(
        "lost",
        review(&results, "targeted-cases-lost-per-year"),
        10.0 * 365.0,
    );
    // Ten people read 500 a day in 50 hours: 30 are left, not the whole day of eight hours.
    let results = ran("100 %", &desk(10, ""), shared);
    assert_near(
        "targeted",
        review(&results, "hours-targeted-per-year"),
        30.0 * 365.0,
    );
    assert_near(
        "hours on true",
        review(&results, "hours-on-true-per-year"),
        50.0 * 365.0,
    );
    // Weekends off: 5 of 7 days in 60 days that begin on a Monday are 44.
    let weekdays = "working-days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]\n";
    let results = ran("0 %", &desk(10, weekdays), shared);
    let worked = by_day(&results, "review", "", Series::Served)
        .iter()
        .filter(|n| **n > 0.0)
        .count() as f64;
    assert_near(
        "targeted",
        review(&results, "hours-targeted-per-year"),
        30.0 * worked * 365.0 / DAYS,
    );
}

/// People at the end of the day, backlog and served, by day.
fn hired(
    review: usize,
    days_of_work: f64,
    step: f64,
    training: usize,
    limit: f64,
) -> [Vec<f64>; 3] {
    let (mut people, mut backlog) = (10.0, 0.0);
    let mut trainees: Vec<(usize, f64)> = Vec::new();
    let mut days = [Vec::new(), Vec::new(), Vec::new()];
    for day in 0..60 {
        backlog += 1000.0;
        people += trainees
            .iter()
            .filter(|t| t.0 == day)
            .map(|t| t.1)
            .sum::<f64>();
        trainees.retain(|t| t.0 > day);
        if day > 0 && day % review == 0 && backlog > days_of_work * people * 50.0 {
            let waiting: f64 = trainees.iter().map(|t| t.1).sum();
            trainees.push((
                day + training,
                (10.0 * step).min(10.0 * limit - people - waiting),
            ));
        }
        let served = backlog.min(people * 50.0);
        backlog -= served;
        for (days, n) in days.iter_mut().zip([people, backlog, served]) {
            days.push(n);
        }
    }
    days
}

#[test]
fn people_are_hired_when_the_desk_is_behind() {
    let text = "[mechanisms.hiring.a]\ndesk = \"review\"\nreview = \"7 days\"\nbacklog = \"3 days\"\nstep = 0.3\ntraining = \"5 days\"\nlimit = 2.5\n";
    let results = ran("0 %", &desk(10, ""), text);
    let got = [Series::People, Series::Backlog, Series::Served]
        .map(|s| by_day(&results, "review", "", s));
    let same = |a: &[Vec<f64>; 3]| {
        a.iter()
            .flatten()
            .zip(got.iter().flatten())
            .all(|(a, b)| (a - b).abs() < 1e-9)
    };
    let wanted = hired(7, 3.0, 0.3, 5, 2.5);
    assert!(same(&wanted), "{wanted:?}\n{got:?}");
    assert!(wanted[0].last() > Some(&20.0) && wanted[0].last() < Some(&25.5));
    for mutant in [
        hired(8, 3.0, 0.3, 5, 2.5),
        hired(7, 9.0, 0.3, 5, 2.5),
        hired(7, 3.0, 0.2, 5, 2.5),
        hired(7, 3.0, 0.3, 6, 2.5),
        hired(7, 3.0, 0.3, 5, 2.0),
    ] {
        assert!(!same(&mutant));
    }
}

/// The desk opens when three days of work lie there; then as much is read as arrives, with four days' work before it each morning.
#[test]
fn tired_people_err_with_the_backlog() {
    let fatigue = |limit: f64| {
        format!(
            "[mechanisms.fatigue.a]\ndesk = \"review\"\nper-backlog-day = 0.2\nlimit = {limit}\n"
        )
    };
    let late = desk(20, "opens = \"3 days\"\n");
    let read = 57_000.0;
    let forwarded =
        |prevalence, limit| review(&ran(prevalence, &late, &fatigue(limit)), "forwarded") * DAYS;
    let (wrong, right, capped) = (
        forwarded("0 %", 5.0),
        forwarded("100 %", 5.0),
        forwarded("0 %", 1.5),
    );
    let verdicts = |factor: f64| {
        [
            count("false", wrong, read, 0.1 * factor),
            count("true", right, read, 1.0 - 0.1 * factor),
        ]
    };
    accept(verdicts(1.0 + 0.2 * 4.0));
    accept([count("capped", capped, read, 0.15)]);
    reject("rested", verdicts(1.0));
    reject("the backlog of the evening", verdicts(1.0 + 0.2 * 3.0));
}

#[test]
fn welfare_limits_what_a_person_has_to_see() {
    let welfare = "[mechanisms.welfare.a]\ndesk = \"review\"\nexposures = 15\n";
    // All is abuse: ten people may see 150 a day though they could read 500.
    let results = ran("100 %", &desk(10, ""), welfare);
    assert!(
        by_day(&results, "review", "", Series::Served)
            .iter()
            .all(|n| *n == 150.0)
    );
    assert!(
        by_day(&results, "review", "", Series::Capacity)
            .iter()
            .all(|n| *n == 150.0)
    );
    assert_near(
        "exposures",
        review(&results, "exposures-per-reviewer"),
        15.0,
    );
    // Nothing is abuse: no limit.
    let results = ran("0 %", &desk(10, ""), welfare);
    assert!(
        by_day(&results, "review", "", Series::Served)
            .iter()
            .all(|n| *n == 500.0)
    );
    // Half is abuse: 300 units hold 150.
    let results = ran("50 %", &desk(10, ""), welfare);
    let seen = review(&results, "exposures-per-reviewer");
    accept([mean_in_band(
        "half",
        1,
        seen * 600.0,
        9000.0,
        (18_000.0_f64 * 0.25).sqrt(),
        60.0,
    )]);
    reject(
        "no limit",
        [mean_in_band(
            "half",
            1,
            250.0 * DAYS,
            9000.0,
            (18_000.0_f64 * 0.25).sqrt(),
            60.0,
        )],
    );
}

/// A limit on exposure takes away capacity: what is said of load, of people and of days of work knows it.
#[test]
fn welfare_limits_the_capacity_that_load_is_measured_with() {
    let welfare = "[mechanisms.welfare.a]\ndesk = \"review\"\nexposures = 15\n";
    let away = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"40 %\"\nhours = \"8 h\"\ncost = \"5 EUR/hour\"\nexposures = 40\n";
    // Ten people see 15 each; or six see 15 and four, who read elsewhere, 40.
    for (more, per_day) in [("", 150.0), (away, 250.0)] {
        let results = ran("100 %", &desk(10, ""), &format!("{welfare}{more}"));
        let of = |metric| review(&results, metric);
        assert_near("load", of("utilisation"), of("arrivals") / per_day);
        assert_near(
            "people",
            of("people-needed"),
            of("arrivals") / (per_day / 10.0),
        );
        assert_near("waiting", of("backlog-days"), of("backlog") / per_day);
    }
    // Nothing is abuse: hours alone.
    let results = ran("0 %", &desk(10, ""), welfare);
    let of = |metric| review(&results, metric);
    assert_near("load", of("utilisation"), of("arrivals") / 500.0);
}

/// Less than one unit a day is one every few days, and not none.
#[test]
fn welfare_below_one_unit_a_day_is_read_on_some_days() {
    let away = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"50 %\"\nhours = \"5 h\"\ncost = \"5 EUR/hour\"\nexposures = 0.125\n";
    for (people, exposures, more) in [(1, "0.25", ""), (2, "0.125", away)] {
        let welfare =
            format!("[mechanisms.welfare.a]\ndesk = \"review\"\nexposures = {exposures}\n{more}");
        let results = ran("100 %", &desk(people, ""), &welfare);
        let served = by_day(&results, "review", "", Series::Served);
        let expected: Vec<f64> = (1..=served.len())
            .map(|day| f64::from(u8::from(day % 4 == 0)))
            .collect();
        assert_eq!(served, expected, "{more}");
    }
}

/// Whatever is read first, the expected number of units of abuse on a day stays below the limit.
#[test]
fn welfare_holds_for_every_queue() {
    let welfare = "[mechanisms.welfare.a]\ndesk = \"review\"\nexposures = 15\n";
    for queue in ["fifo", "lifo", "random", "priority"] {
        let priority = if queue == "priority" {
            "priority = [\"abuse\", \"ordinary\"]\n"
        } else {
            ""
        };
        for prevalence in ["2 %", "20 %", "50 %"] {
            let results = ran(
                prevalence,
                &desk(10, &format!("queue = \"{queue}\"\n{priority}")),
                welfare,
            );
            let seen = by_day(&results, "review", "", Series::TrueServed);
            let most = seen.iter().copied().fold(0.0, f64::max);
            // At random, how much comes from days with more abuse than others is chance. A part of a unit is carried over.
            let chance = if queue == "random" { 0.01 } else { 1e-9 };
            assert!(
                most <= 151.0 * (1.0 + chance),
                "{queue} {prevalence}: {most}"
            );
            let mean = seen.iter().sum::<f64>() / seen.len() as f64;
            assert!(
                mean <= 150.0 * (1.0 + chance),
                "{queue} {prevalence}: {mean}"
            );
            let served = by_day(&results, "review", "", Series::Served);
            // Either the hours or the limit are used up, but for one unit.
            let idle = seen
                .iter()
                .zip(&served)
                .any(|(a, s)| *s < 500.0 && *a < 149.0);
            assert!(!idle, "{queue} {prevalence}: {seen:?} {served:?}");
        }
    }
}

#[test]
fn outsourced_people_have_their_own_speed_errors_and_pay() {
    let text = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"40 %\"\nspeed = 1.5\nhours = \"8 h\"\nerrors = 2\ncost = \"5 EUR/hour\"\n";
    let results = ran("0 %", &desk(10, ""), text);
    // Six people read 50 a day, four read 120.
    assert!(
        by_day(&results, "review", "", Series::Served)
            .iter()
            .all(|n| *n == 780.0)
    );
    // Six people are paid 5 h of 20 EUR, four 8 h of 5 EUR.
    assert_near(
        "cost",
        review(&results, "desk-cost-per-year"),
        760.0 * 365.0,
    );
    assert_near(
        "hours",
        review(&results, "hours-on-false-per-year"),
        62.0 * 365.0,
    );
    assert_near("people", review(&results, "people"), 10.0);
    let forwarded = review(&results, "forwarded") * DAYS;
    // 300 of 780 units with the desk's own errors, 480 with twice as many.
    accept([count(
        "errors",
        forwarded,
        780.0 * DAYS,
        (300.0 * 0.1 + 480.0 * 0.2) / 780.0,
    )]);
    reject(
        "by people",
        [count(
            "errors",
            forwarded,
            780.0 * DAYS,
            0.6 * 0.1 + 0.4 * 0.2,
        )],
    );
}

/// Each side of a desk has its own limit, and people leave in proportion to what they see.
#[test]
fn outsourced_people_have_their_own_safety() {
    let welfare = "[mechanisms.welfare.a]\ndesk = \"review\"\nexposures = 15\nleaving = \"10 %/year\"\nleaving-per-exposure = \"1 %/year\"\n";
    let away = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"40 %\"\nhours = \"8 h\"\nerrors = 5\ncost = \"5 EUR/hour\"\n";
    let unsafe_there =
        format!("{welfare}{away}exposures = 40\nleaving-per-exposure = \"2 %/year\"\n");
    let results = ran("100 %", &desk(10, ""), &unsafe_there);
    // All is abuse: six people see 15 each, four see 40.
    let served = by_day(&results, "review", "", Series::Served);
    assert!(served.iter().all(|n| *n == 250.0), "{served:?}");
    let near = |metric, value| assert_near(metric, review(&results, metric), value);
    near("exposures-per-reviewer", 25.0);
    near("exposures-per-outsourced-reviewer", 40.0);
    near("hours-on-true-per-year", 25.0 * 365.0);
    near(
        "outsourced-reviewers-leaving-per-year",
        4.0 * (0.1 + 0.02 * 40.0),
    );
    let own = 6.0 * (0.1 + 0.01 * 15.0);
    near(
        "reviewers-leaving-per-year",
        own + 4.0 * (0.1 + 0.02 * 40.0),
    );
    // 160 of 250 units are read with five times the errors, not four of ten.
    let forwarded = review(&results, "forwarded") * DAYS;
    let verdict = |away: f64| [count("errors", forwarded, 250.0 * DAYS, 0.9 - 0.4 * away)];
    accept(verdict(160.0 / 250.0));
    reject("by hours", verdict(320.0 / 620.0));
    // Without a limit there, they read as long as they work: 320 a day.
    let results = ran(
        "100 %",
        &desk(10, ""),
        &format!("{welfare}{away}exposures = 1000\n"),
    );
    assert_near("served", review(&results, "served"), 90.0 + 320.0);
    assert_near(
        "there",
        review(&results, "exposures-per-outsourced-reviewer"),
        80.0,
    );
    let other = 4.0 * (0.1 + 0.01 * 80.0);
    assert_near(
        "as here",
        review(&results, "reviewers-leaving-per-year"),
        own + other,
    );
    // One limit for all: 150 a day, by what each side can read.
    let results = ran("100 %", &desk(10, ""), &format!("{welfare}{away}"));
    assert_near("pooled", review(&results, "served"), 150.0);
    let there = 150.0 * 320.0 / 620.0 / 4.0;
    assert_near(
        "pooled there",
        review(&results, "exposures-per-outsourced-reviewer"),
        there,
    );
}

/// A limit that nobody reaches changes nothing but the rows that it adds.
#[test]
fn a_limit_out_of_reach_is_no_limit() {
    let away = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"40 %\"\nspeed = 1.5\nhours = \"8 h\"\nerrors = 2\ncost = \"5 EUR/hour\"\n";
    for prevalence in ["0 %", "30 %"] {
        let without = ran(prevalence, &desk(10, ""), away);
        let with = ran(
            prevalence,
            &desk(10, ""),
            &format!("{away}exposures = 1e9\n"),
        );
        for e in &without.estimates {
            let key = &e.key;
            let found = with.find(key.metric.name, &key.service, &key.desk, &key.class);
            let found = found.map(|f| f.values[0]).unwrap_or(f64::NAN);
            let near = (found - e.values[0]).abs() <= 1e-9 * e.values[0].abs();
            assert!(near || found.is_nan() && e.values[0].is_nan(), "{key:?}");
        }
    }
}

/// Only those who work here are left for targeted investigation.
#[test]
fn outsourced_people_do_not_investigate() {
    let text = "[mechanisms.outsourcing.a]\ndesk = \"review\"\nshare = \"40 %\"\nspeed = 1.5\nhours = \"8 h\"\ncost = \"5 EUR/hour\"\n[mechanisms.shared-staff.a]\ndesk = \"review\"\nhours = \"8 h\"\nyield = \"0.1/hour\"\n";
    let results = ran("0 %", &desk(10, ""), text);
    // Six people work 48 hours and read for 30.
    assert_near(
        "targeted",
        review(&results, "hours-targeted-per-year"),
        18.0 * 365.0,
    );
}

/// The same arrives every day: nothing rises and nothing falls, whatever the number of days.
#[test]
fn quarters_are_equally_long() {
    let policy = "desks = [\"review\"]\n[policy.orders.a]\ndetector = \"all\"\n";
    for days in [1, 2, 3, 5, 6, 7, 8, 365] {
        let run = RUN_ONCE.replace("days = 60", &format!("days = {days}"));
        let results = results(&certain("0 %", &desk(30, ""), policy, &run));
        assert_eq!(review(&results, "arrivals-trend"), 1.0, "{days} days");
    }
}

const HOUSE: &str = "[mechanisms.clearing-house.a]\ndesk = \"review\"\nreports = \"500/day\"\nmix = { abuse = \"60 %\" }\n";

fn abroad(more: &str) -> Results {
    let policy = "desks = [\"review\"]\n[policy.orders.a]\ndetector = \"all\"\n";
    let text = certain("0 %", &desk(100, ""), policy, &format!("{HOUSE}{more}"));
    let text = text.replace("fpr = \"100 %\"", "fpr = \"0 %\"");
    results(&format!(
        "{text}{}",
        RUN_ONCE.replace("days = 60", "days = 1000")
    ))
}

/// All thousand items a day of the services are abuse, and 300 of the 500 reports from abroad; the desk confirms 90 % of both.
#[test]
fn cases_are_split_by_where_they_come_from() {
    let results = ran("100 %", &desk(400, ""), HOUSE);
    let case = |metric: &str, class: &str| mean(&results, metric, "", class) * DAYS / 365.0;
    let (own, abroad) = (
        case("actionable-own-per-year", ""),
        case("actionable-abroad-per-year", ""),
    );
    assert_near("both", own + abroad, case("actionable-per-year", ""));
    assert_near("class", case("actionable-abroad-per-year", "abuse"), abroad);
    let from_abroad = |rate: f64| {
        let expected = rate * DAYS;
        [mean_in_band(
            "abroad",
            1,
            abroad,
            expected,
            expected.sqrt(),
            0.0,
        )]
    };
    accept([count("own", own, 1000.0 * DAYS, 0.9)]);
    accept(from_abroad(500.0 * 0.6 * 0.9));
    reject("all reports", from_abroad(500.0 * 0.9));
    reject("read and not confirmed", from_abroad(500.0 * 0.6));
    let wrong = case("wrongly-actionable-abroad-per-year", "");
    assert_near("wrong", wrong, case("wrongly-actionable-per-year", ""));
    let expected = 500.0 * 0.4 * 0.1 * DAYS;
    accept([mean_in_band(
        "wrong",
        1,
        wrong,
        expected,
        expected.sqrt(),
        0.0,
    )]);
    let none = ran("100 %", &desk(10, ""), "");
    assert!(
        none.find("actionable-abroad-per-year", "", "", "")
            .is_none()
    );
}

/// Mean and variance of the arrivals of a day, overdispersed or not.
fn arrivals(results: &Results, m: f64, variation: f64) -> [crate::support::Verdict; 2] {
    let days = by_day(results, "review", "", Series::Arrivals);
    let n = days.len() as f64;
    let mean = days.iter().sum::<f64>() / n;
    let sd = (days.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    let v = variation * variation;
    let second = m + m * m * v;
    let fourth = m + 7.0 * m * m * v + 12.0 * m.powi(3) * v * v + 6.0 * m.powi(4) * v.powi(3);
    [
        mean_in_band("arrivals", days.len(), mean, m, second.sqrt(), 0.0),
        sd_in_band(
            "arrivals",
            days.len(),
            sd,
            second.sqrt(),
            fourth / (second * second),
        ),
    ]
}

#[test]
fn reports_from_abroad_are_poisson_bundled_and_overdispersed() {
    let plain = abroad("");
    accept(arrivals(&plain, 500.0, 0.0));
    reject("a tenth more", arrivals(&plain, 550.0, 0.0));
    reject("overdispersed", arrivals(&plain, 500.0, 0.3));
    accept(arrivals(&abroad("reports-per-incident = 4\n"), 125.0, 0.0));
    let wild = abroad("overdispersion = 0.3\n");
    accept(arrivals(&wild, 500.0, 0.3));
    reject("Poisson", arrivals(&wild, 500.0, 0.0));
    let both = abroad("overdispersion = 0.3\nreports-per-incident = 4\n");
    accept(arrivals(&both, 125.0, 0.3));
    reject("bundled before the bad day", arrivals(&both, 125.0, 0.15));
}

/// Of each house its own part is passed on, and of the services all: of 500 reports a day of one house none, of another 500 the half.
#[test]
fn every_house_has_its_own_pass_through() {
    let other = HOUSE.replace("house.a", "house.b");
    let houses = format!("{HOUSE}pass-through = 0\n{other}pass-through = 0.5\n");
    let results = ran("100 %", &desk(400, ""), &houses);
    let case = |metric: &str| mean(&results, metric, "", "") * DAYS / 365.0;
    accept([count(
        "own",
        case("actionable-own-per-year"),
        1000.0 * DAYS,
        0.9,
    )]);
    let from_abroad = |part: f64| {
        let expected = 500.0 * 0.6 * 0.9 * part * DAYS;
        let got = case("actionable-abroad-per-year");
        [mean_in_band(
            "abroad",
            1,
            got,
            expected,
            expected.sqrt(),
            0.0,
        )]
    };
    accept(from_abroad(0.5));
    reject("as the first", from_abroad(0.0));
    reject("as the second", from_abroad(1.0));
}

/// Shares that fit at central values and exceed one in a draw end the run, as everywhere.
#[test]
fn a_mix_that_exceeds_one_in_a_draw_is_refused() {
    let house = HOUSE.replace("\"60 %\"", "\"50 to 85 %\", ordinary = \"10 to 40 %\"");
    let policy = "desks = [\"review\"]\n[policy.orders.a]\ndetector = \"all\"\n";
    let run = "[run]\ndays = 1\nreplications = 200\ncharts = false\n";
    let text = certain("0 %", &desk(400, ""), policy, &format!("{house}{run}"));
    let error = simulate(&valid(&text).model, Some(1), &mut Nobody).expect_err("too much");
    assert!(error.to_string().contains("the mix of `a`"), "{error}");
}

#[test]
fn reports_from_abroad_have_their_mix_and_pass_in_part() {
    let results = abroad("pass-through = 0.5\n");
    let all = review(&results, "arrivals") * 1000.0;
    let abuse = review(&results, "true-arrivals") * 1000.0;
    accept([count("mix", abuse, all, 0.6)]);
    reject("mix", [count("mix", abuse, all, 0.59)]);
    let right = review(&results, "true-forwarded") * 1000.0;
    let wrong = review(&results, "false-forwarded") * 1000.0;
    accept([
        count("true", right, abuse, 0.45),
        count("false", wrong, all - abuse, 0.05),
    ]);
    reject("all is passed on", [count("true", right, abuse, 0.9)]);
    // They are nobody's flags: nothing is found on the services.
    let found = |metric| {
        results
            .find(metric, "", "", "")
            .unwrap()
            .summary
            .map_or(0.0, |s| s.mean)
    };
    assert_eq!(found("flags"), 0.0);
    assert_eq!(found("found-share"), 0.0);
}
