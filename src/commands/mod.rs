//! One small `run` per command. Clock, terminal and environment are read here and passed down.

mod build;
mod check;
mod explain;
mod init;
mod left_out;
mod mend;
mod new;
mod rules;
mod score;
mod session;
mod theme;

use std::process::ExitCode;

use crate::cli::{Cli, Command};

/// Runs a command.
///
/// # Errors
/// What stopped it, with what to do about it; printed by `main`, exit code 2.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let common = &cli.common;
    match &cli.command {
        Command::Check(options) => check::run(options, common),
        Command::Score(options) => score::run(options, common),
        Command::Build(options) => build::run(options, common),
        Command::New(options) => new::run(options, common),
        Command::Explain { rule } => explain::run(rule),
        Command::Rules => rules::run(),
        Command::Init { folder } => init::run(folder),
    }
}
