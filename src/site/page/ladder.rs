//! The five whys as a ladder.

use std::collections::BTreeMap;

use crate::incident::facts::Why;
use crate::site::page::beside::{Besides, Margins};
use crate::site::page::report::Context;
use crate::source::Span;

/// The whys as a ladder, flattened into HTML: a straight chain goes down, a fork has one column per branch; with what stands before and
/// behind it.
pub(in crate::site) fn whys(context: &Context<'_>, beside: &Besides) -> (Option<String>, Margins) {
    let whys = context.incident.five_whys();
    let mut spans = Vec::new();
    places(whys, &mut spans);
    let mut woven = beside.woven("whys", &spans);
    let margins = woven.margins();
    if whys.is_empty() {
        return (None, margins);
    }
    let more = spans.iter().enumerate().map(|(index, span)| {
        // There is no room between two rungs.
        let (_, mut more) = woven.take(index);
        more.push_str(&woven.before(index + 1));
        (span.start, more)
    });
    let mut writer = Writer { context, more: more.collect(), html: String::new() };
    writer.ladder(whys, 1, "");
    (Some(writer.html), margins)
}

/// Every rung, a chain's after the rung it hangs under.
fn places(whys: &[Why], spans: &mut Vec<Span>) {
    for why in whys {
        spans.push(why.span.clone());
        why.because.iter().for_each(|answer| places(&answer.whys, spans));
    }
}

struct Writer<'a, 'c> {
    context: &'a Context<'c>,
    /// What else stands under a rung, by where the rung begins.
    more: BTreeMap<usize, String>,
    html: String,
}

impl Writer<'_, '_> {
    fn ladder(&mut self, whys: &[Why], first: usize, branch: &str) {
        self.html.push_str("<ol class=\"whys\">");
        self.rungs(whys, first, branch);
        self.html.push_str("</ol>");
    }

    /// Writes the rungs of one chain; what hangs under an answer goes on below it.
    fn rungs(&mut self, whys: &[Why], first: usize, branch: &str) {
        let context = self.context;
        for (index, why) in whys.iter().enumerate() {
            let number = first + index;
            let below: Vec<&[Why]> =
                why.because.iter().map(|answer| answer.whys.as_slice()).filter(|whys| !whys.is_empty()).collect();
            let last = index + 1 == whys.len() && below.is_empty();
            self.html.push_str(if last { "<li class=\"root\">" } else { "<li>" });
            self.html.push_str(&format!("<span class=\"n\" aria-hidden=\"true\">{number}{branch}</span>"));
            if let Some(question) = &why.why {
                self.html.push_str(&format!("<b>{}</b>", context.inline(&context.without_internal(question))));
            }
            for answer in why.because.iter().filter(|answer| !answer.text.value.trim().is_empty()) {
                self.html.push_str(&format!("<p>{}</p>", context.inline(&context.without_internal(&answer.text))));
            }
            self.html.push_str(&self.more.remove(&why.span.start).unwrap_or_default());
            self.html.push_str("</li>");
            match below.as_slice() {
                [] => {}
                [one] => self.rungs(one, number + 1, branch),
                many => {
                    self.html.push_str(if many.len() == 2 { "<li class=\"fork two\">" } else { "<li class=\"fork\">" });
                    for (letter, whys) in ('a'..='z').zip(many) {
                        self.html.push_str("<div>");
                        self.ladder(whys, number + 1, &format!("{branch}{letter}"));
                        self.html.push_str("</div>");
                    }
                    self.html.push_str("</li>");
                }
            }
        }
    }
}
