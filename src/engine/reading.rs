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
    /// P(flagged where users report and no detector reads), by lane.
    pub(crate) told: Vec<f64>,
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
    open: Table,
    encrypted: Option<Table>,
    coverage: Vec<(f64, f64)>,
    /// Number of classes of abuse.
    material: usize,
}

/// Rates laid out by lane and order of a stream.
#[derive(Debug, Clone)]
struct Table {
    composition: Vec<f64>,
    missed: Vec<f64>,
    told: Vec<f64>,
    flags: Vec<Vec<f64>>,
}

impl Table {
    fn new(rates: Rates, stream: &ItemStream, lanes: &[Lane]) -> Self {
        let of_lane = |lane: &Lane| {
            let orders = stream.orders.iter();
            orders.map(|o| rate(&rates, lane.class, *o)).collect()
        };
        Self {
            flags: lanes[stream.lanes.clone()].iter().map(of_lane).collect(),
            composition: rates.composition,
            missed: rates.missed,
            told: rates.told,
        }
    }
}

impl Base {
    /// `active`: by order of the policy. `turns`: whether the service turns encrypted in this run.
    pub(crate) fn new(
        model: &Model,
        draw: &Draw,
        points: &[OperatingPoint],
        (stream, lanes): (&ItemStream, &[Lane]),
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
        let rates = |active: &[usize]| {
            let rates = model.rates(draw, points, service, modality, active);
            Table::new(rates, stream, lanes)
        };
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
            coverage: stream.orders.iter().map(coverage).collect(),
            encrypted: turns.then(|| rates(&hidden)),
            open: rates(&open),
        }
    }

    /// Writes the rates of a day. `stock`: circulating pieces compared with the first day, by class of abuse; empty while
    /// no mechanism moves them.
    pub(crate) fn write(
        &self,
        stream: &ItemStream,
        lanes: &[Lane],
        stock: &[f64],
        state: &ServiceState,
        out: &mut Reading,
    ) {
        let hidden = state.encrypted;
        let stays = (1.0 - state.left) * (1.0 - state.disguised);
        let stock = |class: usize| stock.get(class).copied().unwrap_or(1.0);
        out.resize(stream, lanes, self.open.composition.len(), self.material);
        for class in 0..self.open.composition.len() {
            let share = self.open.composition[class];
            let missed = self.mixed(hidden, |r| r.missed[class]);
            if class >= self.material {
                (out.composition[class], out.missed[class]) = (share, missed);
                continue;
            }
            let factor = stock(class);
            out.absent += share * (1.0 - factor).max(0.0);
            out.extra += share * (factor - 1.0).max(0.0);
            out.composition[class] = share * factor;
            out.left[class] = share * factor * state.left;
            out.disguised[class] = share * factor * (1.0 - state.left) * state.disguised;
            out.missed[class] = missed * factor * stays;
        }
        for (i, lane) in lanes[stream.lanes.clone()].iter().enumerate() {
            let factor = if lane.class < self.material {
                stock(lane.class) * stays
            } else {
                1.0
            };
            out.told[i] = factor * self.mixed(hidden, |r| r.told[lane.class]);
            for (o, flagged) in out.by_order[i].iter_mut().enumerate() {
                *flagged = factor * self.mixed(hidden, |r| r.flags[i][o]);
                out.flagged[i] += *flagged;
            }
        }
        for (read, (open, closed)) in out.read.iter_mut().zip(&self.coverage) {
            *read = (1.0 - hidden) * open + hidden * closed;
        }
    }

    fn mixed(&self, hidden: f64, part: impl Fn(&Table) -> f64) -> f64 {
        match &self.encrypted {
            Some(encrypted) if hidden > 0.0 => {
                (1.0 - hidden) * part(&self.open) + hidden * part(encrypted)
            }
            _ => part(&self.open),
        }
    }
}

impl Reading {
    /// P(an item is abuse and sent), of `material` classes of abuse.
    pub(crate) fn abuse(&self, material: usize) -> f64 {
        self.composition[..material].iter().sum()
    }

    /// Share of the flags of a lane that a detector read, and not only users.
    pub(crate) fn scanned(&self, lane: usize) -> f64 {
        let (told, flagged) = (self.told[lane], self.flagged[lane]);
        if told == 0.0 {
            1.0
        } else {
            (1.0 - told / flagged).max(0.0)
        }
    }

    /// Zeros of the right shape.
    fn resize(&mut self, stream: &ItemStream, lanes: &[Lane], classes: usize, material: usize) {
        let zeros = |list: &mut Vec<f64>, n: usize| {
            list.clear();
            list.resize(n, 0.0);
        };
        (self.absent, self.extra) = (0.0, 0.0);
        zeros(&mut self.composition, classes);
        zeros(&mut self.missed, classes);
        zeros(&mut self.left, material);
        zeros(&mut self.disguised, material);
        zeros(&mut self.flagged, stream.lanes.len());
        zeros(&mut self.told, stream.lanes.len());
        zeros(&mut self.read, stream.orders.len());
        self.by_order.resize(stream.lanes.len(), Vec::new());
        for (list, lane) in self.by_order.iter_mut().zip(&lanes[stream.lanes.clone()]) {
            zeros(list, lane.kinds.len());
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
