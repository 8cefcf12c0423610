//! What survives when a process, a disk or a system call does not.
//!
//! ```text
//! kill     SIGKILL at any moment              cargo test
//! order    what is synced before it is told   cargo test, with strace
//! refused  system calls that fail             cargo test, with strace
//! recorded … in each command that records
//! made     … in those that make a ledger
//! mended   … in those that make a copy or what is derived anew
//! exported … in those that write a file
//! forgotten  … killed in the one that makes values unreadable
//! power    the plug is pulled                 by root, with a loop device
//! ```
//!
//! Each has a short test, or none, and a long one that is asked for:
//!
//! ```text
//! cargo test faults -- --ignored --nocapture --test-threads 1
//! ```
//!
//! Where a tool is missing the test says so and is passed over.

#![cfg(all(target_os = "linux", debug_assertions))]

mod exported;
mod failing;
mod forgotten;
mod house;
mod kept;
mod kill;
mod made;
mod mended;
mod order;
mod power;
mod recorded;
mod refused;
mod served;
mod trace;
mod visit;

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::place::Place;

/// The ledger of these tests.
const LEDGER: &str = "l.jalon";

/// A small ledger with one type of activity.
fn opened() -> Place {
    let place = Place::with_ledger(LEDGER);
    open_in(&place);
    place
}

/// Opens the ledger of a place, with one type of activity.
fn open_in(place: &Place) {
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a"]);
    place.done(&[
        "type",
        "Atelier tenu|Workshop held",
        "--id",
        "workshop.held",
        "--field",
        "Participants*: nombre",
    ]);
}

/// Rows of an import, each of about 700 bytes as an entry.
fn rows(count: usize) -> String {
    let note = "Atelier de deux jours, en présence. ".repeat(6);
    let row = |number: usize| {
        let day = format!("2024-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
        format!(
            r#"{{"type":"workshop.held","occurredfrom":"{day}","occurredto":"{day}","fields":{{"participants":{number}}},"note":"{note}"}}"#
        ) + "\n"
    };
    (1..=count).map(row).collect()
}

/// Whether a tool is there; where it is not, that the test is passed over is said.
fn has(tool: &str) -> bool {
    let asked = Command::new(tool).arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if asked.is_err() {
        say(&format!("passed over: {tool} is not here"));
    }
    asked.is_ok()
}

/// A line for whoever watches the tests.
fn say(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

/// Numbers by chance, the same for a seed.
struct Chance(u64);

impl Chance {
    /// From the variable `JALON_SEED`, else from the clock; it is said.
    fn begun(test: &str) -> Self {
        let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
        let said = std::env::var("JALON_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = said.unwrap_or_else(clock);
        say(&format!("{test}: JALON_SEED={seed}"));
        Self(seed)
    }

    /// Splitmix.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A moment within this time.
    fn within(&mut self, time: Duration) -> Duration {
        Duration::from_micros(self.below(u64::try_from(time.as_micros()).unwrap() + 1))
    }
}
