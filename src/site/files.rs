//! What a site holds beside its pages: feeds, data, badges, the sitemap, pictures for previews.

use crate::export::{Export, calendar, json, register};
use crate::feeds::{atom, json as json_feed};
use crate::incident::Incident;
use crate::site::page::groups::Common;
use crate::site::page::home::{SiteContext, day};
use crate::site::page::not_found::NotFoundPage;
use crate::site::theme::RenderError;
use crate::site::{Site, badge, card, sitemap};

/// Whose reports a feed has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// All.
    Site,
    /// Those of a group: which kind, which group.
    Group(Common, usize),
}

/// A file beside the pages; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SiteFile {
    /// A feed in Atom.
    Atom(Scope),
    /// A feed in JSON Feed.
    JsonFeed(Scope),
    /// All reports in short.
    Incidents,
    /// All of the report with this index in the archive.
    Incident(usize),
    /// One of the JSON Schemas.
    Schema(usize),
    /// The reports as a table.
    Register,
    /// Open action items as a calendar.
    Calendar,
    /// The days of the reports as a calendar.
    Anniversaries,
    /// The badge of the report with this index in the archive.
    Badge(usize),
    /// The badge of the site: its newest report.
    SiteBadge,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// What crawlers may read.
    Robots,
    /// The sitemap, or the list of its parts.
    Sitemap,
    /// A part of the sitemap.
    SitemapPart(usize),
    /// The picture for previews, by rank of severity; 0 without one.
    Card(usize),
}

/// Where the days of the reports stand as a calendar.
pub(super) const ANNIVERSARIES: &str = "anniversaries.ics";

/// The folder and ending of a feed, seen from the root and without its last part.
pub(super) fn feed_path(scope: Scope, slug: &str) -> String {
    match scope {
        Scope::Site => "feed".to_owned(),
        Scope::Group(common, _) => format!("{}/{slug}", common.folder()),
    }
}

/// The files that stand beside the pages whatever is configured, without those of a report.
pub(super) fn always() -> Vec<(String, SiteFile)> {
    let mut files = vec![
        ("404.html".to_owned(), SiteFile::NotFound),
        ("incidents.json".to_owned(), SiteFile::Incidents),
        ("register.csv".to_owned(), SiteFile::Register),
        ("actions.ics".to_owned(), SiteFile::Calendar),
        (ANNIVERSARIES.to_owned(), SiteFile::Anniversaries),
        ("badge.svg".to_owned(), SiteFile::SiteBadge),
        ("robots.txt".to_owned(), SiteFile::Robots),
    ];
    files.extend(
        [json::LIST_SCHEMA, json::ONE_SCHEMA]
            .iter()
            .enumerate()
            .map(|(n, path)| ((*path).to_owned(), SiteFile::Schema(n))),
    );
    files
}

/// The files of one report.
pub(super) fn of_report(incident: &Incident, index: usize) -> [(String, SiteFile); 2] {
    let address = incident.address();
    [
        (format!("incidents/{address}.json"), SiteFile::Incident(index)),
        (format!("badge/{address}.svg"), SiteFile::Badge(index)),
    ]
}

impl Site<'_> {
    /// The files that cannot be made without knowing where the site stands. `pages` are the paths of the HTML pages.
    pub(super) fn files_with_addresses(&self, pages: usize) -> Vec<(String, SiteFile)> {
        if self.base.is_none() {
            return Vec::new();
        }
        let mut files = vec![("sitemap.xml".to_owned(), SiteFile::Sitemap)];
        files.extend((0..sitemap::parts(pages)).map(|n| (sitemap::part_path(n), SiteFile::SitemapPart(n))));
        files.extend((0..card::RANKS).map(|rank| (card::path(rank), SiteFile::Card(rank))));
        let groups = self.index.with_feeds().map(|(common, at, group)| (Scope::Group(common, at), group.slug.as_str()));
        for (scope, slug) in std::iter::once((Scope::Site, "")).chain(groups) {
            let path = feed_path(scope, slug);
            files.push((format!("{path}.xml"), SiteFile::Atom(scope)));
            files.push((format!("{path}.json"), SiteFile::JsonFeed(scope)));
        }
        files
    }

    /// The bytes of a file beside the pages.
    pub(super) fn file(&self, path: &str, file: SiteFile) -> Result<Vec<u8>, RenderError> {
        let context = self.context()?;
        let incident = |index: usize| {
            self.run.archive.incidents.get(index).ok_or_else(|| RenderError(format!("there is no report {index}")))
        };
        let export = self.export();
        match file {
            SiteFile::Atom(scope) => atom::write(&self.feed(scope, path)?).map_err(RenderError),
            SiteFile::JsonFeed(scope) => json_feed::write(&self.feed(scope, path)?).map_err(RenderError),
            SiteFile::Incidents => json::list(&export).map_err(RenderError),
            SiteFile::Incident(index) => json::one(&export, incident(index)?).map_err(RenderError),
            SiteFile::Schema(n) => {
                Ok(json::schemas().into_iter().nth(n).map(|(_, text)| text.into_bytes()).unwrap_or_default())
            }
            SiteFile::Register => register::write(&export).map_err(RenderError),
            SiteFile::Calendar => {
                let name = format!("{} – {}", context.words.get("nav_actions"), context.config.site.title);
                Ok(calendar::actions(&export, &name))
            }
            SiteFile::Anniversaries => Ok(self.anniversaries(&context, &export)),
            SiteFile::Badge(index) => {
                let incident = incident(index)?;
                Ok(badge::of_report(incident, &context, self.report_words(incident, context.words)))
            }
            SiteFile::SiteBadge => Ok(badge::of_site(&context)),
            SiteFile::NotFound => self.not_found(&context),
            SiteFile::Robots => Ok(sitemap::robots(self.base.as_ref(), context.internal)),
            SiteFile::Sitemap | SiteFile::SitemapPart(_) => Ok(self.sitemap(file)),
            SiteFile::Card(rank) => card::png(rank).map_err(RenderError),
        }
    }

    fn anniversaries(&self, context: &SiteContext<'_>, export: &Export<'_>) -> Vec<u8> {
        let name = format!("{} – {}", context.words.get("nav_anniversaries"), context.config.site.title);
        let counted = self.newest_first.iter().filter(|incident| !incident.is_withdrawn());
        let days: Vec<_> = counted.filter_map(|incident| Some((*incident, day(incident)?))).collect();
        calendar::anniversaries(export, &days, &name)
    }

    fn export(&self) -> Export<'_> {
        Export {
            incidents: &self.newest_first,
            archive: self.run.archive,
            published: &self.published,
            config: self.run.config,
            today: self.run.today,
            internal: self.internal(),
            base: self.base.as_ref(),
        }
    }

    /// A host shows this page at whatever address was asked for, so nothing on it can be relative to its own.
    fn not_found(&self, context: &SiteContext<'_>) -> Result<Vec<u8>, RenderError> {
        let root = self.base.as_ref().map_or("/", url::Url::path);
        let frame = self.frame(context.words, root);
        self.theme.render(NotFoundPage::TEMPLATE, &NotFoundPage::new(frame, context.words))
    }

    fn sitemap(&self, file: SiteFile) -> Vec<u8> {
        let Some(base) = &self.base else { return Vec::new() };
        // Pages that hold nothing of their own.
        let no_content = ["404.html", "search.html"];
        let pages: Vec<&str> =
            self.paths().filter(|path| path.ends_with(".html") && !no_content.contains(path)).collect();
        match file {
            SiteFile::SitemapPart(n) => sitemap::part(base, &pages, n, |path| self.changed(path)),
            _ => sitemap::whole(base, &pages, |path| self.changed(path)),
        }
    }
}
