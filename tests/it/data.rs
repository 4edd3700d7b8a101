//! Data files, badges, sitemap and pictures, read by parsers that are not ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use afterword::config::Config;
use afterword::export::json::schemas;
use serde_json::Value;

use crate::feeds::{Files, INTERNAL, PUBLIC, archive_of, at, example, render, text};

/// A report that fills every field of the shapes.
const RICH: &str = "---\ntitle: \"Shops **down**\"\nid: rich\nstatus: ongoing\nseverity: sev2\naudience: public\nlang: en\n\
services: [Login, {name: Shop, start: 2024-03-05T10:01:00Z, end: 2024-03-05T10:30:00Z, effect: slow}]\n\
start: 2024-03-05T10:00:00Z\ndetected: 2024-03-05\nacknowledged: 2024-03-05T10:05:00Z\nmitigated: 2024-03-05T10:30:00Z\nend: ~2024-03-05T11:10:00Z\n\
summary: Nobody could buy.\nimpact: {summary: No order., affected: [{who: shops, count: 412, of: 500}, {who: hidden, internal: true}], data_loss: none, remaining: Mail is late.}\n\
detection: {how: customer, text: A call.}\ntrigger: A switch.\nroot_cause: A cable.\ncontributing_factors: [Night]\nmitigators: [A spare]\nrisks: [Age]\n\
five_whys:\n  - {why: Why?, because: [{text: Cable., why: And?, because: Age.}]}\nresolution: A new cable.\n\
timeline:\n  - {at: 2024-03-05T10:00:00Z, event: It broke., kind: detect, evidence: log}\n  - {event: No time.}\n\
updates:\n  - {at: 2024-03-05T10:20:00Z, channel: mail, text: We know., next: 2024-03-05T11:00:00Z}\n\
lessons: {went_well: [Calls], went_wrong: [Cables], got_lucky: [Luck], for_others: [Spares], general: [All]}\n\
action_items:\n  - {action: \"Buy spares; now, or later\", owner: ops, due: 2024-04-01, type: prevent, priority: high, status: open, ticket: OPS-1}\n  \
- {action: Paint it, due: next quarter, status: declined, reason: no}\n  - {action: Test it, due: 2024-05-01, status: done, done: 2024-04-02}\n\
promises: [{what: A credit, due: 2024-04-01, kept: 2024-03-30}, {what: A call, kept: no}]\nremedy: A credit.\ncustomer_action: none\n\
technologies: [copper]\nauthors: [Ada]\nreviewers: [Bo]\npublished: 2024-03-08T09:00:00Z\ncorrections: [{at: 2024-03-09, what: 412 not 400}]\n\
tags: [network]\nrelated: [other, unseen]\nrepeat_of: [other]\n---\n";
const OTHER: &str = "---\ntitle: Other\nid: other\naudience: public\nstart: 2023-01-01\n---\n";

fn site(files: &[(&str, &str)]) -> Files {
    render(&archive_of(files), &at("https://example.org/a", Config::default()), INTERNAL, "2024-04-10")
}

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_str(&text(files, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn validate(files: &Files, path: &str) {
    let schema = if path == "incidents.json" { "schema/incidents.json" } else { "schema/incident.json" };
    let validator = jsonschema::validator_for(&json(files, schema)).expect("a schema");
    let wrong: Vec<String> = validator.iter_errors(&json(files, path)).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{path}: {wrong:?}");
}

#[test]
fn json_files_are_what_their_schemas_say() {
    let (archive, config) = example();
    let rich = site(&[("rich.md", RICH), ("other.md", OTHER), ("bare.md", "")]);
    for files in [render(&archive, &config, INTERNAL, "2026-11-24"), rich, site(&[])] {
        let data = files.keys().filter(|path| path.starts_with("incidents"));
        data.for_each(|path| validate(&files, path));
    }
    let broken = serde_json::json!({ "version": 1, "title": 7 });
    let schema = json(&site(&[]), "schema/incidents.json");
    assert!(!jsonschema::validator_for(&schema).expect("a schema").is_valid(&broken), "the schema takes anything");
}

#[test]
fn the_guide_has_the_schemas_that_the_site_has() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    for (path, text) in schemas() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(path);
        if overwrite {
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(&file, &text).expect("a schema");
        }
        assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "SNAPSHOTS=overwrite cargo test writes it");
    }
}

#[test]
fn one_file_says_everything_of_a_report_and_the_list_is_short() {
    let files = site(&[("rich.md", RICH), ("other.md", OTHER)]);
    let rich = json(&files, "incidents/rich.json");
    for (pointer, expected) in [
        ("/version", Value::from(1)),
        ("/title", "Shops down".into()),
        ("/page", "https://example.org/a/reports/rich.html".into()),
        ("/detected", "2024-03-05".into()),
        ("/duration_minutes", 70.into()),
        ("/approximate", true.into()),
        ("/severity_rank", 2.into()),
        ("/updated", "2024-03-09T00:00:00+00:00".into()),
        ("/services_hit/1/effect", "slow".into()),
        ("/impact/affected/0/count", "412".into()),
        ("/impact/data_loss", "none".into()),
        ("/detection/how", "customer".into()),
        ("/five_whys/0/because/0/whys/0/because/0/text", "Age.".into()),
        ("/timeline/1/at", Value::Null),
        ("/updates/0/next", "2024-03-05T11:00:00+00:00".into()),
        ("/lessons/for_others/0", "Spares".into()),
        ("/action_items/0/type", "prevent".into()),
        ("/action_items/1/due", Value::Null),
        ("/action_items/1/due_text", "next quarter".into()),
        ("/promises/0/kept", true.into()),
        ("/promises/1/kept", false.into()),
        ("/actions_open", 1.into()),
        ("/related", serde_json::json!(["other", "unseen"])),
    ] {
        assert_eq!(rich.pointer(pointer), Some(&expected), "{pointer}");
    }
    let list = json(&files, "incidents.json");
    assert_eq!(list["incidents"].as_array().map(Vec::len), Some(2));
    assert_eq!(list["incidents"][0]["data"], "https://example.org/a/incidents/rich.json");
    assert!(list["incidents"][0].get("timeline").is_none(), "the list is short");
    let public = render(
        &archive_of(&[("rich.md", RICH), ("other.md", OTHER), ("unseen.md", "---\ntitle: x\n---\n")]),
        &Config::default(),
        PUBLIC,
        "2024-04-10",
    );
    let rich = json(&public, "incidents/rich.json");
    assert_eq!(rich["related"], serde_json::json!(["other"]), "to everyone an internal report does not exist");
    assert_eq!(rich["impact"]["affected"].as_array().map(Vec::len), Some(1));
    assert_eq!(rich["page"], "reports/rich.html");
}

#[test]
fn spreadsheets_run_nothing_that_a_report_says() {
    let evil = "---\ntitle: \"=HYPERLINK(1)\"\nservices: [\"+1\", b]\nimpact: \"@SUM(1), \\\"quoted\\\"\\nand größer 事故\"\nroot_cause: \"- one\"\n\
                tags: [\"-2+3\"]\nseverity: \"=cmd\"\naction_items: [{action: a, due: 2024-01-01}, {action: b, status: done}]\n---\n";
    let files = site(&[("evil.md", evil), ("rich.md", RICH)]);
    let bytes = &files["register.csv"];
    assert!(bytes.starts_with("\u{feff}id,title,".as_bytes()), "spreadsheets are told of UTF-8");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headers = reader.headers().expect("a header").clone();
    assert_eq!(headers.get(0), Some("id"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    let cell = |id: &str, column: &str| {
        let at = headers.iter().position(|name| name == column).expect("a column");
        let row = rows.iter().find(|row| &row[0] == id).expect("a row");
        row[at].to_owned()
    };
    for row in &rows {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell} is a formula");
        }
    }
    assert_eq!(cell("evil", "title"), "'=HYPERLINK(1)");
    assert_eq!(cell("evil", "severity"), "'=cmd");
    assert_eq!(cell("evil", "impact"), "'@SUM(1), \"quoted\" and größer 事故");
    assert_eq!((cell("evil", "actions_open"), cell("evil", "actions_overdue")), ("1".to_owned(), "1".to_owned()));
    assert_eq!(cell("rich", "duration_minutes"), "70");
    assert_eq!(cell("rich", "services"), "Login; Shop");
    assert_eq!(cell("rich", "url"), "https://example.org/a/reports/rich.html");
    assert_eq!(text(&site(&[]), "register.csv").lines().count(), 1);
}

fn events(files: &Files) -> Vec<ical::parser::ical::component::IcalEvent> {
    calendar(files, "actions.ics")
}

fn calendar(files: &Files, path: &str) -> Vec<ical::parser::ical::component::IcalEvent> {
    let mut calendars = ical::IcalParser::new(files[path].as_slice());
    let calendar = calendars.next().expect("a calendar").expect("a calendar that can be read");
    assert!(calendars.next().is_none());
    let named = |name: &str| calendar.properties.iter().any(|property| property.name == name);
    assert!(named("VERSION") && named("PRODID"));
    calendar.events
}

fn property(event: &ical::parser::ical::component::IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|property| property.name == name);
    found.and_then(|property| property.value.clone()).unwrap_or_else(|| panic!("there is no {name}"))
}

#[test]
fn calendars_show_what_is_due_under_names_that_stay() {
    let long = "ä".repeat(200);
    let more = format!(
        "---\ntitle: \"Long, \\\\ title; 事故\"\naction_items:\n  - {{action: \"{long}\", due: 2024-06-01}}\n  - {{action: b, due: 2024-06-02}}\n  - {{action: b, due: 2024-06-03}}\n  - {{action: c}}\n---\n"
    );
    let files = site(&[("rich.md", RICH), ("more.md", &more)]);
    assert_lines(&files["actions.ics"]);
    let all = events(&files);
    assert_eq!(all.len(), 4, "open ones with a date, no others");
    let uids: BTreeSet<String> = all.iter().map(|event| property(event, "UID")).collect();
    assert_eq!(uids.len(), 4);
    let spares = all.iter().find(|event| property(event, "SUMMARY").starts_with("Buy")).expect("the first action");
    assert_eq!(property(spares, "SUMMARY"), "Buy spares\\; now\\, or later");
    assert_eq!(
        (property(spares, "DTSTART"), property(spares, "DTEND")),
        ("20240401".to_owned(), "20240402".to_owned())
    );
    assert_eq!(property(spares, "DTSTAMP"), "20240309T000000Z", "the report's own time, not the clock's");
    assert_eq!(property(spares, "URL"), "https://example.org/a/reports/rich.html");
    // The same under another address, on another day, in another order.
    let turned = more
        .replace("  - {action: b, due: 2024-06-02}\n", "")
        .replace("  - {action: c}", "  - {action: c}\n  - {action: b, due: 2024-06-02}");
    let moved = at("http://other.example", Config::default());
    let moved = render(&archive_of(&[("rich.md", RICH), ("more.md", &turned)]), &moved, INTERNAL, "2026-01-01");
    assert_eq!(events(&moved).iter().map(|event| property(event, "UID")).collect::<BTreeSet<_>>(), uids);
    assert!(events(&site(&[])).is_empty());
}

fn assert_lines(calendar: &[u8]) {
    for line in calendar.split(|byte| *byte == b'\n') {
        assert!(line.len() <= 76, "a line of {} bytes", line.len());
        assert!(line.is_empty() || line.ends_with(b"\r"), "lines end with CRLF");
        assert!(std::str::from_utf8(line).is_ok(), "a letter is cut in two");
    }
}

#[test]
fn lines_of_a_calendar_are_short_wherever_they_end_and_none_is_empty() {
    let titles: Vec<String> =
        (1..160).flat_map(|n| [(n, "x"), (n, "事"), (n, "x ä")]).map(|(n, part)| part.repeat(n)).collect();
    let reports: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(n, title)| (format!("{n:03}.md"), format!("---\ntitle: {title}\nstart: 2024-03-05\n---\n")))
        .collect();
    let reports: Vec<(&str, &str)> = reports.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let files = site(&reports);
    assert_lines(&files["anniversaries.ics"]);
    let shown: BTreeSet<String> =
        calendar(&files, "anniversaries.ics").iter().map(|event| property(event, "SUMMARY")).collect();
    let lost = titles.iter().find(|title| !shown.contains(&format!("2024: {title}")));
    assert_eq!(lost, None, "not every title is read as it was written");
    for path in ["actions.ics", "anniversaries.ics"] {
        let empty = text(&site(&[]), path);
        assert!(
            empty.contains("BEGIN:VTIMEZONE\r\n") && !empty.contains("VEVENT"),
            "a calendar holds something: {empty}"
        );
    }
}

#[test]
fn a_calendar_has_so_many_items_and_keeps_the_nearest() {
    let item = |n: usize, due: &str| format!("  - {{action: Item {n}, due: {due}}}\n");
    let far: String = (0..600).map(|n| item(n, "2020-01-01")).collect();
    let near: String = (600..1300).map(|n| item(n, "2024-05-01")).collect();
    let text = format!("---\ntitle: Many\naction_items:\n{far}{near}---\n");
    let all = events(&site(&[("many.md", &text)]));
    let due = |day: &str| all.iter().filter(|event| property(event, "DTSTART") == day).count();
    assert_eq!((all.len(), due("20240501"), due("20200101")), (1000, 700, 300));
}

#[test]
fn anniversaries_come_every_year() {
    let leap = "---\ntitle: Leap\nstart: 2024-02-29\n---\n";
    let gone = "---\ntitle: Gone\nstatus: withdrawn\npublished: 2024-02-29\n---\n";
    let files =
        site(&[("rich.md", RICH), ("leap.md", leap), ("gone.md", gone), ("never.md", "---\ntitle: Never\n---\n")]);
    let all = calendar(&files, "anniversaries.ics");
    let told: Vec<[String; 4]> =
        all.iter().map(|event| ["SUMMARY", "DTSTART", "RRULE", "URL"].map(|name| property(event, name))).collect();
    let told: Vec<Vec<&str>> = told.iter().map(|event| event.iter().map(String::as_str).collect()).collect();
    assert_eq!(
        told,
        [
            ["2024: Shops down", "20240305", "FREQ=YEARLY", "https://example.org/a/reports/rich.html"],
            [
                "2024: Leap",
                "20240229",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
                "https://example.org/a/reports/leap.html"
            ],
        ]
    );
    let shown = text(&files, "anniversaries.html");
    assert!(shown.contains("<a href=\"anniversaries.ics\" type=\"text/calendar\">Calendar</a>"), "{shown}");
    let everyone = render(
        &archive_of(&[("rich.md", RICH), ("leap.md", leap)]),
        &at("https://example.org/a", Config::default()),
        PUBLIC,
        "2024-04-10",
    );
    assert_eq!(calendar(&everyone, "anniversaries.ics").len(), 1, "reports without a page are in no calendar");
}

/// The texts of an XML file; reading it to its end proves that it is well-formed.
fn xml(files: &Files, path: &str) -> Vec<String> {
    let source = text(files, path);
    let mut reader = quick_xml::Reader::from_str(&source);
    let mut texts = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            quick_xml::events::Event::Eof => return texts,
            quick_xml::events::Event::Text(words) => texts.push(words.decode().expect("text").into_owned()),
            quick_xml::events::Event::Start(start) => {
                start.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            _ => {}
        }
    }
}

#[test]
fn badges_are_pictures_with_words() {
    let evil = "---\ntitle: \"<script>&\"\nseverity: \"<sev&>\"\nid: evil\nstart: 2024-03-06\n---\n";
    let files = site(&[("rich.md", RICH), ("evil.md", evil), ("other.md", OTHER)]);
    let rich = xml(&files, "badge/rich.svg");
    assert!(["Severity 2", "Going on now"].iter().all(|words| rich.iter().any(|text| text == words)), "{rich:?}");
    assert!(rich.iter().any(|text| text == "Severity 2: Going on now. Shops down"), "{rich:?}");
    let whole = xml(&files, "badge.svg");
    assert!(whole.iter().any(|text| text == "Latest incident"), "{whole:?}");
    xml(&files, "badge/evil.svg");
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("badge")) {
        let svg = String::from_utf8_lossy(bytes);
        assert!(svg.contains("role=\"img\"") && svg.contains("<title>") && !svg.contains("<script"), "{path}");
        assert!(svg.len() < 1200, "{path} weighs {} bytes", svg.len());
    }
    assert!(xml(&site(&[]), "badge.svg").iter().any(|text| text == "none yet"));
}

#[test]
fn the_sitemap_has_every_page_and_robots_keep_out_of_what_is_internal() {
    let (archive, config) = example();
    let files = render(&archive, &config, PUBLIC, "2026-11-24");
    let found: BTreeSet<String> =
        xml(&files, "sitemap.xml").into_iter().filter(|text| text.starts_with("http")).collect();
    let no_content = ["404.html", "search.html"];
    let pages = files.keys().filter(|path| path.ends_with(".html") && !no_content.contains(&path.as_str()));
    let expected: BTreeSet<String> = pages
        .map(|path| format!("https://example.org/incidents/{}", if path == "index.html" { "" } else { path }))
        .collect();
    assert_eq!(found, expected);
    assert!(text(&files, "sitemap.xml").contains("<lastmod>"));
    assert_eq!(
        text(&files, "robots.txt"),
        "User-agent: *\nAllow: /\nSitemap: https://example.org/incidents/sitemap.xml\n"
    );
    assert_eq!(text(&site(&[]), "robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn the_page_for_wrong_addresses_works_at_any_depth() {
    let (archive, config) = example();
    let root = |config: &Config| {
        let files = render(&archive, config, INTERNAL, "2026-11-24");
        let page = text(&files, "404.html");
        let mut links: Vec<String> =
            page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
        links.retain(|link| !link.starts_with('#'));
        assert!(links.len() > 8 && page.contains("There is no such page"));
        (links, files)
    };
    let (links, files) = root(&config);
    for link in links {
        let path =
            link.strip_prefix("/incidents/").unwrap_or_else(|| panic!("{link} depends on the address asked for"));
        assert!(files.contains_key(path), "{link}");
    }
    let (links, _) =
        root(&Config { site: afterword::config::SiteConfig { base_url: None, ..config.site.clone() }, ..config });
    assert!(links.iter().all(|link| link.starts_with('/')), "{links:?}");
}

#[test]
fn previews_have_a_picture_for_every_severity() {
    let files = site(&[("rich.md", RICH)]);
    let mut seen = BTreeSet::new();
    for rank in 0..5 {
        let bytes = &files[&format!("assets/card-{rank}.png")];
        assert!(bytes.len() < 4096, "{} bytes", bytes.len());
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!((info.width, info.height), (1200, 630));
        seen.insert(bytes.clone());
    }
    assert_eq!(seen.len(), 5, "two severities look the same");
    assert!(text(&files, "reports/rich.html").contains("https://example.org/a/assets/card-2.png"));
}
