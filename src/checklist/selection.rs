//! Which findings count, and how much: levels by configuration and status, and waivers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::checklist::finding::{Finding, Level};
use crate::checklist::rule::Rule;
use crate::config::{CheckConfig, LevelSetting};
use crate::incident::Incident;
use crate::incident::facts::Status;
use crate::incident::waiver::Waiver;

/// The levels in force for a run.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    levels: BTreeMap<String, LevelSetting>,
}

impl Selection {
    /// The levels of a configuration.
    pub fn new(config: &CheckConfig) -> Self {
        Self { levels: config.levels.clone() }
    }

    /// The level of a rule in a report; `None` where it does not count.
    ///
    /// A setting by rule is stronger than one by group, and either than the rule's own level. A draft gets advice, and so does what
    /// is still missing while an incident goes on; what could not be read counts in every status.
    pub fn level(&self, rule: &Rule, incident: &Incident) -> Option<Level> {
        let set = self.levels.get(rule.name).or_else(|| self.levels.get(rule.group()));
        let level = match set {
            Some(setting) => Level::of(*setting)?,
            None => rule.level,
        };
        let always = matches!(rule.group(), "file" | "waivers");
        match incident.status() {
            _ if always => Some(level),
            Status::Draft | Status::Withdrawn => Some(level.min(Level::Advice)),
            Status::Ongoing if matches!(rule.group(), "requirements" | "draft") => Some(level.min(Level::Advice)),
            Status::Ongoing | Status::Review | Status::Final => Some(level),
        }
    }
}

/// Takes out what the report's waivers set aside, and says how many findings each waiver did set aside.
pub(super) fn waive(findings: &mut Vec<Finding>, incident: &Incident, today: NaiveDate) -> Vec<usize> {
    let waivers: Vec<&Waiver> = incident.waivers().collect();
    let mut used = vec![0; waivers.len()];
    findings.retain(|finding| {
        let hit = waivers.iter().position(|waiver| covers(waiver, finding, today));
        if let Some(count) = hit.and_then(|index| used.get_mut(index)) {
            *count += 1;
        }
        hit.is_none()
    });
    used
}

/// A waiver without a reason or past its end sets nothing aside.
fn covers(waiver: &Waiver, finding: &Finding, today: NaiveDate) -> bool {
    let holds = waiver.reason.is_some() && waiver.until.as_ref().is_none_or(|until| today <= until.value);
    let here =
        waiver.scope.as_ref().is_none_or(|scope| scope.start <= finding.span.start && finding.span.start < scope.end);
    holds && here && waiver.rule.value == finding.rule.name
}
