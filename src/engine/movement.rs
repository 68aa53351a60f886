//! Where abuse goes: users who leave or encrypt in advance, and services that turn encrypted.

use super::reading::ServiceState;
use crate::model::Model;
use crate::model::parameter::Draw;

/// The states of all services over the days of a replication.
pub(crate) struct Movement {
    /// `(share, leaves, encrypts, time constant)` by type of user.
    users: Vec<(f64, f64, f64, f64)>,
    /// `(begin, ramp)` by service; `None` where it stays as it is.
    encryption: Vec<Option<(f64, f64)>>,
    /// Days on which a detector read each service so far, and the last of them.
    read: Vec<(usize, Option<usize>)>,
}

impl Movement {
    pub(crate) fn new(model: &Model, draw: &Draw) -> Self {
        let users = model.mechanisms.displacement.iter().map(|u| {
            (
                draw.of(u.share),
                draw.of(u.leaves),
                draw.of(u.encrypts),
                draw.of(u.time),
            )
        });
        let services = 0..model.world.services.len();
        let turns = |s| {
            let mut found = model.mechanisms.encryption.iter();
            let turn = found.find(|e| e.service == s)?;
            Some((libm::round(draw.of(turn.from)), draw.of(turn.ramp)))
        };
        Self {
            users: users.collect(),
            read: vec![(0, None); services.len()],
            encryption: services.map(turns).collect(),
        }
    }

    /// Whether a service turns encrypted in this run.
    pub(crate) fn turns(&self, service: usize) -> bool {
        self.encryption[service].is_some()
    }

    /// A detector reads the service on this day.
    pub(crate) fn read(&mut self, service: usize, day: usize) {
        let (days, last) = &mut self.read[service];
        if *last != Some(day) {
            *days += 1;
            *last = Some(day);
        }
    }

    /// Share of the accounts of a service that is encrypted on a day, since a date.
    pub(crate) fn encrypted(&self, service: usize, day: usize) -> f64 {
        self.encryption[service].map_or(0.0, |(from, ramp)| {
            let since = day as f64 - from;
            match since {
                s if s < 0.0 => 0.0,
                s if s >= ramp => 1.0,
                s => s / ramp,
            }
        })
    }

    /// The state of a service on a day.
    pub(crate) fn state(&self, service: usize, day: usize) -> ServiceState {
        let (days, last) = self.read[service];
        let before = days - usize::from(last == Some(day));
        let (left, disguised) = self.moved(before as f64);
        ServiceState {
            encrypted: self.encrypted(service, day),
            left,
            disguised,
        }
    }

    /// Share of abusive traffic that has left after so many days of reading, and share of what stayed that is encrypted in advance:
    /// `D(t) = D_max·(1 − e^(−t/τ))`, summed over types of user.
    fn moved(&self, days: f64) -> (f64, f64) {
        let (mut left, mut disguised) = (0.0, 0.0);
        for (share, leaves, encrypts, time) in &self.users {
            let grown = -libm::expm1(-days / time);
            left += share * leaves * grown;
            disguised += share * (1.0 - leaves * grown) * encrypts * grown;
        }
        let stayed = 1.0 - left;
        let disguised = if stayed > 0.0 {
            disguised / stayed
        } else {
            0.0
        };
        (left, disguised)
    }
}
