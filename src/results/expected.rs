//! Published results that a run must reproduce.

use super::{Results, metric};
use crate::diag::{Code, Diagnostic, Span};
use crate::language::Language;
use crate::model::Model;
use crate::model::policy::Expectation;
use crate::model::precision::Stop;
use crate::say;

/// An expectation and what came out.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// What was expected.
    pub expectation: &'a Expectation,
    /// The mean over replications; `None` when there is no such metric, or it is undefined.
    pub mean: Option<f64>,
}

impl Outcome<'_> {
    /// Whether the mean lies between the two ends.
    pub fn is_met(&self) -> bool {
        self.mean
            .is_some_and(|m| m >= self.expectation.low && m <= self.expectation.high)
    }

    /// The outcome in a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let e = self.expectation;
        let verdict = if self.is_met() {
            say!(language, "answer-met")
        } else {
            say!(language, "answer-missed")
        };
        let mean = match self.mean {
            Some(mean) => exact(language, mean),
            None => say!(language, "answer-nothing-of-that-name"),
        };
        let text = say!(
            language,
            "answer-expected",
            name = &e.name,
            low = exact(language, e.low),
            high = exact(language, e.high),
            mean = mean,
            verdict = verdict
        );
        match &e.source {
            Some(source) => format!("{text} ({source})"),
            None => text,
        }
    }
}

/// Six significant digits, so that the band can be seen.
fn exact(language: Language, value: f64) -> String {
    let digits = |text: String| language.numerals().digits(&text);
    if value == 0.0 {
        return "0".into();
    }
    if value.abs() < 1e-6 {
        return digits(format!("{value:.5e}"));
    }
    let decimals = 5.0 - libm::floor(libm::log10(value.abs()));
    if value.abs() >= 1000.0 {
        language.thousands(value)
    } else {
        digits(format!("{value:.*}", decimals.clamp(0.0, 15.0) as usize))
    }
}

/// What a part of a scenario says that it is about.
struct About<'a> {
    /// Such as "the expectation `tips`".
    what: String,
    metric: &'a str,
    service: &'a str,
    desk: &'a str,
    class: &'a str,
    place: Span,
}

impl<'a> About<'a> {
    fn expectation(e: &'a Expectation) -> Self {
        Self {
            what: format!("the expectation `{}`", e.name),
            metric: &e.metric,
            service: &e.service,
            desk: &e.desk,
            class: &e.class,
            place: e.place,
        }
    }

    fn stop(s: &'a Stop) -> Self {
        Self {
            what: "the rule that ends the run".into(),
            metric: &s.metric,
            service: &s.service,
            desk: &s.desk,
            class: &s.class,
            place: s.place,
        }
    }
}

fn named(model: &Model) -> Vec<About<'_>> {
    let expectations = model.expectations.iter().map(About::expectation);
    expectations
        .chain(model.run.stop.as_ref().map(About::stop))
        .collect()
}

/// Expectations, and a rule that ends the run, about a metric, a service, a desk or a class that no run of the model can have.
pub fn unknown(model: &Model) -> Vec<Diagnostic> {
    let world = &model.world;
    let services: Vec<&str> = world.services.iter().map(|s| s.name.as_str()).collect();
    let desks: Vec<String> = model
        .policy
        .desks
        .iter()
        .flat_map(|d| places(model, *d))
        .collect();
    let classes = (0..world.classes()).map(|c| world.class_name(c));
    let orders = model.policy.orders.iter().map(|o| o.name.as_str());
    let groups = world.groups.iter().map(|g| g.name.as_str());
    let users = super::measure::USERS.into_iter();
    let classes: Vec<&str> = classes.chain(orders).chain(groups).chain(users).collect();
    let mut unknown = Vec::new();
    for about in named(model) {
        let mut report = |what: &str, name: &str, known: String| {
            let title = format!(
                "{} is about a {what} `{name}`, which there is not",
                about.what
            );
            unknown.push(Diagnostic::at(Code::UnknownName, about.place, title, "").help(known));
        };
        if metric::find(about.metric).is_none() {
            let known = "docs/metrics.md lists the metrics".into();
            report("metric", about.metric, known);
        }
        if !about.service.is_empty() && !services.contains(&about.service) {
            let known = format!("services: {}", services.join(", "));
            report("service", about.service, known);
        }
        if !about.desk.is_empty() && !desks.iter().any(|d| d == about.desk) {
            report("desk", about.desk, format!("desks: {}", desks.join(", ")));
        }
        if !about.class.is_empty() && !classes.contains(&about.class) {
            let known = format!("classes, orders, groups and users: {}", classes.join(", "));
            report("class", about.class, known);
        }
    }
    unknown
}

/// A desk, and its member states where it is split.
fn places(model: &Model, desk: usize) -> Vec<String> {
    let desk = &model.world.desks[desk];
    let states = model.world.member_states.iter().filter(|_| desk.split);
    std::iter::once(desk.name.clone())
        .chain(states.map(|s| format!("{}/{}", desk.name, s.name)))
        .collect()
}

/// All expectations of a model against the results of a run.
pub fn outcomes<'a>(model: &'a Model, results: &Results) -> Vec<Outcome<'a>> {
    model
        .expectations
        .iter()
        .map(|expectation| {
            let e = expectation;
            let found = results.find(&e.metric, &e.service, &e.desk, &e.class);
            Outcome {
                expectation,
                mean: found.and_then(|f| f.summary).map(|s| s.mean),
            }
        })
        .collect()
}
