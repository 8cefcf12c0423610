//! What was found of contradictions so far, and what was packed of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Asked, Exceeded, concerns, found_in, sharing, types};
use crate::event::{Day, Period};
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
    /// What was packed of the entries up to a place.
    packed: Option<(u64, Arc<BTreeMap<Drawn, Found>>)>,
}

/// Which rows share items, of which plan, with which totals.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Drawn {
    pub(super) plan: u64,
    pub(super) types: BTreeSet<String>,
    pub(super) totals: Vec<(String, u64)>,
}

/// What is exceeded, of rows that add up and of those that count keys.
pub(super) type Found = [Exceeded; 2];

/// The room for what is found, which holds up to an entry.
#[derive(Clone, Default)]
struct Room {
    newest: u64,
    found: Arc<OnceLock<Found>>,
}

impl Contradictions {
    /// The room for what is found, with what is known.
    pub(super) fn room(&self, asked: &Asked<'_>) -> Arc<OnceLock<Found>> {
        let mut all = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let room = all.entry(asked.drawn.clone()).or_default();
        if room.newest != asked.newest {
            *room = Room { newest: asked.newest, found: Arc::default() };
        }
        let packed = self.packed.as_ref().filter(|(size, _)| asked.newest <= *size);
        if let Some(known) = packed.and_then(|(_, packed)| packed.get(&asked.drawn)) {
            // What is there already is the same.
            let _ = room.found.set(known.clone());
        }
        Arc::clone(&room.found)
    }

    /// Packs what holds of these rows of a plan's table, at every date.
    pub(in crate::figures) fn pack(question: &Question<'_>, shown: &[&Indicator], packer: &mut Packer) {
        let mut all: BTreeMap<Drawn, Found> = BTreeMap::new();
        for indicator in shown.iter().filter(|it| concerns(it)) {
            for day in change_days(question, indicator) {
                let asked = Asked::of(&question.at(day), indicator);
                if !asked.held.is_empty() && !all.contains_key(&asked.drawn) {
                    let room = question.state.contradictions().room(&asked);
                    let found = room.get_or_init(|| found_in(&question.at(day), asked.held));
                    all.insert(asked.drawn, found.clone());
                }
            }
        }
        packer.each(all.iter(), |packer, (drawn, found)| {
            packer.count(usize::try_from(drawn.plan).unwrap_or(usize::MAX));
            packer.each(drawn.types.iter(), |packer, kind| packer.text(kind));
            packer.each(drawn.totals.iter(), |packer, (id, sequence)| {
                packer.text(id);
                packer.count(usize::try_from(*sequence).unwrap_or(usize::MAX));
            });
            for Exceeded(paths) in found {
                packer.each(paths.iter(), |packer, paths| {
                    packer.each(paths.iter(), |packer, path| packer.text(path));
                });
            }
        });
    }

    /// What was packed, of the entries up to a place, of each plan.
    pub(in crate::figures) fn unpack(bytes: &[u8], size: u64) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut all = BTreeMap::new();
        while !from.0.is_empty() {
            all.extend(from.each(|from| {
                let plan = from.count()? as u64;
                let types = from.each(word)?.into_iter().collect();
                let totals = from.each(|from| Some((word(from)?, from.count()? as u64)))?;
                let paths = |from: &mut Unpacker<'_>| {
                    let each = from.each(|from| from.each(word))?;
                    Some(Exceeded(Arc::new(each.into_iter().collect())))
                };
                Some((Drawn { plan, types, totals }, [paths(from)?, paths(from)?]))
            })?);
        }
        Some(Self { packed: Some((size, Arc::new(all))), ..Self::default() })
    }
}

fn word(from: &mut Unpacker<'_>) -> Option<String> {
    from.text().map(str::to_owned)
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
