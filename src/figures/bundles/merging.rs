//! Bundles that were kept, made whole with what changed since: what comes out is what
//! looking at every row would give, byte for byte.

use std::hash::Hash;
use std::sync::Arc;

use super::bundle::{Bundle, Speaker};
use super::by_traits::ByTraits;
use super::running::{Running, Tally};
use super::speaking::Speaking;
use super::{Bundled, Parts};

impl Bundled {
    /// All of it in bundles of which none stands beside another; none where one is gone
    /// that spoke for others, who would have to be looked at.
    pub(super) fn whole(&self) -> Option<Parts> {
        let Self { kept, added, removed, .. } = self;
        Some(Parts {
            bundles: whole(&kept.bundles, &added.bundles, &removed.bundles)?,
            unstated: whole(&kept.unstated, &added.unstated, &removed.unstated)?,
            misses: (kept.misses + added.misses).saturating_sub(removed.misses),
        })
    }
}

fn whole<T: Eq + Hash>(
    kept: &ByTraits<T>,
    added: &ByTraits<T>,
    removed: &ByTraits<T>,
) -> Option<ByTraits<T>> {
    let spoke =
        |(traits, gone): (&Arc<T>, &Bundle)| kept.get(traits).is_some_and(|kept| gone.speaks_in(kept));
    if removed.iter().any(spoke) {
        return None;
    }
    let new = added.iter().filter(|(traits, _)| kept.get(traits).is_none());
    let new = new.map(|(traits, bundle)| (Arc::clone(traits), bundle.clone()));
    // Of none that is left nobody speaks, and nothing is gone that spoke.
    let old = kept
        .iter()
        .map(|(traits, bundle)| (Arc::clone(traits), bundle.with(added.get(traits), removed.get(traits))));
    Some(ByTraits::of(new.chain(old).collect()))
}

impl Bundle {
    fn with(&self, come: Option<&Self>, gone: Option<&Self>) -> Self {
        if come.is_none() && gone.is_none() {
            return self.clone();
        }
        let running = |of: fn(&Self) -> &Running| of(self).with(come.map(of), gone.map(of));
        Self {
            manner: self.manner,
            all: running(|it| &it.all),
            over: running(|it| &it.over),
            speaking: come.map_or_else(|| self.speaking.clone(), |come| self.speaking_with(come)),
        }
    }

    /// Who speaks from which date on, here or there.
    fn speaking_with(&self, come: &Self) -> Speaking {
        let mut all: Vec<Speaker> = self.speaking.iter().chain(come.speaking.iter()).collect();
        all.sort_by_key(|speaker| speaker.date);
        Speaking::of(&all, self.manner)
    }
}

impl Running {
    /// With what came, without what is gone.
    fn with(&self, come: Option<&Self>, gone: Option<&Self>) -> Self {
        let all = [Some(self), come, gone].into_iter().flatten();
        let mut days: Vec<i32> = all.flat_map(|it| it.each().map(|(day, _)| day)).collect();
        days.sort_unstable();
        days.dedup();
        let mut before = Tally::default();
        let totals = days.into_iter().map(|day| {
            let by = |it: Option<&Self>| it.and_then(|it| it.by_number(day)).unwrap_or_default();
            let mut tally = by(Some(self)).less(&by(gone));
            let Tally { count, sum } = by(come);
            tally.add(count, Some(&sum));
            (day, tally)
        });
        // A day whose rows are all gone is none on which something changes.
        Self::of_totals(totals.filter(|(_, tally)| std::mem::replace(&mut before, tally.clone()) != *tally))
    }
}
