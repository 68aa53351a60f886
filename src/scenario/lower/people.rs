//! Services, material, benign classes, groups, member states.

use super::super::reader::Reader;
use super::{Places, by_name, position, title};
use crate::diag::{Code, Diagnostic};
use crate::model::parameter::Param;
use crate::model::world::{Benign, Group, Material, MemberState, Service, Volume};
use crate::units::Share;
use std::collections::BTreeSet;

pub(super) fn modalities(reader: &Reader<'_>) -> Vec<String> {
    let mut names = BTreeSet::new();
    for (_, service) in reader.map("services") {
        for key in ["items", "volume"] {
            names.extend(service.names_of(key));
        }
    }
    names.into_iter().collect()
}

pub(super) fn services(
    reader: &Reader<'_>,
    modalities: &[String],
    places: &mut Places,
) -> Vec<Service> {
    reader
        .map("services")
        .into_iter()
        .map(|(name, r)| {
            places.service.push(r.here());
            let mut volume = vec![None; modalities.len()];
            let slot = |m: &str| position(modalities.iter().map(String::as_str), m);
            for (modality, items) in r.quantity_map("items") {
                if let Some(i) = slot(&modality) {
                    volume[i] = Some(Volume::PerAccount(items));
                }
            }
            for (modality, total) in r.quantity_map("volume") {
                if let Some(i) = slot(&modality) {
                    volume[i] = Some(Volume::Total(total));
                }
            }
            Service {
                title: title(&r, &name),
                name,
                accounts: r.quantity("accounts"),
                volume,
                encrypted: r.flag("encrypted"),
                significant_risk: r.flag("significant-risk"),
                growth: r.quantity("growth"),
                weekly: r.quantities("weekly"),
                overdispersion: r.quantity("overdispersion"),
                activity_shape: r.quantity("activity-shape"),
            }
        })
        .collect()
}

/// A share for every service: its own where one is given.
fn by_service(reader: &Reader<'_>, services: &[Service], key: &str, at: &str) -> Vec<Param<Share>> {
    let names = services.iter().map(|s| s.name.as_str());
    by_name(reader, names, reader.quantity(key), at)
}

fn modality_of(reader: &Reader<'_>, modalities: &[String]) -> usize {
    position(
        modalities.iter().map(String::as_str),
        &reader.word("modality"),
    )
    .unwrap_or(0)
}

pub(super) fn material(
    reader: &Reader<'_>,
    services: &[Service],
    modalities: &[String],
    places: &mut Places,
) -> Vec<Material> {
    reader
        .map("material")
        .into_iter()
        .map(|(name, r)| {
            let of_stock = ["lifetime", "production"].into_iter().find(|k| r.has(k));
            places.stock.push(of_stock.map(|k| (k, r.span(k))));
            places.prevalence.push(r.spans_by_name(
                services.iter().map(|s| s.name.as_str()),
                "prevalence",
                "prevalence-at",
            ));
            Material {
                title: title(&r, &name),
                name,
                modality: modality_of(&r, modalities),
                prevalence: by_service(&r, services, "prevalence", "prevalence-at"),
                evasion: r.quantity("evasion"),
                copies_per_piece: r.quantity("copies-per-piece"),
                carriers: r.optional("carriers"),
                pieces: r.optional("pieces"),
                lifetime: r.optional("lifetime"),
                production: r.optional("production"),
            }
        })
        .collect()
}

pub(super) fn benign(
    reader: &Reader<'_>,
    services: &[Service],
    modalities: &[String],
    places: &mut Places,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Benign> {
    let material: Vec<String> = reader.map("material").into_iter().map(|m| m.0).collect();
    reader
        .map("benign")
        .into_iter()
        .map(|(name, r)| {
            if material.contains(&name) || super::super::names::DECISION_WORDS.contains(&name.as_str()) {
                diagnostics.push(
                    Diagnostic::at(
                        Code::Contradiction,
                        r.here(),
                        format!("`{name}` cannot be the name of a benign class"),
                        "the name is taken",
                    )
                    .help("choose another name: classes of abuse material and the words `abusive`, `benign`, `ordinary` are taken"),
                );
            }
            places.benign_share.push(r.spans_by_name(
                services.iter().map(|s| s.name.as_str()),
                "share",
                "share-at",
            ));
            Benign {
                title: title(&r, &name),
                name,
                modality: modality_of(&r, modalities),
                share: by_service(&r, services, "share", "share-at"),
                shift: r.quantity("shift"),
                minors: r.flag("minors"),
            }
        })
        .collect()
}

pub(super) fn groups(reader: &Reader<'_>, places: &mut Places) -> Vec<Group> {
    reader
        .map("groups")
        .into_iter()
        .map(|(name, r)| {
            places.group_share.push(r.span("share"));
            Group {
                title: title(&r, &name),
                name,
                share: r.quantity("share"),
                shift: r.quantity("shift"),
            }
        })
        .collect()
}

pub(super) fn member_states(reader: &Reader<'_>, places: &mut Places) -> Vec<MemberState> {
    reader
        .map("member-states")
        .into_iter()
        .map(|(name, r)| {
            let staff = if r.has("staff-share") {
                "staff-share"
            } else {
                "share"
            };
            places.state_share.push((r.span("share"), r.span(staff)));
            let share = r.quantity("share");
            MemberState {
                title: title(&r, &name),
                name,
                share,
                staff_share: r.optional("staff-share").unwrap_or(share),
            }
        })
        .collect()
}
