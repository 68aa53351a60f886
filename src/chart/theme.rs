//! Colours, sizes and line widths, chosen so that a chart can be read at half its size.

use super::scene::{Ink, Type};

/// Where a picture is shown. Everything is laid out on a sheet on which letters always have the same size; the sheet of
/// a slide is smaller, and enlarged more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// A page or a screen: 1600 by 1000 pixels, readable at half of that.
    #[default]
    Page,
    /// A slide: 1920 by 1080 pixels, larger letters, less small print.
    Slide,
}

impl Size {
    /// Width and height of the picture, in pixels.
    #[must_use]
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Page => (1600, 1000),
            Self::Slide => (1920, 1080),
        }
    }

    /// Widths and heights of the sheets that can be laid out, the smallest first.
    pub(crate) fn sheets(self) -> &'static [(f64, f64)] {
        match self {
            Self::Page => &[(1600.0, 1000.0)],
            Self::Slide => &[
                (1360.0, 765.0),
                (1440.0, 810.0),
                (1600.0, 900.0),
                (1792.0, 1008.0),
            ],
        }
    }
}

/// Distance from the edge of the picture to anything drawn, in pixels.
pub(crate) const MARGIN: f64 = 44.0;

// Okabe and Ito (2008), "Color universal design": told apart with every common colour blindness.
pub(crate) const BLACK: Ink = Ink::rgb(0x1B, 0x1F, 0x24);
pub(crate) const ORANGE: Ink = Ink::rgb(0xE6, 0x9F, 0x00);
pub(crate) const SKY: Ink = Ink::rgb(0x56, 0xB4, 0xE9);
pub(crate) const GREEN: Ink = Ink::rgb(0x00, 0x9E, 0x73);
pub(crate) const BLUE: Ink = Ink::rgb(0x00, 0x72, 0xB2);
pub(crate) const VERMILLION: Ink = Ink::rgb(0xD5, 0x5E, 0x00);
pub(crate) const PURPLE: Ink = Ink::rgb(0xCC, 0x79, 0xA7);
/// For a fifth line: told apart from the four, and dark enough on white, where sky blue and orange are not.
pub(crate) const VIOLET: Ink = Ink::rgb(0x7A, 0x0C, 0xD8);

/// Orange, dark enough for a line on white.
pub(crate) const OCHRE: Ink = Ink::rgb(0xA8, 0x74, 0x00);

pub(crate) const WHITE: Ink = Ink::rgb(0xFF, 0xFF, 0xFF);
/// Text that is not the message: axes, captions, sources.
pub(crate) const GREY: Ink = Ink::rgb(0x55, 0x5D, 0x66);
/// Frames and leaders.
pub(crate) const SILVER: Ink = Ink::rgb(0xA9, 0xB1, 0xBA);
/// Grid lines.
pub(crate) const MIST: Ink = Ink::rgb(0xE3, 0xE7, 0xEB);
/// Backgrounds that set a group apart.
pub(crate) const PAPER: Ink = Ink::rgb(0xF1, 0xF5, 0xF9);

/// What is innocent: false flags, false reports.
pub(crate) const FALSE: Ink = ORANGE;
/// Text about what is innocent; orange text on white is too pale.
pub(crate) const FALSE_TEXT: Ink = Ink::rgb(0xA8, 0x4A, 0x00);
/// What is abuse: true flags, true reports.
pub(crate) const TRUE: Ink = BLUE;

/// Colour of the nth of several lines; the first three differ most.
pub(crate) fn series(n: usize) -> Ink {
    [BLUE, VERMILLION, GREEN, PURPLE, VIOLET, BLACK][n % 6]
}

/// Least contrast of a text with its ground (WCAG 2.2, success criterion 1.4.3).
pub(crate) const CONTRAST: f64 = 4.5;

/// The colour of texts about what is drawn in `ink`: the same, as much darker as it takes to be read on [`PAPER`].
pub(crate) fn legible(ink: Ink) -> Ink {
    let darker = (0..=20).map(|step| ink.toward(BLACK, f64::from(step) / 20.0));
    let mut read = darker.filter(|ink| ink.contrast(PAPER) >= CONTRAST);
    read.next().unwrap_or(BLACK)
}

pub(crate) const TITLE: Type = Type::new(40.0, BLACK);
pub(crate) const SCENARIO: Type = Type::new(28.0, BLUE);
pub(crate) const HEADING: Type = Type::new(27.0, BLACK);
pub(crate) const BODY: Type = Type::new(24.0, BLACK);
pub(crate) const CAPTION: Type = Type::new(23.0, GREY);
pub(crate) const TICK: Type = Type::new(22.0, GREY);
pub(crate) const NOTE: Type = Type::new(21.0, GREY);

/// Width of a grid line or a frame, in pixels.
pub(crate) const THIN: f64 = 1.0;
/// Width of a reference line or a whisker, in pixels.
pub(crate) const FINE: f64 = 2.0;
/// Width of a line that carries data, in pixels.
pub(crate) const BOLD: f64 = 4.0;
/// Lengths of stroke and gap of a dashed line, in pixels.
pub(crate) const DASH: (f64, f64) = (14.0, 9.0);
