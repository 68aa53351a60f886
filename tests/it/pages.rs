//! The pages of `docs` and the README: every command block runs, every link leads somewhere, every page is a chapter.

use crate::small::Folder;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// What a command in a `sh` block may begin with besides `vessels`, and why it is not run here.
const NOT_RUN: &[(&str, &str)] = &[
    ("cargo build", "this binary was built by it"),
    ("cargo test", "it is what runs this"),
    ("cargo install", "installs a program"),
    ("cargo bench", "`.ci/run` runs all benches once"),
    ("mdbook build", "`.ci/run` builds the book"),
    ("/usr/bin/time -v python3", "needs numpy"),
    ("python3 tests/data/", "needs mpmath or scipy"),
    ("python3 benches/peers/", "needs the peers"),
    (
        "vessels merge results",
        "joins what `parallel` would have left",
    ),
    ("parallel ", "needs GNU parallel and other machines"),
    ("web/build.sh", "`.ci/run` builds the engine for browsers"),
    ("tests/web.sh", "`.ci/run` runs it"),
    (
        "tests/cluster/slurm.sh",
        "`.ci/run` runs it; needs a scheduler",
    ),
    (".ci/run", "it is what runs this"),
];

/// What may stand before `vessels`.
const PREFIXES: &[&str] = &[
    "/usr/bin/time -v ",
    "/usr/bin/time -f %U ",
    "target/release/",
    "target/debug/",
];

/// Names that a reader replaces.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("FOLDER", "out/folder"),
    ("POINTS", "8"),
    ("REPLICATIONS", "2"),
    ("N", "16"),
    ("S", "1"),
];

/// The commands of a block: continued lines joined.
fn commands(block: &[Line<'_>]) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut continued = false;
    for (number, line) in block {
        let (text, more) = match line.trim().strip_suffix('\\') {
            Some(text) => (text, true),
            None => (line.trim(), false),
        };
        match found.last_mut() {
            Some(last) if continued => last.1.push_str(text),
            _ => found.push((*number, text.to_owned())),
        }
        continued = more;
    }
    found.retain(|(_, text)| !text.is_empty() && !text.starts_with('#'));
    found
}

/// Words of a command of a shell, without comment and `&`; both kinds of quotes, nothing else.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut quote, mut open) = (None, false);
    for c in command.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => words.last_mut().unwrap().push(c),
            None if c == '#' && !open => break,
            None if c.is_whitespace() => open = false,
            None => {
                if !open {
                    words.push(String::new());
                    open = true;
                }
                if c == '"' || c == '\'' {
                    quote = Some(c);
                } else {
                    words.last_mut().unwrap().push(c);
                }
            }
        }
    }
    assert!(quote.is_none(), "a quote is not closed: {command}");
    if words.last().is_some_and(|w| w == "&") {
        words.pop();
    }
    words
}

/// Arguments of the program, or the reason why the command is not run.
fn arguments(command: &str) -> Result<Vec<String>, &'static str> {
    if let Some((_, why)) = NOT_RUN.iter().find(|(with, _)| command.starts_with(with)) {
        return Err(why);
    }
    let mut rest = command;
    for prefix in PREFIXES {
        rest = rest.strip_prefix(prefix).unwrap_or(rest);
    }
    let mut words = words(rest);
    let cut = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["vessels", ..] => 1,
        ["cargo", "run", "--release", "--", ..] => 4,
        _ => panic!("neither `vessels` nor in the list of what is not run: {command}"),
    };
    words.drain(..cut);
    Ok(words.iter().map(|word| filled(word)).collect())
}

/// A word with its placeholder replaced.
fn filled(word: &str) -> String {
    let (start, end) = word.rsplit_once('=').map_or(("", word), |(a, b)| (a, b));
    match PLACEHOLDERS.iter().find(|(name, _)| *name == end) {
        Some((_, value)) if start.is_empty() => (*value).to_owned(),
        Some((_, value)) => format!("{start}={value}"),
        None => word.to_owned(),
    }
}

/// Sets an option to at most a number; adds it where it is missing and `always`.
fn at_most(arguments: &mut Vec<String>, option: &str, most: u64, always: bool) {
    match arguments.iter().position(|a| a == option) {
        Some(i) => {
            let value: u64 = arguments[i + 1].parse().unwrap();
            arguments[i + 1] = value.min(most).to_string();
        }
        None if always => arguments.extend([option.to_owned(), most.to_string()]),
        None => {}
    }
}

/// The same command at a small price: few replications and points, short horizons where only rows are wanted.
fn cheap(mut arguments: Vec<String>) -> Vec<String> {
    let command = arguments.iter().position(|a| {
        !a.starts_with("--") && !(a.len() == 2 && a.chars().all(|c| c.is_ascii_lowercase()))
    });
    let name = command.map(|i| arguments[i].clone()).unwrap_or_default();
    let short = || ["--set".to_owned(), "run.days=28".to_owned()];
    let quasi = arguments.iter().any(|a| a == "run.sampling=quasi");
    let sweep = arguments.iter().any(|a| a == "--from");
    match name.as_str() {
        "run" | "report" if quasi => at_most(&mut arguments, "--replications", 16, true),
        "run" | "report" | "compare" | "findings" => {
            at_most(&mut arguments, "--replications", 3, true);
        }
        "sweep" => {
            // Names of tables hold both numbers, so those of pages are small enough to be kept.
            at_most(&mut arguments, "--points", 400, true);
            at_most(&mut arguments, "--replications", 30, false);
            arguments.extend(short());
        }
        "solve" => {
            at_most(&mut arguments, "--replications", 8, true);
            arguments.extend(short());
        }
        "sensitivity" if !sweep => {
            let method = |name: &str| arguments.iter().any(|a| a == name);
            let most = match () {
                () if method("morris") || method("tornado") => 2,
                () if method("given-data") || method("--worth") => 128,
                () => 64,
            };
            // A report takes up an analysis of the same horizon only.
            let taken_up = method("given-data");
            at_most(&mut arguments, "--points", most, true);
            if !taken_up {
                arguments.extend(short());
            }
        }
        _ => {}
    }
    let writes = [
        "run",
        "report",
        "compare",
        "sweep",
        "merge",
        "solve",
        "sensitivity",
        "robust",
    ];
    let forced = arguments.iter().any(|a| a == "--force");
    if writes.contains(&name.as_str()) && !forced {
        arguments.push("--force".into());
    }
    arguments
}

/// What is wrong with the `sh` blocks of a page, all of them run in one folder, with the files that the page has made before.
fn faults(page: &str) -> Vec<String> {
    let text = read(&root().join(page));
    let folder = Folder::new();
    for (file, content) in listings(&text) {
        folder.write(&file, &content);
    }
    let mut faults = Vec::new();
    for (info, block) in parts(&text).1 {
        let shown = block
            .iter()
            .filter(|_| info == "console")
            .filter_map(|(number, line)| Some((*number, line.strip_prefix("$ ")?.to_owned())))
            .filter(|(_, command)| command.starts_with("vessels new "));
        let block = match info {
            "sh" => commands(&block),
            _ => shown.collect(),
        };
        for (line, command) in block {
            let Ok(mut arguments) = arguments(&command) else {
                continue;
            };
            let target = arguments.iter().position(|a| a == ">").map(|i| {
                let target = arguments[i + 1].clone();
                arguments.truncate(i);
                target
            });
            let arguments = cheap(arguments);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let ran = folder.run(&arguments);
            if !matches!(ran.code, Some(0 | 1)) {
                let what = arguments.join(" ");
                faults.push(format!(
                    "{page}:{line}: vessels {what}\n{:?} {}",
                    ran.code, ran.stderr
                ));
            }
            if let Some(target) = target {
                folder.write(&target, &ran.stdout);
            }
        }
    }
    faults
}

#[test]
fn sh_blocks_run() {
    let pages = pages();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let faults = faults(page);
                    found.lock().unwrap().extend(faults);
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    assert!(found.is_empty(), "{}", found.join("\n"));
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

/// The targets of links and images of a line, inline code left out.
fn links(line: &str) -> Vec<&str> {
    let prose = line.split('`').step_by(2);
    // A link may hold code in its text, so targets are sought in what follows as well.
    let mut found = Vec::new();
    for part in prose {
        for rest in part.split("](").skip(1) {
            found.push(rest.split(')').next().unwrap());
        }
    }
    found
}

/// The anchors of a page, as GitHub and mdBook make them.
fn anchors(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (_, line) in parts(text).0 {
        let Some(title) = line.strip_prefix('#') else {
            continue;
        };
        let anchor: String = title
            .trim_start_matches('#')
            .trim()
            .chars()
            .filter_map(|c| match c {
                ' ' => Some('-'),
                '-' | '_' => Some(c),
                c if c.is_alphanumeric() => Some(c.to_ascii_lowercase()),
                _ => None,
            })
            .collect();
        let before = found
            .iter()
            .filter(|f| **f == anchor || f.starts_with(&format!("{anchor}-")))
            .count();
        if found.contains(&anchor) {
            found.push(format!("{anchor}-{before}"));
        } else {
            found.push(anchor);
        }
    }
    found
}

/// Why a link leads nowhere.
fn broken(page: &str, target: &str) -> Option<String> {
    if target.starts_with("https://") {
        return None;
    }
    let (file, anchor) = target
        .split_once('#')
        .map_or((target, None), |(f, a)| (f, Some(a)));
    let here = root().join(page);
    let path: PathBuf = if file.is_empty() {
        here
    } else {
        here.parent().unwrap().join(file)
    };
    if !path.exists() {
        return Some("there is no such file".into());
    }
    if page.starts_with("docs/") && file.contains("..") {
        return Some("it leads out of the book".into());
    }
    let anchor = anchor?;
    let known = anchors(&read(&path));
    (!known.iter().any(|a| a == anchor)).then(|| format!("no such heading; there are {known:?}"))
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = read(&root().join(&page));
        for (line, prose) in parts(&text).0 {
            for target in links(prose) {
                if let Some(why) = broken(&page, target) {
                    wrong.push(format!("{page}:{line}: {target}: {why}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_is_a_chapter() {
    let summary = read(&root().join("docs/SUMMARY.md"));
    let mut chapters: Vec<String> = summary
        .lines()
        .flat_map(links)
        .map(|target| format!("docs/{target}"))
        .collect();
    chapters.extend(["docs/SUMMARY.md".into(), "README.md".into()]);
    chapters.sort();
    assert_eq!(
        chapters,
        pages(),
        "chapters of docs/SUMMARY.md, and pages that there are"
    );
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

#[test]
fn shells_are_read_as_shells_read_them() {
    assert_eq!(
        words("vessels run a --set x=\"1 %\" 'b c'  # why"),
        ["vessels", "run", "a", "--set", "x=1 %", "b c"]
    );
    assert_eq!(
        arguments("cargo run --release -- run a").unwrap(),
        ["run", "a"]
    );
    assert_eq!(
        arguments("vessels run a --out FOLDER &").unwrap(),
        ["run", "a", "--out", "out/folder"]
    );
    assert!(arguments("cargo test").is_err());
    assert_eq!(anchors("# A b\n## A b\n## 1. C (`d_e-f`)\n"), ["a-b", "a-b-1", "1-c-d_e-f"]);
    assert!(broken("README.md", "docs/nothing.md").is_some());
    assert!(broken("README.md", "docs/model.md#nothing").is_some());
    assert!(broken("docs/model.md", "../README.md").is_some());
    assert_eq!(links("a [`x`](b.md) and `[c](d)` ![e](f)"), ["b.md", "f"]);
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
            .map(|(_, block)| commands(block).len())
            .sum();
        (headings, run, text.split_whitespace().count() as f64)
    };
    let (a, b) = (page("for-proponents.md"), page("for-critics.md"));
    assert_eq!((&a.0, a.1), (&b.0, b.1));
    assert!(!a.0.is_empty());
    assert!((a.2 / b.2 - 1.0).abs() < 0.1, "{} and {} words", a.2, b.2);
}
