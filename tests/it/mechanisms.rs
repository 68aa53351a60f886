//! Every key of mechanisms, techniques, conditions and triggers: read, lowered to the right values, printed and read again.

use crate::small::{WORLD, valid};
use vessels::model::Model;
use vessels::model::policy::{Action, Condition, Rule, Technique, Watched};

/// One text that has everything.
pub(crate) fn everything() -> String {
    let world = WORLD
        .replace(
            "copies-per-piece = 4",
            "copies-per-piece = 4\ncarriers = \"1 in 1000\"\npieces = \"2 million\"\nlifetime = \"5 years\"",
        )
        .replace(
            "prevalence = \"5 per million\"",
            "prevalence = \"5 per million\"\ncarriers = \"1 in 2000\"\npieces = \"200 000\"\nproduction = \"100/day\"",
        )
        .replace(
            "prevalence = \"1 per million\"",
            "prevalence = \"1 per million\"\ncarriers = \"1 in 3000\"",
        )
        .replace("shift = 1.0", "shift = 1.0\nminors = true");
    format!("{world}{EVERYTHING}")
}

const EVERYTHING: &str = r#"
[techniques.server-side]
cost = "1 EUR per million"

[techniques.client-side]
devices = "90 %"
list-on-device = false

[techniques.homomorphic]
reads-encrypted = false

[techniques.user-report]
list-on-device = true

[mechanisms.accounts]
hits = 2
hits-of = { hash = 1 }
window = "30 days"
correlation = 0.01

[mechanisms.bursts.beach]
detector = "classifier"
class = "family"
rate = "0.1 per day"
least = 10
greatest = 100
tail-index = 2
half-life = "1 day"

[mechanisms.bursts.meme]
title = "a meme"
detector = "hash"
rate = "2 per year"
least = 1000
greatest = "1 million"

[mechanisms.bursts.none]
enabled = false
detector = "hash"
rate = "2 per year"
least = 1
greatest = 1

[mechanisms.learning]
detector = "hash"
from = "new"
to = "known"
desk = "provider"
lag = "90 days"
share = "80 %"

[mechanisms.removal]
share = "50 %"
share-of = { new = "20 %" }
lag = "7 days"

[mechanisms.prevention]
reduction = "30 %"
from = "3 days"
ramp = "10 days"

[mechanisms.deterrence]
elasticity = 0.5

[mechanisms.displacement.casual]
share = "80 %"
leaves = "5 %"
time = "180 days"

[mechanisms.displacement.determined]
share = "20 %"
leaves = "70 %"
encrypts = "50 %"
time = "90 days"

[mechanisms.encryption.mail]
service = "mail"
from = "14 days"
ramp = "7 days"

[mechanisms.shared-staff.a]
desk = "provider"
hours = "7 h"
yield = "0.02/hour"

[mechanisms.hiring.a]
desk = "provider"
review = "7 days"
backlog = "3 days"
step = "10 %"
training = "5 days"

[mechanisms.fatigue.a]
desk = "police"
per-backlog-day = 0.01

[mechanisms.welfare.a]
desk = "provider"
exposures = 50

[mechanisms.outsourcing.a]
desk = "provider"
share = "25 %"
hours = "8 h"
errors = 1.5
cost = "9 EUR/hour"

[mechanisms.clearing-house.ncmec]
desk = "police"
reports = "560 per day"
mix = { known = "40 %", family = "10 %" }
overdispersion = "30 %"
reports-per-incident = 3
pass-through = "50 %"

[policy]
desks = ["provider", "police"]

[policy.orders.a]
detector = "classifier"
technique = "client-side"
duration = "7 days"
renewals = 2
renew-if = { metric = "precision", desk = "police", above = 0.2, for = "3 days" }
rule = { fpr = "0.01 %" }

[policy.orders.b]
detector = "hash"
technique = "user-report"
starts = "trigger"

[policy.orders.c]
detector = "hash"
technique = "homomorphic"
enabled = false

[policy.triggers.begin]
when = { metric = "arrivals", desk = "provider", below = 100000 }
order = "b"
start = true

[policy.triggers.brake]
title = "emergency brake"
when = { metric = "backlog-days", desk = "police", above = 60, for = "14 days" }
order = "a"
rule = { fpr = "0.001 %" }

[policy.triggers.disabled]
when = { metric = "backlog", desk = "police", above = 60 }
order = "c"
stop = true

[policy.triggers.end]
when = { metric = "backlog", desk = "police", above = 5000 }
order = "a"
stop = true

[run]
days = 28
replications = 2
"#;

fn model() -> Model {
    let text = everything().replace(
        "title = \"small world\"",
        "title = \"everything\"\nproponents = \"p\"\ncritics = \"c\"\ndecided-by = \"d\"",
    );
    let loaded = valid(&text);
    assert!(loaded.warnings.is_empty(), "{:#?}", loaded.warnings);
    let again = valid(&loaded.resolved);
    assert_eq!(loaded.resolved, again.resolved);
    loaded.model
}

#[test]
fn everything_of_the_world_is_read() {
    let model = model();
    let (world, draw) = (&model.world, model.parameters.central());
    let [grooming, known, new] = world.material.as_slice() else {
        panic!("three classes")
    };
    assert_eq!(known.pieces.map(|p| draw.of(p)), Some(2e6));
    assert_eq!(known.lifetime.map(|p| draw.of(p)), Some(1825.0));
    assert!(known.production.is_none());
    assert_eq!(new.production.map(|p| draw.of(p)), Some(100.0));
    assert!(new.lifetime.is_none() && grooming.pieces.is_none());
    assert!(world.benign[0].minors);
    assert_eq!(model.proponents.as_deref(), Some("p"));
    assert_eq!(model.critics.as_deref(), Some("c"));
    assert_eq!(model.decided_by.as_deref(), Some("d"));
    let terms: Vec<_> = world
        .techniques
        .iter()
        .map(|t| {
            let numbers = (draw.of(t.devices), draw.of(t.cost));
            (numbers, t.list_on_device, t.reads_encrypted)
        })
        .collect();
    let wanted = [
        ((1.0, 1e-6), false, false),
        ((0.9, 0.0), false, true),
        ((1.0, 0.0), false, false),
        ((1.0, 0.0), false, true),
        ((1.0, 0.0), true, true),
    ];
    assert_eq!(terms, wanted);
}

#[test]
fn mechanisms_of_traffic_are_read() {
    let model = model();
    let (mechanisms, draw) = (&model.mechanisms, model.parameters.central());
    let accounts = mechanisms.accounts.as_ref().unwrap();
    // Detectors: classifier, hash, measured, vendor.
    let hits: Vec<f64> = accounts.hits.iter().map(|h| draw.of(*h)).collect();
    assert_eq!(hits, [2.0, 1.0, 2.0, 2.0]);
    assert_eq!(
        (draw.of(accounts.window), draw.of(accounts.correlation)),
        (30.0, 0.01)
    );
    let [beach, meme] = mechanisms.bursts.as_slice() else {
        panic!("two bursts")
    };
    assert_eq!((beach.detector, beach.class), (0, 3));
    assert_eq!((meme.detector, meme.class), (1, model.world.ordinary()));
    assert_eq!(
        (beach.title.as_str(), meme.title.as_str()),
        ("beach", "a meme")
    );
    assert_eq!(draw.of(meme.rate), 2.0 / 365.0);
    assert_eq!((draw.of(meme.least), draw.of(meme.greatest)), (1000.0, 1e6));
    assert_eq!(
        (draw.of(meme.tail_index), draw.of(meme.half_life)),
        (1.2, 0.0)
    );
    let learning = mechanisms.learning.as_ref().unwrap();
    assert_eq!((learning.detector, learning.from, learning.to), (1, 2, 1));
    assert_eq!(model.world.desks[learning.desk.unwrap()].name, "provider");
    assert_eq!(
        (draw.of(learning.lag), draw.of(learning.share)),
        (90.0, 0.8)
    );
    let removal = mechanisms.removal.as_ref().unwrap();
    let shares: Vec<f64> = removal.share.iter().map(|s| draw.of(*s)).collect();
    assert_eq!(shares, [0.5, 0.5, 0.2]);
    assert!(removal.desk.is_none());
    let prevention = mechanisms.prevention.as_ref().unwrap();
    assert_eq!(draw.of(prevention.reduction), 0.3);
    assert_eq!(
        (draw.of(prevention.from), draw.of(prevention.ramp)),
        (3.0, 10.0)
    );
    let deterrence = mechanisms.deterrence.as_ref().unwrap();
    assert_eq!(
        (draw.of(deterrence.elasticity), draw.of(deterrence.memory)),
        (0.5, 90.0)
    );
    let types: Vec<_> = mechanisms
        .displacement
        .iter()
        .map(|t| (t.name.as_str(), draw.of(t.leaves), draw.of(t.encrypts)))
        .collect();
    assert_eq!(types, [("casual", 0.05, 0.0), ("determined", 0.7, 0.5)]);
    let [encryption] = mechanisms.encryption.as_slice() else {
        panic!("one service")
    };
    assert_eq!(model.world.services[encryption.service].name, "mail");
    assert_eq!(
        (draw.of(encryption.from), draw.of(encryption.ramp)),
        (14.0, 7.0)
    );
}

#[test]
fn mechanisms_of_desks_are_read() {
    let model = model();
    let (mechanisms, draw) = (&model.mechanisms, model.parameters.central());
    let (police, provider) = (0, 1);
    let shared = &mechanisms.shared_staff[0];
    assert_eq!((shared.desk, draw.of(shared.hours)), (provider, 7.0));
    assert_eq!(draw.of(shared.yield_per_hour), 0.02);
    let hiring = &mechanisms.hiring[0];
    assert_eq!((hiring.desk, draw.of(hiring.review)), (provider, 7.0));
    assert_eq!((draw.of(hiring.backlog), draw.of(hiring.step)), (3.0, 0.1));
    assert_eq!(
        (draw.of(hiring.training), draw.of(hiring.limit)),
        (5.0, 10.0)
    );
    let fatigue = &mechanisms.fatigue[0];
    assert_eq!(
        (fatigue.desk, draw.of(fatigue.per_backlog_day)),
        (police, 0.01)
    );
    assert_eq!(draw.of(fatigue.limit), 5.0);
    let welfare = &mechanisms.welfare[0];
    assert_eq!((welfare.desk, draw.of(welfare.exposures)), (provider, 50.0));
    let outsourcing = &mechanisms.outsourcing[0];
    assert_eq!(
        (draw.of(outsourcing.share), draw.of(outsourcing.speed)),
        (0.25, 1.0)
    );
    assert_eq!(
        (draw.of(outsourcing.hours), draw.of(outsourcing.errors)),
        (8.0, 1.5)
    );
    assert_eq!(
        (outsourcing.desk, draw.of(outsourcing.cost)),
        (provider, 9.0)
    );
    let house = &mechanisms.clearing_houses[0];
    assert_eq!((house.desk, house.name.as_str()), (police, "ncmec"));
    let mix: Vec<f64> = house.mix.iter().map(|s| draw.of(*s)).collect();
    assert_eq!(mix, [0.0, 0.4, 0.0, 0.1, 0.0]);
    assert_eq!(
        (draw.of(house.reports), draw.of(house.overdispersion)),
        (560.0, 0.3)
    );
    assert_eq!(
        (
            draw.of(house.reports_per_incident),
            draw.of(house.pass_through)
        ),
        (3.0, 0.5)
    );
}

#[test]
fn conditions_and_triggers_are_read() {
    let model = model();
    let (policy, draw) = (&model.policy, model.parameters.central());
    // The hash detector comes first; the order `c` is off.
    let [hash, classifier] = policy.orders.as_slice() else {
        panic!("two orders")
    };
    assert_eq!((hash.name.as_str(), hash.stands_by), ("b", true));
    assert_eq!(hash.technique, Technique::UserReport);
    assert_eq!(hash.services.len(), 2);
    assert_eq!((hash.renewals, hash.renew_if.is_none()), (0, true));
    assert_eq!((classifier.renewals, classifier.stands_by), (2, false));
    let read = |c: &Condition| {
        let numbers = (draw.of(c.bound), draw.of(c.days));
        (c.watched, c.desk, c.above, numbers)
    };
    assert_eq!(
        read(&classifier.renew_if.unwrap()),
        (Watched::Precision, 0, true, (0.2, 3.0))
    );
    let [begin, brake, end] = policy.triggers.as_slice() else {
        panic!("three triggers")
    };
    assert_eq!(read(&begin.when), (Watched::Arrivals, 1, false, (1e5, 1.0)));
    assert_eq!(
        read(&brake.when),
        (Watched::BacklogDays, 0, true, (60.0, 14.0))
    );
    assert_eq!(read(&end.when), (Watched::Backlog, 0, true, (5000.0, 1.0)));
    assert_eq!((begin.order, brake.order, end.order), (0, 1, 1));
    assert_eq!(
        (brake.title.as_str(), end.title.as_str()),
        ("emergency brake", "end")
    );
    assert!(matches!(begin.action, Action::Start));
    assert!(matches!(end.action, Action::Stop));
    let Action::Rule(Rule::FalsePositiveRate(margin)) = brake.action else {
        panic!("{:?}", brake.action)
    };
    assert_eq!(draw.of(margin), 1e-5);
}

/// A technique that is said to read nothing encrypted loses the encrypted services.
#[test]
fn techniques_decide_what_is_read() {
    let text = everything().replace(
        "enabled = false\n\n[policy.triggers.begin]",
        "\n[policy.triggers.begin]",
    );
    let model = valid(&text).model;
    let c = model.policy.orders.iter().find(|o| o.name == "c").unwrap();
    let names: Vec<&str> = c
        .services
        .iter()
        .map(|s| model.world.services[*s].name.as_str())
        .collect();
    assert_eq!(names, ["mail"]);
}

/// One threshold for each trigger with a rule, solved on the curve of its order.
#[test]
fn triggers_have_their_own_thresholds() {
    let model = model();
    let central = model.parameters.central();
    let presets = model.trigger_presets(&central).unwrap();
    assert_eq!(presets.len(), 3);
    assert!(presets[0].is_none() && presets[2].is_none());
    let order = &model.policy.orders[1];
    let point = |setting| model.operating_point(&central, order, setting).unwrap();
    let strict = point(presets[1].unwrap());
    let usual = point(model.setting(&central, order).unwrap());
    assert!((strict.fpr_field / 1e-5 - 1.0).abs() < 1e-9);
    assert!((usual.fpr_field / 1e-4 - 1.0).abs() < 1e-9);
    assert!(strict.recall < usual.recall);
}
