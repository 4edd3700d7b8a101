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
    ActionWords, Actions, Advice, Answered, Causal, CauseWords, ChannelLinks, Code, Dated, EndClock, FailureNote,
    Finding, Follow, Handles, HashChannels, ImpactWords, Improving, IssueLinks, Latent, Leaning, LessonAdvice,
    LessonWords, Lessons, MailAddresses, NamedActor, NamedChannel, Names, Notes, OwnFailure, OwnPeople, OwnPlans,
    OwnVoice, Owning, People, PeopleWords, Places, PlainFailure, Process, Products, Rows, Sentences, Sorry, StartClock,
    Takeaways, Telling, ToldUsers, Users, UsersHurt, Words,
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

#[allow(clippy::too_many_lines, reason = "a table, a row an item")]
fn points(item: Item) -> Points {
    let row =
        |base, terms, [partial, yes]: [f32; 2], needs, reasons| Points { base, terms, partial, yes, needs, reasons };
    match item {
        Item::AdmitsFailure => row(
            1.110,
            &[
                (OwnFailure, Log, 0.026),
                (OwnFailure, Has, 0.001),
                (PlainFailure, Log, 0.013),
                (PlainFailure, Has, 0.309),
                (Latent, Has, 0.241),
                (Owning, Log, 0.051),
                (Sorry, Log, 0.223),
                (LessonWords, Log, 0.034),
                (CauseWords, Log, 0.017),
                (Leaning, Log, -0.189),
            ],
            [1.416, 1.456],
            &[FailureNote],
            [
                "says what failed, and owns it",
                "names a failure, hardly in its own voice",
                "no plain word of a failure of its own",
            ],
        ),
        Item::SoundsHuman => row(
            1.063,
            &[
                (OwnVoice, Log, 0.098),
                (OwnVoice, Has, 0.323),
                (Sentences, Log, 0.051),
                (OwnPeople, Log, 0.054),
                (OwnPlans, Log, 0.058),
                (Notes, Log, -0.024),
                (Rows, Log, -0.007),
            ],
            [0.872, 1.508],
            &[Sentences],
            [
                "connected sentences in the first person",
                "connected sentences, none in the first person",
                "only notes, no connected sentence",
            ],
        ),
        Item::HasAChannel => row(
            0.475,
            &[
                (NamedChannel, Has, 0.305),
                (ToldUsers, Has, 0.252),
                (Telling, Has, 0.028),
                (Places, Has, 0.198),
                (ChannelLinks, Has, 0.445),
                (HashChannels, Has, 0.330),
                (IssueLinks, Has, 0.341),
                (Sorry, Has, 0.150),
                (MailAddresses, Has, 0.507),
                (Follow, Has, 0.132),
            ],
            [0.729, 1.109],
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
                (Latent, Log, 0.100),
                (LessonWords, Log, 0.027),
                (Advice, Log, 0.012),
                (CauseWords, Log, 0.008),
                (Finding, Log, 0.019),
                (Answered, Log, 0.104),
                (Leaning, Log, -0.131),
            ],
            [1.014, 1.602],
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
            1.679,
            &[(Users, Has, 0.134), (Users, Log, 0.016), (UsersHurt, Has, 0.059), (ImpactWords, Has, 0.105)],
            [1.579, 1.731],
            &[Users, ImpactWords, FailureNote],
            ["says who was affected, and how", "names an effect, hardly who felt it", "no word of who was affected"],
        ),
        Item::WhatWentWrong => row(
            0.422,
            &[
                (Causal, Log, 0.132),
                (CauseWords, Log, 0.025),
                (Finding, Log, 0.040),
                (Latent, Log, 0.046),
                (Words, Log, 0.137),
            ],
            [0.992, 1.510],
            &[Causal, CauseWords, Finding],
            [
                "tells the mechanism, and how it came to light",
                "names a cause without its whole mechanism",
                "no cause is told",
            ],
        ),
        Item::WhatImproves => row(
            0.740,
            &[
                (Actions, Log, 0.089),
                (ActionWords, Log, 0.083),
                (Improving, Log, 0.062),
                (OwnPlans, Log, 0.165),
                (LessonWords, Log, 0.040),
                (Lessons, Log, 0.069),
                (Causal, Log, 0.118),
                (CauseWords, Log, 0.033),
            ],
            [0.926, 1.092],
            &[],
            [
                "names what changes",
                "names general intentions, or links without words",
                "no lesson and no action is named",
            ],
        ),
        Item::Technologies => row(
            1.473,
            &[
                (Products, Log, 0.005),
                (Products, Has, 0.103),
                (Names, Log, 0.007),
                (Names, Has, 0.116),
                (Code, Has, 0.073),
                (Code, Log, 0.004),
                (Words, Log, 0.032),
            ],
            [1.373, 1.742],
            &[],
            ["names the parts involved", "names kinds of parts only", "no part involved is named"],
        ),
        Item::FiveWhys => row(
            -0.112,
            &[
                (Causal, Log, 0.171),
                (Latent, Log, 0.105),
                (CauseWords, Log, 0.037),
                (Process, Log, 0.058),
                (Words, Log, 0.153),
            ],
            [0.774, 1.247],
            &[Causal],
            ["tells a chain of causes", "links causes, without asking on to the end", "no chain of whys"],
        ),
        Item::HumanElements => row(
            0.084,
            &[
                (People, Has, 0.192),
                (OwnPeople, Has, 0.229),
                (PeopleWords, Has, 0.230),
                (Handles, Has, 0.143),
                (Owning, Has, 0.034),
                (OwnVoice, Has, 0.113),
                (NamedActor, Has, 0.028),
                (NamedActor, Log, 0.052),
                (People, Log, 0.162),
                (Rows, Has, 0.093),
                (Words, Log, 0.085),
            ],
            [0.826, 1.332],
            &[People, Handles, Owning],
            ["tells of people at work", "mentions people in passing", "no person appears"],
        ),
        Item::OthersCanLearn => row(
            0.277,
            &[
                (Takeaways, Log, 0.035),
                (LessonWords, Log, 0.065),
                (LessonAdvice, Log, 0.102),
                (Advice, Log, 0.171),
                (Process, Log, 0.214),
                (Lessons, Log, 0.126),
                (CauseWords, Log, 0.040),
            ],
            [0.615, 1.157],
            &[],
            ["words takeaways that hold elsewhere", "lessons that hold inside", "no takeaway is stated"],
        ),
    }
}
