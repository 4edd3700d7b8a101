//! The guide is true: pages of rules come from the code, keys that it names exist, paths that it names are there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use afterword::checklist::item::{Item, Tier};
use afterword::checklist::rules;
use afterword::cli::Cli;
use afterword::incident::problem::ProblemKind;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use clap::CommandFactory as _;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The pages that are written from the code: path → text.
fn generated() -> BTreeMap<PathBuf, String> {
    let folder = root().join("docs/checklist");
    let mut pages: BTreeMap<PathBuf, String> =
        rules::all().map(|rule| (folder.join(format!("{}.md", rule.name)), rule.markdown())).collect();
    pages.insert(folder.join("README.md"), overview());
    pages.insert(root().join("docs/SUMMARY.md"), summary());
    pages
}

/// How the verdicts come about, and how far they can be trusted.
const JUDGED: &str = "
## How they are answered

Where the front matter answers (`updates` with a channel, `start` and `end` with a time of day, `affected`, `technologies`, `five_whys`,
`lessons.for_others`, `people`), it decides. Else signals are counted in the report's own sentences and sections (connected sentences in
the first person, causes linked to one another, rows of the timeline, lessons, named channels …), and weighted; the weights were found on
labelled reports of 38 makers and name none of them. Code, quotations, headings and link targets are no sentences of the report.

Measured against careful readers of 156 public reports, 79 % of the verdicts agree; linear kappa is 0.59 on the mean of the items, and 0.49 on
makers that were left out while weights were found. Two readers agree in 92 %. So a verdict is a hint with its evidence beside it and never a
gate; where it is wrong, a reviewer says so with `attest`. [How far to trust it](../agreement.md) has the figures per item.
`cargo run --release --example agreement -- REPORTS LABELS` prints the table for reports of your own.
";

fn overview() -> String {
    let mut text = String::from(
        "# The checklist\n\nTwelve items in three tiers, after the postmortem guideline of 2010. Each is answered yes, partial or no, with the lines that decided it.\n",
    );
    for tier in Tier::ALL {
        text.push_str(&format!("\n## {tier}\n\n"));
        for item in Item::ALL.iter().filter(|item| item.tier() == *tier) {
            text.push_str(&format!("- **`{item}`** {}\n", item.question()));
        }
    }
    text.push_str(JUDGED);
    text.push_str("\n# The rules\n\nFindings come from rules; each has a page that says why it is there, with examples that are its tests.\n");
    for (group, rules) in rules::GROUPS {
        text.push_str(&format!("\n## {group}\n\n| rule | level | |\n|---|---|---|\n"));
        for rule in *rules {
            text.push_str(&format!("| [`{0}`]({0}.md) | {1} | {2} |\n", rule.name, rule.level, rule.promise()));
        }
    }
    text
}

fn summary() -> String {
    let mut text = String::from("# Summary\n\n");
    for (title, page) in [
        ("Introduction", "introduction.md"),
        ("Getting started", "getting-started.md"),
        ("The incident file", "file.md"),
        ("The checklist", "checklist/README.md"),
    ] {
        text.push_str(&format!("- [{title}]({page})\n"));
    }
    for rule in rules::all() {
        text.push_str(&format!("  - [{0}](checklist/{0}.md)\n", rule.name));
    }
    for (title, page) in [
        ("Commands", "commands.md"),
        ("Configuration", "configuration.md"),
        ("The site", "site.md"),
        ("A theme of your own", "theming.md"),
        ("Templates", "templates.md"),
        ("Machine-readable shapes", "shapes.md"),
        ("CI", "ci.md"),
        ("Old reports", "adopting.md"),
    ] {
        text.push_str(&format!("- [{title}]({page})\n"));
    }
    text
}

#[test]
fn the_pages_of_the_checklist_are_those_of_the_code() {
    let pages = generated();
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let folder = root().join("docs/checklist");
    fs::create_dir_all(&folder).expect("the folder");
    for entry in fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").path()) {
        if !pages.contains_key(&entry) {
            assert!(overwrite, "{} belongs to no rule; SNAPSHOTS=overwrite cargo test removes it", entry.display());
            fs::remove_file(&entry).expect("removing");
        }
    }
    for (path, text) in pages {
        if overwrite {
            fs::write(&path, text).expect("writing");
        } else {
            let old = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                old == text,
                "{} is not what the code says; SNAPSHOTS=overwrite cargo test writes it",
                path.display()
            );
        }
    }
}

#[test]
fn every_key_that_the_guide_names_exists_and_every_one_that_exists_is_named() {
    let guide = fs::read_to_string(root().join("docs/file.md")).expect("the chapter");
    let keys: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(keys.len() > 40, "the table of keys was not found");
    for key in &keys {
        let incident = Incident::read(SourceFile::new("a.md", format!("---\n{key}: x\n---\n")), &Reading::default());
        let unknown = incident.problems.iter().any(|problem| problem.kind == ProblemKind::UnknownKey);
        assert!(!unknown, "the guide names `{key}`, which does not exist");
    }
    let facts = fs::read_to_string(root().join("src/incident/facts.rs")).expect("the model");
    let record =
        facts.split("pub struct Facts {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the struct");
    let fields = record.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split(':').next());
    // `posted` holds what keys of other programs say.
    for field in fields.filter(|field| !matches!(*field, "custom" | "keys" | "posted")) {
        assert!(keys.contains(&field), "the guide does not name `{field}`");
    }
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    let mut documents = vec![root().join("README.md"), root().join("ARCHITECTURE.md"), root().join("CONTRIBUTING.md")];
    for folder in ["docs", "docs/checklist"] {
        let pages = fs::read_dir(root().join(folder)).expect("the guide").map(|entry| entry.expect("an entry").path());
        documents.extend(
            pages.filter(|path| {
                path.extension().is_some_and(|ending| ending == "md") && !path.ends_with("broken-link.md")
            }),
        );
    }
    for path in documents {
        let text = fs::read_to_string(&path).expect("a document");
        let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
        for link in incident
            .body
            .links
            .iter()
            .filter(|link| !link.destination.contains("://") && !link.destination.starts_with('#'))
        {
            let file = link.destination.split('#').next().unwrap_or("");
            let target = path.parent().unwrap_or(Path::new("")).join(file);
            assert!(target.exists(), "{}: {} leads nowhere", path.display(), link.destination);
        }
    }
}

#[test]
fn the_architecture_is_short_and_names_what_is_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the document");
    assert!(text.lines().count() <= 150, "ARCHITECTURE.md has {} lines", text.lines().count());
    for path in text
        .split('`')
        .filter(|word| word.starts_with("src/") || word.starts_with("tests/") || word.starts_with("templates/"))
    {
        assert!(root().join(path).exists(), "{path} is not there");
    }
}

#[test]
fn the_guide_names_every_command_and_every_option() {
    let page = fs::read_to_string(root().join("docs/commands.md")).expect("the page");
    let mut missing = Vec::new();
    for command in Cli::command().get_subcommands() {
        if !page.contains(&format!("`{}", command.get_name())) {
            missing.push(command.get_name().to_owned());
        }
        let options = command.get_arguments().filter_map(|argument| argument.get_long());
        missing.extend(options.map(|name| format!("--{name}")).filter(|option| !page.contains(option.as_str())));
    }
    assert!(missing.is_empty(), "docs/commands.md does not name {}", missing.join(", "));
}
