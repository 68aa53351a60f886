//! Reports say what results say, in every form and language.

use vessels::bundled::Bundled;
use vessels::engine::Nobody;
use vessels::language::Language;
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
