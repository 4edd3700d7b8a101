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
    ActionWords, Actions, Advice, Answered, Causal, CauseWords, ChannelLinks, Dated, DeepCause, EndClock, FailureNote,
    Finding, Handles, HashChannels, ImpactWords, Improving, IssueLinks, Latent, LatentCause, Leaning, LessonAdvice,
    LessonWords, Lessons, NamedChannel, Notes, OwnFailure, OwnPeople, OwnPlans, OwnVoice, Owning, People, PeopleWords,
    Places, Process, Products, Rows, Sentences, Sorry, StartClock, Takeaways, Telling, ToldSomewhere, ToldUsers, Users,
    UsersHurt, Words,
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
            1.510,
            &[
                (OwnFailure, Log, 0.025),
                (FailureNote, Log, 0.049),
                (Owning, Log, 0.041),
                (Sorry, Log, 0.141),
                (LessonWords, Log, 0.033),
                (CauseWords, Log, 0.026),
                (Leaning, Log, -0.163),
            ],
            [1.501, 1.630],
            &[FailureNote],
            [
                "says what failed, and owns it",
                "names a failure, hardly in its own voice",
                "no plain word of a failure of its own",
            ],
        ),
        Item::SoundsHuman => row(
            1.367,
            &[
                (OwnVoice, Log, 0.147),
                (Sentences, Log, 0.048),
                (OwnPeople, Log, 0.053),
                (OwnPlans, Log, 0.069),
                (Notes, Log, -0.063),
            ],
            [1.058, 1.470],
            &[Sentences],
            [
                "connected sentences in the first person",
                "connected sentences, none in the first person",
                "only notes, no connected sentence",
            ],
        ),
        Item::HasAChannel => row(
            0.325,
            &[
                (NamedChannel, Has, 0.148),
                (ToldUsers, Has, 0.231),
                (ToldSomewhere, Has, 0.055),
                (Telling, Has, 0.095),
                (Places, Has, 0.268),
                (ChannelLinks, Has, 0.408),
                (HashChannels, Has, 0.333),
                (IssueLinks, Has, 0.314),
                (Users, Has, 0.106),
                (Sorry, Has, 0.169),
            ],
            [0.693, 1.168],
            &[],
            [
                "names where word was given",
                "leads to an issue or a place, not to word for users",
                "no word of where users were told",
            ],
        ),
        Item::IsAuthentic => row(
            1.381,
            &[
                (OwnVoice, Log, 0.021),
                (Latent, Log, 0.054),
                (LessonWords, Log, 0.022),
                (Advice, Log, 0.039),
                (ImpactWords, Log, 0.015),
                (CauseWords, Log, 0.012),
                (Finding, Log, 0.012),
                (Answered, Log, 0.090),
                (Leaning, Log, -0.076),
            ],
            [1.236, 1.636],
            &[Sentences],
            [
                "tells impact and lessons without sparing itself",
                "too thin to tell whose part it was",
                "no account that could be owned",
            ],
        ),
        Item::StartAndEnd => row(
            0.720,
            &[(StartClock, Log, 0.358), (EndClock, Log, 0.447), (Dated, Log, 0.529), (Rows, Log, 0.078)],
            [0.903, 1.468],
            &[],
            ["both can be told, with the time of day", "one of them, or days only", "neither start nor end is told"],
        ),
        Item::WhoWasImpacted => row(
            1.336,
            &[
                (Users, Has, 0.218),
                (UsersHurt, Has, 0.060),
                (ImpactWords, Has, 0.121),
                (FailureNote, Has, 0.095),
                (Answered, Log, 0.099),
            ],
            [1.236, 1.619],
            &[Users, ImpactWords, FailureNote],
            ["says who was affected, and how", "names an effect, hardly who felt it", "no word of who was affected"],
        ),
        Item::WhatWentWrong => row(
            0.540,
            &[
                (Causal, Log, 0.092),
                (CauseWords, Log, 0.017),
                (Finding, Log, 0.022),
                (LatentCause, Log, 0.007),
                (DeepCause, Log, 0.018),
                (Latent, Log, 0.075),
                (Words, Log, 0.129),
            ],
            [1.248, 1.534],
            &[Causal, CauseWords, Finding],
            [
                "tells the mechanism, and how it came to light",
                "names a cause without its whole mechanism",
                "no cause is told",
            ],
        ),
        Item::WhatImproves => row(
            1.215,
            &[
                (Actions, Log, 0.045),
                (ActionWords, Log, 0.040),
                (Improving, Log, 0.007),
                (OwnPlans, Log, 0.073),
                (LessonWords, Log, 0.035),
                (Lessons, Log, 0.048),
                (Causal, Log, 0.087),
                (CauseWords, Log, 0.023),
            ],
            [1.275, 1.360],
            &[],
            [
                "names what changes",
                "names general intentions, or links without words",
                "no lesson and no action is named",
            ],
        ),
        Item::Technologies => row(
            1.583,
            &[(Products, Log, 0.027), (Words, Log, 0.050)],
            [1.693, 1.845],
            &[],
            ["names the parts involved", "names kinds of parts only", "no part involved is named"],
        ),
        Item::FiveWhys => row(
            0.241,
            &[
                (Causal, Log, 0.147),
                (Latent, Log, 0.101),
                (LatentCause, Log, 0.041),
                (DeepCause, Log, 0.015),
                (CauseWords, Log, 0.029),
                (Process, Log, 0.034),
                (Words, Log, 0.110),
            ],
            [0.998, 1.373],
            &[Causal],
            ["tells a chain of causes", "links causes, without asking on to the end", "no chain of whys"],
        ),
        Item::HumanElements => row(
            -0.252,
            &[
                (People, Has, 0.371),
                (OwnPeople, Has, 0.119),
                (PeopleWords, Has, 0.203),
                (Handles, Has, 0.195),
                (Owning, Has, 0.106),
                (OwnVoice, Has, 0.066),
                (Rows, Has, 0.152),
                (Words, Log, 0.162),
            ],
            [0.971, 1.388],
            &[People, Handles, Owning],
            ["tells of people at work", "mentions people in passing", "no person appears"],
        ),
        Item::OthersCanLearn => row(
            0.527,
            &[
                (Takeaways, Log, 0.038),
                (LessonWords, Log, 0.055),
                (LessonAdvice, Log, 0.107),
                (Advice, Log, 0.105),
                (Process, Log, 0.113),
                (Lessons, Log, 0.102),
                (CauseWords, Log, 0.052),
            ],
            [0.744, 1.214],
            &[],
            ["words takeaways that hold elsewhere", "lessons that hold inside", "no takeaway is stated"],
        ),
    }
}
