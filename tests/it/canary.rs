//! A word that stands nowhere else, in every kind of internal place, is in no byte and no path of a public build; and where a template or a
//! static file lets one out, the build notices and stops.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use walkdir::WalkDir;

const CONFIG: &str = r#"
[custom_keys]
shown = {label = "Shown", public = true}
unlabelled = {public = true}
kept = {label = "canarylabel"}
bare = {}

[exposure]
customers = ["canarycustomer"]
"#;

/// A published report with something internal in every place that can hold it; what is public says `shown`.
const REPORT: &str = r#"---
# canaryyaml: ask legal
title: Shops could not take orders  # canaryyaml too
audience: public
status: final
start: 2024-03-05T10:00:00Z
end: 2024-03-05T12:00:00Z
summary: No shop shown here could take an order.
shown: shownvalue
unlabelled: canarycustom of nobody
kept: canarycustom for cost centres
bare: {deep: [canarycustom in a list]}
tags: [shown-tag]
technologies: [shown-technology]
services:
  - {name: canaryservice, effect: canaryservice slow, internal: true}
  - Shops
impact:
  summary: All shops.
  affected:
    - {who: canaryaffected, count: 3, internal: true}
    - {who: shops, count: 12}
timeline:
  - {at: 2024-03-05T10:02:00Z, event: canarytimeline was seen, evidence: "https://canarytimeline.example.com/x", internal: true}
  - {at: 2024-03-05T10:05:00Z, event: seen}
updates:
  - {at: 2024-03-05T10:12:00Z, channel: canaryupdate, text: canaryupdate was told, internal: true}
  - {at: 2024-03-05T10:15:00Z, channel: status page, text: We see it.}
action_items:
  - {action: canaryaction is replaced, owner: canaryaction team, ticket: canaryaction-1, due: 2024-05-01, internal: true}
  - {action: Cap retries, owner: the shop team, due: 2024-05-01, type: prevent}
promises:
  - {what: canarypromise to them, due: 2024-05-01, internal: true}
corrections:
  - {at: 2024-05-02, what: canarycorrection of a name, internal: true}
related: [canarysecret, canarydraft, canarynowhere]
repeat_of: [canaryreview]
waive:
  missing-root-cause: {reason: canarywaiver says who, until: 2030-01-01}
internal:
  root_cause: canarymapping forgot it
  people: canarymapping was on call
  services: [canarymapping-service]
  tags: [canarymapping-tag]
  related: [canarymapping-related]
  timeline:
    - {at: 2024-03-05T10:03:00Z, event: canarymapping in a row}
---

<!-- canarycomment: who wrote this? -->

Shown words, and <!-- canarycomment in a line --> more.

<!-- internal -->
## canaryheading of a section

canaryfence *in* **words** and [canaryfence link](https://canaryfence.example.com "canarytitle of it").

![canaryalt of the picture](canaryfile-of-it.png "canarytitle of a picture")

> canaryquote
>
> > canaryquote nested in it

| canarytable | b |
|---|---|
| canarytable cell | c |

- canarylist
  - canarylist nested in it

```
canarycode of a shell
```
<!-- /internal -->

## Root cause

A limit <!-- internal -->canaryinline of a host<!-- /internal --> was too low.

- shown item
- <!-- internal -->canaryitem of a list<!-- /internal -->

| Name | Value |
|---|---|
| shown | <!-- internal -->canarycell of a table<!-- /internal --> |

> shown quote
>
> > <!-- internal -->canarynested quote in a quote<!-- /internal -->

### A heading <!-- internal -->canaryhead of a heading<!-- /internal --> shown

<!-- afterword: waive silent-gap because canarywaived by somebody -->

Text.
"#;

/// Reports without a page, by path.
const OTHERS: &[(&str, &str)] = &[
    (
        "canarysecret.md",
        "---\ntitle: canarysecret story\nservices: [canarysecret-service]\ntags: [canarysecret-tag]\ntechnologies: [canarysecret-technology]\nauthors: [canarysecret author]\nstart: 1999-03-05T10:00:00Z\nend: 1999-03-05T10:30:00Z\n---\n\ncanarysecret body of it\n",
    ),
    ("folder-canarypath/x.md", "---\ntitle: canarypath title\nid: canaryid-of-it\n---\n\nText.\n"),
    (
        "canarydraft.md",
        "---\ntitle: canarydraft story\naudience: public\nstatus: draft\n---\n\ncanarydraft body of it\n",
    ),
    (
        "canaryreview.md",
        "---\ntitle: canaryreview story\naudience: public\nstatus: review\n---\n\ncanaryreview body of it\n",
    ),
    (
        "gone.md",
        "---\ntitle: A report taken back\naudience: public\nstatus: withdrawn\nsummary: canarygone summary\nservices: [canarygone-service]\ncorrections:\n  - {at: 2024-06-01, what: It told of a test.}\n---\n\ncanarygone body of it\n",
    ),
    (
        "gone-inside.md",
        "---\ntitle: canaryinside taken back\nstatus: withdrawn\ncorrections:\n  - {at: 2024-06-01, what: canaryinside reason}\n---\n",
    ),
];

fn git(folder: &Path, arguments: &[&str]) {
    let names = ["user.name=canarygit author", "user.email=canarygit@example.com", "commit.gpgsign=false"];
    let settings = names.iter().flat_map(|setting| ["-c", setting]);
    // Where there is no git, there is no history to leak.
    let _ = Command::new("git").args(settings).args(arguments).current_dir(folder).output();
}

fn archive(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("afterword.toml", config);
    write("shops.md", REPORT);
    OTHERS.iter().for_each(|(name, text)| write(name, text));
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "canarygit message"]);
    folder
}

fn build(folder: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["build", "--today", "2024-06-01"])
        .args(more)
        .current_dir(folder)
        .output()
        .expect("the program")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Every file of a folder, hidden ones too, with its path and its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let name = entry.path().strip_prefix(folder).expect("inside").display().to_string();
        (name, fs::read(entry.path()).expect("a file"))
    });
    named.collect()
}

#[test]
fn no_canary_is_in_a_byte_or_a_path_of_a_public_build() {
    let folder = archive(CONFIG);
    let output = build(folder.path(), &["--audience", "public", "--base-url", "https://example.com/"]);
    assert!(output.status.success(), "{}", said(&output));
    let files = files(&folder.path().join("site"));
    let shown = files.iter().find(|(path, _)| path == "reports/shops.html").expect("the report");
    let shown = String::from_utf8_lossy(&shown.1).into_owned();
    for word in ["shownvalue", "Cap retries", "shown item", "shown quote", "was too low"] {
        assert!(shown.contains(word), "the page lacks `{word}`");
    }
    assert!(!shown.contains("1999"), "another report's time");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let at = text.find("canary").map(|at| text[at..].chars().take(40).collect::<String>());
        assert_eq!(at, None, "{path}");
        assert!(!path.to_lowercase().contains("canary"), "{path}");
    }
}

#[test]
fn the_organisation_sees_what_everyone_does_not() {
    let folder = archive(CONFIG);
    let output = build(folder.path(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    let page = fs::read_to_string(folder.path().join("site/reports/shops.html")).expect("the page");
    for word in ["canarytimeline", "canaryfence", "canaryaction", "canarycell", "canarylabel", "canarycustom for"] {
        assert!(page.contains(word), "the internal page lacks `{word}`");
    }
    assert!(folder.path().join("site/services/canarysecret-service.html").is_file());
}

#[test]
fn a_leak_through_a_template_or_a_static_file_stops_the_build_and_leaves_the_old_site() {
    let folder = archive(CONFIG);
    assert!(build(folder.path(), &["--audience", "public"]).status.success());
    let before = files(&folder.path().join("site"));
    for (name, text, place, file) in [
        // In a script, with JSON's escapes and in another case.
        ("static/data.json", r#"{"x": "CANARYMAPPING\nforgot\u0020it"}"#, "shops.md:41:15", "data.json"),
        ("static/plan.ics", "SUMMARY:canary\r\n timeline was\r\n  seen\r\n", "shops.md:24:39", "plan.ics"),
        ("static/a/canarysecret-story.txt", "nothing", "canarysecret.md:2:8", "a/canarysecret-story.txt"),
        ("static/x.html", "<p title='canaryalt of&#32;the picture'>", "shops.md:59:3", "x.html"),
        ("static/y.html", "<p>canary<b>fence</b> in <em>words</em> and canaryfence link", "shops.md:57:", "y.html"),
        ("static/z.xml", "&lt;p&gt;canaryfence &lt;em&gt;in&lt;/em&gt; words and canaryfence", "shops.md:57:", "z.xml"),
        ("static/gone.txt", "canarygone body of it", "gone.md:11:1", "gone.txt"),
        ("static/link.html", "<a href='https://canaryfence.example.com'>x</a>", "shops.md:57:", "link.html"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        let output = build(folder.path(), &["--audience", "public"]);
        let words = said(&output);
        assert_eq!(output.status.code(), Some(2), "{name}: {words}");
        assert!(words.contains(place) && words.contains(&format!("would be in {file}")), "{name}: {words}");
        assert!(words.contains("help:") && !words.contains("forgot it"), "{name}: {words}");
        assert_eq!(before, files(&folder.path().join("site")), "{name} touched the old site");
        fs::remove_file(&path).expect("removing");
    }
}

#[test]
fn words_that_are_published_elsewhere_are_no_leak() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("afterword.toml", "");
    let facts =
        "audience: public\nstart: 2018-01-31T10:00:00Z\nend: 2018-01-31T13:20:00Z\nsummary: The database was down.\n";
    write(
        "a.md",
        &format!(
            "---\ntitle: Database down\n{facts}action_items:\n  - {{action: \"See the **[plan](https://example.com/p)** for all of it\", status: open}}\n\
             internal: {{people: \"31 January 2018, 3 hours 20 minutes, yes\", root_cause: The database was down}}\n---\n\n\
             <!-- internal -->\nSee the plan for all of it. Who was affected? 2018-01-31 10:00\n<!-- /internal -->\n"
        ),
    );
    write(
        "b.md",
        "---\ntitle: Database down\nseverity: sev1\nservices: [Database]\n---\n\nThe database was down. Yes.\n",
    );
    let output = build(folder.path(), &["--audience", "public"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("too short or too common"), "{}", said(&output));
}

#[test]
fn explain_lists_what_is_left_out_with_place_and_reason() {
    let folder = archive(CONFIG);
    let output = build(folder.path(), &["--audience", "public", "--explain", "--quiet"]);
    let words = said(&output);
    for line in [
        "5 reports have no page",
        "  canarysecret.md: not marked `audience: public`",
        "  canarydraft.md: a draft",
        "  canaryreview.md: in review",
        "  shops.md:2:1: a comment",
        "  shops.md:41:3: `internal.root_cause`",
        "  shops.md:24:5: entry 1 of `timeline` (`internal: true`)",
        "  shops.md:21:7: entry 1 of `affected` (`internal: true`)",
        "  shops.md:36:11: an entry of `related` whose report is not published",
        "  shops.md:11:1: `kept`, a key that afterword.toml does not declare public",
        "  shops.md:54:1: a fenced passage, to line 75",
        "  shops.md:38:1: `waive`, which no page shows",
        "  gone.md:6:1: what the withdrawn report said",
    ] {
        assert!(words.lines().any(|said| said.starts_with(line)), "`{line}` is missing in\n{words}");
    }
}

#[test]
fn drafts_are_never_published_and_reports_in_review_only_where_configured() {
    let folder = archive(&format!("[site]\npublish_review = true\n{CONFIG}"));
    let output = build(folder.path(), &["--audience", "public", "--drafts"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let output = build(folder.path(), &["--audience", "public"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.path().join("site/reports/canaryreview.html").is_file());
    assert!(!folder.path().join("site/reports/canarydraft.html").exists());
}

#[test]
fn a_withdrawn_report_keeps_its_page_and_is_counted_nowhere() {
    let folder = archive(CONFIG);
    for audience in ["public", "internal"] {
        let output = build(folder.path(), &["--audience", audience]);
        assert!(output.status.success(), "{}", said(&output));
        let read = |path: &str| fs::read_to_string(folder.path().join("site").join(path)).expect("the page");
        let page = read("reports/gone.html");
        for words in ["A report taken back", "Withdrawn on 1", "It told of a test."] {
            assert!(page.contains(words), "{audience}: {words}\n{page}");
        }
        assert!(!page.contains("canarygone"));
        let home = read("index.html");
        let at = home.find("reports/gone.html").expect("the list names it");
        assert!(home[at..].contains("Withdrawn"), "{home}");
        assert!(!folder.path().join("site/services/canarygone-service.html").exists());
        assert_eq!(audience == "internal", folder.path().join("site/reports/gone-inside.html").exists());
    }
}
