//! Every key of the front matter, in its short and its long form.

use afterword::incident::facts::{DetectedBy, Kind, Status};
use afterword::incident::{Incident, Reading};
use afterword::source::SourceFile;

fn read(front_matter: &str) -> Incident {
    let incident = Incident::read(SourceFile::new("a.md", format!("---\n{front_matter}---\n")), &Reading::default());
    let problems: Vec<&str> = incident.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(problems.is_empty(), "{front_matter}{problems:?}");
    incident
}

#[test]
fn plain_keys_and_closed_words() {
    let incident = read(
        "schema: 1\ntitle: 'It''s slow'\nid: x\nkind: near-miss\nstatus: Review\nseverity: sev2\naudience: public\nlang: de\nremedy: r\n\
         customer_action: none\ncontact: c\npeople: p\ntrigger: t\nroot_cause: >-\n  one\n  two\nresolution: |\n  line\n",
    );
    let facts = &incident.facts;
    assert_eq!(facts.title.as_ref().map(|t| t.value.as_str()), Some("It's slow"));
    assert_eq!((incident.id.as_str(), incident.kind(), incident.status()), ("x", Kind::NearMiss, Status::Review));
    assert_eq!(facts.root_cause.as_ref().map(|t| t.value.as_str()), Some("one two"));
    assert_eq!(facts.resolution.as_ref().map(|t| t.value.as_str()), Some("line"));
}

#[test]
fn lists_may_be_single_texts() {
    for key in [
        "contributing_factors",
        "contributors",
        "mitigators",
        "risks",
        "technologies",
        "related",
        "repeat_of",
        "authors",
        "reviewers",
        "tags",
        "lessons",
        "action_items",
        "promises",
        "five_whys",
        "services",
    ] {
        let one = read(&format!("{key}: only one\n"));
        let many = read(&format!("{key}:\n  - only one\n  - a second\n"));
        let count = |incident: &Incident| {
            let f = &incident.facts;
            let texts = [
                &f.contributing_factors,
                &f.mitigators,
                &f.risks,
                &f.technologies,
                &f.related,
                &f.repeat_of,
                &f.authors,
                &f.reviewers,
                &f.tags,
            ];
            texts.iter().map(|list| list.len()).sum::<usize>()
                + f.lessons.iter().count()
                + f.action_items.len()
                + f.promises.len()
                + f.five_whys.len()
                + f.services.len()
        };
        assert_eq!((count(&one), count(&many)), (1, 2), "{key}");
    }
}

#[test]
fn times_take_their_zone_from_the_report() {
    let incident = read("start: 2024-03-05 10:00\nend: 2024-03-05T11:00:00Z\ntimezone: Europe/Berlin\n");
    let show = |at: Option<&afterword::incident::instant::Instant>| at.map(|at| at.at.to_rfc3339());
    assert_eq!(show(incident.start()).as_deref(), Some("2024-03-05T10:00:00+01:00"));
    assert_eq!(show(incident.end()).as_deref(), Some("2024-03-05T11:00:00+00:00"));
}

#[test]
fn long_forms_have_their_parts() {
    let incident = read(
        "start: 2024-03-05 22:00 UTC\n\
         services:\n  - {name: Shops, start: 2024-03-05 22:00 UTC, end: 2024-03-05 23:00 UTC, effect: slow, internal: true}\n\
         impact: {summary: s, affected: [{who: shops, count: 75, of: 412}, everyone], data_loss: none, remaining: r}\n\
         detection: {how: third-party, text: the press}\n\
         five_whys:\n  - why: a\n    because:\n      - text: b\n        why: c\n        because: d\n      - e\n  - Why f? g\n\
         timeline:\n  - {at: 2024-03-05 22:00 UTC, event: x, kind: detect, evidence: https://x, internal: yes}\n  - 23:50 UTC y\n  - 00:10 UTC z\n\
         updates:\n  - {at: 2024-03-05 22:10 UTC, channel: status page, text: t, next: 2024-03-05 23:00 UTC}\n\
         lessons: {went_well: a, went_wrong: [b], got_lucky: c, for_others: d, general: e}\n\
         action_items:\n  - {action: a, owner: o, due: next quarter, type: prevent, priority: 1, status: declined, ticket: T-1, reason: r}\n  - {action: b, done: 2024-03-06}\n\
         promises:\n  - {what: w, due: 2024-04-01, kept: no}\n  - {what: v, kept: 2024-03-09}\n\
         corrections:\n  - {at: 2024-03-09, what: c}\n  - 2024-03-10 d\n\
         attest: {sounds-human: I was there}\nwaive: {silent-gap: a reason, placeholder: {reason: another, until: 2024-05-01}}\n\
         internal: {root_cause: secret, tags: [x]}\n",
    );
    let facts = &incident.facts;
    let impact = facts.impact.as_ref().expect("impact");
    assert_eq!((impact.affected.len(), impact.affected[0].count.as_ref().map(|c| c.value.as_str())), (2, Some("75")));
    assert_eq!(
        facts.detection.as_ref().and_then(|d| d.how.as_ref()).map(|how| how.value),
        Some(DetectedBy::ThirdParty)
    );
    assert_eq!(
        (facts.five_whys.len(), facts.five_whys[0].because.len(), facts.five_whys[0].because[0].whys.len()),
        (2, 2, 1)
    );
    let days: Vec<String> =
        facts.timeline.iter().filter_map(|row| Some(row.at.as_ref()?.at.format("%dT%H:%M").to_string())).collect();
    assert_eq!(days, ["05T22:00", "05T23:50", "06T00:10"]);
    assert!(facts.timeline[0].internal && facts.services[0].internal);
    assert_eq!(facts.updates[0].next.as_ref().map(|at| at.at.format("%H:%M").to_string()).as_deref(), Some("23:00"));
    assert_eq!(facts.lessons.iter().count(), 5);
    let due = facts.action_items[0].due.as_ref().expect("a due date");
    assert_eq!((due.date, due.text.value.as_str()), (None, "next quarter"));
    assert!(!facts.action_items[1].is_open(), "a day it was done says that it is done");
    assert_eq!((facts.promises.len(), facts.corrections.len(), facts.attest.len(), facts.waive.len()), (2, 2, 1, 2));
    assert_eq!(
        facts.internal.as_ref().and_then(|inner| inner.root_cause.as_ref()).map(|t| t.value.as_str()),
        Some("secret")
    );
}

#[test]
fn ids_come_from_files_and_folders() {
    let id = |path: &str| Incident::read(SourceFile::new(path, ""), &Reading::default()).id;
    assert_eq!(id("a/2018-01-31-wrong-switch.md"), "2018-01-31-wrong-switch");
    assert_eq!(id("a/2018-01-31-wrong-switch/index.md"), "2018-01-31-wrong-switch");
    assert_eq!(id("x.html.md.erb"), "x");
}
