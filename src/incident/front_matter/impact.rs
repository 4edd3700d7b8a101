//! Who and what was hit, and how it was found.

use crate::incident::facts::{Affected, DetectedBy, Detection, Impact, Service, Text};
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, text_of, word_list, wrong_type};
use crate::incident::front_matter::parts::{entries, is_internal, missing};
use crate::incident::instant::TimeContext;
use crate::incident::yaml::Yaml;
use crate::source::Spanned;

pub(super) fn services(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Service> {
    let short = |name: Text, _: &mut Problems| {
        let span = name.span.clone();
        Some(Service { name, start: None, end: None, effect: None, internal: false, span })
    };
    entries(fields.list("services"), "services", times, p, short, |f, node, p| {
        let name = f.text("name", p);
        let (start, end) = (f.instant("start", p), f.instant("end", p));
        let (effect, internal) = (f.text("effect", p), is_internal(f, p));
        if name.is_none() {
            missing(node, "name", "services", p);
        }
        Some(Service { name: name?, start, end, effect, internal, span: node.span.clone() })
    })
}

pub(super) fn impact(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Impact> {
    let node = fields.node("impact")?;
    let span = node.span.clone();
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let summary = f.text("summary", p);
            let affected = affected(&mut f, times, p);
            let (data_loss, remaining) = (f.text("data_loss", p), f.text("remaining", p));
            f.finish("`impact`", p);
            Some(Impact { summary, affected, data_loss, remaining, span })
        }
        Yaml::Scalar(_) => {
            let summary = text_of(node, "impact", p)?;
            Some(Impact { summary: Some(summary), affected: Vec::new(), data_loss: None, remaining: None, span })
        }
        _ => {
            p.push(wrong_type(node, "impact", "text or a mapping"));
            None
        }
    }
}

fn affected(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Affected> {
    let short = |who: Text, _: &mut Problems| {
        let span = who.span.clone();
        Some(Affected { who: Some(who), count: None, of: None, internal: false, span })
    };
    entries(fields.list("affected"), "affected", times, p, short, |f, node, p| {
        let (who, count, of) = (f.text("who", p), f.text("count", p), f.text("of", p));
        Some(Affected { who, count, of, internal: is_internal(f, p), span: node.span.clone() })
    })
}

pub(super) fn detection(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Option<Detection> {
    let node = fields.node("detection")?;
    let span = node.span.clone();
    match &node.value {
        Yaml::Map(map) => {
            let mut f = Fields::new(map, times, p);
            let how = f.word("how", word_list!(DetectedBy), p);
            let text = f.text("text", p);
            f.finish("`detection`", p);
            Some(Detection { how, text, span })
        }
        Yaml::Scalar(_) => {
            let text = text_of(node, "detection", p)?;
            let how = DetectedBy::from_word(text.value.trim()).map(|how| Spanned::new(how, text.span.clone()));
            let text = if how.is_some() { None } else { Some(text) };
            Some(Detection { how, text, span })
        }
        _ => {
            p.push(wrong_type(node, "detection", "text or a mapping"));
            None
        }
    }
}
