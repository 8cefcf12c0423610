//! Damage, a full disk, media that can only be read, two processes, a clock that is
//! wrong, entries at the limit: what was confirmed stays, and what is not as it was
//! recorded is named.
//!
//! Short forms run with all tests. What is tried of every byte, at every length and
//! at every level of a disk takes minutes and prints how many cases ended how:
//!
//! ```text
//! TMPDIR=/dev/shm cargo test -- --ignored --nocapture damage::
//! ```

mod bytes;
mod clocks;
mod full;
mod holders;
mod limits;
mod read_only;
mod room;
mod sample;
mod seen;
mod store;

use std::process::Output;

/// What a command told, which must be sentences and not what a panic leaves.
fn told(output: &Output) -> String {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!told.contains("panicked") && output.status.code() != Some(70), "{told}");
    told
}

/// Tells of a test what people who run it want to know.
#[expect(clippy::print_stderr, reason = "the one place where these tests tell something")]
fn tell(what: &str) {
    eprintln!("{what}");
}
