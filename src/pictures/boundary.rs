//! What a sweep says of a boundary, as charts.

use crate::boundary::{Cases, Factor, Found, FoundBox, Goal, Robust};
use crate::chart::{ChartHead, Front, FrontPolicy, Peeling, PeelingStep, format};
use crate::discovery::Limit;
use crate::discovery::robust::{Direction, Measure};
use crate::language::Language;
use crate::say;
use crate::study::description::Description;

pub(super) fn head(
    title: String,
    subtitle: String,
    study: Option<&Description>,
    language: Language,
) -> ChartHead {
    ChartHead {
        language,
        title_scenario: title,
        subtitle,
        footnote: study.map_or_else(
            || say!(language, "chart-made", version = env!("CARGO_PKG_VERSION")),
            |study| origin(study, language),
        ),
    }
}

/// Scenarios, design, replications, seed and version of a study.
fn origin(study: &Description, language: Language) -> String {
    let titles = study.policies.iter().map(|p| language.translate(&p.title));
    let titles: Vec<_> = titles.collect();
    say!(
        language,
        "chart-study",
        scenarios = titles.join(" / "),
        design = study.design_in(language),
        count = study.replications,
        replications = language.thousands(study.replications as f64),
        seed = study.seed.to_string(),
        version = study.version.as_str()
    )
}

/// The trajectory of the first box; `such` is the condition.
pub fn peeling(
    found: &Found,
    first: &FoundBox,
    (cases, study): (&Cases, Option<&Description>),
    such: &str,
    language: Language,
) -> Peeling {
    let step = |(coverage, density, restricted): &(f64, f64, usize)| PeelingStep {
        coverage: *coverage,
        density: *density,
        restricted: u32::try_from(*restricted).unwrap_or(u32::MAX),
    };
    Peeling {
        head: head(
            such.to_owned(),
            say!(
                language,
                "chart-peeling-subtitle",
                hits = language.thousands(found.hits as f64),
                cases = language.thousands(found.cases as f64)
            ),
            study,
            language,
        ),
        steps: first.trajectory.iter().map(step).collect(),
        chosen: first.chosen,
        limits: limits(first, cases, language),
    }
}

fn limits(found: &FoundBox, cases: &Cases, language: Language) -> Vec<String> {
    let columns = found.region.restricted();
    columns
        .map(|column| limit(found, cases, column, language))
        .collect()
}

/// One limit of a box in words: the factor and its range.
pub(super) fn limit(found: &FoundBox, cases: &Cases, column: usize, language: Language) -> String {
    let factor = &cases.factors[column];
    let of = |x: f64| value(factor, x, language);
    let range = match found.region.limits[column] {
        Limit::Levels(bits) => {
            let kept = (0..64_u32).filter(|c| bits >> c & 1 == 1);
            let words: Vec<String> = kept.map(|c| of(f64::from(c))).collect();
            let or = format!(" {} ", say!(language, "chart-limit-or"));
            say!(language, "chart-limit-is", levels = words.join(&or))
        }
        limit => match limit.ends() {
            (low, high) if low.is_finite() && high.is_finite() => {
                say!(
                    language,
                    "chart-limit-between",
                    low = of(low),
                    high = of(high)
                )
            }
            (low, _) if low.is_finite() => format!("≥ {}", of(low)),
            (_, high) => format!("≤ {}", of(high)),
        },
    };
    format!("{} {range}", factor.name)
}

/// A value of a factor with its unit, in words of a language.
pub(super) fn value(factor: &Factor, value: f64, language: Language) -> String {
    if let Some(word) = factor.words.get(value as usize) {
        return word.clone();
    }
    quantity(value, &factor.unit, language)
}

/// A number with its unit, in words of a language.
pub(super) fn quantity(value: f64, unit: &str, language: Language) -> String {
    let number = if value != 0.0 && value.abs() < 0.001 {
        format::power(language, value)
    } else {
        language.number(value)
    };
    match unit {
        "share" => format::percent(language, value),
        "" | "count" | "number" | "ratio" => number,
        unit => language.quantity(value, unit),
    }
}

/// The first two goals of policies, and the front.
pub fn front(
    goals: &[Goal],
    held: &Robust,
    study: Option<&Description>,
    language: Language,
) -> Front {
    let name = |g: usize| {
        goals.get(g).map_or(Default::default(), |goal| {
            (goal.metric.clone(), goal.direction == Direction::Minimise)
        })
    };
    let mean = |g: usize, p: usize| held.means.get(g).map_or(f64::NAN, |m| m[p]);
    let interval = |g: usize, p: usize| {
        let scores = held.scores.get(g).and_then(|of_goal| of_goal.get(p));
        let mean = scores.and_then(|all| all.iter().find(|s| s.measure == Measure::Laplace));
        match mean.filter(|_| held.states > 1) {
            Some(score) => (score.resampled.low, score.resampled.high),
            None => (f64::NAN, f64::NAN),
        }
    };
    let policy = |(p, policy): (usize, &String)| FrontPolicy {
        x_interval: interval(0, p),
        y_interval: interval(1, p),
        name: policy.clone(),
        x: mean(0, p),
        y: mean(1, p),
        is_undominated: held.standing[p].is_undominated,
        share: held.standing[p].shares.of_resamples,
    };
    Front {
        head: head(
            say!(
                language,
                "chart-front-policies",
                number = held.policies.len().to_string()
            ),
            say!(
                language,
                "chart-front-subtitle",
                states = language.thousands(held.states as f64),
                goals = goals.len()
            ),
            study,
            language,
        ),
        across: name(0),
        upwards: name(1),
        policies: held.policies.iter().enumerate().map(policy).collect(),
    }
}
