//! Addresses of official documents and preprints that a source names by their number.

/// The address of the first kind of document that a text names.
pub(super) fn address(source: &str) -> Option<String> {
    commission(source, "COM")
        .or_else(|| commission(source, "SWD"))
        .or_else(|| regulation(source))
        .or_else(|| preprint(source))
        .or_else(|| motion(source))
        .or_else(|| dutch_parliament(source))
        .or_else(|| published(source))
}

/// Documents without a number of their own: words that a source names them by, and their address.
const PUBLISHED: &[(&str, &str)] = &[
    (
        "NCMEC 2020",
        "https://www.missingkids.org/content/dam/missingkids/pdfs/pdf-thumbs/EU-2020v2021CyberTiplineData.pdf",
    ),
    (
        "IWF annual report 2021",
        "https://annualreport2021.iwf.org.uk",
    ),
    ("IWF 2021", "https://annualreport2021.iwf.org.uk"),
    ("murrizi.org", "https://murrizi.org/?p=1338"),
    ("extradienst.net", "https://extradienst.net/?p=98971"),
    (
        "blog.roboflow.com",
        "https://blog.roboflow.com/neuralhash-collision",
    ),
    (
        "open letter of scientists",
        "https://csa-scientist-open-letter.org",
    ),
];

fn published(source: &str) -> Option<String> {
    let named = PUBLISHED.iter().find(|(words, _)| source.contains(words));
    named.map(|(_, address)| (*address).to_owned())
}

/// The motions of 18 October 2023, by their numbers: `32317-856`.
fn motion(source: &str) -> Option<String> {
    let (_, rest) = source.split_once("32317-")?;
    let page = match digits(rest) {
        "856" => "2023Z17670&did=2023D42873",
        "857" => "2023Z17672&did=2023D42878",
        "858" => "2023Z17673&did=2023D42879",
        _ => return None,
    };
    Some(format!(
        "https://www.tweedekamer.nl/kamerstukken/moties/detail?id={page}"
    ))
}

/// `COM(2022) 209`: as EUR-Lex calls its documents.
fn commission(source: &str, series: &str) -> Option<String> {
    let (_, rest) = source.split_once(&format!("{series}("))?;
    let (year, rest) = rest.split_once(") ")?;
    let number = digits(rest);
    (year.len() == 4 && digits(year) == year && !number.is_empty()).then(|| {
        format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={series}:{year}:{number}:FIN")
    })
}

/// `Regulation (EU) 2021/1232`: by its European Legislation Identifier.
fn regulation(source: &str) -> Option<String> {
    let (_, rest) = source.split_once("Regulation (EU) ")?;
    let (year, rest) = rest.split_once('/')?;
    let number = digits(rest);
    (year.len() == 4 && digits(year) == year && !number.is_empty())
        .then(|| format!("https://eur-lex.europa.eu/eli/reg/{year}/{number}/oj"))
}

/// `arXiv:2402.14625`.
fn preprint(source: &str) -> Option<String> {
    let (_, rest) = source.split_once("arXiv:")?;
    let (year, rest) = rest.split_once('.')?;
    let number = digits(rest);
    (digits(year) == year && number.len() >= 4)
        .then(|| format!("https://arxiv.org/abs/{year}.{number}"))
}

/// `Kamerstuk 26 643`: the dossier of the Dutch parliament.
fn dutch_parliament(source: &str) -> Option<String> {
    let (_, rest) = source.split_once("Kamerstuk ")?;
    let (thousands, rest) = rest.split_once(' ')?;
    let number = digits(rest);
    (thousands.len() == 2 && digits(thousands) == thousands && number.len() == 3)
        .then(|| format!("https://zoek.officielebekendmakingen.nl/dossier/{thousands}{number}"))
}

/// The digits that a text begins with.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_document_is_its_address() {
        for (source, expected) in [
            (
                "COM(2022) 209, legislative financial statement, remembered",
                "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2022:209:FIN",
            ),
            (
                "the remainder of 831,700 (COM(2025) 740, 2023)",
                "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2025:740:FIN",
            ),
            (
                "SWD(2022) 209: +354 % reports",
                "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=SWD:2022:209:FIN",
            ),
            (
                "Regulation (EU) 2021/1232, remembered",
                "https://eur-lex.europa.eu/eli/reg/2021/1232/oj",
            ),
            (
                "Meta, in R. Grimm, arXiv:2402.14625",
                "https://arxiv.org/abs/2402.14625",
            ),
            (
                "answers of the minister (Kamerstuk 26 643)",
                "https://zoek.officielebekendmakingen.nl/dossier/26643",
            ),
            (
                "motion 32317-856, adopted",
                "https://www.tweedekamer.nl/kamerstukken/moties/detail?id=2023Z17670&did=2023D42873",
            ),
            (
                "IWF annual report 2021: at most 4 hours a day",
                "https://annualreport2021.iwf.org.uk",
            ),
        ] {
            assert_eq!(address(source).as_deref(), Some(expected), "{source}");
        }
    }

    #[test]
    fn what_names_no_document_has_no_address() {
        for source in [
            "",
            "COM(",
            "COM(22) 209",
            "COM(2022) x",
            "Kamerstuk 2",
            "arXiv:",
            "Regulation (EU) x/1",
            "motion 32317-1",
            "IWF annual report 2023",
        ] {
            assert_eq!(address(source), None, "{source}");
        }
    }
}
