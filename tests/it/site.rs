//! The site as a value, and on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use afterword::archive::{Archive, reading};
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::facts::Audience;
use afterword::report::Run;
use afterword::site::write::{WriteError, write};
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

const INTERNAL: Options = Options { audience: Audience::Internal, drafts: false };
const PUBLIC: Options = Options { audience: Audience::Public, drafts: false };

fn example() -> (Archive, Config) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents");
    let config = Config::load(&root.join("afterword.toml")).expect("the example's configuration");
    let archive = Archive::read(&[root], &config).expect("the example");
    (archive, config)
}

fn archive_of(files: &[(&str, &str)], config: &Config) -> Archive {
    let reading = reading(config).expect("headings");
    Archive::new(files.iter().map(|(path, text)| Incident::read(SourceFile::new(*path, *text), &reading)).collect())
}

fn render(archive: &Archive, config: &Config, options: Options) -> BTreeMap<String, String> {
    let findings = Findings::default();
    let run = Run { archive, findings: &findings, scorecards: &[], config, today: day() };
    let site = Site::new(&run, options, &[]).expect("the templates");
    let files = site.render().expect("every page");
    files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

/// Writes an archive's site to a folder.
fn build(archive: &Archive, config: &Config, out: &Path) -> Result<afterword::site::write::Written, WriteError> {
    let findings = Findings::default();
    let run = Run { archive, findings: &findings, scorecards: &[], config, today: day() };
    write(&Site::new(&run, INTERNAL, &[]).expect("the templates"), out)
}

/// Values of an attribute in a page.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let marker = format!(" {name}=\"");
    html.match_indices(&marker)
        .filter_map(|(at, _)| html[at + marker.len()..].split('"').next().map(str::to_owned))
        .collect()
}

#[test]
fn every_link_and_anchor_of_the_example_site_leads_somewhere() {
    let (archive, config) = example();
    let pages = render(&archive, &config, INTERNAL);
    let mut wrong = Vec::new();
    // The page for wrong addresses has no address of its own; a test of the data files follows its links.
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
        for target in
            attributes(html, "href").into_iter().filter(|href| !href.contains("://") && !href.starts_with("mailto:"))
        {
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let joined = match (file, file.strip_prefix("../")) {
                ("", _) => path.clone(),
                (_, Some(rest)) => rest.to_owned(),
                (file, None) if folder.is_empty() => file.to_owned(),
                (file, None) => format!("{folder}/{file}"),
            };
            match pages.get(&joined) {
                None => wrong.push(format!("{path}: {target} leads nowhere")),
                Some(page) if !anchor.is_empty() && !attributes(page, "id").iter().any(|id| id == anchor) => {
                    wrong.push(format!("{path}: there is no #{anchor}"));
                }
                Some(_) => {}
            }
        }
        let ids = attributes(html, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        if unique.len() != ids.len() {
            wrong.push(format!("{path}: an id stands twice"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_are_light_quiet_and_the_same_every_time() {
    let (archive, config) = example();
    let pages = render(&archive, &config, INTERNAL);
    assert_eq!(pages, render(&archive, &config, INTERNAL));
    let css: usize = pages
        .iter()
        .filter(|(path, _)| path.ends_with(".css") || path.starts_with("assets/start."))
        .map(|(_, text)| text.len())
        .sum();
    for (path, html) in pages.iter().filter(|(path, _)| path.starts_with("reports/")) {
        assert!(
            html.len() + css <= 60 * 1024,
            "{path} weighs {} bytes with its stylesheet and script",
            html.len() + css
        );
        // JSON-LD is data in a script element: browsers run none of it.
        let scripts: Vec<&str> = html.match_indices("<script").map(|(at, _)| &html[at..]).collect();
        let own = |tag: &&str| {
            tag.starts_with("<script type=\"application/ld+json\">")
                || (tag.starts_with("<script src=\"../assets/start.") && tag.contains(".js\" defer></script>"))
        };
        assert!(scripts.len() <= 2 && scripts.iter().all(own), "{path} runs a script that is not its own");
        for bad in [" style=", " src=\"http", "@import", "<!--"] {
            assert!(!html.contains(bad), "{path} holds {bad}");
        }
    }
}

#[test]
fn a_report_page_answers_the_seven_questions_in_order() {
    let (archive, config) = example();
    let pages = render(&archive, &config, INTERNAL);
    let page = &pages["reports/2018-01-31-wrong-switch.html"];
    let mut from = 0;
    for question in [
        "What happened?",
        "When?",
        "How long?",
        "Who was affected?",
        "Is my data safe?",
        "What must I do?",
        "Is it over?",
    ] {
        let at = page[from..].find(question).unwrap_or_else(|| panic!("{question} is missing or out of order"));
        from += at;
    }
    for shown in [
        "11\u{a0}h\u{a0}30\u{a0}min",
        "75 client sites",
        "Nothing was lost",
        "declined: colours are a label too",
        "55\u{a0}min late",
    ] {
        assert!(page.contains(shown), "{shown} is missing");
    }
    let german = &pages["reports/2018-01-10-blackout-beim-hoster.html"];
    assert!(
        german.contains("<article class=\"s1\" lang=\"de\" ") && german.contains("Was ist passiert?"),
        "the German report speaks German"
    );
}

#[test]
fn drafts_are_left_out_and_named() {
    let (archive, config) = example();
    let pages = render(&archive, &config, INTERNAL);
    assert!(!pages.contains_key("reports/2026-11-18-orders-twice.html"));
    assert!(pages.values().all(|page| !page.contains("charged twice")));
    let with = render(&archive, &config, Options { drafts: true, ..INTERNAL });
    assert!(with.contains_key("reports/2026-11-18-orders-twice.html"));
}

#[test]
fn nothing_internal_is_in_a_public_site() {
    let text = "---\ntitle: Shown\naudience: public\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\nlessons: [shown]\n\
        services:\n  - {name: canary-service, internal: true}\n  - shown\n\
        impact:\n  summary: shown\n  affected: [{who: canary-who, count: 3, internal: true}]\n\
        timeline:\n  - {at: 2024-03-05T10:00:00Z, event: canary-row, internal: true}\n  - {at: 2024-03-05T11:00:00Z, event: shown}\n\
        action_items:\n  - {action: canary-action, due: 2024-01-01, internal: true}\n\
        updates:\n  - {at: 2024-03-05T10:10:00Z, channel: canary-channel, text: canary-word, internal: true}\n\
        promises:\n  - {what: canary-promise, due: 2024-01-01, internal: true}\n\
        corrections:\n  - {at: 2024-03-06, what: canary-correction, internal: true}\n\
        related: [canary-secret]\nwaive: {missing-timeline: canary-waiver}\ninternal:\n  root_cause: canary-mapping\n---\n\n\
        Intro <!-- canary-comment -->\n\n## Root cause\n\nShown.\n\n<!-- internal -->\nWe canary-fence failed because of it.\n<!-- /internal -->\n\n\
        ## Lessons\n\n- shown\n<!-- internal -->\n- canary-lesson\n<!-- /internal -->\n\n<!-- internal -->\n## canary-heading\n\ncanary-text\n\n![canary-alt](x.png \"canary-title\")\n<!-- /internal -->\n";
    let other = "---\ntitle: canary-other\n---\n\ncanary-body\n";
    let draft = "---\ntitle: canary-draft\nstatus: draft\naudience: public\n---\n";
    let config = Config::default();
    let archive = archive_of(&[("draft.md", draft), ("canary-secret.md", other), ("shown.md", text)], &config);
    for (path, page) in render(&archive, &config, PUBLIC) {
        let at = page.find("canary").map(|at| page[at..].chars().take(40).collect::<String>());
        assert_eq!(at, None, "{path} tells what is internal");
        assert!(!path.contains("canary"), "{path} names an internal report");
    }
    let inside = render(&archive, &config, INTERNAL);
    let page = &inside["reports/shown.html"];
    for canary in ["canary-row", "canary-fence", "canary-action", "canary-lesson", "canary-heading"] {
        assert!(page.contains(canary), "{canary} is missing from the internal page");
    }
}

#[test]
fn hostile_values_are_shown_as_text() {
    let evil = "\"<script>alert(1)</script><img src=x onerror=alert(1)>\"";
    let text = format!(
        "---\ntitle: {evil}\nsummary: {evil}\nseverity: {evil}\nservices: [{evil}]\ncontact: {evil}\ntags: [{evil}]\nauthors: [{evil}]\n\
         action_items:\n  - {{action: {evil}, owner: {evil}, ticket: {evil}, due: {evil}}}\n\
         updates:\n  - {{channel: {evil}, text: {evil}}}\nfive_whys: [{evil}]\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n"
    );
    let config = Config::default();
    let pages = render(&archive_of(&[("a.md", &text)], &config), &config, INTERNAL);
    // Data files hold values as they are; nothing shows them as HTML.
    for (path, page) in pages.into_iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg")) {
        let own =
            ["type=\"application/ld+json\">", "src=\"../assets/start.", "src=\"assets/start.", "src=\"/assets/start."];
        let page = own.iter().fold(page.to_lowercase(), |page, own| page.replace(&format!("<script {own}"), ""));
        assert!(!page.contains("<script") && !page.contains("<img src=x onerror"), "{path}");
    }
}

#[test]
fn an_id_leads_out_of_no_folder() {
    let config = Config::default();
    let ids = ["../../evil", "/etc/evil", "..", ".hidden", "a/b", "C:\\\\x", "<script>", "con\u{e9}", "x y"];
    let files: Vec<(String, String)> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| (format!("{n}.md"), format!("---\ntitle: t\nid: \"{id}\"\n---\n")))
        .collect();
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let archive = archive_of(&borrowed, &config);
    let pages = render(&archive, &config, INTERNAL);
    for path in pages.keys().filter(|path| path.starts_with("reports/")) {
        let name = path.trim_start_matches("reports/");
        assert!(!name.contains(['/', '\\', '<', ':']) && !name.starts_with('.'), "{path}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    build(&archive, &config, &folder.path().join("site")).expect("a build");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn empty_archives_and_long_words_have_pages_too() {
    let config = Config::default();
    let empty = render(&archive_of(&[], &config), &config, INTERNAL);
    assert!(empty["index.html"].contains("No incident has been reported yet"));
    let bare = render(&archive_of(&[("a.md", "")], &config), &config, INTERNAL);
    assert!(bare["reports/a.html"].contains("No action was named"));
}

#[test]
fn a_second_build_writes_nothing_and_a_change_writes_only_itself() {
    let (archive, config) = example();
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let first = build(&archive, &config, &out).expect("the first build");
    assert!(first.written > 10 && first.unchanged == 0);
    let before = dates(&out);
    let second = build(&archive, &config, &out).expect("the second build");
    assert_eq!((second.written, second.removed), (0, 0));
    assert_eq!(before, dates(&out), "a file was touched");
    let fewer = Archive::new(archive.incidents.iter().skip(1).cloned().collect());
    let third = build(&fewer, &config, &out).expect("the third build");
    assert!(third.removed >= 1);
    assert!(!out.join("reports/2010-01-26-swap-space.html").exists());
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "something was left beside the site");
}

fn dates(folder: &Path) -> BTreeMap<PathBuf, std::time::SystemTime> {
    let mut dates = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        if entry.path().is_dir() {
            dates.extend(dates_of(&entry.path()));
        } else {
            dates.insert(entry.path(), entry.metadata().and_then(|meta| meta.modified()).expect("a date"));
        }
    }
    dates
}

fn dates_of(folder: &Path) -> BTreeMap<PathBuf, std::time::SystemTime> {
    dates(folder)
}

#[test]
fn folders_and_files_of_others_are_left_alone() {
    let (archive, config) = example();
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("thesis.txt"), "mine").expect("a file");
    assert!(matches!(build(&archive, &config, &out), Err(WriteError::Foreign(_))));
    assert_eq!(fs::read_dir(&out).expect("the folder").count(), 1);
    fs::remove_file(out.join("thesis.txt")).expect("removing");
    build(&archive, &config, &out).expect("a build into an empty folder");
    // Somebody's file beside ours stays; one where ours would go stops the build.
    fs::write(out.join("CNAME"), "example.org").expect("a file");
    build(&archive, &config, &out).expect("a build beside a file of somebody else");
    assert_eq!(fs::read_to_string(out.join("CNAME")).expect("the file"), "example.org");
    let manifest = out.join(".afterword-manifest");
    let fewer: String = fs::read_to_string(&manifest)
        .expect("the manifest")
        .lines()
        .filter(|l| *l != "index.html")
        .map(|l| format!("{l}\n"))
        .collect();
    fs::write(&manifest, fewer).expect("the manifest");
    assert!(matches!(build(&archive, &config, &out), Err(WriteError::Foreign(_))));
}

#[test]
fn a_move_in_that_was_cut_short_is_mended() {
    let (archive, config) = example();
    let folder = tempfile::tempdir().expect("a folder");
    let (whole, torn) = (folder.path().join("whole"), folder.path().join("torn"));
    build(&archive, &config, &whole).expect("a build");
    build(&archive, &config, &torn).expect("a build");
    // As after a kill in the middle: the pending list is there, the manifest is not, some pages are missing, staging is left.
    fs::rename(torn.join(".afterword-manifest"), torn.join(".afterword-manifest.pending")).expect("renaming");
    fs::remove_file(torn.join("index.html")).expect("removing");
    fs::create_dir_all(folder.path().join(".torn.afterword-staging/reports")).expect("staging");
    fs::write(folder.path().join(".torn.afterword-staging/reports/x.html"), "half").expect("staging");
    build(&archive, &config, &torn).expect("the mending build");
    let read = |root: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        dates(root)
            .into_keys()
            .map(|path| (path.strip_prefix(root).expect("inside").to_path_buf(), fs::read(&path).expect("a file")))
            .collect()
    };
    assert_eq!(read(&whole), read(&torn));
    assert!(!folder.path().join(".torn.afterword-staging").exists());
}

#[test]
fn a_broken_template_says_where_and_touches_nothing() {
    let (archive, config) = example();
    let findings = Findings::default();
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today: day() };
    let own = |text: &str| vec![("report.html".to_owned(), text.to_owned())];
    let error = Site::new(&run, INTERNAL, &own("{% if %}")).expect_err("a broken template");
    assert!(error.to_string().contains("report.html:1"), "{error}");
    let site = Site::new(&run, INTERNAL, &own("{{ titel }}")).expect("a template that can be read");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let error = write(&site, &out).expect_err("a page that cannot be rendered");
    assert!(error.to_string().contains("report.html"), "{error}");
    assert!(!out.exists());
    let site = Site::new(
        &run,
        INTERNAL,
        &own("{% extends \"builtin/report.html\" %}{% block title %}Mine{% endblock title %}"),
    );
    let pages = site.expect("an extended template").render().expect("pages");
    assert!(String::from_utf8_lossy(&pages["reports/2018-01-31-wrong-switch.html"]).contains("<title>Mine</title>"));
}

#[test]
fn silences_longer_than_the_policy_allows_are_hatched() {
    let report = |last: &str| {
        format!(
            "---\ntitle: Shops down\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T16:00:00Z\nupdates:\n\
             \x20 - {{at: 2024-03-05T10:00:00Z, text: Down.}}\n  - {{at: 2024-03-05T11:30:00Z, text: Still.}}\n{last}---\n"
        )
    };
    let promised = "  - {at: 2024-03-05T12:00:00Z, text: Later., next: 2024-03-05T16:00:00Z}\n";
    // Words: what is silent without a policy, and with an hour between two words.
    for (last, without, with) in [("", None, Some("4 h")), (promised, None, Some("30 min"))] {
        for (minutes, expected) in [(None, without), (Some(60), with), (Some(0), without)] {
            let mut config = Config::default();
            config.policy.update_minutes = minutes;
            let page = &render(&archive_of(&[("a.md", &report(last))], &config), &config, INTERNAL)["reports/a.html"];
            let said = expected.map(|length| format!("silent {} when due", length.replace(' ', "\u{a0}")));
            assert_eq!(page.contains("class=\"hatch\""), expected.is_some(), "{last} {minutes:?}");
            assert!(said.is_none_or(|said| page.contains(&said)), "{last} {minutes:?}");
        }
    }
}
