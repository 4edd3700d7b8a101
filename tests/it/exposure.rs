//! What must not be published stops a public build, and nothing else does.

use std::path::Path;
use std::process::{Command, Output};

const CONFIG: &str = "[exposure]\ncustomers = [\"Karstadt\"]\n";

/// Secret, private key, internal host, private address, e-mail address, a customer's name.
const PLANTED: &[(&str, &str)] = &[
    ("secret", "The job ran with glpat-abcdefghij0123456789."),
    ("private-key", "```\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n```"),
    ("internal-host", "It lived on db-3.fra.corp."),
    ("private-address", "It answered at 10.20.30.40."),
    ("personal-data", "ada.lovelace@shops-r-us.de wrote to us."),
    ("customer-name", "All tills of Karstadt were down."),
    ("handle", "Then @ada restarted it."),
    ("internal-link", "See https://shops.slack.com/archives/C1/p2 for it."),
];

fn afterword(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_afterword")).args(arguments).current_dir(folder).output().expect("the program")
}

fn archive(head: &str, body: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("afterword.toml"), CONFIG).expect("a file");
    let report = format!(
        "---\ntitle: Shops slow\n{head}start: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n\n{body}\n"
    );
    std::fs::write(folder.path().join("a.md"), report).expect("a file");
    folder
}

#[test]
fn what_was_planted_is_an_error_and_stops_the_public_build() {
    for (rule, line) in PLANTED {
        let folder = archive("audience: public\n", line);
        let check = afterword(folder.path(), &["check", "--format", "concise"]);
        let shown = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.code() == Some(1) && shown.contains(&format!("[{rule}]")), "{rule}: {shown}");
        let build = afterword(folder.path(), &["build", "--audience", "public"]);
        let said = String::from_utf8_lossy(&build.stderr).into_owned();
        assert!(
            build.status.code() == Some(2) && said.contains(&format!("[{rule}]")) && said.contains("a.md:"),
            "{rule}: {said}"
        );
        assert!(!folder.path().join("site").exists(), "{rule}: nothing was built");
        assert!(afterword(folder.path(), &["build"]).status.success(), "{rule}: the organisation may read it");
    }
}

#[test]
fn what_looks_like_a_comment_in_code_is_read() {
    let secret = "<!-- glpat-abcdefghij0123456789 -->";
    for shown in [
        format!("```html\n{secret}\n```"),
        format!("Write `{secret}` there."),
        format!("Text:\n\n    {secret}"),
        format!("\\{secret}"),
        format!("Text <!--\n```\n{secret}\n"),
    ] {
        let folder = archive("audience: public\n", &shown);
        let check = afterword(folder.path(), &["check", "--format", "concise"]);
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(said.contains("[secret]"), "{shown}: {said}");
    }
    for unseen in
        [secret.to_owned(), format!("Text {secret} and more."), format!("<!--\n```\n{}\n```\n-->", &secret[5..32])]
    {
        let folder = archive("audience: public\n", &unseen);
        let check = afterword(folder.path(), &["check", "--format", "concise"]);
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(!said.contains("[secret]"), "{unseen}: {said}");
    }
}

#[test]
fn what_is_internal_stops_nothing() {
    for (rule, line) in PLANTED {
        for (head, body) in [
            ("audience: public\n", format!("<!-- internal -->\n{line}\n<!-- /internal -->")),
            ("audience: internal\n", (*line).to_owned()),
            ("audience: public\nstatus: draft\n", (*line).to_owned()),
        ] {
            let folder = archive(head, &body);
            let build = afterword(folder.path(), &["build", "--audience", "public"]);
            assert!(build.status.success(), "{rule} {head}: {}", String::from_utf8_lossy(&build.stderr));
        }
    }
}

#[test]
fn a_waiver_with_a_reason_lets_it_pass() {
    let line = "<!-- afterword: waive private-address because it is the address in the vendor's own manual -->\nIt answered at 10.20.30.40.";
    let folder = archive("audience: public\n", line);
    let build = afterword(folder.path(), &["build", "--audience", "public"]);
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
}
