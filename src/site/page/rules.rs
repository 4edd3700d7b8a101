//! The checklist: the twelve questions with the archive's answers, and a page for each rule.

use serde::Serialize;

use crate::checklist::item::{Item, Tier};
use crate::checklist::rule::Rule;
use crate::checklist::rules::GROUPS;
use crate::site::markdown::{block, inline};
use crate::site::page::Frame;
use crate::site::page::home::SiteContext;
use crate::site::page::trends::{tally, tally_words};
use crate::trends::answers::Answers;

/// Years that have a column of their own.
const YEARS: usize = 8;

/// The view of `checklist.html`.
#[derive(Debug, Serialize)]
pub struct ChecklistPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: &'a str,
    reports: String,
    tiers: Vec<(String, Vec<Row>)>,
    years: Vec<(String, String)>,
    groups: Vec<(&'static str, Vec<(&'static str, String)>)>,
}

/// How the archive answers one question.
#[derive(Debug, Clone, Serialize)]
struct Row {
    question: String,
    words: String,
    svg: String,
    years: Vec<Year>,
}

/// How the reports of one year answer it.
#[derive(Debug, Clone, Serialize)]
struct Year {
    year: i32,
    words: String,
    svg: String,
}

impl<'a> ChecklistPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "checklist.html";

    pub(in crate::site) fn new(context: &SiteContext<'a>, frame: Frame<'a>, answers: &Answers) -> Self {
        let words = context.words;
        let mut years: Vec<(i32, usize)> = answers.years().collect();
        // The newest first, as in every list of years: on a phone it is what one sees.
        years.reverse();
        years.truncate(YEARS);
        let year = |item: Item, year: i32| {
            let of = answers.in_year(year, item);
            Year { year, words: tally_words(of, context), svg: tally(of) }
        };
        let row = |item: &Item| Row {
            question: words.get(&format!("i_{}", item.word())).to_owned(),
            words: tally_words(answers.of(*item), context),
            svg: tally(answers.of(*item)),
            // One year says what the whole says.
            years: years.iter().filter(|_| years.len() > 1).map(|(n, _)| year(*item, *n)).collect(),
        };
        let tier = |tier: &Tier| {
            let items = Item::ALL.iter().filter(|item| item.tier() == *tier);
            (words.get(&format!("tier_{}", tier.word())).to_owned(), items.map(row).collect())
        };
        // Every report that counts answers every question, be it with no.
        let answered = Item::ALL.iter().map(|item| answers.of(*item).total()).max().unwrap_or(0);
        let promises =
            |rules: &[&'static Rule]| rules.iter().map(|rule| (rule.name, inline(&rule.promise()))).collect();
        Self {
            frame,
            title: words.get("nav_checklist"),
            description: words.get("score_intro"),
            reports: if answered == 0 { String::new() } else { words.count("n_reports", answered) },
            tiers: Tier::ALL.iter().map(tier).collect(),
            years: years.iter().map(|(year, count)| (year.to_string(), words.count("n_reports", *count))).collect(),
            groups: GROUPS.iter().map(|(name, rules)| (*name, promises(rules))).collect(),
        }
    }
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
        Self { frame, title: rule.name, description, html: block(&examples_trimmed(&rule.markdown()), 1) }
    }
}

/// Without the empty lines that stand first and last in an example: in the file they part it from the front matter.
fn examples_trimmed(markdown: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in markdown.lines() {
        let fence = line.starts_with("```");
        if fence && inside {
            while lines.last().is_some_and(|last| last.is_empty()) {
                lines.pop();
            }
        }
        let first = inside && line.is_empty() && lines.last().is_some_and(|last| last.starts_with("```"));
        inside ^= fence;
        if !first {
            lines.push(line);
        }
    }
    lines.join("\n")
}
