//! Designs in words.

use super::combination::Method;
use super::crossed::Sampling;
use crate::design::fractional::{Fractional, Word};
use crate::language::Language;
use crate::say;

/// A design of `points` points; of `factors` the number of levers, and of all factors.
pub(super) fn design(
    method: Method,
    points: u64,
    [levers, factors]: [usize; 2],
    language: Language,
) -> String {
    let listed = matches!(method, Method::Listed(_));
    if factors == 0 && !listed {
        return say!(language, "design-nothing");
    }
    let count = |n: u64| language.thousands(n as f64);
    let all = count(points);
    let of = say!(
        language,
        "design-factors",
        number = count(factors as u64),
        count = factors
    );
    match method {
        Method::Full => say!(
            language,
            "design-full",
            points = all,
            count = points,
            factors = of
        ),
        Method::Fractional(resolution) => fractional(factors, resolution, language),
        Method::OneAtATime => say!(
            language,
            "design-one-at-a-time",
            changes = count(points - 1),
            count = points - 1,
            factors = of
        ),
        Method::Random(_) => sample(Sampling::Random, points, of, language),
        Method::Latin(_) => say!(
            language,
            "design-latin",
            points = all,
            count = points,
            factors = of
        ),
        Method::Sobol(_) => sample(Sampling::Sobol, points, of, language),
        Method::Saltelli(_) => say!(
            language,
            "design-saltelli",
            points = all,
            base = count(points / (factors as u64 + 2)),
            factors = of
        ),
        Method::Morris(trajectories) => say!(
            language,
            "design-morris",
            points = all,
            trajectories = count(trajectories),
            count = trajectories,
            factors = of
        ),
        Method::Crossed(sampling, states) => {
            let uncertain = factors - levers;
            let states = if uncertain == 0 { 1 } else { states };
            crossed(sampling, [points, states], [levers, uncertain], language)
        }
        Method::Listed(_) => say!(language, "design-listed", points = all, count = points),
    }
}

/// A sample of the unit cube; `of` are its factors.
fn sample(sampling: Sampling, points: u64, of: String, language: Language) -> String {
    let written = language.thousands(points as f64);
    match sampling {
        Sampling::Random => say!(
            language,
            "design-random",
            points = written,
            count = points,
            factors = of
        ),
        Sampling::Latin => say!(
            language,
            "design-latin-points",
            points = written,
            count = points,
            factors = of
        ),
        Sampling::Sobol => say!(
            language,
            "design-sobol",
            points = written,
            count = points,
            factors = of
        ),
    }
}

fn crossed(
    sampling: Sampling,
    [points, states]: [u64; 2],
    [levers, uncertain]: [usize; 2],
    language: Language,
) -> String {
    let uncertainties = say!(
        language,
        "design-uncertainties",
        number = language.thousands(uncertain as f64),
        count = uncertain
    );
    let policies = points / states.max(1);
    if levers == 0 {
        let factors = say!(
            language,
            "design-factors",
            number = language.thousands(uncertain as f64),
            count = uncertain
        );
        return sample(sampling, states, factors, language);
    }
    say!(
        language,
        "design-crossed",
        policies = language.thousands(policies as f64),
        count = policies,
        levers = say!(
            language,
            "design-levers",
            number = language.thousands(levers as f64),
            count = levers
        ),
        states = sample(sampling, states, uncertainties, language)
    )
}

fn fractional(factors: usize, resolution: u32, language: Language) -> String {
    let Ok(design) = Fractional::standard(factors, resolution) else {
        return String::new();
    };
    let count = say!(
        language,
        "design-fractional",
        points = language.thousands(design.points() as f64),
        all = language.thousands((1_u64 << factors) as f64),
        factors = language.thousands(factors as f64)
    );
    let Some(resolution) = design.resolution() else {
        return count;
    };
    let words: Vec<String> = design.defining().iter().map(Word::to_string).collect();
    say!(
        language,
        "design-resolution",
        design = count,
        resolution = resolution.to_string(),
        words = words.join(" = ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESIGNS: [(Method, u64, [usize; 2]); 12] = [
        (Method::Full, 0, [0, 0]),
        (Method::Random(8), 8, [0, 1]),
        (Method::Latin(8), 8, [0, 3]),
        (Method::Sobol(4096), 4096, [0, 3]),
        (Method::Full, 48, [3, 3]),
        (Method::Fractional(3), 4, [3, 3]),
        (Method::OneAtATime, 6, [3, 3]),
        (Method::Saltelli(8), 40, [0, 3]),
        (Method::Morris(8), 32, [0, 3]),
        (Method::Crossed(Sampling::Latin, 8), 48, [2, 4]),
        (Method::Crossed(Sampling::Sobol, 8), 6, [2, 2]),
        (Method::Listed(7), 7, [0, 0]),
    ];

    fn written(language: Language) -> Vec<String> {
        let words = |(method, points, factors): &_| design(*method, *points, *factors, language);
        DESIGNS.iter().map(words).collect()
    }

    #[test]
    fn designs_in_english() {
        assert_eq!(
            written(Language::default()),
            [
                "one point: nothing varies",
                "8 random points of 1 factor",
                "8 jittered points of a Latin hypercube of 3 factors",
                "4,096 scrambled Sobol' points of 3 factors",
                "all 48 combinations of the levels of 3 factors",
                "4 of 8 combinations of 3 factors at two levels, resolution 3, I = ABC",
                "a base point and 5 changes of one of 3 factors",
                "40 points: two samples of 8 and all exchanges of one of 3 factors",
                "32 points: 8 trajectories through 3 factors",
                "6 combinations of 2 levers × the same 8 points of a Latin hypercube of 2 uncertainties",
                "6 combinations of 2 levers × the same 1 scrambled Sobol' point of 0 uncertainties",
                "7 points as listed",
            ]
        );
    }

    #[test]
    fn designs_in_dutch() {
        let dutch = written(Language::find("nl").expect("Dutch is there"));
        assert_eq!(dutch[1], "8 willekeurige punten van 1 factor");
        assert_eq!(dutch[3], "4.096 gehusselde Sobol'-punten van 3 factoren");
        assert_eq!(
            dutch[9],
            "6 combinaties van 2 knoppen × steeds dezelfde 8 punten van een Latijnse hyperkubus van 2 onzekerheden"
        );
    }
}
