//! What a person at a desk does in a day, here or elsewhere.

use super::Model;
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
    /// Share of the people, and of the units, that is elsewhere.
    pub elsewhere: (f64, f64),
}

impl Model {
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
            elsewhere: (0.0, 0.0),
        };
        let mut outsourcing = self.mechanisms.outsourcing.iter();
        let Some(away) = outsourcing.find(|o| o.desk == index) else {
            return Some(here);
        };
        let share = draw.of(away.share);
        let (own, away_hours) = ((1.0 - share) * hours, share * draw.of(away.hours));
        let units = speed * (own + draw.of(away.speed) * away_hours);
        let part = if units > 0.0 {
            1.0 - speed * own / units
        } else {
            0.0
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
            error_factor: (1.0 - part) + part * draw.of(away.errors),
            elsewhere: (share, part),
        })
    }
}
