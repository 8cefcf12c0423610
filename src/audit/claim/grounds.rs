//! Which entries a value rests on.

use std::collections::BTreeSet;

use super::Claim;
use crate::event::{BodyId, types};
use crate::figures::{Record, State, bodies_named};
use crate::plan::{ActivityType, Definition, Indicator};

/// How far one looks for entries that a value rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Those that count in it and those that were looked at and do not, with what
    /// explains either.
    Named,
    /// All of the types that any indicator of its plan draws on that reads these, and all
    /// published totals: what it may be compared with.
    Whole,
}

/// The places of the entries that a claim rests on. Beginning and plans, with all their
/// definitions; keys that signed; of each activity and published total all that became of
/// it; of bodies that these name all that is known of them.
pub fn grounds(state: &State, claim: &Claim, reach: Reach) -> BTreeSet<u64> {
    let mut places = BTreeSet::from([0]);
    places.extend(state.key_changes().iter().map(|change| change.sequence));
    for adopted in state.adoptions().iter().filter(|it| it.adoption.id == claim.plan.id) {
        places.insert(adopted.sequence);
        places.extend(&adopted.adoption.definitions);
    }
    let is_type = |definition: &Definition| matches!(definition, Definition::Type(_));
    places.extend(state.definitions().filter(|(_, it)| is_type(it)).map(|(place, _)| place));
    let records: Vec<&Record> = match reach {
        Reach::Named => named(claim).iter().filter_map(|place| state.records().at(*place)).collect(),
        Reach::Whole => whole(state, claim),
    };
    let mut bodies = BTreeSet::new();
    for record in records {
        places.extend(places_of(state, record));
        bodies.extend(record.versions().flat_map(|version| bodies_named(state, version)));
    }
    places.extend(facts(state, &bodies));
    places
}

/// The originals that a claim names.
fn named(claim: &Claim) -> BTreeSet<u64> {
    let counted = claim.contributions.iter().flat_map(|it| [Some(it.sequence), it.by]).flatten();
    let left = claim.notcounted.iter().map(|it| it.sequence);
    let parts = [&claim.part, &claim.whole].into_iter().flatten();
    counted.chain(left).chain(parts.flat_map(|part| named(part))).collect()
}

/// All records that could have a part in it, or be compared with what has.
fn whole<'s>(state: &'s State, claim: &Claim) -> Vec<&'s Record> {
    let sides = [Some(claim), claim.part.as_deref(), claim.whole.as_deref()];
    let own: BTreeSet<&str> = sides.into_iter().flatten().map(|it| it.id.as_str()).collect();
    let indicators: Vec<&Indicator> = state.definitions().filter_map(|(_, it)| indicator_in(it)).collect();
    let read: BTreeSet<&str> =
        indicators.iter().filter(|it| own.contains(it.id.as_str())).flat_map(|it| kinds_of(it)).collect();
    let is_kin = |indicator: &&&Indicator| kinds_of(indicator).any(|kind| read.contains(kind));
    let mut wanted: BTreeSet<&str> = indicators.iter().filter(is_kin).flat_map(|it| kinds_of(it)).collect();
    let closes =
        |kind: &&ActivityType| kind.closes.as_ref().is_some_and(|it| wanted.contains(it.kind.as_str()));
    let enders: Vec<&str> = state.catalogue().into_iter().filter(closes).map(|it| it.id.as_str()).collect();
    wanted.extend(enders);
    wanted.insert(types::TOTAL_REPORTED);
    state.records().iter().filter(|record| wanted.contains(&*record.kind)).collect()
}

const fn indicator_in(definition: &Definition) -> Option<&Indicator> {
    match definition {
        Definition::Indicator(indicator) => Some(indicator),
        _ => None,
    }
}

fn kinds_of(indicator: &Indicator) -> impl Iterator<Item = &str> {
    indicator.rule.from.iter().map(|source| source.kind.as_str())
}

/// The entries of a record: itself, what corrects, withdraws, confirms, judges or backs it.
fn places_of(state: &State, record: &Record) -> Vec<u64> {
    let mut places = vec![record.sequence];
    places.extend(record.withdrawn);
    for version in record.versions() {
        places.push(version.sequence);
        places.extend(version.withdrawn);
        places.extend(version.judgements.iter().map(|judgement| judgement.sequence));
        places.extend(version.confirmed.map(|confirmation| confirmation.sequence));
    }
    for addition in state.added_to(record.id) {
        places.push(addition.sequence);
        places.extend(addition.withdrawn);
    }
    if let Some(batch) = record.batch.and_then(|id| state.batches().get(&id)) {
        places.push(batch.sequence);
        places.extend(batch.withdrawn);
    }
    places
}

/// The entries that say what is known of bodies, under all their ids; named by the one that
/// is kept.
fn facts(state: &State, bodies: &BTreeSet<BodyId>) -> BTreeSet<u64> {
    let register = state.register();
    let own = register.bodies().filter(|body| bodies.contains(register.canonical(&body.id)));
    let mut places: BTreeSet<u64> =
        own.flat_map(|body| body.facts().map(|(_, place, _)| place).collect::<Vec<_>>()).collect();
    let merges = register.merges().filter(|(_, gone, _)| bodies.contains(register.canonical(gone)));
    places.extend(merges.filter_map(|(entry, ..)| state.sequence_of(entry)));
    places
}
