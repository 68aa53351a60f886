//! What every chart has around its picture: title, scenario, what was done, source.

use super::ChartHead;
use super::label::wrap;
use super::scene::{Anchor, Rect, Scene, Type};
use super::theme::{CAPTION, HEIGHT, MARGIN, NOTE, SCENARIO, TITLE, WIDTH};

/// Writes the head and the foot; returns what is left between them.
pub(crate) fn draw(scene: &mut Scene, title: &str, head: &ChartHead) -> Rect {
    let (left, right) = (MARGIN, f64::from(WIDTH) - MARGIN);
    let mut y = 58.0;
    let mut write = |text: &str, style: Type, most: usize, y: &mut f64| {
        let lines = wrap(text, style, right - left, most);
        if !lines.is_empty() {
            *y = scene.paragraph((left, *y), Anchor::Left, style, &lines);
        }
    };
    write(title, TITLE, 1, &mut y);
    y -= 6.0;
    write(&head.title_scenario, SCENARIO, 1, &mut y);
    write(&head.subtitle, CAPTION, 2, &mut y);
    let top = y - 4.0;
    let notes = wrap(&head.footnote, NOTE, right - left, 2);
    let first = f64::from(HEIGHT) - 22.0 - NOTE.leading() * (notes.len().max(1) - 1) as f64;
    scene.paragraph((left, first), Anchor::Left, NOTE, &notes);
    Rect::new(left, top, right, first - NOTE.em - 10.0)
}
