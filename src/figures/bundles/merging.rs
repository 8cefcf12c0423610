//! Bundles that were kept, made whole with what changed since: what comes out is what
//! looking at every row would give, byte for byte.

use hashbrown::HashMap;

use super::bundle::{Bundle, Speaker};
use super::running::{Running, Tally};
use super::{Bundled, Parts};
use crate::event::Day;

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

type By<K> = HashMap<K, Bundle>;

fn whole<K: Clone + Eq + std::hash::Hash>(kept: &By<K>, added: &By<K>, removed: &By<K>) -> Option<By<K>> {
    let spoke = |(key, gone): (&K, &Bundle)| kept.get(key).is_some_and(|kept| gone.speaks_in(kept));
    if removed.iter().any(spoke) {
        return None;
    }
    let new = added.iter().filter(|(key, _)| !kept.contains_key(*key));
    let mut all: By<K> = new.map(|(key, bundle)| (key.clone(), bundle.clone())).collect();
    for (key, bundle) in kept {
        let whole = bundle.with(added.get(key), removed.get(key));
        // Of none that is left nobody speaks, and nothing is gone that spoke.
        all.insert(key.clone(), whole);
    }
    Some(all)
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
            begun: running(|it| &it.begun),
            ended: running(|it| &it.ended),
            speaking: come.map_or_else(|| self.speaking.clone(), |come| self.speaking_with(come)),
        }
    }

    /// Who speaks from which date on, here or there.
    fn speaking_with(&self, come: &Self) -> Vec<Speaker> {
        let mut all: Vec<&Speaker> = self.speaking.iter().chain(&come.speaking).collect();
        all.sort_by_key(|speaker| speaker.date);
        let mut speaking: Vec<Speaker> = Vec::new();
        for speaker in all {
            let before = speaking.last();
            if before.is_some_and(|last| !speaker.holds_before(last, self.manner)) {
                continue;
            }
            // On one date the one speaks that holds.
            speaking.pop_if(|last| last.date == speaker.date);
            speaking.push(speaker.clone());
        }
        speaking
    }
}

impl Running {
    /// With what came, without what is gone.
    fn with(&self, come: Option<&Self>, gone: Option<&Self>) -> Self {
        let mut days: Vec<Day> =
            [Some(self), come, gone].into_iter().flatten().flat_map(|it| it.days_from(Day::FIRST)).collect();
        days.sort_unstable();
        days.dedup();
        let (mut all, mut before) = (Self::default(), 0);
        for day in days {
            let by = |it: Option<&Self>| it.and_then(|it| it.by(day)).unwrap_or_default();
            let mut tally = by(Some(self)).less(&by(gone));
            let Tally { count, sum } = by(come);
            tally.add(count, Some(&sum));
            // A day whose rows are all gone is none on which something changes.
            if tally.count > before {
                before = tally.count;
                all.push(day, tally);
            }
        }
        all
    }
}
