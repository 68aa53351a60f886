//! Sentences about what the mechanisms did.

use super::{Format, Interval};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;

/// A sentence and the number that it is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    /// The metric.
    pub(crate) metric: &'static Metric,
    /// Name of the desk; empty for all.
    pub(crate) desk: String,
    /// Name of the class; empty for all.
    pub(crate) class: String,
    /// The sentence.
    pub(crate) text: String,
}

/// What the sentences are made of.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(crate) model: &'a Model,
    pub(crate) results: &'a Results,
    pub(crate) language: Language,
    /// How a median is written with its interval.
    pub(crate) interval: Interval,
}

/// One sentence for each mechanism that has something to say.
pub(super) fn sentences(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let teller = Teller {
        model,
        results,
        language,
        interval: super::interval,
    };
    teller.all().into_iter().map(|said| said.text).collect()
}

fn some(summary: Option<&Summary>) -> Option<&Summary> {
    summary.filter(|s| s.p95 > 0.0)
}

fn said(metric: &'static Metric, text: String) -> Said {
    Said {
        metric,
        desk: String::new(),
        class: String::new(),
        text,
    }
}

impl Teller<'_> {
    /// One sentence for each mechanism that has something to say.
    pub(crate) fn all(&self) -> Vec<Said> {
        let mut out = Vec::new();
        out.extend(self.accounts());
        out.extend(self.out_of_sight());
        out.extend(self.pieces());
        out.extend(self.abroad());
        for d in &self.model.policy.desks {
            let desk = &self.model.world.desks[*d];
            let title = self.language.translate(&desk.title);
            let told = [
                self.minors(&desk.name, &title),
                self.hours(&desk.name, &title),
                self.leaving(&desk.name, &title),
            ];
            out.extend(told.into_iter().flatten().map(|told| Said {
                desk: desk.name.clone(),
                ..told
            }));
        }
        out
    }

    fn written(&self, summary: &Summary, format: Format) -> String {
        (self.interval)(self.language, summary, format)
    }

    fn amount(&self, summary: &Summary) -> String {
        self.written(summary, Language::amount)
    }

    fn accounts(&self) -> Option<Said> {
        self.model.mechanisms.accounts.as_ref()?;
        let over = self.results.overall(&OVER_THRESHOLD)?;
        let kept = self.results.overall(&KEPT_BACK)?;
        let risk = self.results.of_class(&REPORT_RISK_TEN, "heavy")?;
        let text = say!(
            self.language,
            "answer-accounts-threshold",
            over = self.amount(over),
            kept = self.amount(kept),
            risk = self.written(risk, Language::rate)
        );
        Some(said(&KEPT_BACK, text))
    }

    fn out_of_sight(&self) -> Option<Said> {
        let moved = some(self.results.overall(&DISPLACED_SHARE))?;
        let moved = self.written(moved, Language::share);
        let text = say!(self.language, "answer-out-of-sight", moved = moved);
        Some(said(&DISPLACED_SHARE, text))
    }

    fn pieces(&self) -> Vec<Said> {
        let sentence = |class: usize| {
            let material = &self.model.world.material[class];
            let ratio = self.results.of_class(&PIECES_RATIO, &material.name)?;
            let text = say!(
                self.language,
                "answer-pieces",
                title = self.language.translate(&material.title),
                ratio = self.written(ratio, Language::share)
            );
            Some(Said {
                class: material.name.clone(),
                ..said(&PIECES_RATIO, text)
            })
        };
        self.model.counted_material().filter_map(sentence).collect()
    }

    fn abroad(&self) -> Option<Said> {
        let abroad = some(self.results.overall(&ACTIONABLE_ABROAD))?;
        let own = self.results.overall(&ACTIONABLE_OWN)?;
        let text = say!(
            self.language,
            "answer-abroad",
            abroad = self.amount(abroad),
            own = self.amount(own)
        );
        Some(said(&ACTIONABLE_ABROAD, text))
    }

    fn minors(&self, desk: &str, title: &str) -> Option<Said> {
        let minors = self.amount(some(self.results.at_desk(&MINORS, desk))?);
        let text = say!(
            self.language,
            "answer-minors",
            title = title,
            minors = minors
        );
        Some(said(&MINORS, text))
    }

    fn hours(&self, desk: &str, title: &str) -> Option<Said> {
        let lost = self.results.at_desk(&TARGETED_LOST, desk)?;
        let wrong = self.results.at_desk(&HOURS_FALSE, desk)?;
        let text = say!(
            self.language,
            "answer-hours",
            title = title,
            lost = self.amount(lost),
            wrong = self.amount(wrong)
        );
        Some(said(&TARGETED_LOST, text))
    }

    fn leaving(&self, desk: &str, title: &str) -> Option<Said> {
        let leaving = some(self.results.at_desk(&LEAVING, desk))?;
        let people = self.results.at_desk(&PEOPLE, desk)?;
        let text = say!(
            self.language,
            "answer-leaving",
            title = title,
            leaving = self.amount(leaving),
            people = self.amount(people)
        );
        Some(said(&LEAVING, text))
    }
}
