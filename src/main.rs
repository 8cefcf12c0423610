//! Parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    jalon::cli::run(std::env::args_os().collect())
}
