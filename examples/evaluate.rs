//! How well reports are read, measured against what careful readers wrote down of them.
//!
//! `cargo run --release --example evaluate -- REPORTS LABELS [--misses]`: `REPORTS` is a folder of reports, `LABELS` one with
//! `facts.jsonl`, a line of JSON per report: `file` (below `REPORTS`), `title`, `start`, `end`, `n_timeline_entries`,
//! `n_action_items`. `--misses` lists every report that was read differently.

use std::path::PathBuf;
use std::process::ExitCode;

use afterword::archive::Archive;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::instant::{Instant, Precision, ZoneSource};
use chrono::{DateTime, FixedOffset};
use serde::Deserialize;

/// What a reader wrote down of one report.
#[derive(Debug, Deserialize)]
struct Facts {
    file: String,
    title: String,
    start: Option<String>,
    end: Option<String>,
    n_timeline_entries: usize,
    n_action_items: usize,
}

/// One question, and how many reports were read as the reader did.
struct Tally {
    question: &'static str,
    aim: &'static str,
    right: usize,
    asked: usize,
    misses: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let list = arguments.iter().any(|argument| argument == "--misses");
    let folders: Vec<PathBuf> = arguments.iter().filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    let [reports, labels] = folders.as_slice() else {
        eprintln!("usage: evaluate REPORTS LABELS [--misses]");
        return ExitCode::from(2);
    };
    match evaluate(reports, labels) {
        Ok(tallies) => {
            print(&tallies, list);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::from(2)
        }
    }
}

fn evaluate(reports: &PathBuf, labels: &std::path::Path) -> Result<Vec<Tally>, Box<dyn std::error::Error>> {
    let mut config = Config::default();
    // Reports of many makers: also without an ending, and as templates of a site generator.
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let archive = Archive::read(std::slice::from_ref(reports), &config)?;
    let root = reports.to_string_lossy().trim_end_matches('/').to_owned() + "/";
    let mut tallies = [
        ("title", "95 %"),
        ("timeline entries within 10 %", "80 %"),
        ("action items within 15 %", "75 %"),
        ("start to the minute", "-"),
        ("end to the minute", "-"),
    ]
    .map(|(question, aim)| Tally { question, aim, right: 0, asked: 0, misses: Vec::new() });
    for line in std::fs::read_to_string(labels.join("facts.jsonl"))?.lines() {
        let facts: Facts = serde_json::from_str(line)?;
        let path = format!("{root}{}", facts.file);
        let Some(incident) = archive.incidents.iter().find(|incident| incident.source.path == path) else {
            return Err(format!("{path} is labelled but was not found").into());
        };
        ask(&mut tallies, incident, &facts);
    }
    Ok(tallies.into())
}

fn ask(tallies: &mut [Tally; 5], incident: &Incident, facts: &Facts) {
    let title = incident.title().map_or("", |title| title.value.as_str());
    let (rows, items) = (incident.timeline().len(), incident.action_items().len());
    let answers = [
        (same_title(title, &facts.title), format!("read {title:?}, is {:?}", facts.title)),
        (within(rows, facts.n_timeline_entries, 0.10), format!("read {rows}, is {}", facts.n_timeline_entries)),
        (within(items, facts.n_action_items, 0.15), format!("read {items}, is {}", facts.n_action_items)),
        instant(incident.likely_start(), facts.start.as_deref()),
        instant(incident.likely_end(), facts.end.as_deref()),
    ];
    for (tally, (right, difference)) in tallies.iter_mut().zip(answers) {
        tally.asked += 1;
        tally.right += usize::from(right);
        if !right {
            tally.misses.push(format!("{}: {difference}", facts.file));
        }
    }
}

/// The same words: marks, case and white space do not matter.
fn same_title(read: &str, is: &str) -> bool {
    let words = |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    words(read) == words(is)
}

#[allow(clippy::cast_precision_loss, reason = "counts of entries")]
fn within(read: usize, is: usize, share: f64) -> bool {
    (read as f64 - is as f64).abs() <= is as f64 * share + 1e-9
}

/// The same minute, the same day where only a day is known, or both unknown. Where both say their zone, the instants are compared, else
/// the clocks.
fn instant(read: Option<&Instant>, is: Option<&str>) -> (bool, String) {
    let shown = read.map(|read| match read.precision {
        Precision::Day => read.at.format("%F").to_string(),
        Precision::Minute | Precision::Second => read.at.format("%FT%R").to_string(),
    });
    let wanted = is.map(|is| is.chars().take(16).collect::<String>());
    let stated = read.filter(|read| read.zone != ZoneSource::Assumed && read.precision != Precision::Day);
    let minute = |at: DateTime<FixedOffset>| at.timestamp().div_euclid(60);
    let labelled = is.and_then(|is| DateTime::parse_from_rfc3339(is).ok());
    let same = stated.zip(labelled).is_some_and(|(read, is)| minute(read.at) == minute(is));
    (same || shown == wanted, format!("read {shown:?}, is {wanted:?}"))
}

#[allow(clippy::cast_precision_loss, reason = "counts of reports")]
fn print(tallies: &[Tally], list: bool) {
    println!("{:32} {:>7} {:>7} {:>8} {:>6}", "question", "right", "of", "share", "aim");
    for tally in tallies {
        let share = 100.0 * tally.right as f64 / tally.asked.max(1) as f64;
        println!("{:32} {:>7} {:>7} {share:>6.1} % {:>6}", tally.question, tally.right, tally.asked, tally.aim);
    }
    if list {
        for tally in tallies {
            println!("\n{}:", tally.question);
            for miss in &tally.misses {
                println!("  {miss}");
            }
        }
    }
}
