//! The binary: parse, run, exit code.

use std::process::ExitCode;

use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match afterword::commands::run(afterword::cli::Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("afterword: {error:#}");
            ExitCode::from(2)
        }
    }
}
