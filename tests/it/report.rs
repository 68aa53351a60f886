//! Reports say what results say, in every form and language.

use crate::small::{Folder, valid};
use vessels::bundled::Bundled;
use vessels::engine::Nobody;
use vessels::language::Language;
use vessels::report::explorer::{self, ExplorerError};
use vessels::report::{Report, Run, html, markdown, report};
use vessels::results::simulate;

fn made(set: &[&str], language: Language, threads: usize) -> Report {
    let mut set: Vec<String> = set.iter().map(ToString::to_string).collect();
    set.push("run.replications=64".into());
    set.push("run.days=28".into());
    let path = vessels::bundled::path("commission-2022").expect("it is bundled");
    let loaded = vessels::scenario::load(&Bundled, &path, &set).expect("it is right");
    let results = simulate(&loaded.model, Some(threads), &mut Nobody).expect("it runs");
    let run = Run {
        name: "commission-2022",
        loaded: &loaded,
        results: &results,
    };
    report(
        &[run],
        None,
        &[],
        "vessels report commission-2022".into(),
        language,
    )
    .expect("it is drawn")
}

fn dutch() -> Language {
    Language::find("nl").expect("Dutch is there")
}

#[test]
fn sentences_follow_the_parameters() {
    let at = |margin: &str| {
        let set = format!("policy.orders.new.rule.fpr={margin}");
        made(&[&set], Language::default(), 2)
    };
    let (wide, strict) = (at("0.01 %"), at("0.000001 %"));
    let said = |r: &Report| -> Vec<String> {
        r.sections[0]
            .headlines
            .iter()
            .map(|h| h.text.clone())
            .collect()
    };
    let changed = said(&wide)
        .iter()
        .zip(said(&strict))
        .filter(|(a, b)| *a != b)
        .count();
    assert!(
        changed >= 4,
        "{changed} sentences differ: {:#?}",
        said(&strict)
    );
}

#[test]
fn a_headline_names_the_unpublished_values_behind_it() {
    let report = made(&[], Language::default(), 2);
    let section = &report.sections[0];
    for drivers in &section.drivers {
        let headline = section
            .headlines
            .iter()
            .find(|h| h.about == drivers.about)
            .unwrap();
        let notes: String = headline
            .notes
            .iter()
            .map(|n| section.notes[*n].as_str())
            .collect();
        for factor in &drivers.factors {
            let named = notes.contains(&format!("`{}`", factor.path));
            assert_eq!(named, !factor.is_published, "{}: {notes}", factor.path);
        }
    }
    assert!(
        section
            .drivers
            .iter()
            .any(|d| d.factors.iter().any(|f| !f.is_published))
    );
}

#[test]
fn the_page_is_whole_and_asks_no_server() {
    for language in Language::all() {
        let report = made(&[], language, 1);
        let page = html::page(&report);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
        for word in ["<script", " src=", "url(", "@import", "<link"] {
            assert!(!page.contains(word), "the page has `{word}`");
        }
        let section = &report.sections[0];
        for figure in &section.figures {
            assert_eq!(
                page.matches(&format!("id=\"{}-title\"", figure.name))
                    .count(),
                1
            );
            assert_eq!(
                page.matches(&format!("id=\"{}-desc\"", figure.name))
                    .count(),
                1
            );
            assert!(figure.svg.contains("role=\"img\"") && !figure.rows.is_empty());
        }
        let text = markdown::page(&report);
        let json = serde_json::to_string(&report).unwrap();
        for headline in &section.headlines {
            assert!(text.contains(&headline.text), "{}", headline.text);
            assert!(json.contains(&serde_json::to_string(&headline.text).unwrap()));
        }
        for assumption in &section.assumptions {
            assert!(page.contains(&assumption.path) && text.contains(&assumption.path));
        }
    }
}

#[test]
fn threads_change_no_byte() {
    let pages = [1, 3].map(|threads| html::page(&made(&[], dutch(), threads)));
    assert!(pages[0] == pages[1]);
}

/// A page as the explorer is, as far as a report needs it.
const TEMPLATE: &str = concat!(
    r#"<html lang="en"><head><meta name="generator" content="vessels "#,
    env!("CARGO_PKG_VERSION"),
    r#"" /><style>p{}</style></head><body><main><div id="report"></div><section id="explorer"></section></main>"#,
    r#"<script id="vessels-start" type="application/json">{}</script></body></html>"#
);

fn explored(set: &[&str], template: &str) -> Result<String, ExplorerError> {
    let mut set: Vec<String> = set.iter().map(ToString::to_string).collect();
    set.push("run.replications=2".into());
    let path = vessels::bundled::path("reference").expect("it is bundled");
    let loaded = vessels::scenario::load(&Bundled, &path, &set).expect("it is right");
    let results = simulate(&loaded.model, Some(1), &mut Nobody).expect("it runs");
    let runs = [Run {
        name: "reference",
        loaded: &loaded,
        results: &results,
    }];
    let made = report(&runs, None, &[], String::new(), dutch()).expect("it is drawn");
    explorer::page(&made, &runs, template)
}

#[test]
fn the_explorer_begins_with_the_scenario_of_the_report() {
    let page = explored(&["title=\"</script><b>\""], TEMPLATE).expect("it is an explorer");
    let start = page
        .split(r#"type="application/json">"#)
        .nth(1)
        .expect("it begins");
    let start: serde_json::Value =
        serde_json::from_str(start.split("</script>").next().expect("it ends")).expect("JSON");
    assert_eq!(start["scenario"], "reference-in-report");
    assert_eq!(start["lang"], "nl");
    let own = &start["own"][0];
    assert_eq!(own["name"], "reference-in-report");
    let read = valid(own["text"].as_str().expect("TOML"));
    assert_eq!(read.model.run.replications, 2);
    assert_eq!(read.model.title, "</script><b>");
    assert!(page.contains(r#"<div id="report"><div class="report">"#));
    assert!(page.contains(html::STYLE));
}

#[test]
fn a_page_that_is_not_this_explorer_is_refused() {
    let older = TEMPLATE.replace(env!("CARGO_PKG_VERSION"), "0.0.1");
    assert_eq!(
        explored(&[], &older),
        Err(ExplorerError::Version("0.0.1".into()))
    );
    for missing in [
        "<div id=\"report\"></div>",
        "vessels-start",
        "</style>",
        "generator",
    ] {
        let broken = TEMPLATE.replace(missing, "");
        assert!(
            matches!(explored(&[], &broken), Err(ExplorerError::Missing(_))),
            "{missing}"
        );
    }
}

/// Every picture says in words what kind of picture it is.
#[test]
fn pictures_have_alternatives() {
    for name in ["everything", "teenagers", "account-threshold"] {
        let path = vessels::bundled::path(name).expect("it is bundled");
        let set = ["run.replications=2".into(), "run.days=10".into()];
        let Ok(loaded) = vessels::scenario::load(&Bundled, &path, &set) else {
            panic!("{name} takes ten days");
        };
        let results = simulate(&loaded.model, Some(2), &mut Nobody).expect("it runs");
        let run = Run {
            name,
            loaded: &loaded,
            results: &results,
        };
        let made = report(&[run], None, &[], String::new(), dutch()).expect("it is drawn");
        for figure in &made.sections[0].figures {
            assert!(
                !figure.description.contains("report-alternative"),
                "{}",
                figure.name
            );
        }
    }
}

/// The note that a headline carries, all of it.
fn notes(report: &Report, about: &str) -> String {
    let section = &report.sections[0];
    let headline = section.headlines.iter().find(|h| h.about == about).unwrap();
    let notes: Vec<&str> = headline
        .notes
        .iter()
        .map(|n| section.notes[*n].as_str())
        .collect();
    notes.join(" ")
}

#[test]
fn a_headline_names_the_fixed_values_without_source_that_it_rests_on() {
    let report = made(&[], Language::default(), 2);
    let note = notes(&report, "Moderators of the providers: flags a day");
    assert!(
        note.contains("`desks.provider.staff.people` (1,000; assumption)"),
        "{note}"
    );
    assert!(!note.contains("desks.provider.staff.speed"), "{note}");
    let note = notes(&report, "Grooming of children: share flagged");
    assert!(
        note.contains("`policy.orders.grooming.coverage` (95 %; assumption)"),
        "{note}"
    );
    let other = made(
        &["desks.provider.staff.people=4321"],
        Language::default(),
        2,
    );
    let note = notes(&other, "Moderators of the providers: flags a day");
    assert!(
        note.contains("`desks.provider.staff.people` (4,321;"),
        "{note}"
    );
}

#[test]
fn a_desk_of_which_no_capacity_is_known_is_not_said_to_keep_up() {
    let path = vessels::bundled::path("ireland-2020").expect("it is bundled");
    let set = ["run.replications=40".into()];
    let loaded = vessels::scenario::load(&Bundled, &path, &set).expect("it is right");
    let results = simulate(&loaded.model, Some(2), &mut Nobody).expect("it runs");
    let run = Run {
        name: "ireland-2020",
        loaded: &loaded,
        results: &results,
    };
    let made = report(&[run], None, &[], String::new(), Language::default()).expect("it is drawn");
    let said = markdown::page(&made);
    assert!(said.contains("the scenario does not say"), "{said}");
    assert!(!said.contains("wait unread"), "{said}");
}

#[test]
fn headings_of_several_scenarios_stand_below_their_titles() {
    let one = made(&[], Language::default(), 2);
    assert!(!html::page(&one).contains("<h3"));
    let mut two = one.clone();
    two.sections.push(one.sections[0].clone());
    let page = html::page(&two);
    assert_eq!(page.matches("<h2 class=\"scenario\"").count(), 2);
    assert_eq!(
        page.matches("<h2").count(),
        3,
        "two scenarios and where it comes from"
    );
    assert!(page.contains("<h3 class=\"part\""));
}

/// Notes stay as their author wrote them; a screen reader is told when that is another language than the page's.
#[test]
fn notes_in_another_language_than_the_page_say_so() {
    let page = |language| html::page(&made(&[], language, 2));
    let (english, dutch) = (page(Language::default()), page(dutch()));
    assert!(english.contains("<small>") && !english.contains("<small lang"));
    assert!(dutch.contains("<small lang=\"en\">"));
    assert!(dutch.contains("<html lang=\"nl\">"));
}

/// What one scenario changes against another is said on the page as the comparison says it.
#[test]
fn differences_are_sentences() {
    let folder = Folder::small(&[]);
    let scenario = folder.read("small.toml");
    let margin = "rule = { fpr = \"0.01 %\" }";
    assert!(scenario.contains(margin));
    let looser = scenario.replace(margin, "rule = { fpr = \"0.1 %\" }");
    folder.write("looser.toml", &looser);
    let files = ["small.toml", "looser.toml", "--replications", "16"];
    let compare = [&["compare"], &files[..], &["--no-charts"]].concat();
    let compared = folder.run(&compare).exits(0).stdout;
    let said: Vec<&str> = compared
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with("Fundamental rights:"))
        .collect();
    assert_eq!(said.len(), 1, "{compared}");
    folder
        .run(&[&["report"], &files[..], &["--out", "page.html"]].concat())
        .exits(0);
    let page = folder.read("page.html");
    let list = page.find(&format!("<li>{}</li>", said[0]));
    let table = page.find("<caption>B: ");
    assert!(list.is_some() && list < table, "{said:?}");
}
