//! What is said first: each headline, the number it is about and the values it rests on.

use super::desk::desk_sentence;
use super::drivers::Drivers;
use super::foundations;
use super::sentences::*;
use crate::answer::mechanisms::Said;
use crate::answer::{by, noun, reads_innocent_items};
use crate::chart::Chart;
use crate::compare::words::capital;
use crate::language::Language;
use crate::model::Model;
use crate::model::parameter::{Origin, Parameter};
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
    /// The number; `None` where the sentence holds none.
    pub(super) estimate: Option<&'a Estimate>,
    /// How the number is written.
    pub(super) write: Write,
    /// Whether the ends of its interval differ as written.
    pub(super) varies: bool,
    /// Paths of the values that it rests on without drawing them.
    pub(super) rests_on: Vec<String>,
}

/// How a number is written.
pub(super) type Write = fn(Language, f64) -> String;

impl Subject<'_> {
    /// A sentence without a number of its own.
    fn statement(about: &str, text: &str) -> Self {
        Self {
            about: capital(about),
            text: capital(text),
            estimate: None,
            write: Language::amount,
            varies: false,
            rests_on: Vec::new(),
        }
    }
}

/// What the sentences are made of.
pub(super) struct Told<'a, 'b> {
    pub(super) model: &'b Model,
    pub(super) results: &'a Results,
    pub(super) charts: &'b [Chart],
    pub(super) language: Language,
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
    let said = told.mechanisms();
    let mut subjects: Vec<Subject<'a>> = told.basis().into_iter().collect();
    if !model.only_reads_reports_from_abroad() {
        subjects.extend([told.flags(), told.precision()].into_iter().flatten());
        let classes = 0..model.world.material.len();
        subjects.extend(classes.filter_map(|class| told.material(class)));
    }
    let desks = &model.policy.desks;
    subjects.extend(desks.iter().filter_map(|&desk| told.desk(desk)));
    subjects.extend(told.accounts());
    subjects.extend(said.iter().filter_map(|said| told.mechanism(said)));
    subjects.extend([told.cases(&said), told.cost(&said)].into_iter().flatten());
    subjects
}

impl<'a> Told<'a, '_> {
    pub(super) fn find(
        &self,
        metric: &Metric,
        desk: &str,
        class: &str,
    ) -> Option<(&'a Estimate, &'a Summary)> {
        let estimate = self.results.find(metric.name, "", desk, class)?;
        Some((estimate, estimate.summary.as_ref()?))
    }

    pub(super) fn subject(
        &self,
        (estimate, summary): (&'a Estimate, &'a Summary),
        about: &str,
        text: &str,
        rests_on: Vec<String>,
    ) -> Subject<'a> {
        let written = |end| self.language.number(end);
        let is_share = estimate.key.metric.unit.starts_with("share");
        Subject {
            estimate: Some(estimate),
            write: if is_share {
                Language::share
            } else {
                Language::amount
            },
            varies: written(summary.p05) != written(summary.p95),
            rests_on,
            ..Subject::statement(about, text)
        }
    }

    /// What this world leaves out, and so no sentence speaks of.
    fn basis(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let text = if self.model.only_reads_reports_from_abroad() {
            say!(language, "answer-only-abroad")
        } else if !reads_innocent_items(self.model) {
            say!(language, "answer-no-innocent-items")
        } else {
            return None;
        };
        let about = say!(language, "report-about-basis");
        Some(Subject::statement(&about, &text))
    }

    fn flags(&self) -> Option<Subject<'a>> {
        let (model, language) = (self.model, self.language);
        let found = self.find(&FLAGS, "", "")?;
        let about = say!(language, "report-about-flags");
        let flags = with_interval(found.1, language);
        let text = say!(language, "report-flags", flags = flags, by = by(model));
        Some(self.subject(found, &about, &text, foundations::flags(model)))
    }

    fn precision(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&FLAG_PRECISION, "", "")?;
        let about = say!(language, "report-about-precision");
        let text = precision_sentence(found.1, language);
        let errs = found.1.p05 < 1.0 && reads_innocent_items(self.model);
        errs.then(|| Subject {
            write: |language, right| language.share(1.0 - right),
            ..self.subject(found, &about, &text, Vec::new())
        })
    }

    fn material(&self, class: usize) -> Option<Subject<'a>> {
        let (model, language) = (self.model, self.language);
        let material = &model.world.material[class];
        let detected = self.find(&DETECTED_SHARE, "", &material.name)?;
        let title = language.translate(&material.title).into_owned();
        let about = say!(language, "report-about-found", class = title.as_str());
        let is_sought = foundations::is_sought(model, class);
        if !is_sought && detected.1.p95 == 0.0 {
            let text = say!(language, "report-not-sought", class = title.as_str());
            return Some(Subject::statement(&about, &text));
        }
        let mut text =
            material_sentence(&title, detected.1, vessels(self.charts, &title), language);
        if !is_sought {
            text = format!("{text} {}", say!(language, "report-by-accident"));
        }
        if let Some(end) = self.end_of_chain(&material.name, detected.1) {
            text = format!("{text} {end}");
        }
        Some(self.subject(
            detected,
            &about,
            &text,
            foundations::detection(model, class),
        ))
    }

    fn end_of_chain(&self, class: &str, detected: &Summary) -> Option<String> {
        if self.model.policy.desks.is_empty() {
            return None;
        }
        let of = |metric| self.results.of_class(metric, class);
        let is_judged = reads_innocent_items(self.model);
        Some(end_of_chain(
            of(&FOUND_SHARE)?,
            of(&COPIES_SHARE),
            base(detected.p50),
            is_judged,
            self.language,
        ))
    }

    fn desk(&self, desk: usize) -> Option<Subject<'a>> {
        let language = self.language;
        let desk = &self.model.world.desks[desk];
        let arrivals = self.find(&ARRIVALS, &desk.name, "")?;
        let about = say!(
            language,
            "report-about-desk",
            desk = language.translate(&desk.title),
            noun = noun(language, desk.reads)
        );
        let text = desk_sentence(
            self.model,
            desk,
            arrivals.1,
            self.results,
            self.charts,
            language,
        );
        Some(self.subject(arrivals, &about, &text, foundations::capacity(&desk.name)))
    }

    fn accounts(&self) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&ACCOUNTS_FLAGGED, "", "")?;
        let about = say!(language, "report-about-accounts");
        let text = accounts_sentence(found.1, self.results, language);
        let some = found.1.p95 > 0.0;
        some.then(|| self.subject(found, &about, &text, foundations::accounts(self.model)))
    }

    /// What is found actionable at the end of the chain; where items are counted and not judged, what is passed on.
    fn cases(&self, said: &[Said]) -> Option<Subject<'a>> {
        let language = self.language;
        let found = self.find(&ACTIONABLE, "", "")?;
        let last = *self.model.policy.desks.last()?;
        let cases = counted(found.1, language);
        let rests_on = foundations::cases(self.model);
        if !reads_innocent_items(self.model) {
            let desk = &self.model.world.desks[last];
            let noun = noun(language, desk.reads);
            let text = say!(language, "report-counted", cases = cases, noun = noun);
            let about = say!(language, "report-about-counted");
            return Some(self.subject(found, &about, &text, rests_on));
        }
        let about = say!(language, "report-about-cases");
        let mut text = say!(language, "report-cases", cases = cases);
        if let Some(abroad) = from_abroad(said) {
            text = format!("{text} {}", abroad.text);
        }
        Some(self.subject(found, &about, &text, rests_on))
    }

    fn cost(&self, said: &[Said]) -> Option<Subject<'a>> {
        let (model, language) = (self.model, self.language);
        let found = self.find(&COST_PER_CASE, "", "")?;
        let about = say!(language, "report-about-cost");
        let cost = with_interval(found.1, language);
        let mut text = match self.results.overall(&SCANNING_COST) {
            None => say!(language, "report-cost-unknown", cost = cost),
            Some(scanning) if scanning.p95 > 0.0 => say!(language, "report-cost", cost = cost),
            Some(_) => say!(language, "report-cost-desks", cost = cost),
        };
        if from_abroad(said).is_some() {
            text = format!("{text} {}", say!(language, "report-cost-abroad"));
        }
        Some(self.subject(found, &about, &text, foundations::costs(model)))
    }
}

/// How many of the cases were reported from abroad; nothing where none were.
fn from_abroad(said: &[Said]) -> Option<&Said> {
    said.iter().find(|said| said.metric == &ACTIONABLE_ABROAD)
}

/// Sentences with footnotes that name the values behind them that nobody has published.
pub(super) fn with_notes(
    model: &Model,
    subjects: &[Subject<'_>],
    drivers: &[Drivers],
    language: Language,
) -> (Vec<Headline>, Vec<String>) {
    let mut notes: Vec<String> = Vec::new();
    let headlines = subjects
        .iter()
        .map(|subject| {
            let own = drivers.iter().find(|d| d.about == subject.about);
            let most = own.and_then(|d| driven(model, d, language));
            let fixed = foundations::note(model, &subject.rests_on, language);
            let notes = most
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

/// The values that a number depends on most, of those that were assumed or could not be verified.
fn driven(model: &Model, drivers: &Drivers, language: Language) -> Option<String> {
    if drivers.factors.is_empty() {
        let all = model.parameters.iter().filter(|p| is_assumed(p)).count();
        if all == 0 || !super::method::draws(model) {
            return None;
        }
        let all = language.thousands(all as f64);
        return Some(say!(language, "report-note-none", all = all));
    }
    let assumed = drivers.factors.iter().filter(|f| !f.is_published);
    let named: Vec<String> = assumed
        .map(|f| named(model, &f.path, &f.status, language))
        .collect();
    (!named.is_empty()).then(|| say!(language, "report-note", values = named.join(", ")))
}

/// Whether a value is written, and is an assumption or could not be verified; defaults are the scenario's silence about what
/// it does not need.
pub(super) fn is_assumed(p: &Parameter) -> bool {
    !p.meta.is_published() && p.origin != Origin::Default
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
