//! What was found of contradictions so far, and what was packed of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::held::changed;
use super::listing::{Listing, word};
use super::{Listed, Sharing, concerns, sharing, types};
use crate::event::{Day, Period};
use crate::figures::index::Which;
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::round::{Asker, round};
use crate::figures::table::Question;
use crate::figures::totals::reported;
use crate::plan::Indicator;

/// What was found so far, by the types drawn on and the totals that there are: only
/// rows of the same types can share an item. It holds for every date at which the
/// same totals are looked at.
#[derive(Default)]
pub(in crate::figures) struct Contradictions {
    found: Mutex<HashMap<Drawn, Room>>,
    packed: Option<Arc<PackedListings>>,
}

/// What was packed of the entries up to a place.
struct PackedListings {
    size: u64,
    all: BTreeMap<Drawn, Listing>,
}

/// Which rows share items, of which plan, with which totals.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Drawn {
    pub(super) plan: u64,
    pub(super) types: BTreeSet<String>,
    pub(super) totals: Vec<(String, u64)>,
}

/// The room for what is found, which holds up to an entry.
#[derive(Clone, Default)]
struct Room {
    newest: u64,
    listed: Arc<OnceLock<Listed>>,
}

impl Contradictions {
    /// What is listed of these rows.
    pub(super) fn listed(&self, asked: &Sharing<'_>) -> Arc<OnceLock<Listed>> {
        let room = self.room(asked);
        let all = || round(&asked.question, &[Asker::Listing(asked)]).pop()?.listing();
        let listing = || self.gone_on(asked).or_else(all).unwrap_or_default();
        room.get_or_init(|| Listed::of(listing(), asked));
        room
    }

    /// Whether it is known what is listed of them.
    pub(in crate::figures) fn are_known(&self, asked: &Sharing<'_>) -> bool {
        self.room(asked).get().is_some()
    }

    /// Keeps what is listed of them.
    pub(in crate::figures) fn keep(&self, asked: &Sharing<'_>, listing: Listing) {
        // Where somebody else was there first, it is the same.
        let _ = self.room(asked).set(Listed::of(listing, asked));
    }

    fn room(&self, asked: &Sharing<'_>) -> Arc<OnceLock<Listed>> {
        let mut all = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let room = all.entry(asked.drawn.clone()).or_default();
        if room.newest != asked.newest {
            *room = Room { newest: asked.newest, listed: Arc::default() };
        }
        Arc::clone(&room.listed)
    }

    /// What was packed of what is listed of them, with the size of the ledger then.
    fn packed(&self, asked: &Sharing<'_>) -> Option<(u64, &Listing)> {
        let touched = asked.question.state.touched_beside();
        let packed = self.packed.as_deref().filter(|it| touched <= it.size)?;
        let known = packed.all.get(&asked.drawn)?;
        (known.rows() == asked.held.len()).then_some((packed.size, known))
    }

    /// The same with what changed since, where it can be gone on with.
    pub(in crate::figures) fn gone_on(&self, asked: &Sharing<'_>) -> Option<Listing> {
        let (size, known) = self.packed(asked)?;
        let mut listing = known.clone();
        if asked.newest > size {
            listing.add(&changed(asked, Which::ChangedNow)?);
            listing.take(&changed(asked, Which::ChangedThen)?).then_some(())?;
        }
        Some(listing)
    }

    /// What is to be asked so that it is known of these rows of a plan's table at every
    /// date.
    pub(in crate::figures) fn asked_ever<'a>(
        question: &Question<'a>,
        shown: &[&Indicator],
    ) -> Vec<Sharing<'a>> {
        let dated = |it: &&Indicator| change_days(question, it);
        let all = shown.iter().flat_map(|it| dated(it).into_iter().map(move |day| (day, *it)));
        different(question, all)
    }

    /// What is to be asked so that it is known at one date.
    pub(in crate::figures) fn asked_at<'a>(
        question: &Question<'a>,
        shown: &[&Indicator],
    ) -> Vec<Sharing<'a>> {
        different(question, shown.iter().map(|it| (question.as_at, *it)))
    }

    /// Packs what holds of these rows of a plan's table, at every date.
    pub(in crate::figures) fn pack(question: &Question<'_>, shown: &[&Indicator], packer: &mut Packer) {
        let mut all: BTreeMap<Drawn, Vec<u8>> = BTreeMap::new();
        for asked in Self::asked_ever(question, shown) {
            let listed = question.state.contradictions().listed(&asked);
            let mut own = Packer::default();
            if let Some(listed) = listed.get() {
                listed.listing.pack(&mut own);
                all.insert(asked.drawn, own.0);
            }
        }
        packer.each(all.iter(), |packer, (drawn, listing)| {
            packer.place(drawn.plan);
            packer.each(drawn.types.iter(), |packer, kind| packer.text(kind));
            packer.each(drawn.totals.iter(), |packer, (id, sequence)| {
                packer.text(id);
                packer.place(*sequence);
            });
            packer.0.extend_from_slice(listing);
        });
    }

    /// What was packed, of the entries up to a place, of each plan.
    pub(in crate::figures) fn unpack(bytes: &[u8], size: u64) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut all = BTreeMap::new();
        while !from.0.is_empty() {
            all.extend(from.each(|from| {
                let plan = from.place()?;
                let types = from.each(word)?.into_iter().collect();
                let totals = from.each(|from| Some((word(from)?, from.place()?)))?;
                Some((Drawn { plan, types, totals }, Listing::unpack(from)?))
            })?);
        }
        Some(Self { packed: Some(Arc::new(PackedListings { size, all })), ..Self::default() })
    }
}

/// The rows that share items with these and have totals on these days, each of them once.
fn different<'a, 'i>(
    question: &Question<'a>,
    all: impl Iterator<Item = (Day, &'i Indicator)>,
) -> Vec<Sharing<'a>> {
    let mut known = BTreeSet::new();
    let mut types_on = BTreeSet::new();
    let concerned = all.filter(|(day, it)| concerns(it) && types_on.insert((*day, types(it))));
    let asked = concerned.map(|(day, it)| Sharing::of(question.at(day), it));
    asked.filter(|asked| !asked.held.is_empty() && known.insert(asked.drawn.clone())).collect()
}

/// The days from which on other totals of the rows that share items with those of an
/// indicator are looked at.
fn change_days(question: &Question<'_>, indicator: &Indicator) -> BTreeSet<Day> {
    let types = types(indicator);
    let totals = sharing(question, &types).flat_map(|it| reported(question, it));
    let days = |period: Period| {
        let year = question.ruling.fiscal_year(period.to);
        [period.from, period.to, period.to.next(), year.to.next()]
    };
    totals.flat_map(|total| days(total.period)).collect()
}

impl Clone for Contradictions {
    fn clone(&self) -> Self {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self { found: Mutex::new(found), packed: self.packed.clone() }
    }
}

impl fmt::Debug for Contradictions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contradictions")
    }
}
