//! The scorecard to read: for one report the twelve answers with the lines that decided them, for several a table.

use std::io;

use crate::checklist::item::{Item, Tier};
use crate::checklist::scorecard::{Answer, Scorecard, Verdict};
use crate::incident::Incident;
use crate::incident::spacing::collapsed;
use crate::report::Run;

/// Longer quotes are cut: the line number leads to the rest.
const QUOTE: usize = 96;

/// Writes one card, or the table.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    match (run.archive.incidents.as_slice(), run.scorecards) {
        ([incident], [card]) => one(incident, card, out),
        _ => table(run, out),
    }
}

fn one(incident: &Incident, card: &Scorecard, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}\n{}", incident.name(), incident.source.path)?;
    for tier in Tier::ALL {
        writeln!(out, "\n{tier}")?;
        for answer in card.answers.iter().filter(|answer| answer.item.tier() == *tier) {
            let word = if answer.attested.is_some() { "vouched" } else { answer.verdict.word() };
            writeln!(out, "  {word:8} {:17} {}", answer.item.word(), answer.reason)?;
            evidence(incident, answer, out)?;
        }
    }
    let count = |verdict| card.count(verdict);
    writeln!(out, "\n{} yes, {} partial, {} no", count(Verdict::Yes), count(Verdict::Partial), count(Verdict::No))
}

fn evidence(incident: &Incident, answer: &Answer, out: &mut dyn io::Write) -> io::Result<()> {
    if let Some(reason) = &answer.attested {
        return writeln!(out, "           {:17} “{reason}”", "");
    }
    for span in answer.evidence.iter().take(2) {
        let line = incident.source.line_column(span.start).line;
        let quote = collapsed(incident.source.slice(span));
        let short: String = quote.chars().take(QUOTE).collect();
        let dots = if short.len() < quote.len() { " …" } else { "" };
        writeln!(out, "           {line:>4} │ {short}{dots}")?;
    }
    Ok(())
}

/// One line a report: twelve marks in three groups of four.
fn table(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let width = run.archive.incidents.iter().map(|incident| incident.source.path.chars().count()).max().unwrap_or(0);
    for (incident, card) in run.archive.incidents.iter().zip(run.scorecards) {
        let marks: Vec<&str> = card.answers.iter().map(mark).collect();
        let groups: Vec<String> = marks.chunks(4).map(|four| four.join(" ")).collect();
        writeln!(out, "{:width$}  {}", incident.source.path, groups.join("   "))?;
    }
    writeln!(out, "\n● yes   ◐ partial   ○ no   ◉ vouched for by a reviewer\n")?;
    writeln!(out, "   {:17} {:>5} {:>8} {:>5}", "", "yes", "partial", "no")?;
    for (number, item) in Item::ALL.iter().enumerate() {
        let count = |verdict| {
            let answers = run.scorecards.iter().filter_map(|card| card.answer(*item));
            answers.filter(|answer| answer.verdict == verdict).count()
        };
        let (yes, partial, no) = (count(Verdict::Yes), count(Verdict::Partial), count(Verdict::No));
        writeln!(out, "{:2} {:17} {yes:>5} {partial:>8} {no:>5}", number + 1, item.word())?;
    }
    Ok(())
}

fn mark(answer: &Answer) -> &'static str {
    match (answer.verdict, &answer.attested) {
        (_, Some(_)) => "◉",
        (Verdict::Yes, None) => "●",
        (Verdict::Partial, None) => "◐",
        (Verdict::No, None) => "○",
    }
}
