//! A slow simulator that looks at every message by itself, written apart from the engine: each item gets its class when
//! it is sent, each flag waits in line as itself, each decision is taken by looking at the item. The engine, which
//! draws numbers per lane and labels afterwards, must agree with it in distribution.

use crate::support::{
    Verdict, accept, reject, same_distribution, same_mean, same_variance, scenario,
};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use std::fmt::Write as _;
use vessels::engine::Nobody;
use vessels::results::series::Series;
use vessels::results::{Results, simulate};

const REPLICATIONS: u64 = 3000;
const DAYS: usize = 12;
/// The day of which series by day are compared.
const A_DAY: usize = 6;
const CLASSES: [&str; 4] = ["known", "new", "family", "ordinary"];
const DETECTORS: [&str; 2] = ["da", "db"];

/// Items per day, share of `known`, share of `new`, share of the benign items that is `family`.
type Service = (u64, f64, f64, f64);

/// A small world, readable by both simulators.
#[derive(Clone)]
struct Case {
    name: &'static str,
    services: Vec<Service>,
    evasion: f64,
    /// `hit[detector][class]`.
    hit: [[f64; 4]; 2],
    coverage: [f64; 2],
    /// First and one past the last day of each order.
    active: [(usize, usize); 2],
    /// Share of reports and of staff of each named member state.
    states: Vec<(f64, f64)>,
    desks: Vec<Desk>,
}

#[derive(Clone)]
struct Desk {
    bundle: f64,
    capacity: f64,
    queue: &'static str,
    priority: Vec<&'static str>,
    expiry: Option<usize>,
    duplicates: f64,
    forward: [f64; 4],
    weekend: bool,
    split: bool,
}

impl Desk {
    fn new(queue: &'static str, capacity: f64, forward: [f64; 4]) -> Self {
        Self {
            bundle: 1.0,
            capacity,
            queue,
            priority: Vec::new(),
            expiry: None,
            duplicates: 0.0,
            forward,
            weekend: true,
            split: false,
        }
    }

    /// The place in the list of priorities; what is not named comes last.
    fn level(&self, unit: &Unit) -> usize {
        if self.queue != "priority" {
            return 0;
        }
        let named = |p: &&str| *p == CLASSES[unit.class] || *p == DETECTORS[unit.detector];
        self.priority
            .iter()
            .position(named)
            .unwrap_or(self.priority.len())
    }
}

/// One flagged item, or the bundle that it opened.
#[derive(Clone)]
struct Unit {
    class: usize,
    detector: usize,
    day: usize,
    key: f64,
}

impl Unit {
    fn is_abuse(&self) -> bool {
        self.class < 2
    }
}

fn uniform(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

fn chance(random: &mut ChaCha8Rng, p: f64) -> bool {
    uniform(random) < p
}

/// The numbers that are compared, with their names.
type Record = Vec<(String, f64)>;

#[derive(Default, Clone)]
struct DeskState {
    /// One queue per place.
    waiting: Vec<Vec<Unit>>,
    capacity: Vec<f64>,
    arrived: [u64; 2],
    duplicates: u64,
    served: u64,
    expired: u64,
    forwarded: [u64; 2],
    peak: usize,
    delay: u64,
    delay_of_abuse: (u64, u64),
    day_arrived: [u64; 2],
    day_backlog: usize,
}

impl DeskState {
    fn backlog(&self) -> usize {
        self.waiting.iter().map(Vec::len).sum()
    }
}

struct Slow<'a> {
    case: &'a Case,
    random: ChaCha8Rng,
    places: Vec<(f64, f64)>,
    desks: Vec<DeskState>,
    flags: [u64; 2],
    true_flags_of_last_service: u64,
    scanned: u64,
    missed: u64,
}

impl<'a> Slow<'a> {
    fn new(case: &'a Case, seed: u64) -> Self {
        let named = case
            .states
            .iter()
            .fold((0.0, 0.0), |a, s| (a.0 + s.0, a.1 + s.1));
        let mut places = case.states.clone();
        places.push((1.0 - named.0, 1.0 - named.1));
        let state = |desk: &Desk| {
            let n = if desk.split { places.len() } else { 1 };
            DeskState {
                waiting: vec![Vec::new(); n],
                capacity: vec![0.0; n],
                ..DeskState::default()
            }
        };
        Self {
            desks: case.desks.iter().map(state).collect(),
            case,
            random: ChaCha8Rng::seed_from_u64(seed),
            places,
            flags: [0; 2],
            true_flags_of_last_service: 0,
            scanned: 0,
            missed: 0,
        }
    }

    fn run(mut self) -> Record {
        for day in 0..DAYS {
            let mut units: Vec<(usize, Unit)> = Vec::new();
            for service in 0..self.case.services.len() {
                for _ in 0..self.case.services[service].0 {
                    units.extend(self.item(service, day).map(|u| (0, u)));
                }
            }
            let mut places = 1;
            for desk in 0..self.desks.len() {
                units = self.desk(desk, day, units, places);
                places = self.desks[desk].waiting.len();
            }
        }
        self.record()
    }

    /// One item from sending to flag.
    fn item(&mut self, service: usize, day: usize) -> Option<Unit> {
        let (case, random) = (self.case, &mut self.random);
        let (_, known, new, family) = case.services[service];
        let u = uniform(random);
        let class = if u < known {
            0
        } else if u < known + new {
            1
        } else if chance(random, family) {
            2
        } else {
            3
        };
        let abuse = class < 2;
        let device = uniform(random);
        let readable = !abuse || !chance(random, case.evasion);
        let reads = |d: usize| {
            (case.active[d].0..case.active[d].1).contains(&day)
                && device < case.coverage[d]
                && readable
        };
        self.scanned += u64::from(reads(0) || reads(1));
        let hits: Vec<usize> = (0..2)
            .filter(|d| reads(*d) && chance(random, case.hit[*d][class]))
            .collect();
        let Some(&detector) = hits.first() else {
            self.missed += u64::from(abuse);
            return None;
        };
        self.flags[usize::from(!abuse)] += 1;
        let last = service + 1 == case.services.len();
        self.true_flags_of_last_service += u64::from(abuse && last);
        Some(Unit {
            class,
            detector,
            day,
            key: 0.0,
        })
    }

    /// A day at a desk: what arrives from the `places` of the desk before, to what is forwarded.
    fn desk(
        &mut self,
        index: usize,
        day: usize,
        incoming: Vec<(usize, Unit)>,
        places: usize,
    ) -> Vec<(usize, Unit)> {
        let (desk, random) = (&self.case.desks[index], &mut self.random);
        let state = &mut self.desks[index];
        let here = state.waiting.len();
        for (from, unit) in incoming {
            if !chance(random, 1.0 / desk.bundle) {
                continue;
            }
            let place = if places == here {
                from
            } else if here == 1 {
                0
            } else {
                let u = uniform(random);
                let mut sum = 0.0;
                let mut place = 0;
                while sum + self.places[place].0 <= u && place + 1 < here {
                    sum += self.places[place].0;
                    place += 1;
                }
                place
            };
            let of = usize::from(!unit.is_abuse());
            state.arrived[of] += 1;
            if day == A_DAY {
                state.day_arrived[of] += 1;
            }
            if unit.is_abuse() && chance(random, desk.duplicates) {
                state.duplicates += 1;
                continue;
            }
            let key = uniform(random);
            state.waiting[place].push(Unit { day, key, ..unit });
        }
        let mut forwarded = Vec::new();
        for place in 0..here {
            let staff = if desk.split {
                self.places[place].1
            } else {
                1.0
            };
            let works = desk.weekend || day % 7 < 5;
            let before = state.capacity[place].floor();
            state.capacity[place] += if works { desk.capacity * staff } else { 0.0 };
            let capacity = (state.capacity[place].floor() - before) as usize;
            let mut line = std::mem::take(&mut state.waiting[place]);
            if desk.queue == "random" {
                line.iter_mut().for_each(|u| u.key = uniform(random));
            }
            let order = |u: &Unit| match desk.queue {
                "lifo" => (0, -(u.day as i64)),
                "random" => (0, 0),
                _ => (desk.level(u), u.day as i64),
            };
            line.sort_by(|a, b| order(a).cmp(&order(b)).then(a.key.total_cmp(&b.key)));
            let rest = line.split_off(capacity.min(line.len()));
            for unit in line {
                let delay = (day - unit.day) as u64;
                state.served += 1;
                state.delay += delay;
                if unit.is_abuse() {
                    state.delay_of_abuse.0 += 1;
                    state.delay_of_abuse.1 += delay;
                }
                if chance(random, desk.forward[unit.class]) {
                    state.forwarded[usize::from(!unit.is_abuse())] += 1;
                    forwarded.push((place, unit));
                }
            }
            let (kept, expired): (Vec<Unit>, Vec<Unit>) = rest
                .into_iter()
                .partition(|u| desk.expiry.is_none_or(|limit| day - u.day < limit));
            state.expired += expired.len() as u64;
            state.waiting[place] = kept;
        }
        state.peak = state.peak.max(state.backlog());
        if day == A_DAY {
            state.day_backlog = state.backlog();
        }
        forwarded
    }

    fn record(&self) -> Record {
        let mut record: Record = vec![
            ("true flags".into(), self.flags[0] as f64),
            ("false flags".into(), self.flags[1] as f64),
            (
                "true flags of the last service".into(),
                self.true_flags_of_last_service as f64,
            ),
            ("scanned".into(), self.scanned as f64),
            ("missed".into(), self.missed as f64),
        ];
        for (i, d) in self.desks.iter().enumerate() {
            let ratio = |a: u64, b: u64| if b > 0 { a as f64 / b as f64 } else { 0.0 };
            let values = [
                ("true arrivals", d.arrived[0] as f64),
                ("false arrivals", d.arrived[1] as f64),
                ("duplicates", d.duplicates as f64),
                ("served", d.served as f64),
                ("expired", d.expired as f64),
                ("backlog", d.backlog() as f64),
                ("peak", d.peak as f64),
                ("true forwarded", d.forwarded[0] as f64),
                ("false forwarded", d.forwarded[1] as f64),
                ("delay", ratio(d.delay, d.served)),
                (
                    "expected delay of abuse",
                    ratio(d.delay_of_abuse.1, d.delay_of_abuse.0),
                ),
                ("true arrivals of a day", d.day_arrived[0] as f64),
                ("false arrivals of a day", d.day_arrived[1] as f64),
                ("backlog of a day", d.day_backlog as f64),
            ];
            record.extend(values.map(|(name, x)| (format!("{name} {i}"), x)));
        }
        record
    }
}

/// The same numbers out of the engine's results.
fn engine_record(case: &Case, results: &Results) -> Record {
    let days = DAYS as f64;
    let get = |metric: &str, service: &str, desk: &str, unit: f64| {
        let found = results.find(metric, service, desk, "").expect("a metric");
        found.summary.map_or(0.0, |s| s.mean * unit)
    };
    let last = format!("s{}", case.services.len() - 1);
    let year = 365.0 / days;
    let mut record: Record = vec![
        ("true flags".into(), get("true-flags", "", "", days)),
        ("false flags".into(), get("false-flags", "", "", days)),
        (
            "true flags of the last service".into(),
            get("true-flags", &last, "", days),
        ),
        ("scanned".into(), get("items-scanned", "", "", days)),
        ("missed".into(), get("missed-per-year", "", "", 1.0 / year)),
    ];
    for (i, series) in results.daily.iter().skip(1).enumerate() {
        let desk = format!("d{i}");
        let total = |metric: &str| get(metric, "", &desk, days);
        let once = |metric: &str| get(metric, "", &desk, 1.0);
        let on_day = |s: Series| series.daily(s)[A_DAY].mean().expect("one value");
        let values = [
            ("true arrivals", total("true-arrivals")),
            ("false arrivals", total("false-arrivals")),
            ("duplicates", total("duplicates")),
            ("served", total("served")),
            ("expired", total("expired")),
            ("backlog", once("backlog")),
            ("peak", once("backlog-peak")),
            ("true forwarded", total("true-forwarded")),
            ("false forwarded", total("false-forwarded")),
            ("delay", once("delay")),
            ("expected delay of abuse", once("true-delay")),
            ("true arrivals of a day", on_day(Series::TrueArrivals)),
            ("false arrivals of a day", on_day(Series::FalseArrivals)),
            ("backlog of a day", on_day(Series::Backlog)),
        ];
        record.extend(values.map(|(name, x)| (format!("{name} {i}"), x)));
    }
    record
}

fn toml(case: &Case) -> String {
    let mut text = String::from("title = \"per message\"\npopulation = 1000\n");
    let at = |f: &dyn Fn(&Service) -> f64| {
        let each = case.services.iter().enumerate();
        let each: Vec<String> = each.map(|(i, s)| format!("s{i} = {}", f(s))).collect();
        each.join(", ")
    };
    for (i, s) in case.services.iter().enumerate() {
        let _ = writeln!(
            text,
            "[services.s{i}]\naccounts = 100\nvolume.image = \"{}/day\"",
            s.0
        );
    }
    let first = case.services[0];
    let _ = writeln!(
        text,
        "[material.known]\nmodality = \"image\"\nprevalence = {}\nprevalence-at = {{ {} }}\nevasion = {}\n\
         [material.new]\nmodality = \"image\"\nprevalence = {}\nprevalence-at = {{ {} }}\nevasion = {}\n\
         [benign.family]\nmodality = \"image\"\nshare = {}\nshare-at = {{ {} }}\nshift = 0",
        first.1,
        at(&|s| s.1),
        case.evasion,
        first.2,
        at(&|s| s.2),
        case.evasion,
        first.3,
        at(&|s| s.3),
    );
    for (d, detects) in ["known", "new"].iter().enumerate() {
        let _ = writeln!(
            text,
            "[detectors.{}]\ndetects = [\"{detects}\"]\nfixed = {{ fpr = {}, recall = {} }}",
            DETECTORS[d], case.hit[d][3], case.hit[d][d]
        );
    }
    for (i, (share, staff)) in case.states.iter().enumerate() {
        let _ = writeln!(
            text,
            "[member-states.M{i}]\nshare = {share}\nstaff-share = {staff}"
        );
    }
    for (i, desk) in case.desks.iter().enumerate() {
        let _ = write!(text, "{}", desk_toml(i, desk));
    }
    let desks: Vec<String> = (0..case.desks.len()).map(|i| format!("\"d{i}\"")).collect();
    let _ = writeln!(text, "[policy]\ndesks = [{}]", desks.join(", "));
    for (d, name) in DETECTORS.iter().enumerate() {
        let (from, to) = case.active[d];
        let _ = writeln!(
            text,
            "[policy.orders.o{name}]\ndetector = \"{name}\"\ncoverage = {}\nfrom = \"{from} days\"\nduration = \"{} days\"",
            case.coverage[d],
            to - from
        );
    }
    let _ = writeln!(
        text,
        "[run]\ndays = {DAYS}\nreplications = 1\ncharts = false"
    );
    text
}

fn desk_toml(i: usize, desk: &Desk) -> String {
    let mut text = format!(
        "[desks.d{i}]\ncapacity = \"{}/day\"\nqueue = \"{}\"\nitems-per-arrival = {}\nsplit-over-member-states = {}\n",
        desk.capacity, desk.queue, desk.bundle, desk.split
    );
    let forward = CLASSES.iter().zip(desk.forward);
    let forward: Vec<String> = forward.map(|(c, p)| format!("{c} = {p}")).collect();
    let _ = writeln!(text, "forward = {{ {} }}", forward.join(", "));
    if !desk.priority.is_empty() {
        let _ = writeln!(text, "priority = {:?}", desk.priority);
    }
    if let Some(limit) = desk.expiry {
        let _ = writeln!(text, "expires-after = \"{limit} days\"");
    }
    if desk.duplicates > 0.0 {
        let _ = writeln!(text, "deduplicate = {{ share = {} }}", desk.duplicates);
    }
    if !desk.weekend {
        let _ = writeln!(
            text,
            "working-days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"
        );
    }
    text
}

/// `samples[metric][replication]` with the names of the metrics.
struct Samples {
    names: Vec<String>,
    values: Vec<Vec<f64>>,
}

fn collect(records: impl Iterator<Item = Record>) -> Samples {
    let mut samples = Samples {
        names: Vec::new(),
        values: Vec::new(),
    };
    for record in records {
        if samples.names.is_empty() {
            samples.names = record.iter().map(|r| r.0.clone()).collect();
            samples.values = vec![Vec::new(); record.len()];
        }
        for (values, (_, x)) in samples.values.iter_mut().zip(record) {
            // Counts were divided by days and years: rounded, so that equal counts fall in one bin.
            values.push((x * 1e6).round() / 1e6);
        }
    }
    samples
}

fn slow(case: &Case) -> Samples {
    collect((0..REPLICATIONS).map(|r| Slow::new(case, 900_000 + r).run()))
}

/// One replication for each of many seeds, since results of a run keep no single replication.
fn engine(case: &Case) -> Samples {
    let mut loaded = scenario(&toml(case));
    collect((0..REPLICATIONS).map(|seed| {
        loaded.model.run.seed = seed;
        let results = simulate(&loaded.model, Some(1), &mut Nobody).expect("a run");
        engine_record(case, &results)
    }))
}

fn compare(case: &str, a: &Samples, b: &Samples) -> Vec<Verdict> {
    assert_eq!(a.names, b.names);
    let mut verdicts = Vec::new();
    for (name, (x, y)) in a.names.iter().zip(a.values.iter().zip(&b.values)) {
        let what = format!("{case}: {name}");
        verdicts.push(same_mean(&what, x, y));
        // The engine gives the expected delay of abuse, given the queue: equal in mean, not in spread.
        if !name.starts_with("expected") {
            verdicts.push(same_variance(&what, x, y));
            verdicts.push(same_distribution(&what, x, y));
        }
    }
    verdicts.extend(dependences(case, a, b));
    verdicts
}

/// Pairs whose dependence must be right too, as the mean of the product of deviations.
const PAIRS: [(&str, &str); 9] = [
    ("true flags", "missed"),
    ("true flags", "false flags"),
    ("true arrivals 0", "served 0"),
    ("true arrivals 0", "true forwarded 0"),
    ("false arrivals 0", "backlog 0"),
    ("true forwarded 0", "false forwarded 0"),
    ("true forwarded 0", "backlog 0"),
    ("true forwarded 0", "expired 0"),
    ("true arrivals 0", "delay 0"),
];

fn dependences(case: &str, a: &Samples, b: &Samples) -> Vec<Verdict> {
    let last = a
        .names
        .iter()
        .filter(|n| n.starts_with("backlog of"))
        .count()
        - 1;
    let mut pairs: Vec<(String, String)> = PAIRS.map(|(x, y)| (x.into(), y.into())).to_vec();
    if last > 0 {
        for x in ["true forwarded", "false forwarded", "backlog", "served"] {
            for y in ["true flags", "backlog 0", "true forwarded 0"] {
                pairs.push((format!("{x} {last}"), y.to_owned()));
            }
        }
    }
    let column = |samples: &Samples, name: &str| {
        let i = samples.names.iter().position(|n| n == name);
        samples.values[i.unwrap_or_else(|| panic!("no {name}"))].clone()
    };
    let centre = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let mut verdicts = Vec::new();
    for (x, y) in &pairs {
        let (mx, my) = (centre(&column(a, x)), centre(&column(a, y)));
        let products = |s: &Samples| -> Vec<f64> {
            let pairs = column(s, x).into_iter().zip(column(s, y));
            pairs.map(|(u, v)| (u - mx) * (v - my)).collect()
        };
        let what = format!("{case}: {x} times {y}");
        verdicts.push(same_mean(&what, &products(a), &products(b)));
    }
    verdicts
}

const FORWARD: [f64; 4] = [0.9, 0.6, 0.25, 0.04];
const FORWARD_LATER: [f64; 4] = [0.7, 0.3, 0.5, 0.1];

/// About 20 flags a day, of which 9 are abuse.
fn base(name: &'static str, desks: Vec<Desk>) -> Case {
    Case {
        name,
        services: vec![(400, 0.02, 0.01, 0.1)],
        evasion: 0.1,
        hit: [[0.8, 0.01, 0.01, 0.01], [0.02, 0.6, 0.02, 0.02]],
        coverage: [0.9, 1.0],
        active: [(0, DAYS); 2],
        states: Vec::new(),
        desks,
    }
}

/// Two services of different prevalence, and so two lanes.
fn two_services(name: &'static str, desks: Vec<Desk>) -> Case {
    Case {
        services: vec![(300, 0.005, 0.002, 0.3), (150, 0.06, 0.03, 0.0)],
        ..base(name, desks)
    }
}

fn fifo() -> Case {
    base(
        "fifo, critical, fractional capacity",
        vec![Desk::new("fifo", 18.4, FORWARD)],
    )
}

fn lifo() -> Case {
    let desk = Desk {
        expiry: Some(3),
        ..Desk::new("lifo", 14.0, FORWARD)
    };
    two_services("two services, lifo, expiry", vec![desk])
}

fn random_chain() -> Case {
    let first = Desk {
        duplicates: 0.4,
        ..Desk::new("random", 13.0, FORWARD)
    };
    let second = Desk {
        bundle: 2.5,
        ..Desk::new("fifo", 1.7, FORWARD_LATER)
    };
    two_services(
        "random, duplicates, a chain with bundles",
        vec![first, second],
    )
}

fn by_detector() -> Case {
    let first = Desk {
        priority: vec!["da"],
        expiry: Some(4),
        ..Desk::new("priority", 14.5, FORWARD)
    };
    let second = Desk {
        duplicates: 0.2,
        expiry: Some(5),
        ..Desk::new("lifo", 3.5, FORWARD_LATER)
    };
    let mut case = two_services("priority by detector, a chain", vec![first, second]);
    case.coverage = [0.6, 0.9];
    case
}

fn by_class() -> Case {
    let first = Desk {
        priority: vec!["new", "family"],
        weekend: false,
        ..Desk::new("priority", 20.0, FORWARD)
    };
    base("priority by class, no weekends", vec![first])
}

fn member_states() -> Case {
    let first = Desk {
        split: true,
        bundle: 1.3,
        ..Desk::new("fifo", 13.3, FORWARD)
    };
    let second = Desk {
        split: true,
        expiry: Some(2),
        ..Desk::new("fifo", 4.0, FORWARD_LATER)
    };
    let third = Desk::new("random", 1.5, [0.5, 0.5, 0.2, 0.9]);
    let mut case = base("split over member states", vec![first, second, third]);
    case.states = vec![(0.3, 0.45), (0.2, 0.15)];
    case
}

fn phases() -> Case {
    let first = Desk::new("fifo", 12.0, FORWARD);
    let second = Desk::new("fifo", 3.0, FORWARD_LATER);
    let mut case = two_services("orders of different days", vec![first, second]);
    case.active = [(0, 9), (4, DAYS)];
    case
}

fn check(case: &Case) {
    accept(compare(case.name, &engine(case), &slow(case)));
}

#[test]
fn agrees_with_fifo() {
    check(&fifo());
}

#[test]
fn agrees_with_lifo_and_expiry() {
    check(&lifo());
}

#[test]
fn agrees_with_random_duplicates_and_bundles() {
    check(&random_chain());
}

#[test]
fn agrees_with_priority_by_detector() {
    check(&by_detector());
}

#[test]
fn agrees_with_priority_by_class() {
    check(&by_class());
}

#[test]
fn agrees_with_member_states() {
    check(&member_states());
}

#[test]
fn agrees_with_phases() {
    check(&phases());
}

/// Expected flags per day by class, for the mutant that forwards by their mean.
fn flags_by_class(case: &Case) -> [f64; 4] {
    let mut flags = [0.0; 4];
    for (n, known, new, family) in &case.services {
        let innocent = 1.0 - known - new;
        let shares = [*known, *new, family * innocent, (1.0 - family) * innocent];
        for (class, share) in shares.iter().enumerate() {
            let miss = (1.0 - case.hit[0][class]) * (1.0 - case.hit[1][class]);
            flags[class] += *n as f64 * share * (1.0 - miss);
        }
    }
    flags
}

/// What the engine would be if it got one thing wrong, played by the slow simulator.
#[test]
fn mutants_are_rejected() {
    let case = two_services("mutants", random_chain().desks);
    let right = engine(&case);
    let mutant = |what: &str, change: &dyn Fn(&mut Case)| {
        let mut wrong = case.clone();
        change(&mut wrong);
        reject(what, compare(what, &right, &slow(&wrong)));
    };
    mutant("forwards by the mean of the classes", &|c| {
        let flags = flags_by_class(c);
        let forward = c.desks[0].forward;
        let sum: f64 = flags.iter().zip(forward).map(|(n, p)| n * p).sum();
        c.desks[0].forward = [sum / flags.iter().sum::<f64>(); 4];
    });
    mutant("one prevalence for both services", &|c| {
        let n: f64 = c.services.iter().map(|s| s.0 as f64).sum();
        let share =
            |f: fn(&Service) -> f64| c.services.iter().map(|s| s.0 as f64 * f(s)).sum::<f64>() / n;
        let (known, new) = (share(|s| s.1), share(|s| s.2));
        c.services
            .iter_mut()
            .for_each(|s| (s.1, s.2) = (known, new));
    });
    mutant("copies are dismissed whatever they are", &|c| {
        let flags = flags_by_class(c);
        let abuse = (flags[0] + flags[1]) / flags.iter().sum::<f64>();
        c.desks[0].duplicates *= abuse;
    });
    mutant("oldest first in place of random", &|c| {
        c.desks[0].queue = "fifo"
    });
    mutant("fractions of capacity are lost", &|c| {
        c.desks[1].capacity = 1.0
    });
}

/// The classes within a queue matter: reading by class and reading by detector are told apart.
#[test]
fn a_wrong_priority_is_rejected() {
    let case = by_detector();
    let right = engine(&case);
    let mut wrong = case.clone();
    wrong.desks[0].priority = vec!["db"];
    reject(
        "another detector first",
        compare("priority", &right, &slow(&wrong)),
    );
    wrong = case;
    wrong.desks[0].expiry = Some(5);
    reject(
        "expiry a day later",
        compare("expiry", &right, &slow(&wrong)),
    );
}
