//! A canary in every kind of internal place is in no byte of a public build; what cannot be hidden for certain stops it.

use std::path::Path;
use std::process::{Command, Output};

use walkdir::WalkDir;

const HEAD: &str = "---\ntitle: Shops slow\naudience: public\nsummary: We failed.\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T12:00:00Z\n";

/// Internal places that are hidden: what goes into the front matter, and the body.
const HIDDEN: &[(&str, &str)] = &[
    ("internal:\n  root_cause: CANARY\n  people: CANARY\n", ""),
    (
        "timeline:\n  - {at: 2024-03-05T10:02:00Z, event: CANARY, internal: true}\n  - {at: 2024-03-05T10:05:00Z, event: seen}\n",
        "",
    ),
    (
        "timeline:\n  - {at: 2024-03-05T10:02:00Z, event: CANARY, internal:}\n  - {at: 2024-03-05T10:05:00Z, event: seen}\n",
        "",
    ),
    (
        "updates:\n  - {at: 2024-03-05T10:02:00Z, channel: CANARY, text: CANARY, next: 2024-03-05T23:59:00Z, internal: true}\n",
        "",
    ),
    ("action_items:\n  - {action: CANARY, owner: CANARY, due: 2024-05-01, internal: true}\n", ""),
    ("promises:\n  - {what: CANARY, due: 2024-05-01, internal: true}\n", ""),
    ("corrections:\n  - {at: 2024-05-01, what: CANARY, internal: true}\n", ""),
    ("services:\n  - {name: CANARY, internal: true}\n  - Shops\n", ""),
    ("impact:\n  summary: All shops.\n  affected:\n    - {who: CANARY, count: 3, internal: true}\n", ""),
    ("waive:\n  missing-timeline: CANARY\n", ""),
    ("# CANARY\n", ""),
    ("", "<!-- internal -->\nCANARY\n<!-- /internal -->\n"),
    ("", "# Title <!-- internal -->CANARY<!-- /internal --> words\n"),
    ("", "## Other heading <!-- internal -->CANARY<!-- /internal -->\n\nText.\n"),
    (
        "",
        "## Action items\n\n- [ ] Cap retries <!-- internal -->CANARY<!-- /internal --> at three (ada, due 2024-05-01)\n",
    ),
    (
        "",
        "## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Cap | Ada <!-- internal -->CANARY<!-- /internal --> | next week <!-- internal -->CANARY<!-- /internal --> | A-1 <!-- internal -->CANARY<!-- /internal --> |\n",
    ),
    ("", "## Timeline\n\n### 10:05 UTC <!-- internal -->CANARY<!-- /internal --> went\n\nMore.\n\n- x\n"),
    (
        "",
        "## Impact\n\nAll <!-- internal -->CANARY<!-- /internal --> shops. ![<!-- internal -->CANARY<!-- /internal -->](x.png)\n",
    ),
    ("", "<!--\nCANARY: do not tell\nCANARY\n-->\n\n- item\n  <!-- a\n  CANARY -->\n"),
    ("", "Text <!-- TODO: CANARY --> more.\n\n<!-- afterword: waive placeholder because CANARY -->\n\nText.\n"),
    ("", "Text.\n\n<!-- never closed CANARY\n\n# CANARY\n"),
    ("related: [secret]\nrepeat_of: [draft]\n", ""),
    (
        "",
        "## Timeline\n\nBefore.\n\n<!-- internal -->\nCANARY\n<!-- /internal -->\n\n- 10:05 UTC seen <!-- internal -->CANARY<!-- /internal -->\n  - more\n  <!-- internal -->\n  CANARY\n  <!-- /internal -->\n\nBehind <!-- internal -->CANARY<!-- /internal --> it.\n",
    ),
    (
        "",
        "## Action items\n\n- [ ] Cap\n\n  <!-- internal -->\n  CANARY\n  <!-- /internal -->\n\n<!-- internal -->\n### CANARY\n\nCANARY\n<!-- /internal -->\n\n- [ ] Tell\n\n## Lessons\n\nMuch.\n\n- One.\n  <!-- CANARY -->\n\n<!-- internal -->CANARY<!-- /internal -->\n",
    ),
];

/// Places that cannot be hidden for certain: the build refuses.
const REFUSED: &[(&str, &str)] = &[
    ("", "<!-- internal -->\nCANARY\n"),
    ("", "CANARY <!-- /internal -->\n"),
    ("", "<!-- internal: customers --> CANARY <!-- /internal: customers -->\n"),
    ("", "<!-- internal start --> CANARY <!-- internal end -->\n"),
    ("", "<!-- begin internal --> CANARY <!-- end internal -->\n"),
    ("", "- item\n\n      <!-- internal -->\n      CANARY\n      <!-- /internal -->\n"),
    ("", "```\n<!-- internal -->\nCANARY\n<!-- /internal -->\n```\n"),
    ("resolution: |\n  Mended. <!-- internal -->CANARY<!-- /internal -->\n", ""),
    ("timeline:\n  - {at: 2024-03-05T10:02:00Z, event: CANARY, internal: ja}\n", ""),
    ("timeline:\n  - {at: 2024-03-05T10:02:00Z, event: CANARY, internall: true}\n", ""),
    ("five_whys:\n  - {why: CANARY, because: x, internal: true}\n", ""),
];

fn build(front_matter: &str, body: &str) -> (tempfile::TempDir, Output) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    write("afterword.toml", "");
    write("a.md", &format!("{HEAD}{front_matter}---\n\n{body}"));
    write("secret.md", "---\ntitle: CANARY\n---\n\nCANARY\n");
    write("draft.md", "---\ntitle: CANARY\naudience: public\nstatus: draft\n---\n\nCANARY\n");
    let output = Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["build", "--audience", "public", "--today", "2024-06-01"])
        .current_dir(folder.path())
        .output()
        .expect("the program");
    (folder, output)
}

fn everything(folder: &Path) -> Vec<(String, String)> {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let bytes = std::fs::read(entry.path()).expect("a file");
            (entry.path().display().to_string(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

#[test]
fn a_canary_in_an_internal_place_is_in_no_byte_of_a_public_build() {
    for (front_matter, body) in HIDDEN {
        let (folder, output) = build(front_matter, body);
        assert!(output.status.success(), "{front_matter}{body}{}", String::from_utf8_lossy(&output.stderr));
        let files = everything(&folder.path().join("site"));
        assert!(files.iter().any(|(path, _)| path.ends_with("reports/a.html")), "the report is there");
        for (path, text) in files {
            let leaked = path.contains("CANARY") || text.to_lowercase().contains("canary") || text.contains("23:59");
            assert!(!leaked, "{front_matter}{body} leaks into {path}");
        }
    }
}

#[test]
fn times_told_in_an_internal_passage_are_not_the_public_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "---\ntitle: Told\naudience: public\n---\n\n## Summary\n\nWe failed.\n\n<!-- internal -->\n**Start**: 2024-03-05 04:44 UTC\n**End**: 2024-03-05 05:55 UTC\n**Severity**: CANARY\n<!-- /internal -->\n";
    std::fs::write(folder.path().join("a.md"), text).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["build", "--audience", "public", "--today", "2024-06-01"])
        .current_dir(folder.path())
        .output()
        .expect("the program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = std::fs::read_to_string(folder.path().join("site/reports/a.html")).expect("the page");
    assert!(!page.contains("04:44") && !page.contains("05:55") && !page.contains("CANARY"), "{page}");
}

#[test]
fn what_cannot_be_hidden_for_certain_stops_a_public_build() {
    for (front_matter, body) in REFUSED {
        let (folder, output) = build(front_matter, body);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains("nothing was built"), "{front_matter}{body}{said}");
        assert!(!folder.path().join("site").exists());
    }
}
