//! Every word that a reader of the Markdown sees is on the report's page, whatever of it is read as data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use afterword::archive::{Archive, reading};
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::body::markdown_options;
use afterword::incident::facts::Audience;
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

const HEAD: &str =
    "---\ntitle: Shops slow\nsummary: We failed.\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T12:00:00Z\n---\n\n";

fn page_of(text: &str) -> String {
    let reading = reading(&Config::default()).expect("headings");
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &reading)]);
    let findings = Findings::default();
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let config = Config::default();
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    let site = Site::new(&run, Options { audience: Audience::Internal, drafts: true }, &[]).expect("the templates");
    let path = site.paths().find(|path| path.starts_with("reports/")).expect("a page").to_owned();
    String::from_utf8(site.bytes(&path).expect("a path").expect("a page")).expect("UTF-8")
}

fn body(text: &str) -> &str {
    text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body)
}

/// Words in lower case with how often they stand there; numbers aside, which times and dates are shown by in another form.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let split = text.split(|c: char| !c.is_alphanumeric());
    for word in
        split.filter(|word| word.chars().any(char::is_alphabetic) && !word.starts_with(|c: char| c.is_ascii_digit()))
    {
        *found.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    found
}

/// What the Markdown says to a reader. Headings and the heads of tables aside, for which the page has its own.
fn told(markdown: &str) -> String {
    let (mut text, mut aside) = (String::new(), 0);
    for event in Parser::new_ext(markdown, markdown_options()) {
        match event {
            Event::Start(Tag::TableHead | Tag::Heading { .. }) => aside += 1,
            Event::End(TagEnd::TableHead | TagEnd::Heading(_)) => aside -= 1,
            Event::Text(words) | Event::Code(words) if aside == 0 => text.push_str(&words),
            Event::Text(_) | Event::Code(_) => {}
            _ => text.push(' '),
        }
    }
    text
}

/// What the page says in the article before its checklist, which quotes. The words of a picture count.
fn shown(page: &str) -> String {
    let article = page.split_once("<article").map_or("", |(_, article)| article);
    let article = article.split_once("id=\"checklist\"").map_or(article, |(before, _)| before);
    let mut text = String::new();
    for part in article.split('<') {
        let (tag, behind) = part.split_once('>').unwrap_or((part, ""));
        let alternative = tag.strip_prefix("img").and_then(|tag| tag.split_once("alt=\"")?.1.split_once('"'));
        text.push(' ');
        text.push_str(alternative.map_or("", |(words, _)| words));
        text.push(' ');
        text.push_str(behind);
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Words of the body that the page has less often; those of times, owners and states have another form there.
fn lost(text: &str) -> Vec<String> {
    const OTHER_FORM: &[&str] =
        &["due", "owner", "done", "utc", "january", "mitigation", "prevention", "fällig", "januar", "gegen"];
    let page = words(&shown(&page_of(text)));
    let more = |(word, count): &(String, usize)| page.get(word).copied().unwrap_or(0) < *count;
    let lost = words(&told(body(text))).into_iter().filter(more).map(|(word, _)| word);
    lost.filter(|word| !OTHER_FORM.contains(&word.as_str())).collect()
}

#[test]
fn no_word_of_an_example_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the examples").filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") && name != "README.md" {
            let text = fs::read_to_string(entry.path()).expect("a report");
            assert_eq!(lost(&text), Vec::<String>::new(), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 8);
}

/// Bodies in which prose and pictures stand around what is read as data, each with a line that has to be on its page.
const AROUND: &[(&str, &str)] = &[
    (
        "## Timeline\n\nTold by the logs.\n\n- 10:02 alarm\n- 10:05 seen\n\nThe rest is silence.\n",
        "<p>The rest is silence.</p>",
    ),
    (
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 10:02 | alarm |\n\nThen Ada slept.\n\n| Time | Event |\n|---|---|\n| 11:02 | awake |\n",
        "<p>Then Ada slept.</p>",
    ),
    (
        "## Timeline\n\n- 10:02 alarm\n  - of the first kind\n    - and *loud*\n\n  Nobody heard it.\n- 10:05 seen\n",
        "<p>Nobody heard it.</p>",
    ),
    (
        "## Timeline\n\n- 10:02 alarm\n\n![The graph of errors](https://example.org/a.png)\n\n- 10:05 seen\n",
        "The graph of errors",
    ),
    (
        "## Timeline\n\n### Before it\n\nNothing strange.\n\n### The day\n\n- 10:02 alarm\n",
        "<h3 id=\"before-it\">Before it</h3>",
    ),
    ("## Timeline\n\n### 10:02 alarm\n\nIt was loud.\n\n- and red\n\n### 10:09 seen\n", "<li>and red</li>"),
    ("## Timeline\n\nAs the log has it.\n10:02 alarm\n10:05 seen\n", "As the log has it."),
    ("## Timeline\n\n| Time | Event | Who |\n|---|---|---|\n| 10:02 | alarm | Ada |\n| 10:03 | seen | |\n", "Who: Ada"),
    (
        "## Timeline\n\n- 10:02 alarm\n\n## Timeline of the second day\n\n- 2024-03-06 10:05 seen\n",
        "Timeline of the second day</h3>",
    ),
    (
        "## Action items\n\nAgreed on Monday.\n\n- [ ] Cap retries (ada, due 2024-05-01)\n  - in the client\n- [x] Tell users\n\nThe newsletter told them too.\n",
        "<p>The newsletter told them too.</p>",
    ),
    (
        "## Action items\n\n### Network team\n\n- [ ] Cap retries\n\n### Shop team\n\nThey have a plan.\n\n- [ ] Tell users\n",
        "<p>They have a plan.</p>",
    ),
    (
        "## Action items\n\n| Action | Owner | Notes | Status |\n|---|---|---|---|\n| Cap retries | Ada | three at most | waits for the vendor |\n\nMore will come.\n",
        "Notes: three at most; Status: waits for the vendor",
    ),
    (
        "## Action items\n\n- Short term:\n  - [ ] Cap retries\n- [ ] Cap retries (ada, due 2024-05-01, after the summer fair)\n",
        "after the summer fair",
    ),
    (
        "## Lessons\n\nWe learned much.\n\n- Retries add up.\n\n  They did before.\n- Caps help.\n\nAnd more to come.\n\n### What went well\n\nA few things.\n\n- The alarm rang.\n\n### Surprises\n\nThe fair.\n",
        "<p>And more to come.</p>",
    ),
    (
        "## Five whys\n\nAsked by Ada.\n\n1. Why was it slow? The disk was full.\n\n   ```\n   df says full\n   ```\n2. Why was it full? Nobody looked.\n\nThere we stopped.\n",
        "<p>There we stopped.</p>",
    ),
    ("Before the title.\n\n# Shops slow\n\nBehind it.\n\n## Summary\n\nWe failed.\n", "<p>Before the title.</p>"),
];

#[test]
fn prose_around_rows_is_shown_once_and_in_place() {
    for (body, line) in AROUND {
        let text = format!("{HEAD}{body}");
        assert_eq!(lost(&text), Vec::<String>::new(), "{body}");
        let page = page_of(&text);
        let article = page.split_once("id=\"checklist\"").map_or("", |(before, _)| before);
        assert_eq!(article.matches(line).count(), 1, "{line} for {body}\n{article}");
    }
}

#[test]
fn prose_stands_where_the_report_has_it() {
    let text = "## Timeline\n\nAAA first.\n\n- 10:02 BBB\n\n  CCC under it.\n\nDDD between.\n\n- 10:05 EEE\n\nFFF last.\n\n\
                ## Action items\n\nGGG first.\n\n- [ ] HHH\n\nIII between.\n\n- [ ] JJJ\n  - KKK\n\nLLL last.\n";
    let page = page_of(&format!("{HEAD}{text}"));
    let article = page.split_once("id=\"timeline\"").map_or("", |(_, behind)| behind);
    let places: Vec<Option<usize>> =
        ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III", "JJJ", "KKK", "LLL"]
            .iter()
            .map(|mark| article.find(mark))
            .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn prose_of_a_group_of_lessons_stands_under_its_heading() {
    let text = "## Lessons\n\nAAA first.\n\n- BBB\n\nCCC behind.\n\n### What went well\n\nDDD of these.\n\n- EEE\n\n### FFF\n\nGGG\n";
    let page = page_of(&format!("{HEAD}{text}"));
    let article = page.split_once("id=\"lessons\"").map_or("", |(_, behind)| behind);
    let marks = ["AAA", "BBB", "CCC", "What went well", "DDD", "EEE", "FFF", "GGG"];
    let places: Vec<Option<usize>> = marks.iter().map(|mark| article.find(mark)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn what_speaks_to_tools_is_no_prose() {
    let text = "## Timeline\n\n<!-- afterword: waive placeholder because CANARY -->\n\n- 10:02 alarm\n- 10:05 seen\n\n<!-- CANARY -->\n";
    assert!(!page_of(&format!("{HEAD}{text}")).contains("CANARY"));
}
