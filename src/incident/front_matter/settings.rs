//! Keys that say how the report is to be read and judged.

use chrono_tz::Tz;

use crate::incident::facts::Text;
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, text_of};
use crate::incident::front_matter::parts::pairs;
use crate::incident::instant::TimeContext;
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::waiver::Waiver;
use crate::incident::yaml::Yaml;
use crate::source::Spanned;

pub(super) fn timezone(fields: &mut Fields<'_>, p: &mut Problems) -> Option<Spanned<Tz>> {
    let text = fields.text("timezone", p)?;
    let Ok(zone) = text.value.trim().parse::<Tz>() else {
        let message = format!("`{}` is not a time zone", text.value.trim());
        p.push(
            Problem::new(ProblemKind::WrongType, text.span, message)
                .help("use an IANA name such as `Europe/Berlin`, or `UTC`"),
        );
        return None;
    };
    Some(Spanned::new(zone, text.span))
}

pub(super) fn attest(fields: &mut Fields<'_>, _: &TimeContext, p: &mut Problems) -> Vec<(Text, Text)> {
    pairs(fields, "attest", p)
        .into_iter()
        .filter_map(|(key, node)| {
            let reason = text_of(node, "attest", p)?;
            Some((Spanned::new(key.name.clone(), key.span.clone()), reason))
        })
        .collect()
}

pub(super) fn waive(fields: &mut Fields<'_>, times: &TimeContext, p: &mut Problems) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for (key, node) in pairs(fields, "waive", p) {
        let rule = Spanned::new(key.name.clone(), key.span.clone());
        let span = key.span.start..node.span.end.max(key.span.end);
        let (reason, until) = match &node.value {
            Yaml::Map(map) => {
                let mut f = Fields::new(map, times, p);
                let read = (f.text("reason", p), f.date("until", p));
                f.finish("a waiver", p);
                read
            }
            _ => (text_of(node, "waive", p), None),
        };
        waivers.push(Waiver { rule, reason, until, scope: None, span });
    }
    waivers
}
