//! `afterword.toml` as typed values. Knows nothing of incidents.

mod custom;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use serde::Deserialize;

pub use crate::config::custom::{CustomKey, CustomKeySettings, CustomKeys, CustomType};
use crate::source::{SourceFile, system_words};

/// The name of the configuration file.
pub const FILE_NAME: &str = "afterword.toml";

/// Everything that can be configured. Each part has a default, so an empty file is a configuration.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// What the site says of itself.
    pub site: SiteConfig,
    /// Which files are reports.
    pub archive: ArchiveConfig,
    /// IANA name of the zone for times written without one, where the report names none either.
    #[serde(deserialize_with = "zone")]
    pub timezone: Option<Tz>,
    /// Names of severities, the worst first.
    pub severities: Severities,
    /// The services that reports may name; empty: any.
    pub services: Vec<String>,
    /// The tags that reports may carry; empty: any.
    pub tags: Vec<String>,
    /// Front matter keys of the organisation's own, beside those of the format.
    pub custom_keys: CustomKeys,
    /// More headings for a section's meaning: `timeline = ["Ablaufprotokoll"]`.
    pub headings: BTreeMap<String, Vec<String>>,
    /// Which findings count, and how much.
    pub check: CheckConfig,
    /// What a public build must not hold.
    pub exposure: ExposureConfig,
    /// How fast word and report are to come.
    pub policy: PolicyConfig,
    /// Where the configuration was read from; not a key.
    #[serde(skip)]
    pub root: PathBuf,
}

/// `[site]`: what the site says of itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteConfig {
    /// Name of the site, in the header of every page.
    pub title: String,
    /// Who speaks.
    pub organisation: Option<String>,
    /// One or two sentences under the title of the home page.
    pub description: Option<String>,
    /// Who answers questions: an address, a telephone number, in words. The default of the key `contact`.
    pub contact: Option<String>,
    /// What the ids of feed entries are made from, beside the report's own; must never change. Default: `organisation`, else `title`.
    pub id: Option<String>,
    /// Where the site will stand; used in feeds, previews and the sitemap, links on pages are relative.
    pub base_url: Option<String>,
    /// Where a report can be edited: an address with `{path}`, its path from the repository's top, and perhaps `{revision}`.
    #[serde(deserialize_with = "edit_url")]
    pub edit_url: Option<String>,
    /// BCP 47 tag of the site's language, and of reports that do not say theirs.
    pub language: String,
    /// Whether the site can be searched.
    pub search: bool,
    /// Folder the site is written to, seen from the configuration's folder.
    pub out: PathBuf,
    /// Folder with templates that replace the built-in ones, by name.
    pub templates: PathBuf,
    /// Folder with files that are copied into the site as they are.
    pub r#static: PathBuf,
    /// Whether a public site holds reports that are still in review.
    pub publish_review: bool,
}

/// `[archive]`: which files are reports.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ArchiveConfig {
    /// Folders or files to read, seen from the configuration's folder.
    pub paths: Vec<PathBuf>,
    /// Globs of files that are reports.
    pub include: Vec<String>,
    /// Globs of files that are not, stronger than `include`.
    pub exclude: Vec<String>,
    /// Size limit of one file in bytes.
    pub max_bytes: u64,
}

/// `[check]`: which findings count, and how much.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckConfig {
    /// The level from which findings make `check` exit with 1; default: `error`.
    pub gate: Option<LevelSetting>,
    /// Level by rule or by group: `silent-gap = "off"`, `timeline = "error"`.
    pub levels: BTreeMap<String, LevelSetting>,
    /// Other levels for some reports; of several that fit the last counts.
    pub overrides: Vec<LevelOverride>,
}

/// `[[check.overrides]]`: levels for the reports that fit everything it names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LevelOverride {
    /// Globs of their paths, seen from the configuration's folder; empty: all.
    pub paths: Vec<String>,
    /// Their status.
    pub status: Option<String>,
    /// Their severity.
    pub severity: Option<String>,
    /// Their audience.
    pub audience: Option<String>,
    /// Level by rule or by group.
    pub levels: BTreeMap<String, LevelSetting>,
}

/// `[exposure]`: what a public build must not hold, beside what every build knows (keys, private addresses, `*.internal` …).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExposureConfig {
    /// Names of customers.
    pub customers: Vec<String>,
    /// Endings of internal host names: `.prod.example.com`.
    pub hosts: Vec<String>,
    /// Hosts of internal tools: links to them are of no use outside.
    pub links: Vec<String>,
    /// Addresses and handles that may be published.
    pub allow: Vec<String>,
}

/// `[policy]`: how fast word and report are to come.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyConfig {
    /// Minutes from detection to the first word to users.
    pub first_word_minutes: u32,
    /// Minutes from one word to the next while an incident goes on; none: as each word promises the next.
    pub update_minutes: Option<u32>,
    /// Days from the end of an incident to its final report.
    pub report_days: u32,
    /// The same by severity: `{ sev1 = 3 }`.
    pub report_days_by_severity: BTreeMap<String, u32>,
    /// Days after which a draft is forgotten.
    pub draft_days: u32,
}

impl Default for PolicyConfig {
    fn default() -> Self {
        Self {
            first_word_minutes: 60,
            update_minutes: None,
            report_days: 10,
            report_days_by_severity: BTreeMap::new(),
            draft_days: 30,
        }
    }
}

impl PolicyConfig {
    /// How long after a word the next is due, where the policy says so.
    pub fn interval(&self) -> Option<chrono::Duration> {
        self.update_minutes.filter(|minutes| *minutes > 0).map(|minutes| chrono::Duration::minutes(i64::from(minutes)))
    }

    /// Days that a report of a severity may take.
    pub fn days(&self, severity: Option<&str>) -> u32 {
        let own = self.report_days_by_severity.iter();
        let own = own.filter(|(name, _)| severity.is_some_and(|severity| name.eq_ignore_ascii_case(severity)));
        own.map(|(_, days)| *days).next().unwrap_or(self.report_days)
    }
}

/// How much a finding counts, as configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LevelSetting {
    /// Not reported.
    Off,
    /// A hint.
    Advice,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

/// Names of severities, the worst first. Defaults to `sev1` to `sev4`.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Severities(pub Vec<String>);

impl Default for Severities {
    fn default() -> Self {
        Self(["sev1", "sev2", "sev3", "sev4"].map(str::to_owned).to_vec())
    }
}

impl Severities {
    /// The rank of a name, 1 for the worst; letter case does not matter.
    pub fn rank(&self, name: &str) -> Option<usize> {
        let position = self.0.iter().position(|known| known.eq_ignore_ascii_case(name));
        position.map(|index| index + 1)
    }
}

impl Default for SiteConfig {
    fn default() -> Self {
        Self {
            title: "Incident reports".to_owned(),
            organisation: None,
            description: None,
            contact: None,
            id: None,
            base_url: None,
            edit_url: None,
            language: "en".to_owned(),
            search: true,
            out: PathBuf::from("site"),
            templates: PathBuf::from("templates"),
            r#static: PathBuf::from("static"),
            publish_review: false,
        }
    }
}

impl Default for ArchiveConfig {
    fn default() -> Self {
        Self {
            paths: vec![PathBuf::from(".")],
            include: ["**/*.md", "**/*.markdown"].map(str::to_owned).to_vec(),
            exclude: [
                "**/README*",
                "**/readme*",
                "**/templates/**",
                "**/template*",
                "**/*template.md",
                "**/_*",
                "**/.*",
            ]
            .map(str::to_owned)
            .to_vec(),
            max_bytes: 2 * 1024 * 1024,
        }
    }
}

/// Why a configuration cannot be used: a message with the place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// Path, line and column, or the path alone.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads a configuration file.
    ///
    /// # Errors
    /// The file cannot be read, is not TOML, or has an unknown key or a value of the wrong type.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError {
            place: shown.clone(),
            message: format!("the configuration cannot be read: {}", system_words(&error)),
        })?;
        let mut config = Self::parse(&SourceFile::new(shown, text))?;
        config.root = path.parent().map(Path::to_path_buf).unwrap_or_default();
        Ok(config)
    }

    /// A configuration from its text.
    ///
    /// # Errors
    /// As [`Config::load`], without the disk.
    pub fn parse(source: &SourceFile) -> Result<Self, ConfigError> {
        toml::from_str(&source.text).map_err(|error| {
            let at = source.line_column(error.span().map_or(0, |span| span.start));
            ConfigError {
                place: format!("{}:{}:{}", source.path, at.line, at.column),
                message: error.message().to_owned(),
            }
        })
    }

    /// The nearest configuration file at or above a folder.
    pub fn find(from: &Path) -> Option<PathBuf> {
        from.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
    }
}

fn zone<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Tz>, D::Error> {
    let name = String::deserialize(deserializer)?;
    name.parse().map(Some).map_err(|_| {
        serde::de::Error::custom(format!(
            "`{name}` is not a time zone; use an IANA name such as `Europe/Berlin` or `UTC`"
        ))
    })
}

fn edit_url<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let url = String::deserialize(deserializer)?;
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    if is_address && url.contains("{path}") {
        return Ok(Some(url));
    }
    Err(serde::de::Error::custom(format!(
        "`{url}` leads to no report; write an address with `{{path}}` in it, such as `https://git.example.com/incidents/edit/main/{{path}}`"
    )))
}
