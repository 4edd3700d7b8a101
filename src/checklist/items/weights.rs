//! How much each signal counts for each item. `examples/weights.rs` finds these numbers on labelled reports, says how well they would do
//! on makers that they were not found on, and prints them as rows of this table. They name no report.

use crate::checklist::item::Item;
use crate::checklist::items::signals::Signal;
use crate::checklist::items::{Counts, Judgement};
use crate::checklist::scorecard::Verdict;
use crate::source::Span;

/// How a count becomes a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// 1 where there is any.
    Has,
    /// ln(1 + n): the tenth counts less than the first.
    Log,
}

use Shape::{Has, Log};
use Signal::{
    Acronyms, ActionWords, Actions, Advice, Affected, Answered, Attacks, Causal, CauseWords, ChannelLinks, Code, Dated,
    DeepCause, EndClock, FailureNote, Finding, Follow, FollowAt, GivenAt, Handles, HashChannels, ImpactWords,
    Improving, IssueLinks, Latent, Leaning, LessonAdvice, LessonWords, Lessons, MailAddresses, NamedActor,
    NamedChannel, Nobody, Notes, OwnDeeds, OwnFailure, OwnLatent, OwnPeople, OwnPlans, OwnVoice, Owning, Passers,
    People, PeopleWords, Places, PlainFailure, Planned, Possible, PossibleFailure, Process, Products, PublicLinks,
    Reported, Rows, Sentences, ServiceHurt, Sorry, StartClock, StatusPost, Takeaways, TitleFailure, ToReader,
    ToldUsers, Unknown, Updates, Users, UsersHurt, Versions, Words,
};

/// How one item is judged.
struct Points {
    /// What a report has before anything is counted.
    base: f32,
    terms: &'static [(Signal, Shape, f32)],
    /// From here on partly.
    partial: f32,
    /// From here on fully.
    yes: f32,
    /// Without any of these there is nothing to judge.
    needs: &'static [Signal],
    /// What is said of yes, partial and no.
    reasons: [&'static str; 3],
}

/// Judges an item by its points. `counts` knows what was counted already.
pub(super) fn judge(item: Item, counts: &Counts<'_, '_>) -> Judgement {
    let points = points(item);
    let [yes, partial, no] = points.reasons;
    if !points.needs.is_empty() && points.needs.iter().all(|signal| counts.of(*signal).count == 0) {
        return Judgement::no(no);
    }
    let mut sum = points.base;
    let mut evidence = Vec::new();
    for (signal, shape, weight) in points.terms {
        let counted = counts.of(*signal);
        sum += weight * shape.of(counted.count);
        if *weight > 0.0 {
            evidence.extend(counted.evidence.iter().take(2).cloned());
        }
    }
    evidence.extend(points.needs.iter().flat_map(|signal| counts.of(*signal).evidence.iter().cloned()));
    let mut known = Vec::new();
    evidence.retain(|span: &Span| {
        !known.contains(span) && {
            known.push(span.clone());
            true
        }
    });
    match () {
        () if sum >= points.yes => Judgement::new(Verdict::Yes, evidence, yes),
        () if sum >= points.partial => Judgement::new(Verdict::Partial, evidence, partial),
        () => Judgement::new(Verdict::No, evidence, no),
    }
}

impl Shape {
    #[allow(clippy::cast_precision_loss, reason = "counts of sentences and words")]
    fn of(self, count: usize) -> f32 {
        match self {
            Self::Has => f32::from(u8::from(count > 0)),
            Self::Log => (1.0 + count as f32).ln(),
        }
    }
}

#[allow(
    clippy::too_many_lines,
    clippy::approx_constant,
    reason = "a table, a row an item; its numbers are found on reports"
)]
fn points(item: Item) -> Points {
    let row =
        |base, terms, [partial, yes]: [f32; 2], needs, reasons| Points { base, terms, partial, yes, needs, reasons };
    match item {
        Item::AdmitsFailure => row(
            1.091,
            &[
                (OwnFailure, Log, 0.044),
                (FailureNote, Log, 0.021),
                (PlainFailure, Log, 0.029),
                (PlainFailure, Has, 0.262),
                (Latent, Has, 0.259),
                (Owning, Log, 0.065),
                (Sorry, Log, 0.190),
                (LessonWords, Log, 0.029),
                (CauseWords, Log, 0.020),
                (TitleFailure, Has, 0.120),
                (Leaning, Log, -0.148),
                (Planned, Log, -0.152),
                (Possible, Log, -0.053),
                (PossibleFailure, Log, -0.008),
                (Attacks, Log, -0.120),
            ],
            [1.405, 1.511],
            &[FailureNote, TitleFailure],
            [
                "says what failed, and owns it",
                "names a failure, hardly in its own voice",
                "no plain word of a failure of its own",
            ],
        ),
        Item::SoundsHuman => row(
            1.076,
            &[
                (OwnVoice, Log, 0.069),
                (OwnVoice, Has, 0.303),
                (Sentences, Log, 0.049),
                (OwnDeeds, Log, 0.109),
                (OwnPeople, Log, 0.018),
                (OwnPlans, Log, 0.030),
                (Notes, Log, -0.027),
                (Rows, Log, -0.011),
            ],
            [0.870, 1.550],
            &[Sentences],
            [
                "connected sentences in the first person",
                "connected sentences, none in the first person",
                "only notes, no connected sentence",
            ],
        ),
        Item::HasAChannel => row(
            0.496,
            &[
                (GivenAt, Log, 0.069),
                (FollowAt, Has, 0.808),
                (NamedChannel, Has, 0.289),
                (ToldUsers, Has, 0.269),
                (Places, Has, 0.175),
                (ChannelLinks, Has, 0.389),
                (PublicLinks, Has, 0.173),
                (HashChannels, Has, 0.400),
                (IssueLinks, Has, 0.318),
                (Sorry, Has, 0.120),
                (MailAddresses, Has, 0.389),
                (Follow, Has, 0.035),
                (Updates, Has, 0.130),
                (Reported, Has, -0.172),
            ],
            [0.636, 1.041],
            &[],
            [
                "names where word was given",
                "leads to an issue or a place, not to word for users",
                "no word of where users were told",
            ],
        ),
        Item::IsAuthentic => row(
            1.322,
            &[
                (OwnVoice, Log, 0.033),
                (Owning, Log, 0.014),
                (Latent, Log, 0.101),
                (LessonWords, Log, 0.026),
                (Advice, Log, 0.013),
                (CauseWords, Log, 0.008),
                (Finding, Log, 0.019),
                (Answered, Log, 0.106),
                (Leaning, Log, -0.132),
            ],
            [1.013, 1.564],
            &[Sentences],
            [
                "tells impact and lessons without sparing itself",
                "too thin to tell whose part it was",
                "no account that could be owned",
            ],
        ),
        Item::StartAndEnd => row(
            0.662,
            &[(StartClock, Log, 0.585), (EndClock, Log, 0.572), (Dated, Log, 0.574), (Rows, Log, 0.008)],
            [0.670, 1.489],
            &[],
            ["both can be told, with the time of day", "one of them, or days only", "neither start nor end is told"],
        ),
        Item::WhoWasImpacted => row(
            1.572,
            &[
                (Users, Has, 0.165),
                (UsersHurt, Has, 0.036),
                (UsersHurt, Log, 0.011),
                (ServiceHurt, Log, 0.069),
                (ImpactWords, Has, 0.105),
                (Nobody, Has, 0.066),
                (Affected, Has, 0.179),
            ],
            [1.472, 1.740],
            &[Users, ImpactWords, FailureNote, ServiceHurt, Affected, Nobody],
            ["says who was affected, and how", "names an effect, hardly who felt it", "no word of who was affected"],
        ),
        Item::WhatWentWrong => row(
            0.423,
            &[
                (Causal, Log, 0.134),
                (CauseWords, Log, 0.024),
                (Finding, Log, 0.045),
                (Latent, Log, 0.048),
                (Words, Log, 0.138),
                (Unknown, Has, -0.059),
            ],
            [1.128, 1.548],
            &[Causal, CauseWords, Finding],
            [
                "tells the mechanism, and how it came to light",
                "names a cause without its whole mechanism",
                "no cause is told",
            ],
        ),
        Item::WhatImproves => row(
            0.742,
            &[
                (Actions, Log, 0.090),
                (ActionWords, Log, 0.083),
                (Improving, Log, 0.063),
                (OwnPlans, Log, 0.164),
                (LessonWords, Log, 0.039),
                (Lessons, Log, 0.068),
                (Causal, Log, 0.118),
                (CauseWords, Log, 0.033),
            ],
            [0.929, 1.092],
            &[],
            [
                "names what changes",
                "names general intentions, or links without words",
                "no lesson and no action is named",
            ],
        ),
        Item::Technologies => row(
            1.552,
            &[
                (Products, Log, 0.008),
                (Products, Has, 0.121),
                (Acronyms, Log, 0.028),
                (Versions, Has, 0.060),
                (Code, Has, 0.079),
                (Words, Log, 0.025),
            ],
            [1.452, 1.727],
            &[],
            ["names the parts involved", "names kinds of parts only", "no part involved is named"],
        ),
        Item::FiveWhys => row(
            -0.144,
            &[
                (Causal, Log, 0.121),
                (Causal, Has, 0.226),
                (Latent, Log, 0.102),
                (DeepCause, Log, 0.006),
                (CauseWords, Log, 0.037),
                (Process, Log, 0.055),
                (Words, Log, 0.141),
            ],
            [0.724, 1.272],
            &[Causal],
            ["tells a chain of causes", "links causes, without asking on to the end", "no chain of whys"],
        ),
        Item::HumanElements => row(
            0.330,
            &[
                (People, Has, 0.150),
                (OwnPeople, Has, 0.157),
                (PeopleWords, Has, 0.206),
                (Handles, Has, 0.121),
                (OwnVoice, Has, 0.075),
                (OwnLatent, Has, 0.191),
                (NamedActor, Log, 0.026),
                (People, Log, 0.140),
                (Passers, Has, 0.223),
                (Places, Has, 0.178),
                (Rows, Has, 0.045),
                (Words, Log, 0.035),
                (StatusPost, Has, -0.238),
            ],
            [0.687, 1.372],
            &[People, Handles, Owning, Passers],
            ["tells of people at work", "mentions people in passing", "no person appears"],
        ),
        Item::OthersCanLearn => row(
            0.234,
            &[
                (Takeaways, Log, 0.051),
                (LessonWords, Log, 0.047),
                (LessonAdvice, Log, 0.097),
                (Advice, Log, 0.200),
                (ToReader, Log, 0.011),
                (Process, Log, 0.160),
                (Actions, Has, 0.287),
                (Lessons, Log, 0.138),
                (CauseWords, Log, 0.041),
            ],
            [0.679, 1.187],
            &[],
            ["words takeaways that hold elsewhere", "lessons that hold inside", "no takeaway is stated"],
        ),
    }
}
