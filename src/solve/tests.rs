use super::*;

fn question(statistic: Statistic, target: f64) -> Question {
    Question {
        statistic,
        target,
        replications: 2,
        grid: 9,
        tolerance: 1e-6,
        resamples: 400,
        confidence: 0.95,
        seed: 1,
    }
}

/// So many replications of `curve`, a function of coordinate and replication.
fn answered(n: usize, question: Question, curve: impl Fn(f64, usize) -> f64) -> Answer {
    let replications = n;
    let question = Question {
        replications,
        ..question
    };
    let all =
        |runs: &[Run]| Ok::<_, QuestionError>(runs.iter().map(|(x, r)| curve(*x, *r)).collect());
    solve(&question, all).unwrap()
}

/// Normal score number `r` of `n` equal shares.
fn score(r: usize, n: usize) -> f64 {
    crate::special::normal::quantile((r as f64 + 0.5) / n as f64)
}

/// Replication r is the line (1 + e_r)·x with e_r the normal scores of n equal shares.
fn lines(n: usize) -> impl Fn(f64, usize) -> f64 {
    move |x, r| (1.0 + 0.2 * score(r, n)) * x
}

#[test]
fn a_mean_of_lines_crosses_where_theory_says() {
    let answer = answered(400, question(Statistic::Mean, 0.3), lines(400));
    let [crossing] = answer.crossings[..] else {
        panic!("one crossing, not {:?}", answer.crossings)
    };
    assert!((crossing.at - 0.3).abs() < 1e-5 && crossing.rises);
    // x = 0.3/(mean slope), standard error 0.3·0.2/√400 = 0.003: the 95 % interval is ±0.0059, within a fifth of that because
    // a quantile of 400 resamples has a relative error below 10 %.
    let (low, high) = (crossing.interval.0.unwrap(), crossing.interval.1.unwrap());
    assert!(
        ((high - low) / (2.0 * 1.96 * 0.003) - 1.0).abs() < 0.2,
        "{low} {high}"
    );
}

#[test]
fn each_state_of_the_world_has_its_own_answer() {
    let answer = answered(401, question(Statistic::Percentile(50), 0.3), lines(401));
    let states = answer.states.summary().unwrap();
    assert_eq!(answer.states.crossing.len(), 401);
    // The median slope is 1; at the 5 % quantile of slopes, 1 − 0.2·1.645, the crossing is at 0.447.
    assert!((states.p50 - 0.3).abs() < 1e-4);
    assert!((states.p95 - 0.447).abs() < 0.01, "{}", states.p95);
}

#[test]
fn nothing_is_found_where_nothing_crosses() {
    let answer = answered(10, question(Statistic::Mean, 5.0), lines(10));
    assert_eq!(answer.crossings, []);
    assert_eq!(answer.states.below, 10);
    let answer = answered(10, question(Statistic::Mean, -5.0), lines(10));
    assert_eq!(answer.states.above, 10);
}

#[test]
fn two_crossings_are_both_reported() {
    let hill = |x: f64, _| 4.0 * x * (1.0 - x);
    let answer = answered(3, question(Statistic::Mean, 0.64), hill);
    let at: Vec<f64> = answer.crossings.iter().map(|c| c.at).collect();
    assert!(
        (at[0] - 0.2).abs() < 1e-5 && (at[1] - 0.8).abs() < 1e-5,
        "{at:?}"
    );
    assert!(answer.crossings[0].rises && !answer.crossings[1].rises);
}

/// A step has no slope to follow: the middle is taken often enough.
#[test]
fn a_step_is_narrowed() {
    let step = |x: f64, _| if x < 0.123_456 { 0.0 } else { 1e9 };
    let answer = answered(2, question(Statistic::Mean, 1.0), step);
    assert!((answer.crossings[0].at - 0.123_456).abs() < 2e-6);
    assert!(answer.sampled.len() < 9 + STEPS);
}

#[test]
fn undefined_numbers_are_left_out() {
    let partly = |x: f64, r| if r == 1 { f64::NAN } else { x };
    let answer = answered(3, question(Statistic::Mean, 0.5), partly);
    assert!((answer.crossings[0].at - 0.5).abs() < 1e-6);
    assert_eq!(answer.states.undefined, 1);
}

#[test]
fn senseless_questions_are_refused() {
    let nothing = |runs: &[Run]| Ok::<_, QuestionError>(vec![0.0; runs.len()]);
    let ask = |q: Question| solve(&q, nothing).unwrap_err();
    let good = question(Statistic::Mean, 1.0);
    assert_eq!(ask(Question { grid: 1, ..good }), QuestionError::Grid(1));
    let grid = MOST_POINTS + 1;
    assert_eq!(ask(Question { grid, ..good }), QuestionError::Grid(grid));
    for tolerance in [0.0, -1.0, 1.0, f64::NAN] {
        let refused = ask(Question { tolerance, ..good });
        assert!(
            matches!(refused, QuestionError::Tolerance(_)),
            "{tolerance}"
        );
    }
    let replications = 0;
    let wrong = Question {
        replications,
        ..good
    };
    assert_eq!(ask(wrong), QuestionError::Replications);
    let confidence = 1.0;
    let wrong = Question { confidence, ..good };
    assert_eq!(ask(wrong), QuestionError::Confidence(1.0));
    let target = f64::NAN;
    assert_eq!(ask(Question { target, ..good }), QuestionError::Target);
}

/// Curves that bend between the points of the first grid: neither the interval nor the states may hang on straight lines there.
#[test]
fn the_first_grid_does_not_set_the_ends() {
    const N: usize = 200;
    // Replication r is exp(−k_r·x) and meets 0.001 at x = ln 1000/k_r.
    let rate = |r: usize| 20.0 * libm::exp(0.2 * score(r, N));
    let bent = |x: f64, r: usize| libm::exp(-rate(r) * x);
    let ask = |grid| {
        let question = Question {
            grid,
            tolerance: 1e-3,
            ..question(Statistic::Percentile(50), 1e-3)
        };
        answered(N, question, bent)
    };
    let (coarse, fine) = (ask(9), ask(801));
    let mut exact: Vec<f64> = (0..N).map(|r| libm::log(1000.0) / rate(r)).collect();
    exact.sort_by(f64::total_cmp);
    for p in [0.05, 0.5, 0.95] {
        let at = |answer: &Answer| {
            let mut crossings = answer.states.crossing.clone();
            crossings.sort_by(f64::total_cmp);
            quantile(&crossings, p)
        };
        let exact = quantile(&exact, p);
        assert!(
            (at(&coarse) - exact).abs() < 1e-3,
            "{p}: {} {exact}",
            at(&coarse)
        );
    }
    let ends = |answer: &Answer| {
        let (low, high) = answer.crossings[0].interval;
        [low.unwrap(), high.unwrap()]
    };
    for (coarse, fine) in ends(&coarse).iter().zip(ends(&fine)) {
        assert!((coarse - fine).abs() < 2e-3, "{coarse} {fine}");
    }
    assert!(coarse.sampled.len() < 60, "{}", coarse.sampled.len());
}

/// Undefined at one point of the grid, above the target just beside it, and below it at the next: the crossing is found.
#[test]
fn what_hides_beside_an_undefined_point_is_found() {
    let delay = |x: f64, _| {
        if x <= 0.0 {
            f64::NAN
        } else {
            20.0 * (0.1 - x).max(0.0)
        }
    };
    let answer = answered(4, question(Statistic::Mean, 1.0), delay);
    let [crossing] = answer.crossings[..] else {
        panic!("one crossing, not {:?}", answer.crossings)
    };
    assert!((crossing.at - 0.05).abs() < 1e-5 && !crossing.rises);
    assert_eq!(answer.states.crossing.len(), 4);
    let [(low, high)] = answer.undefined[..] else {
        panic!("one undefined part, not {:?}", answer.undefined)
    };
    assert!(low == 0.0 && high < 1e-6, "{high}");
}

/// Where the target is the least value, the answer is where it is left.
#[test]
fn a_least_value_is_left_somewhere() {
    let backlog = |x: f64, _| (x - 0.3).max(0.0);
    let leaves = answered(3, question(Statistic::Mean, 0.0), backlog);
    assert!(leaves.is_least && leaves.crossings[0].rises);
    assert!(
        (leaves.crossings[0].at - 0.3).abs() < 1e-5,
        "{:?}",
        leaves.crossings
    );
    let above = answered(3, question(Statistic::Mean, 0.1), backlog);
    assert!(!above.is_least && (above.crossings[0].at - 0.4).abs() < 1e-5);
}
