//! What the formats for other programs share: each finding with its report and its fingerprint.

use crate::checklist::baseline::fingerprints;
use crate::checklist::finding::Finding;
use crate::incident::Incident;
use crate::report::Run;
use crate::source::LineColumn;

/// A finding with what it stands in.
pub(super) struct Located<'a> {
    pub(super) incident: &'a Incident,
    pub(super) finding: &'a Finding,
    pub(super) start: LineColumn,
    pub(super) end: LineColumn,
    /// Stays the same while its line does.
    pub(super) fingerprint: String,
}

impl Located<'_> {
    /// Message and help in one text.
    pub(super) fn words(&self) -> String {
        match &self.finding.help {
            Some(help) => format!("{}: {help}", self.finding.message),
            None => self.finding.message.clone().into_owned(),
        }
    }
}

/// Every finding of a run, report by report.
pub(super) fn located<'a>(run: &Run<'a>) -> impl Iterator<Item = Located<'a>> {
    let (archive, findings) = (run.archive, run.findings);
    archive.incidents.iter().enumerate().flat_map(move |(index, incident)| {
        let own = findings.of(index);
        own.iter().zip(fingerprints(incident, own)).map(move |(finding, fingerprint)| Located {
            incident,
            finding,
            start: incident.source.line_column(finding.span.start),
            end: incident.source.line_column(finding.span.end),
            fingerprint,
        })
    })
}
