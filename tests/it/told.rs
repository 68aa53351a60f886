//! What the sentences of a report say, and what they do not say, in scenarios of every kind.

use crate::small::Folder;
use crate::support::{bundled, run};
use vessels::language::Language;
use vessels::report::{Report, Run, html, markdown, report};

fn dutch() -> Language {
    Language::find("nl").expect("Dutch is there")
}

/// The report on a bundled scenario.
fn told(name: &str, set: &[&str], language: Language) -> Report {
    let loaded = bundled(name, set);
    let results = run(&loaded);
    let run = Run {
        name,
        loaded: &loaded,
        results: &results,
    };
    report(&[run], None, &[], String::new(), language).expect("it is drawn")
}

fn english(name: &str, set: &[&str]) -> Report {
    told(name, set, Language::default())
}

/// All sentences of the headlines.
fn sentences(report: &Report) -> String {
    let headlines = report.sections[0].headlines.iter();
    let texts: Vec<&str> = headlines.map(|h| h.text.as_str()).collect();
    texts.join("\n")
}

const FEW: &[&str] = &["run.replications=4"];

/// The charts over time are in the page, as the run draws them.
#[test]
fn a_report_has_the_charts_of_the_run() {
    let folder = Folder::new();
    let few = ["everything", "--replications", "2", "--set", "run.days=14"];
    let run = [&["run"], &few[..], &["--out", "run"]].concat();
    folder.run(&run).exits(0);
    let report = [&["report"], &few[..], &["--out", "page.json"]].concat();
    folder.run(&report).exits(0);
    let page: serde_json::Value = serde_json::from_str(&folder.read("page.json")).expect("JSON");
    let figures = page["sections"][0]["figures"].as_array().expect("figures");
    let names: Vec<&str> = figures
        .iter()
        .filter_map(|f| f["name"].as_str()?.strip_prefix("everything-"))
        .collect();
    for name in &names {
        let picture = folder.path().join(format!("run/charts/{name}.png"));
        assert!(picture.is_file(), "{name}");
    }
    for over_time in ["report-load", "backlog-delay", "stocks", "hours"] {
        assert!(names.contains(&over_time), "{names:?}");
    }
}

#[test]
fn a_report_says_whether_values_were_drawn() {
    let method = |set: &[&str]| english("known-only", set).sections[0].method.join("\n");
    let drawn = method(FEW);
    assert!(drawn.contains("are drawn anew") && drawn.contains("uncertain about the assumptions"));
    let central = english(
        "known-only",
        &["run.replications=4", "run.uncertainty=central"],
    );
    let said = markdown::page(&central);
    assert!(!central.sections[0].draws && said.contains("stand at their middle"));
    for of_draws in ["drawn anew", "First-order", "told from chance"] {
        assert!(!said.contains(of_draws), "{of_draws}: {said}");
    }
    let repeated = method(&["run.replications=8", "run.repeats=4"]);
    assert!(repeated.contains("For every 4 replications"), "{repeated}");
    let certain = english("encryption-2023", FEW).sections[0]
        .method
        .join("\n");
    assert!(
        certain.contains("None of the 54 values is uncertain"),
        "{certain}"
    );
}

#[test]
fn one_replication_has_no_interval_and_no_error() {
    let once = english("known-only", &["run.replications=1"]);
    let said = sentences(&once);
    assert!(
        !said.contains("90 %:") && !said.contains("middle case"),
        "{said}"
    );
    let method = once.sections[0].method.join("\n");
    assert!(method.contains("One replication has no interval"));
    assert!(!method.contains("medians have an error"), "{method}");
}

#[test]
fn nothing_is_found_actionable_where_nobody_reads() {
    let said = sentences(&english("thorn-whatsapp", FEW));
    assert!(!said.contains("actionable"), "{said}");
}

#[test]
fn reports_that_are_only_counted_are_no_cases_of_abuse() {
    let report = english("encryption-2023", FEW);
    let said = sentences(&report);
    assert!(said.contains("Innocent items are not part of this scenario"));
    assert!(!said.contains("actionable"), "{said}");
    assert!(
        said.contains("What arrives in the last quarter of the run is 38."),
        "{said}"
    );
    let lapse = sentences(&english("switch-off-2020", FEW));
    assert!(
        lapse.contains("arrive a day; in the quietest, from day "),
        "{lapse}"
    );
    let notes = report.sections[0].notes.join("\n");
    let named = |path: &str| notes.matches(&format!("`{path}`")).count();
    assert_eq!(named("detectors.scanning.fixed.fpr"), 1, "{notes}");
}

#[test]
fn a_cost_says_what_it_is_of() {
    let said = |name| sentences(&english(name, FEW));
    let desks = said("commission-2022");
    assert!(desks.contains("at the desks alone; what scanning costs is not known"));
    let abroad = said("everything");
    assert!(
        abroad.contains("were reported from abroad, and"),
        "{abroad}"
    );
    assert!(abroad.contains("Cases that were reported from abroad count"));
}

#[test]
fn a_load_is_of_what_is_left_after_copies() {
    let said = sentences(&english("known-only", FEW));
    let centre = said.lines().find(|line| line.starts_with("EU Centre:"));
    let centre = centre.expect("a desk");
    assert!(centre.contains("dismissed unread as copies"), "{centre}");
    assert!(centre.contains("What is left is"), "{centre}");
    let police = said
        .lines()
        .find(|line| line.starts_with("National police:"));
    assert!(police.expect("a desk").contains("That is"), "{said}");
}

/// What the answer of `run` says of minors, accounts, what moved away, pieces and hours, the report says too.
#[test]
fn a_report_answers_the_question_of_its_scenario() {
    let said = sentences(&english("everything", FEW));
    for sentence in [
        "items made by minors or showing them",
        "reach the account threshold",
        "has moved out of sight",
        "distinct pieces circulate",
        "cases of targeted investigation",
        "dismissed at a desk as copies",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert!(!said.contains("items in circulation, 24."), "{said}");
    let abroad = sentences(&english("clearing-house", FEW));
    assert!(abroad.contains("Nothing is scanned in this scenario"));
}

#[test]
fn a_class_that_no_order_looks_for_is_said_to_be_one() {
    let report = english("teenagers", FEW);
    let grooming = "Grooming of children: no order looks for it, and none of it is flagged.";
    let headline = report.sections[0]
        .headlines
        .iter()
        .find(|h| h.text == grooming);
    assert!(headline.is_some_and(|h| h.notes.is_empty()));
    assert!(sentences(&report).contains("No order looks for it: it is flagged by detectors"));
}

/// Defaults are no assumptions of the scenario, and what could not be verified is not called unpublished.
#[test]
fn assumptions_are_counted_as_the_table_marks_them() {
    let report = english("commission-2022", FEW);
    let section = &report.sections[0];
    let assumed = section.assumptions.iter().filter(|a| a.is_assumed);
    let words = ["assumption", "unverified"];
    assert!(assumed.clone().all(|a| words.contains(&a.status.as_str())));
    let said = format!(
        "{} of the {} values",
        assumed.count(),
        section.assumptions.len()
    );
    assert!(section.caution.contains(&said), "{}", section.caution);
    assert!(!section.notes.join("\n").contains("published"));
    let small = |a: &str| a.contains("e-");
    assert!(
        !section
            .assumptions
            .iter()
            .any(|a| small(&a.value) || small(&a.range))
    );
}

#[test]
fn what_would_change_a_conclusion_is_said_with_its_direction() {
    let report = english("known-only", &["run.replications=64", "run.days=28"]);
    let change = report.sections[0].change.join("\n");
    assert!(change.contains("where it is low and"), "{change}");
    let flags = report.sections[0]
        .drivers
        .iter()
        .find(|d| d.about == "Flags a day");
    let factor = &flags.expect("a headline").factors[0];
    assert!(change.contains(&factor.at_low) && factor.at_low != factor.at_high);
}

#[test]
fn pages_are_whole_in_dutch() {
    let report = told(
        "commission-2022",
        &["run.replications=64", "run.days=28"],
        dutch(),
    );
    let page = html::page(&report);
    assert!(page.contains("<span lang=\"en\">flirting and secrecy"));
    assert!(page.contains("<th scope=\"col\">marge (van onschuldige berichten)</th>"));
    for raw in ["as_ordered", "margin_fpr", ">true<", "run.json"] {
        assert!(!page.contains(raw), "{raw}");
    }
    assert!(page.contains("detectiegraad"));
}

#[test]
fn titles_are_free_of_backticks() {
    let page = html::page(&english("clearing-house", FEW));
    assert!(page.contains("(<code>innocent</code>: not found relevant"));
    assert!(page.contains("(innocent: not found relevant by the police)</title>"));
}

/// Side by side stand means, with the medians of the sentences beside them.
#[test]
fn means_are_called_means() {
    let folder = Folder::new();
    let files = [
        "report",
        "commission-2022",
        "known-only",
        "--replications",
        "4",
    ];
    let days = ["--set", "run.days=28", "--out", "page.json"];
    folder.run(&[&files[..], &days].concat()).exits(0);
    let page: serde_json::Value = serde_json::from_str(&folder.read("page.json")).expect("JSON");
    let explained = page["comparison"]["explanation"].as_str().expect("a text");
    assert!(explained.starts_with("A is ") && explained.contains("Numbers here are means"));
    let cases = &page["comparison"]["others"][0]["panels"][0]["lines"][2];
    assert_eq!(cases["name"], "actionable cases per year");
    assert_ne!(cases["base"], cases["base_median"]);
    assert_ne!(cases["base_median"], "");
}
