//! Parse, run, exit code.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    jalon::cli::run(jalon::cli::Cli::parse())
}
