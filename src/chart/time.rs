//! The axis of time: days, months or years, whichever is the largest with several of them.

use super::axis::{Axis, Scale, Tick};
use super::format;
use crate::language::Language;
use crate::say;

/// Length of a month, in days (a twelfth of a year of 365.25 days).
const MONTH: f64 = 30.4375;
/// Length of a year, in days.
const YEAR: f64 = 12.0 * MONTH;

/// An axis from the first to the last of `days`, laid between two places, with at most `most` ticks. A single day is
/// drawn as wide as the axis.
pub(crate) fn time(
    language: Language,
    days: impl Iterator<Item = u32>,
    range: (f64, f64),
    most: usize,
) -> (Axis, Vec<Tick>) {
    let (first, last) = days
        .map(f64::from)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), day| {
            (first.min(day), last.max(day))
        });
    let first = if first.is_finite() { first } else { 0.0 };
    let last = if last > first { last } else { first + 1.0 };
    (
        Axis::new(Scale::Linear, (first, last), range),
        time_ticks(language, first, last, most),
    )
}

fn time_ticks(language: Language, first: f64, last: f64, most: usize) -> Vec<Tick> {
    let length = last - first;
    let in_days = length <= 4.0 * MONTH;
    let in_months = !in_days && length <= 5.0 * YEAR;
    let (unit, steps): (f64, &[f64]) = if in_days {
        (1.0, &[1.0, 2.0, 5.0, 10.0, 30.0, 60.0])
    } else if in_months {
        (MONTH, &[1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 36.0, 48.0])
    } else {
        (YEAR, &[1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0])
    };
    let name = |number: f64| {
        let number = format::count(language, number);
        if in_days {
            say!(language, "chart-day", number = number)
        } else if in_months {
            say!(language, "chart-month", number = number)
        } else {
            say!(language, "chart-year", number = number)
        }
    };
    let at = |step: f64| -> Vec<f64> {
        let numbers = (0..100).map(|n| ((first / unit / step).ceil() + f64::from(n)) * step);
        numbers.take_while(|number| number * unit <= last).collect()
    };
    let numbers: Vec<Vec<f64>> = steps.iter().chain(&[1e9]).map(|step| at(*step)).collect();
    let few = |numbers: &&Vec<f64>| numbers.len() <= most.max(2);
    // One number is no scale.
    let several = |numbers: &&Vec<f64>| few(numbers) && numbers.len() > 1;
    let chosen = numbers.iter().find(several);
    let chosen = chosen.or_else(|| numbers.iter().rev().find(|n| (2..12).contains(&n.len())));
    let chosen = chosen.or_else(|| numbers.iter().find(few));
    let tick = |number: &f64| (number * unit, name(*number));
    chosen.into_iter().flatten().map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(first: f64, last: f64, most: usize) -> Vec<String> {
        let ticks = time_ticks(Language::default(), first, last, most);
        ticks.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn the_unit_is_the_largest_with_several() {
        assert_eq!(names(0.0, 0.0, 4), ["day 0"]);
        assert_eq!(names(0.0, 89.0, 4), ["day 0", "day 30", "day 60"]);
        assert_eq!(
            names(0.0, 730.5, 5),
            ["month 0", "month 6", "month 12", "month 18", "month 24"]
        );
        assert_eq!(names(0.0, 3652.5, 3), ["year 0", "year 5", "year 10"]);
        assert_eq!(names(0.0, 1e9, 3).len(), 1);
    }

    #[test]
    fn a_narrow_axis_has_more_than_one_number() {
        assert_eq!(names(0.0, 1820.0, 2), ["month 0", "month 36"]);
        assert_eq!(names(6.0, 729.0, 2), ["month 6", "month 12", "month 18"]);
    }

    #[test]
    fn no_day_and_one_day_have_an_axis() {
        let (axis, ticks) = time(Language::default(), std::iter::empty(), (0.0, 100.0), 4);
        assert_eq!((axis.at(0.0), axis.at(1.0), ticks.len()), (0.0, 100.0, 2));
        let (axis, _) = time(Language::default(), [7].into_iter(), (0.0, 100.0), 4);
        assert_eq!((axis.at(7.0), axis.at(8.0)), (0.0, 100.0));
    }
}
