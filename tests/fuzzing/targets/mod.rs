//! What is tried with any bytes: each target takes them as people or disks could
//! give them, and stops the test where something panics or contradicts itself.
//!
//! `fuzz/` hands these the bytes that a fuzzer makes up; the suite hands them the
//! corpus beside this folder. They use what the crate shows to everyone.

#![allow(unreachable_pub, reason = "the fuzzers use what the suite does not")]

mod adopting;
mod bytes;
mod house;
mod importing;
mod parts;
mod plans;
mod replaying;
mod sentences;
mod typing;

pub use adopting::adopt;
pub use bytes::{entry, index, twin};
pub use importing::{csv, jsonl, xlsx};
pub use plans::plan;
pub use replaying::replay;
pub use typing::{amount, date};

/// What is tried with bytes.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of its folder of the corpus.
pub const TARGETS: [(&str, Target); 11] = [
    ("adopt", adopt),
    ("amount", amount),
    ("csv", csv),
    ("date", date),
    ("entry", entry),
    ("index", index),
    ("jsonl", jsonl),
    ("plan", plan),
    ("replay", replay),
    ("twin", twin),
    ("xlsx", xlsx),
];
