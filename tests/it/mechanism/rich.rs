//! A small world in which every mechanism can be switched on by itself.

/// One mechanism: the header of its table, and its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mechanism {
    pub(super) header: &'static str,
    pub(super) lines: &'static str,
}

const WORLD: &str = r#"
title = "rich"
population = 1000000
[services.chat]
accounts = 20000
volume = { image = "40000/day", text = "30000/day" }
overdispersion = 0.1
[services.mail]
accounts = 5000
volume.image = "9000/day"
encrypted = true
[material.known]
modality = "image"
prevalence = "0.5 %"
copies-per-piece = 4
carriers = "2 %"
pieces = 30000
lifetime = "1 year"
[material.new]
modality = "image"
prevalence = "0.2 %"
carriers = "1 %"
pieces = 4000
lifetime = "100 days"
[material.grooming]
modality = "text"
prevalence = "0.1 %"
carriers = "1 %"
[benign.family]
modality = "image"
share = "3 %"
shift = 1.0
minors = true
[groups.dialect]
share = "10 %"
shift = 0.4
[detectors.hash]
detects = ["known"]
hash = { bits = 96, list-size = 30000, radius = 20, transformations = [{ share = "90 %", flip = "4 %" }] }
[detectors.classifier]
detects = ["new"]
binormal = { separation = 3 }
[detectors.words]
detects = ["grooming"]
binormal = { separation = 2.5 }
[desks.first]
reads = "flags"
staff = { people = 3, speed = "10/hour", hours = "6 h" }
cost = "20 EUR/hour"
forward = { abusive = "95 %", benign = "5 %" }
deduplicate = { by-virality = true }
[desks.second]
staff = { people = 2, speed = "5/hour", hours = "6 h" }
cost = "30 EUR/hour"
forward = { abusive = "80 %", benign = "2 %" }
items-per-arrival = 1.5
expires-after = "20 days"
[desks.third]
capacity = "20/day"
forward = { abusive = "60 %", benign = "1 %" }
"#;

const POLICY: &str = r#"
[policy]
desks = ["first", "second", "third"]
[policy.orders.a]
detector = "hash"
technique = "client-side"
[policy.orders.b]
detector = "classifier"
technique = "server-side"
rule = { fpr = "0.1 %" }
from = "3 days"
[policy.orders.c]
detector = "words"
technique = "client-side"
rule = { fpr = "0.2 %" }
"#;

/// Every mechanism that has an `enabled`.
pub(super) const ALL: &[Mechanism] = &[
    Mechanism {
        header: "mechanisms.accounts",
        lines: "hits = 2\nhits-of = { words = 1 }\nwindow = \"10 days\"\ncorrelation = 0.01\n",
    },
    Mechanism {
        header: "mechanisms.bursts.meme",
        lines: "detector = \"hash\"\nclass = \"family\"\nrate = \"0.3 per day\"\nleast = 10\ngreatest = 1000\nhalf-life = \"1 day\"\n",
    },
    Mechanism {
        header: "mechanisms.learning",
        lines: "detector = \"hash\"\nfrom = \"new\"\nto = \"known\"\ndesk = \"second\"\nlag = \"2 days\"\nshare = \"70 %\"\n",
    },
    Mechanism {
        header: "mechanisms.removal",
        lines: "share = \"50 %\"\nlag = \"3 days\"\ndesk = \"first\"\n",
    },
    Mechanism {
        header: "mechanisms.prevention",
        lines: "reduction = \"30 %\"\nfrom = \"2 days\"\nramp = \"10 days\"\n",
    },
    Mechanism {
        header: "mechanisms.deterrence",
        lines: "elasticity = 0.8\nmemory = \"10 days\"\n",
    },
    Mechanism {
        header: "mechanisms.displacement.casual",
        lines: "share = \"60 %\"\nleaves = \"30 %\"\ntime = \"10 days\"\n",
    },
    Mechanism {
        header: "mechanisms.displacement.determined",
        lines: "share = \"30 %\"\nleaves = \"50 %\"\nencrypts = \"50 %\"\ntime = \"4 days\"\n",
    },
    Mechanism {
        header: "mechanisms.encryption.chat",
        lines: "service = \"chat\"\nfrom = \"5 days\"\nramp = \"10 days\"\n",
    },
    Mechanism {
        header: "mechanisms.shared-staff.s",
        lines: "desk = \"second\"\nhours = \"8 h\"\nyield = \"0.1/hour\"\n",
    },
    Mechanism {
        header: "mechanisms.hiring.s",
        lines: "desk = \"first\"\nreview = \"4 days\"\nbacklog = \"0.2 days\"\nstep = 0.2\ntraining = \"3 days\"\n",
    },
    Mechanism {
        header: "mechanisms.fatigue.s",
        lines: "desk = \"first\"\nper-backlog-day = 0.2\n",
    },
    Mechanism {
        header: "mechanisms.welfare.s",
        lines: "desk = \"first\"\nexposures = 3\n",
    },
    Mechanism {
        header: "mechanisms.outsourcing.s",
        lines: "desk = \"second\"\nshare = \"40 %\"\nspeed = 1.5\nhours = \"8 h\"\nerrors = 2\ncost = \"5 EUR/hour\"\nexposures = 4\nleaving = \"10 %/year\"\n",
    },
    Mechanism {
        header: "mechanisms.clearing-house.abroad",
        lines: "desk = \"second\"\nreports = \"30/day\"\nmix = { known = \"60 %\", family = \"10 %\" }\noverdispersion = 0.2\nreports-per-incident = 2\npass-through = \"90 %\"\n",
    },
    Mechanism {
        header: "policy.orders.told",
        lines: "detector = \"classifier\"\ntechnique = \"user-report\"\ncoverage = \"5 %\"\nrule = { threshold = 1 }\n",
    },
    Mechanism {
        header: "policy.orders.waits",
        lines: "detector = \"words\"\nservices = [\"chat\"]\nstarts = \"trigger\"\nduration = \"4 days\"\nrenewals = 1\nrenew-if = { metric = \"precision\", desk = \"first\", above = 0.05, for = \"2 days\" }\nrule = { fpr = \"1 %\" }\n",
    },
];

/// Triggers, which have no `enabled` of their own.
pub(super) const TRIGGERS: &str = r#"
[policy.triggers.start]
when = { metric = "arrivals", desk = "first", above = 1, for = "3 days" }
order = "waits"
start = true
[policy.triggers.stricter]
when = { metric = "backlog-days", desk = "second", above = 1, for = "2 days" }
order = "b"
rule = { fpr = "0.01 %" }
"#;

/// The world, these mechanisms, the triggers where there is an order that waits, and a run.
pub(super) fn text(mechanisms: &[Mechanism], run: &str) -> String {
    let mut text = format!("{WORLD}{POLICY}");
    for m in mechanisms {
        text += &format!("[{}]\n{}", m.header, m.lines);
    }
    if mechanisms
        .iter()
        .any(|m| m.header == "policy.orders.waits" && !m.lines.contains("enabled"))
    {
        text += TRIGGERS;
    }
    format!("{text}[run]\n{run}charts = false\n")
}

/// The mechanism of this header.
pub(super) fn named(header: &str) -> Mechanism {
    let found = ALL.iter().find(|m| m.header == header);
    *found.unwrap_or_else(|| panic!("no {header}"))
}
