//! What takes a while to find is found once, and kept until it is something
//! else that is asked for.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was found last, and of what.
pub(super) struct Found<K, T>(Mutex<Option<(K, Arc<T>)>>);

impl<K: PartialEq, T> Found<K, T> {
    pub(super) const fn nothing() -> Self {
        Self(Mutex::new(None))
    }

    /// Whether it is found already.
    pub(super) fn is(&self, of: &K) -> bool {
        locked(&self.0).as_ref().is_some_and(|(it, _)| it == of)
    }

    /// What was found, or is found now.
    pub(super) fn once(&self, of: K, find: impl FnOnce(&K) -> T) -> Arc<T> {
        let found: Result<_, std::convert::Infallible> = self.once_if(of, |of| Ok(find(of)));
        match found {
            Ok(found) => found,
            Err(never) => match never {},
        }
    }

    /// The same where finding it may fail.
    pub(super) fn once_if<E>(&self, of: K, find: impl FnOnce(&K) -> Result<T, E>) -> Result<Arc<T>, E> {
        let mut kept = locked(&self.0);
        if let Some((it, found)) = &*kept
            && *it == of
        {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(find(&of)?);
        *kept = Some((of, Arc::clone(&found)));
        Ok(found)
    }
}

/// What a lock guards: a request that panicked left nothing half done, for
/// state and log change last.
pub(super) fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}
