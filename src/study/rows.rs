//! Jobs to rows.

use super::{Job, Row, Study, StudyError};
use crate::engine::EngineError;
use crate::model::epistemic::Pin;
use crate::results::evaluate::Setting;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

/// Points that are computed together: their settings are in memory at the same time.
const POINTS_TOGETHER: u64 = 1024;

/// One point of the design: what its jobs share.
struct Point {
    /// Its first job.
    first: Job,
    variant: usize,
    pins: Vec<Pin>,
    /// Parameters that thresholds know to have been set, with the bits of their values.
    levers: Vec<(usize, u64)>,
}

impl Study {
    /// Computes jobs in parallel on the current threads; rows come in the order of jobs.
    ///
    /// # Errors
    ///
    /// [`StudyError::Job`] of the first job that fails, with its whole setting.
    pub fn rows(&self, jobs: Range<u64>) -> Result<Vec<Row>, StudyError> {
        let per_point = self.plan.replications;
        let mut rows = Vec::with_capacity(usize::try_from(jobs.end - jobs.start).unwrap_or(0));
        let mut first = jobs.start;
        while first < jobs.end {
            let together = (first / per_point).saturating_add(POINTS_TOGETHER);
            let end = together.saturating_mul(per_point).min(jobs.end);
            self.add_rows(first..end, &mut rows)?;
            first = end;
        }
        Ok(rows)
    }

    /// Jobs of so few points that all their settings fit in memory: thresholds are solved once for each setting of the levers.
    fn add_rows(&self, jobs: Range<u64>, rows: &mut Vec<Row>) -> Result<(), StudyError> {
        let per_point = self.plan.replications;
        let points = jobs.start / per_point..jobs.end.div_ceil(per_point);
        let points: Vec<Point> = points.into_par_iter().map(|p| self.point(p)).collect();
        let mut settings: Vec<&Point> = Vec::new();
        let mut known = BTreeMap::new();
        let of_point: Vec<usize> = points
            .iter()
            .map(|point| {
                let new = settings.len();
                let at = *known.entry((point.variant, &*point.levers)).or_insert(new);
                if at == new {
                    settings.push(point);
                }
                at
            })
            .collect();
        let settings: Vec<_> = settings.par_iter().map(|p| self.solve(p)).collect();
        let of_job = |number: u64| {
            let point = (number / per_point - jobs.start / per_point) as usize;
            self.row(
                &points[point],
                number % per_point,
                &settings[of_point[point]],
            )
        };
        let new: Vec<Result<Row, StudyError>> = jobs.clone().into_par_iter().map(of_job).collect();
        for row in new {
            rows.push(row?);
        }
        Ok(())
    }

    fn solve(&self, point: &Point) -> Result<Setting<'_>, EngineError> {
        let lever = |(parameter, bits): &(usize, u64)| (*parameter, f64::from_bits(*bits));
        let levers: Vec<(usize, f64)> = point.levers.iter().map(lever).collect();
        self.variants[point.variant].evaluator.under(&levers)
    }

    fn row(
        &self,
        point: &Point,
        replication: u64,
        setting: &Result<Setting<'_>, EngineError>,
    ) -> Result<Row, StudyError> {
        let job = Job {
            replication,
            ..point.first.clone()
        };
        let numbers = match setting {
            Ok(setting) => self.numbers(point, setting, &job),
            Err(_) => self
                .solve(point)
                .and_then(|again| self.numbers(point, &again, &job)),
        };
        match numbers {
            Ok(numbers) => Ok(Row {
                values: self.values(&job),
                numbers,
                job,
            }),
            Err(source) => Err(StudyError::Job {
                setting: self.setting(&job),
                source,
            }),
        }
    }

    /// A point, ready for its replications.
    fn point(&self, number: u64) -> Point {
        let first = self.job(number * self.plan.replications);
        let variant = self.variant(&first);
        let pins = self.pins(&self.variants[variant], &first);
        let levers = self.levers(&pins);
        Point {
            levers: levers
                .iter()
                .map(|(p, value)| (*p, value.to_bits()))
                .collect(),
            pins: pins.into_iter().map(|(_, pin)| pin).collect(),
            variant,
            first,
        }
    }

    fn numbers(
        &self,
        point: &Point,
        setting: &Setting<'_>,
        job: &Job,
    ) -> Result<Vec<f64>, EngineError> {
        let numbers = setting.evaluate(self.cell(job), &point.pins)?;
        let column = |c: &Option<usize>| c.map_or(f64::NAN, |c| numbers[c]);
        Ok(self.variants[point.variant]
            .columns
            .iter()
            .map(column)
            .collect())
    }
}
