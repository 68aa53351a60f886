//! Texts that make room for each other.

use super::scene::{Anchor, Point, Rect, Scene, Type};

/// Breaks `text` into lines no wider than `width` pixels; what does not fit in `most` lines ends in an ellipsis.
pub(crate) fn wrap(text: &str, style: Type, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if style.width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| fit(line, style, width)).collect()
}

/// `text` in lines no wider than `width` that are together no higher than `height` (pixels), in letters as large as that
/// allows, down to seven tenths of those of `style`; what does not fit even then ends in an ellipsis.
pub(crate) fn settle(text: &str, style: Type, width: f64, height: f64) -> (Type, Vec<String>) {
    let set = |share: f64| {
        let style = style.em(style.em * share);
        let most = (height / style.leading() + 0.01).max(1.0) as usize;
        (style, wrap(text, style, width, most))
    };
    let whole = |(_, lines): &(Type, Vec<String>)| lines.iter().all(|line| !line.ends_with('…'));
    let shares = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
    shares.into_iter().map(set).find(whole).unwrap_or(set(0.7))
}

/// `text`, or as much of it as is no wider than `width` pixels with an ellipsis.
pub(crate) fn fit(text: &str, style: Type, width: f64) -> String {
    if style.width(text) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let shorter = format!("{}…", kept.iter().collect::<String>().trim_end());
        if style.width(&shorter) <= width {
            return shorter;
        }
    }
    String::new()
}

/// The style in letters small enough for a text to fit, down to seven tenths of its own.
pub(crate) fn shrunk(text: &str, style: Type, width: f64) -> Type {
    style.em(style.fitting(text, width - 1.0).em.max(0.7 * style.em))
}

/// `text`, or its beginning and end around an ellipsis, no wider than `width` pixels: names of one family differ at both ends.
pub(crate) fn fit_middle(text: &str, style: Type, width: f64) -> String {
    if style.width(text) <= width {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    for kept in (0..letters.len()).rev() {
        // The end tells more: it gets what is odd.
        let (head, tail) = (kept / 2, kept - kept / 2);
        let begin: String = letters[..head].iter().collect();
        let end: String = letters[letters.len() - tail..].iter().collect();
        let shorter = format!("{}…{}", begin.trim_end(), end.trim_start());
        if style.width(&shorter) <= width {
            return shorter;
        }
    }
    String::new()
}

/// Moves centres apart, as little as possible and in order, so that things of the given heights lie between `low` and
/// `high` without touching. Too many of them are spread evenly.
pub(crate) fn spread(wanted: &[f64], height: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let room = (high - low) / wanted.len().max(1) as f64;
    let height = height.min(room);
    // Blocks of touching things: (sum of the wanted places of their first member, members).
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for index in &order {
        blocks.push((wanted[*index], 1));
        while let [.., (before, many), (sum, few)] = blocks[..] {
            let end = place(before, many, height, (low, high)) + many as f64 * height;
            if end <= place(sum, few, height, (low, high)) + 1e-9 {
                break;
            }
            blocks.truncate(blocks.len() - 2);
            blocks.push((before + sum - few as f64 * many as f64 * height, many + few));
        }
    }
    let mut placed = vec![0.0; wanted.len()];
    let mut next = order.into_iter();
    for (sum, members) in blocks {
        let first = place(sum, members, height, (low, high));
        for (n, index) in next.by_ref().take(members).enumerate() {
            placed[index] = first + n as f64 * height;
        }
    }
    placed
}

/// Centre of the first member of a block.
fn place(sum: f64, members: usize, height: f64, (low, high): (f64, f64)) -> f64 {
    let last = high - (members as f64 - 0.5) * height;
    (sum / members as f64).min(last).max(low + height / 2.0)
}

/// Boxes already taken.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labels {
    taken: Vec<Rect>,
}

impl Labels {
    /// Keeps others off `area`.
    pub(crate) fn take(&mut self, area: Rect) {
        self.taken.push(area);
    }

    pub(crate) fn free(&self, area: &Rect) -> bool {
        !self.taken.iter().any(|taken| taken.overlaps(area))
    }

    /// Writes `text` at the first of `places` where it lies in `bounds` and meets nothing taken; returns its box, or
    /// nothing when there is no such place.
    pub(crate) fn write(
        &mut self,
        scene: &mut Scene,
        bounds: Rect,
        style: Type,
        text: &str,
        places: impl IntoIterator<Item = (Point, Anchor)>,
    ) -> Option<Rect> {
        let fits = |area: &Rect| bounds.contains(area) && self.free(area);
        let (at, anchor) = places
            .into_iter()
            .find(|(at, anchor)| fits(&style.area(text, *at, *anchor).grown(1.0)))?;
        let area = scene.text_over(at, anchor, style, text);
        self.take(area.grown(1.0));
        Some(area)
    }
}

#[cfg(test)]
mod tests {
    use super::super::theme::BODY;
    use super::*;

    #[test]
    fn wrapped_lines_are_narrow_enough_and_lose_nothing_without_need() {
        let text = "one two three four five six seven";
        let lines = wrap(text, BODY, 150.0, 9);
        assert!(
            lines.iter().all(|line| BODY.width(line) <= 150.0),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), text);
        let short = wrap(text, BODY, 150.0, 2);
        assert_eq!(short.len(), 2);
        assert!(short[1].ends_with('…') && BODY.width(&short[1]) <= 150.0);
        assert!(wrap("", BODY, 10.0, 2).is_empty());
    }

    #[test]
    fn what_is_too_long_loses_its_middle() {
        let text = "material.known.prevalence-at.suspects";
        assert_eq!(fit_middle(text, BODY, 1000.0), text);
        for width in [60.0, 100.0, 200.0, 300.0] {
            let short = fit_middle(text, BODY, width);
            assert!(BODY.width(&short) <= width);
            let (begin, end) = short.split_once('…').unwrap();
            assert!(text.starts_with(begin) && text.ends_with(end), "{short}");
        }
    }

    #[test]
    fn spread_keeps_order_distance_and_bounds() {
        let wanted = [50.0, 49.0, 51.0, 0.0, 100.0];
        let placed = spread(&wanted, 20.0, (0.0, 100.0));
        assert_eq!(placed, [50.0, 30.0, 70.0, 10.0, 90.0]);
        assert_eq!(spread(&[5.0, 80.0], 20.0, (0.0, 100.0)), [10.0, 80.0]);
        let tight = spread(&[1.0; 10], 20.0, (0.0, 100.0));
        assert!(
            tight
                .windows(2)
                .all(|pair| (pair[1] - pair[0] - 10.0).abs() < 1e-9),
            "{tight:?}"
        );
    }
}
