//! What was found of contradictions so far, and what was packed of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::held::listing;
use super::listing::{Listing, word};
use super::{Asked, Listed, concerns, sharing, types};
use crate::event::{Day, Period};
use crate::figures::index::Which;
use crate::figures::packed::{Packer, Unpacker};
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
    pub(super) fn listed(&self, question: &Question<'_>, asked: &Asked<'_>) -> Arc<OnceLock<Listed>> {
        let room = {
            let mut all = self.found.lock().unwrap_or_else(PoisonError::into_inner);
            let room = all.entry(asked.drawn.clone()).or_default();
            if room.newest != asked.newest {
                *room = Room { newest: asked.newest, listed: Arc::default() };
            }
            Arc::clone(&room.listed)
        };
        room.get_or_init(|| Listed::of(self.listing(question, asked), asked));
        room
    }

    /// What is listed, gone on with from what was packed where that can be.
    fn listing(&self, question: &Question<'_>, asked: &Asked<'_>) -> Listing {
        let (held, kinds) = (&asked.held, asked.drawn.kinds());
        let look = |which| listing(question, held, &kinds, which);
        let packed = self.packed.as_deref().filter(|it| question.state.touched_beside() <= it.size);
        let known = packed.and_then(|it| Some((it.size, it.all.get(&asked.drawn)?)));
        let known = known.filter(|(_, known)| known.rows() == held.len());
        let gone_on = known.and_then(|(size, known)| {
            if asked.newest <= size {
                return Some(known.clone());
            }
            known.with(&look(Which::ChangedNow)?, &look(Which::ChangedThen)?)
        });
        gone_on.or_else(|| look(Which::All)).unwrap_or_default()
    }

    /// The days and rows that are to be asked for, so that it is known at every date of
    /// these rows of a plan's table: each of which share items and have totals then, once.
    pub(in crate::figures) fn asked<'a>(
        question: &Question<'_>,
        shown: &[&'a Indicator],
    ) -> Vec<(Day, &'a Indicator)> {
        let mut known = BTreeSet::new();
        let concerned = shown.iter().filter(|it| concerns(it));
        let all = concerned.flat_map(|it| change_days(question, it).into_iter().map(move |day| (day, *it)));
        let is_new = |(day, it): &(Day, &Indicator)| {
            let asked = Asked::of(&question.at(*day), it);
            !asked.held.is_empty() && known.insert(asked.drawn)
        };
        all.filter(is_new).collect()
    }

    /// Looks at what is listed of a row on a day, which is kept.
    pub(in crate::figures) fn look_at(question: &Question<'_>, (day, indicator): (Day, &Indicator)) {
        let question = question.at(day);
        question.state.contradictions().listed(&question, &Asked::of(&question, indicator));
    }

    /// Packs what holds of these rows of a plan's table, at every date.
    pub(in crate::figures) fn pack(question: &Question<'_>, shown: &[&Indicator], packer: &mut Packer) {
        let mut all: BTreeMap<Drawn, Vec<u8>> = BTreeMap::new();
        for (day, indicator) in Self::asked(question, shown) {
            let asked = Asked::of(&question.at(day), indicator);
            let listed = question.state.contradictions().listed(&question.at(day), &asked);
            let mut own = Packer::default();
            if listed.get().and_then(|listed| listed.listing.pack(&mut own)).is_some() {
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

impl Drawn {
    fn kinds(&self) -> BTreeSet<&str> {
        self.types.iter().map(String::as_str).collect()
    }
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
