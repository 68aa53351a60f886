use super::*;

fn question(statistic: Statistic, target: f64) -> Question {
    Question {
        statistic,
        target,
        grid: 9,
        tolerance: 1e-6,
        resamples: 400,
        confidence: 0.95,
        seed: 1,
    }
}

/// Replication r is the line (1 + e_r)·x with e_r the normal scores of n equal shares.
fn lines(n: usize) -> impl Fn(f64) -> Result<Vec<f64>, QuestionError> {
    let score = move |r: usize| crate::special::normal::quantile((r as f64 + 0.5) / n as f64);
    move |x| Ok((0..n).map(|r| (1.0 + 0.2 * score(r)) * x).collect())
}

#[test]
fn a_mean_of_lines_crosses_where_theory_says() {
    let answer = solve(&question(Statistic::Mean, 0.3), lines(400)).unwrap();
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
    let answer = solve(&question(Statistic::Percentile(50), 0.3), lines(401)).unwrap();
    let states = answer.states.summary().unwrap();
    assert_eq!(answer.states.crossing.len(), 401);
    // The median slope is 1; at the 5 % quantile of slopes, 1 − 0.2·1.645, the crossing is at 0.447.
    assert!((states.p50 - 0.3).abs() < 1e-4);
    assert!((states.p95 - 0.447).abs() < 0.01, "{}", states.p95);
}

#[test]
fn nothing_is_found_where_nothing_crosses() {
    let answer = solve(&question(Statistic::Mean, 5.0), lines(10)).unwrap();
    assert_eq!(answer.crossings, []);
    assert_eq!(answer.states.below, 10);
    let answer = solve(&question(Statistic::Mean, -5.0), lines(10)).unwrap();
    assert_eq!(answer.states.above, 10);
}

#[test]
fn two_crossings_are_both_reported() {
    let hill = |x: f64| Ok::<_, QuestionError>(vec![4.0 * x * (1.0 - x); 3]);
    let answer = solve(&question(Statistic::Mean, 0.64), hill).unwrap();
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
    let step = |x: f64| Ok::<_, QuestionError>(vec![if x < 0.123_456 { 0.0 } else { 1e9 }; 2]);
    let answer = solve(&question(Statistic::Mean, 1.0), step).unwrap();
    assert!((answer.crossings[0].at - 0.123_456).abs() < 2e-6);
    assert!(answer.sampled.len() < 9 + STEPS);
}

#[test]
fn undefined_numbers_are_left_out() {
    let partly = |x: f64| Ok::<_, QuestionError>(vec![x, f64::NAN, x]);
    let answer = solve(&question(Statistic::Mean, 0.5), partly).unwrap();
    assert!((answer.crossings[0].at - 0.5).abs() < 1e-6);
    assert_eq!(answer.states.undefined, 1);
}

#[test]
fn senseless_questions_are_refused() {
    let ask = |q: Question| solve(&q, lines(2)).unwrap_err();
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
    let confidence = 1.0;
    let wrong = Question { confidence, ..good };
    assert_eq!(ask(wrong), QuestionError::Confidence(1.0));
    let target = f64::NAN;
    assert_eq!(ask(Question { target, ..good }), QuestionError::Target);
}
