//! What an import asks of a ledger of which activities are known as far as rules read
//! them: the same is said of whole records.

use std::collections::BTreeSet;

use jalon::event::{EntryId, Period, encode_value};
use jalon::figures::{Content, Record, State};
use proptest::prelude::*;

use super::acts::{history, live};
use super::replay::{a_size, gone_on};
use super::{few, memory};

/// Type, places of the original and of the version, days, subject, fields that are kept.
type Told = (String, u64, u64, Period, Option<String>, Vec<(String, Vec<u8>)>);

/// The standing activities of a state for values.
fn standing(state: &State) -> BTreeSet<Told> {
    let kinds: Vec<&str> = state.kinds().collect();
    let told = state.found(&kinds, |it| {
        let fields = it.fields().map(|(name, spelt)| (name.to_owned(), spelt.to_vec()));
        let subject = it.subject().map(ToString::to_string);
        Some((it.kind().to_owned(), it.original(), it.version(), it.occurred(), subject, fields.collect()))
    });
    told.into_iter().collect()
}

/// The same of a whole record; none of one that is withdrawn, or is no activity.
fn told(record: &Record, state: &State) -> Option<Told> {
    let version = record.latest();
    let Content::Activity(activity) = &version.content else { return None };
    let spelt = |value| {
        let mut bytes = Vec::new();
        encode_value(value, &mut bytes);
        bytes
    };
    let fields: Vec<_> = activity.fields.iter().map(|(name, value)| (name.as_str(), spelt(value))).collect();
    let fields = fields.iter().map(|(name, spelt)| (*name, spelt.as_slice()));
    let kept = state.kept_fields();
    let kept = kept.among(&record.kind, fields).map(|(name, spelt)| (name.to_owned(), spelt.to_vec()));
    let (kept, subject) = (kept.collect(), version.subject.as_ref().map(ToString::to_string));
    record.withdrawn.is_none().then(|| {
        (record.kind.to_string(), record.sequence, version.sequence, version.occurred, subject, kept)
    })
}

proptest! {
    #![proptest_config(few(16))]

    #[test]
    fn an_index_tells_which_activities_stand(
        history in history(), at: prop::sample::Index, rows in 1..5_usize,
    ) {
        let mut house = memory();
        live(&mut house, &history);
        let state = gone_on(&house.lines(), a_size(&house, at), rows);
        if !state.is_short() {
            let whole = house.desk.state().records().iter();
            let whole: BTreeSet<Told> = whole.filter_map(|record| told(record, &state)).collect();
            prop_assert_eq!(standing(&state), whole);
            prop_assert!(!state.is_lost());
        }
    }

    /// Of an id that is none of an entry nothing is there, wherever it lies between those
    /// that are.
    #[test]
    fn an_index_tells_whether_an_id_is_there(
        history in history(), at: prop::sample::Index, rows in 1..5_usize, others: Vec<u64>,
    ) {
        let mut house = memory();
        live(&mut house, &history);
        let lines = house.lines();
        let state = gone_on(&lines, a_size(&house, at), rows);
        let records = house.desk.state().records();
        let there: Vec<EntryId> = records.iter().map(|record| record.id).collect();
        let next = |id: EntryId, by: u64| EntryId::new(uuid::Uuid::from_u128(id.uuid().as_u128() ^ u128::from(by)));
        let of_others = there.iter().cycle().zip(&others).map(|(id, by)| next(*id, *by));
        let others: BTreeSet<EntryId> = of_others.filter(|id| !there.contains(id)).collect();
        let mut sought: Vec<EntryId> = others.into_iter().collect();
        prop_assert!(!state.has_any(&sought));
        if !there.is_empty() {
            sought.push(there[at.index(there.len())]);
            sought.sort_unstable();
            prop_assert!(state.has_any(&sought));
        }
        prop_assert!(!state.is_lost());
    }
}
