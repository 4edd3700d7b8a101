//! The formats for other programs, each read by a parser or a schema that is not ours.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Two reports: one with findings of every level, a fix, notes and characters that formats must escape; one without findings.
const BAD: &str = "---\ntitle: \"Größe <b> & \\\"Läden\\\", 100 %: langsam\"\nseverty: sev2\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T09:00:00Z\n\
    summary: In hindsight it was plain. We mended it.\n---\n\n## Impact\n\nTODO: ask @ada\n\nWe are sorry for any\ninconvenience.\n";
const GOOD: &str = "---\ntitle: A backup could not be read, in a test\nkind: near-miss\nsummary: We tried to read a backup, and could not. Nobody felt it.\n\
    detection: {how: staff, text: The test failed.}\nroot_cause: The key had been changed and the copy in the safe had not, which we found by comparing dates.\n\
    impact: {summary: Nobody was hit., affected: [{who: customers, count: 0}], data_loss: none}\nlessons: [Test with the key from the safe.]\n---\n";

fn shown(format: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("in cidents")).expect("a folder");
    std::fs::write(folder.path().join("in cidents/größe.md"), BAD).expect("a file");
    std::fs::write(folder.path().join("in cidents/test.md"), GOOD).expect("a file");
    let text = run(folder.path(), &["check", "--format", format, "--today", "2024-06-01", "in cidents"]);
    (folder, text)
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program");
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn sarif_is_read_by_a_parser_made_from_its_schema() {
    let (_folder, text) = shown("sarif");
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).expect("the parser reads it");
    let run = log.runs.first().expect("a run");
    let rules = run.tool.driver.rules.as_ref().expect("rules");
    let results = run.results.as_ref().expect("results");
    assert!(results.len() > 5);
    let mut prints = BTreeSet::new();
    for result in results {
        let index = usize::try_from(result.rule_index.expect("an index")).expect("an index");
        assert_eq!(Some(&rules[index].id), result.rule_id.as_ref(), "the index leads to the rule");
        let place = result.locations.as_ref().and_then(|all| all[0].physical_location.as_ref()).expect("a place");
        let uri = place.artifact_location.as_ref().and_then(|at| at.uri.as_deref()).expect("an address");
        assert_eq!(uri, "in%20cidents/gr%C3%B6%C3%9Fe.md", "relative and escaped");
        prints.insert(result.partial_fingerprints.as_ref().expect("fingerprints").values().next().cloned());
    }
    assert_eq!(prints.len(), results.len(), "each has a fingerprint of its own");
    assert!(
        results.iter().any(|result| result.fixes.is_some())
            && results.iter().any(|result| result.related_locations.is_some())
    );
}

#[test]
fn fingerprints_stay_when_lines_above_come_and_go() {
    let (folder, before) = shown("gitlab");
    let path = folder.path().join("in cidents/größe.md");
    std::fs::write(&path, BAD.replace("## Impact", "Three lines.\n\nMore.\n\n## Impact")).expect("a file");
    let after = run(folder.path(), &["check", "--format", "gitlab", "--today", "2024-06-01", "in cidents"]);
    let prints = |text: &str| -> Vec<(String, String)> {
        let rows: Vec<Value> = serde_json::from_str(text).expect("JSON");
        let of = |row: &Value, key: &str| row[key].as_str().expect("text").to_owned();
        rows.iter().map(|row| (of(row, "check_name"), of(row, "fingerprint"))).collect()
    };
    assert_eq!(prints(&before), prints(&after));
}

/// As GitLab documents it: description, check_name, fingerprint, severity, path and begin are required, and fingerprints are unique.
#[test]
fn gitlab_takes_the_code_quality_report() {
    let text = |minimum: u32| json!({ "type": "string", "minLength": minimum });
    let severities = json!({ "enum": ["info", "minor", "major", "critical", "blocker"] });
    let lines = json!({ "type": "object", "required": ["begin"], "properties": { "begin": { "type": "integer", "minimum": 1 } } });
    let place = json!({ "type": "object", "required": ["path", "lines"], "properties": {
        "path": { "type": "string", "pattern": "^[^./]" }, "lines": lines } });
    let schema = json!({ "type": "array", "items": { "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": { "description": text(1), "check_name": text(1), "fingerprint": text(8), "severity": severities, "location": place } } });
    let report: Value = serde_json::from_str(&shown("gitlab").1).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let rows = report.as_array().expect("rows");
    let prints: BTreeSet<&str> = rows.iter().filter_map(|row| row["fingerprint"].as_str()).collect();
    assert_eq!(prints.len(), rows.len());
}

#[test]
fn junit_is_read_by_a_parser() {
    let text = shown("junit").1;
    let suites = junit_parser::from_reader(text.as_bytes()).expect("the parser reads it");
    assert_eq!(suites.suites.len(), 2);
    let failed: u64 = suites.suites.iter().map(|suite| suite.failures).sum();
    let found = suites.suites.iter().flat_map(|suite| &suite.cases).filter(|case| case.status.is_failure()).count();
    assert!(found > 2 && failed == found as u64, "{failed} {found}");
    let message = "`severty` is not a key of the front matter";
    assert!(
        suites.suites.iter().flat_map(|suite| &suite.cases).any(|case| case.status.failure_as_ref().message == message)
    );
}

/// The grammar of the runner's workflow commands: `::name key=value,…::data`, with %, line ends, colons and commas escaped.
#[test]
fn github_marks_the_very_characters() {
    let (folder, text) = shown("github");
    let decode = |text: &str| {
        text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let mut marked = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("::")) {
        let (head, message) = line.trim_start_matches("::").split_once("::").expect("a command and its data");
        let (name, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&name) && !message.is_empty());
        let value = |key: &str| {
            let pair = properties.split(',').find_map(|pair| pair.strip_prefix(&format!("{key}=")));
            decode(pair.unwrap_or_else(|| panic!("{key} in {properties}")))
        };
        let file = std::fs::read_to_string(folder.path().join(value("file"))).expect("the file it names");
        let number = |key: &str| value(key).parse::<usize>().expect("a number");
        let source: Vec<char> = file.lines().nth(number("line") - 1).expect("the line").chars().collect();
        if value("line") != value("endLine") {
            // The runner takes no columns with several lines.
            assert!(!properties.contains("col=") && !properties.contains("endColumn="), "{properties}");
            continue;
        }
        marked.push((
            value("title"),
            source[number("col") - 1..number("endColumn").min(source.len())].iter().collect::<String>(),
        ));
    }
    let has = |rule: &str, words: &str| marked.iter().any(|(title, text)| title == rule && text == words);
    assert!(has("unknown-key", "severty") && has("hindsight", "In hindsight"), "{marked:?}");
    assert!(has("placeholder", "TODO: ask @ada"), "{marked:?}");
}

#[test]
fn a_comment_makes_no_markup_and_calls_nobody() {
    let text = shown("markdown").1;
    assert!(text.starts_with("### Postmortem check: 2 reports: "), "{text}");
    let called = text.split('`').step_by(2).any(|prose| prose.contains("@ada"));
    assert!(!called && !text.contains("<b>"), "{text}");
    assert!(text.contains("line 3: `severty` is not a key of the front matter"), "{text}");
}
