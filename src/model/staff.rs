//! What a person at a desk does in a day, here or elsewhere.

use super::Model;
use super::mechanism::Leaving;
use super::parameter::Draw;
use super::world::Capacity;

/// An average person of a desk on a working day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StaffTerms {
    /// Units that are read in an hour here.
    pub speed: f64,
    /// Units that are read.
    pub units: f64,
    /// Hours of reading.
    pub hours: f64,
    /// Cost in euros.
    pub cost: f64,
    /// Factor on the capacity that all would have here.
    pub capacity_factor: f64,
    /// Factor on both error rates.
    pub error_factor: f64,
    /// The part of the desk that is elsewhere.
    pub elsewhere: Elsewhere,
}

/// The part of a desk that is elsewhere; all zero where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Elsewhere {
    /// Share of the people.
    pub people: f64,
    /// Share of the units, when both parts read as long as they may.
    pub units: f64,
    /// Units that are read in an hour there.
    pub speed: f64,
    /// Factor on both error rates there.
    pub errors: f64,
    /// Units of abuse that a person there may see on a working day, where they have a limit of their own.
    pub exposures: Option<f64>,
}

impl StaffTerms {
    /// Hours that reading a unit takes when the share `elsewhere` of the units is read elsewhere.
    pub fn hours_per_unit(&self, elsewhere: f64) -> f64 {
        if elsewhere == 0.0 {
            return 1.0 / self.speed;
        }
        (1.0 - elsewhere) / self.speed + elsewhere / self.elsewhere.speed
    }

    /// The share of their hours' units that people can read on a working day, when the share `abuse` of what they read is abuse and
    /// each may see `exposures` units of it: each side reads until its hours or its limit are used up. 1 without limits.
    pub fn within_limits(&self, exposures: Option<f64>, abuse: f64) -> f64 {
        if !(self.units > 0.0) {
            return 1.0;
        }
        let limit = exposures.unwrap_or(f64::INFINITY);
        let Some(away_limit) = self.elsewhere.exposures else {
            return readable(limit, abuse, self.units) / self.units;
        };
        let Elsewhere { people, units, .. } = self.elsewhere;
        let here = readable((1.0 - people) * limit, abuse, (1.0 - units) * self.units);
        let away = readable(people * away_limit, abuse, units * self.units);
        (here + away) / self.units
    }

    /// Factor on both error rates when the share `elsewhere` of the units is read elsewhere.
    pub fn errors(&self, elsewhere: f64) -> f64 {
        (1.0 - elsewhere) + elsewhere * self.elsewhere.errors
    }
}

/// Units until hours or a limit on abuse are used up.
fn readable(limit: f64, abuse: f64, units: f64) -> f64 {
    if abuse > 0.0 && units > 0.0 {
        units.min(limit / abuse)
    } else {
        units
    }
}

impl Model {
    /// Units of abuse that a person at a desk of the world may see on a working day, where there is a limit.
    pub fn exposures(&self, draw: &Draw, desk: usize) -> Option<f64> {
        let welfare = self.mechanisms.welfare.iter().find(|w| w.desk == desk);
        welfare.map(|w| draw.of(w.exposures))
    }

    /// How often people of a desk of the world leave: those here, and those elsewhere.
    pub fn leaving(&self, desk: usize) -> (Leaving, Leaving) {
        let welfare = self.mechanisms.welfare.iter().find(|w| w.desk == desk);
        let here = welfare.map_or(Leaving::default(), |w| w.leaving);
        let mut outsourcing = self.mechanisms.outsourcing.iter();
        let away = outsourcing.find(|o| o.desk == desk);
        (here, away.map_or(here, |o| o.leaving.or(here)))
    }

    /// The average person of a desk of the world; `None` where the capacity is not given by people.
    pub fn staff_terms(&self, draw: &Draw, desk: usize) -> Option<StaffTerms> {
        let index = desk;
        let desk = &self.world.desks[index];
        let Capacity::Staff { speed, hours, .. } = desk.capacity else {
            return None;
        };
        let (speed, hours, cost) = (draw.of(speed), draw.of(hours), draw.of(desk.cost));
        let here = StaffTerms {
            speed,
            units: speed * hours,
            hours,
            cost: cost * hours,
            capacity_factor: 1.0,
            error_factor: 1.0,
            elsewhere: Elsewhere::default(),
        };
        let mut outsourcing = self.mechanisms.outsourcing.iter();
        let Some(away) = outsourcing.find(|o| o.desk == index) else {
            return Some(here);
        };
        let share = draw.of(away.share);
        let (own, away_hours) = ((1.0 - share) * hours, share * draw.of(away.hours));
        let away_speed = draw.of(away.speed);
        let units = speed * (own + away_speed * away_hours);
        let part = if units > 0.0 {
            1.0 - speed * own / units
        } else {
            0.0
        };
        let elsewhere = Elsewhere {
            people: share,
            units: part,
            speed: speed * away_speed,
            errors: draw.of(away.errors),
            exposures: away.exposures.map(|e| draw.of(e)),
        };
        Some(StaffTerms {
            speed,
            units,
            hours: own + away_hours,
            cost: cost * own + draw.of(away.cost) * away_hours,
            capacity_factor: if here.units > 0.0 {
                units / here.units
            } else {
                0.0
            },
            error_factor: (1.0 - part) + part * elsewhere.errors,
            elsewhere,
        })
    }
}
