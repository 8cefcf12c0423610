//! Bundles that were made, kept for as long as what they are made of stays as it
//! was.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::Bundled;
use crate::figures::answers::newest;
use crate::figures::table::Question;
use crate::plan::Indicator;

/// The bundles that a state keeps, by plan and indicator. A copy of it keeps them
/// too.
#[derive(Default)]
pub(in crate::figures) struct Bundles(Mutex<HashMap<(u64, String), Made>>);

/// What was made of the entries up to a place, once somebody asked.
#[derive(Clone, Default)]
struct Made {
    newest: u64,
    bundled: Arc<OnceLock<Option<Arc<Bundled>>>>,
}

impl Bundles {
    /// What a rule looks at, in bundles; none where it has to look at each.
    pub(super) fn of(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Bundled>> {
        let newest = newest(question, indicator);
        let room = {
            let mut kept = self.kept();
            let made = kept.entry((question.ruling.adopted.sequence, indicator.id.clone())).or_default();
            if made.newest != newest {
                *made = Made { newest, ..Made::default() };
            }
            Arc::clone(&made.bundled)
        };
        room.get_or_init(|| Bundled::of(question, indicator).map(Arc::new)).clone()
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<(u64, String), Made>> {
        // What is put in is whole, so a thread that panicked left none half.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for Bundles {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.kept().clone()))
    }
}

impl fmt::Debug for Bundles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bundles")
    }
}
