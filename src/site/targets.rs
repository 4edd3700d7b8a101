//! Where the links and pictures in a report's own words lead, seen from the page that shows them.

use std::collections::{BTreeMap, BTreeSet};

use crate::archive::pictures::{Picture, is_local, path_of};
use crate::archive::{Archive, joined};
use crate::history::History;
use crate::incident::Incident;
use crate::incident::references::References;
use crate::incident::seen::Seen;
use crate::site::address::encoded;
use crate::site::page::place::edit_url;
use crate::site::page::story;

/// The pictures of a site's reports: each has a name in the folder of its report.
#[derive(Debug, Default)]
pub(super) struct Pictures<'a> {
    /// What stands at `pictures/<address>/<name>`, by path.
    files: BTreeMap<String, &'a Picture>,
    /// By the report's path and the destination written there: its path in the site, and its size.
    shown: BTreeMap<&'a str, BTreeMap<&'a str, Shown>>,
}

/// A picture on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    path: String,
    /// In pixels.
    pub(super) width: u32,
    /// In pixels.
    pub(super) height: u32,
}

impl<'a> Pictures<'a> {
    /// Of the reports that have a page; a public site has none that only an internal passage shows.
    pub(super) fn of(incidents: &[&'a Incident], archive: &'a Archive, internal: bool) -> Self {
        let mut of = Self::default();
        for incident in incidents {
            let seen = Seen::new(incident, internal);
            let found =
                incident.body.links.iter().filter(|link| link.image && seen.shows(&link.span)).filter_map(|link| {
                    let picture = archive.pictures.get(&incident.source.path, &link.destination).ok()?;
                    Some((link.destination.as_str(), picture))
                });
            let mut found: Vec<(&str, &Picture)> = found.collect();
            // The names of two that are called the same must not hang on the order in which the text shows them.
            found.sort_unstable_by_key(|(destination, picture)| (&picture.file, *destination));
            found.dedup();
            let mut named: Vec<(&Picture, String)> = Vec::new();
            for (destination, picture) in found {
                let known = named.iter().find(|(known, _)| *known == picture).map(|(_, path)| path.clone());
                let path = known.unwrap_or_else(|| of.name(incident, picture));
                named.push((picture, path.clone()));
                let shown = Shown { path, width: picture.width, height: picture.height };
                of.shown.entry(&incident.source.path).or_default().insert(destination, shown);
            }
        }
        of
    }

    /// A free path for a picture. Names that differ in case alone are one name on some disks.
    fn name(&mut self, incident: &Incident, picture: &'a Picture) -> String {
        let (stem, ending) = picture.name();
        let folder = format!("pictures/{}", incident.address());
        let mut path = format!("{folder}/{stem}.{ending}");
        let mut n = 2;
        let taken = |path: &str, files: &BTreeMap<String, &Picture>| {
            let of_folder = files.range(format!("{folder}/")..).take_while(|(known, _)| known.starts_with(&folder));
            of_folder.into_iter().any(|(known, _)| known.to_lowercase() == path.to_lowercase())
        };
        while taken(&path, &self.files) {
            path = format!("{folder}/{stem}-{n}.{ending}");
            n += 1;
        }
        self.files.insert(path.clone(), picture);
        path
    }

    /// Every path of a picture, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The picture at a path.
    pub(super) fn at(&self, path: &str) -> Option<&'a Picture> {
        self.files.get(path).copied()
    }
}

/// What there is to lead to.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct Pages<'a> {
    pub(in crate::site) archive: &'a Archive,
    /// Addresses of the reports that have a page.
    pub(in crate::site) published: &'a BTreeSet<String>,
    pub(in crate::site) internal: bool,
    /// Where files of the repository can be seen, with what git knows of the reports beside them; not for everyone's site.
    pub(in crate::site) files: Option<(&'a str, &'a History)>,
}

/// The targets of one report's words.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct Targets<'a> {
    pages: Pages<'a>,
    /// The path of the report.
    path: &'a str,
    /// What its labels in brackets stand for.
    references: Option<&'a References>,
    /// From the page to the folder of the reports.
    reports: &'static str,
    /// Its pictures; none on pages over many reports.
    pictures: Option<&'a BTreeMap<&'a str, Shown>>,
    own_page: bool,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::site) enum Target {
    /// Where its writer said.
    AsWritten,
    /// To a place of the site.
    At(String),
    /// Nowhere that its readers can go: its words stand alone.
    Nowhere,
}

impl<'a> Pages<'a> {
    /// What an archive has to lead to.
    pub(in crate::site) fn of(archive: &'a Archive, published: &'a BTreeSet<String>, internal: bool) -> Self {
        Self { archive, published, internal, files: None }
    }

    /// On the page of the report.
    pub(in crate::site) fn of_report(self, incident: &'a Incident, pictures: &'a Pictures<'a>) -> Targets<'a> {
        let pictures = pictures.shown.get(incident.source.path.as_str());
        Targets {
            pages: self,
            path: &incident.source.path,
            references: incident.body.references.as_deref(),
            reports: "",
            pictures,
            own_page: true,
        }
    }

    /// On another report's page.
    pub(in crate::site) fn beside(self, incident: &'a Incident) -> Targets<'a> {
        Targets {
            pages: self,
            path: &incident.source.path,
            references: incident.body.references.as_deref(),
            reports: "",
            pictures: None,
            own_page: false,
        }
    }

    /// On a page over many reports, at the root of the site.
    pub(in crate::site) fn of_list(self, incident: &'a Incident) -> Targets<'a> {
        Targets {
            pages: self,
            path: &incident.source.path,
            references: incident.body.references.as_deref(),
            reports: "reports/",
            pictures: None,
            own_page: false,
        }
    }
}

impl<'a> Targets<'a> {
    /// What the report's labels in brackets stand for.
    pub(in crate::site) fn references(&self) -> Option<&'a References> {
        self.references
    }

    /// Whether the words stand on the page of their report.
    pub(in crate::site) fn on_own_page(&self) -> bool {
        self.own_page
    }

    /// Where the name of a page between double brackets leads: to the report of that id, of the file of that name, or to the only one
    /// whose id begins with it, as `PM-2024-007` names `PM-2024-007-mail-was-late`.
    pub(in crate::site) fn named(&self, name: &str) -> Target {
        let (name, anchor) = name.split_once('#').unwrap_or((name, ""));
        let name = name.trim().trim_end_matches(".md");
        let archive = self.pages.archive;
        let other = archive
            .get(name)
            .or_else(|| archive.linked(self.path, &format!("{name}.md")))
            .or_else(|| archive.beginning_with(name));
        other.and_then(|other| self.page_of(other, anchor)).unwrap_or(Target::Nowhere)
    }

    /// The picture with this destination, and where it stands.
    pub(in crate::site) fn picture(&self, destination: &str) -> Option<(String, u32, u32)> {
        let shown = self.pictures?.get(destination)?;
        Some((format!("../{}", encoded(&shown.path)), shown.width, shown.height))
    }

    /// Where a link leads: to the page of a report whose file it names, to a picture that the page shows.
    pub(in crate::site) fn link(&self, destination: &str) -> Target {
        if let Some((href, ..)) = self.picture(destination) {
            return Target::At(href);
        }
        let (file, anchor) = destination.split_once('#').unwrap_or((destination, ""));
        let Some(path) = path_of(file).filter(|path| is_local(file) && path.ends_with(".md")) else {
            return Target::AsWritten;
        };
        let other = self.pages.archive.linked(self.path, &path);
        let page = other.and_then(|other| self.page_of(other, anchor));
        // A file without a page is not in the site: a browser would find nothing there.
        page.or_else(|| self.file(&path)).unwrap_or(Target::Nowhere)
    }

    /// A file beside the reports, where the repository shows it.
    fn file(&self, path: &str) -> Option<Target> {
        let (url, history) = self.pages.files.filter(|_| self.pages.internal)?;
        let from = history.file(self.path)?;
        let path = joined(&from.path, path);
        (!path.starts_with("..")).then(|| Target::At(edit_url(url, &from.revision, &path)))
    }

    /// The page of a report, at the place that an anchor of its file names; none where it has no page.
    fn page_of(&self, other: &Incident, anchor: &str) -> Option<Target> {
        let address = other.address();
        self.pages.published.contains(&*address).then(|| {
            let anchor = story::anchor_on_page(other, anchor).map(|anchor| format!("#{anchor}"));
            Target::At(format!("{}{address}.html{}", self.reports, anchor.unwrap_or_default()))
        })
    }
}
