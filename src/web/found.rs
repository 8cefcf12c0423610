//! What takes a while to find is found once, and kept until it is something
//! else that is asked for.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was found last, and of what. Who looks whether it is there never waits
/// for who finds it.
pub(super) struct Found<K, T>(Mutex<Option<(K, Slot<T>)>>);

/// What is found, or being found.
type Slot<T> = Arc<Mutex<Option<Arc<T>>>>;

impl<K: PartialEq + Clone, T> Found<K, T> {
    pub(super) const fn nothing() -> Self {
        Self(Mutex::new(None))
    }

    /// Whether it is found already.
    pub(super) fn is(&self, of: &K) -> bool {
        let slot = self.slot(of);
        // Being found is not found yet.
        slot.is_some_and(|slot| slot.try_lock().is_ok_and(|found| found.is_some()))
    }

    fn slot(&self, of: &K) -> Option<Slot<T>> {
        locked(&self.0).as_ref().filter(|(it, _)| it == of).map(|(_, slot)| Arc::clone(slot))
    }

    /// What is kept of this, or room for it in place of what was found before.
    fn slot_for(&self, of: &K) -> Slot<T> {
        let mut kept = locked(&self.0);
        match &*kept {
            Some((it, slot)) if it == of => Arc::clone(slot),
            _ => Arc::clone(&kept.insert((of.clone(), Slot::default())).1),
        }
    }

    /// Keeps nothing any more.
    pub(super) fn forget(&self) {
        *locked(&self.0) = None;
    }

    /// What was found, or is found now.
    pub(super) fn once(&self, of: &K, find: impl FnOnce(&K) -> T) -> Arc<T> {
        let found: Result<_, std::convert::Infallible> = self.once_if(of, |of| Ok(find(of)));
        match found {
            Ok(found) => found,
            Err(never) => match never {},
        }
    }

    /// The same where finding it may fail.
    pub(super) fn once_if<E>(&self, of: &K, find: impl FnOnce(&K) -> Result<T, E>) -> Result<Arc<T>, E> {
        let slot = self.slot_for(of);
        let mut found = locked(&slot);
        if let Some(found) = &*found {
            return Ok(Arc::clone(found));
        }
        let made = Arc::new(find(of)?);
        *found = Some(Arc::clone(&made));
        Ok(made)
    }
}

/// What a lock guards: a request that panicked left nothing half done, for
/// state and log change last.
pub(super) fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}
