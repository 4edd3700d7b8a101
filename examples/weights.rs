//! How the weights of the verdicts were found, and how well they would do on makers that they were not found on.
//!
//! `cargo run --release --example weights -- REPORTS LABELS`: `LABELS` holds `labels.jsonl` as for `agreement`. Per item: the signals
//! that help, their weights and the two limits, as they stand in `checklist/items/weights.rs`; the kappa on the very reports (fitted),
//! and on makers left out, with signals, weights and limits found anew each time (held out). A maker is the first folder of a path.
//!
//! The method: ridge regression on yes = 2, partial = 1, no = 0, over all signals that can speak for an item. None is chosen by its
//! success, and none may get a weight of the other sign: what is left out of such a fit is left out because it does not help. The
//! limits between the verdicts are those with the best kappa.

#[path = "weights/regression.rs"]
mod regression;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use afterword::archive::Archive;
use afterword::checklist::item::Item;
use afterword::checklist::scorecard::{Signal, Verdict, signals};
use afterword::config::Config;
use rayon::prelude::*;
use regression::{Model, Sample, Term, kappa};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Label {
    file: String,
    item: String,
    verdict: String,
}

/// In how many folds makers are left out.
const FOLDS: usize = 13;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let [reports, labels] = arguments.as_slice() else {
        eprintln!("usage: weights REPORTS LABELS");
        return ExitCode::from(2);
    };
    match samples(reports, labels) {
        Ok(samples) => {
            print(&samples);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("weights: {error}");
            ExitCode::from(2)
        }
    }
}

/// Per item one sample a report.
fn samples(reports: &PathBuf, labels: &Path) -> Result<BTreeMap<Item, Vec<Sample>>, Box<dyn std::error::Error>> {
    let mut config = Config::default();
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let archive = Archive::read(std::slice::from_ref(reports), &config)?;
    let counted = archive.incidents.par_iter().map(|incident| (incident.source.path.as_str(), signals(incident)));
    let counted: BTreeMap<&str, Vec<(Signal, usize)>> = counted.collect();
    let root = reports.to_string_lossy().trim_end_matches('/').to_owned() + "/";
    let mut makers: Vec<String> = Vec::new();
    let mut samples: BTreeMap<Item, Vec<Sample>> = BTreeMap::new();
    for line in std::fs::read_to_string(labels.join("labels.jsonl"))?.lines() {
        let label: Label = serde_json::from_str(line)?;
        let item = Item::from_word(&label.item).ok_or_else(|| format!("no item {}", label.item))?;
        let verdict = Verdict::from_word(&label.verdict).ok_or_else(|| format!("no verdict {}", label.verdict))?;
        let counts = counted.get(format!("{root}{}", label.file).as_str());
        let counts = counts.ok_or_else(|| format!("{} was not found", label.file))?.clone();
        let maker = label.file.split('/').next().unwrap_or("").to_owned();
        let number = makers.iter().position(|known| *known == maker).unwrap_or_else(|| {
            makers.push(maker);
            makers.len() - 1
        });
        samples.entry(item).or_default().push(Sample { counts, is: 2 - verdict as usize, fold: number % FOLDS });
    }
    Ok(samples)
}

fn print(samples: &BTreeMap<Item, Vec<Sample>>) {
    let rows: Vec<(Item, Model, f64, f64)> = samples
        .par_iter()
        .map(|(item, samples)| {
            let model = Model::fit(&candidates(*item), samples);
            let pairs = samples.iter().map(|sample| (sample.is, model.says(sample)));
            let fitted = kappa(pairs);
            (*item, model, fitted, held_out(&candidates(*item), samples))
        })
        .collect();
    for (item, model, fitted, held_out) in &rows {
        println!("{:18} fitted {fitted:.2}  held out {held_out:.2}  {model}", item.word());
    }
    let mean =
        |pick: fn(&(Item, Model, f64, f64)) -> f64| rows.iter().map(pick).sum::<f64>() / rows.len().max(1) as f64;
    println!("{:18} fitted {:.2}  held out {:.2}", "mean", mean(|row| row.2), mean(|row| row.3));
}

/// The kappa where every fold is judged by a model that never saw its makers.
fn held_out(candidates: &[Term], samples: &[Sample]) -> f64 {
    let folds = (0..FOLDS).into_par_iter().flat_map_iter(|fold| {
        let (out, seen): (Vec<Sample>, Vec<Sample>) = samples.iter().cloned().partition(|sample| sample.fold == fold);
        let model = Model::fit(candidates, &seen);
        out.into_iter().map(move |sample| (sample.is, model.says(&sample)))
    });
    kappa(folds.collect::<Vec<_>>().into_iter())
}

/// The signals that can speak for an item or against it, as a reader of the checklist would name them.
#[allow(clippy::too_many_lines, reason = "a table: the signals of each item")]
fn candidates(item: Item) -> Vec<Term> {
    use Signal::{
        Acronyms, ActionWords, Actions, Advice, Affected, Answered, Attacks, Causal, CauseWords, ChannelLinks, Code,
        Dated, DeepCause, EndClock, FailureNote, Finding, Follow, FollowAt, FoundCause, GivenAt, Handles, HashChannels,
        ImpactWords, Improving, IssueLinks, Latent, LatentCause, LatentProcess, Leaning, LessonAdvice, LessonWords,
        Lessons, MailAddresses, NamedActor, NamedChannel, Nobody, Notes, OwnDeeds, OwnFailure, OwnLatent, OwnPeople,
        OwnPlans, OwnVoice, Owning, Passers, People, PeopleWords, Places, PlainFailure, Planned, Possible,
        PossibleFailure, Process, Products, PublicLinks, Reported, Rows, Sentences, ServiceHurt, Sorry, StartClock,
        StatusPost, Takeaways, TitleFailure, ToReader, ToldUsers, Unknown, Updates, Users, UsersHurt, Versions, Whys,
        Words,
    };
    use Term::{Against, Any, For, Not};
    match item {
        Item::AdmitsFailure => vec![
            For(OwnFailure),
            Any(OwnFailure),
            For(FailureNote),
            For(PlainFailure),
            Any(PlainFailure),
            Any(Latent),
            For(Owning),
            For(Sorry),
            For(UsersHurt),
            For(LessonWords),
            For(CauseWords),
            Any(TitleFailure),
            Against(Leaning),
            Against(Planned),
            Against(Possible),
            Against(PossibleFailure),
            Against(Attacks),
        ],
        Item::SoundsHuman => vec![
            For(OwnVoice),
            Any(OwnVoice),
            For(Sentences),
            For(OwnDeeds),
            For(OwnPeople),
            For(OwnPlans),
            For(NamedActor),
            Against(Notes),
            Against(Rows),
        ],
        Item::HasAChannel => vec![
            Any(GivenAt),
            For(GivenAt),
            Any(FollowAt),
            Any(NamedChannel),
            Any(ToldUsers),
            Any(Places),
            Any(ChannelLinks),
            Any(PublicLinks),
            Any(HashChannels),
            Any(IssueLinks),
            Any(Sorry),
            Any(MailAddresses),
            Any(Follow),
            Any(Updates),
            Not(Reported),
        ],
        Item::IsAuthentic => vec![
            For(OwnVoice),
            For(Owning),
            For(Latent),
            For(LessonWords),
            For(Advice),
            For(ImpactWords),
            For(CauseWords),
            For(Finding),
            For(Answered),
            Against(Leaning),
        ],
        Item::StartAndEnd => vec![For(StartClock), For(EndClock), For(Dated), For(Rows)],
        Item::WhoWasImpacted => vec![
            Any(Users),
            Any(UsersHurt),
            For(UsersHurt),
            For(ServiceHurt),
            Any(ImpactWords),
            Any(Nobody),
            Any(Affected),
        ],
        Item::WhatWentWrong => vec![
            For(Causal),
            For(CauseWords),
            For(Finding),
            For(FoundCause),
            For(LatentCause),
            For(DeepCause),
            For(Latent),
            For(Words),
            Not(Unknown),
        ],
        Item::WhatImproves => vec![
            For(Actions),
            For(ActionWords),
            For(Improving),
            For(OwnPlans),
            For(LessonWords),
            For(Lessons),
            For(Causal),
            For(CauseWords),
        ],
        Item::Technologies => {
            vec![For(Products), Any(Products), For(Acronyms), Any(Versions), Any(Code), For(Code), For(Words)]
        }
        Item::FiveWhys => vec![
            For(Causal),
            Any(Causal),
            For(Latent),
            For(LatentCause),
            For(DeepCause),
            For(LatentProcess),
            For(CauseWords),
            For(Process),
            For(Whys),
            For(Words),
        ],
        Item::HumanElements => vec![
            Any(People),
            Any(OwnPeople),
            Any(PeopleWords),
            Any(Handles),
            Any(Owning),
            Any(OwnVoice),
            Any(OwnLatent),
            Any(NamedActor),
            For(NamedActor),
            For(People),
            Any(Passers),
            Any(Places),
            Any(Rows),
            For(Words),
            Not(StatusPost),
        ],
        Item::OthersCanLearn => vec![
            For(Takeaways),
            For(LessonWords),
            For(LessonAdvice),
            For(Advice),
            For(ToReader),
            For(Process),
            Any(Actions),
            For(Lessons),
            For(CauseWords),
            For(DeepCause),
        ],
    }
}
