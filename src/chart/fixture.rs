//! One example of every chart, with numbers of the size of the European Union: 16 billion messages per day and a
//! margin of 0.01 %. Used by tests and benches; the numbers are made up, though the formulas are the usual ones.

use super::*;

/// One chart of every kind.
pub(crate) fn charts() -> Vec<Chart> {
    vec![
        Chart::Vessels(vessels()),
        Chart::Tradeoff(tradeoff()),
        Chart::ReportLoad(report_load()),
        Chart::BacklogDelay(backlog_delay()),
        Chart::Funnel(funnel()),
        Chart::Precision(precision()),
    ]
}

fn head(subtitle: &str) -> ChartHead {
    ChartHead {
        title_scenario: "Detection order for all encrypted services in the European Union".into(),
        subtitle: subtitle.into(),
        footnote: "Source: vessels 0.1.0, scenario eu-all.toml, seed 20240918. World: 16 billion messages per day, \
                   450 million people. All figures are simulated."
            .into(),
    }
}

/// Standard normal distribution function.
fn phi(x: f64) -> f64 {
    0.5 * libm::erfc(-x / 2f64.sqrt())
}

/// Its inverse, by bisection.
fn probit(p: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if phi(middle) < p {
            low = middle
        } else {
            high = middle
        }
    }
    (low + high) / 2.0
}

const VOLUME: f64 = 16e9;
/// Name, separation, highest share found, prevalence.
const CLASSES: [(&str, f64, f64, f64); 3] = [
    ("known material", 8.0, 0.95, 1e-6),
    ("new material", 3.92, 1.0, 3e-7),
    ("grooming", 3.19, 1.0, 1e-6),
];

fn recall((_, separation, most, _): (&str, f64, f64, f64), fpr: f64) -> f64 {
    most * phi(separation + probit(fpr))
}

pub(crate) fn vessels() -> Vessels {
    let class = |class: (&str, f64, f64, f64)| {
        let setting = |(label, margin): (&str, f64)| {
            let detected = recall(class, margin);
            let spread = if class.0 == "known material" {
                0.015
            } else {
                0.07
            };
            let (wrong, right) = (VOLUME * margin, VOLUME * class.3 * detected);
            VesselSetting {
                label: label.into(),
                as_ordered: label == "as ordered",
                margin,
                fdr: wrong / (wrong + right),
                detected,
                detected_low: detected - spread,
                detected_high: detected + spread,
                false_flags_per_day: wrong,
            }
        };
        let settings = [
            ("10× stricter", 1e-5),
            ("as ordered", 1e-4),
            ("10× looser", 1e-3),
        ];
        VesselPair {
            class: class.0.into(),
            settings: settings.into_iter().map(setting).collect(),
        }
    };
    Vessels {
        head: head(
            "1,000 replications; whisker: 90 % of replications. Margin read as share of innocent messages flagged.",
        ),
        classes: CLASSES.into_iter().map(class).collect(),
    }
}

pub(crate) fn tradeoff() -> Tradeoff {
    let mut lines = Vec::new();
    for class in CLASSES {
        for reading in [Reading::Fpr, Reading::Fdr] {
            let point = |step: u32| {
                let margin = libm::exp10(-1.0 - f64::from(step) / 10.0);
                let fpr = match reading {
                    Reading::Fpr => margin,
                    Reading::Fdr => fpr_for_fdr(class, margin),
                };
                let recall = recall(class, fpr);
                TradeoffPoint {
                    margin,
                    recall: (fpr > 1e-16).then_some(recall),
                    false_per_day: VOLUME * fpr,
                    true_per_day: VOLUME * class.3 * recall,
                    extrapolated: fpr < 1e-6 && class.0 == "new material",
                }
            };
            lines.push(TradeoffLine {
                class: class.0.into(),
                reading,
                points: (0..=80).map(point).collect(),
            });
        }
    }
    let marks = [(1e-4, "the minister's margin"), (1e-5, "this scenario")];
    Tradeoff {
        head: head("1,000 replications; lines are medians."),
        lines,
        marks: marks
            .map(|(margin, label)| Mark {
                margin,
                label: label.into(),
            })
            .into(),
    }
}

/// The false positive rate at which a share `fdr` of flags is wrong, by bisection on the logarithm.
fn fpr_for_fdr(class: (&str, f64, f64, f64), fdr: f64) -> f64 {
    let wrong = |fpr: f64| fpr / (fpr + class.3 * recall(class, fpr));
    let (mut low, mut high) = (-18.0, 0.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if wrong(libm::exp10(middle)) < fdr {
            low = middle
        } else {
            high = middle
        }
    }
    libm::exp10(low)
}

/// Noise that is the same on every run.
fn rhythm(day: u32) -> f64 {
    let noise = f64::from(day.wrapping_mul(2_654_435_761) >> 16 & 0xFF) / 255.0 - 0.5;
    1.0 + 0.12 * libm::sin(f64::from(day) * std::f64::consts::TAU / 365.0) + 0.05 * noise
}

/// Name, unit, false per day, true per day, capacity per day.
const DESKS: [(&str, &str, f64, f64, f64); 4] = [
    ("Provider moderators", "flags", 1.6e6, 22_700.0, 40_000.0),
    ("EU Centre", "reports", 6_900.0, 550.0, 3_000.0),
    (
        "National police (27 states)",
        "reports",
        2_200.0,
        480.0,
        2_000.0,
    ),
    ("Investigation", "cases", 25.0, 120.0, 180.0),
];

pub(crate) fn report_load() -> ReportLoad {
    let desk = |(desk, unit, wrong, right, capacity): (&str, &str, f64, f64, f64)| {
        let day = |day: u32| {
            let grown = rhythm(day) * (1.0 + f64::from(day) / 3000.0);
            let total = (wrong + right) * grown;
            DayLoad {
                day,
                true_median: right * grown,
                false_median: wrong * grown,
                total_low: total * 0.7,
                total_median: total,
                total_high: total * 1.45,
                capacity,
            }
        };
        DeskLoad {
            desk: desk.into(),
            unit: unit.into(),
            note: format!(
                "on an average day {} of {} are true",
                format::count(right),
                format::count(wrong + right)
            ),
            days: (0..105).map(|week| day(week * 7)).collect(),
        }
    };
    ReportLoad {
        head: head(
            "1,000 replications; areas are medians per day, the grey band holds 90 % of replications.",
        ),
        desks: DESKS.into_iter().map(desk).collect(),
    }
}

pub(crate) fn backlog_delay() -> BacklogDelay {
    let desk = |(desk, unit, wrong, right, capacity): (&str, &str, f64, f64, f64)| {
        let day = |day: u32| {
            let t = f64::from(day);
            let excess = wrong + right - capacity;
            let wait = if excess > 0.0 {
                excess * t
            } else {
                (wrong + right) * 0.3
            } * rhythm(day);
            DayQueue {
                day,
                backlog_low: wait * 0.6,
                backlog_median: wait,
                backlog_high: wait * 1.5,
                delay_low: wait * 0.6 / capacity,
                delay_median: wait / capacity,
                delay_high: wait * 1.5 / capacity,
            }
        };
        DeskQueue {
            desk: desk.into(),
            unit: unit.into(),
            days: (0..105).map(|week| day(week * 7)).collect(),
        }
    };
    BacklogDelay {
        head: head("1,000 replications; line: median, band: 90 % of replications."),
        desks: DESKS.into_iter().map(desk).collect(),
    }
}

pub(crate) fn funnel() -> Funnel {
    let stages = [
        (
            "in all messages",
            "items",
            36_800.0,
            16e9,
            "of 10 million messages, 23 are abuse",
        ),
        (
            "scanned",
            "items",
            31_000.0,
            13.6e9,
            "of 10 million messages scanned, 23 are abuse",
        ),
        (
            "flagged",
            "flags",
            22_700.0,
            1.6e6,
            "of 10,000 flags, 9,860 are false",
        ),
        (
            "reported",
            "reports",
            550.0,
            6_900.0,
            "of 100 reports to the EU Centre, 93 are false",
        ),
        (
            "forwarded",
            "reports",
            480.0,
            2_200.0,
            "of 100 reports to the police, 82 are false",
        ),
        (
            "actionable",
            "cases",
            120.0,
            25.0,
            "of 100 cases opened, 17 are about someone innocent",
        ),
    ];
    let stage = |(label, unit, right, wrong, sentence): (&str, &str, f64, f64, &str)| FunnelStage {
        label: label.into(),
        unit: unit.into(),
        true_count: right,
        true_low: right * 0.4,
        true_high: right * 2.2,
        false_count: wrong,
        false_low: wrong * 0.8,
        false_high: wrong * 1.25,
        sentence: sentence.into(),
    };
    Funnel {
        head: head("1,000 replications; bars: medians on an average day."),
        stages: stages.into_iter().map(stage).collect(),
    }
}

pub(crate) fn precision() -> Precision {
    let right = |recall: f64, fpr: f64, prevalence: f64| {
        recall * prevalence / (recall * prevalence + fpr * (1.0 - prevalence))
    };
    let line = |(label, recall, fpr): (&str, f64, f64)| PrecisionLine {
        label: label.into(),
        recall,
        fpr,
        points: (0..=90)
            .map(|step| libm::exp10(-9.0 + f64::from(step) / 10.0))
            .map(|prevalence| (prevalence, right(recall, fpr, prevalence.min(0.999))))
            .collect(),
    };
    let point = |(label, recall, fpr, prevalence, is_scenario): (&str, f64, f64, f64, bool)| {
        PrecisionPoint {
            label: label.into(),
            prevalence,
            precision: right(recall, fpr, prevalence),
            prevalence_low: if is_scenario {
                prevalence / 4.0
            } else {
                prevalence
            },
            prevalence_high: if is_scenario {
                prevalence * 4.0
            } else {
                prevalence
            },
            is_scenario,
        }
    };
    Precision {
        head: head(
            "Lines: share of flags that is right by definition; horizontal bars: 90 % of replications.",
        ),
        lines: [
            ("known material (hash list)", 0.95, 1e-8),
            ("new material at 0.01 %", 0.58, 1e-4),
            ("grooming at 0.01 %", 0.3, 1e-4),
            ("new material at 1 %", 0.94, 1e-2),
        ]
        .map(line)
        .into(),
        points: [
            ("known, this scenario", 0.95, 1e-8, 1e-6, true),
            ("new, this scenario", 0.58, 1e-4, 3e-7, true),
            ("grooming, this scenario", 0.3, 1e-4, 1e-6, true),
            ("on a bench, half abuse", 0.58, 1e-4, 0.5, false),
        ]
        .map(point)
        .into(),
    }
}
