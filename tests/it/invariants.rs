//! What holds in every scenario: balances, orders of magnitude of nothing, and changes that change nothing.

use crate::mechanisms::everything;
use crate::small::{SCENARIO, WORLD, bytes, loaded, simulated, small, valid};
use proptest::prelude::*;
use proptest::sample::select;
use vessels::model::policy::Rule;
use vessels::results::Results;
use vessels::scenario::{Loaded, Refused};
use vessels::theory::bayes;
use vessels::theory::curve::{Curve, Setting};

/// A text in parts: the lines above all tables, then `(header, lines)`.
#[derive(Debug, Clone)]
struct Document {
    tables: Vec<(String, Vec<String>)>,
}

impl Document {
    fn text(&self) -> String {
        let mut text = String::new();
        for (header, lines) in &self.tables {
            if !header.is_empty() {
                text.push_str(&format!("\n[{header}]\n"));
            }
            for line in lines {
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }

    fn table(&mut self, header: &str) -> &mut Vec<String> {
        let found = self.tables.iter().position(|(h, _)| h == header);
        let i = found.unwrap_or_else(|| {
            self.tables.push((header.into(), Vec::new()));
            self.tables.len() - 1
        });
        &mut self.tables[i].1
    }

    fn put(&mut self, header: &str, line: impl Into<String>) {
        self.table(header).push(line.into());
    }

    fn set(&mut self, header: &str, key: &str, value: impl std::fmt::Display) {
        let start = format!("{key} = ");
        let lines = self.table(header);
        lines.retain(|l| !l.starts_with(&start));
        lines.push(format!("{start}{value}"));
    }
}

/// The choices of which a small world is made.
#[derive(Debug, Clone)]
struct Choices {
    accounts: u32,
    images: f64,
    texts: f64,
    overdispersion: f64,
    prevalence: (f64, f64),
    uncertain: bool,
    family_share: f64,
    detector: usize,
    margin: f64,
    desks: usize,
    people: u32,
    queue: &'static str,
    expires: Option<u32>,
    duplicates: bool,
    weekdays: bool,
    bundle: f64,
    split: bool,
    days: u32,
    replications: u32,
    seed: u32,
}

const DETECTORS: [&str; 5] = [
    "binormal = { auc = 0.97 }",
    "binormal = { anchors = [{ fpr = 0.001, recall = 0.5 }, { fpr = 0.05, recall = 0.9 }] }",
    "empirical = { points = [{ fpr = 0.001, recall = 0.6 }, { fpr = 0.01, recall = 0.85 }] }",
    "hash = { bits = 64, list-size = 2000, radius = 6, transformations = [{ share = 0.9, flip = 0.03 }] }",
    "fixed = { fpr = 0.002, recall = 0.7 }",
];

fn choices() -> impl Strategy<Value = Choices> {
    let world = (
        500_u32..30_000,
        0.2_f64..8.0,
        0.2_f64..8.0,
        0.0_f64..0.3,
        (-4.5_f64..-2.1, -4.5_f64..-2.1),
        any::<bool>(),
        0.0_f64..0.2,
    );
    let policy = (
        0_usize..DETECTORS.len(),
        -4.5_f64..-1.5,
        1_usize..=2,
        1_u32..6,
        select(vec!["fifo", "lifo", "random", "priority"]),
        prop::option::of(1_u32..15),
    );
    let rest = (
        any::<bool>(),
        any::<bool>(),
        1.0_f64..4.0,
        any::<bool>(),
        3_u32..40,
        1_u32..5,
        any::<u32>(),
    );
    (world, policy, rest).prop_map(|(world, policy, rest)| Choices {
        accounts: world.0,
        images: world.1,
        texts: world.2,
        overdispersion: world.3,
        prevalence: (10_f64.powf(world.4.0), 10_f64.powf(world.4.1)),
        uncertain: world.5,
        family_share: world.6,
        detector: policy.0,
        margin: 10_f64.powf(policy.1),
        desks: policy.2,
        people: policy.3,
        queue: policy.4,
        expires: policy.5,
        duplicates: rest.0,
        weekdays: rest.1,
        bundle: rest.2,
        split: rest.3,
        days: rest.4,
        replications: rest.5,
        seed: rest.6,
    })
}

fn document(c: &Choices) -> Document {
    let mut d = Document { tables: Vec::new() };
    d.put("", "title = \"generated\"");
    d.put("", format!("population = {}", 2 * c.accounts));
    d.put("services.chat", format!("accounts = {}", c.accounts));
    d.put(
        "services.chat",
        format!(
            "items = {{ image = \"{}/day\", text = \"{}/day\", video = \"0.1/day\" }}",
            c.images, c.texts
        ),
    );
    d.put("services.chat", "encrypted = true");
    d.put(
        "services.chat",
        format!("overdispersion = {}", c.overdispersion),
    );
    d.put("services.mail", "accounts = 1000");
    d.put(
        "services.mail",
        "volume = { image = \"500/day\", text = \"800/day\" }",
    );
    for (class, modality, prevalence) in [
        ("known", "image", c.prevalence.0),
        ("grooming", "text", c.prevalence.1),
    ] {
        let header = format!("material.{class}");
        d.put(&header, format!("modality = \"{modality}\""));
        if c.uncertain {
            d.put(
                &header,
                format!(
                    "prevalence = \"{} to {}\"",
                    prevalence / 2.0,
                    prevalence * 2.0
                ),
            );
        } else {
            d.put(&header, format!("prevalence = {prevalence}"));
        }
    }
    d.put("material.known", "copies-per-piece = 3");
    d.put("benign.family", "modality = \"image\"");
    d.put("benign.family", format!("share = {}", c.family_share));
    d.put("benign.family", "shift = 0.8");
    d.put("detectors.images", "detects = [\"known\"]");
    d.put("detectors.images", DETECTORS[c.detector]);
    d.put("detectors.texts", "detects = [\"grooming\"]");
    d.put("detectors.texts", DETECTORS[0]);
    d.put("desks.first", "reads = \"flags\"");
    d.put(
        "desks.first",
        format!(
            "staff = {{ people = {}, speed = \"2/hour\", hours = \"5 h\" }}",
            c.people
        ),
    );
    d.put(
        "desks.first",
        "forward = { abusive = 0.9, benign = 0.1, family = 0.3 }",
    );
    d.put("desks.first", format!("queue = \"{}\"", c.queue));
    if c.queue == "priority" {
        d.put("desks.first", "priority = [\"texts\", \"images\"]");
    }
    if let Some(days) = c.expires {
        d.put("desks.first", format!("expires-after = \"{days} days\""));
    }
    if c.duplicates {
        d.put("desks.first", "deduplicate = { by-virality = true }");
    }
    if c.weekdays {
        d.put("desks.first", "working-days = [\"mon\", \"tue\", \"thu\"]");
    }
    d.put("desks.second", "capacity = \"4/day\"");
    d.put("desks.second", "forward = { abusive = 0.7, benign = 0.05 }");
    d.put("desks.second", format!("items-per-arrival = {}", c.bundle));
    if c.split {
        d.put("member-states.NL", "share = 0.3");
        d.put("member-states.DE", "share = 0.5");
        d.put("desks.second", "split-over-member-states = true");
    }
    let desks = ["\"first\"", "\"second\""][..c.desks].join(", ");
    d.put("policy", format!("desks = [{desks}]"));
    for (order, detector) in [("pictures", "images"), ("words", "texts")] {
        let header = format!("policy.orders.{order}");
        d.put(&header, format!("detector = \"{detector}\""));
        d.put(&header, "technique = \"client-side\"");
        if detector == "texts" || c.detector < 3 {
            d.put(&header, format!("rule = {{ fpr = {} }}", c.margin));
        }
    }
    d.put("run", format!("days = {}", c.days));
    d.put("run", format!("replications = {}", c.replications));
    d.put("run", format!("seed = {}", c.seed));
    d
}

/// The mean of a metric; 0 where it is undefined.
fn mean(results: &Results, metric: &str, desk: &str, class: &str) -> f64 {
    results
        .find(metric, "", desk, class)
        .unwrap_or_else(|| panic!("no `{metric}` at `{desk}` of `{class}`"))
        .summary
        .map_or(0.0, |s| s.mean)
}

/// Equal but for the rounding of sums.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(20_240_607),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// Nothing appears or vanishes: on the services, and at every desk.
    #[test]
    fn everything_balances(c in choices()) {
        let loaded = valid(&document(&c).text());
        let r = simulated(&loaded, 1);
        let days = f64::from(c.days);
        for class in ["", "known", "grooming"] {
            let flagged = if class.is_empty() { mean(&r, "true-flags", "", "") } else { mean(&r, "flags", "", class) };
            let circulating = mean(&r, "circulating-per-year", "", class);
            prop_assert!(same(365.0 * flagged + mean(&r, "missed-per-year", "", class), circulating), "{class}");
        }
        let innocent = mean(&r, "items-scanned", "", "") - mean(&r, "abuse-scanned", "", "");
        prop_assert!(mean(&r, "false-flags", "", "") <= innocent * (1.0 + 1e-12));
        prop_assert!(mean(&r, "items-scanned", "", "") <= mean(&r, "items", "", "") * (1.0 + 1e-12));
        prop_assert!(same(mean(&r, "true-flags", "", "") + mean(&r, "false-flags", "", ""), mean(&r, "flags", "", "")));
        prop_assert!(same(mean(&r, "arrivals", "first", ""), mean(&r, "flags", "", "")));
        for desk in ["first", "second"].into_iter().take(c.desks) {
            let at = |metric| mean(&r, metric, desk, "");
            let gone = at("duplicates") + at("served") + at("expired");
            prop_assert!(same(at("arrivals") * days, gone * days + at("backlog")), "{desk}");
            prop_assert!(at("forwarded") <= at("served") * (1.0 + 1e-12));
            prop_assert!(same(at("forwarded") + at("dismissed"), at("served")));
            prop_assert!(same(at("true-arrivals") + at("false-arrivals"), at("arrivals")));
            prop_assert!(same(at("true-forwarded") + at("false-forwarded"), at("forwarded")));
            prop_assert!(at("backlog") <= at("backlog-peak") * (1.0 + 1e-12));
        }
        if c.desks == 2 {
            prop_assert!(mean(&r, "arrivals", "second", "") <= mean(&r, "forwarded", "first", "") * (1.0 + 1e-12));
        }
    }

    /// Means lie between the extremes, quantiles ascend.
    #[test]
    fn quantiles_ascend(c in choices()) {
        let r = simulated(&valid(&document(&c).text()), 2);
        for estimate in &r.estimates {
            if let Some(s) = estimate.summary {
                let q = [s.p05, s.p25, s.p50, s.p75, s.p95];
                prop_assert!(q.is_sorted(), "{:?}: {q:?}", estimate.key);
                prop_assert!(s.sd >= 0.0 && s.mcse >= 0.0);
            }
        }
    }

    #[test]
    fn a_margin_is_kept(c in choices(), fraction in 0.01_f64..1.0) {
        let mut d = document(&c);
        if c.detector == 3 {
            d.set("policy.orders.pictures", "rule", format!("{{ fpr = {} }}", fraction * c.margin));
        }
        let Ok(loaded) = loaded(&d.text(), &[]) else { return Ok(()); };
        let model = &loaded.model;
        let central = model.parameters.central();
        let preset = model.preset(&central).unwrap();
        let points = model.operating_points(&central, &preset).unwrap();
        for (order, point) in model.policy.orders.iter().zip(points) {
            if let Rule::FalsePositiveRate(margin) = order.rule {
                let margin = central.of(margin);
                prop_assert!(point.fpr_field <= margin * (1.0 + 1e-9), "{} > {margin}", point.fpr_field);
            }
        }
    }

    /// Raising the threshold lowers recall and false-positive rate together.
    #[test]
    fn thresholds_move_both_rates(c in choices(), steps in prop::collection::vec(0.001_f64..1.0, 1..20)) {
        let loaded = valid(&document(&c).text());
        let central = loaded.model.parameters.central();
        for detector in &loaded.model.world.detectors {
            let curve = detector.curve(&central).unwrap();
            let mut settings: Vec<Setting> = match &curve {
                Curve::Hash(hash) => (0..=hash.bits()).rev().map(Setting::Radius).collect(),
                Curve::Fixed { .. } => vec![Setting::Point],
                _ => {
                    let mut score = -3.0;
                    steps.iter().map(|s| { score += s; Setting::Score(score) }).collect()
                }
            };
            settings.dedup();
            for pair in settings.windows(2) {
                for shift in [0.0, 0.8] {
                    prop_assert!(
                        curve.false_positive_rate(pair[1], shift) <= curve.false_positive_rate(pair[0], shift) + 1e-15
                    );
                }
                prop_assert!(curve.recall(pair[1]) <= curve.recall(pair[0]) + 1e-12);
            }
        }
    }

    #[test]
    fn precision_rises_with_prevalence_and_falls_with_false_positives(
        prevalence in 1e-9_f64..0.5, more in 1.01_f64..2.0, recall in 0.01_f64..1.0, fpr in 1e-12_f64..0.4,
    ) {
        let precision = bayes::precision(prevalence, recall, fpr).unwrap();
        prop_assert!((0.0..=1.0).contains(&precision));
        prop_assert!(bayes::precision(prevalence * more, recall, fpr).unwrap() > precision);
        prop_assert!(bayes::precision(prevalence, recall, fpr * more).unwrap() < precision);
        prop_assert_eq!(bayes::precision(prevalence, recall, 0.0), Some(1.0));
        prop_assert_eq!(bayes::precision(0.0, recall, fpr), Some(0.0));
        let fdr = bayes::false_discovery_rate(prevalence, recall, fpr).unwrap();
        prop_assert!((fdr + precision - 1.0).abs() < 1e-12);
        let back = bayes::false_positive_rate_at(fdr, recall, prevalence);
        prop_assert!((back - fpr).abs() <= 1e-6 * fpr, "{back} {fpr}");
    }

    /// With the same random numbers, one more reviewer never leaves more work. (A random queue is left out: whom it
    /// serves is drawn anew.)
    #[test]
    fn a_reviewer_more_never_raises_the_backlog(mut c in choices()) {
        if c.queue == "random" {
            c.queue = "fifo";
        }
        let with = |people| {
            let c = Choices { people, ..c.clone() };
            simulated(&valid(&document(&c).text()), 1)
        };
        let (few, more) = (with(c.people), with(c.people + 1));
        prop_assert!(same(mean(&few, "arrivals", "first", ""), mean(&more, "arrivals", "first", "")));
        for metric in ["backlog", "backlog-peak"] {
            prop_assert!(mean(&more, metric, "first", "") <= mean(&few, metric, "first", "") * (1.0 + 1e-12));
        }
        prop_assert!(mean(&more, "served", "first", "") >= mean(&few, "served", "first", "") * (1.0 - 1e-12));
    }

    /// Order of keys, of tables, comments and empty lines: nothing.
    #[test]
    fn order_in_the_file_changes_nothing(c in choices(), mixed in any::<u64>()) {
        let first = document(&c);
        let mut second = first.clone();
        let mut rng = mixed;
        let mut shuffle = |n: usize| {
            rng = rng.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (rng >> 33) as usize % n
        };
        for i in (2..second.tables.len()).rev() {
            second.tables.swap(i, 1 + shuffle(i));
        }
        for (_, lines) in &mut second.tables {
            for i in (1..lines.len()).rev() {
                lines.swap(i, shuffle(i + 1));
            }
            lines.insert(0, "# a comment".into());
            lines.push(String::new());
        }
        let (first, second) = (valid(&first.text()), valid(&second.text()));
        prop_assert_eq!(&first.resolved, &second.resolved);
        prop_assert_eq!(bytes(&simulated(&first, 1)), bytes(&simulated(&second, 3)));
    }

    /// What is printed into `run.json` can be run again.
    #[test]
    fn the_resolved_scenario_is_the_scenario(c in choices()) {
        let first = valid(&document(&c).text());
        let second = valid(&first.resolved);
        prop_assert_eq!(&first.resolved, &second.resolved);
        prop_assert_eq!(&first.resolved, &valid(&first.laid_out()).resolved);
        prop_assert_eq!(bytes(&simulated(&first, 1)), bytes(&simulated(&second, 1)));
    }

    /// Parts that nothing uses leave all other numbers as they were, bit by bit.
    #[test]
    fn unused_parts_change_nothing(c in choices()) {
        let first = document(&c);
        let mut second = first.clone();
        second.put("detectors.aaa", "detects = [\"known\"]");
        second.put("detectors.aaa", "binormal = { auc = 0.9 }");
        second.put("desks.aaa", "capacity = \"4/day\"");
        second.put("desks.aaa", "forward = { abusive = 0.7, benign = 0.05 }");
        second.put("benign.aaa", "modality = \"video\"");
        second.put("benign.aaa", "share = \"5 to 10 %\"");
        let (first, second) = (
            bytes(&simulated(&valid(&first.text()), 1)),
            bytes(&simulated(&valid(&second.text()), 1)),
        );
        prop_assert_eq!(first.1, second.1, "daily");
        let rows: Vec<&str> = second.0.lines().collect();
        for row in first.0.lines() {
            prop_assert!(rows.contains(&row), "{row} is not there any more");
        }
    }

    #[test]
    fn totals_are_the_same_with_and_without_days(c in choices()) {
        let mut d = document(&c);
        d.put("run", "outputs = \"daily\"");
        let daily = simulated(&valid(&d.text()), 1);
        d.set("run", "outputs", "\"totals\"");
        let totals = simulated(&valid(&d.text()), 1);
        prop_assert!(totals.daily.is_empty());
        prop_assert_eq!(bytes(&daily).0, bytes(&totals).0);
    }
}

/// The merged document of two files is one file by itself.
#[test]
fn a_scenario_and_its_world_become_one_file() {
    let first = small(&[]);
    let second = valid(&first.resolved);
    assert_eq!(first.resolved, second.resolved);
    assert_eq!(bytes(&simulated(&first, 1)), bytes(&simulated(&second, 1)));
}

/// Every place of every diagnostic lies inside its text.
fn places_are_inside(result: Result<Loaded, Box<Refused>>) -> Result<(), TestCaseError> {
    let (sources, diagnostics) = match result {
        Ok(loaded) => (loaded.sources, loaded.warnings),
        Err(refused) => {
            prop_assert!(!refused.diagnostics.is_empty());
            (refused.sources, refused.diagnostics)
        }
    };
    for diagnostic in &diagnostics {
        prop_assert!(!diagnostic.title.is_empty());
        let written = sources
            .iter()
            .any(|s| s.text.to_lowercase().contains("nan"));
        prop_assert!(
            written || !diagnostic.title.contains("NaN"),
            "{}",
            diagnostic.title
        );
        for label in diagnostic.primary.iter().chain(&diagnostic.related) {
            let text = &sources.get(label.span.file).text;
            let inside = label.span.start <= label.span.end && label.span.end <= text.len();
            prop_assert!(inside, "{diagnostic:?} in {} bytes", text.len());
            let whole =
                text.is_char_boundary(label.span.start) && text.is_char_boundary(label.span.end);
            prop_assert!(whole, "{diagnostic:?} cuts a character");
            prop_assert!(!sources.position(label.span).is_empty());
        }
    }
    Ok(())
}

/// A valid text with some stretches replaced.
fn damaged() -> impl Strategy<Value = String> {
    let pieces = vec![
        "",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\"",
        "'",
        "\n",
        ",",
        ".",
        "#",
        "nan",
        "inf",
        "-1",
        "0",
        "1e400",
        "99999999999999999999",
        "true",
        "\"é日🙂\"",
        "{ value = 1 }",
        "[[x]]",
        "2024-06-07",
        "\"1 to 2\"",
        "\"2 to 1\"",
        "\"5 % per day\"",
        "{ lognormal = { p05 = 1, p95 = 2 } }",
        "{ beta = { mean = 0.5, sd = 0.5 } }",
        "\u{0}",
        "\u{feff}",
        "known",
        "all",
    ];
    let whole = format!(
        "{}\n{}",
        SCENARIO.replace("world = \"worlds/small.toml\"\n", ""),
        { WORLD.replace("title = \"small world\"\n", "") }
    );
    // The keys above the first table of the second half would belong to `[run]`: put them on top.
    let population = whole
        .lines()
        .find(|l| l.starts_with("population"))
        .unwrap()
        .to_owned();
    let whole = format!("{population}\n{}", whole.replace(&population, ""));
    assert!(loaded(&whole, &[]).is_ok());
    let edit = (any::<prop::sample::Index>(), 0_usize..12, select(pieces));
    prop::collection::vec(edit, 1..4).prop_map(move |edits| {
        let mut chars: Vec<char> = whole.chars().collect();
        for (at, length, piece) in edits {
            let start = at.index(chars.len());
            let end = (start + length).min(chars.len());
            chars.splice(start..end, piece.chars());
        }
        chars.into_iter().collect()
    })
}

/// A valid text with one value replaced by another.
fn values_replaced() -> impl Strategy<Value = String> {
    let values = vec![
        "0",
        "1",
        "-1",
        "0.5",
        "1e18",
        "1e-300",
        "1e308",
        "nan",
        "inf",
        "-inf",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"0 %\"",
        "\"100 %\"",
        "\"1 in 0\"",
        "\"1 per 0\"",
        "\"0/day\"",
        "\"1e18/day\"",
        "\"0 h\"",
        "\"24 h\"",
        "\"0 days\"",
        "\"36500 days\"",
        "\"-99 %/year\"",
        "\"9000 %/year\"",
        "\"0 to 1\"",
        "\"0 to 1e-300\"",
        "\"-1 to 1\"",
        "{ uniform = { min = 0, max = 1 } }",
        "{ discrete = { values = [0, 1], weights = [0, 1] } }",
        "{ empirical = [1] }",
        "{ normal = { mean = 0, sd = 1e300 } }",
        "{ beta = { mean = 0.5, sd = 0.499999 } }",
        "{ lognormal = { median = 1, sigma = 100 } }",
        "{ triangular = { min = 0, mode = 0, max = 1 } }",
    ];
    let whole = vec![small(&[]).resolved, valid(&everything()).resolved];
    (select(whole), any::<prop::sample::Index>(), select(values)).prop_map(
        move |(whole, at, value)| {
            let mut document: toml::Table = whole.parse().unwrap();
            let new: toml::Table = format!("x = {value}").parse().unwrap();
            let mut leaves = 0;
            count(&toml::Value::Table(document.clone()), &mut leaves);
            let mut wanted = at.index(leaves) as isize;
            for (_, inner) in document.iter_mut() {
                replace(inner, &new["x"], &mut wanted);
            }
            document.to_string()
        },
    )
}

fn count(value: &toml::Value, leaves: &mut usize) {
    match value {
        toml::Value::Table(table) => table.values().for_each(|v| count(v, leaves)),
        toml::Value::Array(items) => items.iter().for_each(|v| count(v, leaves)),
        _ => *leaves += 1,
    }
}

fn replace(value: &mut toml::Value, new: &toml::Value, wanted: &mut isize) {
    match value {
        toml::Value::Table(table) => table.iter_mut().for_each(|(_, v)| replace(v, new, wanted)),
        toml::Value::Array(items) => items.iter_mut().for_each(|v| replace(v, new, wanted)),
        leaf => {
            if *wanted == 0 {
                *leaf = new.clone();
            }
            *wanted -= 1;
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        places_are_inside(loaded(&text, &[]))?;
    }

    #[test]
    fn any_damage_is_answered(text in damaged()) {
        places_are_inside(loaded(&text, &[]))?;
    }

    #[test]
    fn any_value_is_answered(text in values_replaced()) {
        places_are_inside(loaded(&text, &[]))?;
    }

    #[test]
    fn any_setting_is_answered(
        setting in prop_oneof![
            any::<String>(),
            (select(vec!["run.days", "run", "desks.police", "title", "desks", "x", "policy.orders.new.rule", ""]), any::<String>())
                .prop_map(|(path, value)| format!("{path}={value}")),
        ],
    ) {
        places_are_inside(loaded(&small(&[]).resolved, &[setting]))?;
    }
}
