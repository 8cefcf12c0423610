//! How many there were by each day, and what they come to.

use std::collections::BTreeMap;
use std::iter;

use bytes::Bytes;

use crate::event::{Day, Exact};
use crate::figures::packed::{Packer, Unpacker, day_of, number_of};

/// How many, and how much.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    pub(super) count: usize,
    pub(super) sum: Exact,
}

impl Tally {
    pub(super) fn add(&mut self, count: usize, sum: Option<&Exact>) {
        self.count += count;
        if let Some(sum) = sum.filter(|sum| !sum.is_zero()) {
            self.sum = self.sum.clone() + sum.clone();
        }
    }

    pub(super) fn less(&self, other: &Self) -> Self {
        Self { count: self.count.saturating_sub(other.count), sum: self.sum.clone() - other.sum.clone() }
    }
}

/// Running totals, in order of the day, as they lie on disk: of all that a table asks for it
/// looks at one day, so each is read where it is asked for and not before.
///
/// ```text
/// heads    of every so many days the first, how many there were at least, where the rest lies
/// blocks   how much later each of the other days is, and how many more there were by each,
///          as bytes or wider numbers; where they are added up, what came on each day, on the
///          first with all before it
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Running {
    /// On how many days something came.
    days: u32,
    /// The last of them, by its number, and how many there were by it.
    last: i32,
    count: u32,
    /// Whether they come to anything.
    is_summed: bool,
    bytes: Bytes,
}

/// So many days have one head: fewer take more room, of more it takes longer to find one.
const DAYS: usize = 32;
/// The bytes of a head.
const HEAD: usize = 12;

impl Running {
    /// Of what came on each day, by the numbers of the days in order.
    pub(super) fn of(days: impl IntoIterator<Item = (i32, Tally)>) -> Self {
        let mut so_far = Tally::default();
        Self::of_totals(days.into_iter().map(|(day, Tally { count, sum })| {
            so_far.add(count, Some(&sum));
            (day, so_far.clone())
        }))
    }

    /// Of what has begun and not ended, by what begins and what ends on each day.
    pub(super) fn between(begins: Vec<(i32, Tally)>, ends: Vec<(i32, Tally)>) -> Self {
        let mut days: BTreeMap<i32, [Tally; 2]> = BTreeMap::new();
        for (at, each) in [begins, ends].into_iter().enumerate() {
            for (day, tally) in each {
                days.entry(day).or_default()[at] = tally;
            }
        }
        let mut so_far = Tally::default();
        let totals = days.into_iter().filter_map(|(day, [begins, ends])| {
            let before = so_far.clone();
            so_far.add(begins.count, Some(&begins.sum));
            so_far = so_far.less(&ends);
            (so_far != before).then(|| (day, so_far.clone()))
        });
        Self::of_totals(totals)
    }

    /// Of what it had come to by each day.
    pub(super) fn of_totals(totals: impl IntoIterator<Item = (i32, Tally)>) -> Self {
        let totals: Vec<(i32, Tally)> = totals.into_iter().collect();
        let Some((last, all)) = totals.last() else { return Self::default() };
        let is_summed = totals.iter().any(|(_, tally)| !tally.sum.is_zero());
        let (mut heads, mut blocks) = (Vec::new(), Packer::default());
        for some in totals.chunks(DAYS) {
            let (day, first) = &some[0];
            let base = some.iter().map(|(_, tally)| tally.count).min().unwrap_or_default();
            for word in [day.to_le_bytes(), short(base).to_le_bytes(), short(blocks.0.len()).to_le_bytes()] {
                heads.extend(word);
            }
            pack_column(&mut blocks, some[1..].iter().map(|it| it.0.abs_diff(*day)));
            pack_column(&mut blocks, some.iter().map(|it| short(it.1.count - base)));
            if is_summed {
                blocks.exact(&first.sum);
                for [(_, before), (_, by)] in some.array_windows() {
                    blocks.exact(&by.less(before).sum);
                }
            }
        }
        heads.append(&mut blocks.0);
        let bytes = heads.into_boxed_slice().into();
        Self { days: short(totals.len()), last: *last, count: short(all.count), is_summed, bytes }
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        let Self { days, last, count, is_summed, bytes } = self;
        packer.small((*days).into());
        if *days > 0 {
            packer.0.extend_from_slice(&last.to_le_bytes());
            packer.small((*count).into());
            packer.0.push(u8::from(*is_summed));
            packer.small(bytes.len() as u64);
            packer.0.extend_from_slice(bytes);
        }
    }

    /// Reads where they lie, and looks at none of them.
    pub(super) fn unpack(from: &mut Unpacker<'_>, all: &Bytes) -> Option<Self> {
        let days = u32::try_from(from.small()?).ok()?;
        if days == 0 {
            return Some(Self::default());
        }
        let last = i32::from_le_bytes(from.array()?);
        let count = u32::try_from(from.small()?).ok()?;
        let is_summed = from.byte()? == 1;
        let length = usize::try_from(from.small()?).ok()?;
        let bytes = all.slice_ref(from.take(length)?);
        let it = Self { days, last, count, is_summed, bytes };
        // Of numbers between those of two days, each is that of a day.
        it.ends().map(|_| it)
    }

    /// The first of each so many days, and what lies behind these.
    fn heads(&self) -> (&[[u8; HEAD]], &[u8]) {
        let heads = (self.days as usize).div_ceil(DAYS) * HEAD;
        let (heads, blocks) = self.bytes.split_at(heads.min(self.bytes.len()));
        (heads.as_chunks().0, blocks)
    }

    /// Which of some days that have one head hold the last that is not after a day; none where
    /// all are.
    fn block_by(day: i32, heads: &[[u8; HEAD]]) -> Option<usize> {
        heads.partition_point(|head| word(head, 0).cast_signed() <= day).checked_sub(1)
    }

    fn block<'r>(&self, at: usize, heads: &[[u8; HEAD]], blocks: &'r [u8]) -> Option<Block<'r>> {
        let head = heads.get(at)?;
        let others = (self.days as usize).checked_sub(at * DAYS)?.min(DAYS).checked_sub(1)?;
        let mut from = Unpacker(blocks.get(word(head, 8) as usize..)?);
        let [later, more] = [Column::read(&mut from, others)?, Column::read(&mut from, others + 1)?];
        let sums = self.is_summed.then_some(from.0);
        Some(Block { day: word(head, 0).cast_signed(), count: word(head, 4), later, more, sums })
    }

    /// The totals by each day, which is said by its number.
    pub(super) fn each(&self) -> impl Iterator<Item = (i32, Tally)> {
        let (heads, blocks) = self.heads();
        (0..heads.len()).filter_map(move |at| self.block(at, heads, blocks)).flat_map(Block::each)
    }

    /// The total by a day.
    pub(super) fn by(&self, day: Day) -> Option<Tally> {
        self.by_number(number_of(day))
    }

    /// The same by the number of a day.
    pub(super) fn by_number(&self, day: i32) -> Option<Tally> {
        if day >= self.last && self.days > 0 && !self.is_summed {
            return Some(Tally { count: self.count as usize, sum: Exact::zero() });
        }
        let (heads, blocks) = self.heads();
        let block = self.block(Self::block_by(day, heads)?, heads, blocks)?;
        let others = block.later.up_to(day.abs_diff(block.day));
        block.tally(others)
    }

    /// The total before a day.
    pub(super) fn before(&self, day: Day) -> Option<Tally> {
        self.by_number(number_of(day) - 1)
    }

    /// The days from one on, on which something came.
    pub(super) fn days_from(&self, day: Day) -> impl Iterator<Item = Day> {
        let day = number_of(day);
        let (heads, blocks) = self.heads();
        let first = Self::block_by(day, heads).unwrap_or(0);
        let blocks = (first..heads.len()).filter_map(move |at| self.block(at, heads, blocks));
        blocks.flat_map(|block| block.days()).filter(move |known| *known >= day).filter_map(day_of)
    }

    /// The first day, by its number.
    pub(super) fn first(&self) -> Option<i32> {
        self.heads().0.first().map(|head| word(head, 0).cast_signed())
    }

    /// The first and the last day.
    pub(super) fn ends(&self) -> Option<[Day; 2]> {
        Some([day_of(self.first()?)?, day_of(self.last)?])
    }
}

/// No ledger has more entries, nor more days.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn word(head: &[u8; HEAD], at: usize) -> u32 {
    u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]])
}

/// Some days that follow each other.
struct Block<'r> {
    /// The first, and how many there were at least by each.
    day: i32,
    count: u32,
    /// How much later each of the others is, and by each how many more there were.
    later: Column<'r>,
    more: Column<'r>,
    /// What came on each day, where that is added up.
    sums: Option<&'r [u8]>,
}

impl<'r> Block<'r> {
    /// The total by the first of the days, or by so many others.
    fn tally(&self, others: usize) -> Option<Tally> {
        let more = self.more.get(others)?;
        let mut sum = Exact::zero();
        if let Some(sums) = self.sums {
            let mut from = Unpacker(sums);
            for _ in 0..=others {
                sum = sum + from.exact()?;
            }
        }
        Some(Tally { count: self.count.checked_add(more)? as usize, sum })
    }

    fn days(&self) -> impl Iterator<Item = i32> + use<'r> {
        let (first, later) = (self.day, self.later);
        let others = (0..later.len()).filter_map(move |at| first.checked_add_unsigned(later.get(at)?));
        iter::once(first).chain(others)
    }

    fn each(self) -> impl Iterator<Item = (i32, Tally)> {
        self.days().enumerate().filter_map(move |(at, day)| Some((day, self.tally(at)?)))
    }
}

/// Numbers that take the same bytes each, in order.
#[derive(Clone, Copy)]
enum Column<'r> {
    Byte(&'r [[u8; 1]]),
    Two(&'r [[u8; 2]]),
    Four(&'r [[u8; 4]]),
}

/// Packs numbers in as few bytes as the largest takes.
fn pack_column(packer: &mut Packer, numbers: impl Iterator<Item = u32> + Clone) {
    let width = match numbers.clone().max().unwrap_or(0) {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    packer.0.push(width);
    for number in numbers {
        packer.0.extend_from_slice(&number.to_le_bytes()[..width.into()]);
    }
}

impl<'r> Column<'r> {
    fn read(from: &mut Unpacker<'r>, count: usize) -> Option<Self> {
        Some(match from.byte()? {
            1 => Self::Byte(from.take(count)?.as_chunks().0),
            2 => Self::Two(from.take(2 * count)?.as_chunks().0),
            4 => Self::Four(from.take(4 * count)?.as_chunks().0),
            _ => return None,
        })
    }

    const fn len(&self) -> usize {
        match self {
            Self::Byte(all) => all.len(),
            Self::Two(all) => all.len(),
            Self::Four(all) => all.len(),
        }
    }

    fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::Byte(all) => all.get(at).map(|[byte]| u32::from(*byte)),
            Self::Two(all) => all.get(at).map(|bytes| u16::from_le_bytes(*bytes).into()),
            Self::Four(all) => all.get(at).map(|bytes| u32::from_le_bytes(*bytes)),
        }
    }

    /// How many of them are no larger than a number, in growing order.
    fn up_to(&self, most: u32) -> usize {
        match self {
            Self::Byte(all) => all.partition_point(|[byte]| u32::from(*byte) <= most),
            Self::Two(all) => all.partition_point(|bytes| u32::from(u16::from_le_bytes(*bytes)) <= most),
            Self::Four(all) => all.partition_point(|bytes| u32::from_le_bytes(*bytes) <= most),
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;

    use super::{Running, Tally};
    use crate::event::{Day, Exact};
    use crate::figures::packed::{Packer, Unpacker, number_of};

    proptest! {
        /// Whole amounts, others, or none.
        #[test]
        fn the_total_by_a_day_is_that_of_the_days_up_to_it(
            days in prop::collection::btree_map(1_u32..365, -100_i64..100, 0..120), asked in 1_u32..365,
            parts in prop::sample::select(vec![0_i64, 1, 2, 3]),
        ) {
            let day = |day: u32| Day::new(2024, 1, 1).unwrap_or(Day::FIRST).moved(day.into());
            let sum = |number: i64| Exact::from(number).divided_by(&Exact::from(parts)).unwrap_or_default();
            let tally = |number: &i64| Tally { count: 1, sum: sum(*number) };
            let running = Running::of(days.iter().map(|(at, number)| (number_of(day(*at)), tally(number))));
            let mut expected = Tally::default();
            days.range(..=asked).for_each(|(_, number)| expected.add(1, Some(&sum(*number))));
            prop_assert_eq!(running.by(day(asked)).unwrap_or_default(), expected);
            let before = running.before(day(asked)).unwrap_or_default();
            let by_then = running.by(day(asked).previous()).unwrap_or_default();
            prop_assert_eq!(before, by_then);
            let from: Vec<Day> = running.days_from(day(asked)).collect();
            prop_assert_eq!(from, days.range(asked..).map(|(at, _)| day(*at)).collect::<Vec<_>>());
            let ends = days.first_key_value().zip(days.last_key_value());
            prop_assert_eq!(running.ends(), ends.map(|((first, _), (last, _))| [day(*first), day(*last)]));

            prop_assert_eq!(&Running::of_totals(running.each()), &running);
            let mut packer = Packer::default();
            running.pack(&mut packer);
            let bytes = Bytes::from(packer.0);
            let mut from = Unpacker(&bytes);
            prop_assert_eq!(Running::unpack(&mut from, &bytes), Some(running));
            prop_assert!(from.0.is_empty());
        }

        /// Whatever bytes say, they are read without a panic.
        #[test]
        fn any_bytes_are_running_totals_or_none(bytes: Vec<u8>, days in 0..100_u8, asked: i32) {
            let bytes = Bytes::from([&[days, 0, 0, 1, 0, 9, 1, 100][..], &bytes].concat());
            if let Some(running) = Running::unpack(&mut Unpacker(&bytes), &bytes) {
                let _ = (running.by_number(asked), running.each().count(), running.days_from(Day::FIRST).count());
            }
        }
    }
}
