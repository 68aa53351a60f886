//! What is read and flagged of a stream on a day: the rates of the orders in force, and what the mechanisms make of them.

use super::plan::{ItemStream, Lane};
use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::rates::Rates;

/// What the mechanisms make of a service on a day.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ServiceState {
    /// Share of the accounts that is encrypted since a date.
    pub(crate) encrypted: f64,
    /// Share of the abusive traffic that has left.
    pub(crate) left: f64,
    /// Share of what stayed that is encrypted in advance.
    pub(crate) disguised: f64,
}

/// Probabilities of one item of a stream on a day.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    /// P(of the class and sent), by class.
    pub(crate) composition: Vec<f64>,
    /// P(of the class of abuse and not sent, compared with the first day).
    pub(crate) absent: f64,
    /// P(of a class of abuse and sent beyond those of the first day).
    pub(crate) extra: f64,
    /// P(of the class and sent elsewhere), by class of abuse.
    pub(crate) left: Vec<f64>,
    /// P(of the class and encrypted in advance), by class of abuse.
    pub(crate) disguised: Vec<f64>,
    /// P(of the class, scanned and not flagged), by class.
    pub(crate) missed: Vec<f64>,
    /// Whether a detector reads, and not only users report.
    pub(crate) is_scanned: bool,
    /// P(flagged), by lane.
    pub(crate) flagged: Vec<f64>,
    /// P(flagged for the order), by lane, by order of the stream.
    pub(crate) by_order: Vec<Vec<f64>>,
    /// Share of the items that each order of the stream reads.
    pub(crate) read: Vec<f64>,
}

/// The rates of a stream while its orders stay as they are: of open accounts, and of encrypted ones.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    open: Rates,
    encrypted: Option<Rates>,
    coverage: Vec<(f64, f64)>,
    is_scanned: bool,
    /// Number of classes of abuse.
    material: usize,
}

impl Base {
    /// `active`: by order of the policy. `turns`: whether the service turns encrypted in this run.
    pub(crate) fn new(
        model: &Model,
        draw: &Draw,
        points: &[OperatingPoint],
        stream: &ItemStream,
        active: &[bool],
        turns: bool,
    ) -> Self {
        let (service, modality) = (stream.service, stream.modality);
        let open: Vec<usize> = in_force(stream, active);
        let hidden: Vec<usize> = open
            .iter()
            .copied()
            .filter(|o| model.reads_encrypted(*o))
            .collect();
        let rates = |active: &[usize]| model.rates(draw, points, service, modality, active);
        let coverage = |o: &usize| {
            let reads = |list: &[usize]| {
                if list.contains(o) {
                    model.coverage(draw, *o)
                } else {
                    0.0
                }
            };
            (reads(&open), reads(&hidden))
        };
        Self {
            material: model.world.material.len(),
            is_scanned: open.iter().any(|o| model.scans(*o)),
            coverage: stream.orders.iter().map(coverage).collect(),
            encrypted: turns.then(|| rates(&hidden)),
            open: rates(&open),
        }
    }

    /// The rates of a day. `stock`: circulating pieces compared with the first day, by class of abuse; empty while no
    /// mechanism moves them.
    pub(crate) fn reading(
        &self,
        stream: &ItemStream,
        lanes: &[Lane],
        stock: &[f64],
        state: &ServiceState,
    ) -> Reading {
        let (hidden, material) = (state.encrypted, self.material);
        let mut composition = self.open.composition.clone();
        let mut missed = self.mixed(hidden, |r| r.missed.clone());
        let (mut absent, mut extra) = (0.0, 0.0);
        let (mut left, mut disguised) = (vec![0.0; material], vec![0.0; material]);
        let stays = (1.0 - state.left) * (1.0 - state.disguised);
        let stock = |class: usize| stock.get(class).copied().unwrap_or(1.0);
        for class in 0..material {
            let factor = stock(class);
            absent += composition[class] * (1.0 - factor).max(0.0);
            extra += composition[class] * (factor - 1.0).max(0.0);
            composition[class] *= factor;
            left[class] = composition[class] * state.left;
            disguised[class] = composition[class] * (1.0 - state.left) * state.disguised;
            missed[class] *= factor * stays;
        }
        let by_order: Vec<Vec<f64>> = lanes[stream.lanes.clone()]
            .iter()
            .map(|lane| {
                let factor = if lane.class < material {
                    stock(lane.class) * stays
                } else {
                    1.0
                };
                let of_order = |o: &usize| {
                    let open = rate(&self.open, lane.class, *o);
                    match &self.encrypted {
                        Some(encrypted) if hidden > 0.0 => {
                            let closed = rate(encrypted, lane.class, *o);
                            factor * ((1.0 - hidden) * open + hidden * closed)
                        }
                        _ => factor * open,
                    }
                };
                stream.orders.iter().map(of_order).collect()
            })
            .collect();
        Reading {
            composition,
            absent,
            extra,
            left,
            disguised,
            missed,
            is_scanned: self.is_scanned,
            flagged: by_order.iter().map(|orders| orders.iter().sum()).collect(),
            by_order,
            read: self
                .coverage
                .iter()
                .map(|(open, closed)| (1.0 - hidden) * open + hidden * closed)
                .collect(),
        }
    }

    fn mixed(&self, hidden: f64, part: impl Fn(&Rates) -> Vec<f64>) -> Vec<f64> {
        let open = part(&self.open);
        match &self.encrypted {
            Some(encrypted) if hidden > 0.0 => open
                .iter()
                .zip(part(encrypted))
                .map(|(o, e)| (1.0 - hidden) * o + hidden * e)
                .collect(),
            _ => open,
        }
    }
}

fn in_force(stream: &ItemStream, active: &[bool]) -> Vec<usize> {
    let orders = stream.orders.iter().copied();
    orders.filter(|o| active[*o]).collect()
}

fn rate(rates: &Rates, class: usize, order: usize) -> f64 {
    let of = rates.flags.iter().find(|f| (f.0, f.1) == (class, order));
    of.map_or(0.0, |f| f.2)
}
