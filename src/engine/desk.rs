//! One desk of one place: arrivals, queue, decisions, over the days of a replication.

use super::flags::binomial;
use super::queue::Queue;
use super::staffing::Staffing;
use crate::model::parameter::Draw;
use crate::model::world::Desk;
use crate::random::streams::Stream;

/// What a desk did over a replication, by kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) arrived: Vec<u64>,
    pub(crate) duplicates: Vec<u64>,
    /// Arrived in the first quarter of the horizon, in whole days.
    pub(crate) arrived_first: Vec<u64>,
    /// Arrived in the last quarter, as many days.
    pub(crate) arrived_last: Vec<u64>,
    pub(crate) served: Vec<u64>,
    pub(crate) forwarded: Vec<u64>,
    pub(crate) expired: Vec<u64>,
    pub(crate) backlog: Vec<u64>,
    /// Served units by delay in days.
    pub(crate) delays: Vec<u64>,
    /// Expected number of served units of abuse, and their summed delay in days.
    pub(crate) true_delay: (f64, f64),
    /// Of the served units, those that are expected to have been read elsewhere, and of these the abuse.
    pub(crate) elsewhere: (f64, f64),
    pub(crate) peak: u64,
    /// Served units and their summed delay in the last week.
    pub(crate) last_week: (u64, f64),
    pub(crate) capacity: f64,
    /// People × working days.
    pub(crate) person_days: f64,
    /// Days on which the desk worked.
    pub(crate) working_days: u64,
}

impl Ledger {
    /// Units of a kind that arrived and were not dismissed as copies.
    pub(crate) fn queued(&self, kind: usize) -> u64 {
        self.arrived[kind] - self.duplicates[kind]
    }

    fn new(kinds: usize) -> Self {
        let none = vec![0; kinds];
        Self {
            arrived: none.clone(),
            duplicates: none.clone(),
            arrived_first: none.clone(),
            arrived_last: none.clone(),
            served: none.clone(),
            forwarded: none.clone(),
            expired: none.clone(),
            backlog: none,
            ..Self::default()
        }
    }
}

/// What a desk did on one day, all kinds together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Day {
    pub(crate) arrived: u64,
    /// Of these, abuse.
    pub(crate) true_arrived: u64,
    pub(crate) served: u64,
    /// Expected number of units of abuse among them.
    pub(crate) true_served: f64,
    pub(crate) delay_sum: f64,
    pub(crate) backlog: u64,
    pub(crate) capacity: f64,
    /// People at work.
    pub(crate) people: f64,
}

impl Day {
    /// Adds the day of another place.
    pub(crate) fn add(&mut self, other: &Self) {
        self.arrived += other.arrived;
        self.true_arrived += other.true_arrived;
        self.served += other.served;
        self.true_served += other.true_served;
        self.delay_sum += other.delay_sum;
        self.backlog += other.backlog;
        self.capacity += other.capacity;
        self.people += other.people;
    }
}

/// What a desk at one place is made of.
pub(crate) struct DeskSetup<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) draw: &'a Draw,
    pub(crate) staffing: Staffing,
    /// By kind.
    pub(crate) kinds: Vec<KindSetup>,
    /// Whether somebody needs to know day by day what is forwarded.
    pub(crate) forwards_daily: bool,
    /// Days of the run.
    pub(crate) horizon: usize,
    /// Random numbers of this place.
    pub(crate) stream: Stream,
    /// Random numbers of its decisions, by source.
    pub(crate) decisions: Vec<Stream>,
    /// Random numbers of its deduplication, by source: how many copies arrive does not depend on how many people read.
    pub(crate) copies: Vec<Stream>,
}

/// What a desk does with one kind of unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KindSetup {
    pub(crate) priority: usize,
    pub(crate) is_abuse: bool,
    /// P(copy).
    pub(crate) duplicate: f64,
    /// P(forwarded | read) of people who are rested and here.
    pub(crate) forward: f64,
    /// Share of what would be forwarded that is really passed on.
    pub(crate) passed_on: f64,
    /// Where it comes from: 0 for the chain itself, else one more than the number of the clearing house.
    pub(crate) source: usize,
}

impl KindSetup {
    /// P(forwarded | read) when both error rates are multiplied.
    fn forward_at(&self, errors: f64) -> f64 {
        let forward = if errors == 1.0 {
            self.forward
        } else if self.is_abuse {
            1.0 - ((1.0 - self.forward) * errors).min(1.0)
        } else {
            (self.forward * errors).min(1.0)
        };
        forward * self.passed_on
    }
}

/// A desk at one place.
pub(crate) struct DeskRun {
    queue: Queue,
    stream: Stream,
    decisions: Vec<Stream>,
    copies: Vec<Stream>,
    opens: usize,
    working_days: [bool; 7],
    staffing: Staffing,
    /// Capacity before the present number of people, working days since, units per working day.
    work: (f64, f64, f64),
    expiry: Option<u64>,
    kinds: Vec<KindSetup>,
    errors: f64,
    forwards_daily: bool,
    horizon: usize,
    /// Read and not yet decided, by kind.
    undecided: Vec<u64>,
    kept: Vec<u64>,
    pub(crate) ledger: Ledger,
    balance: u64,
}

impl DeskRun {
    pub(crate) fn new(setup: DeskSetup<'_>) -> Self {
        let DeskSetup { desk, draw, .. } = setup;
        let kinds = setup.kinds.len();
        let of_queue = |k: &KindSetup| (k.priority, k.is_abuse);
        let of_queue: Vec<_> = setup.kinds.iter().map(of_queue).collect();
        let queue = Queue::new(desk.discipline, &of_queue);
        Self {
            stream: setup.stream,
            decisions: setup.decisions,
            copies: setup.copies,
            opens: libm::round(draw.of(desk.opens)) as usize,
            working_days: desk.working_days,
            work: (0.0, 0.0, setup.staffing.per_working_day()),
            errors: setup.staffing.error_factor(&queue),
            queue,
            staffing: setup.staffing,
            expiry: desk.expiry_days(draw),
            kinds: setup.kinds,
            forwards_daily: setup.forwards_daily,
            horizon: setup.horizon,
            undecided: vec![0; kinds],
            kept: vec![0; kinds],
            ledger: Ledger::new(kinds),
            balance: 0,
        }
    }

    /// Mean units per day of what waits, with the people of today.
    pub(crate) fn mean_capacity(&self) -> f64 {
        self.staffing.mean_per_day(&self.queue)
    }

    /// Capacity of a day in whole units: fractions are carried over, so that they are not lost.
    fn capacity(&mut self, day: usize, weekday: usize) -> u64 {
        if day < self.opens || !self.working_days[weekday] {
            return 0;
        }
        self.ledger.person_days += self.staffing.people();
        self.ledger.working_days += 1;
        let rate = self.staffing.per_working_day();
        if rate.is_infinite() {
            return u64::MAX;
        }
        // Products, not running sums: ten times 0.1 is one, and 0.1 added ten times is not.
        let before = self.work.0 + self.work.1 * self.work.2;
        if rate != self.work.2 {
            self.work = (before, 0.0, rate);
        }
        self.work.1 += 1.0;
        self.ledger.capacity = self.work.0 + self.work.1 * self.work.2;
        (libm::floor(self.ledger.capacity) - libm::floor(before)) as u64
    }

    /// One day: `incoming` by kind; writes what is forwarded into `outgoing` when somebody needs to know.
    pub(crate) fn day(
        &mut self,
        day: usize,
        weekday: usize,
        incoming: &[u64],
        outgoing: &mut [u64],
    ) -> Day {
        let arrived = self.accept(day, incoming);
        self.staffing.begin(day, &self.queue);
        let capacity = self.capacity(day, weekday);
        let capacity = self.staffing.within_limits(&self.queue, capacity);
        self.tire();
        let mut today = self.serve(day, capacity);
        let expired = self.expire(day);
        self.balance = self.balance + arrived - today.served - expired;
        self.ledger.peak = self.ledger.peak.max(self.queue.backlog());
        self.forward(outgoing);
        today.arrived = incoming.iter().sum();
        today.true_arrived = self.abuse(incoming);
        today.backlog = self.queue.backlog();
        today.people = self.staffing.people();
        today.capacity = if capacity == u64::MAX {
            f64::INFINITY
        } else {
            capacity as f64
        };
        today
    }

    /// Whether arrivals = served + expired + backlog, counted apart from the queue.
    pub(crate) fn is_conserved(&self) -> bool {
        self.balance == self.queue.backlog()
    }

    fn abuse(&self, counts: &[u64]) -> u64 {
        let of_kind = self.kinds.iter().zip(counts);
        of_kind.filter(|(k, _)| k.is_abuse).map(|(_, n)| n).sum()
    }

    fn accept(&mut self, day: usize, incoming: &[u64]) -> u64 {
        let mut total = 0;
        let quarter = (self.horizon / 4).max(1);
        for (kind, n) in incoming.iter().enumerate() {
            if day < quarter {
                self.ledger.arrived_first[kind] += n;
            }
            if day + quarter >= self.horizon {
                self.ledger.arrived_last[kind] += n;
            }
            let share = self.kinds[kind].duplicate;
            let copies = if share > 0.0 && *n > 0 {
                binomial(*n, share, &mut self.copies[self.kinds[kind].source])
            } else {
                0
            };
            self.ledger.arrived[kind] += n;
            self.ledger.duplicates[kind] += copies;
            self.kept[kind] = n - copies;
            total += n - copies;
        }
        self.queue.arrive(day, &self.kept);
        total
    }

    fn serve(&mut self, day: usize, capacity: u64) -> Day {
        let mut today = Day::default();
        let ledger = &mut self.ledger;
        self.queue.serve(capacity, &mut self.stream, |part| {
            let delay = day - part.arrived;
            if ledger.delays.len() <= delay {
                ledger.delays.resize(delay + 1, 0);
            }
            ledger.delays[delay] += part.units;
            ledger.true_delay.0 += part.abuse;
            ledger.true_delay.1 += part.abuse * delay as f64;
            today.served += part.units;
            today.true_served += part.abuse;
            today.delay_sum += part.units as f64 * delay as f64;
        });
        let (units, abuse) = self.staffing.elsewhere();
        ledger.elsewhere.0 += today.served as f64 * units;
        ledger.elsewhere.1 += today.true_served * abuse;
        if day + 7 >= self.horizon {
            self.ledger.last_week.0 += today.served;
            self.ledger.last_week.1 += today.delay_sum;
        }
        today
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
        let stream = &mut self.stream;
        self.queue.expire(last_day as usize, stream, |counts| {
            for (sum, n) in expired.iter_mut().zip(counts) {
                *sum += n;
                total += n;
            }
        });
        total
    }

    /// What was read at one level of error is decided before the level changes.
    fn tire(&mut self) {
        let errors = self.staffing.error_factor(&self.queue);
        if errors != self.errors {
            self.decide(None);
            self.errors = errors;
        }
    }

    fn forward(&mut self, outgoing: &mut [u64]) {
        if self.forwards_daily {
            self.decide(Some(outgoing));
        }
    }

    /// Draws of which kinds the units were that were read, and which of them are forwarded.
    fn decide(&mut self, mut outgoing: Option<&mut [u64]>) {
        self.queue.settle(&mut self.stream);
        self.queue.hand_over(&mut self.undecided);
        for (kind, setup) in self.kinds.iter().enumerate() {
            let n = std::mem::take(&mut self.undecided[kind]);
            let forwarded = if n == 0 {
                0
            } else {
                let stream = &mut self.decisions[setup.source];
                binomial(n, setup.forward_at(self.errors), stream)
            };
            self.ledger.served[kind] += n;
            self.ledger.forwarded[kind] += forwarded;
            if let Some(outgoing) = &mut outgoing {
                outgoing[kind] = forwarded;
            }
        }
    }

    /// Ends the replication: what is left is decided, and the backlog is booked.
    pub(crate) fn close(&mut self) {
        self.decide(None);
        self.ledger.backlog = self.queue.waiting();
    }
}
