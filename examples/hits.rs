//! What the language rules find, with the words around it, so that a person can judge how often they are right.
//!
//! `cargo run --release --example hits -- REPORTS [--labels LABELS] [--rule NAME]… [--count N]`: prints per rule up to `N` hits (50),
//! spread over the reports; every report is read as if it were public. A place that a finding adds in a note counts as a hit. With
//! `LABELS`, a folder with `facts.jsonl` that lists phrases under `blame_phrases`, `counterfactuals`, `canned` and `vague_impact`, also
//! how many of those are found, and which are not: found is a phrase where a hit lies within it or within its sentence.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use afterword::archive::Archive;
use afterword::checklist;
use afterword::checklist::finding::{Finding, Findings};
use afterword::checklist::prose::Prose;
use afterword::checklist::selection::Selection;
use afterword::config::Config;
use afterword::incident::facts::Audience;
use afterword::source::{Span, Spanned};
use chrono::NaiveDate;
use serde::Deserialize;

/// Labelled phrases, and the rules that are to find them.
const LABELS: [(&str, &[&str]); 4] = [
    ("blame_phrases", &["blames-a-person", "human-error-as-cause"]),
    ("counterfactuals", &["counterfactual", "hindsight"]),
    ("canned", &["canned-phrase", "placeholder"]),
    ("vague_impact", &["vague-impact", "vague-time"]),
];

#[derive(Debug, Deserialize)]
struct Facts {
    file: String,
    language: String,
    blame_phrases: Vec<String>,
    counterfactuals: Vec<String>,
    canned: Vec<String>,
    vague_impact: Vec<String>,
}

struct Options {
    reports: PathBuf,
    labels: Option<PathBuf>,
    rules: Vec<String>,
    count: usize,
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        eprintln!("usage: hits REPORTS [--labels LABELS] [--rule NAME]... [--count N]");
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hits: {error}");
            ExitCode::from(2)
        }
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options { reports: PathBuf::new(), labels: None, rules: Vec::new(), count: 50 };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--labels" => options.labels = Some(arguments.next()?.into()),
            "--rule" => options.rules.push(arguments.next()?),
            "--count" => options.count = arguments.next()?.parse().ok()?,
            _ => options.reports = argument.into(),
        }
    }
    (!options.reports.as_os_str().is_empty()).then_some(options)
}

fn run(options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let mut config = Config::default();
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let mut archive = Archive::read(std::slice::from_ref(&options.reports), &config)?;
    for incident in &mut archive.incidents {
        incident.facts.audience = Some(Spanned::new(Audience::Public, 0..0));
    }
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let findings = checklist::check(&archive, &config, &Selection::default(), today);
    for rule in checklist::rules::all().filter(|rule| rule.group() == "voice") {
        if options.rules.is_empty() || options.rules.iter().any(|name| name == rule.name) {
            hits(&archive, &findings, rule.name, options.count);
        }
    }
    match &options.labels {
        Some(labels) => recall(&archive, &findings, &options.reports, labels),
        None => Ok(()),
    }
}

fn hits(archive: &Archive, findings: &Findings, rule: &str, count: usize) {
    let all: Vec<(usize, &Span)> = archive
        .incidents
        .iter()
        .enumerate()
        .flat_map(|(index, _)| findings.of(index).iter().map(move |finding| (index, finding)))
        .filter(|(_, finding)| finding.rule.name == rule)
        .flat_map(|(index, finding)| places(finding).map(move |span| (index, span)))
        .collect();
    println!("\n## {rule}: {} hits", all.len());
    let step = (all.len() / count.max(1)).max(1);
    for (index, span) in all.iter().step_by(step).take(count) {
        let Some(incident) = archive.incidents.get(*index) else { continue };
        let (line, text) = (incident.source.line_column(span.start).line, &incident.source.text);
        let cut = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let around = cut(span.start.saturating_sub(110))..cut(span.end + 80);
        let shown = [around.start..span.start, (*span).clone(), span.end..around.end]
            .map(|part| incident.source.slice(&part).replace('\n', " "));
        println!("{}:{line}: {}»{}«{}", incident.source.path, shown[0], shown[1], shown[2]);
    }
}

/// The places that a finding marks.
fn places(finding: &Finding) -> impl Iterator<Item = &Span> {
    std::iter::once(&finding.span).chain(finding.notes.iter().map(|(span, _)| span))
}

fn recall(
    archive: &Archive,
    findings: &Findings,
    reports: &Path,
    labels: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let root = reports.to_string_lossy().trim_end_matches('/').to_owned() + "/";
    let (mut asked, mut found, mut missed) = ([0; 4], [0; 4], Vec::new());
    for line in std::fs::read_to_string(labels.join("facts.jsonl"))?.lines() {
        let facts: Facts = serde_json::from_str(line)?;
        let path = format!("{root}{}", facts.file);
        let Some(index) = archive.incidents.iter().position(|incident| incident.source.path == path) else { continue };
        let incident = &archive.incidents[index];
        let prose = Prose::read(incident);
        let lists = [&facts.blame_phrases, &facts.counterfactuals, &facts.canned, &facts.vague_impact];
        for (kind, phrases) in lists.into_iter().enumerate() {
            for phrase in phrases {
                asked[kind] += 1;
                let hit = place(&incident.source.text, phrase).is_some_and(|phrase| {
                    // A rule marks one word of a sentence: the labelled words may stand beside it.
                    let touched =
                        prose.sentences.iter().filter(|span| span.start < phrase.end && phrase.start < span.end);
                    let around =
                        touched.fold(phrase.clone(), |all, span| all.start.min(span.start)..all.end.max(span.end));
                    let of_kind =
                        findings.of(index).iter().filter(|finding| LABELS[kind].1.contains(&finding.rule.name));
                    of_kind.flat_map(places).any(|span| around.start <= span.start && span.end <= around.end)
                });
                found[kind] += usize::from(hit);
                if !hit {
                    missed.push(format!("{} [{}] {phrase:?} ({})", LABELS[kind].0, facts.language, facts.file));
                }
            }
        }
    }
    println!("\n## Labelled phrases found");
    for (kind, (name, rules)) in LABELS.iter().enumerate() {
        println!("{name:16} {:>3} of {:>3}  by {}", found[kind], asked[kind], rules.join(", "));
    }
    missed.iter().for_each(|line| println!("missed {line}"));
    Ok(())
}

/// Where a phrase stands, however its lines are broken.
fn place(text: &str, phrase: &str) -> Option<Span> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let first = words.first()?;
    text.match_indices(first).map(|(at, _)| at).find_map(|start| {
        let mut at = start;
        for word in &words {
            let rest = text.get(at..)?;
            let trimmed = rest.trim_start();
            // Marks of quotations, headings and emphasis, where the phrase leaves them out.
            let bare = trimmed.trim_start_matches(['>', '#', '*']).trim_start();
            let trimmed = if trimmed.starts_with(word) { trimmed } else { bare };
            at += rest.len() - trimmed.len();
            at += trimmed.starts_with(word).then_some(word.len())?;
        }
        Some(start..at)
    })
}
