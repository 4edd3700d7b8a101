//! The findings an archive starts with, so that only new ones count.
//!
//! A finding is known by its rule, its report and the words of its line: it stays known when lines above it come and go, and becomes
//! new when its own line changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::archive::Archive;
use crate::checklist::finding::{Finding, Findings};
use crate::incident::Incident;
use crate::incident::spacing::collapsed;

/// What the first line of a baseline says.
const HEAD: &str = "# Findings that were there when this file was written: path, rule, fingerprint. Made by `afterword check --write-baseline`.\n";

/// The findings that were there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeSet<(String, String, String)>,
}

impl Baseline {
    /// Every finding of a run.
    pub fn of(archive: &Archive, findings: &Findings) -> Self {
        let mut known = BTreeSet::new();
        for (index, incident) in archive.incidents.iter().enumerate() {
            for (finding, print) in findings.of(index).iter().zip(fingerprints(incident, findings.of(index))) {
                known.insert((incident.source.path.clone(), finding.rule.name.to_owned(), print));
            }
        }
        Self { known }
    }

    /// Reads the text of a baseline file.
    ///
    /// # Errors
    /// The number of a line that is none of a baseline.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut known = BTreeSet::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut parts = line.rsplitn(3, '\t').map(str::to_owned);
            match (parts.next(), parts.next(), parts.next()) {
                (Some(print), Some(rule), Some(path)) => known.insert((path, rule, print)),
                _ => return Err(index + 1),
            };
        }
        Ok(Self { known })
    }

    /// The text of the file, sorted: a changed archive makes a small difference.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (path, rule, print) in &self.known {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{path}\t{rule}\t{print}");
        }
        text
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes the known findings out, and says how many they were.
    pub fn set_aside(&self, archive: &Archive, findings: &mut Findings) -> usize {
        let mut aside = 0;
        for (incident, own) in archive.incidents.iter().zip(&mut findings.per_incident) {
            let prints = fingerprints(incident, own);
            let mut prints = prints.into_iter();
            own.retain(|finding| {
                let print = prints.next().unwrap_or_default();
                let known = (incident.source.path.clone(), finding.rule.name.to_owned(), print);
                let is_known = self.known.contains(&known);
                aside += usize::from(is_known);
                !is_known
            });
        }
        aside
    }
}

/// The fingerprints of a report's findings, in their order. Equal lines with equal findings are counted, so each has its own.
pub fn fingerprints(incident: &Incident, findings: &[Finding]) -> Vec<String> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    let print = |finding: &Finding| {
        let line = incident.source.line(incident.source.line_column(finding.span.start).line);
        let words = collapsed(line);
        let hash = fnv(&[finding.rule.name, &incident.source.path, &words]);
        let count = counts.entry(hash).or_insert(0);
        *count += 1;
        format!("{hash:016x}.{count}")
    };
    findings.iter().map(print).collect()
}

/// FNV-1a, 64 bits: the same on every machine and in every version, which the standard library's hasher does not promise.
fn fnv(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain(std::iter::once(0)));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
