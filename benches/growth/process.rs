//! Programs as whole processes: how long each takes by the clock, and the most
//! memory that it has.
//!
//! ```text
//! bench ──▶ the same program, watching ──▶ the program that is measured
//!                 │ a small one: what it had itself is no part of what is told
//!                 ▼ report
//! ```

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{Resource, UsageWho, getrusage, setrlimit};

/// The first argument of the process that watches.
pub(crate) const WATCH: &str = "watch";

/// More address space no command of ours is given: one that runs away fails
/// instead of the machine.
const MOST_BYTES: u64 = 16 << 30;

/// How a program ended.
pub(crate) struct Ended {
    pub(crate) time: Duration,
    /// The most memory that it had.
    pub(crate) peak: u64,
    /// What it printed.
    pub(crate) out: Vec<u8>,
}

/// A program that is run and measured.
pub(crate) struct Measured {
    command: Command,
    report: tempfile::NamedTempFile,
}

impl Measured {
    /// A command of `jalon` on a ledger.
    pub(crate) fn jalon(ledger: &Path, arguments: &[&str]) -> Self {
        let mut measured = Self::of(env!("CARGO_BIN_EXE_jalon"), arguments, MOST_BYTES);
        measured.command.env_clear();
        measured.command.env("HOME", ledger.parent().unwrap());
        measured.command.env("JALON_KEYS", ledger.with_extension("keys"));
        measured.command.env("JALON_LEDGER", ledger);
        measured
    }

    /// Another program.
    pub(crate) fn other(program: &str, arguments: &[&str]) -> Self {
        Self::of(program, arguments, 0)
    }

    fn of(program: &str, arguments: &[&str], limit: u64) -> Self {
        let report = tempfile::NamedTempFile::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg(WATCH).arg(report.path()).arg(limit.to_string()).arg(program).args(arguments);
        Self { command, report }
    }

    /// With a variable of its environment.
    pub(crate) fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it; what it says where it fails.
    pub(crate) fn run(mut self) -> Result<Ended, String> {
        let output = self.command.stdin(Stdio::null()).output().unwrap();
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        Ok(self.ended(output.stdout))
    }

    /// Runs it and gives what it prints, piece by piece, to whoever asks for it.
    pub(crate) fn run_reading(mut self, read: impl FnOnce(std::process::ChildStdout)) -> Ended {
        let mut child = self.command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        read(child.stdout.take().unwrap());
        assert!(child.wait().unwrap().success());
        self.ended(Vec::new())
    }

    fn ended(&self, out: Vec<u8>) -> Ended {
        let report = fs::read_to_string(self.report.path()).unwrap();
        let (nanos, kilobytes) = report.split_once(' ').unwrap();
        let time = Duration::from_nanos(nanos.parse().unwrap());
        Ended { time, peak: kilobytes.parse::<u64>().unwrap() * 1_024, out }
    }
}

/// Runs a program and writes into a file how long it took, and the memory that it
/// had at most.
pub(crate) fn watch(report: &str, limit: &str, program: &[&str]) {
    let limit: u64 = limit.parse().unwrap();
    if limit > 0 {
        setrlimit(Resource::RLIMIT_AS, limit, limit).unwrap();
    }
    let start = Instant::now();
    let status = Command::new(program[0]).args(&program[1..]).status();
    let time = start.elapsed();
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
    fs::write(report, format!("{} {peak}", time.as_nanos())).unwrap();
    if !status.is_ok_and(|status| status.success()) {
        std::process::exit(1);
    }
}

/// Whether a program is here.
pub(crate) fn is_here(program: &OsString, arguments: &[&str]) -> bool {
    let quiet = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Times of so many runs, the quickest first.
pub(crate) fn times(runs: usize, mut run: impl FnMut()) -> Vec<Duration> {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..runs).map(time).collect();
    times.sort_unstable();
    times
}
