//! The rules, and what they make of an archive. [`check`] is the one way in.

pub mod baseline;
mod context;
pub mod example;
pub mod finding;
pub mod item;
mod items;
mod japanese;
mod measure;
pub mod mend;
mod page;
#[macro_use]
mod phrases;
pub mod prose;
mod published;
pub mod rule;
pub mod rules;
pub mod scorecard;
pub mod selection;
mod sentences;
mod stub;
mod vague;
mod working_hours;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::archive::{AT_A_TIME, Archive};
use crate::checklist::finding::{Finding, Findings};
use crate::checklist::prose::Prose;
use crate::checklist::rule::{Case, Report, Rule};
use crate::checklist::selection::Selection;
use crate::config::Config;

/// Runs every rule over every report, in parallel. Findings are sorted by place, then by the order of the rules.
pub fn check(archive: &Archive, config: &Config, selection: &Selection, today: NaiveDate) -> Findings {
    let indices = archive.incidents.par_iter().with_max_len(AT_A_TIME).enumerate();
    let per_incident = indices
        .map(|(index, incident)| {
            let prose = Prose::read(incident);
            let case = Case { incident, prose: &prose, index, archive, config, today, waived: &[] };
            check_one(&case, selection)
        })
        .collect();
    Findings { per_incident }
}

fn check_one(case: &Case<'_>, selection: &Selection) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (waivers, others): (Vec<&Rule>, Vec<&Rule>) = rules::all().partition(|rule| rule.group() == "waivers");
    run(&others, case, selection, &mut findings);
    let used = selection::waive(&mut findings, case.incident, case.today);
    let asked = |rule: &str| rules::find(rule).is_some_and(|rule| selection.level(rule, case.incident).is_some());
    let waivers_of = case.incident.waivers().zip(used);
    let waived: Vec<Option<usize>> =
        waivers_of.map(|(waiver, count)| asked(&waiver.rule.value).then_some(count)).collect();
    run(&waivers, &Case { waived: &waived, ..*case }, selection, &mut findings);
    // The sort is stable: findings at one place keep the order of the rules.
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

fn run(rules: &[&'static Rule], case: &Case<'_>, selection: &Selection, findings: &mut Vec<Finding>) {
    // Of a file that could not be had nothing more can be said.
    let sayable = |rule: &&&'static Rule| !case.incident.is_unreadable() || rule.group() == "file";
    for rule in rules.iter().filter(sayable) {
        let Some(level) = selection.level(rule, case.incident) else { continue };
        let mut report = Report::default();
        (rule.check)(case, &mut report);
        findings.extend(report.found.into_iter().map(|found| Finding {
            rule,
            level,
            span: found.span,
            message: found.message,
            help: found.help,
            notes: found.notes,
            fix: found.fix,
        }));
    }
}
