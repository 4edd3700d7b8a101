//! What a page says of itself to programs: where it stands, which feeds follow it, what a preview shows, the facts as JSON-LD.

use serde::Serialize;
use serde_json::{Value, json};

use crate::feeds;
use crate::incident::Incident;
use crate::incident::plain::plain;
use crate::incident::seen::Seen;
use crate::site::address::absolute;
use crate::site::files::{Scope, feed_path};
use crate::site::page::home::href;
use crate::site::page::{Severity, severity};
use crate::site::{Site, card};

/// What stands in the head of a page for programs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Head {
    /// The page's own address, where it is known where the site stands.
    pub canonical: Option<String>,
    /// `website` or `article`.
    pub kind: &'static str,
    /// When the report was published.
    pub published: Option<String>,
    /// When its readers were last told something.
    pub modified: Option<String>,
    /// The picture of a preview, and what it shows in words.
    pub picture: Option<(String, String)>,
    /// The feeds that follow this page, its own first.
    pub feeds: Vec<FeedLink>,
    /// The feed of all reports, seen from the root.
    pub feed: Option<&'static str>,
    /// The facts for search engines, safe inside a `script` element.
    pub json_ld: Option<String>,
}

/// A link to a feed.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    /// Seen from the root.
    pub href: String,
    /// The media type.
    pub mime: &'static str,
    /// `Atom` or `JSON Feed`.
    pub name: &'static str,
    /// The feed's title.
    pub title: String,
    /// Whether it has just what the page has.
    pub own: bool,
}

impl Site<'_> {
    /// The head of a page of no report.
    pub(super) fn head(&self, path: &str, scope: Option<Scope>) -> Head {
        let mut feeds = Vec::new();
        if let Some(scope) = scope {
            feeds.extend(self.feed_links(scope, true));
        }
        if scope != Some(Scope::Site) {
            feeds.extend(self.feed_links(Scope::Site, false));
        }
        let json_ld = self.base.as_ref().filter(|_| path == "index.html").map(|base| {
            let site = &self.run.config.site;
            in_script(&json!({
                "@context": "https://schema.org", "@type": "WebSite", "name": site.title,
                "url": base.as_str(), "inLanguage": site.language, "publisher": self.organisation(),
            }))
        });
        Head {
            canonical: self.base.as_ref().map(|base| absolute(base, path)),
            kind: "website",
            picture: self.picture(None),
            feeds,
            feed: self.base.as_ref().map(|_| "feed.xml"),
            json_ld,
            ..Head::default()
        }
    }

    /// The head of a report's page; `description` is the report in a sentence.
    pub(super) fn report_head(&self, incident: &Incident, description: &str) -> Head {
        let modified = feeds::updated(incident, self.internal()).map(|at| at.to_rfc3339());
        let published = incident.facts.published.as_ref().map(|at| at.at.to_rfc3339());
        let base = self.head(&href(incident), None);
        let json_ld = in_script(&self.facts(incident, description, [published.as_deref(), modified.as_deref()], &base));
        Head {
            kind: "article",
            published,
            modified,
            picture: self.picture(self.own_words().and_then(|words| severity(incident, self.run.config, words))),
            json_ld: Some(json_ld),
            ..base
        }
    }

    fn facts(
        &self,
        incident: &Incident,
        description: &str,
        [published, modified]: [Option<&str>; 2],
        head: &Head,
    ) -> Value {
        let seen = Seen::new(incident, self.internal());
        let services = incident.facts.services.iter().filter(|service| self.internal() || !service.internal);
        let services: Vec<&str> = services.map(|service| service.name.value.as_str()).collect();
        let covered = incident.start().zip(incident.end());
        let all = json!({
            "@context": "https://schema.org",
            "@type": "Report",
            "headline": plain(seen.name()),
            "description": description,
            "inLanguage": incident.facts.lang.as_ref().map_or(&self.run.config.site.language, |lang| &lang.value),
            "url": head.canonical,
            "datePublished": published,
            "dateModified": modified,
            "temporalCoverage": covered.map(|(start, end)| format!("{}/{}", start.at.to_rfc3339(), end.at.to_rfc3339())),
            "keywords": (!services.is_empty()).then(|| services.join(", ")),
            "author": self.organisation(),
            "publisher": self.organisation(),
        });
        without_nulls(all)
    }

    fn organisation(&self) -> Value {
        let site = &self.run.config.site;
        json!({ "@type": "Organization", "name": site.organisation.as_ref().unwrap_or(&site.title) })
    }

    fn picture(&self, severity: Option<Severity>) -> Option<(String, String)> {
        let base = self.base.as_ref()?;
        let (rank, words) =
            severity.map_or_else(|| (0, self.run.config.site.title.clone()), |severity| (severity.rank, severity.name));
        Some((absolute(base, &card::path(rank)), words))
    }

    fn feed_links(&self, scope: Scope, own: bool) -> Vec<FeedLink> {
        let title = &self.run.config.site.title;
        let (slug, title) = match scope {
            Scope::Site => (String::new(), title.clone()),
            Scope::Group(common, at) => match self.index.group(common, at) {
                Some(group) => (group.slug.clone(), format!("{} – {title}", group.name)),
                None => return Vec::new(),
            },
        };
        let path = feed_path(scope, &slug);
        let all = [("xml", "application/atom+xml", "Atom"), ("json", "application/feed+json", "JSON Feed")];
        let all = all.map(|(ending, mime, name)| {
            let href = format!("{path}.{ending}");
            FeedLink { href, mime, name, title: format!("{title} ({name})"), own }
        });
        all.into_iter().filter(|link| self.pages.contains_key(&link.href)).collect()
    }
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    value
}

/// A `<` would let a text end the element that it stands in.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
