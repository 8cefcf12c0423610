//! Bundles as bytes and back.

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;

use super::Parts;
use super::bundle::{Bundle, Manner, Speaker};
use super::by_traits::ByTraits;
use super::running::{Running, Tally};
use super::traits::{Between, Numbered, Traits, Unstated};
use crate::event::{EntryId, Period, Precision};
use crate::figures::gist::Place;
use crate::figures::packed::{Packer, Unpacker};

impl Parts {
    /// Their bytes, the same whichever came first; none where a number has no decimals
    /// that say it.
    pub(super) fn pack(&self) -> Option<Vec<u8>> {
        let bundle = |(traits, bundle): (&Arc<Traits>, &Bundle)| {
            let mut packer = Packer::default();
            pack_traits(&mut packer, traits);
            pack_bundle(&mut packer, bundle).map(|()| packer.0)
        };
        let unstated = |(unstated, bundle): (&Arc<Unstated>, &Bundle)| {
            let mut packer = Packer::default();
            pack_traits(&mut packer, &unstated.traits);
            packer.each(unstated.paths.iter(), |packer, path| packer.text(path));
            pack_bundle(&mut packer, bundle).map(|()| packer.0)
        };
        let mut all = [
            self.bundles.iter().map(bundle).collect::<Option<Vec<_>>>()?,
            self.unstated.iter().map(unstated).collect::<Option<Vec<_>>>()?,
        ];
        let mut packer = Packer::default();
        packer.count(self.misses);
        for some in &mut all {
            some.sort_unstable();
            packer.count(some.len());
            for bytes in some {
                packer.0.extend_from_slice(bytes);
            }
        }
        Some(packer.0)
    }

    pub(super) fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut known = KnownKeys::new();
        let misses = from.count()?;
        let bundles = from.each(|from| Some((Arc::new(traits(from, &mut known)?), bundle(from)?)))?;
        let unstated = from.each(|from| {
            let traits = Arc::new(traits(from, &mut known)?);
            let paths = words(from)?;
            Some((Arc::new(Unstated { traits, paths }), bundle(from)?))
        })?;
        let (bundles, unstated) = (ByTraits::of(bundles), ByTraits::of(unstated));
        from.0.is_empty().then_some(Self { bundles, unstated, misses })
    }
}

/// The keys that stood in the traits before, by their bytes: many bundles have the same.
type KnownKeys<'b> = HashMap<&'b [u8], Arc<BTreeSet<String>>>;

fn words(from: &mut Unpacker<'_>) -> Option<Vec<String>> {
    from.each(|from| from.text().map(str::to_owned))
}

fn keys<'b>(from: &mut Unpacker<'b>, known: &mut KnownKeys<'b>) -> Option<Arc<BTreeSet<String>>> {
    let before = from.0;
    for _ in 0..from.count()? {
        from.text()?;
    }
    let bytes = &before[..before.len() - from.0.len()];
    let read = || words(&mut Unpacker(bytes)).unwrap_or_default().into_iter().collect();
    Some(Arc::clone(known.entry(bytes).or_insert_with(|| Arc::new(read()))))
}

fn pack_traits(packer: &mut Packer, traits: &Traits) {
    let Traits { source, documented, number, yes, keys, key, asked, between } = traits;
    packer.count(*source);
    let number = match number {
        Numbered::NotStated => 0,
        Numbered::NotConverted => 1,
        Numbered::As(None) => 2,
        Numbered::As(Some(Precision::Rounded)) => 3,
        Numbered::As(Some(Precision::AtLeast)) => 4,
        Numbered::As(Some(Precision::About)) => 5,
        Numbered::As(Some(Precision::AtMost)) => 6,
    };
    packer.0.extend_from_slice(&[u8::from(*documented), number, yes.map_or(2, u8::from)]);
    let word = |packer: &mut Packer, word: &String| packer.text(word);
    packer.0.push(u8::from(keys.is_some()));
    packer.each(keys.iter().flat_map(|keys| keys.iter()).collect::<Vec<_>>().into_iter(), word);
    packer.0.push(u8::from(key.is_some()));
    packer.each(key.iter().flatten().collect::<Vec<_>>().into_iter(), word);
    packer.0.push(asked.as_ref().map_or(2, |(_, complete)| u8::from(*complete)));
    packer.each(asked.iter().flat_map(|(values, _)| values).collect::<Vec<_>>().into_iter(), word);
    let Between { occurred, counts, year } = between;
    for place in [occurred.0, occurred.1, counts.0, counts.1, *year] {
        packer.count(place);
    }
}

fn traits<'b>(from: &mut Unpacker<'b>, known: &mut KnownKeys<'b>) -> Option<Traits> {
    let source = from.count()?;
    let [documented, number, yes] = from.array()?;
    let number = match number {
        0 => Numbered::NotStated,
        1 => Numbered::NotConverted,
        2 => Numbered::As(None),
        3 => Numbered::As(Some(Precision::Rounded)),
        4 => Numbered::As(Some(Precision::AtLeast)),
        5 => Numbered::As(Some(Precision::About)),
        6 => Numbered::As(Some(Precision::AtMost)),
        _ => return None,
    };
    let (is_keyed, keys) = (from.byte()? == 1, keys(from, known)?);
    let (has_key, key) = (from.byte()? == 1, words(from)?);
    let (asked, values) = (from.byte()?, words(from)?);
    let (occurred, counts) = ((from.count()?, from.count()?), (from.count()?, from.count()?));
    let between = Between { occurred, counts, year: from.count()? };
    Some(Traits {
        source,
        documented: documented == 1,
        number,
        yes: (yes < 2).then_some(yes == 1),
        keys: is_keyed.then_some(keys),
        key: has_key.then_some(key),
        asked: (asked < 2).then_some((values, asked == 1)),
        between,
    })
}

fn pack_bundle(packer: &mut Packer, bundle: &Bundle) -> Option<()> {
    packer.0.push(match bundle.manner {
        Manner::Sum => 0,
        Manner::First => 1,
        Manner::Last => 2,
        Manner::Largest => 3,
    });
    for running in [&bundle.all, &bundle.begun, &bundle.ended] {
        pack_running(packer, running)?;
    }
    packer.count(bundle.speaking.len());
    for Speaker { date, place, amount } in &bundle.speaking {
        packer.day(*date);
        packer.count(usize::try_from(place.sequence).ok()?);
        packer.count(usize::try_from(place.version).ok()?);
        packer.0.extend_from_slice(place.id.uuid().as_bytes());
        packer.day(place.occurred.from);
        packer.day(place.occurred.to);
        packer.0.push(u8::from(place.documented));
        packer.exact(amount)?;
    }
    Some(())
}

/// Each day behind the one before it: on most little came, and there are many.
fn pack_running(packer: &mut Packer, running: &Running) -> Option<()> {
    packer.count(running.len());
    let (mut before, mut so_far) = (0, Tally::default());
    for (day, tally) in running.each() {
        let since = tally.less(&so_far);
        packer.small(u64::try_from(day - before).ok()?);
        packer.small(since.count as u64);
        packer.exact(&since.sum)?;
        (before, so_far) = (day, tally);
    }
    Some(())
}

fn running(from: &mut Unpacker<'_>) -> Option<Running> {
    let count = from.count()?;
    // Whatever a number says, each day takes some bytes.
    let mut running = Running::with_room(count.min(from.0.len()));
    let (mut day, mut so_far) = (0_i32, Tally::default());
    for _ in 0..count {
        day = day.checked_add_unsigned(u32::try_from(from.small()?).ok()?)?;
        so_far.count = so_far.count.checked_add(usize::try_from(from.small()?).ok()?)?;
        let sum = from.exact()?;
        if !sum.is_zero() {
            so_far.sum = so_far.sum.clone() + sum;
        }
        running.push(day, &so_far);
    }
    // Of numbers between those of two days, each is that of a day.
    (count == 0 || running.ends().is_some()).then_some(running)
}

fn bundle(from: &mut Unpacker<'_>) -> Option<Bundle> {
    let manner = match from.byte()? {
        0 => Manner::Sum,
        1 => Manner::First,
        2 => Manner::Last,
        3 => Manner::Largest,
        _ => return None,
    };
    let [all, begun, ended] = [running(from)?, running(from)?, running(from)?];
    let speaking = from.each(|from| {
        let date = from.day()?;
        let (sequence, version) = (from.count()? as u64, from.count()? as u64);
        let id = EntryId::new(uuid::Uuid::from_bytes(from.array()?));
        let occurred = Period::new(from.day()?, from.day()?).ok()?;
        let documented = from.byte()? == 1;
        let place = Place { sequence, version, id, occurred, documented };
        Some(Speaker { date, place, amount: from.exact()? })
    })?;
    Some(Bundle { manner, all, begun, ended, speaking })
}
