//! A system call that fails in a command, and what the command makes of it.
//!
//! ```text
//! every_call(CALLS, |fault| …)    each call of a kind in turn, until there is none left
//!   fault.strike(&place, &["note", "un"])    the command with that one call failing
//!     struck.receipts                        what it said that is kept
//! ```

use std::path::Path;
use std::process::Command;

use super::kept::Receipts;
use super::trace::traced;
use crate::place::Place;

/// Calls by which files are opened, written, made durable and named. Of a read that
/// fails sled says that the store is corrupt, and then somebody must be asked.
pub(super) const CALLS: [&str; 10] = [
    "write",
    "pwrite64",
    "fdatasync",
    "fsync",
    "sync_file_range",
    "openat",
    "rename,renameat,renameat2",
    "ftruncate",
    "mkdir",
    "unlink",
];

const ERRORS: [&str; 2] = ["EIO", "ENOSPC"];

/// Which call fails, with which error, and the how many-th of a thread; that one alone,
/// or all that come after it too, as on a disk that is broken or full.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    pub(super) call: &'static str,
    pub(super) error: &'static str,
    pub(super) when: usize,
    pub(super) lasts: bool,
}

/// A command in which a call failed.
pub(super) struct Struck {
    /// Whether it ended as if nothing had been.
    pub(super) is_done: bool,
    /// What it told people.
    pub(super) told: String,
    /// What it printed.
    pub(super) printed: Vec<u8>,
    /// What it said that is kept.
    pub(super) receipts: Receipts,
    /// The command and the call, for whoever reads why a test failed.
    pub(super) what: String,
}

impl Fault {
    /// One that does not last.
    pub(super) const fn once(call: &'static str, error: &'static str, when: usize) -> Self {
        Self { call, error, when, lasts: false }
    }

    /// What strace is told.
    pub(super) fn injection(self) -> String {
        let Self { call, error, when, lasts } = self;
        format!("inject={call}:error={error}:when={when}{}", if lasts { "+" } else { "" })
    }

    /// Runs a command in which this call fails; nothing where it makes no such call any
    /// more. Either it is done, or it says what is wrong and gives no receipt.
    pub(super) fn strike(self, place: &Place, arguments: &[&str]) -> Option<Struck> {
        let Self { call, when, .. } = self;
        let language = if when.is_multiple_of(2) { "fr" } else { "en" };
        let format: &[&str] = if arguments.contains(&"--format") { &[] } else { &["--format", "json"] };
        let spoken: &[&str] = if arguments.contains(&"--lang") { &[] } else { &["--lang", language] };
        let whole = [arguments, format, spoken].concat();
        let options = ["-e", &format!("trace={call}"), "-e", &self.injection()];
        let output = traced(place, &options, &whole).output().unwrap();
        let failed = injected(&place.path().join("trace"));
        let first = failed.first()?;
        let what = format!("{arguments:?}, {first}{}", if self.lasts { ", and all after it" } else { "" });
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!told.contains("panicked"), "{what}: {told}");
        let mut receipts = Receipts::default();
        receipts.take(&output.stdout);
        let (is_done, is_silent) = (output.status.success(), output.stdout.is_empty() && told.is_empty());
        // What it told itself may have been what failed.
        let is_silenced = failed.iter().any(|call| call.contains("write(2"));
        match output.status.code() {
            // Where a file was written, people are told.
            Some(0) => assert!(!is_silent || is_silenced, "{what}: done, and nothing was told"),
            Some(1 | 3) => {
                let is_said = told.lines().any(|line| line.starts_with("jalon: "));
                assert!(is_said || is_silenced, "{what}: {told}");
                assert_eq!(receipts.count(), 0, "{what}: a receipt, and an error: {told}");
            }
            // Its libraries were not found: it did not begin.
            Some(127) => assert!(told.contains("shared libraries"), "{what}: {told}"),
            code => panic!("{what}: {code:?} {told}"),
        }
        Some(Struck { is_done, told, printed: output.stdout, receipts, what })
    }
}

/// What was made to fail.
fn injected(trace: &Path) -> Vec<String> {
    let text = String::from_utf8_lossy(&std::fs::read(trace).unwrap()).into_owned();
    text.lines().filter(|line| line.contains("(INJECTED)")).map(str::to_owned).collect()
}

/// Tries each call of these kinds with each error, the first and the next, for as long
/// as there are more, each alone and as the first that fails of all; how many there were.
pub(super) fn every_call(calls: &[&'static str], mut fail: impl FnMut(Fault) -> Option<()>) -> usize {
    let mut count = 0;
    for (call, error) in calls.iter().flat_map(|call| ERRORS.map(|error| (call, error))) {
        for lasts in [false, true] {
            count += (1..).map_while(|when| fail(Fault { call, error, when, lasts })).count();
        }
    }
    count
}

/// A place of which each try gets a copy, without its ledger being opened again.
pub(super) fn copy(place: &Place) -> Place {
    let copy = Place::with_ledger(super::LEDGER);
    let from = place.path().join(".");
    assert!(Command::new("cp").arg("-a").arg(from).arg(copy.path()).status().unwrap().success());
    copy
}
