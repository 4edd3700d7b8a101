//! The invariants of the house.

use std::fs;
use std::path::{Path, PathBuf};

use afterword::checklist::rules;

/// The modules from top to bottom; each uses only those above it.
const LAYERS: &[&str] = &[
    "source",
    "config",
    "incident",
    "archive",
    "history",
    "checklist",
    "trends",
    "report",
    "feeds",
    "export",
    "message",
    "site",
    "server",
    "lsp",
    "cli",
    "commands",
];

fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The module a file belongs to: the first folder or the file's name under `src`.
fn layer_of(path: &Path) -> Option<usize> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    LAYERS.iter().position(|layer| *layer == first.trim_end_matches(".rs"))
}

/// The modules a text imports from the top of the crate: `crate::site::…`, and each name in `crate::{site, report::Run}`.
fn used_modules(text: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for (at, prefix) in text.match_indices("crate::") {
        let rest = text[at + prefix.len()..].trim_start();
        let Some(group) = rest.strip_prefix('{') else {
            used.push(name(rest));
            continue;
        };
        let mut depth = 0;
        let end = |c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth < 0
        };
        let group = group.split(end).next().unwrap_or("");
        let mut depth = 0;
        let comma = |c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && c == ','
        };
        used.extend(group.split(comma).map(|part| name(part.trim())).filter(|name| !name.is_empty()));
    }
    used
}

#[test]
fn imports_are_found_however_they_are_written() {
    for (text, modules) in [
        ("use crate::site::Site;", &["site"][..]),
        ("use crate::{report::{self, Run}, site};", &["report", "site"]),
        ("use crate::{\n    cli::Cli,\n    commands,\n};", &["cli", "commands"]),
        ("fn a(b: &crate::lsp::Server) {}", &["lsp"]),
    ] {
        assert_eq!(used_modules(text), modules, "{text}");
    }
}

#[test]
fn a_module_uses_only_those_above_it() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src") {
        let Some(own) = layer_of(&path) else {
            if !path.ends_with("src/lib.rs") && !path.ends_with("src/main.rs") {
                wrong.push(format!("{} has no place in the list of modules", path.display()));
            }
            continue;
        };
        for used in used_modules(&text) {
            if LAYERS.iter().position(|layer| *layer == used).is_some_and(|layer| layer > own) {
                wrong.push(format!("{} uses crate::{used}, a layer below it", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_edges_touch_disk_and_clock() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src") {
        let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("under src");
        let inside = inside.to_string_lossy().replace('\\', "/");
        let disk = ["archive/", "history.rs", "config/", "commands/", "server", "site/write", "main.rs"];
        let clock = ["commands/", "server", "main.rs"];
        for (what, words, places) in [
            ("the disk", &["std::fs", "fs::", "File::open", "WalkDir"][..], &disk[..]),
            ("the clock or the environment", &["::now()", "std::env", "env::var"][..], &clock[..]),
        ] {
            if words.iter().any(|word| text.contains(word)) && !places.iter().any(|place| inside.starts_with(place)) {
                wrong.push(format!("src/{inside} touches {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_over_400_lines() {
    let files = ["src", "tests", "benches", "examples"].into_iter().flat_map(rust_files);
    let long: Vec<String> = files
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{lines} {}", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_rule_is_one_file_of_its_name_and_one_line() {
    let mut files: Vec<String> = rust_files("src/checklist/rules")
        .into_iter()
        .filter(|(_, text)| text.contains("rule! {"))
        .map(|(path, _)| path.file_stem().expect("a name").to_string_lossy().replace('_', "-"))
        .collect();
    files.sort();
    let mut names: Vec<String> = rules::all().map(|rule| rule.name.to_owned()).collect();
    names.sort();
    assert_eq!(files, names);
    names.dedup();
    assert_eq!(files.len(), names.len(), "two rules have one name");
}
