//! The command line: clap types only. The doc comments are the help text.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::LevelSetting;
use crate::report::Format;

/// Postmortems as code: checks incident reports in Markdown against the postmortem checklist and renders them as a site.
///
/// Reports are Markdown files with YAML front matter; reports without any are read too. `afterword init` starts an archive,
/// `afterword new` a report, `afterword check` says what is missing, `afterword build` makes the site.
#[derive(Debug, Parser)]
#[command(name = "afterword", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command.
    #[command(flatten, next_help_heading = "Options of every command")]
    pub common: Common,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The configuration file; default: the nearest afterword.toml at or above the first path, or the current folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// When to colour the output.
    #[arg(long, global = true, value_enum, default_value_t = ColourChoice::Auto, value_name = "WHEN")]
    pub color: ColourChoice,
    /// Print results only, no notes.
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Today's date, for runs that must come out the same tomorrow; default: the clock.
    #[arg(long, global = true, value_name = "DATE", value_parser = date)]
    pub today: Option<NaiveDate>,
}

/// When to colour the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColourChoice {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  afterword check                        the archive that the nearest afterword.toml names
  afterword check incidents/2024         a folder
  afterword check draft.md               one report
  afterword check --fix                  mend what can be mended safely
  afterword check --changed-since main   only what this branch touches
  afterword check --format json | jq     for machines
  cat draft.md | afterword check -       from standard input";

const BUILD_EXAMPLES: &str = "\
Examples:
  afterword build                          the archive here, for the organisation
  afterword build --audience public        only what is marked public, without internal passages
  afterword build --audience public --explain
                                           the same, with a list of what is left out and why
  afterword build incidents --out /tmp/x   another archive, another place";

const NEW_EXAMPLES: &str = "\
Examples:
  afterword new \"Shops could not take orders\"
  afterword new \"Mail is late\" --live
  afterword new \"Login fails\" --severity sev1 --service Shops --start \"2024-03-05 10:00 UTC\"";

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "a command with options has its help on them")]
pub enum Command {
    Check(Check),
    Score(Score),
    Build(Build),
    New(New),
    /// Explain a rule: why it is there, what fails, what passes, how to set it aside.
    Explain {
        /// The rule's name, as a finding shows it in brackets.
        rule: String,
    },
    /// List all rules by group.
    Rules,
    /// Start an archive: a configuration and a template. Never overwrites.
    Init {
        /// The archive's folder.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
}

/// Check reports against the postmortem checklist.
///
/// Exits with 0 when nothing is at or above the gate, with 1 when something is, with 2 when the check could not be done.
#[derive(Debug, Args)]
#[command(after_long_help = CHECK_EXAMPLES)]
pub struct Check {
    /// Files or folders, or `-` for standard input; default: the archive that the nearest afterword.toml names, else `.`.
    pub paths: Vec<PathBuf>,
    /// How findings are shown.
    #[arg(long, value_enum, default_value_t = Format::Full)]
    pub format: Format,
    /// The level from which findings make the exit code 1, `off` for never; default: `error`, or what afterword.toml says.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub gate: Option<LevelSetting>,
    /// Only these rules or groups, by the names that `afterword rules` lists; may be given several times, or with commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub only: Vec<String>,
    /// All rules but these or these groups.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Only findings that this file does not know: those that are new since it was written.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write what is found now to this file, as what is known from here on.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
    /// Only reports that changed since this revision of git, those not committed yet among them.
    #[arg(long, value_name = "REV")]
    pub changed_since: Option<String>,
    /// Mend what can be mended safely, and show what is left.
    #[arg(long, conflicts_with = "baseline")]
    pub fix: bool,
    /// Show what `--fix` would change, and change nothing.
    #[arg(long)]
    pub diff: bool,
    /// The name that standard input is shown under.
    #[arg(long, default_value = "<stdin>", value_name = "NAME")]
    pub stdin_name: String,
}

/// Answer the twelve questions of the checklist, with the lines that decided.
///
/// For one report a card with the evidence quoted, for several a table and totals. A verdict that a reviewer vouches for (`attest` in
/// the front matter) is shown as vouched for.
#[derive(Debug, Args)]
pub struct Score {
    /// Files or folders; default: the archive that the nearest afterword.toml names, else `.`.
    pub paths: Vec<PathBuf>,
    /// How the scorecards are shown.
    #[arg(long, value_enum, default_value_t = ScoreFormat::Text)]
    pub format: ScoreFormat,
}

/// How scorecards are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
    /// To read.
    Text,
    /// For machines; the shape is in the guide and versioned.
    Json,
}

/// Make the site: plain HTML that needs no server and no script.
///
/// Drafts are left out, and the command says so; a withdrawn report keeps its page, which says why and when. Before a public site is
/// written, every file of it is searched for every internal passage. Nothing is touched before everything is rendered; files that
/// did not change keep their dates; a folder that holds files of someone else is refused.
#[derive(Debug, Args)]
#[command(after_long_help = BUILD_EXAMPLES)]
pub struct Build {
    /// Files or folders; default: the archive that the nearest afterword.toml names, else `.`.
    pub paths: Vec<PathBuf>,
    /// Who may read the site.
    #[arg(long, value_enum, default_value_t = AudienceChoice::Internal)]
    pub audience: AudienceChoice,
    /// The folder to write; default: `site`, or what afterword.toml says, beside that file.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Where the site will stand: feeds, sitemap and previews need it; links on its pages are relative all the same.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build drafts too, marked as such; never for everyone.
    #[arg(long)]
    pub drafts: bool,
    /// List what is left out, report by report and passage by passage, with the reason.
    #[arg(long)]
    pub explain: bool,
}

/// Who may read the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AudienceChoice {
    /// The organisation: every report, internal passages included.
    Internal,
    /// Everyone: reports marked `audience: public`, without what is marked internal.
    Public,
}

/// Begin a report: a dated draft with prompts that `check` asks about until they are answered.
#[derive(Debug, Args)]
#[command(after_long_help = NEW_EXAMPLES)]
pub struct New {
    /// What users could not do, in one line.
    pub title: String,
    /// A severity, such as `sev2`.
    #[arg(long)]
    pub severity: Option<String>,
    /// A service that was hit; may be given several times.
    #[arg(long = "service", value_name = "NAME")]
    pub services: Vec<String>,
    /// When users began to feel it, with its zone.
    #[arg(long, value_name = "TIME")]
    pub start: Option<String>,
    /// Open it as going on: `status: ongoing` and no end yet.
    #[arg(long)]
    pub live: bool,
    /// The folder to write into; default: the first folder of the archive.
    #[arg(long, value_name = "FOLDER")]
    pub dir: Option<PathBuf>,
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write it as 2024-05-01".to_owned())
}
