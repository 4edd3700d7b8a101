//! The checklist: the twelve questions with the archive's answers, and a page for each rule.

use rayon::prelude::*;
use serde::Serialize;

use crate::checklist::item::{Item, Tier};
use crate::checklist::rule::Rule;
use crate::checklist::rules::GROUPS;
use crate::checklist::scorecard::{Verdict, score};
use crate::site::markdown::{block, inline};
use crate::site::page::Frame;
use crate::site::page::home::SiteContext;

/// The view of `checklist.html`.
#[derive(Debug, Serialize)]
pub struct ChecklistPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: &'a str,
    reports: usize,
    tiers: Vec<(String, Vec<Row>)>,
    groups: Vec<(&'static str, Vec<(&'static str, String)>)>,
}

/// How the archive answers one question.
#[derive(Debug, Clone, Serialize)]
struct Row {
    question: String,
    yes: usize,
    partly: usize,
    no: usize,
    vouched: usize,
}

impl<'a> ChecklistPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "checklist.html";

    pub(in crate::site) fn new(context: &SiteContext<'a>, frame: Frame<'a>) -> Self {
        let words = context.words;
        let cards: Vec<_> = context.incidents.par_iter().map(|incident| verdicts(incident)).collect();
        let row = |item: &Item| {
            let answers: Vec<(Verdict, bool)> =
                cards.iter().flatten().filter(|(known, ..)| known == item).map(|(_, v, own)| (*v, *own)).collect();
            let count = |verdict| answers.iter().filter(|answer| **answer == (verdict, false)).count();
            Row {
                question: words.get(&format!("i_{}", item.word())).to_owned(),
                yes: count(Verdict::Yes),
                partly: count(Verdict::Partial),
                no: count(Verdict::No),
                vouched: answers.iter().filter(|(_, vouched)| *vouched).count(),
            }
        };
        let tier = |tier: &Tier| {
            let items = Item::ALL.iter().filter(|item| item.tier() == *tier);
            (words.get(&format!("tier_{}", tier.word())).to_owned(), items.map(row).collect())
        };
        let promises =
            |rules: &[&'static Rule]| rules.iter().map(|rule| (rule.name, inline(&rule.promise()))).collect();
        Self {
            frame,
            title: words.get("nav_checklist"),
            description: words.get("score_intro"),
            reports: context.incidents.len(),
            tiers: Tier::ALL.iter().map(tier).collect(),
            groups: GROUPS.iter().map(|(name, rules)| (*name, promises(rules))).collect(),
        }
    }
}

/// The verdict on each item, and whether a reviewer vouches for it.
fn verdicts(incident: &crate::incident::Incident) -> Vec<(Item, Verdict, bool)> {
    let answers = score(incident).answers;
    answers.into_iter().map(|answer| (answer.item, answer.verdict, answer.attested.is_some())).collect()
}

/// The view of `rule.html`.
#[derive(Debug, Serialize)]
pub struct RulePage<'a> {
    frame: Frame<'a>,
    title: &'static str,
    description: String,
    html: String,
}

impl<'a> RulePage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "rule.html";

    pub(in crate::site) fn new(frame: Frame<'a>, rule: &Rule) -> Self {
        let description = crate::site::markdown::plain(&rule.promise());
        Self { frame, title: rule.name, description, html: block(&rule.markdown(), 1) }
    }
}
