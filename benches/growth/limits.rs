//! What the machine takes at least: reading, unpacking, hashing and parsing the
//! same lines, and one fdatasync.

use std::borrow::Cow;
use std::fs::File;
use std::hint::black_box;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::Duration;

use jalon::log::SideBySide;
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use crate::grown::{Grown, bytes_of};
use crate::process::times;
use crate::quantity::Quantity;
use crate::rows::Rows;

/// Lines that are looked at: more than the processor's caches hold.
const MOST_LINES: usize = 200_000;
/// Lines of a block of the store, about as many as pack into one.
const BLOCK: usize = 32;
/// Bytes of a segment of the twin.
const SEGMENT: usize = 16 << 20;
const RUNS: usize = 5;

/// What is done with each line, and how often a full verification cannot but do it.
const PARTS: [(&str, u64); 5] = [
    (HASHES, 2),
    ("limit: serde_json of each line, borrowed", 1),
    (SEGMENTS, 1),
    ("limit: zstd unpacks blocks of 32 lines", 1),
    ("limit: SHA-256 of a leaf and a node of the tree", 1),
];

/// As the library hashes one input.
const HASHES: &str = "limit: BLAKE3 of each line";

/// Of those that were packed.
const SEGMENTS: &str = "limit: zstd unpacks segments of 16 MB";

/// Billionths of a second that each part takes for a thousand lines.
pub(crate) type Each = [u64; PARTS.len()];

/// The limits of the machine.
pub(crate) struct Limits {
    pub(crate) one_core: Each,
    /// With as many at once as there are cores.
    pub(crate) all_cores: Each,
    /// The same, with lines hashed side by side as the program does.
    pub(crate) side_by_side: Each,
}

/// What is looked at of a log, in the forms that its copies have.
struct Sample {
    lines: Vec<Vec<u8>>,
    /// Packed as older segments of the twin are.
    segments: Vec<Vec<u8>>,
    /// Packed as blocks of the store are, with the length of each.
    blocks: Vec<(Vec<u8>, usize)>,
}

/// A line as whoever asks for no more than its members reads it.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(rename = "type", borrow)]
    kind: Cow<'l, str>,
    #[serde(borrow)]
    prevhash: Cow<'l, str>,
    #[serde(borrow)]
    sequence: Cow<'l, str>,
    #[serde(borrow)]
    recordedtime: Cow<'l, str>,
    #[serde(rename = "data")]
    _data: IgnoredAny,
}

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let limits = Limits::of(grown);
    for (at, (what, _)) in PARTS.iter().enumerate() {
        let [one, all] = [limits.one_core, limits.all_cores].map(|each| for_a_thousand(each[at]));
        rows.row(what, one).beside("all cores", all).tell();
    }
    let aside = for_a_thousand(limits.side_by_side[0]);
    rows.row("limit: BLAKE3 of lines side by side, all cores", aside).tell();
    let [bytes, _] = copies(grown);
    let read = Quantity::Time(read(grown));
    rows.row("limit: read both copies from the page cache", read).tell();
    rows.row("limit: bytes of both copies", Quantity::Bytes(bytes)).tell();
    let synced = times(200, synced(&grown.scratch().join("synced")));
    rows.row("limit: append a line, fdatasync, middle of 200", Quantity::Time(synced[100])).tell();
}

fn for_a_thousand(nanos: u64) -> Quantity {
    Quantity::rate(1_000, Duration::from_nanos(nanos))
}

/// The least that a full verification takes.
pub(crate) fn least(grown: &Grown, each: Each) -> Duration {
    // A twin of one segment is not packed yet.
    let parts = PARTS.iter().zip(each).filter(|((what, _), _)| *what != SEGMENTS || is_packed(grown));
    let thousand: u64 = parts.map(|((_, often), nanos)| often * nanos).sum();
    let nanos = u128::from(thousand) * grown.size as u128 / 1_000;
    read(grown) + Duration::from_nanos(u64::try_from(nanos).unwrap())
}

/// The quickest time in which both copies are read through.
fn read(grown: &Grown) -> Duration {
    let folders = ["lines", "store"].map(|name| grown.ledger().join(name));
    times(RUNS, || folders.iter().for_each(|folder| read_through(folder)))[0]
}

fn is_packed(grown: &Grown) -> bool {
    let mut segments = grown.ledger().join("lines").read_dir().unwrap();
    segments.any(|file| file.unwrap().path().extension().is_some_and(|it| it == "zst"))
}

fn copies(grown: &Grown) -> [u64; 2] {
    let each = ["lines", "store"].map(|name| bytes_of(&grown.ledger().join(name)));
    [each[0][0] + each[1][0], each[0][1] + each[1][1]]
}

fn read_through(folder: &Path) {
    let mut buffer = vec![0; 1 << 20];
    for path in folder.read_dir().unwrap().map(|file| file.unwrap().path()) {
        if path.is_dir() {
            read_through(&path);
            continue;
        }
        let mut file = File::open(path).unwrap();
        while file.read(&mut buffer).unwrap() > 0 {
            black_box(&buffer);
        }
    }
}

/// Appends a line to a file, durably.
fn synced(path: &Path) -> impl FnMut() {
    let mut file = File::options().append(true).create(true).open(path).unwrap();
    move || {
        file.write_all(&[b'.'; 700]).unwrap();
        file.sync_data().unwrap();
    }
}

impl Limits {
    /// Measured on lines of a log.
    pub(crate) fn of(grown: &Grown) -> Self {
        let sample = Sample::of(grown);
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let (one_core, all_cores) = (sample.each(1), sample.each(cores));
        let [_, others @ ..] = all_cores;
        let aside = sample.time(shared(&sample.lines, cores, hash_side_by_side));
        let side_by_side = std::array::from_fn(|at| at.checked_sub(1).map_or(aside, |at| others[at]));
        Self { one_core, all_cores, side_by_side }
    }
}

impl Sample {
    fn of(grown: &Grown) -> Self {
        let lines: Vec<Vec<u8>> = grown.lines().take(MOST_LINES).collect();
        let bytes = lines.join(&b'\n');
        let segments = bytes.chunks(SEGMENT).map(|segment| zstd::encode_all(segment, 3).unwrap());
        let blocks = lines.chunks(BLOCK).map(|lines| {
            let body = lines.concat();
            (zstd::bulk::compress(&body, 1).unwrap(), body.len())
        });
        Self { segments: segments.collect(), blocks: blocks.collect(), lines }
    }

    /// What a thousand of its lines take of the time that all of them do.
    fn time(&self, of_all: Duration) -> u64 {
        u64::try_from(of_all.as_nanos() * 1_000 / self.lines.len() as u128).unwrap()
    }

    fn each(&self, cores: usize) -> Each {
        let of_all = |time| self.time(time);
        [
            of_all(shared(&self.lines, cores, |lines| lines.iter().for_each(|line| hash(line)))),
            of_all(shared(&self.lines, cores, |lines| lines.iter().for_each(|line| parse(line)))),
            of_all(shared(&self.segments, cores, |segments| segments.iter().for_each(|it| unpack(it)))),
            of_all(shared(&self.blocks, cores, unpack_blocks)),
            of_all(shared(&self.lines, cores, |lines| lines.iter().for_each(|_| grow()))),
        ]
    }
}

fn hash(line: &[u8]) {
    black_box(blake3::hash(line));
}

/// The lines that are read together.
const GROUP: usize = 160;

fn hash_side_by_side(lines: &[Vec<u8>]) {
    let (mut side_by_side, mut hashes) = (SideBySide::default(), Vec::new());
    for group in lines.chunks(GROUP) {
        let group: Vec<&[u8]> = group.iter().map(Vec::as_slice).collect();
        side_by_side.hash(&group, &mut hashes);
        black_box(&hashes);
    }
}

/// What a tree takes for one entry more: a leaf, and as many nodes as leaves.
fn grow() {
    black_box(Sha256::digest(black_box([0; 33])));
    black_box(Sha256::digest(black_box([1; 65])));
}

fn unpack(segment: &[u8]) {
    std::io::copy(&mut zstd::Decoder::new(segment).unwrap(), &mut std::io::sink()).unwrap();
}

/// Unpacks blocks into the same memory.
fn unpack_blocks(blocks: &[(Vec<u8>, usize)]) {
    let mut zstd = zstd::bulk::Decompressor::new().unwrap();
    let mut body = Vec::with_capacity(blocks.iter().map(|(_, length)| *length).max().unwrap_or(0));
    for (block, _) in blocks {
        zstd.decompress_to_buffer(block, &mut body).unwrap();
        black_box(&body);
    }
}

fn parse(line: &[u8]) {
    let line: Line<'_> = serde_json::from_slice(line).unwrap();
    let lengths = [line.id, line.kind, line.prevhash, line.sequence, line.recordedtime].map(|it| it.len());
    black_box(lengths);
}

/// The quickest time in which so many threads do something with all items, each with
/// its part of them.
fn shared<T: Sync>(items: &[T], cores: usize, act: impl Fn(&[T]) + Sync) -> Duration {
    let (share, act) = (items.len().div_ceil(cores), &act);
    times(RUNS, || {
        thread::scope(|scope| {
            for part in items.chunks(share) {
                scope.spawn(move || act(part));
            }
        });
    })[0]
}
