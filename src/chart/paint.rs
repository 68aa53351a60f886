//! From a scene to the bytes of a file: one drawing code for every backend of plotters.

use plotters::coord::Shift;
use plotters::prelude::{
    BitMapBackend, Circle, DrawingArea, DrawingBackend, IntoDrawingArea, PathElement, Polygon,
    RGBAColor, Rectangle, SVGBackend, ShapeStyle, Text, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

use super::ChartError;
use super::font;
use super::scene::{Anchor, Ink, Label, Point, Scene, Shape};
use super::theme::Size;

/// Samples per pixel along each axis of a PNG; the rasteriser of plotters has whole-pixel corners.
const SAMPLES: u32 = 2;

/// How a backend counts.
struct Device {
    /// Backend pixels per pixel of the scene.
    scale: f64,
    /// What the backend calls the size of a text of 1 em.
    text_size: f64,
    /// Distance from the place of a text anchored at its top to its baseline, in em.
    baseline: f64,
}

/// Paints on a bitmap and compresses it.
pub(crate) fn png(scene: &Scene) -> Result<Vec<u8>, ChartError> {
    let (width, height) = scene.size.pixels();
    let size = (width * SAMPLES, height * SAMPLES);
    let mut samples = vec![0; (size.0 * size.1 * 3) as usize];
    let device = Device {
        scale: f64::from(SAMPLES) * scene.scale(),
        text_size: font::LINE,
        baseline: font::LINE / 2.0,
    };
    paint(
        scene,
        BitMapBackend::with_buffer(&mut samples, size),
        &device,
    )?;
    encode(&average(&samples, width as usize), scene.size)
}

/// Paints on an SVG document.
pub(crate) fn svg(scene: &Scene) -> Result<Vec<u8>, ChartError> {
    // plotters writes a font-size of size / 1.24 and hangs a text 0.76 em under its place.
    let device = Device {
        scale: scene.scale(),
        text_size: 1.24,
        baseline: 0.76,
    };
    let mut document = String::new();
    paint(
        scene,
        SVGBackend::with_string(&mut document, scene.size.pixels()),
        &device,
    )?;
    Ok(document.into_bytes())
}

fn paint<DB: DrawingBackend>(
    scene: &Scene,
    backend: DB,
    device: &Device,
) -> Result<(), ChartError> {
    font::register()?;
    let area = backend.into_drawing_area();
    area.fill(&WHITE).map_err(drawing)?;
    for shape in scene.shapes() {
        draw(&area, shape, device).map_err(drawing)?;
    }
    area.present().map_err(drawing)
}

fn drawing(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}

fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    shape: &Shape,
    device: &Device,
) -> Result<(), plotters::drawing::DrawingAreaErrorKind<DB::ErrorType>> {
    match shape {
        Shape::Area { outline, ink } => match upright(outline) {
            Some((from, to)) => {
                let corners = [device.place(from), device.place(to)];
                area.draw(&Rectangle::new(corners, colour(*ink).filled()))
            }
            None => area.draw(&Polygon::new(device.path(outline), colour(*ink))),
        },
        Shape::Line { points, ink, width } => {
            let (path, style) = (device.path(points), stroke(*ink, device.length(*width)));
            if path.len() > 1 {
                area.draw(&PathElement::new(path, style))
            } else {
                Ok(())
            }
        }
        Shape::Disc {
            centre,
            radius,
            ink,
        } => {
            let radius = device.length(*radius);
            area.draw(&Circle::new(
                device.place(*centre),
                radius,
                colour(*ink).filled(),
            ))
        }
        Shape::Text(label) => area.draw(&Text::new(
            label.text.as_str(),
            device.place((label.at.0, label.at.1 - device.baseline * label.style.em)),
            text_style(label, device),
        )),
    }
}

impl Device {
    fn place(&self, (x, y): Point) -> (i32, i32) {
        (
            (x * self.scale).round() as i32,
            (y * self.scale).round() as i32,
        )
    }

    /// The points of a path, without those that fall on the one before.
    fn path(&self, points: &[Point]) -> Vec<(i32, i32)> {
        let mut path: Vec<_> = points.iter().map(|point| self.place(*point)).collect();
        path.dedup();
        path
    }

    fn length(&self, length: f64) -> u32 {
        (length * self.scale).round().max(1.0) as u32
    }
}

fn colour(ink: Ink) -> RGBAColor {
    let (red, green, blue) = ink.rgb;
    RGBAColor(red, green, blue, ink.alpha)
}

fn stroke(ink: Ink, width: u32) -> ShapeStyle {
    ShapeStyle {
        color: colour(ink),
        filled: false,
        stroke_width: width,
    }
}

fn text_style<'a>(label: &Label, device: &Device) -> TextStyle<'a> {
    let side = match label.anchor {
        Anchor::Left => HPos::Left,
        Anchor::Centre => HPos::Center,
        Anchor::Right => HPos::Right,
    };
    let size = label.style.em * device.text_size * device.scale;
    TextStyle {
        font: (font::FAMILY, size).into_font(),
        color: colour(label.style.ink).to_backend_color(),
        pos: Pos::new(side, VPos::Top),
    }
}

/// Opposite corners of an outline that is an upright rectangle, which backends fill much faster.
fn upright(outline: &[Point]) -> Option<(Point, Point)> {
    match outline {
        [a, b, c, d] if a.1 == b.1 && b.0 == c.0 && c.1 == d.1 && d.0 == a.0 => Some((*a, *c)),
        _ => None,
    }
}

/// Averages the samples of each pixel of a picture `width` pixels wide.
fn average(samples: &[u8], width: usize) -> Vec<u8> {
    let step = SAMPLES as usize;
    let row = width * step * 3;
    let mut pixels = Vec::with_capacity(samples.len() / (step * step));
    for rows in samples.chunks_exact(row * step) {
        for x in 0..width {
            for channel in 0..3 {
                let mut sum = 0;
                for (dx, dy) in (0..step * step).map(|n| (n % step, n / step)) {
                    sum += u32::from(rows[dy * row + (x * step + dx) * 3 + channel]);
                }
                pixels.push((sum / (SAMPLES * SAMPLES)) as u8);
            }
        }
    }
    pixels
}

fn encode(pixels: &[u8], size: Size) -> Result<Vec<u8>, ChartError> {
    let mut file = Vec::new();
    let (width, height) = size.pixels();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Default);
    encoder.set_filter(png::FilterType::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}
