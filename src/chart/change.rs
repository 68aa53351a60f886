//! One metric of several scenarios as differences from a base: its numbers, its scale and the way they are written.

use serde::Serialize;

use super::axis::{Axis, Scale, Tick, linear_ticks};
use super::format;
use super::metric::NumberStyle;
use crate::language::Language;
use crate::say;

/// A metric, and how every other scenario differs from the base in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DifferenceRow {
    /// What is measured, with its unit: "innocent accounts flagged per year".
    pub name: String,
    /// How its numbers are written; differences of shares are percentage points.
    pub style: NumberStyle,
    /// Mean of the base; `None` where it has none.
    pub base: Option<f64>,
    /// One per scenario, in the order of the scenarios; `None` where the two cannot be compared.
    pub values: Vec<Option<Difference>>,
}

/// How one scenario differs from the base.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Whether both give the same number in every replication.
    pub identical: bool,
    /// Mean difference, in the unit of the metric.
    pub absolute: Change,
    /// Relative to the mean of the base (share of one); `None` where that is not clearly above 0.
    pub relative: Option<Change>,
    /// Whether its replications are so skewed that the interval is too narrow; marked with a star.
    pub skewed: bool,
}

/// A mean with its interval.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Change {
    /// Low end of the interval; NaN without one.
    pub low: f64,
    /// Mean.
    pub mean: f64,
    /// High end of the interval; NaN without one.
    pub high: f64,
}

impl Change {
    fn ends(self) -> impl Iterator<Item = f64> {
        [self.low, self.mean, self.high]
            .into_iter()
            .filter(|x| x.is_finite())
    }
}

/// The name of a large unit apart from its number.
fn unit_apart(text: String) -> (String, String) {
    match text.split_once(' ') {
        Some((number, unit)) => (number.to_owned(), format!(" {unit}")),
        None => (text, String::new()),
    }
}

/// How a row is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing can be compared.
    Unknown,
    /// Nothing differs in any scenario.
    Identical,
    /// In relative terms.
    Relative,
    /// In its own unit.
    Absolute,
}

impl DifferenceRow {
    fn known(&self) -> impl Iterator<Item = &Difference> {
        let known = self.values.iter().flatten();
        known.filter(|value| value.identical || value.absolute.mean.is_finite())
    }

    pub(crate) fn kind(&self) -> Kind {
        if self.known().next().is_none() {
            Kind::Unknown
        } else if self.known().all(|value| value.identical) {
            Kind::Identical
        } else if self
            .known()
            .all(|value| value.identical || value.relative.is_some_and(|r| r.mean.is_finite()))
        {
            Kind::Relative
        } else {
            Kind::Absolute
        }
    }

    /// What is drawn of a scenario: 0 where it is identical.
    pub(crate) fn change(&self, n: usize) -> Option<Change> {
        let value = self.values.get(n).copied().flatten()?;
        if value.identical {
            return Some(Change::default());
        }
        let change = match self.kind() {
            Kind::Relative => value.relative?,
            _ => value.absolute,
        };
        change.mean.is_finite().then_some(change)
    }

    /// Every number that is drawn.
    pub(crate) fn numbers(&self) -> Vec<f64> {
        let changes = (0..self.values.len()).filter_map(|n| self.change(n));
        changes.flat_map(Change::ends).collect()
    }

    /// What is written beside a scenario, with the interval where there is `room` for it.
    pub(crate) fn text(&self, language: Language, n: usize, room: bool) -> String {
        let Some(value) = self.values.get(n).copied().flatten() else {
            return say!(language, "chart-unknown");
        };
        let Some(change) = self.change(n) else {
            return say!(language, "chart-unknown");
        };
        if value.identical {
            return say!(language, "chart-identical");
        }
        let star = if value.skewed { "*" } else { "" };
        let left = 1.0 + change.mean;
        if self.kind() == Kind::Relative && (1e-300..1e-4).contains(&left) {
            return format!("÷ {}{star}", format::significant(language, 1.0 / left, 3));
        }
        let write = |x: f64| match (self.kind(), self.style) {
            (Kind::Relative, _) => (format::signed_percent(language, x), " %".to_owned()),
            (_, NumberStyle::Percent) => (
                format::signed(language, 100.0 * x),
                format!(" {}", say!(language, "chart-points")),
            ),
            _ => unit_apart(format::signed(language, x)),
        };
        let (mean, low, high) = (write(change.mean), write(change.low), write(change.high));
        let finite = change.low.is_finite() && change.high.is_finite();
        if !room || !finite || low == high {
            return format!("{}{}{star}", mean.0, mean.1);
        }
        if low.1 == mean.1 && mean.1 == high.1 {
            let [low, high, unit] = [low.0, high.0, mean.1];
            return say!(
                language,
                "chart-interval",
                mean = mean.0,
                low = low,
                high = high
            ) + &unit
                + star;
        }
        let [mean, low, high] = [mean, low, high].map(|(number, unit)| number + &unit);
        say!(
            language,
            "chart-interval",
            mean = mean,
            low = low,
            high = high
        ) + star
    }

    /// A round number at the longer side of an absolute row, and its text.
    pub(crate) fn tick(&self, language: Language) -> Option<Tick> {
        let numbers = self.numbers();
        let far = numbers
            .into_iter()
            .fold(0.0, |far: f64, x| if x.abs() > far.abs() { x } else { far });
        let ticks = linear_ticks(far.abs(), 2);
        let round = ticks.into_iter().rfind(|tick| *tick <= far.abs())?;
        let value = round.copysign(far);
        let (factor, unit) = match self.style {
            NumberStyle::Percent => (100.0, format!(" {}", say!(language, "chart-points"))),
            NumberStyle::Count => (1.0, String::new()),
        };
        (round > 0.0).then(|| {
            (
                value,
                format!("{}{unit}", format::signed(language, factor * value)),
            )
        })
    }
}

/// Relative changes beyond this multiple of the smallest are stretched around 0.
const LINEAR: f64 = 40.0;

/// The scale that the relative rows of a panel share.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ruler {
    scale: Scale,
    domain: (f64, f64),
    pub(crate) ticks: Vec<Tick>,
}

impl Ruler {
    /// Encloses 0 and the changes of all relative rows, and leaves room on the sides that absolute rows need.
    pub(crate) fn of(language: Language, rows: &[DifferenceRow]) -> Self {
        let relative = || rows.iter().filter(|row| row.kind() == Kind::Relative);
        // Nothing falls by more than all.
        let numbers = relative().flat_map(DifferenceRow::numbers);
        let numbers: Vec<f64> = numbers.map(|x| x.max(-1.0)).collect();
        let means = relative().flat_map(|row| (0..row.values.len()).filter_map(|n| row.change(n)));
        let sizes = means.map(|change| change.mean.abs());
        let least = sizes
            .filter(|size| *size > 0.0)
            .fold(f64::INFINITY, f64::min);
        let most = numbers.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let low = numbers.iter().copied().fold(0.0, f64::min);
        let high = numbers.iter().copied().fold(0.0, f64::max);
        let stretched = most > LINEAR * least && most > 0.1;
        let marks = if stretched {
            stretched_marks(most)
        } else {
            let marks = linear_ticks(most, if low < 0.0 && high > 0.0 { 2 } else { 4 });
            marks.into_iter().skip(1).collect()
        };
        let scale = if stretched {
            Scale::Stretched
        } else {
            Scale::Linear
        };
        let end = |reach: f64| {
            let mark = marks.iter().copied().find(|m| *m >= 0.999_999 * reach);
            mark.unwrap_or(reach)
        };
        let below = end(-low).min(1.0);
        let above = end(high);
        let mut domain = (
            if low < 0.0 { -below } else { 0.0 },
            if high > 0.0 { above } else { 0.0 },
        );
        let needs = |sign: f64| {
            rows.iter().any(|row| {
                let far = row.numbers().into_iter().any(|x| x * sign > 0.0);
                row.kind() == Kind::Absolute && far
            })
        };
        let all = domain.1 - domain.0;
        let all = if all > 0.0 { all } else { 1.0 };
        let room = if stretched {
            0.1 * all.min(1.0)
        } else {
            0.4 * all
        };
        if needs(-1.0) || all == 1.0 && most == 0.0 {
            domain.0 = domain.0.min(-room);
        }
        if needs(1.0) || all == 1.0 && most == 0.0 {
            domain.1 = domain.1.max(room);
        }
        let all = (domain.0 <= -1.0).then_some(-1.0);
        let inside = |m: &f64| *m >= domain.0 && Some(*m) != all;
        let below = all
            .into_iter()
            .chain(marks.iter().rev().map(|m| -m).filter(inside));
        let above = marks.iter().copied().filter(|m| *m <= domain.1);
        let ticks = below.chain([0.0]).chain(above);
        let name = |tick: f64| {
            (
                tick,
                format!("{} %", format::signed(language, 100.0 * tick)),
            )
        };
        Self {
            scale,
            domain,
            ticks: if most > 0.0 {
                ticks.map(name).collect()
            } else {
                Vec::new()
            },
        }
    }

    pub(crate) fn is_stretched(&self) -> bool {
        self.scale == Scale::Stretched
    }

    pub(crate) fn axis(&self, range: (f64, f64)) -> Axis {
        Axis::new(self.scale, self.domain, range)
    }
}

/// Powers of ten of per cent, from 1 % to the first that is not below `most`; the last may be 2 or 5 times one.
fn stretched_marks(most: f64) -> Vec<f64> {
    let mut marks = vec![0.01];
    let mut last = 0.01;
    while last < most * 0.999_999 && marks.len() < 18 {
        let next = [2.0, 5.0, 10.0]
            .map(|factor| factor * last)
            .into_iter()
            .find(|mark| *mark >= most)
            .unwrap_or(10.0 * last);
        marks.push(next);
        last = next;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en() -> Language {
        Language::default()
    }

    fn row(relative: &[(f64, f64, f64)]) -> DifferenceRow {
        let value = |(low, mean, high): &(f64, f64, f64)| {
            let change = Change {
                low: *low,
                mean: *mean,
                high: *high,
            };
            Some(Difference {
                identical: false,
                absolute: change,
                relative: Some(change),
                skewed: false,
            })
        };
        DifferenceRow {
            values: relative.iter().map(value).collect(),
            ..Default::default()
        }
    }

    #[test]
    fn numbers_are_written_in_the_terms_they_are_drawn_in() {
        let mut row = row(&[(0.071, 0.083, 0.095)]);
        assert_eq!(row.text(en(), 0, true), "+8.3 (+7.1 to +9.5) %");
        assert_eq!(row.text(en(), 0, false), "+8.3 %");
        let value = row.values[0].as_mut().expect("one");
        value.relative = None;
        value.absolute.mean = -1234.0;
        assert_eq!(
            (row.kind(), row.text(en(), 0, false)),
            (Kind::Absolute, "−1,234".to_owned())
        );
        row.values[0].as_mut().expect("one").absolute = Change {
            low: 3.94e8,
            mean: 4.03e8,
            high: 4.12e8,
        };
        assert_eq!(row.text(en(), 0, true), "+403 (+394 to +412) million");
        row.style = NumberStyle::Percent;
        row.values[0].as_mut().expect("one").absolute.mean = 0.032;
        assert_eq!(row.text(en(), 0, false), "+3.2 points");
        row.values[0].as_mut().expect("one").identical = true;
        assert_eq!(
            (row.kind(), row.text(en(), 0, true)),
            (Kind::Identical, "identical".to_owned())
        );
        row.values = vec![None];
        assert_eq!(
            (row.kind(), row.text(en(), 0, true)),
            (Kind::Unknown, "unknown".to_owned())
        );
    }

    #[test]
    fn a_ruler_holds_zero_and_every_change() {
        let texts = |rows: &[DifferenceRow]| -> Vec<String> {
            Ruler::of(en(), rows)
                .ticks
                .into_iter()
                .map(|t| t.1)
                .collect()
        };
        assert_eq!(
            texts(&[row(&[(0.02, 0.03, 0.04)])]),
            ["0 %", "+1 %", "+2 %", "+3 %", "+4 %"]
        );
        let both = [row(&[(-0.3, -0.2, -0.1), (0.3, 0.4, 0.5)])];
        assert_eq!(texts(&both), ["−50 %", "−25 %", "0 %", "+25 %", "+50 %"]);
        let far = [row(&[
            (-0.9, -0.8, -0.7),
            (0.01, 0.02, 0.03),
            (30.0, 31.0, 33.0),
        ])];
        let ruler = Ruler::of(en(), &far);
        assert!(ruler.is_stretched());
        assert_eq!(texts(&far)[..3], ["−100 %", "−10 %", "−1 %"]);
        let axis = ruler.axis((0.0, 100.0));
        assert!(axis.holds(33.0) && axis.holds(-0.9) && axis.holds(0.0));
        assert!(Ruler::of(en(), &[]).ticks.is_empty());
        let uneven = [row(&[(-0.3, -0.24, -0.1), (4.0, 5.0, 9.0)])];
        assert_eq!(texts(&uneven)[..2], ["−100 %", "0 %"]);
    }

    #[test]
    fn what_nearly_vanishes_is_divided_and_what_is_skewed_has_a_star() {
        let mut row = row(&[(-0.999_999_99, -0.999_999_97, -0.999_999_9)]);
        assert_eq!(row.text(en(), 0, true), "÷ 33.3 million");
        row.values[0].as_mut().expect("one").skewed = true;
        assert_eq!(row.text(en(), 0, true), "÷ 33.3 million*");
    }

    #[test]
    fn an_absolute_row_has_one_round_number() {
        let mut row = row(&[(-1300.0, -1200.0, -1100.0)]);
        row.values[0].as_mut().expect("one").relative = None;
        assert_eq!(row.tick(en()), Some((-1000.0, "−1,000".to_owned())));
    }
}
