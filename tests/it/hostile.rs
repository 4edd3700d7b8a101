//! Texts that are made to take long: time grows with a text, not with its square.

use std::time::{Duration, Instant};

use afterword::archive::Archive;
use afterword::checklist;
use afterword::checklist::finding::Findings;
use afterword::checklist::selection::Selection;
use afterword::config::Config;
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading};
use afterword::report::{Colour, Format, Run, write};
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

/// Far more than any of these takes, and far less than the square of their length would.
const LIMIT: Duration = Duration::from_secs(20);

const HEAD: &str =
    "---\ntitle: T\naudience: public\nstart: 2024-03-05 10:00 UTC\nend: 2024-03-05 12:00 UTC\nimpact: 5 users\n---\n";

/// Reads a text, checks it, shows the findings and renders its page.
fn everything(text: String) {
    let (config, selection) = (Config::default(), Selection::default());
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
    let findings = checklist::check(&archive, &config, &selection, today);
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    write(&run, Format::Full, Colour::Plain, &mut std::io::sink()).expect("a report");
    let none = Findings::default();
    let run = Run { findings: &none, ..run };
    let site = Site::new(&run, Options { audience: Audience::Internal, drafts: true }, &[]).expect("a site");
    site.bytes("reports/a.html").expect("the page").expect("a whole page");
}

#[test]
fn no_text_takes_the_square_of_its_length() {
    let keys: Vec<String> = (0..2_000).map(|n| format!("k{n}: 1\n")).collect();
    for (name, text) in [
        ("comments that are never closed", format!("{HEAD}{}", "<!--".repeat(60_000))),
        ("comments in comments", format!("{HEAD}{} -->", "<!-- internal ".repeat(20_000))),
        ("tags that are never closed", format!("{HEAD}{}", "<div>\n\n".repeat(4_000))),
        ("many findings in one line", format!("---\ntags: [{}]\n---\n", "[], ".repeat(3_000))),
        ("rungs that repeat the first", format!("{HEAD}## Five whys\n\n{}", "1. Why? Because x.\n".repeat(1_000))),
        ("many keys", format!("---\n{}---\n", keys.concat())),
        ("brackets", format!("{HEAD}{}", "[".repeat(100_000))),
        ("one line", format!("{HEAD}{}", "The server failed at 14:02 UTC. ".repeat(3_000))),
    ] {
        let began = Instant::now();
        everything(text);
        assert!(began.elapsed() < LIMIT, "{name}: {:?}", began.elapsed());
    }
}

#[test]
fn a_line_longer_than_anyone_reads_is_named_and_not_shown() {
    let text = format!("---\ntitle: T\ntags: [{}]\n---\n", "[], ".repeat(3_000));
    let (config, selection) = (Config::default(), Selection::default());
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let archive = Archive::new(vec![Incident::read(SourceFile::new("a.md", text), &Reading::default())]);
    let findings = checklist::check(&archive, &config, &selection, today);
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today };
    let mut shown = Vec::new();
    write(&run, Format::Full, Colour::Plain, &mut shown).expect("a report");
    let shown = String::from_utf8(shown).expect("UTF-8");
    assert!(shown.contains("error[wrong-type]: `tags` takes text, not a list\n--> a.md:3:12"), "{}", &shown[..900]);
    assert!(shown.lines().all(|line| line.len() < 9_000), "the whole line is shown");
}
