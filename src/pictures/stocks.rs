//! Stocks of pieces over time.

use super::head;
use crate::chart::{ClassStock, DayStock, OrderEvent, Stocks};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::series::{Series, SeriesSet};
use crate::say;

/// Most days that a line has; longer runs show one in so many.
const DAYS: usize = 400;

/// Most marks of orders.
const EVENTS: usize = 8;

pub(super) fn stocks(model: &Model, results: &Results, language: Language) -> Stocks {
    let counted: Vec<usize> = model.counted_material().collect();
    let sets = results.daily.iter().filter(|set| !set.class.is_empty());
    Stocks {
        head: head(
            model,
            say!(
                language,
                "chart-stocks-subtitle",
                replications = language.replications(results.replications)
            ),
            language,
        ),
        classes: counted
            .iter()
            .zip(sets)
            .map(|(class, set)| ClassStock {
                class: language
                    .translate(&model.world.material[*class].title)
                    .into_owned(),
                days: days(set),
            })
            .collect(),
        events: events(model, language),
    }
}

fn days(set: &SeriesSet) -> Vec<DayStock> {
    let sketches = set.daily(Series::Pieces);
    let step = sketches.len().div_ceil(DAYS).max(1);
    let quantile = |day: usize, p| sketches[day].quantile(p).unwrap_or(0.0);
    (0..sketches.len())
        .step_by(step)
        .map(|day| DayStock {
            day: u32::try_from(day).unwrap_or(u32::MAX),
            low: quantile(day, 0.05),
            median: quantile(day, 0.5),
            high: quantile(day, 0.95),
        })
        .collect()
}

/// Starts and ends of orders that are known in advance, inside the horizon.
fn events(model: &Model, language: Language) -> Vec<OrderEvent> {
    let draw = model.parameters.central();
    let mut events = Vec::new();
    for (i, order) in model.policy.orders.iter().enumerate() {
        let (start, end) = model.order_days(&draw, i);
        let title = language.translate(&order.title).into_owned();
        let mut add = |day: usize, label: String| {
            if day > 0 && day < model.run.days {
                events.push(OrderEvent {
                    day: u32::try_from(day).unwrap_or(u32::MAX),
                    label,
                });
            }
        };
        add(start, say!(language, "chart-order-begins", order = &title));
        if end > start {
            add(end, say!(language, "chart-order-ends", order = &title));
        }
    }
    events.sort_by_key(|e| e.day);
    events.truncate(EVENTS);
    events
}
