//! The command line: clap types only. The doc comments are the help text.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// Postmortems as code: reads incident reports in Markdown, checks them, renders a site.
#[derive(Debug, Parser)]
#[command(name = "afterword", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check reports against the postmortem checklist.
    Check {
        /// Files or folders; default: the archive that the nearest afterword.toml names, else `.`.
        paths: Vec<PathBuf>,
        /// Today's date, for reproducible runs.
        #[arg(long)]
        today: Option<NaiveDate>,
    },
}
