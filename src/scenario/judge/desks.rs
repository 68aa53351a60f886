//! Mechanisms at desks against the desks and the chain.

use super::Judge;
use crate::diag::{Code, Diagnostic, Span};
use crate::model::world::Capacity;
use crate::scenario::lower::Marks;
use crate::text::number;

/// What a mechanism asks of its desk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Staff,
    Limit,
    Nothing,
}

impl Judge<'_> {
    /// Judges every mechanism at a desk.
    pub(super) fn desk_mechanisms(&mut self) {
        let (mechanisms, places) = (&self.model.mechanisms, &self.lowered.places.mechanism);
        let desks = mechanisms.shared_staff.iter().map(|m| m.desk);
        self.kind("shared-staff", Needs::Staff, desks, &places.shared_staff);
        let desks = mechanisms.hiring.iter().map(|m| m.desk);
        self.kind("hiring", Needs::Staff, desks, &places.hiring);
        let desks = mechanisms.fatigue.iter().map(|m| m.desk);
        self.kind("fatigue", Needs::Limit, desks, &places.fatigue);
        let desks = mechanisms.welfare.iter().map(|m| m.desk);
        self.kind("welfare", Needs::Staff, desks, &places.welfare);
        let desks = mechanisms.outsourcing.iter().map(|m| m.desk);
        self.kind("outsourcing", Needs::Staff, desks, &places.outsourcing);
        let desks = mechanisms.clearing_houses.iter().map(|m| m.desk);
        self.kind(
            "clearing-house",
            Needs::Nothing,
            desks,
            &places.clearing_houses,
        );
        self.working_hours();
        self.mixes();
    }

    /// All mechanisms of one kind.
    fn kind(
        &mut self,
        what: &str,
        needs: Needs,
        desks: impl Iterator<Item = usize>,
        places: &[Marks],
    ) {
        let mut seen: Vec<(usize, Span)> = Vec::new();
        for (desk, marks) in desks.zip(places) {
            let place = marks.key("desk");
            let first = seen.iter().find(|(d, _)| *d == desk).map(|(_, span)| *span);
            match first.filter(|_| needs != Needs::Nothing) {
                Some(first) => self.twice(what, desk, place, first),
                None => self.fits(what, needs, desk, place),
            }
            seen.push((desk, place));
            self.in_chain(what, desk, place);
        }
    }

    fn twice(&mut self, what: &str, desk: usize, place: Span, first: Span) {
        let name = &self.model.world.desks[desk].name;
        self.report(
            Diagnostic::at(
                Code::Contradiction,
                place,
                format!("two tables of `{what}` for the desk `{name}`"),
                "again",
            )
            .related(first, "first")
            .help("leave one of the two tables out"),
        );
    }

    /// A mechanism of people needs people, one of load needs a limit.
    fn fits(&mut self, what: &str, needs: Needs, desk: usize, place: Span) {
        let capacity = self.lowered.places.desk_capacity[desk];
        let desk = &self.model.world.desks[desk];
        let (title, help) = match (needs, desk.capacity) {
            (Needs::Staff, Capacity::PerDay(_) | Capacity::Unlimited) => (
                format!(
                    "`{what}` needs people, and the desk `{}` has none",
                    desk.name
                ),
                "write `staff = { people = …, speed = \"…/hour\", hours = \"… h\" }` at the desk, or name another",
            ),
            (Needs::Limit, Capacity::Unlimited) => (
                format!(
                    "the desk `{}` reads everything, so that nothing waits",
                    desk.name
                ),
                "give the desk `staff` or a `capacity`, or name another",
            ),
            _ => return,
        };
        if self.is_mistaken(capacity) {
            return;
        }
        self.report(
            Diagnostic::at(Code::Contradiction, place, title, "")
                .related(capacity, "its capacity")
                .help(help),
        );
    }

    fn in_chain(&mut self, what: &str, desk: usize, place: Span) {
        if self.world_only || self.model.policy.desks.contains(&desk) {
            return;
        }
        let name = &self.model.world.desks[desk].name;
        self.report(
            Diagnostic::at(
                Code::NoEffect,
                place,
                format!("`{what}` at the desk `{name}` has no effect"),
                "reports do not pass this desk",
            )
            .help("name a desk of `policy.desks`, or write `enabled = false`"),
        );
    }

    /// People who read and investigate work at least as long as they read.
    fn working_hours(&mut self) {
        let (mechanisms, places) = (&self.model.mechanisms, &self.lowered.places);
        for (shared, marks) in mechanisms
            .shared_staff
            .iter()
            .zip(&places.mechanism.shared_staff)
        {
            let desk = &self.model.world.desks[shared.desk];
            let Capacity::Staff { hours: reading, .. } = desk.capacity else {
                continue;
            };
            let (reading, working) = (self.draw.of(reading), self.draw.of(shared.hours));
            if working < reading {
                let diagnostic = Diagnostic::at(
                    Code::Contradiction,
                    marks.key("hours"),
                    format!(
                        "people of the desk `{}` work {} h and read {} h a day",
                        desk.name,
                        number(working),
                        number(reading)
                    ),
                    "reading is a part of these hours",
                )
                .related(places.desk_capacity[shared.desk], "`hours` of reading")
                .help(format!(
                    "write at least `hours = \"{} h\"`",
                    number(reading)
                ));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn mixes(&mut self) {
        let (mechanisms, places) = (&self.model.mechanisms, &self.lowered.places.mechanism);
        for (house, marks) in mechanisms
            .clearing_houses
            .iter()
            .zip(&places.clearing_houses)
        {
            let total: f64 = house.mix.iter().map(|share| self.draw.of(*share)).sum();
            let what = format!("the shares of the reports of `{}`", house.name);
            self.whole(&[(total, marks.key("mix"))], &what);
        }
    }
}
