//! The account threshold: flags are held until their account has enough hits in the window.
//!
//! Hits fall on accounts at random, given their activity. A fresh flag meets at least k − 1 others of its account in the window
//! before it with a probability that has a closed form ([`Law::passes`]); then it is passed on. Where it meets exactly k − 1,
//! its account may cross the threshold, and as many flags as it still held ([`Law::given_exactly`]) are passed on with it: the oldest of the
//! pool first, since which account a held flag belongs to is not drawn.

use super::account_laws::{AccountLaws, Law, LawKey};
use super::flags::binomial;
use super::plan::Plan;
use super::queue::Queue;
use super::reading::Reading;
use super::replication::Prepared;
use super::tally::PoolTotals;
use crate::model::Model;
use crate::model::mechanism::Accounts;
use crate::model::parameter::Draw;
use crate::model::world::{Class, Discipline};
use crate::random::streams::Stream;
use crate::theory::accounts::{Passes, Windows};
use std::sync::Arc;

/// Flags of one detector at one service.
pub(crate) struct Pool<'a> {
    pub(crate) service: usize,
    detector: usize,
    hits: u64,
    window: usize,
    correlation: f64,
    shape: f64,
    /// Lane, position among the orders of its stream, by flag of the pool.
    entries: Vec<Entry>,
    groups: Vec<Group>,
    laws: &'a AccountLaws,
    random: Stream,
    today: Today,
}

/// Flags of a group by entry: of the day, passed on, and held.
#[derive(Default)]
struct Today {
    fresh: Vec<u64>,
    passed: Vec<u64>,
    kept: Vec<u64>,
}

struct Entry {
    stream: usize,
    lane: usize,
    order: usize,
    /// Accounts of its group that the order reads.
    accounts: f64,
}

/// Accounts of one sort: the innocent, or those that carry a class of abuse.
struct Group {
    /// The class of abuse that the accounts carry; `None` of the innocent.
    carried: Option<Class>,
    /// Positions of its flags in the entries of the pool.
    entries: Vec<usize>,
    law: Option<(LawKey, Arc<Law>)>,
    /// By day, the newest last: at least two windows and one more day, once so many have been.
    recent: Vec<Expected>,
    held: Queue,
}

/// Expected on a day.
#[derive(Clone, Copy)]
struct Expected {
    /// Hits per account.
    per_account: f64,
    hits: f64,
    read: f64,
}

/// Accounts, in expectation, below which there are practically none: hits per account stay finite.
const FEWEST_ACCOUNTS: f64 = 1e-100;

/// Cover from which on hits lie in the whole window before: less than that comes from days that differ by chance.
const WHOLE_COVER: f64 = 0.95;

/// Relative difference of both windows up to which the rate counts as constant: as much comes from days that differ by chance.
const SAME_RATE: f64 = 0.1;

/// The pools of a replication.
pub(crate) fn pools<'a>(
    prepared: &'a Prepared<'_>,
    draw: &Draw,
    plan: &Plan,
    accounts: &Accounts,
    replication: u64,
) -> Vec<Pool<'a>> {
    let Prepared {
        model,
        streams,
        laws,
        ..
    } = prepared;
    let mut pools: Vec<Pool<'a>> = Vec::new();
    for (s, stream) in plan.streams.iter().enumerate() {
        let orders = stream.orders.iter().enumerate();
        for (o, order) in orders.filter(|(_, order)| model.scans(**order)) {
            let detector = model.policy.orders[*order].detector;
            let found = pools
                .iter()
                .position(|p| (p.service, p.detector) == (stream.service, detector));
            let at = found.unwrap_or_else(|| {
                let service = &model.world.services[stream.service].name;
                let name = format!(
                    "accounts/{service}/{}",
                    model.world.detectors[detector].name
                );
                pools.push(Pool::new(
                    model,
                    draw,
                    accounts,
                    (stream.service, detector),
                    laws,
                    streams.stream(&name, replication),
                ));
                pools.len() - 1
            });
            for lane in stream.lanes.clone() {
                pools[at].add(
                    model,
                    draw,
                    plan,
                    Entry {
                        stream: s,
                        lane,
                        order: o,
                        accounts: 0.0,
                    },
                );
            }
        }
    }
    for group in pools.iter_mut().flat_map(|p| &mut p.groups) {
        group.held = Queue::new(Discipline::Fifo, &vec![(0, false); group.entries.len()]);
    }
    pools
}

impl<'a> Pool<'a> {
    fn new(
        model: &Model,
        draw: &Draw,
        accounts: &Accounts,
        (service, detector): (usize, usize),
        laws: &'a AccountLaws,
        random: Stream,
    ) -> Self {
        let world = &model.world;
        Self {
            service,
            detector,
            hits: libm::round(draw.of(accounts.hits[detector])).max(1.0) as u64,
            window: libm::round(draw.of(accounts.window)).max(1.0) as usize,
            correlation: draw.of(accounts.correlation),
            shape: draw.of(world.services[service].activity_shape),
            entries: Vec::new(),
            groups: Vec::new(),
            laws,
            random,
            today: Today::default(),
        }
    }

    fn add(&mut self, model: &Model, draw: &Draw, plan: &Plan, mut entry: Entry) {
        let world = &model.world;
        let class = plan.lanes[entry.lane].class;
        let carried = world.is_abusive(class).then_some(class);
        let order = plan.streams[entry.stream].orders[entry.order];
        let scanned = draw.of(world.services[self.service].accounts) * model.coverage(draw, order);
        let share = world.material.get(class).map_or(1.0, |m| {
            m.carriers.map_or(1.0, |carriers| draw.of(carriers))
        });
        entry.accounts = (scanned * share).max(FEWEST_ACCOUNTS);
        let index = self.entries.len();
        self.entries.push(entry);
        match self.groups.iter_mut().find(|g| g.carried == carried) {
            Some(group) => group.entries.push(index),
            None => self.groups.push(Group {
                carried,
                entries: vec![index],
                law: None,
                recent: Vec::new(),
                held: Queue::new(Discipline::Fifo, &[]),
            }),
        }
    }

    /// One day: `flags[lane][order]` become what is passed on; `items` and `readings` by stream.
    pub(crate) fn day(
        &mut self,
        day: usize,
        items: &[u64],
        readings: &[Reading],
        plan: &Plan,
        flags: &mut [Vec<u64>],
        totals: &mut PoolTotals,
    ) {
        for g in 0..self.groups.len() {
            let entries = self.groups[g].entries.iter().map(|e| &self.entries[*e]);
            self.today.fresh.clear();
            self.today
                .fresh
                .extend(entries.map(|e| flags[e.lane][e.order]));
            let all = self.today.fresh.iter().sum::<u64>();
            totals.hits += all;
            totals.threshold = self.hits;
            let is_innocent = self.groups[g].carried.is_none();
            totals.innocent_hits += if is_innocent { all } else { 0 };
            if self.hits == 1 {
                totals.passed += all;
                totals.innocent_passed += if is_innocent { all } else { 0 };
                continue;
            }
            self.expect(g, items, readings, plan);
            self.pass(g, day, totals);
            for (e, n) in self.groups[g].entries.iter().zip(&self.today.passed) {
                let entry = &self.entries[*e];
                flags[entry.lane][entry.order] = *n;
            }
        }
    }

    /// Adds what is expected of the day, and makes the law when the rate of hits is new.
    fn expect(&mut self, g: usize, items: &[u64], readings: &[Reading], plan: &Plan) {
        let group = &mut self.groups[g];
        let mut today = Expected {
            per_account: 0.0,
            hits: 0.0,
            read: 0.0,
        };
        for e in &group.entries {
            let entry = &self.entries[*e];
            let reading = &readings[entry.stream];
            let own = entry.lane - plan.streams[entry.stream].lanes.start;
            let items = items[entry.stream] as f64;
            let hits = items * reading.by_order[own][entry.order];
            if hits > 0.0 {
                today.per_account += hits / entry.accounts;
            }
            today.hits += hits;
            let class = plan.lanes[entry.lane].class;
            today.read += items * reading.composition[class] * reading.read[entry.order];
        }
        group.remember(today, 2 * self.window + 1);
        group.renew(
            self.window,
            (self.hits, self.shape, self.correlation),
            self.laws,
        );
    }

    /// Decides which flags of a group are passed on today.
    fn pass(&mut self, g: usize, day: usize, totals: &mut PoolTotals) {
        let random = &mut self.random;
        let group = &mut self.groups[g];
        let Today {
            fresh,
            passed,
            kept,
        } = &mut self.today;
        passed.clear();
        passed.resize(fresh.len(), 0);
        kept.clone_from(fresh);
        let (mut crossing, mut released) = (0, 0);
        let is_hit = fresh.iter().any(|n| *n > 0);
        if let Some((_, law)) = group.law.as_ref().filter(|_| is_hit) {
            let windows = group.windows(self.window);
            let Passes { at_least, exactly } = law.passes(windows.mean);
            for (i, n) in fresh.iter().enumerate().filter(|(_, n)| **n > 0) {
                passed[i] = binomial(*n, at_least, random);
                kept[i] = n - passed[i];
            }
            let met: u64 = passed.iter().sum();
            if met > 0 {
                let release = law.given_exactly(windows);
                crossing = binomial(met, exactly * release.crosses / at_least, random);
                released = crossing;
                let more = crossing.saturating_mul(self.hits - 2);
                if more > 0 {
                    let beyond = release.released / release.crosses - 1.0;
                    released += binomial(more, beyond / (self.hits - 2) as f64, random);
                }
            }
        }
        group.held.arrive(day, kept);
        group.held.serve(released, random, |_| ());
        group.held.settle(random);
        group.held.hand_over(passed);
        if let Some(last) = (day + 1).checked_sub(self.window) {
            group.held.expire(last, random, |counts: &[u64]| {
                totals.lapsed += counts.iter().sum::<u64>()
            });
        }
        totals.passed += passed.iter().sum::<u64>();
        if group.carried.is_none() {
            totals.innocent_passed += passed.iter().sum::<u64>();
            totals.innocent_accounts += crossing;
        } else {
            totals.guilty_accounts += crossing;
        }
    }

    /// Flags that are still held.
    pub(crate) fn held(&self) -> u64 {
        self.groups.iter().map(|g| g.held.backlog()).sum()
    }
}

impl Group {
    /// Adds a day, and forgets days beyond `most` when they are as many again, which costs less than one by one.
    fn remember(&mut self, today: Expected, most: usize) {
        if self.recent.len() >= 2 * most {
            self.recent.drain(..=self.recent.len() - most);
        }
        self.recent.push(today);
    }

    /// Expected hits per account in the window before a flag of today, and in the one before that: half of today and of the
    /// day on which the window begins, and the whole days between. Of hits that began lately, those of the window before are newer than
    /// even ones: their mean place among those of the window is half of the cover.
    fn windows(&self, window: usize) -> Windows {
        let (mut mean, mut before, mut places) = (0.0, 0.0, 0.0);
        let mut earlier_days = self.recent.iter().rev().skip(window);
        for (offset, here) in self.recent.iter().rev().take(window + 1).enumerate() {
            let part = if offset == 0 || offset == window {
                0.5
            } else {
                1.0
            };
            let earlier = earlier_days.next().map_or(0.0, |day| day.per_account);
            let (here, earlier) = (part * here.per_account, part * earlier);
            places += earlier * (mean + 0.5 * here);
            mean += here;
            before += earlier;
        }
        let cover = 2.0 * places / (mean * before);
        if cover >= WHOLE_COVER && (before / mean - 1.0).abs() <= SAME_RATE {
            return Windows::even(mean);
        }
        Windows {
            mean,
            before,
            cover: if cover < 1.0 { cover } else { 1.0 },
        }
    }

    /// The law of the accounts; the album of innocent ones changes with the rate of hits in the window.
    fn renew(
        &mut self,
        window: usize,
        (threshold, shape, correlation): (u64, f64, f64),
        laws: &AccountLaws,
    ) {
        let has_album = self.carried.is_none() && correlation > 0.0;
        if self.law.is_some() && !has_album {
            return;
        }
        let days = self.recent.iter().rev().take(window + 1);
        let (hits, read) = days.fold((0.0, 0.0), |s, d| (s.0 + d.hits, s.1 + d.read));
        if !(hits > 0.0) {
            return;
        }
        let key = if has_album {
            LawKey::with_album(shape, threshold, hits / read, correlation)
        } else {
            LawKey::without_album(shape, threshold)
        };
        if self.law.as_ref().is_none_or(|(known, _)| *known != key) {
            self.law = Some((key, laws.of(key)));
        }
    }
}
