//! The numbers that a study keeps when nobody says which.

use crate::model::Model;
use crate::results::Key;
use crate::results::metric::*;

/// Over everything.
const OVERALL: &[&Metric] = &[
    &FLAGS,
    &FALSE_FLAGS,
    &FLAG_PRECISION,
    &ACTIONABLE,
    &WRONGLY_ACTIONABLE,
    &ACCOUNTS_FLAGGED,
    &ACCOUNTS_REPORTED,
    &SEEN,
    &PEOPLE_SCANNED,
    &SCANNING_COST,
    &DESK_COST,
    &TARGETED_LOST,
];

/// By class of abuse material.
const BY_CLASS: &[&Metric] = &[&DETECTED_SHARE, &FOUND_SHARE];

/// By desk.
const BY_DESK: &[&Metric] = &[&ARRIVALS, &PRECISION, &BACKLOG, &DELAY_END, &UTILISATION];

/// Whether a key is one of them.
pub(super) fn is_headline(key: &Key, model: &Model) -> bool {
    let is = |list: &[&Metric]| list.contains(&key.metric);
    let abuse = |name: &str| model.world.material.iter().any(|m| m.name == name);
    match (
        key.service.is_empty(),
        key.desk.as_str(),
        key.class.as_str(),
    ) {
        (true, "", "") => is(OVERALL),
        (true, "", class) => is(BY_CLASS) && abuse(class),
        (true, desk, "") => is(BY_DESK) && !desk.contains('/'),
        _ => false,
    }
}
