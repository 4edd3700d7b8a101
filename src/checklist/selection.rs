//! Which findings count, and how much: levels by configuration, path and status, and waivers.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::checklist::finding::{Finding, Level};
use crate::checklist::rule::Rule;
use crate::checklist::rules;
use crate::config::{Config, LevelOverride, LevelSetting};
use crate::incident::Incident;
use crate::incident::facts::{Audience, Status};
use crate::incident::waiver::Waiver;

/// The levels in force for a run.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    levels: BTreeMap<String, LevelSetting>,
    overrides: Vec<Override>,
    only: Vec<String>,
    skip: Vec<String>,
    /// What the paths of reports begin with and the globs of overrides do not.
    root: String,
}

/// Levels for some reports.
#[derive(Debug, Clone)]
struct Override {
    paths: Option<GlobSet>,
    status: Option<Status>,
    severity: Option<String>,
    audience: Option<Audience>,
    levels: BTreeMap<String, LevelSetting>,
}

/// Why a selection cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// A name that is neither a rule nor a group, with the nearest that is.
    Unknown {
        /// The name.
        name: String,
        /// Where it was given.
        place: &'static str,
        /// What may have been meant.
        nearest: Option<&'static str>,
    },
    /// A word outside the closed list of a key.
    Word {
        /// The key.
        key: &'static str,
        /// The word.
        word: String,
    },
    /// A glob that cannot be read.
    Glob(String),
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name, place, nearest: Some(nearest) } => {
                write!(f, "`{name}` in {place} is neither a rule nor a group; did you mean `{nearest}`?")
            }
            Self::Unknown { name, place, nearest: None } => {
                write!(f, "`{name}` in {place} is neither a rule nor a group; `afterword rules` lists them")
            }
            Self::Word { key, word } => write!(f, "`{word}` under `[[check.overrides]]` in afterword.toml is no {key}"),
            Self::Glob(message) => {
                write!(f, "a glob under `[[check.overrides]]` in afterword.toml cannot be read: {message}")
            }
        }
    }
}

impl std::error::Error for SelectionError {}

impl Selection {
    /// The levels of a configuration.
    ///
    /// # Errors
    /// A name that is no rule and no group, a word outside its list, or a glob that cannot be read.
    pub fn new(config: &Config) -> Result<Self, SelectionError> {
        let check = &config.check;
        let named = check.levels.keys().chain(check.overrides.iter().flat_map(|own| own.levels.keys()));
        named.into_iter().try_for_each(|name| known(name, "`[check]` of afterword.toml"))?;
        let root = config.root.to_string_lossy().replace('\\', "/");
        let root = root.trim_start_matches("./").trim_end_matches('/');
        Ok(Self {
            levels: check.levels.clone(),
            overrides: check.overrides.iter().map(Override::new).collect::<Result<_, _>>()?,
            root: if root.is_empty() { String::new() } else { format!("{root}/") },
            ..Self::default()
        })
    }

    /// Only some rules or groups, or all but some.
    ///
    /// # Errors
    /// A name that is neither a rule nor a group.
    pub fn limited(mut self, only: &[String], skip: &[String]) -> Result<Self, SelectionError> {
        only.iter().try_for_each(|name| known(name, "--only"))?;
        skip.iter().try_for_each(|name| known(name, "--skip"))?;
        self.only = only.to_vec();
        self.skip = skip.to_vec();
        Ok(self)
    }

    /// The level of a rule in a report; `None` where it does not count.
    ///
    /// A setting by rule is stronger than one by group, either than the rule's own level, and an override than both. A draft gets
    /// advice, and so does what is still missing while an incident goes on, unless an override names that status; what could not be
    /// read counts in every status.
    pub fn level(&self, rule: &Rule, incident: &Incident) -> Option<Level> {
        let named = |names: &[String]| names.iter().any(|name| name == rule.name || name == rule.group());
        if (!self.only.is_empty() && !named(&self.only)) || named(&self.skip) {
            return None;
        }
        let mut level = setting(&self.levels, rule).map_or(Some(rule.level), Level::of);
        let mut firm = matches!(rule.group(), "file" | "waivers");
        for own in self.overrides.iter().filter(|own| own.fits(incident, &self.root)) {
            if let Some(setting) = setting(&own.levels, rule) {
                level = Level::of(setting);
                firm |= own.status.is_some();
            }
        }
        level.map(|level| match incident.status() {
            _ if firm => level,
            Status::Draft | Status::Withdrawn => level.min(Level::Advice),
            Status::Ongoing if WHEN_OVER.contains(&rule.group()) => level.min(Level::Advice),
            Status::Ongoing | Status::Review | Status::Final => level,
        })
    }
}

/// Groups of what is written when an incident is over.
const WHEN_OVER: &[&str] = &["requirements", "draft", "whys", "actions", "archive"];

impl Override {
    fn new(own: &LevelOverride) -> Result<Self, SelectionError> {
        Ok(Self {
            paths: globs(&own.paths)?,
            status: word(own.status.as_deref(), "status", Status::from_word)?,
            severity: own.severity.clone(),
            audience: word(own.audience.as_deref(), "audience", Audience::from_word)?,
            levels: own.levels.clone(),
        })
    }

    fn fits(&self, incident: &Incident, root: &str) -> bool {
        let path = incident.source.path.strip_prefix(root).unwrap_or(&incident.source.path);
        let severity = incident.severity().map(|severity| severity.value.as_str());
        let as_severe = |own: &String| severity.is_some_and(|severity| severity.eq_ignore_ascii_case(own));
        self.paths.as_ref().is_none_or(|paths| paths.is_match(path))
            && self.status.is_none_or(|status| status == incident.status())
            && self.audience.is_none_or(|audience| audience == incident.audience())
            && self.severity.as_ref().is_none_or(as_severe)
    }
}

fn setting(levels: &BTreeMap<String, LevelSetting>, rule: &Rule) -> Option<LevelSetting> {
    levels.get(rule.name).or_else(|| levels.get(rule.group())).copied()
}

/// Whether a name is a rule's or a group's; the nearest of an unknown one begins alike or shares the most words with it.
fn known(name: &str, place: &'static str) -> Result<(), SelectionError> {
    let names = || rules::GROUPS.iter().map(|(group, _)| *group).chain(rules::all().map(|rule| rule.name));
    if names().any(|known| known == name) {
        return Ok(());
    }
    let words: Vec<&str> = name.split('-').collect();
    let shared = |known: &&str| known.split('-').filter(|word| words.contains(word)).count();
    let alike = || names().filter(|known| shared(known) > 0).max_by_key(shared);
    let nearest = names().find(|known| known.starts_with(name) || name.starts_with(known)).or_else(alike);
    Err(SelectionError::Unknown { name: name.to_owned(), place, nearest })
}

fn word<T>(
    word: Option<&str>,
    key: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, SelectionError> {
    word.map(|word| read(word).ok_or_else(|| SelectionError::Word { key, word: word.to_owned() })).transpose()
}

fn globs(patterns: &[String]) -> Result<Option<GlobSet>, SelectionError> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        set.add(glob.map_err(|error| SelectionError::Glob(error.to_string()))?);
    }
    set.build().map(Some).map_err(|error| SelectionError::Glob(error.to_string()))
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
