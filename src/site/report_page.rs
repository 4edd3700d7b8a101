//! The page of one report.

use chrono::{DateTime, FixedOffset, NaiveTime};

use crate::incident::Incident;
use crate::site::Site;
use crate::site::page::facts::description;
use crate::site::page::groups::Common;
use crate::site::page::place::Around;
use crate::site::page::report::{Context, ReportPage};
use crate::site::page::withdrawn::WithdrawnPage;
use crate::site::theme::RenderError;

impl Site<'_> {
    pub(super) fn report(&self, index: usize) -> Result<Vec<u8>, RenderError> {
        let site_words = self.own_words().ok_or_else(|| RenderError("there are no texts for the site".to_owned()))?;
        let Some(incident) = self.run.archive.incidents.get(index) else {
            return Err(RenderError(format!("there is no report {index}")));
        };
        let words = self.report_words(incident, site_words);
        let description = description(incident);
        let context = Context {
            incident,
            description: &description,
            scorecard: self.scorecards.get(index).and_then(Option::as_ref),
            config: self.run.config,
            words,
            today: self.run.today,
            now: self.now(incident),
            internal: self.internal(),
            hidden: if self.internal() { Vec::new() } else { incident.internal_places() },
            pages: self.report_pages(),
            pictures: &self.pictures,
            around: Around {
                standings: &self.index.standings,
                causes: self.index.groups(Common::Cause),
                git: self.history.file(&incident.source.path),
                shallow: self.history.shallow,
            },
        };
        let frame = self.frame(site_words, "../").with(self.report_head(incident, &description));
        if incident.is_withdrawn() {
            return self.theme.render(WithdrawnPage::TEMPLATE, &WithdrawnPage::new(&context, frame));
        }
        self.theme
            .render(ReportPage::TEMPLATE, &ReportPage::new(&context, frame))
            .map_err(|error| RenderError(format!("{}: {error}", incident.source.path)))
    }

    /// "Now" of an ongoing report: its last word, or the end of its last day; a site knows no clock.
    fn now(&self, incident: &Incident) -> DateTime<FixedOffset> {
        let updates = incident.facts.updates.iter().filter_map(|update| update.at.as_ref());
        let rows = incident.timeline().iter().filter_map(|row| row.at.as_ref());
        let last = updates.chain(rows).map(|at| at.at).max();
        let midnight = self.run.today.and_time(NaiveTime::MIN).and_utc().fixed_offset();
        last.unwrap_or(midnight)
    }
}
