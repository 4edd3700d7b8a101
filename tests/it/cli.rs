//! The commands from outside: what a person types and sees.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn afterword(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_afterword")).args(arguments).current_dir(folder).output().expect("the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The console blocks of README and guide, as a newcomer would type them in the project's folder. `SNAPSHOTS=overwrite cargo test`
/// writes what is shown into them.
#[test]
fn console_blocks_show_what_happens() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("afterword", Path::new(env!("CARGO_BIN_EXE_afterword")));
    cases.case("README.md").case("docs/commands.md");
}

#[test]
fn init_and_new_never_overwrite() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = afterword(folder.path(), &["init"]);
    assert!(first.status.success() && text(&first.stdout).contains("wrote       ./afterword.toml"));
    std::fs::write(folder.path().join("afterword.toml"), "timezone = \"Europe/Berlin\"\n").expect("a file");
    let second = afterword(folder.path(), &["init"]);
    assert!(text(&second.stdout).contains("left alone  ./afterword.toml"));
    let arguments =
        ["new", "Größe: \"zu\" viel", "--severity", "sev2", "--service", "Shops", "--start", "2024-03-05 10:00"];
    let made = afterword(folder.path(), &arguments);
    assert_eq!(text(&made.stdout).trim(), "2024-03-05-groesse-zu-viel.md");
    let again = afterword(folder.path(), &arguments);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("is there already"), "{}", text(&again.stderr));
    let live = afterword(folder.path(), &["new", "Mail is late", "--live", "--today", "2024-03-06"]);
    assert_eq!(text(&live.stdout).trim(), "2024-03-06-mail-is-late.md");
    // What it makes can be read, and every prompt is asked about.
    let check = afterword(folder.path(), &["check", "--format", "concise", "--today", "2024-03-07"]);
    let shown = text(&check.stdout);
    assert_eq!(check.status.code(), Some(0), "{shown}");
    assert!(shown.matches("[placeholder]").count() > 10, "{shown}");
}

#[test]
fn standard_input_is_a_report_too() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["check", "-", "--stdin-name", "draft.md", "--format", "concise"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut stdin = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut stdin, b"---\ntitle: x\nseverty: y\n---\n").expect("writing");
    drop(stdin);
    let output = child.wait_with_output().expect("the end");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("draft.md:3:1: error: `severty`"));
}

#[test]
fn the_gate_decides_the_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.md"), "# A\n\n![](x.png)\n").expect("a file");
    let code = |gate: &str| afterword(folder.path(), &["check", "--gate", gate]).status.code();
    assert_eq!((code("off"), code("error"), code("warning")), (Some(0), Some(1), Some(1)));
    std::fs::write(folder.path().join("afterword.toml"), "[check.levels]\nrequirements = \"off\"\ndraft = \"off\"\n")
        .expect("a file");
    assert_eq!((code("error"), code("advice")), (Some(0), Some(1)));
}

#[test]
fn a_configuration_that_cannot_be_used_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    for (toml, expected) in [
        ("tilte = 1\n", "afterword.toml:1:1: unknown field `tilte`"),
        ("timezone = \"Berlin\"\n", "afterword.toml:1:12: `Berlin` is not a time zone"),
        ("[headings]\ntimelin = [\"x\"]\n", "`timelin` under `[headings]`"),
        ("[archive]\ninclude = [\"[\"]\n", "a glob in afterword.toml cannot be read"),
    ] {
        std::fs::write(folder.path().join("afterword.toml"), toml).expect("a file");
        let output = afterword(folder.path(), &["check"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(expected), "{toml}{}", text(&output.stderr));
    }
}

#[test]
fn json_has_an_entry_for_every_file() {
    let output = afterword(&root(), &["check", "example-incidents", "--format", "json", "--today", "2026-11-24"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["version"], 1);
    let reports = document["reports"].as_array().expect("reports");
    assert_eq!(reports.len(), 11);
    let switch = reports.iter().find(|report| report["id"] == "2018-01-31-wrong-switch").expect("the report");
    assert_eq!((switch["timeline_entries"].as_u64(), switch["action_items"].as_u64()), (Some(18), Some(6)));
    assert_eq!(document["summary"]["errors"], 1);
    let output = afterword(&root(), &["score", "example-incidents", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["reports"][0]["items"].as_array().map(Vec::len), Some(12));
}

#[test]
fn help_is_there_for_every_command() {
    for command in ["check", "score", "build", "new", "explain", "rules", "init"] {
        let output = afterword(&root(), &[command, "--help"]);
        let shown = text(&output.stdout);
        assert!(
            output.status.success() && shown.contains("Usage: afterword") && shown.len() > 400,
            "{command}: {shown}"
        );
    }
}

#[test]
fn what_cannot_be_done_is_said_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, expected) in [
        (&["check", "--config", "nope.toml"][..], "nope.toml: the configuration cannot be read: no such file"),
        (&["check", "--today", "soon"], "write it as 2024-05-01"),
        (&["new", ""], "a report needs a title in words"),
        (&["check", "--baseline", "nope.txt"], "the baseline nope.txt cannot be read"),
    ] {
        let output = afterword(folder.path(), arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(expected) && !said.contains("os error"), "{said}");
    }
    for command in ["check", "score", "build"] {
        let output = afterword(folder.path(), &[command]);
        assert!(output.status.success());
        assert!(text(&output.stderr).contains("no reports in `.`"), "{command}: {}", text(&output.stderr));
    }
}

#[test]
fn a_title_in_other_letters_makes_a_file_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = afterword(folder.path(), &["new", "決済が できない", "--today", "2024-03-05"]);
    assert_eq!(text(&made.stdout).trim(), "2024-03-05-決済が-できない.md");
}
