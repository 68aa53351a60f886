//! Mechanisms that change what circulates, what is flagged, and what is passed on to the desks.

use super::super::super::reader::Reader;
use super::super::{by_name, desk, position, title};
use crate::model::mechanism::{
    Accounts, Burst, Deterrence, Encryption, Learning, Prevention, Removal, UserType,
};
use crate::model::world::World;

pub(super) fn accounts(r: &Reader<'_>, world: &World) -> Accounts {
    let detectors = world.detectors.iter().map(|d| d.name.as_str());
    Accounts {
        hits: by_name(r, detectors, r.quantity("hits"), "hits-of"),
        window: r.quantity("window"),
        correlation: r.quantity("correlation"),
    }
}

fn detector(r: &Reader<'_>, world: &World) -> Option<usize> {
    let names = world.detectors.iter().map(|d| d.name.as_str());
    position(names, &r.word("detector"))
}

fn material(r: &Reader<'_>, key: &str, world: &World) -> Option<usize> {
    position(world.material.iter().map(|m| m.name.as_str()), &r.word(key))
}

pub(super) fn burst(name: String, r: &Reader<'_>, world: &World) -> Option<Burst> {
    let class = match r.text("class") {
        None => world.ordinary(),
        Some(class) => {
            let benign = position(world.benign.iter().map(|b| b.name.as_str()), &class)?;
            world.material.len() + benign
        }
    };
    Some(Burst {
        title: title(r, &name),
        name,
        detector: detector(r, world)?,
        class,
        rate: r.quantity("rate"),
        least: r.quantity("least"),
        greatest: r.quantity("greatest"),
        tail_index: r.quantity("tail-index"),
        half_life: r.quantity("half-life"),
    })
}

pub(super) fn learning(r: &Reader<'_>, world: &World) -> Option<Learning> {
    Some(Learning {
        desk: desk(r, world),
        detector: detector(r, world)?,
        from: material(r, "from", world)?,
        to: material(r, "to", world)?,
        lag: r.quantity("lag"),
        share: r.quantity("share"),
    })
}

pub(super) fn removal(r: &Reader<'_>, world: &World) -> Removal {
    let classes = world.material.iter().map(|m| m.name.as_str());
    Removal {
        desk: desk(r, world),
        share: by_name(r, classes, r.quantity("share"), "share-of"),
        lag: r.quantity("lag"),
    }
}

pub(super) fn prevention(r: &Reader<'_>) -> Prevention {
    Prevention {
        reduction: r.quantity("reduction"),
        from: r.quantity("from"),
        ramp: r.quantity("ramp"),
    }
}

pub(super) fn deterrence(r: &Reader<'_>) -> Deterrence {
    Deterrence {
        elasticity: r.quantity("elasticity"),
        memory: r.quantity("memory"),
    }
}

pub(super) fn user_type(name: String, r: &Reader<'_>) -> UserType {
    UserType {
        title: title(r, &name),
        name,
        share: r.quantity("share"),
        leaves: r.quantity("leaves"),
        encrypts: r.quantity("encrypts"),
        time: r.quantity("time"),
    }
}

pub(super) fn encryption(name: String, r: &Reader<'_>, world: &World) -> Option<Encryption> {
    let services = world.services.iter().map(|s| s.name.as_str());
    Some(Encryption {
        name,
        service: position(services, &r.word("service"))?,
        from: r.quantity("from"),
        ramp: r.quantity("ramp"),
    })
}
