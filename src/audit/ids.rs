//! Whether an id stands twice, in little memory however many there are.
//!
//! Ids of version 7 begin with the time, so most are greater than all before them
//! and need no look; those given in one millisecond come in any order, and are
//! looked for among the last ones, which are kept. What is left is older than all
//! that: such strays are gathered and looked for together, in one more reading of
//! the log.

use std::cmp::Ordering;

use hashbrown::HashSet;

use crate::event::EntryId;

/// How many strays are gathered before they are looked for.
const MOST_STRAYS: usize = 1 << 18;

/// The ids of the entries so far.
pub(super) struct Ids {
    room: usize,
    /// The last ones, and as many before them.
    last: Generation,
    before: Generation,
    /// The greatest of those that are not kept any more.
    passed: Option<EntryId>,
    strays: Vec<(EntryId, u64)>,
}

/// Ids that came one after the other.
#[derive(Default)]
struct Generation {
    ids: HashSet<EntryId>,
    greatest: Option<EntryId>,
}

impl Ids {
    /// With so many kept at least, once there are as many.
    pub(super) fn keeping(room: usize) -> Self {
        let (last, before) = (Generation::default(), Generation::default());
        Self { room, last, before, passed: None, strays: Vec::new() }
    }

    /// Takes the id of the entry at a place; whether it is another one than all
    /// that are kept.
    pub(super) fn take(&mut self, id: EntryId, place: u64) -> bool {
        let greatest = self.last.greatest.max(self.before.greatest).max(self.passed);
        if Some(id) <= greatest {
            if self.last.ids.contains(&id) || self.before.ids.contains(&id) {
                return false;
            }
            if Some(id) <= self.passed {
                self.strays.push((id, place));
            }
        }
        if self.last.ids.len() == self.room {
            let passed = std::mem::replace(&mut self.before, std::mem::take(&mut self.last));
            self.passed = self.passed.max(passed.greatest);
        }
        self.last.greatest = self.last.greatest.max(Some(id));
        self.last.ids.insert(id);
        true
    }

    /// Whether so many strays are gathered that they are to be looked for.
    pub(super) const fn are_many(&self) -> bool {
        self.strays.len() >= MOST_STRAYS
    }

    /// The strays so far, to be looked for.
    pub(super) fn strays(&mut self) -> Strays {
        Strays::of(std::mem::take(&mut self.strays))
    }
}

/// Ids that may stand twice.
pub(super) struct Strays {
    ids: Vec<(EntryId, u64)>,
    /// The first place at which an id stands that stood before.
    twice: Option<u64>,
}

impl Strays {
    fn of(mut ids: Vec<(EntryId, u64)>) -> Self {
        ids.sort_unstable();
        let again = ids.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1);
        Self { twice: again.min(), ids }
    }

    /// Whether there are none.
    pub(super) const fn are_none(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether an id is one of them.
    pub(super) fn has(&self, id: EntryId) -> bool {
        self.ids.binary_search_by(|(stray, _)| stray.cmp(&id)).is_ok()
    }

    /// Takes an id that is one of them, as it stands at a place.
    pub(super) fn found(&mut self, id: EntryId, place: u64) {
        let first = self.ids.partition_point(|(stray, _)| stray.cmp(&id) == Ordering::Less);
        let same = self.ids[first..].iter().take_while(|(stray, _)| *stray == id);
        let later = same.map(|(_, stray)| *stray).find(|stray| *stray > place);
        self.twice = [self.twice, later].into_iter().flatten().min();
    }

    /// The first place at which an id stands that stood before.
    pub(super) const fn twice(&self) -> Option<u64> {
        self.twice
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::Ids;
    use crate::event::EntryId;

    /// The first place at which an id stands twice, found with few ids kept.
    fn twice(ids: &[EntryId], room: usize) -> Option<u64> {
        let mut kept = Ids::keeping(room);
        let stopped = (0..).zip(ids).find(|(place, id)| !kept.take(**id, *place)).map(|(place, _)| place);
        let mut strays = kept.strays();
        for (place, id) in (0..).zip(ids) {
            if strays.has(*id) {
                strays.found(*id, place);
            }
        }
        strays.twice().or(stopped)
    }

    /// The same, with all of them kept.
    fn simply(ids: &[EntryId]) -> Option<u64> {
        let mut known = BTreeSet::new();
        (0..).zip(ids).find(|(_, id)| !known.insert(**id)).map(|(place, _)| place)
    }

    fn id(number: u32) -> EntryId {
        EntryId::new(Uuid::from_u128(u128::from(number)))
    }

    proptest! {
        #[test]
        fn an_id_that_stands_twice_is_found_wherever_it_stands(
            numbers in vec(0..200_u32, 0..60), room in 1..9_usize,
        ) {
            let ids: Vec<EntryId> = numbers.into_iter().map(id).collect();
            prop_assert_eq!(twice(&ids, room), simply(&ids));
        }

        #[test]
        fn one_id_among_many_in_order_is_found_far_away(
            first in 0..500_usize, far in 1..500_usize, room in 1..9_usize,
        ) {
            let mut ids: Vec<EntryId> = (0..1_000).map(id).collect();
            ids[first + far] = ids[first];
            prop_assert_eq!(twice(&ids, room), Some((first + far) as u64));
        }
    }

    #[test]
    fn what_grows_needs_no_look() {
        let mut kept = Ids::keeping(2);
        assert!((0..100).all(|place| kept.take(id(place * 3), place.into())));
        assert!(kept.strays().are_none());
        assert!(kept.take(id(4), 100), "new, and older than all that are kept");
        assert!(!kept.strays().are_none());
    }
}
