//! What circulates: stocks of distinct pieces, and what production, natural end, removal and listing do to them.

use super::flags::{binomial, poisson};
use crate::model::Model;
use crate::model::mechanism::{Learning, Removal};
use crate::model::parameter::Draw;
use crate::random::streams::{Stream, Streams};
use std::collections::VecDeque;

/// Distinct pieces of one class.
struct Stock {
    start: u64,
    now: u64,
    /// Pieces made per day without prevention and deterrence.
    production: f64,
    /// P(a piece ends by itself in a day).
    ends: f64,
    /// Pieces that were found and, as far as they have not ended, circulate until a lag has passed: the expected number.
    pending: f64,
    /// Everything that ever came and went.
    came: u64,
    went: u64,
    /// Part of an item that was found and not yet counted, where removal looks and where learning does.
    carried: (f64, f64),
    random: Stream,
}

/// Pieces that leave a stock after a lag.
#[derive(Debug, Clone, Copy)]
struct Departure {
    day: usize,
    class: usize,
    pieces: u64,
    lag: usize,
    /// The class that they then belong to; `None` when they stop circulating.
    to: Option<usize>,
}

/// The stocks of all classes over the days of a replication.
pub(crate) struct Circulation {
    is_on: bool,
    stocks: Vec<Option<Stock>>,
    removal: Option<(Vec<f64>, usize)>,
    learning: Option<(usize, usize, f64, usize)>,
    prevention: Option<(f64, f64, f64)>,
    deterrence: Option<(f64, f64)>,
    perceived: f64,
    departures: VecDeque<Departure>,
    /// Pieces that joined the list, by the day on which they do.
    listings: VecDeque<(usize, u64)>,
    listed: u64,
    /// By class of abuse and day; empty when only totals are asked for.
    pub(crate) days: Vec<Vec<u64>>,
    pub(crate) removed: Vec<u64>,
}

/// What a day showed.
pub(crate) struct Seen<'a> {
    /// Items found at the desk that counts for removal, by class of abuse.
    pub(crate) for_removal: &'a [f64],
    /// Items found at the desk that confirms, by class of abuse.
    pub(crate) for_learning: &'a [f64],
    /// Whether the two desks are the same.
    pub(crate) same_desk: bool,
    /// Share of the circulating abuse that was flagged; `None` when nothing circulated.
    pub(crate) flagged: Option<f64>,
}

impl Circulation {
    pub(crate) fn new(model: &Model, draw: &Draw, streams: &Streams, replication: u64) -> Self {
        let mechanisms = &model.mechanisms;
        let whole = |days| libm::round(draw.of(days)) as usize;
        let stock = |material: &crate::model::world::Material| {
            let start = libm::round(draw.of(material.pieces?)).max(1.0) as u64;
            let lifetime = material.lifetime.map(|l| draw.of(l));
            let level = lifetime.map_or(0.0, |l| start as f64 * -libm::expm1(-1.0 / l));
            Some(Stock {
                start,
                now: start,
                production: material.production.map_or(level, |p| draw.of(p)),
                ends: lifetime.map_or(0.0, |l| -libm::expm1(-1.0 / l)),
                pending: 0.0,
                came: 0,
                went: 0,
                carried: (0.0, 0.0),
                random: streams.stream(&format!("stocks/{}", material.name), replication),
            })
        };
        let removal = |r: &Removal| {
            let shares = r.share.iter().map(|s| draw.of(*s)).collect();
            (shares, whole(r.lag))
        };
        let learning = |l: &Learning| (l.from, l.to, draw.of(l.share), whole(l.lag));
        let removal = mechanisms.removal.as_ref().map(removal);
        let learning = mechanisms.learning.as_ref().map(learning);
        let prevention = mechanisms
            .prevention
            .as_ref()
            .map(|p| (draw.of(p.reduction), draw.of(p.from), draw.of(p.ramp)));
        let deterrence = mechanisms
            .deterrence
            .as_ref()
            .map(|d| (draw.of(d.elasticity), draw.of(d.memory)));
        Self {
            is_on: mechanisms.moves_pieces(),
            stocks: model.world.material.iter().map(stock).collect(),
            removal,
            learning,
            prevention,
            deterrence,
            perceived: 0.0,
            departures: VecDeque::new(),
            listings: VecDeque::new(),
            listed: 0,
            days: vec![Vec::new(); model.world.material.len()],
            removed: vec![0; model.world.material.len()],
        }
    }

    /// Whether stocks move at all.
    pub(crate) fn is_on(&self) -> bool {
        self.is_on
    }

    /// Circulating pieces compared with the first day, by class of abuse.
    pub(crate) fn ratios(&self) -> Vec<f64> {
        let ratio = |s: &Option<Stock>| match s {
            Some(stock) if stock.now != stock.start => stock.now as f64 / stock.start as f64,
            _ => 1.0,
        };
        self.stocks.iter().map(ratio).collect()
    }

    /// Circulating pieces, by class of abuse; `None` where they are not counted.
    pub(crate) fn pieces(&self) -> Vec<Option<u64>> {
        let now = |s: &Option<Stock>| s.as_ref().map(|s| s.now);
        self.stocks.iter().map(now).collect()
    }

    /// Pieces that have joined the list.
    pub(crate) fn listed(&self) -> u64 {
        self.listed
    }

    /// The perceived chance of detection.
    pub(crate) fn perceived(&self) -> f64 {
        self.perceived
    }

    /// One day; false when pieces were not conserved.
    pub(crate) fn day(&mut self, day: usize, daily: bool, seen: &Seen<'_>) -> bool {
        if daily {
            for (days, stock) in self.days.iter_mut().zip(&self.stocks) {
                days.push(stock.as_ref().map_or(0, |s| s.now));
            }
        }
        if !self.is_on {
            return true;
        }
        self.depart(day);
        self.find(day, seen);
        // Without a lag, what was found today is gone tomorrow morning.
        self.depart(day);
        if let (Some((_, memory)), Some(flagged)) = (self.deterrence, seen.flagged) {
            self.perceived += (flagged - self.perceived) / memory.max(1.0);
        }
        let inflow = self.inflow(day);
        let stocks = self.stocks.iter_mut().flatten();
        stocks.fold(true, |conserved, stock| {
            stock.turn_over(inflow);
            conserved && stock.is_conserved()
        })
    }

    /// Factor on production: prevention and deterrence.
    fn inflow(&self, day: usize) -> f64 {
        let prevented = self.prevention.map_or(0.0, |(reduction, from, ramp)| {
            let since = day as f64 - from;
            if since < 0.0 {
                0.0
            } else if since >= ramp {
                reduction
            } else {
                reduction * since / ramp
            }
        });
        let deterred = self.deterrence.map_or(1.0, |(elasticity, _)| {
            libm::pow((1.0 - self.perceived).max(0.0), elasticity)
        });
        (1.0 - prevented) * deterred
    }

    /// What was found a lag ago leaves its stock, unless it has ended by itself.
    fn depart(&mut self, day: usize) {
        while let Some(departure) = self.departures.front().copied().filter(|d| d.day <= day) {
            self.departures.pop_front();
            let Some(stock) = self.stocks[departure.class].as_mut() else {
                continue;
            };
            let alive = libm::pow(1.0 - stock.ends, departure.lag as f64);
            let pieces = stock.thin(departure.pieces, alive).min(stock.now);
            stock.pending = (stock.pending - alive * departure.pieces as f64).max(0.0);
            stock.leave(pieces);
            match departure.to {
                None => self.removed[departure.class] += pieces,
                Some(to) => {
                    if let Some(stock) = self.stocks[to].as_mut() {
                        stock.come(pieces);
                    }
                }
            }
        }
        while let Some((_, pieces)) = self.listings.front().copied().filter(|l| l.0 <= day) {
            self.listings.pop_front();
            self.listed += pieces;
        }
    }

    fn find(&mut self, day: usize, seen: &Seen<'_>) {
        for class in 0..self.stocks.len() {
            let Some(stock) = self.stocks[class].as_mut() else {
                continue;
            };
            let learns = self.learning.filter(|l| l.0 == class);
            let removes = self.removal.as_ref().map(|r| (r.0[class], r.1));
            let items = if removes.is_some() {
                seen.for_removal[class]
            } else {
                seen.for_learning[class]
            };
            let found = if removes.is_some() || learns.is_some() {
                let whole = whole(items, &mut stock.carried.0);
                stock.distinct(whole)
            } else {
                0
            };
            let confirmed = match learns {
                Some(_) if removes.is_none() || seen.same_desk => found,
                Some(_) => {
                    let whole = whole(seen.for_learning[class], &mut stock.carried.1);
                    stock.distinct(whole)
                }
                None => 0,
            };
            let listed = learns.map_or(0, |l| stock.thin(confirmed, l.2));
            let (taken, of_listed) = match removes {
                None => (0, 0),
                Some((share, _)) if learns.is_some() && seen.same_desk => {
                    let of_listed = stock.thin(listed, share);
                    (of_listed + stock.thin(found - listed, share), of_listed)
                }
                Some((share, _)) => (stock.thin(found, share), 0),
            };
            let free = stock.free();
            let taken = taken.min(free);
            let moving = (listed - of_listed.min(listed)).min(free - taken);
            stock.pending += (taken + moving) as f64;
            if let Some((_, lag)) = removes
                && taken > 0
            {
                self.schedule(day, lag, class, taken, None);
            }
            if let Some((_, to, _, lag)) = learns
                && listed > 0
            {
                self.listings.push_back((day + lag, listed));
                self.schedule(day, lag, class, moving, Some(to));
            }
        }
    }

    /// Departures are kept in order of their days.
    fn schedule(&mut self, today: usize, lag: usize, class: usize, pieces: u64, to: Option<usize>) {
        let day = today + lag;
        let at = self.departures.partition_point(|d| d.day <= day);
        let departure = Departure {
            day,
            class,
            pieces,
            lag,
            to,
        };
        self.departures.insert(at, departure);
    }
}

/// Whole items; a fraction is carried over.
fn whole(items: f64, carried: &mut f64) -> f64 {
    let all = items + *carried;
    let whole = libm::floor(all);
    *carried = all - whole;
    whole
}

impl Stock {
    fn come(&mut self, pieces: u64) {
        self.now += pieces;
        self.came += pieces;
    }

    fn leave(&mut self, pieces: u64) {
        self.now -= pieces;
        self.went += pieces;
    }

    fn is_conserved(&self) -> bool {
        self.start + self.came == self.now + self.went
    }

    /// Production and natural end of a day.
    fn turn_over(&mut self, inflow: f64) {
        let made = poisson(self.production * inflow, &mut self.random);
        let ended = self.thin(self.now, self.ends);
        self.pending *= 1.0 - self.ends;
        self.leave(ended);
        self.come(made);
    }

    /// Pieces that were not found yet.
    fn free(&self) -> u64 {
        libm::floor((self.now as f64 - self.pending).max(0.0)) as u64
    }

    fn thin(&mut self, n: u64, share: f64) -> u64 {
        if n == 0 || share == 0.0 {
            0
        } else {
            binomial(n, share, &mut self.random)
        }
    }

    /// Distinct pieces, not found before, among so many items that are copies of random pieces: with S pieces, F items show
    /// `S·(1 − (1 − 1/S)^F)` of them on average; their number is drawn as a binomial of F with that mean.
    fn distinct(&mut self, found: f64) -> u64 {
        if found == 0.0 || self.now == 0 {
            return 0;
        }
        let stock = self.now as f64;
        let shown = if stock > 1.0 {
            -stock * libm::expm1(found * libm::log1p(-1.0 / stock))
        } else {
            1.0
        };
        let new = 1.0 - (self.pending / stock).min(1.0);
        self.thin(found as u64, (shown / found * new).min(1.0))
            .min(self.free())
    }
}
