//! The embedded typeface: registered once, measured everywhere.

use std::sync::OnceLock;

use plotters::style::{FontStyle, IntoFont, register_font};

use super::ChartError;

/// Name under which the typeface is known, and what a reader of an SVG without it gets instead (Verdana has nearly
/// the same widths).
pub(crate) const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";

/// Height of the tallest letters above the baseline, in em.
pub(crate) const ASCENT: f64 = 0.76;
/// Depth of the deepest letters below the baseline, in em.
pub(crate) const DESCENT: f64 = 0.24;
/// Height of a line (ascender to descender of the font file, 1901 and −483 of 2048 units), in em; the unit in which
/// the rasteriser of plotters takes a font's size.
pub(crate) const LINE: f64 = 2384.0 / 2048.0;

static BYTES: &[u8] = include_bytes!("../../assets/fonts/DejaVuSans.ttf");
static READY: OnceLock<bool> = OnceLock::new();

/// Makes the typeface known to plotters; the first call does the work.
pub(crate) fn register() -> Result<(), ChartError> {
    let ready = READY.get_or_init(|| register_font(FAMILY, FontStyle::Normal, BYTES).is_ok());
    if *ready {
        Ok(())
    } else {
        Err(ChartError::Font)
    }
}

/// Width of `text` at `em` pixels per em, in pixels.
pub(crate) fn width(text: &str, em: f64) -> f64 {
    // Measured large, because plotters rounds to whole pixels.
    const MEASURE: f64 = 1000.0;
    let measured = register()
        .ok()
        .and_then(|()| (FAMILY, MEASURE * LINE).into_font().box_size(text).ok());
    match measured {
        Some((width, _)) => f64::from(width) * em / MEASURE,
        None => text.chars().count() as f64 * 0.62 * em,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font_file() {
        // Advance widths of DejaVu Sans: digits 1303, percent 1946, space 651 of 2048 units.
        let expected = (2.0 * 1303.0 + 651.0 + 1946.0) / 2048.0 * 20.0;
        assert!(
            (width("58 %", 20.0) - expected).abs() < 0.5,
            "{} {expected}",
            width("58 %", 20.0)
        );
        assert_eq!(width("", 20.0), 0.0);
    }
}
