//! Feeds of the site: which reports they have, and the facts of each in words.

use crate::feeds::{self, ENTRIES, Entry, Feed};
use crate::incident::Incident;
use crate::incident::facts::Status;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision};
use crate::incident::plain::plain;
use crate::incident::seen::Seen;
use crate::site::Site;
use crate::site::address::absolute;
use crate::site::files::{Scope, feed_path};
use crate::site::page::facts::moment;
use crate::site::page::home::{SiteContext, href};
use crate::site::page::{is_felt, is_ongoing, severity};
use crate::site::theme::RenderError;
use crate::site::words::{Words, clock_to_the_second, offset};

/// Letters of a summary that a feed takes over.
const LONG: usize = 1000;

impl Site<'_> {
    /// The feed at a path.
    pub(super) fn feed(&self, scope: Scope, path: &str) -> Result<Feed, RenderError> {
        let context = self.context()?;
        let missing = || RenderError(format!("there is no feed {path}"));
        let base = self.base.as_ref().ok_or_else(missing)?;
        let site = &context.config.site;
        let (name, page, incidents) = match scope {
            Scope::Site => (None, "index.html".to_owned(), self.newest_first.clone()),
            Scope::Group(common, at) => {
                let group = self.index.group(common, at).ok_or_else(missing)?;
                let page = format!("{}.html", feed_path(scope, &group.slug));
                (Some((common.folder(), group.name.as_str())), page, group.incidents.clone())
            }
        };
        let (kind, id) = name.map_or(("feed", String::new()), |(kind, name)| (kind, name.to_lowercase()));
        Ok(Feed {
            id: feeds::id(site, kind, &id),
            title: name.map_or_else(|| site.title.clone(), |(_, name)| format!("{name} – {}", site.title)),
            description: site.description.clone().unwrap_or_else(|| context.words.get("home_lead").to_owned()),
            language: context.words.tag.clone(),
            author: site.organisation.clone().unwrap_or_else(|| site.title.clone()),
            page: absolute(base, &page),
            address: absolute(base, path),
            entries: self.entries(&context, base, incidents),
        })
    }

    /// The latest changes first. A report without any time has no place among them.
    fn entries(&self, context: &SiteContext<'_>, base: &url::Url, incidents: Vec<&Incident>) -> Vec<Entry> {
        let dated =
            incidents.into_iter().filter_map(|incident| Some((feeds::updated(incident, context.internal)?, incident)));
        let mut dated: Vec<_> = dated.collect();
        dated.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
        dated.truncate(ENTRIES);
        let entries = dated.into_iter().map(|(updated, incident)| {
            let words = self.report_words(incident, context.words);
            let seen = Seen::new(incident, context.internal);
            let language = incident.facts.lang.as_ref().map_or(&context.words.tag, |lang| &lang.value);
            Entry {
                id: feeds::id(&context.config.site, "report", &incident.id),
                page: absolute(base, &href(incident)),
                title: plain(seen.name()),
                text: text(context, words, incident, &seen),
                language: language.clone(),
                published: incident.facts.published.as_ref().map(|at| at.at),
                updated,
                subjects: subjects(context, incident),
            }
        });
        entries.collect()
    }
}

/// Services and tags, each once: a service may be a tag too.
fn subjects(context: &SiteContext<'_>, incident: &Incident) -> Vec<String> {
    let services = incident.facts.services.iter().filter(|service| context.internal || !service.internal);
    let services = services.map(|service| service.name.value.clone());
    let mut subjects: Vec<String> = Vec::new();
    for subject in services.chain(incident.facts.tags.iter().map(|tag| tag.value.clone())) {
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    subjects
}

/// The facts in words: how bad, when, how long, whom; the summary; the last word; the last correction.
fn text(context: &SiteContext<'_>, words: &Words, incident: &Incident, seen: &Seen<'_>) -> String {
    let parts = if incident.is_withdrawn() {
        vec![words.get("withdrawn_note").to_owned()]
    } else {
        let facts = [
            how_bad(context, words, incident),
            when(words, incident),
            how_long(words, incident),
            whom(context, incident),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        let facts = (!facts.is_empty()).then(|| format!("{}.", facts.join(" · ")));
        [facts, told(incident, seen), last_word(context, words, incident)].into_iter().flatten().collect()
    };
    parts.into_iter().chain(corrected(context, words, incident)).collect::<Vec<_>>().join(" ")
}

fn how_bad(context: &SiteContext<'_>, words: &Words, incident: &Incident) -> Option<String> {
    let kind = words.get(&format!("kind_{}", incident.kind().word())).to_owned();
    let name = severity(incident, context.config, words).map_or(kind, |severity| severity.name);
    let unfinished = !matches!(incident.status(), Status::Final | Status::Withdrawn);
    let status = unfinished.then(|| words.get(&format!("status_{}", incident.status().word())).to_owned());
    Some([Some(name), status].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn when(words: &Words, incident: &Incident) -> Option<String> {
    let start = incident.start()?;
    let zone = if start.precision == Precision::Day { String::new() } else { format!(" ({})", offset(&start.at)) };
    let Some(end) = incident.end() else {
        return Some(words.fill("since", &[("time", &format!("{}{zone}", moment(start, words)))]));
    };
    let end = Instant { at: end.at.with_timezone(start.at.offset()), ..end.clone() };
    let same_day = start.at.date_naive() == end.at.date_naive() && end.precision != Precision::Day;
    let to = if same_day { clock_to_the_second(&end.at) } else { moment(&end, words) };
    Some(words.fill("from_to", &[("from", &moment(start, words)), ("to", &to)]) + &zone)
}

fn how_long(words: &Words, incident: &Incident) -> Option<String> {
    let exact = |at: &&Instant| at.precision != Precision::Day;
    if !is_felt(incident) {
        return Some(words.get("not_felt").to_owned());
    }
    let (start, end) = (incident.start().filter(exact)?, incident.end().filter(exact)?);
    (end.at >= start.at).then(|| words.duration(end.at - start.at))
}

fn whom(context: &SiteContext<'_>, incident: &Incident) -> Option<String> {
    let services = incident.facts.services.iter().filter(|service| context.internal || !service.internal);
    let names: Vec<&str> = services.map(|service| service.name.value.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The summary, else what it did.
fn told(incident: &Incident, seen: &Seen<'_>) -> Option<String> {
    let passage = |meaning| incident.passage(meaning).filter(|passage| seen.shows(&passage.span()));
    let text = incident.plain(passage(Meaning::Summary).or_else(|| passage(Meaning::Impact))?.text);
    if text.chars().count() <= LONG {
        return (!text.is_empty()).then_some(text);
    }
    Some(text.chars().take(LONG - 1).chain(['…']).collect())
}

fn last_word(context: &SiteContext<'_>, words: &Words, incident: &Incident) -> Option<String> {
    let mut updates = incident.facts.updates.iter().filter(|update| context.internal || !update.internal);
    let last = updates.rfind(|update| update.at.is_some()).filter(|_| is_ongoing(incident))?;
    let at = words.fill("last_word", &[("time", &moment(last.at.as_ref()?, words))]);
    Some(format!("{at} {}", incident.plain(&last.text.as_ref()?.value)))
}

fn corrected(context: &SiteContext<'_>, words: &Words, incident: &Incident) -> Option<String> {
    let made = incident.facts.corrections.iter().filter(|made| context.internal || !made.internal);
    let last = made.filter_map(|made| Some((made.at.as_ref()?, made))).max_by_key(|(at, _)| at.at)?;
    let date = words.fill("corrected", &[("date", &words.date(last.0.at.date_naive()))]);
    Some(format!("{date} {}", incident.plain(&last.1.what.value)))
}
