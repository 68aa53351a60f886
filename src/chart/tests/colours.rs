//! Colours are told apart with every kind of sight, and read on their grounds.

use super::super::overlap;
use super::super::scene::{Ink, Label, Scene, Shape};
use super::super::theme::*;
use super::*;

/// Simulated sight: rows for red, green and blue in linear light, severity 1.0. Machado, Oliveira and Fernandes (2009),
/// "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), table of section 5.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// Least distance of two colours that carry data in one chart, in CIE 1976 L*a*b* (ISO/CIE 11664-4: the straight line
/// between them). A just noticeable difference side by side is 2.3 (Mahy, Van Eycken and Oosterlinck, 1994); marks in a
/// chart are small and apart from each other, so six of those are asked for.
const LEAST: f64 = 6.0 * 2.3;

/// L*, a* and b* under D65 of a colour as a sight sees it.
fn lab(ink: Ink, sight: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = ink.light();
    let dot = |row: &[f64; 3], v: &[f64; 3]| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>();
    let seen = sight.each_ref().map(|row| dot(row, &light).clamp(0.0, 1.0));
    let xyz = [
        ([0.4124564, 0.3575761, 0.1804375], 0.95047),
        ([0.2126729, 0.7151522, 0.0721750], 1.0),
        ([0.0193339, 0.1191920, 0.9503041], 1.08883),
    ];
    let [x, y, z] = xyz.map(|(row, white)| {
        let t = dot(&row, &seen) / white;
        let knee = 6.0 / 29.0;
        if t > knee * knee * knee {
            libm::cbrt(t)
        } else {
            t / (3.0 * knee * knee) + 4.0 / 29.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: Ink, b: Ink, sight: &[[f64; 3]; 3]) -> f64 {
    let pairs = lab(a, sight).into_iter().zip(lab(b, sight));
    pairs.map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// Colours that carry data in the same picture.
fn palettes() -> Vec<(&'static str, Vec<Ink>)> {
    let unused = Ink::rgb(0xD3, 0xD9, 0xDF);
    vec![
        ("vessels, funnel, load", vec![FALSE, TRUE, BLACK]),
        ("tradeoff, precision", (0..6).map(series).collect()),
        ("stocks", vec![BLUE, VERMILLION, GREEN, PURPLE, VIOLET]),
        ("hours", vec![GREEN, TRUE, FALSE, unused, BLACK]),
        ("risk", vec![BLUE, VERMILLION, PURPLE]),
        ("mechanisms", vec![BLUE, SILVER]),
        ("backlog", vec![VERMILLION, PURPLE]),
        ("solution, scatter", vec![BLUE, VERMILLION]),
        ("front", vec![BLUE, GREY]),
        (
            "peeling",
            vec![GREY, BLUE, VERMILLION, GREEN, PURPLE, VIOLET],
        ),
        ("indices", vec![SKY, BLUE, VERMILLION]),
        ("tornado", vec![ORANGE, BLUE]),
    ]
}

fn too_close(colours: &[Ink]) -> Vec<String> {
    let mut found = Vec::new();
    for (n, a) in colours.iter().enumerate() {
        for b in &colours[n + 1..] {
            for (sight, matrix) in &SIGHTS {
                let distance = distance(*a, *b, matrix);
                if distance < LEAST {
                    found.push(format!("{sight}: {:?} {:?}: {distance:.1}", a.rgb, b.rgb));
                }
            }
        }
    }
    found
}

#[test]
fn colours_of_one_chart_are_told_apart_with_every_sight() {
    for (name, colours) in palettes() {
        assert_eq!(too_close(&colours), [""; 0], "{name}");
    }
    // Scenarios side by side have eight colours, and a letter in the row of each.
    let texts = Chart::Interests(fixture::interests(8)).texts();
    for letter in ["A", "B", "C", "D", "E", "F", "G", "H"] {
        assert!(texts.iter().filter(|text| *text == letter).count() >= 10);
    }
}

#[test]
fn the_test_of_sights_can_fail() {
    let (red, green) = (Ink::rgb(0xD6, 0x27, 0x28), Ink::rgb(0x7F, 0x6A, 0x10));
    let found = too_close(&[red, green]);
    assert!(
        !found.is_empty() && found.iter().all(|f| !f.starts_with("usual")),
        "{found:?}"
    );
    let [l, a, b] = lab(WHITE, &SIGHTS[0].1);
    assert!((l - 100.0).abs() < 0.01 && a.abs() < 0.01 && b.abs() < 0.02);
    assert!((BLACK.contrast(BLACK) - 1.0).abs() < 1e-12);
    assert!((Ink::rgb(0, 0, 0).contrast(WHITE) - 21.0).abs() < 1e-9);
}

/// Colour of the ground of the nth shape: the last area below its middle.
fn ground(scene: &Scene, n: usize, label: &Label) -> Ink {
    let (x, y) = label.area.middle();
    let mut ground = WHITE;
    for shape in &scene.shapes()[..n] {
        if let Shape::Area { outline, ink } = shape {
            let xs = outline.iter().map(|p| p.0);
            let ys = outline.iter().map(|p| p.1);
            let inside = |at: f64, all: &mut dyn Iterator<Item = f64>| {
                let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
                    (l.min(v), h.max(v))
                });
                (low..=high).contains(&at)
            };
            // Only upright rectangles are grounds; bands are drawn below grounds of their own.
            let upright = outline.len() == 4 && outline[0].1 == outline[1].1;
            if upright && inside(x, &mut xs.into_iter()) && inside(y, &mut ys.into_iter()) {
                ground = ground.toward(Ink::rgb(ink.rgb.0, ink.rgb.1, ink.rgb.2), ink.alpha);
            }
        }
    }
    ground
}

#[test]
fn texts_and_lines_stand_out_from_their_ground() {
    for chart in fixture::charts() {
        let scene = chart.scene(Size::Page);
        for (n, shape) in scene.shapes().iter().enumerate() {
            match shape {
                Shape::Text(label) => {
                    let contrast = label.style.ink.contrast(ground(&scene, n, label));
                    assert!(
                        contrast >= CONTRAST - 0.02,
                        "{}: '{}' {contrast:.2}",
                        chart.name(),
                        label.text
                    );
                }
                // Lines that carry data; what stays equal in all panels of a chart is pale on purpose.
                Shape::Line { points, ink, width } if *width >= 3.0 && points.len() > 20 => {
                    let drawn = WHITE.toward(*ink, ink.alpha);
                    let pale = *ink == SILVER || ink.rgb == WHITE.rgb || is_extrapolated(*ink);
                    assert!(
                        pale || drawn.contrast(WHITE) >= 3.0,
                        "{}: {:?}",
                        chart.name(),
                        ink
                    );
                }
                _ => {}
            }
        }
        assert!(overlap::faults(&scene).is_empty());
    }
}

/// Where nothing was measured, lines of the trade-off are pale.
fn is_extrapolated(ink: Ink) -> bool {
    (0..6).any(|n| series(n).toward(WHITE, 0.6) == ink)
}
