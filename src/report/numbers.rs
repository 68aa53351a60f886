//! The numbers of a chart as people read them: headings in words, cells rounded as in the sentences.

use crate::language::Language;

/// Columns that hold a share of one.
const SHARES: &[&str] = &[
    "margin_fpr",
    "fdr",
    "detected",
    "detected_low",
    "detected_high",
    "margin",
    "recall",
    "fpr",
    "prevalence",
    "prevalence_low",
    "prevalence_high",
    "precision",
    "risk",
    "relative_low",
    "relative",
    "relative_high",
];

/// Columns whose numbers are names.
const NAMES: &[&str] = &[
    "class", "label", "setting", "name", "scenario", "desk", "user",
];

/// The heading of a column.
pub(super) fn heading(name: &str, language: Language) -> String {
    language.message(&format!("report-table-{}", name.replace('_', "-")), &[])
}

/// A cell of a column.
pub(super) fn cell(column: &str, text: &str, language: Language) -> String {
    if NAMES.contains(&column) {
        return text.to_owned();
    }
    match text.parse::<f64>() {
        Ok(number) if !number.is_finite() => language.number(number),
        Ok(share) if SHARES.contains(&column) => language.share(share),
        Ok(number) => language.amount(number),
        Err(_) => word(text, language),
    }
}

/// A word that a table holds in every language, in this one.
fn word(text: &str, language: Language) -> String {
    let id = match text {
        "true" => "report-table-yes",
        "false" => "report-table-no",
        "mark" => "report-table-mark",
        "line" => "report-table-line",
        "point" => "report-table-point",
        "stock" => "report-table-stock",
        "event" => "report-table-event",
        "fpr" => "report-table-fpr",
        "fdr" => "report-table-fdr",
        text => return text.to_owned(),
    };
    language.message(id, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_rounded_and_in_the_language() {
        let dutch = Language::find("nl").expect("Dutch is there");
        for (column, text, said) in [
            ("detected_low", "0.014305670000565898", "1,43 %"),
            (
                "false_flags_per_day",
                "0.0000017791159236275634",
                "minder dan 0,0001",
            ),
            ("false_flags_per_day", "28031.4", "28.030"),
            ("as_ordered", "true", "ja"),
            ("class", "12", "12"),
            ("high", "", ""),
        ] {
            assert_eq!(cell(column, text, dutch), said, "{column}: {text}");
        }
        assert_eq!(
            heading("margin_fpr", dutch),
            "marge (van onschuldige berichten)"
        );
    }
}
