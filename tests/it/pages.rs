//! The pages of `docs` and the README: `console` blocks show what comes out, everything is described, and both sides of the
//! debate get the same. What `sh` blocks do, and where links lead, is in `book`.

use crate::small::Folder;
use std::collections::BTreeMap;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.replace("\r\n", "\n")
}

/// Paths of all pages, relative to the repository.
fn pages() -> Vec<String> {
    let docs = std::fs::read_dir(root().join("docs")).unwrap();
    let mut names: Vec<String> = docs
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".md"))
        .map(|name| format!("docs/{name}"))
        .collect();
    names.push("README.md".into());
    names.sort();
    names
}

/// A line of a page, with its number.
type Line<'a> = (usize, &'a str);

/// The lines of a page outside of fenced blocks, and the blocks by their info strings.
fn parts(text: &str) -> (Vec<Line<'_>>, Vec<(&str, Vec<Line<'_>>)>) {
    let (mut prose, mut blocks) = (Vec::new(), Vec::new());
    let mut open: Option<(&str, Vec<Line<'_>>)> = None;
    for (i, line) in text.lines().enumerate() {
        let fence = line.trim_start().strip_prefix("```");
        match (fence, open.take()) {
            (Some(info), None) => open = Some((info.trim(), Vec::new())),
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some(mut block)) => {
                block.1.push((i + 1, line));
                open = Some(block);
            }
            (None, None) => prose.push((i + 1, line)),
        }
    }
    assert!(open.is_none(), "a block is not closed");
    (prose, blocks)
}

/// The files that a page tells its reader to save: listings whose first line is a comment with a name.
fn listings(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (info, block) in parts(text).1 {
        let name = block
            .first()
            .and_then(|(_, line)| line.strip_prefix("# "))
            .filter(|name| info == "toml" && name.ends_with(".toml") && !name.contains(' '));
        if let Some(name) = name {
            let lines: Vec<&str> = block.iter().map(|(_, line)| *line).collect();
            found.push((name.to_owned(), lines.join("\n") + "\n"));
        }
    }
    found
}

/// Every `console` block gives the output that it shows; each page has a folder of its own. Refreshed with `TRYCMD=overwrite`.
#[test]
fn console_blocks_show_what_comes_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut copies = BTreeMap::new();
    for page in pages() {
        let text = read(&root().join(&page));
        let name = page.replace('/', "_");
        let copy = folder.path().join(&name);
        std::fs::write(&copy, &text).unwrap();
        for ending in ["in", "out"] {
            std::fs::create_dir(copy.with_extension(ending)).unwrap();
        }
        for (file, content) in listings(&text) {
            std::fs::write(copy.with_extension("in").join(file), content).unwrap();
        }
        copies.insert(page, (copy, text));
    }
    trycmd::TestCases::new()
        .default_bin_name("vessels")
        .case(folder.path().join("*.md"))
        .run();
    for (page, (copy, text)) in copies {
        let now = read(&copy);
        if now != text {
            std::fs::write(root().join(page), now).unwrap();
        }
    }
}

/// A block is a command, a listing in a known language, or text; nothing is hidden by a misspelt info string.
#[test]
fn blocks_say_what_they_are() {
    const KNOWN: &[&str] = &["sh", "console", "toml", "text", "json"];
    for page in pages() {
        for (info, block) in parts(&read(&root().join(&page))).1 {
            let (line, _) = block.first().expect("a block with text");
            assert!(
                KNOWN.contains(&info),
                "{page}:{line}: a block of kind `{info}`"
            );
            let hidden = block
                .iter()
                .any(|(_, text)| text.trim_start().starts_with("$ "));
            assert!(
                info == "console" || !hidden,
                "{page}:{line}: a command in a block of kind `{info}`"
            );
        }
    }
}

/// The targets of links and images of a line.
fn links(line: &str) -> Vec<&str> {
    let rest = line.split("](").skip(1);
    rest.map(|rest| rest.split(')').next().unwrap()).collect()
}

/// The book is made of `docs` alone, so what lies beside it is named and not linked.
#[test]
fn no_link_leads_out_of_the_book() {
    let mut wrong = Vec::new();
    for page in pages().iter().filter(|page| page.starts_with("docs/")) {
        let text = read(&root().join(page));
        for (line, prose) in parts(&text).0 {
            let out = links(prose).into_iter().filter(|t| t.contains(".."));
            wrong.extend(out.map(|target| format!("{page}:{line}: {target}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each page once, and no chapter without a page; the list of `book` is about the other direction.
#[test]
fn every_chapter_is_a_page_and_is_there_once() {
    let summary = read(&root().join("docs/SUMMARY.md"));
    let mut chapters: Vec<String> = summary
        .lines()
        .flat_map(links)
        .map(|target| format!("docs/{target}"))
        .collect();
    chapters.extend(["docs/SUMMARY.md".into(), "README.md".into()]);
    chapters.sort();
    assert_eq!(chapters, pages());
}

/// Headings of a page that name what is described in code: `## `run``.
fn described(page: &str) -> Vec<String> {
    let text = read(&root().join(page));
    let prose = parts(&text).0;
    let headings = prose.iter().filter(|(_, line)| line.starts_with('#'));
    headings
        .flat_map(|(_, line)| line.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_is_described() {
    let help = Folder::new().run(&["--help"]).exits(0).stdout;
    let list = help.split("Commands:\n").nth(1).unwrap();
    let list = list.split("\n\n").next().unwrap();
    let commands: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() > 15, "{commands:?}");
    let described = described("docs/commands.md");
    for command in commands {
        assert!(
            described.iter().any(|d| d == command),
            "docs/commands.md has no heading `{command}`"
        );
    }
}

#[test]
fn every_chart_is_explained() {
    let messages = read(&root().join("locales/en.ftl"));
    let described = described("docs/charts.md");
    let charts: Vec<&str> = messages
        .lines()
        .filter_map(|line| line.strip_prefix("chart-title-"))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert!(charts.len() > 15, "{charts:?}");
    for chart in charts {
        assert!(
            described
                .iter()
                .any(|d| d.trim_end_matches(".png") == chart),
            "docs/charts.md has no heading `{chart}.png`"
        );
    }
}

/// Both sides of the debate get a page with the same parts, as many commands, and about as many words.
#[test]
fn both_sides_get_the_same() {
    let page = |name: &str| {
        let text = read(&root().join("docs").join(name));
        let (prose, blocks) = parts(&text);
        let headings: Vec<String> = prose
            .iter()
            .filter_map(|(_, line)| line.strip_prefix("## "))
            .map(str::to_owned)
            .collect();
        let run: usize = blocks
            .iter()
            .filter(|(info, _)| *info == "sh")
            .map(|(_, block)| block.len())
            .sum();
        (headings, run, text.split_whitespace().count() as f64)
    };
    let (a, b) = (page("for-proponents.md"), page("for-critics.md"));
    assert_eq!((&a.0, a.1), (&b.0, b.1));
    assert!(!a.0.is_empty());
    assert!((a.2 / b.2 - 1.0).abs() < 0.1, "{} and {} words", a.2, b.2);
}
