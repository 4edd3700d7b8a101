//! How much each signal counts for each item. The weights were found by ridge regression on labelled reports of 38 makers, each item with
//! the few signals that still helped on makers left out; `examples/agreement.rs` measures them. They are rounded, and name no report.

use crate::checklist::item::Item;
use crate::checklist::items::Judgement;
use crate::checklist::items::signals::{Measure, Signal};
use crate::checklist::scorecard::Verdict;

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
    Actions, Advice, Causal, CauseWords, ChannelLinks, Dated, EndClock, FailureNote, Handles, HashChannels,
    ImpactWords, IssueLinks, Leaning, LessonWords, OwnFailure, OwnVoice, Owning, People, Places, Process, Products,
    Sentences, Takeaways, Users, Words,
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

/// Judges an item by its points. `measure` answers from what was counted already.
pub(super) fn judge(item: Item, measure: &dyn Fn(Signal) -> Measure) -> Judgement {
    let points = points(item);
    let [yes, partial, no] = points.reasons;
    if !points.needs.is_empty() && points.needs.iter().all(|signal| measure(*signal).count == 0) {
        return Judgement::no(no);
    }
    let mut sum = points.base;
    let mut evidence = Vec::new();
    for (signal, shape, weight) in points.terms {
        let counted = measure(*signal);
        sum += weight * shape.of(counted.count);
        if *weight > 0.0 {
            evidence.extend(counted.evidence.into_iter().take(2));
        }
    }
    evidence.extend(points.needs.iter().flat_map(|signal| measure(*signal).evidence));
    evidence.dedup();
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
            1.455,
            &[
                (OwnFailure, Has, 0.10),
                (Owning, Has, 0.14),
                (LessonWords, Has, 0.27),
                (Leaning, Has, -0.21),
                (CauseWords, Log, 0.05),
            ],
            [1.455, 1.554],
            &[FailureNote],
            [
                "says what failed, and owns it",
                "names a failure, hardly in its own voice",
                "no plain word of a failure of its own",
            ],
        ),
        Item::SoundsHuman => row(
            1.043,
            &[(OwnVoice, Has, 0.785)],
            [1.0, 1.8],
            &[Sentences],
            [
                "connected sentences in the first person",
                "connected sentences, none in the first person",
                "only notes, no connected sentence",
            ],
        ),
        Item::HasAChannel => row(
            0.213,
            &[
                (Places, Has, 0.48),
                (ChannelLinks, Has, 0.55),
                (HashChannels, Has, 0.43),
                (IssueLinks, Has, 0.47),
                (Users, Has, 0.21),
            ],
            [0.68, 0.905],
            &[],
            [
                "names where word was given",
                "leads to an issue or a place, not to word for users",
                "no word of where users were told",
            ],
        ),
        Item::IsAuthentic => row(
            1.43,
            &[(LessonWords, Has, 0.27), (ImpactWords, Log, 0.04), (Advice, Log, 0.10)],
            [1.43, 1.77],
            &[Sentences],
            [
                "tells impact and lessons without sparing itself",
                "too thin to tell whose part it was",
                "no account that could be owned",
            ],
        ),
        Item::StartAndEnd => row(
            0.632,
            &[(EndClock, Has, 0.78), (Dated, Has, 0.44)],
            [1.05, 1.85],
            &[],
            ["both can be told, with the time of day", "one of them, or days only", "neither start nor end is told"],
        ),
        Item::WhoWasImpacted => row(
            1.424,
            &[(Users, Has, 0.36), (ImpactWords, Has, 0.24)],
            [1.424, 1.66],
            &[Users, ImpactWords],
            ["says who was affected, and how", "names an effect, hardly who felt it", "no word of who was affected"],
        ),
        Item::WhatWentWrong => row(
            -0.096,
            &[(CauseWords, Log, 0.03), (Causal, Log, 0.16), (Words, Log, 0.23)],
            [1.04, 1.52],
            &[Causal, CauseWords],
            [
                "tells the mechanism, and how it came to light",
                "names a cause without its whole mechanism",
                "no cause is told",
            ],
        ),
        Item::WhatImproves => row(
            1.004,
            &[(Actions, Has, 0.375), (CauseWords, Has, 0.30), (Causal, Has, 0.41)],
            [1.379, 1.67],
            &[],
            [
                "names what changes",
                "names general intentions, or links without words",
                "no lesson and no action is named",
            ],
        ),
        Item::Technologies => row(
            1.361,
            &[(Products, Has, 0.10), (Words, Log, 0.078)],
            [1.69, 1.777],
            &[],
            ["names the parts involved", "names kinds of parts only", "no part involved is named"],
        ),
        Item::FiveWhys => row(
            -0.263,
            &[(Causal, Has, 0.31), (Causal, Log, 0.20), (CauseWords, Log, 0.05), (Words, Log, 0.16)],
            [0.994, 1.326],
            &[Causal],
            ["tells a chain of causes", "links causes, without asking on to the end", "no chain of whys"],
        ),
        Item::HumanElements => row(
            -0.801,
            &[(People, Has, 0.62), (Handles, Log, 0.18), (Owning, Has, 0.21), (Words, Log, 0.25)],
            [0.782, 1.505],
            &[People, Handles, Owning],
            ["tells of people at work", "mentions people in passing", "no person appears"],
        ),
        Item::OthersCanLearn => row(
            0.374,
            &[
                (Takeaways, Log, 0.035),
                (LessonWords, Log, 0.095),
                (Advice, Log, 0.157),
                (Process, Log, 0.12),
                (CauseWords, Log, 0.084),
            ],
            [0.649, 1.294],
            &[],
            ["words takeaways that hold elsewhere", "lessons that hold inside", "no takeaway is stated"],
        ),
    }
}
