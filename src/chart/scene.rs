//! What a chart draws, as a list of areas, lines, discs and texts; no backend, no failure.

use super::dashes::dashes;
use super::font;
use super::theme::Size;
use crate::language::Language;

/// A place in the picture: pixels from the left and from the top.
pub(crate) type Point = (f64, f64);

/// An upright rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Rect {
    pub(crate) const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn middle(&self) -> Point {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    /// The same rectangle grown by `by` on every side.
    pub(crate) fn grown(&self, by: f64) -> Self {
        Self::new(
            self.left - by,
            self.top - by,
            self.right + by,
            self.bottom + by,
        )
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn contains(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Cell `n` of a grid laid over the rectangle, row by row.
    pub(crate) fn cell(&self, n: usize, columns: usize, rows: usize, gap: Point) -> Self {
        let width = (self.width() - gap.0 * (columns as f64 - 1.0)) / columns as f64;
        let height = (self.height() - gap.1 * (rows as f64 - 1.0)) / rows as f64;
        let left = self.left + (n % columns) as f64 * (width + gap.0);
        let top = self.top + (n / columns) as f64 * (height + gap.1);
        Self::new(left, top, left + width, top + height)
    }
}

/// A colour and how much it covers (1 = all).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink {
    pub(crate) rgb: (u8, u8, u8),
    pub(crate) alpha: f64,
}

impl Ink {
    pub(crate) const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self {
            rgb: (red, green, blue),
            alpha: 1.0,
        }
    }

    /// The same colour, letting through what lies beneath.
    pub(crate) const fn fade(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// Red, green and blue as shares of light (sRGB, IEC 61966-2-1), without what lets light through.
    pub(crate) fn light(self) -> [f64; 3] {
        let (red, green, blue) = self.rgb;
        [red, green, blue].map(|channel| match f64::from(channel) / 255.0 {
            c if c <= 0.040_45 => c / 12.92,
            c => libm::pow((c + 0.055) / 1.055, 2.4),
        })
    }

    /// Contrast of two opaque colours, 1 to 21 (WCAG 2.2).
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let luminance = |ink: Self| {
            let [red, green, blue] = ink.light();
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        };
        let (a, b) = (luminance(self), luminance(other));
        a.max(b) / a.min(b)
    }

    /// The opaque colour `share` of the way to `other`.
    pub(crate) fn toward(self, other: Self, share: f64) -> Self {
        let mix =
            |a: u8, b: u8| (f64::from(a) * (1.0 - share) + f64::from(b) * share).round() as u8;
        let (a, b) = (self.rgb, other.rgb);
        Self::rgb(mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
    }
}

/// Size (pixels per em) and colour of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) em: f64,
    pub(crate) ink: Ink,
}

impl Type {
    pub(crate) const fn new(em: f64, ink: Ink) -> Self {
        Self { em, ink }
    }

    pub(crate) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(crate) const fn em(self, em: f64) -> Self {
        Self { em, ..self }
    }

    /// The same, as much smaller as it takes `text` to be no wider than `width` pixels.
    pub(crate) fn fitting(self, text: &str, width: f64) -> Self {
        let share = width / self.width(text).max(1e-9);
        self.em(self.em * share.clamp(0.01, 1.0))
    }

    /// Distance between the baselines of two lines, in pixels.
    pub(crate) fn leading(self) -> f64 {
        self.em * 1.24
    }

    /// Width of `text`, in pixels.
    pub(crate) fn width(self, text: &str) -> f64 {
        font::width(text, self.em)
    }

    /// Box of `text` with its baseline at `at`.
    pub(crate) fn area(self, text: &str, at: Point, anchor: Anchor) -> Rect {
        let width = self.width(text);
        let left = match anchor {
            Anchor::Left => at.0,
            Anchor::Centre => at.0 - width / 2.0,
            Anchor::Right => at.0 - width,
        };
        Rect::new(
            left,
            at.1 - font::ASCENT * self.em,
            left + width,
            at.1 + font::DESCENT * self.em,
        )
    }

    /// Baseline that centres one line on the height `y`.
    pub(crate) fn centred(self, y: f64) -> f64 {
        y + (font::ASCENT - font::DESCENT) / 2.0 * self.em
    }
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Anchor {
    Left,
    Centre,
    Right,
}

/// A line of text and the box it fills.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) style: Type,
    pub(crate) anchor: Anchor,
    /// Place of the anchor on the baseline.
    pub(crate) at: Point,
    pub(crate) area: Rect,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// A filled outline.
    Area { outline: Vec<Point>, ink: Ink },
    /// A stroke through points, width in pixels.
    Line {
        points: Vec<Point>,
        ink: Ink,
        width: f64,
    },
    /// A filled disc, radius in pixels.
    Disc {
        centre: Point,
        radius: f64,
        ink: Ink,
    },
    /// A line of text.
    Text(Label),
}

/// Everything on one picture, in drawing order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scene {
    /// Language of its texts.
    pub(crate) language: Language,
    /// What it is laid out for.
    pub(crate) size: Size,
    /// Width and height of the sheet.
    pub(crate) sheet: Point,
    shapes: Vec<Shape>,
    /// Whether a plot has less room than it needs.
    cramped: bool,
}

impl Scene {
    pub(crate) fn new(language: Language, size: Size, sheet: Point) -> Self {
        Self {
            language,
            size,
            sheet,
            shapes: Vec::new(),
            cramped: false,
        }
    }

    /// Says that a plot that is `has` pixels high, or wide, needs `least`: a larger sheet has more.
    pub(crate) fn needs(&mut self, has: f64, least: f64) {
        self.cramped |= has < least;
    }

    pub(crate) fn is_cramped(&self) -> bool {
        self.cramped
    }

    /// Pixels of the picture per pixel of the sheet.
    pub(crate) fn scale(&self) -> f64 {
        f64::from(self.size.pixels().0) / self.sheet.0
    }

    pub(crate) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// All texts, in drawing order.
    pub(crate) fn labels(&self) -> impl Iterator<Item = &Label> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(label) => Some(label),
            _ => None,
        })
    }

    /// The smallest letters, in pixels of the picture per em.
    pub(crate) fn smallest(&self) -> f64 {
        let ems = self.labels().map(|label| label.style.em * self.scale());
        ems.fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn area(&mut self, outline: Vec<Point>, ink: Ink) {
        if outline.len() > 2 {
            self.shapes.push(Shape::Area { outline, ink });
        }
    }

    pub(crate) fn rect(&mut self, rect: Rect, ink: Ink) {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = rect;
        self.area(
            vec![(left, top), (right, top), (right, bottom), (left, bottom)],
            ink,
        );
    }

    pub(crate) fn line(&mut self, points: Vec<Point>, ink: Ink, width: f64) {
        if points.len() > 1 {
            self.shapes.push(Shape::Line { points, ink, width });
        }
    }

    /// A line in strokes of `dash.0` with gaps of `dash.1` pixels.
    pub(crate) fn dashed(&mut self, points: &[Point], ink: Ink, width: f64, dash: (f64, f64)) {
        let long = |stroke: &Vec<Point>| match stroke[..] {
            [a, .., b] => (a.0 - b.0).abs() + (a.1 - b.1).abs() > 2.0,
            _ => false,
        };
        for stroke in dashes(points, dash).into_iter().filter(long) {
            self.line(stroke, ink, width);
        }
    }

    pub(crate) fn disc(&mut self, centre: Point, radius: f64, ink: Ink) {
        self.shapes.push(Shape::Disc {
            centre,
            radius,
            ink,
        });
    }

    /// One line of text; returns the box it fills.
    pub(crate) fn text(
        &mut self,
        at: Point,
        anchor: Anchor,
        style: Type,
        text: impl Into<String>,
    ) -> Rect {
        let text = text.into();
        let area = style.area(&text, at, anchor);
        if !text.is_empty() {
            self.shapes.push(Shape::Text(Label {
                text,
                style,
                anchor,
                at,
                area,
            }));
        }
        area
    }

    /// One line of text on a pale ground, so that it stays readable over lines and fills.
    pub(crate) fn text_over(
        &mut self,
        at: Point,
        anchor: Anchor,
        style: Type,
        text: impl Into<String>,
    ) -> Rect {
        let text = text.into();
        let ground = style.area(&text, at, anchor).grown(2.0);
        self.rect(ground, super::theme::WHITE.fade(0.82));
        self.text(at, anchor, style, text)
    }

    /// Lines of text under each other, the first with its baseline at `at`; returns the baseline of the next line.
    pub(crate) fn paragraph(
        &mut self,
        at: Point,
        anchor: Anchor,
        style: Type,
        lines: &[String],
    ) -> f64 {
        let mut y = at.1;
        for line in lines {
            self.text((at.0, y), anchor, style, line.as_str());
            y += style.leading();
        }
        y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_rectangle() {
        let all = Rect::new(0.0, 0.0, 100.0, 50.0);
        assert_eq!(
            all.cell(3, 2, 2, (10.0, 10.0)),
            Rect::new(55.0, 30.0, 100.0, 50.0)
        );
    }
}
