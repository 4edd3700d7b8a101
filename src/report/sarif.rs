//! SARIF 2.1.0, for code scanning and editors: rules with their pages, findings with stable fingerprints and relative addresses.

use std::io;

use serde_json::{Value, json};

use crate::checklist::finding::{Finding, Level};
use crate::checklist::rule::Rule;
use crate::checklist::rules;
use crate::incident::Incident;
use crate::report::Run;
use crate::report::findings::{Located, located};
use crate::source::{LineColumn, Span};

/// Where the shape is defined.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let results: Vec<Value> = located(run).map(|found| result(&found)).collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "afterword",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules::all().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "ROOT": { "description": { "text": "the folder the check ran in" } } },
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.promise() },
        "fullDescription": { "text": rule.promise() },
        "help": { "text": rule.markdown(), "markdown": rule.markdown() },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "tags": [rule.group()] },
    })
}

fn result(found: &Located<'_>) -> Value {
    let index = rules::all().position(|rule| rule == found.finding.rule).unwrap_or(0);
    let mut result = json!({
        "ruleId": found.finding.rule.name,
        "ruleIndex": index,
        "level": level(found.finding.level),
        "message": { "text": found.words() },
        "locations": [{ "physicalLocation": place(found.incident, found.start, found.end) }],
        "partialFingerprints": { "afterword/v1": found.fingerprint },
    });
    let related = related(found);
    if let (false, Value::Object(result)) = (related.is_empty(), &mut result) {
        result.insert("relatedLocations".to_owned(), Value::Array(related));
    }
    if let (Some(fix), Value::Object(result)) = (fix(found.incident, found.finding), &mut result) {
        result.insert("fixes".to_owned(), json!([fix]));
    }
    result
}

fn related(found: &Located<'_>) -> Vec<Value> {
    let notes = found.finding.notes.iter().enumerate();
    notes
        .map(|(index, (span, note))| {
            let (start, end) = ends(found.incident, span);
            json!({
                "id": index + 1,
                "physicalLocation": place(found.incident, start, end),
                "message": { "text": note },
            })
        })
        .collect()
}

fn fix(incident: &Incident, finding: &Finding) -> Option<Value> {
    let fix = finding.fix.as_ref()?;
    let replacements = fix.edits.iter().map(|edit| {
        let (start, end) = ends(incident, &edit.span);
        json!({ "deletedRegion": region(start, end), "insertedContent": { "text": edit.text } })
    });
    Some(json!({
        "artifactChanges": [{
            "artifactLocation": address(incident),
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    }))
}

fn ends(incident: &Incident, span: &Span) -> (LineColumn, LineColumn) {
    (incident.source.line_column(span.start), incident.source.line_column(span.end))
}

fn place(incident: &Incident, start: LineColumn, end: LineColumn) -> Value {
    json!({ "artifactLocation": address(incident), "region": region(start, end) })
}

fn region(start: LineColumn, end: LineColumn) -> Value {
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// The path as an address relative to the folder the check ran in: everything but letters, digits and a few marks is escaped.
fn address(incident: &Incident) -> Value {
    let mut uri = String::new();
    for byte in incident.source.path.trim_start_matches('/').bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    json!({ "uri": uri, "uriBaseId": "ROOT" })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}
