//! Mechanisms of traffic against the world and the policy.

use super::Judge;
use crate::diag::{Code, Diagnostic, Span};
use crate::model::mechanism::{Burst, Encryption, Learning};
use crate::scenario::lower::Marks;
use crate::scenario::names::listed;

impl Judge<'_> {
    /// Judges every mechanism that is not at a desk.
    pub(super) fn mechanisms(&mut self) {
        self.accounts();
        self.stocks();
        let (mechanisms, places) = (&self.model.mechanisms, &self.lowered.places.mechanism);
        for (burst, place) in mechanisms.bursts.iter().zip(&places.bursts) {
            self.burst(burst, place);
        }
        if let (Some(learning), Some(place)) = (&mechanisms.learning, &places.learning) {
            self.learning(learning, place);
            self.found_at(learning.desk, place, "learning");
        }
        if let (Some(removal), Some(place)) = (&mechanisms.removal, &places.removal) {
            self.found_at(removal.desk, place, "removal");
        }
        let shares: Vec<(f64, Span)> = mechanisms
            .displacement
            .iter()
            .zip(&places.displacement)
            .map(|(user, place)| (self.draw.of(user.share), place.key("share")))
            .collect();
        self.whole(&shares, "the shares of types of user");
        for (i, encryption) in mechanisms.encryption.iter().enumerate() {
            self.encryption(
                encryption,
                &mechanisms.encryption[..i],
                &places.encryption[i],
            );
        }
    }

    /// Every class that an order detects needs carriers when hits are counted per account.
    fn accounts(&mut self) {
        let Some(place) = &self.lowered.places.mechanism.accounts else {
            return;
        };
        let world = &self.model.world;
        let orders = self.model.policy.orders.iter();
        let detectors: Vec<_> = orders
            .filter_map(|order| world.detectors.get(order.detector))
            .collect();
        let missing: Vec<&str> = world
            .material
            .iter()
            .enumerate()
            .filter(|(c, m)| {
                m.carriers.is_none() && detectors.iter().any(|d| d.detects.contains(c))
            })
            .map(|(_, m)| m.name.as_str())
            .collect();
        if let Some(first) = missing.first() {
            let diagnostic = Diagnostic::at(
                Code::MissingKey,
                place.here,
                format!(
                    "hits are counted per account, and nothing says how many accounts carry {}",
                    listed(&missing)
                ),
                "this needs `carriers`",
            )
            .help(format!(
                "write `carriers = \"1 in 10 000\"` in `[material.{first}]`, and so for every class that an order detects"
            ));
            self.report(diagnostic);
        }
    }

    /// What changes a stock needs one.
    fn stocks(&mut self) {
        let (model, places) = (self.model, &self.lowered.places);
        for (material, written) in model.world.material.iter().zip(&places.stock) {
            if let (None, Some((key, place))) = (material.pieces, written) {
                let title = format!("`{key}` of `{}` without `pieces`", material.name);
                self.report(needs_pieces(*place, title, &material.name));
            }
        }
        if model.world.material.iter().any(|m| m.pieces.is_some()) {
            return;
        }
        let material = model.world.material.first();
        let name = material.map_or("NAME", |m| m.name.as_str());
        let mechanism = &places.mechanism;
        for (what, place) in [
            ("removal", &mechanism.removal),
            ("prevention", &mechanism.prevention),
            ("deterrence", &mechanism.deterrence),
        ] {
            if let Some(place) = place {
                let title = format!("{what} acts on the stock of pieces, and no class has one");
                self.report(needs_pieces(place.here, title, name));
            }
        }
    }

    fn burst(&mut self, burst: &Burst, place: &Marks) {
        let world = &self.model.world;
        let detector = &world.detectors[burst.detector];
        // Without services there are no modalities either, and that is said elsewhere.
        let modality = world.class_modality(burst.class);
        let modality = modality.filter(|m| *m < world.modalities.len());
        if let Some(modality) = modality.filter(|m| !detector.modalities.contains(m)) {
            let diagnostic = Diagnostic::at(
                Code::Contradiction,
                place.key("class"),
                format!(
                    "`{}` does not read {}, and `{}` is of that modality",
                    detector.name,
                    world.modalities[modality],
                    world.class_name(burst.class)
                ),
                "",
            )
            .related(place.key("detector"), "this detector")
            .help("name a class of a modality that the detector reads, or leave `class` out");
            self.report(diagnostic);
        }
        let (least, greatest) = (self.draw.of(burst.least), self.draw.of(burst.greatest));
        if greatest < least {
            let diagnostic = Diagnostic::at(
                Code::Contradiction,
                place.key("greatest"),
                format!(
                    "no burst `{}` is possible: `greatest` is below `least`",
                    burst.name
                ),
                "",
            )
            .related(place.key("least"), "above it")
            .help("exchange the two");
            self.report(diagnostic);
        }
        let mut orders = self.model.policy.orders.iter();
        if !self.world_only && !orders.any(|o| o.detector == burst.detector) {
            let diagnostic = Diagnostic::at(
                Code::NoEffect,
                place.key("detector"),
                format!("the burst `{}` has no effect", burst.name),
                "no order uses this detector",
            )
            .help("name the detector of an order, or write `enabled = false`");
            self.report(diagnostic);
        }
    }

    fn learning(&mut self, learning: &Learning, place: &Marks) {
        let world = &self.model.world;
        if learning.from == learning.to {
            let diagnostic = Diagnostic::at(
                Code::Contradiction,
                place.key("to"),
                format!(
                    "pieces of `{}` are to become pieces of `{0}`",
                    world.material[learning.to].name
                ),
                "the same class",
            )
            .related(place.key("from"), "as here")
            .help("name two classes, such as `from = \"new\"` and `to = \"known\"`");
            self.report(diagnostic);
        }
        for (key, class) in [("from", learning.from), ("to", learning.to)] {
            let material = &world.material[class];
            if material.pieces.is_none() {
                let title = format!("learning moves pieces, and `{}` has none", material.name);
                self.report(needs_pieces(place.key(key), title, &material.name));
            }
        }
    }

    /// What is found is found at a desk of the chain.
    fn found_at(&mut self, desk: Option<usize>, place: &Marks, what: &str) {
        let chain = &self.model.policy.desks;
        let reached = desk.map_or(!chain.is_empty(), |desk| chain.contains(&desk));
        if self.world_only || reached {
            return;
        }
        let diagnostic = Diagnostic::at(
            Code::NoEffect,
            place.key("desk"),
            format!("{what} has no effect"),
            match desk {
                Some(_) => "reports do not pass this desk",
                None => "reports pass no desk, so that nothing is found",
            },
        )
        .help("name a desk of `policy.desks`, or write `enabled = false`");
        self.report(diagnostic);
    }

    fn encryption(&mut self, encryption: &Encryption, earlier: &[Encryption], place: &Marks) {
        let places = &self.lowered.places;
        let service = &self.model.world.services[encryption.service];
        if service.encrypted {
            let diagnostic = Diagnostic::at(
                Code::Contradiction,
                place.key("service"),
                format!(
                    "`{}` cannot turn encrypted: it is from the start",
                    service.name
                ),
                "",
            )
            .related(places.service[encryption.service], "`encrypted = true`")
            .help("write `encrypted = false` there, or leave this table out");
            self.report(diagnostic);
        }
        let what = format!("`mechanisms.encryption.{}`", encryption.name);
        self.begins_in_time(&what, encryption.from, place.key("from"));
        let first = earlier
            .iter()
            .position(|e| e.service == encryption.service)
            .map(|i| places.mechanism.encryption[i].key("service"));
        if let Some(first) = first {
            let diagnostic = Diagnostic::at(
                Code::Contradiction,
                place.key("service"),
                format!("`{}` turns encrypted twice", service.name),
                "again",
            )
            .related(first, "first")
            .help("leave one of the two tables out");
            self.report(diagnostic);
        }
    }
}

fn needs_pieces(place: Span, title: String, material: &str) -> Diagnostic {
    Diagnostic::at(Code::MissingKey, place, title, "this needs `pieces`").help(format!(
        "write the number of distinct pieces that circulate, such as `pieces = \"2 million\"`, in `[material.{material}]`"
    ))
}
