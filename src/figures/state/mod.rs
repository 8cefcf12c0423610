//! What the entries so far add up to. Taking one up only assigns; whether an
//! entry was allowed was decided before it was written.
//!
//! ```text
//! following   is it the next one?
//! taking      what its type changes ─▶ recording   activities and totals
//!                                    ─▶ waiting     notes and imports
//!                                    ─▶ publishing  tables that were sent
//!                                    ─▶ sampling    samples and what was found
//!                                    ─▶ backing     documents added later
//!                                    ─▶ erasing     persons whose values are to be unreadable
//!                                    ─▶ signing     keys that followed another
//!                                    ─▶ years       fiscal years that were closed
//! indexing    activities of a state for values
//! touched     which values that may change
//! leaves, by_id, by_day   what copies of a state share
//! ```
//!
//! A copy of a state costs no more where the ledger is large: what grows with it
//! lies on leaves and in maps that copies share, the rest is shared whole. So one
//! group of entries after the other can be decided on a copy, while others read.

mod backing;
mod by_day;
mod by_id;
mod erasing;
mod following;
mod hashes;
mod indexing;
mod leaves;
mod publishing;
mod recording;
mod records;
mod rules;
mod sampling;
mod signing;
mod standing;
mod taking;
mod touched;
mod waiting;
mod years;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use self::by_id::ById;
use self::hashes::Hashes;
use self::touched::OfKind;
use super::answers::Answers;
use super::bundles::Bundles;
use super::closed::ClosedValue;
use super::contradictions::Contradictions;
use super::gist::Seen;
use super::index::Index;
use super::record::{Record, Version};
use crate::event::{
    BodyId, Currency, Day, Days, EntryId, Evidence, Hash, Moment, Period, Sealed, YearEnd, Zone,
};
use crate::plan::{ActivityType, Adoption, Definition, DefinitionKind, Opened, Register, Words};

pub use backing::Addition;
pub use erasing::{Erased, Erasure};
pub use following::TakenUp;
pub use leaves::{Leaves, LeavesIter};
pub use publishing::{Publication, SentTable};
pub use records::Records;
pub use sampling::{SampleRecord, Tested};
pub use signing::{KeyChange, LostEntries};
pub use standing::Standing;
pub use years::{ClosedYear, NoticeSent};

/// A plan as it was adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Adopted {
    /// Sequence of the adoption.
    pub sequence: u64,
    /// First day in force.
    pub day: Day,
    /// What was adopted.
    pub adoption: Adoption,
}

/// A note that waits for its type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteRecord {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Within which days it happened, when said.
    pub occurred: Option<Period>,
    /// The words.
    pub text: String,
    /// Its documents.
    pub evidence: Vec<Evidence>,
    /// The activity it became.
    pub resolved: Option<EntryId>,
    /// Sequence of the entry that withdrew it.
    pub withdrawn: Option<u64>,
}

/// An import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// Sequence of its start.
    pub sequence: u64,
    /// BLAKE3 of the file.
    pub file: Hash,
    /// How many entries it is to bring.
    pub rows: u64,
    /// How many it has brought so far.
    pub entries: u64,
    /// Whether its completion is recorded.
    pub completed: bool,
    /// Sequence of the entry that withdrew it.
    pub withdrawn: Option<u64>,
}

/// Everything that the entries so far say; of a state without records, all but
/// what concerns them.
#[derive(Clone, Debug, Default)]
pub struct State {
    without_records: bool,
    opened: Option<Arc<(Opened, String)>>,
    days: Days,
    size: u64,
    head: Hash,
    /// Of all entries; of a state for values, of those that are not in the index; of a
    /// state without records, none.
    hashes: Hashes,
    recorded: Option<Moment>,
    ids: ById<u64>,
    definitions: Arc<BTreeMap<u64, Definition>>,
    latest: Arc<HashMap<(DefinitionKind, String), u64>>,
    adoptions: Arc<Vec<Adopted>>,
    register: Arc<Register>,
    /// The merges that were withdrawn, and the entries that did so.
    unmerged: BTreeMap<EntryId, u64>,
    records: Records,
    /// Of a state for values: what rules read of activities, which are in no
    /// record.
    index: Option<Index>,
    /// The record of each correction.
    corrected: ById<usize>,
    by_kind: HashMap<Arc<str>, Arc<OfKind>>,
    /// The types that close those of each type: a type says it once, for good.
    closing: Arc<HashMap<String, BTreeSet<String>>>,
    /// The size after the last entry that any value may rest on.
    touched: u64,
    answers: Answers,
    bundles: Bundles,
    contradictions: Contradictions,
    notes: Leaves<NoteRecord>,
    additions: Leaves<Addition>,
    batches: Arc<BTreeMap<EntryId, Batch>>,
    publications: Arc<Vec<Publication>>,
    samples: Arc<Vec<SampleRecord>>,
    users: Arc<HashMap<uuid::Uuid, Option<Sealed>>>,
    erasures: Arc<BTreeMap<BodyId, Erasure>>,
    program: Option<String>,
    key_changes: Arc<Vec<KeyChange>>,
    closed_years: Arc<Vec<ClosedYear>>,
    /// Values with which the next closing begins, by the entry that holds them.
    year_values: Arc<BTreeMap<EntryId, (u64, Vec<ClosedValue>)>>,
}

impl State {
    /// Nothing yet, with room for what so many entries say.
    pub fn with_room(entries: u64) -> Self {
        let entries = usize::try_from(entries).unwrap_or(0);
        Self { ids: ById::with_room(entries), ..Self::default() }
    }

    /// How many entries were applied.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Hash of the last entry; zeros when there is none.
    pub const fn head(&self) -> Hash {
        self.head
    }

    /// Hash of the entry at a place.
    pub fn hash(&self, sequence: u64) -> Option<Hash> {
        let last = || (sequence + 1 == self.size).then_some(self.head);
        self.hashes.at(sequence).or_else(last)
    }

    /// When the last entry was appended.
    pub const fn recorded(&self) -> Option<Moment> {
        self.recorded
    }

    /// What entry 0 says.
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref().map(|it| &it.0)
    }

    /// URI of the ledger.
    pub fn source(&self) -> &str {
        self.opened.as_ref().map_or("", |it| &it.1)
    }

    /// The time zone of its days.
    pub const fn zone(&self) -> &Zone {
        self.days.zone()
    }

    /// The end of its fiscal year, 31 December when entry 0 says nothing.
    pub fn year_end(&self) -> Option<YearEnd> {
        self.opened()?.year_end()
    }

    /// The ledger's currency.
    pub fn currency(&self) -> Option<Currency> {
        self.opened()?.currency()
    }

    /// The place of the entry with this id.
    pub fn sequence_of(&self, id: EntryId) -> Option<u64> {
        let indexed = || {
            let index = self.index.as_ref()?;
            index.find(id).map(|spot| index.sequence(spot))
        };
        self.ids.get(id).or_else(indexed)
    }

    /// The definition held by the entry at a place.
    pub fn definition(&self, sequence: u64) -> Option<&Definition> {
        self.definitions.get(&sequence)
    }

    /// The latest version of a definition and its place.
    pub fn latest(&self, kind: DefinitionKind, id: &str) -> Option<(u64, &Definition)> {
        let sequence = *self.latest.get(&(kind, id.to_owned()))?;
        Some((sequence, self.definitions.get(&sequence)?))
    }

    /// All definitions in order.
    pub fn definitions(&self) -> impl Iterator<Item = (u64, &Definition)> {
        self.definitions.iter().map(|(sequence, definition)| (*sequence, definition))
    }

    /// The latest version of an activity type.
    pub fn activity_type(&self, id: &str) -> Option<&ActivityType> {
        match self.latest(DefinitionKind::Type, id)? {
            (_, Definition::Type(kind)) => Some(kind),
            _ => None,
        }
    }

    /// The latest version of each activity type, by id.
    pub fn catalogue(&self) -> Vec<&ActivityType> {
        let mut types: Vec<&ActivityType> = self
            .latest
            .iter()
            .filter(|((kind, _), _)| *kind == DefinitionKind::Type)
            .filter_map(|((_, id), _)| self.activity_type(id))
            .collect();
        types.sort_by(|one, other| one.id.cmp(&other.id));
        types
    }

    /// What the plan adopted first says of itself in its latest version.
    pub fn notice(&self) -> Option<&Words> {
        let first = &self.adoptions.first()?.adoption.id;
        let versions = self.adoptions.iter().filter(|it| it.adoption.id == *first);
        versions.max_by_key(|it| (it.day, it.sequence))?.adoption.notice.as_ref()
    }

    /// All adoptions in order.
    pub fn adoptions(&self) -> &[Adopted] {
        &self.adoptions
    }

    /// The ids of all plans that were ever adopted.
    pub fn plans(&self) -> BTreeSet<&str> {
        self.adoptions.iter().map(|it| it.adoption.id.as_str()).collect()
    }

    /// The register.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// All activities and reported totals in order.
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// The values that were worked out of it.
    pub(super) const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The rows of its activities that rules cannot tell apart.
    pub(super) const fn bundles(&self) -> &Bundles {
        &self.bundles
    }

    /// What items of no stated class contradict.
    pub(super) const fn contradictions(&self) -> &Contradictions {
        &self.contradictions
    }

    /// The record whose original, or one of whose corrections, has this id.
    pub fn record(&self, id: EntryId) -> Option<&Record> {
        self.index_of(id).map(|index| &self.records[index])
    }

    /// The record of which the entry at a place is a version, and that version.
    pub fn version_at(&self, sequence: u64) -> Option<(&Record, &Version)> {
        let original = self.records.at(sequence).map(|record| (record, &record.original));
        // Any other version is a correction, and few records have one.
        let mut corrected = self.corrected.values().map(|index| &self.records[index]);
        original.or_else(|| corrected.find_map(|record| Some((record, record.version(sequence)?))))
    }

    /// The records of a type.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Record> {
        let records = self.by_kind.get(kind).into_iter().flat_map(|of_kind| &of_kind.records);
        records.map(|&index| &self.records[index])
    }

    /// The activities of a type as rules see them.
    pub(in crate::figures) fn seen(&self, kind: &str) -> impl Iterator<Item = Seen<'_>> {
        let indexed = self.index.iter().flat_map(move |index| index.all(kind));
        self.of_kind(kind).map(Seen::Whole).chain(indexed.map(Seen::Indexed))
    }

    /// All notes in order.
    pub const fn notes(&self) -> &Leaves<NoteRecord> {
        &self.notes
    }

    /// All imports.
    pub fn batches(&self) -> &BTreeMap<EntryId, Batch> {
        &self.batches
    }

    /// The merges and imports that were withdrawn, each with the place of the
    /// entry that did so.
    pub fn withdrawn_entries(&self) -> impl Iterator<Item = (EntryId, u64)> {
        let merges = self.unmerged.iter().map(|(id, by)| (*id, *by));
        merges.chain(self.batches.iter().filter_map(|(id, batch)| Some((*id, batch.withdrawn?))))
    }

    /// Whether a recorder is registered.
    pub fn knows_user(&self, user: uuid::Uuid) -> bool {
        self.users.contains_key(&user)
    }

    /// The version of the program that wrote the last entries.
    pub fn program(&self) -> Option<&str> {
        self.program.as_deref()
    }

    /// The sealed name of a recorder, where one was given.
    pub fn user_name(&self, user: uuid::Uuid) -> Option<&Sealed> {
        self.users.get(&user)?.as_ref()
    }

    /// The recorders who gave a name, each with it, sealed.
    pub fn named_users(&self) -> impl Iterator<Item = (uuid::Uuid, &Sealed)> {
        self.users.iter().filter_map(|(user, name)| Some((*user, name.as_ref()?)))
    }

    /// The short name of a type of the catalogue's.
    pub fn short_kind<'a>(&self, kind: &'a str) -> &'a str {
        short_kind(self.opened(), kind)
    }
}

/// The short name of a type in a ledger that was opened so.
fn short_kind<'a>(opened: Option<&Opened>, kind: &'a str) -> &'a str {
    let prefix = opened.map_or("", |opened| opened.typeprefix.as_str());
    kind.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.')).unwrap_or(kind)
}
