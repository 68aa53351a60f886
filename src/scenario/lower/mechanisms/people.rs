//! Mechanisms at the desks.

use super::super::super::reader::Reader;
use super::super::{by_name, desk};
use crate::model::mechanism::{
    ClearingHouse, Fatigue, Hiring, Leaving, Outsourcing, SharedStaff, Welfare,
};
use crate::model::world::World;

pub(super) fn shared_staff(r: &Reader<'_>, world: &World) -> Option<SharedStaff> {
    Some(SharedStaff {
        desk: desk(r, world)?,
        hours: r.quantity("hours"),
        yield_per_hour: r.quantity("yield"),
    })
}

pub(super) fn hiring(r: &Reader<'_>, world: &World) -> Option<Hiring> {
    Some(Hiring {
        desk: desk(r, world)?,
        review: r.quantity("review"),
        backlog: r.quantity("backlog"),
        step: r.quantity("step"),
        training: r.quantity("training"),
        limit: r.quantity("limit"),
    })
}

pub(super) fn fatigue(r: &Reader<'_>, world: &World) -> Option<Fatigue> {
    Some(Fatigue {
        desk: desk(r, world)?,
        per_backlog_day: r.quantity("per-backlog-day"),
        limit: r.quantity("limit"),
    })
}

pub(super) fn welfare(r: &Reader<'_>, world: &World) -> Option<Welfare> {
    Some(Welfare {
        desk: desk(r, world)?,
        exposures: r.quantity("exposures"),
        leaving: leaving(r),
    })
}

fn leaving(r: &Reader<'_>) -> Leaving {
    Leaving {
        base: r.optional("leaving"),
        per_exposure: r.optional("leaving-per-exposure"),
    }
}

pub(super) fn outsourcing(r: &Reader<'_>, world: &World) -> Option<Outsourcing> {
    Some(Outsourcing {
        desk: desk(r, world)?,
        share: r.quantity("share"),
        speed: r.quantity("speed"),
        hours: r.quantity("hours"),
        errors: r.quantity("errors"),
        cost: r.quantity("cost"),
        exposures: r.optional("exposures"),
        leaving: leaving(r),
    })
}

pub(super) fn clearing_house(name: String, r: &Reader<'_>, world: &World) -> Option<ClearingHouse> {
    let classes = (0..world.classes()).map(|c| world.class_name(c));
    Some(ClearingHouse {
        name,
        desk: desk(r, world)?,
        reports: r.quantity("reports"),
        overdispersion: r.quantity("overdispersion"),
        mix: by_name(r, classes, r.constant(0.0), "mix"),
        reports_per_incident: r.quantity("reports-per-incident"),
        pass_through: r.quantity("pass-through"),
    })
}
