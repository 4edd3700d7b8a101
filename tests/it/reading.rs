//! What is read from a body: Markdown in, one line per thing out.

use afterword::incident::facts::Why;
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;

fn read(text: &str) -> Incident {
    Incident::read(SourceFile::new("2024-03-05-shops.md", text), &Reading::default())
}

/// `05T14:02+00:00 text`, the end of a range behind `..`, `?` for a row without a time that can be read.
fn timeline(text: &str) -> Vec<String> {
    let incident = read(text);
    let rows = incident.body.timeline.iter().map(|row| {
        let at = row.at.as_ref().map_or("?".to_owned(), |at| {
            let about = if at.approximate { "~" } else { "" };
            format!("{about}{}", at.at.format("%dT%H:%M%:z"))
        });
        let until = row.until.as_ref().map(|until| until.at.format("..%dT%H:%M").to_string()).unwrap_or_default();
        format!("{at}{until} {}", row.text.value.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    rows.collect()
}

#[test]
fn timelines_are_read_from_lists() {
    for (text, rows) in [
        (
            "## Timeline\n\n- 14:02 UTC — alarm\n- **14:05** x\n- `14:07` y\n",
            &["05T14:02+00:00 alarm", "05T14:05+00:00 x", "05T14:07+00:00 y"][..],
        ),
        ("## Timeline (times in JST)\n\n1. 14:02: a\n2. 14:03: b\n", &["05T14:02+09:00 a", "05T14:03+09:00 b"]),
        (
            "## Timeline\n\nAll times in PST, on February 5th 2019.\n\n- 23:50 a\n- 00:10 b\n",
            &["05T23:50-08:00 a", "06T00:10-08:00 b"],
        ),
        ("## Timeline\n\n- 16:58-17:02 UTC a\n- ~17:10 b\n", &["05T16:58+00:00..05T17:02 a", "~05T17:10+00:00 b"]),
        (
            "## Timeline\n\n- 2024-03-05\n  - 10:00 a\n- 2024-03-06\n  - 09:00 b\n",
            &["05T10:00+00:00 a", "06T09:00+00:00 b"],
        ),
        (
            "## Timeline\n\n- 10:00 a\n  - detail\n  - 10:01 detail\n- 10:05 b\n",
            &["05T10:00+00:00 a", "05T10:05+00:00 b"],
        ),
        (
            "## Timeline\n\n- 10:00\n  words under it\n- 10:05 b\n",
            &["05T10:00+00:00 words under it", "05T10:05+00:00 b"],
        ),
        ("## Timeline\n\n- 10:00 a\n- later b\n", &["05T10:00+00:00 a", "? later b"]),
        (
            "## Timeline\n\n- 12:00 c\n- 11:00 b\n- 10:00 a\n",
            &["05T12:00+00:00 c", "05T11:00+00:00 b", "05T10:00+00:00 a"],
        ),
        ("## Timeline\n\n- a\n- b\n", &["? a", "? b"]),
        (
            "## Timeline\n\n- Detected 2024-03-05 08:33\n- Fixed 2024-03-05 09:00\n",
            &["05T08:33+00:00 Detected", "05T09:00+00:00 Fixed"],
        ),
        ("## Zeitverlauf\n\n- gegen 14:02 Uhr MEZ a\n", &["~05T14:02+01:00 a"]),
        ("## Timeline\n\n- 10:00 a\n\n```\n- 10:01 in code\n```\n", &["05T10:00+00:00 a"]),
    ] {
        assert_eq!(timeline(text), rows, "{text}");
    }
}

#[test]
fn timelines_are_read_from_tables_headings_and_lines() {
    for (text, rows) in [
        (
            "## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 10:00 | a \\| b |\n| 10:05 | c |\n",
            &["05T10:00+00:00 a \\| b", "05T10:05+00:00 c"][..],
        ),
        ("## Timeline\n\nTime | Event\n---|---\n10:00 | a\n{: .table }\n", &["05T10:00+00:00 a"]),
        ("## Timeline\n\n| Date | Time | What |\n|---|---|---|\n| 2024-03-06 | 10:00 | a |\n", &["06T10:00+00:00 a"]),
        (
            "## タイムライン（JST）\n\n| 時刻 | 出来事 |\n|---|---|\n| 2024-03-05 午後3:05頃 | a |\n",
            &["~05T15:05+09:00 a"],
        ),
        ("## Timeline\n\n### 2024-03-05 07:28\n\na\n\n### 07:33\n\nb\n", &["05T07:28+00:00 a", "05T07:33+00:00 b"]),
        (
            "## Timeline\n\n_All times UTC_\n\n## March 6\n\n### 20:15\n\na\n\n## Lessons\n\nNone yet, truly.\n",
            &["06T20:15+00:00 a"],
        ),
        (
            "## Timeline\n\nFebruary 15, 2024: 7:56am UTC\na\n\n**Feb 16, 2024, 21:45 (UTC):** b\n",
            &["15T07:56+00:00 a", "16T21:45+00:00 b"],
        ),
        ("## Timeline\n\n[2025-05-16 09:14 UTC]: a\n[2025-05-16 09:20 UTC]: b b\n", &["16T09:20+00:00 b b"]),
        (
            "- **Timeline**:\n  - 2024-03-05 10:00 a\n  - 2024-03-05 10:05 b\n",
            &["05T10:00+00:00 a", "05T10:05+00:00 b"],
        ),
        ("## Timeline\n\nIn 2024 we grew. May was busy.\n", &[]),
    ] {
        assert_eq!(timeline(text), rows, "{text}");
    }
}

/// `action | owner | due | ticket | state | kind`, what is not said left empty.
fn actions(text: &str) -> Vec<String> {
    let incident = read(text);
    let shown = incident.body.action_items.iter().map(|item| {
        let due = item.due.as_ref().map(|due| due.date.map_or(due.text.value.clone(), |date| date.to_string()));
        let parts = [
            Some(item.action.value.clone()),
            item.owner.as_ref().map(|owner| owner.value.clone()),
            due,
            item.ticket.as_ref().map(|ticket| ticket.value.clone()),
            item.status.as_ref().map(|status| status.value.word().to_owned()),
            item.kind.as_ref().map(|kind| kind.value.word().to_owned()),
        ];
        parts.map(Option::unwrap_or_default).join("|").trim_end_matches('|').to_owned()
    });
    shown.collect()
}

#[test]
fn action_items_are_read_from_lists_and_tables() {
    for (text, items) in [
        (
            "## Action items\n\n- [ ] Cap retries (@ada, due 2024-05-01, #123)\n- [x] Alert on depth\n",
            &["Cap retries|ada|2024-05-01|#123|open", "Alert on depth||||done"][..],
        ),
        (
            "## Action items\n\n- Cap retries (Ana Ruiz, due 2024-05-01, [OPS-1](https://x/OPS-1))\n",
            &["Cap retries|Ana Ruiz|2024-05-01|OPS-1"],
        ),
        ("## Action items\n\n- Cap retries (network team, due 2024-05-01)\n", &["Cap retries|network team|2024-05-01"]),
        ("## Maßnahmen\n\n- [x] Sichern (Netzteam, fällig 2018-01-31)\n", &["Sichern|Netzteam|2018-01-31||done"]),
        ("## Action items\n\n### Prevention\n\n- a\n\n### Short term\n\n- b\n", &["a|||||prevent", "b"]),
        ("## Action items\n\n- **Detection**\n  - a\n  - b\n", &["a|||||detect", "b|||||detect"]),
        ("## Next steps\n\n1. ~~Old~~\n2. ✅ New\n", &["~~Old~~||||done", "✅ New||||done"]),
        (
            "## Action items\n\n| Action | Owner | Due | Status | Type |\n|---|---|---|---|---|\n| Cap retries | Ada | 2024-05-01 | done | Prevention |\n",
            &["Cap retries|Ada|2024-05-01||done|prevent"],
        ),
        (
            "## アクションアイテム\n\n| 対策 | 担当 | 期限 | ステータス |\n|---|---|---|---|\n| 監視を追加 | 田中 | 2024-05-01 | 完了 |\n",
            &["監視を追加|田中|2024-05-01||done"],
        ),
        ("## Action items\n\nNone.\n", &[]),
        ("## Action items\n\nWe will cap the retries.\n", &["We will cap the retries."]),
        ("## Action items\n\n### 1) Cap retries\n\nBecause.\n", &["1) Cap retries"]),
        ("## Details\n\n- not an action\n", &[]),
        // The list that calls itself so is the list.
        ("## Action Items\n\n- watch the queue\n\n## Prevention\n\n- queues are watched\n", &["watch the queue"]),
        ("## Prevention\n\n- queues are watched\n", &["queues are watched|||||prevent"]),
        ("## Open items\n\n- watch the queue\n- ... another item\n", &["watch the queue"]),
    ] {
        assert_eq!(actions(text), items, "{text}");
    }
}

/// The ladder as `question=answer`, deeper rungs in brackets.
fn ladder(whys: &[Why]) -> String {
    let rung = |why: &Why| {
        let question = why.why.as_ref().map_or("", |why| why.value.as_str());
        let answers: Vec<String> = why
            .because
            .iter()
            .map(|answer| {
                let below = ladder(&answer.whys);
                if below.is_empty() { answer.text.value.clone() } else { format!("{}[{below}]", answer.text.value) }
            })
            .collect();
        format!("{question}={}", answers.join("+"))
    };
    whys.iter().map(rung).collect::<Vec<_>>().join("; ")
}

#[test]
fn whys_and_lessons_are_read() {
    let incident = read("## Five whys\n\n1. Why a? Because b.\n2. Why b? Because c.\n");
    assert_eq!(ladder(incident.five_whys()), "Why a?=Because b.; Why b?=Because c.");
    let incident = read("## Five whys\n\n- Why a?\n  - Because b.\n    - Why b? c.\n");
    assert_eq!(ladder(incident.five_whys()), "Why a?=Because b.[Why b?=c.]");
    let incident = read("## 5 Whys\n\n### Why a?\n\nBecause b.\n");
    assert_eq!(ladder(incident.five_whys()), "Why a?=Because b.");
    let incident =
        read("## Lessons learned\n\nGeneral.\n\n### What went well\n\n- a\n- b\n\n### Where we got lucky\n\nc\n");
    let lessons = incident.lessons();
    let words = |texts: &[afterword::source::Spanned<String>]| {
        texts.iter().map(|text| text.value.clone()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(
        (words(&lessons.general), words(&lessons.went_well), words(&lessons.got_lucky)),
        ("General.".into(), "a,b".into(), "c".into())
    );
}

#[test]
fn titles_sections_and_places_are_right() {
    let title = |text: &str| read(text).title().map(|title| title.value.clone());
    assert_eq!(title("# A *b* `c`\n").as_deref(), Some("A b c"));
    assert_eq!(title("A\n=\n\ntext\n").as_deref(), Some("A"));
    assert_eq!(title("<h1 align=\"center\">A <b>b</b></h1>\n\n## C\n").as_deref(), Some("A b"));
    assert_eq!(title("## Summary\n\ntext\n"), None);
    assert_eq!(title("+++\ntitle = \"From TOML\"\n+++\n\ntext\n").as_deref(), Some("From TOML"));
    assert_eq!(title("---\ntitle: Key\n---\n\n# Heading\n").as_deref(), Some("Key"));
    let text = "---\r\ntitle: ü\r\n---\r\n\r\n## Impact\r\n\r\nÄll.\r\n\r\n### Deeper\r\n\r\nx\r\n\r\n## Cause\r\n";
    let incident = read(text);
    let shown: Vec<(&str, &str)> = incident
        .body
        .sections
        .iter()
        .map(|section| (section.heading.value.as_str(), incident.source.slice(&section.own).trim()))
        .collect();
    assert_eq!(shown, [("Impact", "Äll."), ("Deeper", "x"), ("Cause", "")]);
    assert_eq!(incident.source.slice(&incident.body.sections[0].heading.span), "Impact");
}

#[test]
fn headings_of_the_configuration_count_too() {
    let source = SourceFile::new("afterword.toml", "[headings]\ntimeline = [\"What the clock said\"]\n");
    let config = afterword::config::Config::parse(&source).expect("a configuration");
    let reading = afterword::archive::reading(&config).expect("a meaning");
    let incident =
        Incident::read(SourceFile::new("a.md", "## What the clock said:\n\n- 2024-03-05 10:00 x\n"), &reading);
    assert_eq!(incident.timeline().len(), 1);
}

#[test]
fn contributors_mitigators_and_risks_have_either_home() {
    let read = |text: &str| Incident::read(SourceFile::new("a.md", text), &Reading::default());
    let told =
        |texts: &[afterword::incident::facts::Text]| texts.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let body = "## Contributors\n\n- Night\n\n## Mitigating factors\n\n- A spare\n- Luck\n\n## Remaining risks\n\nThe other one is as old.\n";
    let incident = read(body);
    assert_eq!(told(incident.contributing_factors()), ["Night"]);
    assert_eq!(told(incident.mitigators()), ["A spare", "Luck"]);
    assert_eq!(told(incident.risks()), ["The other one is as old."]);
    let incident = read(&format!("---\ncontributors: Day\nmitigators: [Care]\nrisks: [Age]\n---\n\n{body}"));
    assert_eq!(told(incident.contributing_factors()), ["Day"]);
    assert_eq!(
        (told(incident.mitigators()), told(incident.risks())),
        (vec!["Care".to_owned()], vec!["Age".to_owned()])
    );
    let wrong = read("---\nmitigators: {a: b}\nrisks: [[a], {b: c}]\ncontributor: x\n---\n");
    let said: Vec<&str> = wrong.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said.iter().any(|words| words.contains("mitigators")), "{said:?}");
}
