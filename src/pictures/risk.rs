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
use crate::theory::accounts::{ACTIVITY_QUANTILES, Account, ScanTable, album_shape};
use crate::units::DAYS_PER_YEAR;

const YEARS: f64 = 10.0;
const THRESHOLDS: [u64; 7] = [1, 2, 3, 5, 10, 20, 30];

/// False hits of an average account by one detector: per day, and per innocent item.
struct Hits {
    per_day: f64,
    rate: f64,
    /// Hits that the detector needs in the scenario.
    needed: u32,
}

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
    let window = draw.of(accounts.window);
    Risk {
        head: head(
            model,
            say!(
                language,
                "chart-risk-subtitle",
                service = language.translate(&model.world.services[*service].title),
                days = language.number(window)
            ),
            language,
        ),
        families,
        in_force: in_force.filter(|_| !differ),
    }
}

/// The service with most scanned accounts.
fn widest(model: &Model, draw: &Draw) -> Option<usize> {
    let scanned = |s: &usize| {
        let orders = model.policy.orders.iter().enumerate();
        let coverage = orders
            .filter(|(i, o)| model.scans(*i) && o.services.contains(s))
            .map(|(i, _)| model.coverage(draw, i))
            .fold(0.0, f64::max);
        coverage * draw.of(model.world.services[*s].accounts)
    };
    (0..model.world.services.len())
        .filter(|s| scanned(s) > 0.0)
        .max_by(|a, b| scanned(a).total_cmp(&scanned(b)))
}

fn hits(
    model: &Model,
    threshold: &Accounts,
    draw: &Draw,
    points: &[OperatingPoint],
    service: usize,
) -> Vec<Hits> {
    let accounts = draw.of(model.world.services[service].accounts);
    let mut hits = Vec::new();
    for (i, point) in points.iter().enumerate() {
        let order = &model.policy.orders[i];
        if !order.services.contains(&service) || !model.scans(i) {
            continue;
        }
        let (day, _) = model.order_days(draw, i);
        let mut flags = 0.0;
        for &m in &model.world.detectors[order.detector].modalities {
            let active = active_orders(model, draw, service, m, day);
            let rates = model.rates(draw, points, service, m, &active);
            let volume = model.world.services[service].base_volume(draw, m);
            let innocent = rates
                .flags
                .iter()
                .filter(|f| f.1 == i && !model.world.is_abusive(f.0));
            flags += volume * innocent.map(|f| f.2).sum::<f64>();
        }
        let scanned = accounts * model.coverage(draw, i);
        if flags > 0.0 && scanned > 0.0 {
            hits.push(Hits {
                per_day: flags / scanned,
                rate: point.fpr_field,
                needed: libm::round(draw.of(threshold.hits[order.detector])).max(1.0) as u32,
            });
        }
    }
    hits
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
    let tables: Vec<ScanTable> = THRESHOLDS
        .iter()
        .map(|k| ScanTable::new(*k, window, YEARS * DAYS_PER_YEAR))
        .collect();
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
                .zip(&tables)
                .map(|(k, table)| RiskPoint {
                    threshold: *k as u32,
                    risk: of_user(table, hits, activity, correlation),
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
fn of_user(table: &ScanTable, hits: &[Hits], activity: f64, correlation: f64) -> f64 {
    let safe = |hits: &Hits| {
        let account = Account::new(f64::INFINITY);
        let account = if correlation > 0.0 {
            account.with_album(album_shape(hits.rate, correlation))
        } else {
            account
        };
        libm::log1p(-table.risk(account, hits.per_day * activity))
    };
    -libm::expm1(hits.iter().map(safe).sum())
}
