//! Every command speaks Dutch: no common English word stands in what it prints with `--lang nl`.

use crate::small::{Folder, Ran};

/// English words that are no Dutch words, and would stand in nearly every English sentence.
const ENGLISH: &str = "the and are which what with where when from than that this these there they each every not by \
    below above between while its has have been does would could there's some other than most least share shares \
    flagged flags reports found missed years days day year replications replication points point rows seconds left \
    written uncertain mean spread cases desk desks order orders right wrong false true one two";

/// One service, one class, one desk, in words that are the same in both languages or are translated.
const SCENARIO: &str = r#"title = "proef"
population = 100000

[services.chat]
accounts = { lognormal = { median = 100000, sigma = 0.2 } }
items = { image = "10/day" }

[material.bekend]
modality = "image"
prevalence = "1 in 20 000 to 1 in 5000"

[detectors.model]
detects = ["bekend"]
binormal = { anchors = [{ fpr = "1 %", recall = "80 %" }] }

[desks.loket]
reads = "flags"
staff = { people = 10, speed = "20/hour", hours = "6 h" }
forward = { abusive = "90 %", benign = "1 %" }

[policy]
desks = ["loket"]

[policy.orders.bevel]
detector = "model"
rule = { fpr = "0.1 %" }

[run]
days = 20
replications = 8
"#;

/// Every command that prints sentences or tables, with a small input (`~` is a space); each may use what those before it have written.
const COMMANDS: &[&str] = &[
    "check proef.toml",
    "list",
    "new nieuw",
    "run proef.toml --no-charts --out run",
    "run proef.toml strenger.toml --no-charts --out beide",
    "run proef.toml --no-charts -v --out run-v",
    "compare proef.toml strenger.toml --no-charts --out compare",
    "compare proef.toml strenger.toml --no-charts -v --out compare-v",
    "theory proef.toml",
    "tradeoff proef.toml",
    "findings proef.toml --replications 2",
    "report proef.toml --format md --out report",
    "sweep proef.toml --lever desks.loket.staff.people=1~..~20 --design random --points 60 --set run.days=10 --out sweep",
    "sweep proef.toml --lever desks.loket.staff.people=1;~5 --design full --set run.days=10 --out full",
    "sweep proef.toml --lever desks.loket.staff.people=1~..~20 --lever policy.orders.bevel.rule.fpr=0.0001~..~0.002 --design sobol --points 256 --set run.days=10 --metric utilisation@loket --out sobol",
    "discover sobol/proef.sobol.256x1.csv --when utilisation@loket~>~1 --no-charts --out discover",
    "discover sobol/proef.sobol.256x1.csv --when utilisation@loket~>~1 --choose density --at-least 0.9999999 --no-charts --out discover-none",
    "discover proef.toml --when utilisation@loket~>~1 --lever desks.loket.staff.people=1~..~20 --points 60 --set run.days=10 --no-charts --out direct",
    "robust proef.toml --lever desks.loket.staff.people=5;~10 --uncertainty material.bekend.prevalence=1e-5~..~1e-3 --points 8 --set run.days=10 --goal backlog@loket~<~100 --goal found-share:bekend~>~0.4 --no-charts --out robust",
    "solve proef.toml --lever desks.loket.staff.people=1~..~50 --metric utilisation@loket --target 1 --replications 8 --no-charts --out solve",
    "solve proef.toml --lever desks.loket.staff.people=1~..~50 --metric utilisation@loket --target 1e9 --replications 4 --no-charts --out solve-none",
    "solve proef.toml --lever policy.orders.bevel.rule.fpr=0.00001~..~0.01 --of p95 --metric false-flags --target 500 --replications 8 --no-charts --out solve-fpr",
    "sensitivity proef.toml --metric flags --points 32 -v --no-charts --out sobol-indices",
    "sensitivity proef.toml --metric flags --method morris --points 8 --no-charts --out morris",
    "sensitivity proef.toml --metric flags --method shapley --points 100 --no-charts --out shapley",
    "sensitivity proef.toml --metric flags --method pawn --points 200 --no-charts --out pawn",
    "sensitivity proef.toml --metric flags --method given-data --points 100 --no-charts --out given",
    "sensitivity proef.toml --metric flags --method tornado --points 2 --no-charts --out tornado",
    "sensitivity proef.toml --metric innocent-accounts-flagged-per-year --metric displaced-share --method tornado --points 2 --no-charts --out constant",
    "sensitivity proef.toml strenger.toml --worth --better lower --metric false-flags --points 200 --no-charts --out worth",
    "sensitivity --from sweep/proef.random.60x1.csv --metric flags --no-charts --out van",
];

/// What is named as it is written in files, whatever the language: between backquotes, with a dash, dot, colon, slash, `@` or
/// `_` in it, an option, or a name of a metric.
fn is_name(word: &str) -> bool {
    word.contains(['-', '.', ':', '/', '@', '_', '`', '=', '<', '>'])
        || vessels::results::metric::METRICS
            .iter()
            .any(|metric| metric.name == word)
}

/// English words of a text, each with its line.
fn english(text: &str) -> Vec<String> {
    let listed: Vec<&str> = ENGLISH.split_whitespace().collect();
    let mut found = Vec::new();
    // Comments of a page in Markdown are for its tests.
    for line in text.lines().filter(|line| !line.starts_with("<!--")) {
        // What stands between backquotes is every second part.
        let prose: Vec<&str> = line.split('`').step_by(2).collect();
        for word in prose.join(" ` ").split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if is_name(bare) {
                continue;
            }
            if listed.contains(&bare.to_lowercase().as_str()) {
                found.push(format!("`{bare}` in: {line}"));
            }
        }
    }
    found
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("proef.toml", SCENARIO);
    let stricter = SCENARIO.replace("0.1 %", "0.01 %");
    folder.write("strenger.toml", &stricter.replace("proef", "strenger"));
    folder
}

/// Runs a command in a language.
fn said(folder: &Folder, language: &str, command: &str) -> Ran {
    let words: Vec<String> = command.split(' ').map(|w| w.replace('~', " ")).collect();
    let mut arguments = vec!["--lang", language];
    arguments.extend(words.iter().map(String::as_str));
    folder.run(&arguments).exits(0)
}

#[test]
fn no_command_speaks_english_when_dutch_is_asked_for() {
    let folder = folder();
    let mut wrong = Vec::new();
    for command in COMMANDS {
        let ran = said(&folder, "nl", command);
        assert!(!ran.stdout.is_empty() || ran.stderr.is_empty(), "{command}");
        wrong.extend(
            english(&ran.stdout)
                .into_iter()
                .map(|word| format!("{command}\n    {word}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nor_does_the_report() {
    let folder = folder();
    said(&folder, "nl", "report proef.toml --format md --out report");
    let wrong = english(&folder.read("report.md"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The search has power: it finds English in what the same commands say without `--lang`.
#[test]
fn english_is_found_where_it_is() {
    let folder = folder();
    for command in [
        "theory proef.toml",
        "tradeoff proef.toml",
        "run proef.toml --no-charts",
    ] {
        let ran = said(&folder, "en", command);
        assert!(!english(&ran.stdout).is_empty(), "{command}");
    }
    assert_eq!(
        english("van `the margin` en flags-a-day, known-only.toml"),
        [""; 0]
    );
    assert_eq!(english("Of 100 flags, 3 are right.").len(), 2);
}
