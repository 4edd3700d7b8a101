//! Where a report stands among the others, and what git knows of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::history::{FileHistory, History};
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading};
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn render(files: &[(&str, &str)], config: &Config, audience: Audience, history: History) -> BTreeMap<String, String> {
    let read = |(path, text): &(&str, &str)| Incident::read(SourceFile::new(*path, *text), &Reading::default());
    let archive = Archive::new(files.iter().map(read).collect());
    let findings = Findings::default();
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config, today: day("2026-11-24") };
    let site = Site::new(&run, Options { audience, drafts: false }, &[]).expect("the templates").with_history(history);
    let pages = site.render().expect("every page");
    pages.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The n-th report of a chain of repeats.
fn chained(n: u32, audience: &str) -> String {
    let repeat = if n > 1 { format!("repeat_of: '{}'\n", n - 1) } else { String::new() };
    format!(
        "---\ntitle: Report {n}\naudience: {audience}\nstart: 2024-0{n}-01T10:00:00Z\nend: 2024-0{n}-01T1{n}:00:00Z\n{repeat}\
         action_items:\n  - {{action: Promise {n}, due: 2024-0{n}-20}}\n  - {{action: Kept {n}, due: 2024-0{n}-20, status: done}}\n---\n"
    )
}

#[test]
fn a_report_names_those_of_its_cause_and_what_is_unfinished_there() {
    let texts: Vec<String> = (1..=3).map(|n| chained(n, "public")).collect();
    let files = [("1.md", texts[0].as_str()), ("2.md", &texts[1]), ("3.md", &texts[2])];
    let pages = render(&files, &Config::default(), Audience::Internal, History::default());
    let third = &pages["reports/3.html"];
    assert!(third.contains("The third report with this cause:") && third.contains("href=\"../causes/report-1.html\""));
    assert!(third.contains("Promise 2") && third.contains("Promise 1") && !third.contains("Kept 1"));
    assert!(third.contains("overdue since 20\u{a0}Feb\u{a0}2024"));
    let first = &pages["reports/1.html"];
    assert!(first.contains("The first of 3 reports with this cause:") && !first.contains("Promise 2"));
    // What is only for the organisation does not exist to everyone.
    let hidden = chained(2, "internal");
    let files = [("1.md", texts[0].as_str()), ("2.md", &hidden), ("3.md", &texts[2])];
    let pages = render(&files, &Config::default(), Audience::Public, History::default());
    let third = &pages["reports/3.html"];
    assert!(!third.contains("Report 2") && !third.contains("Promise 2") && !third.contains("with this cause"));
}

#[test]
fn a_report_leads_to_those_beside_it_and_says_when_it_is_the_longest() {
    let texts: Vec<String> = (1..=5).map(|n| chained(n, "public").replace("repeat_of", "related")).collect();
    let names = ["1.md", "2.md", "3.md", "4.md", "5.md"];
    let files: Vec<(&str, &str)> = names.iter().zip(&texts).map(|(name, text)| (*name, text.as_str())).collect();
    let pages = render(&files, &Config::default(), Audience::Internal, History::default());
    let third = &pages["reports/3.html"];
    assert!(third.contains("href=\"2.html\" rel=\"prev\"") && third.contains("href=\"4.html\" rel=\"next\""));
    assert!(!third.contains("Longer than each"), "two before it are too few");
    assert!(pages["reports/5.html"].contains("Longer than each of the 4 incidents before it."));
    assert!(!pages["reports/5.html"].contains("rel=\"next\"") && !pages["reports/1.html"].contains("rel=\"prev\""));
}

#[test]
fn corrections_are_linked_from_the_dateline() {
    let text = "---\ntitle: t\ncorrections:\n  - {at: 2024-03-06, what: The end was later.}\n---\n";
    let pages = render(&[("a.md", text)], &Config::default(), Audience::Internal, History::default());
    assert!(pages["reports/a.html"].contains("<a href=\"#corrections\">Corrected 6\u{a0}March\u{a0}2024.</a>"));
}

#[test]
fn a_page_tells_what_git_knows_and_where_to_edit() {
    let known = |first: Option<NaiveDate>, changed: bool, shallow: bool| {
        let file = FileHistory {
            path: "reports/a b.md".to_owned(),
            first,
            last: day("2024-05-02"),
            revision: "a41f09c5d2e7b8c9d0e1f2a3b4c5d6e7f8091a2b".to_owned(),
            changed,
        };
        History::new(shallow, BTreeMap::from([("a.md".to_owned(), file)]))
    };
    let config = |url: Option<&str>| {
        let mut config = Config::default();
        config.site.edit_url = url.map(str::to_owned);
        config
    };
    let page = |history: History, url: Option<&str>| {
        let pages = render(&[("a.md", "---\ntitle: t\n---\n")], &config(url), Audience::Internal, history);
        pages["reports/a.html"].clone()
    };
    let whole =
        page(known(Some(day("2024-02-01")), false, false), Some("https://git.example.com/edit/{revision}/{path}"));
    assert!(
        whole.contains(
            "In version control since 1\u{a0}February\u{a0}2024, last changed 2\u{a0}May\u{a0}2024, revision"
        )
    );
    assert!(whole.contains("<code class=\"nb\">a41f09c5d2</code>"));
    assert!(whole.contains("https://git.example.com/edit/a41f09c5d2e7b8c9d0e1f2a3b4c5d6e7f8091a2b/reports/a%20b.md"));
    assert!(page(known(None, false, true), None).contains("is a shallow clone"));
    assert!(page(known(Some(day("2024-02-01")), true, false), None).contains("not yet committed"));
    let none = page(History::default(), Some("https://git.example.com/edit/{path}"));
    assert!(!none.contains("version control") && !none.contains("git.example.com"));
}

#[test]
fn an_address_to_edit_must_lead_to_a_report() {
    let parse =
        |url: &str| Config::parse(&SourceFile::new("afterword.toml", format!("[site]\nedit_url = \"{url}\"\n")));
    assert!(parse("https://git.example.com/edit/main/{path}").is_ok());
    for bad in ["https://git.example.com/edit", "javascript:alert({path})", ""] {
        let error = parse(bad).expect_err("an address that leads nowhere");
        assert!(error.place.starts_with("afterword.toml:2:") && error.message.contains("{path}"), "{error}");
    }
}

#[test]
fn a_long_timeline_can_be_narrowed_to_a_phase_without_a_script() {
    let rows: String = (10..20)
        .map(|n| {
            let kind = if n % 2 == 0 { "act" } else { "communicate" };
            format!("  - {{at: 2024-03-05T{n}:00:00Z, event: Row {n}, kind: {kind}}}\n")
        })
        .collect();
    let text = format!("---\ntitle: t\ntimeline:\n{rows}---\n");
    let pages = render(&[("a.md", &text)], &Config::default(), Audience::Internal, History::default());
    let page = &pages["reports/a.html"];
    assert!(page.contains("id=\"ph-act\">Acted") && !page.contains("id=\"ph-detect\""), "only phases that occur");
    assert_eq!(page.matches("<li class=\"ph-act\">").count(), 5);
    let (_, css) = pages.iter().find(|(path, _)| path.ends_with(".css")).expect("the stylesheet");
    assert!(css.contains("section:has(#ph-act:checked) .tl > li:not(.ph-act)"));
    let short = format!(
        "---\ntitle: t\ntimeline:\n{}---\n",
        rows.lines().take(3).map(|row| format!("{row}\n")).collect::<String>()
    );
    let pages = render(&[("a.md", &short)], &Config::default(), Audience::Internal, History::default());
    assert!(!pages["reports/a.html"].contains("ph-act"));
}

fn git(folder: &Path, date: &str, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args([
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.com",
        "-c",
        "commit.gpgsign=false",
    ]);
    git.args(arguments).env("GIT_COMMITTER_DATE", date).env("GIT_AUTHOR_DATE", date);
    let output = git.output().expect("git");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn git_is_asked_once_for_all_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let top = folder.path().join("whole");
    let reports = top.join("reports/störungen");
    fs::create_dir_all(&reports).expect("folders");
    for name in ["a.md", "b.md"] {
        fs::write(reports.join(name), "one").expect("a file");
    }
    git(&top, "2024-02-01T12:00:00Z", &["init", "-q"]);
    git(&top, "2024-02-01T12:00:00Z", &["add", "-A"]);
    git(&top, "2024-02-01T12:00:00Z", &["commit", "-qm", "one"]);
    fs::write(reports.join("a.md"), "two").expect("a file");
    git(&top, "2024-05-02T12:00:00Z", &["commit", "-qam", "two"]);
    fs::write(reports.join("b.md"), "three").expect("a file");
    fs::write(reports.join("new.md"), "new").expect("a file");
    let paths = |reports: &Path| -> Vec<String> {
        ["a.md", "b.md", "new.md"].iter().map(|name| reports.join(name).to_string_lossy().into_owned()).collect()
    };
    let of = |paths: &[String]| History::of(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    let whole = paths(&reports);
    let history = of(&whole);
    let a = history.file(&whole[0]).expect("a committed file");
    assert_eq!(
        (a.path.as_str(), a.first, a.last),
        ("reports/störungen/a.md", Some(day("2024-02-01")), day("2024-05-02"))
    );
    assert!(!a.changed && a.revision.len() == 40 && !history.shallow);
    assert!(history.file(&whole[1]).expect("a committed file").changed);
    assert_eq!(history.file(&whole[2]), None, "git does not know it yet");

    let url = format!("file://{}", top.display());
    git(folder.path(), "2024-05-02T12:00:00Z", &["clone", "-q", "--depth", "1", &url, "shallow"]);
    let shallow = paths(&folder.path().join("shallow/reports/störungen"));
    let history = of(&shallow);
    assert!(history.shallow && history.file(&shallow[0]).is_none(), "where the copy was cut off, nothing is known");

    let nowhere = tempfile::tempdir().expect("a folder");
    let alone = nowhere.path().join("a.md").to_string_lossy().into_owned();
    // A folder that stands in no repository; what lies above the temporary folder is not ours to say.
    if !nowhere.path().ancestors().any(|above| above.join(".git").exists()) {
        assert_eq!(of(&[alone]), History::default());
    }
}
