//! Reports as data: JSON for programs, a register for auditors, a calendar of what is due.

pub mod calendar;
pub mod json;
pub mod register;
pub mod shape;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use url::Url;

use crate::archive::Archive;
use crate::config::Config;
use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::incident::instant::{Instant, Precision};
use crate::incident::plain::plain;
use crate::incident::seen::Seen;

/// What is exported, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The reports, in the order they are written in.
    pub incidents: &'a [&'a Incident],
    /// The archive they are from.
    pub archive: &'a Archive,
    /// Their addresses: what leads to another report must not name one that is not there.
    pub published: &'a BTreeSet<String>,
    /// The configuration.
    pub config: &'a Config,
    /// Today: what is overdue.
    pub today: NaiveDate,
    /// Whether what is internal may be in it.
    pub internal: bool,
    /// Where the site stands.
    pub base: Option<&'a Url>,
}

impl Export<'_> {
    /// The address of a file of the site: absolute where it is known where the site stands, else seen from the site's root.
    pub fn address(&self, path: &str) -> String {
        let absolute = self.base.and_then(|base| base.join(path).ok());
        absolute.map_or_else(|| path.to_owned(), String::from)
    }

    /// The report's page.
    pub fn page(&self, incident: &Incident) -> String {
        self.address(&format!("reports/{}.html", incident.address()))
    }

    fn title(&self, incident: &Incident) -> String {
        plain(Seen::new(incident, self.internal).name())
    }

    fn language<'i>(&'i self, incident: &'i Incident) -> &'i str {
        incident.facts.lang.as_ref().map_or(&self.config.site.language, |lang| &lang.value)
    }

    fn action_items<'i>(&self, incident: &'i Incident) -> Vec<&'i ActionItem> {
        let seen = Seen::new(incident, self.internal);
        let items = incident.action_items().iter().filter(|item| self.internal || !item.internal);
        items.filter(|item| seen.shows(&item.span)).collect()
    }

    fn services<'i>(&self, incident: &'i Incident) -> impl Iterator<Item = &'i crate::incident::facts::Service> {
        let internal = self.internal;
        incident.facts.services.iter().filter(move |service| internal || !service.internal)
    }
}

/// RFC 3339; a date alone where no time of day was written.
fn time(instant: &Instant) -> String {
    match instant.precision {
        Precision::Day => instant.at.date_naive().to_string(),
        Precision::Minute | Precision::Second => instant.at.to_rfc3339(),
    }
}

/// Whole minutes from start to end; `None` where either is not known to the minute.
fn duration_minutes(incident: &Incident) -> Option<i64> {
    let exact = |at: &&Instant| at.precision != Precision::Day;
    let (start, end) = (incident.start().filter(exact)?, incident.end().filter(exact)?);
    (end.at >= start.at).then(|| (end.at - start.at).num_minutes())
}
