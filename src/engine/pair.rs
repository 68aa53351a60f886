//! Two groups of people who read from one queue side by side, each up to its own hours and its own limit on abuse.

/// One of the groups on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Readers {
    /// Units that they can read.
    pub(crate) capacity: f64,
    /// Expected number of units of abuse that they may see; may be infinite.
    pub(crate) limit: f64,
    /// Units that they read.
    pub(crate) units: f64,
    /// Expected number of units of abuse among them.
    pub(crate) abuse: f64,
    stopped: bool,
}

impl Readers {
    pub(crate) fn new(capacity: f64, limit: f64) -> Self {
        Self {
            capacity,
            limit,
            units: 0.0,
            abuse: 0.0,
            stopped: capacity <= 0.0 || limit <= 0.0,
        }
    }

    /// Part of the day until they have to stop, reading units of which the share `abuse` is abuse.
    fn time_left(&self, abuse: f64) -> f64 {
        let hours = (self.capacity - self.units) / self.capacity;
        if abuse > 0.0 {
            hours.min((self.limit - self.abuse) / (abuse * self.capacity))
        } else {
            hours
        }
    }
}

/// Both groups; each reads at a steady speed, its capacity per day, until it stops.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair(pub(crate) [Readers; 2]);

impl Pair {
    /// Reads `units` of which the share `abuse` is abuse; false when both groups have stopped.
    pub(crate) fn take(&mut self, mut units: f64, abuse: f64) -> bool {
        while self.0.iter().any(|g| !g.stopped) {
            let at_work = || self.0.iter().filter(|g| !g.stopped);
            let speed: f64 = at_work().map(|g| g.capacity).sum();
            let stop = at_work()
                .map(|g| g.time_left(abuse))
                .fold(f64::INFINITY, f64::min);
            let time = stop.min(units / speed).max(0.0);
            for group in self.0.iter_mut().filter(|g| !g.stopped) {
                group.stopped = group.time_left(abuse) <= time;
                group.units += time * group.capacity;
                group.abuse += time * group.capacity * abuse;
            }
            units -= time * speed;
            if stop > time {
                return true;
            }
        }
        false
    }

    /// Units, and parts of a unit, that both read.
    pub(crate) fn units(&self) -> f64 {
        self.0[0].units + self.0[1].units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(groups: [(f64, f64); 2], cohorts: &[(f64, f64)]) -> [(f64, f64); 2] {
        let mut pair = Pair(groups.map(|(capacity, limit)| Readers::new(capacity, limit)));
        for (units, abuse) in cohorts {
            pair.take(*units, *abuse);
        }
        pair.0.map(|g| (g.units, g.abuse))
    }

    #[test]
    fn each_stops_by_itself() {
        // Half is abuse: the first stops at 20 units of it, after 40 units; the second reads all of its 300.
        let got = read([(100.0, 20.0), (300.0, f64::INFINITY)], &[(1000.0, 0.5)]);
        assert_eq!(got, [(40.0, 20.0), (300.0, 150.0)]);
    }

    #[test]
    fn a_short_queue_is_shared_by_speed() {
        let got = read([(100.0, 1e9), (300.0, 1e9)], &[(40.0, 0.5), (40.0, 0.0)]);
        assert_eq!(got, [(20.0, 5.0), (60.0, 15.0)]);
    }

    #[test]
    fn what_one_leaves_the_other_reads() {
        // The first stops after 10 of the first 200 units (it reads one in four); the second goes on alone.
        let got = read([(100.0, 10.0), (300.0, 1e9)], &[(200.0, 1.0), (500.0, 0.0)]);
        assert_eq!(got[0], (10.0, 10.0));
        assert_eq!(got[1], (300.0, 190.0));
    }

    #[test]
    fn nobody_reads_without_hours_or_sight() {
        let got = read([(0.0, 10.0), (300.0, 0.0)], &[(200.0, 1.0)]);
        assert_eq!(got, [(0.0, 0.0), (0.0, 0.0)]);
    }
}
