//! What of a report is searched, from what says most of it to what says least.

use pulldown_cmark::{Event, Parser};

use crate::incident::Incident;
use crate::incident::body::markdown_options;
use crate::incident::facts::{Text, Why};
use crate::site::markdown::plain;
use crate::site::page::seen::Seen;

/// Where a word stands; a smaller number counts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The title.
    Title = 0,
    /// Summary, services, tags, technologies, id.
    Head = 1,
    /// Everything else.
    Body = 2,
}

/// Calls `say` with every text of a report that the readers of the site may see.
pub(super) fn each_text(incident: &Incident, internal: bool, say: &mut impl FnMut(Field, &str)) {
    let seen = Seen::new(incident, internal);
    say(Field::Title, &plain(seen.name()));
    let facts = &incident.facts;
    say(Field::Head, &incident.id);
    let services = facts.services.iter().filter(|service| internal || !service.internal).map(|service| &service.name);
    let head = facts.summary.iter().chain(services).chain(&facts.tags).chain(&facts.technologies);
    said(&seen, Field::Head, head, say);
    said(&seen, Field::Body, prose(incident), say);
    said(&seen, Field::Body, entries(incident, internal), say);
    let mut whys = Vec::new();
    rungs(incident.five_whys(), &mut whys);
    said(&seen, Field::Body, whys, say);
    let mut tell = |text: &str| {
        for event in Parser::new_ext(text, markdown_options()) {
            if let Event::Text(words) | Event::Code(words) = event {
                say(Field::Body, &words);
            }
        }
    };
    let (source, span) = (&incident.source, &incident.body.span);
    if internal || incident.body.internal.is_empty() {
        return tell(source.slice(span));
    }
    let mut at = span.start;
    for passage in &incident.body.internal {
        tell(source.slice(&(at..passage.start.max(at))));
        at = passage.end.max(at);
    }
    tell(source.slice(&(at..span.end.max(at))));
}

fn said<'a>(
    seen: &Seen<'_>,
    field: Field,
    texts: impl IntoIterator<Item = &'a Text>,
    say: &mut impl FnMut(Field, &str),
) {
    for text in texts.into_iter().filter_map(|text| seen.text(text)) {
        // Comments and addresses are no words of the report; most texts have neither and need no parser.
        if text.contains(['<', '&', '[']) || text.contains("://") {
            say(field, &seen.plain(text));
        } else {
            say(field, text);
        }
    }
}

/// The texts of the front matter that stand for themselves.
fn prose(incident: &Incident) -> impl Iterator<Item = &Text> {
    let facts = &incident.facts;
    let detection = facts.detection.iter().filter_map(|detection| detection.text.as_ref());
    let impact = facts.impact.iter().flat_map(|impact| [&impact.summary, &impact.data_loss, &impact.remaining]);
    let single = [
        &facts.trigger,
        &facts.root_cause,
        &facts.resolution,
        &facts.remedy,
        &facts.customer_action,
        &facts.people,
        &facts.severity,
    ];
    detection
        .chain(impact.flatten())
        .chain(single.into_iter().flatten())
        .chain(&facts.contributing_factors)
        .chain(&facts.mitigators)
        .chain(&facts.risks)
        .chain(incident.lessons().iter())
        .chain(&facts.authors)
}

/// The texts of entries that may be internal one by one.
fn entries(incident: &Incident, internal: bool) -> impl Iterator<Item = &Text> {
    let facts = &incident.facts;
    let shown = move |hidden: bool| internal || !hidden;
    let affected = facts.impact.iter().flat_map(|impact| &impact.affected).filter(move |group| shown(group.internal));
    let rows = facts.timeline.iter().filter(move |row| shown(row.internal)).map(|row| &row.text);
    let updates = facts.updates.iter().filter(move |update| shown(update.internal));
    let actions = facts.action_items.iter().filter(move |item| shown(item.internal));
    let promises = facts.promises.iter().filter(move |promise| shown(promise.internal)).map(|promise| &promise.what);
    let corrections = facts.corrections.iter().filter(move |entry| shown(entry.internal)).map(|entry| &entry.what);
    rows.chain(affected.filter_map(|group| group.who.as_ref()))
        .chain(updates.filter_map(|update| update.text.as_ref()))
        .chain(actions.flat_map(|item| [Some(&item.action), item.owner.as_ref(), item.ticket.as_ref()]).flatten())
        .chain(promises)
        .chain(corrections)
}

fn rungs<'a>(whys: &'a [Why], texts: &mut Vec<&'a Text>) {
    for why in whys {
        texts.extend(&why.why);
        for because in &why.because {
            texts.push(&because.text);
            rungs(&because.whys, texts);
        }
    }
}
