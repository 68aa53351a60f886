//! The closed-form twin of a scenario: what has a formula, at central values, under the names of `summary.csv`.
//!
//! Means and standard deviations of flags are exact for the model as simulated, up to the rounding of volumes to whole items.
//! Desks downstream are the fluid limit: queues with arrivals and capacity replaced by their means, mixed perfectly; a fluid
//! has no ages, so nothing is said of the backlog of a desk where units expire. The backlog assumes a desk that works every day
//! and arrivals that neither grow nor vary beyond chance.

use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::rates::{Rates, active_orders};
use crate::model::world::{Capacity, Class, Desk};
use crate::results::metric::*;
use crate::theory::{counts, queue};

/// One number that has a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The metric.
    pub metric: &'static Metric,
    /// Name of the desk; empty means all.
    pub desk: String,
    /// Name of the class or order; empty means all.
    pub class: String,
    /// Expected value over replications at central values.
    pub mean: f64,
    /// Standard deviation over replications at central values, where it has a formula.
    pub sd: Option<f64>,
    /// 5 % and 95 % quantiles over replications at central values, where they have a formula.
    pub tails: Option<(f64, f64)>,
}

/// Expected units of one day, by class and in all.
#[derive(Debug, Clone)]
struct DayFlow {
    by_class: Vec<f64>,
}

/// All formulas of a model.
///
/// # Errors
///
/// [`OperatingError`] when a rule cannot be met, which a loaded scenario excludes.
pub fn twin(model: &Model) -> Result<Vec<Expected>, OperatingError> {
    let draw = model.parameters.central();
    let preset = model.preset(&draw)?;
    let points = model.operating_points(&draw, &preset)?;
    let mut twin = Twin {
        model,
        draw: &draw,
        points: &points,
        rows: Vec::new(),
    };
    twin.orders();
    let flows = twin.flags();
    twin.desks(flows);
    Ok(twin.rows)
}

/// What each order would flag by itself, in the order of the policy: of all that circulates of the classes that its detector
/// detects, on every service and over the whole horizon, the share that it would flag if no other order were in force, 0 to 1.
/// An item that several orders flag counts for each of them, so shares of one class may add up to more than
/// `detected-share`. `None` where nothing circulates of these classes.
///
/// `points` are the operating points of all orders in the draw. Rates as for [`twin`] (docs/model.md, section 4).
pub fn found_alone(model: &Model, draw: &Draw, points: &[OperatingPoint]) -> Vec<Option<f64>> {
    let services = model.world.services.iter();
    let factors: Vec<Vec<f64>> = services
        .map(|service| {
            let days = 0..model.run.days;
            days.map(|day| service.day_factor(draw, day, model.weekday(day)))
                .collect()
        })
        .collect();
    (0..model.policy.orders.len())
        .map(|order| found_by(model, draw, points, order, &factors))
        .collect()
}

/// See [`found_alone`]; `factors` are those of every service on every day.
fn found_by(
    model: &Model,
    draw: &Draw,
    points: &[OperatingPoint],
    order: usize,
    factors: &[Vec<f64>],
) -> Option<f64> {
    let detects = &model.world.detectors[model.policy.orders[order].detector].detects;
    let (start, end) = model.order_days(draw, order);
    let (mut found, mut circulating) = (0.0, 0.0);
    for (s, service) in model.world.services.iter().enumerate() {
        for m in 0..model.world.modalities.len() {
            let volume = service.base_volume(draw, m);
            if !(volume > 0.0) {
                continue;
            }
            let composition = model.world.composition(draw, s, m);
            let share: f64 = detects.iter().map(|class| composition[*class]).sum();
            circulating += volume * share * factors[s].iter().sum::<f64>();
            if end > start && active_orders(model, draw, s, m, start).contains(&order) {
                let rates = model.rates(draw, points, s, m, &[order]);
                let rates = rates.flags.iter().filter(|f| detects.contains(&f.0));
                let rate: f64 = rates.map(|f| f.2).sum();
                found += volume * rate * factors[s][start..end].iter().sum::<f64>();
            }
        }
    }
    (circulating > 0.0).then(|| found / circulating)
}

struct Twin<'a> {
    model: &'a Model,
    draw: &'a Draw,
    points: &'a [OperatingPoint],
    rows: Vec<Expected>,
}

/// Sums over the horizon for one class or all: mean, variance, and circulating items.
#[derive(Debug, Clone, Copy, Default)]
struct Total {
    mean: f64,
    variance: f64,
    circulating: f64,
}

/// Places after those of the classes: of all flags, of right and of wrong ones.
fn sums_after(classes: usize) -> [usize; 3] {
    [classes, classes + 1, classes + 2]
}

impl Twin<'_> {
    fn put(&mut self, metric: &'static Metric, desk: &str, class: &str, mean: f64) {
        self.rows.push(Expected {
            metric,
            desk: desk.to_owned(),
            class: class.to_owned(),
            mean,
            sd: None,
            tails: None,
        });
    }

    /// Flags per day from their total over the horizon.
    fn put_count(&mut self, metric: &'static Metric, class: &str, total: &Total) {
        let days = self.model.run.days as f64;
        let tail = |p: f64| counts::quantile(total.mean, total.variance, p).map(|n| n / days);
        self.rows.push(Expected {
            metric,
            desk: String::new(),
            class: class.to_owned(),
            mean: total.mean / days,
            sd: Some(total.variance.sqrt() / days),
            tails: tail(0.05).zip(tail(0.95)),
        });
    }

    fn orders(&mut self) {
        for (order, point) in self.model.policy.orders.iter().zip(self.points) {
            let name = &order.name;
            if let Some(threshold) = point.threshold() {
                self.put(&ORDER_THRESHOLD, "", name, threshold);
            }
            self.put(&ORDER_RECALL, "", name, point.recall);
            self.put(&ORDER_FPR, "", name, point.fpr_field);
            self.put(&ORDER_FPR_BENCH, "", name, point.fpr_bench);
            if let Some(fdr) = point.fdr_field {
                self.put(&ORDER_FDR, "", name, fdr);
            }
        }
    }

    /// Mean and variance of flags; returns the mean flow of every day.
    fn flags(&mut self) -> Vec<DayFlow> {
        let (totals, flows) = self.totals();
        let model = self.model;
        let classes = model.world.classes();
        for (class, total) in totals.iter().enumerate().take(classes) {
            let name = model.world.class_name(class).to_owned();
            self.put_count(&FLAGS, &name, total);
            if model.world.is_abusive(class) && total.circulating > 0.0 {
                self.put(&DETECTED_SHARE, "", &name, total.mean / total.circulating);
            }
        }
        let [all, right, wrong] = sums_after(classes).map(|i| totals[i]);
        for (metric, total) in [(&FLAGS, all), (&TRUE_FLAGS, right), (&FALSE_FLAGS, wrong)] {
            self.put_count(metric, "", &total);
        }
        if all.mean > 0.0 {
            self.put(&FLAG_PRECISION, "", "", right.mean / all.mean);
        }
        flows
    }

    /// Sums over the horizon by class, then those of [`sums_after`]; and the mean flow of every day.
    fn totals(&self) -> (Vec<Total>, Vec<DayFlow>) {
        let model = self.model;
        let classes = model.world.classes();
        let [all, right, wrong] = sums_after(classes);
        let mut totals = vec![Total::default(); classes + 3];
        let mut flows = vec![
            DayFlow {
                by_class: vec![0.0; classes]
            };
            model.run.days
        ];
        for s in 0..model.world.services.len() {
            let rates = self.rates_by_day(s);
            let variation = self.draw.of(model.world.services[s].overdispersion);
            for (day, flow) in flows.iter_mut().enumerate() {
                let mut sums = vec![(0.0, 0.0); classes + 3];
                let service = &model.world.services[s];
                let factor = service.day_factor(self.draw, day, model.weekday(day));
                for (modality, phases) in &rates {
                    let volume = service.base_volume(self.draw, *modality) * factor;
                    let of_day = &phases[day];
                    let mut p = vec![0.0; classes + 3];
                    for (class, _, rate) in &of_day.flags {
                        p[*class] += rate;
                        p[all] += rate;
                        p[if model.world.is_abusive(*class) {
                            right
                        } else {
                            wrong
                        }] += rate;
                    }
                    for (i, p) in p.iter().enumerate() {
                        sums[i].0 += volume * p;
                        sums[i].1 += volume * p * (1.0 - p);
                    }
                    for (class, share) in of_day.composition.iter().enumerate() {
                        totals[class].circulating += volume * share;
                    }
                }
                for (i, (mean, binomial)) in sums.iter().enumerate() {
                    totals[i].mean += mean;
                    totals[i].variance += binomial + mean * mean * variation * variation;
                    if i < classes {
                        flow.by_class[i] += mean;
                    }
                }
            }
        }
        (totals, flows)
    }

    /// The rates of every modality of a service on every day.
    fn rates_by_day(&self, service: usize) -> Vec<(usize, Vec<Rates>)> {
        let model = self.model;
        let starts = model.phase_starts(self.draw);
        (0..model.world.modalities.len())
            .filter(|m| model.world.services[service].base_volume(self.draw, *m) > 0.0)
            .map(|m| {
                let mut days = Vec::with_capacity(model.run.days);
                for day in 0..model.run.days {
                    let rates = if starts.contains(&day) {
                        let active = active_orders(model, self.draw, service, m, day);
                        model.rates(self.draw, self.points, service, m, &active)
                    } else {
                        let previous: &Rates = &days[day - 1];
                        previous.clone()
                    };
                    days.push(rates);
                }
                (m, days)
            })
            .collect()
    }

    fn desks(&mut self, mut flows: Vec<DayFlow>) {
        for (place, &d) in self.model.policy.desks.iter().enumerate() {
            let desk = &self.model.world.desks[d];
            self.arrive(desk, &mut flows);
            let name = desk.name.clone();
            let days = self.model.run.days as f64;
            let arrivals: f64 = flows.iter().flat_map(|f| &f.by_class).sum();
            let abuse: f64 = flows
                .iter()
                .flat_map(|f| &f.by_class[..self.model.world.material.len()])
                .sum();
            self.put(&ARRIVALS, &name, "", arrivals / days);
            if arrivals > 0.0 {
                self.put(&PRECISION, &name, "", abuse / arrivals);
            }
            self.deduplicate(desk, &mut flows);
            let mean_arrivals = flows.iter().flat_map(|f| &f.by_class).sum::<f64>() / days;
            let (served, backlog) = self.fluid(desk, &flows);
            if desk.expires_after.is_none() {
                let total: f64 = served.iter().flat_map(|f| &f.by_class).sum();
                self.put(&SERVED, &name, "", total / days);
                self.put(&BACKLOG, &name, "", backlog);
            }
            let capacity = desk.mean_capacity_per_day(self.draw);
            if capacity.is_finite() && capacity > 0.0 {
                self.put(&UTILISATION, &name, "", mean_arrivals / capacity);
                if place == 0 {
                    self.stationary(desk, mean_arrivals, capacity);
                }
            }
            flows = served;
            for flow in &mut flows {
                for (class, n) in flow.by_class.iter_mut().enumerate() {
                    *n *= self.draw.of(desk.forward[class]);
                }
            }
            let forwarded: f64 = flows.iter().flat_map(|f| &f.by_class).sum();
            self.put(&FORWARDED, &name, "", forwarded / days);
        }
    }

    fn arrive(&self, desk: &Desk, flows: &mut [DayFlow]) {
        let bundle = self.draw.of(desk.items_per_arrival);
        for n in flows.iter_mut().flat_map(|f| &mut f.by_class) {
            *n /= bundle;
        }
    }

    fn deduplicate(&self, desk: &Desk, flows: &mut [DayFlow]) {
        let world = &self.model.world;
        let keep: Vec<f64> = (0..world.classes())
            .map(|class: Class| 1.0 - desk.duplicate_share(self.draw, world, class))
            .collect();
        for flow in flows {
            for (n, keep) in flow.by_class.iter_mut().zip(&keep) {
                *n *= keep;
            }
        }
    }

    /// What a desk serves each day by class, and the backlog at the end; member states are separate queues.
    fn fluid(&self, desk: &Desk, flows: &[DayFlow]) -> (Vec<DayFlow>, f64) {
        let places = if desk.split {
            self.model.world.state_shares(self.draw)
        } else {
            vec![(1.0, 1.0)]
        };
        let classes = self.model.world.classes();
        let mut served = vec![
            DayFlow {
                by_class: vec![0.0; classes]
            };
            flows.len()
        ];
        let mut backlog = 0.0;
        for (share, staff) in places.iter().filter(|p| p.0 > 0.0) {
            let mut waiting = vec![0.0; classes];
            for (day, flow) in flows.iter().enumerate() {
                for (w, n) in waiting.iter_mut().zip(&flow.by_class) {
                    *w += share * n;
                }
                let total: f64 = waiting.iter().sum();
                let capacity = self.capacity(desk, day) * staff;
                let part = if total > capacity {
                    capacity / total
                } else {
                    1.0
                };
                for (w, out) in waiting.iter_mut().zip(&mut served[day].by_class) {
                    *out += part * *w;
                    *w *= 1.0 - part;
                }
            }
            backlog += waiting.iter().sum::<f64>();
        }
        (served, backlog)
    }

    fn capacity(&self, desk: &Desk, day: usize) -> f64 {
        let opens = libm::round(self.draw.of(desk.opens)) as usize;
        let works = desk.working_days[self.model.weekday(day)];
        match desk.capacity {
            _ if day < opens || !works => 0.0,
            Capacity::Unlimited => f64::INFINITY,
            _ => desk.capacity_per_working_day(self.draw),
        }
    }

    fn stationary(&mut self, desk: &Desk, arrivals: f64, capacity: f64) {
        let steady = desk.working_days.iter().all(|d| *d)
            && !desk.split
            && libm::floor(capacity) == capacity
            && self.draw.of(desk.opens) == 0.0
            && desk.expires_after.is_none()
            && self.model.phase_starts(self.draw).len() == 1;
        let regular = self.model.world.services.iter().all(|s| {
            self.draw.of(s.overdispersion) == 0.0
                && self.draw.of(s.growth) == 0.0
                && (1..7).all(|d| s.day_factor(self.draw, 0, d) == s.day_factor(self.draw, 0, 0))
        });
        let backlog = queue::stationary_backlog_poisson(arrivals, capacity as u64);
        if let (true, true, Some(backlog)) = (steady, regular, backlog) {
            self.put(&STATIONARY_BACKLOG, &desk.name, "", backlog);
        }
    }
}
