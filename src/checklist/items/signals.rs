//! What the verdicts are computed from: signals, each a count with the passages it was counted in.

use crate::checklist::items::Reader;
use crate::checklist::phrases::Phrases;
use crate::checklist::phrases::verdict::{
    BECAUSE, BLAME, CHANNEL, CHANNEL_BY_NAME, CHANNEL_WEAK, FAILURE, FOR_OTHERS, FOUND, HEDGE, INTENT, LEANING, OWNS,
    PARTS, PEOPLE, PERSONS, PLACES, PROCESS, PRODUCTS, SORRY, TAKEAWAY, USERS, VAGUE, WE, WHO,
};
use crate::checklist::phrases::voice::CANNED;
use crate::incident::headings::Meaning;
use crate::incident::instant::Precision;
use crate::incident::told::Basis;
use crate::source::Span;

/// Passages that a verdict shows at most per signal.
const SHOWN: usize = 3;

words! {
    /// A kind of evidence.
    Signal {
        /// Connected sentences.
        Sentences = "sentences",
        /// Connected sentences in the first person.
        OwnVoice = "own-voice",
        /// Connected sentences in the first person that tell of a failure.
        OwnFailure = "own-failure",
        /// Connected sentences that tell of a failure.
        Failure = "failure",
        /// Notes, rows and fields that tell of a failure.
        FailureNote = "failure-note",
        /// Failures behind a hedge.
        Hedged = "hedged",
        /// Apologies.
        Sorry = "sorry",
        /// Phrases from a box.
        Canned = "canned",
        /// Words that own a part of it.
        Owning = "owning",
        /// Words that pass the blame on.
        Blaming = "blaming",
        /// Channels by name.
        NamedChannel = "named-channel",
        /// Words of telling users.
        Told = "told",
        /// Channels that were hard to find.
        WeakChannel = "weak-channel",
        /// Entries of `updates`, and what a section of that meaning holds.
        Updates = "updates",
        /// Links.
        Links = "links",
        /// A start with its time of day.
        StartClock = "start-clock",
        /// An end with its time of day.
        EndClock = "end-clock",
        /// A start stated in as many words.
        StartStated = "start-stated",
        /// An end stated in as many words.
        EndStated = "end-stated",
        /// A day of the incident.
        Dated = "dated",
        /// Rows of the timeline.
        TimelineRows = "timeline-rows",
        /// A duration in words.
        Duration = "duration",
        /// Sentences that tell who felt what.
        WhoFelt = "who-felt",
        /// Words of a section on the impact.
        ImpactWords = "impact-words",
        /// Whether that section says who.
        ImpactWho = "impact-who",
        /// Sentences that link causes.
        Causal = "causal-links",
        /// Words of a section on the cause.
        CauseWords = "cause-words",
        /// Causal links within such a section.
        CauseLinks = "cause-links",
        /// Sentences on how it was found.
        Finding = "finding",
        /// How it was found, within a section on causes or the story.
        FindingInCause = "finding-in-cause",
        /// Processes and designs named.
        Process = "process",
        /// Processes and designs named where causes are linked.
        ProcessLinked = "process-linked",
        /// Rungs of the five whys.
        Whys = "whys",
        /// Action items.
        Actions = "actions",
        /// Action items of more than a few words.
        FirmActions = "firm-actions",
        /// Action items that begin with a vague verb.
        VagueActions = "vague-actions",
        /// Lessons.
        Lessons = "lessons",
        /// Words of sections on lessons.
        LessonWords = "lesson-words",
        /// What will or did change, in sentences.
        Intent = "intent",
        /// Products by name.
        Products = "products",
        /// Names in code.
        Code = "code",
        /// Kinds of parts.
        Parts = "parts",
        /// People at work.
        People = "people",
        /// Single persons acting.
        Persons = "persons",
        /// Names with `@`.
        Handles = "handles",
        /// Words of sections on people, luck and what went well or wrong.
        PeopleWords = "people-words",
        /// Takeaways among the lessons.
        Takeaways = "takeaways",
        /// Sentences addressed to others.
        Addressed = "addressed",
        /// General sentences with "should", "never", "always" outside the timeline.
        Advice = "advice",
        /// Links to status pages, forums and accounts.
        ChannelLinks = "channel-links",
        /// Links to issues and pull requests.
        IssueLinks = "issue-links",
        /// Chat channels by name: `#ask-us`.
        HashChannels = "hash-channels",
        /// Places where word goes.
        Places = "places",
        /// Users, customers, people.
        Users = "users",
        /// Sentences that tell what users felt.
        UsersFelt = "users-felt",
        /// Words that lean on somebody else's failure.
        Leaning = "leaning",
        /// All words.
        Words = "words",
    }
}

/// A signal's count, with passages.
#[derive(Debug, Clone, Default)]
pub(super) struct Measure {
    pub(super) count: usize,
    pub(super) evidence: Vec<Span>,
}

impl Measure {
    fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut measure = Self::default();
        for span in spans {
            measure.count += 1;
            if measure.evidence.len() < SHOWN {
                measure.evidence.push(span);
            }
        }
        measure
    }

    fn number(count: usize, place: Option<Span>) -> Self {
        Self { count, evidence: place.into_iter().collect() }
    }
}

impl Signal {
    /// Counts it in a report.
    pub(super) fn measure(self, reader: &Reader<'_>) -> Measure {
        match self {
            Self::Sentences => Measure::of(reader.full().cloned()),
            Self::OwnVoice => full(reader, &[WE]),
            Self::OwnFailure => full_without(reader, &[WE, FAILURE], HEDGE),
            Self::Failure => full_without(reader, &[FAILURE], HEDGE),
            Self::FailureNote => any(reader, &[FAILURE]),
            Self::Hedged => any(reader, &[FAILURE, HEDGE]),
            Self::Sorry => any(reader, &[SORRY]),
            Self::Canned => any(reader, &[CANNED]),
            Self::Owning => any(reader, &[OWNS, WE]),
            Self::Blaming => any(reader, &[BLAME]),
            Self::NamedChannel => any(reader, &[CHANNEL_BY_NAME]),
            Self::Told => any(reader, &[CHANNEL]),
            Self::WeakChannel => any(reader, &[CHANNEL_WEAK]),
            Self::Intent => any(reader, &[INTENT]),
            Self::WhoFelt => any(reader, &[WHO, FAILURE]),
            Self::Causal => any(reader, &[BECAUSE]),
            Self::Finding => any(reader, &[FOUND]),
            Self::Process => any(reader, &[PROCESS]),
            Self::ProcessLinked => any(reader, &[PROCESS, BECAUSE]),
            Self::Products => any(reader, &[PRODUCTS]),
            Self::Parts => any(reader, &[PARTS]),
            Self::People => any(reader, &[PEOPLE]),
            Self::Persons => any(reader, &[PEOPLE, PERSONS]),
            Self::Addressed => any(reader, &[FOR_OTHERS]),
            Self::Places => any(reader, &[PLACES]),
            Self::Users => any(reader, &[USERS]),
            Self::UsersFelt => any(reader, &[USERS, FAILURE]),
            Self::Leaning => any(reader, &[LEANING]),
            Self::HashChannels => {
                let named = reader.prose.sentences.iter().filter(|span| names_channel(reader.text(span)));
                Measure::of(named.cloned())
            }
            Self::CauseLinks => within(reader, &[BECAUSE], CAUSES),
            Self::FindingInCause => within(reader, &[FOUND], CAUSES),
            Self::Advice => {
                let found = reader
                    .with(TAKEAWAY)
                    .filter(|span| !reader.is_in(span, &[Meaning::Timeline, Meaning::ActionItems]));
                Measure::of(found.cloned())
            }
            other => other.of_facts(reader),
        }
    }

    /// Those that are counted in facts and sections rather than in sentences.
    fn of_facts(self, reader: &Reader<'_>) -> Measure {
        let incident = reader.incident;
        let exact = |precision: Precision| precision != Precision::Day;
        let instant = |at: Option<&crate::incident::instant::Instant>| {
            Measure::of(at.filter(|at| exact(at.precision)).map(|at| at.span.clone()).into_iter())
        };
        match self {
            Self::StartClock => instant(incident.likely_start()),
            Self::EndClock => instant(incident.likely_end()),
            Self::StartStated => instant(incident.start()),
            Self::EndStated => instant(incident.end()),
            Self::Dated => {
                Measure::of(incident.likely_start().map(|at| at.span.clone()).or_else(|| reader.dated()).into_iter())
            }
            Self::TimelineRows => {
                Measure::of(incident.timeline().iter().filter(|row| row.at.is_some()).map(|row| row.span.clone()))
            }
            Self::Duration => {
                let told = incident.body.told.iter().flat_map(|told| &told.durations);
                Measure::of(told.map(|named| named.written.start..named.written.end))
            }
            Self::Updates => {
                let section = words_of(reader, &[Meaning::Updates]);
                let listed = incident.facts.updates.iter().map(|update| update.span.clone());
                let listed = Measure::of(listed);
                if listed.count > 0 { listed } else { section }
            }
            Self::Links => Measure::of(incident.body.links.iter().map(|link| link.span.clone())),
            Self::ChannelLinks => links(
                reader,
                &[
                    "status.",
                    "/status",
                    "statuspage",
                    "forum",
                    "discourse",
                    "twitter.com",
                    "mailto:",
                    "groups.google",
                    "gitter",
                    "discord",
                ],
            ),
            Self::IssueLinks => links(reader, &["/issues/", "/pull/", "/browse/", "/merge_requests/"]),
            Self::ImpactWords => words_of(reader, &[Meaning::Impact]),
            Self::ImpactWho => {
                let says =
                    |passage: &crate::incident::Passage<'_>| crate::checklist::phrases::find(passage.text).has(WHO);
                let listed =
                    incident.facts.impact.iter().flat_map(|impact| &impact.affected).map(|group| group.span.clone());
                Measure::of(
                    listed.chain(
                        incident.passage(Meaning::Impact).filter(says).map(|passage| reader.first_line(&passage)),
                    ),
                )
            }
            Self::CauseWords => words_of(reader, CAUSES),
            Self::LessonWords => words_of(reader, LESSONS),
            Self::PeopleWords => {
                words_of(reader, &[Meaning::People, Meaning::WentWell, Meaning::GotLucky, Meaning::WentWrong])
            }
            Self::Whys => {
                let whys = incident.five_whys();
                let deep = depth(whys).max(whys.len());
                Measure { count: deep, evidence: whys.iter().map(|why| why.span.clone()).take(SHOWN).collect() }
            }
            Self::Actions => Measure::of(incident.action_items().iter().map(|item| item.action.span.clone())),
            Self::FirmActions => {
                let firm = incident.action_items().iter().filter(|item| weight(&item.action.value) >= 4);
                Measure::of(firm.map(|item| item.action.span.clone()))
            }
            Self::VagueActions => {
                let vague = incident.action_items().iter();
                let vague = vague.filter(|item| crate::checklist::phrases::find(&item.action.value).has(VAGUE));
                Measure::of(vague.map(|item| item.action.span.clone()))
            }
            Self::Lessons => Measure::of(incident.lessons().iter().map(|lesson| lesson.span.clone())),
            Self::Takeaways => {
                let lessons = incident.lessons();
                let all = lessons.for_others.iter().chain(&lessons.general);
                let worded = all.filter(|lesson| crate::checklist::phrases::find(&lesson.value).has(TAKEAWAY));
                Measure::of(worded.map(|lesson| lesson.span.clone()))
            }
            Self::Code => {
                let listed = incident.facts.technologies.iter().map(|name| name.span.clone());
                Measure::of(listed.chain(code(reader)))
            }
            Self::Handles => {
                let named = reader.prose.sentences.iter().filter(|span| reader.text(span).contains('@'));
                Measure::of(named.cloned())
            }
            _ => Measure::number(
                reader.incident.source.slice(&incident.body.span).split_whitespace().map(long).sum(),
                None,
            ),
        }
    }
}

/// Whether a fact was stated; for the reasons that verdicts give.
pub(super) fn is_stated(basis: Basis) -> bool {
    basis == Basis::Stated
}

fn links(reader: &Reader<'_>, parts: &[&str]) -> Measure {
    let fits = |destination: &str| parts.iter().any(|part| destination.contains(part));
    Measure::of(reader.incident.body.links.iter().filter(|link| fits(&link.destination)).map(|link| link.span.clone()))
}

/// `#ask-us`, not `#123`.
fn names_channel(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let begins = text
            .get(..at)
            .is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '#'));
        let rest = text.get(at + 1..).unwrap_or("");
        begins
            && rest.starts_with(|c: char| c.is_ascii_lowercase())
            && rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').count() > 3
    })
}

const CAUSES: &[Meaning] = &[Meaning::RootCause, Meaning::ContributingFactors, Meaning::Trigger, Meaning::FiveWhys];
const LESSONS: &[Meaning] =
    &[Meaning::Lessons, Meaning::WentWell, Meaning::WentWrong, Meaning::GotLucky, Meaning::ForOthers];

fn any(reader: &Reader<'_>, lists: &[Phrases]) -> Measure {
    let pairs = reader.prose.sentences.iter().zip(&reader.prose.found);
    Measure::of(pairs.filter(|(_, found)| lists.iter().all(|list| found.has(*list))).map(|(span, _)| span.clone()))
}

fn full(reader: &Reader<'_>, lists: &[Phrases]) -> Measure {
    Measure::of(reader.full().filter(|span| lists.iter().all(|list| reader.has(span, *list))).cloned())
}

fn full_without(reader: &Reader<'_>, lists: &[Phrases], none: Phrases) -> Measure {
    let fits = |span: &&Span| lists.iter().all(|list| reader.has(span, *list)) && !reader.has(span, none);
    Measure::of(reader.full().filter(fits).cloned())
}

fn within(reader: &Reader<'_>, lists: &[Phrases], meanings: &[Meaning]) -> Measure {
    let measure = any_spans(reader, lists).filter(|span| reader.is_in(span, meanings)).cloned();
    Measure::of(measure)
}

fn any_spans<'r>(reader: &'r Reader<'_>, lists: &'r [Phrases]) -> impl Iterator<Item = &'r Span> {
    let pairs = reader.prose.sentences.iter().zip(&reader.prose.found);
    pairs.filter(|(_, found)| lists.iter().all(|list| found.has(*list))).map(|(span, _)| span)
}

/// How many words the passages of some meanings have, keys and sections alike.
fn words_of(reader: &Reader<'_>, meanings: &[Meaning]) -> Measure {
    let passages = meanings.iter().filter_map(|meaning| reader.passage(*meaning));
    let mut measure = Measure::default();
    for (span, words) in passages {
        measure.count += words;
        measure.evidence.push(span);
    }
    measure.evidence.truncate(SHOWN);
    measure
}

fn code<'r>(reader: &'r Reader<'_>) -> impl Iterator<Item = Span> + 'r {
    let incident = reader.incident;
    let body = incident.source.slice(&incident.body.span);
    let mut at = incident.body.span.start;
    body.split('`').enumerate().filter_map(move |(index, piece)| {
        let start = at;
        at += piece.len() + 1;
        let name = index % 2 == 1 && piece.chars().count() > 2 && !piece.contains('\n');
        name.then_some(start..start + piece.len())
    })
}

/// Words, of languages that write none apart too.
fn weight(text: &str) -> usize {
    text.split_whitespace().map(long).sum()
}

fn long(word: &str) -> usize {
    word.chars().count().div_ceil(12)
}

fn depth(whys: &[crate::incident::facts::Why]) -> usize {
    let below =
        |why: &crate::incident::facts::Why| why.because.iter().map(|answer| depth(&answer.whys)).max().unwrap_or(0);
    whys.iter().map(|why| 1 + below(why)).max().unwrap_or(0)
}
