//! Every chart, seen from outside.

use super::*;

#[test]
fn look() {
    for chart in fixture::charts() {
        std::fs::write(
            format!("/tmp/h1/out/{}.png", chart.name()),
            chart.render(Format::Png).unwrap(),
        )
        .unwrap();
        std::fs::write(
            format!("/tmp/h1/out/{}.svg", chart.name()),
            chart.render(Format::Svg).unwrap(),
        )
        .unwrap();
    }
}
