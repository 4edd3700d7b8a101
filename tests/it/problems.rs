//! Everything that is wrong with a file is said in one run, each at its place.

use afterword::archive::Archive;
use afterword::checklist::selection::Selection;
use afterword::checklist::{self};
use afterword::config::Config;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// `line:column rule: message` for every finding of some rules in a text.
fn findings(text: &str, groups: &[&str]) -> Vec<String> {
    let config = Config::default();
    let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
    let archive = Archive::new(vec![incident]);
    let today = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day");
    let findings = checklist::check(&archive, &config, &Selection::default(), today);
    let shown = findings.of(0).iter().filter(|finding| groups.is_empty() || groups.contains(&finding.rule.group()));
    shown
        .map(|finding| {
            assert!(finding.help.is_some(), "{} says what to do", finding.rule.name);
            let at = archive.incidents[0].source.line_column(finding.span.start);
            format!("{}:{} {}: {}", at.line, at.column, finding.rule.name, finding.message)
        })
        .collect()
}

#[test]
fn one_run_says_all_that_is_wrong_with_one_file() {
    let text = "---\ntitle: Shops: slow\nseverty: sev2\nstatus: [final]\nstart: yesterday\ndetected: 25:00\nend: 2024-02-30\n\
        summary: The shops were slow.\n---\n\n## Root cause\n\nA retry.\n";
    let found = findings(text, &[]);
    for expected in [
        "2:13 broken-yaml: the front matter is not valid YAML: mapping values are not allowed in this context",
        "3:1 unknown-key: `severty` is not a key of the front matter",
        "4:9 wrong-type: `status` takes text, not a list",
        "5:8 unreadable-time: `yesterday` is not a time",
        "6:11 unreadable-time: `25:00` is not a time",
        "7:6 unreadable-time: `2024-02-30` is not a time",
        "2:1 missing-impact: this report does not say who was affected, and how",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}\nis not among\n{}", found.join("\n"));
    }
}

#[test]
fn a_wrong_type_says_what_the_key_takes() {
    let found = findings(
        "---\ntitle: [a]\ntags: {a: b}\nservices: [[a]]\nimpact: [a]\ntimeline: {a: {b: c}}\n---\n",
        &["file"],
    );
    for expected in [
        "2:8 wrong-type: `title` takes text, not a list",
        "3:7 wrong-type: `tags` takes a list of texts, not a mapping",
        "4:12 wrong-type: `services` takes text or a mapping in each entry, not a list",
        "5:9 wrong-type: `impact` takes text or a mapping, not a list",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}\nis not among\n{}", found.join("\n"));
    }
}

#[test]
fn broken_front_matter_hides_no_other_key() {
    for (text, expected) in [
        ("---\na: [1\nseverty: x\n---\n", &["2:4 broken-yaml", "3:1 unknown-key"][..]),
        ("---\ntitle: \"x\nseverty: x\n---\n", &["2:8 broken-yaml", "3:1 unknown-key"]),
        ("---\r\ntitle: &a x\r\nseverty: x\r\n---\r\n", &["2:8 broken-yaml", "3:1 unknown-key"]),
        ("\u{feff}---\ntitle: *a\nseverty: x\n---\n", &["2:8 broken-yaml", "3:1 unknown-key"]),
        ("---\ntitle: x\n\tseverity: x\nseverty: x\n---\n", &["broken-yaml", "4:1 unknown-key"]),
        ("---\ntitle: x\n", &["1:1 broken-yaml"]),
        ("---\n- a\n- b\n---\n", &["2:3 broken-yaml"]),
    ] {
        let found = findings(text, &["file"]);
        for start in expected {
            assert!(found.iter().any(|line| line.contains(start)), "{text:?}: {start} is not among {found:?}");
        }
    }
}

#[test]
fn a_thematic_break_is_no_front_matter() {
    assert_eq!(findings("---\n\nSome text.\n", &["file"]), ["1:1 no-front-matter: this report has no front matter"]);
}

#[test]
fn no_text_makes_reading_panic() {
    let seeds = [
        "---\ntitle: a\nstart: 2024-01-01T00:00:00Z\ntimeline:\n  - {at: 10:00, event: x}\nservices: [a]\n---\n# T\n\n## Timeline (UTC)\n\n- 10:00 x\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 10:00 | ä |\n\n## Action items\n\n- [ ] x (@a, due 2024-01-01, #1)\n<!-- internal -->\n",
        "**Impact**: text\n\n1. Why? Because.\n   - Why? ü\n\n<!-- afterword: waive x because y -->\n## 教訓\n- 午後3:05頃 x\n",
    ];
    let mut seed = 11_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below.max(1)
    };
    for round in 0..1500 {
        let mut chars: Vec<char> = seeds[round % seeds.len()].chars().collect();
        for _ in 0..4 {
            let at = next(chars.len());
            match next(3) {
                0 => drop(chars.remove(at)),
                1 => chars.insert(at, ['-', '\n', '"', '[', '<', 'é', '\u{feff}', '`', '|', ' ', '>'][next(11)]),
                _ => {
                    let to = next(chars.len());
                    chars.swap(at, to);
                }
            }
        }
        findings(&chars.into_iter().collect::<String>(), &["no such group"]);
    }
}
