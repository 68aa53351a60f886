//! Studies: every job is the replication that an ordinary run makes, whatever it is run beside.

use crate::support::{accept, mean_in_band, scenario_with};
use vessels::design::DesignError;
use vessels::engine::Nobody;
use vessels::model::Model;
use vessels::model::factor::{Factor, Role, Span};
use vessels::results::selector::Selector;
use vessels::results::simulate;
use vessels::scenario::Loaded;
use vessels::study::axis::{Axis, Value};
use vessels::study::combination::{Combination, Method};
use vessels::study::{Plan, Row, Study, StudyError};

const TINY: &str = include_str!("../cmd/tiny.toml");
const PATH: &str = "policy.orders.known.rule.fpr";

fn tiny(set: &[&str]) -> Loaded {
    let common = ["run.days=20", "run.replications=6", "run.outputs=totals"];
    let text = TINY.replace(
        "prevalence = \"1 in 10 000\"",
        "prevalence = \"1 to 100 per million\"",
    );
    scenario_with(&text, &[&common[..], set].concat())
}

fn factor(path: &str, role: Role, span: Span) -> Factor {
    Factor {
        path: path.into(),
        title: path.into(),
        role,
        span,
        steps: None,
    }
}

fn study(model: &Model, factors: &[Factor], method: Method, metrics: &[&str]) -> Study {
    let axes: Vec<Axis> = factors.iter().map(|f| Axis::of(f, model)).collect();
    let combination = Combination::new(method, &axes, model.run.seed).expect("a design");
    let plan = Plan {
        policies: vec!["tiny".into()],
        axes,
        method,
        combination,
        replications: model.run.replications,
        selectors: metrics
            .iter()
            .map(|m| Selector::parse(m).expect("a metric"))
            .collect(),
    };
    Study::new::<StudyError>(plan, |_, _| Ok(model.clone())).expect("a study")
}

fn column(rows: &[Row], number: usize) -> Vec<f64> {
    rows.iter().map(|r| r.numbers[number]).collect()
}

/// The values of an ordinary run with the lever set by `--set`, which is another way to the same numbers.
#[test]
fn a_lever_is_the_setting_of_the_scenario() {
    let model = tiny(&[]).model;
    let levels = Span::Levels(vec![1e-4, 1e-3, 1e-2]);
    let lever = factor(PATH, Role::Lever, levels);
    let metrics = ["false-flags", "found-share:known", "backlog@desk"];
    let rows = study(&model, &[lever], Method::Full, &metrics)
        .rows(0..18)
        .expect("rows");
    for (level, text) in ["1e-4", "1e-3", "1e-2"].iter().enumerate() {
        let other = tiny(&[&format!("{PATH}={text}")]).model;
        let results = simulate(&other, Some(1), &mut Nobody).expect("a run");
        let here = &rows[level * 6..(level + 1) * 6];
        for (number, metric) in metrics.iter().enumerate() {
            let selector = Selector::parse(metric).expect("a metric");
            let keys: Vec<_> = results.estimates.iter().map(|e| e.key.clone()).collect();
            let at = selector.find(&keys).expect("it is there");
            assert_eq!(
                column(here, number),
                results.estimates[at].values,
                "{metric}"
            );
        }
    }
}

/// A threshold that is set in advance knows a lever, and does not know an uncertainty.
#[test]
fn thresholds_do_not_know_uncertainties() {
    let set = ["policy.orders.known.rule={ fdr = \"90 %\" }"];
    let model = tiny(&set).model;
    let path = "material.known.prevalence";
    let flags = |role| {
        let span = Span::Levels(vec![1e-6, 1e-4]);
        let study = study(
            &model,
            &[factor(path, role, span)],
            Method::Full,
            &["order-fdr:known"],
        );
        column(&study.rows(0..12).expect("rows"), 0)
    };
    // Set on the true prevalence, the false-discovery rate is met; set on the median, it is missed by a factor.
    let known = flags(Role::Lever);
    assert!(
        known.iter().all(|fdr| (fdr - 0.9).abs() < 1e-6),
        "{known:?}"
    );
    let unknown = flags(Role::Uncertainty);
    assert!(unknown[0] > 0.98 && unknown[11] < 0.9, "{unknown:?}");
}

#[test]
fn a_quantile_is_that_of_the_distribution() {
    let model = tiny(&[]).model;
    let own = factor("material.known.prevalence", Role::Uncertainty, Span::Own);
    let study = study(&model, &[own], Method::Random(200), &["abuse-scanned"]);
    let rows = study.rows(0..1200).expect("rows");
    // 1 to 100 per million is the 90 % interval: its logarithm is normal with mean ln 1e-5.
    let logs: Vec<f64> = rows
        .iter()
        .step_by(6)
        .map(|r| match r.values[0] {
            Value::Number(x) => x.ln(),
            Value::Word(_) => f64::NAN,
        })
        .collect();
    let sd = 10_f64.ln() / 1.644_853_626_951_472_2;
    accept([mean_in_band(
        "ln prevalence",
        200,
        logs.iter().sum::<f64>() / 200.0,
        1e-5_f64.ln(),
        sd,
        0.0,
    )]);
    // And the world is in that state: a million items a day.
    for row in rows.iter().filter(|r| r.numbers[0] > 20.0) {
        let Value::Number(prevalence) = row.values[0] else {
            panic!("a number")
        };
        let ratio = row.numbers[0] / (prevalence * 1e6);
        assert!((0.6..1.6).contains(&ratio), "{ratio}");
    }
}

#[test]
fn jobs_do_not_depend_on_what_is_run_beside_them() {
    let model = tiny(&[]).model;
    let factors = [
        factor(PATH, Role::Lever, Span::Log(1e-4, 1e-2)),
        factor("material.known.prevalence", Role::Uncertainty, Span::Own),
    ];
    let study = study(&model, &factors, Method::Sobol(16), &[]);
    let all = study.rows(0..study.jobs()).expect("rows");
    assert_eq!(all.len(), 96);
    for range in [0..1, 5..7, 11..37, 95..96] {
        let part = study.rows(range.clone()).expect("rows");
        let range = range.start as usize..range.end as usize;
        assert_eq!(format!("{part:?}"), format!("{:?}", &all[range]));
    }
    let few = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .expect("a pool");
    let again = few.install(|| study.rows(0..96)).expect("rows");
    assert_eq!(format!("{again:?}"), format!("{all:?}"));
}

/// All points share draws and chance; with chance as a factor, points differ in it.
#[test]
fn chance_is_common_unless_it_is_a_factor() {
    let model = tiny(&["run.replications=1"]).model;
    let lever = factor(
        "desks.desk.staff.people",
        Role::Lever,
        Span::Levels(vec![5.0, 6.0]),
    );
    let metrics = ["flags"];
    let common = study(&model, std::slice::from_ref(&lever), Method::Full, &metrics);
    let flags = column(&common.rows(0..2).expect("rows"), 0);
    assert_eq!(flags[0], flags[1]);
    let axes = vec![Axis::of(&lever, &model), Axis::chance()];
    let combination = Combination::new(Method::Full, &axes, 1).expect("a design");
    let plan = Plan {
        axes,
        combination,
        ..common.plan().clone()
    };
    let apart = Study::new::<StudyError>(plan, |_, _| Ok(model.clone())).expect("a study");
    let flags = column(&apart.rows(0..6).expect("rows"), 0);
    assert_eq!(
        flags[..3],
        flags[3..],
        "the same three chances at both settings"
    );
    assert!(flags[0] != flags[1] && flags[1] != flags[2]);
}

#[test]
fn what_is_not_there_is_named() {
    let model = tiny(&[]).model;
    let plan = |path: &str, metric: &str| {
        let axis = Axis {
            path: path.into(),
            ..Axis::of(&factor(PATH, Role::Lever, Span::Log(1e-4, 1e-2)), &model)
        };
        let axes = vec![axis];
        Plan {
            policies: vec!["tiny".into()],
            combination: Combination::new(Method::Full, &axes, 1).expect("a design"),
            method: Method::Full,
            axes,
            replications: 1,
            selectors: vec![Selector::parse(metric).expect("a metric")],
        }
    };
    let fails = |plan: Plan| {
        let study = Study::new::<StudyError>(plan, |_, _| Ok(model.clone()));
        study.expect_err("it is refused").to_string()
    };
    assert_eq!(
        fails(plan("policy.orders.other.rule.fpr", "flags")),
        "no scenario of the study has a number `policy.orders.other.rule.fpr`"
    );
    let message = fails(plan(PATH, "backlog@police"));
    assert!(
        message.contains("this scenario has no `backlog@police`"),
        "{message}"
    );
    assert!(message.contains("`backlog@desk`"), "{message}");
}

#[test]
fn designs_that_cannot_be_made_are_refused() {
    let model = tiny(&[]).model;
    let axes = [Axis::of(
        &factor(PATH, Role::Lever, Span::Log(1e-4, 1e-2)),
        &model,
    )];
    let failed = Combination::new(Method::Random(0), &axes, 1).expect_err("no points");
    assert!(matches!(failed, DesignError::Empty(_)), "{failed:?}");
}

/// Thresholds that a lever cannot touch are not solved again: rows are those of the whole scenario with the lever set, whatever the
/// lever is of, also where the rule of another order is the capacity of a desk.
#[test]
fn levers_of_one_order_or_desk_are_settings_of_the_scenario() {
    let edits = [(
        "rule = { fpr = \"0.02 %\" }",
        "rule = { desk = \"police\" }",
    )];
    let levers = [
        ("policy.orders.new.rule.fpr", 1e-3),
        ("desks.police.capacity", 500.0),
        ("desks.provider.staff.people", 7.0),
        ("detectors.vendor.fixed.fpr", 1e-5),
    ];
    let model = crate::small::small(&edits).model;
    let metrics = [
        "flags",
        "false-flags",
        "backlog@provider",
        "arrivals@police",
    ];
    for (path, value) in levers {
        let lever = factor(path, Role::Lever, Span::Levels(vec![value]));
        let rows = study(&model, &[lever], Method::Full, &metrics)
            .rows(0..6)
            .expect("rows");
        let (scenario, world) = crate::small::edited(&edits);
        let texts = crate::support::Texts::default()
            .with("small.toml", scenario)
            .with("worlds/small.toml", world);
        let unit = if path.ends_with("capacity") {
            "/day"
        } else {
            ""
        };
        let setting = format!("{path}=\"{value}{unit}\"");
        let set = [setting, "run.outputs=totals".into()];
        let other = vessels::scenario::load(&texts, std::path::Path::new("small.toml"), &set);
        let other = other.expect("a scenario").model;
        let results = simulate(&other, Some(1), &mut Nobody).expect("a run");
        for (number, metric) in metrics.iter().enumerate() {
            let selector = Selector::parse(metric).expect("a metric");
            let keys: Vec<_> = results.estimates.iter().map(|e| e.key.clone()).collect();
            let at = selector.find(&keys).expect("it is there");
            let expected = &results.estimates[at].values;
            assert_eq!(&column(&rows, number), expected, "{path}, {metric}");
        }
    }
}
