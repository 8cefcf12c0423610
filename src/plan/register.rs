//! The register: organisations, projects, deliverables and persons, with what
//! is known of them from which day.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};

use super::{BodyFact, Near, Words, nearest_of};
use crate::event::{BodyId, BodyKind, Day, EntryId, Sealed};

/// A body with all that was ever said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// Its id.
    pub id: BodyId,
    /// The sequence of the entry that registered it.
    pub sequence: u64,
    /// Registration and changes with the day from which each holds, in order
    /// of day and then sequence. A registration holds for all days before it
    /// too: nothing else is known of them.
    facts: Vec<(Option<Day>, u64, BodyFact)>,
}

impl Body {
    /// Its latest name.
    pub fn name(&self) -> Words {
        let latest = self.facts.iter().rev().find_map(|(_, _, fact)| fact.name.clone());
        latest.unwrap_or_else(|| Words::both(self.id.slug()))
    }

    /// A person's sealed name.
    pub fn sealed_name(&self) -> Option<&Sealed> {
        self.facts.iter().rev().find_map(|(_, _, fact)| fact.sealed.as_ref())
    }

    /// All sealed names that a person ever had, the latest first.
    pub fn sealed_names(&self) -> impl Iterator<Item = &Sealed> {
        self.facts.iter().rev().filter_map(|(_, _, fact)| fact.sealed.as_ref())
    }

    /// All words by which it was ever called.
    pub fn names(&self) -> BTreeSet<&str> {
        let named = self.facts.iter().filter_map(|(_, _, fact)| fact.name.as_ref()).flat_map(Words::each);
        let called = self.facts.iter().flat_map(|(_, _, fact)| &fact.synonyms).map(String::as_str);
        named.chain(called).collect()
    }

    /// The facts with the day from which each holds and its sequence.
    pub fn facts(&self) -> impl Iterator<Item = (Option<Day>, u64, &BodyFact)> {
        self.facts.iter().map(|(day, sequence, fact)| (*day, *sequence, fact))
    }

    fn attribute(&self, name: &str, day: Day) -> Option<&[String]> {
        self.held(day, |fact| fact.attributes.get(name)).map(|(_, values)| values.as_slice())
    }

    /// What the latest fact in force on a day says that says it, and its place.
    fn held<'a, T>(&'a self, day: Day, said: impl Fn(&'a BodyFact) -> Option<T>) -> Option<(u64, T)> {
        let holds = |from: Option<Day>| from.is_none_or(|from| from <= day);
        let mut facts = self.facts.iter().rev().filter(|(from, _, _)| holds(*from));
        facts.find_map(|(_, sequence, fact)| Some((*sequence, said(fact)?)))
    }

    /// The place of the last entry that says already what this fact would say
    /// from a day on; none when it would say anything new. A reason or a source
    /// that was not given yet is new.
    pub fn says(&self, day: Day, fact: &BodyFact) -> Option<u64> {
        let same = self.facts.iter().find(|(from, _, known)| *from == Some(day) && known == fact);
        if let Some((_, sequence, _)) = same {
            return Some(*sequence);
        }
        if fact.reason.is_some() || fact.citation.is_some() || fact.sealed.is_some() {
            return None;
        }
        let attributes = fact.attributes.iter().map(|(name, values)| {
            self.held(day, |known| known.attributes.get(name))
                .filter(|(_, known)| *known == values)
                .map(|it| it.0)
        });
        let place = |says: &dyn Fn(&BodyFact) -> bool| {
            let said = self.facts.iter().rev().find(|(_, _, known)| says(known));
            said.map(|(_, sequence, _)| *sequence)
        };
        let name = fact.name.iter().map(|name| {
            let is_it = |known: &BodyFact| known.name.as_ref() == Some(name);
            place(&is_it).filter(|_| self.name() == *name)
        });
        let synonyms = fact.synonyms.iter().map(|word| place(&|known| known.synonyms.contains(word)));
        let successor = fact.successor.iter().map(|body| {
            let held = self.held(day, |known| known.successor.as_ref());
            held.filter(|(_, known)| *known == body).map(|it| it.0)
        });
        let places: Option<Vec<u64>> = attributes.chain(name).chain(synonyms).chain(successor).collect();
        places?.into_iter().max()
    }
}

/// One merge, as long as it is not withdrawn.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Merge {
    entry: EntryId,
    gone: BodyId,
    kept: BodyId,
}

/// All bodies, as known at one moment.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Register {
    /// Looked into for every entry that names one.
    bodies: HashMap<BodyId, Body>,
    merges: Vec<Merge>,
    /// The id that each id which a merge has gone with stands for.
    gone: HashMap<BodyId, BodyId>,
    /// The ids that merges keep.
    kept: HashSet<BodyId>,
}

impl Register {
    /// Takes up a registration.
    pub fn registered(&mut self, id: BodyId, sequence: u64, fact: BodyFact) {
        let facts = vec![(None, sequence, fact)];
        self.bodies.entry(id.clone()).or_insert(Body { id, sequence, facts });
    }

    /// Takes up a change from a day.
    pub fn changed(&mut self, id: &BodyId, day: Day, sequence: u64, fact: BodyFact) {
        if let Some(body) = self.bodies.get_mut(id) {
            let at = body.facts.partition_point(|(from, place, _)| (*from, *place) <= (Some(day), sequence));
            body.facts.insert(at, (Some(day), sequence, fact));
        }
    }

    /// Takes up that two ids always named one body.
    pub fn merged(&mut self, entry: EntryId, gone: BodyId, kept: BodyId) {
        self.merges.push(Merge { entry, gone, kept });
        self.follow_merges();
    }

    /// Takes back a merge; whether there was one.
    pub fn unmerged(&mut self, entry: EntryId) -> bool {
        let before = self.merges.len();
        self.merges.retain(|merge| merge.entry != entry);
        self.follow_merges();
        before != self.merges.len()
    }

    /// Has at hand where the standing merges lead.
    fn follow_merges(&mut self) {
        let Self { merges, gone, kept, .. } = self;
        gone.clear();
        for merge in &*merges {
            gone.entry(merge.gone.clone()).or_insert_with(|| merge.kept.clone());
        }
        *kept = merges.iter().map(|merge| merge.kept.clone()).collect();
    }

    /// Whether a standing merge was said by this entry.
    pub fn has_merge(&self, entry: EntryId) -> bool {
        self.merges.iter().any(|merge| merge.entry == entry)
    }

    /// The id that a standing merge says this one always was. Each id goes by
    /// one of them at most, so merges lead to the one id that is kept.
    pub fn merged_into(&self, id: &BodyId) -> Option<&BodyId> {
        self.gone.get(id)
    }

    /// The standing merges: the entry that says each, the id that goes and the
    /// one that is kept.
    pub fn merges(&self) -> impl Iterator<Item = (EntryId, &BodyId, &BodyId)> {
        self.merges.iter().map(|merge| (merge.entry, &merge.gone, &merge.kept))
    }

    /// The body of this very id.
    pub fn get(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.get(id)
    }

    /// At most three bodies that are like one that is not there.
    pub fn nearest(&self, missing: &BodyId) -> Vec<Near> {
        // Ids of persons are random: that two are alike says nothing.
        if missing.kind() == BodyKind::Person {
            return Vec::new();
        }
        let of_kind = self.bodies().filter(|body| body.id.kind() == missing.kind());
        let known = of_kind.map(|body| {
            let names = body.names().into_iter().chain([body.id.slug()]);
            (Near { id: body.id.to_string(), label: body.name() }, names.collect())
        });
        nearest_of(missing.slug(), known)
    }

    /// All bodies in order of id.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        let mut all: Vec<&Body> = self.bodies.values().collect();
        all.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        all.into_iter()
    }

    /// The one id of a body under merges.
    pub fn canonical<'a>(&'a self, id: &'a BodyId) -> &'a BodyId {
        self.led_from(id.as_str()).unwrap_or(id)
    }

    /// The same for text that may be an id; any other text is its own.
    pub fn canonical_text<'a>(&'a self, text: Cow<'a, str>) -> Cow<'a, str> {
        self.led_from(&text).map(|id| Cow::Borrowed(id.as_str())).unwrap_or(text)
    }

    /// The id to which merges lead from one that has gone with one.
    fn led_from(&self, id: &str) -> Option<&BodyId> {
        let mut current = self.gone.get(id)?;
        // Each merge is followed once at most, so that a ring of them ends.
        for _ in 1..self.merges.len() {
            match self.gone.get(current) {
                Some(kept) => current = kept,
                None => break,
            }
        }
        Some(current)
    }

    /// The days from which on an attribute of the body of an id may be another.
    pub fn days_of_change(&self, id: &str) -> impl Iterator<Item = Day> {
        let kept = self.led_from(id).map_or(id, BodyId::as_str);
        let own = self.bodies.get(kept);
        let led_here = |merge: &&Merge| self.canonical(&merge.gone).as_str() == kept;
        let merges = self.merges.iter().filter(|_| self.kept.contains(kept));
        let gone = merges.filter(led_here).filter_map(|merge| self.bodies.get(&merge.gone));
        let bodies: Vec<&Body> = own.into_iter().chain(gone).collect();
        bodies.into_iter().flat_map(|body| body.facts.iter().filter_map(|(from, _, _)| *from))
    }

    /// The values of an attribute on a day, of the body of an id; of a merged body
    /// the kept id's come first.
    pub fn attribute(&self, id: &str, name: &str, day: Day) -> Option<&[String]> {
        let kept = self.led_from(id).map_or(id, BodyId::as_str);
        let own = self.bodies.get(kept).and_then(|body| body.attribute(name, day));
        own.or_else(|| {
            self.kept.get(kept)?;
            let led_here = |gone: &&BodyId| self.canonical(gone).as_str() == kept;
            let mut gone = self.merges.iter().map(|merge| &merge.gone).filter(led_here);
            gone.find_map(|gone| self.bodies.get(gone)?.attribute(name, day))
        })
    }

    /// Whether any body has an attribute of this name.
    pub fn has_attribute(&self, name: &str) -> bool {
        self.bodies
            .values()
            .any(|body| body.facts.iter().any(|(_, _, fact)| fact.attributes.contains_key(name)))
    }

    /// The name of a body; its slug when it is not registered.
    pub fn name(&self, id: &BodyId) -> Words {
        self.bodies.get(self.canonical(id)).map_or_else(|| Words::both(id.slug()), Body::name)
    }
}

#[cfg(test)]
mod tests {
    use super::{BodyFact, Register};
    use crate::event::{BodyId, Day};
    use crate::plan::{Attributes, Words};

    fn day(text: &str) -> Day {
        text.parse().unwrap_or(Day::FIRST)
    }

    fn sector(word: &str) -> BodyFact {
        let attributes = Attributes::from([("sector".to_owned(), vec![word.to_owned()])]);
        BodyFact { attributes, ..BodyFact::default() }
    }

    fn named(name: &str) -> BodyFact {
        BodyFact { name: Some(Words::both(name)), ..BodyFact::default() }
    }

    /// Registered with one sector, another from May; called otherwise since.
    fn register(id: &BodyId) -> Register {
        let mut register = Register::default();
        let first = BodyFact { synonyms: vec!["A".into()], ..sector("school") };
        register.registered(id.clone(), 4, BodyFact { name: Some(Words::both("Alpha")), ..first });
        let reason = Some("grown".to_owned());
        register.changed(id, day("2024-05-01"), 7, BodyFact { reason, ..sector("university") });
        register.changed(id, day("2024-06-01"), 9, named("Alpha U"));
        register
    }

    #[test]
    fn what_is_said_already_names_the_last_entry_that_says_it() {
        let Ok(id) = "organisation/alpha".parse() else { unreachable!("an id") };
        let register = register(&id);
        let says =
            |from: &str, fact: &BodyFact| register.get(&id).and_then(|body| body.says(day(from), fact));
        assert_eq!(says("2024-04-30", &sector("school")), Some(4));
        assert_eq!(says("2024-05-01", &sector("university")), Some(7));
        assert_eq!(says("2025-01-01", &named("Alpha U")), Some(9));
        let both = BodyFact { synonyms: vec!["A".into()], ..sector("university") };
        assert_eq!(says("2024-07-01", &both), Some(7));
        let again = BodyFact { reason: Some("grown".into()), ..sector("university") };
        assert_eq!(says("2024-05-01", &again), Some(7));
        // New: another value or day, a former name, a reason, a word; or nothing.
        assert_eq!(says("2024-04-30", &sector("university")), None);
        assert_eq!(says("2024-05-01", &sector("school")), None);
        assert_eq!(says("2024-07-01", &named("Alpha")), None);
        assert_eq!(says("2024-05-02", &again), None);
        assert_eq!(says("2024-07-01", &BodyFact { synonyms: vec!["B".into()], ..both }), None);
        assert_eq!(
            says("2024-07-01", &BodyFact { successor: Some(id.clone()), ..sector("university") }),
            None
        );
        assert_eq!(says("2024-07-01", &BodyFact::default()), None);
    }
}
