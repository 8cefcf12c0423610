//! Rows of an import that say what a standing activity says, in a ledger of which
//! activities are known as far as rules read them.
//!
//! ```text
//! rows ──▶ index: type, days ──▶ subject, fields that are kept ──▶ lines of the likely, few
//!                                                └─ too many ──▶ all lines, read through
//! ```
//!
//! In a large ledger much happened on each day: what the index keeps of fields tells nearly
//! all of it apart, and of what it does not tell apart the first that is alike is enough.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use hashbrown::{HashMap, HashSet};

use super::alike::{Print, RowPrint};
use super::committed::Committed;
use super::desk::DeskError;
use super::replaying::{ForValues, places_of, replay_on};
use crate::event::{BodyId, Period};
use crate::figures::{KeptFields, Known, Standing, State};
use crate::log::LogError;

/// How many activities are held that may say what rows say.
const MOST_LIKELY: usize = 1 << 20;

/// How many lines are read one by one, in a small ledger: reading one of them takes as long
/// as fifty of those that are read one after the other.
const MOST_LINES: u64 = 16_384;

/// What rows say of which is sought whether anything before says it.
pub(super) struct Sought {
    kept: KeptFields,
    /// What each row says that becomes an entry.
    rows: Vec<(u32, Says)>,
    /// The days of rows, by their type.
    days: HashMap<String, HashSet<Period>>,
}

/// What an activity says, by its prints.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Says {
    /// Of what the index keeps of it.
    pub(super) kept: Print,
    /// Of all but its type.
    pub(super) all: Print,
}

/// An activity that may say what rows say.
struct Likely {
    original: u64,
    version: u64,
    kept: Print,
}

/// The first activity that says what rows say, by what they say.
type First = HashMap<Says, u64>;

impl Sought {
    /// Nothing yet, in a ledger of which so much of activities is kept.
    pub(super) fn of(kept: KeptFields) -> Self {
        Self { kept, rows: vec![], days: HashMap::new() }
    }

    /// What is kept of activities.
    pub(super) fn kept(&self) -> &KeptFields {
        &self.kept
    }

    /// Adds a row of a type.
    pub(super) fn add(&mut self, index: usize, kind: &str, row: &RowPrint) {
        self.rows.push((u32::try_from(index).unwrap_or(u32::MAX), row.says));
        match self.days.get_mut(kind) {
            Some(days) => drop(days.insert(row.occurred)),
            None => drop(self.days.insert(kind.to_owned(), HashSet::from_iter([row.occurred]))),
        }
    }

    /// The rows that say what stood before entries from a place on, each with the place of
    /// the first activity that does.
    pub(super) fn found(
        &self,
        state: &State,
        before: u64,
        ledger: &Committed,
        dir: &Path,
    ) -> Result<Vec<(usize, u64)>, DeskError> {
        let first = match self.by_lines(state, before, ledger)? {
            Some(first) => first,
            None => self.read_through(state, before, ledger, dir)?,
        };
        let found = |(index, says): &(u32, Says)| Some((*index as usize, *first.get(says)?));
        Ok(self.rows.iter().filter_map(found).collect())
    }

    /// The same by the lines of those that are likely; none where that would take longer
    /// than reading through all.
    fn by_lines(&self, state: &State, before: u64, ledger: &Committed) -> Result<Option<First>, LogError> {
        let mut wanted = Wanted::of(&self.rows);
        let Some(likely) = self.likely(state, before, &wanted) else { return Ok(None) };
        let mut left = MOST_LINES.max(before / 64);
        let mut first = First::new();
        for Likely { original, version, kept } in likely {
            if !wanted.has(kept) {
                continue;
            }
            let Some(fewer) = left.checked_sub(1) else { return Ok(None) };
            left = fewer;
            let all = Print::of_any(&ledger.line(version)?.unwrap_or_default());
            let says = Says { kept, all };
            if wanted.take(says) {
                first.insert(says, original);
            }
        }
        Ok(Some(first))
    }

    /// The activities that say what rows say as far as the index tells, in the order of
    /// their originals; none where they are too many, or cannot be told.
    fn likely(&self, state: &State, before: u64, wanted: &Wanted) -> Option<Vec<Likely>> {
        let count = AtomicUsize::new(0);
        let mut likely = self.standing(state, before, |it, kept| {
            let is_likely = wanted.has(kept) && count.fetch_add(1, Ordering::Relaxed) <= MOST_LIKELY;
            is_likely.then(|| Likely { original: it.original(), version: it.version(), kept })
        });
        likely.sort_unstable_by_key(|it| it.original);
        let is_known = likely.len() <= MOST_LIKELY && !state.is_lost();
        is_known.then_some(likely)
    }

    /// What is found of the standing activities that are of the type and the days of a row,
    /// each with the print of what is kept of it.
    fn standing<R: Send>(
        &self,
        state: &State,
        before: u64,
        find: impl Fn(Standing<'_>, Print) -> Option<R> + Sync,
    ) -> Vec<R> {
        let kinds: Vec<&str> = self.days.keys().map(String::as_str).collect();
        state.found(&kinds, |it| {
            let days = self.days.get(it.kind())?;
            if !days.contains(&it.occurred()) || it.original() >= before {
                return None;
            }
            let subject = it.subject().map(BodyId::as_str);
            find(it, Print::of_kept(it.kind(), it.occurred(), subject, it.fields()))
        })
    }

    /// The same by all lines of the log.
    fn read_through(
        &self,
        state: &State,
        before: u64,
        ledger: &Committed,
        dir: &Path,
    ) -> Result<First, DeskError> {
        let log = ledger.log();
        let prints: HashSet<Print> = self.rows.iter().map(|(_, says)| says.all).collect();
        let places = places_of(log.as_ref(), &prints)?;
        let print_at = |version: u64| {
            let at = places.binary_search_by_key(&version, |(sequence, _)| *sequence).ok()?;
            Some(places[at].1)
        };
        let said = |state: &State| {
            self.standing(state, before, |it, kept| {
                Some((it.original(), Says { kept, all: print_at(it.version())? }))
            })
        };
        let mut all = said(state);
        if state.is_lost() {
            let replayed = replay_on(log.as_ref(), ForValues::beside(dir), Known::Now)?;
            all = said(&replayed.state);
        }
        // Of those that say the same the first comes last.
        all.sort_unstable_by(|(one, _), (next, _)| next.cmp(one));
        Ok(all.into_iter().map(|(original, says)| (says, original)).collect())
    }
}

/// What rows say of which no activity is found yet that says it.
struct Wanted {
    /// In order, each once.
    all: Vec<Says>,
    /// How many of them are not found, by what is kept.
    left: HashMap<Print, u32>,
    found: HashSet<Says>,
}

impl Wanted {
    fn of(rows: &[(u32, Says)]) -> Self {
        let mut all: Vec<Says> = rows.iter().map(|(_, says)| *says).collect();
        all.sort_unstable();
        all.dedup();
        let mut left = HashMap::new();
        for says in &all {
            *left.entry(says.kept).or_default() += 1;
        }
        Self { all, left, found: HashSet::new() }
    }

    /// Whether some row says what is kept of an activity, and none that says it was found.
    fn has(&self, kept: Print) -> bool {
        self.left.get(&kept).is_some_and(|left| *left > 0)
    }

    /// Notes that an activity says so; whether some row does, and it is the first.
    fn take(&mut self, says: Says) -> bool {
        let is_wanted = self.all.binary_search(&says).is_ok() && self.found.insert(says);
        if let Some(left) = self.left.get_mut(&says.kept).filter(|_| is_wanted) {
            *left -= 1;
        }
        is_wanted
    }
}
