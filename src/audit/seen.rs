//! What the verifier reads of one line, which takes no other line: the part that is
//! done on all cores.
//!
//! An activity is skimmed, and held against what was known when its group was taken;
//! what is not found right that way is read in full in its turn.

use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

use super::documents::{Named, named_in, sealed_in};
use super::known::Known;
use crate::event::{Activity, Entry, EntryError, Hash, Member, Skim, Skimmed, types, value_of};
use crate::figures::{ReplayError, Said};
use crate::ledger::{GroupRoom, locked};

/// What was read of a line.
pub(super) enum Seen {
    /// A line that records an activity which was found right: the next of those that
    /// were skimmed.
    Skimmed,
    /// An activity to be judged in its turn.
    Open,
    /// All that a line says. Few are, and a box is small beside what is skimmed.
    Read(Box<Spelt>),
}

/// A line that was skimmed, with its hash.
pub(super) struct Glimpse {
    pub(super) skim: Skim,
    pub(super) marks: Marks,
}

/// A line that was read in full, with its hash.
pub(super) struct Spelt {
    pub(super) said: Spoken,
    pub(super) marks: Marks,
}

/// What is noted of every line.
pub(super) struct Marks {
    /// The hash of the line.
    pub(super) hash: Hash,
    /// By what this run tells that hash from others.
    pub(super) tag: u64,
    /// Whether the line is the one spelling of what was read.
    pub(super) is_spelled: bool,
    /// Whether its source is that of the first line.
    pub(super) is_own: bool,
    /// What it names beside the log, where it names anything.
    pub(super) named: Option<Box<Named>>,
}

/// An entry, with what it says where that can be read.
#[expect(clippy::large_enum_variant, reason = "nearly all are said, and a box is freed by another thread")]
pub(super) enum Spoken {
    Said(Said),
    /// Its members are not as its type has them.
    Unsaid(Box<(Entry, ReplayError)>),
}

impl Spoken {
    pub(super) const fn entry(&self) -> &Entry {
        match self {
            Self::Said(said) => said.entry(),
            Self::Unsaid(unsaid) => &unsaid.0,
        }
    }

    /// The version of an activity that it holds, recorded or corrected.
    pub(super) fn version(&self) -> Option<&Activity> {
        match self {
            Self::Said(said) => said.version(),
            Self::Unsaid(_) => None,
        }
    }

    /// Whether it records an activity.
    pub(super) const fn is_activity(&self) -> bool {
        matches!(self, Self::Said(said) if said.is_activity())
    }
}

/// What lines are read with.
pub(super) struct Reading<'r> {
    /// The source of the first line.
    pub(super) source: String,
    /// The key of this run's tags.
    pub(super) key: RandomState,
    /// What is known so far; none where every line is read in full.
    pub(super) known: Option<&'r Mutex<Known>>,
}

/// The room of a group.
#[derive(Default)]
pub(super) struct Found {
    /// Where the fields of those that were skimmed stand.
    pub(super) members: Vec<Member>,
    /// What was skimmed: it stays where it was read.
    pub(super) glimpses: Vec<Glimpse>,
    /// What was known when the group was taken.
    known: Option<Known>,
}

impl GroupRoom for Found {
    fn clear(&mut self) {
        self.members.clear();
        self.glimpses.clear();
        self.known = None;
    }
}

impl Reading<'_> {
    /// Reads a line with this hash.
    pub(super) fn see(&self, line: &[u8], hash: Hash, found: &mut Found) -> Result<Seen, EntryError> {
        let Some(known) = self.known else {
            return self.read(line, hash).map(|read| Seen::Read(Box::new(read)));
        };
        let before = found.members.len();
        let Some(skim) = Skim::read(line, &mut found.members) else {
            return self.read(line, hash).map(|read| Seen::Read(Box::new(read)));
        };
        let known = found.known.get_or_insert_with(|| locked(known).clone());
        let said = skim.of(line, &found.members);
        if !known.fits(said) {
            found.members.truncate(before);
            return Ok(Seen::Open);
        }
        let named = named_by(said);
        let (is_own, tag) = (said.source() == self.source, self.key.hash_one(hash.0));
        let marks = Marks { hash, tag, is_spelled: true, is_own, named };
        found.glimpses.push(Glimpse { skim, marks });
        Ok(Seen::Skimmed)
    }

    /// Reads a line with this hash in full.
    pub(super) fn read(&self, line: &[u8], hash: Hash) -> Result<Spelt, EntryError> {
        let mut entry = Entry::read(line)?;
        // The reader refuses every other spelling; going along it again shows it.
        let is_spelled = entry.is_spelled(line);
        let is_own = entry.source == self.source;
        let named = boxed(named_in(&entry.draft.data));
        // All entries name one source; only that of entry 0 is kept.
        if entry.sequence > 0 {
            entry.source = String::new();
        }
        let said = match Said::of(entry) {
            Ok(said) => Spoken::Said(said),
            Err(error) => Spoken::Unsaid(Box::new((Entry::read(line)?, error))),
        };
        let tag = self.key.hash_one(hash.0);
        Ok(Spelt { said, marks: Marks { hash, tag, is_spelled, is_own, named } })
    }
}

impl Spelt {
    /// Whether it is an entry of the program's own.
    pub(super) fn is_own_type(&self) -> bool {
        self.said.entry().draft.kind.starts_with(types::PREFIX)
    }
}

/// What an activity names beside the log.
fn named_by(said: Skimmed<'_>) -> Option<Box<Named>> {
    let documents = if said.skim.is_documented { said.documents() } else { vec![] };
    let mut named = Named { documents: documents.into_iter().map(Some).collect(), sealed: vec![] };
    // What is sealed is an object, and most fields are none and have none.
    let with_objects = said.values().filter(|spelt| memchr::memchr(b'{', spelt).is_some());
    let values = with_objects.filter_map(value_of);
    values.for_each(|value| sealed_in(&value, &mut named.sealed));
    boxed(named)
}

fn boxed(named: Named) -> Option<Box<Named>> {
    Some(named).filter(|named| !named.is_nothing()).map(Box::new)
}
