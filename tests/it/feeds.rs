//! Feeds and what pages say of themselves to programs, read by parsers that are not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use afterword::archive::{Archive, reading};
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::facts::Audience;
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

pub(crate) const INTERNAL: Options = Options { audience: Audience::Internal, drafts: false };
pub(crate) const PUBLIC: Options = Options { audience: Audience::Public, drafts: false };

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

pub(crate) fn example() -> (Archive, Config) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents");
    let config = Config::load(&root.join("afterword.toml")).expect("the example's configuration");
    let archive = Archive::read(&[root], &config).expect("the example");
    (archive, at("https://example.org/incidents", config))
}

/// A configuration of a site that stands somewhere.
pub(crate) fn at(base: &str, mut config: Config) -> Config {
    config.site.base_url = Some(base.to_owned());
    config
}

pub(crate) fn archive_of(files: &[(&str, &str)]) -> Archive {
    let reading = reading(&Config::default()).expect("headings");
    Archive::new(files.iter().map(|(path, text)| Incident::read(SourceFile::new(*path, *text), &reading)).collect())
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn render(archive: &Archive, config: &Config, options: Options, today: &str) -> Files {
    let findings = Findings::default();
    let run = Run { archive, findings: &findings, scorecards: &[], config, today: day(today) };
    let site = Site::new(&run, options, &[]).expect("a site");
    // There is a page for every rule; these tests look at no more than its address.
    let bytes = |path: &str| match path.starts_with("checklist/") {
        true => Vec::new(),
        false => site.bytes(path).expect("a path of the site").expect("a file"),
    };
    site.paths().map(|path| (path.to_owned(), bytes(path))).collect()
}

pub(crate) fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}")).clone()).expect("UTF-8")
}

fn feed(files: &Files, path: &str) -> feed_rs::model::Feed {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    feed_rs::parser::parse(bytes.as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every feed of a site: Atom and JSON Feed.
fn feed_paths(files: &Files) -> Vec<&str> {
    let of_groups =
        |path: &str| path.starts_with("services/") || path.starts_with("tags/") || path.starts_with("feed.");
    let is_feed = |path: &&str| of_groups(path) && (path.ends_with(".xml") || path.ends_with(".json"));
    files.keys().map(String::as_str).filter(is_feed).collect()
}

const WHEN: &str = "start: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\npublished: 2024-03-08T09:00:00Z";

#[test]
fn foreign_parsers_read_every_feed_and_its_links_lead_somewhere() {
    let (archive, config) = example();
    let files = render(&archive, &config, INTERNAL, "2026-11-24");
    let paths = feed_paths(&files);
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        let feed = feed(&files, path);
        assert!(!feed.entries.is_empty() && feed.title.is_some(), "{path}");
        let ids: BTreeSet<&String> = feed.entries.iter().map(|entry| &entry.id).collect();
        assert_eq!(ids.len(), feed.entries.len(), "{path}: an id stands twice");
        for entry in &feed.entries {
            assert!(entry.id.starts_with("urn:uuid:") && entry.updated.is_some(), "{path}: {}", entry.id);
            let href = &entry.links.first().expect("a link").href;
            let page = href.strip_prefix("https://example.org/incidents/").expect("an absolute link");
            assert!(files.contains_key(page), "{path}: {href}");
        }
        let newest = feed.entries.windows(2).all(|pair| pair[0].updated >= pair[1].updated);
        assert!(newest, "{path}: the latest change comes first");
    }
    let (atom, json) = (feed(&files, "feed.xml"), feed(&files, "feed.json"));
    let ids = |feed: &feed_rs::model::Feed| feed.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&atom), ids(&json));
    assert!(atom.links.iter().any(|link| link.href == "https://example.org/incidents/feed.xml"));
}

#[test]
fn atom_has_what_its_rfc_demands_and_json_feed_what_its_version_does() {
    let (archive, config) = example();
    let files = render(&archive, &config, INTERNAL, "2026-11-24");
    let atom: atom_syndication::Feed = text(&files, "feed.xml").parse().expect("Atom");
    assert!(!atom.id().is_empty() && !atom.authors().is_empty() && atom.lang() == Some("en"));
    let german =
        atom.entries().iter().find(|entry| entry.links()[0].href().contains("blackout")).expect("the German one");
    assert_eq!(german.title().lang.as_deref(), Some("de"));
    assert!(german.summary().is_some_and(|text| text.value.contains("Schweregrad") || text.value.contains("bis")));
    let others = atom.entries().iter().filter(|entry| entry.title().lang.is_none()).count();
    assert_eq!(others + 1, atom.entries().len(), "only what is not in the site's language says so");
    let json: serde_json::Value = serde_json::from_slice(&files["feed.json"]).expect("JSON");
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], "https://example.org/incidents/feed.json");
    for item in json["items"].as_array().expect("items") {
        assert!(item["content_text"].as_str().is_some_and(|text| !text.is_empty() && !text.contains("**")), "{item}");
        assert!(chrono::DateTime::parse_from_rfc3339(item["date_modified"].as_str().expect("a time")).is_ok());
    }
}

#[test]
fn json_feeds_are_what_their_standard_says() {
    let schema = serde_json::from_str(include_str!("../standards/json-feed-1.1.json")).expect("a schema");
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let (archive, config) = example();
    let evil = "---\ntitle: \"\\u0001<b> 事故\"\nservices: [\"Ä & B\", Login]\ntags: [Login, \"\u{200b}\"]\nstart: 2024-03-05\n---\n";
    let evil = archive_of(&[("ä b.md", evil), ("bare.md", "---\nstart: 2024-03-05\n---\n")]);
    for archive in [&archive, &evil, &archive_of(&[])] {
        let files = render(archive, &config, INTERNAL, "2026-11-24");
        for path in feed_paths(&files).into_iter().filter(|path| path.ends_with(".json")) {
            let feed = serde_json::from_slice(&files[path]).expect("JSON");
            let wrong: Vec<String> =
                schema.iter_errors(&feed).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(wrong.is_empty(), "{path}: {wrong:#?}");
            assert!(!files[path].starts_with("\u{feff}".as_bytes()), "{path}");
        }
    }
    let whole = serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "x",
        "items": [{ "id": "1", "content_text": "x", "date_modified": "2024-03-05T10:00:00Z" }]
    });
    assert!(schema.is_valid(&whole));
    for (pointer, wrong) in
        [("/items/0/date_modified", "2024-03-05"), ("/version", "1.1"), ("/items/0/content_text", "")]
    {
        let mut broken = whole.clone();
        *broken.pointer_mut(pointer).expect("a field") = wrong.into();
        assert!(!schema.is_valid(&broken), "the schema takes {wrong} at {pointer}");
    }
}

#[test]
fn ids_and_times_outlive_a_move_and_another_day() {
    let (archive, config) = example();
    let here = render(&archive, &config, INTERNAL, "2026-11-24");
    let there = render(&archive, &at("http://other.example/", config.clone()), INTERNAL, "2026-11-24");
    let told = |files: &Files, path: &str| {
        let feed = feed(files, path);
        let entries = feed.entries.iter().map(|entry| (entry.id.clone(), entry.updated)).collect::<Vec<_>>();
        (feed.updated, entries)
    };
    for path in feed_paths(&here) {
        assert_eq!(told(&here, path), told(&there, path), "{path}");
    }
    let atom = |files: &Files| feed(files, "feed.xml").id;
    assert_eq!(atom(&here), atom(&there));
    let tomorrow = render(&archive, &config, INTERNAL, "2026-12-31");
    for path in feed_paths(&here) {
        assert_eq!(here[path], tomorrow[path], "{path} moved with the clock");
    }
}

#[test]
fn corrected_and_withdrawn_reports_come_up_again() {
    let plain = format!("---\ntitle: One\nservices: [Shop]\n{WHEN}\n---\n\n## Summary\n\nSecret mistake.\n");
    let newer =
        "---\ntitle: Two\nservices: [Shop]\nstart: 2024-05-05T10:00:00Z\npublished: 2024-05-06T10:00:00Z\n---\n";
    let config = at("https://example.org", Config::default());
    let feeds = |first: &str| render(&archive_of(&[("a.md", first), ("b.md", newer)]), &config, INTERNAL, "2026-11-24");
    let titles = |files: &Files, path: &str| {
        let entries = feed(files, path).entries;
        entries.iter().map(|entry| entry.title.as_ref().expect("a title").content.clone()).collect::<Vec<_>>()
    };
    let before = feeds(&plain);
    assert_eq!(titles(&before, "feed.xml"), ["Two", "One"]);
    let correction = "corrections: [{at: 2024-06-01T08:00:00Z, what: It took longer.}]\n---";
    let corrected = feeds(&plain.replacen("\n---\n", &format!("\n{correction}\n"), 1));
    assert_eq!(titles(&corrected, "feed.xml"), ["One", "Two"]);
    assert!(text(&corrected, "feed.json").contains("It took longer."));
    let withdrawn = feeds(&plain.replacen("\n---\n", &format!("\nstatus: withdrawn\n{correction}\n"), 1));
    for path in ["feed.xml", "services/shop.xml"] {
        assert_eq!(titles(&withdrawn, path), ["One", "Two"], "{path}");
        let entry = &feed(&withdrawn, path).entries[0];
        let told = &entry.summary.as_ref().expect("a summary").content;
        assert!(told.starts_with("This report was withdrawn.") && !told.contains("Secret mistake"), "{told}");
        assert_eq!(entry.links[0].href, "https://example.org/reports/a.html", "its page stays");
        assert_eq!(entry.id, feed(&before, path).entries[1].id, "the entry is the same one");
    }
}

#[test]
fn a_site_that_stands_nowhere_has_no_feed_and_says_so() {
    let (archive, mut config) = example();
    config.site.base_url = None;
    let findings = Findings::default();
    let run =
        Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today: day("2026-11-24") };
    let site = Site::new(&run, INTERNAL, &[]).expect("a site");
    assert!(site.lacks().is_some_and(|words| words.contains("base_url")));
    let files = site.render().expect("every file");
    assert_eq!(feed_paths(&files), Vec::<&str>::new());
    assert!(!files.contains_key("sitemap.xml"));
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(page);
        assert!(!page.contains("rel=\"alternate\"") && !page.contains("rel=\"canonical\""), "{path}");
        assert!(!page.contains("feed.xml"), "{path} leads to a feed that is not there");
    }
    for wrong in ["example.org", "/incidents/", "file:///tmp/"] {
        let config = at(wrong, config.clone());
        let run =
            Run { archive: &archive, findings: &findings, scorecards: &[], config: &config, today: day("2026-11-24") };
        let error = Site::new(&run, INTERNAL, &[]).expect_err("no address").to_string();
        assert!(error.contains(wrong) && error.contains("https://"), "{error}");
    }
}

#[test]
fn whatever_stands_in_a_report_a_feed_stays_a_feed() {
    let evil = "\"<b>&amp; ]]> \\u0001\\u000b\\ufffe </script> 事故 🙂\"";
    let report = format!("---\ntitle: {evil}\nservices: [{evil}]\ntags: [{evil}]\nsummary: {evil}\n{WHEN}\n---\n");
    let mut config = at("https://example.org", Config::default());
    config.site.title = "\u{1}A & <B>".to_owned();
    config.site.organisation = Some("C < D".to_owned());
    let files = render(&archive_of(&[("a.md", &report)]), &config, INTERNAL, "2026-11-24");
    assert_eq!(feed_paths(&files).len(), 6);
    for path in feed_paths(&files) {
        let feed = feed(&files, path);
        let title = &feed.entries[0].title.as_ref().expect("a title").content;
        assert!(title.contains("& ]]>") && title.contains("事故 🙂"), "{path}: {title}");
    }
    let empty = render(&archive_of(&[]), &config, INTERNAL, "2026-11-24");
    assert_eq!(feed_paths(&empty), ["feed.json", "feed.xml"]);
    assert!(feed(&empty, "feed.xml").entries.is_empty() && feed(&empty, "feed.json").entries.is_empty());
    let timeless = render(&archive_of(&[("a.md", "---\ntitle: x\n---\n")]), &config, INTERNAL, "2026-11-24");
    assert!(feed(&timeless, "feed.xml").entries.is_empty(), "a report without any time has no place in a feed");
    let many: Vec<(String, String)> =
        (1..=60).map(|n| (format!("{n:02}.md"), format!("---\ntitle: t{n}\n{WHEN}\n---\n"))).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert_eq!(feed(&render(&archive_of(&many), &config, INTERNAL, "2026-11-24"), "feed.xml").entries.len(), 50);
}

#[test]
fn pages_tell_programs_where_they_stand_and_run_nothing() {
    let (archive, config) = example();
    let files = render(&archive, &config, INTERNAL, "2026-11-24");
    let page = text(&files, "reports/2018-01-31-wrong-switch.html");
    let canonical = "https://example.org/incidents/reports/2018-01-31-wrong-switch.html";
    for shown in [
        format!("<link rel=\"canonical\" href=\"{canonical}\">"),
        format!("<meta property=\"og:url\" content=\"{canonical}\">"),
        "<meta property=\"og:image\" content=\"https://example.org/incidents/assets/card-1.png\">".to_owned(),
        "type=\"application/atom+xml\" href=\"../feed.xml\"".to_owned(),
    ] {
        assert!(page.contains(&shown), "{shown} is missing");
    }
    let listing = text(&files, "services/login.html");
    assert!(listing.contains("href=\"../services/login.xml\" type=\"application/atom+xml\">Atom</a>"));
    let home = text(&files, "index.html");
    assert!(home.contains("<link rel=\"canonical\" href=\"https://example.org/incidents/\">"));
    assert!(home.contains("<a href=\"feed.xml\" type=\"application/atom+xml\">Atom</a>"));
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(page);
        for block in page.split("<script").skip(1) {
            if let Some(source) = block.strip_prefix(" src=\"").and_then(|rest| rest.split('"').next()) {
                let own = source.trim_start_matches("../").trim_start_matches("/incidents/");
                assert!(files.contains_key(own), "{path} runs {source}, which is not the site's own");
                continue;
            }
            let data =
                block.strip_prefix(" type=\"application/ld+json\">").unwrap_or_else(|| panic!("{path} runs a script"));
            let data = data.split("</script>").next().expect("an end");
            let facts: serde_json::Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(facts["@context"], "https://schema.org", "{path}");
        }
    }
    let evil = "---\ntitle: \"</script><script>alert(1)</script>\"\n---\n";
    let files = render(&archive_of(&[("a.md", evil)]), &Config::default(), INTERNAL, "2026-11-24");
    let page = text(&files, "reports/a.html");
    assert_eq!(page.matches("<script>").count(), 0, "a title ended the block of data");
    assert_eq!(page.matches("application/ld+json").count(), 1);
    assert!(page.contains("\\u003c/script>"));
}

#[test]
fn a_public_feed_tells_nothing_internal() {
    let shown = format!(
        "---\ntitle: Shown\naudience: public\n{WHEN}\nservices: [Shop, {{name: canary-service, internal: true}}]\n\
         corrections: [{{at: 2025-01-01T00:00:00Z, what: canary-correction, internal: true}}]\n---\n\n\
         ## Summary\n\nSeen. <!-- internal -->canary-fence<!-- /internal -->\n"
    );
    let withdrawn = format!("---\ntitle: canary-withdrawn\nstatus: withdrawn\n{WHEN}\n---\n");
    let other = format!("---\ntitle: canary-title\n{WHEN}\n---\n");
    let archive = archive_of(&[("canary-a.md", &other), ("canary-b.md", &withdrawn), ("shown.md", &shown)]);
    let config = at("https://example.org", Config::default());
    let files = render(&archive, &config, PUBLIC, "2026-11-24");
    for (path, bytes) in &files {
        assert!(!path.contains("canary") && !String::from_utf8_lossy(bytes).contains("canary"), "{path}");
    }
    let entry = &feed(&files, "feed.xml").entries[0];
    assert_eq!(entry.updated.map(|at| at.to_rfc3339()).as_deref(), Some("2024-03-08T09:00:00+00:00"));
    let inside = text(&render(&archive, &config, INTERNAL, "2026-11-24"), "feed.xml");
    assert!(
        inside.contains("canary-title") && inside.contains("canary-withdrawn") && inside.contains("canary-correction")
    );
}
