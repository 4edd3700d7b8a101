//! What the verdicts are computed from: signals, each a count with the passages it was counted in.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::checklist::items::Reader;
use crate::checklist::items::shapes::{Shape, tells_own_deed};
use crate::checklist::phrases::account::{
    FOLLOW, GIVEN, IMPROVING, LATENT, MEDIA, PASSERS, READER, REPORTED, SORRY, TELLING,
};
use crate::checklist::phrases::event::{ATTACKS, NOBODY, PLANNED, POSSIBLE, SERVICES, UNKNOWN};
use crate::checklist::phrases::verdict::{
    BECAUSE, CHANNEL_BY_NAME, FAILURE, FOUND, HEDGE, LEANING, OWNS, PEOPLE, PLACES, PROCESS, PRODUCTS, TAKEAWAY, USERS,
    WE,
};
use crate::checklist::phrases::{Found, Phrases};
use crate::incident::headings::Meaning;
use crate::source::Span;

/// Passages that a verdict shows at most per signal.
pub(super) const SHOWN: usize = 3;

words! {
    /// A kind of evidence.
    Signal {
        /// Connected sentences.
        Sentences = "sentences",
        /// Connected sentences in the first person.
        OwnVoice = "own-voice",
        /// Connected sentences in the first person that tell of a failure.
        OwnFailure = "own-failure",
        /// Notes, rows and fields that tell of a failure.
        FailureNote = "failure-note",
        /// Words that own a part of it.
        Owning = "owning",
        /// An end with its time of day.
        EndClock = "end-clock",
        /// A day of the incident.
        Dated = "dated",
        /// Words of a section on the impact.
        ImpactWords = "impact-words",
        /// Sentences that link causes.
        Causal = "causal-links",
        /// Words of a section on the cause.
        CauseWords = "cause-words",
        /// Processes and designs named.
        Process = "process",
        /// Action items.
        Actions = "actions",
        /// Words of sections on lessons.
        LessonWords = "lesson-words",
        /// Products by name.
        Products = "products",
        /// People at work.
        People = "people",
        /// Names with `@`.
        Handles = "handles",
        /// Takeaways among the lessons.
        Takeaways = "takeaways",
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
        /// Words that lean on somebody else's failure.
        Leaning = "leaning",
        /// All words.
        Words = "words",
        /// A channel by name: a status page, a mailing list.
        NamedChannel = "named-channel",
        /// Word given to somebody.
        Telling = "telling",
        /// Word given to users.
        ToldUsers = "told-users",
        /// Word given, and the place.
        ToldSomewhere = "told-somewhere",
        /// What users felt.
        UsersHurt = "users-hurt",
        /// How it was found out.
        Finding = "finding",
        /// How the cause was found.
        FoundCause = "found-cause",
        /// What becomes better.
        Improving = "improving",
        /// What becomes better, in the own voice.
        OwnPlans = "own-plans",
        /// What was missing before.
        Latent = "latent",
        /// Causes in a process or a design.
        DeepCause = "deep-cause",
        /// What was missing, as a cause.
        LatentCause = "latent-cause",
        /// What was missing in a process or a design.
        LatentProcess = "latent-process",
        /// Questions asked one after the other.
        Whys = "whys",
        /// Rows of the timeline.
        Rows = "rows",
        /// Lessons.
        Lessons = "lessons",
        /// Words spoken to the reader.
        ToReader = "to-reader",
        /// It is regretted.
        Sorry = "sorry",
        /// Notes that are no connected sentence.
        Notes = "notes",
        /// A start with its time of day.
        StartClock = "start-clock",
        /// People at work, in the own voice.
        OwnPeople = "own-people",
        /// Words of a section on people, or on what went well.
        PeopleWords = "people-words",
        /// Takeaways in sections on lessons.
        LessonAdvice = "lesson-advice",
        /// Words of action items.
        ActionWords = "action-words",
        /// Passages that answer the known questions.
        Answered = "answered",
        /// Sentences that tell of a failure without a hedge.
        PlainFailure = "plain-failure",
        /// Abbreviations in capitals: `DNS`.
        Acronyms = "acronyms",
        /// Versions: `v1.2`, `PostgreSQL 12.4`.
        Versions = "versions",
        /// Pieces of code: commands, settings, messages.
        Code = "code",
        /// Addresses for mail.
        MailAddresses = "mail-addresses",
        /// More word is promised, or it is said where there is more.
        Follow = "follow",
        /// Somebody by name does something.
        NamedActor = "named-actor",
        /// A deed in the first person.
        OwnDeeds = "own-deeds",
        /// What was missing before, in the own voice.
        OwnLatent = "own-latent",
        /// People in passing, and what they thought.
        Passers = "passers",
        /// A service that fails.
        ServiceHurt = "service-hurt",
        /// Nobody felt it, said outright.
        Nobody = "nobody",
        /// Keys that name what is affected.
        Affected = "affected",
        /// A failure in the title.
        TitleFailure = "title-failure",
        /// It was meant to be, or was nothing.
        Planned = "planned",
        /// It could be, and need not have been.
        Possible = "possible",
        /// A failure that could be, and need not have been.
        PossibleFailure = "possible-failure",
        /// Somebody meant harm.
        Attacks = "attacks",
        /// It is not known.
        Unknown = "unknown",
        /// Word was given at a place, and not taken in.
        GivenAt = "given-at",
        /// It is said where there is more, by a channel.
        FollowAt = "follow-at",
        /// Word came in.
        Reported = "reported",
        /// Links to what is published: blogs, social media, mailing lists.
        PublicLinks = "public-links",
        /// What begins with "Update".
        Updates = "updates",
        /// A post of a status page, by its front matter.
        StatusPost = "status-post",
    }
}

/// A signal's count, with passages.
#[derive(Debug, Clone, Default)]
pub(super) struct Measure {
    pub(super) count: usize,
    pub(super) evidence: Vec<Span>,
}

impl Measure {
    pub(super) fn of<'a>(spans: impl Iterator<Item = &'a Span>) -> Self {
        let mut measure = Self::default();
        for span in spans {
            measure.count += 1;
            if measure.evidence.len() < SHOWN {
                measure.evidence.push(span.clone());
            }
        }
        measure
    }
}

impl Signal {
    /// Counts it in a report.
    #[allow(clippy::too_many_lines, reason = "a table: one line or two for each signal")]
    pub(super) fn measure(self, reader: &Reader<'_>) -> Measure {
        match self {
            Self::Sentences => full(reader, |_| true),
            Self::OwnVoice => full(reader, |found| found.has(WE)),
            Self::OwnFailure => full(reader, |found| found.has(WE) && found.has(FAILURE) && !found.has(HEDGE)),
            Self::FailureNote => any(reader, &[FAILURE]),
            Self::Owning => any(reader, &[OWNS, WE]),
            Self::Leaning => any(reader, &[LEANING]),
            Self::Causal => any(reader, &[BECAUSE]),
            Self::Process => any(reader, &[PROCESS]),
            Self::Products => any(reader, &[PRODUCTS]),
            Self::People => any(reader, &[PEOPLE]),
            Self::Places => any(reader, &[PLACES]),
            Self::Users => any(reader, &[USERS]),
            Self::Handles => shaped(reader, Shape::Handle),
            Self::HashChannels => shaped(reader, Shape::Channel),
            Self::Advice => {
                let elsewhere = [Meaning::Timeline, Meaning::ActionItems];
                Measure::of(reader.with(TAKEAWAY).filter(|span| !reader.is_in(span, &elsewhere)))
            }
            Self::ChannelLinks => links(reader, &CHANNELS),
            Self::IssueLinks => links(reader, &ISSUES),
            Self::NamedChannel => any(reader, &[CHANNEL_BY_NAME]),
            Self::Telling => any(reader, &[TELLING]),
            Self::ToldUsers => any(reader, &[TELLING, USERS]),
            Self::ToldSomewhere => {
                let told = reader.found().filter(|(_, found)| found.has(TELLING));
                Measure::of(told.filter(|(_, found)| found.has(PLACES) || found.has(CHANNEL_BY_NAME)).map(place))
            }
            Self::UsersHurt => any(reader, &[USERS, FAILURE]),
            Self::Finding => any(reader, &[FOUND]),
            Self::FoundCause => any(reader, &[FOUND, BECAUSE]),
            Self::Improving => any(reader, &[IMPROVING]),
            Self::OwnPlans => any(reader, &[IMPROVING, WE]),
            Self::Latent => any(reader, &[LATENT]),
            Self::DeepCause => any(reader, &[BECAUSE, PROCESS]),
            Self::LatentCause => any(reader, &[LATENT, BECAUSE]),
            Self::LatentProcess => any(reader, &[LATENT, PROCESS]),
            Self::ToReader => any(reader, &[READER]),
            Self::Sorry => any(reader, &[SORRY]),
            Self::OwnPeople => any(reader, &[PEOPLE, WE]),
            Self::PeopleWords => words_of(reader, &[Meaning::People, Meaning::WentWell, Meaning::GotLucky]),
            Self::LessonAdvice => Measure::of(reader.with(TAKEAWAY).filter(|span| reader.is_in(span, LESSONS))),
            Self::Notes => {
                Measure { count: reader.prose.sentences.len().saturating_sub(reader.full.len()), evidence: Vec::new() }
            }
            Self::Answered => Measure {
                count: ANSWERS.iter().filter(|meaning| reader.incident.passage(**meaning).is_some()).count(),
                evidence: Vec::new(),
            },
            Self::PlainFailure => but(reader, &[FAILURE], HEDGE),
            Self::Acronyms => shaped(reader, Shape::Acronym),
            Self::Versions => shaped(reader, Shape::Version),
            Self::OwnDeeds => Measure::of(reader.with(WE).filter(|span| tells_own_deed(reader.text(span)))),
            Self::OwnLatent => any(reader, &[WE, LATENT]),
            Self::Passers => any(reader, &[PASSERS]),
            Self::ServiceHurt => but(reader, &[SERVICES, FAILURE], HEDGE),
            Self::Nobody => any(reader, &[NOBODY]),
            Self::Planned => any(reader, &[PLANNED]),
            Self::Possible => any(reader, &[POSSIBLE]),
            Self::PossibleFailure => any(reader, &[POSSIBLE, FAILURE]),
            Self::Attacks => any(reader, &[ATTACKS]),
            Self::Unknown => any(reader, &[UNKNOWN]),
            Self::GivenAt => but(reader, &[GIVEN, MEDIA], REPORTED),
            Self::FollowAt => any(reader, &[FOLLOW, MEDIA]),
            Self::Reported => any(reader, &[REPORTED]),
            Self::PublicLinks => links(reader, &PUBLIC),
            Self::MailAddresses => shaped(reader, Shape::MailAddress),
            Self::Follow => any(reader, &[FOLLOW]),
            Self::NamedActor => shaped(reader, Shape::Actor),
            Self::ImpactWords => words_of(reader, &[Meaning::Impact]),
            Self::CauseWords => words_of(reader, CAUSES),
            Self::LessonWords => words_of(reader, LESSONS),
            Self::EndClock
            | Self::StartClock
            | Self::Whys
            | Self::Rows
            | Self::Lessons
            | Self::ActionWords
            | Self::Dated
            | Self::Actions
            | Self::Takeaways
            | Self::TitleFailure
            | Self::StatusPost
            | Self::Affected
            | Self::Updates
            | Self::Code
            | Self::Words => self.of_facts(reader),
        }
    }
}

const CAUSES: &[Meaning] = &[Meaning::RootCause, Meaning::ContributingFactors, Meaning::Trigger, Meaning::FiveWhys];
const ANSWERS: &[Meaning] = &[
    Meaning::Summary,
    Meaning::Impact,
    Meaning::RootCause,
    Meaning::Resolution,
    Meaning::Detection,
    Meaning::Lessons,
    Meaning::ActionItems,
];
const LESSONS: &[Meaning] =
    &[Meaning::Lessons, Meaning::WentWell, Meaning::WentWrong, Meaning::GotLucky, Meaning::ForOthers];
/// Parts of addresses, all looked for at once.
macro_rules! addresses {
    ($($name:ident = [$($part:literal),+ $(,)?];)+) => {
        $(static $name: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new([$($part),+]).ok());)+
    };
}

addresses! {
    ISSUES = ["/issues/", "/pull/", "/browse/", "/merge_requests/"];
    CHANNELS = [
        "status.", "/status", "statuspage", "forum", "discourse", "twitter.com", "mailto:", "groups.google", "gitter", "discord",
    ];
    PUBLIC = [
        "/blog", "//blog.", "/news/", "announce", "medium.com", "twitter.com", "//x.com", "discourse", "forum", "reddit", "discord",
        "telegram", "t.me/", "mastodon", "//lists.", "mailman", "groups.google", "helpdesk",
    ];
}

fn any(reader: &Reader<'_>, lists: &[Phrases]) -> Measure {
    Measure::of(having(reader, lists).map(place))
}

/// Sentences with a word of each list, and none of another.
fn but(reader: &Reader<'_>, lists: &[Phrases], other: Phrases) -> Measure {
    Measure::of(having(reader, lists).filter(|(_, found)| !found.has(other)).map(place))
}

/// Sentences with a word of each list. No sentence is looked at where a list has no word in any.
fn having<'a>(reader: &Reader<'a>, lists: &[Phrases]) -> impl Iterator<Item = (&'a Span, Found)> {
    let all = |found: Found| lists.iter().all(|list| found.has(*list));
    all(reader.all).then(|| reader.found()).into_iter().flatten().filter(move |(_, found)| all(*found))
}

fn full(reader: &Reader<'_>, fits: impl Fn(Found) -> bool) -> Measure {
    Measure::of(reader.full.iter().copied().filter(|(_, found)| fits(*found)).map(place))
}

fn place((span, _): (&Span, Found)) -> &Span {
    span
}

fn shaped(reader: &Reader<'_>, shape: Shape) -> Measure {
    let sentences = reader.prose.sentences.iter().zip(&reader.shapes);
    Measure::of(sentences.filter(|(_, shapes)| shapes.has(shape)).map(|(span, _)| span))
}

fn links(reader: &Reader<'_>, parts: &LazyLock<Option<AhoCorasick>>) -> Measure {
    let Some(parts) = parts.as_ref() else { return Measure::default() };
    let links = reader.incident.body.links.iter();
    Measure::of(links.filter(|link| parts.is_match(&link.destination)).map(|link| &link.span))
}

/// How many words the passages of some meanings have, keys and sections alike.
fn words_of(reader: &Reader<'_>, meanings: &[Meaning]) -> Measure {
    let mut measure = Measure::default();
    for (span, words) in meanings.iter().filter_map(|meaning| reader.passage(*meaning)) {
        measure.count += words;
        measure.evidence.push(span);
    }
    measure.evidence.truncate(SHOWN);
    measure
}
