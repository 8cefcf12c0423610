//! The log says everything: replay equals the live state, whichever log keeps
//! the lines, and up to whichever entry.

use std::sync::Arc;
use std::time::SystemTime;

use jalon::audit::verify_lines;
use jalon::event::{Entry, Hash, Moment, link};
use jalon::figures::{Filter, InMemory, Said, Shelf, State, Stock, TakenUp};
use jalon::ledger::{Desk, Known, replay, replay_for_values};
use jalon::log::{DurableLog, Log, MemoryLog, Options, TwinReader};
use proptest::prelude::*;

use super::acts::{history, live};
use super::{asked, days, few, memory, shown, told, unlisted, worked_out, worked_out_alone};
use crate::format::long_ago::in_full;
use crate::invented::House;

fn same(one: &State, other: &State) -> Result<(), TestCaseError> {
    prop_assert_eq!((one.size(), one.head()), (other.size(), other.head()));
    prop_assert_eq!(one.records(), other.records());
    prop_assert_eq!(one.register(), other.register());
    prop_assert_eq!(one.notes(), other.notes());
    prop_assert_eq!(one.additions(), other.additions());
    prop_assert!(one.erasures().eq(other.erasures()));
    prop_assert_eq!(one.adoptions(), other.adoptions());
    for at in asked() {
        prop_assert_eq!(told(one, at), told(other, at));
    }
    Ok(())
}

fn said(line: &[u8]) -> Said {
    Said::of(Entry::read(line).unwrap()).unwrap()
}

pub(super) fn log_of(lines: &[Vec<u8>]) -> MemoryLog {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    log
}

/// The sections of an index and what says where they lie.
fn put(state: &State) -> (Vec<u8>, Vec<u8>) {
    let mut sections = Vec::new();
    let places = state.put_index(&mut |section| sections.extend_from_slice(section)).unwrap();
    (sections, places)
}

/// Up to where an index goes.
pub(super) type End = (u64, Hash, Moment);

/// Pieces of so few rows that many come together.
#[derive(Debug)]
struct Small(usize);

impl Stock for Small {
    fn put(&self, bytes: Vec<u8>, hash: Hash) -> (Arc<dyn Shelf>, u64) {
        InMemory.put(bytes, hash)
    }

    fn rows(&self) -> usize {
        self.0
    }
}

fn in_pieces(rows: usize) -> State {
    State::for_values_on(Arc::new(Small(rows)))
}

/// The index of some lines, with those of entries about no activity.
fn shelved(lines: &[Vec<u8>], rows: usize) -> (Vec<u8>, Vec<u8>, Vec<Vec<u8>>, End) {
    let mut state = in_pieces(rows);
    let mut apart = Vec::new();
    for _ in 0..2 {
        state = state.again();
        apart.clear();
        for line in lines {
            if state.take_up(said(line), Hash::of(line)).unwrap() != TakenUp::Indexed {
                apart.push(line.clone());
            }
        }
    }
    let (sections, places) = put(&state);
    (sections, places, apart, (state.size(), state.head(), state.recorded().unwrap()))
}

/// Some size that a ledger had, with its first adoption in it.
pub(super) fn a_size(house: &House, at: prop::sample::Index) -> usize {
    let first = usize::try_from(house.desk.state().adoptions()[0].sequence).unwrap();
    first + 1 + at.index(house.lines().len() - first)
}

/// The index of the first so many lines on a shelf, gone on with by the rest of them.
pub(super) fn gone_on(lines: &[Vec<u8>], size: usize, rows: usize) -> State {
    let (sections, places, apart, end) = shelved(&lines[..size], rows);
    let mut state = in_pieces(rows);
    for line in &apart {
        state.take_up_apart(said(line), Hash::of(line)).unwrap();
    }
    assert!(state.take_index(&places, Arc::new(sections), end));
    for line in &lines[size..] {
        state.take_up(said(line), Hash::of(line)).unwrap();
    }
    state
}

/// Filters by one body that is there, and by two.
fn some_filters(state: &State) -> [Filter; 2] {
    let ids: Vec<_> = state.register().bodies().map(|body| body.id.clone()).collect();
    [1, 2].map(|count| Filter { bodies: ids.iter().take(count).cloned().collect() })
}

proptest! {
    #![proptest_config(few(16))]

    #[test]
    fn replay_equals_the_live_state(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        same(house.desk.state(), &house.desk.known(Known::Now).unwrap())?;
    }

    /// What was worked out is kept; once an entry changes it, it is worked out
    /// again.
    #[test]
    fn values_that_are_kept_are_those_of_a_ledger_never_asked(history in history()) {
        let mut house = memory();
        for act in &history {
            live(&mut house, std::slice::from_ref(act));
            let never_asked = house.desk.known(Known::Now).unwrap();
            for at in asked().skip(1).step_by(2) {
                prop_assert_eq!(worked_out(house.desk.state(), at), worked_out(&never_asked, at), "{:?}", act);
            }
        }
    }

    /// What rules read of activities is enough for every value, with all that
    /// explains it.
    #[test]
    fn the_index_gives_the_values_that_whole_records_give(history in history(), at: prop::sample::Index) {
        let mut house = memory();
        live(&mut house, &history);
        let first = usize::try_from(house.desk.state().adoptions()[0].sequence).unwrap();
        let place = first + at.index(house.lines().len() - first);
        let mut log = MemoryLog::new(link);
        log.append(&house.lines()).unwrap();
        for known in [Known::Now, Known::Sequence(place as u64)] {
            let whole = house.desk.known(known).unwrap();
            let indexed = replay_for_values(&log, known).unwrap();
            prop_assert!(indexed.is_for_values() && !whole.is_for_values());
            for at in asked() {
                prop_assert_eq!(worked_out(&indexed, at), worked_out(&whole, at));
                for filter in some_filters(&whole) {
                    prop_assert_eq!(shown(&indexed, at, &filter), shown(&whole, at, &filter));
                }
            }
        }
    }

    /// Rows that a rule cannot tell apart give together what each of them gives, at
    /// every date.
    #[test]
    fn rows_kept_together_give_the_values_that_each_alone_gives(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        let indexed = replay_for_values(&log_of(&house.lines()), Known::Now).unwrap();
        for state in [house.desk.state(), &indexed] {
            for at in days() {
                let alone = unlisted(&worked_out(state, at));
                prop_assert_eq!(unlisted(&worked_out_alone(state, at)), alone, "{}", at);
            }
        }
    }

    /// An index that was put on a shelf, with what came since, gives the values of all
    /// entries.
    #[test]
    fn an_index_on_a_shelf_gives_the_values_of_all_entries(
        history in history(), at: prop::sample::Index, rows in 1..5_usize,
    ) {
        let mut house = memory();
        live(&mut house, &history);
        let lines = house.lines();
        let state = gone_on(&lines, a_size(&house, at), rows);
        // A rule that came later than what it reads takes another index.
        if !state.is_short() {
            let whole = house.desk.state();
            for at in days().step_by(3) {
                let alone = unlisted(&worked_out(whole, at));
                prop_assert_eq!(unlisted(&worked_out_alone(&state, at)), alone, "{}", at);
                prop_assert_eq!(worked_out(&state, at), worked_out(whole, at), "{}", at);
            }
            prop_assert!(!state.is_lost());
            let (sections, places, ..) = shelved(&lines, rows);
            prop_assert!(put(&state) == (sections, places), "put out again");
        }
    }

    /// From an index it can be told what was known when the ledger had an earlier size.
    #[test]
    fn an_index_on_a_shelf_gives_the_values_of_every_earlier_size(
        history in history(), at: prop::sample::Index, rows in 1..5_usize,
    ) {
        let mut house = memory();
        live(&mut house, &history);
        let lines = house.lines();
        let size = a_size(&house, at);
        let (sections, places, apart, _) = shelved(&lines, rows);
        let then = house.desk.known(Known::Sequence(size as u64 - 1)).unwrap();
        let mut state = in_pieces(rows);
        for line in apart.iter().filter(|line| Entry::read(line).unwrap().sequence < size as u64) {
            state.take_up_apart(said(line), Hash::of(line)).unwrap();
        }
        let end = (then.size(), then.head(), then.recorded().unwrap());
        prop_assert!(state.take_index_then(&places, Arc::new(sections), end));
        for at in days().step_by(3) {
            prop_assert_eq!(worked_out(&state, at), worked_out(&then, at), "{}", at);
        }
        for line in &lines {
            let id = Entry::read(line).unwrap().draft.id;
            // Of what only says something of an activity no index knows the id.
            let known = state.sequence_of(id);
            prop_assert!(known.is_none() || known == then.sequence_of(id));
        }
        prop_assert!(!state.is_lost());
    }

    #[test]
    fn a_ledger_opened_to_record_knows_all_but_its_records(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        let mut log = MemoryLog::new(link);
        log.append(&house.lines()).unwrap();
        let desk = Desk::open_to_record(Box::new(log)).unwrap();
        let [some, all] = [desk.state(), house.desk.state()];
        prop_assert!(some.is_without_records() && some.records().is_empty());
        prop_assert_eq!((some.size(), some.head(), some.recorded()), (all.size(), all.head(), all.recorded()));
        prop_assert!(some.definitions().eq(all.definitions()));
        prop_assert_eq!(some.register(), all.register());
        prop_assert_eq!(some.notes(), all.notes());
        prop_assert_eq!(some.adoptions(), all.adoptions());
    }

    #[test]
    fn whatever_is_recorded_passes_verification(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        let sound = verify_lines(house.lines().into_iter().map(Ok));
        prop_assert!(sound.is_ok(), "{}", sound.unwrap_err());
        prop_assert_eq!(sound.unwrap().head, house.desk.state().head());
        let sound = in_full(&house.lines());
        prop_assert!(sound.is_ok(), "in full: {}", sound.unwrap_err());
    }

    #[test]
    fn known_at_a_place_is_the_replay_of_what_stands_up_to_it(history in history(), at: prop::sample::Index) {
        let mut house = memory();
        live(&mut house, &history);
        let lines = house.lines();
        // From the adoption on, so that a plan rules.
        let first = usize::try_from(house.desk.state().adoptions()[0].sequence).unwrap();
        let place = first + at.index(lines.len() - first);
        let mut prefix = MemoryLog::new(link);
        prefix.append(&lines[..=place]).unwrap();
        let alone = replay(&prefix, Known::Now).unwrap();
        same(&alone, &house.desk.known(Known::Sequence(place as u64)).unwrap())?;
        // Every entry of the histories has a minute of its own but those of one command.
        let moment = Entry::read(&lines[place]).unwrap().recorded;
        let later = lines.get(place + 1).map(|line| Entry::read(line).unwrap().recorded);
        if later != Some(moment) {
            same(&alone, &house.desk.known(Known::Moment(moment)).unwrap())?;
        }
    }
}

proptest! {
    #![proptest_config(few(4))]

    #[test]
    fn the_durable_log_says_what_the_memory_log_says(history in history()) {
        let mut house = memory();
        live(&mut house, &history);
        let dir = tempfile::tempdir().unwrap();
        let options = Options::new(link, SystemTime::now());
        let mut durable = House::new(Box::new(DurableLog::create(dir.path(), &options).unwrap()));
        live(&mut durable, &history);
        prop_assert_eq!(house.lines(), durable.lines());
        same(house.desk.state(), durable.desk.state())?;
        drop(durable);
        let reopened = DurableLog::open(dir.path(), &options).unwrap();
        same(house.desk.state(), &replay(&reopened, Known::Now).unwrap())?;
        let twin = TwinReader::open(dir.path()).unwrap();
        same(house.desk.state(), &replay(&twin, Known::Now).unwrap())?;
    }
}
