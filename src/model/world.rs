//! How things are: people, services, material, benign classes, groups, detectors, desks.

use super::detector::Detector;
use super::parameter::{Draw, Param};
use crate::units::{
    Count, DAYS_PER_YEAR, Days, EurPerHour, EurPerItem, HoursPerDay, Number, PerDay, PerHour,
    PerYear, Ratio, Share,
};

/// A world. Lists are sorted by name, so that the order in a file has no effect.
#[derive(Debug, Clone)]
pub struct World {
    /// Number of people.
    pub population: Param<Count>,
    /// Member states; their shares add up to at most one.
    pub member_states: Vec<MemberState>,
    /// Modalities that some service carries.
    pub modalities: Vec<String>,
    /// Services.
    pub services: Vec<Service>,
    /// Classes of abuse material.
    pub material: Vec<Material>,
    /// Confusable benign classes.
    pub benign: Vec<Benign>,
    /// Groups of the population; the remainder has shift 0.
    pub groups: Vec<Group>,
    /// Detectors.
    pub detectors: Vec<Detector>,
    /// Desks.
    pub desks: Vec<Desk>,
    /// Terms of the techniques, in the order of [`Technique`](super::policy::Technique).
    pub techniques: Vec<TechniqueTerms>,
}

/// What a technique needs and costs.
#[derive(Debug, Clone, Copy)]
pub struct TechniqueTerms {
    /// Share of devices that can run it.
    pub devices: Param<Share>,
    /// Cost per item, besides that of the detector.
    pub cost: Param<EurPerItem>,
    /// Whether the list of pieces, or the classifier, is on the device.
    pub list_on_device: bool,
    /// Whether it reads before encryption, or without decrypting.
    pub reads_encrypted: bool,
}

/// Index of a class: abuse material first, then benign classes, then ordinary items.
pub type Class = usize;

impl World {
    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.material.len() + self.benign.len() + 1
    }

    /// The class of ordinary items.
    pub fn ordinary(&self) -> Class {
        self.material.len() + self.benign.len()
    }

    /// Whether items of this class are abuse material.
    pub fn is_abusive(&self, class: Class) -> bool {
        class < self.material.len()
    }

    /// The name of a class.
    pub fn class_name(&self, class: Class) -> &str {
        let benign = class.wrapping_sub(self.material.len());
        match (self.material.get(class), self.benign.get(benign)) {
            (Some(material), _) => &material.name,
            (None, Some(benign)) => &benign.name,
            (None, None) => "ordinary",
        }
    }

    /// The title of a class.
    pub fn class_title(&self, class: Class) -> &str {
        let benign = class.wrapping_sub(self.material.len());
        match (self.material.get(class), self.benign.get(benign)) {
            (Some(material), _) => &material.title,
            (None, Some(benign)) => &benign.title,
            (None, None) => "ordinary items",
        }
    }

    /// The modality of a class; `None` for ordinary items, which every modality carries.
    pub fn class_modality(&self, class: Class) -> Option<usize> {
        let benign = class.wrapping_sub(self.material.len());
        match (self.material.get(class), self.benign.get(benign)) {
            (Some(material), _) => Some(material.modality),
            (None, Some(benign)) => Some(benign.modality),
            (None, None) => None,
        }
    }

    /// Shares of the items of one modality of one service, by class; they add up to one.
    pub fn composition(&self, draw: &Draw, service: usize, modality: usize) -> Vec<f64> {
        let mut shares = vec![0.0; self.classes()];
        let mut abusive = 0.0;
        for (class, material) in self.material.iter().enumerate() {
            if material.modality == modality {
                shares[class] = draw.of(material.prevalence[service]);
                abusive += shares[class];
            }
        }
        let innocent = 1.0 - abusive;
        let mut ordinary = 1.0;
        for (i, benign) in self.benign.iter().enumerate() {
            if benign.modality == modality {
                let share = draw.of(benign.share[service]);
                shares[self.material.len() + i] = share * innocent;
                ordinary -= share;
            }
        }
        shares[self.ordinary()] = ordinary.max(0.0) * innocent;
        shares
    }

    /// The population by groups as `(share, shift)`, the remainder last.
    pub fn group_shares(&self, draw: &Draw) -> Vec<(f64, f64)> {
        let mut groups: Vec<(f64, f64)> = self
            .groups
            .iter()
            .map(|g| (draw.of(g.share), draw.of(g.shift)))
            .collect();
        let named: f64 = groups.iter().map(|(share, _)| share).sum();
        groups.push(((1.0 - named).max(0.0), 0.0));
        groups
    }

    /// Member states as `(share of reports, share of staff)`, with `other` last when shares leave a remainder.
    pub fn state_shares(&self, draw: &Draw) -> Vec<(f64, f64)> {
        let mut shares: Vec<(f64, f64)> = self
            .member_states
            .iter()
            .map(|m| (draw.of(m.share), draw.of(m.staff_share)))
            .collect();
        let rest = |f: fn(&(f64, f64)) -> f64, list: &[(f64, f64)]| {
            (1.0 - list.iter().map(f).sum::<f64>()).max(0.0)
        };
        let other = (rest(|s| s.0, &shares), rest(|s| s.1, &shares));
        shares.push(other);
        shares
    }
}

/// A member state.
#[derive(Debug, Clone)]
pub struct MemberState {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Share of all reports.
    pub share: Param<Share>,
    /// Share of the people of split desks.
    pub staff_share: Param<Share>,
}

/// Volume of one modality of a service.
#[derive(Debug, Clone, Copy)]
pub enum Volume {
    /// Items per account per day.
    PerAccount(Param<PerDay>),
    /// Items per day of the whole service.
    Total(Param<PerDay>),
}

/// A service.
#[derive(Debug, Clone)]
pub struct Service {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Number of accounts.
    pub accounts: Param<Count>,
    /// Volume by modality; `None` where the service does not carry it.
    pub volume: Vec<Option<Volume>>,
    /// End-to-end encrypted.
    pub encrypted: bool,
    /// Counts as a service with significant risk.
    pub significant_risk: bool,
    /// Growth of the volume per year.
    pub growth: Param<PerYear>,
    /// Relative volume from Monday to Sunday.
    pub weekly: Vec<Param<Ratio>>,
    /// Coefficient of variation from day to day.
    pub overdispersion: Param<Ratio>,
    /// Shape of the gamma distribution of activity over accounts.
    pub activity_shape: Param<Number>,
}

impl Service {
    /// Mean items per day of one modality before rhythm and growth; 0 where it is not carried.
    pub fn base_volume(&self, draw: &Draw, modality: usize) -> f64 {
        match self.volume[modality] {
            None => 0.0,
            Some(Volume::Total(total)) => draw.of(total),
            Some(Volume::PerAccount(items)) => draw.of(items) * draw.of(self.accounts),
        }
    }

    /// Weekly rhythm and growth: the factor on the base volume of `day`, whose weekday is `weekday` (Monday = 0).
    pub fn day_factor(&self, draw: &Draw, day: usize, weekday: usize) -> f64 {
        let weights: Vec<f64> = self.weekly.iter().map(|w| draw.of(*w)).collect();
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let rhythm = if mean > 0.0 {
            weights[weekday] / mean
        } else {
            0.0
        };
        let growth = draw.of(self.growth);
        if growth == 0.0 {
            rhythm
        } else {
            rhythm * libm::pow(1.0 + growth, day as f64 / DAYS_PER_YEAR)
        }
    }
}

impl Service {
    /// An upper bound of the items of all modalities over `days`, before day-to-day variation.
    pub fn greatest_total(&self, draw: &Draw, days: usize) -> f64 {
        let modalities = 0..self.volume.len();
        let base: f64 = modalities.map(|m| self.base_volume(draw, m)).sum();
        let rhythm = |day| {
            (0..7)
                .map(|w| self.day_factor(draw, day, w))
                .fold(0.0, f64::max)
        };
        let factor = rhythm(0).max(rhythm(days.saturating_sub(1)));
        base * factor * days as f64
    }
}

/// The greatest number of items that a run may carry, so that every count fits a 64-bit integer with room to spare.
pub const GREATEST_TOTAL: f64 = 2e18;

/// A class of abuse material.
#[derive(Debug, Clone)]
pub struct Material {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// The modality that carries it.
    pub modality: usize,
    /// Prevalence per item of that modality, by service.
    pub prevalence: Vec<Param<Share>>,
    /// Share that is made unreadable to scanning.
    pub evasion: Param<Share>,
    /// Mean copies per distinct piece.
    pub copies_per_piece: Param<Ratio>,
    /// Share of accounts that carry it.
    pub carriers: Option<Param<Share>>,
    /// Distinct pieces that circulate at the start.
    pub pieces: Option<Param<Count>>,
    /// Mean time until a piece stops circulating by itself.
    pub lifetime: Option<Param<Days>>,
    /// New pieces per day; as many as end by themselves when left out.
    pub production: Option<Param<PerDay>>,
}

/// A confusable benign class.
#[derive(Debug, Clone)]
pub struct Benign {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// The modality that carries it.
    pub modality: usize,
    /// Share of the benign items of that modality, by service.
    pub share: Vec<Param<Share>>,
    /// Shift of its scores.
    pub shift: Param<Number>,
    /// Whether its items are of or by minors.
    pub minors: bool,
}

/// A group of the population.
#[derive(Debug, Clone)]
pub struct Group {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Share of benign items that it sends.
    pub share: Param<Share>,
    /// Extra shift of the scores of its benign items.
    pub shift: Param<Number>,
}

/// What one unit of work at a desk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkUnit {
    /// A flagged item.
    Flags,
    /// A report.
    Reports,
    /// An investigation.
    Cases,
}

impl WorkUnit {
    /// The plural noun.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Flags => "flags",
            Self::Reports => "reports",
            Self::Cases => "cases",
        }
    }
}

/// What a desk can read.
#[derive(Debug, Clone, Copy)]
pub enum Capacity {
    /// People · speed · hours per working day.
    Staff {
        /// Number of people.
        people: Param<Count>,
        /// Units per person and hour.
        speed: Param<PerHour>,
        /// Hours of reading per person and working day.
        hours: Param<HoursPerDay>,
    },
    /// Units per working day.
    PerDay(Param<PerDay>),
    /// Everything on the day it arrives.
    Unlimited,
}

/// Which waiting units are read first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discipline {
    /// Oldest first.
    Fifo,
    /// Newest first.
    Lifo,
    /// Any with the same probability.
    Random,
    /// By priority, oldest first within one.
    Priority,
}

/// How copies are recognised at a desk.
#[derive(Debug, Clone, Copy)]
pub enum Deduplication {
    /// The same share of every class of abuse material.
    Share(Param<Share>),
    /// 1 − 1/copies-per-piece of each class.
    ByVirality,
}

/// A desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// What it reads.
    pub reads: WorkUnit,
    /// Units of the desk before per unit here.
    pub items_per_arrival: Param<Ratio>,
    /// What it can read.
    pub capacity: Capacity,
    /// Working days, Monday first.
    pub working_days: [bool; 7],
    /// Opens after.
    pub opens: Param<Days>,
    /// P(forward | class), by class.
    pub forward: Vec<Param<Share>>,
    /// Which units are read first.
    pub discipline: Discipline,
    /// Names of classes and detectors in order of priority.
    pub priority: Vec<String>,
    /// Age at which units are dropped.
    pub expires_after: Option<Param<Days>>,
    /// Deduplication on arrival.
    pub deduplication: Option<Deduplication>,
    /// One desk per member state.
    pub split: bool,
    /// Cost of an hour of one person.
    pub cost: Param<EurPerHour>,
}

impl Desk {
    /// Units per working day; infinite when unlimited.
    pub fn capacity_per_working_day(&self, draw: &Draw) -> f64 {
        match self.capacity {
            Capacity::Staff {
                people,
                speed,
                hours,
            } => draw.of(people) * draw.of(speed) * draw.of(hours),
            Capacity::PerDay(capacity) => draw.of(capacity),
            Capacity::Unlimited => f64::INFINITY,
        }
    }

    /// Units per day on average over its week.
    pub fn mean_capacity_per_day(&self, draw: &Draw) -> f64 {
        self.over_the_week(self.capacity_per_working_day(draw))
    }

    /// The same of one person; `None` where the capacity is not given by people.
    pub fn mean_capacity_per_person(&self, draw: &Draw) -> Option<f64> {
        match self.capacity {
            Capacity::Staff { speed, hours, .. } => {
                Some(self.over_the_week(draw.of(speed) * draw.of(hours)))
            }
            _ => None,
        }
    }

    fn over_the_week(&self, per_working_day: f64) -> f64 {
        let days = self.working_days.iter().filter(|d| **d).count() as f64;
        if days == 0.0 {
            0.0
        } else {
            per_working_day * days / 7.0
        }
    }

    /// Age in whole days at which waiting units are dropped at the end of a day; `None` for never.
    pub fn expiry_days(&self, draw: &Draw) -> Option<u64> {
        self.expires_after
            .map(|limit| libm::round(draw.of(limit)) as u64)
    }

    /// The share of arriving units of a class that is dismissed as copies.
    pub fn duplicate_share(&self, draw: &Draw, world: &World, class: Class) -> f64 {
        match (self.deduplication, world.material.get(class)) {
            (None, _) | (_, None) => 0.0,
            (Some(Deduplication::Share(share)), Some(_)) => draw.of(share),
            (Some(Deduplication::ByVirality), Some(material)) => {
                1.0 - 1.0 / draw.of(material.copies_per_piece)
            }
        }
    }

    /// Priority of a flag of this class from this detector: 0 is read first.
    pub fn priority_of(&self, class: &str, detector: &str) -> usize {
        if self.discipline != Discipline::Priority {
            return 0;
        }
        self.priority
            .iter()
            .position(|p| p == class || p == detector)
            .unwrap_or(self.priority.len())
    }
}
