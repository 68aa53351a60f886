//! What a scenario does not have is not spoken of, and what does not fit is made smaller before it is cut.

use super::*;

const SIZES: [Size; 2] = [Size::Page, Size::Slide];

#[test]
fn desks_without_a_limit_have_neither_line_nor_words_of_one() {
    let mut chart = fixture::report_load();
    let words = |chart: &ReportLoad| Chart::ReportLoad(chart.clone()).texts().join("\n");
    assert!(words(&chart).contains("what the desk can handle"));
    for day in chart.desks.iter_mut().flat_map(|desk| &mut desk.days) {
        day.capacity = f64::INFINITY;
    }
    assert!(!words(&chart).contains("can handle"));
    assert_eq!(
        Chart::ReportLoad(chart).title(),
        "What arrives at each desk per day"
    );
}

#[test]
fn a_queue_in_which_nothing_waits_has_no_numbers_on_its_axis() {
    let mut chart = fixture::backlog_delay();
    chart.desks.truncate(1);
    for day in &mut chart.desks[0].days {
        *day = DayQueue {
            day: day.day,
            ..DayQueue::default()
        };
    }
    let texts = Chart::BacklogDelay(chart).texts();
    let said = |text: &str| texts.iter().filter(|t| *t == text).count();
    assert_eq!(said("nothing waits at the end of a day"), 2, "{texts:?}");
    assert_eq!(said("0"), 2, "{texts:?}");
    assert_eq!(said("10") + said("0.1"), 0, "{texts:?}");
}

#[test]
fn an_analysis_without_influence_says_so_in_place_of_an_axis() {
    let mut chart = fixture::indices();
    chart.rows.clear();
    let texts = Chart::Indices(chart).texts();
    assert!(texts.contains(&"no factor to show".to_owned()), "{texts:?}");
    assert!(!texts.iter().any(|text| text.ends_with('%')), "{texts:?}");
}

#[test]
fn names_over_columns_are_made_smaller_before_they_are_cut() {
    let dutch = Language::find("nl").unwrap();
    let mut queues = fixture::backlog_delay();
    queues.head.language = dutch;
    let mut loads = fixture::report_load();
    loads.desks.truncate(3);
    loads.desks[0].desk = "moderatoren van de aanbieders".into();
    for size in SIZES {
        let cut = |chart: &Chart| {
            let scene = chart.scene(size);
            scene.labels().any(|label| {
                let starts = ["vertraging", "moderatoren"];
                starts.iter().any(|s| label.text.starts_with(s)) && label.text.ends_with('…')
            })
        };
        assert!(!cut(&Chart::BacklogDelay(queues.clone())), "{size:?}");
        assert!(!cut(&Chart::ReportLoad(loads.clone())), "{size:?}");
    }
}

#[test]
fn the_name_of_the_thresholds_stays_within_the_margin() {
    let dutch = Language::find("nl").unwrap();
    let mut chart = fixture::risk();
    chart.head.language = dutch;
    for size in SIZES {
        let scene = Chart::Risk(chart.clone()).scene(size);
        let name = |start: &str| scene.labels().find(|label| label.text.starts_with(start));
        let (across, title) = (name("drempel k").unwrap(), name("De kans").unwrap());
        assert!(across.area.left >= title.area.left - 3.0, "{size:?}");
    }
}
