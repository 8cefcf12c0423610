//! Bundles that were made, kept for as long as what they are made of stays as it
//! was, and those that were packed, with what changed since.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::{Bundled, Parts};
use crate::event::Day;
use crate::figures::answers::newest;
use crate::figures::contradictions::Contradictions;
use crate::figures::filter::Filter;
use crate::figures::index::{Section, Sections, Shelved};
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::parallel::each;
use crate::figures::ruling::{PlanChoice, Ruling};
use crate::figures::state::State;
use crate::figures::table::Question;
use crate::plan::{Indicator, Kind, Window};

/// How many bundles are packed side by side before they are put out.
const FEW: usize = 8;

/// What entries are looked at for.
enum Look<'a> {
    Bundle(&'a Indicator),
    /// What is listed of a row on a day.
    Listing((Day, &'a Indicator)),
}

/// Which bundles: those of an indicator of an adopted plan.
type Which = (u64, String);

/// The bundles that a state keeps. A copy of it keeps them too.
#[derive(Default)]
pub(in crate::figures) struct Bundles {
    made: Mutex<HashMap<Which, Made>>,
    packed: Option<Arc<PackedBundles>>,
}

/// What was made of the entries up to a place, once somebody asked.
#[derive(Clone, Default)]
struct Made {
    newest: u64,
    bundled: Arc<OnceLock<Option<Arc<Bundled>>>>,
}

/// Bundles that were packed, of the entries up to a place.
struct PackedBundles {
    size: u64,
    sections: HashMap<Which, Section>,
    shelved: Shelved,
}

impl Bundles {
    /// What a rule looks at, in bundles; none where it has to look at each.
    pub(super) fn of(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Bundled>> {
        let newest = newest(question, indicator);
        let which = (question.ruling.adopted.sequence, indicator.id.clone());
        let room = {
            let mut kept = self.kept();
            let made = kept.entry(which.clone()).or_default();
            if made.newest != newest {
                *made = Made { newest, ..Made::default() };
            }
            Arc::clone(&made.bundled)
        };
        let packed = || Bundled::since(self.parts(&which, question, indicator)?, question, indicator);
        room.get_or_init(|| packed().or_else(|| Bundled::of(question, indicator)).map(Arc::new)).clone()
    }

    /// What a rule looks at, in bundles of which none stands beside another; none where
    /// it has to look at each. What was made once is not made again.
    fn whole(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Parts>> {
        let bundled = self.of(question, indicator)?;
        let merged = || bundled.whole().or_else(|| Parts::of(question, indicator)).map(Arc::new);
        bundled.kept_alone().or_else(merged)
    }

    /// The bundles that were packed, where they can still be gone on from.
    fn parts(&self, which: &Which, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Parts>> {
        let packed = self.packed.as_deref().filter(|it| rests_on(question, indicator) <= it.size)?;
        let bytes = packed.shelved.section(*packed.sections.get(which)?)?;
        let parts = Parts::unpack(&bytes).filter(|parts| parts.are_of(indicator));
        if parts.is_none() {
            packed.shelved.lose();
        }
        parts.map(Arc::new)
    }

    /// Puts out the bundles of what the tables of all plans show, and returns where
    /// each of them lies, and what its items contradict.
    pub(in crate::figures) fn pack(state: &State, out: &mut Sections<'_>) -> [Vec<u8>; 2] {
        let (mut places, mut contradictions) = (Packer::default(), Packer::default());
        for plan in state.plans() {
            let of_plan = state.adoptions().iter().filter(|it| it.adoption.id == plan);
            let Some(last) = of_plan.max_by_key(|it| (it.day, it.sequence)) else { continue };
            let choice = PlanChoice { id: Some(plan.to_owned()), version: Some(last.adoption.version) };
            let Ok(ruling) = Ruling::at(state, &choice, last.day) else { continue };
            let question = Question::new(state, &ruling, last.day, Filter::default());
            let shown = ruling.shown();
            // On all cores, and kept for what follows: looking at entries takes longest.
            let of_rows = shown.iter().map(|it| Look::Bundle(it));
            let listings = Contradictions::asked(&question, &shown).into_iter().map(Look::Listing);
            each(&listings.chain(of_rows).collect::<Vec<_>>(), |look| match look {
                Look::Bundle(indicator) => drop(state.bundles().of(&question, indicator)),
                Look::Listing(asked) => Contradictions::look_at(&question, *asked),
            });
            Contradictions::pack(&question, &shown, &mut contradictions);
            let made = |indicator: &&Indicator| state.bundles().whole(&question, indicator)?.pack();
            // What was packed waits for the others of a few, and takes room meanwhile.
            for few in shown.chunks(FEW) {
                for (indicator, bytes) in few.iter().zip(each(few, made)) {
                    let Some(bytes) = bytes else { continue };
                    places.place(ruling.adopted.sequence);
                    places.text(&indicator.id);
                    out.put(&bytes).pack(&mut places);
                }
            }
        }
        [places.0, contradictions.0]
    }

    /// Those that were packed of the entries up to a place.
    pub(in crate::figures) fn unpack(bytes: &[u8], size: u64, shelved: Shelved) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut sections = HashMap::new();
        while !from.0.is_empty() {
            let which = (from.place()?, from.text()?.to_owned());
            sections.insert(which, Section::unpack(&mut from)?);
        }
        Some(Self { packed: Some(Arc::new(PackedBundles { size, sections, shelved })), ..Self::default() })
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Which, Made>> {
        // What is put in is whole, so a thread that panicked left none half.
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Parts {
    /// Whether they can be of an indicator.
    fn are_of(&self, indicator: &Indicator) -> bool {
        let mut all = self.bundles.keys().chain(self.unstated.keys().map(|unstated| &unstated.traits));
        all.all(|traits| traits.source < indicator.rule.from.len())
    }
}

/// The size of the ledger after the last entry that bundles rest on beside the
/// activities in them; of a rule for which others may close these, after any.
fn rests_on(question: &Question<'_>, indicator: &Indicator) -> u64 {
    if indicator.rule.window == Some(Window::Open) {
        newest(question, indicator)
    } else {
        question.state.touched_beside()
    }
}

impl<'a> Ruling<'a> {
    /// The indicators that its table shows, with those that shares are made of.
    fn shown(&self) -> Vec<&'a Indicator> {
        let rows: Vec<&Indicator> =
            self.groups.iter().flat_map(|group| &group.rows).filter_map(|id| self.indicator(id)).collect();
        let sides = rows.iter().flat_map(|row| [&row.rule.part, &row.rule.whole]).flatten();
        let sides: Vec<&Indicator> = sides.filter_map(|id| self.indicator(id)).collect();
        let mut all: Vec<&Indicator> =
            rows.into_iter().chain(sides).filter(|it| it.rule.kind != Kind::Share).collect();
        all.sort_by(|one, other| one.id.cmp(&other.id));
        all.dedup_by(|one, other| one.id == other.id);
        all
    }
}

impl Clone for Bundles {
    fn clone(&self) -> Self {
        Self { made: Mutex::new(self.kept().clone()), packed: self.packed.clone() }
    }
}

impl fmt::Debug for Bundles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bundles")
    }
}
