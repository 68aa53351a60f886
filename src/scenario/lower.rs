//! A checked document to a [`Model`]. Whatever could not be read is NaN here; what depends on it is not judged.

mod correlations;
mod desks;
mod detectors;
mod mechanisms;
mod orders;
mod people;
mod run;
mod techniques;
mod triggers;

use super::reader::{Context, Reader};
use super::schema::ROOT;
use super::tree::TableNode;
use crate::diag::{Diagnostic, Sources, Span};
use crate::model::Model;
use crate::model::parameter::{Draw, Param, Parameters};
use crate::model::policy::{Expectation, Run};
use crate::model::world::World;
use crate::units::Unit;
use std::cell::RefCell;

pub(crate) use mechanisms::{Marks, MechanismPlaces};

/// Where keys that say how a scenario is run were written.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RunPlaces {
    pub(crate) replications: Span,
    pub(crate) repeats: Span,
    pub(crate) confidence: Span,
    pub(crate) at_least: Span,
}

/// Where things of the model were written, for messages about the model.
#[derive(Debug, Default, Clone)]
pub(crate) struct Places {
    pub(crate) prevalence: Vec<Vec<Span>>,
    pub(crate) benign_share: Vec<Vec<Span>>,
    pub(crate) group_share: Vec<Span>,
    pub(crate) state_share: Vec<(Span, Span)>,
    pub(crate) service: Vec<Span>,
    pub(crate) stock: Vec<Option<(&'static str, Span)>>,
    pub(crate) detector: Vec<Span>,
    pub(crate) bench_mix: Vec<Span>,
    pub(crate) desk_capacity: Vec<Span>,
    pub(crate) order: Vec<OrderPlaces>,
    pub(crate) trigger: Vec<TriggerPlaces>,
    pub(crate) mechanism: MechanismPlaces,
    pub(crate) chain: Vec<(String, Span)>,
    pub(crate) expectation: Vec<(Span, Span)>,
    pub(crate) run: RunPlaces,
}

/// Where an order was written.
#[derive(Debug, Clone)]
pub(crate) struct OrderPlaces {
    pub(crate) here: Span,
    pub(crate) detector: Span,
    pub(crate) rule: Span,
    pub(crate) services: Span,
    pub(crate) starts: Span,
    pub(crate) from: Span,
    pub(crate) renewals: Span,
    pub(crate) renew_if: Option<ConditionPlaces>,
}

/// Where a condition was written.
#[derive(Debug, Clone)]
pub(crate) struct ConditionPlaces {
    pub(crate) here: Span,
    pub(crate) desk: Span,
}

/// Where a trigger was written.
#[derive(Debug, Clone)]
pub(crate) struct TriggerPlaces {
    pub(crate) when: ConditionPlaces,
    pub(crate) order: Span,
    pub(crate) action: Span,
}

/// A model with the places of its parts.
pub(crate) struct Lowered {
    pub(crate) model: Model,
    pub(crate) places: Places,
}

/// Builds the model of a document; adds mistakes that only show when keys are seen together.
pub(crate) fn lower(
    root: &TableNode,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Lowered {
    let context = Context {
        sources,
        parameters: RefCell::new(Parameters::default()),
    };
    let reader = Reader::new(&context, &ROOT, root);
    let mut places = Places::default();
    let world = world(&reader, &mut places, diagnostics);
    let policy = orders::policy(&reader, &world, &mut places, diagnostics);
    let mechanisms = mechanisms::mechanisms(&reader, &world, &mut places.mechanism);
    let expectations = expectations(&reader, &mut places);
    let run = run::run(&reader);
    let raw_stop = run::stop(&reader);
    let raw_factors = run::factors(&reader);
    let raw_correlations = correlations::read(&reader, diagnostics);
    places.run = run::places(&reader);
    let model = Model {
        title: reader.word("title"),
        question: reader.text("question"),
        look_at: reader.text("look-at"),
        group: reader.text("group"),
        proponents: reader.text("proponents"),
        critics: reader.text("critics"),
        decided_by: reader.text("decided-by"),
        mechanisms,
        parameters: context.parameters.into_inner(),
        dependence: None,
        world,
        policy,
        run,
        factors: Vec::new(),
        expectations: Vec::new(),
    };
    let central = model.parameters.central();
    let stop = raw_stop.map(|raw| raw.resolve(&central));
    let expectations = expectations
        .into_iter()
        .map(|e| e.resolve(&central))
        .collect();
    let factors = run::resolve(raw_factors, &model, diagnostics);
    let dependence = correlations::resolve(raw_correlations, &model, diagnostics);
    Lowered {
        model: Model {
            factors,
            dependence,
            run: Run { stop, ..model.run },
            expectations,
            ..model
        },
        places,
    }
}

fn world(reader: &Reader<'_>, places: &mut Places, diagnostics: &mut Vec<Diagnostic>) -> World {
    let modalities = people::modalities(reader);
    let services = people::services(reader, &modalities, places);
    let material = people::material(reader, &services, &modalities, places);
    let benign = people::benign(reader, &services, &modalities, places, diagnostics);
    let groups = people::groups(reader, places);
    let detectors = detectors::detectors(reader, &material, &benign, places, diagnostics);
    let desks = desks::desks(reader, &material, &benign, places, diagnostics);
    World {
        population: reader.quantity("population"),
        member_states: people::member_states(reader, places),
        modalities,
        services,
        material,
        benign,
        groups,
        detectors,
        desks,
        techniques: techniques::techniques(reader),
    }
}

struct RawExpectation {
    expectation: Expectation,
    low: crate::model::parameter::Param<crate::units::Number>,
    high: crate::model::parameter::Param<crate::units::Number>,
}

impl RawExpectation {
    fn resolve(self, central: &Draw) -> Expectation {
        Expectation {
            low: central.of(self.low),
            high: central.of(self.high),
            ..self.expectation
        }
    }
}

fn expectations(reader: &Reader<'_>, places: &mut Places) -> Vec<RawExpectation> {
    reader
        .map("expect")
        .into_iter()
        .map(|(name, r)| {
            places.expectation.push((r.span("low"), r.span("high")));
            RawExpectation {
                low: r.quantity("low"),
                high: r.quantity("high"),
                expectation: Expectation {
                    name,
                    metric: r.word("metric"),
                    service: r.text("service").unwrap_or_default(),
                    desk: r.text("desk").unwrap_or_default(),
                    class: r.text("class").unwrap_or_default(),
                    place: r.span("metric"),
                    low: f64::NAN,
                    high: f64::NAN,
                    source: r.text("source"),
                },
            }
        })
        .collect()
}

/// Position of a name in a list; names that do not exist were refused before.
fn position<'a>(names: impl IntoIterator<Item = &'a str>, wanted: &str) -> Option<usize> {
    names.into_iter().position(|n| n == wanted)
}

/// A number for every name: its own in the table `at`, else the common one.
fn by_name<'n, U: Unit>(
    reader: &Reader<'_>,
    names: impl IntoIterator<Item = &'n str>,
    common: Param<U>,
    at: &str,
) -> Vec<Param<U>> {
    let own = reader.quantity_map(at);
    names
        .into_iter()
        .map(|name| {
            own.iter()
                .find(|(n, _)| n == name)
                .map_or(common, |(_, number)| *number)
        })
        .collect()
}

/// The desk that a key names; refused before when there is none.
fn desk(reader: &Reader<'_>, world: &World) -> Option<usize> {
    position(
        world.desks.iter().map(|d| d.name.as_str()),
        &reader.word("desk"),
    )
}

fn title(reader: &Reader<'_>, name: &str) -> String {
    reader.text("title").unwrap_or_else(|| name.to_owned())
}
