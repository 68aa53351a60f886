//! From items to actionable cases: true and false at every stage.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, decades, draw_below, log_ticks, named};
use super::format;
use super::label::{fit, settle, wrap};
use super::scene::{Anchor, Ink, Rect, Scene};
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, CAPTION, FALSE, FALSE_TEXT, FINE, HEADING, MIST, NOTE, THIN, TICK, TRUE,
};

/// Chart of the chain from items to cases.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Funnel {
    /// Words around the chart.
    pub head: ChartHead,
    /// Stages in the order of the chain, two to eight.
    pub stages: Vec<FunnelStage>,
    /// Whether nothing innocent is part of the model, so that nothing is said of it.
    pub abuse_only: bool,
}

/// One stage of the chain; all numbers are `unit` per day.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FunnelStage {
    /// Name for readers: "scanned", "flagged".
    pub label: String,
    /// What is counted: "items", "flags", "reports", "cases".
    pub unit: String,
    /// Median of what is abuse.
    pub true_count: f64,
    /// Low end of the 90 % interval of `true_count`.
    pub true_low: f64,
    /// High end of the 90 % interval of `true_count`.
    pub true_high: f64,
    /// Median of what is innocent.
    pub false_count: f64,
    /// Low end of the 90 % interval of `false_count`.
    pub false_low: f64,
    /// High end of the 90 % interval of `false_count`.
    pub false_high: f64,
    /// The stage as a natural frequency: "of 10,000 flags, 9,996 are false".
    pub sentence: String,
}

/// One bar: its number, its interval and its look.
struct Bar {
    count: f64,
    low: f64,
    high: f64,
    fill: Ink,
    ink: Ink,
    word: String,
}

impl FunnelStage {
    fn bars(&self, language: Language, abuse_only: bool) -> Vec<Bar> {
        let bars = [
            Bar {
                count: self.false_count,
                low: self.false_low,
                high: self.false_high,
                fill: FALSE,
                ink: FALSE_TEXT,
                word: say!(language, "chart-funnel-innocent"),
            },
            Bar {
                count: self.true_count,
                low: self.true_low,
                high: self.true_high,
                fill: TRUE,
                ink: TRUE,
                word: say!(language, "chart-funnel-abuse"),
            },
        ];
        bars.into_iter().skip(usize::from(abuse_only)).collect()
    }
}

impl Funnel {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "stage",
            "unit",
            "true_per_day",
            "true_low",
            "true_high",
            "false_per_day",
            "false_low",
            "false_high",
            "sentence",
        ];
        let innocent = |number: f64| match self.abuse_only {
            true => String::new(),
            false => number.to_string(),
        };
        let row = |s: &FunnelStage| {
            row![
                s.label,
                s.unit,
                s.true_count,
                s.true_low,
                s.true_high,
                innocent(s.false_count),
                innocent(s.false_low),
                innocent(s.false_high),
                s.sentence
            ]
        };
        Table {
            header,
            rows: self.stages.iter().map(row).collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let top = body.top + 18.0;
        let plot = Rect::new(
            body.left + 230.0,
            top,
            body.right - 570.0,
            body.bottom - 78.0,
        );
        let axis = self.axis(plot);
        let exponents = self.exponents();
        let ticks = log_ticks(exponents, 5);
        let language = scene.language;
        let names = named(&ticks, |tick| format::count(language, tick));
        draw_below(scene, plot, &axis, &names);
        let caption = match ticks[..] {
            [first, second, ..] => {
                let times = format::count(language, (second / first).round());
                say!(language, "chart-funnel-axis", times = times)
            }
            _ => say!(language, "chart-funnel-axis-short"),
        };
        let at = (plot.left, plot.bottom + 64.0);
        let caption = fit(&caption, CAPTION, body.right - plot.left);
        scene.text(at, Anchor::Left, CAPTION.ink(BLACK), caption);
        let rows = self.stages.len().max(1);
        for (n, stage) in self.stages.iter().enumerate() {
            let cell = Rect {
                left: body.left,
                right: body.right,
                ..plot
            }
            .cell(n, 1, rows, (0.0, 6.0));
            if n > 0 {
                scene.line(
                    vec![(cell.left, cell.top - 3.0), (cell.right, cell.top - 3.0)],
                    MIST,
                    THIN,
                );
            }
            let bars = stage.bars(language, self.abuse_only);
            draw_stage(scene, (cell, plot), &axis, stage, bars);
        }
    }

    fn exponents(&self) -> (i32, i32) {
        let bars = || {
            self.stages
                .iter()
                .flat_map(|stage| stage.bars(Language::default(), self.abuse_only))
        };
        let high = bars()
            .map(|bar| bar.high.max(bar.count))
            .fold(10.0, f64::max);
        let low = bars()
            .map(|bar| bar.count)
            .filter(|n| *n > 0.0)
            .fold(1.0, f64::min);
        let (first, last) = decades(low.max(1e-6), high);
        // A bar needs some length to show that there is one.
        (first.min(0), last.max(first + 1))
    }

    fn axis(&self, plot: Rect) -> Axis {
        let (first, last) = self.exponents();
        let ends = (libm::exp10(f64::from(first)), libm::exp10(f64::from(last)));
        Axis::new(Scale::Log, ends, (plot.left, plot.right))
    }
}

fn draw_stage(
    scene: &mut Scene,
    (cell, plot): (Rect, Rect),
    axis: &Axis,
    stage: &FunnelStage,
    bars: Vec<Bar>,
) {
    let middle = cell.middle().1;
    let name = plot.left - cell.left - 24.0;
    // A long name takes smaller letters and a second line.
    let heading = if HEADING.width(&stage.label) > name {
        HEADING.em(22.0)
    } else {
        HEADING
    };
    let lines = wrap(&stage.label, heading, name, 2);
    let names = lines.len() as f64 * heading.leading();
    // The unit stands in the sentence too: a whole name is worth more.
    let has_unit = stage.unit != stage.label && names + NOTE.leading() <= cell.height();
    let height = if has_unit {
        names + NOTE.leading()
    } else {
        names
    };
    let first = middle - height / 2.0 + heading.em * 0.9;
    let next = scene.paragraph((cell.left, first), Anchor::Left, heading, &lines);
    if has_unit {
        let unit = fit(&stage.unit, NOTE, name);
        scene.text((cell.left, next - 4.0), Anchor::Left, NOTE, unit);
    }
    let thick = ((cell.height() - 16.0) / 2.0).min(34.0);
    let mut number = 0.0_f64;
    let half = (bars.len() as f64 - 1.0) / 2.0;
    for (n, bar) in bars.into_iter().enumerate() {
        let y = middle + (n as f64 - half) * (thick + 4.0);
        number = number.max(draw_bar(scene, plot, axis, &bar, y, thick));
    }
    let left = (plot.right + 220.0).max(number + 16.0);
    let room = cell.height().min(3.0 * BODY.leading());
    let (style, lines) = settle(&stage.sentence, BODY, cell.right - left, room);
    let first = middle - lines.len() as f64 * style.leading() / 2.0 + style.em * 0.95;
    scene.paragraph((left, first), Anchor::Left, style, &lines);
}

/// A bar with its interval and number; returns where the number ends.
fn draw_bar(scene: &mut Scene, plot: Rect, axis: &Axis, bar: &Bar, y: f64, thick: f64) -> f64 {
    let mut end = plot.left;
    if bar.count > 0.0 {
        end = axis.at(bar.count).max(plot.left + 2.0);
        scene.rect(
            Rect::new(plot.left, y - thick / 2.0, end, y + thick / 2.0),
            bar.fill,
        );
    }
    let (low, high) = (axis.at(bar.low), axis.at(bar.high));
    if bar.high > 0.0 && high - low > 3.0 {
        scene.line(vec![(low, y), (high, y)], BLACK, FINE);
        for x in [low, high] {
            scene.line(vec![(x, y - 6.0), (x, y + 6.0)], BLACK, FINE);
        }
        end = end.max(high);
    }
    let text = format!("{} {}", format::count(scene.language, bar.count), bar.word);
    let style = if thick < 27.0 { TICK } else { BODY };
    scene
        .text(
            (end + 10.0, style.centred(y)),
            Anchor::Left,
            style.ink(bar.ink),
            text,
        )
        .right
}
