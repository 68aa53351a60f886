//! What every chart has around its picture: title, scenario, what was done, source.

use super::ChartHead;
use super::label::{settle, wrap};
use super::scene::{Anchor, Rect, Scene, Type};
use super::theme::{CAPTION, MARGIN, NOTE, SCENARIO, Size, TITLE};

/// Smallest type of a title before it takes a second line, in pixels per em.
const SMALL: f64 = 31.0;

/// Writes the head and the foot; returns what is left between them.
pub(crate) fn draw(scene: &mut Scene, title: &str, head: &ChartHead) -> Rect {
    let (width, height) = scene.sheet;
    let (left, right) = (MARGIN, width - MARGIN);
    let mut y = 58.0;
    let mut write = |text: &str, style: Type, most: usize, y: &mut f64| {
        let lines = wrap(text, style, right - left, most);
        if !lines.is_empty() {
            *y = scene.paragraph((left, *y), Anchor::Left, style, &lines);
        }
    };
    write(title, heading(title, right - left), 2, &mut y);
    y -= 6.0;
    let (scenario, lines) = settle(
        &head.title_scenario,
        SCENARIO,
        right - left,
        SCENARIO.leading(),
    );
    let most = if lines.iter().any(|line| line.ends_with('…')) {
        2
    } else {
        1
    };
    write(&head.title_scenario, scenario, most, &mut y);
    write(&head.subtitle, CAPTION, 2, &mut y);
    let top = y - 4.0;
    let notes = match scene.size {
        Size::Page => wrap(&head.footnote, NOTE, right - left, 2),
        Size::Slide => wrap(first_sentence(&head.footnote), NOTE, right - left, 1),
    };
    let first = height - 22.0 - NOTE.leading() * (notes.len().max(1) - 1) as f64;
    scene.paragraph((left, first), Anchor::Left, NOTE, &notes);
    Rect::new(left, top, right, first - NOTE.em - 10.0)
}

/// The type of a title: as large as fits on one line.
fn heading(title: &str, width: f64) -> Type {
    let em = TITLE.em * width / TITLE.width(title).max(1.0);
    TITLE.em(if em < SMALL { SMALL } else { em.min(TITLE.em) })
}

fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or(text).trim_end()
}
