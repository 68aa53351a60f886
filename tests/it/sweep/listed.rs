//! CSV files as people have them.

use vessels::export::rows::{Listed, RowsError, read_listed, read_table};

fn listed(text: &[u8]) -> Result<Listed, RowsError> {
    let folder = super::folder();
    let path = folder.path().join("points.csv");
    std::fs::write(&path, text).unwrap();
    read_listed(&path)
}

fn message(text: &[u8]) -> String {
    let message = listed(text).unwrap_err().to_string();
    let end = message.split_once("points.csv`").unwrap().1;
    end.to_owned()
}

/// Quotes, the mark that Excel puts first, ends of lines of all systems, empty lines, and spaces.
#[test]
fn many_ways_to_write_the_same() {
    let wanted = Listed {
        names: vec!["a.b".into(), "c".into()],
        values: vec![
            vec!["1".into(), "0.25".into()],
            vec!["x, y".into(), "z".into()],
        ],
    };
    for text in [
        "a.b,c\n1,\"x, y\"\n0.25,z\n",
        "a.b,c\r\n1,\"x, y\"\r\n0.25,z\r\n",
        "a.b,c\r1,\"x, y\"\r0.25,z",
        "\u{feff}a.b,c\n1,\"x, y\"\n0.25,z\n",
        "\u{feff}\"a.b\",\"c\"\r\n\"1\",\"x, y\"\r\n\"0.25\",\"z\"\r\n",
        "a.b,c\n\n1,\"x, y\"\n\n\n0.25,z\n\n",
        "\n\na.b,c\n1,\"x, y\"\n0.25,z",
        " a.b , c \n 1 , \"x, y\" \n 0.25 , z \n"
            .replace(" \"", "\"")
            .replace("\" ", "\"")
            .as_str(),
    ] {
        assert_eq!(listed(text.as_bytes()).unwrap(), wanted, "{text:?}");
    }
    let quoted = listed(b"a\n\"he said \"\"no\"\"\"\n").unwrap();
    assert_eq!(quoted.values, [["he said \"no\""]]);
}

#[test]
fn what_is_refused() {
    for (text, wanted) in [
        (
            &b"a;b\n1;2\n"[..],
            ": its columns are set apart by semicolons; write commas",
        ),
        (
            b"a\tb\n1\t2\n",
            ": its columns are set apart by tabs; write commas",
        ),
        (
            b"a,b\n1\n",
            "CSV error: record 1 (line: 2, byte: 4): found record with 1 fields, but the previous record has 2 fields",
        ),
        (b"a,b\n1,2\n3,\xff\n", "row 2, column `b`: it is no UTF-8"),
        (b"a,,b\n1,2,3\n", ": column 2 has no name"),
        (b"a,a\n1,2\n", ": the column `a` is there twice"),
        (b"a,b\n1,\n", ", row 1, column `b`: there is no value"),
        (b"a,b\n", ": it has no points"),
        (b"", ": it has no points"),
        (b"\xef\xbb\xbf", ": it has no points"),
        (b"\n\n", ": it has no points"),
        (
            b"\xff\xfea\x00,\x00b\x00\n\x00",
            ": its text is UTF-16; write UTF-8",
        ),
    ] {
        let message = message(text);
        assert!(message.contains(wanted), "{message} / {wanted}");
    }
}

/// What is beside a CSV that was written here: damaged, or of another number of rows.
#[test]
fn files_beside_a_csv() {
    let folder = super::folder();
    let sweep = super::Sweep::new(1);
    let csv = sweep.make(folder.path(), None).remove(1);
    let sound = std::fs::read_to_string(&csv).unwrap();
    let lines: Vec<&str> = sound.lines().collect();
    std::fs::write(&csv, lines[..lines.len() - 1].join("\n")).unwrap();
    let message = read_table(&csv).unwrap_err().to_string();
    assert!(message.contains("it has 29 rows, and `"), "{message}");
    assert!(message.ends_with(".json` says 30"), "{message}");
    std::fs::write(&csv, &sound).unwrap();
    read_table(&csv).unwrap();
    for end in ["columns.json", "json"] {
        let path = csv.with_extension(end);
        let text = std::fs::read(&path).unwrap();
        std::fs::write(&path, &text[..text.len() / 2]).unwrap();
        let message = read_table(&csv).unwrap_err().to_string();
        assert!(message.contains(path.to_str().unwrap()), "{message}");
        std::fs::write(&path, &text).unwrap();
    }
    // A file of somebody else that is called the same says nothing.
    std::fs::remove_file(csv.with_extension("columns.json")).unwrap();
    std::fs::write(csv.with_extension("json"), "no JSON").unwrap();
    assert!(read_table(&csv).unwrap().manifest.is_null());
}
