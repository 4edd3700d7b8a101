//! `register.csv`: one line a report, for auditors and their spreadsheets.

use crate::export::{Export, duration_minutes, time};
use crate::feeds;
use crate::incident::Incident;
use crate::incident::headings::Meaning;
use crate::incident::seen::Seen;

/// The columns. Names never change; new ones come last.
const COLUMNS: [&str; 20] = [
    "id",
    "title",
    "kind",
    "status",
    "severity",
    "services",
    "tags",
    "start",
    "detected",
    "end",
    "duration_minutes",
    "impact",
    "root_cause",
    "actions",
    "actions_open",
    "actions_overdue",
    "corrections",
    "published",
    "updated",
    "url",
];

/// The register as RFC 4180 asks for it, with the mark that tells spreadsheets of UTF-8.
///
/// # Errors
/// What the writer says; none is known for a register in memory.
pub fn write(export: &Export<'_>) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(|error| error.to_string())?;
    for incident in export.incidents {
        writer.write_record(line(export, incident).map(harmless)).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

fn line(export: &Export<'_>, incident: &Incident) -> [String; COLUMNS.len()] {
    let facts = &incident.facts;
    let seen = Seen::new(incident, export.internal);
    let items = export.action_items(incident);
    let passage = |meaning: Meaning| {
        let passage = incident.passage(meaning).filter(|passage| seen.shows(&passage.span()));
        passage.map(|passage| incident.plain(passage.text)).unwrap_or_default()
    };
    let optional = |at: Option<&crate::incident::instant::Instant>| at.map(time).unwrap_or_default();
    let corrections = facts.corrections.iter().filter(|made| export.internal || !made.internal).count();
    let services: Vec<&str> = export.services(incident).map(|service| service.name.value.as_str()).collect();
    let tags: Vec<&str> = facts.tags.iter().map(|tag| tag.value.as_str()).collect();
    [
        incident.id.clone(),
        export.title(incident),
        incident.kind().word().to_owned(),
        incident.status().word().to_owned(),
        incident.severity().map(|severity| severity.value.trim().to_owned()).unwrap_or_default(),
        services.join("; "),
        tags.join("; "),
        optional(incident.start()),
        optional(facts.detected.as_ref()),
        optional(incident.end()),
        duration_minutes(incident).map(|minutes| minutes.to_string()).unwrap_or_default(),
        passage(Meaning::Impact),
        passage(Meaning::RootCause),
        items.len().to_string(),
        items.iter().filter(|item| item.is_open()).count().to_string(),
        items.iter().filter(|item| item.is_overdue(export.today)).count().to_string(),
        corrections.to_string(),
        optional(facts.published.as_ref()),
        feeds::updated(incident, export.internal).map(|at| at.to_rfc3339()).unwrap_or_default(),
        export.page(incident),
    ]
}

/// A spreadsheet takes a cell that begins like this for a formula and runs it, whoever wrote the report. An apostrophe makes it text.
fn harmless(cell: String) -> String {
    let first =
        cell.trim_start_matches(|c: char| c.is_whitespace() && c != '\t' && c != '\r' && c != '\n').chars().next();
    let formula = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if formula { format!("'{cell}") } else { cell }
}
