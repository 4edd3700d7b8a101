//! One small `run` per command. Clock, terminal and environment are read here and passed down.

mod check;

use std::process::ExitCode;

use crate::cli::{Cli, Command};

/// Runs a command.
///
/// # Errors
/// What stopped it, with what to do about it; printed by `main`, exit code 2.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Check { paths, today } => check::run(&paths, today),
    }
}
