//! What the mechanisms did, as headlines: the sentences of the answer, with the intervals of a report.

use super::foundations;
use super::headlines::{Subject, Told};
use super::sentences::written;
use crate::answer::mechanisms::{Said, Teller};
use crate::language::Language;
use crate::results::metric::*;
use crate::say;

impl<'a> Told<'a, '_> {
    /// The sentences of the answer on the mechanisms.
    pub(super) fn mechanisms(&self) -> Vec<Said> {
        let teller = Teller {
            model: self.model,
            results: self.results,
            language: self.language,
            interval: |language, summary, format| {
                written(summary, |x| format(language, x), language)
            },
        };
        teller.all()
    }

    /// One of them with its number; nothing for cases from abroad, which are said beside all cases.
    pub(super) fn mechanism(&self, said: &Said) -> Option<Subject<'a>> {
        let about = self.about(said)?;
        let found = self.find(said.metric, &said.desk, &said.class)?;
        let rests_on = foundations::mechanism(said.metric);
        let subject = self.subject(found, &about, &said.text, rests_on);
        Some(if said.metric == &PIECES_RATIO {
            Subject {
                write: Language::share,
                ..subject
            }
        } else {
            subject
        })
    }

    fn about(&self, said: &Said) -> Option<String> {
        let (world, language) = (&self.model.world, self.language);
        let desk = world.desks.iter().find(|d| d.name == said.desk);
        let class = world.material.iter().find(|m| m.name == said.class);
        let title = desk.map(|d| &d.title).or(class.map(|m| &m.title));
        let title = title.map_or("".into(), |title| language.translate(title));
        Some(match said.metric {
            m if m == &KEPT_BACK => say!(language, "report-about-kept-back"),
            m if m == &DISPLACED_SHARE => say!(language, "report-about-out-of-sight"),
            m if m == &PIECES_RATIO => say!(language, "report-about-pieces", class = title),
            m if m == &MINORS => say!(language, "report-about-minors", desk = title),
            m if m == &TARGETED_LOST => say!(language, "report-about-targeted", desk = title),
            m if m == &LEAVING => say!(language, "report-about-leaving", desk = title),
            _ => return None,
        })
    }
}
