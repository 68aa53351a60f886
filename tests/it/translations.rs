//! Texts of bundled files and tables in every language.

use std::collections::BTreeMap;
use vessels::bundled::{Bundled, FILES, path};
use vessels::compare::headline::panels;
use vessels::language::{Language, text_id};
use vessels::model::Model;
use vessels::model::mechanism::MechanismKind;
use vessels::results::metric::METRICS;
use vessels::scenario::load;

/// What a reader meets of one scenario, beside its notes and sources.
fn texts_of(model: &Model) -> Vec<String> {
    let world = &model.world;
    let heads = [
        Some(&model.title),
        model.question.as_ref(),
        model.look_at.as_ref(),
        model.group.as_ref(),
        model.proponents.as_ref(),
        model.critics.as_ref(),
        model.decided_by.as_ref(),
    ];
    let mut texts: Vec<String> = heads.into_iter().flatten().cloned().collect();
    texts.extend(world.modalities.iter().cloned());
    texts.extend(world.services.iter().map(|s| s.title.clone()));
    texts.extend(world.material.iter().map(|m| m.title.clone()));
    texts.extend(world.detectors.iter().map(|d| d.title.clone()));
    texts.extend(world.desks.iter().map(|d| d.title.clone()));
    texts.extend(model.policy.orders.iter().map(|o| o.title.clone()));
    texts
}

/// Every text that is shown through `Language::translate`, and where it stands.
fn texts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (file, _) in FILES.iter().filter(|(file, _)| !file.contains('/')) {
        let path = path(file).expect("it is bundled");
        let model = load(&Bundled, &path, &[]).expect("a valid scenario").model;
        for text in texts_of(&model) {
            texts.entry(text).or_insert_with(|| file.to_string());
        }
    }
    let mut table = |text: &str| {
        let place = || "tables of the program".to_owned();
        texts.entry(text.to_owned()).or_insert_with(place);
    };
    METRICS.iter().for_each(|m| table(m.unit));
    MechanismKind::ALL
        .iter()
        .for_each(|kind| table(kind.title()));
    for panel in panels() {
        table(panel.name);
        panel.metrics.iter().for_each(|shown| table(shown.name));
    }
    texts
}

#[test]
fn every_text_has_a_translation() {
    for language in Language::all().skip(1) {
        let missing: Vec<String> = texts()
            .iter()
            .filter(|(text, _)| !language.has(&text_id(text)))
            .map(|(text, file)| format!("# {file}: {text}\n{} =\n", text_id(text)))
            .collect();
        assert!(
            missing.is_empty(),
            "{} texts are missing in locales/{}.ftl:\n{}",
            missing.len(),
            language.tag(),
            missing.concat()
        );
    }
}

#[test]
fn every_translation_belongs_to_a_text() {
    let ids: Vec<String> = texts().keys().map(|text| text_id(text)).collect();
    for language in Language::all().skip(1) {
        let names = language
            .source()
            .lines()
            .filter_map(|l| l.split(" =").next());
        let stale: Vec<&str> = names
            .filter(|name| name.starts_with("text-") && !ids.iter().any(|id| id == name))
            .collect();
        assert!(
            stale.is_empty(),
            "locales/{}.ftl: {stale:#?}",
            language.tag()
        );
    }
}
