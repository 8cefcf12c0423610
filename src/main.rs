//! Parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A fault of the program itself has an exit code of its own (sysexits.h,
    // EX_SOFTWARE); what happened was told when it happened.
    std::panic::catch_unwind(|| jalon::cli::run(std::env::args_os().collect()))
        .unwrap_or_else(|_| ExitCode::from(70))
}
