//! Whether an id stands twice, in little memory however many there are.
//!
//! Ids of version 7 begin with the time, so that most are greater than all before them
//! and need no look. Others are looked for: activities by what the state finds them by,
//! all other entries among those that are kept here, which are few.

use hashbrown::HashSet;

use crate::event::EntryId;

/// The ids of the entries so far.
#[derive(Default)]
pub(super) struct Ids {
    greatest: Option<EntryId>,
    /// Those of entries that record no activity.
    apart: HashSet<EntryId>,
}

impl Ids {
    /// Whether an id is another one than all that were taken; asks whether it is that
    /// of an activity where this is not told by its time.
    pub(super) fn is_new(&self, id: EntryId, is_activity: impl FnOnce(EntryId) -> bool) -> bool {
        Some(id) > self.greatest || !(self.apart.contains(&id) || is_activity(id))
    }

    /// Takes the id of the next entry, which may record an activity.
    pub(super) fn take(&mut self, id: EntryId, is_activity: bool) {
        self.greatest = self.greatest.max(Some(id));
        if !is_activity {
            self.apart.insert(id);
        }
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

    fn id(number: u32) -> EntryId {
        EntryId::new(Uuid::from_u128(u128::from(number)))
    }

    proptest! {
        #[test]
        fn an_id_that_stands_twice_is_found_wherever_it_stands(entries in vec((0..200_u32, any::<bool>()), 0..60)) {
            let (mut ids, mut activities, mut all) = (Ids::default(), BTreeSet::new(), BTreeSet::new());
            for (number, is_activity) in entries {
                let id = id(number);
                prop_assert_eq!(ids.is_new(id, |id| activities.contains(&id)), all.insert(id));
                ids.take(id, is_activity);
                activities.extend(Some(id).filter(|_| is_activity));
            }
        }
    }

    #[test]
    fn what_grows_needs_no_look() {
        let mut ids = Ids::default();
        for number in 0..100 {
            assert!(ids.is_new(id(number), |_| unreachable!()));
            ids.take(id(number), true);
        }
        assert!(!ids.is_new(id(7), |_| true));
    }
}
