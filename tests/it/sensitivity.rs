//! `vessels sensitivity`: a scenario whose indices are known, and what must not matter.

use crate::small::Folder;

/// Flags per day are accounts × images per day × false positive rate: a product of independent lognormals.
const PRODUCT: &str = r#"title = "a product"
population = 100000

[services.chat]
accounts = { lognormal = { median = 1000000, sigma = 0.4 } }
items = { image = { lognormal = { median = "10/day", sigma = 0.3 } } }

[material.known]
modality = "image"
prevalence = 0

[detectors.vendor]
detects = ["known"]
fixed = { fpr = { lognormal = { median = 0.001, sigma = 0.5 } }, recall = "80 %" }

[policy]
desks = []

[policy.orders.known]
detector = "vendor"

[run]
days = 30
"#;

/// Paths of the three factors with the standard deviations of their logarithms.
const FACTORS: [(&str, f64); 3] = [
    ("detectors.vendor.fixed.fpr", 0.5),
    ("services.chat.accounts", 0.4),
    ("services.chat.items.image", 0.3),
];

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("product.toml", PRODUCT);
    let steady = PRODUCT
        .replace(
            "median = 0.001, sigma = 0.5",
            "median = 0.0012, sigma = 0.2",
        )
        .replace("a product", "steady");
    folder.write("steady.toml", &steady);
    folder
}

/// Value, low and high end of a measure of an input in `sensitivity.csv`.
fn measure(csv: &str, input: &str, name: &str) -> [f64; 3] {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let is_it = |r: &csv::StringRecord| &r[3] == input && &r[6] == name;
    let record = reader.records().map(Result::unwrap).find(is_it);
    let record = record.unwrap_or_else(|| panic!("no {name} of {input} in\n{csv}"));
    [7, 8, 9].map(|i| record[i].parse().unwrap_or(f64::NAN))
}

/// First-order and total index of a factor of a product: with v = exp(σ²), Sᵢ = (vᵢ − 1)/(∏v − 1) and
/// Tᵢ = (∏v − ∏v/vᵢ)/(∏v − 1).
fn exact(sigma: f64) -> [f64; 2] {
    let all: f64 = FACTORS.iter().map(|f| f.1 * f.1).sum::<f64>().exp();
    let own = (sigma * sigma).exp();
    [(own - 1.0) / (all - 1.0), (all - all / own) / (all - 1.0)]
}

/// Six intervals of 99.9 %: one of them misses with a probability of 0.6 % at most (Bonferroni), less because points of Sobol' are
/// more even than the independent rows that a bootstrap takes them for. Chance adds a share of 5 in a million. That columns are
/// not exchanged, nor the two indices, is seen because intervals exclude each other's numbers.
#[test]
fn indices_of_a_product_are_found() {
    let folder = folder();
    let arguments = [
        "sensitivity",
        "product.toml",
        "--metric",
        "flags",
        "--points",
        "4096",
        "--no-charts",
        "--confidence",
        "99.9 %",
        "--resamples",
        "2000",
    ];
    folder.run(&arguments).exits(0);
    let csv = folder.read("out/sensitivity/sensitivity.csv");
    for (n, (path, sigma)) in FACTORS.into_iter().enumerate() {
        for (which, name) in ["first", "total"].into_iter().enumerate() {
            let [_, low, high] = measure(&csv, path, name);
            let truth = exact(sigma)[which];
            assert!(
                low < truth && truth < high,
                "{path} {name}: {low} {truth} {high}"
            );
            let (_, other) = FACTORS[(n + 1) % 3];
            let mutants = [exact(other)[which], exact(sigma)[1 - which]];
            for mutant in mutants {
                assert!(
                    mutant < low || mutant > high,
                    "{path} {name}: no power against {mutant}"
                );
            }
        }
    }
    let [total, ..] = measure(&csv, "chance", "total");
    assert!(total < 1e-4, "{total}");
}

/// The numbers of a tornado are products as well: quantiles are exp(±1.645 σ) times the median. Every number is a mean of 10
/// replications of some 300,000 flags or more: a relative error of 0.06 % or less, so 0.4 % is six standard errors and the seven
/// together fail by chance less than once in 10⁷.
#[test]
fn a_tornado_of_a_product_is_exact() {
    let folder = folder();
    let arguments = [
        "sensitivity",
        "product.toml",
        "--metric",
        "flags",
        "--method",
        "tornado",
        "--no-charts",
    ];
    folder.run(&arguments).exits(0);
    let csv = folder.read("out/sensitivity/sensitivity.csv");
    for (path, sigma) in FACTORS {
        for (name, z) in [("at-low", -1.644_853_6), ("at-high", 1.644_853_6)] {
            let [value, ..] = measure(&csv, path, name);
            let exact = 1e4 * (z * sigma).exp();
            assert!(
                (value / exact - 1.0).abs() < 4e-3,
                "{path} {name}: {value} {exact}"
            );
        }
    }
}

/// Every method orders the factors as their standard deviations do.
#[test]
fn methods_agree_on_the_order() {
    let folder = folder();
    for method in [
        "sobol",
        "morris",
        "shapley",
        "pawn",
        "given-data",
        "tornado",
    ] {
        let arguments = [
            "sensitivity",
            "product.toml",
            "--metric",
            "flags",
            "--method",
            method,
            "--no-charts",
            "--force",
        ];
        folder.run(&arguments).exits(0);
        let csv = folder.read("out/sensitivity/sensitivity.csv");
        let places = FACTORS.map(|(path, _)| csv.find(path).unwrap());
        assert!(places.is_sorted(), "{method}:\n{csv}");
    }
}

/// All numbers fixed but one that does nothing: flags in 30 days are binomial with mean 300,000, so a day's mean has the standard
/// deviation s = √300,000/30 = 18.26, and two streams are 2s/√π = 20.6 apart on average, with standard deviation
/// s √(2 − 4/π) = 15.6. An effect is twice that, the mean of 8 × 50 of them within 2 × 15.6/√400 = 1.56, that of 50 within
/// 4.4; five each (false alarm 5e-6). Four streams for all trajectories are two differences, and the table shows them.
#[test]
fn chance_has_streams_of_its_own_in_every_trajectory() {
    let folder = folder();
    let fixed = PRODUCT
        .replace(
            "{ lognormal = { median = 1000000, sigma = 0.4 } }",
            "1000000",
        )
        .replace(
            "{ lognormal = { median = \"10/day\", sigma = 0.3 } }",
            "\"10/day\"",
        )
        .replace("{ lognormal = { median = 0.001, sigma = 0.5 } }", "0.001");
    folder.write("fixed.toml", &fixed);
    let idle = "services.chat.accounts=1000000 .. 1000001";
    let exact = 4.0 * (300_000.0_f64 / std::f64::consts::PI).sqrt() / 30.0;
    let mut mean = 0.0;
    for seed in 1..=8 {
        let seed = seed.to_string();
        let arguments = [
            "sensitivity",
            "fixed.toml",
            "--seed",
            &seed,
            "--method",
            "morris",
            "--uncertainty",
            idle,
            "--metric",
            "flags",
            "--no-charts",
            "--force",
        ];
        folder.run(&arguments).exits(0);
        let csv = folder.read("out/sensitivity/sensitivity.csv");
        let [effect, ..] = measure(&csv, "chance", "mean-absolute");
        assert!((effect - exact).abs() < 22.0, "{effect} {exact}");
        assert!(measure(&csv, "chance", "mean")[0].is_nan());
        mean += effect / 8.0;
    }
    assert!((mean - exact).abs() < 7.8, "{mean} {exact}");
    let sweep = [
        "sweep",
        "fixed.toml",
        "--design",
        "morris",
        "--points",
        "50",
        "--chance",
        "--uncertainty",
        idle,
        "--metric",
        "flags",
    ];
    folder.run(&sweep).exits(0);
    let table = folder.read("out/sweep/fixed.morris.150x1.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let place = reader.headers().unwrap().iter().position(|h| h == "chance");
    let streams: std::collections::BTreeSet<String> = reader
        .records()
        .map(|record| record.unwrap()[place.unwrap()].to_owned())
        .collect();
    assert_eq!(streams.len(), 100);
}

/// The rate has a squared coefficient of variation of 6, the other factors of 0.01: nearly all is the rate's, however long its
/// tail. Intervals of 99.9 %; means by slices and nearest neighbours are off by a fifth and more.
#[test]
fn a_long_tail_is_due_to_the_factor_that_makes_it() {
    let folder = folder();
    let text = PRODUCT
        .replace("sigma = 0.5", "sigma = 1.4")
        .replace("sigma = 0.4", "sigma = 0.1")
        .replace("sigma = 0.3", "sigma = 0.02");
    folder.write("tail.toml", &text);
    let all = (1.4_f64 * 1.4 + 0.01 + 0.0004).exp_m1();
    let truth = (1.4_f64 * 1.4).exp_m1() / all;
    for (method, name, within) in [("given-data", "first", 0.02), ("shapley", "shapley", 0.03)] {
        for seed in ["1", "2", "3"] {
            let arguments = [
                "sensitivity",
                "tail.toml",
                "--metric",
                "flags",
                "--seed",
                seed,
                "--method",
                method,
                "--confidence",
                "99.9 %",
                "--no-charts",
                "--force",
            ];
            folder.run(&arguments).exits(0);
            let csv = folder.read("out/sensitivity/sensitivity.csv");
            let [value, low, high] = measure(&csv, FACTORS[0].0, name);
            assert!((value - truth).abs() < within, "{method}: {value} {truth}");
            assert!(low <= truth && truth <= high, "{method}: {low} {high}");
        }
    }
}

/// With v = E(f | xᵢ)'s variance, an effect of two is half of what it explains alone and half of what is left without it. The
/// rank correlation 0.7 is one of normals of r = 2 sin(0.7 π/6); the first explains exp((σ₁ + r σ₂)²) − 1 of exp(σ₁² + σ₂² + 2 r σ₁ σ₂)
/// − 1. Intervals of 99.9 % (false alarm 0.2 %) that exclude the effects of independent factors.
#[test]
fn shapley_effects_follow_the_correlations_of_the_scenario() {
    let folder = folder();
    let table = "[[correlations]]\nbetween = [\"services.chat.accounts\", \"detectors.vendor.fixed.fpr\"]\nrank = 0.7\n";
    let text = PRODUCT
        .replace("sigma = 0.5", "sigma = 0.25")
        .replace("sigma = 0.4", "sigma = 0.2");
    folder.write("tied.toml", &format!("{text}\n{table}"));
    let arguments = [
        "sensitivity",
        "tied.toml",
        "--metric",
        "flags",
        "--set",
        "services.chat.items.image=10/day",
        "--method",
        "shapley",
        "--points",
        "3000",
        "--confidence",
        "99.9 %",
        "--no-charts",
    ];
    folder.run(&arguments).exits(0);
    let csv = folder.read("out/sensitivity/sensitivity.csv");
    let effects = |r: f64| {
        let (s, t) = (0.25_f64, 0.2_f64);
        let alone = |one: f64, other: f64| (one + r * other).powi(2).exp_m1();
        let all: f64 = (s * s + t * t + 2.0 * r * s * t).exp_m1();
        let first = 0.5 * (alone(s, t) + all - alone(t, s)) / all;
        [first, 1.0 - first]
    };
    let r = 2.0 * (0.7 * std::f64::consts::PI / 6.0).sin();
    let mut sum = 0.0;
    for (place, (truth, independent)) in effects(r).into_iter().zip(effects(0.0)).enumerate() {
        let [value, low, high] = measure(&csv, FACTORS[place].0, "shapley");
        sum += value;
        assert!(low < truth && truth < high, "{low} {truth} {high}");
        assert!(independent < low || independent > high, "{low} {high}");
    }
    sum += measure(&csv, "chance", "shapley")[0];
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
}

/// Words have no order, no median and no range.
#[test]
fn words_are_shown_as_words() {
    let folder = folder();
    let lever = [
        "--lever",
        "policy.orders.known.enabled=true;false",
        "--uncertainty",
        "services.chat.accounts=100000 .. 200000",
    ];
    for (method, says) in [
        (
            "tornado",
            &[
                "every number at its median and the first word of each list",
                "0 flags/day (at false)",
                "(at true)",
                "ends\n",
                "false; true\n",
                "105,000 to 195,000",
            ][..],
        ),
        (
            "morris",
            &[
                "between two of its settings",
                "–            –",
                "false; true\n",
            ],
        ),
        ("sobol", &["false; true\n", "100,000 to 200,000\n"]),
        ("given-data", &["false; true\n", "100,000 to 200,000\n"]),
    ] {
        let usual = [
            "sensitivity",
            "product.toml",
            "--metric",
            "flags",
            "--no-charts",
        ];
        let more = ["--points", "40", "--force", "--method", method];
        let answer = folder.run(&[&usual[..], &lever, &more].concat()).exits(0);
        for words in says {
            assert!(answer.stdout.contains(words), "{method}: {}", answer.stdout);
        }
    }
}

#[test]
fn threads_do_not_matter() {
    let folder = folder();
    let methods = [
        "sobol",
        "morris",
        "shapley",
        "pawn",
        "given-data",
        "tornado",
    ];
    for method in methods {
        for threads in ["1", "2"] {
            let arguments = [
                "sensitivity",
                "product.toml",
                "--metric",
                "flags",
                "--metric",
                "items",
                "--points",
                "100",
                "--method",
                method,
                "--threads",
                threads,
                "--out",
                threads,
                "--force",
                "--format",
                "png,svg",
            ];
            folder.run(&arguments).exits(0);
        }
        same(&folder, "1", "2");
    }
}

/// All files of two folders are equal, byte by byte.
fn same(folder: &Folder, one: &str, other: &str) {
    let files = folder.files();
    let of = |name: &str| -> Vec<String> {
        let prefix = format!("{name}/");
        let own = files.iter().filter_map(|f| f.strip_prefix(&prefix));
        own.map(str::to_owned).collect()
    };
    assert!(of(one).len() > 2);
    assert_eq!(of(one), of(other));
    for file in of(one) {
        let read = |name: &str| std::fs::read(folder.path().join(name).join(&file)).unwrap();
        assert!(read(one) == read(other), "{file}");
    }
}

#[test]
fn a_finished_sweep_gives_the_same_answer() {
    let folder = folder();
    for (design, method, points) in [
        ("saltelli", "sobol", "64"),
        ("morris", "morris", "10"),
        ("random", "given-data", "200"),
        ("random", "pawn", "200"),
    ] {
        let sweep = [
            "sweep",
            "product.toml",
            "--design",
            design,
            "--chance",
            "--points",
            points,
            "--metric",
            "flags",
            "--out",
            design,
            "--force",
        ];
        folder.run(&sweep).exits(0);
        let direct = [
            "sensitivity",
            "product.toml",
            "--method",
            method,
            "--points",
            points,
            "--metric",
            "flags",
            "--out",
            "direct",
            "--force",
        ];
        folder.run(&direct).exits(0);
        let is_rows = |f: &&String| f.starts_with(&format!("{design}/"));
        let files = folder.files();
        for end in [".csv", ".parquet"] {
            let table = files
                .iter()
                .filter(is_rows)
                .find(|f| f.ends_with(end))
                .unwrap();
            let from = [
                "sensitivity",
                "--from",
                table,
                "--method",
                method,
                "--out",
                "from",
                "--force",
            ];
            folder.run(&from).exits(0);
            same(&folder, "direct", "from");
        }
        std::fs::remove_dir_all(folder.path().join("from")).unwrap();
        std::fs::remove_dir_all(folder.path().join("direct")).unwrap();
    }
}

/// `steady` has a rate of known size where that of `product` is uncertain: which is better hangs on the rate alone. Both share
/// accounts and images, which multiply the flags of both.
#[test]
fn only_what_differs_is_worth_knowing() {
    let folder = folder();
    let arguments = [
        "sensitivity",
        "product.toml",
        "steady.toml",
        "--metric",
        "flags",
        "--worth",
        "--better",
        "lower",
        "--no-charts",
    ];
    let ran = folder.run(&arguments).exits(0);
    assert!(ran.stdout.contains("`product` is best"), "{}", ran.stdout);
    let csv = folder.read("out/sensitivity/sensitivity.csv");
    let [rate, ..] = measure(&csv, FACTORS[0].0, "worth");
    assert!(rate > 1000.0, "{rate}");
    for (path, _) in &FACTORS[1..] {
        let [value, ..] = measure(&csv, path, "worth");
        assert!(value < 0.05 * rate, "{path}: {value}");
    }
}

#[test]
fn mistakes_are_refused() {
    let folder = folder();
    let sweep = [
        "sweep",
        "product.toml",
        "--design",
        "random",
        "--points",
        "40",
        "--metric",
        "flags",
    ];
    folder.run(&sweep).exits(0);
    let random = "out/sweep/product.random.40x1.parquet";
    let before = folder.files();
    for (arguments, says) in [
        (
            &["product.toml", "steady.toml", "--metric", "flags"][..],
            "`--worth`",
        ),
        (
            &[
                "product.toml",
                "--metric",
                "flags",
                "--worth",
                "--better",
                "lower",
            ],
            "two or more",
        ),
        (
            &["product.toml", "--metric", "flags", "--worth"],
            "--better",
        ),
        (&["product.toml", "--metric", "flogs"], "flags"),
        (&["product.toml"], "--metric"),
        (
            &["product.toml", "--metric", "flags", "--metric", "flags"],
            "twice",
        ),
        (
            &["product.toml", "--metric", "flags", "--confidence", "20 %"],
            "50 %",
        ),
        (&["--from", random, "--method", "sobol"], "saltelli"),
        (&["--from", random, "--method", "shapley"], "given-data"),
        (&["--from", random, "--metric", "reports"], "no metric"),
        (&["--from", random, "--points", "7"], "--points"),
        (&["--from", "product.toml"], "product.toml"),
    ] {
        let ran = folder.run(&[&["sensitivity"], arguments].concat()).exits(2);
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stdout.contains("spread"), "{}", ran.stdout);
    }
    assert_eq!(folder.files(), before);
}

/// Indices of Sobol' move coordinates of the copula one by one: of correlated factors they would be shares of nothing.
#[test]
fn correlated_factors_have_no_indices_of_sobol() {
    let folder = folder();
    let table = "[[correlations]]\nbetween = [\"services.chat.accounts\", \"detectors.vendor.fixed.fpr\"]\nrank = 0.7\n";
    folder.write("tied.toml", &format!("{PRODUCT}\n{table}"));
    let sensitivity = |more: &[&str]| {
        let usual = [
            "sensitivity",
            "tied.toml",
            "--metric",
            "flags",
            "--no-charts",
        ];
        folder.run(&[&usual[..], more].concat())
    };
    let pair = "`services.chat.accounts` and `detectors.vendor.fixed.fpr` are correlated (0.7)";
    let error = sensitivity(&["--points", "8"]).exits(2).stderr;
    assert!(
        error.contains(pair) && error.contains("--method shapley"),
        "{error}"
    );
    assert!(
        !folder
            .path()
            .join("out/sensitivity/sensitivity.csv")
            .exists()
    );
    folder
        .run(&[
            "sweep",
            "tied.toml",
            "--design",
            "saltelli",
            "--points",
            "8",
            "--chance",
            "--out",
            "rows",
        ])
        .exits(0);
    let error = folder
        .run(&[
            "sensitivity",
            "--from",
            "rows/tied.saltelli.48x1.parquet",
            "--metric",
            "flags",
        ])
        .exits(2)
        .stderr;
    assert!(error.contains(pair), "{error}");
    for (method, warns) in [
        ("morris", true),
        ("tornado", true),
        ("given-data", true),
        ("shapley", false),
    ] {
        let answer = sensitivity(&["--method", method, "--points", "200", "--force"])
            .exits(0)
            .stdout;
        let note = "Correlated: services.chat.accounts – detectors.vendor.fixed.fpr (0.7).";
        assert_eq!(answer.contains(note), warns, "{method}: {answer}");
    }
    // Over a range of its own a factor replaces what is drawn, and depends on nothing.
    let own = [
        "--uncertainty",
        "services.chat.accounts",
        "--uncertainty",
        "detectors.vendor.fixed.fpr=1e-4 .. 1e-2 log",
    ];
    sensitivity(&[&own[..], &["--points", "64", "--force"]].concat()).exits(0);
}

/// Which rows of a list are medians and ends nobody says, whatever their number.
#[test]
fn a_tornado_is_not_read_from_a_sweep() {
    let folder = folder();
    folder.write("list.csv", "detectors.vendor.fixed.fpr\n1e-4\n2e-4\n3e-4\n");
    let sweep = [
        "sweep",
        "product.toml",
        "--listed",
        "list.csv",
        "--out",
        "rows",
    ];
    folder.run(&sweep).exits(0);
    let from = [
        "sensitivity",
        "--from",
        "rows/product.listed.3x1.parquet",
        "--method",
        "tornado",
    ];
    let error = folder.run(&from).exits(2).stderr;
    assert!(error.contains("run it from the scenario"), "{error}");
}
