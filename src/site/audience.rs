//! What of an archive a site is made from: for everyone, only published reports, and of those only what everyone may read. What is not
//! handed to the site cannot be counted, linked or named by any of its pages.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::archive::{AT_A_TIME, Archive};
use crate::config::Config;
use crate::incident::facts::{Audience, Status};
use crate::incident::hidden::Hidden;
use crate::incident::{Incident, Reading};
use crate::site::Options;
use crate::site::page::LeftOut;
use crate::site::proof::{Proof, ProofBuilder};

/// The reports that a site is made from, and what it leaves out.
#[derive(Debug)]
pub struct Edition {
    /// The reports as the site may show them.
    pub archive: Archive,
    /// What a public site leaves out, report by report; empty for the organisation's own site.
    pub left_out: Vec<Omission>,
    /// What finds internal passages in finished files; none for the organisation's own site.
    pub proof: Option<Proof>,
}

/// What is left out of one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omission {
    /// The report's path.
    pub path: String,
    /// Why it is left out as a whole, if it is.
    pub whole: Option<LeftOut>,
    /// The passages that are left out of it otherwise, sorted by place.
    pub passages: Vec<OmittedPassage>,
}

/// A passage that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OmittedPassage {
    /// Line of its beginning, from 1.
    pub line: usize,
    /// Column of its beginning in characters, from 1.
    pub column: usize,
    /// Line of its end.
    pub last_line: usize,
    /// What makes it internal.
    pub why: String,
}

/// Why a report has no page in a site; `None` where it has one.
pub fn why_not(incident: &Incident, config: &Config, options: Options) -> Option<LeftOut> {
    let public = options.audience == Audience::Public;
    match incident.status() {
        _ if incident.is_unreadable() => Some(LeftOut::Unreadable),
        _ if public && incident.audience() != Audience::Public => Some(LeftOut::Internal),
        Status::Draft if public || !options.drafts => Some(LeftOut::Draft),
        Status::Review if public && !config.site.publish_review => Some(LeftOut::Review),
        _ => None,
    }
}

impl Edition {
    /// Chooses what a site is made from.
    ///
    /// `templates` are the archive's own, by name and text: what they say is no secret.
    pub fn new(
        mut archive: Archive,
        config: &Config,
        reading: &Reading,
        options: Options,
        templates: &[(String, String)],
    ) -> Self {
        if options.audience == Audience::Internal {
            // In place: a report keeps its path, id and title, and ten thousand moved to another list would be held twice.
            for incident in archive.incidents.iter_mut().filter(|incident| incident.status() == Status::Withdrawn) {
                *incident = incident.as_withdrawn();
            }
            return Self { archive, left_out: Vec::new(), proof: None };
        }
        let whole: Vec<Option<LeftOut>> =
            archive.incidents.par_iter().map(|incident| why_not(incident, config, options)).collect();
        let kept =
            || archive.incidents.iter().zip(&whole).filter(|(_, why)| why.is_none()).map(|(incident, _)| incident);
        let ids: BTreeSet<&str> = kept().map(|incident| incident.id.as_str()).collect();
        let hidden: Vec<Vec<Hidden>> = archive
            .incidents
            .par_iter()
            .with_max_len(AT_A_TIME)
            .zip(&whole)
            .map(|(incident, why)| match why {
                Some(_) => Vec::new(),
                None => incident.hidden(reading, |id| ids.contains(id)),
            })
            .collect();
        let mut builder = ProofBuilder::new(config, templates);
        let mut left_out = Vec::new();
        for ((incident, why), hidden) in archive.incidents.iter().zip(&whole).zip(&hidden) {
            match why {
                Some(_) => builder.hide_report(incident),
                None => builder.hide_passages(incident, hidden),
            }
            if why.is_some() || !hidden.is_empty() {
                let passages = hidden.iter().map(|hidden| omitted(incident, hidden)).collect();
                left_out.push(Omission { path: incident.source.path.clone(), whole: *why, passages });
            }
        }
        let public: Vec<(&Incident, &[Hidden])> = (archive.incidents.iter().zip(&whole).zip(&hidden))
            .filter(|((_, why), _)| why.is_none())
            .map(|((incident, _), hidden)| (incident, hidden.as_slice()))
            .collect();
        let proof = builder.finish(&public);
        let readable = |incident: &Incident| {
            let mut public = incident.as_everyone_may_read_it(reading);
            public.facts.related.retain(|id| ids.contains(id.value.as_str()));
            public.facts.repeat_of.retain(|id| ids.contains(id.value.as_str()));
            if public.status() == Status::Withdrawn { public.as_withdrawn() } else { public }
        };
        let all = public.par_iter().with_max_len(AT_A_TIME);
        let incidents: Vec<Incident> = all.map(|(incident, _)| readable(incident)).collect();
        let archive = Archive { pictures: archive.pictures, ..Archive::new(incidents) };
        Self { archive, left_out, proof: Some(proof) }
    }
}

fn omitted(incident: &Incident, hidden: &Hidden) -> OmittedPassage {
    let start = incident.source.line_column(hidden.span.start);
    let end = incident.source.line_column(hidden.span.end.saturating_sub(1).max(hidden.span.start));
    OmittedPassage { line: start.line, column: start.column, last_line: end.line, why: hidden.by.to_string() }
}
