//! One desk of one place: arrivals, queue, decisions, over the days of a replication.

use super::flags::binomial;
use super::queue::Queue;
use crate::model::parameter::Draw;
use crate::model::world::Desk;
use crate::random::streams::Stream;

/// What a desk did over a replication, by lane.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) arrived: Vec<u64>,
    pub(crate) duplicates: Vec<u64>,
    pub(crate) served: Vec<u64>,
    pub(crate) forwarded: Vec<u64>,
    pub(crate) expired: Vec<u64>,
    pub(crate) backlog: Vec<u64>,
    /// Served units by delay in days, by lane: `delays[delay · lanes + lane]`.
    pub(crate) delays: Vec<u64>,
    pub(crate) peak: u64,
    /// Served units and their summed delay in the last week.
    pub(crate) last_week: (u64, f64),
    pub(crate) capacity: f64,
}

/// What a desk did on one day, all lanes together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Day {
    pub(crate) arrived: u64,
    pub(crate) served: u64,
    pub(crate) delay_sum: f64,
    pub(crate) backlog: u64,
    pub(crate) capacity: f64,
}

/// A desk at one place.
pub(crate) struct DeskRun {
    queue: Queue,
    stream: Stream,
    copies: Stream,
    opens: usize,
    working_days: [bool; 7],
    per_working_day: f64,
    days_worked: f64,
    expiry: Option<u64>,
    duplicate_share: Vec<f64>,
    forward_share: Vec<f64>,
    forwards_daily: bool,
    horizon: usize,
    today_served: Vec<u64>,
    kept: Vec<u64>,
    pub(crate) ledger: Ledger,
    balance: u64,
}

/// What a desk at one place is made of.
pub(crate) struct DeskSetup<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) draw: &'a Draw,
    /// By lane.
    pub(crate) priority: Vec<usize>,
    /// P(copy), by lane.
    pub(crate) duplicate_share: Vec<f64>,
    /// P(forwarded | read), by lane.
    pub(crate) forward_share: Vec<f64>,
    /// The part of the desk's capacity that is here.
    pub(crate) staff_share: f64,
    /// Whether another desk follows, which needs to know day by day what is forwarded.
    pub(crate) forwards_daily: bool,
    /// Days of the run.
    pub(crate) horizon: usize,
    /// Random numbers of this place.
    pub(crate) stream: Stream,
    /// Random numbers of its deduplication: how many copies arrive does not depend on how many people read.
    pub(crate) copies: Stream,
}

impl DeskRun {
    pub(crate) fn new(setup: DeskSetup<'_>) -> Self {
        let DeskSetup { desk, draw, .. } = setup;
        let lanes = setup.priority.len();
        let whole = desk.capacity_per_working_day(draw);
        Self {
            queue: Queue::new(desk.discipline, &setup.priority),
            stream: setup.stream,
            copies: setup.copies,
            opens: libm::round(draw.of(desk.opens)) as usize,
            working_days: desk.working_days,
            per_working_day: if whole.is_finite() {
                whole * setup.staff_share
            } else {
                whole
            },
            days_worked: 0.0,
            expiry: desk.expiry_days(draw),
            duplicate_share: setup.duplicate_share,
            forward_share: setup.forward_share,
            forwards_daily: setup.forwards_daily,
            horizon: setup.horizon,
            today_served: vec![0; lanes],
            kept: vec![0; lanes],
            ledger: Ledger {
                arrived: vec![0; lanes],
                duplicates: vec![0; lanes],
                served: vec![0; lanes],
                forwarded: vec![0; lanes],
                expired: vec![0; lanes],
                ..Ledger::default()
            },
            balance: 0,
        }
    }

    /// Capacity of a day in whole units: fractions are carried over, so that they are not lost.
    fn capacity(&mut self, day: usize, weekday: usize) -> u64 {
        if day < self.opens || !self.working_days[weekday] {
            return 0;
        }
        if self.per_working_day.is_infinite() {
            return u64::MAX;
        }
        // Products, not running sums: ten times 0.1 is one, and 0.1 added ten times is not.
        let before = libm::floor(self.days_worked * self.per_working_day);
        self.days_worked += 1.0;
        self.ledger.capacity = self.days_worked * self.per_working_day;
        (libm::floor(self.ledger.capacity) - before) as u64
    }

    /// One day: `incoming` by lane; writes what is forwarded into `outgoing` when another desk follows.
    pub(crate) fn day(
        &mut self,
        day: usize,
        weekday: usize,
        incoming: &[u64],
        outgoing: &mut [u64],
    ) -> Day {
        let arrived = self.accept(day, incoming);
        let capacity = self.capacity(day, weekday);
        let (served, delay_sum) = self.serve(day, capacity);
        let expired = self.expire(day);
        self.balance = self.balance + arrived - served - expired;
        self.ledger.peak = self.ledger.peak.max(self.queue.backlog());
        if self.forwards_daily {
            self.forward(outgoing);
        }
        Day {
            arrived: incoming.iter().sum(),
            served,
            delay_sum,
            backlog: self.queue.backlog(),
            capacity: if capacity == u64::MAX {
                f64::INFINITY
            } else {
                capacity as f64
            },
        }
    }

    /// Whether arrivals = served + expired + backlog, counted apart from the queue.
    pub(crate) fn is_conserved(&self) -> bool {
        self.balance == self.queue.backlog()
    }

    fn accept(&mut self, day: usize, incoming: &[u64]) -> u64 {
        let mut total = 0;
        for (lane, n) in incoming.iter().enumerate() {
            let share = self.duplicate_share[lane];
            let copies = if share > 0.0 && *n > 0 {
                binomial(*n, share).sample(&mut self.copies)
            } else {
                0
            };
            self.ledger.arrived[lane] += n;
            self.ledger.duplicates[lane] += copies;
            self.kept[lane] = n - copies;
            total += n - copies;
        }
        self.queue.arrive(day, &self.kept);
        total
    }

    fn serve(&mut self, day: usize, capacity: u64) -> (u64, f64) {
        self.today_served.fill(0);
        let (mut total, mut delay_sum) = (0, 0.0);
        let lanes = self.today_served.len();
        let (served, ledger) = (&mut self.today_served, &mut self.ledger);
        self.queue
            .serve(capacity, &mut self.stream, |arrival, counts| {
                let delay = day - arrival;
                let end = (delay + 1) * lanes;
                if ledger.delays.len() < end {
                    ledger.delays.resize(end, 0);
                }
                let mut units = 0;
                for (lane, n) in counts.iter().enumerate() {
                    units += n;
                    served[lane] += n;
                    ledger.served[lane] += n;
                    ledger.delays[delay * lanes + lane] += n;
                }
                total += units;
                delay_sum += units as f64 * delay as f64;
            });
        if day + 7 >= self.horizon {
            self.ledger.last_week.0 += total;
            self.ledger.last_week.1 += delay_sum;
        }
        (total, delay_sum)
    }

    fn expire(&mut self, day: usize) -> u64 {
        let Some(last_day) = self
            .expiry
            .and_then(|limit| (day as u64).checked_sub(limit))
        else {
            return 0;
        };
        let mut total = 0;
        let expired = &mut self.ledger.expired;
        self.queue.expire(last_day as usize, |counts| {
            for (sum, n) in expired.iter_mut().zip(counts) {
                *sum += n;
                total += n;
            }
        });
        total
    }

    fn forward(&mut self, outgoing: &mut [u64]) {
        for (lane, out) in outgoing.iter_mut().enumerate() {
            let served = self.today_served[lane];
            *out = if served == 0 {
                0
            } else {
                binomial(served, self.forward_share[lane]).sample(&mut self.stream)
            };
            self.ledger.forwarded[lane] += *out;
        }
    }

    /// Ends the replication: the decisions of a last desk are drawn at once, and the backlog is booked.
    pub(crate) fn close(&mut self) {
        self.ledger.backlog = self.queue.waiting();
        if !self.forwards_daily {
            for lane in 0..self.ledger.served.len() {
                let sampler = binomial(self.ledger.served[lane], self.forward_share[lane]);
                self.ledger.forwarded[lane] = sampler.sample(&mut self.stream);
            }
        }
    }
}
