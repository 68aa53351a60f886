//! Texts that touch each other, or leave the sheet.

use super::scene::{Label, Rect, Scene};

/// What is wrong with the places of texts, in words; empty when nothing is.
pub(crate) fn faults(scene: &Scene) -> Vec<String> {
    let labels: Vec<&Label> = scene.labels().collect();
    let sheet = Rect::new(0.0, 0.0, scene.sheet.0, scene.sheet.1);
    let mut faults = Vec::new();
    for (n, label) in labels.iter().enumerate() {
        if !sheet.contains(&label.area) {
            faults.push(format!("'{}' leaves the picture", label.text));
        }
        for other in &labels[n + 1..] {
            if inked(label).overlaps(&inked(other)) {
                faults.push(format!("'{}' on '{}'", label.text, other.text));
            }
        }
    }
    faults
}

/// From the height of capitals to the baseline, or to the feet of letters that go below it, and the advance widths.
fn inked(label: &Label) -> Rect {
    let below = label.text.chars().map(descent).fold(0.0, f64::max);
    Rect {
        top: label.area.top + 0.03 * label.style.em,
        bottom: label.at.1 + below * label.style.em,
        ..label.area
    }
}

/// How far a letter of the typeface goes below the baseline, in em.
fn descent(letter: char) -> f64 {
    match letter {
        'g' | 'j' | 'p' | 'q' | 'y' | 'ç' | 'ρ' | 'μ' => 0.21,
        'Q' | '(' | ')' | '[' | ']' | ',' | ';' | '|' => 0.13,
        _ => 0.0,
    }
}
