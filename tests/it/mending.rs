//! What `check --fix` makes of files as people leave them: comments, flow style, other line ends, marks at the beginning, broken blocks.

use std::path::Path;
use std::process::{Command, Output};

fn afterword(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_afterword"));
    command.args(arguments).args(["--today", "2024-06-01"]).current_dir(folder).output().expect("the command runs")
}

/// What a file is after `--fix`; that `--diff` foretold a change, and that a second run changes nothing.
fn fixed(before: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("2024-03-05-shops.md");
    std::fs::write(&path, before).expect("a file");
    let foretold = afterword(folder.path(), &["check", "--diff"]).status.code() == Some(1);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), before, "--diff changes nothing");
    afterword(folder.path(), &["check", "--fix"]);
    let after = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(foretold, after != before, "--diff and --fix differ");
    let again = afterword(folder.path(), &["check", "--diff"]);
    assert_eq!((again.status.code(), String::from_utf8_lossy(&again.stdout).as_ref()), (Some(0), ""), "not settled");
    after
}

const SECTIONS: &str = "\nOn 5 March 2024 all shops were slow, because we retried too much, and it is over since the evening of that day.\n\n\
    ## Impact\n\nAll 40 shops.\n\n## Timeline (UTC)\n\n- 10:02 alarm\n- 10:58 over\n\n## Detection\n\nAn alarm.\n\n\
    ## Root cause\n\nA retry without a limit, because no limit was set.\n\n## Lessons\n\nRetries need a limit.\n";

#[test]
fn missing_keys_are_added_as_questions() {
    let before = format!(
        "---\n# ours\ntitle: Shops slow # the effect\nstatus: draft\nsummary: |\n  Slow.\n# end of it\n---\n{SECTIONS}"
    );
    let after = fixed(&before);
    let added = "# end of it\nstart: # TODO: when users began to feel it, with its zone\nend: # TODO: when the last user no longer felt it; `status: ongoing` while it goes on\n---\n";
    assert_eq!(after, before.replace("# end of it\n---\n", added));
}

#[test]
fn the_draft_rules_ask_until_an_added_key_is_filled_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("---\ntitle: Shops slow\nstatus: draft\nend: 2024-03-05T11:00:00Z\n---\n{SECTIONS}");
    std::fs::write(folder.path().join("2024-03-05-shops.md"), text).expect("a file");
    let output = afterword(folder.path(), &["check", "--fix", "--format", "concise"]);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(shown.contains(":5:10: ") && shown.contains("[placeholder]"), "{shown}");
}

#[test]
fn line_ends_and_a_mark_at_the_beginning_stay() {
    let before = format!("\u{feff}---\ntitle: Shops slow\nstatus: draft\nend: 2024-03-05T11:00:00Z\n---\n{SECTIONS}")
        .replace('\n', "\r\n");
    let after = fixed(&before);
    assert!(after.starts_with("\u{feff}---\r\n") && after.contains("\r\nstart: # TODO: "), "{after}");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn keys_go_in_where_the_others_stand() {
    let indented =
        fixed(&format!("---\n  title: Shops slow\n  status: draft\n  end: 2024-03-05T11:00:00Z\n---\n{SECTIONS}"));
    assert!(indented.contains("\n  start: # TODO: "), "{indented}");
    // One mapping in braces has no line of its own for a key.
    let flow = format!("---\n{{title: Shops slow, status: draft, end: 2024-03-05T11:00:00Z}}\n---\n{SECTIONS}");
    assert_eq!(fixed(&flow), flow);
}

#[test]
fn a_done_report_gets_no_questions() {
    let done = format!("---\ntitle: Shops slow\nstatus: final\nend: 2024-03-05T11:00:00Z\n---\n{SECTIONS}");
    assert_eq!(fixed(&done), done);
}

#[test]
fn a_key_that_the_organisation_requires_is_added() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("afterword.toml"),
        "[custom_keys.cost_centre]\ntype = \"number\"\nrequired = true\n",
    )
    .expect("a file");
    let path = folder.path().join("2024-03-05-shops.md");
    let text = format!(
        "---\ntitle: Shops slow\nstatus: draft\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n{SECTIONS}"
    );
    std::fs::write(&path, text).expect("a file");
    afterword(folder.path(), &["check", "--fix"]);
    let after = std::fs::read_to_string(&path).expect("the file");
    assert!(after.contains("\ncost_centre: # TODO: a number\n---\n"), "{after}");
    let again = afterword(folder.path(), &["check", "--diff"]);
    assert_eq!(String::from_utf8_lossy(&again.stdout), "");
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    for broken in [
        "---\ntitle: \"Shops slow\nstatus: draft\nstart: 5 March 2024 10:00 UTC\n---\n\n## Timeline\n\n- 10:40 b\n- 10:04 a\n- 10:50 c\n",
        "---\ntitle: Shops slow\nstatus: draft\nstart: 5 March 2024 10:00 UTC\n\n## Timeline\n\n- 10:40 b\n- 10:04 a\n- 10:50 c\n",
        "---\ntitle: Shops slow\nstatus: draft\nstatus: final\ntags: [a\n---\n",
    ] {
        assert_eq!(fixed(broken), broken);
    }
}

#[test]
fn sections_are_added_in_their_order() {
    let before = "---\ntitle: Shops slow\nstatus: draft\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n\n# Shops slow\n\n\
        ## Timeline (UTC)\n\n- 10:02 orders are slow\n- 10:58 over\n\nNotes on it\n-----------\n\nNone.\n\n## Lessons\n\nRetries need a limit.\n";
    let after = fixed(before);
    let headings: Vec<&str> = after.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(headings, ["Summary", "Impact", "Timeline (UTC)", "Detection", "Root cause", "Lessons"], "{after}");
}

#[test]
fn timelines_are_sorted_wherever_they_stand() {
    let facts = "title: Shops slow\nstatus: draft\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n";
    let body = SECTIONS.replace("## Timeline (UTC)\n\n- 10:02 alarm\n- 10:58 over\n\n", "");
    let block = format!(
        "---\n{facts}timeline:\n  - at: 2024-03-05T10:02:00Z\n    event: alarm # the first\n  - at: 2024-03-05T10:58:00Z\n    event: over\n  - at: 2024-03-05T10:30:00Z\n    event: restart\n---\n{body}"
    );
    // A comment belongs to a row: nothing is moved past it.
    assert_eq!(fixed(&block), block);
    let block = block.replace(" # the first", "");
    let (over, restart) =
        ("  - at: 2024-03-05T10:58:00Z\n    event: over\n", "  - at: 2024-03-05T10:30:00Z\n    event: restart\n");
    assert_eq!(fixed(&block), block.replace(&format!("{over}{restart}"), &format!("{restart}{over}")));
    let row = |clock: &str, event: &str| format!("{{at: 2024-03-05T{clock}:00Z, event: {event}}}");
    let flow = |rows: [String; 3]| format!("---\n{facts}timeline: [{}]\n---\n{body}", rows.join(", "));
    let before = flow([row("10:02", "alarm"), row("10:58", "over"), row("10:30", "restart")]);
    assert_eq!(fixed(&before), flow([row("10:02", "alarm"), row("10:30", "restart"), row("10:58", "over")]));
    let list = format!("---\n{facts}---\n{}", SECTIONS.replace("- 10:58 over\n", "- 10:58 over\n- 10:30 restart\n"));
    assert!(fixed(&list).contains("- 10:02 alarm\n- 10:30 restart\n- 10:58 over\n"));
    let table = "| Time | What |\n|---|---|\n| 10:02 | alarm |\n| 10:58 | over |\n| 10:30 | restart |\n";
    let table = format!("---\n{facts}---\n{}", SECTIONS.replace("- 10:02 alarm\n- 10:58 over\n", table));
    assert!(fixed(&table).contains("| 10:02 | alarm |\n| 10:30 | restart |\n| 10:58 | over |\n"));
}

#[test]
fn durations_and_loose_times_are_written_out() {
    let before = format!(
        "---\ntitle: Shops slow\nstatus: draft\nstart: 5 March 2024 10:00 UTC # felt\nend: '5.3.2024 11:30 UTC'\n---\n{}",
        SECTIONS.replace("All 40 shops.", "All 40 shops.\n\n- Duration: 2 h 10 min").replace("10:58", "11:28")
    );
    let after = fixed(&before);
    assert!(after.contains("start: 2024-03-05T10:00Z # felt\nend: "), "{after}");
    assert!(after.contains("2024-03-05T11:30Z") && after.contains("- Duration: 1 h 30 min\n"), "{after}");
}
