//! Activities that say what a standing one says already: the same type, days,
//! fields and subject. Both may be true, so that it is told and not refused.
//!
//! They are told by a print of 64 bits: of a million activities no two have the
//! same by chance, and all that rests on one is a remark.

use std::hash::{DefaultHasher, Hash, Hasher};

use hashbrown::HashMap;

use super::command::{Command, NewActivity};
use super::sought::Says;
use crate::event::{BodyId, Entry, Json, Member, Object, Period, Skim, Skimmed, encode_value, types};
use crate::figures::{Content, KeptFields, State};

/// What a version of an activity says, but for its type and for what is remarked
/// beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
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
    fn of_line(said: Skimmed<'_>) -> Self {
        let mut print = Printing::begin(said.skim.occurred, said.subject());
        said.fields().for_each(|(name, spelt)| print.field(name, spelt));
        print.end()
    }

    /// That of an entry that holds a version of an activity; any of another entry.
    fn of_entry(entry: &Entry) -> Self {
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
    pub(super) fn of_any(line: &[u8]) -> Self {
        Self::of_any_in(line, &mut Vec::new())
    }

    /// The same, with room for what is found in the line.
    pub(super) fn of_any_in(line: &[u8], members: &mut Vec<Member>) -> Self {
        match Skim::read(line, members) {
            Some(skim) => Self::of_line(skim.of(line, members)),
            None => Entry::read(line).map_or_else(|_| Self::default(), |entry| Self::of_entry(&entry)),
        }
    }

    /// Another one: of an activity of a type as far as the index keeps it.
    pub(super) fn of_kept<'l>(
        kind: &str,
        occurred: Period,
        subject: Option<&str>,
        fields: impl Iterator<Item = (&'l str, &'l [u8])>,
    ) -> Self {
        // In whichever order they come.
        let fields = fields.map(|field| hash_of(&field)).fold(0, u64::wrapping_add);
        Self(hash_of(&(kind, occurred, subject, fields)))
    }

    /// The print of an activity of a type.
    fn of_type(self, kind: &str) -> Self {
        Self(hash_of(&(self.0, kind)))
    }
}

fn hash_of(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
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

    /// The place of the first activity that says what a row would record.
    pub(super) fn find(&self, print: Print) -> Option<u64> {
        self.0.get(&print).copied()
    }
}

/// What a row would record.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowPrint {
    pub(super) print: Print,
    pub(super) says: Says,
    pub(super) occurred: Period,
}

impl RowPrint {
    /// That of a line of an activity of a type.
    pub(super) fn of_line(said: Skimmed<'_>, kind: &str, kept: &KeptFields) -> Self {
        let (all, occurred) = (Print::of_line(said), said.skim.occurred);
        let kept = Print::of_kept(kind, occurred, said.subject(), kept.among(kind, said.fields()));
        Self { print: all.of_type(kind), says: Says { kept, all }, occurred }
    }

    fn of_new(new: &NewActivity, kept: &KeptFields) -> Self {
        let (kind, occurred) = (new.kind.as_str(), new.occurred);
        let subject = new.subject.as_ref().map(BodyId::as_str);
        let all = Print::of(occurred, subject, &new.activity.fields);
        let spelt: Vec<(&str, Vec<u8>)> = new.activity.fields.iter().map(spelt).collect();
        let fields = spelt.iter().map(|(name, value)| (*name, value.as_slice()));
        let kept = Print::of_kept(kind, occurred, subject, kept.among(kind, fields));
        Self { print: all.of_type(kind), says: Says { kept, all }, occurred }
    }
}

fn spelt<'f>((name, value): (&'f String, &Json)) -> (&'f str, Vec<u8>) {
    let mut bytes = Vec::new();
    encode_value(value, &mut bytes);
    (name, bytes)
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
pub(super) fn print_of(command: &Command, kept: &KeptFields) -> Option<RowPrint> {
    match command {
        Command::Record(new) => Some(RowPrint::of_new(new, kept)),
        _ => None,
    }
}
