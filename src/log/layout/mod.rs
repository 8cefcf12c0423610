//! Every byte that the log puts on disk.
//!
//! ```text
//! DIR/
//!   lock                                 pid 4711⏎since 2024-03-31T12:00:00Z⏎
//!   end                                  size 24801⏎hash 5c3a…⏎ of the store
//!                                        segment 0⏎bytes 17000123⏎ where its last line ends,
//!                                        check 91ab…⏎ BLAKE3 of what is before it
//!   begun                                empty: a ledger is being made here, and is none yet
//!   outline (and .new)                   derived 1 HASH⏎ and bytes of that BLAKE3, as `ledger` draws them
//!   tree (and .new)                      derived 1 HASH⏎ and bytes of that BLAKE3, as `ledger` draws them
//!   index (and .new)                     derived 2 HASH FROM⏎ sections, and from there a head of that
//!                                        BLAKE3 that says where they lie and what hashes they have
//!   lines/                               the twin
//!     00000000000000000000.jsonl.zst       an older segment: one zstd frame of its plain bytes
//!     00000000000000024801.jsonl           the open segment: lines, each ended by LF
//!     00000000000000000000.jsonl.zst.tmp   a segment being packed: of no value
//!   lines.new/                           a twin being rewritten by `repair`: of no value
//!   store/                               sled's own files
//!     db, conf, snap.*, blobs/             blobs/ stays empty
//!     snap.*.generating                    a snapshot being written: of no value
//!     doubtful                             why this store is never opened again; where the system
//!                                          failed and not the store, the next open makes it anew
//!   aside/                               what was taken out of use, by when and what
//!     20240331T120000Z-line-00000000000000024900.jsonl
//!     20240331T120000Z-store/
//! ```
//!
//! A segment is named by the sequence of its first line, in 20 digits, and
//! ends where the next begins. While both forms of a segment are there, the
//! plain one counts.
//!
//! The store has one tree, `blocks`. A block is up to 64 lines that pack into
//! at most 6 KiB, or one line that does not. Its key is its first sequence; a
//! block over 6 KiB is cut into parts of that length. The last block is
//! written anew, under the same key, until it is full.
//!
//! ```text
//! key    │ first sequence, u64 BE │ part, u16 BE │          parts count from 0
//! value  │ the next 6,144 bytes of the block │             the last part has the rest
//!
//! block  │ 1 │ parts │ lines, u16 BE │ body length, u32 BE │ body, one zstd frame │
//! body   │ length, u16 BE │ cut, u16 BE │ bytes │  for each line
//! ```
//!
//! The first byte of a block is the format, 1. `cut` is 0 for a line stored
//! as it is. Otherwise the 64 hex digits of its link, which stood at byte
//! `cut − 1`, were taken out: they are the BLAKE3 hash of the line before it
//! in the same block, and are put back on reading.

mod block;

use std::time::SystemTime;

use chrono::{DateTime, Utc};

use super::chain::{Head, hex};
use super::end::{End, Place};

pub use block::{BlockFault, PackedBlock};
pub(super) use block::{Comparer, Packer, ToPack, likely_lines, parts_of, unpack};

/// The longest line, in bytes, without its line feed.
pub const LINE_LIMIT: usize = 61_440;

/// The most lines in a block.
pub const BLOCK_LINES: usize = 64;

/// The longest value in the store, in bytes.
pub const PART_BYTES: usize = 6_144;

/// How large a segment of the twin grows before the next begins.
pub const SEGMENT_BYTES: u64 = 16 << 20;

/// The first line of a file that is made from the lines: the hash of what
/// follows it.
pub(super) fn derived_head(body: &[u8]) -> String {
    format!("derived 1 {}\n", blake3::hash(body).to_hex())
}

/// The first line of such a file in sections: the hash of its head, and where that
/// begins, behind the sections.
pub(super) fn sectioned_head(from: u64, head: &[u8]) -> String {
    format!("derived 2 {} {from:020}\n", blake3::hash(head).to_hex())
}

/// Where the head begins by such a line.
pub(super) fn head_of_sections(line: &[u8]) -> Option<u64> {
    let line = std::str::from_utf8(line).ok()?.strip_prefix("derived 2 ")?.strip_suffix('\n')?;
    line.split_once(' ')?.1.parse().ok()
}

pub(super) const LOCK: &str = "lock";
pub(super) const END: &str = "end";
pub(super) const BEGUN: &str = "begun";
pub(super) const LINES: &str = "lines";
pub(super) const NEW_LINES: &str = "lines.new";
pub(super) const STORE: &str = "store";
pub(super) const ASIDE: &str = "aside";

/// Inside `store/`: sled's data, its settings, and our note.
pub(super) const DB: &str = "db";
pub(super) const CONF: &str = "conf";
pub(super) const DOUBTFUL: &str = "doubtful";

/// How a note ends where not the store failed, but the system under it: such a
/// store is made anew from the twin.
pub(super) const OF_SYSTEM: &str = " (the system, not the store)";

/// How sled's snapshots begin, and how those end that it has not finished.
pub(super) const SNAPSHOT: &str = "snap.";
pub(super) const UNFINISHED: &str = ".generating";

/// The tree with the blocks.
pub(super) const BLOCKS: &str = "blocks";

/// The level at which older segments are packed: once each, so not the fastest.
pub(super) const SEGMENT_LEVEL: i32 = 3;

const PLAIN: &str = ".jsonl";
const PACKED: &str = ".jsonl.zst";
const SEQUENCE_DIGITS: usize = 20;
const KEY_BYTES: usize = 10;

/// How a segment is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// Lines anyone can read.
    Plain,
    /// The same in a zstd frame.
    Packed,
}

/// The file of a segment.
pub(super) fn segment_name(first: u64, form: Form) -> String {
    let end = match form {
        Form::Plain => PLAIN,
        Form::Packed => PACKED,
    };
    format!("{first:020}{end}")
}

/// The segment of a file, if it is one.
pub(super) fn read_segment_name(name: &str) -> Option<(u64, Form)> {
    let (digits, end) = name.split_at_checked(SEQUENCE_DIGITS)?;
    let form = match end {
        PLAIN => Form::Plain,
        PACKED => Form::Packed,
        _ => return None,
    };
    let whole = digits.bytes().all(|digit| digit.is_ascii_digit());
    let first = digits.parse().ok().filter(|_| whole)?;
    Some((first, form))
}

/// The name a segment has while it is packed.
pub(super) fn packing_name(first: u64) -> String {
    segment_name(first, Form::Packed) + ".tmp"
}

/// The name of a line moved aside, after the moment.
pub(super) fn torn_line_name(sequence: u64) -> String {
    format!("line-{sequence:020}{PLAIN}")
}

/// The name under which something is moved aside; a turn over 0 tells it from
/// what was moved aside in the same second.
pub(super) fn aside_name(stamp: &str, what: &str, turn: u32) -> String {
    match turn {
        0 => format!("{stamp}-{what}"),
        _ => format!("{stamp}.{turn}-{what}"),
    }
}

/// A moment in a file name.
pub(super) fn stamp(now: SystemTime) -> String {
    DateTime::<Utc>::from(now).format("%Y%m%dT%H%M%SZ").to_string()
}

/// What the lock file says.
pub(super) fn lock_note(pid: u32, now: SystemTime) -> String {
    let since = DateTime::<Utc>::from(now).format("%Y-%m-%dT%H:%M:%SZ");
    format!("pid {pid}\nsince {since}\n")
}

/// Who the lock file names, and since when.
pub(super) fn read_lock_note(text: &str) -> Option<(u32, String)> {
    let mut lines = text.strip_suffix('\n')?.lines();
    let pid = lines.next()?.strip_prefix("pid ")?.parse().ok()?;
    let since = lines.next()?.strip_prefix("since ")?.to_owned();
    Some((pid, since))
}

/// What the file `end` says. Each has the same length, so that one is written
/// over another, and a hash of what is before it: whoever reads half of one and
/// half of another, reads none.
pub(super) fn end_note(head: Head, place: Place) -> String {
    let hash = hex(head.hash);
    let numbers = [("size", head.size), ("segment", place.segment), ("bytes", place.bytes)];
    let [size, segment, bytes] = numbers.map(|(name, number)| format!("{name} {number:0SEQUENCE_DIGITS$}\n"));
    let note = format!("{size}hash {}\n{segment}{bytes}", hash.as_ref());
    format!("{note}check {}\n", blake3::hash(note.as_bytes()).to_hex())
}

/// The end that the file `end` names.
pub(super) fn read_end_note(text: &str) -> Option<End> {
    let (note, place) = match text.split_once("check ") {
        Some((note, check)) if check.trim_end() == blake3::hash(note.as_bytes()).to_hex().as_str() => {
            (note, true)
        }
        Some(_) => return None,
        // As the first release wrote it, without a place.
        None => (text, false),
    };
    let mut lines = note.strip_suffix('\n')?.split('\n');
    let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
    let size = value("size")?.parse().ok()?;
    let hash = *blake3::Hash::from_hex(value("hash")?).ok()?.as_bytes();
    let mut number = |name: &str| value(name)?.parse().ok();
    let place =
        if place { Some(Place { segment: number("segment")?, bytes: number("bytes")? }) } else { None };
    Some(End { head: Head { size, hash }, place })
}

/// The key of a part of a block.
pub(super) fn key(first: u64, part: u16) -> [u8; KEY_BYTES] {
    let mut key = [0; KEY_BYTES];
    key[..8].copy_from_slice(&first.to_be_bytes());
    key[8..].copy_from_slice(&part.to_be_bytes());
    key
}

/// The block and the part of a key.
pub(super) fn read_key(key: &[u8]) -> Option<(u64, u16)> {
    let (first, part) = key.split_first_chunk()?;
    let part = part.try_into().ok()?;
    Some((u64::from_be_bytes(*first), u16::from_be_bytes(part)))
}
