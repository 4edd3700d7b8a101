//! Afterword reads incident reports, checks them against the postmortem checklist, and renders a site.
//!
//! ```text
//! afterword.toml ─► Config ───────────┬──────────────┬────────────┐
//! files ─► SourceFile ─► Incident ─► Archive ─► Findings ─► Scorecards ─► Run ─► report (stdout)
//!                        (+problems)                                      └────► feeds, export ─► Site ─► disk
//! ```
//!
//! The modules stand in reading order; each uses only those above it.

pub mod source;

pub mod config;

#[macro_use]
pub mod incident;

pub mod archive;

pub mod history;

pub mod checklist;

pub mod trends;

pub mod report;

pub mod feeds;

pub mod export;

pub mod site;

pub mod cli;

pub mod commands;
