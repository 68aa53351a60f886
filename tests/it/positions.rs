//! What scenarios say of both sides: each names the numbers that decide between them, and these move what is looked at.

use crate::repo::bundled;
use crate::support::run;
use std::collections::BTreeSet;
use vessels::bundled::{Bundled, FILES};
use vessels::results::Results;
use vessels::results::metric::METRICS;
use vessels::scenario::{Loaded, load};

/// Published counts and sums, of which nobody holds a position.
const COUNTS: &[&str] = &[
    "france-2024",
    "germany-2022",
    "germany-2023",
    "ireland-2020",
    "reference",
];

/// Scenarios whose deciding numbers are too many to name.
const TOURS: &[&str] = &["everything"];

/// Another value for each path that a text `decided-by` names.
const OTHERWISE: &[(&str, &str)] = &[
    ("benign.teens.share", "benign.teens.share=0"),
    (
        "benign.teens.share-at.snapchat",
        "benign.teens.share-at.snapchat=0",
    ),
    ("benign.teens.shift", "benign.teens.shift=0.5"),
    (
        "desks.detectives.staff",
        "desks.detectives.staff.people=600",
    ),
    (
        "desks.eu-centre.deduplicate",
        "desks.eu-centre.deduplicate.share=0",
    ),
    (
        "desks.eu-centre.forward.benign",
        "desks.eu-centre.forward.benign=1",
    ),
    (
        "desks.eu-centre.forward.teens",
        "desks.eu-centre.forward.teens=1",
    ),
    ("desks.eu-centre.staff", "desks.eu-centre.staff.people=400"),
    (
        "desks.provider.forward.benign",
        "desks.provider.forward.benign='20 %'",
    ),
    (
        "desks.provider.forward.teens",
        "desks.provider.forward.teens=1",
    ),
    (
        "desks.provider.priority",
        "desks.provider.priority=['grooming-text']",
    ),
    (
        "desks.provider.staff.people",
        "desks.provider.staff.people=4000",
    ),
    (
        "detectors.any.fixed.fpr",
        "detectors.any.fixed.fpr='0.01 %'",
    ),
    (
        "detectors.neuralhash.fixed.fpr",
        "detectors.neuralhash.fixed.fpr='1 in 100000'",
    ),
    (
        "detectors.photodna.hash.radius",
        "detectors.photodna.hash.radius=36",
    ),
    ("detectors.test.fixed.fpr", "detectors.test.fixed.fpr='1 %'"),
    (
        "detectors.thorn",
        "detectors.thorn.binormal.anchors=[{fpr='8.3 %', recall='80 %'}]",
    ),
    (
        "detectors.thorn.fixed.fpr",
        "detectors.thorn.fixed.fpr='1 %'",
    ),
    (
        "detectors.user-reports.fixed.recall",
        "detectors.user-reports.fixed.recall='20 %'",
    ),
    (
        "groups.underrepresented.share",
        "groups.underrepresented.share='60 %'",
    ),
    (
        "groups.underrepresented.shift",
        "groups.underrepresented.shift=0",
    ),
    (
        "material.abuse.prevalence",
        "material.abuse.prevalence='1 per million'",
    ),
    (
        "material.grooming.prevalence",
        "material.grooming.prevalence='10 per million'",
    ),
    (
        "material.known.lifetime",
        "material.known.lifetime='180 days'",
    ),
    ("material.known.pieces", "material.known.pieces=100000"),
    (
        "material.known.prevalence",
        "material.known.prevalence='400 per million'",
    ),
    (
        "material.known.prevalence-at.suspects",
        "material.known.prevalence-at.suspects='10 %'",
    ),
    (
        "material.known.prevalence-at.whatsapp",
        "material.known.prevalence-at.whatsapp='100 per million'",
    ),
    ("material.new.pieces", "material.new.pieces=20000"),
    (
        "material.new.prevalence",
        "material.new.prevalence='50 per million'",
    ),
    (
        "material.new.prevalence-at.suspects",
        "material.new.prevalence-at.suspects='10 %'",
    ),
    (
        "mechanisms.accounts.correlation",
        "mechanisms.accounts.correlation=0.001",
    ),
    ("mechanisms.accounts.hits", "mechanisms.accounts.hits=10"),
    (
        "mechanisms.bursts.entry.least",
        "mechanisms.bursts.entry.least=10000",
    ),
    (
        "mechanisms.bursts.entry.rate",
        "mechanisms.bursts.entry.rate='20 per year'",
    ),
    (
        "mechanisms.bursts.entry.tail-index",
        "mechanisms.bursts.entry.tail-index=0.5",
    ),
    (
        "mechanisms.clearing-house.ncmec.mix",
        "mechanisms.clearing-house.ncmec.mix.relevant='90 %'",
    ),
    (
        "mechanisms.clearing-house.ncmec.pass-through",
        "mechanisms.clearing-house.ncmec.pass-through='98 %'",
    ),
    (
        "mechanisms.encryption.messenger.ramp",
        "mechanisms.encryption.messenger.ramp='0 days'",
    ),
    (
        "mechanisms.hiring.detectives.enabled",
        "mechanisms.hiring.detectives.enabled=true",
    ),
    (
        "mechanisms.learning.enabled",
        "mechanisms.learning.enabled=false",
    ),
    (
        "mechanisms.outsourcing.team",
        "mechanisms.outsourcing.team.enabled=false",
    ),
    (
        "mechanisms.prevention.reduction",
        "mechanisms.prevention.reduction=0",
    ),
    ("mechanisms.removal.share", "mechanisms.removal.share=0"),
    (
        "mechanisms.shared-staff.police.yield",
        "mechanisms.shared-staff.police.yield='1 per 1000 h'",
    ),
    (
        "mechanisms.welfare.team.exposures",
        "mechanisms.welfare.team.exposures=500",
    ),
    (
        "policy.orders.again.from",
        "policy.orders.again.from='700 days'",
    ),
    (
        "policy.orders.known-encrypted.coverage",
        "policy.orders.known-encrypted.coverage='50 %'",
    ),
    (
        "policy.orders.known-encrypted.detector",
        "policy.orders.known-encrypted.detector='known-field'",
    ),
    (
        "policy.orders.known-encrypted.technique",
        "policy.orders.known-encrypted.technique='homomorphic'",
    ),
    (
        "policy.orders.known-later.duration",
        "policy.orders.known-later.duration='12 months'",
    ),
    (
        "policy.orders.known.coverage",
        "policy.orders.known.coverage='50 %'",
    ),
    (
        "policy.orders.known.detector",
        "policy.orders.known.detector='known-field'",
    ),
    (
        "policy.orders.known.services",
        "policy.orders.known.services='unencrypted'",
    ),
    (
        "policy.orders.new.rule",
        "policy.orders.new.rule={fpr='0.0001 %'}",
    ),
    (
        "policy.orders.tested.coverage",
        "policy.orders.tested.coverage=1",
    ),
    (
        "policy.orders.users.coverage",
        "policy.orders.users.coverage='50 %'",
    ),
    (
        "services.extra.volume.report",
        "services.extra.volume.report='10000 per year'",
    ),
    (
        "services.messages.volume.report",
        "services.messages.volume.report='100000 per year'",
    ),
    (
        "services.messenger.volume.report",
        "services.messenger.volume.report='100000 per year'",
    ),
    (
        "services.suspects.accounts",
        "services.suspects.accounts=100000",
    ),
    (
        "services.whatsapp.encrypted",
        "services.whatsapp.encrypted=false",
    ),
    (
        "services.whatsapp.significant-risk",
        "services.whatsapp.significant-risk=false",
    ),
    (
        "services.whatsapp.volume.image",
        "services.whatsapp.volume.image='10 million/day'",
    ),
    (
        "services.whatsapp.volume.message",
        "services.whatsapp.volume.message='1 billion/day'",
    ),
    (
        "techniques.client-side.devices",
        "techniques.client-side.devices='99 %'",
    ),
    (
        "techniques.enclave.devices",
        "techniques.enclave.devices='1 %'",
    ),
    (
        "techniques.homomorphic.cost",
        "techniques.homomorphic.cost='5000 EUR per million'",
    ),
    (
        "techniques.homomorphic.devices",
        "techniques.homomorphic.devices='90 %'",
    ),
];

/// What has to be switched on first, for the comparison that a scenario is about.
const COMPARED_WITH: &[(&str, &str)] = &[(
    "grooming-police-only",
    "policy.orders.grooming.enabled=true",
)];

/// Bundled scenarios by name, worlds left out.
fn names() -> impl Iterator<Item = &'static str> {
    let scenarios = FILES.iter().map(|(file, _)| file.trim_end_matches(".toml"));
    scenarios.filter(|name| !name.contains('/'))
}

/// A scenario with values laid over it, in a few replications.
fn few(name: &str, set: &[&str]) -> Result<Loaded, String> {
    let path = vessels::bundled::path(name).expect("it is bundled");
    let always = COMPARED_WITH.iter().filter(|(of, _)| *of == name);
    let mut all: Vec<String> = always.map(|(_, set)| (*set).to_owned()).collect();
    all.extend(set.iter().map(|s| (*s).to_owned()));
    all.push("run.replications=8".into());
    load(&Bundled, &path, &all).map_err(|refused| {
        let titles: Vec<&str> = refused
            .diagnostics
            .iter()
            .map(|d| d.title.as_str())
            .collect();
        format!("{name} {all:?}: {titles:?}")
    })
}

/// Words of a text, without punctuation around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
    parts.map(|word| word.trim_matches(|c| matches!(c, '.' | ':')))
}

/// The keys that a text names: words with a dot within.
fn paths(text: &str) -> Vec<&str> {
    words(text).filter(|word| word.contains('.')).collect()
}

/// The metrics that a text names, by their names or their first words.
fn looked_at(text: &str) -> BTreeSet<&'static str> {
    let named: BTreeSet<&str> = words(text).collect();
    let all = METRICS.iter().map(|metric| metric.name);
    all.filter(|name| named.contains(name)).collect()
}

/// The metrics of `looked_at` of which some mean differs by a hundredth or more.
fn moved(looked_at: &BTreeSet<&'static str>, one: &Results, other: &Results) -> Vec<String> {
    let shown = |r: &Results| -> Vec<(String, f64)> {
        let estimates = r.estimates.iter();
        estimates
            .filter(|e| looked_at.contains(e.key.metric.name))
            .map(|e| {
                let key = &e.key;
                let place = [key.metric.name, &key.service, &key.desk, &key.class].join(" ");
                (place, e.summary.map_or(f64::NAN, |s| s.mean))
            })
            .collect()
    };
    let others = shown(other);
    let differs = |place: &str, x: f64| {
        let y = others.iter().find(|(name, _)| name == place);
        y.is_some_and(|(_, y)| (x - y).abs() > 0.01 * x.abs().max(y.abs()))
    };
    let all = shown(one).into_iter();
    all.filter(|(place, x)| differs(place, *x))
        .map(|(place, _)| place)
        .collect()
}

/// A scenario of a position says what both sides expect and what decides; one of a published count says none of it.
#[test]
fn positions_have_two_sides_and_what_decides() {
    for name in names() {
        let model = few(name, &[]).expect("it loads").model;
        let sides = [&model.proponents, &model.critics, &model.decided_by];
        let count = sides.iter().filter(|side| side.is_some()).count();
        let wanted = if COUNTS.contains(&name) { 0 } else { 3 };
        assert_eq!(count, wanted, "{name}");
        let paths = model
            .decided_by
            .as_deref()
            .map_or(0, |text| paths(text).len());
        assert_eq!(paths > 0, wanted > 0 && !TOURS.contains(&name), "{name}");
    }
}

/// What a text names as deciding can be set as it is written, and moves what the scenario says to look at.
#[test]
fn what_decides_exists_and_moves_what_is_looked_at() {
    let mut wrong = Vec::new();
    let mut unused: BTreeSet<&str> = OTHERWISE.iter().map(|(path, _)| *path).collect();
    for name in names() {
        let base = few(name, &[]).expect("it loads");
        let Some(text) = base.model.decided_by.as_deref() else {
            continue;
        };
        let look_at = looked_at(base.model.look_at.as_deref().unwrap_or_default());
        let before = run(&base);
        for path in paths(text) {
            unused.remove(path);
            let Some((_, set)) = OTHERWISE.iter().find(|(p, _)| *p == path) else {
                wrong.push(format!("{name}: `{path}` has no other value in the test"));
                continue;
            };
            match few(name, &[set]) {
                Err(refused) => wrong.push(refused),
                Ok(after) => {
                    let moved = moved(&look_at, &before, &run(&after));
                    if moved.is_empty() {
                        wrong.push(format!("{name}: `{set}` moves none of {look_at:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unused.is_empty(), "no scenario names {unused:?}");
}

/// Scenarios of one world are beside one another in `run A B`, `findings` and the texts: they meet the same draws.
#[test]
fn scenarios_of_the_european_world_share_their_draws() {
    let world = "world = \"worlds/eu-2024.toml\"";
    let of_world = FILES.iter().filter(|(_, text)| text.contains(world));
    let names: Vec<&str> = of_world.map(|(f, _)| f.trim_end_matches(".toml")).collect();
    assert!(names.len() > 15);
    for name in names {
        let seed = few(name, &[]).expect("it loads").model.run.seed;
        assert_eq!(seed, 2022, "{name}");
    }
}

/// Keys that are no numbers, and on which the debate turns, have a source or a reason as numbers do.
#[test]
fn encryption_and_risk_of_services_have_a_status() {
    let mut count = 0;
    for (file, text) in FILES {
        let table: toml::Table = toml::from_str(text).expect("valid TOML");
        let services = table.get("services").and_then(|s| s.as_table());
        for (service, keys) in services.into_iter().flatten() {
            for key in ["encrypted", "significant-risk"] {
                let Some(value) = keys.get(key) else { continue };
                count += 1;
                let said = |what: &str| value.get(what).and_then(|v| v.as_str());
                let reason = match said("status") {
                    Some("assumption") => said("note"),
                    Some(_) => said("source"),
                    None => None,
                };
                assert!(reason.is_some(), "{file}: services.{service}.{key}");
            }
        }
    }
    assert!(count >= 16, "{count}");
}

/// Which services keep a significant risk is said of every service that an order on such services can read.
#[test]
fn significant_risk_is_written_where_orders_rest_on_it() {
    for loaded in bundled() {
        let written = |path: &str| loaded.written.iter().any(|w| w.path.starts_with(path));
        let restricted = |order: &str| {
            let path = format!("policy.orders.{order}.services");
            let mut all = loaded.written.iter();
            all.any(|w| w.path == path && w.text.contains("significant-risk"))
        };
        if !loaded
            .model
            .policy
            .orders
            .iter()
            .any(|o| restricted(&o.name))
        {
            continue;
        }
        for service in &loaded.model.world.services {
            let path = format!("services.{}.significant-risk", service.name);
            assert!(written(&path), "{}: {path}", loaded.model.title);
        }
    }
}
