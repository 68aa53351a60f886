//! The book: every command block runs, what it shows is what comes out, every link leads somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of command blocks that no test can run here, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("cargo ", "this is run by it"),
    (
        "target/release/vessels --version",
        "a figure of docs/performance.md",
    ),
    ("python3 ", "a peer, which needs NumPy"),
    ("parallel ", "needs several machines"),
    ("web/", "tests/web.sh does"),
    ("tests/", ".ci/run does"),
    ("mdbook ", ".ci/run does"),
    (".ci/run", "it runs this"),
    ("VESSELS_REFRESH=", "it would change the checkout"),
    ("vessels merge results", "of several machines"),
    ("sbatch ", "tests/cluster/slurm.sh does"),
];

struct Block {
    page: String,
    language: String,
    text: String,
    /// Whether nothing but an empty line is between it and the block before.
    follows: bool,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<(String, String)> {
    let mut names: Vec<String> = fs::read_dir(root().join("docs"))
        .expect("docs")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.ends_with(".md"))
        .map(|name| format!("docs/{name}"))
        .collect();
    names.sort();
    names.insert(0, "README.md".into());
    let text = |name: &String| fs::read_to_string(root().join(name)).expect("a page");
    names
        .iter()
        .map(|name| (name.clone(), text(name)))
        .collect()
}

fn blocks(page: &str, text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut follows = false;
    for line in text.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => {
                blocks.extend(open.take());
                follows = true;
            }
            (Some(language), None) => {
                open = Some(Block {
                    page: page.to_owned(),
                    language: language.to_owned(),
                    text: String::new(),
                    follows,
                });
            }
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => follows &= line.is_empty(),
        }
    }
    blocks
}

/// The commands of a block, without comments and without what only measures them.
fn commands(block: &Block) -> Vec<String> {
    let joined = block.text.replace("\\\n", " ");
    joined
        .lines()
        .map(|line| line.split("  #").next().unwrap_or(line).trim())
        .map(|line| line.trim_end_matches('&').trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let line = line.strip_prefix("/usr/bin/time -v ").unwrap_or(line);
            let line = line.strip_prefix("/usr/bin/time -f %U ").unwrap_or(line);
            line.strip_prefix("cargo run --release -- ")
                .map_or(line.to_owned(), |rest| format!("vessels {rest}"))
        })
        .filter(|line| !LEFT_OUT.iter().any(|(start, _)| line.starts_with(start)))
        .map(|line| line.replace("target/release/vessels", "vessels"))
        .collect()
}

/// The smaller of a written number and another; a placeholder is the other.
fn least(written: &str, most: u64) -> String {
    let number = written.parse().map_or(2, |n: u64| n.min(most));
    number.to_string()
}

/// The command over so few replications, days and points that a test can wait for it.
fn cheaper(command: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut few = false;
    // Trajectories and replications of a tornado are each many runs; boxes need more than ten points.
    let most = match command {
        _ if command.contains("morris") || command.contains("tornado") => 2,
        _ if command.contains("sensitivity") => 100,
        _ => 64,
    };
    for word in command.split(' ') {
        let word = match word {
            _ if few => &least(word, most),
            "FOLDER" => "folder",
            "POINTS" | "REPLICATIONS" => "2",
            "run.replications=N" => "run.replications=2",
            "run.seed=S" => "run.seed=1",
            word => word,
        };
        few = word == "--points";
        words.push(word.to_owned());
    }
    let named = |name: &str| command.split(' ').any(|word| word == name);
    let mut add = |more: &str| words.push(more.to_owned());
    let simulates = ["run", "compare", "report"].into_iter().any(named);
    if simulates && !command.contains("replications") {
        add("--replications 2");
    }
    let studies = ["sensitivity", "sweep", "solve"].into_iter().any(named);
    if studies && !command.contains("run.days") {
        add("--set run.days=30");
    }
    let counted = command.contains("--points") || command.contains("--shard");
    if !counted && (named("sensitivity") || named("sweep")) {
        add(&format!("--points {most}"));
    }
    words.join(" ")
}

/// What a command prints, in the folder, with `vessels` on the path; its exit code is 0, or 1 where an expectation
/// was missed.
fn run(command: &str, folder: &Path, page: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_vessels"));
    let place = program.parent().expect("a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", format!("{place}:{path}"))
        .env("LC_ALL", "C")
        .output()
        .expect("a shell");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    let code = output.status.code();
    assert!(
        matches!(code, Some(0 | 1)),
        "{page}: `{command}` ends with {code:?}:\n{text}"
    );
    text
}

/// The lines that a page shows are in what came out, in their order; `…` stands for what is left out.
fn shown(block: &Block, output: &str, command: &str) {
    let mut rest = output.lines();
    for line in block.text.lines().filter(|line| line.trim() != "…") {
        let found = rest.any(|printed| printed.trim_end() == line.trim_end());
        assert!(
            found,
            "{}: `{command}` does not print\n{line}\nbut\n{output}",
            block.page
        );
    }
}

/// The blocks of a page, one after the other, in a folder of its own. A block of commands that a block `text` follows
/// is run as it stands, and prints what is shown; others are run over fewer replications.
fn follow(page: &str, text: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let blocks = blocks(page, text);
    for (n, block) in blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.language == "sh")
    {
        let next = blocks.get(n + 1);
        let printed = next.filter(|next| next.language == "text" && next.follows);
        let mut last = None;
        for command in commands(block) {
            let command = if printed.is_some() {
                command
            } else {
                cheaper(&command)
            };
            last = Some((run(&command, folder.path(), page), command));
        }
        if let (Some(printed), Some((output, command))) = (printed, last) {
            shown(printed, &output, &command);
        }
    }
}

#[test]
fn command_blocks_do_what_pages_say() {
    std::thread::scope(|scope| {
        for (page, text) in pages() {
            scope.spawn(move || follow(&page, &text));
        }
    });
}

#[test]
fn a_line_that_is_not_printed_is_noticed() {
    let block = |text: &str| Block {
        page: "a page".into(),
        language: "text".into(),
        text: text.into(),
        follows: true,
    };
    shown(&block("a\n…\nc\n"), "a\nb\nc\n", "x");
    for wrong in ["c\na\n", "d\n"] {
        let noticed = std::panic::catch_unwind(|| shown(&block(wrong), "a\nb\nc\n", "x"));
        assert!(noticed.is_err(), "{wrong}");
    }
}

/// The name that a heading has in links.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c.to_ascii_lowercase()),
        _ => None,
    });
    kept.collect()
}

fn headings(text: &str) -> BTreeSet<String> {
    let mut fenced = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with('#') {
            names.insert(slug(line.trim_start_matches('#')));
        }
    }
    names
}

/// Targets of the links of a page, those of other hosts left out.
fn links(text: &str) -> Vec<String> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let inner = targets.filter(|t| !t.contains("://") && !t.starts_with("mailto:"));
    inner.map(str::to_owned).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for (page, text) in pages() {
        let folder = root().join(&page).parent().expect("a folder").to_owned();
        for link in links(&text) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target: PathBuf = if file.is_empty() {
                root().join(&page)
            } else {
                folder.join(file)
            };
            let there = match (target.exists(), anchor) {
                (false, _) => false,
                (true, "") => true,
                (true, anchor) => {
                    fs::read_to_string(&target).is_ok_and(|text| headings(&text).contains(anchor))
                }
            };
            if !there {
                broken.push(format!("{page}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_page_is_in_the_summary() {
    let summary = fs::read_to_string(root().join("docs/SUMMARY.md")).expect("a summary");
    let listed: BTreeSet<String> = links(&summary).into_iter().collect();
    for (page, _) in pages() {
        let Some(name) = page.strip_prefix("docs/").filter(|n| *n != "SUMMARY.md") else {
            continue;
        };
        assert!(
            listed.contains(name),
            "docs/SUMMARY.md does not name {name}"
        );
    }
}
