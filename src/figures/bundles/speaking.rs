//! Who speaks for the rows of a bundle, from which date on.

use bytes::Bytes;

use super::bundle::{Manner, Speaker};
use crate::event::{Day, EntryId, Period};
use crate::figures::gist::Place;
use crate::figures::packed::{Packer, Unpacker, number_of};

/// Those who speak in order of their dates, as they lie on disk: of most bundles one speaks,
/// of others one from each of many dates on, of whom a table asks for one.
///
/// ```text
/// each      date, place of the activity and of its version, its id, first and last day,
///           whether a document backs it, where its amount lies
/// amounts   behind all of them
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Speaking {
    count: usize,
    bytes: Bytes,
}

/// The bytes of one, without the amount.
const ONE: usize = 49;

impl Speaking {
    /// Of those who may speak, in order of their dates, each who holds before all before it.
    pub(super) fn of<'s>(speakers: impl IntoIterator<Item = &'s Speaker>, manner: Manner) -> Self {
        let mut speaking: Vec<&Speaker> = Vec::new();
        for speaker in speakers {
            if speaking.last().is_none_or(|last| speaker.holds_before(last, manner)) {
                // On one date the one speaks that holds.
                speaking.pop_if(|last| last.date == speaker.date);
                speaking.push(speaker);
            }
        }
        let (mut each, mut amounts) = (Packer::default(), Packer::default());
        for Speaker { date, place, amount } in &speaking {
            each.day(*date);
            each.place(place.sequence);
            each.place(place.version);
            each.0.extend_from_slice(place.id.uuid().as_bytes());
            each.day(place.occurred.from);
            each.day(place.occurred.to);
            each.0.push(u8::from(place.documented));
            let at = u32::try_from(amounts.0.len()).unwrap_or(u32::MAX);
            each.0.extend_from_slice(&at.to_le_bytes());
            amounts.exact(amount);
        }
        each.0.append(&mut amounts.0);
        Self { count: speaking.len(), bytes: each.0.into_boxed_slice().into() }
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.small(self.count as u64);
        packer.small(self.bytes.len() as u64);
        packer.0.extend_from_slice(&self.bytes);
    }

    /// Reads where they lie, and of none what it says.
    pub(super) fn unpack(from: &mut Unpacker<'_>, all: &Bytes) -> Option<Self> {
        let count = usize::try_from(from.small()?).ok()?;
        let length = usize::try_from(from.small()?).ok()?;
        let bytes = all.slice_ref(from.take(length)?);
        (count.checked_mul(ONE)? <= length).then_some(Self { count, bytes })
    }

    fn all(&self) -> (&[[u8; ONE]], &[u8]) {
        let (each, amounts) = self.bytes.split_at(self.count * ONE);
        (each.as_chunks().0, amounts)
    }

    fn read(one: &[u8; ONE], amounts: &[u8]) -> Option<Speaker> {
        let mut from = Unpacker(one);
        let date = from.day()?;
        let (sequence, version) = (from.place()?, from.place()?);
        let id = EntryId::new(uuid::Uuid::from_bytes(from.array()?));
        let occurred = Period::new(from.day()?, from.day()?).ok()?;
        let documented = from.byte()? == 1;
        let at = usize::try_from(u32::from_le_bytes(from.array()?)).ok()?;
        let amount = Unpacker(amounts.get(at..)?).exact()?;
        let place = Place { sequence, version, id, occurred, documented };
        Some(Speaker { date, place, amount })
    }

    /// All of them in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Speaker> {
        let (each, amounts) = self.all();
        each.iter().filter_map(move |one| Self::read(one, amounts))
    }

    /// Who speaks first.
    pub(super) fn first(&self) -> Option<Speaker> {
        self.iter().next()
    }

    /// The date and the place of who speaks first.
    pub(super) fn order(&self) -> Option<(Day, u64)> {
        let mut from = Unpacker(self.all().0.first()?);
        Some((from.day()?, from.place()?))
    }

    /// Who speaks for those up to a date.
    pub(super) fn by(&self, date: Day) -> Option<Speaker> {
        let (each, amounts) = self.all();
        let number = number_of(date);
        let date = |one: &[u8; ONE]| i32::from_le_bytes([one[0], one[1], one[2], one[3]]);
        let after = each.partition_point(|one| date(one) <= number);
        Self::read(each.get(after.checked_sub(1)?)?, amounts)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;

    use super::Speaking;
    use crate::event::{Day, EntryId, Exact, Period};
    use crate::figures::bundles::bundle::{Manner, Speaker};
    use crate::figures::gist::Place;
    use crate::figures::packed::{Packer, Unpacker};

    proptest! {
        #[test]
        fn the_last_who_began_by_a_date_speaks(
            dates in prop::collection::btree_map(0..60_i64, -40..40_i64, 0..40), asked in 0..60_i64,
        ) {
            let day = |day: i64| Day::new(2024, 1, 1).unwrap_or(Day::FIRST).moved(day);
            let speaker = |(at, amount): (&i64, &i64)| Speaker {
                date: day(*at),
                place: Place {
                    sequence: at.unsigned_abs(),
                    version: at.unsigned_abs() + 1,
                    id: EntryId::new(uuid::Uuid::from_u128(7)),
                    occurred: Period::on(day(*at)),
                    documented: at % 2 == 0,
                },
                amount: Exact::scaled((*amount).into(), 1),
            };
            let all: Vec<Speaker> = dates.iter().map(speaker).collect();
            let speaking = Speaking::of(&all, Manner::Last);
            prop_assert_eq!(speaking.iter().collect::<Vec<_>>(), all.clone());
            prop_assert_eq!(speaking.first(), all.first().cloned());
            let by = all.iter().rev().find(|it| it.date <= day(asked));
            prop_assert_eq!(speaking.by(day(asked)), by.cloned());
            // The largest goes on speaking when another comes.
            let largest = Speaking::of(&all, Manner::Largest).by(day(asked)).map(|it| it.amount);
            let amounts = all.iter().filter(|it| it.date <= day(asked)).map(|it| it.amount.clone());
            prop_assert_eq!(largest, amounts.max());
            let mut packer = Packer::default();
            speaking.pack(&mut packer);
            let bytes = Bytes::from(packer.0);
            prop_assert_eq!(Speaking::unpack(&mut Unpacker(&bytes), &bytes), Some(speaking));
        }

        #[test]
        fn any_bytes_are_speakers_or_none(bytes: Vec<u8>, asked in 1..3_000_000_i32) {
            let bytes = Bytes::from([&[2, 120][..], &bytes, &[0; 120]].concat());
            if let Some(speaking) = Speaking::unpack(&mut Unpacker(&bytes), &bytes) {
                let day = crate::figures::packed::day_of(asked).unwrap_or(Day::FIRST);
                let _ = (speaking.by(day), speaking.iter().count(), speaking.order());
            }
        }
    }
}
