//! Bundles that were made, kept for as long as what they are made of stays as it
//! was, and those that were packed, with what changed since.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::{Bundled, Parts};
use crate::figures::answers::newest;
use crate::figures::contradictions::Contradictions;
use crate::figures::filter::Filter;
use crate::figures::index::{Section, Sections, Shelved};
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::parallel::few_at_a_time;
use crate::figures::round::look_together;
use crate::figures::ruling::{PlanChoice, Ruling};
use crate::figures::state::State;
use crate::figures::table::Question;
use crate::plan::{Indicator, Kind, Window};

/// Which bundles: those of an indicator of an adopted plan.
type Which = (u64, String);

/// The bundles that a state keeps. A copy of it keeps them too.
#[derive(Default)]
pub(in crate::figures) struct Bundles {
    made: Mutex<HashMap<Which, Made>>,
    packed: Option<Arc<PackedBundles>>,
    looking: Mutex<()>,
}

/// What was made of the entries up to a place, once somebody asked.
#[derive(Clone, Default)]
struct Made {
    newest: u64,
    bundled: Room,
}

/// Where bundles go once they are made: none of a rule that has to look at each entry.
type Room = Arc<OnceLock<Option<Arc<Bundled>>>>;

/// Bundles that were packed, of the entries up to a place.
struct PackedBundles {
    size: u64,
    sections: HashMap<Which, Section>,
    shelved: Shelved,
}

impl Bundles {
    /// What a rule looks at, in bundles; none where it has to look at each.
    pub(super) fn of(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Bundled>> {
        let packed = || Bundled::since(self.parts(question, indicator)?, question, indicator);
        let room = self.room(question, indicator);
        room.get_or_init(|| packed().or_else(|| Bundled::of(question, indicator)).map(Arc::new)).clone()
    }

    /// Has nobody else look at entries for several rules meanwhile.
    pub(in crate::figures) fn alone(&self) -> MutexGuard<'_, ()> {
        self.looking.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the bundles of a rule are at hand, or were packed.
    pub(in crate::figures) fn are_known(&self, question: &Question<'_>, indicator: &Indicator) -> bool {
        self.room(question, indicator).get().is_some() || self.section(question, indicator).is_some()
    }

    /// How much there is to be gone through of a rule, against others: the bytes of what was
    /// packed of it.
    pub(in crate::figures) fn weight(&self, question: &Question<'_>, indicator: &Indicator) -> usize {
        self.section(question, indicator).map_or(0, |(_, section)| section.count)
    }

    /// Keeps the bundles of a rule.
    pub(in crate::figures) fn keep(
        &self,
        question: &Question<'_>,
        indicator: &Indicator,
        bundled: Option<Bundled>,
    ) {
        // Where somebody else was there first, it is the same.
        let _ = self.room(question, indicator).set(bundled.map(Arc::new));
    }

    /// Where the bundles of a rule go that nothing was said against since.
    fn room(&self, question: &Question<'_>, indicator: &Indicator) -> Room {
        let newest = newest(question, indicator);
        let mut kept = self.kept();
        let made = kept.entry(which(question, indicator)).or_default();
        if made.newest != newest {
            *made = Made { newest, ..Made::default() };
        }
        Arc::clone(&made.bundled)
    }

    /// What a rule looks at, in bundles of which none stands beside another; none where
    /// it has to look at each. What was made once is not made again.
    fn whole(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Parts>> {
        let bundled = self.of(question, indicator)?;
        let anew = || Some(Bundled::of(question, indicator)?.kept);
        let merged = || bundled.whole().map(Arc::new).or_else(anew);
        bundled.kept_alone().or_else(merged)
    }

    /// The bundles that were packed, where they can still be gone on from.
    fn parts(&self, question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Parts>> {
        let (packed, section) = self.section(question, indicator)?;
        let bytes = packed.shelved.section(section)?;
        let parts = Parts::unpack(&bytes.into()).filter(|parts| parts.are_of(indicator));
        if parts.is_none() {
            packed.shelved.lose();
        }
        parts.map(Arc::new)
    }

    /// Where they lie.
    fn section(&self, question: &Question<'_>, indicator: &Indicator) -> Option<(&PackedBundles, Section)> {
        let packed = self.packed.as_deref().filter(|it| rests_on(question, indicator) <= it.size)?;
        Some((packed, *packed.sections.get(&which(question, indicator))?))
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
            // Kept for what follows: looking at entries takes longest.
            look_together(&question, &shown, &Contradictions::asked_ever(&question, &shown));
            Contradictions::pack(&question, &shown, &mut contradictions);
            let made = |indicator: &&Indicator| Some(state.bundles().whole(&question, indicator)?.pack());
            let mut indicators = shown.iter();
            few_at_a_time(&shown, made, |bytes| {
                if let Some((indicator, bytes)) = indicators.next().zip(bytes) {
                    places.place(ruling.adopted.sequence);
                    places.text(&indicator.id);
                    out.put(&bytes).pack(&mut places);
                }
            });
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
        let unstated = self.unstated.iter().map(|(unstated, _)| &unstated.traits);
        let mut all = self.bundles.iter().map(|(traits, _)| traits).chain(unstated);
        all.all(|traits| traits.source < indicator.rule.from.len())
    }
}

fn which(question: &Question<'_>, indicator: &Indicator) -> Which {
    (question.ruling.adopted.sequence, indicator.id.clone())
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
    pub(in crate::figures) fn shown(&self) -> Vec<&'a Indicator> {
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
        Self { made: Mutex::new(self.kept().clone()), packed: self.packed.clone(), looking: Mutex::default() }
    }
}

impl fmt::Debug for Bundles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bundles")
    }
}
