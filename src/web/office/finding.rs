//! What takes a while to find of a ledger, found once.

use std::sync::Arc;

use super::Office;
use crate::audit::Checks;
use crate::event::Day;
use crate::figures::{Filter, Known, PlanChoice, Progress, State, progress};
use crate::ledger::Committed;
use crate::web::pages::import::preview::{Tried, TriedAs};
use crate::web::trouble::Trouble;

/// Of which plan, of what a filter lets through, and at which days the objectives
/// are looked at.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct Aim {
    pub choice: PlanChoice,
    pub filter: Filter,
    pub days: Vec<Day>,
}

impl Office {
    /// The state as known at a past moment; the last one asked for is kept.
    pub(in crate::web) fn known(&self, ledger: &Committed, known: Known) -> Result<Arc<State>, Trouble> {
        Ok(self.0.past.once_if(&(known, ledger.state().size()), |_| ledger.known(known))?)
    }

    /// What a file would do that is about to be imported; the last one that was
    /// tried out is kept.
    pub(in crate::web) fn tried(
        &self,
        of: &TriedAs,
        find: impl FnOnce() -> Result<Tried, Trouble>,
    ) -> Result<Arc<Tried>, Trouble> {
        self.0.tried.once_if(of, |_| find())
    }

    /// Keeps it no longer.
    pub(in crate::web) fn forget_tried(&self) {
        self.0.tried.forget();
    }

    /// What is open in the ledger today, found once for each state of it.
    pub(in crate::web) fn checks(&self, state: &State, today: Day) -> Arc<Checks> {
        let find = |_: &_| Checks::of(state, today, &self.documents());
        self.0.checks.once(&(state.size(), today), find)
    }

    /// The same where it is found already, or quickly.
    pub(in crate::web) fn ready_checks(&self, state: &State, today: Day) -> Option<Arc<Checks>> {
        let is_ready = is_at_once(state.size()) || self.0.checks.is(&(state.size(), today));
        is_ready.then(|| self.checks(state, today))
    }

    /// How far each objective is at each of some days.
    pub(in crate::web) fn progress(&self, state: &State, aim: &Aim) -> Arc<Vec<Progress>> {
        let find = |(_, aim): &(u64, Aim)| progress(state, &aim.choice, &aim.days, &aim.filter);
        self.0.progress.once(&(state.size(), aim.clone()), find)
    }

    /// The same where it is found already, or quickly.
    pub(in crate::web) fn ready_progress(&self, state: &State, aim: &Aim) -> Option<Arc<Vec<Progress>>> {
        let is_ready = is_at_once(state.size()) || self.0.progress.is(&(state.size(), aim.clone()));
        is_ready.then(|| self.progress(state, aim))
    }
}

/// Entries of a ledger in which everything is found at once; in a larger one a
/// page is shown before what takes longer, which follows.
const AT_ONCE: u64 = 20_000;

/// Whether what looks at so many entries is found before a page is shown.
pub(in crate::web) const fn is_at_once(entries: u64) -> bool {
    entries <= AT_ONCE
}
