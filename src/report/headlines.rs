//! What is said first: each headline, the number it is about and the values it rests on.

use super::desk::desk_sentence;
use super::drivers::Drivers;
use super::foundations;
use super::sentences::*;
use crate::answer::by;
use crate::chart::Chart;
use crate::compare::words::capital;
use crate::language::Language;
use crate::model::Model;
use crate::model::parameter::Parameter;
use crate::results::metric::*;
use crate::results::{Estimate, Results};
use crate::say;
use crate::stats::summary::Summary;
use serde::Serialize;

/// One sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Headline {
    /// What it is about, in a few words.
    pub about: String,
    /// The sentence.
    pub text: String,
    /// Positions of its footnotes in the list of the section.
    pub notes: Vec<usize>,
}

/// A sentence and the number that it is about.
pub(super) struct Subject<'a> {
    pub(super) about: String,
    pub(super) text: String,
    pub(super) estimate: &'a Estimate,
    /// Whether the ends of its interval differ as written.
    pub(super) varies: bool,
    /// Paths of the values that it rests on without drawing them.
    pub(super) rests_on: Vec<String>,
}

/// What the sentences are made of.
struct Told<'a, 'b> {
    model: &'b Model,
    results: &'a Results,
    charts: &'b [Chart],
    language: Language,
}

pub(super) fn subjects<'a>(
    model: &Model,
    results: &'a Results,
    charts: &[Chart],
    language: Language,
) -> Vec<Subject<'a>> {
    let told = Told {
        model,
        results,
        charts,
        language,
    };
    let classes = 0..model.world.material.len();
    let desks = &model.policy.desks;
    let scanned = !model.only_reads_reports_from_abroad();
    let flagged = scanned
        .then(|| {
            [told.flags(), told.precision()]
                .into_iter()
                .chain(classes.map(|class| told.material(class)))
        })
        .into_iter()
        .flatten();
    flagged
        .chain(desks.iter().map(|&desk| told.desk(desk)))
        .chain([told.accounts(), told.cases(), told.cost()])
        .flatten()
        .collect()
}

impl<'a> Told<'a, '_> {
    fn find(
        &self,
        metric: &Metric,
        desk: &str,
        class: &str,
    ) -> Option<(&'a Estimate, &'a Summary)> {
        let estimate = self.results.find(metric.name, "", desk, class)?;
        Some((estimate, estimate.summary.as_ref()?))
    }

    fn subject(
        &self,
        (estimate, summary): (&'a Estimate, &'a Summary),
        about: String,
        text: String,
        rests_on: Vec<String>,
    ) -> Subject<'a> {
        let written = |end| self.language.number(end);
        Subject {
            about: capital(&about),
            text: capital(&text),
            estimate,
            varies: written(summary.p05) != written(summary.p95),
            rests_on,
        }
    }

    fn flags(&self) -> Option<Subject<'a>> {
        let (model, language) = (self.model, self.language);
        let found = self.find(&FLAGS, "", "")?;
        let about = say!(language, "report-about-flags");
        let flags = with_interval(found.1, 1.0, language);
        let text = say!(language, "report-flags", flags = flags, by = by(model));
        Some(self.subject(found, about, text, foundations::flags(model)))
    }

    fn precision(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&FLAG_PRECISION, "", "")?;
        let about = say!(language, "report-about-precision");
        let text = precision_sentence(found.1, language);
        let errs = found.1.p05 < 1.0;
        errs.then(|| self.subject(found, about, text, Vec::new()))
    }

    fn material(&self, class: usize) -> Option<Subject<'a>> {
        let (model, language) = (self.model, self.language);
        let material = &model.world.material[class];
        let detected = self.find(&DETECTED_SHARE, "", &material.name)?;
        let title = language.translate(&material.title).into_owned();
        let about = say!(language, "report-about-found", class = title.clone());
        let mut text =
            material_sentence(&title, detected.1, vessels(self.charts, &title), language);
        let actionable = self.find(&FOUND_SHARE, "", &material.name);
        if let Some((_, found)) = actionable.filter(|_| !model.policy.desks.is_empty()) {
            text.push(' ');
            text.push_str(&end_of_chain(found, base(detected.1.p50), language));
        }
        Some(self.subject(detected, about, text, foundations::detection(model, class)))
    }

    fn desk(&self, desk: usize) -> Option<Subject<'a>> {
        let language = self.language;
        let desk = &self.model.world.desks[desk];
        let arrivals = self.find(&ARRIVALS, &desk.name, "")?;
        let title = language.translate(&desk.title).into_owned();
        let about = say!(language, "report-about-desk", desk = title);
        let text = desk_sentence(desk, arrivals.1, self.results, language);
        Some(self.subject(arrivals, about, text, foundations::capacity(&desk.name)))
    }

    fn accounts(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&ACCOUNTS_FLAGGED, "", "")?;
        let about = say!(language, "report-about-accounts");
        let text = accounts_sentence(found.1, self.results, language);
        let some = found.1.p95 > 0.0;
        some.then(|| self.subject(found, about, text, foundations::accounts(self.model)))
    }

    fn cases(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&ACTIONABLE, "", "")?;
        let about = say!(language, "report-about-cases");
        let cases = with_interval(found.1, 1.0, language);
        let text = say!(language, "report-cases", cases = cases);
        Some(self.subject(found, about, text, foundations::cases(self.model)))
    }

    fn cost(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&COST_PER_CASE, "", "")?;
        let about = say!(language, "report-about-cost");
        let cost = with_interval(found.1, 1.0, language);
        let text = say!(language, "report-cost", cost = cost);
        Some(self.subject(found, about, text, foundations::costs(self.model)))
    }
}

/// Sentences with footnotes that name the values behind them that nobody has published.
pub(super) fn with_notes(
    model: &Model,
    subjects: &[Subject<'_>],
    drivers: &[Drivers],
    language: Language,
) -> (Vec<Headline>, Vec<String>) {
    let mut notes: Vec<String> = Vec::new();
    let unpublished = |p: &&Parameter| !p.meta.is_published();
    let all = model.parameters.iter().filter(unpublished).count();
    let headlines = subjects
        .iter()
        .map(|subject| {
            let own = drivers.iter().find(|d| d.about == subject.about);
            let named: Vec<String> = own
                .into_iter()
                .flat_map(|d| &d.factors)
                .filter(|f| !f.is_published)
                .map(|f| named(model, &f.path, &f.status, language))
                .collect();
            let note = match own {
                Some(d) if d.factors.is_empty() && all > 0 => Some(say!(
                    language,
                    "report-note-none",
                    all = language.thousands(all as f64)
                )),
                Some(_) if named.is_empty() => None,
                Some(_) => Some(say!(language, "report-note", values = named.join(", "))),
                None => None,
            };
            let fixed = foundations::note(model, &subject.rests_on, language);
            let notes = note
                .into_iter()
                .chain(fixed)
                .map(|note| position(&mut notes, note))
                .collect();
            Headline {
                about: subject.about.clone(),
                text: subject.text.clone(),
                notes,
            }
        })
        .collect();
    (headlines, notes)
}

/// A value with its status and caveat: a path alone says little to who never saw the scenario.
fn named(model: &Model, path: &str, status: &str, language: Language) -> String {
    let parameter = model.parameters.iter().find(|p| p.path == path);
    match parameter.and_then(|p| p.meta.note.as_deref()) {
        Some(caveat) => format!("`{path}` ({status}: {})", language.translate(caveat)),
        None => format!("`{path}` ({status})"),
    }
}

fn position(notes: &mut Vec<String>, note: String) -> usize {
    notes.iter().position(|n| *n == note).unwrap_or_else(|| {
        notes.push(note);
        notes.len() - 1
    })
}
