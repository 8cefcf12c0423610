//! The bytes of a block, as drawn in the parent module.

use std::io;

use zstd::bulk::{Compressor, Decompressor};

use super::super::Link;
use super::super::chain::{hash, hex};
use super::{BLOCK_LINES, LINE_LIMIT, PART_BYTES};

const FORMAT: u8 = 1;
const HEADER_BYTES: usize = 8;
const LINE_HEADER_BYTES: usize = 4;
const LINK_DIGITS: usize = 64;

/// The fastest that packs well: blocks are packed again with each append.
const LEVEL: i32 = 1;

/// More than this is not tried: what does not pack would be packed in vain.
const TRIED_BYTES: usize = 256 << 10;

/// No body is longer; a longer one is not unpacked.
const BODY_LIMIT: usize = BLOCK_LINES * (LINE_HEADER_BYTES + LINE_LIMIT);

/// Why bytes are not a block.
#[derive(Debug, thiserror::Error)]
pub enum BlockFault {
    /// They are fewer than a block has.
    #[error("it is too short")]
    Short,
    /// They begin with another number than 1.
    #[error("its format is {format}, which this program does not know")]
    Format {
        /// The number.
        format: u8,
    },
    /// A part of it is missing, or one too many.
    #[error("it has {found} parts instead of {expected}")]
    Parts {
        /// How many its header says.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The key is not one of ours.
    #[error("its key is not one of a block")]
    Key,
    /// It does not begin where the block before it ends.
    #[error("it was expected at {expected}")]
    Gap {
        /// The sequence that should come.
        expected: u64,
    },
    /// The body does not unpack, or into another length.
    #[error("it does not unpack")]
    Packed {
        /// What the unpacker said.
        source: io::Error,
    },
    /// The body has other lines than the header says.
    #[error("its lines do not fit its header")]
    Lines,
}

/// Packs lines into blocks; keeps the packer's memory between calls, and the body
/// of the last block, which lines may still join.
pub(in crate::log) struct Packer {
    zstd: Compressor<'static>,
    link: Link,
    body: Vec<u8>,
    /// Where each of its lines ends there.
    ends: Vec<usize>,
}

/// A line to pack, with its hash where that is known.
#[derive(Clone, Copy, Debug)]
pub(in crate::log) struct ToPack<'l> {
    pub(in crate::log) line: &'l [u8],
    pub(in crate::log) hash: Option<[u8; 32]>,
}

impl<'l> ToPack<'l> {
    pub(in crate::log) const fn of(line: &'l [u8]) -> Self {
        Self { line, hash: None }
    }
}

/// How many lines the next block may hold, as one of so many takes so many bytes: a
/// few less, so that it seldom has to be packed again.
pub(in crate::log) fn likely_lines(count: usize, block: &[u8]) -> usize {
    let fitting = count * (PART_BYTES - PART_BYTES / 16) / block.len().max(1);
    fitting.clamp(1, BLOCK_LINES)
}

impl Packer {
    pub(in crate::log) fn new(link: Link) -> io::Result<Self> {
        let mut zstd = Compressor::new(LEVEL)?;
        zstd.include_checksum(true)?;
        Ok(Self { zstd, link, body: Vec::new(), ends: Vec::new() })
    }

    /// A block of as many of these lines as one may hold, `most` at most, and how many.
    /// The `known`
    /// first of them are those of the block that was packed last, if any was.
    ///
    /// `lines` is not empty. Each try packs what was left in proportion, so
    /// that there are seldom more than two.
    pub(in crate::log) fn pack(
        &mut self,
        lines: &[ToPack<'_>],
        known: usize,
        most: usize,
    ) -> io::Result<(usize, Vec<u8>)> {
        let mut count = lines_to_try(&lines[..lines.len().min(most)]);
        self.keep(known);
        self.fill_body(&lines[..count]);
        loop {
            self.keep(count);
            let packed = self.zstd.compress(&self.body)?;
            let length = HEADER_BYTES + packed.len();
            if length <= PART_BYTES || count <= 1 {
                return Ok((count, self.block(count, &packed)?));
            }
            count = (count * PART_BYTES / length).clamp(1, count - 1);
        }
    }

    /// Keeps so many of the body's lines at most.
    fn keep(&mut self, count: usize) {
        self.ends.truncate(count);
        self.body.truncate(self.ends.last().copied().unwrap_or(0));
    }

    /// The block of what is in the body.
    fn block(&self, count: usize, packed: &[u8]) -> io::Result<Vec<u8>> {
        let length = HEADER_BYTES + packed.len();
        let mut block = Vec::with_capacity(length);
        block.push(FORMAT);
        block.push(small(length.div_ceil(PART_BYTES))?);
        block.extend(small::<u16>(count)?.to_be_bytes());
        block.extend(small::<u32>(self.body.len())?.to_be_bytes());
        block.extend(packed);
        Ok(block)
    }

    /// Adds what the body lacks of these lines.
    fn fill_body(&mut self, lines: &[ToPack<'_>]) {
        let known = self.ends.len().min(lines.len());
        let mut before = known.checked_sub(1).map(|last| lines[last]);
        for next in &lines[known..] {
            let line = next.line;
            let cut = before.and_then(|before| self.redundant_link(before, line));
            match cut {
                None => push_line(&mut self.body, 0, &[line]),
                Some(at) => {
                    let rest = [&line[..at], &line[at + LINK_DIGITS..]];
                    push_line(&mut self.body, at + 1, &rest);
                }
            }
            self.ends.push(self.body.len());
            before = Some(*next);
        }
    }

    /// Where the hash of the line before stands in this line, if it does.
    fn redundant_link(&self, before: ToPack<'_>, line: &[u8]) -> Option<usize> {
        let range = (self.link)(line)?;
        let digits = line.get(range.clone())?;
        let hash = before.hash.unwrap_or_else(|| hash(before.line));
        (digits == hex(hash).as_ref().as_bytes()).then_some(range.start)
    }
}

/// How many lines it is worth trying to fit into a block.
fn lines_to_try(lines: &[ToPack<'_>]) -> usize {
    let mut bytes = 0;
    let fitting = lines.iter().take(BLOCK_LINES).take_while(|line| {
        bytes += line.line.len();
        bytes <= TRIED_BYTES
    });
    fitting.count().max(1)
}

fn push_line(body: &mut Vec<u8>, cut: usize, pieces: &[&[u8]]) {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    // Lines are refused above 61,440 bytes before they come here.
    for number in [length, cut] {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        body.extend(number.to_be_bytes());
    }
    for piece in pieces {
        body.extend_from_slice(piece);
    }
}

fn small<T: TryFrom<usize>>(number: usize) -> io::Result<T> {
    T::try_from(number).map_err(|_| io::Error::other("a block is out of bounds"))
}

/// How many parts a block has, read from its first one.
pub(in crate::log) fn parts_of(first_part: &[u8]) -> Result<u16, BlockFault> {
    match *first_part {
        [FORMAT, parts, ..] => Ok(u16::from(parts)),
        [format, _, ..] => Err(BlockFault::Format { format }),
        _ => Err(BlockFault::Short),
    }
}

/// The lines of a block.
pub(in crate::log) fn unpack(zstd: &mut Decompressor<'_>, block: &[u8]) -> Result<Vec<Vec<u8>>, BlockFault> {
    parts_of(block)?;
    let Some(([_, _, c0, c1, l0, l1, l2, l3], packed)) = block.split_first_chunk::<HEADER_BYTES>() else {
        return Err(BlockFault::Short);
    };
    let count = usize::from(u16::from_be_bytes([*c0, *c1]));
    let length = u32::from_be_bytes([*l0, *l1, *l2, *l3]) as usize;
    if length > BODY_LIMIT || count > BLOCK_LINES {
        return Err(BlockFault::Lines);
    }
    let body = zstd.decompress(packed, length).map_err(|source| BlockFault::Packed { source })?;
    let lines = read_body(&body).ok_or(BlockFault::Lines)?;
    if body.len() != length || lines.len() != count {
        return Err(BlockFault::Lines);
    }
    Ok(lines)
}

/// A block as it is stored.
#[derive(Debug)]
pub struct PackedBlock {
    bytes: Vec<u8>,
    lines: u16,
    /// How many bytes its lines have without the links that are left out.
    body: u32,
}

impl PackedBlock {
    /// The block that these bytes begin.
    pub(in crate::log) fn of(bytes: Vec<u8>) -> Result<Self, BlockFault> {
        parts_of(&bytes)?;
        let Some([_, _, c0, c1, l0, l1, l2, l3]) = bytes.first_chunk::<HEADER_BYTES>() else {
            return Err(BlockFault::Short);
        };
        let (lines, body) = (u16::from_be_bytes([*c0, *c1]), u32::from_be_bytes([*l0, *l1, *l2, *l3]));
        let is_possible = body as usize <= BODY_LIMIT && (1..=BLOCK_LINES).contains(&usize::from(lines));
        if is_possible { Ok(Self { bytes, lines, body }) } else { Err(BlockFault::Lines) }
    }

    /// How many lines it has.
    pub(in crate::log) fn lines(&self) -> u64 {
        u64::from(self.lines)
    }

    /// About how many bytes they have.
    pub(in crate::log) fn size(&self) -> usize {
        self.body as usize + usize::from(self.lines) * LINK_DIGITS
    }
}

/// Compares blocks with lines; keeps the room for what it unpacks.
pub(in crate::log) struct Comparer {
    zstd: Decompressor<'static>,
    body: Vec<u8>,
}

impl Comparer {
    pub(in crate::log) fn new() -> io::Result<Self> {
        Ok(Self { zstd: Decompressor::new()?, body: Vec::new() })
    }

    /// Whether a block holds exactly the next of these lines, each given with its
    /// hash; it takes as many as the block has.
    ///
    /// A link that the block leaves out is the hash of the line before, which is
    /// this one's here as well, as they are compared in order.
    pub(in crate::log) fn holds<'l>(
        &mut self,
        block: &PackedBlock,
        lines: &mut impl Iterator<Item = (&'l [u8], [u8; 32])>,
    ) -> bool {
        self.body.clear();
        self.body.reserve(block.body as usize);
        let packed = &block.bytes[HEADER_BYTES..];
        let unpacked = self.zstd.decompress_to_buffer(packed, &mut self.body);
        let (mut rest, mut before) = (&self.body[..], None);
        let mut same = unpacked.is_ok_and(|length| length == block.body as usize);
        for _ in 0..block.lines {
            let Some((line, hash)) = lines.next() else { return false };
            same = same && take_line(&mut rest, before, line).is_some();
            before = Some(hash);
        }
        same && rest.is_empty()
    }
}

/// Takes the next line off a body, if it is this one.
fn take_line(body: &mut &[u8], before: Option<[u8; 32]>, line: &[u8]) -> Option<()> {
    let ([l0, l1, c0, c1], rest) = body.split_first_chunk::<LINE_HEADER_BYTES>()?;
    let length = usize::from(u16::from_be_bytes([*l0, *l1]));
    let cut = usize::from(u16::from_be_bytes([*c0, *c1]));
    let (bytes, rest) = rest.split_at_checked(length)?;
    *body = rest;
    let is_same = match cut.checked_sub(1) {
        None => bytes == line,
        Some(at) => {
            let (start, end) = bytes.split_at_checked(at)?;
            let rest = line.strip_prefix(start)?.strip_prefix(hex(before?).as_ref().as_bytes())?;
            rest == end
        }
    };
    is_same.then_some(())
}

fn read_body(mut body: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut lines: Vec<Vec<u8>> = Vec::with_capacity(BLOCK_LINES);
    while !body.is_empty() {
        let ([l0, l1, c0, c1], rest) = body.split_first_chunk::<LINE_HEADER_BYTES>()?;
        let length = usize::from(u16::from_be_bytes([*l0, *l1]));
        let cut = usize::from(u16::from_be_bytes([*c0, *c1]));
        let (bytes, rest) = rest.split_at_checked(length)?;
        lines.push(match cut.checked_sub(1) {
            None => bytes.to_vec(),
            Some(at) => put_back(lines.last()?, bytes, at)?,
        });
        body = rest;
    }
    Some(lines)
}

fn put_back(before: &[u8], bytes: &[u8], at: usize) -> Option<Vec<u8>> {
    let (start, end) = bytes.split_at_checked(at)?;
    Some([start, hex(hash(before)).as_ref().as_bytes(), end].concat())
}
