//! Feeds: reports as entries for feed readers. A feed is a value whose texts are already in words; `atom` and `json` write it down.
//!
//! An entry's id is made from what never changes (the site's own id and the report's), so that it outlives a move to another address; the
//! time it carries moves when readers were told something, and at no other time.

pub mod atom;
pub mod json;

use chrono::{DateTime, FixedOffset, NaiveTime};
use uuid::Uuid;

use crate::config::SiteConfig;
use crate::incident::Incident;
use crate::incident::instant::{Instant, find_date};

/// Entries of one feed, the latest changes first. Readers fetch feeds often; older reports stand on the site.
pub const ENTRIES: usize = 50;

/// Seconds since 1970 at the beginning of December 2005, when RFC 4287 came out.
const ATOM_WAS_PUBLISHED: i64 = 1_133_395_200;

/// The namespace of our ids, drawn once at random.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1d_2c5e_94b7_4e0a_8a3f_51c2_07de_b964);

/// A feed, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// A URN that never changes.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// BCP 47 tag.
    pub language: String,
    /// Who speaks.
    pub author: String,
    /// The page it belongs to, absolute.
    pub page: String,
    /// Its own address, absolute.
    pub address: String,
    /// The entries, the latest change first.
    pub entries: Vec<Entry>,
}

/// A report in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// A URN that never changes.
    pub id: String,
    /// The report's page, absolute.
    pub page: String,
    /// The title, without markup.
    pub title: String,
    /// The facts in words, without markup.
    pub text: String,
    /// BCP 47 tag of title and text.
    pub language: String,
    /// When the report was published.
    pub published: Option<DateTime<FixedOffset>>,
    /// When readers were last told something.
    pub updated: DateTime<FixedOffset>,
    /// Services and tags.
    pub subjects: Vec<String>,
}

impl Feed {
    /// When the newest of its entries changed. A feed without entries is as old as its format: readers doubt older times.
    pub fn updated(&self) -> DateTime<FixedOffset> {
        let format = DateTime::from_timestamp(ATOM_WAS_PUBLISHED, 0).unwrap_or(DateTime::UNIX_EPOCH).fixed_offset();
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or(format)
    }
}

/// The id of a thing of this archive: `urn:uuid:…`, the same wherever the site stands and whenever it is built.
pub fn id(site: &SiteConfig, kind: &str, name: &str) -> String {
    // Nothing here may be taken from the address of the site: entries of a site that moves would all be new again.
    let own = site.id.as_deref().or(site.organisation.as_deref()).unwrap_or(&site.title);
    let parts = [own, kind, name].map(str::trim).join("\n");
    Uuid::new_v5(&NAMESPACE, parts.as_bytes()).urn().to_string()
}

/// When readers were last told something: the report published, an update sent, a correction made. Where none of these has a time, the
/// incident's own last one; `None` where the report knows no time at all.
pub fn updated(incident: &Incident, internal: bool) -> Option<DateTime<FixedOffset>> {
    let facts = &incident.facts;
    let sent =
        facts.updates.iter().filter(|update| internal || !update.internal).filter_map(|update| update.at.as_ref());
    let made = facts.corrections.iter().filter(|made| internal || !made.internal).filter_map(|made| made.at.as_ref());
    let told = facts.published.iter().chain(sent).chain(made).map(|at| at.at).max();
    told.or_else(|| {
        let rows = incident.timeline().iter().filter(|row| internal || !row.internal);
        let own: Option<&Instant> = incident.end().or(incident.start()).or(facts.detected.as_ref());
        own.or_else(|| rows.filter_map(|row| row.at.as_ref()).next_back()).map(|at| at.at)
    })
    .or_else(|| find_date(&incident.id, None).map(|day| day.and_time(NaiveTime::MIN).and_utc().fixed_offset()))
}

/// A text without the control characters that neither XML nor a calendar may hold.
pub fn printable(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Reading;
    use crate::source::SourceFile;

    fn report(front_matter: &str) -> Incident {
        Incident::read(SourceFile::new("a.md", format!("---\n{front_matter}\n---\n")), &Reading::default())
    }

    fn changed(front_matter: &str, internal: bool) -> Option<String> {
        updated(&report(front_matter), internal).map(|at| at.to_rfc3339())
    }

    #[test]
    fn the_time_of_an_entry_moves_when_readers_are_told_something() {
        let base = "start: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\npublished: 2024-03-08T09:00:00Z";
        assert_eq!(changed(base, false).as_deref(), Some("2024-03-08T09:00:00+00:00"));
        let told = format!("{base}\nupdates: [{{at: 2024-03-09T09:00:00Z, channel: mail, text: Word.}}]");
        assert_eq!(changed(&told, false).as_deref(), Some("2024-03-09T09:00:00+00:00"));
        let corrected = format!("{told}\ncorrections: [{{at: 2024-04-01T08:00:00Z, what: A number.}}]");
        assert_eq!(changed(&corrected, false).as_deref(), Some("2024-04-01T08:00:00+00:00"));
        let hidden = format!("{told}\ncorrections: [{{at: 2024-04-01T08:00:00Z, what: A number., internal: true}}]");
        assert_eq!(changed(&hidden, false).as_deref(), Some("2024-03-09T09:00:00+00:00"));
        assert_eq!(changed(&hidden, true).as_deref(), Some("2024-04-01T08:00:00+00:00"));
        let edited = format!("{base}\nsummary: Another text.\ntimeline: [{{at: 2024-05-01T10:00:00Z, event: late}}]");
        assert_eq!(changed(&edited, false), changed(base, false), "an edit is no news");
        assert_eq!(changed("title: nothing more", false), None);
    }

    #[test]
    fn ids_stand_on_what_never_changes() {
        let mut site = SiteConfig { organisation: Some("Example".to_owned()), ..SiteConfig::default() };
        let before = id(&site, "report", "a");
        site.base_url = Some("https://example.org/".to_owned());
        site.title = "Another title".to_owned();
        assert_eq!(id(&site, "report", "a"), before);
        assert_ne!(id(&site, "service", "a"), before);
        site.id = Some("ours".to_owned());
        let ours = id(&site, "report", "a");
        site.organisation = None;
        assert_eq!(id(&site, "report", "a"), ours);
    }
}
