//! Far tails of uncertain numbers: what a run of many replications would stop at.

use super::Judge;
use crate::diag::{Code, Diagnostic};
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::{Number, Origin, Parameter};
use crate::model::policy::{Order, Solved};
use crate::text::number;

/// A million runs of a thousand replications draw beyond it about once.
const FAR: f64 = 1e-9;

impl Judge<'_> {
    /// Each uncertain number at both far ends, the others central: every order that has an operating point must keep one.
    pub(super) fn tails(&mut self, points: &[Option<OperatingPoint>]) {
        let model = self.model;
        let orders = model.policy.orders.iter().zip(points);
        let orders: Vec<_> = orders
            .filter_map(|(order, point)| Some((order, point.as_ref()?)))
            .collect();
        for (index, parameter) in model.parameters.iter().enumerate() {
            let Number::Uncertain(dist) = &parameter.number else {
                continue;
            };
            for u in [FAR, 1.0 - FAR] {
                let value = dist.quantile(u);
                let mut draw = self.draw.clone();
                draw.set(index, value);
                let failed = orders.iter().find_map(|(order, point)| {
                    let setting = match order.solved {
                        Solved::PreSet => Ok(point.setting),
                        Solved::Attained => model.setting(&draw, order),
                    };
                    let point = setting.and_then(|s| model.operating_point(&draw, order, s));
                    Some((*order, point.err()?))
                });
                if let Some((order, error)) = failed {
                    self.rarely_impossible(parameter, value, order, &error);
                }
            }
        }
    }

    fn rarely_impossible(
        &mut self,
        parameter: &Parameter,
        value: f64,
        order: &Order,
        error: &OperatingError,
    ) {
        let Origin::Text(span) = parameter.origin else {
            return;
        };
        let (name, path) = (&order.name, &parameter.path);
        let diagnostic = Diagnostic::at(
            Code::RarelyImpossible,
            span,
            format!("order `{name}` has no operating point where `{path}` is drawn in its tail"),
            format!("one draw in a billion reaches {}", number(value)),
        )
        .note(format!("{error}; a run that draws it stops there"))
        .help(
            "write a distribution with a shorter tail, such as `beta` or `uniform`, or narrow it",
        );
        self.report(diagnostic);
    }
}
