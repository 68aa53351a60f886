//! A user's risk against the account threshold.

use super::head;
use crate::chart::{Risk, RiskFamily, RiskLine, RiskPoint};
use crate::language::Language;
use crate::model::Model;
use crate::model::mechanism::Accounts;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::rates::active_orders;
use crate::say;
use crate::theory::accounts::{
    ACTIVITY_QUANTILES, Account, ScanTable, album_shape, horizons, risk_between,
};
use crate::units::DAYS_PER_YEAR;
use std::collections::BTreeMap;

const YEARS: f64 = 10.0;
const THRESHOLDS: [u64; 7] = [1, 2, 3, 5, 10, 20, 30];

/// False hits of an average scanned account by one detector.
struct Hits {
    detector: usize,
    /// Per day on which the detector reads.
    per_day: f64,
    /// Days of ten years on which it does, when it does for the same share as of the horizon.
    days: f64,
    /// Per innocent item that is read.
    rate: f64,
    /// Items that its orders read.
    items: f64,
    /// Hits that the detector needs in the scenario.
    needed: u32,
}

impl Hits {
    /// The horizons of the tables that its risk is read from.
    fn horizons(&self, window: f64) -> Vec<f64> {
        horizons(self.days, window, YEARS * DAYS_PER_YEAR)
    }
}

/// Tables by threshold and bits of the horizon.
type Tables = BTreeMap<(u64, u64), ScanTable>;

/// What the chart is about.
struct Subject<'a> {
    accounts: &'a Accounts,
    draw: Draw,
    service: usize,
    hits: Vec<Hits>,
}

/// `None` without an account threshold, or without false hits.
fn subject(model: &Model) -> Result<Option<Subject<'_>>, OperatingError> {
    let Some(accounts) = &model.mechanisms.accounts else {
        return Ok(None);
    };
    let draw = model.parameters.central();
    let points = super::central_points(model)?;
    let Some(service) = widest(model, &draw) else {
        return Ok(None);
    };
    let hits = hits(model, accounts, &draw, &points, service);
    Ok((!hits.is_empty()).then_some(Subject {
        accounts,
        draw,
        service,
        hits,
    }))
}

/// Whether there is a risk to show.
pub(super) fn is_shown(model: &Model) -> bool {
    subject(model).is_ok_and(|subject| subject.is_some())
}

/// The risk at central values, of the service with most scanned accounts.
pub(super) fn risk(model: &Model, language: Language) -> Result<Option<Risk>, OperatingError> {
    Ok(subject(model)?.map(|subject| picture(model, &subject, language)))
}

fn picture(model: &Model, subject: &Subject<'_>, language: Language) -> Risk {
    let Subject {
        accounts,
        draw,
        service,
        ..
    } = subject;
    let correlation = draw.of(accounts.correlation);
    let mut families = vec![family(model, subject, 0.0, language)];
    if correlation > 0.0 {
        families.push(family(model, subject, correlation, language));
    }
    let in_force = subject.hits.first().map(|h| h.needed);
    let differ = subject.hits.iter().any(|h| Some(h.needed) != in_force);
    let needed = || subject.hits.iter().map(|h| h.needed);
    let window = draw.of(accounts.window);
    Risk {
        head: head(
            model,
            say!(
                language,
                "chart-risk-subtitle",
                service = language.translate(&model.world.services[*service].title),
                days = language.number(window),
                differ = if differ { "yes" } else { "no" },
                least = needed().min().unwrap_or(1).to_string(),
                most = needed().max().unwrap_or(1).to_string()
            ),
            language,
        ),
        families,
        in_force: in_force.filter(|_| !differ),
    }
}

/// The service with most scanned accounts.
fn widest(model: &Model, draw: &Draw) -> Option<usize> {
    let scanned = |s: &usize| scanned(model, draw, *s);
    (0..model.world.services.len())
        .filter(|s| scanned(s) > 0.0)
        .max_by(|a, b| scanned(a).total_cmp(&scanned(b)))
}

/// Accounts of a service that some order reads at some time.
fn scanned(model: &Model, draw: &Draw, service: usize) -> f64 {
    let orders = model.policy.orders.iter().enumerate();
    let coverage = orders
        .filter(|(i, o)| {
            let (start, end) = model.order_days(draw, *i);
            start < end && model.scans(*i) && o.services.contains(&service)
        })
        .map(|(i, _)| model.coverage(draw, i))
        .fold(0.0, f64::max);
    coverage * draw.of(model.world.services[service].accounts)
}

/// False hits of an average scanned account over the horizon, by detector: as `report-risk-per-year` has them.
fn hits(
    model: &Model,
    threshold: &Accounts,
    draw: &Draw,
    points: &[OperatingPoint],
    service: usize,
) -> Vec<Hits> {
    let scanned = scanned(model, draw, service);
    let mut hits: Vec<Hits> = Vec::new();
    for (order, read) in innocent_items(model, draw, points, service) {
        let detector = model.policy.orders[order].detector;
        let rate = points[order].fpr_field;
        let per_day = read.flags / (scanned * read.days);
        match hits.iter_mut().find(|h| h.detector == detector) {
            Some(h) => {
                let items = h.items + read.items;
                h.rate = (h.rate * h.items + rate * read.items) / items;
                h.items = items;
                h.per_day += per_day;
            }
            None => hits.push(Hits {
                detector,
                per_day,
                days: YEARS * DAYS_PER_YEAR * (read.days / model.run.days as f64),
                rate,
                items: read.items,
                needed: libm::round(draw.of(threshold.hits[detector])).max(1.0) as u32,
            }),
        }
    }
    hits
}

/// What an order does to a service over the horizon.
#[derive(Default)]
struct Read {
    items: f64,
    /// False flags.
    flags: f64,
    /// Days on which its detector reads, for whichever order.
    days: f64,
}

/// Orders that read a service and flag innocent items there, phase by phase: those that follow each other are never added for one day.
fn innocent_items(
    model: &Model,
    draw: &Draw,
    points: &[OperatingPoint],
    service: usize,
) -> Vec<(usize, Read)> {
    let starts = model.phase_starts(draw);
    let ends = starts.iter().skip(1).copied().chain([model.run.days]);
    let mut read: Vec<Read> = model
        .policy
        .orders
        .iter()
        .map(|_| Read::default())
        .collect();
    for (start, end) in starts.iter().zip(ends) {
        let days = (end - start) as f64;
        let mut reading: Vec<usize> = Vec::new();
        for m in 0..model.world.modalities.len() {
            let items = days * model.world.services[service].base_volume(draw, m);
            let active = active_orders(model, draw, service, m, *start);
            let scanning = active.iter().filter(|order| model.scans(**order));
            reading.extend(scanning.map(|order| model.policy.orders[*order].detector));
            for order in &active {
                read[*order].items += items * model.coverage(draw, *order);
            }
            for (class, order, rate) in model.rates(draw, points, service, m, &active).flags {
                if !model.world.is_abusive(class) {
                    read[order].flags += items * rate;
                }
            }
        }
        for (order, of_order) in model.policy.orders.iter().zip(&mut read) {
            if reading.contains(&order.detector) {
                of_order.days += days;
            }
        }
    }
    let all = read.into_iter().enumerate();
    all.filter(|(order, r)| r.flags > 0.0 && model.scans(*order))
        .collect()
}

fn family(
    model: &Model,
    subject: &Subject<'_>,
    correlation: f64,
    language: Language,
) -> RiskFamily {
    let Subject {
        accounts,
        draw,
        service,
        hits,
    } = subject;
    let window = libm::round(draw.of(accounts.window)).max(1.0);
    let shape = draw.of(model.world.services[*service].activity_shape);
    let mut tables = Tables::new();
    for (k, hits) in THRESHOLDS
        .iter()
        .flat_map(|k| hits.iter().map(move |h| (k, h)))
    {
        for horizon in hits.horizons(window) {
            let new = || ScanTable::new(*k, window, horizon);
            tables.entry((*k, horizon.to_bits())).or_insert_with(new);
        }
    }
    let users = [
        say!(language, "chart-risk-light"),
        say!(language, "chart-risk-median"),
        say!(language, "chart-risk-heavy"),
    ];
    let line = |(user, quantile): (String, &f64)| {
        let activity = Account::new(shape).activity_quantile(*quantile);
        RiskLine {
            user,
            points: THRESHOLDS
                .iter()
                .map(|k| RiskPoint {
                    threshold: *k as u32,
                    risk: of_user(&tables, (*k, window), hits, (activity, correlation)),
                })
                .collect(),
        }
    };
    RiskFamily {
        label: if correlation > 0.0 {
            say!(
                language,
                "chart-risk-correlated",
                rho = language.number(correlation)
            )
        } else {
            say!(language, "chart-risk-independent")
        },
        users: users
            .into_iter()
            .zip(&ACTIVITY_QUANTILES)
            .map(line)
            .collect(),
    }
}

/// P(at least one false report); detectors are independent.
fn of_user(
    tables: &Tables,
    (threshold, window): (u64, f64),
    hits: &[Hits],
    (activity, correlation): (f64, f64),
) -> f64 {
    let safe = |hits: &Hits| {
        let account = Account::new(f64::INFINITY);
        let account = if correlation > 0.0 {
            account.with_album(album_shape(hits.rate, correlation))
        } else {
            account
        };
        let at = |horizon: f64| {
            let table = &tables[&(threshold, horizon.to_bits())];
            (horizon, table.risk(account, hits.per_day * activity))
        };
        let risks: Vec<(f64, f64)> = hits.horizons(window).into_iter().map(at).collect();
        libm::log1p(-risk_between(hits.days, &risks))
    };
    -libm::expm1(hits.iter().map(safe).sum())
}
