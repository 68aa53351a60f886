//! Every chart, seen from outside: its numbers, its words, its pixels; and with data at the edge of sense.

use super::overlap;
mod colours;
mod empty;

use super::*;

const LONG: &str = "National centre for reports and referrals"; // 41 characters

/// The numbers of a chart, thinned out to what fits in a review.
fn excerpt(chart: &Chart) -> String {
    let table = chart.table();
    let every = table.rows.len().div_ceil(30).max(1);
    let rows = table.rows.into_iter().step_by(every).collect();
    format!(
        "{}\n{}",
        chart.title(),
        Table {
            header: table.header,
            rows
        }
        .to_csv()
    )
}

fn decode(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(bytes).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, pixels)
}

/// Checks that tags nest and that every ampersand begins an entity; returns the unescaped texts.
fn svg_texts(document: &str) -> Vec<String> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    for piece in document.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("every tag is closed");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags nest");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        for entity in text.split('&').skip(1) {
            assert!(
                ["amp;", "lt;", "gt;", "quot;", "apos;"]
                    .iter()
                    .any(|e| entity.starts_with(e)),
                "{text}"
            );
        }
        let plain = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"");
        texts.push(
            plain
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .trim()
                .to_owned(),
        );
    }
    assert!(open.is_empty());
    texts
}

#[test]
fn numbers_of_every_chart() {
    for chart in fixture::charts() {
        insta::assert_snapshot!(chart.name(), excerpt(&chart));
    }
}

#[test]
fn tables_are_rectangular_and_hold_every_number() {
    for chart in fixture::charts().into_iter().chain(edges()) {
        let table = chart.table();
        assert!(
            table.rows.iter().all(|row| row.len() == table.header.len()),
            "{}",
            chart.name()
        );
    }
    assert_eq!(
        Chart::ReportLoad(fixture::report_load()).table().rows.len(),
        4 * 105
    );
}

#[test]
fn png_decodes_and_shows_the_colours_of_the_data() {
    for chart in fixture::charts() {
        let (width, height, pixels) = decode(&chart.render(Format::Png).unwrap());
        assert_eq!((width, height), Size::Page.pixels());
        let inked = pixels
            .chunks(3)
            .filter(|pixel| *pixel != [255, 255, 255])
            .count();
        let share = inked as f64 / f64::from(width * height);
        assert!(
            (0.03..0.8).contains(&share),
            "{}: {share} inked",
            chart.name()
        );
        let coloured = pixels
            .chunks(3)
            .filter(|p| p.iter().max().unwrap() - p.iter().min().unwrap() > 60)
            .count();
        assert!(
            coloured > 5_000,
            "{}: {coloured} coloured pixels",
            chart.name()
        );
    }
}

#[test]
fn png_bytes_are_the_same_every_time() {
    let chart = Chart::Vessels(fixture::vessels());
    assert_eq!(
        chart.render(Format::Png).unwrap(),
        chart.render(Format::Png).unwrap()
    );
}

#[test]
fn svg_is_well_formed_and_says_everything() {
    let words: [&[&str]; 18] = [
        &[
            "known material",
            "as ordered",
            "0.01 %",
            "58 %",
            "1.6 million",
            "100 %",
            "false flags/day",
        ],
        &[
            "share found of the abuse that is scanned (%)",
            "margin for false alarms, stricter →",
            "grooming",
            "the minister's margin: 0.01 %",
        ],
        &[
            "million flags per day",
            "reports per day",
            "can handle 3,000",
            "month 12",
            "EU Centre",
        ],
        &[
            "waiting: median and 90 % band",
            "delay (days): median and 90 % band",
            "Provider moderators",
        ],
        &[
            "16 billion innocent",
            "1.6 million innocent",
            "22,700 abuse",
            "1,000",
            "flagged",
        ],
        &[
            "share of flags that are right (%, stretched at both ends)",
            "new, this scenario: 0.17 %",
            "finds 58 % of abuse",
        ],
        &[
            "distinct pieces in circulation (logarithmic)",
            "known material",
            "order for new material starts",
            "month 12",
        ],
        &[
            "reports per day at EU Centre, mean of 7 days",
            "everything on",
            "this mechanism off",
            "detector drift",
            "total +90 % (+84 to +97 %)",
            "total 0 % (−6 to +7 %)",
            "month 12",
        ],
        &[
            "police hours per day (average of each week)",
            "reading false reports",
            "reading true reports",
            "targeted investigation",
            "unused",
            "available: 15,000 hours per day",
        ],
        &[
            "risk of at least one false report in ten years, per user (logarithmic)",
            "1 in 100 million",
            "in force: k = 3",
            "heavy user",
            "hits come in series",
        ],
        &[
            "investigation",
            "fundamental rights",
            "economy",
            "online safety",
            "A  No order",
            "cases opened per year",
            "unknown",
        ],
        &[
            "fundamental rights",
            "chain",
            "innocent accounts flagged per year",
            "targeted cases lost per year: unknown",
            "+45 (+40.5 to +49.5) %",
            "+1.2 (+1.08 to +1.32) million",
            "identical",
            "0 %",
        ],
        &[
            "target: 3,000",
            "490",
            "desks.police.staff.people [count] (logarithmic) →",
        ],
        &[
            "chance inside a replication",
            "first-order index: the factor alone",
            "60 % (48–78)",
        ],
        &[
            "services.suspects.items.image",
            "range of the factor",
            "factor at its 5 % quantile",
        ],
        &["Chosen box (ring):", "5 or more", "100 %"],
        &["the condition holds", "≥ 120", "≤ 850", "≥ 0.00031 %"],
        &[
            "share of abuse found actionable, more is better",
            "innocent accounts flagged per year, ← less is better (logarithmic)",
        ],
    ];
    for (chart, words) in fixture::charts().into_iter().zip(words) {
        let document = String::from_utf8(chart.render(Format::Svg).unwrap()).unwrap();
        let texts = svg_texts(&document);
        let head = chart.head();
        for word in words
            .iter()
            .copied()
            .chain([chart.title().as_str(), head.title_scenario.as_str()])
        {
            assert!(
                texts.iter().any(|text| text == word),
                "{}: no '{word}' in {texts:#?}",
                chart.name()
            );
        }
    }
}

#[test]
fn a_capacity_far_above_what_arrives_is_written_and_not_drawn() {
    let written = |capacity: f64| {
        let mut load = fixture::report_load();
        load.desks.truncate(1);
        for day in &mut load.desks[0].days {
            day.total_high = 900.0;
            day.capacity = capacity;
        }
        let chart = Chart::ReportLoad(load);
        svg_texts(&String::from_utf8(chart.render(Format::Svg).unwrap()).unwrap())
    };
    let has = |texts: &[String], text: &str| texts.iter().any(|t| t == text);
    assert!(has(&written(5e9), "can handle 5 billion, above the scale"));
    assert!(
        has(&written(5e6), "can handle 5 million"),
        "{:?}",
        written(5e6)
    );
}

#[test]
fn markup_in_names_stays_text() {
    let mut vessels = fixture::vessels();
    vessels.classes[0].class = "<b>\"A\" & B".into();
    let document = String::from_utf8(Chart::Vessels(vessels).render(Format::Svg).unwrap()).unwrap();
    assert!(svg_texts(&document).contains(&"<b>\"A\" & B".to_owned()));
}

/// Every chart of the fixture, crowded and at the edge of sense, in every language.
fn all_charts() -> impl Iterator<Item = Chart> {
    let charts = || {
        fixture::charts()
            .into_iter()
            .chain(crowded())
            .chain(edges())
    };
    crate::language::Language::all().flat_map(move |language| {
        charts().map(move |mut chart| {
            chart.head_mut().language = language;
            chart
        })
    })
}

#[test]
fn no_text_touches_another() {
    let mut found = Vec::new();
    for size in [Size::Page, Size::Slide] {
        for chart in all_charts() {
            for fault in chart.faults(size) {
                let (language, name) = (chart.head().language, chart.name());
                found.push(format!("{size:?} {language:?} {name}: {fault}"));
            }
        }
    }
    let some: Vec<_> = found.iter().step_by(1 + found.len() / 40).collect();
    assert!(found.is_empty(), "{}: {some:#?}", found.len());
}

/// A margin that is wider than its column would cover its neighbours.
#[test]
fn wide_margins_stand_in_a_row_of_their_own() {
    let mut vessels = fixture::vessels();
    for pair in &mut vessels.classes {
        for (setting, margin) in pair.settings.iter_mut().zip([8.7e-13, 8.7e-12, 8.7e-11]) {
            setting.margin = margin;
        }
    }
    let chart = Chart::Vessels(vessels);
    for size in [Size::Page, Size::Slide] {
        assert!(chart.faults(size).is_empty(), "{:?}", chart.faults(size));
    }
    let scene = chart.scene(Size::Slide);
    let heights: Vec<f64> = scene
        .labels()
        .filter(|label| label.text.starts_with("8.7×10"))
        .map(|label| label.at.1)
        .collect();
    assert!(heights.len() >= 6);
    assert!(heights.iter().all(|y| *y == heights[0]), "{heights:?}");
}

#[test]
fn slides_have_larger_letters_unless_crowded() {
    for chart in fixture::charts() {
        let letters = |size: Size| chart.scene(size).smallest() / f64::from(size.pixels().1);
        let (page, slide) = (letters(Size::Page), letters(Size::Slide));
        assert!(slide >= page, "{}: {slide} {page}", chart.name());
    }
    let (width, height, _) = decode(
        &Chart::Funnel(fixture::funnel())
            .render_at(Format::Png, Size::Slide)
            .unwrap(),
    );
    assert_eq!((width, height), (1920, 1080));
}

#[test]
fn the_test_for_touching_texts_can_fail() {
    let mut scene = Chart::Precision(fixture::precision()).scene(Size::Page);
    let first = scene.labels().next().unwrap().clone();
    scene.text(first.at, first.anchor, first.style, "x");
    scene.text((-5.0, 500.0), first.anchor, first.style, "y");
    let faults = overlap::faults(&scene);
    assert_eq!(faults.len(), 2, "{faults:?}");
}

#[test]
fn data_at_the_edge_of_sense_draw() {
    for chart in edges() {
        assert!(
            !chart.render(Format::Png).unwrap().is_empty(),
            "{}",
            chart.name()
        );
    }
    for chart in crowded() {
        assert!(
            !chart.render(Format::Svg).unwrap().is_empty(),
            "{}",
            chart.name()
        );
    }
}

/// Charts with as much on them as they promise to hold.
fn crowded() -> impl Iterator<Item = Chart> {
    let classes = |count: usize| {
        let mut chart = fixture::vessels();
        chart.classes = chart.classes.into_iter().cycle().take(count).collect();
        for class in &mut chart.classes {
            class.class = LONG.into();
            class.settings[0].label = LONG.into();
        }
        Chart::Vessels(chart)
    };
    let lines = |count: usize| {
        let mut chart = fixture::tradeoff();
        chart.lines = chart.lines.into_iter().cycle().take(count * 2).collect();
        for (n, line) in chart.lines.iter_mut().enumerate() {
            line.class = format!("{} {LONG}", n / 2);
        }
        chart.marks = [1e-4, 1e-4, 1e-9, 1e-1]
            .map(|margin| Mark {
                margin,
                label: LONG.into(),
            })
            .into();
        Chart::Tradeoff(chart)
    };
    let loads = |count: usize| {
        let mut chart = fixture::report_load();
        chart.desks = chart.desks.into_iter().cycle().take(count).collect();
        for desk in &mut chart.desks {
            desk.desk = LONG.into();
            desk.note = format!("{LONG} {LONG} {LONG}");
        }
        Chart::ReportLoad(chart)
    };
    let queues = |count: usize| {
        let mut chart = fixture::backlog_delay();
        chart.desks = chart.desks.into_iter().cycle().take(count).collect();
        for desk in &mut chart.desks {
            desk.desk = LONG.into();
        }
        Chart::BacklogDelay(chart)
    };
    let stages = |count: usize| {
        let mut chart = fixture::funnel();
        chart.stages = chart.stages.into_iter().cycle().take(count).collect();
        for stage in &mut chart.stages {
            stage.label = LONG.into();
            stage.sentence = format!("{LONG} {LONG} {LONG}");
        }
        Chart::Funnel(chart)
    };
    let points = |count: usize| {
        let mut chart = fixture::precision();
        chart.lines = chart.lines.into_iter().cycle().take(count).collect();
        chart.points = chart.points.into_iter().cycle().take(count).collect();
        for line in &mut chart.lines {
            line.label = LONG.into();
        }
        for point in &mut chart.points {
            point.label = LONG.into();
        }
        Chart::Precision(chart)
    };
    let stocks = |count: usize| {
        let mut chart = fixture::stocks();
        chart.classes = chart.classes.into_iter().cycle().take(count).collect();
        chart.events = (0..8)
            .map(|n| OrderEvent {
                day: 90 * n * (n % 3),
                label: LONG.into(),
            })
            .collect();
        for class in &mut chart.classes {
            class.class = LONG.into();
        }
        Chart::Stocks(chart)
    };
    let few = (1..=5).map(stocks);
    let mechanisms = |(count, factor): (usize, f64)| {
        let mut chart = fixture::mechanisms();
        let panels = chart.mechanisms.into_iter().cycle().take(count);
        chart.mechanisms = panels.collect();
        chart.desk = LONG.into();
        for off in &mut chart.mechanisms {
            off.mechanism = format!("{LONG} {LONG}");
        }
        for day in &mut chart.mechanisms[0].days {
            day.per_day *= factor;
        }
        Chart::Mechanisms(chart)
    };
    let many = (1..=12).map(|n| (n, 1.0)).chain([(12, 50.0)]);
    let mut hours = fixture::hours();
    hours.lost_cases = [LONG; 9].join(" ");
    let few = few.chain(many.map(mechanisms)).chain([Chart::Hours(hours)]);
    let risks = [None, Some(1), Some(30), Some(4)].map(|in_force| {
        let mut chart = fixture::risk();
        chart.in_force = in_force;
        for family in &mut chart.families {
            family.label = format!("{LONG} {LONG}");
            for line in &mut family.users {
                line.user = LONG.into();
            }
        }
        Chart::Risk(chart)
    });
    let interests = (1..=8).flat_map(|count| {
        let plain = fixture::interests(count);
        let mut full = plain.clone();
        for title in &mut full.scenarios {
            *title = format!("{LONG} {LONG}");
        }
        for interest in &mut full.interests {
            interest.name = format!("{LONG} {LONG}");
            interest.metrics = interest.metrics.iter().cloned().cycle().take(4).collect();
            for metric in &mut interest.metrics {
                metric.name = format!("{LONG} {LONG}");
            }
        }
        [plain, full].map(Chart::Interests)
    });
    let differences = (1..=5).flat_map(|count| {
        let plain = fixture::differences(count);
        let mut full = plain.clone();
        full.base = format!("{LONG} {LONG}");
        for title in &mut full.scenarios {
            *title = format!("{LONG} {LONG}");
        }
        for panel in &mut full.panels {
            panel.name = format!("{LONG} {LONG}");
            panel.rows = vec![panel.rows[0].clone(); 4];
            for row in &mut panel.rows {
                row.name = LONG.into();
            }
        }
        let mut absolute = plain.clone();
        for row in absolute.panels.iter_mut().flat_map(|p| &mut p.rows) {
            for value in row.values.iter_mut().flatten() {
                value.relative = None;
            }
        }
        [plain, full, absolute].map(Chart::Differences)
    });
    let influences = [1, 2, 5, 25].into_iter().flat_map(|count| {
        let mut indices = fixture::indices();
        indices.rows = indices.rows.into_iter().cycle().take(count).collect();
        indices.bars = format!("{LONG} {LONG}");
        let mut tornado = fixture::tornado();
        tornado.rows = tornado.rows.into_iter().cycle().take(count).collect();
        tornado.metric = [LONG; 4].join(" ");
        for row in &mut tornado.rows {
            row.range = LONG.into();
        }
        [Chart::Indices(indices), Chart::Tornado(tornado)]
    });
    let few = few
        .chain(risks)
        .chain(interests)
        .chain(differences)
        .chain(influences);
    let small = (1..=6).flat_map(move |n| [classes(n), lines(n), points(n)]);
    let large = (1..=8).flat_map(move |n| [loads(n), queues(n), stages(n)]);
    few.chain(small).chain(large).map(|mut chart| {
        let head = chart.head_mut();
        head.title_scenario = [LONG; 4].join(" ");
        head.subtitle = [LONG; 9].join(" ");
        head.footnote = [LONG; 9].join(" ");
        chart
    })
}

/// Charts of nothing, of zeros, of one day, of one class, of numbers that are none.
fn edges() -> impl Iterator<Item = Chart> {
    let empty = [
        Chart::Solution(fixture::solution(3)),
        Chart::Solution(Solution {
            is_logarithmic: false,
            target: 0.0,
            ..fixture::solution(0)
        }),
        Chart::Solution(Solution::default()),
        Chart::Vessels(Vessels::default()),
        Chart::Tradeoff(Tradeoff::default()),
        Chart::ReportLoad(ReportLoad::default()),
        Chart::BacklogDelay(BacklogDelay::default()),
        Chart::Funnel(Funnel::default()),
        Chart::Precision(Precision::default()),
        Chart::Stocks(Stocks::default()),
        Chart::Mechanisms(Mechanisms::default()),
        Chart::Hours(Hours::default()),
        Chart::Risk(Risk::default()),
        Chart::Interests(Interests::default()),
        Chart::Differences(Differences::default()),
        Chart::Indices(Indices::default()),
        Chart::Tornado(Tornado::default()),
        Chart::Peeling(Peeling::default()),
        Chart::Scatter(Scatter::default()),
        Chart::Front(Front::default()),
    ];
    empty.into_iter().chain(
        [0.0, 1.0, 1e-15, 1e18, f64::NAN, f64::INFINITY, -1.0]
            .into_iter()
            .flat_map(flat),
    )
}

/// One chart of every kind where every number is `x`.
fn flat(x: f64) -> Vec<Chart> {
    let setting = VesselSetting {
        margin: x,
        fdr: x,
        detected: x,
        detected_low: x,
        detected_high: x,
        false_flags_per_day: x,
        ..Default::default()
    };
    let class = VesselPair {
        class: "one".into(),
        settings: vec![setting],
    };
    let point = TradeoffPoint {
        margin: x,
        recall: Some(x),
        false_per_day: x,
        true_per_day: x,
        extrapolated: false,
    };
    let missing = TradeoffPoint {
        recall: None,
        ..point
    };
    let line = TradeoffLine {
        class: "one".into(),
        colour: 0,
        reading: Reading::Fdr,
        points: vec![point, missing, point],
    };
    let load = DayLoad {
        day: 7,
        true_median: x,
        false_median: x,
        total_low: x,
        total_median: x,
        total_high: x,
        capacity: x,
    };
    let queue = DayQueue {
        day: 7,
        backlog_low: x,
        backlog_median: x,
        backlog_high: x,
        delay_low: x,
        delay_median: x,
        delay_high: x,
    };
    let stage = FunnelStage {
        true_count: x,
        true_low: x,
        true_high: x,
        false_count: x,
        false_low: x,
        false_high: x,
        ..Default::default()
    };
    let place = PrecisionPoint {
        label: "here".into(),
        prevalence: x,
        precision: x,
        prevalence_low: x,
        prevalence_high: x,
        line: Some(0),
    };
    let curve = PrecisionLine {
        label: "one".into(),
        colour: 0,
        recall: x,
        fpr: x,
        points: vec![(x, x), (x, x)],
    };
    let stock = DayStock {
        day: 7,
        low: x,
        median: x,
        high: x,
    };
    let reports = DayReports { day: 7, per_day: x };
    let change = TotalChange {
        low: x,
        median: x,
        high: x,
    };
    let week = WeekHours {
        day: 7,
        targeted: x,
        true_reports: x,
        false_reports: x,
        unused: x,
        available: x,
    };
    let risk = RiskLine {
        user: "one".into(),
        points: vec![RiskPoint {
            threshold: 7,
            risk: x,
        }],
    };
    let value = MetricValue {
        low: x,
        median: x,
        high: x,
    };
    let metric = |style| Metric {
        name: "one".into(),
        style,
        values: vec![Some(value)],
    };
    let interest = Interest {
        name: "one".into(),
        metrics: vec![metric(NumberStyle::Count), metric(NumberStyle::Percent)],
    };
    let index = IndexValue {
        value: x,
        interval: Some((x, x)),
    };
    let head = ChartHead::default();
    vec![
        Chart::Vessels(Vessels {
            head: head.clone(),
            classes: vec![class],
        }),
        Chart::Tradeoff(Tradeoff {
            head: head.clone(),
            lines: vec![line],
            marks: vec![Mark {
                margin: x,
                label: "mark".into(),
            }],
        }),
        Chart::ReportLoad(ReportLoad {
            head: head.clone(),
            desks: vec![DeskLoad {
                days: vec![load],
                ..Default::default()
            }],
        }),
        Chart::BacklogDelay(BacklogDelay {
            head: head.clone(),
            desks: vec![DeskQueue {
                days: vec![queue],
                ..Default::default()
            }],
        }),
        Chart::Funnel(Funnel {
            abuse_only: false,
            head: head.clone(),
            stages: vec![stage.clone(), stage],
        }),
        Chart::Stocks(Stocks {
            head: head.clone(),
            classes: vec![ClassStock {
                class: "one".into(),
                days: vec![stock],
            }],
            events: vec![OrderEvent {
                day: 9,
                label: "order starts".into(),
            }],
        }),
        Chart::Mechanisms(Mechanisms {
            head: head.clone(),
            desk: "desk".into(),
            unit: "reports".into(),
            all_on: vec![reports],
            mechanisms: vec![
                MechanismOff {
                    mechanism: "one".into(),
                    days: vec![reports],
                    change: Some(change),
                },
                MechanismOff::default(),
            ],
        }),
        Chart::Hours(Hours {
            head: head.clone(),
            lost_cases: String::new(),
            weeks: vec![week],
        }),
        Chart::Risk(Risk {
            head: head.clone(),
            families: vec![RiskFamily {
                label: "one".into(),
                users: vec![risk],
            }],
            in_force: Some(7),
        }),
        Chart::Differences(Differences {
            head: head.clone(),
            base: "base".into(),
            scenarios: vec!["one".into()],
            panels: vec![DifferencePanel {
                name: "interest".into(),
                rows: [true, false]
                    .map(|relative| {
                        let (low, mean, high) = (x, x, x);
                        let change = Change { low, mean, high };
                        DifferenceRow {
                            name: "metric".into(),
                            style: NumberStyle::Percent,
                            base: Some(x),
                            values: vec![Some(Difference {
                                skewed: false,
                                identical: false,
                                absolute: change,
                                relative: relative.then_some(change),
                            })],
                        }
                    })
                    .into(),
            }],
        }),
        Chart::Indices(Indices {
            rows: vec![IndexRow {
                label: "one".into(),
                bar: index,
                dot: Some(index),
            }],
            threshold: Some((x, "dummy".into())),
            ..Default::default()
        }),
        Chart::Tornado(Tornado {
            base: x,
            rows: vec![TornadoRow {
                at_low: x,
                at_high: -x,
                ..Default::default()
            }],
            ..Default::default()
        }),
        Chart::Interests(Interests {
            head: head.clone(),
            scenarios: vec!["one".into()],
            interests: vec![interest],
        }),
        Chart::Precision(Precision {
            head,
            lines: vec![curve],
            points: vec![place],
        }),
    ]
}

/// Writes every example for a look with the eye: set `CHARTS` to a folder and run with `--ignored`.
#[test]
#[ignore = "writes files"]
fn write_examples() {
    let folder = std::path::PathBuf::from(std::env::var("CHARTS").unwrap());
    let examples = fixture::charts().into_iter().map(|chart| (chart, ""));
    for (chart, suffix) in examples {
        for format in [Format::Png, Format::Svg] {
            let name = format!("{}{suffix}.{}", chart.name(), format.extension());
            std::fs::write(folder.join(name), chart.render(format).unwrap()).unwrap();
        }
    }
    for (n, chart) in crowded().enumerate() {
        let name = format!("{}-crowded-{n}.png", chart.name());
        std::fs::write(folder.join(name), chart.render(Format::Png).unwrap()).unwrap();
    }
}

#[test]
fn uses_of_hours_stack_up_to_what_is_available() {
    for row in Chart::Hours(fixture::hours()).table().rows {
        let hours: Vec<f64> = row[1..].iter().map(|cell| cell.parse().unwrap()).collect();
        let used: f64 = hours[..4].iter().sum();
        assert!((used - hours[4]).abs() < 1e-6, "{row:?}");
    }
}

#[test]
fn every_new_kind_keeps_its_numbers_in_its_table() {
    let cells = |chart: Chart, row: usize| chart.table().rows[row].join("|");
    assert!(cells(Chart::Stocks(fixture::stocks()), 210).starts_with("event|order for known"));
    let mechanisms = fixture::mechanisms();
    let days = 105 * (1 + mechanisms.mechanisms.len());
    let total = cells(Chart::Mechanisms(mechanisms), days);
    assert!(
        total.starts_with("total|new pieces become known|||"),
        "{total}"
    );
    assert_eq!(Chart::Risk(fixture::risk()).table().rows.len(), 2 * 3 * 7);
    let interests = Chart::Interests(fixture::interests(4)).table();
    assert_eq!(interests.rows.len(), 10 * 4);
    let absent = interests.rows.iter().find(|row| row[3].is_empty());
    assert_eq!(
        absent.unwrap()[3..],
        ["", "", ""],
        "an undefined value is no number"
    );
}

/// Colours of the lines of a scene with at least `least` points.
fn lines_of(chart: &Chart, least: usize) -> Vec<(Vec<super::scene::Point>, super::scene::Ink)> {
    let scene = chart.scene(Size::Page);
    let long = scene.shapes().iter().filter_map(|shape| match shape {
        super::scene::Shape::Line { points, ink, .. } if points.len() >= least => {
            Some((points.clone(), *ink))
        }
        _ => None,
    });
    long.collect()
}

#[test]
fn every_mechanism_stands_against_the_same_line() {
    let chart = fixture::mechanisms();
    let lines = lines_of(&Chart::Mechanisms(chart.clone()), 100);
    assert_eq!(lines.len(), 2 * chart.mechanisms.len());
    let heights = |line: &(Vec<super::scene::Point>, _)| -> Vec<f64> {
        line.0.iter().map(|place| place.1 - line.0[0].1).collect()
    };
    for panel in lines.chunks(2) {
        assert_eq!(panel[0].1, super::theme::SILVER);
        for (a, b) in heights(&panel[0]).iter().zip(heights(&lines[0])) {
            assert!((a - b).abs() < 1e-6, "one scale, one line: {a} {b}");
        }
    }
}

#[test]
fn a_risk_below_the_axis_leaves_it_and_is_written_in_words() {
    let mut chart = fixture::risk();
    chart.in_force = Some(10);
    let texts = Chart::Risk(chart.clone()).texts();
    assert!(
        texts.contains(&"less than 1 in 1 trillion".to_owned()),
        "{texts:#?}"
    );
    chart.families.truncate(1);
    chart.in_force = None;
    let texts = Chart::Risk(chart.clone()).texts();
    assert!(
        !texts
            .iter()
            .any(|text| text.contains("in force") || text.contains("with k"))
    );
    let bottom = lines_of(&Chart::Risk(chart), 3);
    let ends: Vec<f64> = bottom.iter().map(|line| line.0.last().unwrap().1).collect();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{ends:?}");
}

#[test]
fn stocks_far_apart_get_a_logarithm_and_stocks_close_to_each_other_a_zero() {
    let mut chart = fixture::stocks();
    let says_log = |chart: &Stocks| {
        let texts = Chart::Stocks(chart.clone()).texts();
        texts.iter().any(|text| text.contains("logarithmic"))
    };
    assert!(says_log(&chart));
    chart.classes.truncate(1);
    assert!(!says_log(&chart));
}

#[test]
fn scenarios_of_interests_are_told_apart_by_letters_only_when_there_are_several() {
    let letters = |count| {
        let texts = Chart::Interests(fixture::interests(count)).texts();
        texts.iter().filter(|text| text.as_str() == "A").count()
    };
    assert_eq!((letters(1), letters(2), letters(8)), (0, 10, 10));
}

/// Discs of a scene by colour, with where they stand.
fn discs(chart: &Chart, wanted: super::scene::Ink) -> Vec<super::scene::Point> {
    let scene = chart.scene(Size::Page);
    let found = scene.shapes().iter().filter_map(|shape| match shape {
        super::scene::Shape::Disc { centre, ink, .. } if *ink == wanted => Some(*centre),
        _ => None,
    });
    found.collect()
}

#[test]
fn every_difference_has_a_place_on_its_side_of_zero() {
    let mut chart = fixture::differences(2);
    chart.panels.truncate(1);
    chart.panels[0].rows.truncate(2);
    for (row, step) in chart.panels[0].rows.iter_mut().zip([0.5, -0.25]) {
        let change = Change {
            low: step - 0.01,
            mean: step,
            high: step + 0.01,
        };
        let other = Difference {
            skewed: false,
            identical: false,
            absolute: change,
            relative: Some(change),
        };
        let same = Difference {
            identical: true,
            ..other
        };
        row.values = vec![Some(other), Some(same)];
    }
    let chart = Chart::Differences(chart);
    let places = |n: usize| discs(&chart, super::interests::ink(n));
    let (high, low, zero) = (places(1)[0].0, places(1)[1].0, places(2)[0].0);
    let (up, down) = (high - zero, zero - low);
    assert!(
        down > 10.0 && (up - 2.0 * down).abs() < 1e-6,
        "one scale from zero: {up} {down}"
    );
    assert_eq!(places(2)[1].0, zero, "identical is zero");
    assert_eq!(
        chart.texts().iter().filter(|t| *t == "identical").count(),
        2
    );
}

#[test]
fn the_table_of_differences_tells_identical_from_undefined() {
    let table = Chart::Differences(fixture::differences(5)).table();
    assert_eq!(table.rows.len(), 5 * 4 * 5);
    let find = |metric: &str, scenario: usize| {
        let mut rows = table.rows.iter().filter(|row| row[1] == metric);
        rows.nth(scenario).cloned().expect("a row")
    };
    let unknown = find("scanning, EUR per year", 0);
    assert!(unknown[3..].iter().all(String::is_empty), "{unknown:?}");
    let same = find("accounts whose messages are scanned", 2);
    assert_eq!(same[4..7], ["true", "0", "0"]);
    let absolute = find("accounts with client-side scanning", 1);
    assert_eq!(absolute[6], "520000000");
    assert!(absolute[8..].iter().all(String::is_empty), "{absolute:?}");
}
