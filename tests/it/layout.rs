//! A scenario as one file for people: the same scenario, in lines that can be read.

use crate::support::{bundled, scenario};
use vessels::bundled::catalogue;
use vessels::export::json::digest;

/// Longest line that is no single text or number.
const WIDTH: usize = 160;

fn is_table(line: &str) -> bool {
    line.contains("= {") || line.trim_start().starts_with('{')
}

#[test]
fn every_bundled_scenario_is_the_same_scenario_when_read_again() {
    for entry in catalogue() {
        let first = bundled(entry.name, &[]);
        let text = first.laid_out();
        let second = scenario(&text);
        assert_eq!(digest(&first), digest(&second), "{}", entry.name);
        assert_eq!(text, second.laid_out(), "{}: a second time", entry.name);
        for line in text.lines().filter(|line| is_table(line)) {
            assert!(line.chars().count() <= WIDTH, "{}: {line}", entry.name);
        }
    }
}

#[test]
fn settings_are_in_it() {
    let set = [
        "policy.orders.new.rule.fdr=0.25",
        "services.snapchat.items.image=\"7/day\"",
        "desks.police.staff.people=31",
    ];
    let first = bundled("commission-2022", &set);
    let text = first.laid_out();
    for line in ["rule.fdr = 0.25", "items.image = \"7/day\"", "people = 31"] {
        assert!(text.lines().any(|l| l == line), "no `{line}` in\n{text}");
    }
    assert_eq!(digest(&first), digest(&scenario(&text)));
    let plain = bundled("commission-2022", &[]);
    assert_ne!(digest(&first), digest(&plain));
}

#[test]
fn it_has_headers_and_one_key_on_a_line() {
    let text = bundled("commission-2022", &[]).laid_out();
    let lines: Vec<&str> = text.lines().collect();
    for line in [
        "[services.whatsapp]",
        "[desks.police]",
        "[policy.orders.known]",
        "title = \"WhatsApp\"",
        "days = 730",
    ] {
        assert!(lines.contains(&line), "no `{line}` in\n{text}");
    }
    let order = [
        "title = ",
        "population = ",
        "[services.",
        "[material.",
        "[desks.",
        "[policy]",
        "[run]",
    ];
    let places: Vec<_> = order
        .map(|start| {
            lines
                .iter()
                .position(|l| l.starts_with(start))
                .expect(start)
        })
        .into();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn quotes_and_breaks_in_texts_come_back() {
    let set = ["group=\"with \\\"quotes\\\", 'more', \\\\ and\\r\\n[a.break]\\t\""];
    let first = bundled("everything", &set);
    let second = scenario(&first.laid_out());
    assert_eq!(first.resolved, second.resolved);
}
