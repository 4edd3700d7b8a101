//! How far the scorecard agrees with careful readers.
//!
//! `cargo run --release --example agreement -- REPORTS LABELS`: `LABELS` holds `labels.jsonl`, a line of JSON per report and item:
//! `file` (below `REPORTS`), `item`, `verdict`. With `--signals REPORTS` the counts that the verdicts are computed from. Printed per item: agreement, Cohen's
//! kappa with linear weights, the confusion table; and the same for a second reader where `LABELS` holds `twice.jsonl`, in which some
//! reports are answered once more: what two people reach is what a program can be asked for.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use afterword::archive::Archive;
use afterword::checklist::item::Item;
use afterword::checklist::scorecard::{Scorecard, Verdict, score, signals};
use afterword::config::Config;
use rayon::prelude::*;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Label {
    file: String,
    item: String,
    verdict: String,
}

/// Rows: what the reader said; columns: what the program said; yes, partial, no.
type Confusion = [[usize; 3]; 3];

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    if let [first, reports] = arguments.as_slice()
        && first.as_os_str() == "--signals"
    {
        return print_signals(reports);
    }
    let [reports, labels] = arguments.as_slice() else {
        eprintln!("usage: agreement REPORTS LABELS\n       agreement --signals REPORTS");
        return ExitCode::from(2);
    };
    match tables(reports, labels) {
        Ok(tables) => {
            print(&tables);
            readers(labels)
        }
        Err(error) => {
            eprintln!("agreement: {error}");
            ExitCode::from(2)
        }
    }
}

/// A line of tab-separated counts per report, the names first: what weights are found from.
fn print_signals(reports: &PathBuf) -> ExitCode {
    let mut config = Config::default();
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let archive = match Archive::read(std::slice::from_ref(reports), &config) {
        Ok(archive) => archive,
        Err(error) => {
            eprintln!("agreement: {error}");
            return ExitCode::from(2);
        }
    };
    for (index, incident) in archive.incidents.iter().enumerate() {
        let (names, counts): (Vec<_>, Vec<_>) =
            signals(incident).into_iter().map(|(signal, count)| (signal.word(), count.to_string())).unzip();
        if index == 0 {
            println!("path\t{}", names.join("\t"));
        }
        println!("{}\t{}", incident.source.path, counts.join("\t"));
    }
    ExitCode::SUCCESS
}

fn tables(
    reports: &PathBuf,
    labels: &std::path::Path,
) -> Result<BTreeMap<Item, Confusion>, Box<dyn std::error::Error>> {
    let mut config = Config::default();
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let archive = Archive::read(std::slice::from_ref(reports), &config)?;
    let cards: BTreeMap<&str, Scorecard> =
        archive.incidents.par_iter().map(|incident| (incident.source.path.as_str(), score(incident))).collect();
    let root = reports.to_string_lossy().trim_end_matches('/').to_owned() + "/";
    let mut tables: BTreeMap<Item, Confusion> = BTreeMap::new();
    for line in std::fs::read_to_string(labels.join("labels.jsonl"))?.lines() {
        let label: Label = serde_json::from_str(line)?;
        let item = Item::from_word(&label.item).ok_or_else(|| format!("no item {}", label.item))?;
        let is = Verdict::from_word(&label.verdict).ok_or_else(|| format!("no verdict {}", label.verdict))?;
        let path = format!("{root}{}", label.file);
        let said = cards
            .get(path.as_str())
            .and_then(|card| card.answer(item))
            .ok_or_else(|| format!("{path} was not found"))?;
        tables.entry(item).or_default()[is as usize][said.verdict as usize] += 1;
    }
    Ok(tables)
}

/// How far two readers of the same reports agree.
fn readers(labels: &std::path::Path) -> ExitCode {
    let Ok(twice) = std::fs::read_to_string(labels.join("twice.jsonl")) else { return ExitCode::SUCCESS };
    match second_reader(labels, &twice) {
        Ok(tables) => {
            println!("\nanother reader");
            print(&tables);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("agreement: {error}");
            ExitCode::from(2)
        }
    }
}

fn second_reader(
    labels: &std::path::Path,
    twice: &str,
) -> Result<BTreeMap<Item, Confusion>, Box<dyn std::error::Error>> {
    let once = std::fs::read_to_string(labels.join("labels.jsonl"))?;
    let once: Vec<Label> = once.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let answers: BTreeMap<(&str, &str), &str> =
        once.iter().map(|label| ((label.file.as_str(), label.item.as_str()), label.verdict.as_str())).collect();
    let mut tables: BTreeMap<Item, Confusion> = BTreeMap::new();
    for line in twice.lines() {
        let label: Label = serde_json::from_str(line)?;
        let first = answers.get(&(label.file.as_str(), label.item.as_str()));
        let verdict = |word: &str| Verdict::from_word(word).ok_or_else(|| format!("no verdict {word}"));
        let item = Item::from_word(&label.item).ok_or_else(|| format!("no item {}", label.item))?;
        let first = first.ok_or_else(|| format!("{} is answered once only", label.file))?;
        tables.entry(item).or_default()[verdict(first)? as usize][verdict(&label.verdict)? as usize] += 1;
    }
    Ok(tables)
}

#[allow(clippy::cast_precision_loss, reason = "counts of reports")]
fn kappa(table: &Confusion) -> (f64, f64) {
    let total: usize = table.iter().flatten().sum();
    let share = |count: usize| count as f64 / total.max(1) as f64;
    let rows: Vec<f64> = table.iter().map(|row| share(row.iter().sum())).collect();
    let columns: Vec<f64> = (0..3).map(|column| share(table.iter().map(|row| row[column]).sum())).collect();
    let (mut seen, mut chance, mut agreed) = (0.0, 0.0, 0.0);
    for (is, row) in table.iter().enumerate() {
        for (said, count) in row.iter().enumerate() {
            let weight = is.abs_diff(said) as f64 / 2.0;
            seen += weight * share(*count);
            chance += weight * rows[is] * columns[said];
            agreed += if is == said { share(*count) } else { 0.0 };
        }
    }
    (agreed, if chance > 0.0 { 1.0 - seen / chance } else { 0.0 })
}

#[allow(clippy::cast_precision_loss, reason = "twelve items")]
fn print(tables: &BTreeMap<Item, Confusion>) {
    println!("{:18} {:>6} {:>6}   yes→ y/p/n   partial→ y/p/n   no→ y/p/n", "item", "agree", "kappa");
    let (mut sum, mut same) = (0.0, 0.0);
    for (item, table) in tables {
        let (agreed, kappa) = kappa(table);
        sum += kappa;
        same += agreed;
        let row = |is: usize| table[is].map(|count| count.to_string()).join("/");
        println!("{:18} {:>5.0}% {kappa:>6.2}   {:12} {:16} {}", item.word(), agreed * 100.0, row(0), row(1), row(2));
    }
    let items = tables.len().max(1) as f64;
    println!("{:18} {:>5.0}% {:>6.2}", "mean", 100.0 * same / items, sum / items);
}
