//! What an order reads in the field, and what the authority tested on.

use super::Model;
use super::parameter::Draw;
use super::policy::Order;
use super::world::Class;
use crate::theory::rule::Population;
use crate::units::DAYS_PER_YEAR;

impl Model {
    /// What an order reads on an average day of its first week.
    pub fn field(&self, draw: &Draw, order: &Order) -> Population {
        self.field_of(draw, order, &self.world.group_shares(draw))
    }

    /// The same, if everybody's innocent items were shifted like those of one group.
    pub fn field_of_group(&self, draw: &Draw, order: &Order, shift: f64) -> Population {
        self.field_of(draw, order, &[(1.0, shift)])
    }

    fn field_of(&self, draw: &Draw, order: &Order, groups: &[(f64, f64)]) -> Population {
        let detector = &self.world.detectors[order.detector];
        let coverage = self.share_covered(draw, order);
        let years = draw.of(order.from) / DAYS_PER_YEAR;
        let mut items = 0.0;
        let mut by_class = vec![0.0; self.world.classes()];
        for &s in &order.services {
            let service = &self.world.services[s];
            let growth = libm::pow(1.0 + draw.of(service.growth), years);
            for &m in &detector.modalities {
                let volume = service.base_volume(draw, m) * growth * coverage;
                items += volume;
                let shares = self.world.composition(draw, s, m);
                for (class, share) in shares.iter().enumerate() {
                    by_class[class] += volume * share * (1.0 - self.evasion(draw, class));
                }
            }
        }
        self.population(draw, order, &by_class, groups, items)
    }

    fn evasion(&self, draw: &Draw, class: Class) -> f64 {
        self.world
            .material
            .get(class)
            .map_or(0.0, |m| draw.of(m.evasion))
    }

    fn population(
        &self,
        draw: &Draw,
        order: &Order,
        by_class: &[f64],
        groups: &[(f64, f64)],
        items: f64,
    ) -> Population {
        let detector = &self.world.detectors[order.detector];
        let total: f64 = by_class.iter().sum();
        let abusive = &by_class[..self.world.material.len()];
        let detected: f64 = detector.detects.iter().map(|c| abusive[*c]).sum();
        let all_abuse: f64 = abusive.iter().sum();
        let innocent = total - all_abuse;
        let others = abusive.iter().enumerate();
        let resembling: f64 = others
            .filter(|(class, _)| !detector.detects.contains(class))
            .map(|(class, volume)| volume * detector.cross_match(draw, class))
            .sum();
        let mut benign = Vec::new();
        let all = by_class.iter().enumerate();
        for (class, volume) in all.skip(self.world.material.len()) {
            let weight = if innocent > 0.0 {
                volume / innocent
            } else {
                0.0
            };
            if weight > 0.0 {
                let shift = self.class_shift(draw, class);
                benign.extend(
                    groups
                        .iter()
                        .map(|(share, extra)| (weight * share, shift + extra)),
                );
            }
        }
        let share = |x: f64| if total > 0.0 { x / total } else { 0.0 };
        Population {
            benign,
            prevalence: share(detected),
            other_abuse: share(all_abuse - detected),
            resembling: share(resembling),
            items_per_day: items,
        }
    }

    /// The score shift of a benign class; 0 for ordinary items.
    pub(crate) fn class_shift(&self, draw: &Draw, class: Class) -> f64 {
        self.world
            .benign
            .get(class - self.world.material.len())
            .map_or(0.0, |b| draw.of(b.shift))
    }

    /// What the authority tested on.
    pub fn bench(&self, draw: &Draw, order: &Order) -> Population {
        let detector = &self.world.detectors[order.detector];
        let mut benign: Vec<(f64, f64)> = detector
            .bench_mix
            .iter()
            .map(|(b, share)| (draw.of(*share), draw.of(self.world.benign[*b].shift)))
            .collect();
        let named: f64 = benign.iter().map(|b| b.0).sum();
        benign.push(((1.0 - named).max(0.0), 0.0));
        Population {
            benign,
            prevalence: draw.of(detector.bench_prevalence),
            other_abuse: 0.0,
            resembling: 0.0,
            items_per_day: self.field(draw, order).items_per_day,
        }
    }
}
