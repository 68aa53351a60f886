//! Colours, sizes and line widths, chosen so that a chart can be read at half its size.

use super::scene::{Ink, Type};

/// Width of every chart, in pixels.
pub const WIDTH: u32 = 1600;
/// Height of every chart, in pixels.
pub const HEIGHT: u32 = 1000;

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
    [BLUE, VERMILLION, GREEN, PURPLE, SKY, BLACK][n % 6]
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
