//! Activities that say what a standing one says already: the same type, days,
//! fields and subject. Both may be true, so that it is told and not refused.
//!
//! They are told by a print of 64 bits: of a million activities no two have the
//! same by chance, and all that rests on one is a remark.

use std::hash::{DefaultHasher, Hash, Hasher};

use hashbrown::{HashMap, HashSet};

use super::command::Command;
use crate::event::{BodyId, Entry, Json, Object, Period, Skim, Skimmed, encode_value, types};
use crate::figures::{Content, Standing, State};
use crate::log::LogError;

/// What a version of an activity says, but for its type and for what is remarked
/// beside it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Print(u64);

impl Print {
    fn of(occurred: Period, subject: Option<&str>, fields: &Object) -> Self {
        let mut bytes = Vec::new();
        let mut print = Printing::begin(occurred, subject);
        for (name, value) in fields.iter() {
            bytes.clear();
            encode_value(value, &mut bytes);
            print.field(name, &bytes);
        }
        print.end()
    }

    /// That of a line that records an activity.
    pub(super) fn of_line(said: Skimmed<'_>) -> Self {
        let mut print = Printing::begin(said.skim.occurred, said.subject());
        said.fields().for_each(|(name, spelt)| print.field(name, spelt));
        print.end()
    }

    /// That of an entry that holds a version of an activity; any of another entry.
    pub(super) fn of_entry(entry: &Entry) -> Self {
        let draft = &entry.draft;
        let content = match draft.kind.as_str() {
            types::ENTRY_CORRECTED => draft.data.get("content").and_then(Json::as_object),
            _ => Some(&draft.data),
        };
        let fields = content.and_then(|content| content.get("fields")).and_then(Json::as_object);
        let subject = draft.subject.as_ref().map(BodyId::as_str);
        draft
            .occurred
            .zip(fields)
            .map_or_else(Self::default, |(days, fields)| Self::of(days, subject, fields))
    }

    /// That of any line.
    fn of_any(line: &[u8]) -> Self {
        let mut members = Vec::new();
        match Skim::read(line, &mut members) {
            Some(skim) => Self::of_line(skim.of(line, &members)),
            None => Entry::read(line).map_or_else(|_| Self::default(), |entry| Self::of_entry(&entry)),
        }
    }

    /// What tells most activities apart before their fields are looked at: type, days
    /// and subject.
    fn of_place(standing: &Standing<'_>) -> Self {
        let subject = standing.subject.map(BodyId::as_str);
        Printing::begin(standing.occurred, subject).end().of_type(standing.kind)
    }

    /// The print of an activity of a type.
    fn of_type(self, kind: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        (self.0, kind).hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// A print in the making.
struct Printing(DefaultHasher);

impl Printing {
    fn begin(occurred: Period, subject: Option<&str>) -> Self {
        let mut hasher = DefaultHasher::new();
        (occurred, subject).hash(&mut hasher);
        Self(hasher)
    }

    fn field(&mut self, name: &str, spelt: &[u8]) {
        (name, spelt).hash(&mut self.0);
    }

    fn end(self) -> Print {
        Print(self.0.finish())
    }
}

/// The standing activities of a ledger by their prints, each with its place.
#[derive(Default)]
pub(super) struct Alike(HashMap<Print, u64>);

impl Alike {
    /// Of a state with records.
    pub(super) fn of(state: &State) -> Self {
        let mut all = Self::default();
        for record in state.records().iter().filter(|record| record.withdrawn.is_none()) {
            let version = record.latest();
            if let Content::Activity(activity) = &version.content {
                let subject = version.subject.as_ref().map(BodyId::as_str);
                let print = Print::of(version.occurred, subject, &activity.fields);
                all.add(print.of_type(&record.kind), record.sequence);
            }
        }
        all
    }

    fn add(&mut self, print: Print, sequence: u64) {
        let first = self.0.entry(print).or_insert(sequence);
        *first = sequence.min(*first);
    }

    /// Of a state for values, before entries from a place on: those of the rows.
    pub(super) fn among(
        rows: &Sought,
        state: &State,
        before: u64,
        line: impl Fn(u64) -> Result<Option<Vec<u8>>, LogError>,
    ) -> Result<Option<Self>, LogError> {
        let mut likely: Vec<(u64, u64, String)> = vec![];
        state.each_standing_before(before, &mut |it| {
            if likely.len() <= MOST_LIKELY && rows.places.contains(&Print::of_place(&it)) {
                likely.push((it.version, it.original, it.kind.to_owned()));
            }
        });
        if likely.len() > MOST_LIKELY || state.is_lost() {
            return Ok(None);
        }
        likely.sort_unstable();
        let mut all = Self::default();
        for (version, original, kind) in likely {
            let line = line(version)?.unwrap_or_default();
            all.add(Print::of_any(&line).of_type(&kind), original);
        }
        Ok(Some(all))
    }

    /// The same by the prints of all entries.
    pub(super) fn of_prints(state: &State, prints: &[Print]) -> Self {
        let mut all = Self::default();
        state.each_standing_before(u64::MAX, &mut |it| {
            let print = usize::try_from(it.version).ok().and_then(|at| prints.get(at));
            if let Some(print) = print {
                all.add(print.of_type(it.kind), it.original);
            }
        });
        all
    }

    /// The place of the first activity that says what a row would record.
    pub(super) fn find(&self, print: Print) -> Option<u64> {
        self.0.get(&print).copied()
    }
}

/// How many entries are looked at one by one, to see whether rows say what they say.
const MOST_LIKELY: usize = 16_384;

/// What rows say of which is sought whether anything before says it.
#[derive(Default)]
pub(super) struct Sought {
    /// The print of each row that becomes an entry.
    rows: Vec<(u32, Print)>,
    places: HashSet<Print>,
}

impl Sought {
    /// Adds a row.
    pub(super) fn add(&mut self, index: usize, row: RowPrint) {
        self.rows.push((u32::try_from(index).unwrap_or(u32::MAX), row.print));
        self.places.insert(row.place);
    }

    /// The rows that say what is there, each with its place.
    pub(super) fn found<'s>(&'s self, alike: &'s Alike) -> impl Iterator<Item = (usize, u64)> + 's {
        self.rows.iter().filter_map(|(index, print)| Some((*index as usize, alike.find(*print)?)))
    }
}

/// What a row would record.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowPrint {
    pub(super) print: Print,
    /// Of its type, days and subject alone.
    place: Print,
}

impl RowPrint {
    /// That of a line of an activity of a type.
    pub(super) fn of_line(said: Skimmed<'_>, kind: &str) -> Self {
        let place = Printing::begin(said.skim.occurred, said.subject()).end().of_type(kind);
        Self { print: Print::of_line(said).of_type(kind), place }
    }
}

/// What rows of one import say, each with the first row that says it.
#[derive(Default)]
pub(super) struct Twins(HashMap<Print, u32>);

impl Twins {
    /// Takes up a row that becomes an entry; the first row that says the same, where
    /// one does.
    pub(super) fn take(&mut self, print: Print, index: usize) -> Option<usize> {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let first = *self.0.entry(print).or_insert(index);
        (first != index).then_some(first as usize)
    }
}

/// The print of what a row would record; none of what is no activity.
pub(super) fn print_of(command: &Command) -> Option<RowPrint> {
    let Command::Record(new) = command else { return None };
    let subject = new.subject.as_ref().map(BodyId::as_str);
    let print = Print::of(new.occurred, subject, &new.activity.fields).of_type(&new.kind);
    let place = Printing::begin(new.occurred, subject).end().of_type(&new.kind);
    Some(RowPrint { print, place })
}
