//! What a team does that has two hundred old reports: baselines, changed reports only, levels by path, safe fixes.

use std::path::Path;
use std::process::{Command, Output};

const OLD: &str =
    "# Queue stood still\n\nOn 2019-05-06 the queue stood still.\n\n## Action items\n\n- [ ] Add a second queue\n";
const NEW: &str =
    "# Shops slow\n\nOn 2024-03-05 the shops were slow.\n\n## Action items\n\n- [ ] Give each shop its own lock\n";

fn afterword(folder: &Path, arguments: &[&str]) -> Output {
    let today = ["--today", "2024-06-01"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_afterword"));
    command.args(arguments).args(today).current_dir(folder).output().expect("the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn concise(folder: &Path, arguments: &[&str]) -> String {
    let output = afterword(folder, &[&["check", "--format", "concise"], arguments].concat());
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn git(folder: &Path, arguments: &[&str]) {
    let name = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").args(name).args(arguments).current_dir(folder).output().expect("git");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("old.md"), OLD).expect("a file");
    folder
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let folder = archive();
    let all = concise(folder.path(), &[]);
    assert!(all.contains("[unowned-action-item]"));
    let made = afterword(folder.path(), &["check", "--write-baseline", "known.txt"]);
    assert!(made.status.success() && text(&made.stdout).contains("are known from here on"));
    assert_eq!(concise(folder.path(), &["--baseline", "known.txt"]), "");
    // Lines above come and go; a new item is new, an old one is not.
    std::fs::write(
        folder.path().join("old.md"),
        OLD.replace("## Action", "More words.\n\n## Action") + "- [ ] Add a third queue\n",
    )
    .expect("a file");
    let new = concise(folder.path(), &["--baseline", "known.txt"]);
    assert!(!new.is_empty() && new.lines().all(|line| line.starts_with("old.md:10:")), "{new}");
    // The file is sorted text: the same findings make the same bytes.
    let before = std::fs::read(folder.path().join("known.txt")).expect("the baseline");
    std::fs::write(folder.path().join("old.md"), OLD).expect("a file");
    afterword(folder.path(), &["check", "--write-baseline", "known.txt"]);
    assert_eq!(std::fs::read(folder.path().join("known.txt")).expect("the baseline"), before);
}

#[test]
fn a_baseline_that_is_none_is_said() {
    let folder = archive();
    let missing = afterword(folder.path(), &["check", "--baseline", "none.txt"]);
    assert!(
        missing.status.code() == Some(2) && text(&missing.stderr).contains("`--write-baseline none.txt` makes one")
    );
    std::fs::write(folder.path().join("bad.txt"), "# head\nold.md nonsense\n").expect("a file");
    let bad = afterword(folder.path(), &["check", "--baseline", "bad.txt"]);
    assert!(bad.status.code() == Some(2) && text(&bad.stderr).contains("bad.txt:2:1"), "{}", text(&bad.stderr));
}

#[test]
fn only_reports_that_changed_are_shown() {
    let folder = archive();
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-qm", "first"]);
    assert_eq!(concise(folder.path(), &["--changed-since", "HEAD"]), "");
    std::fs::create_dir(folder.path().join("new")).expect("a folder");
    std::fs::write(folder.path().join("new/größe.md"), NEW).expect("a file");
    let unknown = concise(folder.path(), &["--changed-since", "HEAD"]);
    assert!(!unknown.is_empty() && unknown.lines().all(|line| line.starts_with("new/größe.md:")), "{unknown}");
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-qm", "second"]);
    assert_eq!(concise(folder.path(), &["--changed-since", "HEAD~1"]), unknown);
    assert_eq!(
        concise(&folder.path().join("new"), &["--changed-since", "HEAD~1", "."]).lines().count(),
        unknown.lines().count()
    );
    for (revision, said) in [("nonsense", "git said"), ("--output=x", "git said")] {
        let output = afterword(folder.path(), &["check", &format!("--changed-since={revision}")]);
        assert!(output.status.code() == Some(2) && text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    assert!(!folder.path().join("x").exists());
}

#[test]
fn rules_are_chosen_by_name_and_group() {
    let folder = archive();
    let only = concise(folder.path(), &["--only", "actions,missing-timeline"]);
    assert!(only.lines().all(|line| line.ends_with("-action-item]") || line.ends_with("[missing-timeline]")), "{only}");
    assert_eq!(only.lines().count(), 3, "{only}");
    let rest = concise(folder.path(), &["--skip", "actions", "--skip", "file"]);
    assert!(
        !rest.contains("action-item") && !rest.contains("[no-front-matter]") && rest.contains("[missing-impact]"),
        "{rest}"
    );
    let unknown = afterword(folder.path(), &["check", "--only", "unowned-action"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("did you mean `unowned-action-item`?"), "{}", text(&unknown.stderr));
}

#[test]
fn levels_go_by_path_status_severity_and_audience() {
    let folder = archive();
    std::fs::create_dir(folder.path().join("new")).expect("a folder");
    std::fs::write(folder.path().join("new/a.md"), format!("---\ntitle: A\nstatus: draft\nseverity: sev1\n---\n{NEW}"))
        .expect("a file");
    let config = "[[check.overrides]]\npaths = [\"old*\"]\nlevels = { actions = \"off\", requirements = \"off\", file = \"off\", times = \"off\" }\n\n\
        [[check.overrides]]\nseverity = \"SEV1\"\nstatus = \"draft\"\nlevels = { unowned-action-item = \"error\" }\n";
    std::fs::write(folder.path().join("afterword.toml"), config).expect("a file");
    let shown = concise(folder.path(), &[]);
    assert!(!shown.contains("old.md"), "{shown}");
    assert!(
        shown.contains("error: nobody owns this action item")
            && shown.contains("advice: this action item has no due date"),
        "{shown}"
    );
    // From the folder above, the globs are seen from the configuration's folder all the same.
    let above = folder.path().parent().expect("a folder");
    let name = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
    assert!(!concise(above, &[&name]).contains("old.md"));
    std::fs::write(folder.path().join("afterword.toml"), "[[check.overrides]]\nstatus = \"finale\"\n").expect("a file");
    let output = afterword(folder.path(), &["check"]);
    assert!(output.status.code() == Some(2) && text(&output.stderr).contains("`finale`"), "{}", text(&output.stderr));
}

#[test]
fn fixes_are_shown_then_written_and_settle() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("größe.md");
    let before = "\u{feff}---\r\ntitle: Läden langsam\r\nstatus: draft\r\nlang: de\r\nseverty: sev2\r\nstart: 2024-03-05T10:00:00Z\r\nend: 2024-03-05T12:00:00Z\r\n---\r\n\r\n\
        ## Zeitverlauf (UTC)\r\n\r\n- 10:02 Alarm\r\n- 11:40 leer\r\n- 11:04 Neustart\r\n";
    std::fs::write(&path, before).expect("a file");
    let diff = afterword(folder.path(), &["check", "--diff"]);
    assert_eq!(diff.status.code(), Some(1), "something would change");
    let shown = text(&diff.stdout);
    assert!(
        shown.contains("-severty: sev2") && shown.contains("+severity: sev2") && shown.contains("+## Auswirkungen"),
        "{shown}"
    );
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), before, "--diff changes nothing");
    let fixed = afterword(folder.path(), &["check", "--fix", "--format", "concise"]);
    assert_eq!(fixed.status.code(), Some(0), "{}", text(&fixed.stdout));
    let after = std::fs::read_to_string(&path).expect("the file");
    assert!(
        after.starts_with("\u{feff}---\r\n") && after.matches('\n').count() == after.matches("\r\n").count(),
        "{after:?}"
    );
    let (a, b) = (after.find("11:04").expect("a row"), after.find("11:40").expect("a row"));
    assert!(a < b && after.contains("## Ursache"), "{after}");
    let again = afterword(folder.path(), &["check", "--diff"]);
    assert_eq!((again.status.code(), text(&again.stdout).as_str()), (Some(0), ""), "applied twice it changes nothing");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left beside it");
}

#[test]
fn standard_input_is_not_written() {
    let output = afterword(Path::new("."), &["check", "--fix", "-"]);
    assert!(output.status.code() == Some(2) && text(&output.stderr).contains("--diff"), "{}", text(&output.stderr));
}
