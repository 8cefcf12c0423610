//! What the verifier itself remembers of activities: enough to tell whether what is
//! said of one later may be said, a few bytes for each entry.
//!
//! Their contents are not kept. Where one is needed it is read from the log again.
//!
//! Of each entry's hash eight bytes are kept: a *tag*, which a key chosen at random
//! for this run makes of it. An entry that names another by a hash is believed where
//! that hash has the other's tag. Whoever wrote the log does not know the key, so
//! another hash than the right one has that tag once in 2^64 times, whatever they
//! write (docs/decisions/0029); where the tag is another, so is the hash.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use hashbrown::{Equivalent, HashMap as Numbers};
use uuid::Uuid;

use super::places::Places;
use crate::event::{Day, Entry, EntryId, Hash, Period, types};

/// What is remembered of all entries.
pub(super) struct Activities {
    /// The mark of each entry, by its number.
    marks: Places<u32>,
    known: Vec<Mark>,
    numbers: Numbers<Mark, u32>,
    /// Those that were withdrawn, all of each.
    withdrawn: HashSet<u64>,
    /// Each correction behind its original, and whether it was withdrawn.
    corrections: BTreeMap<(u64, u64), bool>,
    /// The last day of versions that are planned.
    planned: HashMap<u64, Day>,
    /// The tag of each entry's hash.
    tags: Places<u64>,
    key: RandomState,
}

/// What many entries have in common.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Mark {
    /// Who recorded it.
    pub(super) user: Uuid,
    /// The type of which it is an activity; none of all other entries.
    pub(super) kind: Option<Arc<str>>,
    /// The import that it came with.
    pub(super) batch: Option<EntryId>,
}

/// The same, before it is known.
#[derive(Hash)]
struct Seen<'a> {
    user: Uuid,
    kind: Option<&'a str>,
    batch: Option<EntryId>,
}

impl Equivalent<Mark> for Seen<'_> {
    fn equivalent(&self, mark: &Mark) -> bool {
        mark.user == self.user && mark.kind.as_deref() == self.kind && mark.batch == self.batch
    }
}

impl Activities {
    /// None yet, with this key for the tags of hashes.
    pub(super) fn under(key: RandomState) -> Self {
        Self {
            marks: Places::default(),
            known: vec![],
            numbers: Numbers::new(),
            withdrawn: HashSet::new(),
            corrections: BTreeMap::new(),
            planned: HashMap::new(),
            tags: Places::default(),
            key,
        }
    }

    /// The mark of the entry at a place.
    pub(super) fn mark(&self, place: u64) -> Option<&Mark> {
        let number = self.marks.get(place)?;
        self.known.get(*number as usize)
    }

    /// Whether all of the activity was withdrawn whose original stands at a place.
    pub(super) fn is_withdrawn(&self, original: u64) -> bool {
        self.withdrawn.contains(&original)
    }

    /// The places of its versions, each with whether it was withdrawn.
    pub(super) fn versions(&self, original: u64) -> impl Iterator<Item = (u64, bool)> {
        let corrections = self.corrections.range((original, 0)..=(original, u64::MAX));
        std::iter::once((original, false)).chain(corrections.map(|((_, place), gone)| (*place, *gone)))
    }

    /// The place of the version that a correction replaces.
    pub(super) fn latest(&self, original: u64) -> u64 {
        let standing = self.versions(original).filter(|(_, withdrawn)| !withdrawn);
        standing.last().map_or(original, |(place, _)| place)
    }

    /// The last day of a version that is planned.
    pub(super) fn planned(&self, version: u64) -> Option<Day> {
        self.planned.get(&version).copied()
    }

    /// Whether there is an entry at a place, and it has this hash.
    pub(super) fn has_hash(&self, place: u64, hash: Hash) -> bool {
        self.tags.get(place).is_some_and(|tag| *tag == self.key.hash_one(hash.0))
    }

    /// Takes the next entry: an activity of a type, or another one. What is said of
    /// an activity by it is told beside.
    pub(super) fn take(&mut self, user: Uuid, kind: Option<&str>, batch: Option<EntryId>, tag: u64) {
        let number = self.number(user, kind, batch.filter(|_| kind.is_some()));
        self.marks.push(number);
        self.tags.push(tag);
    }

    fn number(&mut self, user: Uuid, kind: Option<&str>, batch: Option<EntryId>) -> u32 {
        let last = self.marks.last().map(|number| (*number, &self.known[*number as usize]));
        let seen = Seen { user, kind, batch };
        if let Some((number, _)) = last.filter(|(_, mark)| seen.equivalent(mark)) {
            return number;
        }
        if let Some(number) = self.numbers.get(&seen) {
            return *number;
        }
        let mark = Mark { user, kind: kind.map(Arc::from), batch };
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(mark.clone());
        self.numbers.insert(mark, number);
        number
    }

    /// Notes that a version lies in the future of the day it was recorded.
    pub(super) fn plan(&mut self, version: u64, days: Option<Period>, recorded: Option<Day>) {
        if let Some((days, _)) = days.zip(recorded).filter(|(days, recorded)| days.to > *recorded) {
            self.planned.insert(version, days.to);
        }
    }

    /// Notes what an entry says of the activity whose original stands at a place,
    /// or of one of its corrections.
    pub(super) fn tell(&mut self, original: u64, correction: Option<u64>, entry: &Entry) {
        match entry.draft.kind.as_str() {
            types::ENTRY_CORRECTED => drop(self.corrections.insert((original, entry.sequence), false)),
            types::ENTRY_CONFIRMED => {
                let latest = self.latest(original);
                self.planned.remove(&latest);
            }
            types::ENTRY_WITHDRAWN => match correction {
                None => drop(self.withdrawn.insert(original)),
                Some(place) => {
                    self.corrections.entry((original, place)).and_modify(|withdrawn| *withdrawn = true);
                }
            },
            _ => {}
        }
    }
}
