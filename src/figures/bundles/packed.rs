//! Bundles as bytes and back.

use std::collections::BTreeSet;
use std::hash::Hash;
use std::sync::Arc;

use bytes::Bytes;
use hashbrown::HashMap;

use super::Parts;
use super::bundle::{Bundle, Manner};
use super::by_traits::ByTraits;
use super::running::Running;
use super::speaking::Speaking;
use super::traits::{Between, Numbered, Traits, Unstated};
use crate::event::Precision;
use crate::figures::packed::{Packer, Unpacker};

impl Parts {
    /// Their bytes, the same whichever came first.
    pub(super) fn pack(&self) -> Vec<u8> {
        let mut packer = Packer::default();
        packer.count(self.misses);
        pack_each(&mut packer, &self.bundles, pack_traits);
        pack_each(&mut packer, &self.unstated, |packer, unstated| {
            pack_traits(packer, &unstated.traits);
            packer.each(unstated.paths.iter(), |packer, path| packer.text(path));
        });
        packer.0
    }

    pub(super) fn unpack(bytes: &Bytes) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut known = KnownKeys::new();
        let misses = from.count()?;
        let bundles = from.each(|from| Some((Arc::new(traits(from, &mut known)?), bundle(from, bytes)?)))?;
        let unstated = from.each(|from| {
            let traits = Arc::new(traits(from, &mut known)?);
            let paths = words(from)?;
            Some((Arc::new(Unstated { traits, paths }), bundle(from, bytes)?))
        })?;
        let (bundles, unstated) = (ByTraits::of(bundles), ByTraits::of(unstated));
        from.0.is_empty().then_some(Self { bundles, unstated, misses })
    }
}

/// Packs bundles in the order in which they stay, so that whoever goes through them finds
/// what belongs to each behind that of the one before.
fn pack_each<T: Hash + Eq>(packer: &mut Packer, all: &ByTraits<T>, pack: fn(&mut Packer, &T)) {
    let mut all: Vec<_> = all
        .iter()
        .map(|(traits, bundle)| {
            let mut packer = Packer::default();
            pack(&mut packer, traits);
            pack_bundle(&mut packer, bundle);
            (bundle.order(), packer.0)
        })
        .collect();
    // Two of which the same row speaks first, of several sources, come in either order.
    all.sort_unstable();
    packer.count(all.len());
    for (_, bytes) in &all {
        packer.0.extend_from_slice(bytes);
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

fn pack_bundle(packer: &mut Packer, bundle: &Bundle) {
    packer.0.push(match bundle.manner {
        Manner::Sum => 0,
        Manner::First => 1,
        Manner::Last => 2,
        Manner::Largest => 3,
    });
    bundle.speaking.pack(packer);
    bundle.all.pack(packer);
    bundle.over.pack(packer);
}

fn bundle(from: &mut Unpacker<'_>, bytes: &Bytes) -> Option<Bundle> {
    let manner = match from.byte()? {
        0 => Manner::Sum,
        1 => Manner::First,
        2 => Manner::Last,
        3 => Manner::Largest,
        _ => return None,
    };
    let speaking = Speaking::unpack(from, bytes)?;
    let (all, over) = (Running::unpack(from, bytes)?, Running::unpack(from, bytes)?);
    Some(Bundle { manner, all, over, speaking })
}
