//! What the user reads: the rendered text of every diagnostic, as the real program prints it.

use crate::small::Folder;
use vessels::diag::Code;

/// Runs `vessels check` on the edited small scenario.
fn checked(edits: &[(&str, &str)], set: &[&str]) -> String {
    let folder = Folder::small(edits);
    let mut arguments = vec!["check", "small.toml"];
    for setting in set {
        arguments.extend(["--set", setting]);
    }
    shown(&folder, &arguments)
}

/// Runs `vessels check` on one text.
fn checked_text(text: &str) -> String {
    let folder = Folder::new();
    folder.write("file.toml", text);
    shown(&folder, &["check", "file.toml"])
}

fn shown(folder: &Folder, arguments: &[&str]) -> String {
    let ran = folder.run(arguments);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    format!("{}{}exit {}", ran.stderr, ran.stdout, ran.code.unwrap())
}

macro_rules! cases {
    ($($name:ident: $edits:expr $(, set $set:expr)?;)+) => {
        $(#[test]
        fn $name() {
            #[allow(unused_mut, unused_assignments)]
            let mut set: &[&str] = &[];
            $(set = $set;)?
            insta::assert_snapshot!(checked($edits, set));
        })+
    };
}

#[test]
fn a_world_that_rests_on_another() {
    let folder = Folder::small(&[(
        "title = \"small world\"",
        "title = \"small world\"\nworld = \"other.toml\"",
    )]);
    insta::assert_snapshot!(shown(&folder, &["check", "small.toml"]));
}

cases! {
    // S000 to S003: form.
    no_mistake: &[];
    unknown_key_of_the_world: &[("accounts = \"400 000\"", "acounts = \"400 000\"")];
    unknown_key_of_the_scenario: &[("services = [\"mail\"]", "service = [\"mail\"]")];
    unknown_key_far_from_any: &[("replications = 6", "colour = 6")];
    unknown_table: &[("[run]", "[runs]")];
    unknown_key_of_a_value: &[("{ value = \"1 million\", status", "{ value = \"1 million\", staus")];
    unknown_distribution: &[("shift = 1.0", "shift = { lognormel = { p05 = 1, p95 = 2 } }")];
    missing_key: &[("detects = [\"new\"]\n", "")];
    missing_title: &[("title = \"small scenario\"\n", ""), ("title = \"small world\"\n", "")];
    missing_value: &[("prevalence = \"1 per million\"", "prevalence = { source = \"a report\", status = \"primary\" }")];
    missing_rule: &[("rule = { fpr = \"0.01 %\" }\n", "")];
    text_for_a_flag: &[("encrypted = true", "encrypted = \"yes\"")];
    services_that_are_no_table: &[], set &["services=3"];
    list_for_a_table: &[("[run]\ndays = 28", "[[run]]\ndays = 28")];
    number_for_a_table: &[("hash = { bits", "empirical = 3\n#")];
    integer_with_a_fraction: &[("days = 28", "days = 28.5")];
    date_for_a_number: &[("copies-per-piece = 4", "copies-per-piece = 2024-06-07")];
    weekly_of_six_days: &[("encrypted = true", "weekly = [1, 1, 1, 1, 1, 1]")];
    table_that_is_no_value: &[("shift = 1.0", "shift = { normal = { mean = 1, sd = 1 }, uniform = { min = 0, max = 1 } }")];

    // S004: numbers and units.
    rate_without_its_unit: &[("capacity = \"2000/day\"", "capacity = 2000")];
    duration_without_its_unit: &[("expires-after = \"30 days\"", "expires-after = 30")];
    speed_without_its_unit: &[("speed = \"25/hour\"", "speed = 25")];
    percentage_for_a_count: &[("accounts = \"400 000\"", "accounts = \"4 %\"")];
    percentage_for_a_rate: &[("text = \"20/day\"", "text = \"20 %\"")];
    duration_for_a_share: &[("prevalence = \"5 per million\"", "prevalence = \"5 days\"")];
    rate_for_a_share: &[("prevalence = \"5 per million\"", "prevalence = \"5/day\"")];
    number_that_cannot_be_read: &[("accounts = \"400 000\"", "accounts = \"four hundred thousand\"")];
    decimal_comma: &[("share = \"1 %\"", "share = \"0,5 %\"")];
    unit_misspelt: &[("capacity = \"2000/day\"", "capacity = \"2000/dya\"")];
    empty_text_for_a_number: &[("accounts = \"400 000\"", "accounts = \"\"")];

    // S005: ranges.
    share_above_one: &[("share = \"1 %\"", "share = 1.6")];
    share_below_zero: &[("share = \"1 %\"", "share = -0.1")];
    share_above_one_hundred: &[("share = \"1 %\"", "share = 160")];
    count_below_zero: &[("people = 40", "people = -40")];
    days_above_range: &[("days = 28", "days = 40000")];
    hours_above_a_day: &[("hours = \"6 h\"", "hours = \"25 h\"")];
    not_a_number: &[("shift = 1.0", "shift = nan")];
    infinite: &[("people = 40", "people = inf")];
    volume_above_exact_counts: &[("text = \"3 million/day\"", "text = \"900000000 billion/day\"")];

    // S006: distributions.
    interval_out_of_order: &[("prevalence = \"5 per million\"", "prevalence = \"10 to 1 per million\"")];
    lognormal_quantiles_out_of_order: &[("shift = 1.0", "shift = { lognormal = { p05 = 3, p95 = 2 } }")];
    lognormal_below_zero: &[("people = 40", "people = { lognormal = { median = -40, sigma = 0.2 } }")];
    lognormal_of_unknown_parameters: &[("people = 40", "people = { lognormal = { mu = 3, sigma = 0.2 } }")];
    normal_of_no_width: &[("shift = 1.0", "shift = { normal = { mean = 1, sd = -1 } }")];
    normal_mostly_outside: &[("share = \"1 %\"", "share = { normal = { mean = 0.01, sd = 0.02 } }")];
    uniform_out_of_order: &[("people = 40", "people = { uniform = { min = 50, max = 40 } }")];
    triangular_mode_outside: &[("people = 40", "people = { triangular = { min = 30, mode = 60, max = 50 } }")];
    beta_of_impossible_deviation: &[("share = \"1 %\"", "share = { beta = { mean = \"10 %\", sd = 0.4 } }")];
    discrete_of_other_length: &[("people = 40", "people = { discrete = { values = [30, 40], weights = [1] } }")];
    discrete_without_weights: &[("people = 40", "people = { discrete = { values = [30, 40] } }")];
    empirical_of_nothing: &[("people = 40", "people = { empirical = [] }")];
    distribution_in_a_distribution: &[("people = 40", "people = { uniform = { min = \"10 to 20\", max = 40 } }")];

    // S007, S008: words and names.
    unknown_choice: &[("technique = \"client-side\"", "technique = \"clientside\"")];
    unknown_choice_far_from_any: &[("reads = \"flags\"", "reads = \"letters\"")];
    unknown_status: &[("status = \"assumption\"", "status = \"guess\"")];
    unknown_service: &[("services = [\"mail\"]", "services = [\"mails\"]")];
    unknown_desk: &[("desks = [\"provider\", \"police\"]", "desks = [\"provider\", \"eu-centre\"]")];
    unknown_detector: &[("detector = \"classifier\"", "detector = \"clasifier\"")];
    unknown_class_of_material: &[("detects = [\"grooming\"]", "detects = [\"groming\"]")];
    unknown_class_of_a_decision: &[("forward = { abusive = \"60 %\", benign = \"1 %\" }", "forward = { abusive = \"60 %\", benign = \"1 %\", beach = \"4 %\" }")];
    unknown_modality: &[("modality = \"text\"", "modality = \"voice\"")];

    // S010 to S015: contradictions.
    no_rule_key: &[("rule = { fpr = \"0.01 %\" }", "rule = {}")];
    two_rule_keys: &[("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.01 %\", fdr = \"10 %\" }")];
    two_families: &[("binormal = {", "fixed = { fpr = 0.1, recall = 0.5 }\nbinormal = {")];
    no_capacity: &[("capacity = \"2000/day\"\n", "")];
    benign_shares_above_one: &[("[benign.family]", "[benign.beach]\nmodality = \"image\"\nshare = \"99.5 %\"\n\n[benign.family]")];
    transformations_above_one: &[("transformations = [{ share = \"90 %\", flip = \"4 %\" }]", "transformations = [{ share = \"90 %\", flip = \"4 %\" }, { share = \"20 %\", flip = \"9 %\" }]")];
    margin_of_a_fixed_detector: &[("detector = \"classifier\"", "detector = \"vendor\""), ("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"1 in 1 billion\" }")];
    margin_of_a_bounded_curve: &[("recall = \"85 %\" }] }", "recall = \"85 %\" }], extrapolate = false }"), ("rule = { fpr = \"0.02 %\" }", "rule = { fpr = \"0.001 %\" }")];
    margin_of_a_hash: &[("detector = \"classifier\"", "detector = \"hash\""), ("rule = { fpr = \"0.01 %\" }", "rule = { fpr = 1e-30 }")];
    discovery_rate_of_an_improper_curve: &[("binormal = { anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }] }", "binormal = { separation = 2, spread = 0.5 }"), ("rule = { fpr = \"0.01 %\" }", "rule = { fdr = \"1 in 1 billion\" }")];
    recall_of_one: &[("rule = { fpr = \"0.01 %\" }", "rule = { recall = \"100 %\" }")];
    recall_of_one_of_a_list: &[("detector = \"classifier\"", "detector = \"hash\""), ("rule = { fpr = \"0.01 %\" }", "rule = { recall = \"100 %\" }")];
    more_flags_than_items: &[("rule = { fpr = \"0.01 %\" }", "rule = { flags-per-day = \"10 billion/day\" }")];
    margin_of_zero: &[("rule = { fpr = \"0.01 %\" }", "rule = { fpr = 0 }")];
    server_side_on_an_encrypted_service: &[("services = [\"mail\"]", "services = [\"chat\"]")];
    server_side_on_encrypted_services: &[("services = [\"mail\"]", "services = \"encrypted\"")];
    anchors_below_chance: &[("anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }]", "anchors = [{ fpr = \"80 %\", recall = \"10 %\" }]")];
    points_out_of_order: &[("points = [{ fpr = \"0.01 %\", recall = \"40 %\" }, { fpr = \"1 %\", recall = \"85 %\" }]", "points = [{ fpr = \"1 %\", recall = \"40 %\" }, { fpr = \"0.01 %\", recall = \"85 %\" }]")];
    one_point: &[("points = [{ fpr = \"0.01 %\", recall = \"40 %\" }, { fpr = \"1 %\", recall = \"85 %\" }]", "points = [{ fpr = \"1 %\", recall = \"40 %\" }]")];
    spread_beside_auc: &[("anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }]", "auc = 0.98, spread = 1.2")];
    priority_without_a_list: &[("reads = \"flags\"", "reads = \"flags\"\nqueue = \"priority\"")];
    priority_that_is_not_used: &[("reads = \"flags\"", "reads = \"flags\"\npriority = [\"hash\"]")];
    duplicate_desk: &[("desks = [\"provider\", \"police\"]", "desks = [\"provider\", \"provider\"]")];
    groups_above_one: &[("[desks.provider]", "[groups.a]\nshare = 0.6\nshift = 0\n\n[groups.b]\nshare = 0.6\nshift = 0.1\n\n[desks.provider]")];
    empty_list_of_points: &[("anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }]", "anchors = []")];
    unlimited_false: &[("capacity = \"2000/day\"", "unlimited = false")];
    unknown_metric_of_an_expectation: &[("[run]", "[expect.tips]\nmetric = \"arivals\"\nlow = 1\nhigh = 2\n\n[run]")];
    expectation_out_of_order: &[("[run]", "[expect.tips]\nmetric = \"arrivals\"\ndesk = \"police\"\nlow = 3\nhigh = 2\n\n[run]")];

    // The same of mechanisms, and what has no effect.
    condition_outside_the_chain: &[("desks = [\"provider\", \"police\"]", "desks = [\"provider\"]"), ("[run]", "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"new\"\nstop = true\n\n[run]")];
    mechanisms_outside_the_chain: &[("desks = [\"provider\", \"police\"]", "desks = [\"police\"]"), ("[run]", "[mechanisms.welfare.a]\ndesk = \"provider\"\nexposures = 5\n\n[material.new]\npieces = 100\n\n[mechanisms.removal]\nshare = 0.5\ndesk = \"provider\"\n\n[run]")];
    removal_where_nothing_is_read: &[("desks = [\"provider\", \"police\"]", "desks = []"), ("[run]", "[material.new]\npieces = 100\n\n[mechanisms.removal]\nshare = 0.5\n\n[run]")];
    rule_of_a_trigger_beyond_reach: &[("detector = \"classifier\"", "detector = \"vendor\""), ("rule = { fpr = \"0.01 %\" }\n", ""), ("[run]", "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"new\"\nrule = { fpr = \"1 in 1 billion\" }\n\n[run]")];
    order_that_nothing_starts: &[("services = [\"mail\"]", "services = [\"mail\"]\nstarts = \"trigger\"")];
    carriers_that_are_none: &[], set &["material.known.carriers=0"];
    bursts_without_end: &[("[run]", "[mechanisms.bursts.entry]\ndetector = \"hash\"\nrate = \"1e15/day\"\nleast = 10\ngreatest = 100\n[run]")];
    order_after_the_end: &[("services = [\"mail\"]", "services = [\"mail\"]\nfrom = \"24 months\"")];
    encryption_after_the_end: &[("[run]", "[mechanisms.encryption.mail]\nservice = \"mail\"\nfrom = \"24 months\"\n[run]")];
    renewals_without_an_end: &[("services = [\"mail\"]", "services = [\"mail\"]\nrenewals = 2")];
    renewal_condition_without_renewals: &[("services = [\"mail\"]", "services = [\"mail\"]\nduration = \"7 days\"\nrenew-if = { metric = \"precision\", desk = \"police\", above = 0.2 }")];
    trigger_of_a_disabled_order: &[("services = [\"mail\"]", "enabled = false"), ("[run]", "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"grooming\"\nstop = true\n\n[run]")];

    // S016: files.
    world_that_does_not_exist: &[("world = \"worlds/small.toml\"", "world = \"worlds/smal.toml\"")];

    // Warnings.
    high_prevalence: &[("prevalence = \"20 per million\"", "prevalence = \"2 %\"")];
    overload: &[("people = 40", "people = 1")];
    overload_without_people: &[("people = 40", "people = 0")];
    overload_aside_from_mechanisms: &[("people = 40", "people = 1"), ("[run]", "[mechanisms.hiring.provider]\ndesk = \"provider\"\nreview = \"30 days\"\nbacklog = \"9 days\"\nstep = 1\n[run]")];
    extrapolated: &[("rule = { fpr = \"0.02 %\" }", "rule = { fpr = \"0.001 %\" }")];
    exceeded_in_the_field: &[("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.01 %\" }\ncalibrated-on = \"bench\"")];
    truncated: &[("share = \"1 %\"", "share = { normal = { mean = 0.01, sd = 0.0035 } }")];
    impossible_in_the_tail: &[("fpr = \"0.1 %\", recall = \"80 %\"", "fpr = \"0.05 to 5 %\", recall = \"80 %\"")];

    // The command line.
    set_of_an_unknown_path: &[], set &["desks.police.staf.people=300"];
    set_of_an_unknown_name: &[], set &["desks.polise.capacity=300/day"];
    set_without_a_value: &[], set &["run.days"];
    set_of_an_empty_value: &[], set &["run.days="];
    set_of_a_wrong_unit: &[], set &["desks.police.capacity=300"];
    set_of_a_word_for_a_list: &[], set &["policy.desks=police"];
    set_of_a_number_for_text: &[], set &["title=2024"];
    set_out_of_range: &[], set &["benign.family.share=1.6"];
    set_beyond_reach: &[("detector = \"classifier\"", "detector = \"vendor\"")], set &["policy.orders.new.rule.fpr=1e-12"];

    // Together.
    many_mistakes_at_once: &[
        ("accounts = \"400 000\"", "accounts = \"4 %\""),
        ("share = \"1 %\"", "share = 1.6"),
        ("modality = \"text\"", "modality = \"voice\""),
        ("services = [\"mail\"]", "service = [\"mail\"]"),
        ("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.01 %\", fdr = \"10 %\" }"),
        ("prevalence = \"20 per million\"", "prevalence = \"2 %\""),
    ], set &["desks.police.capacity=300"];
}

/// Runs `vessels check` on the small scenario with more tables.
fn with_tables(tables: &str) -> String {
    let run = "[run]\ndays = 28";
    checked(&[(run, &format!("{tables}\n\n{run}"))], &[])
}

macro_rules! tables {
    ($($name:ident: $tables:expr;)+) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(with_tables($tables));
        })+
    };
}

tables! {
    // Form.
    mechanism_misspelt: "[mechanisms.removl]\nshare = 0.5";
    mechanism_key_misspelt: "[mechanisms.bursts.meme]\ndetector = \"hash\"\nrat = \"2 per year\"\nleast = 1\ngreatest = 2";
    mechanism_without_its_keys: "[mechanisms.accounts]\nhits = 2";
    mechanism_disabled_is_checked: "[mechanisms.removal]\nenabled = false\nshare = 1.5";
    mechanisms_are_a_table: "[[mechanisms.bursts]]\ndetector = \"hash\"";
    technique_misspelt: "[techniques.clientside]\ndevices = 0.9";
    order_of_a_trigger_misspelt: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"gooming\"\nstop = true";
    order_of_a_trigger_unknown: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"something\"\nstop = true";
    class_of_a_mix_unknown: "[mechanisms.clearing-house.a]\ndesk = \"police\"\nreports = \"5/day\"\nmix = { abusive = 0.5 }";
    two_actions: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"new\"\nstop = true\nrule = { fpr = 0.1 }";
    no_bound: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\" }\norder = \"new\"\nstop = true";
    hits_below_one: "[mechanisms.accounts]\nhits = 0\nwindow = \"30 days\"";

    // What mechanisms need.
    accounts_without_carriers: "[material.grooming]\ncarriers = \"1 in 1000\"\n\n[mechanisms.accounts]\nhits = 2\nwindow = \"30 days\"";
    learning_without_pieces: "[mechanisms.learning]\ndetector = \"hash\"\nfrom = \"new\"\nto = \"known\"";
    stocks_without_pieces: "[mechanisms.removal]\nshare = 0.5\n\n[mechanisms.prevention]\nreduction = 0.5\n\n[mechanisms.deterrence]\nelasticity = 1";
    lifetime_without_pieces: "[material.new]\nlifetime = \"2 years\"";
    people_where_there_are_none: "[mechanisms.hiring.a]\ndesk = \"police\"\nreview = \"7 days\"\nbacklog = \"3 days\"\nstep = 0.1";
    load_where_nothing_waits: "[desks.police]\nunlimited = true\n\n[mechanisms.fatigue.a]\ndesk = \"police\"\nper-backlog-day = 0.1";

    // Contradictions.
    burst_out_of_order: "[mechanisms.bursts.meme]\ndetector = \"classifier\"\nrate = \"2 per year\"\nleast = 1000\ngreatest = 10";
    burst_of_another_modality: "[mechanisms.bursts.meme]\ndetector = \"measured\"\nclass = \"family\"\nrate = \"2 per year\"\nleast = 10\ngreatest = 10";
    learning_of_one_class: "[material.new]\npieces = 100\n\n[mechanisms.learning]\ndetector = \"hash\"\nfrom = \"new\"\nto = \"new\"";
    user_types_above_one: "[mechanisms.displacement]\na = { share = 0.7, leaves = 0.1, time = \"9 days\" }\nb = { share = 0.7, leaves = 0.1, time = \"9 days\" }";
    encryption_of_an_encrypted_service: "[mechanisms.encryption.a]\nservice = \"chat\"\nfrom = \"9 days\"";
    encryption_twice: "[mechanisms.encryption.a]\nservice = \"mail\"\nfrom = \"9 days\"\n\n[mechanisms.encryption.b]\nservice = \"mail\"\nfrom = \"19 days\"";
    staff_shared_below_reading: "[mechanisms.shared-staff.a]\ndesk = \"provider\"\nhours = \"5 h\"\nyield = \"0.1/hour\"";
    welfare_twice: "[mechanisms.welfare]\na = { desk = \"provider\", exposures = 5 }\nb = { desk = \"provider\", exposures = 6 }";
    mix_above_one: "[mechanisms.clearing-house.a]\ndesk = \"police\"\nreports = \"5/day\"\nmix = { known = 0.5, ordinary = 0.7 }";
    start_of_an_order_that_does_not_stand_by: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"new\"\nstart = true";
    start_false: "[policy.triggers.a]\nwhen = { metric = \"backlog\", desk = \"police\", above = 5 }\norder = \"new\"\nstart = false";
    burst_of_a_detector_that_is_not_used: "[mechanisms.bursts.meme]\ndetector = \"hash\"\nrate = \"2 per year\"\nleast = 1\ngreatest = 2";
}

/// Mistakes in several mechanisms are told at once.
#[test]
fn many_mistakes_in_mechanisms() {
    insta::assert_snapshot!(with_tables(
        r#"[mechanisms.accounts]
hits = 2
window = "30 days"

[mechanisms.bursts.meme]
detector = "hash"
rate = "2 per year"
least = "10 %"
greatest = 2

[mechanisms.shared-staff.a]
desk = "polise"
hours = "5 h"
yield = "0.1/hour"

[mechanisms.fatigue.a]
desk = "police"
per-backlog-day = -1

[policy.triggers.a]
when = { metric = "backlog", desk = "police", above = 5 }
order = "new"
start = true"#
    ));
}

#[test]
fn syntax_errors() {
    insta::assert_snapshot!(checked(
        &[
            ("encrypted = true", "encrypted = yes"),
            ("[material.new]", "[material.new"),
            ("days = 28", "days = ")
        ],
        &[]
    ));
}

#[test]
fn duplicate_keys() {
    insta::assert_snapshot!(checked(
        &[
            ("days = 28", "days = 28\ndays = 29"),
            ("[detectors.hash]", "[services.mail]\n[detectors.hash]")
        ],
        &[]
    ));
}

#[test]
fn empty_file() {
    insta::assert_snapshot!(checked_text(""));
}

#[test]
fn text_that_is_no_scenario() {
    insta::assert_snapshot!(checked_text("Dear Sir or Madam,\nplease find attached\n"));
}

#[test]
fn wide_letters_and_tabs_before_the_mistake() {
    insta::assert_snapshot!(checked(
        &[(
            "share = \"1 %\"",
            "share = { note = \"größe 日本 🙂\",\tvalue = 1.6 }"
        )],
        &[]
    ));
}

#[test]
fn windows_line_ends() {
    let (scenario, world) = crate::small::edited(&[("days = 28", "days = 28.5")]);
    let folder = Folder::new();
    folder.write("small.toml", &scenario.replace('\n', "\r\n"));
    folder.write("worlds/small.toml", &world.replace('\n', "\r\n"));
    insta::assert_snapshot!(shown(&folder, &["check", "small.toml"]));
}

#[test]
fn a_world_alone() {
    let folder = Folder::small(&[]);
    insta::assert_snapshot!(shown(&folder, &["check", "worlds/small.toml"]));
    insta::assert_snapshot!(shown(&folder, &["run", "worlds/small.toml"]));
}

#[test]
fn a_file_that_does_not_exist() {
    let folder = Folder::new();
    insta::assert_snapshot!(shown(&folder, &["check", "nothing.toml"]));
}

#[test]
fn several_files() {
    let folder = Folder::small(&[("days = 28", "dayz = 28")]);
    insta::assert_snapshot!(shown(
        &folder,
        &["check", "worlds/small.toml", "small.toml"]
    ));
}

/// Every code has been seen by a reader of the snapshots.
#[test]
fn every_code_has_a_snapshot() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots");
    let mut seen = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .contains("__diagnostics__")
        {
            seen.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    let unseen: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.id())
        .filter(|id| !seen.contains(&format!("[{id}]")))
        .collect();
    assert!(unseen.is_empty(), "no snapshot shows {unseen:?}");
}

const UNCERTAIN: [(&str, &str); 3] = [
    (
        "prevalence = \"20 per million\"",
        "prevalence = \"10 to 40 per million\"",
    ),
    (
        "prevalence = \"5 per million\"",
        "prevalence = \"2 to 9 per million\"",
    ),
    (
        "prevalence = \"1 per million\"",
        "prevalence = \"0.5 to 4 per million\"",
    ),
];

/// Checks the small scenario, three prevalences of which are uncertain, with these tables.
fn correlated(tables: &str) -> String {
    let tables = format!("{tables}\n\n[run]");
    checked(&[&UNCERTAIN[..], &[("[run]", &tables)]].concat(), &[])
}

macro_rules! correlations {
    ($($name:ident: [$($between:expr, $rank:expr);+];)+) => {
        $(#[test]
        fn $name() {
            let one = |(between, rank): &(&str, &str)| {
                format!("[[correlations]]\nbetween = {between}\nrank = {rank}")
            };
            let tables: Vec<String> = [$(($between, $rank)),+].iter().map(one).collect();
            insta::assert_snapshot!(correlated(&tables.join("\n\n")));
        })+
    };
}

const KNOWN_NEW: &str = r#"["material.known.prevalence", "material.new.prevalence"]"#;
const NEW_KNOWN: &str = r#"["material.new.prevalence", "material.known.prevalence"]"#;
const NEW_GROOMING: &str = r#"["material.new.prevalence", "material.grooming.prevalence"]"#;
const KNOWN_GROOMING: &str = r#"["material.known.prevalence", "material.grooming.prevalence"]"#;

correlations! {
    correlations_without_a_mistake: [KNOWN_NEW, "0.6"; NEW_GROOMING, "{ value = -0.2, status = \"assumption\", note = \"made up\" }"];
    correlation_of_an_unknown_path: [r#"["material.known.prevalance", "material.new.prevalence"]"#, "0.6"];
    correlation_of_a_fixed_number: [r#"["material.known.prevalence", "benign.family.shift"]"#, "0.6"];
    correlation_twice: [KNOWN_NEW, "0.6"; NEW_KNOWN, "0.5"];
    correlation_with_itself: [r#"["material.new.prevalence", "material.new.prevalence"]"#, "0.6"];
    correlation_above_one: [KNOWN_NEW, "1.2"];
    correlation_of_one: [r#"["material.known.prevalence"]"#, "0.2"];
    correlation_that_is_uncertain: [KNOWN_NEW, "\"0.2 to 0.4\""];
    correlation_without_freedom: [KNOWN_NEW, "1"];
    correlations_that_conflict: [KNOWN_NEW, "0.9"; NEW_GROOMING, "0.8"; KNOWN_GROOMING, "-0.3"];
}

macro_rules! runs {
    ($($name:ident: $tables:expr;)+) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(checked(&[("replications = 6", $tables)], &[]));
        })+
    };
}

runs! {
    repeats_that_do_not_divide: "replications = 10\nrepeats = 4";
    stop_of_an_unknown_metric: "replications = 600\n\n[stop]\nmetric = \"arivals\"\nhalf-width = 5";
    stop_of_an_unknown_desk: "replications = 600\n\n[stop]\nmetric = \"arrivals\"\ndesk = \"polise\"\nhalf-width = 5";
    stop_of_full_confidence: "replications = 600\n\n[stop]\nmetric = \"arrivals\"\ndesk = \"police\"\nhalf-width = 5\nconfidence = \"100 %\"";
    stop_after_the_end: "replications = 6\n\n[stop]\nmetric = \"arrivals\"\ndesk = \"police\"\nhalf-width = 5";
    stop_of_two_widths: "replications = 600\n\n[stop]\nmetric = \"arrivals\"\ndesk = \"police\"\nhalf-width = 5\nrelative-half-width = \"2 %\"";
    stop_of_no_width: "replications = 600\n\n[stop]\nmetric = \"arrivals\"\ndesk = \"police\"";
}

/// What is wrong with factors, in a file and on the command line.
macro_rules! factors {
    ($($name:ident: $path:expr, $over:expr;)+) => {
        $(#[test]
        fn $name() {
            let (over, mut argument) = (String::from($over), $path.to_owned());
            let mut table = format!("[[factors]]\npath = \"{}\"", $path);
            if !over.is_empty() {
                table.push_str(&format!("\nover = \"{over}\""));
                argument.push_str(&format!("={over}"));
            }
            let table = format!("{table}\n\n[run]");
            let both = [
                checked(&[("[run]", &table)], &[]),
                shown(&Folder::small(&[]), &["sweep", "small.toml", "--lever", &argument]),
            ];
            insta::assert_snapshot!(both.join("\n\n"));
        })+
    };
}

factors! {
    factor_of_an_unknown_path: "material.new.prevalance", "1e-6 .. 1e-5";
    factor_of_a_path_without_its_table: "desks.police.benign", "";
    factor_of_a_name_of_other_desks: "desks.police.people", "";
    factor_of_a_number_that_the_table_has_not: "desks.police.chairs-in-use", "";
    factor_outside_its_range: "material.new.prevalence", "0.5 .. 1.5";
    factor_level_outside_its_range: "material.new.prevalence", "0.5; 1.5";
    factor_out_of_order: "material.new.prevalence", "1e-5 .. 1e-6";
    factor_of_a_logarithm_of_nought: "material.new.prevalence", "0 .. 1e-6 log";
    factor_of_one_level: "material.new.prevalence", "1e-7 .. 1e-6 in 1";
    factor_of_an_interval: "desks.police.capacity", "1 to 5/day; 9/day";
    factor_without_values: "material.new.prevalence", "";
}

#[test]
fn factor_twice() {
    let one = "[[factors]]\npath = \"material.new.prevalence\"\nover = \"1e-6; 1e-5\"";
    let table = format!("{one}\n\n{one}\n\n[run]");
    let levers = [
        "material.new.prevalence=1e-6; 1e-5",
        "material.new.prevalence=1e-6 .. 1e-5",
    ];
    let arguments = [
        "sweep",
        "small.toml",
        "--lever",
        levers[0],
        "--lever",
        levers[1],
    ];
    let both = [
        checked(&[("[run]", &table)], &[]),
        shown(&Folder::small(&[]), &arguments),
    ];
    insta::assert_snapshot!(both.join("\n\n"));
}

/// A mistake in all services at once leaves none to judge.
#[test]
fn no_service_is_left() {
    for set in ["services=3", "services=[]", "services.chat=3"] {
        let shown = checked(&[], &[set]);
        assert!(shown.contains("error[S0"), "{shown}");
    }
    let none = "[services.chat]\naccounts = \"800 000\"\nitems = { text = \"20/day\", image = \"2/day\" }\nencrypted = true\n";
    let mail = "[services.mail]\naccounts = \"400 000\"\nvolume = { text = \"3 million/day\", image = \"200 000/day\" }\n";
    let shown = checked(&[(none, "services = 3\n"), (mail, "")], &[]);
    assert!(shown.contains("exit 2"), "{shown}");
}

/// Metrics are asked for by names, between marks.
#[test]
fn names_with_the_marks_of_metrics() {
    for name in ["a@b", "a:b", "a%b", "", "a\\nb"] {
        let desk = format!("[desks.\"{name}\"]\ncapacity = \"5/day\"\n\n[desks.provider]");
        let shown = checked(&[("[desks.provider]", &desk)], &[]);
        assert!(shown.contains("cannot be a name"), "{shown}");
    }
}
