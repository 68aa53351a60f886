//! What is carried and flagged on a day, and what the mechanisms make of the next: everything before the first desk.

use super::bursts::{Bursts, Flagged};
use super::circulation::{Circulation, Seen};
use super::error::EngineError;
use super::finding::found;
use super::flags::split;
use super::movement::Movement;
use super::order_book::OrderBook;
use super::plan::Plan;
use super::reading::{Base, Reading, ServiceState};

use super::replication::{FlagDay, Prepared};
use super::settings::{Settings, Spell};
use super::stage::Stage;
use super::stream_run::{StreamRun, StreamTotals};
use super::tally::PoolTotals;
use super::threshold::{Pool, pools};
use super::volume::ServiceVolume;
use crate::model::Model;
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Draw;
use crate::model::policy::Outputs;

/// Everything before the first desk.
pub(crate) struct Traffic<'a> {
    prepared: &'a Prepared<'a>,
    draw: &'a Draw,
    plan: &'a Plan,
    settings: Settings,
    orders: OrderBook,
    movement: Movement,
    circulation: Circulation,
    bursts: Vec<Bursts>,
    pools: Vec<(Pool<'a>, PoolTotals)>,
    volumes: Vec<ServiceVolume>,
    /// Of today, by service.
    factors: Vec<f64>,
    streams: Vec<StreamRun>,
    readings: Vec<Reading>,
    /// Room for the next reading of a stream.
    next: Reading,
    /// Items of today by stream, bursts aside.
    items: Vec<u64>,
    /// Flags of today by lane and order of its stream, where they must be told apart.
    by_order: Vec<Vec<u64>>,
    /// What is passed on to the first desk today, by kind.
    pub(crate) reported: Vec<u64>,
    /// The same of all days so far.
    sent: Vec<u64>,
    today: FlagDay,
    /// Expected circulating abuse of today.
    circulating: f64,
    daily: bool,
    days: Vec<FlagDay>,
}

/// What was carried, flagged and passed on in one replication.
pub(crate) struct Carried {
    /// By stream.
    pub(crate) streams: Vec<StreamTotals>,
    /// Flags passed on to the first desk, by kind: all of them unless accounts need several hits.
    pub(crate) sent: Vec<u64>,
    /// What each order read, at each of its thresholds.
    pub(crate) spells: Vec<Vec<Spell>>,
    /// Days on which each order was in force.
    pub(crate) order_days: Vec<u64>,
    /// By service and detector, when accounts need several hits.
    pub(crate) accounts: Vec<(usize, PoolTotals)>,
    /// Circulating pieces at the end, by class of abuse; `None` where they are not counted.
    pub(crate) pieces: Vec<Option<u64>>,
    /// Pieces removed, by class of abuse.
    pub(crate) removed: Vec<u64>,
    /// Pieces that joined the list.
    pub(crate) listed: u64,
    /// The perceived chance of detection at the end.
    pub(crate) perceived: f64,
    /// By day; empty when only totals are asked for.
    pub(crate) flag_days: Vec<FlagDay>,
    /// Circulating pieces by class of abuse and day; empty when only totals are asked for.
    pub(crate) piece_days: Vec<Vec<u64>>,
}

impl<'a> Traffic<'a> {
    pub(crate) fn new(
        prepared: &'a Prepared<'a>,
        draw: &'a Draw,
        points: &[OperatingPoint],
        plan: &'a Plan,
        replication: u64,
    ) -> Self {
        let (model, streams) = (prepared.model, &prepared.streams);
        let burst = |b| Bursts::new(model, draw, plan, b, streams, replication);
        let accounts = model.mechanisms.accounts.as_ref();
        let pools = accounts.map_or(Vec::new(), |a| pools(prepared, draw, plan, a, replication));
        let orders = |lane: &super::plan::Lane| vec![0; lane.kinds.len()];
        Self {
            settings: Settings::new(points),
            orders: OrderBook::new(model, draw),
            movement: Movement::new(model, draw),
            circulation: Circulation::new(model, draw, streams, replication),
            bursts: model.mechanisms.bursts.iter().map(burst).collect(),
            pools: pools
                .into_iter()
                .map(|p| (p, PoolTotals::default()))
                .collect(),
            volumes: (0..model.world.services.len())
                .map(|s| ServiceVolume::new(model, draw, s, streams, replication))
                .collect(),
            factors: vec![1.0; model.world.services.len()],
            streams: (0..plan.streams.len())
                .map(|s| StreamRun::new(prepared, plan, s, replication))
                .collect(),
            readings: vec![Reading::default(); plan.streams.len()],
            next: Reading::default(),
            items: vec![0; plan.streams.len()],
            by_order: plan.lanes.iter().map(orders).collect(),
            reported: vec![0; plan.kinds.len()],
            sent: vec![0; plan.kinds.len()],
            today: FlagDay::default(),
            circulating: 0.0,
            daily: model.run.outputs == Outputs::Daily,
            days: Vec::new(),
            prepared,
            draw,
            plan,
        }
    }

    /// Orders, lists, users and services at the start of a day.
    pub(crate) fn begin(&mut self, day: usize) -> Result<(), EngineError> {
        let model = self.prepared.model;
        let changes = self.orders.begin(model, day);
        for trigger in &changes.rules {
            self.settings
                .change_rule(self.prepared, self.draw, *trigger)?;
        }
        let listed = self.circulation.listed();
        let grown = self.settings.grow_list(self.prepared, listed);
        let new_rates = day == 0 || changes.active || !changes.rules.is_empty() || grown;
        let stock = if self.circulation.is_on() {
            self.circulation.ratios()
        } else {
            Vec::new()
        };
        for s in 0..self.streams.len() {
            let stream = &self.plan.streams[s];
            if stream
                .orders
                .iter()
                .any(|o| self.reads(*o, stream.service, day))
            {
                self.movement.read(stream.service, day);
            }
            if new_rates {
                self.streams[s].base = None;
            }
            let state = self.movement.state(stream.service, day);
            let run = &self.streams[s];
            if run.base.is_none() || run.state != state || run.stock != stock {
                self.renew(s, state, &stock);
            }
        }
        Ok(())
    }

    /// Whether a detector reads messages of a service for an order on a day.
    fn reads(&self, order: usize, service: usize, day: usize) -> bool {
        let model = self.prepared.model;
        let in_force = self.orders.active()[order] && model.scans(order);
        in_force && (model.reads_encrypted(order) || self.movement.encrypted(service, day) < 1.0)
    }

    /// Whether more abuse circulates in a stream than it carries items: a stock has grown too much.
    pub(crate) fn overflows(&self) -> bool {
        let material = self.prepared.model.world.material.len();
        let full = |reading: &Reading| reading.abuse(material) > 1.0 + 1e-9;
        self.circulation.is_on() && self.readings.iter().any(full)
    }

    /// The reading of a stream from today on; a stretch of days with the same rates ends where it changes.
    fn renew(&mut self, s: usize, state: ServiceState, stock: &[f64]) {
        let (model, plan) = (self.prepared.model, self.plan);
        let stream = &plan.streams[s];
        let run = &mut self.streams[s];
        let turns = self.movement.turns(stream.service);
        let base = run.base.get_or_insert_with(|| {
            let active = self.orders.active();
            Base::new(
                model,
                self.draw,
                self.settings.points(),
                (stream, &plan.lanes),
                active,
                turns,
            )
        });
        base.write(stream, &plan.lanes, stock, &state, &mut self.next);
        run.state = state;
        run.stock.clear();
        run.stock.extend(stock);
        if self.next != self.readings[s] {
            run.end_stretch(&self.readings[s], &plan.lanes[stream.lanes.clone()]);
            std::mem::swap(&mut self.next, &mut self.readings[s]);
        }
    }

    /// Items and flags of a day.
    pub(crate) fn flag(&mut self, day: usize, weekday: usize) -> Result<(), EngineError> {
        let model = self.prepared.model;
        for (factor, volume) in self.factors.iter_mut().zip(&mut self.volumes) {
            *factor = volume.factor(day, weekday);
        }
        self.today = FlagDay::default();
        self.circulating = 0.0;
        self.reported.fill(0);
        let apart = !self.pools.is_empty() || !self.bursts.is_empty();
        for (s, stream) in self.plan.streams.iter().enumerate() {
            let volume = &mut self.volumes[stream.service];
            let items = volume.items(stream.modality, self.factors[stream.service]);
            self.items[s] = items;
            self.carry(s, items);
            self.flag_stream(s, items, apart);
        }
        if apart {
            self.burst(model);
            self.pass(day);
        }
        for (sum, n) in self.sent.iter_mut().zip(&self.reported) {
            *sum += n;
        }
        if self.daily {
            self.days.push(self.today);
        }
        Ok(())
    }

    fn carry(&mut self, s: usize, items: u64) {
        let (stream, reading) = (&self.plan.streams[s], &self.readings[s]);
        let material = self.prepared.model.world.material.len();
        self.streams[s].totals.items += items;
        self.today.items += items;
        self.circulating += items as f64 * reading.abuse(material);
        for (i, (order, share)) in stream.orders.iter().zip(&reading.read).enumerate() {
            let read = items as f64 * share;
            self.settings.add(*order, read);
            self.streams[s].totals.read[i] |= read > 0.0;
        }
        let orders = &self.prepared.model.policy.orders;
        let detector = |i: usize| orders[stream.orders[i]].detector;
        for i in 0..stream.orders.len() {
            let reads = |j: usize| reading.read[j] > 0.0 && detector(j) == detector(i);
            let days = &mut self.streams[s].totals.days_read[i];
            *days += u64::from(items > 0 && (0..stream.orders.len()).any(reads));
        }
    }

    fn flag_stream(&mut self, s: usize, items: u64, apart: bool) {
        let stream = &self.plan.streams[s];
        let (run, reading) = (&mut self.streams[s], &self.readings[s]);
        run.flagger.flag(reading, items, &mut run.today);
        run.stretch.0 += items;
        for (i, lane) in stream.lanes.clone().enumerate() {
            let n = run.today[i];
            let class = self.plan.lanes[lane].class;
            run.count(i, n, reading.scanned(i));
            run.stretch.1 += n;
            self.today.flags += n;
            if self.prepared.model.world.is_abusive(class) {
                self.today.true_flags += n;
            }
            match self.plan.lanes[lane].only_kind() {
                Some(kind) if !apart => self.reported[kind] += n,
                _ => {
                    let parts = &mut self.by_order[lane];
                    split(n, &reading.by_order[i], parts, &mut run.attribution);
                    if !apart {
                        for (kind, n) in self.plan.lanes[lane].kinds.iter().zip(parts) {
                            self.reported[*kind] += *n;
                        }
                    }
                }
            }
        }
    }

    fn burst(&mut self, model: &Model) {
        for burst in &mut self.bursts {
            for hit in burst.day(model, self.plan, &self.readings) {
                let stream = &self.plan.streams[hit.stream];
                let run = &mut self.streams[hit.stream];
                run.totals.items += hit.items;
                self.today.items += hit.items;
                if let Some(Flagged { flags, lane, order }) = hit.flagged {
                    let scanned = f64::from(u8::from(model.scans(stream.orders[order])));
                    run.count(lane - stream.lanes.start, flags, scanned);
                    self.by_order[lane][order] += flags;
                    self.today.flags += flags;
                }
            }
        }
    }

    /// Passes on what accounts with enough hits have, by kind.
    fn pass(&mut self, day: usize) {
        for (pool, totals) in &mut self.pools {
            pool.day(
                day,
                &self.items,
                &self.readings,
                self.plan,
                &mut self.by_order,
                totals,
            );
        }
        for (lane, by_order) in self.plan.lanes.iter().zip(&self.by_order) {
            for (kind, n) in lane.kinds.iter().zip(by_order) {
                self.reported[*kind] += n;
            }
        }
    }

    /// What the desks showed; false when pieces or flags were not conserved.
    pub(crate) fn end(&mut self, day: usize, stages: &[Stage], plan: &Plan, draw: &Draw) -> bool {
        let model = self.prepared.model;
        self.orders.end(stages);
        let held = |(pool, totals): &mut (Pool<'_>, PoolTotals)| {
            totals.held = pool.held();
            totals.is_conserved()
        };
        let accounts = self.pools.iter_mut().all(held);
        let mechanisms = &model.mechanisms;
        let removal = mechanisms
            .removal
            .as_ref()
            .and_then(|r| model.found_at(r.desk));
        let learning = mechanisms
            .learning
            .as_ref()
            .and_then(|l| model.found_at(l.desk));
        let found = |place: Option<usize>| found(model, draw, plan, stages, place);
        let flagged = (self.circulating > 0.0)
            .then(|| (self.today.true_flags as f64 / self.circulating).min(1.0));
        let pieces = if self.circulation.is_on() {
            let seen = Seen {
                for_removal: &found(removal),
                for_learning: &found(learning),
                same_desk: removal == learning,
                flagged,
            };
            self.circulation.day(day, self.daily, &seen)
        } else {
            true
        };
        accounts && pieces
    }

    pub(crate) fn close(mut self) -> Carried {
        for (s, run) in self.streams.iter_mut().enumerate() {
            let lanes = self.plan.streams[s].lanes.clone();
            run.close(&self.readings[s], &self.plan.lanes[lanes]);
        }
        Carried {
            streams: self.streams.into_iter().map(|s| s.totals).collect(),
            sent: self.sent,
            spells: self.settings.close(),
            order_days: self.orders.days(),
            accounts: self
                .pools
                .into_iter()
                .map(|(pool, totals)| (pool.service, totals))
                .collect(),
            pieces: self.circulation.pieces(),
            listed: self.circulation.listed(),
            perceived: self.circulation.perceived(),
            piece_days: self.circulation.days,
            removed: self.circulation.removed,
            flag_days: self.days,
        }
    }
}
