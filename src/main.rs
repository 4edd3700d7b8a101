//! The binary: parse, run, exit code.

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

/// Reading is many small allocations from several threads; this allocator takes a sixth off the run time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match afterword::commands::run(afterword::cli::Cli::parse()) {
        Ok(code) => code,
        // `afterword rules | head`: the reader has seen enough.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            let causes = error.chain().map(|cause| match cause.downcast_ref::<io::Error>() {
                Some(error) => afterword::source::system_words(error),
                None => cause.to_string(),
            });
            eprintln!("afterword: {}", causes.collect::<Vec<_>>().join(": "));
            ExitCode::from(2)
        }
    }
}
