//! Detectors.

use super::super::reader::Reader;
use super::{Places, position, title};
use crate::diag::{Code, Diagnostic};
use crate::model::detector::{Binormal, Detector, Family, Point};
use crate::model::world::{Benign, Material};

pub(super) fn detectors(
    reader: &Reader<'_>,
    material: &[Material],
    benign: &[Benign],
    places: &mut Places,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Detector> {
    reader
        .map("detectors")
        .into_iter()
        .map(|(name, r)| {
            places.bench_mix.push(r.span("bench-mix"));
            places.detector.push(family_span(&r));
            let class = |n: &str| position(material.iter().map(|m| m.name.as_str()), n);
            let mut detects: Vec<usize> = r
                .words("detects")
                .unwrap_or_default()
                .iter()
                .filter_map(|(n, _)| class(n))
                .collect();
            detects.sort_unstable();
            detects.dedup();
            let mut modalities: Vec<usize> =
                detects.iter().map(|c| material[*c].modality).collect();
            modalities.sort_unstable();
            modalities.dedup();
            let confusable = |n: &str| position(benign.iter().map(|b| b.name.as_str()), n);
            let bench_mix = r
                .quantity_map("bench-mix")
                .into_iter()
                .filter_map(|(n, share)| Some((confusable(&n)?, share)))
                .collect();
            Detector {
                title: title(&r, &name),
                family: family(&r, material, diagnostics),
                name,
                detects,
                modalities,
                bench_mix,
                bench_prevalence: r.quantity("bench-prevalence"),
                scanning_cost: r.quantity("scanning-cost"),
            }
        })
        .collect()
}

fn family_span(reader: &Reader<'_>) -> crate::diag::Span {
    let key = ["binormal", "empirical", "hash", "fixed"]
        .into_iter()
        .find(|k| reader.has(k));
    key.map_or(reader.here(), |k| reader.span(k))
}

fn family(reader: &Reader<'_>, material: &[Material], diagnostics: &mut Vec<Diagnostic>) -> Family {
    if let Some(r) = reader.table("binormal") {
        return Family::Binormal(binormal(&r, diagnostics));
    }
    if let Some(r) = reader.table("empirical") {
        return Family::Empirical {
            points: points(&r, "points"),
            extrapolate: r.flag("extrapolate"),
        };
    }
    if let Some(r) = reader.table("hash") {
        let class = |n: &str| position(material.iter().map(|m| m.name.as_str()), n);
        let transformations = r.list("transformations");
        return Family::Hash {
            bits: r.integer("bits"),
            list_size: r.quantity("list-size"),
            radius: r.has("radius").then(|| r.integer("radius")),
            transformations: transformations
                .iter()
                .map(|t| (t.quantity("share"), t.quantity("flip")))
                .collect(),
            cross_match: r
                .quantity_map("cross-match")
                .into_iter()
                .filter_map(|(n, share)| Some((class(&n)?, share)))
                .collect(),
        };
    }
    let fixed = reader.table_or_default("fixed");
    Family::Fixed((fixed.quantity("fpr"), fixed.quantity("recall")))
}

fn points(reader: &Reader<'_>, key: &str) -> Vec<Point> {
    reader
        .list(key)
        .iter()
        .map(|p| (p.quantity("fpr"), p.quantity("recall")))
        .collect()
}

fn binormal(reader: &Reader<'_>, diagnostics: &mut Vec<Diagnostic>) -> Binormal {
    if reader.has("spread") && !reader.has("separation") {
        diagnostics.push(
            Diagnostic::at(
                Code::Contradiction,
                reader.span("spread"),
                "`spread` goes only with `separation`",
                "this would contradict the other way in which the curve is given",
            )
            .help("leave `spread` out, or give two anchors: they fix separation and spread"),
        );
    }
    if reader.has("anchors") {
        return Binormal::Anchors(points(reader, "anchors"));
    }
    if reader.has("auc") {
        return Binormal::Auc(reader.quantity("auc"));
    }
    if let Some(bench) = reader.table("bench") {
        return Binormal::Bench {
            precision: bench.quantity("precision"),
            recall: bench.quantity("recall"),
            prevalence: bench.quantity("prevalence"),
        };
    }
    Binormal::Parameters {
        separation: reader.quantity("separation"),
        spread: reader.optional("spread"),
    }
}
