//! Aliases are what the columns of the design say they are.

use super::*;

fn design(factors: usize, generators: &[&str]) -> Fractional {
    Fractional::new(factors, generators).unwrap()
}

/// The column of an effect: the product of the levels −1 and +1 of its factors.
fn column(design: &Fractional, effect: Word) -> Vec<i32> {
    (0..design.points())
        .map(|row| {
            let point = design.point(row).unwrap();
            (0..design.factors())
                .filter(|i| (effect.factors >> i) & 1 == 1)
                .map(|i| 2 * point[i] as i32 - 1)
                .product::<i32>()
                * if effect.negative { -1 } else { 1 }
        })
        .collect()
}

#[test]
fn standard_designs_have_the_resolution_of_the_table() {
    for row in standard::TABLE {
        let generators: Vec<&str> = row.generators.split(' ').collect();
        let design = design(row.factors, &generators);
        assert_eq!(
            design.resolution(),
            Some(row.resolution),
            "{}",
            row.generators
        );
        assert_eq!(design.defining().len(), (1 << generators.len()) - 1);
    }
    assert!(standard::TABLE.windows(2).all(|pair| {
        pair[0].factors < pair[1].factors || pair[0].generators.len() < pair[1].generators.len()
    }));
}

#[test]
fn standard_designs_have_the_fewest_rows() {
    for (factors, resolution, rows) in [
        (3, 3, 4),
        (5, 5, 16),
        (7, 3, 8),
        (7, 4, 16),
        (8, 4, 16),
        (8, 5, 64),
        (11, 3, 16),
        (11, 4, 32),
        (15, 3, 16),
        (15, 4, 32),
        (4, 3, 8),
    ] {
        let design = Fractional::standard(factors, resolution).unwrap();
        assert_eq!(design.points(), rows, "{factors} {resolution}");
        assert!(design.resolution().unwrap() >= resolution);
    }
    for (factors, resolution) in [(2, 3), (16, 3), (11, 5), (0, 0)] {
        assert!(Fractional::standard(factors, resolution).is_err());
    }
}

/// Every effect of a design equals exactly its aliases, with their sign; all others are orthogonal.
#[test]
fn aliases_are_equal_columns() {
    for design in [
        design(5, &["D=AB", "E=-AC"]),
        design(6, &["F=BCD", "E=ABC"]),
        design(3, &[]),
    ] {
        for effect in (0..1 << design.factors()).map(|factors| Word {
            factors,
            negative: false,
        }) {
            let mine = column(&design, effect);
            let aliases = design.aliases(effect, 16);
            for other in (0..1 << design.factors()).filter(|&f| f != effect.factors) {
                let theirs = column(
                    &design,
                    Word {
                        factors: other,
                        negative: false,
                    },
                );
                let product: i32 = mine.iter().zip(&theirs).map(|(a, b)| a * b).sum();
                let expected = match aliases.iter().find(|word| word.factors == other) {
                    Some(Word { negative: true, .. }) => -(design.points() as i32),
                    Some(_) => design.points() as i32,
                    None => 0,
                };
                assert_eq!(product, expected);
            }
        }
    }
}

#[test]
fn reports_read_well() {
    let design = design(5, &["D=AB", "E=-AC"]);
    let words: Vec<String> = design.defining().iter().map(Word::to_string).collect();
    assert_eq!(
        (design.points(), design.resolution(), words.join(" = ")),
        (8, Some(3), "ABD = -ACE = -BCDE".into())
    );
    let aliases = design.aliases(Word::read("A").unwrap(), 2);
    let aliases: Vec<String> = aliases.iter().map(Word::to_string).collect();
    assert_eq!(aliases, ["BD", "-CE"]);
    assert_eq!(Word::read("I").unwrap().to_string(), "I");
    assert_eq!(design.point(0).unwrap(), [0, 0, 0, 1, 0]);
    assert_eq!(design.point(8), None);
    let full = Fractional::new::<&str>(2, &[]).unwrap();
    assert_eq!(full.resolution(), None);
    assert_eq!(full.points(), 4);
}

#[test]
fn refuses() {
    let reason = |factors, generators: &[&str]| match Fractional::new(factors, generators) {
        Err(error) => error.to_string(),
        Ok(design) => panic!("{design:?}"),
    };
    for (factors, generators, expected) in [
        (
            4,
            &["D=ABC", "D=AB"][..],
            "generator `D=ABC`: its right side may name A to B only",
        ),
        (
            5,
            &["E=ABC", "E=AB"],
            "generator `E=AB`: its factor has a generator already",
        ),
        (
            5,
            &["D=ABC", "E=ABC"],
            "generator `D=ABC`: the levels of the factors DE would not be independent",
        ),
        (
            4,
            &["D=A"],
            "generator `D=A`: its right side must be a product of at least two factors",
        ),
        (4, &["DABC"], "generator `DABC`: it has no `=`"),
        (
            4,
            &["D=AIB"],
            "generator `D=AIB`: `I` is not one of the letters ABCDEFGHJKLMNOPQ",
        ),
        (4, &["D=ABA"], "generator `D=ABA`: `A` occurs twice"),
        (
            4,
            &["E=ABC"],
            "generator `E=ABC`: the last of 4 factors is D",
        ),
        (
            4,
            &["A=BC"],
            "generator `A=BC`: with so many generators the factors A to C are the base, and only later ones are generated",
        ),
        (
            4,
            &["-D=AB"],
            "generator `-D=AB`: its left side must be one letter",
        ),
        (4, &["D="], "generator `D=`: there are no letters"),
        (
            4,
            &["é=AB"],
            "generator `é=AB`: `é` is not one of the letters ABCDEFGHJKLMNOPQ",
        ),
        (
            17,
            &["D=AB"],
            "17 factors are more than the 16 that this design can serve",
        ),
        (
            1,
            &["A=BC", "B=AC"],
            "2 factors are more than the 1 that this design can serve",
        ),
        (0, &[], "a design needs at least one factor"),
        (1, &["A=BC"], "a design needs at least one factor"),
    ] {
        assert_eq!(reason(factors, generators), expected);
    }
}
