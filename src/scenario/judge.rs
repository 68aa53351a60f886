//! A model against itself: shares of one whole, curves, margins, and what is legal but suspicious.
//!
//! Everything is judged at central values. NaN marks what could not be read; nothing that depends on it is judged.

mod desks;
mod mechanisms;
mod orders;
mod tails;
mod triggers;

use super::lower::Lowered;
use crate::diag::{Code, Diagnostic, Severity, Span};
use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::world::{Capacity, GREATEST_TOTAL};
use crate::text::{number, percent};
use crate::theory::curve::CurveError;

/// The modality of a world that counts reports: a prevalence in it is not one of messages.
const REPORT: &str = "report";

/// All mistakes and warnings of a model. `world_only`: there is no policy to judge.
/// What lies inside an `earlier` mistake is not judged again.
pub(crate) fn judge(
    lowered: &Lowered,
    world_only: bool,
    earlier: &[Diagnostic],
) -> Vec<Diagnostic> {
    let central = lowered.model.parameters.central();
    let mut judge = Judge {
        lowered,
        world_only,
        model: &lowered.model,
        draw: &central,
        mistaken: earlier
            .iter()
            .filter(|d| d.severity() == Severity::Error)
            .filter_map(|d| Some(d.primary.as_ref()?.span))
            .collect(),
        diagnostics: Vec::new(),
    };
    judge.shares();
    judge.prevalence();
    judge.volumes();
    judge.curves();
    judge.expectations();
    judge.precision();
    judge.mechanisms();
    judge.desk_mechanisms();
    if !world_only {
        let points = judge.orders();
        judge.terms();
        judge.triggers(&points);
        judge.load(&points);
        judge.tails(&points);
    }
    judge.diagnostics
}

struct Judge<'a> {
    lowered: &'a Lowered,
    /// Whether there is no policy to judge against.
    world_only: bool,
    model: &'a Model,
    draw: &'a Draw,
    mistaken: Vec<Span>,
    diagnostics: Vec<Diagnostic>,
}

/// Sums within rounding of one are one.
const ROUNDING: f64 = 1e-9;

impl Judge<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether an earlier mistake lies at `place`.
    fn is_mistaken(&self, place: Span) -> bool {
        self.mistaken.iter().any(|m| {
            m.file == place.file
                && m.start >= place.start
                && m.start < place.end.max(place.start + 1)
        })
    }

    fn whole(&mut self, parts: &[(f64, Span)], what: &str) {
        let total: f64 = parts.iter().map(|p| p.0).sum();
        let Some((last, first)) = parts.split_last() else {
            return;
        };
        if total > 1.0 + ROUNDING {
            let mut diagnostic = Diagnostic::at(
                Code::SharesExceedOne,
                last.1,
                format!("{what} add up to {}, more than 100 %", exact_percent(total)),
                format!("{} here", percent(last.0)),
            )
            .help("lower one of them: together they may be at most 100 %");
            let mut marked = vec![last.1];
            for (share, span) in first {
                if !marked.contains(span) {
                    marked.push(*span);
                    diagnostic = diagnostic.related(*span, format!("{} here", percent(*share)));
                }
            }
            self.report(diagnostic);
        }
    }

    fn shares(&mut self) {
        self.shares_of_items();
        self.shares_of_groups();
        self.shares_of_member_states();
    }

    /// Classes of one modality at one service.
    fn shares_of_items(&mut self) {
        let (world, draw, places) = (&self.model.world, self.draw, &self.lowered.places);
        for (s, service) in world.services.iter().enumerate() {
            for (m, modality) in world.modalities.iter().enumerate() {
                let benign: Vec<_> = (0..world.benign.len())
                    .filter(|b| world.benign[*b].modality == m)
                    .map(|b| (draw.of(world.benign[b].share[s]), places.benign_share[b][s]))
                    .collect();
                self.once(
                    &benign,
                    &format!(
                        "the shares of benign classes of `{modality}` at `{}`",
                        service.name
                    ),
                );
                let abusive: Vec<_> = (0..world.material.len())
                    .filter(|c| world.material[*c].modality == m)
                    .map(|c| {
                        (
                            draw.of(world.material[c].prevalence[s]),
                            places.prevalence[c][s],
                        )
                    })
                    .collect();
                self.once(
                    &abusive,
                    &format!("the prevalences of `{modality}` at `{}`", service.name),
                );
            }
        }
    }

    /// Groups of users, and classes on the bench of a detector.
    fn shares_of_groups(&mut self) {
        let (world, draw, places) = (&self.model.world, self.draw, &self.lowered.places);
        let groups: Vec<_> = world
            .groups
            .iter()
            .zip(&places.group_share)
            .map(|(g, span)| (draw.of(g.share), *span))
            .collect();
        self.whole(&groups, "the shares of groups");
        for (detector, span) in world.detectors.iter().zip(&places.bench_mix) {
            let mix: Vec<_> = detector
                .bench_mix
                .iter()
                .map(|(_, share)| (draw.of(*share), *span))
                .collect();
            self.whole(
                &mix,
                &format!("the shares on the bench of `{}`", detector.name),
            );
        }
    }

    fn shares_of_member_states(&mut self) {
        let draw = self.draw;
        let states = self.model.world.member_states.iter();
        let (shares, staff): (Vec<_>, Vec<_>) = states
            .zip(&self.lowered.places.state_share)
            .map(|(m, p)| ((draw.of(m.share), p.0), (draw.of(m.staff_share), p.1)))
            .unzip();
        self.whole(&shares, "the shares of member states");
        self.once(&staff, "the shares of staff of member states");
    }

    /// Like [`Self::whole`], but not again for the same places.
    fn once(&mut self, parts: &[(f64, Span)], what: &str) {
        let last = parts.last().map(|p| p.1);
        let seen = self
            .diagnostics
            .iter()
            .any(|d| d.code == Code::SharesExceedOne && d.primary.as_ref().map(|p| p.span) == last);
        if !seen {
            self.whole(parts, what);
        }
    }

    fn prevalence(&mut self) {
        let (world, places) = (&self.model.world, &self.lowered.places);
        let mut seen: Vec<Span> = Vec::new();
        // Without services there is no modality.
        let of_messages = |m: usize| world.modalities.get(m).is_some_and(|m| m != REPORT);
        let material = world.material.iter().enumerate();
        for (c, material) in material.filter(|(_, m)| of_messages(m.modality)) {
            for (s, prevalence) in material.prevalence.iter().enumerate() {
                let value = self.draw.of(*prevalence);
                let span = places.prevalence[c][s];
                let published = self.model.parameters.get(*prevalence).meta.is_published();
                if value > 0.01 && !published && !seen.contains(&span) {
                    seen.push(span);
                    let diagnostic = Diagnostic::at(
                        Code::HighPrevalence,
                        span,
                        format!("prevalence of `{}` is {}", material.name, percent(value)),
                        format!("1 item in {} would be abuse", number(1.0 / value)),
                    )
                    .help("published hit rates lie between 1 in a million and 1 in a thousand: check the unit, or give the source");
                    self.diagnostics.push(diagnostic);
                }
            }
        }
    }

    fn volumes(&mut self) {
        for (service, place) in self
            .model
            .world
            .services
            .iter()
            .zip(&self.lowered.places.service)
        {
            let total = service.greatest_total(self.draw, self.model.run.days);
            if total > GREATEST_TOTAL {
                let diagnostic = Diagnostic::at(
                    Code::OutOfRange,
                    *place,
                    format!(
                        "service `{}` would carry {} items over the run",
                        service.name,
                        number(total)
                    ),
                    "",
                )
                .help(format!(
                    "up to {} items can be counted exactly: check accounts, items and growth, or run fewer days",
                    number(GREATEST_TOTAL)
                ));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn curves(&mut self) {
        for (detector, place) in self
            .model
            .world
            .detectors
            .iter()
            .zip(&self.lowered.places.detector)
        {
            if let Err(error) = detector.curve(self.draw) {
                let message = error.to_string();
                if message.contains("NaN") || self.is_mistaken(*place) {
                    continue;
                }
                let diagnostic = Diagnostic::at(
                    Code::ImpossibleDetector,
                    *place,
                    format!("`{}` is no detector: {message}", detector.name),
                    "",
                )
                .help(advice(&error));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn expectations(&mut self) {
        let places = &self.lowered.places.expectation;
        for (expectation, (low, high)) in self.model.expectations.iter().zip(places) {
            if expectation.low > expectation.high {
                let name = &expectation.name;
                let title =
                    format!("nothing meets the expectation `{name}`: `high` is below `low`");
                let diagnostic = Diagnostic::at(Code::Contradiction, *high, title, "")
                    .related(*low, "above it")
                    .help("exchange the two");
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Draws are complete, and what ends the run can be met.
    fn precision(&mut self) {
        let run = &self.model.run;
        let places = &self.lowered.places.run;
        if !run.replications.is_multiple_of(run.repeats) {
            let whole = run.replications.div_ceil(run.repeats) * run.repeats;
            let title = format!(
                "{} replications are not a multiple of {} repeats",
                run.replications, run.repeats
            );
            self.diagnostics.push(
                Diagnostic::at(Code::Contradiction, places.replications, title, "")
                    .related(places.repeats, "repeats of every draw")
                    .help(format!("write `replications = {whole}`")),
            );
        }
        let Some(stop) = &run.stop else {
            return;
        };
        if stop.confidence <= 0.0 || stop.confidence >= 1.0 {
            let title = "no interval has a confidence of 0 or 1";
            self.diagnostics.push(
                Diagnostic::at(Code::OutOfRange, places.confidence, title, "")
                    .help("write `confidence = \"95 %\"`"),
            );
        }
        if stop.at_least > run.replications {
            let title = format!(
                "at least {} replications are more than the {} of the run",
                stop.at_least, run.replications
            );
            self.diagnostics.push(
                Diagnostic::at(Code::Contradiction, places.at_least, title, "")
                    .related(places.replications, "replications of the run")
                    .help("raise `run.replications`, which is the greatest number"),
            );
        }
    }

    /// Warns where a desk of the chain receives more than it can read, at central values and as long as orders last.
    fn load(&mut self, points: &[Option<OperatingPoint>]) {
        if self.diagnostics.iter().any(|d| d.code == Code::OutOfRange) {
            return;
        }
        let Some(points) = points.iter().cloned().collect::<Option<Vec<_>>>() else {
            return;
        };
        let flows = self.model.mean_flows(self.draw, &points);
        for (&desk, arrivals) in self.model.policy.desks.iter().zip(flows) {
            let place = self.lowered.places.desk_capacity[desk];
            let desk = &self.model.world.desks[desk];
            let capacity = desk.mean_capacity_per_day(self.draw);
            if matches!(desk.capacity, Capacity::Unlimited) || !(arrivals > capacity) {
                continue;
            }
            let receives = format!(
                "desk `{}` receives {} {} a day",
                desk.name,
                number(arrivals),
                desk.reads.noun()
            );
            let title = if capacity > 0.0 {
                let (reads, factor) = (number(capacity), number(arrivals / capacity));
                format!("{receives} and can read {reads}: utilisation {factor}")
            } else {
                format!("{receives} and can read none")
            };
            let label = format!("{} a day", number(capacity));
            let mut diagnostic = Diagnostic::at(Code::Overload, place, title, label);
            diagnostic = diagnostic.note(if self.model.mechanisms.switched_on().is_empty() {
                "its backlog grows for as long as the orders last"
            } else {
                "counted without the mechanisms that are switched on; its backlog would grow for as long as the orders last"
            });
            let per_person = desk.mean_capacity_per_person(self.draw);
            if let Some(each) = per_person.filter(|each| *each > 0.0) {
                diagnostic = diagnostic.help(format!(
                    "about {} people would keep up, or a stricter margin, or expiry",
                    number((arrivals / each).ceil())
                ));
            }
            self.report(diagnostic);
        }
    }
}

/// What to write in place of numbers that describe no curve.
fn advice(error: &CurveError) -> &'static str {
    match error {
        CurveError::Outside { .. } => "write rates above 0 % and below 100 %",
        CurveError::Number { .. } => "give that many points",
        CurveError::Order => {
            "sort the points: a higher false-positive rate goes with a higher recall"
        }
        CurveError::NoSeparation(_) => {
            "the recall must be higher than the false-positive rate, and an `auc` above 0.5"
        }
        CurveError::NoSpread(_) => "correct the second point, or leave it out",
        CurveError::Shares(_) => "lower one share: together they may be at most 100 %",
    }
}

/// A share with enough digits to be told from 100 %.
fn exact_percent(share: f64) -> String {
    let text = format!("{:.4}", 100.0 * share);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}
