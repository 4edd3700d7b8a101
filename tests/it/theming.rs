//! Every template and asset can be replaced or extended alone; what is wrong with one is said with its place, and the old site stays.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use regex::Regex;

const REPORT: &str =
    "---\ntitle: Shops slow\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T12:00:00Z\nservices: [Shops]\n---\n\nText.\n";

fn archive(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("afterword.toml", ""), ("a.md", REPORT)].iter().chain(files) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn build(folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_afterword"));
    command.args(["build", "--today", "2024-06-01"]).current_dir(folder).output().expect("the program")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("site").join(path)).expect("a page")
}

/// Files that the guide shows: "```text PATH" and what follows.
fn shown_in(chapter: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("docs").join(chapter)).expect("the chapter");
    let fence = Regex::new("(?s)```text (\\S+)\n(.*?)```").expect("a pattern");
    fence.captures_iter(&text).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_theme_of_the_guide_is_built_as_it_stands_there() {
    let files = shown_in("theming.md");
    assert!(files.len() >= 5, "the guide shows {} files", files.len());
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = archive(&files);
    let output = build(folder.path());
    assert!(output.status.success(), "{}", said(&output));
    let report = page(folder.path(), "reports/a.html");
    assert!(report.contains("<link rel=\"icon\" href=\"../logo.svg\">") && report.contains("theme-color"), "{report}");
    assert!(!report.contains("assets/icon.svg"), "{report}");
    assert!(report.contains("answered within a day") && report.contains("id=\"about\""), "{report}");
    assert!(!report.contains("aria-labelledby=\"checklist\""), "{report}");
    let home = page(folder.path(), "index.html");
    assert!(home.contains(">What happened</a>") && home.contains("href=\"logo.svg\""), "{home}");
    assert!(page(folder.path(), "logo.svg").starts_with("<svg"));
    let sheet = Regex::new("href=\"(assets/site[^\"]+)\"").expect("a pattern").captures(&home).expect("a stylesheet")
        [1]
    .to_owned();
    let css = page(folder.path(), &sheet);
    assert!(css.contains("--measure: 34rem") && css.len() > 5000);
}

#[test]
fn every_template_can_be_replaced_alone() {
    for (name, path) in [
        ("base.html", "reports/a.html"),
        ("report.html", "reports/a.html"),
        ("home.html", "index.html"),
        ("components/navigation.html", "index.html"),
        ("components/reports.html", "index.html"),
        ("listing.html", "services/shops.html"),
        ("directory.html", "services.html"),
        ("actions.html", "actions.html"),
        ("checklist.html", "checklist.html"),
        ("rule.html", "checklist/missing-end.html"),
    ] {
        let blocks = "{% block title %}{% endblock title %}{% block head %}{% endblock head %}{% block main %}{% endblock main %}";
        let text = if name == "base.html" { format!("mine {blocks}") } else { "mine".to_owned() };
        let folder = archive(&[(&format!("templates/{name}"), &text)]);
        let output = build(folder.path());
        assert!(output.status.success(), "{name}: {}", said(&output));
        assert!(page(folder.path(), path).contains("mine"), "{name} is not in {path}");
    }
}

#[test]
fn a_bad_template_is_named_with_its_place_and_the_old_site_stays() {
    for (name, text, place, help) in [
        ("report.html", "one\n{% if %}", "templates/report.html:2:", "help:"),
        ("report.html", "one\n  {{ titel }}", "templates/report.html:2:6", "chapter on templates"),
        ("report.html", "{{ frame.tittle }}", "templates/report.html:1:", "chapter on templates"),
        (
            "report.html",
            "{% extends \"builtin/report.html\" %}\n{% block chekclist %}{% endblock chekclist %}",
            "templates/report.html:2:",
            "the blocks of each template",
        ),
        ("report.html", "{% extends \"missing.html\" %}", "templates/report.html", "builtin/base.html"),
        ("report.html", "{% extends \"report.html\" %}", "templates/report.html", "long name"),
        ("components/pager.html", "{% include \"components/pager.html\" %}", "components/pager.html", "long name"),
        ("report.html", "{% include \"nowhere.html\" %}", "templates/report.html", "help:"),
        ("report.html", "{{ title | shout }}", "templates/report.html:1:", "help:"),
    ] {
        let folder = archive(&[]);
        assert!(build(folder.path()).status.success());
        let before = page(folder.path(), "reports/a.html");
        let path = folder.path().join("templates").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        let output = build(folder.path());
        let words = said(&output);
        assert_eq!(output.status.code(), Some(2), "{text}: {words}");
        assert!(words.contains(place) && words.contains(help), "{text}: {words}");
        assert_eq!(before, page(folder.path(), "reports/a.html"), "{text} touched the old site");
    }
}

#[test]
fn static_files_are_copied_and_stand_in_nobodys_place() {
    let folder = archive(&[
        ("static/a/b.txt", "mine"),
        ("static/.hidden", "x"),
        ("static/.git/config", "x"),
        ("static/CNAME", "x"),
    ]);
    assert!(build(folder.path()).status.success());
    assert_eq!(page(folder.path(), "a/b.txt"), "mine");
    assert!(folder.path().join("site/CNAME").is_file() && !folder.path().join("site/.hidden").exists());
    assert!(!folder.path().join("site/.git").exists());
    fs::remove_file(folder.path().join("static/a/b.txt")).expect("removing");
    assert!(build(folder.path()).status.success());
    assert!(!folder.path().join("site/a/b.txt").exists(), "a file that is gone stays in the site");
    for name in ["index.html", "Index.HTML", "reports", "reports/a.html", "index.html/x"] {
        let folder = archive(&[(&format!("static/{name}"), "mine")]);
        let output = build(folder.path());
        let words = said(&output);
        assert_eq!(output.status.code(), Some(2), "{name}: {words}");
        assert!(words.contains(&format!("`{name}`")) && words.contains("help:"), "{name}: {words}");
        assert!(!folder.path().join("site").exists(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_static_folder_stops_the_build() {
    for (target, refused) in
        [("../../secret.txt", true), ("missing.txt", true), ("../static/b.txt", false), ("..", true)]
    {
        let folder = archive(&[("static/b.txt", "mine")]);
        fs::write(folder.path().parent().expect("a folder").join("secret.txt"), "secret").expect("a file");
        std::os::unix::fs::symlink(target, folder.path().join("static/link.txt")).expect("a link");
        let output = build(folder.path());
        assert_eq!(output.status.code(), Some(if refused { 2 } else { 0 }), "{target}: {}", said(&output));
        assert_eq!(refused, said(&output).contains("link.txt"), "{target}: {}", said(&output));
    }
}

/// A field: what it is, its name, its type.
type Field = (String, String, String);
/// The structs of the site by the file and the name they have.
type Structs = BTreeMap<(String, String), Vec<Field>>;

/// The last part of a file's module: `figure` for `figure/mod.rs`.
fn module(path: &Path) -> String {
    let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    if stem == "mod" { folder.unwrap_or(stem) } else { stem }
}

/// The struct that a name stands for in a file: its own, or the one it uses.
fn resolved(name: &str, file: &str, known: &Structs) -> Option<(String, String)> {
    let own = (file.to_owned(), name.to_owned());
    let all: Vec<&(String, String)> = known.keys().filter(|(_, known)| known == name).collect();
    if known.contains_key(&own) || all.len() < 2 {
        return if known.contains_key(&own) { Some(own) } else { all.first().map(|key| (*key).clone()) };
    }
    let text = fs::read_to_string(root().join(format!("src/site/page/{file}.rs"))).unwrap_or_default();
    let used = Regex::new(&format!(r"(\w+)::(?:\{{[^}}]*\b)?{name}\b")).expect("a pattern");
    let from = used.captures(&text).map(|found| found[1].to_owned());
    all.into_iter().find(|(module, _)| from.as_ref() == Some(module)).cloned()
}

fn structs() -> Structs {
    let mut found = BTreeMap::new();
    let start = Regex::new(r"(?m)^(?:pub(?:\([^)]*\))? )?struct (\w+)(?:<'a>)? \{$").expect("a pattern");
    for entry in walkdir::WalkDir::new(root().join("src/site")).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        for head in start.captures_iter(&text) {
            let body = text[head.get(0).expect("all").end()..].split("\n}").next().unwrap_or("");
            let mut doc = String::new();
            let mut skipped = false;
            let mut fields = Vec::new();
            for line in body.lines().map(str::trim) {
                if let Some(words) = line.strip_prefix("///") {
                    doc = format!("{doc}{words}").trim().to_owned();
                } else if line.starts_with("#[") {
                    skipped |= line.contains("skip)");
                } else if let Some((name, kind)) = line.trim_end_matches(',').split_once(": ") {
                    let name = name.rsplit(' ').next().unwrap_or(name).to_owned();
                    let field = (std::mem::take(&mut doc), name, kind.to_owned());
                    if !std::mem::take(&mut skipped) {
                        fields.push(field);
                    }
                }
            }
            let file = module(&path);
            found.insert((file, head[1].to_owned()), fields);
        }
    }
    found
}

/// A struct's own name in the chapter: with its file where several have it.
fn heading(key: &(String, String), known: &Structs) -> String {
    let alone = known.keys().filter(|(_, name)| *name == key.1).count() == 1;
    if alone { key.1.clone() } else { format!("{} of {}", key.1, key.0) }
}

/// A type in words, as a file writes it; the parts it names are collected.
fn form(kind: &str, file: &str, known: &Structs, parts: &mut BTreeSet<(String, String)>) -> String {
    let kind = kind.trim().trim_start_matches("&'a ").trim_start_matches("&'static ").trim_start_matches('&');
    let inner = |name: &str| kind.strip_prefix(name).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner("Option<") {
        return format!("{}, or nothing", form(inner, file, known, parts));
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", form(inner, file, known, parts));
    }
    if kind.contains("BTreeMap<") {
        return "texts by name".to_owned();
    }
    if let Some(inside) = kind.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let forms: Vec<String> = parted(inside).iter().map(|part| form(part, file, known, parts)).collect();
        return format!("({})", forms.join("; "));
    }
    let name = kind.rsplit("::").next().unwrap_or(kind).trim_end_matches("<'a>");
    let key = resolved(name, file, known);
    match (name, key) {
        ("String" | "str", _) => "text".to_owned(),
        ("bool", _) => "true or false".to_owned(),
        ("usize" | "i32" | "u32" | "i64" | "u64" | "f64", _) => "number".to_owned(),
        (_, Some(key)) => {
            let shown = heading(&key, known);
            parts.insert(key);
            format!("[{shown}](#{})", shown.to_lowercase().replace(' ', "-"))
        }
        (name, None) => name.to_owned(),
    }
}

/// Types between commas that stand in no brackets.
fn parted(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("one").push(c);
    }
    parts
}

/// The table of a struct's fields.
fn table(key: &(String, String), known: &Structs, parts: &mut BTreeSet<(String, String)>) -> String {
    let mut text = String::from("| variable | form | |\n|---|---|---|\n");
    for (doc, name, kind) in &known[key] {
        let form = form(kind, &key.0, known, parts);
        text.push_str(&format!("| `{name}` | {form} | {} |\n", doc.replace('|', "\\|")));
    }
    text
}

/// The chapter on templates, from the views and the built-in templates.
fn chapter() -> String {
    let known = structs();
    let view = Regex::new(r#"(?s)impl<'a> (\w+)<'a> \{[^{]*?TEMPLATE: &'static str = "([^"]+)""#).expect("a pattern");
    let mut views = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root().join("src/site/page")).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        let file = module(&path);
        let text = fs::read_to_string(&path).unwrap_or_default();
        views.extend(view.captures_iter(&text).map(|found| (found[2].to_owned(), (file.clone(), found[1].to_owned()))));
    }
    let mut text = String::from(
        "# Templates\n\nWhat each built-in template is given, and which blocks it has. [A theme of your own](theming.md) says how to use\n\
         them. This page is written from the program.\n",
    );
    let mut parts = BTreeSet::new();
    let block = Regex::new(r"\{%-? block (\w+)").expect("a pattern");
    for name in template_names() {
        let source = fs::read_to_string(root().join("templates").join(&name)).expect("a template");
        let blocks: Vec<String> = block.captures_iter(&source).map(|found| format!("`{}`", &found[1])).collect();
        text.push_str(&format!("\n## {name}\n\n"));
        if !blocks.is_empty() {
            text.push_str(&format!("Blocks: {}.\n\n", blocks.join(", ")));
        }
        match views.get(&name).filter(|view| known.contains_key(*view)) {
            Some(view) => text.push_str(&table(view, &known, &mut parts)),
            None => text.push_str("Has the variables of the template that it is used in.\n"),
        }
    }
    text.push_str("\n# Parts\n");
    let mut written = BTreeSet::new();
    while let Some(key) = parts.difference(&written).next().cloned() {
        text.push_str(&format!("\n## {}\n\n{}", heading(&key, &known), table(&key, &known, &mut parts)));
        written.insert(key);
    }
    text
}

fn template_names() -> Vec<String> {
    let folder = root().join("templates");
    let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let names =
        files.map(|entry| entry.path().strip_prefix(&folder).expect("inside").to_string_lossy().replace('\\', "/"));
    names.filter(|name| name.ends_with(".html")).collect()
}

#[test]
fn the_chapter_on_templates_is_that_of_the_code() {
    let path = root().join("docs/templates.md");
    let text = chapter();
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, text).expect("writing");
    } else {
        let old = fs::read_to_string(&path).unwrap_or_default();
        assert!(old == text, "docs/templates.md is not what the code says; SNAPSHOTS=overwrite cargo test writes it");
    }
}
