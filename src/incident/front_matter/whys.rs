//! The five whys and the lessons.

use crate::incident::facts::{Because, Lessons, Text, Why};
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, text_of};
use crate::incident::front_matter::parts::{entries, missing};
use crate::incident::instant::TimeContext;
use crate::incident::yaml::{Node, Yaml};
use crate::source::Spanned;

pub(super) fn five_whys(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Why> {
    whys(fields.list("five_whys"), times, p)
}

fn whys(nodes: &[Node], times: &TimeContext, p: &mut Problems) -> Vec<Why> {
    let short = |text: Text, _: &mut Problems| Some(Why::of_text(text));
    entries(nodes, "five_whys", times, p, short, |f, node, p| {
        let why = f.text("why", p);
        let because = answers(f.list("because"), times, p);
        Some(Why { why, because, span: node.span.clone() })
    })
}

/// An answer is a text, or a mapping `{text, why, because}` whose own whys hang under it: there the chain branches.
fn answers(nodes: &[Node], times: &TimeContext, p: &mut Problems) -> Vec<Because> {
    let short = |text: Text, _: &mut Problems| Some(Because { text, whys: Vec::new() });
    entries(nodes, "because", times, p, short, |f, node, p| {
        let text = f.text("text", p);
        let why = f.text("why", p);
        let because = answers(f.list("because"), times, p);
        let mut under = whys(f.list("five_whys"), times, p);
        match (text, why) {
            (Some(text), why) => {
                if why.is_some() || !because.is_empty() {
                    under.insert(0, Why { why, because, span: node.span.clone() });
                }
                Some(Because { text, whys: under })
            }
            // `{why, because}` without a text of its own: the question stands for the answer it asks about.
            (None, Some(why)) => {
                let asked = Why { why: Some(why.clone()), because, span: node.span.clone() };
                Some(Because { text: Spanned::new(String::new(), why.span), whys: vec![asked] })
            }
            (None, None) => {
                missing(node, "text", "because", p);
                None
            }
        }
    })
}

pub(super) fn lessons(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Lessons> {
    let node = fields.node("lessons")?;
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let lessons = Lessons {
                general: f.texts("general", p),
                went_well: f.texts("went_well", p),
                went_wrong: f.texts("went_wrong", p),
                got_lucky: f.texts("got_lucky", p),
                for_others: f.texts("for_others", p),
            };
            f.finish("`lessons`", p);
            Some(lessons)
        }
        Yaml::List(list) => {
            let general = list.iter().filter_map(|item| text_of(item, "lessons", p)).collect();
            Some(Lessons { general, ..Lessons::default() })
        }
        _ => {
            let general = text_of(node, "lessons", p).into_iter().collect();
            Some(Lessons { general, ..Lessons::default() })
        }
    }
}
